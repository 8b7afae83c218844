"""The daily review: which notes and figures are due, what they ask, and what an answer does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.errors import LesartError
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.store import Store
from lesart.store.tables.reviews import NEVER, Answer, Waiting
from lesart.translations import _

if TYPE_CHECKING:
    from fsrs import Scheduler

GRADES = ("again", "hard", "good", "easy")
"""How well it was known; an answer's grade counts them from 1."""
NEW_A_DAY = 20
"""Notes that are asked for the first time in a day: a thousand old ones are not one morning's work."""
_AROUND = 400
"""Characters of a passage's paragraph that are shown on either side of it."""
_DAY = 86_400


class ReviewUnavailable(LesartError):
    """The library that says when a note is due again is not installed."""


@dataclass(frozen=True, slots=True)
class Card:
    """One note as it is asked: its passage with what stands around it, and where it comes from."""

    note: Annotation
    article: Article
    passage: str
    """Empty for a note on a whole article, and where its words are gone."""
    lit: Span | None
    """Where in `passage` the marked words stand."""
    figure: Figure | None
    """The mark stands on just this figure: its number is what is asked."""
    last: Answer | None


def needs_scheduler() -> None:
    """Raise ReviewUnavailable where nothing can be asked, in a sentence that says what to do."""
    _scheduler()


@cache
def _scheduler() -> Scheduler:
    try:
        from fsrs import Scheduler
    except ImportError as error:
        raise ReviewUnavailable(
            _(
                "The daily review needs the Python library fsrs: `pip install 'lesart[review]'` brings it."
            )
        ) from error
    # What the keys say is what becomes of it: intervals are not shaken. Steps of minutes are for
    # learning by heart; what is asked once a day begins with days.
    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def waiting(store: Store, now: int, *, is_any: bool = False) -> Waiting:
    """The notes of today: all that are due, and the first of those that were never asked.

    With `is_any` as many new ones as there are.
    """
    if is_any:
        return store.reviews.waiting(now, most_new=1_000_000)
    left = NEW_A_DAY - store.reviews.first_asked_since(now - now % _DAY)
    return store.reviews.waiting(now, most_new=left)


def card_of(store: Store, annotation_id: int) -> Card | None:
    """What is asked of a note; None if it is gone by now."""
    note = store.annotations.get(annotation_id)
    article = store.articles.get(note.article_id) if note else None
    if note is None or article is None:
        return None
    passage, lit = _passage(article.text, note)
    figure = None
    if note.span is not None and (found := store.analyses.get(article.id)):
        same = (figure for figure in found.figures if figure.span == note.span)
        figure = next(same, None)
    return Card(note, article, passage, lit, figure, store.reviews.last(note.uid))


def _passage(text: str, note: Annotation) -> tuple[str, Span | None]:
    """The paragraph of a note's words, cut at words where it is long; the quotation if they are gone."""
    if note.span is None:
        exact = note.anchor.exact if note.anchor else ""
        return exact, Span(0, len(exact)) if exact else None
    start, end = note.span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    opening = closing = ""
    if start - first > _AROUND:
        first = text.find(" ", start - _AROUND, start) + 1 or start - _AROUND
        opening = "…"
    if last - end > _AROUND:
        blank = text.rfind(" ", end, end + _AROUND)
        last = blank if blank >= 0 else end + _AROUND
        closing = "…"
    at = start - first + len(opening)
    return f"{opening}{text[first:last]}{closing}", Span(at, at + end - start)


# ------------------------------------------------------------------ answering


def intervals(last: Answer | None, now: int) -> tuple[int, ...]:
    """In how many seconds each grade would have it asked again."""
    return tuple(max(0, _next(last, grade, now)[0] - now) for grade in range(1, len(GRADES) + 1))


def answered(uid: str, last: Answer | None, grade: int, now: int) -> Answer:
    """What an answer is; it has still to be stored."""
    due, card = (0, last.card if last else "{}") if grade == NEVER else _next(last, grade, now)
    moment = max(now * 1000, last.answered + 1 if last else 0)
    return Answer(uid, moment, grade, due, card)


def _next(last: Answer | None, grade: int, now: int) -> tuple[int, str]:
    from fsrs import Rating

    moment = datetime.fromtimestamp(now, UTC)
    card, _log = _scheduler().review_card(_state(last, moment), Rating(grade), moment)
    return int(card.due.timestamp()), json.dumps(card.to_dict())


def _state(last: Answer | None, moment: datetime) -> Any:
    """Where a card stands by its last answer; where that cannot be read, it begins anew."""
    from fsrs import Card as State

    if last is not None:
        try:
            return State.from_dict(json.loads(last.card))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            pass
    return State(card_id=0, due=moment)
