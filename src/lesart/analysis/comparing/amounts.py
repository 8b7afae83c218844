"""How much a figure says at the least and at the most, in one unit for each dimension."""

from __future__ import annotations

import re
from decimal import Decimal
from math import inf
from typing import NamedTuple

from lesart.model.figure import Figure
from lesart.text.folding import fold

_FACTORS: dict[str, dict[str, float]] = {
    "length": {
        "kilometre": 1000, "metre": 1, "centimetre": 0.01, "millimetre": 0.001, "micrometre": 1e-6,
        "nanometre": 1e-9, "mile": 1609.344, "nautical_mile": 1852, "foot": 0.3048, "inch": 0.0254,
        "yard": 0.9144, "light_year": 9.4607e15,
    },
    "area": {
        "square_kilometre": 1e6, "hectare": 1e4, "square_metre": 1, "square_centimetre": 1e-4,
        "acre": 4046.8564, "square_mile": 2.589988e6, "square_foot": 0.09290304,
    },
    "volume": {
        "cubic_kilometre": 1e9, "cubic_metre": 1, "hectolitre": 0.1, "litre": 0.001,
        "decilitre": 1e-4, "centilitre": 1e-5, "millilitre": 1e-6, "cubic_centimetre": 1e-6,
        "cubic_foot": 0.0283168, "barrel": 0.158987, "gallon": 0.00378541, "pint": 0.000473176,
    },
    "mass": {
        "tonne": 1000, "kilogram": 1, "gram": 0.001, "milligram": 1e-6, "microgram": 1e-9,
        "nanogram": 1e-12, "pound": 0.45359237, "ounce": 0.0283495, "hundredweight": 50,
        "stone": 6.35029, "kiloton": 1e6, "megaton": 1e9, "carat": 0.0002,
    },
    "time": {
        "century": 3155760000, "decade": 315576000, "year": 31557600, "month": 2629800,
        "week": 604800, "day": 86400, "night": 86400, "hour": 3600, "minute": 60, "second": 1,
        "millisecond": 0.001, "quarter": 7889400,
    },
    "speed": {
        "kilometre_per_hour": 1 / 3.6, "metre_per_second": 1, "mile_per_hour": 0.44704,
        "knot": 0.514444, "kilometre_per_second": 1000, "metre_per_minute": 1 / 60,
    },
    "power": {
        "terawatt": 1e12, "gigawatt": 1e9, "megawatt": 1e6, "kilowatt": 1e3, "watt": 1,
        "horsepower": 735.49875,
    },
    "energy": {
        "terawatt_hour": 3.6e15, "gigawatt_hour": 3.6e12, "megawatt_hour": 3.6e9,
        "kilowatt_hour": 3.6e6, "watt_hour": 3600, "joule": 1, "kilocalorie": 4184, "calorie": 4.184,
    },
    "data": {
        "petabyte": 1e15, "terabyte": 1e12, "gigabyte": 1e9, "megabyte": 1e6, "kilobyte": 1e3,
        "byte": 1,
    },
    "rain": {"litre_per_square_metre": 1},
}  # fmt: skip
_OF_UNIT = {
    unit: (name, factor) for name, units in _FACTORS.items() for unit, factor in units.items()
}
_DEGREES = {"degree", "degree_celsius", "celsius"}
_VAGUE = (
    (re.compile(r"dutzend|dozen|douzaine|docena|decena|dizaine"), 20, 99),
    (re.compile(r"hundert|hundred|centaine|centenar|ciento|cientos"), 200, 999),
    (re.compile(r"tausend|thousand|millier|miles|millar"), 1_000, 9_999),
)
_MOST_CUT = 0.03
"""Of 34,789 a report may say 34,000, but not of 3,489 that it is 3,000."""
_MOST_ROUNDING = 0.05
"""Nobody rounds 4,200 to 4,000 without saying so."""


class Amount(NamedTuple):
    """What a figure says, in the base unit of its dimension."""

    dimension: str
    low: float
    high: float
    """What the words can bear: "more than 4,400" has no upper end."""
    likely_low: float
    likely_high: float
    """What they let a reader expect: "more than 4,400" is hardly 9,000."""
    value: float
    digits: int
    """Digits that say something: 4,487 has four, 4,500 has two."""

    @property
    def is_distinctive(self) -> bool:
        """Whether the same number in another report is hardly there by chance."""
        return self.digits >= 3

    def may_hold_with(self, other: Amount) -> bool:
        """Both can be true of the same thing."""
        return _overlap(self.low, self.high, other.low, other.high)

    def agrees_with(self, other: Amount) -> bool:
        """Both say about the same."""
        return _overlap(self.likely_low, self.likely_high, other.likely_low, other.likely_high)

    def is_same_number(self, other: Amount) -> bool:
        return abs(self.value - other.value) <= 1e-9 * max(abs(self.value), abs(other.value))

    def ratio_to(self, other: Amount) -> float:
        """How many times the smaller one goes into the larger; endless across zero."""
        one, two = abs(self.value), abs(other.value)
        small, large = min(one, two), max(one, two)
        return large / small if small else (1.0 if large == small else inf)


def _overlap(a: float, b: float, c: float, d: float) -> bool:
    slack = 1e-9 * max(abs(x) for x in (a, b, c, d) if abs(x) != inf)
    return a <= d + slack and c <= b + slack


def amount_of(figure: Figure) -> Amount | None:
    """The figure's amount; None for dates, scores, ranks and what cannot be compared."""
    if figure.kind in ("date", "time", "score", "ordinal"):
        return None
    dimension, factor = dimension_of(figure)
    if figure.value is None:
        return _open_amount(figure, dimension, factor)
    value = figure.value
    if figure.kind == "ratio":
        value = _as_percent(figure, value)
    elif figure.unit in ("degree_fahrenheit", "fahrenheit"):
        value = (value - 32) * 5 / 9
    number = float(value) * factor
    is_counted = dimension == "count" and figure.qualifier not in ("approx", "just_under")
    rounding = _rounding(value, is_counted=is_counted) * factor
    digits = 1 if figure.kind == "ratio" else _digits(value)
    return _amount(dimension, number, rounding, figure.qualifier, digits)


def dimension_of(figure: Figure) -> tuple[str, float]:
    """The dimension's name, and what one of the figure's unit is worth in it."""
    if figure.kind == "money":
        return f"money {figure.unit}", 1.0
    if figure.kind == "ratio":
        return "percent", 1.0
    if figure.unit in _DEGREES | {"degree_fahrenheit", "fahrenheit"}:
        return "temperature", 1.0
    if figure.unit == "basis_point":
        return "percentage_point", 0.01
    return _OF_UNIT.get(figure.unit, (figure.unit or "count", 1.0))


def _as_percent(figure: Figure, value: Decimal) -> Decimal:
    """A third is 33.3 percent; "doubled" is up by 100 percent."""
    if figure.change in ("rise_by", "fall_by"):
        return abs(value - 1) * 100
    return value * 100


def _open_amount(figure: Figure, dimension: str, factor: float) -> Amount | None:
    low, high = figure.low, figure.high
    if low is None and high is None:
        surface = fold(figure.surface)
        for pattern, least, most in _VAGUE:
            if figure.kind == "count" and pattern.search(surface):
                return Amount(dimension, least, inf, least, most, (least + most) / 2, 0)
        return None
    bottom = float(low) * factor if low is not None else -inf
    top = float(high) * factor if high is not None else inf
    if bottom > top:
        bottom, top = top, bottom
    middle = (bottom + top) / 2 if -inf < bottom and top < inf else max(bottom, min(top, 0.0))
    digits = max(_digits(end) for end in (low, high) if end is not None)
    return Amount(dimension, bottom, top, bottom, top, middle, digits)


def _amount(dimension: str, number: float, rounding: float, qualifier: str, digits: int) -> Amount:
    size = abs(number)
    least, most = (
        number - min(rounding, _MOST_ROUNDING * size),
        number + max(min(rounding, _MOST_ROUNDING * size), min(2 * rounding, _MOST_CUT * size)),
    )
    around = max(min(rounding, 0.1 * size), 0.03 * size)
    low, high, likely_low, likely_high = least, most, least, most
    if qualifier == "approx":
        low = likely_low = number - around
        high = likely_high = number + around
    elif qualifier in ("at_least", "more_than"):
        low = likely_low = number if qualifier == "at_least" else least
        high, likely_high = inf, number + 0.25 * size
    elif qualifier in ("at_most", "less_than"):
        low, likely_low = -inf if number < 0 else 0.0, number - 0.2 * size
        high = likely_high = number
    elif qualifier == "just_under":
        low, likely_low = number - 0.15 * size, number - 0.1 * size
        high = likely_high = number + 0.0
    return Amount(dimension, low, high, likely_low, likely_high, number, digits)


def _rounding(value: Decimal, *, is_counted: bool) -> float:
    """Half of the last place that says something."""
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or (is_counted and exponent in (0, 1)):
        return 0.0  # "40 people" is counted, "4,500" is rounded
    return 0.5 * 10.0**exponent


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits) if value else 0
