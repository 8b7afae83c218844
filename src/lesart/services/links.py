"""Links back into the library: `lesart://note/UID`, `lesart://article/N`, `lesart://figure/N/START-END`."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from lesart.model.errors import UsageError
from lesart.model.text import Span
from lesart.store import Store
from lesart.translations import _

SCHEME = "lesart://"
_ARTICLE = re.compile(r"article/(\d{1,18})/?")
_FIGURE = re.compile(r"figure/(\d{1,18})/(\d{1,12})-(\d{1,12})/?")
_NOTE = re.compile(r"note/([^/?#]{1,200})/?")


class Place(NamedTuple):
    """Where a link leads."""

    article_id: int
    span: Span | None
    """The words it means; None for an article as a whole, and for a note whose words are gone."""
    note_id: int | None = None


def note_link(uid: str) -> str:
    return f"{SCHEME}note/{quote(uid, safe='-')}"


def article_link(article_id: int) -> str:
    return f"{SCHEME}article/{article_id}"


def figure_link(article_id: int, span: Span) -> str:
    return f"{SCHEME}figure/{article_id}/{span.start}-{span.end}"


def followed(store: Store, link: str) -> Place:
    """Where the link leads in this library; raises UsageError with a sentence."""
    rest = link.strip().removeprefix(SCHEME)
    if rest == link.strip():
        raise UsageError(
            _("“{link}” is no link of Lesart's: they begin with {SCHEME}.").format(
                link=link[:80], SCHEME=SCHEME
            )
        )
    if found := _NOTE.fullmatch(rest):
        note = store.annotations.by_uid(unquote(found[1]))
        if note is None:
            raise UsageError(_("This library has no such note; it may have been removed."))
        return Place(note.article_id, note.span, note.id)
    if found := _ARTICLE.fullmatch(rest) or _FIGURE.fullmatch(rest):
        [headline] = store.articles.headlines([int(found[1])])
        if headline is None:
            raise UsageError(_("This library has no such article; it may have been removed."))
        if found.re is _ARTICLE:
            return Place(headline.id, None)
        text = store.articles.text(headline.id) or ""
        span = Span(int(found[2]), int(found[3]))
        return Place(headline.id, span if span.start < span.end <= len(text) else None)
    raise UsageError(
        _(
            "This link of Lesart's leads nowhere; there are {SCHEME}note/…, {SCHEME}article/… and "
            "{SCHEME}figure/…."
        ).format(SCHEME=SCHEME)
    )
