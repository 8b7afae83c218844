"""Keys of one's own: by what is printed on them; what cannot be had is said, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesart.config import Config, read_config
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.commands import COMMANDS, key_names
from lesart.tui.keymap import read_keys
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until


def starred(library) -> bool:
    with Store.open(library) as store:
        return any(one and one.is_starred for one in store.articles.headlines([1, 2, 3]))


def app_with(library, **settings) -> LesartApp:
    return LesartApp(Config(library=library, **settings), now=lambda: float(NOW))


@pytest.mark.parametrize(
    ("written", "pressed"), [("%", "percent_sign"), ("f6", "f6"), ("ctrl+y,f7", "f7")]
)
async def test_a_command_answers_to_the_key_it_was_given(library, written, pressed):
    app = app_with(library, keys={"star": written})
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press(pressed)
        await until(pilot, lambda: starred(library))
        await pilot.press("question_mark")
        await until(pilot, lambda: "Keys · LIST" in screen_text(app))


async def test_the_footer_shows_the_key_as_it_is_now(library):
    app = app_with(library, keys={"star": "%"})
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: "% star" in screen_text(app))


@pytest.mark.parametrize(
    ("id", "key", "says"),
    [
        ("star", "j", "The key j is taken (Down); “star” stays on s."),
        ("star", "m", "The key m is taken (read/unread); “star” stays on s."),
        ("starr", "x", "did you mean “star”?"),
        ("star", "ctrl + x", "is no key for “star”"),
        ("star", "", "is no key for “star”"),
    ],
)
def test_a_key_that_cannot_be_had_is_told_and_the_old_one_stays(id, key, says):
    keys, [problem] = read_keys({id: key})
    assert keys == {}
    assert says in problem


def test_a_sign_with_ctrl_or_alt_is_written_as_it_is_printed():
    keys, problems = read_keys({"star": "alt+<", "read": "ctrl+_"})
    assert problems == []
    assert [key_names(keys[id]) for id in ("star", "read")] == ["alt+<", "ctrl+_"]


def test_two_commands_may_change_places():
    keys, problems = read_keys({"star": "m", "read": "s"})
    assert (keys, problems) == ({"star": "m", "read": "s"}, [])


async def test_settings_that_are_not_known_are_told_on_the_screen(library):
    app = app_with(library, keys={"star": "j"}, theme="nope")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "“star” stays on s" in screen_text(app))
        await pilot.press("question_mark")
        await until(pilot, lambda: "no theme “nope”" in screen_text(app))


def test_the_readme_names_every_command_that_can_be_given_a_key():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [command.id for command in COMMANDS if f"`{command.id}`" not in readme] == []


@pytest.mark.parametrize(
    ("settings", "environment", "locale"),
    [
        ('language = "de"', {"LANG": "en_GB.UTF-8"}, "de"),
        ('language = "de"\nlocale = "fr"', {"LANG": "en_GB.UTF-8"}, "fr"),
        ("", {"LANG": "fr_FR.UTF-8"}, "fr"),
        ("", {"LC_ALL": "C.UTF-8", "LANGUAGE": "de"}, "de"),
        ("", {"LC_ALL": "C"}, "en"),
    ],
)
def test_numbers_stand_as_in_the_language_of_the_sentences_around_them(
    settings, environment, locale
):
    assert read_config(settings, environment, Path("/nowhere")).locale == locale


def test_a_locale_nobody_knows_is_told():
    config = read_config('locale = "xx"', {"LANG": "de_DE.UTF-8"}, Path("/nowhere"))
    assert config.locale == "de"
    assert "“xx” is not known" in config.problems[0]
