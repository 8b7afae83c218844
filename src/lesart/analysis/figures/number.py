"""A number on some tokens, and the scale ("Mio", "billion") that multiplies it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lesart.analysis.figures.token_stream import TokenStream

THOUSAND = Decimal(1000)


class Number(NamedTuple):
    """A number on tokens i to j."""

    i: int
    j: int
    value: Decimal
    in_words: bool = False
    is_one: bool = False
    """An article that may be the number one: a figure only in company."""
    has_scale: bool = False
    scale: Decimal = Decimal(1)
    is_round: bool = False
    """Approximate by nature ("une centaine")."""


def scale_at(stream: TokenStream, j: int) -> tuple[Decimal, int]:
    """The scale words from token j on, multiplied, and where they end."""
    lexicon = stream.lexicon
    scale = Decimal(1)
    start = j
    while j < len(stream.tokens):
        word = stream.tokens[j].low
        factor = lexicon.scales.get(word)
        if factor is None and word in lexicon.hundred and stream.at(j - 1).kind != "n":
            factor = Decimal(lexicon.hundred[word])
        if factor is None and j == start:
            short = lexicon.short_scales.get(word) or _scale_of_compound(stream, j)
            if (
                short is not None
                and not _is_metre(stream, j)
                and (stream.touches(j) or _is_long_scale(stream, j))
            ):
                j += 1
                if stream.low(j) == "." and stream.touches(j) and _is_cut_short(stream, j):
                    j += 1
                return short, j
            collective = lexicon.collective.get(word)
            if collective is not None:
                return Decimal(collective), j + 1
        if factor is None or j - start > 3 or (j > start and factor <= scale and scale > 1000):
            break
        scale *= factor
        j += 1
        if (
            lexicon.scale_joins
            and stream.low(j) in lexicon.scale_joins
            and (stream.low(j + 1) in lexicon.scales)
        ):
            j += 1
    return scale, j


_NEAR = 8
_SIGNS = {"$", "£", "€", "¥", "₹"}
_RACES = {"50", "60", "80", "100", "110", "200", "300", "400", "500", "600", "800", "1000", "1500",
          "3000", "5000", "10000", "10,000", "5,000", "3,000", "1,500"}  # fmt: skip


def _is_metre(stream: TokenStream, j: int) -> bool:
    """ "She swam 200m in two minutes", "a 90m tall crane": the letter is a length beside such words."""
    lexicon = stream.lexicon
    if stream.low(j) != "m" or not lexicon.length_behind:
        return False
    if stream.at(j - 2).text in _SIGNS or not stream.touches(j):
        return False
    if _is_side(stream, j, 1) or _is_side(stream, j - 1, -1):
        return True
    if _is_beside_length(stream, j):
        return True
    is_race = stream.at(j - 1).text in _RACES
    return is_race and any(stream.low(k) in lexicon.races for k in range(j - _NEAR, j + _NEAR))


def _is_side(stream: TokenStream, at: int, step: int) -> bool:
    """ "3m by 4m", "20m x 35m": beside "by" stands another number of metres."""
    if stream.low(at + step) not in {"by", "x", "×"}:
        return False
    number, unit = (at + 2, at + 3) if step > 0 else (at - 3, at - 2)
    return stream.at(number).kind == "n" and stream.low(unit) == "m" and stream.touches(unit)


def _is_beside_length(stream: TokenStream, j: int) -> bool:
    """Dimensions, and what stands so far from something; sums are told by a sign or a currency."""
    lexicon = stream.lexicon
    behind = j + 1 + (stream.at(j + 1).text in {"-", "‑"})
    if stream.low(behind) in lexicon.length_behind:
        return True
    before = [stream.low(k) for k in range(j - 6, j - 1)]
    if "of" in before and lexicon.length_before & set(before):
        return True
    if (
        stream.low(behind) in lexicon.of | {"in"}
        and stream.low(behind + 1) in lexicon.length_before
    ):
        return True
    if stream.low(behind) not in lexicon.places_off or not stream.at(j - 1).text.isdecimal():
        return False
    earlier = range(j - 2, max(0, j - _NEAR), -1)
    return any(word in lexicon.standing for word in before[-2:]) or any(
        stream.low(k) == "m" and _is_metre(stream, k) for k in earlier
    )


def _is_long_scale(stream: TokenStream, j: int) -> bool:
    """A one-letter scale must touch its digits; "Mio" and "bn" may stand apart."""
    return len(stream.tokens[j].text) > 1


def _scale_of_compound(stream: TokenStream, j: int) -> Decimal | None:
    """ "$3bn-plus", "£2.5m-worth", "$5bn-a-year": behind money alone, since "5m-high" is a length."""
    word = stream.low(j)
    is_money = stream.at(j - 2).text in _SIGNS and stream.touches(j)
    return stream.lexicon.short_scales.get(word.partition("-")[0]) if is_money else None


def _is_cut_short(stream: TokenStream, j: int) -> bool:
    """The full stop belongs to "Mio." and to no "£94m" at the end of a sentence."""
    if j + 1 >= len(stream.tokens):
        return False
    is_one_letter = len(stream.at(j - 1).text) < _LONG_SCALE and stream.touches(j - 1)
    return not is_one_letter or stream.at(j + 1).text[:1].islower()


_LONG_SCALE = 3
