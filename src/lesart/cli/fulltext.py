"""`fulltext`: fetch the whole text of articles of which the feed gave a summary."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.context import Context
from lesart.cli.numbers import number


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "fulltext",
        help="fetch the full text of articles from their pages",
        description="Fetch the pages of these articles and keep their text. Where a page holds no "
        "more than the feed gave (paywall, scripts), the summary stays, and a sentence says so.",
    )
    parser.add_argument("id", type=number, nargs="+", help="numbers as `lesart list` gives them")
    parser.add_argument("--json", action="store_true", help="one JSON object an article")
    parser.set_defaults(handler=fetch_full_text)


def fetch_full_text(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.completing import complete_all

    failed = 0
    for done in complete_all(context.store, options.id, now=context.now()):
        failed += not done.is_done
        if options.json:
            context.say_json(
                {"id": done.article_id, "ok": done.is_done, "error": done.says or None}
            )
        elif not done.is_done:
            context.tell(f"{done.article_id}: {done.says}")
    return 1 if failed else 0
