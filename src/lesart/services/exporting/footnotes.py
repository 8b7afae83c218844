"""Notes as footnotes in Markdown, each with all that makes a quotation checkable: words, source, revision, hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.threads import in_threads
from lesart.services.exporting.markdown_text import address, escaped
from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.services.links import note_link
from lesart.store import Store
from lesart.text.clean import clean_line
from lesart.translations import _


class _Text(NamedTuple):
    """One revision of an article's text."""

    came: int
    """UTC seconds."""
    sha256: str
    """Of the text's UTF-8, so that anybody can compute it again."""


def pieces(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    """One footnote a note, numbered through the file; a reply belongs to what it answers."""
    number = 0
    for annotated in chosen:
        texts = _texts(store, annotated.article)
        for note, replies in _with_replies(annotated.notes):
            number += 1
            yield f"[^{number}]: {footnote(annotated.article, note, replies, texts)}\n"


def footnote(
    article: Article,
    note: Annotation,
    replies: Iterable[Annotation] = (),
    texts: Mapping[int, _Text] | None = None,
) -> str:
    """One line: the quotation, where it stands, what was written on it, and the way back."""
    quote = _words(quote_of(note))
    title = f"*{_words(article.title)}*" if article.title else ""
    source = ", ".join(
        part
        for part in (_words(article.author), title, _words(article.source), day(article.published))
        if part
    )
    text = (texts or {}).get(note.revision)
    version = (
        _("revision {number} of {day}").format(number=note.revision, day=iso(text.came))
        if text
        else _("revision {number}").format(number=note.revision)
    )
    gone = {"orphan": _("these words are gone from the present text"),
            "changed": _("these words were changed since")}.get(note.status, "")  # fmt: skip
    parts = [
        f"“{quote}”" if quote else "", source, version, gone, address(article.link),
        *(_words(one.note) for one in (note, *replies)), f"[Lesart]({note_link(note.uid)})",
        f"sha256 {text.sha256}" if text else "",
    ]  # fmt: skip
    return " · ".join(part for part in parts if part)


def _words(text: str) -> str:
    """Outside words on one line, as just the words they are."""
    return escaped(clean_line(text))


def _with_replies(
    notes: Sequence[Annotation],
) -> Iterator[tuple[Annotation, list[Annotation]]]:
    first: Annotation | None = None
    replies: list[Annotation] = []
    for depth, note in in_threads(notes):
        if depth == 0:
            if first is not None:
                yield first, replies
            first, replies = note, []
        else:
            replies.append(note)
    if first is not None:
        yield first, replies


def _texts(store: Store, article: Article) -> dict[int, _Text]:
    """Every revision that is kept, by its number; each came when the one before was replaced."""
    found, came = {}, article.arrived
    for old in store.articles.revisions(article.id):
        found[old.number] = _Text(came, _sha256(old.text))
        came = old.replaced
    found[article.revision] = _Text(came, _sha256(article.text))
    return found


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
