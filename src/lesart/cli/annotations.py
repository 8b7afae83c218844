"""`annotations`: what the reader marked and wrote, across articles."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.articles import QUERY_HELP, understood
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import annotation_json, fit
from lesart.model.errors import UsageError
from lesart.translations import _, quoted


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "annotations",
        help=_("list your marks and notes"),
        description=_(
            "List marks and notes, the last changed first; with a query, those that answer "
            "it themselves (words, tag:, colour:) or whose article does."
        ),
        epilog=_(QUERY_HELP),
        formatter_class=Layout,
    )
    parser.add_argument("query", nargs="*", help=_("only annotations that answer this query"))
    parser.add_argument("--limit", type=number, metavar="N", help=_("at most N annotations"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    parser.set_defaults(handler=list_annotations)


def list_annotations(options: argparse.Namespace, context: Context) -> int:
    if options.limit is not None and options.limit < 0:
        raise UsageError(_("--limit must not be negative."))
    query = understood(options.query, context)
    found = context.store.search.annotations(query)
    for noted in found[: options.limit]:
        note = noted.annotation
        if options.json:
            context.say_json(annotation_json(note, noted.article_title))
            continue
        quote = quoted(note.anchor.exact) if note.anchor else _("(the article)")
        lost = _("  [its words are gone]") if note.status == "orphan" else ""
        context.say_as_is(f"{note.id:>6} {note.colour:7} {fit(quote, 120)}{lost}")
        if note.note:
            context.say_as_is(" " * 15 + fit(note.note, 160))
        context.say_as_is(" " * 15 + fit(f"— {noted.article_title} ({note.article_id})", 120))
    return 0
