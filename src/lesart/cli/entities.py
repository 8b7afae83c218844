"""`entities`: the people, places and organisations of the library, in how many articles and since when."""

from __future__ import annotations

import argparse
from datetime import UTC
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.articles import understood
from lesart.cli.context import Context
from lesart.cli.entity_choices import ACTIONS, do_by_hand
from lesart.cli.number_arguments import number
from lesart.cli.output import fit, iso
from lesart.cli.stories import bring_up_to_date, print_csv
from lesart.locales.formats import Formats
from lesart.model.errors import UsageError
from lesart.store.tables.entity_line import EntityLine
from lesart.store.tables.named_together import Read
from lesart.translations import N_, _

_COLUMNS = ("name", "type", "articles", "first", "last", "spellings", "together_with")


_HELP = N_("""\
With a NAME its page is printed: names and spellings, whom the same articles name, figures that stand with it,
your notes, and its articles by time. Where nothing is called just so, all with this in a name are listed.

  lesart entities                               those in most articles
  lesart entities --type PER --query last:30d   people of the last month
  lesart entities "Nuri al-Maliki" --json       one page, as JSON
  lesart entities merge EZB "European Central Bank"    they are one, whatever any rule says
  lesart entities split "Rat"                   this name stands for itself; `merge` takes it back
  lesart entities by-hand                       what was merged (=) and split (≠)

What is merged and split by hand holds for ever: for articles to come, after a new analysis, by another engine,
and in another library that takes in `lesart export --format jsonl`.
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "entities",
        help=_("list people, places, organisations and events, or all about one"),
        description=_(
            "List the people, places, organisations and events that articles name, those of "
            "most articles first, with all their spellings; or, by a name, the page of one."
        ),
        epilog=_(_HELP),
        formatter_class=Layout,
    )
    parser.add_argument("name", nargs="*", metavar="NAME", help=_("show the page of this entity"))
    parser.add_argument(
        "--query", default="", help=_("list only those of articles that answer this")
    )
    parser.add_argument(
        "--named", metavar="PART", default="", help=_("list only those with this in a name")
    )
    parser.add_argument(
        "--type", choices=("PER", "LOC", "ORG", "EVENT"), help=_("only of one kind")
    )
    parser.add_argument(
        "--together", action="store_true", help=_("say whom the same articles name")
    )
    parser.add_argument(
        "--limit", type=number, default=50, metavar="N", help=_("at most N entities")
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    shape.add_argument("--csv", action="store_true", help=_("CSV with a header"))
    parser.set_defaults(handler=list_entities)


def list_entities(options: argparse.Namespace, context: Context) -> int:
    if options.limit < 0:
        raise UsageError(_("--limit must not be negative."))
    query = understood([options.query] if options.query else [], context)
    bring_up_to_date(context)
    if options.name and options.name[0] in ACTIONS:
        return do_by_hand(options.name, options, context)
    name = " ".join(options.name)
    if name:
        from lesart.cli.entity_page import print_page
        from lesart.services.asking.finding_entities import called

        found = called(context.store, name, options.type or "")
        if found:
            return print_page(context, found, options)
    named = name or options.named
    among = None if query.is_empty else list(context.store.search.ids(query))
    lines = context.store.same_entities.lines(
        among=among, kind=options.type or "", named=named, limit=options.limit
    )
    if name and not lines:
        raise UsageError(
            _(
                "No article names “{name}”; `lesart entities --named PART` looks for parts of names."
            ).format(name=name)
        )
    read: Read = {}
    records = (_json(line, read if options.together else None, context) for line in lines)
    if options.csv:
        print_csv(context, _COLUMNS, ([record[c] for c in _COLUMNS] for record in records))
        return 0
    formats = Formats(context.config.locale, UTC)
    for line, record in zip(lines, records, strict=True):
        if options.json:
            context.say_json(record)
            continue
        first, last = (formats.day(at) for at in line.seen)
        others = ", ".join(name for name in line.spellings if name != line.name)
        context.say_as_is(
            f"{line.kind:5} {line.articles:>6} {fit(first, 14)} {fit(last, 14)}"
            f" {fit(line.name, 36)} {fit(others, 60)}"
        )
        if record["together_with"]:
            context.say_as_is(
                " " * 12
                + fit(_("with {names}").format(names=", ".join(record["together_with"])), 140)
            )
    if not lines:
        context.tell(
            _(
                "No entities. `lesart analyse --waiting` looks for them in articles that nobody analysed yet."
            )
        )
    return 0


def _json(line: EntityLine, read: Read | None, context: Context) -> dict[str, Any]:
    """With `read` it says whom the same articles name; there is kept what was read for that."""
    entities = context.store.same_entities
    others = [] if read is None else entities.together_with(line.known, read=read)
    return {
        "name": line.name,
        "type": line.kind,
        "articles": line.articles,
        "first": iso(line.seen[0]),
        "last": iso(line.seen[1]),
        "spellings": list(line.spellings),
        "together_with": [f"{name} ({count})" for name, count in others],
    }
