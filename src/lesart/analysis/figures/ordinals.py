"""Find ordinals: "the third time", "zum 3. Mal", "2e place"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.reading import Found, Reading


def find_ordinals(reading: Reading) -> Iterator[Found]:
    for i, token in enumerate(reading.tokens):
        if reading.taken[i]:
            continue
        found = _digits(reading, i) if token.kind == "n" else _word(reading, i)
        if found:
            reading.take(found.i, found.j)
            yield found


def _ordinal(i: int, j: int, value: int) -> Found:
    return Found(i, j, "ordinal", Decimal(value), has_noun=False)


def _digits(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    text = reading.at(i).text
    if not text.isdecimal() or len(text) > 4 or not reading.touches(i + 1):
        return None
    if reading.low(i + 1) == "st" and lexicon.month_first and not re.fullmatch(r"\d*(?<!1)1", text):
        return None  # "10st 4lb"
    if reading.low(i + 1) in lexicon.ordinal_signs:
        return _ordinal(i, i + 2, int(text))
    if lexicon.dot_is_ordinal and reading.low(i + 1) == "." and len(text) <= 3:
        if reading.low(i + 2) in lexicon.ordinal_names:
            reading.take(i, i + 2)
            return None
        if _is_ordinal_dot(reading, i):
            return _ordinal(i, i + 2, int(text))
    return None


def _is_ordinal_dot(reading: Reading, i: int) -> bool:
    """A full stop behind digits, with a noun to come, maybe after other ordinals."""
    lexicon = reading.lexicon
    after = reading.at(i + 2)
    leads = lexicon.ordinal_lead | lexicon.either | lexicon.to | {","}
    if after.low == "," or after.low in lexicon.either or after.low in lexicon.to:
        # "bis zum 10. und ab dem 20."
        goes_on = after.low in lexicon.either and reading.low(i - 1) in lexicon.ordinal_lead
        return goes_on or (
            reading.at(i + 3).kind == "n"
            and reading.low(i + 4) == "."
            and reading.low(i - 1) in leads
            and reading.touches(i + 4)
        )
    if after.kind != "w" or reading.gap(i + 2) not in {" ", "\u00a0"}:
        return False
    return reading.low(i - 1) in leads or after.text[0].islower()


def _word(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    token = reading.at(i)
    value = lexicon.ordinals.get(token.low)
    if value is None or (token.text[0].isupper() and reading.at(i - 1).kind == "w"):
        return None
    if value == 1 and not _counts_first(reading, i):
        return None
    return _ordinal(i, i + 1, value)


def _counts_first(reading: Reading, i: int) -> bool:
    """ "erst" and "first" are adverbs more often than numbers: a noun must follow."""
    after = reading.at(i + 1)
    lexicon = reading.lexicon
    if after.kind != "w" or after.low in lexicon.stop_words:
        return False
    return reading.low(i - 1) in lexicon.ordinal_lead
