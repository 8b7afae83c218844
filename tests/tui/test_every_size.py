"""What a screen says of itself can be read at every size: its keys, its empty states, where one is."""

from __future__ import annotations

import pytest

from lesart.model.analysis import Analysis
from lesart.model.article import Draft
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.store import Store
from lesart.tui.widgets.headline_row import counts_of
from lesart.tui.widgets.key_line import fitting
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

SIZES = [(60, 20), (80, 24), (140, 40), (200, 50)]
VIEWS = (
    (("at",), "No names"),
    (("number_sign",), "subject:Soldaten figure>1000 narrows."),
    (("g", "d"), "2 more articles of these days are not listed here."),
    (("g", "r"), "What you marked, noted, starred or tagged stays for ever."),
)
"""The keys to a view, and how what stands in it ends where there is nothing to list."""


@pytest.fixture
def library(tmp_path):
    """Two articles of words alone; a third is still to be analysed."""
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        for number, title in enumerate(("Old oak", "Straßenfest", "The third")):
            at = Moment(NOW - 3600 * number)
            draft = Draft(title, f"Nothing is counted here: {title}.", source="Post", published=at)
            added = store.articles.add(draft, now=NOW)
            if number < 2:
                store.analyses.put(added.id, 1, Analysis("test/1", "en"))
    return path


def words_of(app) -> str:
    return " ".join(screen_text(app).split())


async def test_every_view_says_its_keys_and_what_to_do_where_it_is_empty_at_every_size(make_app):
    app = make_app()
    async with app.run_test(size=SIZES[0]) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            for keys, says in VIEWS:
                await until(pilot, lambda: app.main.mode == "LIST" and app.screen is app.main)
                await pilot.press(*keys)
                await until(pilot, lambda: app.screen is not app.main)
                await until(pilot, lambda says=says: says in words_of(app))
                last = screen_text(app).rstrip().splitlines()[-1]
                assert last.rstrip().endswith("esc back · ? keys"), (width, keys, last)
                assert set(last.strip().split(" · ")) <= set(app.screen.says_keys.split(" · "))
                assert "…" not in screen_text(app), (width, keys)
                await pilot.press("escape")


def test_keys_in_the_middle_give_way_and_none_is_cut():
    keys = ["⏎ go there", "+ all", "M all read", "u undo", "esc back", "? keys"]
    assert fitting(keys, 80) == " · ".join(keys)
    assert fitting(keys, 45) == "⏎ go there · + all · esc back · ? keys"
    assert fitting(keys, 5) == "esc back · ? keys"


async def test_nothing_is_said_to_have_no_figures_before_anybody_looked(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("enter")
        await until(pilot, lambda: "no figures" in screen_text(app))
        await pilot.press("J", "J")
        await until(pilot, lambda: app.main.reading.article.title == "The third")
        await until(pilot, lambda: "not analysed yet" in screen_text(app))
        assert "#Figures –" in screen_text(app)
        assert "no figures" not in screen_text(app)


async def test_what_was_just_done_is_not_talked_over_by_what_follows_from_it(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("q")
        await until(pilot, lambda: app.main.mode == "LIST")
        await pilot.press("d")
        await until(pilot, lambda: len(app.main.listing.rows) == 2)
        app.main.reading.watch()  # the look for news that comes twice a second
        await until(pilot, lambda: "brings back" in screen_text(app))
        assert "no longer in the library" not in screen_text(app)


def test_a_number_that_does_not_fit_its_column_is_left_out_not_cut():
    row = Headline(1, "River", "Post", None, NOW, False, False, 0, 232, 118)
    assert counts_of(row, 9) == "#232 @118"
    assert counts_of(row, 8) == "#232"


async def test_the_line_at_the_bottom_says_which_source_one_is_on(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("f2")
        await until(pilot, lambda: " SOURCES  1/5" in screen_text(app))
        await pilot.press("j")
        await until(pilot, lambda: " SOURCES  2/5" in screen_text(app))
