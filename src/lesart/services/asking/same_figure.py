"""The same figure in other articles: what they say, and whether it agrees with this one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lesart.analysis.comparing import (
    Comparison,
    FigureContext,
    Pair,
    ReadArticle,
    compared,
    read_article,
)
from lesart.analysis.comparing.amounts import Amount, amount_of
from lesart.analysis.comparing.pairing import fit
from lesart.analysis.comparing.subjects import subject_keys
from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.store import Store

_MOST_CANDIDATES = 30
"""Articles that are read to find the figure in; those likeliest to have it come first."""
_ORDER = ("contradicts", "differs", "agrees", "similar")


class Elsewhere(NamedTuple):
    """What another article says of the same thing."""

    article_id: int
    title: str
    published: Moment | None
    figure: Figure
    sentence: str
    comparison: Comparison


def same_figure_elsewhere(
    store: Store, article: Article, figure: Figure, *, limit: int
) -> list[Elsewhere]:
    """Other articles' figures of the same thing, contradictions first."""
    analysis, amount = store.analyses.get(article.id), amount_of(figure)
    if analysis is None or amount is None:
        return []
    own = _read(article, analysis, lambda other: other.sentence == figure.sentence)
    here = next((one for one in own.figures if one.figure.span == figure.span), None)
    if here is None:
        return []
    ids = store.analyses.of_one_subject(
        article.id, here.subject.keys, analysis.entities, limit=_MOST_CANDIDATES
    )
    found: list[Elsewhere] = []
    for article_id in ids:
        other, its = store.articles.get(article_id), store.analyses.get(article_id)
        if other is None or its is None:
            continue
        there = _read(other, its, _of_one_thing(amount, here.subject.keys, its.language))
        if there.is_related_to(own):
            found += _best(own, here, other, there)
    found.sort(key=_order)
    return found[:limit]


def _of_one_thing(amount: Amount, keys: frozenset[str], language: str) -> Callable[[Figure], bool]:
    """Whether a figure may be of the same thing; one without a noun may be of anything."""

    def may_be(figure: Figure) -> bool:
        its = amount_of(figure)
        if its is None or its.dimension != amount.dimension:
            return False
        own = subject_keys(figure, language)
        return not own or not keys.isdisjoint(own) or own == {"person"}

    return may_be


def _read(article: Article, analysis: Analysis, wanted: Callable[[Figure], bool]) -> ReadArticle:
    return read_article(
        article.text,
        analysis,
        title=article.title,
        date=article.published,
        wanted=wanted,
    )


def _best(
    own: ReadArticle, here: FigureContext, other: Article, there: ReadArticle
) -> list[Elsewhere]:
    """The one figure of the other article that fits best; what agrees goes before what does not."""
    pairs = [
        Pair(here, one, comparison)
        for one in there.figures
        if (comparison := compared(here, own, one, there)) is not None
    ]
    if not pairs:
        return []
    best = max(pairs, key=fit)
    figure = best.other.figure
    sentence = " ".join(other.text[figure.sentence.start : figure.sentence.end].split())
    return [Elsewhere(other.id, other.title, other.published, figure, sentence, best.comparison)]


def _order(other: Elsewhere) -> tuple[int, float, int]:
    return _ORDER.index(other.comparison.verdict), -other.comparison.strength, other.article_id
