"""Read the unit or currency that stands with a number, before or behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lesart.analysis.figures.numbers import Number
from lesart.analysis.figures.reading import Reading
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
from lesart.model import FigureKind

NO_UNIT = Unit("count", "")


class Company(NamedTuple):
    """The unit that stands with a number, and where it begins or ends."""

    unit: Unit
    at: int
    factor: Decimal = Decimal(1)


def unit_of(reading: Reading, number: Number) -> Company:
    """The unit behind a number; behind a scale "de" may stand between ("milliards d'euros")."""
    lexicon = reading.lexicon
    j = number.j
    if reading.low(j) in lexicon.of and reading.low(j + 1) in lexicon.one and number.value < 1:
        percent = reading.phrase_at(j + 2, lexicon.percent_by_first)
        if percent:  # "0.25 of a percentage point"
            return Company(Unit("percent", lexicon.percent[percent]), j + 2 + len(percent))
    if number.has_scale and reading.low(number.j) in lexicon.scale_joins:
        behind = unit_behind(reading, number.j + 1)
        if behind.unit is not NO_UNIT:
            return behind
    return unit_behind(reading, number.j)


def unit_behind(reading: Reading, j: int) -> Company:
    """The unit that begins at token j, with its base ("km/s", "Liter pro Quadratmeter")."""
    behind = _plain_unit(reading, j)
    name = behind.unit.name
    if behind.unit.kind not in ("measure", "distance"):
        return behind
    at = behind.at
    joint = reading.at(at)
    if joint.text != "/" and joint.low not in reading.lexicon.per:
        return behind
    if joint.text == "/" and not (reading.touches(at) and reading.touches(at + 1)):
        return behind
    base = _base_at(reading, at + 1)
    rate = f"{name}_per_{base.unit.name}"
    return Company(unit(rate), base.at) if rate in RATES else behind


def _base_at(reading: Reading, j: int) -> Company:
    """The unit that a rate is told by: a word or a sign, without a number before it."""
    token = reading.at(j)
    if token.low in reading.lexicon.units:
        phrase = reading.phrase_at(j, reading.lexicon.units_by_first)
        if phrase:
            return Company(reading.lexicon.unit_phrases[phrase], j + len(phrase))
        return Company(reading.lexicon.units[token.low], j + 1)
    phrase = reading.phrase_at(j, reading.lexicon.units_by_first)
    if phrase:
        return Company(reading.lexicon.unit_phrases[phrase], j + len(phrase))
    known = SIGNS.get(token.low)
    return Company(known, j + 1) if known else Company(NO_UNIT, j)


def _plain_unit(reading: Reading, j: int) -> Company:
    """The unit that begins at token j; a hyphen may stand between, or nothing ("25jährige")."""
    lexicon = reading.lexicon
    token = reading.at(j)
    if not token.kind or reading.taken[j]:
        return Company(NO_UNIT, j)
    if token.text in {"-", "‑"} and reading.touches(j) and reading.touches(j + 1):
        return _hyphenated_unit(reading, j)
    if reading.touches(j) and len(token.low) > 6 and lexicon.is_noun_capitalised:
        glued = _hyphenated_unit(reading, j - 1)
        if glued.unit is not NO_UNIT:
            return glued
    percent = reading.phrase_at(j, lexicon.percent_by_first)
    if percent:
        return Company(Unit("percent", lexicon.percent[percent]), j + len(percent))
    phrase = reading.phrase_at(j, lexicon.units_by_first)
    if phrase:
        return Company(lexicon.unit_phrases[phrase], j + len(phrase))
    currency = _currency_behind(reading, j)
    if currency:
        return currency
    if token.low in lexicon.units and not _is_unit_a_noun(reading, j):
        return Company(lexicon.units[token.low], j + 1)
    return _sign_behind(reading, j)


def _is_unit_a_noun(reading: Reading, j: int) -> bool:
    """Capital letters decide in German: "Morgen" and "morgen", "Pfund"."""
    token = reading.at(j)
    return reading.lexicon.is_noun_capitalised and token.text.islower() and len(token.text) > 3


def _hyphenated_unit(reading: Reading, j: int) -> Company:
    """ "20-jährige", "34-year-old", "500-Kilometer-Marsch": the unit within a compound."""
    lexicon = reading.lexicon
    word = reading.low(j + 1)
    stem = word.split("-")[0]
    for length in (len(stem), len(stem) - 1, len(stem) - 2):
        name = lexicon.unit_adjectives.get(stem[:length]) if length > 2 else None
        if name:
            kind: FigureKind = "percent" if name == "percent" else unit(name).kind
            return Company(Unit(kind, name), j + 2)
    known = lexicon.units.get(stem) or SIGNS.get(stem)
    if (known and "-" in word) or (known and stem == word):
        return Company(known, j + 2)
    currency = lexicon.currencies.get(stem)
    if currency:
        return Company(Unit("money", currency), j + 2)
    if (stem,) in lexicon.percent:
        return Company(Unit("percent", lexicon.percent[(stem,)]), j + 2)
    return Company(NO_UNIT, j)


def _currency_behind(reading: Reading, j: int) -> Company | None:
    lexicon = reading.lexicon
    token = reading.at(j)
    scaled = _scaled_currency(reading, j)
    if scaled:
        return scaled
    if _is_sign_of_next(reading, j):
        return None
    sign = CURRENCY_SIGNS.get(token.text)
    if sign:
        return Company(Unit("money", sign), j + 1)
    if token.text in lexicon.glued_money and reading.touches(j) and _is_small_change(reading, j):
        return Company(Unit("money", lexicon.glued_money[token.low]), j + 1, Decimal("0.01"))
    phrase = reading.phrase_at(j, lexicon.currencies_by_first)
    if phrase:
        name = " ".join(phrase)
        factor = Decimal("0.01") if name in lexicon.hundredths else Decimal(1)
        return Company(Unit("money", lexicon.currencies[name]), j + len(phrase), factor)
    if token.text in CODES:
        return Company(Unit("money", token.text), j + 1)
    if token.text == "US" and reading.at(j + 1).text == "$":
        return Company(Unit("money", "USD"), j + 2)
    return None


def _scaled_currency(reading: Reading, j: int) -> Company | None:
    """ "850 k€", "1,2 Md€", "5 T€", "3 MEUR": the scale is glued to the currency."""
    token = reading.at(j)
    if token.text in SCALED_CODES:
        code, power = SCALED_CODES[token.text]
        return Company(Unit("money", code), j + 1, Decimal(10) ** power)
    sign = CURRENCY_SIGNS.get(reading.at(j + 1).text)
    power = MONEY_SCALES.get(token.text, 0)
    if not sign or not power or not reading.touches(j + 1):
        return None
    if reading.touches(j + 2) and reading.at(j + 2).kind == "n":
        return None
    return Company(Unit("money", sign), j + 2, Decimal(10) ** power)


def _is_sign_of_next(reading: Reading, j: int) -> bool:
    """ "a US$4.7 billion loan", "a $5 note": the sign belongs to the number behind it."""
    at = j
    if reading.low(at) in CURRENCY_LETTERS and reading.at(at + 1).text == "$":
        at += 1
    if reading.at(at).text not in CURRENCY_SIGNS:
        return False
    is_glued = reading.touches(j) and reading.at(j - 1).kind == "n"
    return reading.at(at + 1).kind == "n" and reading.touches(at + 1) and not is_glued


def _is_small_change(reading: Reading, j: int) -> bool:
    """ "17p", "11c", but "1080p" and "48c"-like codes of more than three digits are none."""
    digits = reading.at(j - 1).text
    return len(digits) <= 4 and digits.replace(".", "").isdecimal() and digits not in NO_PENCE


NO_PENCE = {"144", "240", "360", "480", "720", "1080", "1440", "2160"}
"""Rows of a screen ("1080p")."""


_GLUED_DEGREES = {"C": "degree_celsius", "F": "degree_fahrenheit"}


def _sign_behind(reading: Reading, j: int) -> Company:
    token = reading.at(j)
    if token.text in _GLUED_DEGREES and reading.touches(j) and len(reading.at(j - 1).text) < 4:
        if reading.low(j - 2) in {"-", "−", "–"} or reading.at(j + 1).kind != "n":
            return Company(unit(_GLUED_DEGREES[token.text]), j + 1)
    known = SIGNS.get(token.low)
    is_square = reading.at(j + 1).text in {"²", "³"}
    if known is None or reading.at(j - 1).kind not in "n":
        return Company(NO_UNIT, j)
    if token.low in CASED and not _is_cased_right(token.text, reading.touches(j)):
        return Company(NO_UNIT, j)
    if is_square:
        both = SIGNS.get(token.low + reading.at(j + 1).text)
        return Company(both, j + 2) if both else Company(NO_UNIT, j)
    return Company(known, j + 1)


def _is_cased_right(text: str, touches: bool) -> bool:
    if text in {"W", "V", "MW"}:
        return True
    if text in {"in", "s", "h", "l", "min"} and not touches:
        return text in {"h", "l", "min"}
    return text.islower() and text not in {"w", "v", "mw"}


def money_before(reading: Reading, i: int) -> Company | None:
    """ "$", "US$", "EUR" right before token i."""
    before = reading.at(i - 1)
    if i < 1 or reading.taken[i - 1]:  # "0₩0": the sign is the number's before it
        return None
    sign = CURRENCY_SIGNS.get(before.text)
    if sign:
        letters = reading.at(i - 2)
        if before.text == "$" and reading.touches(i - 1):
            is_free = i > 1 and not reading.taken[i - 2]  # "0s$0": the second's sign
            if is_free and letters.kind == "w" and letters.low in CURRENCY_LETTERS:
                return Company(Unit("money", CURRENCY_LETTERS[letters.low]), i - 2)
        if before.text == "$" and letters.text in SPACED_LETTERS and reading.gap(i - 1) == " ":
            return Company(Unit("money", CURRENCY_LETTERS[letters.low]), i - 2)
        # "5 € 30 Cent" and "20$ 30": the sign belongs to what stands before it
        if letters.kind == "n" and reading.touches(i - 1) and not reading.touches(i):
            return None
        return Company(Unit("money", sign), i - 1)
    at = i - 1
    if before.text == "." and reading.touches(at):
        at -= 1
    if reading.at(at).text in CURRENCY_PREFIXES and reading.gap(i) in SPACES | {""}:
        return Company(Unit("money", CURRENCY_PREFIXES[reading.at(at).text]), at)
    if before.text in CODES and reading.at(i - 2).kind != "n":
        return Company(Unit("money", before.text), i - 1)
    return None
