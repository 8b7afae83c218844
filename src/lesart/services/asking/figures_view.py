"""Every figure of the articles that a query selects, as rows: how much, of what, where, when, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from typing import Literal, NamedTuple

from lesart.analysis.comparing.amounts import amount_of, dimension_of
from lesart.analysis.comparing.article import segment_of
from lesart.analysis.comparing.subjects import subject_keys
from lesart.analysis.comparing.times import own_time
from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.model.moment import Moment, Precision
from lesart.query import Query
from lesart.store import Store

Sort = Literal["date", "size", "subject"]
SORTS: tuple[Sort, ...] = ("date", "size", "subject")
BATCH = 40
"""Articles that are read at once: the first rows do not wait for the last ones."""
_PAGES = (2 * BATCH, 16 * BATCH)
"""So many of the newest are asked for before all of them are."""
NO_SUBJECT = "\uffff"
"""The subject of figures without one: behind all others."""


class FigureRow(NamedTuple):
    """A figure with the article that gives it."""

    article: Headline
    figure: Figure
    sentence: str
    language: str
    subject: str
    """What the figure is of, the same in every language: "Soldaten" and "soldiers" are one."""
    dimension: str
    """What kind of amount it is: counts, lengths, euros."""
    amount: float | None
    """How much in the dimension's own unit; None where it cannot be compared."""
    told: Moment | None = None
    """When it was so, as exactly as the sentence says; None where it names no time of the figure alone."""

    @property
    def at(self) -> Moment | None:
        """Where it stands over time: when it was so, else when the article appeared."""
        return self.told or self.article.published

    @property
    def is_change(self) -> bool:
        """It says by how much something rose or fell, not how much there is."""
        return self.figure.role == "delta" or self.figure.change.endswith("_by")

    @property
    def series(self) -> tuple[str, str, str, bool]:
        """Figures that may be drawn in one plot have the same."""
        return self.subject, self.dimension, self.figure.per, self.is_change

    @property
    def has_subject(self) -> bool:
        return self.subject != NO_SUBJECT


class FigureGroup(NamedTuple):
    """Figures of one subject in one dimension."""

    subject: str
    """The noun that most of its figures have."""
    dimension: str
    rows: tuple[FigureRow, ...]

    @property
    def unit(self) -> str:
        """The dimension as it is said to people; empty for plain counts."""
        return "" if self.dimension == "count" else self.dimension.removeprefix("money ")


def figure_rows(store: Store, query: Query, *, with_dates: bool = False) -> Iterator[FigureRow]:
    """The figures in the order of the list and of the texts.

    Where the query asks for figures ("counts:Soldaten figure>5000"), only those that answer; dates and
    times of day only where they are wanted.
    """
    # The first pages are there long before the whole list, and often they are enough.
    done = 0
    for page in (*_PAGES, None):
        ids = store.search.ids(query, limit=page)
        for at in range(done, len(ids), BATCH):
            yield from rows_of_articles(store, query, ids[at : at + BATCH], with_dates=with_dates)
        if page is None or len(ids) < page:
            return
        done = page


def rows_of_articles(
    store: Store, query: Query, ids: Sequence[int], *, with_dates: bool = False
) -> Iterator[FigureRow]:
    """The figures of these articles, as `figure_rows` gives them."""
    question = store.search.figure_question(query)
    for article_id, language, figures in store.analyses.figures_of(list(ids)):
        asked = question.answering(figures) if question.asks else figures
        wanted = [f for f in asked if with_dates or f.kind not in ("date", "time")]
        [headline] = store.articles.headlines([article_id]) if wanted else [None]
        if headline is None:
            continue
        text = store.articles.text(article_id) or ""
        for figure in wanted:
            told = _told(figure, text, figures)
            yield _row(headline, figure, text, language, told)


def _told(figure: Figure, text: str, figures: Sequence[Figure]) -> Moment | None:
    """The time that the figure's part of its sentence names."""
    sentence = figure.sentence
    dates = [
        f for f in figures if f.kind == "date" and sentence.start <= f.span.start < sentence.end
    ]
    if not dates or figure.kind in ("date", "time"):
        return None
    others = [f for f in figures if f.kind not in ("date", "time") and f.sentence == sentence]
    stretch = own_time(figure, text, dates, segment_of(figure, text, others))
    if stretch is None:
        return None
    first = datetime(*stretch.first.timetuple()[:3], hour=12, tzinfo=UTC)
    days = stretch.days
    precision: Precision = "day" if days == 1 else "month" if days < 100 else "year"
    return Moment(int(first.timestamp()), precision)


def _row(
    headline: Headline, figure: Figure, text: str, language: str, told: Moment | None
) -> FigureRow:
    amount = amount_of(figure)
    return FigureRow(
        article=headline,
        figure=replace(figure, surface=text[figure.span.start : figure.span.end]),
        sentence=" ".join(text[figure.sentence.start : figure.sentence.end].split()),
        language=language,
        subject=" ".join(sorted(subject_keys(figure, language))) or NO_SUBJECT,
        dimension=dimension_of(figure)[0],
        amount=amount.value if amount else None,
        told=told,
    )


def in_order(rows: Iterable[FigureRow], sort: Sort) -> list[FigureRow]:
    """Newest first, largest first within a dimension, or by what is measured."""
    if sort == "size":
        return sorted(rows, key=_by_size)
    if sort == "subject":
        return sorted(rows, key=lambda row: (row.subject, _by_size(row)))
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
    return row.subject, row.dimension


def _by_date(row: FigureRow) -> tuple[int, int]:
    published = row.article.published
    return (-published.seconds if published else 0, -row.article.id)


def _by_size(row: FigureRow) -> tuple[str, float]:
    return (NO_SUBJECT, 0.0) if row.amount is None else (row.dimension, -row.amount)
