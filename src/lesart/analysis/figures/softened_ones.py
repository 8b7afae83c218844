"""Find a one that an adjective makes more or less: "ein gutes Drittel", "a good hour", "eine knappe Million"."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.digits import HALF
from lesart.analysis.figures.lexicon import Lexicon
from lesart.analysis.figures.measures import NO_UNIT, unit_behind
from lesart.analysis.figures.number import scale_at
from lesart.analysis.figures.qualifiers import qualify
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.model.figure import Qualifier

_ENDINGS = ("e", "en", "er", "es", "em", "")


def find_softened_ones(stream: TokenStream) -> list[Found]:
    """Each article with such an adjective before a share, a scale, a dozen or a unit."""
    lexicon = stream.lexicon
    found = []
    for i, low in enumerate(stream.lows):
        qualifier = softness(lexicon, low)
        if qualifier is None or stream.taken[i] or i == 0:
            continue
        one = _of_article(stream, i)
        if one is not None and stream.is_free(one.i, one.j):
            one.qualifier = qualifier
            if qualifier == "exact":
                qualify(stream, one)
            stream.take(one.i, one.j)
            found.append(one)
    return found


def softness(lexicon: Lexicon, low: str) -> Qualifier | None:
    """What "gutes", "knappen", "good" says of the number behind; None for every other word."""
    if low[:4] not in lexicon.softener_heads:
        return None
    for stem, qualifier in lexicon.softeners.items():
        if low.startswith(stem) and low[len(stem) :] in _ENDINGS:
            return qualifier
    return None


def _of_article(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    article = stream.low(i - 1)
    at = i + 1
    if article in lexicon.determiners and stream.low(at) in lexicon.halves:
        return Found(i - 1, at + 1, "ratio", lexicon.halves[stream.low(at)])  # "die gute Hälfte"
    if article not in lexicon.one:
        return None
    value = Decimal(1)
    if stream.low(at) in lexicon.half_words and stream.at(at + 1).kind == "w":
        value, at = HALF, at + 1
    low = stream.low(at)
    if low in lexicon.halves:
        return Found(i - 1, at + 1, "ratio", lexicon.halves[low])
    below = lexicon.denominators.get(low, 0)
    if below and (stream.at(at).text[:1].isupper() or not lexicon.is_noun_capitalised):
        return Found(i - 1, at + 1, "ratio", value / below)
    scale, end = scale_at(stream, at)
    unit = unit_behind(stream, end)
    if end > at:
        kind, name = unit.unit
        end = unit.at if name else end
        return Found(i - 1, end, kind, value * scale * unit.factor, unit=name, has_scale=True)
    is_size = unit.unit.kind in ("duration", "distance", "percent", "measure", "money")
    if unit.unit is NO_UNIT or not is_size:
        return None
    return Found(i - 1, unit.at, unit.unit.kind, value * unit.factor, unit=unit.unit.name)
