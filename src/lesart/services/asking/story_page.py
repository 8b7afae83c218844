"""One story: who says which number, where they contradict each other, and its articles by time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.asking.contradictions import compared, compared_articles
from lesart.services.asking.figures_view import FigureGroup, FigureRow, grouped, rows_of_articles
from lesart.services.asking.stories import StoryArticle, articles_of
from lesart.store import Store

_Place = tuple[int, Span]
"""A figure, by its article and where it stands there."""
_NO_AMOUNTS = ("date", "time", "ordinal")


class Said(NamedTuple):
    """A number and all who give it."""

    figure: Figure
    headline: Headline
    """Who gave it first."""
    sentence: str
    others: tuple[Headline, ...]
    """Who gives the same number, copies too."""
    against: str
    """Which source says otherwise, and why both cannot hold; empty where none does."""


class Measured(NamedTuple):
    """What the story's articles say of one thing."""

    subject: str
    said: tuple[Said, ...]

    @property
    def is_disputed(self) -> bool:
        """Two sources contradict each other here."""
        return any(one.against for one in self.said)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story."""

    title: str
    articles: tuple[StoryArticle, ...]
    """The oldest first."""
    measured: tuple[Measured, ...]
    """What sources contradict each other on first, then what most of them tell."""
    sources: tuple[str, ...]
    compared: int
    """How many articles' figures these are."""


def story_page(store: Store, story: int) -> StoryPage | None:
    """The page; None where there is no such story any more."""
    articles = articles_of(store, story)
    if not articles:
        return None
    own = compared_articles(articles)
    heads = {one.headline.id: one.headline for one in own}
    against: dict[_Place, str] = {}
    ties: list[tuple[_Place, _Place]] = []
    for one_article, other_article, pair in compared(store, list(heads.values())):
        one_head, other_head = heads[one_article.id], heads[other_article.id]
        here, there = pair.one.figure, pair.other.figure
        places = (one_head.id, here.span), (other_head.id, there.span)
        if pair.comparison.verdict == "contradicts":
            against[places[0]] = _against(other_head, there, pair.comparison.why)
            against[places[1]] = _against(one_head, here, pair.comparison.why)
        if pair.comparison.verdict in ("contradicts", "agrees"):
            ties.append(places)
    copies: dict[int, list[Headline]] = {}
    for one in articles:
        if one.copy_of is not None:
            copies.setdefault(one.copy_of, []).append(one.headline)
    groups = [
        Measured(subject, tuple(_said(rows, copies, against)))
        for subject, rows in _joined(grouped(_rows(store, own), "date"), ties)
    ]
    groups.sort(key=lambda one: (not one.is_disputed, not one.subject, -_told_by(one)))
    return StoryPage(
        articles[0].headline.title,
        tuple(articles),
        tuple(groups),
        tuple(dict.fromkeys(one.headline.source for one in articles if one.headline.source)),
        len(own),
    )


def _rows(store: Store, articles: Sequence[StoryArticle]) -> Iterator[FigureRow]:
    ids = [article.headline.id for article in articles]
    for row in rows_of_articles(store, parse_query("", date.min), ids):
        if row.figure.kind not in _NO_AMOUNTS and row.figure.verdict != "rejected":
            yield row


def _said(
    rows: Iterable[FigureRow],
    copies: dict[int, list[Headline]],
    against: dict[_Place, str],
) -> Iterator[Said]:
    """Each number once, from the first who gives it, in the order of time."""
    numbers: dict[tuple[object, ...], list[FigureRow]] = {}
    for row in sorted(rows, key=_by_time):
        figure = row.figure
        number = (figure.value, figure.low, figure.high, figure.unit, figure.qualifier)
        numbers.setdefault(number, []).append(row)
    for some in numbers.values():
        first = some[0]
        heads = [head for row in some for head in (row.article, *copies.get(row.article.id, ()))]
        others = {head.id: head for head in heads if head.id != first.article.id}
        why = next((w for row in some if (w := against.get((row.article.id, row.figure.span)))), "")
        yield Said(first.figure, first.article, first.sentence, tuple(others.values()), why)


def _joined(
    groups: Sequence[FigureGroup], ties: Iterable[tuple[_Place, _Place]]
) -> list[tuple[str, list[FigureRow]]]:
    """Groups of figures, those made one that say the same thing in other words: "Helfer", "helpers"."""
    found = [(group.subject, list(group.rows)) for group in groups]
    of = {(row.article.id, row.figure.span): n for n, (_, rows) in enumerate(found) for row in rows}
    stands_for = list(range(len(found)))
    for one, other in ties:
        if one not in of or other not in of:
            continue
        here, there = stands_for[of[one]], stands_for[of[other]]
        if here != there and found[here][0] and found[there][0]:
            first, last = min(here, there), max(here, there)
            found[first][1].extend(found[last][1])
            found[last][1].clear()
            stands_for = [first if n == last else n for n in stands_for]
    return [(subject, rows) for subject, rows in found if rows]


def _against(head: Headline, figure: Figure, why: str) -> str:
    said = figure.surface
    return " · ".join(part for part in (f"{head.source}: {said}" if head.source else said, why) if part)  # fmt: skip


def _told_by(measured: Measured) -> int:
    return sum(1 + len(one.others) for one in measured.said)


def _by_time(row: FigureRow) -> tuple[int, int]:
    published = row.article.published
    return (published.seconds if published else 0, row.article.id)
