"""Find the words of a query in one text, to mark them where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lesart.model.text import Span
from lesart.query import Near, Query, Substring, Words
from lesart.query.signs import as_written
from lesart.text.folding import fold_for_search, german_spellings, plain_letters, spellings
from lesart.text.unpointed import WORD

MOST = 5000
_NO_SPACES = "\u0e00"
"""From here on there are scripts that do not part words by spaces."""


def matches_in(text: str, query: Query) -> list[Span]:
    """Where `text` holds what the query's words, phrases and `~letters` ask for, in order."""
    leaves = list(query.leaves())
    close = {id(part) for leaf in leaves if isinstance(leaf, Near) for part in leaf.parts}
    wanted = [
        leaf
        for leaf in leaves
        if isinstance(leaf, (Words, Substring, Near)) and id(leaf) not in close
    ]
    if not wanted or not text:
        return []
    tokens = [(found.start(), found.end(), _folded(found[0])) for found in WORD.finditer(text)]
    spans: set[Span] = set()
    for node in wanted:
        for span in _with_signs(text, node) or _found(tokens, node):
            spans.add(span)
            if len(spans) >= MOST:
                break
    return sorted(spans)


def _with_signs(text: str, node: Words | Substring | Near) -> list[Span]:
    """Where it stands just as it was typed; then what only has its letters is not lit."""
    if isinstance(node, Words) and node.written:
        return list(islice(as_written(text, node), MOST))
    return []


def _found(tokens: list[tuple[int, int, str]], node: Words | Substring | Near) -> Iterator[Span]:
    match node:
        case Substring():
            yield from _holding(tokens, node)
        case Words():
            yield from _in_a_row(tokens, node)
        case Near(parts, distance):
            yield from _close(tokens, parts, distance)


def _close(
    tokens: list[tuple[int, int, str]], parts: Sequence[Words], distance: int
) -> Iterator[Span]:
    """Those of each part's places that have all other parts close by, as FTS5 counts: words between."""
    number = {start: at for at, (start, _, _) in enumerate(tokens)}
    last = {end: at for at, (_, end, _) in enumerate(tokens)}
    places = sorted(
        (span, which) for which, part in enumerate(parts) for span in _in_a_row(tokens, part)
    )
    for at, (first, _) in enumerate(places):
        together: dict[int, Span] = {}
        for span, which in places[at:]:
            if number[span.start] - last[first.end] - 1 > distance:
                break
            together.setdefault(which, span)
        if len(together) == len(parts):
            yield from together.values()


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return plain_letters(fold_for_search(word))


def _holding(tokens: list[tuple[int, int, str]], node: Substring) -> Iterator[Span]:
    needles = {plain_letters(fold_for_search(form)) for form in german_spellings(node.letters)}
    for start, end, word in tokens:
        if any(needle in word for needle in needles):
            if len(word) != end - start or word[0] < _NO_SPACES:
                yield Span(start, end)
                continue
            # Of a stretch without spaces only the letters that were asked for are lit.
            for needle in needles:
                for found in re.finditer(re.escape(needle), word):
                    yield Span(start + found.start(), start + found.end())


def _in_a_row(tokens: list[tuple[int, int, str]], node: Words) -> Iterator[Span]:
    forms = [
        {plain_letters(fold_for_search(form)) for form in spellings(word)} for word in node.words
    ]
    first, count = forms[0], len(forms)
    is_lone_prefix = node.is_prefix and count == 1
    for i, (start, end, word) in enumerate(tokens):
        if is_lone_prefix:
            if any(word.startswith(form) for form in first):
                yield Span(start, end)
            continue
        if word not in first or i + count > len(tokens):
            continue
        row = tokens[i : i + count]
        if all(w in f for (_, _, w), f in zip(row[:-1], forms[:-1], strict=True)) and _ends(
            row[-1][2], forms[-1], node.is_prefix
        ):
            yield Span(start, row[-1][1])


def _ends(word: str, forms: set[str], is_prefix: bool) -> bool:
    return any(word.startswith(form) for form in forms) if is_prefix else word in forms
