"""What the library remembers beside articles: values, begun notes, kept searches, watch-words."""

from __future__ import annotations

from contextlib import suppress

import pytest

from lesart.model.errors import LibraryError
from tests.conftest import NOW


def test_a_value_is_the_last_that_was_set_until_it_is_forgotten(store):
    settings = store.settings
    assert (settings.get("theme"), settings.get("theme", "dark")) == ("", "dark")
    settings.set("theme", "light")
    settings.set("seen", "7")
    settings.set("theme", "paper")
    assert (settings.get("theme", "dark"), settings.get("seen")) == ("paper", "7")
    settings.forget("theme")
    assert (settings.get("theme", "dark"), settings.get("seen")) == ("dark", "7")


def test_a_begun_note_is_kept_till_it_is_emptied(store):
    settings = store.settings
    assert settings.draft("note:1") == ""
    settings.save_draft("note:1", "Wh", now=NOW)
    settings.save_draft("note:1", "Why?", now=NOW + 3)
    settings.save_draft("note:2", "Who?", now=NOW + 2)
    settings.save_draft("note:3", "When?", now=NOW + 2)
    settings.save_draft("other", "x", now=NOW + 9)
    assert settings.draft("note:1") == "Why?"
    assert settings.drafts("note:") == [("note:1", "Why?"), ("note:2", "Who?"), ("note:3", "When?")]
    assert settings.drafts("") == [("other", "x"), *settings.drafts("note:")]
    settings.save_draft("note:1", "", now=NOW + 4)
    assert settings.draft("note:1") == ""
    assert [key for key, _ in settings.drafts("note:")] == ["note:2", "note:3"]


def test_a_begun_note_has_reached_the_disk(store):
    said: list[str] = []
    store.connection.raw.set_trace_callback(said.append)
    store.settings.save_draft("note:1", "Why?", now=NOW)
    store.connection.raw.set_trace_callback(None)
    assert said.index("PRAGMA synchronous = full") < said.index("COMMIT")


def test_searches_are_kept_under_their_names(store):
    settings = store.settings
    for name, query in (("Wind", "wind"), ("Banks", "bank"), ("Banks", "banks OR bank")):
        settings.save_query(name, query, now=NOW)
    assert settings.saved_queries() == [("Banks", "banks OR bank"), ("Wind", "wind")]
    settings.save_query("Wind", "", now=NOW)
    assert settings.saved_queries() == [("Banks", "banks OR bank")]


def test_watch_words_stand_in_the_order_they_came_once_each(store):
    settings = store.settings
    for number, word in enumerate(("wind", "bank", "wind", "amt")):
        settings.watch(word, now=NOW + number)
    assert settings.watch_words() == ["wind", "bank", "amt"]
    settings.unwatch("bank")
    assert settings.watch_words() == ["wind", "amt"]


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.set("theme", "light"),
        lambda s: s.forget("theme"),
        lambda s: s.save_draft("note:1", "Changed.", now=NOW),
        lambda s: s.save_draft("note:1", "", now=NOW),
        lambda s: s.save_query("Wind", "storm", now=NOW),
        lambda s: s.watch("bank", now=NOW),
        lambda s: s.unwatch("wind"),
    ],
)
def test_a_change_is_seen_by_others_at_once_and_within_a_larger_one_waits_for_it(store, change):
    from lesart.store import Store

    def fill() -> None:
        store.settings.set("theme", "dark")
        store.settings.save_draft("note:1", "Why?", now=NOW)
        store.settings.save_query("Wind", "wind", now=NOW)
        store.settings.watch("wind", now=NOW)

    def seen(by: Store) -> object:
        kept = by.settings
        return kept.get("theme"), kept.drafts(""), kept.saved_queries(), kept.watch_words()

    fill()
    before = seen(store)
    with suppress(ZeroDivisionError), store.transaction():
        change(store.settings)
        assert seen(store) != before
        raise ZeroDivisionError
    assert seen(store) == before
    change(store.settings)
    with Store.open(store.path) as other:
        assert seen(other) == seen(store) != before
    with (
        Store.open(store.path, is_read_only=True) as reading,
        pytest.raises(LibraryError, match="read-only"),
    ):
        change(reading.settings)
