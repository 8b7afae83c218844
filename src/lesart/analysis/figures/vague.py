"""Find vague quantities: "Hunderte", "dozens of", "mehrere tausend"; shown, not counted."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.analysis.figures.compounds import compound_value
from lesart.analysis.figures.measures import unit_behind
from lesart.analysis.figures.token_stream import Found, TokenStream


def find_vague(stream: TokenStream) -> Iterator[Found]:
    for i in range(len(stream.tokens)):
        if stream.taken[i]:
            continue
        found = _plural(stream, i) or _several(stream, i)
        if found:
            stream.take(found.i, found.j)
            yield found


def _vague(stream: TokenStream, i: int, j: int) -> Found:
    behind = unit_behind(stream, j)
    if not behind.unit.name and stream.low(j) in stream.lexicon.of:
        owned = unit_behind(stream, j + 1)  # "des centaines d'euros"
        behind = owned if owned.unit.kind in ("money", "distance") else behind
    kind, unit = behind.unit
    end = behind.at if unit else j
    found = Found(i, end, kind, qualifier="approx", unit=unit, has_scale=True)
    found.has_noun = kind != "money"
    return found


def _plural(stream: TokenStream, i: int) -> Found | None:
    """ "Hunderte", "tens of thousands", "des milliers"."""
    lexicon = stream.lexicon
    if stream.low(i) not in lexicon.vague:
        return None
    before = stream.at(i - 1)
    if (
        before.kind == "n"
        or before.low in lexicon.number_words
        or (lexicon.has_compounds and compound_value(before.low))
    ):
        return None
    if (
        lexicon.is_noun_capitalised
        and stream.low(i) in lexicon.scales
        and (before.low not in lexicon.vague_lead and stream.at(i + 1).kind != "w")
    ):
        return None
    j = i + 1
    while stream.low(j) in lexicon.of_vague and stream.low(j + 1) in lexicon.vague:
        j += 2
    start = i
    return _vague(stream, start, j)


def _several(stream: TokenStream, i: int) -> Found | None:
    """ "mehrere hundert", "several thousand", "ein paar Dutzend"."""
    lexicon = stream.lexicon
    if stream.low(i) not in lexicon.vague_bare:
        return None
    before = stream.low(i - 1)
    if before not in lexicon.vague_lead and not (
        before in lexicon.of_vague and stream.low(i - 2) in lexicon.vague_lead
    ):
        return None
    j = i + 1
    while stream.low(j) in lexicon.vague_bare:
        j += 1
    return _vague(stream, i, j)
