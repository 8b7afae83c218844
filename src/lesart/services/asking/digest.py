"""What came in since a day, as a few values: stories with their figures, corrections, your entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lesart.analysis.comparing.changes import FigureChange
from lesart.locales.in_sentences import numeral
from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.services.asking.changed_figures import changed_figures
from lesart.services.asking.contradictions import Contradiction, contradictions
from lesart.services.asking.stories import StoryArticle, articles_of
from lesart.store import Store
from lesart.store.tables.entity_line import EntityLine
from lesart.store.tables.stories import StoryLine
from lesart.text.folding import fold
from lesart.translations import ngettext

_MOST_FIGURES = 5
_MOST_SINGLE = 10
_MOST_CORRECTED = 200
_MOST_ENTITIES = 12


class Told(NamedTuple):
    """A figure and the article that gives it."""

    figure: Figure
    article: Headline


@dataclass(frozen=True, slots=True)
class DigestStory:
    """A story with what its articles count."""

    line: StoryLine
    articles: tuple[StoryArticle, ...]
    figures: tuple[Told, ...]
    """The weightiest, each number of a thing once, from the first who gives it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An article whose text was changed, and the numbers in it that changed."""

    article: Article
    figures: tuple[FigureChange, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """All that a digest says."""

    articles: int
    waiting: int
    """How many of them are still to be analysed: they have no figures and no story yet."""
    unlisted: int
    """How many others no part below names."""
    stories: tuple[DigestStory, ...]
    single: tuple[DigestStory, ...]
    """Articles that stand alone, those with the weightiest figures."""
    contradictions: tuple[Contradiction, ...]
    """What sources of one story say that cannot both hold, and one of them says it now."""
    corrections: tuple[Correction, ...]
    entities: tuple[EntityLine, ...]
    """Named in what came in, and in your notes or watched queries."""


def digest(store: Store, ids: Sequence[int], since: int, *, most: int = 20) -> Digest:
    """The digest of these articles, and of what was corrected since (UTC seconds)."""
    lines = list(store.stories.lines(among=ids, least=1, limit=100_000))
    several = sorted(
        (line for line in lines if line.articles > 1),
        key=lambda line: (-len(line.sources), -line.articles),
    )
    alone = [_story(store, line) for line in lines[:500] if line.articles == 1]
    alone.sort(key=lambda story: -sum(told.figure.salience for told in story.figures))
    stories = [_story(store, line) for line in several[:most]]
    single = [story for story in alone if story.figures][:_MOST_SINGLE]
    new = set(ids)
    listed = {article.headline.id for story in (*stories, *single) for article in story.articles}
    corrections = _corrections(store, since)
    listed |= {correction.article.id for correction in corrections}
    waiting = store.analyses.unseen_among(new - listed)
    return Digest(
        articles=len(ids),
        waiting=waiting,
        unlisted=len(new - listed) - waiting,
        stories=tuple(stories),
        contradictions=tuple(
            found for story in stories for found in contradictions(store, story.articles, new)
        ),
        single=tuple(single),
        corrections=tuple(corrections),
        entities=tuple(_own_entities(store, ids)),
    )


def rest_in_words(found: Digest) -> Iterator[str]:
    """What is said of the articles that no part of the digest names."""
    if found.waiting:
        yield ngettext(
            "{count} article waits to be analysed: its figures and its story are not in here yet.",
            "{count} articles wait to be analysed: their figures and stories are not in here yet.",
            found.waiting,
        ).format(count=numeral(found.waiting))
    if found.unlisted:
        yield ngettext(
            "{count} more article of these days is not listed here.",
            "{count} more articles of these days are not listed here.",
            found.unlisted,
        ).format(count=numeral(found.unlisted))


def _story(store: Store, line: StoryLine) -> DigestStory:
    articles = articles_of(store, line.story)
    found: dict[tuple[object, ...], Told] = {}
    for article in articles:
        if article.copy_of is not None and len(articles) > 1:
            continue
        for figure in article.figures[: _MOST_FIGURES * 2]:
            number = (figure.value, figure.low, figure.high, figure.unit)
            found.setdefault(number, Told(figure, article.headline))
    weighty = sorted(found.values(), key=lambda told: -told.figure.salience)[:_MOST_FIGURES]
    return DigestStory(line, tuple(articles), tuple(weighty))


def _corrections(store: Store, since: int) -> list[Correction]:
    """Articles with new words, those whose numbers changed before the others."""
    found = []
    for article_id in store.articles.revised_since(since, limit=_MOST_CORRECTED):
        article = store.articles.get(article_id)
        older = store.articles.revisions(article_id)
        if article is None or not older:
            continue
        changes = changed_figures(older[-1].text, article.text, article)
        found.append(Correction(article, tuple(changes)))
    return sorted(found, key=lambda correction: not correction.figures)


def _own_entities(store: Store, ids: Sequence[int]) -> list[EntityLine]:
    said = [*store.settings.watch_words()]
    for noted in store.annotations.all(limit=5_000):
        note = noted.annotation
        said += [note.anchor.exact if note.anchor else "", note.note]
    words = f" {' '.join(_plain(text) for text in said)} "
    lines = store.same_entities.lines(among=ids, limit=500)
    own = [e for e in lines if any(f" {name} " in words for name in _called(e))]
    return own[:_MOST_ENTITIES]


def _called(entity: EntityLine) -> set[str]:
    """All spellings; people by their surnames, too, as notes name them."""
    names = {_plain(name) for name in entity.spellings}
    if entity.kind == "PER":
        names |= {name.split()[-1] for name in names if len(name.split()) > 1}
    return {name for name in names if len(name) > 2}


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
