"""Find the tables of a text: rows of cells parted by "|", by tabs or by wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lesart.model.text import Span

_RULE_SIGNS = " \t|:+=_-"
_MOST_CELLS = 60
"""Cells. A line of more is no row that anybody reads."""
_PIPE = re.compile(r"\|")
_TAB = re.compile(r"\t")
_GAP = re.compile(r" {2,}")
_MARKUP = " *_`\t"
_MOST_ROWS = 2000
_LEAST_ALIGNED = 3
"""Rows. Fewer that are parted by gaps alone may be anything."""


@dataclass(slots=True)
class Grid:
    """A table: its rows of cells as spans of the text, head first where it has one."""

    rows: list[list[Span]] = field(default_factory=list)
    has_head: bool = False
    """A line under the first row makes it a head."""


def grids_in(text: str) -> list[Grid]:
    """The tables of a text, in order."""
    if "|" not in text and "\t" not in text and "  " not in text:
        return []
    return [grid for grid in _runs(text) if len(grid.rows) > 1]


def _runs(text: str) -> Iterator[Grid]:
    """Neighbouring lines that are parted in the same way."""
    grid, way = Grid(), ""
    for line in _lines(text):
        row, found = _row(text, line)
        if len(row) > _MOST_CELLS:
            row, found = [], ""
        if grid.rows and _is_rule(text[line.start : line.end]):
            grid.has_head = grid.has_head or len(grid.rows) == 1
            continue
        if found != way or (way == "gap" and len(row) != len(grid.rows[-1])):
            yield from _whole(grid, way)
            grid, way = Grid(), found
        if found and len(grid.rows) < _MOST_ROWS:
            grid.rows.append(row)
    yield from _whole(grid, way)


def _whole(grid: Grid, way: str) -> Iterator[Grid]:
    if way and len(grid.rows) >= (_LEAST_ALIGNED if way == "gap" else 2):
        yield grid


def _lines(text: str) -> Iterator[Span]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _row(text: str, line: Span) -> tuple[list[Span], str]:
    """The cells of a line and what parts them; nothing where it is no row."""
    words = text[line.start : line.end]
    if "|" in words and (words.lstrip().startswith("|") or " | " in words):
        return _cells(text, line, _PIPE, bordered=words.lstrip().startswith("|")), "|"
    if "\t" in words.strip():
        return _cells(text, line, _TAB, bordered=False), "tab"
    if "  " in words.strip():
        cells = _cells(text, line, _GAP, bordered=False)
        if len(cells) > 1 and all(cell.end - cell.start < 40 for cell in cells):
            return cells, "gap"
    return [], ""


def _is_rule(line: str) -> bool:
    """The line under a head: "|---|:--:|", "====  ===="."""
    is_drawn = "--" in line or "==" in line or "__" in line
    return is_drawn and not line.strip(_RULE_SIGNS)


def _cells(text: str, line: Span, joint: re.Pattern[str], *, bordered: bool) -> list[Span]:
    start, end = line
    if joint.pattern == _GAP.pattern:
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
    cells = []
    for match in joint.finditer(text, start, end):
        cells.append(_trimmed(text, start, match.start()))
        start = match.end()
    cells.append(_trimmed(text, start, end))
    if bordered:
        cells = cells[1:]
    if bordered and cells and cells[-1].start == cells[-1].end:
        cells = cells[:-1]
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKUP:
        start += 1
    while end > start and text[end - 1] in _MARKUP:
        end -= 1
    return Span(start, end)
