"""`claims`: the table that a fact checker hands in, a row a figure."""

from __future__ import annotations

import argparse
from datetime import UTC
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.articles import QUERY_HELP, understood
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import fit, iso
from lesart.cli.output import number as json_number
from lesart.cli.stories import print_csv
from lesart.cli.unseen import tell_of_unseen
from lesart.locales.formats import Formats
from lesart.model.errors import UsageError
from lesart.services.asking.claims import Claim, claims
from lesart.services.links import figure_link
from lesart.translations import _

_COLUMNS = (
    "statement", "figure", "value", "low", "high", "unit", "qualifier", "subject", "of", "per",
    "change", "speaker", "title", "source", "author", "published", "revision", "address", "verdict",
    "note", "tags", "link",
)  # fmt: skip


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "claims",
        help=_(
            "list every figure as a statement to check: who says it, where, your verdict and note"
        ),
        description=_(
            "List the figures of the articles that answer a query as statements to check: the "
            "sentence, the value, what it measures, who says so, source with date and revision, address, "
            "your verdict and your notes on the sentence. A query with figures (figure>1000, counts:…) "
            "chooses figures, too."
        ),
        epilog=_(QUERY_HELP),
        formatter_class=Layout,
    )
    parser.add_argument(
        "query", nargs="*", help=_("only articles, and figures, that answer this query")
    )
    parser.add_argument("--judged", action="store_true", help=_("only what you judged or wrote on"))
    parser.add_argument("--limit", type=number, metavar="N", help=_("at most N rows"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    shape.add_argument("--csv", action="store_true", help=_("CSV with a header"))
    parser.set_defaults(handler=list_claims)


def list_claims(options: argparse.Namespace, context: Context) -> int:
    if options.limit is not None and options.limit < 0:
        raise UsageError(_("--limit must not be negative."))
    query = understood(options.query, context)
    tell_of_unseen(context)
    ids = context.store.search.ids(query)
    formats = Formats(context.config.locale, UTC)
    found = claims(context.store, query, ids, judged_only=options.judged)
    records = (
        (claim, _json(claim))
        for at, claim in enumerate(found)
        if options.limit is None or at < options.limit
    )
    if options.csv:
        print_csv(context, _COLUMNS, ([record[c] for c in _COLUMNS] for _, record in records))
        return 0
    for claim, record in records:
        if options.json:
            context.say_json(record)
            continue
        said = f"{formats.figure(claim.figure)} {formats.subject(claim.figure)}"
        context.say_as_is(f"{fit(said, 40)} {fit(record['statement'], 110)}")
        about = [record["speaker"], record["source"], formats.moment(claim.article.published)]
        mine = [record["verdict"], record["note"]]
        line = " · ".join(part for part in (*about, claim.article.title, *mine) if part)
        context.say_as_is(" " * 41 + fit(line, 110))
    return 0


def _json(claim: Claim) -> dict[str, Any]:
    figure, article = claim.figure, claim.article
    return {
        "statement": claim.statement,
        "figure": figure.surface,
        "value": json_number(figure.value),
        "low": json_number(figure.low),
        "high": json_number(figure.high),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "subject": figure.noun,
        "of": figure.of,
        "per": figure.per,
        "change": figure.change,
        "speaker": figure.attribution,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": iso(article.published),
        "revision": article.revision,
        "address": article.link,
        "verdict": figure.verdict,
        "note": "\n".join(note.note for note in claim.notes if note.note),
        "tags": list(dict.fromkeys(tag for note in claim.notes for tag in note.tags)),
        "link": figure_link(article.id, figure.span),
    }
