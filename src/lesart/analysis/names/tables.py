"""The tables that names are known by: spellings, given names, words for kinds of institutions."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.names.skeletons import arabic, bare, slavic

AMBIGUOUS = frozenset({"georgia", "kongo", "congo"})
"""Names of two places; only more words tell which: "Republic of Georgia", "Bundesstaat Georgia"."""


def compact(name: str) -> str:
    """Letters and digits only, so that "Nord-Korea" is "Nordkorea" and "U.S." is "US"."""
    plain = bare(name)
    return plain if plain.isalnum() else "".join(c for c in plain if c.isalnum())


def _lines(name: str) -> list[list[str]]:
    """Rows of cells; what follows a # is a comment."""
    text = resources.files("lesart.analysis").joinpath("data", name).read_text("utf-8")
    rows = (line.partition("#")[0].strip() for line in text.splitlines())
    return [row.split("\t") for row in rows if row]


@cache
def spellings() -> dict[str, str]:
    """Compact spelling to key: what the gazetteer knows, and what only keys need to know."""
    found: dict[str, str] = {}
    for key, names in _lines("spellings.tsv"):
        for name in names.split("|"):
            found.setdefault(compact(name), key)
    for name, key in gazetteer().keys.items():
        short = compact(name)
        # "us" may be the word, and a short town any short name.
        if len(short) > 3 or name.isupper() or len(short) == len(name):
            found.setdefault(short, key)
    return found


class GivenNames(NamedTuple):
    """Given names by what tells their origin, and one word for those that are translations."""

    slavic: frozenset[str]
    """Sounds, as `skeletons.slavic` gives them."""
    arabic: frozenset[str]
    same: dict[str, str]
    """Folded word to the first of its row, for names of one origin whose surnames agree."""
    translated: dict[str, str]
    """The same for rulers and popes, whose names are translated."""


@cache
def given_names() -> GivenNames:
    by_kind: dict[str, list[list[str]]] = {"S": [], "A": [], "W": [], "R": []}
    for kind, names in _lines("given_names.tsv"):
        by_kind[kind].append(names.split())
    return GivenNames(
        frozenset(sound for row in by_kind["S"] for name in row for sound in slavic(name)),
        frozenset(sound for row in by_kind["A"] for name in row for sound in arabic(name)),
        {bare(n): bare(row[0]) for kind in "SAW" for row in by_kind[kind] for n in row},
        {bare(n): bare(row[0]) for row in by_kind["R"] for n in row},
    )


@cache
def demonyms() -> dict[str, str]:
    """First letters of what comes from a country, to the country's key."""
    return {start: key for key, starts in _lines("demonyms.tsv") for start in starts.split()}


@cache
def country_of(folded: str) -> str:
    """The country that an adjective names: "französische" is LOC:FR; empty for other words."""
    for length in range(min(len(folded), 10), 3, -1):
        found = demonyms().get(folded[:length])
        if found and len(folded) - length <= 6:
            return found
    return ""


@cache
def institution_words() -> dict[str, str]:
    """Folded word to a concept: "ministerium", "ministry" and "ministère" are "ministry"."""
    return {
        bare(word): concept
        for concept, words in _lines("institution_words.tsv")
        for word in [concept, *words.split()]
    }
