"""A begun word as the words that go on from it.

For a begun word the index puts all its hits together before it gives the first, however few are wanted. Whole
words it gives hit by hit. So where the newest are wanted, and not very many words begin so, these are asked
for; where very many do, one of them stands in most texts, and the newest texts are looked through.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lesart.query import Words
from lesart.store.connection import Connection
from lesart.store.search.figure_sql import quoted
from lesart.store.search.vocabulary import Vocabulary
from lesart.text.folding import as_indexed, rows_of_spellings

MOST = 2_000
"""Words that are asked for at once; more take longer than to put the hits together."""
LARGE = 150_000
"""Articles up to which hits are put together sooner than texts are looked through."""
_FEWEST_LETTERS = 3


class Begun:
    """What begins so in this library's index."""

    __slots__ = ("expression", "letters")

    def __init__(self, expression: str | None, letters: Sequence[str]) -> None:
        self.expression = expression
        """For FTS5: each of the words; None where there are too many."""
        self.letters = letters
        """The ways in which it is begun, as the index spells them."""


def begun(node: Words, vocabulary: Vocabulary) -> Begun | None:
    """The words that go on; None where the word is not begun, or has to be looked for as it is."""
    if not node.is_prefix or len(node.words) != 1 or node.field:
        return None
    ways = [as_indexed(row[0]) for row in rows_of_spellings(node.words)]
    if any(len(way) < _FEWEST_LETTERS or not way.isalnum() for way in ways):
        return None
    asked: dict[str, None] = {}
    for way in dict.fromkeys(ways):
        if not way.isascii():
            asked[f"{quoted(way)}*"] = None  # few words begin with such letters
            continue
        words = vocabulary.beginning(way, MOST)
        if words is None or len(asked) + len(words) > MOST:
            return Begun(None, ways) if vocabulary.articles > LARGE else None
        asked.update(dict.fromkeys(map(quoted, words)))
    return Begun(f"({' OR '.join(asked)})" if asked else None, ways) if asked else None


def register(db: Connection) -> None:
    """Let SQL ask whether a word of a text begins with one of several rows of letters."""
    db.raw.create_function("lesart_begins", 3, _begins, deterministic=True)


def _begins(letters: str, title: str, text: str) -> bool:
    return _pattern(letters).search(as_indexed(f"{title} {text}")) is not None


@lru_cache(maxsize=64)
def _pattern(letters: str) -> re.Pattern[str]:
    ways = "|".join(map(re.escape, letters.split()))
    return re.compile(f"(?<![^\\W_])(?:{ways})")
