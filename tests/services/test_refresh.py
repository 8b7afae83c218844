"""Refreshing: what is new comes in, what was there stays, and servers are spared."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import date

import pytest

from lesart.model.errors import FeedError
from lesart.model.feed import Feed
from lesart.query import parse_query
from lesart.services.feed_health import health_of
from lesart.services.refresh import Outcome, refresh
from lesart.services.subscribe import subscribe, subscribe_all
from lesart.store import Store
from tests.conftest import NOW
from tests.feeds.site import Item, Site, feed_of, site

__all__ = ["site"]


@dataclass
class Clock:
    now: int = NOW
    seen: list[int] = field(default_factory=list)

    def __call__(self) -> int:
        return self.now


def visit(store: Store, url: str, clock: Clock | None = None) -> Outcome:
    feed = store.feeds.by_url(url) or store.feeds.add(url)[0]
    [outcome] = refresh(store, [feed], now=clock or Clock(), chance=lambda: 0.0)
    return outcome


def texts(store: Store, feed: Feed) -> dict[str, str]:
    articles = [store.articles.get(i) for i in store.feeds.article_ids(feed.id)]
    return {article.guid: article.text for article in articles if article}


# ------------------------------------------------------------------ what comes in


def test_new_entries_become_articles_and_known_ones_do_not_come_twice(
    store: Store, site: Site
) -> None:
    url = site.put("/feed", feed_of(Item("1"), Item("2")))
    first = visit(store, url)
    assert (first.state, len(first.new)) == ("refreshed", 2)
    site.put("/feed", feed_of(Item("1"), Item("2"), Item("3", "New", "Other words.")))
    second = visit(store, url)
    assert len(second.new) == 1
    assert texts(store, second.feed) == {
        "1": "Some words.",
        "2": "Some words.",
        "3": "Other words.",
    }


def test_an_edited_entry_is_a_new_revision_with_its_state_kept(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1", text="The first words.")))
    [article_id] = visit(store, url).new
    store.articles.set_read([article_id], True)
    store.articles.set_starred([article_id], True)
    site.put("/feed", feed_of(Item("1", text="The corrected words.")))
    outcome = visit(store, url)
    article = store.articles.get(article_id)
    assert (outcome.new, outcome.revised) == ((), (article_id,))
    assert article is not None
    assert (article.text, article.revision) == ("The corrected words.", 2)
    assert article.is_read
    assert article.is_starred
    assert [revision.text for revision in store.articles.revisions(article_id)] == [
        "The first words."
    ]


def test_letters_inside_words_are_found_after_first_and_later_visits(
    store: Store, site: Site
) -> None:
    """The readers prepare the words of a feed that was not visited for long, the library those of others."""
    clock = Clock()
    url = site.put("/feed", feed_of(Item("1", text="Ein Segelschiff.")))
    [first] = visit(store, url, clock).new
    more = ["Ein Hafenkran.", "Die Fährleute."]
    found = [first]
    for number, wait in enumerate((3600, 7 * 86400), 2):
        clock.now += wait
        site.put("/feed", feed_of(Item(str(number), text=more[number - 2])))
        found += visit(store, url, clock).new
    query = [
        store.search.ids(parse_query(f"~{letters}", date(2026, 11, 18)))
        for letters in ("elsch", "fenkr", "hrleu")
    ]
    assert [list(ids) for ids in query] == [[one] for one in found]


def test_entries_that_leave_the_feed_stay_here(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1"), Item("2")))
    visit(store, url)
    site.put("/feed", feed_of(Item("2")))
    assert set(texts(store, visit(store, url).feed)) == {"1", "2"}


def test_a_feed_that_turns_into_a_web_page_or_breaks_loses_nothing(
    store: Store, site: Site
) -> None:
    url = site.put("/feed", feed_of(Item("1")), 200, 'ETag: "a"')
    before = visit(store, url).feed
    for body, status in (("<html>sorry</html>", 200), ("", 200), ("x", 500), ("<rss><cha", 200)):
        site.put("/feed", body, status, 'ETag: "b"')
        outcome = visit(store, url)
        assert outcome.state == "failed"
        # The validators of a failed visit must not hide the next good one.
        assert outcome.feed.etag == before.etag
        assert set(texts(store, outcome.feed)) == {"1"}


def test_the_readers_own_title_survives_a_visit(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1"), title="Theirs"))
    feed = visit(store, url).feed
    assert feed.title == "Theirs"
    store.feeds.change(feed.id, own_title="Mine")
    site.put("/feed", feed_of(Item("1"), title="Theirs again"))
    assert visit(store, url).feed.title == "Mine"


def test_a_summary_says_that_it_is_one(store: Store, site: Site) -> None:
    long = "<content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded>"
    url = site.put("/feed", feed_of(Item("1"), Item("2", more=long)))
    new = [store.articles.get(i) for i in visit(store, url).new]
    states = {article.guid: article.text_state for article in new if article}
    assert "summary" in states["1"]
    assert states["2"] == ""


# ------------------------------------------------------------------ sparing servers


def test_what_has_not_changed_is_neither_sent_nor_read_again(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1")), 200, 'ETag: "v1"')
    visit(store, url)
    outcome = visit(store, url)
    assert outcome.state == "unchanged"
    assert 'If-None-Match: "v1"' in site.requests[-1]
    assert outcome.feed.unchanged_count == 1


def test_the_same_bytes_without_validators_are_not_read_again(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1")))
    visit(store, url)
    assert visit(store, url).state == "unchanged"


def test_validators_are_forgotten_when_the_server_stops_sending_them(
    store: Store, site: Site
) -> None:
    url = site.put("/feed", feed_of(Item("1")), 200, 'ETag: "v1"')
    visit(store, url)
    site.put("/feed", feed_of(Item("2")))
    assert visit(store, url).feed.etag == ""


def test_the_next_visit_follows_ttl_cache_rules_and_rhythm(store: Store, site: Site) -> None:
    url = site.put("/a", feed_of(Item("1"), head="<ttl>300</ttl>"))
    assert visit(store, url).feed.next_visit == NOW + 300 * 60
    url = site.put("/b", feed_of(Item("1")), 200, "Cache-Control: max-age=20000")
    assert visit(store, url).feed.next_visit == NOW + 20_000


def test_an_unchanged_feed_keeps_the_pause_it_asked_for(store: Store, site: Site) -> None:
    url = site.put("/a", feed_of(Item("1"), head="<ttl>300</ttl>"), 200, 'ETag: "v"')
    clock = Clock()
    visit(store, url, clock)
    clock.now += 300 * 60
    outcome = visit(store, url, clock)
    assert outcome.state == "unchanged"
    assert outcome.feed.next_visit == clock.now + 300 * 60


def test_failures_are_counted_and_back_off_until_it_works_again(store: Store, site: Site) -> None:
    url = site.put("/feed", "x", 500)
    pauses = []
    for _ in range(3):
        feed = visit(store, url).feed
        assert feed.next_visit is not None
        pauses.append(feed.next_visit - NOW)
    assert pauses == sorted(set(pauses))
    assert feed.error_count == 3
    site.put("/feed", feed_of(Item("1")))
    feed = visit(store, url).feed
    assert (feed.error, feed.error_count) == ("", 0)


def test_retry_after_is_waited_for_even_when_asked_by_hand(store: Store, site: Site) -> None:
    url = site.put("/feed", "x", 429, "Retry-After: 3600")
    clock = Clock()
    visit(store, url, clock)
    asked = len(site.requests)
    clock.now += 1800
    assert visit(store, url, clock).state == "skipped"
    assert len(site.requests) == asked
    clock.now += 2400
    site.put("/feed", feed_of(Item("1")))
    assert visit(store, url, clock).state == "refreshed"


def test_a_permanent_move_onto_a_known_feed_makes_no_second_one(store: Store, site: Site) -> None:
    new = site.put("/new", feed_of(Item("1")))
    visit(store, new)
    old = site.put("/old", "", 301, "Location: /new")
    outcome = visit(store, old)
    assert outcome.feed.url == old
    assert "subscribed already" in outcome.note


@pytest.mark.parametrize(
    ("body", "status"),
    [("", 404), ("<html><body><p>This domain is for sale.</p></body></html>", 200)],
)
def test_a_move_to_where_there_is_no_feed_is_not_believed(
    store: Store, site: Site, body: str, status: int
) -> None:
    old = site.put("/old", "", 301, "Location: /new")
    site.put("/new", body, status)
    outcome = visit(store, old)
    assert (outcome.state, outcome.feed.url) == ("failed", old)
    site.put("/old", feed_of(Item("1")))
    feed = store.feeds.by_url(old)
    assert feed is not None
    [again] = refresh(store, [feed], now=Clock(NOW + 90_000), chance=lambda: 0.0)
    assert again.state == "refreshed"


def test_one_feeds_failure_never_touches_another(store: Store, site: Site) -> None:
    for number in range(30):
        site.put(f"/{number}", feed_of(Item("1")) if number % 3 else "broken", 200)
    feeds = [store.feeds.add(site.url(f"/{number}"))[0] for number in range(30)]
    outcomes = list(refresh(store, feeds, now=Clock()))
    assert sorted(outcome.state for outcome in outcomes) == ["failed"] * 10 + ["refreshed"] * 20


def test_twenty_refreshes_in_a_row_lose_no_feed(store: Store, site: Site) -> None:
    feeds = []
    for number in range(40):
        feeds.append(store.feeds.add(site.put(f"/{number}", feed_of(Item("0"))))[0])
    for turn in range(20):
        for number in range(40):
            site.put(f"/{number}", feed_of(Item(f"{turn}", text=f"Words of {turn}.")))
        outcomes = list(refresh(store, store.feeds.all(), now=Clock()))
        assert {outcome.state for outcome in outcomes} == {"refreshed"}
        assert len(outcomes) == 40
    assert store.articles.count() == 40 * 20


def test_stopping_early_leaves_no_child_and_keeps_what_was_stored(store: Store, site: Site) -> None:
    feeds = [store.feeds.add(site.put(f"/{number}", feed_of(Item("1"))))[0] for number in range(10)]
    outcomes = refresh(store, feeds, now=Clock())
    next(outcomes)
    began = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 30
    assert store.articles.count() >= 1
    assert "lesart-visits" not in [thread.name for thread in threading.enumerate()]


def test_ctrl_c_ends_a_refresh_at_once_and_keeps_what_was_stored(store: Store, site: Site) -> None:
    many = feed_of(*(Item(str(n), text="Words. " * 400) for n in range(1000)))
    for number in range(40):
        store.feeds.add(site.put(f"/{number}", many))
    command = [sys.executable, "-m", "lesart", "--db", str(store.path), "refresh", "--jsonl"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()  # one feed is done, the others are at work
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode == 130
    assert 1000 <= store.articles.count() < 40_000


# ------------------------------------------------------------------ subscribing


def test_a_page_leads_to_its_feed(store: Store, site: Site) -> None:
    site.put("/rss", feed_of(Item("1")))
    page = site.put("/", '<html><link rel=alternate type=application/rss+xml href="/rss">')
    done = subscribe(store, page, now=Clock())
    assert done.feed is not None
    assert done.feed.url == site.url("/rss")
    assert done.is_new
    assert len(texts(store, done.feed)) == 1


def test_several_feeds_are_a_choice_and_nothing_is_stored(store: Store, site: Site) -> None:
    page = site.put(
        "/",
        "<html><link rel=alternate type=application/rss+xml href=/a title=News>"
        "<link rel=alternate type=application/rss+xml href=/b title=Sport>",
    )
    done = subscribe(store, page, now=Clock())
    assert done.feed is None
    assert [choice.title for choice in done.choices] == ["News", "Sport"]
    assert store.feeds.all() == []


def test_the_same_feed_in_two_formats_is_no_choice(store: Store, site: Site) -> None:
    site.put("/a", feed_of(Item("1")))
    page = site.put(
        "/",
        "<html><link rel=alternate type=application/rss+xml href=/a title='News (RSS)'>"
        "<link rel=alternate type=application/atom+xml href=/b title='News (Atom)'>",
    )
    assert subscribe(store, page, now=Clock()).feed is not None


def test_a_page_without_a_word_about_feeds_is_tried_at_the_usual_places(
    store: Store, site: Site
) -> None:
    site.put("/feed", feed_of(Item("1")))
    page = site.put("/", "<html><p>Welcome</p>")
    done = subscribe(store, page, now=Clock())
    assert done.feed is not None
    assert done.feed.url == site.url("/feed")


def test_adding_a_known_feed_refreshes_it(store: Store, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1")))
    subscribe(store, url, now=Clock())
    site.put("/feed", feed_of(Item("1"), Item("2")))
    done = subscribe(store, url, now=Clock())
    assert not done.is_new
    assert done.outcome is not None
    assert len(done.outcome.new) == 1
    assert len(store.feeds.all()) == 1


def test_an_address_without_a_feed_stores_nothing(store: Store, site: Site) -> None:
    for path, words in (("/nothing", "404"), ("/page", "names no feed")):
        site.put("/page", "<html><p>Hi</p>")
        with pytest.raises(FeedError, match=words):
            subscribe(store, site.url(path), now=Clock())
    assert store.feeds.all() == []


def test_a_public_page_cannot_send_us_into_the_home_network(store: Store, site: Site) -> None:
    page = site.put(
        "/", '<html><link rel=alternate type=application/rss+xml href="http://192.168.0.1/rss">'
    )
    with pytest.raises(FeedError, match="private address"):
        subscribe(store, page, now=Clock())


def test_a_list_is_subscribed_to_without_a_visit(store: Store, site: Site) -> None:
    from lesart.feeds.formats.opml import Subscription

    listed = [Subscription("https://a.example/", "Mine", folder="News", tags=("x",))] * 2
    new, known = subscribe_all(store, listed, now=NOW)
    assert (len(new), len(known)) == (1, 1)
    [feed] = store.feeds.all()
    assert (feed.title, feed.folder, feed.tags) == ("Mine", "News", ("x",))


# ------------------------------------------------------------------ health


def test_health_tells_how_a_feed_fares(store: Store, site: Site) -> None:
    dates = "<pubDate>Tue, 17 Nov 2026 10:00:00 GMT</pubDate>"
    older = "<pubDate>Tue, 10 Nov 2026 10:00:00 GMT</pubDate>"
    url = site.put("/feed", feed_of(Item("1", more=dates), Item("2", more=older)), 200, 'ETag: "v"')
    visit(store, url)
    visit(store, url)
    visit(store, site.put("/broken", "x", 500))
    failing, well = health_of(store, NOW)
    assert failing.feed.error
    assert (well.unchanged_share, well.silent_days) == (0.5, 1)
    assert well.per_week == pytest.approx(1.7, abs=0.3)
    assert any("500" in line for line in failing.lines())
