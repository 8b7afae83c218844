"""Find vague quantities: "Hunderte", "dozens of", "mehrere tausend"; shown, not counted."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.analysis.figures.compounds import compound_value
from lesart.analysis.figures.measures import unit_behind
from lesart.analysis.figures.reading import Found, Reading


def find_vague(reading: Reading) -> Iterator[Found]:
    for i in range(len(reading.tokens)):
        if reading.taken[i]:
            continue
        found = _plural(reading, i) or _several(reading, i)
        if found:
            reading.take(found.i, found.j)
            yield found


def _vague(reading: Reading, i: int, j: int) -> Found:
    behind = unit_behind(reading, j)
    kind, unit = behind.unit
    end = behind.at if unit else j
    found = Found(i, end, kind, qualifier="approx", unit=unit, has_scale=True)
    found.has_noun = kind != "money"
    return found


def _plural(reading: Reading, i: int) -> Found | None:
    """ "Hunderte", "tens of thousands", "des milliers"."""
    lexicon = reading.lexicon
    if reading.low(i) not in lexicon.vague:
        return None
    before = reading.at(i - 1)
    if (
        before.kind == "n"
        or before.low in lexicon.number_words
        or (lexicon.has_compounds and compound_value(before.low))
    ):
        return None
    if (
        lexicon.is_noun_capitalised
        and reading.low(i) in lexicon.scales
        and (before.low not in lexicon.vague_lead and reading.at(i + 1).kind != "w")
    ):
        return None
    j = i + 1
    while reading.low(j) in lexicon.of_vague and reading.low(j + 1) in lexicon.vague:
        j += 2
    start = i
    return _vague(reading, start, j)


def _several(reading: Reading, i: int) -> Found | None:
    """ "mehrere hundert", "several thousand", "ein paar Dutzend"."""
    lexicon = reading.lexicon
    if reading.low(i) not in lexicon.vague_bare:
        return None
    before = reading.low(i - 1)
    if before not in lexicon.vague_lead and not (
        before in lexicon.of_vague and reading.low(i - 2) in lexicon.vague_lead
    ):
        return None
    j = i + 1
    while reading.low(j) in lexicon.vague_bare:
        j += 1
    return _vague(reading, i, j)
