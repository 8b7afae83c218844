"""Keys and mouse go to the pane that one sees, and mean what is lit there."""

from __future__ import annotations

import pytest

from lesart.store import Store
from lesart.tui.controllers.pane_widths import as_text, widths_from
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until


async def ready(pilot, app) -> None:
    await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) > 0)


@pytest.fixture
def followed(library):
    """The library with two feeds and a search that is kept."""
    with Store.open(library) as store:
        store.feeds.add("https://example.org/one.xml", title="First feed", now=NOW)
        store.feeds.add("https://example.org/two.xml", title="Second feed", now=NOW)
        store.settings.save_query("Mine", "soldaten", now=NOW)
    return library


async def to_source(pilot, app, name: str) -> None:
    """Go to the sources and down to one of them, by keys."""
    pane = app.main.the.sources.pane
    await pilot.press("f2")
    await until(pilot, lambda: app.main.mode == "SOURCES" and pane.cursor >= 0)
    for _ in range(20):
        if app.main.the.sources.under_cursor().view.name == name:
            return
        await pilot.press("j")
        await pilot.pause()
    raise AssertionError(screen_text(app))


# ------------------------------------------------------------------ sources


async def test_a_source_is_lit_when_one_gets_there_and_moves_by_the_keys_of_every_list(
    make_app, followed
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("f2")
        pane = app.main.the.sources.pane
        await until(pilot, lambda: pane.cursor >= 0 and pane.has_focus)
        lit = app.main.the.sources.under_cursor
        assert lit().view == app.main.listing.view  # the one whose articles are listed
        await pilot.press("j")
        assert lit().view.name == "All"
        await pilot.press("G")
        assert lit().view.name == "Second feed"
        await pilot.press("k")
        assert lit().view.name == "First feed"
        await pilot.press("g")
        assert lit().view.name == "Unread"
        await pilot.press("j", "l")
        await until(pilot, lambda: app.main.listing.view.name == "All")
        assert app.main.mode == "LIST"


async def test_no_key_in_the_sources_touches_the_article_under_the_cursor_of_the_list(
    make_app, followed
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await to_source(pilot, app, "All")
        for key in ("d", "m", "s", "t", "C", "o", "y", "n", "D", "p", "c", "e"):
            await pilot.press(key)
            await pilot.pause()
            assert app.main.mode == "SOURCES", key
        with Store.open(followed) as store:
            headlines = [h for h in store.articles.headlines([1, 2, 3]) if h is not None]
        assert len(headlines) == 3
        assert not any(h.is_read or h.is_starred for h in headlines)


async def test_d_in_the_sources_removes_the_feed_that_is_lit_and_asks_first(make_app, followed):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await to_source(pilot, app, "First feed")
        await pilot.press("d")
        await until(pilot, lambda: "Stop following “First feed”?" in screen_text(app))
        await pilot.press("n")
        with Store.open(followed) as store:
            assert len(store.feeds.all()) == 2
        await pilot.press("d", "y")
        await until(pilot, lambda: "not followed any more" in screen_text(app))
        with Store.open(followed) as store:
            assert [feed.title for feed in store.feeds.all()] == ["Second feed"]
            assert store.articles.count() == 3
        assert "First feed" not in screen_text(app).replace("“First feed”", "")


async def test_a_kept_search_is_forgotten_and_brought_back(make_app, followed):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await to_source(pilot, app, "Mine")
        await pilot.press("d")
        await until(pilot, lambda: "Mine" not in screen_text(app).replace("“Mine”", ""))
        await pilot.press("u")
        await until(pilot, lambda: "Mine" in screen_text(app).replace("“Mine”", ""))
        with Store.open(followed) as store:
            assert store.settings.saved_queries() == [("Mine", "soldaten")]


# ------------------------------------------------------------------ mouse


@pytest.mark.parametrize("way_out", ["escape", "q", "h"])
async def test_who_drags_in_the_article_beside_the_list_gets_back_by_the_usual_keys(
    make_app, way_out
):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot, app)
        await until(pilot, lambda: "4.500 Soldaten" in screen_text(app))
        reader = app.main.reading.reader
        await pilot.mouse_down(reader, offset=(5, 4))
        await pilot.hover(reader, offset=(30, 4))
        await pilot.mouse_up(reader, offset=(30, 4))
        await until(pilot, lambda: app.main.mode == "SELECT")
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press(way_out)
        await until(pilot, lambda: app.main.mode == "LIST")
        assert app.is_running
        assert not app.main.is_reading


async def test_a_click_on_a_fact_beside_the_list_opens_the_article(make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot, app)
        await until(pilot, lambda: "#Figures 2" in screen_text(app))
        await pilot.click(app.main.reading.panel, offset=(3, 2))
        await until(pilot, lambda: app.main.mode == "FACTS")
        assert app.main.is_reading
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.main.mode == "LIST")


async def test_a_click_where_no_article_is_leads_nowhere(make_app, library):
    with Store.open(library) as store:
        store.articles.delete([1, 2, 3])
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        await pilot.click(app.main.reading.reader, offset=(3, 2))
        await until(pilot, lambda: app.main.mode == "LIST")


# ------------------------------------------------------------------ other widths


@pytest.mark.parametrize("narrow", [(100, 30), (70, 24)])
async def test_keys_never_go_to_a_pane_that_a_smaller_window_has_no_room_for(make_app, narrow):
    app = make_app()
    async with app.run_test(size=(200, 50)) as pilot:
        await ready(pilot, app)
        for place in ("sources", "list beside the article", "facts"):
            await pilot.resize_terminal(200, 50)
            await until(pilot, lambda: app.main.has_class("-very-wide"))
            if place == "sources":
                app.main.the.sources.pane.focus()
            elif place == "facts":
                await pilot.press("enter", "tab")
                await until(pilot, lambda: app.main.mode == "FACTS")
                await pilot.press("f3")
            else:
                await pilot.press("enter")
                await until(pilot, lambda: app.main.mode == "READ")
                await pilot.press("shift+tab")
                await until(pilot, lambda: app.main.mode == "LIST")
            await pilot.resize_terminal(*narrow)
            await until(
                pilot,
                lambda: (
                    app.focused is not None
                    and app.focused.region.area > 0
                    and app.focused in app.screen._compositor.visible_widgets
                ),
            )
            while app.main.mode != "LIST":
                await pilot.press("escape")
                await pilot.pause()
        assert app.is_running


async def test_sources_that_come_into_view_by_a_wider_window_are_filled(make_app, followed):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.resize_terminal(200, 50)
        await until(pilot, lambda: "First feed" in screen_text(app))


async def test_facts_that_are_hidden_give_the_keys_back(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("enter", "tab")
        await until(pilot, lambda: app.main.mode == "FACTS")
        await pilot.press("f3")
        await until(pilot, lambda: app.main.mode == "READ")
        assert IRAQ[:20] in screen_text(app)


# ------------------------------------------------------------------ widths


async def test_panes_are_made_wider_and_narrower_and_stay_so(make_app, library):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot, app)
        pane = app.main.query_one("#list-pane")
        before = pane.region.width
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        await until(pilot, lambda: pane.region.width == before + 8)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("right_curly_bracket")  # the article: at the cost of the list
        await until(pilot, lambda: pane.region.width == before + 4)
        await pilot.press("tab")
        await until(pilot, lambda: app.main.mode == "FACTS")
        facts = app.main.reading.panel
        narrow = facts.region.width - 4
        await pilot.press("left_curly_bracket")
        await until(pilot, lambda: facts.region.width == narrow)
        await pilot.press("escape", "escape")
        for _ in range(40):
            await pilot.press("right_curly_bracket")
        await until(pilot, lambda: "no more fit" in screen_text(app))
        assert app.main.reading.reader.region.width >= 39
        for _ in range(40):
            await pilot.press("left_curly_bracket")
        await until(pilot, lambda: pane.region.width == 24)
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: pane.region.width == 28)
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: pane.region.width == 100)
    again = make_app()
    async with again.run_test(size=(140, 40)) as pilot:
        await ready(pilot, again)
        assert again.main.query_one("#list-pane").region.width == 28
        await until(pilot, lambda: again.main.reading.panel.region.width == narrow)


async def test_the_list_beside_an_open_article_can_be_hidden_and_is_there_again_after_it(make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("enter", "f8")
        await until(pilot, lambda: app.main.mode == "READ")
        await until(pilot, lambda: "Rates on hold" not in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Rates on hold" in screen_text(app))
        assert app.main.mode == "LIST"


@pytest.mark.parametrize(
    ("kept", "understood"),
    [
        ("", {}),
        ("list=50 facts=30", {"list": 50, "facts": 30}),
        ("list=1 nonsense facts= sources=99999999 list", {"list": 24}),
        ("reader=9 facts=-3 list=٥", {"list": 24}),
    ],
)
def test_whatever_was_kept_of_widths_is_no_error(kept, understood):
    assert widths_from(kept) == understood
    assert widths_from(as_text(understood)) == understood
