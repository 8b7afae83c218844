"""Feeds and folders are managed where one sees them: by keys, by the mouse, and back by one key."""

from __future__ import annotations

import pytest

from lesart.model.article import Draft
from lesart.store import Store
from tests.conftest import NOW
from tests.feeds.site import Item, Site, feed_of, site
from tests.tui.conftest import screen_text, until
from tests.tui.looking import cell_of

__all__ = ["site"]


@pytest.fixture
def followed(library):
    """Feeds in folders, by a tag and in none; one of them fails, its articles have a note."""
    with Store.open(library) as store:
        add = store.feeds.add
        add("https://example.org/1", title="Paper", folder="News", now=NOW)
        add("https://example.org/2", title="Town", folder="News/Local", now=NOW)
        add("https://example.org/3", title="Numbers", tags=["stats", "sport"], now=NOW)
        add("https://example.org/4", title="Broken", now=NOW)
        store.feeds.change(4, error="The server is gone.", error_count=2)
        for feed, words in ((1, "In paper"), (2, "In town"), (2, "More of town"), (4, "In broken")):
            store.articles.add(
                Draft(words, f"{words}, said so.", feed_id=feed, guid=words), now=NOW
            )
    return library


def lines(app) -> list[str]:
    """The pane as one sees it, from the first folder on."""
    width = app.main.the.sources.pane.region.width - 2
    shown = [line[:width].rstrip() for line in screen_text(app).splitlines()]
    first = next(n for n, line in enumerate(shown) if line[:1] in "▾▸" and line)
    found = [line for line in shown[first:-2] if line.strip()]
    # How deep a line stands is part of it, how much room is before its number is not.
    return [line[: len(line) - len(line.lstrip())] + " ".join(line.split()) for line in found]


def feeds(library) -> dict[str, tuple[str, tuple[str, ...]]]:
    with Store.open(library) as store:
        return {feed.title: (feed.folder, feed.tags) for feed in store.feeds.all()}


async def to(pilot, app, name: str) -> None:
    """Go to the sources and up or down to one of them, by keys."""
    the = app.main.the.sources
    if app.main.mode != "SOURCES":
        await pilot.press("f2")
        await until(pilot, lambda: app.main.mode == "SOURCES" and the.pane.cursor >= 0)
    await pilot.press("g")
    await until(pilot, lambda: the.under_cursor().view.name == "Unread")
    before = None
    while (lit := the.under_cursor()).view.name != name:
        assert lit != before, screen_text(app)
        before = lit
        await pilot.press("j")
        await until(pilot, lambda: the.under_cursor() != before)  # noqa: B023


async def ready(pilot, app) -> None:
    await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) > 0)


async def test_folders_are_a_tree_that_folds_by_keys_and_mouse_and_stays_folded(make_app, followed):
    app = make_app()
    async with app.run_test(size=(100, 36)) as pilot:
        await ready(pilot, app)
        await to(pilot, app, "News")
        assert lines(app) == [
            "▾ News 3", "  ▾ Local 2", "      Town 2", "    Paper 1", "▾ sport", "    Numbers",
            "▾ stats", "    Numbers", "  Broken ⚠ 1",
        ]  # fmt: skip
        lit = app.main.the.sources.under_cursor
        await pilot.press("h")
        await until(pilot, lambda: lines(app)[:2] == ["▸ News 3", "▾ sport"])
        await pilot.press("l", "l", "l", "j")  # unfold, into it, into Local
        await until(pilot, lambda: lit().view.name == "Paper")
        await pilot.press("h")  # to its folder
        await until(pilot, lambda: lit().view.name == "News")
        await pilot.press("z", "M")
        await until(pilot, lambda: len(lines(app)) == 4)
        await pilot.press("z", "R")
        await until(pilot, lambda: len(lines(app)) == 9)
        await pilot.press("z", "a")
        await until(pilot, lambda: len(lines(app)) == 6)
        x, y = cell_of(app, "▾ stats")
        await pilot.click(offset=(x, y))
        await until(pilot, lambda: len(lines(app)) == 5)
        assert app.main.mode == "SOURCES"
        x, y = cell_of(app, "News")
        await pilot.click(offset=(x, y))
        await until(pilot, lambda: app.main.listing.view.query == 'in:"News"')
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
    again = make_app()
    async with again.run_test(size=(100, 36)) as pilot:
        await ready(pilot, again)
        # Nothing to fold there: h leads back to the list.
        await to(pilot, again, "All")
        await until(pilot, lambda: "▸ News" in screen_text(again))
        assert "▸ stats" in screen_text(again)
        await pilot.press("h")
        await until(pilot, lambda: again.main.mode == "LIST")


async def test_what_is_done_with_feeds_and_folders_is_taken_back_one_by_one(make_app, followed):
    """A table of doings in one run of the app: source, keys, what is typed, what it leads to."""
    before = feeds(followed)
    doings = [
        ("Paper", "c", "Gazette", {"Gazette": ("News", ())}, "Paper"),
        ("Paper", "m", "Politics/Home", {"Paper": ("Politics/Home", ())}, ""),
        ("News", "c", "World", {"Paper": ("World", ()), "Town": ("World/Local", ())}, ""),
        ("News", "m", "All of it", {"Paper": ("All of it/News", ()), "Town": ("All of it/News/Local", ())}, ""),
        ("stats", "c", "figures", {"Numbers": ("", ("figures", "sport"))}, ""),
        ("stats", "m", "News", {"Numbers": ("News/stats", ("sport",))}, ""),
    ]  # fmt: skip
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        for name, key, typed, expected, gone in doings:
            await to(pilot, app, name)
            await pilot.press(key)
            await until(pilot, lambda: app.screen.query("#answer"))
            app.screen.query_one("#answer").value = typed
            await pilot.press("enter")
            after = {title: at for title, at in before.items() if title != gone} | expected
            await until(pilot, lambda: feeds(followed) == after)  # noqa: B023
            await until(pilot, lambda: app.main.mode == "SOURCES")
            await pilot.press("u")
            await until(pilot, lambda: feeds(followed) == before)
            await until(pilot, lambda: "Undone: " in screen_text(app))
        await pilot.press("U")
        await until(pilot, lambda: feeds(followed) == after)


async def test_a_feed_that_is_removed_comes_back_with_its_articles_and_notes(make_app, followed):
    with Store.open(followed) as store:
        [first, second] = store.feeds.article_ids(2)
        store.annotations.add(first, None, now=NOW, note="Mine.")

    def of_town() -> list[int]:
        with Store.open(followed) as store:
            return sorted(store.feeds.article_ids(2))

    app = make_app()
    async with app.run_test(size=(100, 36)) as pilot:
        await ready(pilot, app)
        await to(pilot, app, "Town")
        await pilot.press("d")
        await until(pilot, lambda: "Stop following “Town”?" in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: "u brings it back" in screen_text(app))
        await until(pilot, lambda: of_town() == [])
        with Store.open(followed) as store:
            assert store.articles.count() == 7
            assert len(store.annotations.of(first)) == 1
        await until(pilot, lambda: app.main.mode == "SOURCES")
        await pilot.press("u")
        await until(pilot, lambda: of_town() == sorted([first, second]))
        await until(pilot, lambda: app.main.the.sources.under_cursor().view.name == "Town")
        await to(pilot, app, "News")
        await pilot.press("d")
        await until(pilot, lambda: "Dissolve the folder “News”?" in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: feeds(followed)["Town"][0] == "Local")
        await until(pilot, lambda: app.main.mode == "SOURCES")
        await pilot.press("u")
        await until(pilot, lambda: feeds(followed)["Town"][0] == "News/Local")


async def test_a_source_is_paused_and_read_as_a_whole(make_app, followed):
    def state() -> tuple[list[str], int]:
        with Store.open(followed) as store:
            return [f.title for f in store.feeds.all() if f.is_paused], store.articles.unread()

    app = make_app()
    async with app.run_test(size=(100, 36)) as pilot:
        await ready(pilot, app)
        await to(pilot, app, "News")
        await pilot.press("p")
        await until(pilot, lambda: state()[0] == ["Paper", "Town"])
        await until(pilot, lambda: "      Town ‖ 2" in lines(app))
        await pilot.press("u")
        await until(pilot, lambda: state()[0] == [])
        await to(pilot, app, "Town")
        await pilot.press("A")
        await until(pilot, lambda: state()[1] == 5)  # of seven, and not those in the list beside
        await pilot.press("u")
        await until(pilot, lambda: state()[1] == 7)


async def test_the_settings_of_a_feed_are_one_screen_and_one_step(make_app, followed):
    def feed():
        with Store.open(followed) as store:
            return store.feeds.get(1)

    before = feed()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await to(pilot, app, "Paper")
        await pilot.press("e")
        await until(pilot, lambda: app.screen.query("#feed-title"))
        for name, words in (
            ("title", "Gazette"),
            ("muted", "never"),
            ("address", "https://example.org/2"),
        ):
            app.screen.query_one(f"#feed-{name}").value = words
        for name, keys, value in (("full_text", ("space",), "on"), ("every", ("right",) * 2, "1h")):
            line = app.screen.query_one(f"#feed-{name}")
            line.focus()
            await until(pilot, lambda: line.has_focus)  # noqa: B023
            await pilot.press(*keys)
            await until(pilot, lambda: line.value == value)  # noqa: B023
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "“never” is no end" in screen_text(app))
        app.screen.query_one("#feed-muted").value = "7d"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Town has this address already" in screen_text(app))
        app.screen.query_one("#feed-address").value = "https://example.org/5"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: feed().title == "Gazette")
        now = feed()
        assert (now.url, now.wants_full_text, now.every) == ("https://example.org/5", True, 3600)
        assert now.muted_until == NOW + 7 * 86400
        await until(pilot, lambda: app.main.mode == "SOURCES")
        await pilot.press("u")
        await until(pilot, lambda: feed() == before)


async def test_a_feed_that_failed_is_tried_again_where_its_fault_is_told(
    make_app, library, site: Site
):
    url = site.put("/feed", feed_of(Item("1", "It is back"), title="Wire"))
    with Store.open(library) as store:
        store.feeds.add(url, title="Wire", now=NOW)
        store.feeds.add("https://example.org/2", title="Other", now=NOW)
        store.feeds.change(1, error="The server is gone.")
        store.feeds.change(2, error="This is no feed.")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: "failed · 2" in screen_text(app))
        assert "This is no feed." in screen_text(app)
        await pilot.press("d")  # the first that is lit: Other
        await until(pilot, lambda: "failed · 1" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: "failed · 2" in screen_text(app))
        await pilot.press("g", "p")
        await until(pilot, lambda: "failed · 1" in screen_text(app))
        await until(pilot, lambda: "This is no feed." not in screen_text(app))
        await pilot.press("r")
        await until(pilot, lambda: "No feed failed" in screen_text(app), seconds=60)
        await pilot.press("escape")
        await until(pilot, lambda: "It is back" in screen_text(app))
