"""Tell the sentences that name nobody at a glance: nobody has to read them for names.

Only where names have capitals. French and Spanish write many an office or election without one
("la préfecture de police"), and a text all in small letters may name anybody anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.entities.tokens import Word

_LANGUAGES = ("de", "en")


def is_plain(words: Sequence[Word], language: str) -> bool:
    """Whether the only capital is that of a small word at the sentence's start, and no word in it
    could be a place's, an organisation's or an event's, had it a capital."""
    if language not in _LANGUAGES:
        return False
    letters = [word.text for word in words if word.text[:1].isalpha()]
    if not letters or letters[0] not in lexicon.OPENERS:
        return False
    if not all(w.text.islower() or not w.text.isalnum() for w in words if w.text != letters[0]):
        return False
    return not any(_may_be_named(word) for word in letters[1:])


@cache
def _heads() -> frozenset[str]:
    heads = (
        *lexicon.EVENT_HEADS, *lexicon.BARE_EVENTS, *lexicon.ORG_HEADS_FIRST, *lexicon.ORG_HEADS_LAST,
        *lexicon.PLACE_HEADS_FIRST, *lexicon.PLACE_HEADS_LAST,
    )  # fmt: skip
    return frozenset(head.lower() for head in heads)


def _may_be_named(word: str) -> bool:
    if word in _heads() or word.removesuffix("s") in _heads():
        return True
    name = word.capitalize()
    return name in gazetteer().keys and name not in lexicon.TOWNS_LIKE_WORDS
