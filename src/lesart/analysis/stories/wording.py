"""How rare a word is, and what it is compared by: its first letters, folded."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from lesart.analysis.names.skeletons import bare

WORDS_KEPT = 1 << 16
"""So many words' forms are remembered: a hundred thousand articles have a million different words."""

_COMMON, _RARE = -10.5, -15.0
"""Log probability of a word: from here on it says something, from there on it is rare."""
STEM = 6


class Rarity:
    """How rare words are in the press, from the scores of the name model's vocabulary.

    Only the list is read, not the model: a word that is one piece is as frequent as the piece, and
    one that has to be cut is rare.
    """

    def __init__(self, scores: dict[str, float]) -> None:
        self._scores = scores

    def of(self, word: str) -> float:
        """0 for a word that is everywhere, 1 for a rare one."""
        lower = word.lower()
        found = max(
            self._scores.get(lower, -99.0),
            self._scores.get(word, -99.0),
            self._scores.get(lower.capitalize(), -99.0),
        )
        if found < -90.0:
            return 1.0
        return min(0.95, max(0.0, (_COMMON - found) / (_COMMON - _RARE)))


@cache
def rarity() -> Rarity:
    """Read once; without the list every longer word is as rare as any other."""
    try:
        import numpy as np

        data = resources.files("lesart.analysis").joinpath("data")
        pieces = data.joinpath("names-pieces.txt").read_text("utf-8").split("\n")
        with resources.as_file(data.joinpath("names-scores.npy")) as file:
            scores = np.load(file).tolist()
    except (ImportError, OSError, ValueError):
        return Rarity({})
    return Rarity({p[1:]: s for p, s in zip(pieces, scores, strict=False) if p.startswith("▁")})


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """ "Lokführer", "Lokführern" and "Lokführergewerkschaft" begin alike."""
    folded = bare(word)
    if len(folded) <= STEM:
        return (
            folded[:-1]
            if len(folded) == STEM or (folded[-1:] == "s" and len(folded) > 3)
            else folded
        )
    return folded[:STEM]


@cache
def topics() -> dict[str, str]:
    """First letters of folded words to topics."""
    text = resources.files("lesart.analysis").joinpath("data", "topics.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {start: topic for topic, starts in rows for start in starts.split() if "-" not in start}


@lru_cache(maxsize=WORDS_KEPT)
def topic_of(folded: str) -> str:
    """The topic that a word belongs to; the longest beginning decides. Empty for most words."""
    known = topics()
    for length in range(min(len(folded), 12), 2, -1):
        found = known.get(folded[:length])
        # Short beginnings ("tor", "bau") are words of their own, or they would begin too many others.
        if found and (length > 4 or len(folded) - length <= (2 if length == 4 else 1)):
            return found
    return ""
