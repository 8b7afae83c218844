"""A correction that cannot be stored as it was meant is not lost: what was typed is offered again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from lesart.analysis.verdicts import fields_of
from lesart.services import verdict_changes
from lesart.services.verdict_changes import VerdictChange, judge
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until
from tests.tui.test_loud import toasts
from tests.tui.test_writes_flow import deaf, revise  # noqa: F401

GONE = IRAQ.replace("Etwa 4.500 Soldaten kamen ums Leben, wie Barack Obama sagte. ", "")
REFUSED = "Another screen has judged this meanwhile"
OFFERED = "Not stored; = offers again what you typed."


def judged_elsewhere(library: Path, value: str) -> None:
    """Another screen corrects the first figure."""
    with Store.open(library) as store:
        article = store.articles.get(1)
        figure = store.analyses.get(1).figures[0]
        correction = fields_of(figure) | {"value": value}
        change = VerdictChange(article, "figure", figure.span, figure, "corrected", correction)
        assert judge(store, change, now=NOW).inverse is not None


def stored(library: Path) -> tuple[str, int]:
    """The first figure's value, and how many corrections are kept for later."""
    with Store.open(library) as store:
        figures = store.analyses.get(1).figures
        return f"{figures[0].value:f}", len(store.settings.drafts("figure:"))


def field(app, name: str) -> Input:
    return app.screen.query_one(f"#field-{name}", Input)


async def correct(pilot, app, title: str = "Correct “4.500”") -> None:
    await pilot.press("equals_sign")
    await until(pilot, lambda: title in screen_text(app))


async def begin(pilot, app) -> None:
    await pilot.press("enter")
    await until(pilot, lambda: "≈ 4,500" in screen_text(app))
    await pilot.press("right_square_bracket")
    await correct(pilot, app)


async def test_what_was_typed_over_another_screens_verdict_is_offered_on_what_that_one_says(
    make_app, library, deaf  # noqa: F811
):  # fmt: skip
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app)
        field(app, "value").value = "4700"
        field(app, "noun").value = "soldiers"
        judged_elsewhere(library, "4600")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: REFUSED in screen_text(app))
        assert OFFERED in screen_text(app)
        assert stored(library) == ("4600", 1)
        await correct(pilot, app, "Correct “4.500” (as you typed it before)")
        assert (field(app, "value").value, field(app, "noun").value) == ("4700", "soldiers")
        await pilot.press("escape")
    again = make_app()
    async with again.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: again.main.has_deferred_panes)
        again.main.reading.open(1)
        await until(pilot, lambda: "≈ 4,600" in screen_text(again))
        await pilot.press("right_square_bracket")
        await correct(pilot, again, "(as you typed it before)")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stored(library) == ("4700", 0))
        await until(pilot, lambda: "≈ 4,700" in screen_text(again))
        await correct(pilot, again)
        assert "as you typed" not in screen_text(again)


async def test_a_kept_correction_is_gone_once_the_reader_is_content_with_what_is_there(
    make_app, library, deaf  # noqa: F811
):  # fmt: skip
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app)
        field(app, "value").value = "4700"
        judged_elsewhere(library, "4600")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: OFFERED in screen_text(app))
        await correct(pilot, app, "(as you typed it before)")
        field(app, "value").value = "4600"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stored(library) == ("4600", 0))


async def test_what_was_typed_of_words_that_are_gone_is_shown_at_the_next_correction(
    make_app, library, deaf  # noqa: F811
):  # fmt: skip
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app)
        field(app, "value").value = "4700"
        revise(library, GONE)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "These words are not in the text any more" in screen_text(app))
        assert OFFERED in screen_text(app)
        with Store.open(library) as store:
            from lesart.services.analyse import analyse_now

            analyse_now(store, 1)
        app.main.reading.look_again()
        await until(pilot, lambda: "4.500" not in app.main.reading.reader.text)
        await until(pilot, lambda: app.main.reading.analysis is not None)
        await pilot.press("right_square_bracket")
        await correct(pilot, app, "Correct “157”")
        assert "Typed before, of words that are gone: “4.500”: value 4700." in screen_text(app)
        assert field(app, "value").value == "157"
        field(app, "value").value = "158"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stored(library) == ("158", 0))


async def test_a_correction_that_a_bug_kept_from_being_stored_is_offered_again(
    make_app, library, monkeypatch
):
    app = make_app()
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await begin(pilot, app)
        field(app, "value").value = "4700"
        with monkeypatch.context() as broken:
            broken.setattr(verdict_changes, "judge", lambda *_, **__: {}["nobody foresaw this"])
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "its report lies in" in toasts(app))
        await until(pilot, lambda: OFFERED in screen_text(app))
        await correct(pilot, app, "(as you typed it before)")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stored(library) == ("4700", 0))


@pytest.mark.parametrize("words", ["no JSON", "[1]", '{"value": 7}', '"4700"'])
async def test_what_no_lesart_has_written_is_not_offered(make_app, library, words):
    from lesart.services.correction_drafts import correction_draft

    with Store.open(library) as store:
        article = store.articles.get(1)
        span = store.analyses.get(1).figures[0].span
        store.settings.save_draft(correction_draft(article, "figure", span).key, words, now=NOW)
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app)
        assert field(app, "value").value == "4500"
        assert "as you typed" not in screen_text(app)
