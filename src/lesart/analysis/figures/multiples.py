"""Read multiples: "dreimal so viele", "three times as many", "tenfold", "divided by two"."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.compounds import compound_value
from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.number import Number
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.ranges import DASHES
from lesart.analysis.figures.token_stream import Found, TokenStream


def _ratio(i: int, j: int, value: Decimal) -> Found:
    return Found(i, j, "ratio", value)


def multiple_at(stream: TokenStream, i: int) -> Found | None:
    """ "dreimal so viele", "doppelt so hoch", "three times as many", "tenfold"."""
    lexicon = stream.lexicon
    low = stream.low(i)
    if (low,) in lexicon.multiples and stream.low(i - 1) in lexicon.multiple_lead:
        return _ratio(i, i + 1, lexicon.multiples[(low,)])
    if (low,) in lexicon.multiples:
        value = lexicon.multiples[(low,)]
        if low in lexicon.sure_multiples:
            return _ratio(i, i + 1, value)
        behind = stream.is_phrase(i + 1, lexicon.as_much)
        return _ratio(i, i + 1, value) if behind else None
    for ending in lexicon.fold:
        stem = low.removesuffix(ending).rstrip("-")
        if low.endswith(ending) and stem:
            number = lexicon.small.get(stem) or lexicon.hundred.get(stem) or lexicon.mixed.get(stem)
            if number:
                return _ratio(i, i + 1, Decimal(number))
    if low in lexicon.verbs_of_multiple:
        return None
    if lexicon.has_compounds and low.endswith("mal") and stream.low(i + 1) == "so":
        stem = low.removesuffix("mal")  # "neunmal so lang"
        number = lexicon.small.get(stem) or lexicon.mixed.get(stem) or compound_value(stem)
        if number:
            return _ratio(i, i + 1, Decimal(number))
    return _number_times(stream, i)


def _number_times(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    number = number_at(stream, i)
    if number is None or number.is_one:
        return None
    j = number.j
    if stream.low(j) in {"-", "‑"} and stream.touches(j) and stream.touches(j + 1):
        if stream.low(j + 1) in lexicon.fold or stream.low(j + 1).endswith("fach"):
            return _ratio(i, j + 2, number.value)
    if stream.touches(j) and stream.low(j) in lexicon.fold:
        return _ratio(i, j + 1, number.value)
    if stream.touches(j) and stream.low(j) in {"x", "×"} and _is_multiplied(stream, j + 1):
        return _ratio(i, j + 1, number.value)
    if stream.phrase_before(i, lexicon.multiplied_by_last):
        return _ratio(i, j, number.value)
    if number.value and stream.phrase_before(i, lexicon.divided_by_last):
        return _ratio(i, j, 1 / number.value)
    if number.value > 1 and (stem := _multiplied_apart(stream, i)):
        return _ratio(i, j, number.value if stem in lexicon.multiplying_stems else 1 / number.value)
    if stream.low(j) in lexicon.times and stream.is_phrase(j + 1, lexicon.as_much):
        return _ratio(i, j + 1, number.value)
    return _range_of_times(stream, number)


_APART = 7


def _multiplied_apart(stream: TokenStream, i: int) -> str:
    """ "diviser son salaire par deux", "multiplicará casi por dos su peso": the verb's stem; empty for none."""
    lexicon = stream.lexicon
    joints = {phrase[-1] for phrase in lexicon.divided}
    if stream.low(i - 1) not in joints or stream.at(i + 1).text.isdigit():
        return ""
    for k in range(i - 2, max(-1, i - _APART), -1):
        if stream.at(k).kind != "w":
            return ""
        for stem in (*lexicon.multiplying_stems, *lexicon.dividing_stems):
            if stream.low(k).startswith(stem) and not stream.low(k).endswith(("ón", "on", "eur")):
                return stem
    return ""


def _is_multiplied(stream: TokenStream, at: int) -> bool:
    """ "3x higher", "5x as many", "3x mehr": a comparison follows."""
    more = grammar(stream.lexicon.code).more
    return bool(stream.is_phrase(at, stream.lexicon.as_much)) or stream.low(at) in more


def _range_of_times(stream: TokenStream, first: Number) -> Found | None:
    """ "three to four times as many", "between 1.2 and 9 times more"."""
    lexicon = stream.lexicon
    joined = stream.low(first.j)
    opened = lexicon.range_open.get((stream.low(first.i - 1),), frozenset())
    if joined not in lexicon.to and joined not in opened and joined not in DASHES:
        return None
    second = number_at(stream, first.j + 1)
    if second is None or second.is_one or second.value <= first.value:
        return None
    if stream.low(second.j) not in lexicon.times:
        return None
    if not stream.is_phrase(second.j + 1, lexicon.as_much):
        return None
    found = Found(first.i, second.j + 1, "ratio", low=first.value, high=second.value)
    found.qualifier = "range"
    return found
