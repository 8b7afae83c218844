"""Join two numbers to a range: "zwischen 3 und 5 Prozent", "$5-10m", "20.–30.000"."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.changes import is_changing, is_moving
from lesart.analysis.figures.measures import NO_UNIT, UnitMatch, money_before, unit_behind, unit_of
from lesart.analysis.figures.number import Number
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.scores import is_sport
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.units import CURRENCY_SIGNS, Unit

DASHES = {"-", "–", "—", "‑", "−"}


def range_from(stream: TokenStream, first: Number) -> Found | None:
    """ "zwischen 3 und 5 Prozent", "20.000 bis 30.000", "$5-10m", "20.–30.000"."""
    lexicon = stream.lexicon
    start_money = money_before(stream, first.i)
    left = start_money.at if start_money else first.i
    if not start_money:
        first, left = _signed(stream, first)
    middle = unit_behind(stream, first.j)
    joint = middle.at if middle.unit is not NO_UNIT else first.j
    opened = _opening(stream, left)
    end = _joint(stream, joint, lexicon.range_open.get(opened, frozenset()))
    if end < 0:
        return None
    money = CURRENCY_SIGNS.get(stream.at(end).text)
    at = end + 1 if money else end
    sign = at
    if stream.low(at) in lexicon.minus | lexicon.plus or (
        stream.at(at).text in _MINUS | {"+"} and stream.touches(at + 1)
    ):
        at += 1
    if stream.at(at).kind not in "nw" or not stream.is_free(at, at + 1):
        return None
    second = number_at(stream, at)
    if second is None or second.is_one:
        return None
    if sign < at and not _is_plus(stream, sign):
        second = second._replace(value=-second.value)
    if stream.at(joint).text in DASHES and second.in_words and not first.in_words:
        return None  # "7-Eleven"
    return _joined(stream, first, second, opened, left, start_money, middle)


_MINUS = {"-", "−", "–"}


def _is_plus(stream: TokenStream, i: int) -> bool:
    return stream.low(i) == "+" or stream.low(i) in stream.lexicon.plus


def _signed(stream: TokenStream, first: Number) -> tuple[Number, int]:
    """The number with the sign or the word for minus that stands before it."""
    at = first.i - 1
    before = stream.at(at)
    if before.low in stream.lexicon.minus and first.value > 0:
        return first._replace(value=-first.value), at
    if before.text in _MINUS and stream.touches(first.i) and not stream.touches(at):
        return first._replace(value=-first.value), at
    return first, first.i


def _opening(stream: TokenStream, left: int) -> tuple[str, ...]:
    for size in (2, 1):
        words = tuple(stream.low(left - k) for k in range(size, 0, -1))
        if words in stream.lexicon.range_open:
            return words
    return ()


def _joint(stream: TokenStream, j: int, joins: frozenset[str]) -> int:
    """Past what joins the ends of a range; -1 where nothing does."""
    token = stream.at(j)
    if token.low in joins or token.low in stream.lexicon.to:
        at = j + 1
        while (stream.low(at),) in stream.lexicon.before or stream.low(at) in {"zu", "up"}:
            at += 1
        return at
    if token.text == "." and stream.at(j + 1).text in DASHES and stream.touches(j):
        return j + 2 if stream.touches(j + 1) else -1
    if token.text == "-" and stream.touches(j) and stream.low(j + 1) in stream.lexicon.to:
        return j + 2 if not stream.touches(j + 1) else -1  # "ein- bis zweitausend"
    if token.text in DASHES and token.text != "—":
        if stream.touches(j) == stream.touches(j + 1):
            return j + 1
    return -1


def _joined(
    stream: TokenStream, first: Number, second: Number, opened: tuple[str, ...], left: int,
    start_money: UnitMatch | None, middle: UnitMatch,
) -> Found | None:  # fmt: skip
    low, high = first.value * middle.factor, second.value
    behind = unit_of(stream, second)
    money = start_money or money_before(stream, second.i)
    if low < high and not first.has_scale and second.has_scale and middle.unit is NO_UNIT:
        if low * second.scale < high:
            low *= second.scale
    elif first.in_words and low < 10 and second.in_words and _is_hundreds(stream, second, high):
        low *= 100  # "trois à quatre cents"
    elif _is_short_thousand(stream, first, second):
        low *= 1000
    elif stream.at(first.j).text == "-" and first.in_words and second.in_words:
        word = stream.low(second.j - 1)
        low *= next((n for ending, n in _ENDINGS if word.endswith(ending) and low < 100), 1)
    high *= behind.factor
    if middle.unit is NO_UNIT:
        low *= behind.factor
    unit = money.unit if money else behind.unit
    if middle.unit is not NO_UNIT and unit.name != middle.unit.name:
        return None
    if low < 0 and high < low:
        low, high = high, low  # "-5 bis -8 Grad"
    figure_lead = left - len(opened)
    if not low < high or (not opened and _is_no_range(stream, first, second, unit)):
        return None
    joint = second.i - 1 - bool(CURRENCY_SIGNS.get(stream.at(second.i - 1).text))
    has_two_units = middle.unit is not NO_UNIT and is_changing(stream, figure_lead)
    if stream.low(joint) in stream.lexicon.onto and (
        has_two_units or is_moving(stream, figure_lead)
    ):
        is_told_apart = opened or middle.unit is not NO_UNIT or start_money
        if is_told_apart or stream.low(figure_lead - 1) in stream.lexicon.by:
            return None
    j = second.j if money else behind.at
    below = stream.is_phrase(j, stream.lexicon.below_zero)
    if below and unit.name.startswith("degree") and low >= 0:
        low, high, j = -high, -low, j + below  # "5 bis 8 Grad unter null"
    figure = Found(left, j, unit.kind, None, low, high, qualifier="range", unit=unit.name)
    figure.has_scale = second.has_scale
    figure.lead = figure_lead
    return figure


_ENDINGS = (("tausend", 1000), ("hundert", 100))


def _is_hundreds(stream: TokenStream, second: Number, high: Decimal) -> bool:
    """A few hundred in two words, "quatre cents", whose hundreds the first number shares."""
    is_round = high % 100 == 0 and 200 <= high <= 900
    return is_round and stream.low(second.j - 1) in stream.lexicon.hundred


def _is_short_thousand(stream: TokenStream, first: Number, second: Number) -> bool:
    """ "20.–30.000": the full stop stands for the same thousands."""
    return stream.at(first.j).text == "." and second.value >= 1000 > first.value


def _is_no_range(stream: TokenStream, first: Number, second: Number, unit: Unit) -> bool:
    """ "2-1" between numbers of one digit is a result when sport is spoken of."""
    if stream.at(first.j).text not in DASHES or unit is not NO_UNIT:
        return False
    return is_sport(stream, first.i)
