"""`open`: follow a link back into the library; on a terminal the reader opens there."""

from __future__ import annotations

import argparse
from datetime import UTC
from typing import Any

from lesart.cli.context import Context
from lesart.cli.output import annotation_json, headline_json
from lesart.locales.formats import Formats
from lesart.model.errors import UsageError
from lesart.model.text import Span
from lesart.services.links import followed
from lesart.translations import _

_AROUND = 160


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "open",
        help=_("follow a link of Lesart's: lesart://note/…, lesart://article/…, lesart://figure/…"),
        description=_(
            "Open the article that a link means, at the words it means. Exported notes and "
            "`lesart claims` carry such links. Where there is no terminal, or with --json, the place is "
            "printed."
        ),
    )
    parser.add_argument(
        "link", help=_("lesart://note/UID, lesart://article/N or lesart://figure/N/A-B")
    )
    parser.add_argument("--json", action="store_true", help=_("the place as one JSON object"))
    parser.set_defaults(handler=open_link)


def open_link(options: argparse.Namespace, context: Context) -> int:
    place = followed(context.store, options.link)
    [headline] = context.store.articles.headlines([place.article_id])
    if headline is None:
        raise UsageError(_("This library has no such article; it may have been removed."))
    text = context.store.articles.text(place.article_id) or ""
    note = context.store.annotations.get(place.note_id) if place.note_id is not None else None
    words = text[slice(*place.span)] if place.span else ""
    if options.json:
        context.say_json(
            {
                "article": headline_json(headline),
                "start": place.span.start if place.span else None,
                "end": place.span.end if place.span else None,
                "words": words,
                "annotation": annotation_json(note, headline.title) if note else None,
            }
        )
        return 0
    date = Formats(context.config.locale, UTC).moment(headline.published)
    context.say(headline.title)
    context.say(
        " · ".join(
            p for p in (headline.source, date, _("article {id}").format(id=headline.id)) if p
        )
    )
    if headline.link:
        context.say(headline.link)
    if place.span:
        context.say()
        context.say(_around(text, place.span))
    if note is not None and note.note:
        context.say()
        context.say_text(note.note)
    if note is not None and note.status == "orphan":
        context.tell(_("The words that this note stood on are gone from the text."))
    return 0


def _around(text: str, span: Span) -> str:
    """The words between » and «, with what stands around them."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    return f"{before}»{text[span.start : span.end]}«{after}"
