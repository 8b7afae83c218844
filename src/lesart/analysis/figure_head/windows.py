"""What the network sees of a figure: the words around it, and marks on them and on the figure."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from lesart.analysis.entities.tokens import Word, words_of
from lesart.model.figure import Figure, FigureRole

MOST_WORDS = 96
"""So many words of a figure's sentence and of those before it are looked at."""
LONGEST_NOUN = 12

KINDS = ("percent", "money", "measure", "distance", "duration", "ratio", "count")
"""Kinds that may measure something."""
ALL_KINDS = (*KINDS, "ordinal", "score", "date", "time")
ROLES: tuple[FigureRole, ...] = (
    "",
    "level",
    "delta",
    "from",
    "to",
    "share",
    "limit",
    "price",
    "rank",
    "age",
)
CHANGES = ("", "rise_by", "rise_to", "fall_by", "fall_to", "from", "to")
QUALIFIERS = (
    "exact", "approx", "at_least", "more_than", "at_most", "less_than", "just_under", "range"
)  # fmt: skip
LANGUAGES = ("", "de", "en", "fr", "es")

HIDDEN, SILENT, NAMED, ELSEWHERE = range(4)
"""What the rules say: not shown, no noun, a noun among the words, a noun that stands elsewhere."""
NO_RULE, OWN_NOUN, OTHERS_NOUN, OWN_HOLDER = range(4)

_SHAPES = 6
_FAR = 12
_STEPS = 2 * _FAR + 1
_CHUNKS = 3
MARKS = (_SHAPES, 1 + 2 * len(ALL_KINDS), 4, _STEPS, _CHUNKS)
"""How many values each mark of a word may have: its shape, the figure that it belongs to, the rules'
answer, its distance from the figure, its sentence's."""
FACTS = (len(LANGUAGES), len(KINDS), 4, len(ROLES), len(CHANGES), len(QUALIFIERS), 2)
"""The same of what is known about the figure itself."""


class Window(NamedTuple):
    """The words around one figure with their marks."""

    figure: int
    """Which of the figures it is."""
    first: int
    """The number of its first word among all words of the text."""
    words: Sequence[Word]
    marks: Sequence[tuple[int, ...]]
    facts: tuple[int, ...]


class _Page(NamedTuple):
    """A text's words and where its figures and sentences stand among them."""

    words: list[Word]
    sentences: list[int]
    """The first word of each."""
    figures: Sequence[Figure]
    places: list[tuple[int, int]]
    """The words of each figure: the first, the one behind the last."""
    holder: dict[int, int]
    """Whose words these are."""


def windows_of(
    chunks: Sequence[list[Word]], figures: Sequence[Figure], language: str
) -> Iterator[Window]:
    """A window for each figure that may measure something; `chunks` are all words of the text."""
    words = [word for chunk in chunks for word in chunk]
    ends = [word.end for word in words]
    starts = [word.start for word in words]
    sentences = [0, *accumulate(len(chunk) for chunk in chunks)][:-1]
    places = [
        (bisect_right(ends, one.span.start), bisect_left(starts, one.span.end)) for one in figures
    ]
    holder = {at: number for number, place in enumerate(places) for at in range(*place)}
    page = _Page(words, sentences, figures, places, holder)
    for number, one in enumerate(figures):
        if one.kind in KINDS and places[number][0] < places[number][1]:
            yield _window(page, number, language)


def _window(page: _Page, number: int, language: str) -> Window:
    one, (i, j) = page.figures[number], page.places[number]
    sentence = bisect_right(page.sentences, i) - 1
    own, before = page.sentences[sentence], page.sentences[max(0, sentence - 1)]
    end = page.sentences[sentence + 1] if sentence + 1 < len(page.sentences) else len(page.words)
    end = max(j, min(end, i + MOST_WORDS * 2 // 3))
    begin = max(0, end - MOST_WORDS)
    words = page.words[begin:end]
    rules, state = _said_by_rules(page, number, begin, [word.text.lower() for word in words])
    marks = [
        (
            _shape(page.words[k].text, k in (own, before)), _figure_mark(page, number, k),
            rules.get(k - begin, NO_RULE), _step(k, i, j), 0 if k >= own else 1 if k >= before else 2,
        )
        for k in range(begin, end)
    ]  # fmt: skip
    facts = (
        LANGUAGES.index(language) if language in LANGUAGES else 0, KINDS.index(one.kind), state,
        ROLES.index(one.role), CHANGES.index(one.change), QUALIFIERS.index(one.qualifier),
        int(bool(one.per)),
    )  # fmt: skip
    return Window(number, begin, words, marks, facts)


def _figure_mark(page: _Page, number: int, at: int) -> int:
    holder = page.holder.get(at)
    if holder is None:
        return 0
    kind = ALL_KINDS.index(page.figures[holder].kind)
    return 1 + kind + (len(ALL_KINDS) if holder == number else 0)


def _said_by_rules(
    page: _Page, number: int, begin: int, low: Sequence[str]
) -> tuple[dict[int, int], int]:
    """Which words the rules name for this figure and for those near it, and whether they do."""
    one, (i, j) = page.figures[number], page.places[number]
    rules = dict[int, int]()
    near = {page.holder[k] for k in range(begin, begin + len(low)) if k in page.holder}
    for other in sorted(near - {number}):
        figure, (a, b) = page.figures[other], page.places[other]
        if figure.noun and figure.kind in KINDS:
            place = nearest(places_of(low, figure.noun), a - begin, b - begin)
            rules |= dict.fromkeys(range(*place), OTHERS_NOUN)
    rules |= dict.fromkeys(
        range(*nearest(places_of(low, one.of), i - begin, j - begin)), OWN_HOLDER
    )
    own = nearest(places_of(low, one.noun), i - begin, j - begin)
    rules |= dict.fromkeys(range(*own), OWN_NOUN)
    state = (NAMED if own[0] < own[1] else ELSEWHERE) if one.noun else SILENT
    return rules, state


def _shape(word: str, is_first: bool) -> int:
    if not word[:1].isalnum():
        return 0
    if word[:1].isdigit():
        return 4
    if word.islower():
        return 1
    if is_first:
        return 5
    return 3 if word.isupper() and len(word) > 1 else 2


def _step(k: int, i: int, j: int) -> int:
    """The distance from the figure, finer near it."""
    if i <= k < j:
        return _FAR
    far = i - k if k < i else k - j + 1
    step = far if far <= 4 else min(_FAR, 4 + int(3 * math.log2(far / 4)))
    return _FAR - step if k < i else _FAR + step


def places_of(low: Sequence[str], noun: str) -> list[tuple[int, int]]:
    """Where these words stand in a row, among words in small letters."""
    if not noun:
        return []
    want = [word.text.lower() for word in words_of(noun.replace("’", "'"))]
    said = [word.replace("’", "'") for word in low]
    n = len(want)
    return [(k, k + n) for k in range(len(said) - n + 1) if said[k : k + n] == want]


def nearest(places: Sequence[tuple[int, int]], i: int, j: int) -> tuple[int, int]:
    """The place that is the fewest words from the figure."""
    return min(places, key=lambda p: max(i - p[1], p[0] - j, 0), default=(0, 0))
