"""How a search will be answered can be looked at before it is: the way, the SQL, the values."""

from __future__ import annotations

from datetime import date

import pytest

from lesart.model.moment import Moment
from lesart.query import Query, parse_query
from lesart.store import Store
from lesart.store.search.plan import Plan, Way
from tests.conftest import NOW, a_draft


@pytest.fixture
def filled(store: Store, monkeypatch) -> Store:
    """Forty articles; ways that are for large libraries are taken from a few on."""
    monkeypatch.setattr("lesart.store.search.plan.WINDOWS", (2, 4))
    monkeypatch.setattr("lesart.store.search.leading.MOST", 3)
    for number in range(40):
        published = Moment(NOW - 1000 + number)
        store.articles.add(
            a_draft(f"The harbour has {number} cranes.", guid=str(number), published=published),
            now=NOW,
        )
    store.vocabulary.take_in()
    return store


def asked(text: str) -> Query:
    query = parse_query(text, date(2026, 11, 18))
    assert not query.problems
    return query


def every_plan(store: Store, query: Query, limit: int | None = None) -> list[Way]:
    """The ways in the order they are tried, if none of them finds anything."""
    ways: dict[Way, int] = {}
    while (plan := store.search.plan(query, limit=limit, tried=ways)).way not in ways:
        ways[plan.way] = 5
    return list(ways)


WINDOWED_IN_TURN = (Way.NEWEST, Way.MORE_OF_NEWEST, Way.MANY_OF_NEWEST)


@pytest.mark.parametrize(
    ("text", "whole", "first"),
    [
        ("", [Way.FILTER], [Way.FILTER]),
        ("is:unread lang:en", [Way.FILTER], [Way.FILTER]),
        ("crane", [Way.FULL_TEXT], [Way.NEWEST_HITS, Way.FULL_TEXT]),
        ("title:crane harbour", [Way.FULL_TEXT], [Way.NEWEST_HITS, Way.FULL_TEXT]),
        ("crane sort:old", [Way.FULL_TEXT], [Way.FULL_TEXT]),
        ("crane sort:rank", [Way.FULL_TEXT], [Way.FULL_TEXT]),
        ("~arbo", [Way.HOLDING], [Way.NEWEST_HITS, *WINDOWED_IN_TURN, Way.HOLDING]),
        ("~arbo sort:old", [Way.HOLDING], [Way.HOLDING]),
        ("~arbo OR ~ane", [Way.SUBSTRING], [*WINDOWED_IN_TURN, Way.SUBSTRING]),
        ("-~arbo", [Way.SUBSTRING], [*WINDOWED_IN_TURN, Way.SUBSTRING]),
        ("~zzz", [Way.NOTHING], [Way.NOTHING]),
        ("~arbo is:unread", [Way.SUBSTRING], [*WINDOWED_IN_TURN, Way.SUBSTRING]),
        ("harbour is:unread", [Way.FILTER], [*WINDOWED_IN_TURN, Way.FILTER]),
        ("figure>4", [Way.FEW], [Way.NEWEST, Way.FEW]),
        ("changed:7d harbour", [Way.FEW], [Way.NEWEST, Way.FEW]),
        ("changed:figure", [Way.FEW], [Way.FEW]),
        ("crane tag:doubt", [Way.FEW], [Way.NEWEST, Way.FEW]),
        ("harbour (tag:doubt OR from:#1)", [Way.FILTER], [*WINDOWED_IN_TURN, Way.FILTER]),
        ("harbour -tag:doubt", [Way.FILTER], [*WINDOWED_IN_TURN, Way.FILTER]),
    ],
)  # fmt: skip
def test_which_ways_a_query_takes(filled, text, whole, first):
    query = asked(text)
    assert every_plan(filled, query) == whole
    assert every_plan(filled, query, limit=10) == first


def test_letters_in_very_many_words_are_looked_for_in_the_newest_texts(filled, monkeypatch):
    monkeypatch.setattr("lesart.store.search.plan.MANY_WORDS", 0)
    plan = filled.search.plan(asked("~arbo"), limit=3)
    assert plan.way is Way.NEWEST_TEXTS
    assert plan.letters == ("arbo",)


def test_what_is_too_rare_among_the_newest_is_looked_for_everywhere(filled):
    tried = {Way.NEWEST: 0, Way.MORE_OF_NEWEST: 3}
    plan = filled.search.plan(asked("harbour is:unread"), limit=10, tried=tried)
    assert plan.way is Way.FILTER


def test_so_many_of_the_newest_are_asked_as_a_page_takes_by_what_was_found(filled):
    dates: list[int] = []
    for found in (20, 10, 5):
        plan = filled.search.plan(asked("harbour is:unread"), limit=10, tried={Way.NEWEST: found})
        assert plan.way is Way.MORE_OF_NEWEST
        dates.append(int(str(plan.values[0])))
    newest = NOW - 1000 + 39
    assert dates == [newest - 4, newest - 4, newest - 6]


def test_a_begun_word_is_asked_for_as_the_words_that_go_on(filled, monkeypatch):
    query = parse_query("cra", date(2026, 11, 18), prefix_last=True)
    plan = filled.search.plan(query, limit=7)
    assert plan.values == ('("cranes" OR "ｃｒａ"*)',)
    monkeypatch.setattr("lesart.store.search.begun_words.MOST", 0)
    assert filled.search.plan(query, limit=7).values == ('("cra"* OR "ｃｒａ"*)',)
    monkeypatch.setattr("lesart.store.search.begun_words.LARGE", 0)
    plan = filled.search.plan(query, limit=1)
    assert plan.way is Way.NEWEST
    assert "lesart_begins" in plan.sql
    assert list(filled.search.ids(query, limit=1)) == [40]


def test_what_came_this_moment_is_found_by_the_beginning_of_a_new_word(filled, monkeypatch):
    filled.articles.add(a_draft("Zeppelins over the harbour.", guid="new"), now=NOW)
    query = parse_query("zep", date(2026, 11, 18), prefix_last=True)
    assert len(filled.search.ids(query, limit=7)) == 1
    monkeypatch.setattr("lesart.store.search.vocabulary._READ_AT_ONCE", 0)
    filled.articles.add(a_draft("Zeppeline über dem Hafen.", guid="newer"), now=NOW)
    assert len(filled.search.ids(query, limit=7)) == 2


def test_a_plan_says_what_will_be_asked(filled):
    plan = filled.search.plan(asked("title:crane"), limit=7)
    assert plan == Plan(
        Way.NEWEST_HITS,
        "SELECT a.id, a.published FROM body_fts f CROSS JOIN article a INDEXED BY article_dates"
        " ON a.id = f.rowid WHERE f.body_fts MATCH ? AND a.is_deleted = 0 ORDER BY f.rowid DESC",
        ('{title} : ("crane" OR "ｃｒａｎｅ")',),
        "new",
        7,
    )
    assert str(plan).splitlines() == [
        "first page: what the index of words finds, the last stored first (new, the first 7)",
        plan.sql,
        '[\'{title} : ("crane" OR "ｃｒａｎｅ")\']',
    ]


def test_planning_asks_for_no_article(filled):
    said: list[str] = []
    filled.connection.raw.set_trace_callback(said.append)
    filled.search.plan(asked("~arbo figure>4 has:note"), limit=10)
    filled.connection.raw.set_trace_callback(None)
    assert said
    assert not [sql for sql in said if " body " in sql or "packed_body" in sql]


def test_words_that_stand_in_notes_are_part_of_the_plan(filled):
    filled.annotations.add(3, None, now=NOW, note="Ask the pilot")
    plan = filled.search.plan(asked("pilot"), limit=10)
    assert plan.noted == (3,)
    assert list(filled.search.ids(asked("pilot"), limit=10)) == [3]
    assert list(filled.search.ids(asked("pilot harbour"))) == [3]
