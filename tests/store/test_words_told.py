"""Whoever stores articles may tell their words: then the texts need not be read again, and none is missed."""

from __future__ import annotations

import pytest

from lesart.model.article import Draft
from lesart.store import Store
from lesart.store.search import vocabulary
from lesart.text.stretches import stretches_of


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        yield store


def draft(word: str, number: int = 0) -> Draft:
    return Draft(f"{word} {number}", f"Ein {word} im Wörterbuch.", guid=f"{word}{number}")


def told(*drafts: Draft) -> bytes:
    return b" ".join(stretches_of((draft.title, draft.text) for draft in drafts))


def add_all(store: Store, drafts: list[Draft]) -> None:
    with store.articles.together():
        for one in drafts:
            store.articles.add(one, now=1)


def add_told(store: Store, *drafts: Draft) -> None:
    with store.vocabulary.telling(told(*drafts)):
        add_all(store, list(drafts))


def is_listed(store: Store, word: str) -> bool:
    rows = store.connection.execute("SELECT words FROM vocabulary")
    return word in "\n".join(row[0] for row in rows).split("\n")


@pytest.fixture
def nothing_is_read(monkeypatch):
    def words_of(_texts):
        raise AssertionError("the texts were read again")

    monkeypatch.setattr(vocabulary, "words_of", words_of)


def test_words_that_were_told_are_listed_without_their_texts(store, nothing_is_read):
    add_told(store, draft("kahn"), draft("boot"))
    add_told(store, draft("schiff"))
    store.vocabulary.take_in()
    assert store.vocabulary.holding(["oo", "ah"]) == ["boot", "kahn"]
    assert is_listed(store, "schiff")
    assert is_listed(store, "worterbuch")


def test_words_are_listed_in_the_midst_of_a_feed_and_the_rest_later(
    store, monkeypatch, nothing_is_read
):
    monkeypatch.setattr(vocabulary, "WAITING", 1)
    monkeypatch.setattr(vocabulary, "_SELDOM", 3)
    monkeypatch.setattr(vocabulary, "_AN_ARTICLE", 10_000)
    for feed in range(3):
        add_told(store, *(draft(f"wort{feed}", number) for number in range(5)))
    store.vocabulary.take_in()
    assert all(is_listed(store, f"wort{feed}") for feed in range(3))


def test_they_are_listed_where_the_texts_had_to_be_read_in_the_midst(store, monkeypatch):
    monkeypatch.setattr(vocabulary, "WAITING", 1)
    monkeypatch.setattr(vocabulary, "_SELDOM", 3)
    store.articles.add(draft("fähre"), now=1)
    add_told(store, *(draft(f"wort{number}") for number in range(5)))
    add_told(store, draft("boot"))
    store.vocabulary.take_in()
    for word in ("fahre", "boot", "wort0", "wort4"):
        assert is_listed(store, word)


@pytest.mark.parametrize("told_before", [True, False])
def test_what_somebody_else_stores_is_listed_too(tmp_path, store, told_before):
    if told_before:
        add_told(store, draft("kahn"))
    with Store.open(tmp_path / "library.sqlite") as other:
        other.articles.add(draft("fähre"), now=1)
    add_told(store, draft("boot"))
    store.vocabulary.take_in()
    assert is_listed(store, "fahre")
    assert is_listed(store, "boot")


@pytest.mark.parametrize("when", ["before", "between", "after"])
def test_what_is_stored_untold_is_listed_too(store, when):
    if when == "before":
        store.articles.add(draft("fähre"), now=1)
    add_told(store, draft("kahn"))
    if when == "between":
        store.articles.add(draft("fähre"), now=1)
    add_told(store, draft("boot"))
    if when == "after":
        store.articles.add(draft("fähre"), now=1)
    store.vocabulary.take_in()
    assert all(is_listed(store, word) for word in ("fahre", "kahn", "boot"))


def add_until_the_disk_is_full(store: Store, drafts: list[Draft]) -> None:
    with store.vocabulary.telling(told(*drafts)), store.articles.together():
        for one in drafts:
            store.articles.add(one, now=1)
        assert is_listed(store, "kahn"), "this is in the midst of the transaction"
        raise OSError("the disk is full")


def test_words_that_were_listed_in_vain_are_listed_again(store, monkeypatch):
    """A transaction in whose midst they were listed was taken back, with the list."""
    monkeypatch.setattr(vocabulary, "WAITING", 1)
    monkeypatch.setattr(vocabulary, "_SELDOM", 2)
    add_told(store, draft("kahn"))
    with pytest.raises(OSError, match="full"):
        add_until_the_disk_is_full(store, [draft("boot", number) for number in range(4)])
    assert not is_listed(store, "kahn")
    add_told(store, draft("schiff"))
    store.vocabulary.take_in()
    assert is_listed(store, "kahn")
    assert is_listed(store, "schiff")


def test_one_new_article_of_a_large_feed_is_read_instead(store):
    """To look through all that the feed tells would take longer."""
    known = [Draft(f"t{number}", f"old{number} " * 3) for number in range(1500)]
    new = draft("boot")
    with store.vocabulary.telling(told(new, *known)):
        add_all(store, [new])
    store.vocabulary.take_in()
    assert is_listed(store, "boot")
    assert not is_listed(store, "old7")
