"""Which figures a corrected text gives otherwise than the one before: "4.500 → 6.000 Soldaten"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure
from lesart.model.text import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ALIKE = 0.6
"""How much of two sentences must be the same for one to be the other, corrected."""
_MOST_SENTENCES = 400
"""Of a longer text only sentences that stayed the same but for their figures are compared."""


class FigureChange(NamedTuple):
    """A figure, and what stands in its place in the newer text."""

    was: Figure
    now: Figure


class _Sentence(NamedTuple):
    """A sentence with its figures hidden behind their kinds and units."""

    tokens: tuple[str, ...]
    figures: tuple[Figure, ...]


def figure_changes(
    old: str, old_figures: Sequence[Figure], new: str, new_figures: Sequence[Figure]
) -> list[FigureChange]:
    """Figures that say something else now, in the order of the newer text; dates are left out.

    Figures are one where their sentences are the same but for the numbers, or about so.
    """
    before, after = _sentences(old, old_figures), _sentences(new, new_figures)
    found = [
        FigureChange(was, now)
        for one, other in _matched(before, after)
        for was, now in _aligned(one, other)
        if says(was) != says(now)
    ]
    return sorted(found, key=lambda change: change.now.span)


def changes_through(texts: Sequence[str], language: str) -> list[list[FigureChange]]:
    """What each of the texts but the first, the oldest first, gives otherwise than the one before."""
    figures = [find_figures(text, language) for text in texts]
    read = list(zip(texts, figures, strict=True))
    return [figure_changes(*old, *new) for old, new in pairwise(read)]


def says(figure: Figure) -> tuple[object, ...]:
    """What a figure claims; however it is written."""
    return (
        figure.value, figure.low, figure.high, figure.qualifier, figure.unit,
        figure.surface if figure.value is None and figure.low is None and figure.high is None else "",
    )  # fmt: skip


def _sentences(text: str, figures: Iterable[Figure]) -> list[_Sentence]:
    """Those that have figures, in order."""
    of: dict[Span, list[Figure]] = {}
    for figure in figures:
        if figure.kind not in ("date", "time") and figure.sentence.end > figure.sentence.start:
            of.setdefault(figure.sentence, []).append(figure)
    return [_Sentence(_masked(text, span, some), tuple(some)) for span, some in of.items()]


def _masked(text: str, sentence: Span, figures: Sequence[Figure]) -> tuple[str, ...]:
    tokens: list[str] = []
    at = sentence.start
    for figure in figures:
        tokens += _TOKEN.findall(text[at : figure.span.start].casefold())
        tokens.append(_mask(figure))
        at = max(at, figure.span.end)
    return (*tokens, *_TOKEN.findall(text[at : sentence.end].casefold()))


def _mask(figure: Figure) -> str:
    """The same for whatever value: a space in it keeps it apart from every word."""
    kind = "count" if figure.kind in ("count", "ratio") else figure.kind
    return f"# {kind}"


def _matched(before: list[_Sentence], after: list[_Sentence]) -> list[tuple[_Sentence, _Sentence]]:
    """Each old sentence with the one that it became."""
    waiting: dict[tuple[str, ...], list[_Sentence]] = {}
    for sentence in before:
        waiting.setdefault(sentence.tokens, []).append(sentence)
    pairs, others = [], []
    for sentence in after:
        if same := waiting.get(sentence.tokens):
            pairs.append((same.pop(0), sentence))
        else:
            others.append(sentence)
    left = [sentence for some in waiting.values() for sentence in some]
    if len(left) * len(others) > _MOST_SENTENCES**2:
        return pairs
    return pairs + _alike(left, others)


def _alike(before: list[_Sentence], after: list[_Sentence]) -> list[tuple[_Sentence, _Sentence]]:
    """The pairs that share most, each sentence once."""
    scored = []
    for i, one in enumerate(before):
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(one.tokens)
        for j, other in enumerate(after):
            matcher.set_seq1(other.tokens)
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                if (ratio := matcher.ratio()) >= _ALIKE:
                    scored.append((ratio, -i, -j))
    pairs, taken = [], set()
    for _, i, j in sorted(scored, reverse=True):
        if ("old", i) not in taken and ("new", j) not in taken:
            taken |= {("old", i), ("new", j)}
            pairs.append((before[-i], after[-j]))
    return pairs


def _aligned(one: _Sentence, other: _Sentence) -> list[tuple[Figure, Figure]]:
    """The figures that stand in the same place of both sentences."""
    places = [i for i, token in enumerate(one.tokens) if token.startswith("# ")]
    others = [i for i, token in enumerate(other.tokens) if token.startswith("# ")]
    matcher = SequenceMatcher(None, one.tokens, other.tokens, autojunk=False)
    found = []
    for a, b, size in matcher.get_matching_blocks():
        for k in range(size):
            if a + k in places and b + k in others:
                found.append((one.figures[places.index(a + k)], other.figures[others.index(b + k)]))
    return found
