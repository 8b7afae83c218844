"""Figures across articles: a list of them, by subject and over time, beside what others say, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lesart.analysis.engine import analyse_figures
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.moment import Moment
from lesart.services.asking.grouping import group_waiting
from lesart.services.save_article import keep_text
from lesart.store import Store
from lesart.tui.widgets.line_list import LineList
from tests.conftest import NOW
from tests.tui.conftest import mark, screen_text, until

DAY = 86_400
TEXTS = (
    ("Abzug aus Hamra", "Kurier",
     "In Hamra starben nach Angaben der Armee am Montag 4.500 Soldaten.", 1),
    ("Verluste in Hamra", "Bote",
     "In Hamra starben am Montag 6.000 Soldaten, sagte Minister Lund.", 1),
    ("Ernte", "Kurier", "Die Bauern ernteten 310.000 Tonnen Weizen.", 8),
    ("Weizen im Vorjahr", "Bote", "Die Bauern ernteten 270.000 Tonnen Weizen.", 380),
)  # fmt: skip


def town_in(text: str) -> Entity:
    return Entity("Hamra", "LOC", (Mention(mark(text, "Hamra"), "Hamra"),), "LOC:Hamra")


@pytest.fixture
def counted(library):
    """Four more articles: two on one event that do not agree, two on a harvest a year apart."""
    with Store.open(library) as store:
        for title, source, text, days in TEXTS:
            at = Moment(NOW - days * DAY)
            added = store.articles.add(Draft(title, text, source=source, published=at), now=NOW)
            found = analyse_figures(text, language="de", date=at)
            entities = (town_in(text),) if "Hamra" in text else ()
            store.analyses.put(added.id, 1, replace(found, entities=entities))
    return library


def line_with(app, *words: str) -> str:
    return next(
        (line for line in screen_text(app).splitlines() if all(word in line for word in words)), ""
    )


def cursor_line(app) -> str:
    rows = app.screen.query_one(LineList)
    return "".join(part.text for part in rows.lines[rows.cursor].parts(120))


async def open_figures(pilot, app) -> None:
    await until(pilot, lambda: len(app.main.listing.rows) == 7)
    await pilot.press("number_sign")
    await until(pilot, lambda: "of 7 articles" in screen_text(app))


async def test_the_figures_of_a_list_stand_with_what_they_measure_and_lead_there_and_back(
    make_app, counted
):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await open_figures(pilot, app)
        assert line_with(app, "4,500", "Soldaten", "In Hamra starben", "Kurier")
        assert line_with(app, "310,000", "Weizen", "Bauern")
        await pilot.press("S")
        await until(pilot, lambda: "largest first" in screen_text(app))
        await pilot.press(*"jj")
        lit = cursor_line(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        figure = app.main.reading.fact()
        assert f"{figure.value:,}" in lit
        await pilot.press("less_than_sign")
        await until(pilot, lambda: bool(line_with(app, "310,000", "Weizen")))
        await until(pilot, lambda: "of 7 articles" in screen_text(app))
        assert cursor_line(app) == lit
        assert "largest first" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "LIST")


async def test_figures_of_one_subject_stand_together_with_their_chart(make_app, counted):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await open_figures(pilot, app)
        await pilot.press("t")
        await until(pilot, lambda: bool(line_with(app, "Weizen", "2 figures")))
        assert "▁" in line_with(app, "Weizen", "2 figures")
        while "310,000" not in cursor_line(app):
            await pilot.press("j")
        await until(pilot, lambda: bool(line_with(app, "Weizen", "● Kurier", "■ Bote")))
        await pilot.press("c")
        await until(pilot, lambda: not line_with(app, "● Kurier", "■ Bote"))


async def test_a_figure_is_filtered_by_any_words_and_an_empty_list_says_what_to_do(
    make_app, counted
):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_figures(pilot, app)
        await pilot.press("slash", *"bauern bote")
        await until(pilot, lambda: "1 figure " in screen_text(app))
        assert line_with(app, "270,000", "Weizen")
        assert not line_with(app, "310,000")
        await pilot.press(*"xyz")
        await until(pilot, lambda: "No figure here with" in screen_text(app))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: bool(line_with(app, "310,000")))
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "LIST")
        await pilot.press("slash", *"Straßenfest", "enter")
        await until(pilot, lambda: len(app.main.listing.rows) == 1)
        await pilot.press("number_sign")
        await until(pilot, lambda: "No figures in these articles." in screen_text(app))


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 20)])
async def test_two_sentences_stand_beside_each_other_with_the_verdict(make_app, counted, size):
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await open_figures(pilot, app)
        while "4,500" not in cursor_line(app) or "Hamra" not in cursor_line(app):
            await pilot.press("j")
        await pilot.press("i")
        await until(pilot, lambda: "1 other article" in " ".join(screen_text(app).split()))
        shown = screen_text(app)
        assert line_with(app, "contradicts", "6,000")
        assert "Armee" in shown
        assert "Lund" in shown
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        assert app.main.reading.article.title == "Verluste in Hamra"
        await pilot.press("less_than_sign")
        await until(pilot, lambda: "The same figure elsewhere" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "of 7 articles" in screen_text(app))


async def test_from_the_text_a_figure_leads_to_others_and_to_those_of_its_subject(
    make_app, counted
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 7)
        await pilot.press("slash", *"Abzug Hamra", "enter")
        await until(pilot, lambda: len(app.main.listing.rows) == 1)
        await pilot.press("enter", "f", "right_square_bracket", "g", "i")
        await until(pilot, lambda: "Dates are not compared" in screen_text(app))
        await pilot.press("right_square_bracket", "g", "i")
        await until(pilot, lambda: bool(line_with(app, "contradicts", "6,000")))
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("number_sign")
        await until(pilot, lambda: 'subject:"Soldaten"' in screen_text(app))
        await until(pilot, lambda: bool(line_with(app, "6,000", "Soldaten")))
        assert not line_with(app, "Weizen")


async def test_the_digest_says_what_came_in_what_was_corrected_and_leads_there(make_app, counted):
    with Store.open(counted) as store:
        for _ in group_waiting(store):
            pass
        at = Moment(NOW - DAY)
        text = TEXTS[0][2].replace("4.500", "4.700")
        keep_text(store, 4, Draft(TEXTS[0][0], text, source="Kurier", published=at), now=NOW)
        store.analyses.put(4, 2, analyse_figures(text, language="de", date=at))
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 7)
        await pilot.press("g", "d")
        await until(pilot, lambda: "Digest: the last day" in screen_text(app))
        await until(pilot, lambda: bool(line_with(app, "4,500", "4,700", "Soldaten")))
        assert line_with(app, "6,000", "Soldaten", "Lund")
        assert not line_with(app, "310,000")
        assert "Sources contradict each other" in screen_text(app)
        while "≠" not in cursor_line(app):
            await pilot.press("j")
        await until(pilot, lambda: bool(line_with(app, "”  ≠ ")))
        assert {"4,700" in cursor_line(app), "6,000" in cursor_line(app)} == {True, False}
        for _ in range(3):
            await pilot.press("plus")
        await until(pilot, lambda: "the last 7 days" in screen_text(app))
        await pilot.press("plus")
        await until(pilot, lambda: bool(line_with(app, "310,000", "Weizen")))
        while "310,000" not in cursor_line(app):
            await pilot.press("j")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        assert app.main.reading.article.title == "Ernte"
        await pilot.press("less_than_sign")
        await until(pilot, lambda: "the last 14 days" in screen_text(app))
        await until(pilot, lambda: "310,000" in cursor_line(app))
