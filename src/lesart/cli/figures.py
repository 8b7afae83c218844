"""`figures`: every figure of the articles that a query selects, as a table, as CSV or as JSON lines."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable
from datetime import UTC
from itertools import islice
from typing import TYPE_CHECKING, Any

from lesart.cli.argparse_words import Layout
from lesart.cli.articles import QUERY_HELP, understood
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import figure_json, fit, iso, table
from lesart.cli.unseen import tell_of_unseen
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.translations import N_, _, ngettext

if TYPE_CHECKING:
    from lesart.services.asking.figures_view import FigureGroup, FigureRow

SORTS = ("date", "size", "subject")
CSV_COLUMNS = (
    "value", "low", "high", "qualifier", "unit", "kind", "measures", "of", "per", "role", "change",
    "against", "since", "said_by", "in_the_text", "sentence", "article", "title", "source",
    "published", "link",
)  # fmt: skip
_WIDEST_VALUE = 40
"""Cells; what is longer is no number any more."""
_HELP = N_("""\
  lesart figures 'counts:Soldaten figure>1000' --sort size
  lesart figures 'entity:Siemens last:90d' --group
  lesart figures counts:Inflation --plot
  lesart figures 'tag:budget' --csv > budget.csv

Where the query asks for figures (figure>…, counts:…, unit:…), only those that answer it are given; else
all of the articles that it selects, without dates and times of day.
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "figures",
        help=_("the figures of the articles that answer a query"),
        description=_(
            "Print every figure of the articles that answer a query: how much, what it measures, "
            "of whom, how it changes, when and where it stands, and who says so."
        ),
        epilog=_(_HELP) + "\n" + _(QUERY_HELP),
        formatter_class=Layout,
    )
    parser.add_argument("query", nargs="*", help=_("which articles, and which of their figures"))
    parser.add_argument(
        "--sort",
        choices=SORTS,
        default="date",
        help=_("by day, by size or by subject; without it by day, the newest first"),
    )
    parser.add_argument(
        "--group", action="store_true", help=_("figures of one subject and unit together")
    )
    parser.add_argument("--dates", action="store_true", help=_("dates and times of day, too"))
    parser.add_argument("--limit", type=number, metavar="N", help=_("at most N figures"))
    shapes = parser.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    shapes.add_argument("--csv", action="store_true", help=_("a table for spreadsheets"))
    shapes.add_argument(
        "--plot", action="store_true", help=_("each subject over time, at the days of its articles")
    )
    parser.set_defaults(handler=figures)


def figures(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.figures_view import figure_rows, grouped, in_order

    if options.limit is not None and options.limit < 0:
        raise UsageError(_("--limit must not be negative."))
    query = understood(options.query, context)
    tell_of_unseen(context)
    rows = figure_rows(context.store, query, with_dates=options.dates)
    if options.sort == "date" and not (options.plot or options.group or query.sort != "new"):
        rows = islice(rows, options.limit)  # they come in this order
    found = in_order(rows, options.sort)
    if not found:
        context.tell(_("No figures there."))
    if options.plot:
        from lesart.cli.figure_plots import print_plots

        print_plots(_cut(grouped(found, "date"), options.limit), context)
    elif options.group:
        groups = grouped(found, options.sort)
        _print_groups(_cut(groups, options.limit), options, context)
    else:
        _print(found[: options.limit], options, context)
    return 0


def _cut(groups: list[FigureGroup], limit: int | None) -> list[FigureGroup]:
    """The first groups with `limit` figures in all."""
    if limit is None:
        return groups
    kept, left = [], limit
    for group in groups:
        if left <= 0:
            break
        kept.append(group._replace(rows=group.rows[:left]))
        left -= len(group.rows)
    return kept


def _print_groups(groups: list[FigureGroup], options: argparse.Namespace, context: Context) -> None:
    if options.json or options.csv:
        _print([row for group in groups for row in group.rows], options, context)
        return
    for place, group in enumerate(groups):
        if place:
            context.say()
        context.say(_title_of(group))
        _print_table(group.rows, context)


def _title_of(group: FigureGroup) -> str:
    """What a group is of and how many figures it has: "Umsatz (EUR) · 3 figures"."""
    one = ngettext("{count} figure", "{count} figures", len(group.rows)).format(
        count=numeral(len(group.rows))
    )
    unit = f" ({group.unit})" if group.unit else ""
    return (group.subject or _("(of what is not said)")) + f"{unit} · {one}"


def _print(rows: Iterable[FigureRow], options: argparse.Namespace, context: Context) -> None:
    if options.json:
        for row in rows:
            context.say_json(_as_json(row))
    elif options.csv:
        _print_csv(rows, context)
    else:
        _print_table(rows, context)


def _as_json(row: FigureRow) -> dict[str, Any]:
    article = row.article
    return {
        **figure_json(row.figure),
        "text": row.sentence,
        "article": {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": iso(article.published),
            "link": article.link,
        },
    }


def _print_csv(rows: Iterable[FigureRow], context: Context) -> None:
    from lesart.services.exporting.csv_table import row as csv_row

    context.say_piece(csv_row(CSV_COLUMNS))
    for row in rows:
        figure, article = row.figure, row.article
        is_date = figure.kind in ("date", "time")
        value = figure.resolved or figure.when if is_date else _plain(figure.value)
        context.say_piece(
            csv_row(
                (
                    value, _plain(figure.low), _plain(figure.high), figure.qualifier, figure.unit,
                    figure.kind, figure.noun, figure.of, figure.per, figure.role, figure.change,
                    figure.against, figure.since, figure.attribution, figure.surface, row.sentence,
                    str(article.id), article.title, article.source, iso(article.published) or "",
                    article.link,
                )
            )
        )  # fmt: skip


def _plain(value: Any) -> str:
    return "" if value is None else f"{value:f}"


def _print_table(rows: Iterable[FigureRow], context: Context) -> None:
    """As wide as the terminal: a value is never cut, the article's title first."""
    formats = Formats(context.config.locale, UTC)
    width = shutil.get_terminal_size((100, 24)).columns
    shown = [_cells(row, formats) for row in rows]
    if not shown:
        return
    widths = [max(len(cells[place]) for cells in shown) for place in range(4)]
    most = [_WIDEST_VALUE, max(10, width * 36 // 100), 10, max(6, width * 14 // 100)]
    fixed = [min(have, may) for have, may in zip(widths, most, strict=True)]
    left = max(10, width - sum(fixed) - 2 * 4)
    lines = table(
        [
            [
                *(fit(c, w).rstrip() for c, w in zip(cells[:4], fixed, strict=True)),
                fit(cells[4], left),
            ]
            for cells in shown
        ],
        right=(0,),
    )
    for line in lines:
        context.say_as_is(line)


def _cells(row: FigureRow, formats: Formats) -> list[str]:
    figure = row.figure
    change = formats.change(figure)
    measured = formats.subject(figure) or "–"
    return [
        f"{change} {formats.figure(figure)}".strip(),
        measured,
        (iso(row.article.published) or "–")[:10],
        figure.attribution,
        f"{row.article.id} {row.article.title}",
    ]
