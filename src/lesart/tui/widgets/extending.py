"""Where the end of a selection goes: always to the end of a word, sentence or paragraph, never past it.

A motion moves a cursor to where something begins; a selection wants the last character of what is
selected, or the first where its end lies before the place it began at. So the same key that goes to
the next sentence takes in this sentence whole, and with the cursor before that place leaves it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lesart.model.text import Span
from lesart.tui.rendering.cells import grapheme_start, previous_grapheme
from lesart.tui.widgets import motions
from lesart.tui.widgets.motions import Motion


@dataclass(frozen=True, slots=True)
class Unit:
    """What a selection grows by."""

    at: Callable[[str, int], Span]
    next_start: Motion
    previous_start: Motion


WORD = Unit(motions.word_at, motions.next_word, motions.previous_word)
SENTENCE = Unit(motions.sentence_at, motions.next_sentence, motions.previous_sentence)
PARAGRAPH = Unit(motions.paragraph_at, motions.next_paragraph, motions.previous_paragraph)

STEPS: Mapping[str, tuple[Unit, int]] = {
    "next_word": (WORD, 1),
    "word_end": (WORD, 1),
    "previous_word": (WORD, -1),
    "next_sentence": (SENTENCE, 1),
    "previous_sentence": (SENTENCE, -1),
    "next_paragraph": (PARAGRAPH, 1),
    "previous_paragraph": (PARAGRAPH, -1),
}
"""The motions that select whole units; all others go from character to character."""

# Scripts without spaces: what stands between two blanks there is a sentence rather than a word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)


def extended(text: str, name: str, cursor: int, held: tuple[int, int]) -> int:
    """Where the motion `name` takes the cursor of a selection.

    `held` are the first and last character of what is selected wherever the cursor goes: where
    selecting began, or the word there.
    """
    if name not in STEPS:
        return motions.MOTIONS[name](text, cursor)
    unit, step = STEPS[name]
    if step > 0:
        return _forward(text, unit, cursor, held)
    return _back(text, unit, cursor, held)


def _forward(text: str, unit: Unit, cursor: int, held: tuple[int, int]) -> int:
    first, last = ends_of_word(text, held[0])
    if cursor >= held[0]:
        return _end_after(text, unit, max(cursor, held[1]))
    if cursor >= first:
        return last
    start = unit.next_start(text, cursor)
    return start if cursor < start < first else first


def _back(text: str, unit: Unit, cursor: int, held: tuple[int, int]) -> int:
    first, last = ends_of_word(text, held[0])
    if cursor > held[1]:
        end = _end_before(text, unit, cursor)
        if held[1] <= end < cursor:
            return end
        if cursor > last:
            return last
    if first < min(held[0], cursor):
        return first
    return unit.previous_start(text, min(cursor, first))


def _last(text: str, span: Span) -> int:
    return previous_grapheme(text, span.end) if span.end > span.start else span.start


def _end_after(text: str, unit: Unit, at: int) -> int:
    """The last character of the first unit that ends behind `at`; else of the text."""
    at_end = max(0, len(text) - 1)
    here = at
    for _ in range(3):  # in a unit, at its last character, or between two
        here = max(0, min(here, at_end))
        last = _last(text, unit.at(text, here))
        if last > at and not text[last].isspace():
            return last
        further = unit.next_start(text, here)
        if not here < further < len(text):
            break
        here = further
    return at_end


def _end_before(text: str, unit: Unit, at: int) -> int:
    """The last character of the last unit that ends ahead of `at`; -1 if there is none."""
    here = at
    for _ in range(3):
        start = unit.previous_start(text, here)
        last = _last(text, unit.at(text, start))
        if last < at and not text[last].isspace():
            return last
        if start >= here:
            break
        here = start
    return -1


def ends_of_word(text: str, at: int) -> tuple[int, int]:
    """The first and the last character of the word around `at`.

    Where there is none, or where words are not written apart, both are the character there.
    """
    at = grapheme_start(text, at)
    if at >= len(text) or _UNSPACED.match(text[at]):
        return at, at
    word = motions.word_at(text, at)
    return (word.start, _last(text, word)) if word.start <= at < word.end else (at, at)


def to_word(text: str, at: int, origin: int) -> int:
    """The place by the word it is in: the word's far end, seen from where the selection began."""
    first, last = ends_of_word(text, at)
    return last if at >= origin else first
