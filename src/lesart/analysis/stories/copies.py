"""Agency copies: how much of one article's wording stands in another, by a sample of its word rows.

A sample of hashes (those divisible by a small number, and always some) estimates what share of the
shorter text the longer one contains, which survives cuts, other titles and additions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lesart.analysis.names.skeletons import bare

ROW = 3
"""Words in a row that are compared."""
ANCHORS = 3
"""So many of a wording's anchors are enough for a library; in memory all are kept."""
_WORD = re.compile(r"[^\W_]+")
_MASK = (1 << 61) - 1
_MULTIPLIERS = (
    0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93,
    0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3,
)  # fmt: skip


class Wording(NamedTuple):
    """The rows of words of a text, as numbers."""

    rows: frozenset[int]
    anchors: tuple[int, ...]
    """MinHash: one smallest number a multiplier; two texts share each with the chance of their likeness."""


def wording_of(text: str) -> Wording:
    """Numbers are words here too, so that two reports from one template differ."""
    from zlib import crc32

    words = [crc32(w.encode()) for w in _WORD.findall(bare(text))]
    rows = set()
    for place in range(len(words) - ROW + 1):
        number = 0
        for word in words[place : place + ROW]:
            number = (number * 1_000_003 + word) & _MASK
        rows.add(number)
    anchors = tuple(
        min(((row * m) & 0xFFFFFFFFFFFFFFFF) >> 8 for row in rows) for m in _MULTIPLIERS if rows
    )
    return Wording(frozenset(rows), anchors)


def contained(one: Wording, other: Wording) -> float:
    """The share of the shorter text's rows that the longer one has."""
    few = min(len(one.rows), len(other.rows))
    return len(one.rows & other.rows) / few if few else 0.0
