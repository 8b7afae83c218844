"""Whatever is asked, the library answers what a slow and plain reading of every article answers."""

from __future__ import annotations

import operator
import random
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.store import Store
from tests.conftest import a_draft
from tests.store.plain_reading import (
    Known,
    KnownFigure,
    gives,
    has_words,
    holds_letters,
    in_article,
    in_notes,
    stands_in,
)

DAY = 86_400
FIRST = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())
WORDS = [
    "Straße", "Strasse", "STRASSEN", "Größe", "Groesse", "Grösse", "grosse", "Maß", "Mass",
    "Ärzte", "Aerzte", "Arzte", "Bank", "bank", "Banken", "Zentralbank", "Notenbanker", "naïve",
    "naive", "café", "Café's", "Kiew", "Kyïv", "Øst", "Łódź", "Fluss", "Fluß", "Flüsse",
    "Fluesse", "Schlüssel", "issue", "assessment", "4.500", "2026", "x86", "a-b", "Ölpreis",
    "Oelpreis",
]  # fmt: skip
NAMES = ("Angela Merkel", "Merkel", "Siemens Energy", "Łódź", "Zürich")
UNITS = ("", "percent", "EUR", "kilometre")
FEEDS = (("Österreich heute", "Welt"), ("The Daily", "World"))


class Library(NamedTuple):
    store: Store
    articles: list[Known]

    def __repr__(self) -> str:
        return "the library"


Holds = Callable[[Known], bool]


class Asked(NamedTuple):
    """A question as one types it, and which articles answer it."""

    text: str
    holds: Holds
    answers: Callable[[KnownFigure], bool] | None = None
    """Which figures do, where it is about figures."""
    is_denied: bool = False


def of_figures(text: str, answers: Callable[[KnownFigure], bool]) -> Asked:
    return Asked(text, lambda a: any(map(answers, a.figures)), answers)


# ------------------------------------------------------------------ what may be asked

words = st.sampled_from([w for word in WORDS for w in re.findall(r"[^\W_]+", word)])
number = st.sampled_from([0, 1, 3, 5, 12, 100, 4000, 4500, 5000, 80_000])
UNIT_SIGNS = {"": "", "%": "percent", "€": "EUR", "km": "kilometre"}


def a_word(word: str) -> Asked:
    return Asked(word, lambda a: in_article([word], a))


def a_phrase(parts: list[str]) -> Asked:
    return Asked(f'"{" ".join(parts)}"', lambda a: in_article(parts, a))


def begun(word: str) -> Asked:
    return Asked(f"{word[:4]}*", lambda a: in_article([word[:4]], a, begun=True))


def letters(word: str) -> Asked:
    return Asked(f"~{word[1:]}", lambda a: holds_letters(word[1:], a))


def ranged(low: int, width: int, sign: str) -> Asked:
    high = low + width
    return of_figures(
        f"figure:{low}..{high}{sign}", lambda f: gives(low, high, UNIT_SIGNS[sign], f)
    )


def compared(op: str, bound: int, sign: str) -> Asked:
    compare = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}[op]
    end = 1 if ">" in op else 0
    return of_figures(
        f"figure{op}{bound}{sign}",
        lambda f: (
            f[end] is not None and compare(f[end], bound) and UNIT_SIGNS[sign] in ("", f.unit)
        ),
    )


def on(day: int) -> Asked:
    start = FIRST + (day - 1) * DAY
    return Asked(f"on:2026-11-{day:02}", lambda a: start <= a.published < start + DAY)


def since(day: int) -> Asked:
    return Asked(f"after:2026-11-{day:02}", lambda a: a.published >= FIRST + (day - 1) * DAY)


def before(day: int) -> Asked:
    return Asked(f"before:2026-11-{day:02}", lambda a: a.published < FIRST + (day - 1) * DAY)


PLAIN: list[tuple[str, Holds]] = [
    ("is:read", lambda a: a.is_read),
    ("is:unread", lambda a: not a.is_read),
    ("is:starred", lambda a: a.is_starred),
    ("is:annotated", lambda a: bool(a.notes)),
    ("has:note", lambda a: bool(a.notes)),
    ("has:figure", lambda a: bool(a.figures)),
    ("has:entity", lambda a: bool(a.names)),
    ("has:tag", lambda a: bool(a.tags)),
    ("tag:doubt", lambda a: "doubt" in a.tags or any("doubt" in n[2] for n in a.notes)),
    ("tag:#Fact", lambda a: "fact" in a.tags or any("fact" in n[2] for n in a.notes)),
    ("colour:red", lambda a: any(n[3] == "red" for n in a.notes)),
    ("lang:de", lambda a: a.language == "de"),
    ("in:Welt", lambda a: a.folder == "Welt"),
    ("in:Samples", lambda a: a.folder == "Samples"),
    ("from:österreich", lambda a: a.source == "Österreich heute"),
    ("from:daily", lambda a: a.source == "The Daily"),
    ("from:ärzteblatt", lambda a: a.source == "Ärzteblatt"),
    ("author:özdemir", lambda a: a.author == "Cem Özdemir"),
    ("author:smith", lambda a: a.author == "J. Smith"),
    ("note:prüfen", lambda a: in_notes(["prüfen"], a)),
    ("note:pruefen", lambda a: in_notes(["pruefen"], a)),
    ("title:straße", lambda a: stands_in(["straße"], a.title)),
    ("title:bank", lambda a: stands_in(["bank"], a.title)),
    ("entity:merkel", lambda a: {"Angela Merkel", "Merkel"} & set(a.names) != set()),
    ('entity:"Angela Merkel"', lambda a: "Angela Merkel" in a.names),
    ("entity:energy", lambda a: "Siemens Energy" in a.names),
    ("entity:zurich", lambda a: "Zürich" in a.names),
    ("entity:LOC:5", lambda a: "Zürich" in a.names),
    ("prüfen", lambda a: in_article(["prüfen"], a)),
    ("nowhere", lambda a: False),
]
ON_FIGURES = [
    of_figures("unit:%", lambda f: f.unit == "percent"),
    of_figures("unit:EUR", lambda f: f.unit == "EUR"),
    of_figures("subject:Straße", lambda f: has_words("Straße", f.noun)),
    of_figures("counts:Ölpreis", lambda f: has_words("Ölpreis", f.noun)),
    of_figures("role:delta", lambda f: f.role == "delta"),
    of_figures("role:to", lambda f: f.role == "to"),
    of_figures('of:"Siemens Energy"', lambda f: has_words("siemens energy", f.of)),
    of_figures("of:Energy", lambda f: has_words("energy", f.of)),
    of_figures("per:Einwohner", lambda f: has_words("einwohner", f.per)),
    of_figures("speaker:Łódź", lambda f: has_words("łodz", f.speaker)),
    of_figures("speaker:merkel", lambda f: has_words("merkel", f.speaker)),
]
signs = st.sampled_from(list(UNIT_SIGNS))
days = st.integers(1, 12)
leaf: st.SearchStrategy[Asked] = st.one_of(
    words.map(a_word),
    st.lists(words, min_size=2, max_size=2).map(a_phrase),
    words.filter(lambda w: len(w) >= 4).map(begun),
    words.filter(lambda w: len(w) >= 4).map(letters),
    st.builds(ranged, number, st.sampled_from([0, 1, 500, 90_000]), signs),
    st.builds(compared, st.sampled_from([">", ">=", "<", "<="]), number, signs),
    days.map(on),
    days.map(since),
    days.map(before),
    st.sampled_from([Asked(*plain) for plain in PLAIN]),
    st.sampled_from([Asked(*plain) for plain in PLAIN]),
    st.sampled_from(ON_FIGURES),
)


def denied(asked: Asked) -> Asked:
    answers = asked.answers
    return Asked(
        f"-{asked.text}",
        lambda a: not asked.holds(a),
        None if answers is None else lambda f: not answers(f),
        is_denied=True,
    )


def together(parts: list[Asked]) -> Asked:
    """All of them; those on figures for one figure, unless they only leave out."""
    on_figures = [part for part in parts if part.answers]
    if all(part.is_denied for part in on_figures):
        on_figures = []
    others = [part for part in parts if part not in on_figures]
    return Asked(
        " ".join(part.text for part in parts),
        lambda a: (
            all(part.holds(a) for part in others)
            and (
                not on_figures
                or any(all(part.answers(f) for part in on_figures) for f in a.figures)
            )
        ),
    )


def either(parts: list[Asked]) -> Asked:
    text = " OR ".join(part.text for part in parts)
    are_on_figures = all(part.answers and not part.is_denied for part in parts)
    return Asked(
        f"({text})",
        lambda a: any(part.holds(a) for part in parts),
        (lambda f: any(part.answers(f) for part in parts)) if are_on_figures else None,
    )


def deeper(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    some = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(some.map(either), some.map(either).map(denied))


part = st.recursive(st.one_of(leaf, leaf, leaf.map(denied)), deeper, max_leaves=4)
on_figures = st.one_of(
    st.sampled_from(ON_FIGURES), st.builds(compared, st.sampled_from([">", "<="]), number, signs)
)
of_one_figure = st.lists(st.one_of(on_figures, on_figures.map(denied)), min_size=2, max_size=3)
questions = st.one_of(st.lists(part, min_size=1, max_size=3), of_one_figure).map(together)


# ------------------------------------------------------------------ the library


def some_words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def fill(store: Store, chance: random.Random, count: int) -> Iterator[Known]:
    feeds = [
        store.feeds.add(f"https://example.org/{n}", title=title, folder=folder)[0]
        for n, (title, folder) in enumerate(FEEDS)
    ]
    for index in range(count):
        feed = chance.choice([*feeds, None])
        title, text = some_words(chance, 3), some_words(chance, chance.randrange(2, 9))
        published = FIRST + index * 6000 - chance.choice([0, 0, 9000, 5 * DAY])
        author = chance.choice(["", "J. Smith", "Cem Özdemir"])
        tags = tuple(chance.sample(["doubt", "fact"], chance.choice([0, 0, 1, 2])))
        language, source = chance.choice(["de", "en"]), chance.choice(["", "Ärzteblatt"])
        draft = a_draft(
            f"{text} {index}", title=title, published=Moment(published // 300 * 300), author=author,
            language=language, tags=tags, guid=f"g{index}", feed_id=feed.id if feed else None,
            source="" if feed else source, folder="" if feed else chance.choice(["", "Samples"]),
        )  # fmt: skip
        article_id = store.articles.add(draft, now=FIRST + index).id
        known = Known(
            article_id, title, draft.text, published // 300 * 300, author, language,
            feed.title if feed else source, feed.folder if feed else draft.folder,
            chance.random() < 0.7, chance.random() < 0.1, chance.random() < 0.1, tags, [], (),
        )  # fmt: skip
        found_in(store, chance, known)
        noted(store, chance, known)
        if not known.is_deleted:
            yield known


def found_in(store: Store, chance: random.Random, known: Known) -> None:
    figures = []
    for at in range(chance.choice([0, 0, 1, 2, 3])):
        unit = chance.choice(UNITS)
        value: int | None = chance.choice([0, 1, 3, 12, 100, 4500, 80_000])
        low = high = None
        if chance.random() < 0.3:
            low, high, value = value, (value or 0) + chance.choice([2, 1000]), None
        noun, role = chance.choice(["", *WORDS]), chance.choice(["", "delta", "to", "level"])
        of, speaker = chance.choice(["", *NAMES]), chance.choice(["", "Kanzlerin Merkel", "Łódź"])
        per = chance.choice(["", "100.000 Einwohner", "Tonne"])
        figures.append(
            Figure(Span(at, at + 1), "", "count", *(_decimal(n) for n in (value, low, high)),
                   unit=unit, qualifier=chance.choice(["exact", "approx"]), noun=noun, role=role,
                   of=of, per=per, attribution=speaker)
        )  # fmt: skip
        ends = (value, value) if value is not None else (low, high)
        known.figures.append(KnownFigure(ends[0], ends[1], unit, noun, role, of, per, speaker))
    known.names = tuple(chance.sample(NAMES, chance.choice([0, 0, 1, 2])))
    entities = tuple(
        Entity(name, "LOC", (Mention(Span(0, 1), ""),), "LOC:5" if name == "Zürich" else "")
        for name in known.names
    )
    store.analyses.put(known.id, 1, Analysis("t/1", known.language, tuple(figures), entities))


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def noted(store: Store, chance: random.Random, known: Known) -> None:
    for _ in range(chance.choice([0, 0, 0, 1, 2])):
        quote, tags = known.text[:12], tuple(chance.sample(["doubt", "fact"], chance.randrange(2)))
        note, colour = chance.choice(["Quelle prüfen", "Bank?", ""]), chance.choice(["red", "blue"])
        anchor = Anchor(quote, "", known.text[12:20], 0, 12)
        added = store.annotations.add(
            known.id, anchor, now=FIRST, note=note, tags=list(tags), colour=colour
        )
        if chance.random() < 0.2:
            store.annotations.delete(added.id)
        else:
            known.notes.append((quote, note, tags, colour))
    store.articles.set_read([known.id], known.is_read)
    store.articles.set_starred([known.id], known.is_starred)
    if known.is_deleted:
        store.articles.delete([known.id])


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> tuple[Path, list[Known]]:
    path = tmp_path_factory.mktemp("reference") / "library.sqlite"
    with Store.open(path) as store:
        return path, list(fill(store, random.Random(7), 160))


@pytest.fixture(params=["as it is", "asking about few at first"])
def library(filled, request, monkeypatch) -> Iterator[Library]:
    """A small library never gets to the ways that large ones are searched in, unless told."""
    if request.param != "as it is":
        monkeypatch.setattr("lesart.store.search.plan.WINDOWS", (12, 50))
        monkeypatch.setattr("lesart.store.search.plan.MANY_WORDS", 1)
        monkeypatch.setattr("lesart.store.search.leading.MOST", 15)
        monkeypatch.setattr("lesart.store.search.begun_words.MOST", 2)
        monkeypatch.setattr("lesart.store.search.begun_words.LARGE", 0)
        monkeypatch.setattr("lesart.store.search.first_page._PATIENCE", 10)
        monkeypatch.setattr("lesart.store.search.first_page._SOME", 2)
        monkeypatch.setattr("lesart.store.search.first_page._DEEP", 60)
    path, articles = filled
    with Store.open(path, is_read_only=True) as store:
        yield Library(store, articles)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(questions, st.sampled_from([1, 5, 20]), st.booleans())
def test_a_search_finds_what_a_plain_reading_finds(library, asked, limit, oldest_first):
    store, articles = library
    holds = asked.holds
    query = parse_query(asked.text + " sort:old" * oldest_first, date(2026, 11, 18))
    assert not query.problems
    right = [(a.published, a.id) for a in articles if holds(a)]
    right = [number for _, number in sorted(right, reverse=not oldest_first)]
    assert list(store.search.ids(query)) == right
    assert list(store.search.ids(query, limit=limit)) == right[:limit]
    assert store.search.count(query) == len(right)
    assert sorted(store.search.answering_any([query], [a.id for a in articles])) == sorted(right)
    some = [a.id for a in articles][:limit]
    assert store.search.answering_any([query], some) == sorted({*some} & {*right})
    for moment in (FIRST - 1, FIRST + limit * 7, FIRST + 1000):
        rows = store.connection.execute("SELECT id FROM article WHERE arrived >= ?", [moment])
        recent = {row[0] for row in rows}
        assert store.search.answering_since(query, moment) == sorted(recent & {*right})
