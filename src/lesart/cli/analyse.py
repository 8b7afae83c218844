"""`analyse`: figures and names of a file or an article; with --waiting, of all that wait."""

from __future__ import annotations

import argparse
from datetime import UTC
from pathlib import Path
from typing import Any

from lesart.cli.context import Context
from lesart.errors import UsageError


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "analyse",
        help="print the key figures and names of a file or an article",
        description="Print the key figures and names of a file or a stored article. "
        "With --waiting, analyse the stored articles that nobody analysed yet.",
    )
    parser.add_argument("what", nargs="?", help="a file, or an article's number")
    parser.add_argument(
        "--json", action="store_true", help="one JSON object (a line, with --waiting)"
    )
    parser.add_argument("--waiting", action="store_true", help="analyse what waits in the library")
    parser.set_defaults(handler=analyse)


def analyse(options: argparse.Namespace, context: Context) -> int:
    if options.waiting:
        return _analyse_waiting(options.json, context)
    if not options.what:
        raise UsageError("Name a file or an article's number, or say --waiting.")
    from lesart.cli.reading import print_analysis
    from lesart.cli.shape import analysis_json
    from lesart.locale_format import Formats
    from lesart.services.analysing import analysis_of

    if options.what.isdigit() and not Path(options.what).exists():
        found = analysis_of(context.store, int(options.what))
        if found is None:
            raise UsageError(f"There is no article {options.what}; `lesart list` gives numbers.")
    else:
        from lesart.analysis import engine
        from lesart.services.importing import read_path

        draft = read_path(Path(options.what))
        found = engine.analyse(
            draft.text, language=draft.language or None, title=draft.title, date=draft.published
        )
    if options.json:
        context.say_json(analysis_json(found))
    else:
        print_analysis(found, Formats(context.config.locale, UTC), context)
    return 0


def _analyse_waiting(as_json: bool, context: Context) -> int:
    from lesart.services.analysing import analyse_waiting

    done = 0
    for outcome in analyse_waiting(context.store):
        done += 1
        if as_json:
            context.say_json(
                {
                    "id": outcome.article_id,
                    "figures": outcome.figures,
                    "entities": outcome.entities,
                    "waiting": outcome.waiting,
                }
            )
            context.out.flush()
    context.tell(f"{done} analysed.")
    return 0
