"""Names with signs in them, which the index of words does not hold: C++, C#, AT&T, .NET."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lesart.model.text import Span
from lesart.query.tree import Query, Words


def written_in(query: Query) -> list[Words]:
    """The words of a query that were typed with such signs."""
    return [leaf for leaf in query.leaves() if isinstance(leaf, Words) and leaf.written]


def as_written(text: str, words: Words) -> Iterator[Span]:
    """Where `text` holds these words with their signs."""
    for found in _pattern(words.written, words.is_prefix).finditer(text):
        yield Span(found.start(), found.end())


def stands_so(text: str, words: Words) -> bool:
    """Whether `text` holds these words with their signs."""
    return _pattern(words.written, words.is_prefix).search(text) is not None


@lru_cache(maxsize=50)
def _pattern(written: str, is_begun: bool) -> re.Pattern[str]:
    letters = r"\s+".join(map(re.escape, written.split()))
    before = r"(?<![\w.])" if written.startswith(".") else r"(?<!\w)"
    return re.compile(before + letters + ("" if is_begun else r"(?!\w)"), re.IGNORECASE)
