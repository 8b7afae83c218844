"""A tour of six steps: done by its keys, left by esc, and not shown again unasked."""

from __future__ import annotations

import pytest

from lesart.config import Config
from lesart.store import Store
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

STEPS = (
    (("enter",), "Facts", "Fakten"),
    (("right_square_bracket",), "Highlight", "Markieren"),
    (("V", "enter"), "Note", "Notiz"),
    (("c", "w", "h", "o", "?", "ctrl+s"), "Search", "Suchen"),
    (("backslash", "b", "a", "n", "k", "enter"), "Export", "Export"),
)
"""What a step asks for, and what the one after it is called."""


def words(app: LesartApp) -> str:
    return " ".join(screen_text(app).split())


async def begin(pilot, app) -> None:
    await pilot.press("colon", *"tour", "enter")
    await until(pilot, lambda: "1/6 " in words(app))


@pytest.mark.parametrize(
    ("language", "size"), [("en", (80, 24)), ("de", (80, 24)), ("de", (60, 20))]
)
async def test_who_does_what_it_says_comes_to_its_end(make_app, language, size):
    app = make_app(language=language)
    async with app.run_test(size=size) as pilot:
        await begin(pilot, app)
        assert ("Lesen" if language == "de" else "Read") in words(app)
        for number, (keys, english, german) in enumerate(STEPS, 2):
            await pilot.press(*keys)
            title = german if language == "de" else english
            await until(pilot, lambda head=f"{number}/6 {title}": head in words(app))
        await pilot.press("E")
        await until(pilot, lambda: "6/6" not in words(app))
        await pilot.press("escape")
        end = "Das war der Rundgang" if language == "de" else "That was the tour"
        await until(pilot, lambda: end in words(app))


async def test_esc_leaves_it_at_every_step_and_what_was_done_stays(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for steps in range(len(STEPS) + 1):
            await begin(pilot, app)
            for number in range(2, steps + 2):
                await pilot.press("colon", *"tour", "enter")
                await until(pilot, lambda head=f"{number}/6 ": head in words(app))
            await pilot.press("escape")
            await until(pilot, lambda: "/6 " not in words(app) and "The tour is left" in words(app))
        await pilot.press("enter")
        await until(pilot, lambda: "READ" in words(app))
        await pilot.press("colon", *"tour", "enter")
        await until(pilot, lambda: "2/6 " in words(app))  # an article is open already
        await pilot.press("escape")
        await until(pilot, lambda: "The tour is left" in words(app))
        assert app.main.is_reading  # esc was the tour's alone


async def test_it_begins_at_the_first_start_and_never_again_unasked(tmp_path):
    path = tmp_path / "library.sqlite"
    for is_first in (True, False):
        app = LesartApp(Config(library=path), now=lambda: float(NOW), wants_samples=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: "Sample articles:" in words(app), seconds=60)
            if is_first:
                await until(pilot, lambda app=app: "1/6 Read" in words(app))
            else:
                await pilot.pause(0.5)
                assert "1/6" not in words(app)
        with Store.open(path) as store:
            assert store.settings.get("tour") == "begun"


async def test_it_is_there_at_once_where_it_was_asked_for_on_the_command_line(library):
    with Store.open(library) as store:
        store.settings.set("tour", "begun")  # not the first time
    app = LesartApp(Config(library=library, locale="en"), now=lambda: float(NOW), wants_tour=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1/6 " in words(app))
