"""Feeds on the screen: what a reload brings, while one reads on. Real children, a real server."""

from __future__ import annotations

import shlex

import pytest
from textual import events

from lesart.config import Config
from lesart.services.refresh import refresh
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from tests.conftest import NOW
from tests.feeds.site import Item, Site, feed_of, site
from tests.tui.conftest import screen_text, until
from tests.tui.test_sources_flow import to

__all__ = ["site"]


@pytest.fixture(autouse=True)
def no_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)


def an_app(path, **values) -> LesartApp:
    return LesartApp(Config(library=path, locale="en", **values), now=lambda: float(NOW))


async def ready(pilot, app) -> None:
    await until(pilot, lambda: app.main.has_deferred_panes and app.main.listing.is_whole)


def dated(guid: str, title: str, day: int) -> Item:
    return Item(guid, title, more=f"<pubDate>{day} Nov 2026 10:00:00 GMT</pubDate>")


async def test_what_a_reload_brings_takes_its_place_and_the_cursor_stays_on_its_article(
    library, site: Site
):
    url = site.put(
        "/feed", feed_of(dated("1", "Newest of all", 19), dated("2", "Oldest of all", 2))
    )
    with Store.open(library) as store:
        store.feeds.add(url, title="Wire", now=NOW)
    app = an_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        rows = app.main.listing.rows
        await pilot.press("j")
        await until(pilot, lambda: rows.headline.title == "Rates on hold")
        # Marked read meanwhile: it stays in the list as long as one is in it.
        await pilot.press("m")
        await until(pilot, lambda: rows.headline.is_read)
        await pilot.press("R")
        await until(pilot, lambda: "2 new" in screen_text(app), seconds=60)
        await until(pilot, lambda: len(rows) == 5)
        titles = [rows.row_at(n).title for n in range(5)]
        assert titles.index("Newest of all") < titles.index("Rates on hold")
        assert titles[-1] == "Oldest of all"
        assert rows.headline.title == "Rates on hold"
        assert "Newest of all" in screen_text(app)


async def test_a_feed_that_was_given_a_rhythm_is_visited_without_being_asked_for(
    library, site: Site
):
    url = site.put("/feed", feed_of(dated("1", "By itself", 19)))
    other = site.put("/other", feed_of(dated("2", "Only when asked", 19)))
    with Store.open(library) as store:
        feed, _ = store.feeds.add(url, title="Wire", now=NOW)
        store.feeds.change(feed.id, every=3600)
        store.feeds.add(other, title="Other", now=NOW)
    app = an_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "By itself" in screen_text(app), seconds=60)
    assert [head.split(" ")[1] for head in site.requests] == ["/feed"]


async def test_a_list_of_feeds_that_is_dropped_on_the_window_is_offered_and_taken_back(
    library, tmp_path
):
    def titles() -> list[str]:
        with Store.open(library) as store:
            return sorted(feed.title for feed in store.feeds.all())

    listed = tmp_path / "from elsewhere.txt"  # what it is shows in it, not in its name
    listed.write_text(
        "<?xml version='1.0'?><opml version='2.0'><body><outline text='News'>"
        "<outline text='One' xmlUrl='https://one.example/'/></outline>"
        "<outline text='Two' xmlUrl='https://two.example/'/></body></opml>"
    )
    app = an_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        app.post_message(events.Paste(str(listed).replace(" ", "\\ ")))
        await until(pilot, lambda: app.screen.query("#answer"))
        assert app.screen.query_one("#answer").value == str(listed)
        await pilot.press("enter")
        await until(pilot, lambda: titles() == ["One", "Two"], seconds=60)
        await until(pilot, lambda: "2 feeds added" in screen_text(app), seconds=60)
        await pilot.press("u")
        await until(pilot, lambda: titles() == [])
        await pilot.press("U")
        await until(pilot, lambda: titles() == ["One", "Two"])
        # What could not be added is told with its address, which stands there again to be corrected.
        await pilot.press("plus")
        await until(pilot, lambda: app.screen.query("#answer"))
        await pilot.press(*"127.0.0.1:1/x", "enter")
        await until(pilot, lambda: "(127.0.0.1:1/x)" in screen_text(app), seconds=60)
        await pilot.press("plus")
        await until(pilot, lambda: app.screen.query("#answer"))
        assert app.screen.query_one("#answer").value == "127.0.0.1:1/x"


async def test_a_feed_that_was_added_goes_again_with_what_nobody_has_noted_in_it(
    library, site: Site
):
    url = site.put(
        "/feed", feed_of(dated("1", "Noted", 19), dated("2", "Not noted", 18), title="Wire")
    )
    app = an_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("plus")
        await until(pilot, lambda: app.screen.query("#answer"))
        app.screen.query_one("#answer").value = url
        await pilot.press("enter")
        await until(pilot, lambda: "Added: 2 articles." in screen_text(app), seconds=60)
        with Store.open(library) as store:
            [feed] = store.feeds.all()
            noted, other = store.feeds.article_ids(feed.id)
            store.annotations.add(noted, None, now=NOW, note="Mine.")
        await until(pilot, lambda: app.main.mode == "LIST")
        await pilot.press("u")
        await until(pilot, lambda: "Not noted" not in screen_text(app))
        with Store.open(library) as store:
            assert store.feeds.all() == []
            assert store.articles.get(noted).title == "Noted"
        await pilot.press("U")
        await until(pilot, lambda: "Not noted" in screen_text(app))
        with Store.open(library) as store:
            assert store.feeds.article_ids(feed.id) == [noted, other]


async def test_a_feed_that_was_removed_and_is_added_again_has_its_articles_as_they_were(
    library, site: Site
):
    url = site.put(
        "/feed", feed_of(dated("1", "Starred", 19), dated("2", "Deleted", 18), title="Wire")
    )
    site.put("/old", "", 301, f"Location: {url}")
    with Store.open(library) as store:
        [outcome] = refresh(store, [store.feeds.add(url)[0]], now=lambda: NOW)
        deleted, starred = outcome.new
        store.articles.set_starred([starred], True)
        store.articles.delete([deleted])
    app = an_app(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await ready(pilot, app)
        await to(pilot, app, "Wire")
        await pilot.press("d")
        await until(pilot, lambda: "Stop following “Wire”?" in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: not app.store.feeds.all() and app.main.mode == "SOURCES")
        await pilot.press("plus")
        await until(pilot, lambda: app.screen.query("#answer"))
        app.screen.query_one("#answer").value = site.url("/old")
        await pilot.press("enter")
        await until(pilot, lambda: "belong to it again" in screen_text(app), seconds=60)
        await until(pilot, lambda: app.main.listing.is_whole)
        titles = [app.main.listing.rows.row_at(n).title for n in range(len(app.main.listing.rows))]
        assert titles.count("Starred") == 1
        assert "Deleted" not in titles


async def test_several_files_dropped_at_once_come_in_with_one_summary_and_what_fails_is_named(
    library, tmp_path
):
    folder = tmp_path / "Für März"
    folder.mkdir()
    (folder / "first one.txt").write_text("The ferry is back\n\nIt carries 40 cars.")
    (folder / "zweiter Text.md").write_text("# Überschrift\n\nDer Fluss steigt.")
    (folder / "feeds.opml").write_text(
        "<opml version='2.0'><body><outline text='One' xmlUrl='https://one.example/'/></body></opml>"
    )
    (folder / "broken.opml").write_text("<opml><body>")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    names = ("first one.txt", "zweiter Text.md", "feeds.opml", "broken.opml", "picture.png")
    paths = [str(folder / name) for name in names]
    app = an_app(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        app.post_message(events.Paste(f"{folder} is where they are"))
        await pilot.pause()
        assert not app.screen.is_modal
        app.post_message(events.Paste(shlex.join([*paths, str(folder / "gone.txt")]) + " "))
        await until(pilot, lambda: app.screen.query("#answer"))
        await pilot.press("enter")
        await until(pilot, lambda: "2 imported." in screen_text(app), seconds=60)
        await until(pilot, lambda: app.main.mode == "LIST" and "Überschrift" in screen_text(app))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: app.screen.is_modal and "Messages" in screen_text(app))
        said = " ".join(screen_text(app).split())
        assert "2 imported. 1 feed added; R loads it." in said
        for name in ("broken.opml", "picture.png", "gone.txt"):
            assert said.count(name) == 1, said
        with Store.open(library, is_read_only=True) as store:
            assert [feed.title for feed in store.feeds.all()] == ["One"]
            assert store.articles.count() == 5
