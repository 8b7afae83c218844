"""`opml`: subscriptions taken in and out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from lesart.cli.context import Context
from lesart.model.errors import LesartError, UsageError


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "opml",
        help="take subscriptions in and out",
        description="Import an OPML file (or newsboat's urls file), or write all feeds as OPML. "
        "- is standard input or output.",
    )
    parser.add_argument("action", choices=("import", "export"))
    parser.add_argument("file", nargs="?", default="-", metavar="FILE")
    parser.set_defaults(handler=opml)


def opml(options: argparse.Namespace, context: Context) -> int:
    return (_opml_in if options.action == "import" else _opml_out)(options, context)


def _opml_in(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.formats.opml import read_subscriptions
    from lesart.services.subscribe import keep_views, subscribe_all

    name = "standard input" if options.file == "-" else options.file
    try:
        data = context.stdin.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise LesartError(f"{name}: {error.strerror or error}.") from error
    try:
        listed = read_subscriptions(data)
    except LesartError as error:
        raise LesartError(f"{name}: {error}") from error
    for problem in listed.problems:
        context.tell(f"{name}: {problem}")
    new, known = subscribe_all(context.store, listed.subscriptions, now=context.now())
    kept, problems = keep_views(context.store, listed.views, now=context.now())
    for problem in problems:
        context.tell(f"{name}: {problem}")
    for view in listed.views:
        if view.name in kept and view.is_near:
            context.tell(f"“{view.name}” asks for whole words: {view.query}")
    already = f", {len(known)} known already" if known else ""
    views = f"; {len(kept)} views kept: {', '.join(kept)}" if kept else ""
    context.tell(f"{len(new)} feeds added{already}{views}. `lesart refresh` loads them.")
    return 1 if listed.problems or problems else 0


def _opml_out(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.formats.opml import write_opml
    from lesart.feeds.http.addresses import shown

    feeds = context.store.feeds.all()
    text = write_opml(feeds)
    if options.file == "-":
        context.out.write(text)
    else:
        try:
            with Path(options.file).open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError as error:
            raise UsageError(f"{options.file} exists already; name another file.") from error
        except OSError as error:
            raise LesartError(f"{options.file}: {error.strerror or error}.") from error
        context.tell(f"{len(feeds)} feeds were written to {options.file}.")
    if secret := sum(shown(feed.url) != feed.url for feed in feeds):
        context.tell(f"The passwords in {secret} addresses were left out.")
    return 0
