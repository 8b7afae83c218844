"""How well the surroundings of a place agree with those that an anchor remembers."""

from __future__ import annotations

import difflib
from typing import NamedTuple

from lesart.anchor.words import WordSequence, words_of
from lesart.model.annotation import Anchor

_LETTERS = 24


class Context(NamedTuple):
    """Agreement before and after, 0-1 each; unrelated words reach about 0.4."""

    before: float
    after: float

    @property
    def sum(self) -> float:
        return self.before + self.after

    @property
    def best(self) -> float:
        return max(self)

    @property
    def worst(self) -> float:
        return min(self)


def context_at(anchor: Anchor, new: WordSequence, first: int, last: int) -> Context:
    """How the words around `new.words[first..last]` agree with the anchor's prefix and suffix."""
    # A quote may begin and end within a word; the rest of that word is no neighbour.
    around = words_of(anchor.prefix + anchor.exact + anchor.suffix)
    start = len(anchor.prefix)
    low, high = around.within(start, start + len(anchor.exact))
    before, after = "".join(around.words[:low]), "".join(around.words[high + 1 :])
    here = "".join(new.words[max(0, first - _LETTERS) : first])
    there = "".join(new.words[last + 1 : last + 1 + _LETTERS])
    return Context(
        _alike(before[-_LETTERS:], here[-len(before) :][-_LETTERS:], first == 0),
        _alike(after[:_LETTERS], there[: len(after)][:_LETTERS], last + 1 >= len(new.words)),
    )


def _alike(remembered: str, found: str, is_at_edge: bool) -> float:
    if not remembered:  # the words stood at the text's edge
        return 1.0 if is_at_edge else 0.5
    return difflib.SequenceMatcher(None, remembered, found, autojunk=False).ratio()
