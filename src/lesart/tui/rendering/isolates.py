"""Hebrew and Arabic in a painted line: each stretch of it in isolates, so that only its own words turn.

A terminal that knows of directions writes such words from right to left, and takes along what stands
beside them: numbers, dates and signs of other columns. So a stretch is put between two characters of no
width that keep it by itself. Where a widget says which cells belong together (`as_cell`), that is the
stretch; elsewhere it goes from the first such letter to the last with one blank at most between words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style

from lesart.text.isolates import AUTO, END, RIGHT_TO_LEFT, STRETCH, has_right_to_left

_KEY = "isolate"


def closed(segments: Sequence[Segment]) -> list[Segment]:
    """The same line, ending first whatever stretch of a pane behind it was cut where it begins."""
    for at, (text, style, control) in enumerate(segments):
        if text and not control:
            return [*segments[:at], Segment(END + text, style), *segments[at + 1 :]]
    return list(segments)


def as_cell(style: Style, text: str, name: str, *, is_right_to_left: bool = False) -> Style:
    """The style of `text`, saying where it has such letters that it is part of the cell `name`."""
    if not has_right_to_left(text):
        return style
    return style + Style(meta={_KEY: (name, is_right_to_left)})


def isolated(segments: Sequence[Segment]) -> list[Segment]:
    """The same cells, each stretch of such letters in isolates."""
    kept = list(segments)
    for first, last, cell in _cells(segments):
        text = "".join(segment.text for segment in segments[first:last])
        if not has_right_to_left(text):
            continue
        if cell is None:
            spans = [(found.start(), found.end(), AUTO) for found in STRETCH.finditer(text)]
        else:
            start = len(text) - len(text.lstrip(" "))
            spans = [(start, len(text.rstrip(" ")), RIGHT_TO_LEFT if cell[1] else AUTO)]
        marks = sorted(mark for a, b, sign in spans for mark in ((a, 1, sign), (b, 0, END)))
        at = 0
        for index in range(first, last):
            words, style, control = segments[index]
            if control:
                continue
            shown, end = words, at + len(words)
            for place, begins, sign in reversed(marks):
                # A mark stands with the letter that it opens or closes, so that no cut parts them.
                if at <= place < end if begins else at < place <= end:
                    shown = shown[: place - at] + sign + shown[place - at :]
            at = end
            kept[index] = Segment(shown, style)
    return kept


def _cells(segments: Sequence[Segment]) -> Iterator[tuple[int, int, tuple[str, bool] | None]]:
    """Segments that belong together, and as which cell; None for those of which nobody says."""
    first, cell = 0, None
    for at, segment in enumerate(segments):
        here = segment.style.meta.get(_KEY) if segment.style is not None else None
        if at and here != cell:
            yield first, at, cell
            first = at
        cell = here
    yield first, len(segments), cell
