"""However many articles come at once, the index is left as if they had come one by one."""

from __future__ import annotations

from datetime import date

import pytest

from lesart.model.article import Draft
from lesart.query import parse_query
from lesart.store import Store
from lesart.store.search import index_maintenance as tending
from lesart.store.search.index_maintenance import Intake


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(tending, "_MANY", 10)
    with Store.open(tmp_path / "library.sqlite") as store:
        yield store


def automerge(store: Store) -> str:
    """FTS5 itself writes nothing down while this is its own choice of four."""
    rows = store.connection.execute("SELECT v FROM body_fts_config WHERE k = 'automerge'")
    return "".join(str(row[0]) for row in rows)


def pieces(store: Store) -> int:
    """Pieces of the index of words: leaves of an own number each."""
    rows = store.connection.execute(
        "SELECT count(DISTINCT id >> 37) FROM body_fts_data WHERE id > 10"
    )
    return int(rows.fetchone()[0])


def take(store: Store, intake: Intake, count: int, word: str) -> None:
    for number in range(count):
        store.articles.add(Draft(f"{word} {number}", f"The {word} has the number {number}."), now=1)
        intake.has_stored(1)


def test_few_articles_change_nothing(store):
    take(store, store.index_maintenance.intake(), 9, "boat")
    assert automerge(store) == ""


def test_merging_is_put_off_while_many_come_and_made_up_for(store):
    take(store, store.index_maintenance.intake(), 60, "boat")
    assert automerge(store) == "0"
    many = pieces(store)
    store.index_maintenance.tend()
    assert automerge(store) == "4"
    assert pieces(store) < many
    assert len(store.search.ids(parse_query("boat", date(2026, 11, 18)))) == 60


def test_what_a_killed_refresh_has_put_off_the_next_one_makes_up_for(tmp_path, store):
    take(store, store.index_maintenance.intake(), 12, "boat")
    with Store.open(tmp_path / "library.sqlite") as again:
        assert automerge(again) == "0"
        take(again, again.index_maintenance.intake(), 1, "ship")
        again.index_maintenance.tend()
        assert automerge(again) == "4"


def test_while_many_come_pieces_are_merged_between_transactions_and_never_within_one(
    store, monkeypatch
):
    monkeypatch.setattr(tending, "_PIECES", 25)
    intake = store.index_maintenance.intake()
    take(store, intake, 10, "boat")
    before, most = pieces(store), 0
    for number in range(60):
        store.articles.add(Draft(f"ship {number}", f"The ship has the number {number}."), now=1)
        assert pieces(store) == before + 1  # FTS5 by itself would have made one of sixteen
        intake.has_stored(1)
        before = pieces(store)
        most = max(most, before)
    assert 25 <= most <= 40
    assert before < 25
    assert len(store.search.ids(parse_query("ship", date(2026, 11, 18)))) == 60
