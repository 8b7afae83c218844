"""One story: its articles in the order of their dates, with the figures that each gives."""

from __future__ import annotations

from typing import NamedTuple

from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.store import Store


class StoryArticle(NamedTuple):
    """An article of a story."""

    headline: Headline
    copy_of: int | None
    figures: tuple[Figure, ...]
    """The weightiest first, without dates and times; none where nobody analysed it yet."""


def articles_of(store: Store, story: int) -> list[StoryArticle]:
    """The story's articles, the oldest first; none where there is no such story."""
    members = store.stories.members(story)
    headlines = store.articles.headlines([member.article_id for member in members])
    return [
        StoryArticle(headline, member.copy_of, key_figures(store, member.article_id))
        for member, headline in zip(members, headlines, strict=True)
        if headline is not None
    ]


def key_figures(store: Store, article_id: int) -> tuple[Figure, ...]:
    """What an article counts, the weightiest first."""
    analysis = store.analyses.get(article_id)
    found = analysis.figures if analysis else ()
    counted = [
        f for f in found if f.kind not in ("date", "time", "ordinal") and f.verdict != "rejected"
    ]
    return tuple(sorted(counted, key=lambda figure: (-figure.salience, figure.span.start)))
