"""Light or dark as the terminal is, a theme of one's choice, seen before it is taken."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lesart.config import Config
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.terminal_background import Answers, is_dark, may_be_asked, told_by
from tests.conftest import NOW
from tests.safety.terminal import Program
from tests.tui.conftest import screen_text, until

LIGHT_ANSWER = "\x1b]11;rgb:ffff/fafa/f0f0\x1b\\"


def kept(library: Path, key: str) -> str:
    with Store.open(library) as store:
        return store.settings.get(key)


# ------------------------------------------------------------------ what the terminal says


@pytest.mark.parametrize(
    ("answer", "dark"),
    [
        ("rgb:0000/0000/0000", True),
        ("rgb:1e1e/1e1e/2e2e", True),
        ("rgb:ffff/ffff/ffff", False),
        ("rgb:ff/fb/f0", False),
        ("rgba:2828/2c2c/3434/ffff", True),
        ("rgb:0000/0000/ffff", True),
        ("rgb:f/f/f", False),
        ("#ffffff", None),
        ("rgb:fffff/0/0", None),
        ("rgb:1/2", None),
        ("", None),
    ],
)
def test_a_colour_is_dark_or_light_or_no_colour(answer, dark):
    assert is_dark(answer) is dark


@pytest.mark.parametrize(
    ("value", "dark"),
    [("15;0", True), ("0;15", False), ("0;default;15", False), ("7;8", True), ("0;7", False),
     ("15;default", None), ("", None), ("0;99", None), ("0;²", None)],
)  # fmt: skip
def test_the_environment_may_tell_it(value, dark):
    assert told_by({"COLORFGBG": value}) is dark


def test_a_terminal_that_would_show_the_question_is_not_asked():
    assert not may_be_asked({"TERM": "linux"})
    assert not may_be_asked({})
    assert may_be_asked({"TERM": "xterm-256color"})


@pytest.mark.parametrize("end", ["\x1b\\", "\x07"])
def test_however_an_answer_is_cut_no_key_is_lost_or_made_of_it(end):
    answer = f"\x1b]11;rgb:dede/fafa/dddd{end}"
    typed = f"jj{answer}xk"
    for first in range(len(typed) + 1):
        for second in range(first, len(typed) + 1):
            if typed[:first].endswith(("\x1b", "\x1b]")) or typed[first:second].endswith(
                ("\x1b", "\x1b]")
            ):
                continue  # an escape by itself is the key, at once
            answers, keys, told = Answers(), "", []
            answers.awaited = 1
            for piece in (typed[:first], typed[first:second], typed[second:]):
                left, found = answers.without(piece)
                keys += left
                told += found
            assert (keys, told) == ("jjxk", ["rgb:dede/fafa/dddd"])


def test_what_only_looks_like_an_answer_goes_on_as_it_was_typed():
    answers = Answers()
    assert answers.without(LIGHT_ANSWER) == (LIGHT_ANSWER, [])  # nobody has asked
    answers.awaited = 1
    assert answers.without("\x1b]11;" + "x" * 60) == ("\x1b]11;" + "x" * 60, [])
    assert answers.without("\x1b[A") == ("\x1b[A", [])
    assert answers.without("\x1b") == ("\x1b", [])


@pytest.mark.parametrize(
    ("answer", "theme"),
    [
        ([LIGHT_ANSWER.encode()], "light"),
        ([b"\x1b]11;rgb:ffff/ff", b"ff/ffff\x1b\\"], "light"),
        ([b"\x1b]11;rgb:1010/1010/1010\x07"], "dark"),
        ([], ""),
    ],
)
def test_the_program_is_light_where_the_terminal_is(library, tmp_path, answer, theme):
    settings = tmp_path / "config.toml"
    settings.write_text('entities = "rules"\nlocale = "en"\n')
    command = [sys.executable, "-m", "lesart", "--db", str(library)]
    environment = {"HOME": str(tmp_path), "LESART_CONFIG": str(settings), "COLORFGBG": ""}
    with Program(command, **environment) as program:
        program.background = answer
        program.wait_for("Rates on hold")
        program.read(0.5, 4)
        light = b"48;2;251;250;247"  # the paper of our light theme
        assert (light in program.written) == (theme == "light")
        program.press("q")
        assert program.end(30) == 0
    assert kept(library, "background") == theme
    with Store.open(library) as store:  # none of the answer became a key
        rows = store.articles.headlines([1, 2, 3])
        assert not any(row.is_starred for row in rows if row)
        assert all(rows)


# ------------------------------------------------------------------ a theme of one's choice


async def test_a_theme_is_seen_while_choosing_left_as_it_was_by_esc_and_kept_by_enter(library):
    app = LesartApp(Config(library=library, locale="en"), now=lambda: float(NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        before = app.theme
        await pilot.press("f10", "j", "j")
        await until(pilot, lambda: app.theme == "lesart-light")
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == before)
        await pilot.press("f10", "j", "j", "enter")
        await until(pilot, lambda: app.theme == "lesart-light")
        await until(pilot, lambda: kept(library, "theme") == "lesart-light")
    again = LesartApp(Config(library=library, locale="en"), now=lambda: float(NOW))
    assert again.theme == "lesart-light"
    assert not again.follows_terminal
    again.follow_terminal(is_dark=True)  # somebody has chosen
    assert again.theme == "lesart-light"
    again.store.close()


async def test_one_may_go_back_to_what_the_terminal_is(library):
    with Store.open(library) as store:
        store.settings.set("theme", "lesart-light")
    app = LesartApp(Config(library=library, locale="en"), now=lambda: float(NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("f10", "home", "enter")
        await until(pilot, lambda: kept(library, "theme") == "")
        assert app.follows_terminal
        app.follow_terminal(is_dark=True)
        assert app.theme == "lesart-dark"


async def test_the_settings_file_wins_at_the_next_start_and_that_is_said(library):
    config = Config(library=library, locale="en", theme="lesart-dark")
    app = LesartApp(config, now=lambda: float(NOW))
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("f10", "j", "enter")
        await until(pilot, lambda: "next start" in screen_text(app))
    again = LesartApp(config, now=lambda: float(NOW))
    assert again.theme == "lesart-dark"
    again.store.close()


def test_colorfgbg_is_believed_before_the_first_frame(library, monkeypatch):
    monkeypatch.setenv("COLORFGBG", "0;15")
    app = LesartApp(Config(library=library, locale="en"), now=lambda: float(NOW))
    assert app.theme == "lesart-light"
    assert os.environ["COLORFGBG"] == "0;15"
    app.store.close()
