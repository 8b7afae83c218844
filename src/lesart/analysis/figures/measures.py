"""Read the unit or currency that stands with a number, before or behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lesart.analysis.figures.number import Number
from lesart.analysis.figures.token_stream import TokenStream
from lesart.analysis.figures.tokens import SPACES
from lesart.analysis.figures.units import (
    CASED,
    CODES,
    CURRENCY_LETTERS,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    MONEY_SCALES,
    RATES,
    SCALED_CODES,
    SIGNS,
    SPACED_LETTERS,
    Unit,
    unit,
)
from lesart.model.figure import FigureKind

NO_UNIT = Unit("count", "")


class UnitMatch(NamedTuple):
    """The unit that stands with a number, and where it begins or ends."""

    unit: Unit
    at: int
    factor: Decimal = Decimal(1)


def unit_of(stream: TokenStream, number: Number) -> UnitMatch:
    """The unit behind a number; behind a scale "de" may stand between ("milliards d'euros")."""
    lexicon = stream.lexicon
    j = number.j
    if stream.low(j) in lexicon.of and stream.low(j + 1) in lexicon.one and number.value < 1:
        percent = stream.phrase_at(j + 2, lexicon.percent_by_first)
        if percent:  # "0.25 of a percentage point"
            return UnitMatch(Unit("percent", lexicon.percent[percent]), j + 2 + len(percent))
    if number.has_scale and stream.low(number.j) in lexicon.scale_joins:
        behind = unit_behind(stream, number.j + 1)
        if behind.unit is not NO_UNIT:
            return behind
    return unit_behind(stream, number.j)


def unit_behind(stream: TokenStream, j: int) -> UnitMatch:
    """The unit that begins at token j, with its base ("km/s", "Liter pro Quadratmeter")."""
    behind = _plain_unit(stream, j)
    name = behind.unit.name
    if behind.unit.kind not in ("measure", "distance"):
        return behind
    at = behind.at
    joint = stream.at(at)
    if joint.text != "/" and joint.low not in stream.lexicon.per:
        return behind
    if joint.text == "/" and not (stream.touches(at) and stream.touches(at + 1)):
        return behind
    base = _base_at(stream, at + 1)
    rate = f"{name}_per_{base.unit.name}"
    return UnitMatch(unit(rate), base.at) if rate in RATES else behind


def _base_at(stream: TokenStream, j: int) -> UnitMatch:
    """The unit that a rate is told by: a word or a sign, without a number before it."""
    token = stream.at(j)
    if token.low in stream.lexicon.units:
        phrase = stream.phrase_at(j, stream.lexicon.units_by_first)
        if phrase:
            return UnitMatch(stream.lexicon.unit_phrases[phrase], j + len(phrase))
        return UnitMatch(stream.lexicon.units[token.low], j + 1)
    phrase = stream.phrase_at(j, stream.lexicon.units_by_first)
    if phrase:
        return UnitMatch(stream.lexicon.unit_phrases[phrase], j + len(phrase))
    known = SIGNS.get(token.low)
    return UnitMatch(known, j + 1) if known else UnitMatch(NO_UNIT, j)


def _plain_unit(stream: TokenStream, j: int) -> UnitMatch:
    """The unit that begins at token j; a hyphen may stand between, or nothing ("25jährige")."""
    lexicon = stream.lexicon
    token = stream.at(j)
    if not token.kind or stream.taken[j]:
        return UnitMatch(NO_UNIT, j)
    if token.text in {"-", "‑"} and stream.touches(j) and stream.touches(j + 1):
        return _hyphenated_unit(stream, j)
    if stream.touches(j) and len(token.low) > 6 and lexicon.is_noun_capitalised:
        glued = _hyphenated_unit(stream, j - 1)
        if glued.unit is not NO_UNIT:
            return glued
    percent = stream.phrase_at(j, lexicon.percent_by_first)
    if percent:
        return UnitMatch(Unit("percent", lexicon.percent[percent]), j + len(percent))
    phrase = stream.phrase_at(j, lexicon.units_by_first)
    if phrase:
        return UnitMatch(lexicon.unit_phrases[phrase], j + len(phrase))
    currency = _currency_behind(stream, j)
    if currency:
        return currency
    if token.low in lexicon.units and not _is_unit_a_noun(stream, j):
        return UnitMatch(lexicon.units[token.low], j + 1)
    return _sign_behind(stream, j)


def _is_unit_a_noun(stream: TokenStream, j: int) -> bool:
    """Capital letters decide in German: "Morgen" and "morgen", "Pfund"."""
    token = stream.at(j)
    return stream.lexicon.is_noun_capitalised and token.text.islower() and len(token.text) > 3


def _hyphenated_unit(stream: TokenStream, j: int) -> UnitMatch:
    """ "20-jährige", "34-year-old", "500-Kilometer-Marsch": the unit within a compound."""
    lexicon = stream.lexicon
    word = stream.low(j + 1)
    stem = word.split("-")[0]
    for length in (len(stem), len(stem) - 1, len(stem) - 2):
        name = lexicon.unit_adjectives.get(stem[:length]) if length > 2 else None
        if name:
            kind: FigureKind = "percent" if name == "percent" else unit(name).kind
            return UnitMatch(Unit(kind, name), j + 2)
    known = lexicon.units.get(stem) or SIGNS.get(stem)
    if (known and "-" in word) or (known and stem == word):
        return UnitMatch(known, j + 2)
    currency = lexicon.currencies.get(stem)
    if currency:
        return UnitMatch(Unit("money", currency), j + 2)
    if (stem,) in lexicon.percent:
        return UnitMatch(Unit("percent", lexicon.percent[(stem,)]), j + 2)
    return UnitMatch(NO_UNIT, j)


def _currency_behind(stream: TokenStream, j: int) -> UnitMatch | None:
    lexicon = stream.lexicon
    token = stream.at(j)
    scaled = _scaled_currency(stream, j)
    if scaled:
        return scaled
    if _is_sign_of_next(stream, j):
        return None
    sign = CURRENCY_SIGNS.get(token.text)
    if sign:
        return UnitMatch(Unit("money", sign), j + 1)
    if token.text in lexicon.glued_money and stream.touches(j) and _is_small_change(stream, j):
        return UnitMatch(Unit("money", lexicon.glued_money[token.low]), j + 1, Decimal("0.01"))
    phrase = stream.phrase_at(j, lexicon.currencies_by_first)
    if phrase and (weight := _weight_at(stream, j)):
        return UnitMatch(unit(weight), j + 1)
    if phrase:
        name = " ".join(phrase)
        factor = Decimal("0.01") if name in lexicon.hundredths else Decimal(1)
        return UnitMatch(Unit("money", lexicon.currencies[name]), j + len(phrase), factor)
    if token.text in CODES:
        return UnitMatch(Unit("money", token.text), j + 1)
    if token.text == "US" and stream.at(j + 1).text == "$":
        return UnitMatch(Unit("money", "USD"), j + 2)
    return None


def _weight_at(stream: TokenStream, j: int) -> str:
    """ "46 pounds of fentanyl", "weighs 46 pounds": a unit of weight with the name of a currency."""
    lexicon = stream.lexicon
    name = lexicon.weights_too.get(stream.low(j), "")
    if not name:
        return ""
    what = stream.at(j + 2)
    is_stuff = (
        stream.low(j + 1) in lexicon.of
        and what.text[:1].islower()
        and what.low not in lexicon.determiners
        and what.low not in lexicon.of_sums
    )
    is_weighed = any(stream.low(k) in lexicon.weighs for k in range(max(0, j - 5), j))
    return name if is_stuff or is_weighed else ""


def _scaled_currency(stream: TokenStream, j: int) -> UnitMatch | None:
    """ "850 k€", "1,2 Md€", "5 T€", "3 MEUR": the scale is glued to the currency."""
    token = stream.at(j)
    if token.text in SCALED_CODES:
        code, power = SCALED_CODES[token.text]
        return UnitMatch(Unit("money", code), j + 1, Decimal(10) ** power)
    sign = CURRENCY_SIGNS.get(stream.at(j + 1).text)
    power = MONEY_SCALES.get(token.text, 0)
    if not sign or not power or not stream.touches(j + 1):
        return None
    if stream.touches(j + 2) and stream.at(j + 2).kind == "n":
        return None
    return UnitMatch(Unit("money", sign), j + 2, Decimal(10) ** power)


def _is_sign_of_next(stream: TokenStream, j: int) -> bool:
    """ "a US$4.7 billion loan", "a $5 note": the sign belongs to the number behind it."""
    at = j
    if stream.low(at) in CURRENCY_LETTERS and stream.at(at + 1).text == "$":
        at += 1
    if stream.at(at).text not in CURRENCY_SIGNS:
        return False
    is_glued = stream.touches(j) and stream.at(j - 1).kind == "n"
    return stream.at(at + 1).kind == "n" and stream.touches(at + 1) and not is_glued


def _is_small_change(stream: TokenStream, j: int) -> bool:
    """ "17p", "11c", but "1080p" and "48c"-like codes of more than three digits are none."""
    digits = stream.at(j - 1).text
    return (
        len(digits.partition(".")[0]) <= 4
        and digits.replace(".", "").isdecimal()
        and digits not in NO_PENCE
    )


NO_PENCE = {"144", "240", "360", "480", "720", "1080", "1440", "2160"}
"""Rows of a screen ("1080p")."""


_GLUED_DEGREES = {"C": "degree_celsius", "F": "degree_fahrenheit"}


def _sign_behind(stream: TokenStream, j: int) -> UnitMatch:
    token = stream.at(j)
    if token.text in _GLUED_DEGREES and stream.touches(j) and len(stream.at(j - 1).text) < 4:
        if stream.low(j - 2) in {"-", "−", "–"} or stream.at(j + 1).kind != "n":
            return UnitMatch(unit(_GLUED_DEGREES[token.text]), j + 1)
    known = SIGNS.get(token.low)
    is_square = stream.at(j + 1).text in {"²", "³"}
    if known is None or stream.at(j - 1).kind not in "n":
        return UnitMatch(NO_UNIT, j)
    if token.low in CASED and not _is_cased_right(token.text, stream.touches(j)):
        return UnitMatch(NO_UNIT, j)
    if is_square:
        both = SIGNS.get(token.low + stream.at(j + 1).text)
        return UnitMatch(both, j + 2) if both else UnitMatch(NO_UNIT, j)
    return UnitMatch(known, j + 1)


def _is_cased_right(text: str, touches: bool) -> bool:
    if text in {"W", "V", "MW"}:
        return True
    if text in {"in", "s", "h", "l", "min"} and not touches:
        return text in {"h", "l", "min"}
    return text.islower() and text not in {"w", "v", "mw"}


def money_before(stream: TokenStream, i: int) -> UnitMatch | None:
    """ "$", "US$", "EUR" right before token i."""
    before = stream.at(i - 1)
    if i < 1 or stream.taken[i - 1]:  # "0₩0": the sign is the number's before it
        return None
    sign = CURRENCY_SIGNS.get(before.text)
    if sign:
        letters = stream.at(i - 2)
        if before.text == "$" and stream.touches(i - 1):
            is_free = i > 1 and not stream.taken[i - 2]  # "0s$0": the second's sign
            if is_free and letters.kind == "w" and letters.low in CURRENCY_LETTERS:
                return UnitMatch(Unit("money", CURRENCY_LETTERS[letters.low]), i - 2)
        if before.text == "$" and letters.text in SPACED_LETTERS and stream.gap(i - 1) == " ":
            return UnitMatch(Unit("money", CURRENCY_LETTERS[letters.low]), i - 2)
        # "5 € 30 Cent" and "20$ 30": the sign belongs to what stands before it
        if letters.kind == "n" and stream.touches(i - 1) and not stream.touches(i):
            return None
        return UnitMatch(Unit("money", sign), i - 1)
    at = i - 1
    if before.text == "." and stream.touches(at):
        at -= 1
    if stream.at(at).text in CURRENCY_PREFIXES and stream.gap(i) in SPACES | {""}:
        return UnitMatch(Unit("money", CURRENCY_PREFIXES[stream.at(at).text]), at)
    if before.text in CODES and stream.at(i - 2).kind != "n":
        return UnitMatch(Unit("money", before.text), i - 1)
    return None
