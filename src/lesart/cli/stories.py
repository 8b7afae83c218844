"""`stories`: articles that tell of one event, the newest story first."""

from __future__ import annotations

import argparse
from datetime import UTC
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.articles import QUERY_HELP, understood
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import fit, iso_time
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.services.asking.grouping import group_waiting
from lesart.services.asking.stories import StoryArticle, articles_of
from lesart.store.tables.stories import StoryLine
from lesart.translations import _, ngettext

_MOST_FIGURES = 5


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "stories",
        help=_("list stories: agency copies and follow-ups of one event together"),
        description=_(
            "List the stories of the library, the newest first: articles that tell of one "
            "event, in any language. With a query, stories that an article of its answer belongs to; with "
            "--story, one story's articles and who says which number."
        ),
        epilog=_(QUERY_HELP),
        formatter_class=Layout,
    )
    parser.add_argument(
        "query", nargs="*", help=_("only stories with an article that answers this")
    )
    parser.add_argument("--story", type=number, metavar="N", help=_("the articles of one story"))
    parser.add_argument(
        "--least", type=number, default=2, metavar="N", help=_("of at least N articles")
    )
    parser.add_argument(
        "--limit", type=number, default=50, metavar="N", help=_("at most N stories")
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    shape.add_argument("--csv", action="store_true", help=_("CSV with a header"))
    parser.set_defaults(handler=list_stories)


def bring_up_to_date(context: Context) -> None:
    """Group what waits, and say how much is left while it takes long."""
    if context.store.is_read_only:
        return
    told = 0
    for left in group_waiting(context.store):
        if left and (told == 0 or told - left >= 1_000):
            context.tell(
                ngettext(
                    "Grouping: {count} article left.", "Grouping: {count} articles left.", left
                ).format(count=numeral(left))
            )
            told = left


def list_stories(options: argparse.Namespace, context: Context) -> int:
    if options.limit < 0 or options.least < 1:
        raise UsageError(_("--limit and --least must not be negative, and a story has an article."))
    query = understood(options.query, context)
    bring_up_to_date(context)
    if options.story is not None:
        return _show_story(options, context)
    among = None if query.is_empty else list(context.store.search.ids(query))
    lines = context.store.stories.lines(among=among, least=options.least, limit=options.limit)
    if options.csv:
        print_csv(context, _COLUMNS, ([_json(line)[c] for c in _COLUMNS] for line in lines))
        return 0
    formats = Formats(context.config.locale, UTC)
    is_empty = True
    for line in lines:
        is_empty = False
        if options.json:
            context.say_json(_json(line))
            continue
        date = formats.moment(Moment(line.last, "day") if line.last is not None else None)
        sources = ", ".join(line.sources)
        context.say_as_is(
            f"{line.story:>6} {line.articles:>3}× {fit(date, 20)} {fit(line.title, 80)} {fit(sources, 40)}"
        )
    if is_empty:
        context.tell(_("No stories of several articles. --least 1 lists single articles too."))
    return 0


_COLUMNS = ("story", "articles", "copies", "first", "last", "title", "sources", "languages")
_ARTICLE_COLUMNS = ("id", "published", "source", "title", "copy_of", "link", "figures")


def _json(line: StoryLine) -> dict[str, Any]:
    return {
        "story": line.story,
        "articles": line.articles,
        "copies": line.copies,
        "first": iso_time(line.first),
        "last": iso_time(line.last),
        "title": line.title,
        "sources": list(line.sources),
        "languages": list(line.languages),
    }


def _show_story(options: argparse.Namespace, context: Context) -> int:
    articles = articles_of(context.store, options.story)
    if not articles:
        raise UsageError(
            _("There is no story {story}; `lesart stories` gives their numbers.").format(
                story=options.story
            )
        )
    formats = Formats(context.config.locale, UTC)
    records = [_article_json(article, formats) for article in articles]
    if options.csv:
        print_csv(context, _ARTICLE_COLUMNS, ([r[c] for c in _ARTICLE_COLUMNS] for r in records))
        return 0
    for article, record in zip(articles, records, strict=True):
        if options.json:
            context.say_json(record)
            continue
        head = article.headline
        date = formats.moment(head.published)
        copy = (
            _("  [copy of {copy_of}]").format(copy_of=article.copy_of)
            if article.copy_of is not None
            else ""
        )
        context.say_as_is(
            f"{head.id:>6} {fit(date, 20)} {fit(head.source, 16)} {fit(head.title, 100).rstrip()}{copy}"
        )
        for figure in record["figures"]:
            context.say_as_is(" " * 9 + fit(figure, 120))
    return 0


def _article_json(article: StoryArticle, formats: Formats) -> dict[str, Any]:
    head = article.headline
    return {
        "id": head.id,
        "published": iso_time(head.published.seconds) if head.published else None,
        "source": head.source,
        "title": head.title,
        "copy_of": article.copy_of,
        "link": head.link,
        "figures": [_said(f, formats) for f in article.figures[:_MOST_FIGURES]],
    }


def _said(figure: Figure, formats: Formats) -> str:
    return f"{formats.figure(figure)} {formats.subject(figure)}".strip()


def print_csv(context: Context, columns: Any, rows: Any) -> None:
    from lesart.services.exporting.csv_table import row

    context.say_piece(row(columns))
    for cells in rows:
        context.say_piece(row([_cell(cell) for cell in cells]))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value)
    return str(value)
