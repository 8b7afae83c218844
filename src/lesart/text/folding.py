"""Compare words as a search means them: whatever their case, accents and German spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, islice, product

MAX_VARIANTS = 8
"""Spellings of one word; more are rarer than the time they take."""
MAX_PHRASES = 64
"""Rows of words, each in one of its spellings."""


def fold(text: str) -> str:
    """Letters as the index compares them: no case, no accents, ß as ss, single spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def as_indexed(text: str) -> str:
    """Letters as the index of words has them: no case, no accents, but ß, 𝒳 and 한 as they are."""
    bare = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))


def spellings(word: str) -> list[str]:
    """`word` as the index may hold it: it folds ä to a, but neither ß to ss nor ae to a.

    >>> spellings("Strasse")
    ['strasse', 'straße']
    """
    pieces = _SPELT_TWO_WAYS.split(word.lower())
    options = [(piece, *_OTHER_WAYS.get(piece, ())) for piece in pieces]
    # Who writes Strasse writes Strassenschluessel: first all of a kind in one way, then mixtures.
    kinds = sorted({piece for piece in pieces if piece in _OTHER_WAYS})
    found = dict.fromkeys(
        "".join(way[-1] if way[0] in switched else way[0] for way in options)
        for switched in _subsets(kinds)
    )
    for letters in product(*options):
        if len(found) >= MAX_VARIANTS:
            break
        found["".join(letters)] = None
    return list(found)[:MAX_VARIANTS]


_OTHER_WAYS = {
    "ss": ("ß",), "ß": ("ss",), "ae": ("a",), "oe": ("o",), "ue": ("u",),
    "ä": ("ae",), "ö": ("oe",), "ü": ("ue",),
}  # fmt: skip
_SPELT_TWO_WAYS = re.compile("(ss(?!ch)|[aou]e|[ßäöü])")  # no ß in Ausschuss but the last


def _subsets(kinds: list[str]) -> Iterator[frozenset[str]]:
    """None of them, all of them, each alone, two together …; a handful of many."""
    yield frozenset()
    yield frozenset(kinds)
    for size in range(1, len(kinds)):
        yield from map(frozenset, islice(combinations(kinds, size), MAX_VARIANTS))
