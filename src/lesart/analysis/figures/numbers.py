"""Read one number: digits with separators, fractions, powers and scale, or number words."""

from __future__ import annotations

import re
from decimal import Decimal

from lesart.analysis.figures.digits import FRACTION_SIGNS, digits_value
from lesart.analysis.figures.number import Number, scale_at
from lesart.analysis.figures.number_words import words_at
from lesart.analysis.figures.token_stream import TokenStream
from lesart.analysis.figures.tokens import SPACES


def number_at(stream: TokenStream, i: int) -> Number | None:
    """The longest number that begins at token i; None if none does."""
    if i >= len(stream.hot) or not stream.hot[i]:
        return None
    token = stream.tokens[i]
    if token.kind == "n":
        return _digits_at(stream, i)
    if token.kind != "w":
        return None
    return words_at(stream, i)


def _digits_at(stream: TokenStream, i: int) -> Number | None:
    lexicon = stream.lexicon
    value = digits_value(stream.tokens[i].text, lexicon)
    if value is None:
        return None
    j = i + 1
    mixed = _fraction_sign(stream, j)
    if mixed:
        value, j = value + mixed, j + 1
    mixed = _slashed_fraction(stream, j)
    if mixed:
        value, j = value + mixed, j + 3
    power = _power_behind(stream, i, j, value)
    if power:
        return power
    scale, end = scale_at(stream, j)
    if end > j:
        whole = _thousands_and_rest(stream, i, end, value, scale)
        return whole or Number(i, end, value * scale, has_scale=True, scale=scale)
    return Number(i, j, value)


_THOUSAND = 1000


def _thousands_and_rest(
    stream: TokenStream, i: int, end: int, value: Decimal, scale: Decimal
) -> Number | None:
    """ "4 mil 500 dólares", "2 mil 140 millones": thousands in words, the rest in digits."""
    lexicon, rest = stream.lexicon, stream.at(end)
    if scale != _THOUSAND or stream.low(end - 1) not in lexicon.bare_scale_words:
        return None
    if (
        rest.kind != "n"
        or value >= _THOUSAND
        or value != int(value)
        or stream.gap(end) not in SPACES
    ):
        return None
    below = digits_value(rest.text, lexicon)
    if below is None or not rest.text[:3].isdecimal() or not 0 < below < _THOUSAND:
        return None
    whole = value * _THOUSAND + below
    more, after = scale_at(stream, end + 1)
    if after > end + 1 and more > _THOUSAND:
        return Number(i, after, whole * more, has_scale=True, scale=more)
    return Number(i, end + 1, whole)


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MOST_POWER = 99


def _power_behind(stream: TokenStream, i: int, j: int, value: Decimal) -> Number | None:
    """ "2,4 × 10^6", "3·10⁸", "10^-6": a power of ten behind a number, or by itself."""
    at = j
    if stream.low(j) in {"×", "x", "·", "⋅", "*"} and stream.at(j + 1).text == "10":
        at = j + 2
    elif stream.at(i).text == "10" and j == i + 1:
        value = Decimal(1)
    else:
        return None
    raised = stream.at(at).text.translate(_SUPERSCRIPTS)
    end = at + 1
    if raised == "^" and stream.touches(at):
        raised = stream.at(end).text
        if raised in {"-", "−"}:
            raised, end = "-" + stream.at(end + 1).text, end + 1
        end += 1
    elif stream.at(at).text == "⁻" and stream.touches(at):
        raised, end = raised + stream.at(end).text.translate(_SUPERSCRIPTS), end + 1
    elif raised == stream.at(at).text or not stream.touches(at):
        return None
    if not re.fullmatch(r"-?\d{1,2}", raised, re.ASCII) or abs(int(raised)) > _MOST_POWER:
        return None
    scale = Decimal(10) ** int(raised)
    return Number(i, end, value * scale, has_scale=True, scale=scale)


def _fraction_sign(stream: TokenStream, index: int) -> Decimal | None:
    return FRACTION_SIGNS.get(stream.low(index))


def _slashed_fraction(stream: TokenStream, j: int) -> Decimal | None:
    """ "10 1/2": a small fraction behind a whole number."""
    above, sign, below = (stream.at(j + k) for k in range(3))
    if sign.text != "/" or above.kind != "n" or stream.gap(j) != " ":
        return None
    if not (above.text.isdecimal() and below.text.isdecimal() and stream.touches(j + 1)):
        return None
    a, b = int(above.text[:3]), int(below.text[:3])
    return Decimal(a) / b if 0 < a < b <= 16 and stream.at(j - 1).text.isdecimal() else None
