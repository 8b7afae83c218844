"""Letters inside words find every article that has them, however many words and articles these are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import pytest

from lesart.model.errors import LibraryError
from lesart.model.moment import Moment
from lesart.query import parse_query
from lesart.store import Store
from lesart.store.rows import numbers
from lesart.store.search import inside_words
from lesart.store.search.plan import Way
from tests.conftest import NOW, a_draft
from tests.store.plain_reading import spelt, tokens

WORDS = (
    "Regierung", "Regierungen", "Zeitungsente", "jung", "ung", "Rung's", "Übung", "Führungs-Duo",
    "Ungarn", "Straße", "strasse", "Maß", "a", "ß", "café", "x86", "4.500", "Łódź", "Bank", "l'eau",
)  # fmt: skip
ASKED = (
    "ung", "rung", "UNG", "aße", "asse", "maß", "trass", "uebung", "übung", "afe", "odz", "x86", "500",
    "eau", "zeitungsente", "tungsent", "nowhere", "ank", "zzz",
)  # fmt: skip


@pytest.fixture
def texts(store: Store, monkeypatch) -> dict[int, tuple[int, str]]:
    """A hundred articles in no order of their dates, some removed; words are asked for three at a time."""
    monkeypatch.setattr(inside_words, "_WORDS", 3)
    monkeypatch.setattr("lesart.store.rows._PIECE", 7)
    chance = random.Random(7)
    kept: dict[int, tuple[int, str]] = {}
    for number in range(100):
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(1, 4)))
        published = NOW - chance.randrange(40) * 3600  # many have the same date
        draft = a_draft(
            f"{text} {number}", title="T", guid=str(number), published=Moment(published)
        )
        kept[store.articles.add(draft, now=NOW).id] = (published, draft.text)
    for removed in (1, 7, 50, 99, 100):  # the first and the last among them
        store.articles.delete([removed])
        del kept[removed]
    return kept


def ids(store: Store, text: str) -> list[int]:
    query = parse_query(text, date(2026, 11, 18))
    assert not query.problems
    return list(store.search.ids(query))


@pytest.mark.parametrize("walked_past", [0, 4, 1_000_000], ids=["sorted", "as it is", "walked"])
def test_all_articles_with_the_letters_are_found_by_date_whichever_way(
    store, texts, monkeypatch, walked_past
):
    monkeypatch.setattr(inside_words, "_WALKED_PAST", walked_past)
    for letters in ASKED:
        ways = spelt(letters)
        right = [
            (published, number)
            for number, (published, text) in texts.items()
            if any(way in word for word in tokens(text) for way in ways)
        ]
        newest = [number for _, number in sorted(right, reverse=True)]
        assert ids(store, f"~{letters}") == newest, letters
        assert ids(store, f"~{letters} sort:old") == newest[::-1], letters
        others = set(texts).difference(newest)
        assert set(ids(store, f"-~{letters}")) == others, letters
        banks = set(ids(store, "~ank"))
        assert set(ids(store, f"~{letters} ~ank")) == banks.intersection(newest), letters


def test_what_comes_while_letters_are_looked_for_is_found_by_the_next_search(
    store, texts, monkeypatch
):
    before = ids(store, "~ung")
    with Store.open(store.path) as other:
        come: list[int] = []

        def slowly(joined: str | None) -> Iterator[list[int]]:
            if not come:
                come.append(other.articles.add(a_draft("Eine Zeitung."), now=NOW).id)
            yield from numbers(joined)

        monkeypatch.setattr(inside_words, "numbers", slowly)
        for walked_past in (0, 1_000_000):
            monkeypatch.setattr(inside_words, "_WALKED_PAST", walked_past)
            come.clear()
            assert ids(store, "~ung") == before
            before = ids(store, "~ung")
            assert come[0] in before


def test_a_search_is_stopped_between_two_statements_too(store, texts, monkeypatch):
    def interrupted(joined: str | None) -> Iterator[list[int]]:
        store.interrupt()
        yield from numbers(joined)

    monkeypatch.setattr(inside_words, "numbers", interrupted)
    with pytest.raises(LibraryError):
        ids(store, "~ung")
    monkeypatch.undo()
    assert ids(store, "~ung")


@pytest.mark.parametrize("number", [4 * 10**12, -3, -(10**9)])
def test_articles_with_numbers_from_elsewhere_take_no_memory_and_move_no_others(
    store, texts, number
):
    before = ids(store, "~ung")
    store.connection.execute(
        "INSERT INTO article (id, title, published, arrived, text_hash) VALUES (?, 'T', ?, ?, x'00')",
        [number, NOW + 1, NOW],
    )
    store.connection.execute(
        "INSERT INTO packed_body (article_id, title, text) VALUES (?, 'T', 'Eine Zeitung.')",
        [number],
    )
    query = parse_query("~ung", date(2026, 11, 18))
    assert store.search.plan(query).way is not Way.HOLDING
    found = list(ids(store, "~ung"))
    assert [one for one in found if one != number] == list(before)
    assert number < 0 or found[0] == number  # no search by words looks below zero
