"""Read every article word by word, the slow and plain way that a search is compared with."""

from __future__ import annotations

import operator
import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple


class KnownFigure(NamedTuple):
    """What a figure of an article says."""

    low: float | None
    high: float | None
    unit: str
    noun: str = ""
    role: str = ""
    of: str = ""
    per: str = ""
    speaker: str = ""


@dataclass
class Known:
    """What the reference knows of an article: plain values, kept apart from the library."""

    id: int
    title: str
    text: str
    published: int
    author: str
    language: str
    source: str
    folder: str
    is_read: bool
    is_starred: bool
    is_deleted: bool
    tags: tuple[str, ...]
    figures: list[KnownFigure]
    names: tuple[str, ...]
    notes: list[tuple[str, str, tuple[str, ...], str]] = field(default_factory=list)
    """Quote, note, tags, colour."""


def bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in letters if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", bare(text))


def spelt(word: str) -> set[str]:
    """Every way in which a German would write the same, as the texts' words are compared."""
    found, waiting = set(), [word.lower()]
    pairs = (("ss", "ß"), ("ß", "ss"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü"),
             ("ä", "ae"), ("ö", "oe"), ("ü", "ue"))  # fmt: skip
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        for old, new in pairs:
            for place in re.finditer(old, one):
                waiting.append(one[: place.start()] + new + one[place.end() :])
    return {bare(one) for one in found}


def stands_in(words: list[str], text: str, *, begun: bool = False) -> bool:
    there, wanted = tokens(text), [spelt(word) for word in words]
    for at in range(len(there) - len(wanted) + 1):
        row = there[at : at + len(wanted)]
        last = (
            any(row[-1].startswith(way) for way in wanted[-1]) if begun else row[-1] in wanted[-1]
        )
        if last and all(map(operator.contains, wanted[:-1], row)):
            return True
    return False


def in_notes(words: list[str], known: Known, *, begun: bool = False) -> bool:
    return any(
        stands_in(words, part, begun=begun)
        for quote, note, tags, _ in known.notes
        for part in (quote, note, " ".join(tags))
    )


def in_article(words: list[str], known: Known, *, begun: bool = False) -> bool:
    return (
        stands_in(words, known.title, begun=begun)
        or stands_in(words, known.text, begun=begun)
        or in_notes(words, known, begun=begun)
    )


def holds_letters(letters: str, known: Known) -> bool:
    ways = spelt(letters)
    return any(way in token for token in tokens(f"{known.title} {known.text}") for way in ways)


def gives(low: float | None, high: float | None, unit: str, figure: KnownFigure) -> bool:
    smallest, largest = figure.low, figure.high
    if smallest is None or largest is None or (unit and figure.unit != unit):
        return False
    return (low is None or largest >= low) and (high is None or smallest <= high)


def has_words(wanted: str, name: str) -> bool:
    """Whether the words, in one of their spellings, are among the name's, or begin some of them."""
    there = [word.replace("ß", "ss") for word in tokens(name)]
    ways = [{way.replace("ß", "ss") for way in spelt(word)} for word in wanted.split()]
    return all(any(word.startswith(way) for word in there for way in some) for some in ways)
