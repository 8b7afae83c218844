"""Which words of an old text are which words of the new one, in time that no text can stretch.

Equal ends first; then runs of words that both texts hold exactly once are pinned (patience diff) and
grown; only the small gaps between pins are left to difflib, whose time is quadratic.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_RUNS = (4, 2, 1)
"""Words in a row that must be unique to pin a gap: long runs first, they do not err."""
_PAIRS = 20_000
"""A gap with more pairs of equal words than this is left unmatched."""
_ALL_PAIRS = 300_000


class Run(NamedTuple):
    """`length` words from `old` are the words from `new` on."""

    old: int
    new: int
    length: int


def align(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The runs of words that both have, in order and as long as they can be."""
    return list(_align(old, new, 0, len(old), 0, len(new), 0, [_ALL_PAIRS]))


def align_from_end(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The same asked from the end: where both answers differ, nobody can tell which is right."""
    runs = align(old[::-1], new[::-1])
    return [
        Run(len(old) - r.old - r.length, len(new) - r.new - r.length, r.length) for r in runs[::-1]
    ]


def across(runs: Sequence[Run], first: int, last: int) -> dict[int, int]:
    """Old word -> new word, for the words `first` to `last` that are still there."""
    found: dict[int, int] = {}
    k = max(0, bisect_right(runs, first, key=lambda run: run.old) - 1)
    for run in runs[k:]:
        if run.old > last:
            break
        for i in range(max(run.old, first), min(run.old + run.length, last + 1)):
            found[i] = run.new + i - run.old
    return found


def _align(
    old: Sequence[str], new: Sequence[str],
    a: int, a_end: int, b: int, b_end: int, level: int, budget: list[int],
) -> Iterator[Run]:  # fmt: skip
    head = _same_ahead(old, new, a, a_end, b, b_end)
    if head:
        yield Run(a, b, head)
        a, b = a + head, b + head
    tail = _same_behind(old, new, a, a_end, b, b_end)
    a_end, b_end = a_end - tail, b_end - tail
    if a < a_end and b < b_end:
        yield from _align_gap(old, new, a, a_end, b, b_end, level, budget)
    if tail:
        yield Run(a_end, b_end, tail)


def _align_gap(
    old: Sequence[str], new: Sequence[str],
    a: int, a_end: int, b: int, b_end: int, level: int, budget: list[int],
) -> Iterator[Run]:  # fmt: skip
    if level == len(_RUNS):
        yield from _small_gap(old[a:a_end], new[b:b_end], a, b, budget)
        return
    at, bt = a, b
    for pin_a, pin_b in _pins(old[a:a_end], new[b:b_end], _RUNS[level]):
        pin_a, pin_b = pin_a + a, pin_b + b
        if pin_a < at or pin_b < bt:  # the pin before has grown over this one
            continue
        back = _same_behind(old, new, at, pin_a, bt, pin_b)
        yield from _align(old, new, at, pin_a - back, bt, pin_b - back, level + 1, budget)
        ahead = _same_ahead(old, new, pin_a, a_end, pin_b, b_end)
        yield Run(pin_a - back, pin_b - back, back + ahead)
        at, bt = pin_a + ahead, pin_b + ahead
    if at < a_end and bt < b_end:
        yield from _align(old, new, at, a_end, bt, b_end, level + 1, budget)


def _pins(old: Sequence[str], new: Sequence[str], run: int) -> list[tuple[int, int]]:
    """Runs of words that are unique in both, the most that keep their order."""
    here, there = _unique(old, run), _unique(new, run)
    pairs = [(i, there[key]) for key, i in here.items() if key in there]
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return pairs
    ends: list[int] = []  # of the best chain of each length: its last place in new, and who that is
    who: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        k = bisect_left(ends, place)
        before.append(who[k - 1] if k else -1)
        ends[k : k + 1], who[k : k + 1] = [place], [number]
    chain = []
    number = who[-1]
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _unique(words: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    keys = list(zip(*(words[k:] for k in range(run)), strict=False))
    counts = Counter(keys)
    return {key: i for i, key in enumerate(keys) if counts[key] == 1}


def _small_gap(
    old: Sequence[str], new: Sequence[str], a: int, b: int, budget: list[int]
) -> Iterator[Run]:
    counts = Counter(new)
    pairs = sum(counts[word] for word in old if word in counts)
    if not pairs or pairs > _PAIRS or pairs > budget[0]:
        return
    budget[0] -= pairs
    for i, j, length in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_matching_blocks():
        if length:
            yield Run(a + i, b + j, length)


def _same_ahead(
    old: Sequence[str], new: Sequence[str], a: int, a_end: int, b: int, b_end: int
) -> int:
    """How many words are equal from here on; in slices, which compare fast."""
    room = min(a_end - a, b_end - b)
    done, step = 0, 1
    while done < room:
        step = min(step, room - done)
        if old[a + done : a + done + step] == new[b + done : b + done + step]:
            done, step = done + step, step * 2
        elif step == 1:
            break
        else:
            step = max(1, step // 4)
    return done


def _same_behind(
    old: Sequence[str], new: Sequence[str], a: int, a_end: int, b: int, b_end: int
) -> int:
    room = min(a_end - a, b_end - b)
    done, step = 0, 1
    while done < room:
        step = min(step, room - done)
        x, y = a_end - done, b_end - done
        if old[x - step : x] == new[y - step : y]:
            done, step = done + step, step * 2
        elif step == 1:
            break
        else:
            step = max(1, step // 4)
    return done
