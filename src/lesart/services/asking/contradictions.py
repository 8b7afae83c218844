"""Figures of two articles side by side, and where two sources say what cannot both hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.store import Store

if TYPE_CHECKING:
    from lesart.analysis.comparing import Pair
    from lesart.services.asking.stories import StoryArticle

MOST_COMPARED = 12
"""Articles whose figures are compared, each with each: the newest that are no copies."""


class Side(NamedTuple):
    """What one of the two says, and where."""

    figure: Figure
    article: Headline
    sentence: str


class Contradiction(NamedTuple):
    """Two figures of one thing that cannot both hold."""

    one: Side
    other: Side
    why: str


class Compared(NamedTuple):
    """Two figures that are worth comparing, and their articles."""

    one: Article
    other: Article
    pair: Pair


def compared_articles(articles: Sequence[StoryArticle]) -> Sequence[StoryArticle]:
    """Those of a story whose figures are compared."""
    own = [one for one in articles if one.copy_of is None] or articles[:1]
    return own[-MOST_COMPARED:]


def compared(store: Store, heads: Sequence[Headline]) -> Iterator[Compared]:
    """The figures of these articles, each article with each."""
    from lesart.analysis.comparing import pairs_of, read_article

    read = []
    for head in heads:
        article, analysis = store.articles.get(head.id), store.analyses.get(head.id)
        if article is not None and analysis is not None:
            its = read_article(article.text, analysis, title=article.title, date=article.published)
            read.append((article, its))
    for (article, one), (other_article, other) in combinations(read, 2):
        for pair in pairs_of(one, other):
            yield Compared(article, other_article, pair)


def contradictions(
    store: Store, articles: Sequence[StoryArticle], new: Collection[int]
) -> list[Contradiction]:
    """Where the articles of one story contradict each other and one of the two is `new`, each pair of
    numbers once. What is not sure is none."""
    found: dict[frozenset[object], Contradiction] = {}
    heads = {one.headline.id: one.headline for one in compared_articles(articles)}
    for one, other, pair in compared(store, list(heads.values())):
        if pair.comparison.verdict != "contradicts" or not {one.id, other.id} & set(new):
            continue
        here = _side(pair.one.figure, one, heads[one.id])
        there = _side(pair.other.figure, other, heads[other.id])
        numbers = frozenset((s.figure.value, s.figure.low, s.figure.unit) for s in (here, there))
        found.setdefault(numbers, Contradiction(here, there, pair.comparison.why))
    return list(found.values())


def _side(figure: Figure, article: Article, headline: Headline) -> Side:
    sentence = " ".join(article.text[slice(*figure.sentence)].split())
    return Side(figure, headline, sentence)
