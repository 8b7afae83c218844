"""Entities across all articles: a list, a page for each, into an article and back to the same line."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.asking.grouping import group_waiting
from lesart.store import Store
from lesart.tui.widgets.line_list import LineList
from tests.conftest import NOW
from tests.tui.conftest import mark, screen_text, until

DAY = 86_400
TEXTS = (
    ("Putin in Ankara", "Vladimir Putin sprach in Ankara. Er nannte 300 Lastwagen.",
     (("Vladimir Putin", "PER"), ("Ankara", "LOC")), 1),
    ("Besuch in Kiew", "Wladimir Putin war nie in Kiew. Wladimir Putin nannte 40 Busse.",
     (("Wladimir Putin", "PER"), ("Kiew", "LOC")), 9),
    ("Konzert in Ankara", "In Ankara sangen 90 Kinder.", (("Ankara", "LOC"),), 20),
)  # fmt: skip


@pytest.fixture
def named(library):
    """Three more articles that name two people and two towns, one person in two spellings."""
    with Store.open(library) as store:
        for title, text, entities, days in TEXTS:
            draft = Draft(title, text, source="Bote", published=Moment(NOW - days * DAY))
            added = store.articles.add(draft, now=NOW)
            figures = tuple(
                Figure(mark(text, number), number, "count", Decimal(number), noun=noun,
                       sentence=mark(text, sentence))
                for number, noun, sentence in (
                    ("40", "Busse", "Wladimir Putin nannte 40 Busse."),
                    ("90", "Kinder", "In Ankara sangen 90 Kinder."),
                )
                if number in text
            )  # fmt: skip
            found = tuple(
                Entity(
                    name,
                    kind,  # type: ignore[arg-type]
                    tuple(Mention(Span(*at.span()), name) for at in re.finditer(name, text)),
                )
                for name, kind in entities
            )
            store.analyses.put(added.id, 1, Analysis("test/1", "de", figures, found))
        text = TEXTS[1][1]
        store.annotations.add(
            5, make_anchor(text, mark(text, "Wladimir Putin war nie")), now=NOW, note="stimmt das?"
        )
        for _ in group_waiting(store):
            pass
    return library


def lines(app) -> list[str]:
    return screen_text(app).splitlines()


def line_with(app, words: str) -> str:
    return next((line for line in lines(app) if words in line), "")


async def open_entities(pilot, app) -> None:
    await pilot.press("at")
    await until(pilot, lambda: "Ankara " in screen_text(app))


async def test_entities_are_listed_filtered_by_letters_and_narrowed_to_a_kind(make_app, named):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_entities(pilot, app)
        putin = line_with(app, "Putin")
        assert " 2 " in putin, "both spellings are counted together"
        assert "Vladimir Putin" in putin
        assert "Wladimir Putin" in putin
        await pilot.press("tab")
        await until(pilot, lambda: "Ankara" not in screen_text(app))
        await pilot.press("tab")
        await until(pilot, lambda: "Putin" not in screen_text(app))
        await pilot.press("shift+tab", "shift+tab", "slash", *"kie")
        await until(pilot, lambda: "Kiew" in screen_text(app) and "Ankara" not in screen_text(app))
        await pilot.press("x", "x")
        await until(pilot, lambda: "No names with “kiexx”" in screen_text(app))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: "Ankara" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)


async def test_a_page_says_all_of_one_entity_and_every_line_leads_there_and_back(make_app, named):
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await open_entities(pilot, app)
        await pilot.press("slash", *"putin", "enter")
        await until(pilot, lambda: "Ankara" not in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Names and spellings" in screen_text(app))
        page = screen_text(app)
        for words in ("· person · 2 articles", "Wladimir Putin  person, 1 article", "stimmt das?",
                      "Together with", "40", "Busse", "Putin in Ankara", "Besuch in Kiew"):  # fmt: skip
            assert words in page
        # A figure stands in the article where it is said, and esc comes back to its line.
        rows = app.screen.query_one(LineList)
        while "Busse" not in "".join(p.text for p in rows.lines[rows.cursor].parts(90)):
            await pilot.press("j")
        here = rows.cursor
        for back in ("escape", "less_than_sign"):
            await pilot.press("enter")
            await until(pilot, lambda: app.main.mode == "READ")
            assert "40 Busse" in screen_text(app)
            article = app.main.the.reading.article
            assert article.text[app.main.the.reading.reader.cursor :].startswith("40 Busse")
            await pilot.press(back)
            await until(pilot, lambda: "Names and spellings" in screen_text(app))
            await until(pilot, lambda: app.screen.query_one(LineList).cursor == here)
        await pilot.press("escape")
        await until(pilot, lambda: "tab kind" in screen_text(app))
        await until(pilot, lambda: "putin" in screen_text(app), 2)


async def test_a_name_in_a_text_leads_to_its_page_and_the_page_to_others(make_app, named):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        app.main.mount_deferred_panes()
        app.main.the.reading.open(4)
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("e", "right_square_bracket", "at")
        await until(pilot, lambda: "person · 2 articles" in screen_text(app))
        await pilot.press("right_square_bracket", "enter")
        await until(pilot, lambda: " place · " in lines(app)[0])
        await pilot.press("escape")
        await until(pilot, lambda: "person · 2 articles" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)
        assert app.main.mode == "READ"


async def test_a_library_without_names_says_how_names_come(make_app, tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(Draft("One", "A text."), now=NOW)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("at")
        await until(pilot, lambda: "lesart analyse --waiting" in screen_text(app))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: app.screen is app.main)


async def test_two_are_made_one_and_a_name_is_taken_off_by_keys_and_u_takes_it_back(
    make_app, named
):
    app = make_app()
    async with app.run_test(size=(110, 30)) as pilot:
        await open_entities(pilot, app)
        rows = app.screen.query_one(LineList)

        async def to(name: str) -> None:
            await pilot.press("g")
            while name not in "".join(p.text for p in rows.lines[rows.cursor].parts(100)):
                await pilot.press("j")

        await to("Kiew")
        await pilot.press("B")
        assert "“Kiew”: now B on" in screen_text(app)
        await pilot.press("escape")
        assert "now B on" not in screen_text(app)
        await pilot.press("B")
        await to("Ankara")
        await pilot.press("B")
        await until(pilot, lambda: "“Kiew” and “Ankara” are one now; u takes" in screen_text(app))
        await until(pilot, lambda: " 3 " in line_with(app, "Ankara  Kiew"))
        await pilot.press("u")
        await until(pilot, lambda: " 1 " in line_with(app, " Kiew "))
        await pilot.press("U")
        await until(pilot, lambda: "Ankara  Kiew" in screen_text(app))
        # Its page can take the name off again.
        await pilot.press("enter")
        await until(pilot, lambda: "Names and spellings" in screen_text(app))
        page = app.screen.query_one(LineList)
        while "Kiew  place" not in "".join(p.text for p in page.lines[page.cursor].parts(100)):
            await pilot.press("j")
        await pilot.press("minus")
        await until(pilot, lambda: "“Kiew” stands for itself now" in screen_text(app))
        await until(pilot, lambda: "Kiew  place" not in screen_text(app))
        await pilot.press("minus")  # on a line that is no name, or the only one
        await pilot.press("u")
        await until(pilot, lambda: "Kiew  place" in screen_text(app))
    with Store.open(named) as store:
        assert [choice.is_same for choice in store.entity_choices.all()] == [True]
