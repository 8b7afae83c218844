"""`pictures`: an article's pictures in words."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import table
from lesart.model.errors import UsageError
from lesart.translations import N_, _

DESCRIPTION = N_("""\
List the pictures of an article: what is written for those who do not see them, and where they lie. They are
read from the page that was fetched or from the file it came from; nothing is asked from the network.
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "pictures", help=_("list an article's pictures in words"), description=_(DESCRIPTION)
    )
    parser.add_argument("id", type=number, help=_("a number as `lesart list` gives it"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object a picture"))
    parser.set_defaults(handler=list_pictures)


def list_pictures(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.picture_files import ending_of
    from lesart.services.pictures import pictures_of

    article = context.store.articles.get(options.id)
    if article is None:
        raise UsageError(_("There is no article {article_id}.").format(article_id=options.id))
    found = pictures_of(context.store, article)
    if options.json:
        for one in found:
            context.say_json(
                {
                    "alt": one.alt,
                    "caption": one.caption,
                    "address": one.address or None,
                    "within": ending_of(one.content) or None,
                    "bytes": len(one.content) or None,
                }
            )
        return 0
    if not found:
        context.tell(_("No picture is known of this article."))
    rows = [
        (str(n), one.alt or one.caption or _("(nothing is written for it)"), where(one.address, ending_of(one.content)))
        for n, one in enumerate(found, 1)
    ]  # fmt: skip
    for line in table(rows, right=(0,)):
        context.say_as_is(line)
    return 0


def where(address: str, ending: str) -> str:
    """Where a picture lies, for a line of a list."""
    return address or (_("within its file ({kind})").format(kind=ending) if ending else "")
