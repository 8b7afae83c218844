"""`watch`: what is new for the queries that the reader watches, for scripts and for other programs."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.cli.handing import handed_over
from lesart.cli.output import figure_json, headline_json, mistaken
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.translations import N_, _, ngettext

_HELP = N_("""\
Without an option it prints a JSON object a line for every article that answers a watched query and was
not told for it before: {"query", "article", "figures"}, where "figures" are those that the query asks for.
Let it run after `lesart refresh` and `lesart analyse --waiting`; what answers when the watching begins is
no news.

With --run, each object goes to the standard input of COMMAND, which is started without a shell, once an
article; where COMMAND fails, the article is told again the next time. An article is remembered as told once
COMMAND has ended well, so of a run that is killed only the one in hand may be handed over twice: its "id"
stays the same. Two of these at a time do not tell the same: the second leaves it to the first.

  lesart watch --add 'counts:Soldaten figure>5000'
  lesart refresh; lesart analyse --waiting; lesart watch --run notify-desk --urgent
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "watch",
        help=_("print what is new for watched queries"),
        description=_("Print what is new for the queries that you watch (`W` on the screen)."),
        epilog=_(_HELP),
        formatter_class=Layout,
    )
    parser.add_argument("--list", action="store_true", help=_("print what is watched"))
    parser.add_argument("--add", metavar="QUERY", help=_("watch this from now on"))
    parser.add_argument("--remove", metavar="QUERY", help=_("watch this no more"))
    parser.add_argument(
        "--peek", action="store_true", help=_("print it, and tell it again next time")
    )
    parser.add_argument(
        "--run", nargs=argparse.REMAINDER, metavar="COMMAND", help=_("hand each to this command")
    )
    parser.set_defaults(handler=watch)


def watch(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.watching import begin_watching, stop_watching

    settings = context.store.settings
    if options.add is not None:
        _checked(options.add, context)
        count = begin_watching(context.store, options.add, now=context.now(), parse=context.parsed)
        context.tell(
            ngettext(
                "Watched from now on; {count} article answers already and is no news.",
                "Watched from now on; {count} articles answer already and are no news.",
                count,
            ).format(count=numeral(count))
        )
    if options.remove is not None:
        if options.remove not in settings.watch_words():
            raise UsageError(
                _("“{remove}” is not watched; `lesart watch --list` shows what is.").format(
                    remove=options.remove
                )
            )
        stop_watching(context.store, options.remove)
    if options.list:
        for words in settings.watch_words():
            context.say(words)
    if options.list or options.add is not None or options.remove is not None:
        return 0
    if options.run is not None and not options.run:
        raise UsageError(_("Say which command --run is to start."))
    if not settings.watch_words():
        context.tell(_("Nothing is watched yet: `lesart watch --add QUERY`, or W on the screen."))
    if options.peek:
        return _tell_news(options, context)
    from lesart.services.asking.watching import telling

    with telling(context.store) as is_ours:
        if is_ours:
            return _tell_news(options, context)
    context.tell(
        _("Another `lesart watch` is telling the news right now; this one leaves it to it.")
    )
    return 0


def _tell_news(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.watching import news, told, watched_queries

    failed = 0
    queries = dict(watched_queries(context.store, context.parsed))
    for new in news(context.store, now=context.now(), parse=context.parsed):
        record = _record(new, queries[new.query], context)
        if record is None:
            continue
        if options.run and not handed_over(
            options.run, record, record["article"]["title"], context
        ):
            failed += 1
            continue
        if not options.run:
            context.say_json(record)
            context.out.flush()
        if not options.peek:
            told(context.store, new, now=context.now(), parse=context.parsed)
    return 1 if failed else 0


def _record(new: Any, query: Any, context: Context) -> dict[str, Any] | None:
    (headline,) = context.store.articles.headlines([new.article_id])
    if headline is None:
        return None
    analysis = context.store.analyses.get(new.article_id)
    question = context.store.search.figure_question(query)
    figures = question.answering(analysis.figures) if analysis else []
    return {
        "query": new.query,
        "article": headline_json(headline),
        "figures": [figure_json(figure) for figure in figures],
    }


def _checked(words: str, context: Context) -> None:
    """Raises UsageError where a query asks nothing, or has a mistake in it."""
    query = context.parsed(words)
    if query.is_empty:
        raise UsageError(_("There is nothing in this query to watch for."))
    if query.problems:
        raise mistaken(query)
