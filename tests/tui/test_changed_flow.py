"""A corrected number is the news: the list has a sign, the article begins with it, notes on it are found."""

from __future__ import annotations

import pytest

from lesart.anchor import make_anchor
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.analyse import analyse_now
from lesart.services.save_article import keep
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

OLD = "In Niger stehen 4.500 Soldaten, sagte der Minister. Der Einsatz dauert bis Mai."
NEW = OLD.replace("4.500", "6.000")


def bring(library, text: str, now: int) -> int:
    with Store.open(library) as store:
        draft = Draft("Soldaten in Niger", text, guid="niger", published=Moment(NOW + 60))
        added = keep(store, draft, now=now)
        analyse_now(store, added.id)
    return added.id


@pytest.fixture
def noted(library):
    """An article with a note on a number, and one on other words."""
    article = bring(library, OLD, NOW)
    with Store.open(library) as store:
        for words in ("4.500 Soldaten", "bis Mai"):
            span = Span(OLD.index(words), OLD.index(words) + len(words))
            store.annotations.add(article, make_anchor(OLD, span), now=NOW, note=f"on {words}")
    return library


def line_with(app, words: str) -> str:
    return next((line for line in screen_text(app).splitlines() if words in line), "")


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 20)])
async def test_a_number_that_is_corrected_meanwhile_shows_in_list_article_and_notes(
    make_app, noted, size
):
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Soldaten in Niger" in screen_text(app))
        assert "Δ" not in screen_text(app)
        bring(noted, NEW, NOW + 3600)
        await until(pilot, lambda: "Δ Soldaten in" in screen_text(app))
        assert "Δ" not in line_with(app, "Letzte Truppen")
        await pilot.press("g", "enter")
        await until(pilot, lambda: "4,500 → 6,000" in screen_text(app))
        lines = screen_text(app).splitlines()
        said = next(at for at, line in enumerate(lines) if "4,500 → 6,000 · Soldaten" in line)
        titled = [
            at for at, line in enumerate(lines) if "Soldaten in Niger" in line and "Δ" not in line
        ]
        assert said < max(titled)
        assert "In Niger stehen 6.000" in screen_text(app)
        await pilot.press("D")
        await until(pilot, lambda: "Text 1 → 2" in screen_text(app))
        words = screen_text(app)
        assert words.rindex("4,500 → 6,000") < words.index("4.500")
        await pilot.press("escape", "N")
        await until(pilot, lambda: "Notes · 2" in screen_text(app))
        await pilot.press("D")
        await until(pilot, lambda: "Notes · 1" in screen_text(app))
        assert "4.500 Soldaten → 6.000 Soldaten" in screen_text(app)
        await pilot.press("D")
        await until(pilot, lambda: "Notes · 2" in screen_text(app))


async def test_without_a_touched_note_it_is_said_so(make_app, noted):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("N")
        await until(pilot, lambda: "Notes · 2" in screen_text(app))
        await pilot.press("D")
        await until(pilot, lambda: "No corrected text has touched" in screen_text(app))


async def test_the_sign_is_there_from_the_start_and_has_an_ascii_twin(make_app, noted):
    bring(noted, NEW, NOW + 3600)
    app = make_app(glyphs="ascii")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "% Soldaten in Niger" in screen_text(app))
