"""Take the network's word on what figures measure where it is surer than the rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from lesart.analysis.entities import EngineUnavailable, engine_named
from lesart.analysis.entities.network import Network
from lesart.analysis.entities.tokens import Word
from lesart.analysis.figure_head.head import Head, Reading
from lesart.analysis.figure_head.windows import (
    CHANGES,
    ELSEWHERE,
    KINDS,
    MOST_WORDS,
    ROLES,
    windows_of,
)
from lesart.model.figure import Figure

_Name = TypeVar("_Name", bound=str)
_GROUP = 96
"""So many sentences are read together: their states stay in memory until their figures are."""
_CELL = re.compile(r"[\t|]")
_SURE = 0.9
"""A noun less likely than this is not claimed, whether the rules found it or the network: so nine of ten
are right in news that neither has seen."""
_COUNTED = ("count", "measure", "distance", "duration")
_LEANS, _FORM = 0.5, 0.03
"""What is counted stands beside its number, and the rules read it well: their noun stays where the network
leans to it, and in their form unless that is less likely than this: so articles name one thing alike."""
_LONGER_FORM = 0.1
"""The rules' longer form of a noun stays where the network gives it this much."""
_SURE_CHANGE, _SURE_ROLE = 0.8, 0.6
"""Below these the rules' word on the change and the role stays."""
_NAMED_ROLES = ("level", "delta", "from", "to", "share", "limit", "price")
"""What the network may say; ages and ranks are the rules' own."""


def refined(text: str, language: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with the nouns that rules and network together are sure of.

    Where the network cannot be loaded, what the rules say stays.
    """
    told = [*figures]
    asked = _that_may_measure(text, figures)
    if not asked:
        return tuple(told)
    try:
        network = engine_named("builtin")
        assert isinstance(network, Network)
        reader = Head.load(network.threads)
    except EngineUnavailable:
        return tuple(told)
    for reading, place in _readings(text, language, figures, asked, network, reader):
        told[place] = _told(text, figures[place], reading)
    return tuple(told)


def _that_may_measure(text: str, figures: Sequence[Figure]) -> list[int]:
    """In a table the rows and columns decide, and an age measures nobody."""
    rows = _rows(text)
    found = []
    for number, one in enumerate(figures):
        above = bisect_left(rows, (one.span.end,)) - 1
        is_cell = above >= 0 and one.span.start < rows[above][1]
        if one.kind in KINDS and one.role != "age" and not is_cell:
            found.append(number)
    return found


def _rows(text: str) -> list[tuple[int, int]]:
    """The lines that have cells, in order: where each begins and ends."""
    rows, end = list[tuple[int, int]](), -1
    for cell in _CELL.finditer(text):
        if cell.start() > end:
            end = text.find("\n", cell.start()) % (len(text) + 1)
            rows.append((text.rfind("\n", 0, cell.start()) + 1, end))
    return rows


def _readings(
    text: str,
    language: str,
    figures: Sequence[Figure],
    asked: Sequence[int],
    network: Network,
    reader: Head,
) -> Iterator[tuple[Reading, int]]:
    starts = [one.span.start for one in figures]
    chunks = iter(network.chunks(text, language))
    carried: list[list[Word]] = []
    while fresh := list(islice(chunks, _GROUP)):
        group = [*carried, *fresh]
        first = bisect_left(starts, group[0][0].start)
        begin = bisect_left(starts, fresh[0][0].start)
        end = bisect_left(starts, fresh[-1][-1].end)
        fresh_ones = asked[bisect_left(asked, begin) : bisect_left(asked, end)]
        if fresh_ones:
            near, wanted = figures[first:end], {number - first for number in fresh_ones}
            for reading in _read(group, near, wanted, language, network, reader):
                yield reading, first + reading.window.figure
        carried = _last(group)


def _last(chunks: Sequence[list[Word]]) -> list[list[Word]]:
    """As many sentences of the end as a window may reach back to."""
    words, kept = 0, len(chunks)
    while kept and words < MOST_WORDS:
        kept -= 1
        words += len(chunks[kept])
    return [*chunks[kept:]]


def _read(
    chunks: Sequence[list[Word]], figures: Sequence[Figure], asked: Set[int], language: str,
    network: Network, reader: Head,
) -> Iterator[Reading]:  # fmt: skip
    windows = [window for window in windows_of(chunks, figures, language) if window.figure in asked]
    firsts, done = list[int](), 0
    for chunk in chunks:
        firsts.append(done)
        done += len(chunk)
    wanted = sorted(
        {
            k
            for window in windows
            for k in range(
                bisect_right(firsts, window.first) - 1,
                bisect_left(firsts, window.first + len(window.words)),
            )
        }
    )
    states = dict(zip(wanted, network.states([chunks[k] for k in wanted]), strict=True))
    yield from reader.readings(
        [
            (window, _states_of(window.first, len(window.words), firsts, states))
            for window in windows
        ]
    )


def _states_of(first: int, words: int, firsts: Sequence[int], states: Mapping[int, Any]) -> Any:
    """The states of a window's words, out of those of its sentences."""
    import numpy as np

    a, b = bisect_right(firsts, first) - 1, bisect_left(firsts, first + words)
    return np.concatenate([states[k] for k in range(a, b)])[first - firsts[a] :][:words]


def _told(text: str, one: Figure, reading: Reading) -> Figure:
    """The figure with the noun that is likely enough, or with none."""
    noun = _noun(text, one, reading)
    of = one.of if _folded(one.of) != _folded(noun) else ""
    change, likely = _first(CHANGES, reading.changes)
    # The rules know what differs from a plan, a mean or a rival and so has not changed.
    if likely < _SURE_CHANGE or (one.role == "delta" and not one.change):
        change = one.change
    role, likely = _first(ROLES, reading.roles)
    if likely < _SURE_ROLE or role not in _NAMED_ROLES:
        role = one.role
    return replace(one, noun=noun, of=of, role=role, change=change)


def _first(names: Sequence[_Name], likely: Sequence[float]) -> tuple[_Name, float]:
    """The likeliest of some names, and how likely it is."""
    best = max(range(len(names)), key=lambda k: likely[k])
    return names[best], likely[best]


def _noun(text: str, one: Figure, reading: Reading) -> str:
    """The likeliest noun where it is likely enough; of what is counted or measured rather the rules'."""
    likely, written = _nouns(text, reading)
    best = max(likely, key=lambda noun: likely[noun], default="")
    rules = _folded(one.noun)
    if one.kind in _COUNTED and rules and _belief(likely, rules) >= _LEANS:
        if likely.get(rules, 0.0) >= _FORM and _is_form(rules, best):
            return one.noun
        if _belief(likely, best) < _SURE:
            return one.noun
    if _belief(likely, best) >= _SURE:
        # The longer of two right forms is compared with fewer wrong ones: the unemployment of the young.
        is_longer = _holds(rules, best) and likely.get(rules, 0.0) >= _LONGER_FORM
        return one.noun if best == rules or is_longer else written[best]
    return one.noun if reading.window.facts[2] == ELSEWHERE else ""


def _nouns(text: str, reading: Reading) -> tuple[dict[str, float], dict[str, str]]:
    """How likely each noun is, and how it is written; the same words at two places are one noun."""
    words = reading.window.words
    likely: dict[str, float] = {}
    written: dict[str, str] = {}
    for first, stop, chance in reading.spans:
        noun = " ".join(text[words[first].start : words[stop - 1].end].split())
        likely[_folded(noun)] = likely.get(_folded(noun), 0.0) + chance
        written.setdefault(_folded(noun), noun)
    return likely, written


def _belief(likely: Mapping[str, float], noun: str) -> float:
    """How likely a noun is, in any of its forms."""
    return sum(chance for other, chance in likely.items() if noun and _is_form(noun, other))


def _holds(noun: str, other: str) -> bool:
    return f" {other} " in f" {noun} "


def _is_form(noun: str, other: str) -> bool:
    """Of "Zahl der Toten" and "Toten" each is right where one is."""
    return _holds(noun, other) or _holds(other, noun)


def _folded(noun: str) -> str:
    return noun.casefold().replace("’", "'")
