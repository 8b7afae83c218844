"""Numbers over time as lines of characters: a sparkline for a row, a chart with axes for a pane.

Who said a number is told by a sign of its own, never by colour alone; a chart of five lines is one, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor, log10
from statistics import median
from typing import NamedTuple

SIGNS = "●■▲◆○□△◇"
ASCII_SIGNS = "ox*#@%&$"
"""One for each series; the last one for all those that are left."""
_SEVERAL, _BAR = "+", "│"
_LEVELS = "▁▂▃▄▅▆▇█"
_ASCII_LEVELS = "_.-=+*#@"
_LOGARITHMIC = 30
"""So many times the smallest value the largest one is, before a straight scale hides the small ones."""
_LEAST_WIDTH, _LEAST_HEIGHT = 16, 4


class Point(NamedTuple):
    """A value, or a range of values, at a time."""

    at: float
    low: float
    high: float
    series: int = 0
    """Which sign it is drawn by."""
    is_lit: bool = False
    """It is the one that is meant: never hidden behind another."""

    @property
    def value(self) -> float:
        return (self.low + self.high) / 2


class Run(NamedTuple):
    """Some cells of a line; `series` is whose sign they are."""

    text: str
    series: int | None = None
    is_lit: bool = False


class Scale(NamedTuple):
    """Values as shares of the height, from the bottom up."""

    low: float
    high: float
    is_logarithmic: bool

    def share(self, value: float) -> float:
        low, high = self._of(self.low), self._of(self.high)
        return (self._of(value) - low) / (high - low)

    def _of(self, value: float) -> float:
        return log10(value) if self.is_logarithmic else value


def sparkline(values: Sequence[tuple[float, float]], width: int, *, is_ascii: bool = False) -> str:
    """Times with values in `width` cells; a stretch without a value stays empty.

    Empty where there are no two times to compare.
    """
    times = [at for at, _ in values]
    if width < 2 or not times or min(times) == max(times):
        return ""
    first, length = min(times), max(times) - min(times)
    cells: list[list[float]] = [[] for _ in range(width)]
    for at, value in values:
        cells[round((at - first) / length * (width - 1))].append(value)
    scale = _scale_of([value for _, value in values], exactly=True)
    levels = _ASCII_LEVELS if is_ascii else _LEVELS
    return "".join(
        levels[round(scale.share(median(cell)) * (len(levels) - 1))] if cell else " "
        for cell in cells
    )


def chart(
    points: Sequence[Point],
    width: int,
    height: int,
    *,
    number: Callable[[float], str],
    day: Callable[[float], str],
    signs: str = SIGNS,
) -> list[list[Run]]:
    """A chart of exactly `height` lines, values at its left and times below; none without room for it."""
    if not points or width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return []
    scale = _scale_of([end for point in points for end in (point.low, point.high)])
    rows = height - 2
    labels = _labels(scale, rows, number)
    margin = min(max(map(len, labels.values())), width - 10)
    room = width - margin - 2
    cells = _cells(points, scale, room, rows, signs)
    lines = []
    for row in range(rows):
        label = labels.get(row, "")[:margin].rjust(margin)
        lines.append([Run(f"{label} {'┤' if row in labels else '│'}"), *_runs(cells[row])])
    lines.append([Run(f"{' ' * margin} └{'─' * room}")])
    lines.append([Run(" " * (margin + 2) + _days(points, room, day))])
    return lines


def is_logarithmic(points: Sequence[Point]) -> bool:
    """Whether the chart of these grows by powers of ten: to be said beside it."""
    return _scale_of([end for p in points for end in (p.low, p.high)]).is_logarithmic


# ------------------------------------------------------------------ values


def _scale_of(values: Sequence[float], *, exactly: bool = False) -> Scale:
    """From the smallest to the largest value; to round numbers around them unless `exactly`."""
    low, high = min(values), max(values)
    if low > 0 and high / low >= _LOGARITHMIC:
        if exactly:
            return Scale(low, high, True)
        top = 10.0 ** -floor(-log10(high))
        return Scale(10.0 ** floor(log10(low)), top, True)
    if low == high:
        by = abs(low) / 2 or 1.0
        return Scale(low - by, high + by, False)
    if exactly:
        return Scale(low, high, False)
    step = _step((high - low) / 3)
    return Scale(floor(low / step) * step, -floor(-high / step) * step, False)


def _step(least: float) -> float:
    """1, 2 or 5 with some zeros, and at least as much."""
    power = 10.0 ** floor(log10(least))
    return float(next(power * by for by in (1, 2, 5, 10) if power * by >= least * 0.999))


def _labels(scale: Scale, rows: int, number: Callable[[float], str]) -> dict[int, str]:
    """What stands beside each line that has a round value."""
    if scale.is_logarithmic:
        powers = range(round(log10(scale.low)), round(log10(scale.high)) + 1)
        ticks = [10.0**power for power in powers]
    else:
        step = _step((scale.high - scale.low) / max(2, min(6, rows // 2)))
        count = floor((scale.high - scale.low) / step * 1.001)
        ticks = [scale.low + step * place for place in range(count + 1)]
        ticks += [scale.high] if ticks[-1] < scale.high else []
    found: dict[int, str] = {}
    for tick in (ticks[0], ticks[-1], *ticks[1:-1]):
        row = _row_of(scale, tick, rows)
        # The ends are told first; where there is no room for all, those between are left out.
        if not any(abs(row - taken) < 2 for taken in found) or row in (0, rows - 1):
            found.setdefault(row, number(tick))
    return found


def _row_of(scale: Scale, value: float, rows: int) -> int:
    return rows - 1 - round(scale.share(value) * (rows - 1))


# ------------------------------------------------------------------ cells


def _cells(
    points: Sequence[Point], scale: Scale, room: int, rows: int, signs: str
) -> list[list[Run]]:
    """Each cell of the field; where signs of several series meet, that is said."""
    cells = [[Run(" ")] * room for _ in range(rows)]
    first, last = min(p.at for p in points), max(p.at for p in points)
    for point in sorted(points, key=lambda p: p.is_lit):
        share = (point.at - first) / (last - first) if last > first else 0.5
        column = round(share * (room - 1))
        top, bottom = _row_of(scale, point.high, rows), _row_of(scale, point.low, rows)
        for row in range(top, bottom + 1):
            if cells[row][column].text == " ":
                cells[row][column] = Run(_BAR, point.series, point.is_lit)
        middle, series = _row_of(scale, point.value, rows), min(point.series, len(signs) - 1)
        there = cells[middle][column]
        sign = signs[series]
        if there.text not in (" ", _BAR, sign) and not point.is_lit:
            cells[middle][column] = Run(_SEVERAL, None)
        else:
            cells[middle][column] = Run(sign, point.series, point.is_lit)
    return cells


def _runs(cells: Sequence[Run]) -> list[Run]:
    """Neighbours that look alike together."""
    runs: list[Run] = []
    for cell in cells:
        if runs and runs[-1][1:] == cell[1:]:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + cell.text)
        else:
            runs.append(cell)
    return runs


def _days(points: Sequence[Point], room: int, day: Callable[[float], str]) -> str:
    """The first day at the left, the last one at the right, one between them where there is room."""
    first, last = min(p.at for p in points), max(p.at for p in points)
    if first == last:
        return day(first)[:room].center(room)
    left, middle, right = day(first), day((first + last) / 2), day(last)
    if len(left) + len(right) + 2 > room:
        return left[:room].ljust(room)
    gap = room - len(left) - len(right)
    if len(middle) + 6 > gap:
        middle = ""
    start = (room - len(middle)) // 2 - len(left)
    return f"{left}{' ' * start}{middle}".ljust(room - len(right)) + right
