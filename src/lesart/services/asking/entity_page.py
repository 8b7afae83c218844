"""All that the library knows of one entity: its names, articles, figures, notes and company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.model.text import Span
from lesart.store import Store
from lesart.store.tables.annotations import Noted
from lesart.store.tables.entity_line import EntityLine
from lesart.store.tables.same_entities import Naming
from lesart.text.folding import fold

MOST_ARTICLES = 500
"""Of the timeline, the newest ones."""
MOST_READ = 200
"""Of these, the newest, the findings are read for spellings, figures and company."""
MOST_FIGURES = 100
MOST_TOGETHER = 20
WEEKS = 12
_NO_AMOUNTS = ("date", "time", "ordinal")

Relation = Literal["of", "says", "beside"]
_ORDER: tuple[Relation, ...] = ("of", "says", "beside")


class NamedIn(NamedTuple):
    """An article that names the entity, and where it does so first."""

    headline: Headline
    span: Span | None
    """None where nobody looked it up."""


class SaidOf(NamedTuple):
    """A figure that an article gives with the entity."""

    headline: Headline
    figure: Figure
    relation: Relation
    """`of`: it is the entity's amount; `says`: the entity says so; `beside`: both are in a sentence."""
    sentence: str


class Companion(NamedTuple):
    """Another entity of the same articles."""

    known: int
    name: str
    kind: str
    articles: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One entity."""

    line: EntityLine
    names: tuple[Naming, ...]
    """As entities of the library, which can be merged and split."""
    spellings: tuple[tuple[str, int], ...]
    """As the articles write it, with how many of those that were read do so."""
    weeks: tuple[int, ...]
    articles: tuple[NamedIn, ...]
    figures: tuple[SaidOf, ...]
    notes: tuple[Noted, ...]
    """Those that stand on it or name it first, then the others on these articles."""
    own_notes: int
    """How many of the notes stand on it or name it."""
    together: tuple[Companion, ...]
    read: int
    """How many of its articles spellings, figures and company are taken from."""


class EntityRow(NamedTuple):
    """An entity as one line of the screen's list."""

    line: EntityLine
    weeks: tuple[int, ...]


def entity_rows(store: Store, known: Sequence[int], *, now: int) -> dict[int, EntityRow]:
    """Lines of the list; an entity that no article names any more has none."""
    weeks = store.same_entities.weeks(known, end=now, count=WEEKS)
    lines = ((one, store.same_entities.line(one)) for one in known)
    return {one: EntityRow(line, tuple(weeks[one])) for one, line in lines if line is not None}


def entity_page(store: Store, known: int, *, now: int) -> EntityPage | None:
    """The page; None where no article names the entity any more."""
    entities = store.same_entities
    line = entities.line(known)
    if line is None:
        return None
    names = entities.names(known)
    ids = entities.article_ids(known, MOST_ARTICLES)
    keys = {name.entity.key for name in names}
    headlines = {one.id: one for one in store.articles.headlines(ids) if one is not None}
    reading = _Reading(store, keys)
    for article_id in ids[:MOST_READ]:
        if article_id in headlines:
            reading.read(headlines[article_id])
    own, other = reading.notes(ids)
    return EntityPage(
        line, tuple(names), tuple(reading.spellings.most_common()),
        tuple(entities.weeks([known], end=now, count=WEEKS)[known]),
        tuple(NamedIn(headlines[i], reading.first.get(i)) for i in ids if i in headlines),
        tuple(reading.best_figures()), (*own, *other), len(own),
        tuple(companions(store, known, reading.others)),
        min(len(ids), MOST_READ),
    )  # fmt: skip


class _Reading:
    """What the findings of its articles say of the entity with these keys."""

    def __init__(self, store: Store, keys: set[str]) -> None:
        self._store, self._keys = store, keys
        self.spellings: Counter[str] = Counter()
        self.first: dict[int, Span] = {}
        self.others: Counter[str] = Counter()
        """How many articles name each key."""
        self._mentions: dict[int, list[Span]] = {}
        self._figures: list[SaidOf] = []

    def read(self, headline: Headline) -> None:
        analysis = self._store.analyses.get(headline.id)
        if analysis is None:
            return
        mine = [entity for entity in analysis.entities if entity.key in self._keys]
        self.others.update(
            {e.key for e in analysis.entities if e.verdict != "rejected"} - self._keys
        )
        mentions = sorted(mention for entity in mine for mention in entity.mentions)
        self.spellings.update({mention.surface for mention in mentions})
        if mentions:
            self.first[headline.id] = mentions[0].span
            self._mentions[headline.id] = [mention.span for mention in mentions]
            self._read_figures(headline, analysis, mine)

    def _read_figures(self, headline: Headline, analysis: Analysis, mine: Sequence[Entity]) -> None:
        called = {_plain(name) for entity in mine for name in _names_in(entity)} - {""}
        spans = self._mentions[headline.id]
        text = ""
        for figure in analysis.figures:
            relation = _relation(figure, called, spans)
            if relation is None:
                continue
            text = text or self._store.articles.text(headline.id) or ""
            sentence = " ".join(text[figure.sentence.start : figure.sentence.end].split())
            self._figures.append(SaidOf(headline, figure, relation, sentence))

    def best_figures(self) -> list[SaidOf]:
        """Those of it, those it gives, then those beside it; in each the newest first."""
        return sorted(self._figures, key=lambda said: _ORDER.index(said.relation))[:MOST_FIGURES]

    def notes(self, ids: Sequence[int]) -> tuple[list[Noted], list[Noted]]:
        """My notes that stand on the entity or name it, and the others on its articles."""
        called = {_plain(name) for name in self.spellings if len(name) > 2}
        own: list[Noted] = []
        other: list[Noted] = []
        for noted in self._store.annotations.all(article_ids=ids):
            note = noted.annotation
            spans = self._mentions.get(note.article_id, ())
            stands_on_it = note.span is not None and any(
                note.span.start < span.end and span.start < note.span.end for span in spans
            )
            words = f" {_plain(note.note)} "
            is_own = stands_on_it or any(f" {name} " in words for name in called)
            (own if is_own else other).append(noted)
        return own, other


def companions(
    store: Store, known: int, others: Counter[str], limit: int = MOST_TOGETHER
) -> list[Companion]:
    """The entities that most articles name, too, out of how many name each key."""
    found: dict[int, int] = {}
    names: dict[int, tuple[str, str]] = {}
    for key, articles in others.most_common(limit * 4):
        number = store.same_entities.known_of(key)
        if number is None or number == known:
            continue
        # An article may have it in two spellings: the sum would count it twice.
        found[number] = max(found.get(number, 0), articles)
        names.setdefault(number, store.same_entities.name_of(number))
    best = sorted(found, key=lambda number: (-found[number], number))[:limit]
    return [Companion(number, *names[number], found[number]) for number in best]


def _relation(figure: Figure, called: set[str], mentions: Iterable[Span]) -> Relation | None:
    if figure.kind in _NO_AMOUNTS or figure.verdict == "rejected":
        return None
    for words, relation in ((figure.of, _ORDER[0]), (figure.attribution, _ORDER[1])):
        plain = f" {_plain(words)} "
        if words and any(f" {name} " in plain for name in called):
            return relation
    sentence = figure.sentence
    is_beside = any(sentence.start <= span.start and span.end <= sentence.end for span in mentions)
    return "beside" if is_beside else None


def _names_in(entity: Entity) -> set[str]:
    """What this article calls it; people by their surnames, too."""
    names = {entity.name, *(mention.surface for mention in entity.mentions)}
    if entity.kind == "PER":
        names |= {name.split()[-1] for name in names if len(name.split()) > 1}
    return {name for name in names if len(name) > 2}


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
