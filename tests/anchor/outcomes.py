"""Many small texts with their edits, and where a note came to stand: kept in a file beside this one.

The corpus tells what is right; this tells what is different from before, also where right and wrong are
a matter of judgement. `python -m tests.anchor.outcomes` writes the file anew; read what changed first.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from lesart.anchor import Resolved, make_anchor, resolve
from lesart.model.text import Span

KEPT = Path(__file__).with_name("outcomes.txt")
CASES = 1100
LONG_CASES = 500
# Few words, so that most of them stand in a text more than once.
WORDS = [
    "die",
    "die",
    "die",
    "der",
    "der",
    "in",
    "in",
    "und",
    "und",
    "ist",
    "nicht",
    "kein",
    "3",
    "40",
    "310",
    "Oslo",
    "Husum",
    "Anna",
    "Lund",
    "Fähre",
    "Fähre",
    "Mühle",
    "Hafen",
    "Boote",
    "Boote",
    "Säcke",
    "verkauft",
    "verkauft",
    "liegt",
    "liegt",
    "am",
    "Abend",
    "'so'",
    "–",
    "…",
    "&",
    "naïve",
    "Straße",
    "A380",
    "x",
    ".",
    ".",
    ".",
    ",",
    ",",
    "!",
    "東",
    "京",
    "は",
]
Draw = Callable[[int], int]
"""A number below the one given."""


def _some(draw: Draw, count: int) -> list[str]:
    return [WORDS[draw(len(WORDS))] for _ in range(count)]


def _cut(draw: Draw, words: list[str], longest: int) -> tuple[int, int]:
    first = draw(len(words))
    return first, min(len(words), first + 1 + draw(longest))


def _edited(draw: Draw, words: list[str], first: int, last: int) -> list[str]:
    """Up to three edits, most of them near the note (words `first` to `last`)."""
    words = list(words)
    for _ in range(1 + draw(3)):
        if not words:
            break
        low, high = _cut(draw, words, 8)
        if draw(2):
            low = min(max(0, first - 4 + draw(9)), len(words) - 1)
            high = min(len(words), low + 1 + draw(4))
        match draw(7):
            case 0:
                del words[low:high]
            case 1:
                words[low:low] = _some(draw, 1 + draw(12))
            case 2:
                words[low:high] = _some(draw, high - low)
            case 3:
                moved = words[low:high]
                del words[low:high]
                at = draw(len(words) + 1)
                words[at:at] = moved
            case 4:  # the note is there twice
                at = draw(len(words) + 1)
                words[at:at] = words[first:last]
            case 5:  # the note is somewhere else
                moved = words[first:last]
                del words[first:last]
                at = draw(len(words) + 1)
                words[at:at] = moved
            case 6:
                words[low] = str(draw(500)) if words[low].isdigit() else words[low].swapcase()
    return words


def cases() -> Iterator[tuple[str, Span, str]]:
    """An old text, the note's span in it, a new text."""
    source = random.Random(5)

    def draw(below: int) -> int:
        return int(source.random() * below)  # the same in every version of Python

    for number in range(CASES):
        words = _some(draw, 6 + draw(60 if number % 5 else 12))
        if number % 3 == 0:  # the note's words twice, apart
            at, end = _cut(draw, words, 9)
            words += _some(draw, 1 + draw(9)) + words[at:end] + _some(draw, draw(4))
        first, last = _cut(draw, words, 14 if number % 2 else 3)
        joint = ("\n\n" if number % 7 == 0 else " ").join
        old, new = joint(words), " ".join(_edited(draw, words, first, last))
        start = len(joint([*words[:first], ""])) if first else 0
        end = start + len(joint(words[first:last]))
        if number % 11 == 0:  # within words, or with a space at the border
            start, end = (
                max(0, start - 1 + draw(3)),
                min(len(old), max(start + 1, end - 1 + draw(3))),
            )
        yield old, Span(start, end), new
    yield from long_cases(draw)


def long_cases(draw: Draw) -> Iterator[tuple[str, Span, str]]:
    """Passages of many words in texts of many, with edits that pull them apart or put them elsewhere."""
    for number in range(LONG_CASES):
        # Half of the words stand nearly alone in the text, so that there is something to hold on to.
        own = [
            f"{one}{other}" for one in "BDGKLMNRST" for other in ("arn", "elt", "ida", "oss", "umo")
        ]
        words = [
            own[draw(len(own))] if draw(2) else WORDS[draw(len(WORDS))]
            for _ in range(50 + draw(120))
        ]
        first = draw(len(words) - 30)
        last = first + 3 + draw(30 if number % 2 else 9)
        if number % 4 == 0:  # the passage a second time, with or without what stands around it
            around = draw(12)
            words += _some(draw, draw(20)) + words[max(0, first - around) : last + around]
        new = _torn(draw, words, first, last)
        if number % 3 == 0:
            new = _edited(draw, new, first, last)
        start = len(" ".join([*words[:first], ""])) if first else 0
        end = start + len(" ".join(words[first:last]))
        yield " ".join(words), Span(start, end), " ".join(new)


def _torn(draw: Draw, words: list[str], first: int, last: int) -> list[str]:
    """One edit of a whole passage or of what stands around it."""
    words = list(words)
    low, high = max(0, first - draw(10)), min(len(words), last + draw(10))
    inside = first + 1 + draw(last - first - 1)
    match draw(8):
        case 0:  # pulled apart, once or twice
            words[inside:inside] = _some(draw, 5 + draw(20))
            if draw(2):
                words[first + 1 : first + 1] = _some(draw, 10 + draw(12))
        case 1:  # somewhere else with its neighbours
            moved = words[low:high]
            del words[low:high]
            at = draw(len(words) + 1)
            words[at:at] = moved
        case 2:  # there twice with its neighbours
            at = draw(len(words) + 1)
            words[at:at] = words[low:high]
        case 3:  # half of it gone
            del words[inside : inside + (last - first) // 2 + 1]
        case 4:  # its borders reworded
            words[first : first + 2] = _some(draw, 1 + draw(4))
            if draw(2):
                words[last - 1 : last] = _some(draw, 1 + draw(4))
        case 5:  # what stands around it reworded
            words[last:high] = _some(draw, high - last + draw(3))
            words[low:first] = _some(draw, first - low)
        case 6:  # every third word another one
            for at in range(first + draw(3), last, 3):
                words[at] = WORDS[draw(len(WORDS))]
        case 7:  # its halves the other way round
            words[first:last] = [*words[inside:last], *words[first:inside]]
    return words


def line_of(old: str, span: Span, new: str) -> str:
    """What became of the note with the old text, and without it."""
    anchor = make_anchor(old, span)
    return f"{_told(resolve(anchor, new, old))} | {_told(resolve(anchor, new))}"


def _told(found: Resolved) -> str:
    place = found.span or found.suggestion
    where = f"{place.start}-{place.end}" if place else ""
    return f"{found.status}{'*' if found.changed else ''} {where}".strip()


if __name__ == "__main__":
    KEPT.write_text("".join(f"{line_of(*case)}\n" for case in cases()), "utf-8")
