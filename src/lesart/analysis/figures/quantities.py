"""Turn numbers into counts, money, percentages, durations, distances and measures."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.ages import read_ages
from lesart.analysis.figures.digits import FRACTION_SIGNS, HALF
from lesart.analysis.figures.measures import NO_UNIT, UnitMatch, money_before, unit_behind, unit_of
from lesart.analysis.figures.number import Number
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.qualifiers import qualify
from lesart.analysis.figures.ranges import DASHES, range_from
from lesart.analysis.figures.shared_units import (
    imply_percent,
    read_moved_points,
    read_points,
    read_points_before,
    read_points_in_brackets,
    share_in_polls,
    share_money,
    share_units,
)
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.units import Unit
from lesart.analysis.figures.units import unit as unit_named


def find_quantities(stream: TokenStream) -> list[Found]:
    """Every number with its unit that no other finder has taken, in order."""
    found: list[Found] = []
    i = 0
    while i < len(stream.tokens):
        if stream.taken[i] or stream.tokens[i].kind not in "nwp":
            i += 1
            continue
        number = _sign_number(stream, i)
        if number is None and stream.tokens[i].kind != "p":
            number = number_at(stream, i)
        if number is None or not stream.is_free(number.i, number.j):
            i += 1
            continue
        made = _quantity(stream, number)
        for figure in made:
            stream.take(figure.i, figure.j)
        found.extend(made)
        i = max(i + 1, made[-1].j if made else number.j if not number.is_one else i + 1)
    read_ages(stream, found)
    share_units(stream, found)
    share_money(stream, found)
    read_points(stream, found)
    read_points_before(stream, found)
    read_moved_points(stream, found)
    imply_percent(stream, found)
    share_in_polls(stream, found)
    read_points_in_brackets(stream, found)
    return found


def _is_name(stream: TokenStream, number: Number) -> bool:
    """ "4chan", "5G", "3D": letters glued on behind that are no unit."""
    behind = stream.at(number.j)
    if stream.at(number.j - 1).text == "K" and number.value in (4000, 8000):
        return money_before(stream, number.i) is None  # "4K": a screen
    return (
        not number.in_words
        and not number.has_scale
        and behind.kind in ("w", "x")
        and stream.touches(number.j)
        and unit_behind(stream, number.j).unit is NO_UNIT
        and stream.tokens[number.i].kind == "n"
    )


def _sign_number(stream: TokenStream, i: int) -> Number | None:
    value = FRACTION_SIGNS.get(stream.low(i))
    return Number(i, i + 1, value) if value is not None else None


def _quantity(stream: TokenStream, number: Number) -> list[Found]:
    if number.is_one and _may_open_range(stream, number):
        ranged = range_from(stream, number)
        if ranged and (ranged.high or 0) <= _MOST_BESIDE_ONE * (ranged.low or 1):
            return [ranged]
    if number.is_one and not _is_real_one(stream, number):
        return []
    if _is_name(stream, number):
        stream.take(number.i, number.j + 1)
        return []
    length = _feet_and_inches(stream, number)
    if length:
        return [length]
    ranged = range_from(stream, number)
    if ranged:
        return [ranged]
    compound = _scaled_compound(stream, number)
    if compound:
        return [compound]
    money = money_before(stream, number.i)
    number = _without_cents(stream, number, money)
    behind = unit_of(stream, number)
    if money:
        behind = _money_tail(stream, number.j, money)
        number = _scale_after_dash(stream, number, behind)
    figure = _with_cents(stream, _single(stream, number, behind, money), number)
    qualify(stream, figure)
    if number.is_round and figure.qualifier == "exact":
        figure.qualifier = "approx"
    return [figure]


def _with_cents(stream: TokenStream, figure: Found, number: Number) -> Found:
    """ "2 euros 50", "1 mètre 80": two digits behind the unit are hundredths."""
    cents, behind = stream.at(figure.j), stream.at(figure.j + 1)
    is_parted = figure.kind == "money" or figure.unit == "metre"
    if figure.unit == "metre" and (behind_metre := _centimetres(stream, figure)):
        return behind_metre
    if not is_parted or number.has_scale or number.in_words or figure.i != number.i:
        return figure
    if not (cents.text.isdecimal() and len(cents.text) == 2) or figure.value is None:
        return figure
    is_free = stream.is_free(figure.j, figure.j + 1) and figure.value == int(figure.value)
    if not is_free or (
        behind.kind in ("w", "x", "n") and behind.low not in stream.lexicon.stop_words
    ):
        return figure
    if (
        behind.text in {"%", ",", "."}
        and stream.touches(figure.j + 1)
        and stream.at(figure.j + 2).kind == "n"
    ):
        return figure
    if behind.text in {"%", "$", "€", "£"} or figure.j == number.j:
        return figure
    figure.value += Decimal(int(cents.text)) / 100
    figure.j = figure.tail = figure.j + 1
    return figure


def _centimetres(stream: TokenStream, figure: Found) -> Found | None:
    """ "un mètre quatre-vingts", "dos metros diez": centimetres in words behind metres in words."""
    at = figure.j
    if stream.at(at).kind != "w" or figure.value is None or figure.value != int(figure.value):
        return None
    cents = number_at(stream, at)
    if cents is None or not cents.in_words or not 10 <= cents.value < 100 or cents.has_scale:
        return None
    if not stream.is_free(at, cents.j):
        return None
    behind = stream.at(cents.j)
    if behind.kind in "nwx" and behind.low not in stream.lexicon.stop_words | stream.lexicon.of:
        return None
    figure.value += cents.value / 100
    figure.j = figure.tail = cents.j
    return figure


def _without_cents(stream: TokenStream, number: Number, money: UnitMatch | None) -> Number:
    """ "5,– Euro", "CHF 1.200.–": a dash stands for no cents."""
    j = number.j
    if number.in_words or stream.at(j).text not in {",", "."} or not stream.touches(j):
        return number
    end = j + 1
    while stream.at(end).text in DASHES and stream.touches(end) and end < j + 3:
        end += 1
    if end == j + 1 or stream.at(end).kind == "n":
        return number
    without = number._replace(j=end)
    is_money = money or unit_of(stream, without).unit.kind == "money"
    return without if is_money else number


_MOST_BESIDE_ONE = 10


def _may_open_range(stream: TokenStream, number: Number) -> bool:
    """ "one to two years", "ein bis zwei Jahre": not "a to b"."""
    word, after = stream.low(number.i), stream.low(number.j)
    opened = stream.lexicon.range_open.get((stream.low(number.i - 1),), frozenset())
    return word not in stream.lexicon.articles and (
        after in stream.lexicon.to or after in opened or after in DASHES
    )


def _scale_after_dash(stream: TokenStream, number: Number, behind: UnitMatch) -> Number:
    """ "$5-billion" carries its scale behind a hyphen."""
    at = number.j
    if not number.has_scale and stream.low(at) in DASHES and stream.touches(at):
        scale = stream.lexicon.scales.get(stream.low(at + 1))
        if scale and stream.touches(at + 1):
            return number._replace(j=at + 2, value=number.value * scale, has_scale=True)
    return number


def _scaled_compound(stream: TokenStream, number: Number) -> Found | None:
    """ "120-Millionen-Euro-Projekt", "a 500-million-euro plan": scale and unit within one word."""
    lexicon, at = stream.lexicon, number.j
    word = stream.low(at + 1)
    if stream.low(at) not in {"-", "‑"} or "-" not in word or number.has_scale:
        return None
    if not (stream.touches(at) and stream.touches(at + 1)):
        return None
    head, *rest = word.split("-")
    scale = lexicon.scales.get(head) or lexicon.short_scales.get(head)
    if not scale or len(head) < _LEAST_SCALE:
        return None
    value, unit = number.value * scale, lexicon.units.get(rest[0])
    if rest[0] in lexicon.currencies:
        found = Found(number.i, at + 2, "money", value, unit=lexicon.currencies[rest[0]])
    elif unit:
        found = Found(number.i, at + 2, unit.kind, value, unit=unit.name)
    else:
        found = Found(number.i, at + 2, "count", value)
    found.has_scale, found.has_noun = True, found.kind == "count"
    qualify(stream, found)
    return found


_LEAST_SCALE = 3


def _money_tail(stream: TokenStream, j: int, money: UnitMatch) -> UnitMatch:
    """A currency's name repeated behind "$5 (US)" adds nothing."""
    return UnitMatch(money.unit, j)


def _single(
    stream: TokenStream, number: Number, behind: UnitMatch, money: UnitMatch | None
) -> Found:
    i, j, value = number.i, number.j, number.value
    unit = NO_UNIT
    if money:
        i, unit = money.at, money.unit
    elif behind.unit is not NO_UNIT:
        unit, j, value = behind.unit, behind.at, value * behind.factor
        below = stream.is_phrase(j, stream.lexicon.below_zero)
        if below and unit.name.startswith("degree"):
            value, j = -value, j + below
        half = stream.is_phrase(j, stream.lexicon.half_after)
        if half and unit.kind in ("duration", "distance", "measure"):
            value, j = value + HALF, j + half
        value, unit, j = _inches(stream, value, unit, j)
    i, value = _minus(stream, i, value, unit)
    implied = _implied_unit(stream, i) if unit is NO_UNIT else ""
    if implied:
        unit = unit_named(implied)
    return Found(i, j, unit.kind, value, unit=unit.name, has_scale=number.has_scale)


def _inches(stream: TokenStream, value: Decimal, unit: Unit, j: int) -> tuple[Decimal, Unit, int]:
    """5ft 11in is one length: 71 inches."""
    if unit.name not in _PARTS:
        return value, unit, j
    part, size = _PARTS[unit.name]
    rest = stream.at(j)
    if rest.kind == "n" and rest.text.isdecimal() and int(rest.text[:3]) < size:
        behind = unit_behind(stream, j + 1)
        if behind.unit.name == part:
            return value * size + Decimal(int(rest.text)), behind.unit, behind.at
    return value, unit, j


def _implied_unit(stream: TokenStream, i: int) -> str:
    """ "mit Tempo 180": the word before says the unit."""
    before = stream.at(i - 1)
    known = stream.lexicon.implied_units.get(before.low, "") if before.text[:1].isupper() else ""
    described = stream.at(i - 2)  # "bei jetzigem Tempo 58"
    is_described = described.low.endswith(("em", "en", "es")) and described.low not in {
        "den",
        "dem",
    }
    return "" if known and is_described and described.kind == "w" else known


_PARTS = {"foot": ("inch", 12), "stone": ("pound", 14)}
"""Units told with a smaller one behind: "5ft 11in", "10st 4lb"."""
_FEET, _INCHES = {"'", "’", "′"}, {'"', "”", "″"}


def _feet_and_inches(stream: TokenStream, number: Number) -> Found | None:
    """5'9" is 69 inches."""
    i, j = number.i, number.j
    inches = stream.at(j + 1)
    if stream.at(j).text not in _FEET or stream.at(j + 2).text not in _INCHES or number.in_words:
        return None
    if not all(stream.touches(k) for k in (j, j + 1, j + 2)) or not inches.text.isdecimal():
        return None
    if not 0 <= int(inches.text[:3]) < 12 or number.value > 9:
        return None
    value = number.value * 12 + int(inches.text)
    return Found(i, j + 3, "distance", value, unit="inch", has_noun=False)


def _minus(stream: TokenStream, i: int, value: Decimal, unit: Unit) -> tuple[int, Decimal]:
    lexicon = stream.lexicon
    before = stream.at(i - 1)
    if before.low in lexicon.minus and len(stream.phrase_before(i, lexicon.before_by_last)) < 2:
        return i - 1, -value
    if before.text in {"-", "−", "–"} and stream.touches(i):
        is_in_brackets = stream.at(i - 2).text == "(" and unit is not NO_UNIT
        if not stream.touches(i - 1) or is_in_brackets:
            return i - 1, -value
    return i, value


def _is_real_one(stream: TokenStream, number: Number) -> bool:
    """ "ein Prozent", "one person": an article that counts."""
    lexicon = stream.lexicon
    word = stream.low(number.i)
    behind = unit_behind(stream, number.j)
    after = stream.at(number.j)
    before = stream.low(number.i - 1)
    if behind.unit.kind in ("percent", "money", "distance", "measure"):
        return word not in lexicon.articles or not _is_rate(stream, number.i)
    if behind.unit.kind == "duration":
        if stream.is_phrase(behind.at, lexicon.half_after):
            return True
        if stream.low(behind.at) in lexicon.ago:
            return True  # "a decade ago"
        if word in lexicon.real_one:
            return lexicon.one_counts and before not in lexicon.one_stop_before
        return before in lexicon.length_lead and not _is_rate(stream, number.i)
    if not lexicon.one_counts or word not in lexicon.real_one:
        return False
    if before in lexicon.of and stream.low(number.i - 2) in lexicon.differences:
        return True  # "a majority of one"
    return (
        after.kind == "w"
        and stream.gap(number.j) == " "
        and after.low not in lexicon.one_stop
        and after.low not in lexicon.stop_words
        and before not in lexicon.one_stop_before
        and after.low not in lexicon.ordinals
    )


def _is_rate(stream: TokenStream, i: int) -> bool:
    """ "$5 a barrel": the article says per what, not how many."""
    before = stream.at(i - 1)
    return (
        before.kind == "n"
        or before.low in stream.lexicon.currencies
        or (before.low in stream.lexicon.scales)
        or before.low in stream.lexicon.units
        or before.low in stream.lexicon.glued_money
        or before.low in {"times", "twice", "once", "cents"}
    )
