"""Carry a note's words across from the text it was made on, by the difference of the two texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lesart.anchor.aligning import Run, across, align, align_from_end
from lesart.anchor.context import context_at
from lesart.anchor.passage import Passage, Resolved, passage_of, span_of
from lesart.anchor.quoting import find_alike
from lesart.anchor.words import WordSequence, as_compared, words_of
from lesart.model.annotation import Anchor
from lesart.model.text import Span

_ENOUGH = 0.6
"""This share of the passage's letters must have survived, or it is not the passage."""
_SCATTER = 14
"""More new words than this between two of ours: these are not one passage."""
_NEIGHBOURS = 6
_SENTENCE_ENDS = frozenset(".!?…。！？؟।")


class _Change(NamedTuple):
    """Two texts and which words of one are which of the other."""

    old: WordSequence
    new: WordSequence
    runs: list[Run]


@lru_cache(maxsize=2)
def _change(old_text: str, new_text: str) -> _Change:
    """Remembered: an article changes once, and has many notes."""
    old, new = words_of(old_text), words_of(new_text)
    return _Change(old, new, align(old.words, new.words))


@lru_cache(maxsize=2)
def _from_end(old_text: str, new_text: str) -> list[Run]:
    return align_from_end(words_of(old_text).words, words_of(new_text).words)


def carry(anchor: Anchor, made_on: Span, old_text: str, new_text: str) -> Resolved:
    """Where the words of `old_text` at `made_on` are in `new_text`."""
    change = _change(old_text, new_text)
    old, new, runs = change
    first, last = old.within(*made_on)
    if not as_compared(anchor.exact):  # spaces, or what nobody sees
        return Resolved("orphan")
    passage = passage_of(old, first, last, made_on)
    here, there = old.find(passage.words), new.find(passage.words)
    # The very words at one place before and at one place now: whatever else moved, these are ours.
    if len(here) == len(there) == 1 and not passage.is_short:
        return Resolved("ok", span_of(passage, new, there[0], there[0] + len(passage.words) - 1))
    place = _carried(passage, change, first, last)
    if place is None:
        return _moved(anchor, passage, change, (first, last), (here, there))
    start, end = place
    span = span_of(passage, new, start, end)
    if new.words[start : end + 1] == passage.words:
        is_sure = len(there) >= len(here) or (
            across(_from_end(old_text, new_text), first, first).get(first) == start
        )
        if is_sure and (not passage.is_short or _stands_firm(runs, first, last, start, end)):
            return Resolved("ok", span)
        return Resolved("orphan", suggestion=span)
    is_ours = not passage.is_short or _is_framed(runs, first, last, start, end)
    if not is_ours or _was_elsewhere(old, new.words[start : end + 1], first, last):
        return Resolved("orphan", suggestion=span)
    return Resolved("changed", span, changed=True)


def kept_share(old_text: str, new_text: str) -> float:
    """How much of the shorter text is in the other, in order, by stretches of two words or more.

    Two texts of the same language that have nothing to do with each other share less than a tenth.
    """
    old, new, runs = _change(old_text, new_text)
    shorter = min(len(old.words), len(new.words))
    return sum(run.length for run in runs if run.length > 1) / shorter if shorter else 0.0


def carry_offset(offset: int, old_text: str, new_text: str) -> int:
    """The place in `new_text` that somebody at `offset` of `old_text` wants to be at."""
    old, new, runs = _change(old_text, new_text)
    k = bisect_right(old.ends, offset)
    here = next((run for run in runs if run.old + run.length > k), None)
    if here is not None:
        word = max(k, here.old)
        there = here.new + word - here.old
        into = max(0, offset - old.starts[k]) if word == k else 0
        return min(new.starts[there] + into, new.ends[there])
    last = runs[-1] if runs else None
    return new.ends[last.new + last.length - 1] if last else min(offset, len(new_text))


# ------------------------------------------------------------------ carried in place


def _carried(passage: Passage, change: _Change, first: int, last: int) -> tuple[int, int] | None:
    """First and last new word of what survived of the passage; None if too little did."""
    old, new, runs = change
    mapped = across(runs, first, last)
    hits = _main_group(sorted(mapped), mapped, old, len(passage.words))
    mapped = _closed_ranks(hits, mapped, change, first, last)
    if not mapped or _letters(old, list(mapped)) < _ENOUGH * passage.letters:
        return None
    low, high = min(mapped), max(mapped)
    start, end = mapped[low], mapped[high]
    # Words at the border were reworded: up to the neighbours that were not.
    around = across(runs, max(0, first - 1), last + 1)
    before, after = around.get(first - 1), around.get(last + 1)
    if low > first and before is not None and 0 <= start - before - 1 <= 2 * (low - first) + 1:
        between = new.words[before + 1 : start]
        ends = [i for i, word in enumerate(between) if word in _SENTENCE_ENDS]
        start = before + 1 + (ends[-1] + 1 if ends else 0)
    if high < last and after is not None and 0 <= after - end - 1 <= 2 * (last - high) + 1:
        end = after - 1
    grown = sum(map(len, new.words[start : end + 1]))
    return (start, end) if grown <= 1.8 * passage.letters + 40 else None


def _letters(old: WordSequence, numbers: Sequence[int]) -> int:
    return sum(len(old.words[k]) for k in numbers)


def _main_group(
    hits: list[int], mapped: dict[int, int], old: WordSequence, length: int
) -> list[int]:
    """The hits without strays: common words that matched far from the others."""
    scatter = max(_SCATTER, length * 6 // 10)
    groups: list[list[int]] = []
    for k in hits:
        if groups and mapped[k] - mapped[groups[-1][-1]] - (k - groups[-1][-1]) <= scatter:
            groups[-1].append(k)
        else:
            groups.append([k])
    return max(groups, key=lambda group: _letters(old, group), default=[])


def _closed_ranks(
    hits: list[int], mapped: dict[int, int], change: _Change, first: int, last: int
) -> dict[int, int]:
    """The mapping with its borders drawn in: a small word at the border hangs where it may."""
    old, new, runs = change
    around = across(runs, max(0, first - 1), last + 1)

    def hangs(edge: int, inner: int, outward: int) -> bool:
        step = inner - edge
        gap = abs(mapped[inner] - mapped[edge]) - abs(step)
        if gap <= 3 or (len(old.words[edge]) > 3 and gap <= 8):
            return False
        if old.words[inner + outward] == new.words[mapped[inner] + outward]:
            return True
        return around.get(edge + outward) != mapped[edge] + outward

    while len(hits) > 2 and hangs(hits[0], hits[1], -1):
        hits = hits[1:]
    while len(hits) > 2 and hangs(hits[-1], hits[-2], 1):
        hits = hits[:-1]
    if not hits:
        return {}
    closed = {k: mapped[k] for k in hits}
    low, high = hits[0], hits[-1]
    while low > first and closed[low] and old.words[low - 1] == new.words[closed[low] - 1]:
        low -= 1
        closed[low] = closed[low + 1] - 1
    room = len(new.words) - 1
    while (
        high < last and closed[high] < room and old.words[high + 1] == new.words[closed[high] + 1]
    ):
        high += 1
        closed[high] = closed[high - 1] + 1
    return closed


def _stands_firm(runs: Sequence[Run], first: int, last: int, start: int, end: int) -> bool:
    """Whether words around a short passage went with it; a lone small word matches anywhere."""
    mapped = across(runs, max(0, first - _NEIGHBOURS), last + _NEIGHBOURS)
    if mapped.get(first - 1) == start - 1 or mapped.get(last + 1) == end + 1:
        return True
    near = [
        k for k, m in mapped.items() if (k < first or k > last) and abs(m - k - start + first) <= 8
    ]
    return len(near) >= _NEIGHBOURS - 2 and min(near) < first and max(near) > last


def _is_framed(runs: Sequence[Run], first: int, last: int, start: int, end: int) -> bool:
    """Whether the words right before and right after are the same as before."""
    mapped = across(runs, max(0, first - 1), last + 1)
    has_grown = end - start > last - first + 2
    return not has_grown and mapped.get(first - 1) == start - 1 and mapped.get(last + 1) == end + 1


def _was_elsewhere(old: WordSequence, words: list[str], first: int, last: int) -> bool:
    """Whether these words stood in the old text already, outside the passage: then they are not ours."""
    return any(at < first or at + len(words) - 1 > last for at in old.find(words))


# ------------------------------------------------------------------ moved


def _moved(
    anchor: Anchor,
    passage: Passage,
    change: _Change,
    ours: tuple[int, int],
    copies: tuple[list[int], list[int]],
) -> Resolved:
    """The passage is gone from its place: is it somewhere else, where it was not before?"""
    old, new, runs = change
    here, there = copies
    length = len(passage.words)
    back = [Run(run.new, run.old, run.length) for run in runs]

    def is_free(start: int, end: int) -> bool:
        """Whether no other words of the old text went there."""
        known = across(back, start, end).values()
        others = [k for k in known if k < ours[0] or k > ours[1]]
        return len(others) * 2 < end - start + 1

    if not there:
        return find_alike(anchor, passage, new, is_free)
    at = _with_neighbours(old, new, *ours)
    if at is not None:
        return Resolved("ok", span_of(passage, new, at, at + length - 1))
    free = [at for at in there if is_free(at, at + length - 1)]
    lost = [at for at in here if len(across(runs, at, at + length - 1)) * 2 < length]
    contexts = {at: context_at(anchor, new, at, at + length - 1) for at in free or there}
    best = max(contexts, key=lambda at: contexts[at].sum)
    span = span_of(passage, new, best, best + length - 1)
    if len(free) == 1 and len(lost) <= 1:
        context = contexts[best]
        if not passage.is_short or context.worst >= 0.75 or context.sum >= 1.6:
            return Resolved("ok", span)
    return Resolved("orphan", suggestion=span)


def _with_neighbours(old: WordSequence, new: WordSequence, first: int, last: int) -> int | None:
    """Where the passage went together with the words around it, if that stretch is one of a kind."""
    for before, after in ((8, 8), (8, 0), (0, 8), (4, 4)):
        low, high = max(0, first - before), min(len(old.words), last + 1 + after)
        stretch = old.words[low:high]
        if len(stretch) < 6 or len(stretch) == last + 1 - first:
            continue
        there = new.find(stretch)
        if len(there) == 1 and len(old.find(stretch)) == 1:
            return there[0] + first - low
    return None
