"""By which words a counted noun is found: its own, and what they stand for in any language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lesart.analysis.comparing.concepts import (
    LANGUAGES,
    Reading,
    is_left_out,
    reading,
    readings_of,
    stem,
)
from lesart.text.folding import fold, spellings

NOUN_WORDS = 1
"""Raise it when nouns get other words here, or concepts other words in a way that should be found in stored
articles, too: libraries list their nouns again in the background."""
CONCEPT, BEHIND = "0", "1"
"""Before a concept's key, and before a word that only hangs on what is counted: "inland" of "Umsatz im
Inland". No noun's main word begins with either digit alone."""
_WORD = re.compile(r"[^\W_]+")
_LINKS = re.compile(
    r"\b(?:of|in|from|for|with|at|on|among|der|des|von|vom|im|aus|fur|mit|unter|bei|de|du|d'|dans|en|"
    r"pour|sur|au|aux|del|con|para|entre|por)\b"
)
"""Between what is counted and what hangs on it, in folded text."""
_SHORTEST_STEM = 5
_TELLING = 4
"""Letters from which on a word of a name may go on: "Merkel" is in "Merkels"."""


class AskedWord(NamedTuple):
    """What one word of a question may be in a noun."""

    beginnings: tuple[str, ...]
    concepts: tuple[str, ...]
    """Words of a noun, too, with CONCEPT in front."""


Asked = tuple[AskedWord, ...]


@lru_cache(maxsize=20_000)
def noun_words(noun: str) -> frozenset[str]:
    """The words that a folded noun is kept under."""
    parts = [part for part in _LINKS.split(noun) if part.strip()]
    at = next((n for n, part in enumerate(parts) if _is_telling(part)), 0)
    words: set[str] = set()
    for number, part in enumerate(parts):
        prefix = BEHIND if number > at else ""
        words.update(
            prefix + word for word in _WORD.findall(part) if not prefix or not is_left_out(word)
        )
    if parts:
        words.update(CONCEPT + _letters(key) for key in _concepts(parts[at]))
    return frozenset(words)


@lru_cache(maxsize=2_000)
def asked_noun(value: str) -> Asked:
    """The words that somebody asks for a noun by, each in its forms and for what it stands for.

    A word that says more than its concept ("Berufssoldaten") is only found by itself.
    """
    written = {fold(word): word for word in _WORD.findall(value)}
    parts = [part for part in _LINKS.split(fold(value)) if part.strip()]
    at = next((n for n, part in enumerate(parts) if _is_telling(part)), 0)
    asked: list[AskedWord] = []
    for number, part in enumerate(parts):
        words = [word for word in _WORD.findall(part) if not is_left_out(word)]
        if not words and number != at:
            continue  # "Zahl" of "Zahl der Toten"
        joined = {piece for word in part.split() if "-" in word for piece in _WORD.findall(word)}
        for word in words or _WORD.findall(part):
            forms = _forms(word, written.get(word, word))
            if number > at:
                forms = (*forms, *(BEHIND + form for form in forms))
            concepts = () if word in joined else _concepts_of_word(word)
            asked.append(AskedWord(forms, concepts))
    return tuple(asked)


def asked_name(name: str) -> Asked:
    """The words of a name, each of which may go on."""
    asked = []
    for word in _WORD.findall(name):
        spelt = _spelt(word)
        # "¼" is "1⁄4": two words.
        asked += [AskedWord(spelt, ())] if spelt else _each(_WORD.findall(fold(word)))
    return tuple(asked)


def _each(words: list[str]) -> list[AskedWord]:
    return [AskedWord((word,), ()) for word in words]


def name_words(name: str) -> frozenset[str]:
    """The words that a folded name is kept under."""
    return frozenset(_WORD.findall(name))


def may_go_on(word: str) -> bool:
    """Whether a word that is asked for is also the beginning of others."""
    return len(word.removeprefix(BEHIND)) >= _TELLING


def answers(words: frozenset[str], asked: Asked) -> bool:
    """Whether what is kept under these words is what is asked for."""
    return bool(asked) and all(
        any(concept in words for concept in one.concepts)
        or any(_begins(words, beginning) for beginning in one.beginnings)
        for one in asked
    )


def _begins(words: frozenset[str], beginning: str) -> bool:
    if beginning in words:
        return True
    return may_go_on(beginning) and any(word.startswith(beginning) for word in words)


def _forms(word: str, written: str) -> tuple[str, ...]:
    """The word as a German may spell it, and without what inflection put at its end."""
    stems = (stem(word, language) for language in LANGUAGES)
    spelt = (word, *_spelt(written))
    return tuple(dict.fromkeys((*spelt, *(s for s in stems if len(s) >= _SHORTEST_STEM))))


def _spelt(word: str) -> tuple[str, ...]:
    """The folded word in its spellings: "Müller" is "Mueller", too, and "Łódź" "Lodz"."""
    ways = (fold(way) for way in spellings(word))
    return tuple(dict.fromkeys(way for way in ways if _WORD.fullmatch(way)))


@lru_cache(maxsize=20_000)
def _second_half(word: str) -> str:
    """What a German compound is, where its first half alone would be taken for an inflected word: "steuer"
    of "umsatzsteuer"; empty for other words."""
    whole = reading(word, "de").concepts if word.isalpha() else ()
    if whole:
        for at in range(_SHORTEST_STEM, len(word) - _SHORTEST_STEM + 1):
            said = reading(word[at:], "de")
            if said.concepts and not said.modifiers and reading(word[:at], "de").concepts == whole:
                return word[at:]
    return ""


def _concepts_of_word(word: str) -> tuple[str, ...]:
    if _second_half(word):
        return ()
    found: dict[str, None] = {}
    for language in LANGUAGES:
        for said in readings_of(word, language):
            if not said.modifiers:
                found.update(dict.fromkeys(CONCEPT + _letters(c.key) for c in said.concepts))
    return tuple(found)


def _concepts(part: str) -> set[str]:
    """What the noun's main word stands for, and what became of it."""
    found: set[str] = set()
    part = " ".join(_second_half(word) or word for word in part.split())
    for language in LANGUAGES:
        readings = list(readings_of(part, language))
        found.update(c.key for r in readings for c in r.concepts if c.kind == "s")
        main = next((r for r in _in_order(readings, language) if r.concepts), None)
        if main is not None:
            found.update(concept.key for concept in main.concepts)
    return found


def _in_order(readings: list[Reading], language: str) -> list[Reading]:
    """The main word first: it ends a German or English noun, and begins a French or Spanish one."""
    return readings if language in ("fr", "es") else readings[::-1]


def _is_telling(part: str) -> bool:
    return any(not is_left_out(word) for word in _WORD.findall(part))


def _letters(key: str) -> str:
    """A concept's key as one word of an index."""
    return "".join(letter for letter in key if letter.isalnum())
