"""Compare words as a search means them: whatever their case, accents and German spelling."""

from __future__ import annotations

import unicodedata
from itertools import product

MAX_VARIANTS = 8


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
    lowered = word.lower()
    options: list[tuple[str, ...]] = []
    i = 0
    while i < len(lowered):
        two = lowered[i : i + 2]
        if two == "ss":
            options.append(("ss", "ß"))
        elif two in ("ae", "oe", "ue"):
            options.append((two, two[0]))
        elif lowered[i] == "ß":
            options.append(("ß", "ss"))
        elif lowered[i] in "äöü":
            options.append((lowered[i], {"ä": "ae", "ö": "oe", "ü": "ue"}[lowered[i]]))
        else:
            options.append((lowered[i],))
        i += len(options[-1][0])
    found: list[str] = []
    for letters in product(*options):
        found.append("".join(letters))
        if len(found) >= MAX_VARIANTS:
            break
    return found
