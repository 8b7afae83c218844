"""Turn numbers into counts, money, percentages, durations, distances and measures."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.ages import read_ages
from lesart.analysis.figures.digits import FRACTION_SIGNS, HALF
from lesart.analysis.figures.measures import NO_UNIT, Company, money_before, unit_behind, unit_of
from lesart.analysis.figures.numbers import Number, number_at
from lesart.analysis.figures.qualifiers import qualify
from lesart.analysis.figures.ranges import DASHES, range_from
from lesart.analysis.figures.reading import Found, Reading
from lesart.analysis.figures.sharing import (
    imply_percent,
    read_points,
    read_points_before,
    read_points_in_brackets,
    share_in_polls,
    share_units,
)
from lesart.analysis.figures.units import Unit
from lesart.analysis.figures.units import unit as unit_named


def find_quantities(reading: Reading) -> list[Found]:
    """Every number with its unit that no other finder has taken, in order."""
    found: list[Found] = []
    i = 0
    while i < len(reading.tokens):
        if reading.taken[i] or reading.tokens[i].kind not in "nwp":
            i += 1
            continue
        number = (
            number_at(reading, i) if reading.tokens[i].kind != "p" else _sign_number(reading, i)
        )
        if number is None or not reading.is_free(number.i, number.j):
            i += 1
            continue
        made = _quantity(reading, number)
        for figure in made:
            reading.take(figure.i, figure.j)
        found.extend(made)
        i = max(i + 1, made[-1].j if made else number.j if not number.is_one else i + 1)
    read_ages(reading, found)
    share_units(reading, found)
    read_points(reading, found)
    read_points_before(reading, found)
    imply_percent(reading, found)
    share_in_polls(reading, found)
    read_points_in_brackets(reading, found)
    return found


def _is_name(reading: Reading, number: Number) -> bool:
    """ "4chan", "5G", "3D": letters glued on behind that are no unit."""
    behind = reading.at(number.j)
    return (
        not number.in_words
        and not number.has_scale
        and behind.kind in ("w", "x")
        and reading.touches(number.j)
        and unit_behind(reading, number.j).unit is NO_UNIT
        and reading.tokens[number.i].kind == "n"
    )


def _sign_number(reading: Reading, i: int) -> Number | None:
    value = FRACTION_SIGNS.get(reading.low(i))
    return Number(i, i + 1, value) if value is not None else None


def _quantity(reading: Reading, number: Number) -> list[Found]:
    if number.is_one and _may_open_range(reading, number):
        ranged = range_from(reading, number)
        if ranged and (ranged.high or 0) <= _MOST_BESIDE_ONE * (ranged.low or 1):
            return [ranged]
    if number.is_one and not _is_real_one(reading, number):
        return []
    if _is_name(reading, number):
        reading.take(number.i, number.j + 1)
        return []
    length = _feet_and_inches(reading, number)
    if length:
        return [length]
    ranged = range_from(reading, number)
    if ranged:
        return [ranged]
    money = money_before(reading, number.i)
    number = _without_cents(reading, number, money)
    behind = unit_of(reading, number)
    if money:
        behind = _money_tail(reading, number.j, money)
        number = _scale_after_dash(reading, number, behind)
    figure = _single(reading, number, behind, money)
    qualify(reading, figure)
    if number.is_round and figure.qualifier == "exact":
        figure.qualifier = "approx"
    return [figure]


def _without_cents(reading: Reading, number: Number, money: Company | None) -> Number:
    """ "5,– Euro", "CHF 1.200.–": a dash stands for no cents."""
    j = number.j
    if number.in_words or reading.at(j).text not in {",", "."} or not reading.touches(j):
        return number
    end = j + 1
    while reading.at(end).text in DASHES and reading.touches(end) and end < j + 3:
        end += 1
    if end == j + 1 or reading.at(end).kind == "n":
        return number
    without = number._replace(j=end)
    is_money = money or unit_of(reading, without).unit.kind == "money"
    return without if is_money else number


_MOST_BESIDE_ONE = 10


def _may_open_range(reading: Reading, number: Number) -> bool:
    """ "one to two years", "ein bis zwei Jahre": not "a to b"."""
    word, after = reading.low(number.i), reading.low(number.j)
    opened = reading.lexicon.range_open.get((reading.low(number.i - 1),), frozenset())
    return word not in reading.lexicon.articles and (
        after in reading.lexicon.to or after in opened or after in DASHES
    )


def _scale_after_dash(reading: Reading, number: Number, behind: Company) -> Number:
    """ "$5-billion" carries its scale behind a hyphen."""
    at = number.j
    if not number.has_scale and reading.low(at) in DASHES and reading.touches(at):
        scale = reading.lexicon.scales.get(reading.low(at + 1))
        if scale and reading.touches(at + 1):
            return number._replace(j=at + 2, value=number.value * scale, has_scale=True)
    return number


def _money_tail(reading: Reading, j: int, money: Company) -> Company:
    """A currency's name repeated behind "$5 (US)" adds nothing."""
    return Company(money.unit, j)


def _single(reading: Reading, number: Number, behind: Company, money: Company | None) -> Found:
    i, j, value = number.i, number.j, number.value
    unit = NO_UNIT
    if money:
        i, unit = money.at, money.unit
    elif behind.unit is not NO_UNIT:
        unit, j, value = behind.unit, behind.at, value * behind.factor
        below = reading.is_phrase(j, reading.lexicon.below_zero)
        if below and unit.name.startswith("degree"):
            value, j = -value, j + below
        half = reading.is_phrase(j, reading.lexicon.half_after)
        if half and unit.kind in ("duration", "distance", "measure"):
            value, j = value + HALF, j + half
        value, unit, j = _inches(reading, value, unit, j)
    i, value = _minus(reading, i, value, unit)
    implied = _implied_unit(reading, i) if unit is NO_UNIT else ""
    if implied:
        unit = unit_named(implied)
    return Found(i, j, unit.kind, value, unit=unit.name, has_scale=number.has_scale)


def _inches(reading: Reading, value: Decimal, unit: Unit, j: int) -> tuple[Decimal, Unit, int]:
    """5ft 11in is one length: 71 inches."""
    if unit.name not in _PARTS:
        return value, unit, j
    part, size = _PARTS[unit.name]
    rest = reading.at(j)
    if rest.kind == "n" and rest.text.isdecimal() and int(rest.text[:3]) < size:
        behind = unit_behind(reading, j + 1)
        if behind.unit.name == part:
            return value * size + Decimal(int(rest.text)), behind.unit, behind.at
    return value, unit, j


def _implied_unit(reading: Reading, i: int) -> str:
    """ "mit Tempo 180": the word before says the unit."""
    before = reading.at(i - 1)
    return reading.lexicon.implied_units.get(before.low, "") if before.text[:1].isupper() else ""


_PARTS = {"foot": ("inch", 12), "stone": ("pound", 14)}
"""Units told with a smaller one behind: "5ft 11in", "10st 4lb"."""
_FEET, _INCHES = {"'", "’", "′"}, {'"', "”", "″"}


def _feet_and_inches(reading: Reading, number: Number) -> Found | None:
    """5'9" is 69 inches."""
    i, j = number.i, number.j
    inches = reading.at(j + 1)
    if reading.at(j).text not in _FEET or reading.at(j + 2).text not in _INCHES or number.in_words:
        return None
    if not all(reading.touches(k) for k in (j, j + 1, j + 2)) or not inches.text.isdecimal():
        return None
    if not 0 <= int(inches.text[:3]) < 12 or number.value > 9:
        return None
    value = number.value * 12 + int(inches.text)
    return Found(i, j + 3, "distance", value, unit="inch", has_noun=False)


def _minus(reading: Reading, i: int, value: Decimal, unit: Unit) -> tuple[int, Decimal]:
    lexicon = reading.lexicon
    before = reading.at(i - 1)
    if before.low in lexicon.minus and len(reading.phrase_before(i, lexicon.before_by_last)) < 2:
        return i - 1, -value
    if before.text in {"-", "−", "–"} and reading.touches(i) and not reading.touches(i - 1):
        return i - 1, -value
    return i, value


def _is_real_one(reading: Reading, number: Number) -> bool:
    """ "ein Prozent", "one person": an article that counts."""
    lexicon = reading.lexicon
    word = reading.low(number.i)
    behind = unit_behind(reading, number.j)
    after = reading.at(number.j)
    before = reading.low(number.i - 1)
    if behind.unit.kind in ("percent", "money", "distance", "measure"):
        return word not in lexicon.articles or not _is_rate(reading, number.i)
    if behind.unit.kind == "duration":
        if reading.is_phrase(behind.at, lexicon.half_after):
            return True
        if reading.low(behind.at) in lexicon.ago:
            return True  # "a decade ago"
        if word in lexicon.real_one:
            return lexicon.one_counts and before not in lexicon.one_stop_before
        return before in lexicon.length_lead and not _is_rate(reading, number.i)
    if not lexicon.one_counts or word not in lexicon.real_one:
        return False
    if before in lexicon.of and reading.low(number.i - 2) in lexicon.differences:
        return True  # "a majority of one"
    return (
        after.kind == "w"
        and reading.gap(number.j) == " "
        and after.low not in lexicon.one_stop
        and after.low not in lexicon.stop_words
        and before not in lexicon.one_stop_before
        and after.low not in lexicon.ordinals
    )


def _is_rate(reading: Reading, i: int) -> bool:
    """ "$5 a barrel": the article says per what, not how many."""
    before = reading.at(i - 1)
    return (
        before.kind == "n"
        or before.low in reading.lexicon.currencies
        or (before.low in reading.lexicon.scales)
        or before.low in reading.lexicon.units
        or before.low in {"times", "twice", "once", "cents"}
    )
