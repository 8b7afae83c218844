"""Words that are to stand close to each other: found, counted as the index counts, and lit only where they do."""

from __future__ import annotations

from datetime import date

import pytest

from lesart.query import parse_query
from lesart.query.matches import matches_in
from lesart.store import Store
from tests.conftest import NOW, a_draft

TODAY = date(2026, 11, 28)
CLOSE = "The mayor said that the old bridge must close."
APART = "The mayor spoke. " + "Nobody listened at all. " * 8 + "The bridge is old."


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(a_draft(CLOSE, title="Close"), now=NOW)
        store.articles.add(a_draft(APART, title="Apart"), now=NOW)
        store.articles.add(a_draft("Die Straße nach Köln.", title="Straße"), now=NOW)
        store.annotations.add(2, None, now=NOW, note="mayor, or whose bridge?")
        yield store


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mayor NEAR bridge", [1]),
        ("bridge NEAR mayor", [1]),
        ("mayor NEAR/4 bridge", [1]),
        ("mayor NEAR/3 bridge", []),
        ("mayor NEAR/90 bridge", [1, 2]),
        ('mayor NEAR/3 "old bridge"', [1]),
        ("mayor NEAR/9 bridge NEAR/9 close", [1]),
        ("strasse NEAR/1 koeln", [3]),
        ("-(mayor NEAR bridge) mayor", [2]),
        ("mayor NEAR bridge OR Köln", [1, 3]),
    ],
)
def test_articles_are_found_where_the_words_stand_close(store, text, found):
    query = parse_query(text, TODAY)
    assert query.problems == ()
    assert sorted(store.search.ids(query)) == found
    assert store.search.count(query) == len(found)


def test_notes_are_asked_too(store):
    query = parse_query("mayor NEAR/3 bridge", TODAY)
    assert len(list(store.search.annotations(query))) == 1
    assert list(store.search.annotations(parse_query("mayor NEAR/1 bridge", TODAY))) == []


@pytest.mark.parametrize(
    ("query", "text", "lit"),
    [
        ("mayor NEAR/4 bridge", CLOSE, ["mayor", "bridge"]),
        ("mayor NEAR/3 bridge", CLOSE, []),
        ("a NEAR/1 b", "a x b x x a x x b", ["a", "b"]),
        ('mayor NEAR/3 "old bridge"', CLOSE, ["mayor", "old bridge"]),
        ("mayor NEAR/4 bridge old", CLOSE, ["mayor", "old", "bridge"]),
    ],
)
def test_only_what_stands_close_is_lit(query, text, lit):
    spans = matches_in(text, parse_query(query, TODAY))
    assert [text[span.start : span.end] for span in spans] == lit
