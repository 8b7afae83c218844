"""Figures of one subject over time, ready to be drawn: when each was said, by whom, how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import NamedTuple, TypeVar

from lesart.analysis.comparing.amounts import amount_of, dimension_of
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.services.asking.figures_view import FigureRow
from lesart.text.charts import SIGNS, Point, Run, chart, is_logarithmic
from lesart.translations import _

_T = TypeVar("_T")
_DAY = 86_400
_LONG = 3 * 365 * _DAY
"""Days cannot be told apart on an axis that is longer."""
_ONE_UNIT = {"percent": ("percent", "percent"), "temperature": ("measure", "degree_celsius"),
             "percentage_point": ("percent", "percentage_point")}  # fmt: skip
"""Amounts of these are in one unit already, whatever the text had: its kind and name."""


class Plot(NamedTuple):
    """What is drawn, and what has to be said beside it."""

    points: tuple[Point, ...]
    sources: tuple[str, ...]
    """Who each sign stands for."""
    unit: Figure
    """A figure whose unit the values are in."""
    is_change: bool
    moments: Mapping[float, Moment]
    """When it was so, or when the articles were published, as exactly as is known."""

    @property
    def is_logarithmic(self) -> bool:
        return is_logarithmic(self.points)

    @property
    def has_times(self) -> bool:
        """Whether there are two times at least: else there is nothing to see over time."""
        return len({point.at for point in self.points}) > 1

    @property
    def _span(self) -> float:
        times = [point.at for point in self.points]
        return max(times) - min(times)

    def lines(
        self, width: int, height: int, formats: Formats, signs: str = SIGNS
    ) -> list[list[Run]]:
        """The chart in so many cells."""
        return chart(
            self.points,
            width,
            height,
            number=lambda value: _said(value, self.unit, formats),
            day=partial(_day, span=self._span, known=self.moments, formats=formats),
            signs=signs,
        )


def plot_of(rows: Iterable[FigureRow], lit: FigureRow | None = None) -> Plot | None:
    """The figures that can be drawn together: those of `lit`'s series, else of the one that most have.

    A figure stands at the time that its sentence names, else at the day its article was published. None where there is none to draw.
    """
    drawn = _of_one_series(rows, lit)
    if not drawn:
        return None
    unit, factor = _unit_of(drawn)
    names = [row.article.source for row in drawn]
    sources = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    points = tuple(
        _point(row, sources.index(row.article.source), factor, is_lit=row is lit) for row in drawn
    )
    moments = {float(at.seconds): at for row in drawn if (at := row.at)}
    return Plot(points, tuple(sources), unit, drawn[0].is_change, moments)


def values_over_time(rows: Iterable[FigureRow]) -> list[tuple[float, float]]:
    """Times with amounts, for a sparkline: those of the series that most of the rows are of."""
    return [
        (float(at.seconds), row.amount)
        for row in _of_one_series(rows, None)
        if (at := row.at) is not None and row.amount is not None
    ]


def legend(plot: Plot, signs: str = SIGNS) -> list[tuple[str, int]]:
    """What each sign stands for: "● Nordbote", and which series that is; the last sign is of all others."""
    names = [" ".join(name.split()) or "–" for name in plot.sources]
    if len(names) > len(signs):
        names = [
            *names[: len(signs) - 1],
            _("{count} others").format(count=numeral(len(names) - len(signs) + 1)),
        ]
    return [(f"{signs[place]} {name}", place) for place, name in enumerate(names)]


def _of_one_series(rows: Iterable[FigureRow], lit: FigureRow | None) -> list[FigureRow]:
    """What can be drawn of the series of `lit`, else of the one that most are of.

    Figures of which no subject is known have nothing in common that a line could show.
    """
    drawn = [row for row in rows if row.has_subject and _can_be_drawn(row)]
    if not drawn:
        return []
    wanted = lit.series if lit is not None else _commonest(row.series for row in drawn)
    return [row for row in drawn if row.series == wanted]


def _can_be_drawn(row: FigureRow) -> bool:
    """What it came from belongs to a time before the article's, unless that is said."""
    is_before = row.figure.role == "from" or row.figure.change == "from"
    return row.amount is not None and row.at is not None and (row.told is not None or not is_before)


def _point(row: FigureRow, series: int, factor: float, *, is_lit: bool) -> Point:
    amount, at = amount_of(row.figure), row.at
    assert amount is not None
    assert at is not None
    low, high = amount.value, amount.value
    if row.figure.value is None and row.figure.low is not None and row.figure.high is not None:
        low, high = amount.low, amount.high
    return Point(float(at.seconds), low / factor, high / factor, series, is_lit)


def _unit_of(rows: Sequence[FigureRow]) -> tuple[Figure, float]:
    """A figure in the unit that most of them have, and what one of it is worth."""
    figure = rows[0].figure
    if known := _ONE_UNIT.get(rows[0].dimension):
        return replace(figure, kind=known[0], unit=known[1]), 1.0  # type: ignore[arg-type]
    unit = _commonest(row.figure.unit for row in rows)
    figure = next(row.figure for row in rows if row.figure.unit == unit)
    return figure, dimension_of(figure)[1]


def _commonest(things: Iterable[_T]) -> _T:
    every = list(things)
    return max(dict.fromkeys(every), key=every.count)


def _said(value: float, unit: Figure, formats: Formats) -> str:
    number = Decimal(f"{value:.6g}")
    plain = replace(unit, value=number, low=None, high=None, qualifier="exact", until="")
    return formats.figure(plain)


def _day(at: float, span: float, known: Mapping[float, Moment], formats: Formats) -> str:
    """No more exactly than is known, and than can be seen."""
    moment = known.get(at, Moment(int(at), "day"))
    if span < 2 * _DAY and moment.precision == "minute":
        return formats.moment(moment)
    # Days of an axis have no room for their weekdays.
    day = datetime.fromtimestamp(at, formats.zone).date().isoformat()
    kept = {"year": 4, "month": 7}.get(moment.precision, 7 if span > _LONG else 10)
    return formats.when(day[:kept])
