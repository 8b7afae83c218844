"""The table of nouns: what is counted, and with a sign in front what else figures say; found by each word."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, get_args

from lesart.model.figure import FigureRole
from lesart.text.folding import fold

OF, PER, SPEAKER, ROLE = "\x1eo", "\x1ep", "\x1es", "\x1er"
"""Before whose amount it is, the base of a rate, who says so, and what a figure is to its noun."""
FIRST_NOUN = " "
"""Nouns as such stand behind it; what has a sign in front stands before it."""
ROLES: tuple[FigureRole, ...] = get_args(FigureRole)
"""A role is stored as its place; new ones are appended."""
NO_ROLE, EVERY_ROLE = 1, (1 << len(ROLES)) - 1
"""A bit each; the first stands for figures whose role is not sure, and where there is no figure to ask."""
SHELF = 14
"""Bits: numbers stand by shelves of 16,384 articles, as many as are asked in one go for a first page."""
_SPEAKER = 15
"""The place of the attribution in a stored figure; role, of, per follow behind two others."""
_NOTHING: tuple[Any, ...] = (*[""] * 18, 0, "", "")


@lru_cache(maxsize=20_000)
def noun_key(noun: str) -> str:
    """The counted noun as a key: folded, so that "Soldaten" here is "Soldaten" there."""
    return fold(noun)[:80]


def role_bit(role: str) -> int:
    """A role as it stands beside numbers and nouns; 0 for what is none."""
    return 1 << ROLES.index(role) if role in ROLES else 0


def signed_names(of: str, per: str, speaker: str, role: str) -> list[str]:
    """What a figure says beside its noun, as it stands among the nouns."""
    said = ((OF, of), (PER, per), (SPEAKER, speaker), (ROLE, role))
    return [sign + key for sign, words in said if words and (key := noun_key(words))]


def also_said(stored: str) -> set[str]:
    """What all figures of an article say beside their nouns, straight from what is stored."""
    found: set[str] = set()
    for row in json.loads(stored)[0]:
        if len(row) > _SPEAKER:
            speaker, _, _, role, of, per = (*row, *_NOTHING[len(row) :])[_SPEAKER : _SPEAKER + 6]
            found.update(signed_names(of, per, speaker, ROLES[int(role)]))
    return found


def words_of_noun(name: str) -> frozenset[str]:
    """The words under which something among the nouns is found; none where it is found as a whole."""
    from lesart.analysis.comparing.noun_words import name_words, noun_words  # reading does without

    if name.startswith((OF, SPEAKER)):
        return name_words(name[len(OF) :])
    if name.startswith(PER):
        return noun_words(name[len(PER) :])
    return noun_words(name) if name >= FIRST_NOUN else frozenset()


def list_noun(execute: Callable[[str, list[object]], object], number: int, name: str) -> None:
    """Let something among the nouns be found by its words, in `noun_fts`."""
    if words := words_of_noun(name):
        execute(
            "INSERT INTO noun_fts(rowid, words) VALUES (?, ?)", [number, " ".join(sorted(words))]
        )
