"""`opml`: subscriptions taken in and out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from lesart.cli.context import Context
from lesart.locales.in_sentences import numeral
from lesart.model.errors import LesartError, UsageError
from lesart.text.system_words import reason
from lesart.translations import _, ngettext


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "opml",
        help=_("take subscriptions in and out"),
        description=_(
            "Import an OPML file (or newsboat's urls file), or write all feeds as OPML. "
            "- is standard input or output."
        ),
    )
    parser.add_argument(
        "action", choices=("import", "export"), help=_("take a list in, or write all feeds")
    )
    parser.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="FILE",
        help=_("from where, or where to; without it -"),
    )
    parser.set_defaults(handler=opml)


def opml(options: argparse.Namespace, context: Context) -> int:
    return (_opml_in if options.action == "import" else _opml_out)(options, context)


def _opml_in(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.formats.opml import read_subscriptions
    from lesart.services.subscribe import keep_views, subscribe_all

    name = _("standard input") if options.file == "-" else options.file
    try:
        data = context.stdin.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise LesartError(f"{name}: {reason(error)}.") from error
    try:
        listed = read_subscriptions(data)
    except LesartError as error:
        raise LesartError(f"{name}: {error}") from error
    if not (listed.subscriptions or listed.views or listed.problems):
        raise LesartError(f"{name}: " + _("there is no feed in it."))
    for problem in listed.problems:
        context.tell(f"{name}: {problem}")
    new, known = subscribe_all(context.store, listed.subscriptions, now=context.now())
    kept, problems = keep_views(context.store, listed.views, now=context.now())
    for problem in problems:
        context.tell(f"{name}: {problem}")
    for view in listed.views:
        if view.name in kept and view.is_near:
            context.tell(
                _("“{name}” asks for whole words: {query}").format(name=view.name, query=view.query)
            )
    already = _(", {count} known already").format(count=numeral(len(known))) if known else ""
    views = (
        ngettext("; {count} view kept: {names}", "; {count} views kept: {names}", len(kept)).format(
            count=numeral(len(kept)), names=", ".join(kept)
        )
        if kept
        else ""
    )
    context.tell(
        ngettext(
            "{count} feed added{already}{views}. `lesart refresh` loads it.",
            "{count} feeds added{already}{views}. `lesart refresh` loads them.",
            len(new),
        ).format(count=numeral(len(new)), already=already, views=views)
    )
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
            raise UsageError(
                _("{file} exists already; name another file.").format(file=options.file)
            ) from error
        except OSError as error:
            raise LesartError(f"{options.file}: {reason(error)}.") from error
        context.tell(
            ngettext(
                "{count} feed was written to {file}.",
                "{count} feeds were written to {file}.",
                len(feeds),
            ).format(count=numeral(len(feeds)), file=options.file)
        )
    if secret := sum(shown(feed.url) != feed.url for feed in feeds):
        context.tell(
            ngettext(
                "The password in {count} address was left out.",
                "The passwords in {count} addresses were left out.",
                secret,
            ).format(count=numeral(secret))
        )
    return 0
