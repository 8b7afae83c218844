"""The pairs of two articles' figures that are worth showing."""

from __future__ import annotations

from typing import NamedTuple

from lesart.analysis.comparing.article import FigureContext, ReadArticle
from lesart.analysis.comparing.judging import Comparison, compared

_RANK = {"agrees": 3, "contradicts": 2, "differs": 1, "similar": 0}


class Pair(NamedTuple):
    """A figure here, one there, and how they stand to each other."""

    one: FigureContext
    other: FigureContext
    comparison: Comparison


def pairs_of(one: ReadArticle, other: ReadArticle) -> list[Pair]:
    """Each figure with the one that fits it best, in the order of the first text."""
    if not one.is_related_to(other):
        return []
    found = [
        Pair(a, b, comparison)
        for a in one.figures
        for b in other.figures
        if (comparison := compared(a, one, b, other)) is not None
    ]
    found.sort(key=fit, reverse=True)
    taken: set[int] = set()
    kept = []
    for pair in found:
        ends = {id(pair.one), id(pair.other)}
        if not ends & taken:
            kept.append(pair)
            taken |= ends
    return sorted(kept, key=lambda pair: (pair.one.figure.span, pair.other.figure.span))


def fit(pair: Pair) -> tuple[int, float, float]:
    """Agreement first: what agrees with one figure does not contradict another."""
    a, b = pair.one, pair.other
    shared = len(a.subject.keys & b.subject.keys) + len(a.subject.around & b.subject.around)
    return (
        _RANK[pair.comparison.verdict],
        pair.comparison.strength,
        shared / a.amount.ratio_to(b.amount),
    )
