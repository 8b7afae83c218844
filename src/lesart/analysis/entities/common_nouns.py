"""German common nouns, which have a capital like every name: "Fähre", "Septemberumfrage".

Told by a list of the nouns that longer ones are made of, and by taking longer ones apart.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

_ENDINGS = ("s", "es", "n", "en", "e", "er", "ern")
_LINKS = ("s", "es", "n", "en", "er", "e")
_SHORTEST_HEAD = 3
_SHORTEST_FIRST = 3


@cache
def nouns() -> frozenset[str]:
    """Some ten thousand, in small letters, without the names among them."""
    data = resources.files("lesart.analysis").joinpath("data", "german_nouns.txt")
    return frozenset(data.read_text("utf-8").split())


def is_noun(word: str) -> bool:
    """Whether the word, in any case and number that its ending alone shows, is of the list."""
    low = word.lower()
    return low in nouns() or any(_without(low, ending) in nouns() for ending in _ENDINGS)


@cache
def head_of(word: str) -> str:
    """ "Umfrage" of "Septemberumfrage", in small letters; empty for what is not made of two nouns."""
    low = word.lower()
    for border in range(_SHORTEST_FIRST, len(low) - _SHORTEST_HEAD + 1):
        if is_noun(low[border:]) and _is_first(low[:border]):
            return low[border:]
    return ""


def _is_first(part: str) -> bool:
    if part in nouns() or any(_without(part, link) in nouns() for link in _LINKS):
        return True
    return bool(head_of(part))


def _without(word: str, ending: str) -> str:
    shorter = word.removesuffix(ending)
    return shorter if shorter != word and len(shorter) >= _SHORTEST_FIRST else ""
