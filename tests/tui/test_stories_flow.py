"""Stories in the list: one row for copies and follow-ups, opened and read by a key."""

from __future__ import annotations

from array import array

import pytest

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.services.analyse import analyse_now
from lesart.services.asking.grouping import group_waiting
from lesart.store import Store
from lesart.tui.controllers.story_folds import StoryFolds
from lesart.tui.rendering.glyphs import UNICODE
from lesart.tui.widgets.line_list import LineList
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

FIRE = (
    "In der Altstadt von Lorbach ist am Montag ein Fachwerkhaus abgebrannt. Nach Angaben der "
    "Feuerwehr wurden 14 Bewohner in Sicherheit gebracht. Der Schaden beträgt 620.000 Euro. "
    "Bürgermeisterin Wiebke Harms dankte den 85 Helfern. Die Ursache war ein Kabelbrand."
)


@pytest.fixture
def copies(library):
    """Three copies of one report among the library's three articles, the newest on top."""
    with Store.open(library) as store:
        for hours, title, text in (
            (-1, "Haus in Lorbach abgebrannt", f"(dpx) {FIRE} Mehr morgen."),
            (0.5, "Brand in Lorbach", f"Lorbach (dpx) – {FIRE}"),
            (9, "Feuer in der Altstadt", FIRE),
        ):
            draft = Draft(
                title, text, source="Bote", published=Moment(NOW - int(hours * 3600)), language="de"
            )
            store.articles.add(draft, now=NOW)
        for _ in group_waiting(store):
            pass
    return library


def titles(app) -> list[str]:
    """Signs and titles of the rows, from the top."""
    rows = app.main.listing.rows
    return [f"{rows.sign_of(i)}{rows.row_at(n).title}" for n, i in enumerate(rows.ids)]


async def test_a_story_is_one_row_that_is_opened_and_read_by_a_key(make_app, copies):
    app = make_app()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: len(titles(app)) == 6)
        await pilot.press("Z")
        await until(pilot, lambda: len(titles(app)) == 4)
        assert titles(app)[0] == "▸3 Haus in Lorbach abgebrannt"
        assert "▸3 Haus in Lorbach abgebrannt" in screen_text(app)
        assert "Unread 6" in screen_text(app), "the count is of articles"
        await pilot.press("e")
        await until(pilot, lambda: len(titles(app)) == 6)
        assert titles(app)[:3] == [
            "▾3 Haus in Lorbach abgebrannt", "  ↳ Brand in Lorbach", "  ↳ Feuer in der Altstadt",
        ]  # fmt: skip
        await pilot.press("j", "j", "e")  # from a row within it
        await until(pilot, lambda: len(titles(app)) == 4)
        assert app.main.listing.rows.cursor_index == 0
        await pilot.press("M")
        await until(pilot, lambda: "3 articles of the story marked read" in screen_text(app))
        with Store.open(copies) as store:
            await until(pilot, lambda: store.articles.unread() == 3)
            await pilot.press("u")
            await until(pilot, lambda: store.articles.unread() == 6)
        await pilot.press("j", "e")
        await until(pilot, lambda: "No other article of this list" in screen_text(app))
        # What is thrown away leaves its place to the next of the story.
        await pilot.press("k", "d")
        await until(pilot, lambda: titles(app)[0] == "▸2 Brand in Lorbach")
        await pilot.press("u")
        await until(pilot, lambda: titles(app)[0] == "▸3 Haus in Lorbach abgebrannt")
        await pilot.press("Z")
        await until(pilot, lambda: len(titles(app)) == 6)


async def test_the_list_begins_folded_where_the_setting_says_so(make_app, copies):
    app = make_app(stories="folded")
    async with app.run_test(size=(50, 24)) as pilot:
        await until(pilot, lambda: len(titles(app)) == 4)
        assert "▸3 Haus" in screen_text(app)
        await pilot.press("slash", *"Kabelbrand", "enter")
        await until(pilot, lambda: titles(app) == ["▸3 Haus in Lorbach abgebrannt"])


def test_folding_keeps_every_article_and_the_order_of_the_first():
    folds = StoryFolds(UNICODE, is_on=True)
    ids, stories = array("q", [9, 8, 7, 6, 5, 4]), {8: 1, 6: 1, 4: 1, 9: 2, 7: 3, 5: 3}
    assert list(folds.fold(ids, stories)) == [9, 8, 7]
    assert folds.folded_away == 3
    assert folds.members(4) == (8, 6, 4)
    opened = folds.turn(array("q", [9, 8, 7]), 8)
    assert list(opened) == [9, 8, 6, 4, 7]
    assert list(folds.fold(ids, stories)) == [9, 8, 6, 4, 7], "what is open stays open"
    assert list(folds.without(opened, {8})) == [9, 6, 4, 7]
    assert folds.turn(opened, 9) is None
    folds.is_on = False
    assert folds.fold(ids, stories) is ids
    assert folds.folded_away == 0


@pytest.fixture
def told(copies):
    """The three copies analysed, and a fourth source that gives other numbers."""
    other = (
        "Bei einem Brand in der Altstadt von Lorbach sind am Montag 14 Bewohner in Sicherheit gebracht "
        "worden. Der Schaden beträgt 900.000 Euro, sagte Bürgermeisterin Wiebke Harms den 85 Helfern."
    )
    with Store.open(copies) as store:
        draft = Draft(
            "Brand kostet mehr", other, source="Kurier", published=Moment(NOW), language="de"
        )
        store.articles.add(draft, now=NOW)
        for article_id in (4, 5, 6, 7):
            analyse_now(store, article_id, names="rules")
        for _ in group_waiting(store):
            pass
    return copies


async def test_the_page_of_a_story_tells_who_says_which_number_and_leads_there(make_app, told):
    app = make_app()
    async with app.run_test(size=(110, 40)) as pilot:
        await until(pilot, lambda: len(titles(app)) == 7)
        await pilot.press("I")
        await until(pilot, lambda: "Who says which number" in screen_text(app))
        page = screen_text(app)
        assert "4 articles · Bote, Kurier" in page
        lines = page.splitlines()
        bote = next(line for line in lines if "620,000" in line)
        assert "Bote" in bote
        assert "Kurier" not in bote.split("≠")[0]
        both = next(line for line in lines if line.strip().startswith("14"))
        assert "Bote" in both
        assert "Kurier" in both
        assert "Brand kostet mehr" in page[page.index("Articles by time") :]
        rows = app.screen.query_one(LineList)
        while "900,000" not in "".join(part.text for part in rows.lines[rows.cursor].parts(110)):
            await pilot.press("j")
        here = rows.cursor
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        reading = app.main.the.reading
        assert reading.article.text[reading.reader.cursor :].startswith("900.000 Euro")
        await pilot.press("escape")
        await until(pilot, lambda: "Who says which number" in screen_text(app))
        await until(pilot, lambda: app.screen.query_one(LineList).cursor == here)
        await pilot.press("M")
        with Store.open(told) as store:
            await until(pilot, lambda: store.articles.unread() == 3)


async def test_an_article_alone_has_a_page_that_says_so(make_app, library):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await until(pilot, lambda: "not compared with the others yet" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)
