"""A feed that was removed and is added again brings nothing twice, and has its articles again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lesart.feeds.formats.opml import Subscription
from lesart.services.refresh import refresh
from lesart.services.subscribe import Subscribed, subscribe, subscribe_all
from lesart.store import Store
from tests.conftest import NOW, a_draft
from tests.feeds.site import Item, Site, feed_of, site

__all__ = ["site"]

ITEMS = (Item("1", "Storm", "Rain."), Item("2", "Ferry", "It is back."), Item("3", "Vote", "No."))
NO_GUIDS = "<rss version='2.0'><channel><title>Daily</title>" + "".join(
    f"<item><title>{title}</title>{link}<description>{text}</description></item>"
    for title, link, text in (
        ("Storm", "<link>http://x.example/storm</link>", "Rain."),
        ("Ferry", "<link>http://x.example/ferry</link>", "It is back."),
        ("Vote", "", "No."),
    )
) + "</channel></rss>"  # fmt: skip


def add(store: Store, url: str, now: int = NOW) -> Subscribed:
    return subscribe(store, url, now=lambda: now)


def by_title(store: Store) -> dict[str, int]:
    ids = [row[0] for row in store.connection.execute("SELECT id FROM article ORDER BY id")]
    rows = [row[0] for row in store.connection.execute("SELECT title FROM article ORDER BY id")]
    assert len(set(rows)) == len(rows), "an article came twice"
    return dict(zip(rows, ids, strict=True))


def used(store: Store) -> dict[str, int]:
    """What a reader does: one read and starred, one tagged with a note, one deleted."""
    ids = by_title(store)
    store.articles.set_read([ids["Storm"]], True)
    store.articles.set_starred([ids["Storm"]], True)
    store.articles.set_tags(ids["Ferry"], ("boats",))
    store.annotations.add(ids["Ferry"], None, now=NOW, note="Ask.")
    store.articles.delete([ids["Vote"]])
    return ids


def forget_words(store: Store) -> None:
    """As a library is whose feed was removed before word was left of it."""
    for key in store.settings.named("removed_feed:"):
        store.settings.forget(key)


@pytest.mark.parametrize("body", [feed_of(*ITEMS, title="Daily"), NO_GUIDS])
@pytest.mark.parametrize("is_word_left", [True, False])
@pytest.mark.parametrize("way", ["same", "moved", "found", "elsewhere", "listed"])
def test_articles_come_once_and_are_the_feeds_again(
    store: Store, site: Site, body: str, way: str, is_word_left: bool
) -> None:
    url = site.put("/feed", body)
    first = add(store, url).feed
    ids = used(store)
    before = [store.articles.get(number) for number in ids.values()]
    store.feeds.change(first.id, folder="News")
    store.feeds.remove(first.id)
    assert all(
        article is None or article.feed_id is None
        for article in map(store.articles.get, ids.values())
    )
    if not is_word_left:
        forget_words(store)
    site.put("/moved", "", 301, f"Location: {url}")
    site.put("/found", "", 302, f"Location: {url}")
    site.put("/elsewhere", body)
    if way == "listed":
        [feed], _known = subscribe_all(store, [Subscription(url, title="Mine")], now=NOW + 5)
        [outcome] = refresh(store, [feed], now=lambda: NOW + 9)
    else:
        done = add(store, url if way == "same" else site.url(f"/{way}"), NOW + 9)
        assert done.is_new
        feed, outcome = done.feed, done.outcome
    assert outcome.new == ()
    assert "belong to it again" in outcome.note
    assert by_title(store) == ids
    after = [store.articles.get(number) for number in ids.values()]
    folder = {} if is_word_left else {"folder": ""}
    assert [a and replace(a, source="", **folder) for a in after] == [
        b and replace(b, feed_id=feed.id, source="", **folder) for b in before
    ]
    assert [note.note for note in store.annotations.of(ids["Ferry"])] == ["Ask."]
    assert store.articles.get(ids["Vote"]) is None  # the reader deleted it
    # And so it is at every visit from now on.
    [again] = refresh(store, [store.feeds.get(feed.id)], now=lambda: NOW + 99_000)
    assert (again.new, by_title(store)) == ((), ids)


def test_what_the_feed_shows_no_more_is_its_own_again_too(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(*ITEMS))
    feed = add(store, url).feed
    site.put("/feed", feed_of(Item("4", "New", "Today."), *ITEMS[2:]))
    ids = by_title(store)
    for is_word_left in (True, False):
        store.feeds.remove(feed.id)
        if not is_word_left:
            forget_words(store)
        feed = add(store, url, NOW + 9).feed
        assert {store.articles.get(number).feed_id for number in ids.values()} == {feed.id}
    assert set(by_title(store)) == {"Storm", "Ferry", "Vote", "New"}
    assert not store.settings.named("removed_feed:")


def test_what_went_only_because_the_feed_went_comes_back_with_it(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(*ITEMS))
    feed = add(store, url).feed
    ids = by_title(store)
    store.articles.delete([ids["Vote"]])
    store.feeds.remove(feed.id, with_articles=True)
    assert store.articles.count() == 0
    site.put("/feed", feed_of(*ITEMS[1:]))
    done = add(store, url, NOW + 9)
    assert done.outcome.new == (ids["Ferry"],)
    assert [bool(store.articles.get(number)) for number in ids.values()] == [False, True, False]


def test_what_came_from_elsewhere_stays_where_it_is(store: Store, site: Site) -> None:
    """A list, a file, another removed feed whose guids look alike: none of them is this feed's."""
    listed = store.articles.add(
        a_draft("", title="Storm", link="http://x.example/1", folder="Pocket", is_full_text=False),
        now=NOW,
    )
    other = add(store, site.put("/other", feed_of(Item("1", "Alien", "Else."), title="Other"))).feed
    store.connection.execute(
        "UPDATE article SET link = 'http://y.example/', story = 7 WHERE feed_id = 1"
    )
    store.feeds.remove(other.id)
    forget_words(store)
    done = add(store, site.put("/feed", feed_of(*ITEMS)), NOW + 9)
    assert len(done.outcome.new) == 3
    assert store.articles.get(listed.id).feed_id is None
    assert store.articles.get(2).feed_id is None


def test_a_feed_that_is_followed_elsewhere_is_not_followed_twice(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(*ITEMS))
    feed = add(store, url).feed
    twin = add(store, site.put("/twin", feed_of(*ITEMS)), NOW + 9)
    assert (twin.feed.id, twin.is_new) == (feed.id, False)
    assert "is followed already" in twin.outcome.note
    # Another section of the same site is a feed of its own.
    assert add(store, site.put("/sport", feed_of(*ITEMS[:2], title="Sport")), NOW + 9).is_new
    # Where the old address fails, the new one takes its place.
    store.feeds.change(feed.id, error="404", error_count=3)
    moved = add(store, site.put("/home", feed_of(*ITEMS)), NOW + 9)
    assert (moved.feed.id, moved.feed.url, moved.feed.error) == (feed.id, site.url("/home"), "")
    assert "is followed at this one now" in moved.outcome.note
    assert moved.outcome.new == ()


def test_an_address_that_only_looks_like_it_and_words_that_cannot_be_read_do_no_harm(
    store: Store, site: Site
) -> None:
    url = site.put("/feed", feed_of(*ITEMS))
    feed = add(store, url).feed
    store.feeds.remove(feed.id)
    [key] = store.settings.named("removed_feed:")
    assert "127.0.0.1" not in key
    for value in ("", "[", "{}", "[1]", '{"title":1,"folder":"","steps":[1],"deleted_with_it":[]}',
                  '{"title":"","folder":"","steps":[1e99],"deleted_with_it":[]}', "null"):  # fmt: skip
        store.settings.set(key, value)
        done = add(store, url, NOW + 9)
        assert (done.outcome.new, len(by_title(store))) == ((), 3)
        store.feeds.remove(done.feed.id)
