"""No page is fetched unasked: a summary says which keys fetch it, once or for the whole feed."""

from __future__ import annotations

import pytest

from lesart.config import Config
from lesart.services.refresh import refresh
from lesart.store import Store
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.feeds.site import Site, site
from tests.tui.conftest import screen_text, until

__all__ = ["site"]

PARAGRAPH = (
    "The storm left many homes dark. Crews worked through the night to mend the lines, and the "
    "mayor said that the last street would have light again by the evening of the next day. "
)


@pytest.fixture
def summaries(site: Site, tmp_path):
    """A library with a feed of two summaries, whose pages hold more."""
    items = ""
    for name in ("one", "two"):
        page = f"<html><body><h1>Storm {name}</h1><article>{f'<p>{PARAGRAPH}</p>' * 6}</article></body></html>"
        link = site.put(f"/{name}", page, 200, "Content-Type: text/html")
        items += (
            f"<item><guid isPermaLink='false'>{name}</guid><title>Storm {name}</title><link>{link}</link>"
            "<description>The storm left homes dark.</description></item>"
        )
    feed = f"<rss version='2.0'><channel><title>Daily</title>{items}</channel></rss>"
    library = tmp_path / "library.sqlite"
    with Store.open(library) as store:
        added, _ = store.feeds.add(site.put("/feed", feed), now=NOW)
        list(refresh(store, [added], now=lambda: NOW))
    site.requests.clear()
    return library


def an_app(library, **settings) -> LesartApp:
    config = Config(library=library, locale="en", entities="rules", **settings)
    return LesartApp(config, now=lambda: float(NOW))


def all_unread(library) -> None:
    with Store.open(library) as store:
        store.articles.set_read([1, 2], False)


def asked(site: Site) -> list[str]:
    return [head.split(" ")[1] for head in site.requests]


async def test_opening_reading_and_going_on_ask_no_server(summaries, site):
    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(
            pilot, lambda: "X fetches its page, F always" in " ".join(screen_text(app).split())
        )
        await pilot.press("J")
        await until(
            pilot,
            lambda: (
                app.main.reading.article.title == "Storm one"
                or app.main.reading.article.title == "Storm two"
            ),
        )
        await pilot.press("K", "q")
        await until(pilot, lambda: not app.children_running or app.main.the.children.progress == "")
        assert "Fetch" not in app.main.the.children.progress
    assert asked(site) == []


async def test_one_key_fetches_this_article_and_no_other(summaries, site):
    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("X")
        await until(pilot, lambda: "Full text fetched." in screen_text(app), seconds=30)
        assert "mend the lines" in app.main.reading.article.text
        assert "fetches its page" not in screen_text(app)
    assert len(asked(site)) == 1


async def test_another_marks_the_feed_and_from_then_on_opening_fetches(summaries, site):
    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("F")
        await until(pilot, lambda: len(asked(site)) == 1, seconds=30)
        await until(pilot, lambda: "Full text fetched." in screen_text(app), seconds=30)
        await pilot.press("J")
        await until(pilot, lambda: len(asked(site)) == 2, seconds=30)
        # What is told of this one must not come after what is told of the next key.
        await until(pilot, lambda: "Full text fetched." in screen_text(app), seconds=30)
        await pilot.press("F")
        await until(pilot, lambda: "only when you ask" in screen_text(app))
    with Store.open(summaries) as store:
        [feed] = store.feeds.all()
        assert not feed.wants_full_text
    assert sorted(asked(site)) == ["/one", "/two"]


async def test_undo_brings_the_text_before_back_and_redo_the_page(summaries, site):
    def texts() -> list[bool]:
        with Store.open(summaries, is_read_only=True) as store:
            return [store.articles.get(number).is_full_text for number in (1, 2)]

    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        shown = app.main.reading.article.id
        await pilot.press("X")
        await until(pilot, lambda: "u brings back the text before" in screen_text(app), seconds=30)
        assert app.main.reading.article.is_full_text
        await pilot.press("u")
        await until(pilot, lambda: "The text before its page is here." in screen_text(app))
        assert not app.main.reading.article.is_full_text
        assert "The storm left homes dark." in screen_text(app)
        await pilot.press("U")
        await until(pilot, lambda: "The page's text is here." in screen_text(app))
        assert app.main.reading.article.is_full_text
    assert texts()[shown - 1]
    all_unread(summaries)

    # Another day, and nothing was done yet in this session.
    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.reading.article.is_full_text)
        await pilot.press("u")
        await until(pilot, lambda: "The text before its page is here." in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to undo." in screen_text(app))
    assert not any(texts())
    assert len(asked(site)) == 1


async def test_undoing_that_a_feed_is_marked_takes_back_the_page_that_came_with_the_key(
    summaries, site
):
    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("F")
        await until(pilot, lambda: "Full text fetched." in screen_text(app), seconds=30)
        await pilot.press("u")
        await until(pilot, lambda: not app.main.reading.article.is_full_text)
        [feed] = app.store.feeds.all()
        assert not feed.wants_full_text
        await pilot.press("U")
        await until(pilot, lambda: app.main.reading.article.is_full_text)
        [feed] = app.store.feeds.all()
        assert feed.wants_full_text
        await pilot.press("u")
        await until(pilot, lambda: not app.main.reading.article.is_full_text)
    with Store.open(summaries) as store:
        store.feeds.change(1, wants_full_text=True)
    all_unread(summaries)
    # Marked once more: what the reader sent away is not fetched by itself.
    app = an_app(summaries)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        assert not app.main.reading.article.is_full_text
        await pilot.press("J")
        await until(pilot, lambda: len(asked(site)) == 2, seconds=30)
    assert sorted(asked(site)) == ["/one", "/two"]


async def test_the_keys_that_are_named_are_the_persons_own(summaries, site):
    app = an_app(summaries, keys={"full_text": "f6", "full_text_always": "f7"})
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        await pilot.press("enter")
        await until(
            pilot, lambda: "f6 fetches its page, f7 always" in " ".join(screen_text(app).split())
        )


@pytest.mark.parametrize(("is_marked", "fetched"), [(False, []), (True, ["/new"])])
def test_a_reload_fetches_pages_only_of_feeds_that_are_marked(summaries, site, is_marked, fetched):
    site.put("/new", f"<html><body><article>{f'<p>{PARAGRAPH}</p>' * 6}</article></body></html>")
    site.put(
        "/feed",
        "<rss version='2.0'><channel><title>Daily</title><item><guid>new</guid><title>New</title>"
        f"<link>{site.url('/new')}</link><description>Short.</description></item></channel></rss>",
    )
    with Store.open(summaries) as store:
        [feed] = store.feeds.all()
        store.feeds.change(feed.id, wants_full_text=is_marked)
        list(refresh(store, store.feeds.all(), now=lambda: NOW + 9000))
    assert [path for path in asked(site) if path != "/feed"] == fetched
