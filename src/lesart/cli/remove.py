"""`remove`: take articles out of the library's lists."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.translations import _


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "remove",
        help=_("take articles out of the library"),
        description=_(
            "Take articles out of every list. Starred and annotated ones are kept unless "
            "--force is given; `lesart remove --restore ID` brings one back."
        ),
    )
    parser.add_argument("id", type=number, nargs="*", help=_("numbers as `lesart list` gives them"))
    parser.add_argument(
        "--folder", metavar="NAME", help=_("all articles of this folder (Samples, …)")
    )
    parser.add_argument("--force", action="store_true", help=_("starred and annotated ones too"))
    parser.add_argument("--restore", action="store_true", help=_("bring removed articles back"))
    parser.set_defaults(handler=remove)


def remove(options: argparse.Namespace, context: Context) -> int:
    articles = context.store.articles
    if not options.id and not options.folder:
        raise UsageError(_("Name the articles to remove by number, or a --folder."))
    if options.restore:
        restored = articles.restore(options.id)
        context.tell(_("{count} brought back.").format(count=numeral(len(restored))))
        return 0 if len(restored) == len(set(options.id)) else 1
    ids = list(dict.fromkeys(options.id))
    if options.folder:
        ids += articles.ids_in_folder(options.folder)
    status, going = 0, []
    for article_id, headline in zip(ids, articles.headlines(ids), strict=True):
        if headline is None:
            context.tell(_("There is no article {article_id}.").format(article_id=article_id))
            status = 1
        elif (headline.is_starred or headline.note_count) and not options.force:
            context.tell(
                _("{article_id} is starred or annotated and stays; --force removes it too.").format(
                    article_id=article_id
                )
            )
            status = 1
        else:
            going.append(article_id)
    removed = articles.delete(going)
    context.tell(_("{count} removed.").format(count=numeral(len(removed))))
    return status
