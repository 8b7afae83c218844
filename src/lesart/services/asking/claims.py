"""The claim log: every figure of some articles as a statement that can be checked, with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.query import Query
from lesart.services.exporting.selection import told
from lesart.store import Store

_NO_CLAIMS = ("date", "time", "ordinal", "score")


class Claim(NamedTuple):
    """One figure with all that a fact checker hands in about it."""

    article: Article
    figure: Figure
    statement: str
    """The sentence, as the text has it."""
    notes: tuple[Annotation, ...]
    """What the reader wrote on words of the sentence."""


def claims(
    store: Store, query: Query, ids: Iterable[int], *, judged_only: bool = False
) -> Iterator[Claim]:
    """The figures of these articles in the order of the texts; those that `query` asks for, if it asks
    for any. With `judged_only` those alone that the reader gave a verdict or wrote on."""
    question = store.search.figure_question(query)
    for article_id in ids:
        article, analysis = store.articles.get(article_id), store.analyses.get(article_id)
        if article is None or analysis is None:
            continue
        article = told(article)
        notes = store.annotations.of(article_id)
        asked = question.answering(analysis.figures)
        for figure in asked if question.asks else analysis.figures:
            if figure.kind in _NO_CLAIMS and figure not in asked:
                continue
            sentence = figure.sentence if figure.sentence.end else figure.span
            on_it = tuple(n for n in notes if n.span is not None and _touch(n.span, sentence))
            if judged_only and not (figure.verdict or on_it):
                continue
            statement = article.text[sentence.start : sentence.end]
            yield Claim(article, figure, " ".join(statement.split()), on_it)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
