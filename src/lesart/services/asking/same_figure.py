"""The same figure in other articles: what they say, and whether it agrees with this one."""

from __future__ import annotations

from typing import NamedTuple

from lesart.analysis.comparing import (
    Comparison,
    FigureContext,
    Pair,
    ReadArticle,
    compared,
    read_article,
)
from lesart.analysis.comparing.amounts import amount_of
from lesart.analysis.comparing.pairing import fit
from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.store import Store

_MOST_CANDIDATES = 60
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
    own = _read(article, analysis, amount.dimension)
    here = next((one for one in own.figures if one.figure.span == figure.span), None)
    if here is None:
        return []
    ids = store.analyses.of_one_subject(
        article.id, here.subject.keys, analysis.entities, limit=_MOST_CANDIDATES
    )
    found = []
    for article_id in ids:
        other, its = store.articles.get(article_id), store.analyses.get(article_id)
        if other is None or its is None:
            continue
        there = _read(other, its, amount.dimension)
        if there.is_related_to(own):
            found += _best(own, here, other, there)
    found.sort(key=_order)
    return found[:limit]


def _read(article: Article, analysis: Analysis, dimension: str) -> ReadArticle:
    return read_article(
        article.text,
        analysis,
        title=article.title,
        date=article.published,
        dimension=dimension,
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
