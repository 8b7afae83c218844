"""`annotate`: mark a passage and write a note from a script."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.anchor import places_of
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import annotation_json
from lesart.locales.in_sentences import numeral
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.colours import COLOURS
from lesart.model.errors import UsageError
from lesart.model.text import Span
from lesart.services.note_changes import add_note
from lesart.text.clean import clean_text
from lesart.text.hashtags import tags_in
from lesart.text.quotation import quoted
from lesart.translations import _


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "annotate",
        help=_("mark a passage, write a note"),
        description=_(
            "Mark the words --quote in an article, and write a note on them; without "
            "--quote the note is on the whole article."
        ),
    )
    parser.add_argument(
        "id", type=number, help=_("the article's number, as `lesart list` gives it")
    )
    parser.add_argument(
        "--quote", metavar="WORDS", help=_("the words to mark, as the text has them")
    )
    parser.add_argument(
        "--occurrence",
        type=number,
        metavar="N",
        help=_("the Nth place, where the words stand in several"),
    )
    parser.add_argument(
        "--note", default="", metavar="TEXT", help=_("Markdown; #words become tags")
    )
    parser.add_argument(
        "--tag", action="append", default=[], help=_("a tag for it; may be given more than once")
    )
    parser.add_argument(
        "--colour",
        choices=COLOURS,
        help=_("the colour of the highlight; without it {colour}").format(colour=COLOURS[0]),
    )
    parser.add_argument("--json", action="store_true", help=_("print the annotation as JSON"))
    parser.set_defaults(handler=annotate)


def annotate(options: argparse.Namespace, context: Context) -> int:
    article = context.store.articles.get(options.id)
    if article is None:
        raise UsageError(
            _("There is no article {id}; `lesart list` gives their numbers.").format(id=options.id)
        )
    if options.occurrence is not None and options.occurrence < 1:
        raise UsageError(_("--occurrence counts from 1: the first place where the words stand."))
    if not (options.quote or options.note or options.tag):
        raise UsageError(_("Give a --quote to mark, a --note to write, or a --tag."))
    span = None
    if options.quote:
        span = _place(article.text, clean_text(options.quote), options.occurrence)
        if not options.note and not options.tag:
            marked = _marked(article, span, options.colour, context)
            if marked is not None:
                return _answer(marked, article, options, context)
    outcome = add_note(
        context.store,
        article,
        span,
        now=context.now(),
        colour=options.colour or COLOURS[0],
        note=clean_text(options.note),
        tags=_tags(options),
    )
    added = outcome.note
    assert added is not None
    if outcome.says:
        context.tell(outcome.says)
    return _answer(added, article, options, context)


def _answer(
    note: Annotation, article: Article, options: argparse.Namespace, context: Context
) -> int:
    if options.json:
        context.say_json(annotation_json(note, article.title))
    else:
        context.say(str(note.id))
    return 0


def _marked(
    article: Article, span: Span, colour: str | None, context: Context
) -> Annotation | None:
    """The mark that is on just these words already, in the colour wanted; None if there is none."""
    annotations = context.store.annotations
    same = [note for note in annotations.of(article.id) if note.span == span]
    if not same:
        return None
    found = next((note for note in same if note.colour == colour), same[-1])
    if colour is not None and found.colour != colour:
        context.tell(
            _("These words are marked already: annotation {id} is {colour} now.").format(
                id=found.id, colour=colour
            )
        )
        return annotations.change(found.id, now=context.now(), colour=colour)
    context.tell(_("These words are marked already: annotation {id}.").format(id=found.id))
    return found


def _place(text: str, quote: str, occurrence: int | None) -> Span:
    words = quoted(quote, Span(0, len(quote)))
    quote = quote[words.start : words.end]
    if not quote:
        raise UsageError(_("There are no words in --quote, only white space."))
    places = _as_written(text, quote) or places_of(quote, text)
    if not places:
        raise UsageError(_("These words do not stand in the article."))
    if occurrence is None and len(places) > 1:
        raise UsageError(
            _("These words stand in {count} places: say --occurrence 1 to {count}.").format(
                count=numeral(len(places))
            )
        )
    number = 1 if occurrence is None else occurrence
    if number > len(places):
        raise UsageError(
            _("There is no place {number}; the words stand in {count}.").format(
                number=numeral(number), count=numeral(len(places))
            )
        )
    return places[number - 1]


def _as_written(text: str, quote: str) -> list[Span]:
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return places


def _tags(options: argparse.Namespace) -> tuple[str, ...]:
    """Those of --tag, and the `#tags` in the note, as the note's editor on the screen has them."""
    given = (tag.lstrip("#") for tag in options.tag)
    return tuple(dict.fromkeys([*filter(None, given), *tags_in(clean_text(options.note))]))
