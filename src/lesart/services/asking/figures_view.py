"""Every figure of the articles that a query selects, as rows: how much, of what, where, when, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Literal, NamedTuple

from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.query import Query
from lesart.services.asking.asked_figures import asked_figures, asks_for_figures
from lesart.store import Store

Sort = Literal["date", "size", "subject"]
SORTS: tuple[Sort, ...] = ("date", "size", "subject")


class FigureRow(NamedTuple):
    """A figure with the article that gives it."""

    article: Headline
    figure: Figure
    sentence: str
    language: str


class FigureGroup(NamedTuple):
    """Figures of one subject in one dimension."""

    subject: str
    """The noun that most of its figures have."""
    dimension: str
    rows: tuple[FigureRow, ...]


def figure_rows(store: Store, query: Query, *, with_dates: bool = False) -> Iterator[FigureRow]:
    """The figures in the order of the list and of the texts.

    Where the query asks for figures ("counts:Soldaten figure>5000"), only those that answer; dates and
    times of day only where they are wanted.
    """
    is_asked = asks_for_figures(query)
    ids = list(store.search.ids(query))
    for article_id, language, figures in store.analyses.figures_of(ids):
        asked = asked_figures(figures, query) if is_asked else figures
        wanted = [f for f in asked if with_dates or f.kind not in ("date", "time")]
        [headline] = store.articles.headlines([article_id]) if wanted else [None]
        if headline is None:
            continue
        text = store.articles.text(article_id) or ""
        for figure in wanted:
            surface = text[figure.span.start : figure.span.end]
            sentence = " ".join(text[figure.sentence.start : figure.sentence.end].split())
            yield FigureRow(headline, replace(figure, surface=surface), sentence, language)


def in_order(rows: Iterable[FigureRow], sort: Sort) -> list[FigureRow]:
    """Newest first, largest first within a dimension, or by what is measured."""
    if sort == "size":
        return sorted(rows, key=_by_size)
    if sort == "subject":
        return sorted(rows, key=lambda row: (_subject(row), _by_size(row)))
    return sorted(rows, key=lambda row: (_by_date(row), row.figure.span))


def grouped(rows: Iterable[FigureRow], sort: Sort) -> list[FigureGroup]:
    """Figures of one subject and dimension together, the subject with most of them first.

    "Soldaten" and "soldiers" are one subject.
    """
    ordered = sorted(rows, key=_group)
    groups = []
    for (_, dimension), some in groupby(ordered, key=_group):
        members = in_order(some, sort)
        nouns = [row.figure.noun for row in members]
        name = max(dict.fromkeys(nouns), key=nouns.count)
        groups.append(FigureGroup(name, dimension, tuple(members)))
    return sorted(groups, key=lambda group: (not group.subject, -len(group.rows), group.subject))


def _group(row: FigureRow) -> tuple[str, str]:
    from lesart.analysis.comparing.amounts import dimension_of

    return _subject(row), dimension_of(row.figure)[0]


def _subject(row: FigureRow) -> str:
    """What the figure is of, in whatever language; "" sorts behind everything."""
    from lesart.analysis.comparing.subjects import subject_keys

    keys = subject_keys(row.figure, row.language)
    return " ".join(sorted(keys)) or "\uffff"


def _by_date(row: FigureRow) -> tuple[int, int]:
    published = row.article.published
    return (-published.seconds if published else 0, -row.article.id)


def _by_size(row: FigureRow) -> tuple[str, float]:
    from lesart.analysis.comparing.amounts import amount_of

    amount = amount_of(row.figure)
    return (amount.dimension, -amount.value) if amount else ("\uffff", 0.0)
