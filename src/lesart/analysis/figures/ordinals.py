"""Find ordinals: "the third time", "zum 3. Mal", "2e place"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.token_stream import Found, TokenStream


def find_ordinals(stream: TokenStream) -> Iterator[Found]:
    for i, token in enumerate(stream.tokens):
        if stream.taken[i]:
            continue
        found = _digits(stream, i) if token.kind == "n" else _word(stream, i)
        if found:
            stream.take(found.i, found.j)
            yield found


def _ordinal(i: int, j: int, value: int) -> Found:
    return Found(i, j, "ordinal", Decimal(value), has_noun=False)


def _digits(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    text = stream.at(i).text
    if not text.isdecimal() or len(text) > 4 or not stream.touches(i + 1):
        return None
    if stream.low(i + 1) == "st" and lexicon.month_first and not re.fullmatch(r"\d*(?<!1)1", text):
        return None  # "10st 4lb"
    if stream.low(i + 1) in lexicon.ordinal_signs:
        return _ordinal(i, i + 2, int(text))
    if lexicon.dot_is_ordinal and stream.low(i + 1) == "." and len(text) <= 3:
        if stream.low(i + 2) in lexicon.ordinal_names:
            stream.take(i, i + 2)
            return None
        if _is_ordinal_dot(stream, i):
            return _ordinal(i, i + 2, int(text))
    return None


def _is_ordinal_dot(stream: TokenStream, i: int) -> bool:
    """A full stop behind digits, with a noun to come, maybe after other ordinals."""
    lexicon = stream.lexicon
    after = stream.at(i + 2)
    leads = lexicon.ordinal_lead | lexicon.either | lexicon.to | {","}
    if after.low == "," or after.low in lexicon.either or after.low in lexicon.to:
        # "bis zum 10. und ab dem 20."
        goes_on = after.low in lexicon.either and stream.low(i - 1) in lexicon.ordinal_lead
        return goes_on or (
            stream.at(i + 3).kind == "n"
            and stream.low(i + 4) == "."
            and stream.low(i - 1) in leads
            and stream.touches(i + 4)
        )
    if after.kind != "w" or stream.gap(i + 2) not in {" ", "\u00a0"}:
        return False
    return stream.low(i - 1) in leads or after.text[0].islower()


def _word(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    token = stream.at(i)
    value = lexicon.ordinals.get(token.low)
    if value is None or (token.text[0].isupper() and stream.at(i - 1).kind == "w"):
        return None
    if token.low in lexicon.units and stream.low(i - 1) in lexicon.per - lexicon.one:
        return None  # "of water per second"
    if value == 1 and not _counts_first(stream, i):
        return None
    if token.low in lexicon.units and stream.low(i - 1) in lexicon.real_one:
        return None  # "We fell one second short"
    is_time = token.low in lexicon.units and stream.low(i - 1) in lexicon.one
    if is_time and (stream.at(i + 1).kind != "w" or stream.low(i + 1) in lexicon.stop_words):
        return None  # "within a fraction of a second"
    return _ordinal(i, i + 1, value)


def _counts_first(stream: TokenStream, i: int) -> bool:
    """ "erst" and "first" are adverbs more often than numbers: a noun must follow."""
    after = stream.at(i + 1)
    lexicon = stream.lexicon
    if after.kind != "w" or after.low in lexicon.stop_words:
        return False
    return stream.low(i - 1) in lexicon.ordinal_lead
