"""`review`: what the daily review asks today, and answers to it, without the screen."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import fit
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.services.review import (
    GRADES,
    Card,
    answered,
    card_of,
    intervals,
    needs_scheduler,
    waiting,
)
from lesart.store.tables.reviews import NEVER
from lesart.translations import _, ngettext

_DAY = 86_400


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "review",
        help=_("the daily review: notes that are due, and answers to them"),
        description=_(
            "List the highlights, notes and highlighted figures that the daily review asks today; with "
            "--answer, say of one how well it was known, and when it is asked again. On the screen `g t` "
            "opens the review. Needs `pip install 'lesart[review]'`."
        ),
    )
    parser.add_argument("note", nargs="?", type=number, metavar="ID", help=_("only this note"))
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument(
        "--answer", choices=(*GRADES, "never"), metavar="GRADE",
        help=_("again, hard, good, easy; never: it is not asked any more"),
    )  # fmt: skip
    deed.add_argument("--undo", action="store_true", help=_("take back the last answer on it"))
    parser.add_argument("--all", action="store_true", help=_("new ones of other days, too"))
    parser.add_argument("--limit", type=number, metavar="N", help=_("at most N notes"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    parser.set_defaults(handler=review)


def review(options: argparse.Namespace, context: Context) -> int:
    needs_scheduler()
    if options.answer or options.undo:
        if options.note is None:
            raise UsageError(_("Say which note: `lesart review ID --answer good`."))
        return _answer(options, context)
    if options.limit is not None and options.limit < 0:
        raise UsageError(_("--limit must not be negative."))
    if options.note is not None:
        found = [options.note]
    else:
        due, new = waiting(context.store, context.now(), is_any=options.all)
        found = [*due, *new]
    cards = [_card(context, number) for number in found[: options.limit]]
    for card in cards:
        _say(card, options, context)
    if not options.json:
        count = len(found)
        context.tell(
            ngettext(
                "{count} note is asked today.", "{count} notes are asked today.", count
            ).format(count=numeral(count))
            if options.note is None
            else _("1 to 4 on the screen, or --answer, say how well it was known.")
        )
    return 0


def _card(context: Context, note: int) -> Card:
    card = card_of(context.store, note)
    if card is None:
        raise UsageError(
            _("There is no note {number}; `lesart annotations` shows the numbers.").format(
                number=note
            )
        )
    return card


def _say(card: Card, options: argparse.Namespace, context: Context) -> None:
    note, article = card.note, card.article
    times = intervals(card.last, context.now())
    formats = Formats(context.config.locale)
    if options.json:
        quote = card.passage[slice(*card.lit)] if card.lit else ""
        context.say_json(
            {
                "id": note.id, "uid": note.uid, "article": article.id, "title": article.title,
                "source": article.source, "published": list(article.published or ()),
                "revision": note.revision, "quote": quote, "passage": card.passage,
                "note": note.note, "tags": list(note.tags),
                "figure": formats.figure(card.figure) if card.figure else None,
                "last": card.last.answered // 1000 if card.last else None,
                "days": dict(zip(GRADES, (round(t / _DAY) for t in times), strict=True)),
            }
        )  # fmt: skip
        return
    quote = f"“{note.anchor.exact}”" if note.anchor else _("(a note on the whole article)")
    context.say_as_is(f"{note.id:>6} {fit(quote, 120)}")
    if note.note:
        context.say_as_is("       " + fit(note.note, 160))
    where = " · ".join(
        filter(None, (article.title, formats.day(article.published), _("revision {number}").format(number=note.revision)))
    )  # fmt: skip
    context.say_as_is("       " + fit(f"— {where}", 160))


def _answer(options: argparse.Namespace, context: Context) -> int:
    card = _card(context, options.note)
    if options.undo:
        if card.last is None:
            raise UsageError(_("This note has no answer that could be taken back."))
        context.store.reviews.take_back(card.last)
        context.tell(_("The last answer is taken back."))
        return 0
    grade = GRADES.index(options.answer) + 1 if options.answer in GRADES else NEVER
    answer = answered(card.note.uid, card.last, grade, context.now())
    context.store.reviews.put([answer])
    if grade == NEVER:
        context.tell(_("It is not asked again; --undo takes that back."))
        return 0
    days = max(1, round((answer.due - context.now()) / _DAY))
    context.tell(
        ngettext(
            "It is asked again in {count} day.", "It is asked again in {count} days.", days
        ).format(count=numeral(days))
    )
    return 0
