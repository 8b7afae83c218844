"""Feeds are kept with how their visits went, and leave without taking along what is the reader's."""

from __future__ import annotations

import pytest

from lesart.model.errors import LibraryError
from lesart.model.feed import Feed
from lesart.model.moment import Moment
from lesart.store import Store
from tests.conftest import NOW, a_draft

URL = "https://a.example/feed"


def stories(store: Store, feed: int, count: int, **values: object) -> list[int]:
    """So many articles of a feed, each an hour newer than the one before."""
    return [
        store.articles.add(
            a_draft(f"Words {feed} {n}.", feed_id=feed, guid=f"g{n}", published=Moment(NOW + n), **values),
            now=NOW,
        ).id
        for n in range(count)
    ]  # fmt: skip


def test_a_feed_is_subscribed_once_and_left_as_it_was(store):
    feed, is_new = store.feeds.add(URL, title="Paper", folder="News", tags=["a", "b", "a"], now=NOW)
    assert is_new
    assert feed == Feed(1, URL, "Paper", folder="News", tags=("a", "b"))
    assert store.connection.execute("SELECT added FROM feed").fetchone()[0] == NOW
    assert store.feeds.add(URL, title="Other", folder="Sport", tags=["c"], now=NOW + 1) == (
        feed,
        False,
    )
    assert store.feeds.get(1) == store.feeds.by_url(URL) == feed
    assert store.feeds.get(2) is store.feeds.by_url("https://b.example/") is None
    bare, _ = store.feeds.add("https://b.example/")
    assert bare == Feed(
        2, "https://b.example/", "https://b.example/"
    )  # by its address till it says
    assert store.connection.execute("SELECT added FROM feed WHERE id = 2").fetchone()[0] == 0


def test_a_password_in_a_feeds_address_is_no_part_of_its_title(store):
    feed, _ = store.feeds.add("https://ann:secret@a.example/feed")
    assert "secret" not in feed.title
    assert "a.example" in feed.title
    assert feed.url == "https://ann:secret@a.example/feed"


def test_feeds_come_by_folder_and_title_whatever_the_case(store):
    for url, title, folder in (
        ("1", "zebra", ""),
        ("2", "Apple", "B"),
        ("3", "ant", "B"),
        ("4", "Z", "A"),
    ):
        store.feeds.add(f"https://{url}.example/", title=title, folder=folder)
    assert [feed.title for feed in store.feeds.all()] == ["zebra", "Z", "ant", "Apple"]


def test_what_a_visit_found_is_kept_and_the_rest_stays(store):
    feed, _ = store.feeds.add(URL, title="Paper", folder="News", tags=["a"])
    other, _ = store.feeds.add("https://b.example/feed", title="Other")
    values = {
        "url": "https://a.example/new", "site": "https://a.example/", "folder": "Sport",
        "is_paused": True, "wants_full_text": True, "etag": "e", "last_modified": "Mon",
        "body_hash": "b", "visited": 5, "succeeded": 4, "next_visit": 9, "error": "Gone.",
        "error_count": 3, "is_gone": True, "visit_count": 8, "unchanged_count": 2,
    }  # fmt: skip
    store.feeds.change(feed.id, **values, title="Daily Paper", tags=["x", "y", "x"])
    assert store.feeds.get(feed.id) == Feed(1, title="Daily Paper", tags=("x", "y"), **values)
    assert store.feeds.get(other.id) == other
    assert store.feeds.titles(feed.id) == ("Daily Paper", "")
    store.feeds.change(feed.id, own_title="Mine")
    assert store.feeds.get(feed.id).title == "Mine"
    assert store.feeds.titles(feed.id) == ("Daily Paper", "Mine")
    store.feeds.change(feed.id, own_title="")
    assert store.feeds.get(feed.id).title == "Daily Paper"
    assert store.feeds.titles(99) == ("", "")
    for column in ("id", "colour", "url = '', title"):
        with pytest.raises(ValueError, match="a feed has no "):
            store.feeds.change(feed.id, **{column: 1})


def test_only_a_feed_whose_time_has_come_is_visited(store):
    times = (None, NOW - 1, NOW, NOW + 1, NOW - 2, NOW - 3)
    for number, time in enumerate(times, 1):
        store.feeds.add(f"https://{number}.example/")
        store.feeds.change(number, next_visit=time)
    store.feeds.change(5, is_paused=True)
    store.feeds.change(6, is_gone=True)
    assert [feed.id for feed in store.feeds.due(NOW)] == [1, 2, 3]


def test_articles_are_counted_a_feed_without_those_that_are_gone(store):
    for url in (URL, "https://b.example/", "https://c.example/"):
        store.feeds.add(url)
    first, second = stories(store, 1, 4), stories(store, 2, 2)
    store.articles.add(a_draft("A file."), now=NOW)
    store.articles.set_read([first[0], *second], True)
    store.articles.delete([first[3]])
    assert store.feeds.unread() == {1: 2}
    assert [(one.feed.id, one.articles, one.unread) for one in store.feeds.counts()] == [
        (1, 3, 2), (2, 2, 0), (3, 0, 0),
    ]  # fmt: skip


def test_the_newest_of_a_feed_come_first_and_tell_its_rhythm(store):
    store.feeds.add(URL)
    store.feeds.add("https://b.example/")
    ids = stories(store, 1, 24)
    stories(store, 2, 2)
    store.articles.delete([ids[-1]])
    assert store.feeds.article_ids(1) == ids[-2::-1]
    assert store.feeds.article_ids(1, 2) == ids[-2:-4:-1]
    assert store.feeds.rhythm(1) == [NOW + n for n in range(22, 2, -1)]
    assert store.feeds.rhythm(1, 2) == [NOW + 22, NOW + 21]


def test_a_feed_knows_which_of_its_entries_it_gave_already(store):
    store.feeds.add(URL)
    store.feeds.add("https://b.example/")
    ids = stories(store, 1, 3)
    store.articles.add(a_draft("Nameless.", feed_id=1), now=NOW)
    store.articles.delete(ids[:1])
    assert store.feeds.known_guids(1, ["g0", "g2", "g7", ""]) == {"g0", "g2"}
    assert store.feeds.known_guids(2, ["g0"]) == set()
    assert store.feeds.known_guids(1, []) == set()


def test_unsubscribing_keeps_the_articles_under_the_feeds_name(store):
    store.feeds.add(URL, title="Paper", folder="News")
    ids = stories(store, 1, 3)
    store.connection.execute("UPDATE article SET folder = 'Mine' WHERE id = ?", [ids[1]])
    store.articles.delete(ids[2:])
    removed = store.feeds.remove(1)
    assert (removed.deleted, removed.kept) == (0, 2)
    assert store.feeds.all() == []
    kept = [store.articles.get(one) for one in ids]
    assert [one and (one.source, one.folder) for one in kept] == [
        ("Paper", "News"), ("Paper", "Mine"), None,
    ]  # fmt: skip
    assert store.feeds.remove(1) is None


def test_articles_that_go_with_their_feed_are_those_the_reader_did_nothing_with(store):
    store.feeds.add(URL, title="Paper", folder="News")
    store.feeds.add("https://b.example/")
    ids, others = stories(store, 1, 5), stories(store, 2, 1)
    store.articles.set_starred(ids[:1], True)
    store.annotations.add(ids[1], None, now=NOW, note="Mine.")
    store.articles.delete(ids[4:])
    removed = store.feeds.remove(1, with_articles=True)
    assert (removed.deleted, removed.kept) == (2, 2)
    assert [bool(store.articles.get(one)) for one in (*ids, *others)] == [
        True, True, False, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize("at", range(3))
def test_unsubscribing_that_fails_half_way_changes_nothing(store, at):
    store.feeds.add(URL, title="Paper")
    ids = stories(store, 1, 2)
    statement = ("SET is_deleted", "SET source", "DELETE FROM feed")[at]

    class Failing:
        def __getattr__(self, name):
            return getattr(store.connection, name)

        def execute(self, sql, values=()):
            return 1 / 0 if statement in sql else store.connection.execute(sql, values)

    store.feeds._db = Failing()
    with pytest.raises(ZeroDivisionError):
        store.feeds.remove(1, with_articles=True)
    store.feeds._db = store.connection
    assert store.articles.count() == 2
    assert store.articles.get(ids[0]).feed_id == 1


def test_a_library_that_cannot_be_written_says_so_and_keeps_its_feeds(store):
    feed, _ = store.feeds.add(URL, title="Paper")
    with Store.open(store.path, is_read_only=True) as reading:
        for change in (
            lambda: reading.feeds.add("https://b.example/"),
            lambda: reading.feeds.change(1, folder="Sport"),
            lambda: reading.feeds.remove(1),
        ):
            with pytest.raises(LibraryError, match="read-only"):
                change()
    assert store.feeds.all() == [feed]


def test_a_removed_feed_comes_back_with_its_articles_its_wishes_and_where_it_stood(store):
    store.feeds.add(URL, title="Paper", folder="News", tags=["a"], now=NOW)
    store.feeds.change(1, own_title="Mine", etag="x", every=3600, muted_until=NOW + 9)
    ids = stories(store, 1, 4)
    store.articles.set_starred(ids[:1], True)
    note = store.annotations.add(ids[1], None, now=NOW, note="Mine.")
    store.articles.delete(ids[3:])
    before = [store.feeds.get(1), *(store.articles.get(one) for one in ids)]
    removed = store.feeds.remove(1, with_articles=True)
    assert store.articles.count() == 2
    assert store.settings.get("feed:1") == ""
    assert store.feeds.bring_back(removed) == before[0]
    assert [store.feeds.get(1), *(store.articles.get(one) for one in ids)] == before
    assert store.annotations.get(note.id) is not None
    # What was deleted before stays deleted when the feed shows it again.
    again = store.articles.add(a_draft("Words 1 3.", feed_id=1, guid="g3"), now=NOW)
    assert (again.id, again.is_new) == (ids[3], False)


def test_a_removed_feed_takes_another_number_where_its_own_is_taken(store):
    store.feeds.add(URL, title="Paper")
    ids = stories(store, 1, 2)
    removed = store.feeds.remove(1)
    store.feeds.add("https://b.example/", title="Other")
    back = store.feeds.bring_back(removed)
    assert (back.id, back.title) == (2, "Paper")
    assert [store.articles.get(one).feed_id for one in ids] == [2, 2]
    assert store.feeds.bring_back(removed) is None  # its address is followed by now


def test_wishes_of_a_feed_are_kept_changed_and_put_back(store):
    store.feeds.add(URL, title="Paper")
    former = store.feeds.exchange({1: {"every": 3600, "folder": "News"}, 7: {"folder": "x"}})
    assert former == {1: {"every": None, "folder": ""}}
    assert (store.feeds.get(1).every, store.feeds.get(1).folder) == (3600, "News")
    store.feeds.change(1, muted_until=NOW)
    assert (store.feeds.get(1).every, store.feeds.get(1).muted_until) == (3600, NOW)
    store.feeds.exchange(former)
    assert store.feeds.get(1).every is None
    store.feeds.change(1, muted_until=None)
    assert store.settings.get("feed:1") == ""
    with pytest.raises(ValueError, match="colour"):
        store.feeds.change(1, colour="red")


@pytest.mark.parametrize("kept", ["{", "[]", '{"every": "x", "muted_until": true}', "[" * 9999])
def test_wishes_that_cannot_be_read_are_none(store, kept):
    store.feeds.add(URL, title="Paper")
    store.settings.set("feed:1", kept)
    assert store.feeds.get(1) == Feed(1, URL, "Paper")


def test_a_feed_never_inherits_the_wishes_of_one_that_another_program_deleted(store):
    store.feeds.add(URL, title="Paper")
    store.feeds.change(1, every=3600)
    store.connection.execute("DELETE FROM feed")
    feed, _ = store.feeds.add("https://b.example/", title="Other")
    assert (feed.id, feed.every) == (1, None)
