"""A number and its unit in one word: "six-mile", "two-year-old", "dreijährige"."""

from __future__ import annotations

import re
from decimal import Decimal

from lesart.analysis.figures.compounds import compound_value
from lesart.analysis.figures.lexicon import Lexicon
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.units import unit


def number_in_word(stream: TokenStream, i: int) -> Found | None:
    """ "six-mile", "two-year-old", "dreijährige", "achtstündigen": number and unit in one word."""
    lexicon = stream.lexicon
    low = stream.low(i)
    if lexicon.has_compounds:
        match = _GERMAN_ADJECTIVE.fullmatch(low)
        value = _spelt(lexicon, match[1]) if match else None
        name = lexicon.unit_adjectives[match[2]] if match else ""
    else:
        head, _, rest = low.partition("-")
        name = lexicon.unit_adjectives.get(rest.removesuffix("-old").removesuffix("-long"), "")
        value = _spelt(lexicon, head) if name else None
    if value is None or not name:
        return None
    kind = "percent" if name == "percent" else unit(name).kind
    return Found(i, i + 1, kind, value, unit=name, has_noun=False)


_GERMAN_ADJECTIVE = re.compile(
    r"([^\W\d_]+?)-?(jährig|monatig|wöchig|tägig|stündig|minütig|sekündig|prozentig)(?:e[nrsm]?)?"
)


def part_of_point(stream: TokenStream, i: int) -> Found | None:
    """ "a quarter point", "demi-point", "einen Viertelpunkt": a part of a point, as a ratio still."""
    lexicon = stream.lexicon
    low = stream.low(i)
    start = i - (stream.low(i - 1) in lexicon.one)
    for point in lexicon.points if lexicon.has_compounds else ():
        head = low.removesuffix(point).removesuffix("prozent").rstrip("-")
        if low.endswith(point) and (part := _part(lexicon, head)):
            number = lexicon.small.get(stream.low(i - 1), 0)
            begin = i - 1 if number else start
            return Found(begin, i + 1, "ratio", part * (number or 1), has_noun=False)
    head, _, rest = low.partition("-")
    if rest in lexicon.points and (part := _part(lexicon, head)):
        return Found(start, i + 1, "ratio", part, has_noun=False)
    at = i + 1 + (stream.low(i + 1) in lexicon.one)
    at += stream.at(at).text in {"-", "‑"} and stream.touches(at)
    if stream.low(at) in lexicon.points and (part := _part(lexicon, low)):
        return Found(start, at + 1, "ratio", part, has_noun=False)
    return None


def _part(lexicon: Lexicon, word: str) -> Decimal | None:
    if word in lexicon.half_words:
        return Decimal("0.5")
    below = lexicon.denominators.get(word)
    return Decimal(1) / below if below in (2, 4, 5, 10) else None


def _spelt(lexicon: Lexicon, word: str) -> Decimal | None:
    """The value of a number word within another word."""
    small = lexicon.small.get(word)
    if small is None and word in ("one", "ein"):
        small = 1
    if small is not None:
        return Decimal(small)
    return lexicon.mixed.get(word) or (compound_value(word) if lexicon.has_compounds else None)
