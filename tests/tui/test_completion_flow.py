"""While a query is typed the line offers how it may go on; keys mean what they meant where it offers nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.store import Store
from tests.conftest import NOW, a_draft
from tests.tui.conftest import screen_text, until

NAMES = ("Deutsche Bank", "Deutsche Bank", "Deutsche Post", "Siemens", "Dänemark")


@pytest.fixture
def said(library):
    """Five more articles with a figure each."""
    with Store.open(library) as store:
        for number, name in enumerate(NAMES):
            added = store.articles.add(
                a_draft(f"Text {number} of {name}.", guid=f"{number}"), now=NOW
            )
            figure = Figure(Span(0, 1), "", "count", Decimal(5), of=name, noun="Soldaten")
            place = Entity("Dänemark", "LOC", (Mention(Span(0, 1), ""),))
            store.analyses.put(added.id, 1, Analysis("t", "de", (figure,), (place,)))
    return library


async def begin(pilot, app, *keys: str) -> None:
    await until(pilot, lambda: app.main.has_deferred_panes and app.main.listing.is_whole)
    await pilot.press("slash", *keys)


def line(app):
    return app.main.query_one("#query")


def footer(app) -> str:
    return screen_text(app).splitlines()[-1]


async def test_fields_and_values_are_offered_and_taken_by_tab(make_app, said):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, *"spe")
        await until(pilot, lambda: "speaker:" in footer(app))
        assert line(app).value == "spe"
        await pilot.press("tab")
        assert line(app).value == "speaker:"
        line(app).value = ""
        await pilot.press(*"of:d")
        await until(pilot, lambda: '"deutsche bank"  Dänemark  "deutsche post"' in footer(app))
        seen = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab", "shift+tab"):
            await pilot.press(key)
            seen.append(line(app).value)
        assert seen == [
            'of:"deutsche bank"', "of:Dänemark", 'of:"deutsche post"', 'of:"deutsche bank"',
            'of:"deutsche post"', "of:Dänemark",
        ]  # fmt: skip
        assert line(app).has_focus
        await until(pilot, lambda: len(app.main.listing.rows) == 1)
        # What is typed on is the person's own, and what was offered for it is gone.
        await pilot.press("space", *"x")
        await until(pilot, lambda: "deutsche" not in footer(app))
        await pilot.press("tab")
        assert not line(app).has_focus


async def test_right_takes_an_offer_only_where_the_line_ends(make_app, said):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, *"role:del")
        await until(pilot, lambda: "delta" in footer(app))
        await pilot.press("left", "right")
        assert line(app).value == "role:del"
        await pilot.press("right")
        assert line(app).value == "role:delta"


async def test_enter_and_esc_take_nothing(make_app, said):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, *"of:siem")
        await until(pilot, lambda: "siemens" in footer(app))
        await pilot.press("enter")
        assert app.main.listing.view.query in ("of:siem", "of:siem*")
        assert "siemens" not in footer(app)
        await pilot.press("slash", *"is:")
        await until(pilot, lambda: "unread" in footer(app))
        await pilot.press("escape")
        await until(pilot, lambda: not line(app).has_focus)
        assert "is:" not in footer(app)


async def test_a_mistake_is_marked_where_it_stands(make_app, said):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, *"figure>many Text")
        await until(pilot, lambda: line(app).marked == ["figure>many"])
        await pilot.press("enter")
        await until(pilot, lambda: "is not a number" in screen_text(app))
        await pilot.press("slash")
        line(app).value = "is:unraed (Text"
        await pilot.press("enter")
        await until(pilot, lambda: line(app).marked == ["is:unraed", "("])
