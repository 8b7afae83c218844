"""Everything that once broke something, by name: found by fuzzing, by random keys, by hostile words."""

from __future__ import annotations

import asyncio
import json

import pytest
from textual import events

from lesart.cli.output import iso
from lesart.config import Config
from lesart.feeds.http.addresses import absolute, typed
from lesart.model.errors import LesartError
from lesart.model.moment import Moment
from lesart.store.rows import blocks_from_json, enclosures_from_json, tags_from_json
from lesart.text.clean import clean_text
from lesart.tui.app import LesartApp
from lesart.tui.rendering.cells import graphemes, guarded, painted, width_of
from tests.conftest import NOW

# ------------------------------------------------------------------ found by fuzzing


@pytest.mark.parametrize("words", ["\x08", "ftp://\x1b[2J", "x" * 5000 + "\x07"])
def test_an_error_about_an_address_repeats_it_clean(words):
    with pytest.raises(LesartError) as error:
        typed(words)
    assert str(error.value).isprintable()


@pytest.mark.parametrize("mark", ["\ufff9", "\ufeff", "\u2060", "\ud800", "\U000e0041"])
def test_an_address_holds_no_invisible_marks(mark):
    assert absolute(f"https://x.org/{mark}a") == "https://x.org/a"


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        "",
        1,
        [[]],
        [None],
        [["link", 0, "x", 1, ""]],
        [["link", 5, 2, 0, ""]],
        [["quote", 0, 1, 0, None]],
    ],
)
def test_a_column_of_nonsense_is_an_empty_one(value):
    assert blocks_from_json(json.dumps(value)) == ()
    enclosures_from_json(json.dumps(value))
    assert tags_from_json(json.dumps([value, "tag"]))[-1:] == ("tag",)
    assert tags_from_json("{") == blocks_from_json("[") == enclosures_from_json("x") == ()


@pytest.mark.parametrize("seconds", [2**62, -(2**62), 253_402_300_800])
def test_a_date_that_no_calendar_has_is_none(seconds):
    assert iso(Moment(seconds)) is None


@pytest.mark.parametrize("mark", ["\x1f", "\x0b", "\ufffe", "\x1b[31m", "\x00", "\x0c"])
def test_a_page_with_a_control_character_is_read(mark):
    from lesart.feeds.pages.fulltext import extract

    words = "Some words that tell a story which is long enough to be one. " * 20
    page = extract(f"<p>{mark}<script></script>{words}{mark}</p>".encode(), "https://x.org/")
    assert page.text.startswith("Some words")


# ------------------------------------------------------------------ found by looking at columns


@pytest.mark.parametrize(
    ("text", "shown", "cells"),
    [
        ("👨‍👩‍👧‍👦!", "👨!", 3), ("🇩🇪", "DE", 2), ("👍🏽", "👍", 2), ("❤️", "❤ ", 2), ("ශ්‍රී", "ශ්රී", 2),
        ("a\u200db", "ab", 2), ("\u200d👩", "👩", 2), ("e" + "\u0301" * 40, "e" + "\u0301" * 8, 1), ("x\ufe0fy", "xy", 2),
    ],
)  # fmt: skip
def test_what_terminals_disagree_about_is_painted_as_wide_as_it_is_said_to_be(text, shown, cells):
    assert painted(text) == shown
    assert width_of(text) == sum(g.width for g in graphemes(text)) == cells


def test_a_line_that_another_widget_measured_keeps_its_width():
    assert guarded("a\x1b[31mb") == "a[31mb"
    assert guarded("a\u202eb\u2069\x9b") == "ab"
    assert guarded("\x00\r\n") == ""
    assert guarded("👩‍👩x") == "👩x"


# ------------------------------------------------------------------ found by random keys


@pytest.fixture
def app(tmp_path, monkeypatch):
    from lesart.tui.controllers.children import Children

    monkeypatch.setattr(Children, "run", lambda self, work: work.close())
    return LesartApp(Config(library=tmp_path / "library.sqlite"), now=lambda: float(NOW))


async def test_a_page_up_in_the_palette_before_its_list_is_there(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.action_command_palette()
        await asyncio.sleep(0)
        await pilot.press("x", "y", "z", "q", "pageup", "pagedown", "escape")


async def test_enter_twice_in_a_list_of_choices_answers_once(app):
    from lesart.tui.screens.dialogs import Choose

    answers = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Choose("Which?", ["a", "b"]), answers.append)
        await pilot.pause()
        screen = app.screen
        screen.dismiss(1)
        screen.dismiss(0)
        await pilot.pause()
        assert answers == [1]
        assert app.screen is app.main


async def test_a_terminal_of_one_cell_shows_what_it_can(app):
    from lesart.tui.screens.dialogs import Ask, Choose

    async with app.run_test(size=(1, 1)) as pilot:
        await pilot.press("f2", "colon", "x", "escape")
        app.push_screen(Choose("Which?", ["a long line of words"] * 9))
        await pilot.pause()
        await pilot.press("escape")
        app.push_screen(Ask("Tags", "", ["one", "two"]))
        await pilot.resize_terminal(3, 2)
        await pilot.press("escape", "question_mark", "escape")


@pytest.mark.parametrize(
    "keys",
    [
        {"star": ""},
        {"star": ",,"},
        {"star": "[/]"},
        {"": "x"},
        {"no such": "j"},
        {"star": "\x1b"},
        {"list.down": "ctrl+ctrl+x,é"},
        {"quit": "j"},
    ],
)
async def test_any_keymap_lets_the_screen_start(tmp_path, keys):
    app = LesartApp(
        Config(library=tmp_path / "l.sqlite", keys=keys, theme="[/]", locale="xx"),
        now=lambda: float(NOW),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "escape", "colon", "escape")


async def test_keys_typed_on_after_leaving_are_nobodys(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screens = list(app._screen_stack)
        app._screen_stack.clear()
        await app.on_event(events.Key("j", "j"))
        await app.on_event(events.Paste("words"))
        app._screen_stack.extend(screens)


# ------------------------------------------------------------------ found by atheris


def test_a_joiner_goes_with_the_mark_it_held_on_to():
    tower = "ϿK" + "\u0303" * 7 + "\u0c03\u200c\u0311x"
    once = clean_text(tower)
    assert clean_text(once) == once
