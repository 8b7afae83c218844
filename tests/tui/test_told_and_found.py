"""What the program says stays readable, and what it can do is found by a person's own words."""

from __future__ import annotations

import sys

import pytest

from lesart.config import Config, read_config
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.keymap import _motions
from lesart.tui.widgets.bars import FIRST_KEYS
from tests.conftest import NOW
from tests.safety.terminal import Program
from tests.tui.conftest import screen_text, until
from tests.tui.looking import style_of


async def ready(pilot, app) -> None:
    await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) > 0)


# ------------------------------------------------------------------ palette, help


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("theme", "Dark/light"),
        ("refresh", "Reload all"),
        ("subscribe feed", "Add"),
        ("favourite", "Star"),
        ("figure panel", "Figures"),
        ("whole article", "Article note"),
    ],
)
async def test_the_palette_finds_a_command_by_any_words_about_it(make_app, words, command):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "words of a command" in screen_text(app))
        await pilot.press(*(("space" if c == " " else c) for c in words))
        await until(pilot, lambda: f"{command}  (" in screen_text(app))


async def test_the_palette_does_what_it_found(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "words of a command" in screen_text(app))
        await pilot.press(*"dark")
        await until(pilot, lambda: "Dark/light  (" in screen_text(app))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.theme == "lesart-light")


async def test_help_moves_by_the_keys_of_every_list(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("question_mark")
        await until(pilot, lambda: "Keys · LIST" in screen_text(app))
        pager = app.screen.query_one("Pager")
        assert pager.max_scroll_y > 30
        seen = [pager.scroll_y]
        for key in ("j", "space", "ctrl+d", "G"):
            await pilot.press(key)
            await until(pilot, lambda: pager.scroll_y > seen[-1])
            seen.append(pager.scroll_y)
        assert seen[1] == 1
        assert pager.scroll_y == pager.max_scroll_y
        for key in ("k", "b", "ctrl+u", "g"):
            await pilot.press(key)
            await until(pilot, lambda: pager.scroll_y < seen[-1])
            seen.append(pager.scroll_y)
        assert pager.scroll_y == 0
        await pilot.press("q")
        await until(pilot, lambda: app.screen is app.main)


async def test_a_box_is_as_large_as_what_it_says(make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: "No feed failed" in screen_text(app))
        box = app.screen.query_one(".box")
        assert box.region.height <= 6
        assert box.region.width <= 60


# ------------------------------------------------------------------ numbers at the top


async def test_the_number_of_unread_articles_at_the_top_is_that_of_now(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await until(pilot, lambda: "Unread 3" in screen_text(app))
        await pilot.press("m")
        await until(pilot, lambda: "Unread 2" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: "Unread 3" in screen_text(app))
        with Store.open(library) as other:
            other.articles.set_read([1, 2], True)
        await until(pilot, lambda: "Unread 1" in screen_text(app))
        await pilot.press("L")
        await until(pilot, lambda: "All 3 · 1 unread" in screen_text(app))


async def test_the_numbers_beside_the_sources_are_those_of_now(make_app, library):
    app = make_app()
    async with app.run_test(size=(200, 50)) as pilot:
        await ready(pilot, app)
        pane = app.main.the.sources.pane
        await until(
            pilot, lambda: pane.rows and (pane.rows[0].name, pane.rows[0].number) == ("Unread", "3")
        )
        await pilot.press("m")
        await until(
            pilot, lambda: pane.rows and (pane.rows[0].name, pane.rows[0].number) == ("Unread", "2")
        )


# ------------------------------------------------------------------ messages


async def test_a_long_message_leaves_the_position_and_can_be_read_in_full(make_app):
    app = make_app()
    long = "Something happened that takes very many words to tell. " * 5 + "The end of it."
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        app.main.tell(long)
        await until(pilot, lambda: "Something happened" in screen_text(app))
        assert "1/3" in screen_text(app)
        assert "ctrl+g" in screen_text(app)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "The end of it." in screen_text(app))


async def test_what_is_wrong_in_the_settings_stands_until_it_is_mended(library):
    config = read_config('entities = "magic"\n', {"LESART_DB": str(library)}, library.parent)
    app = LesartApp(config, now=lambda: float(NOW))
    async with app.run_test(size=(120, 30)) as pilot:
        await ready(pilot, app)
        await pilot.press("j", "s", "k")
        await until(pilot, lambda: "⚠ settings" in screen_text(app))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "entities = “magic” is not known" in screen_text(app))


def test_a_motion_may_be_set_with_or_without_quotes_around_its_name(tmp_path):
    for text in ('[keys]\nlist.down = "x"', '[keys]\n"list.down" = "x"', 'keys.list.down = "x"'):
        config = read_config(text, {}, tmp_path)
        assert (dict(config.keys), config.problems) == ({"list.down": "x"}, ())
    config = read_config("[keys]\nlist.down = 3", {}, tmp_path)
    assert "“list.down” in “keys” must be text in quotes" in config.problems[0]


# ------------------------------------------------------------------ footer


async def test_the_footer_names_the_keys_that_count_now(library):
    own = {"list.down": "f6", "help": "f7", "back": "f9,escape"}
    app = LesartApp(Config(library=library, locale="en", keys=own), now=lambda: float(NOW))
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot, app)
        await until(pilot, lambda: "f6/k move" in screen_text(app))
        assert "f7 help" in screen_text(app)
        assert app.main.listing.rows.cursor_index == 0
        await pilot.press("f6")
        assert app.main.listing.rows.cursor_index == 1


async def test_however_many_keys_there_are_the_one_of_the_help_is_named(make_app):
    app = make_app()
    async with app.run_test(size=(70, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await until(pilot, lambda: "? help" in screen_text(app))


def test_the_keys_of_the_footer_are_those_of_the_panes():
    first = {motion.id: motion.keys.split(",")[0] for motion in _motions()}
    assert {id: first.get(id) for id in FIRST_KEYS} == FIRST_KEYS


# ------------------------------------------------------------------ signs


async def test_no_sign_is_painted_where_there_is_none(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot, app)
        await until(pilot, lambda: "Rates on hold" in screen_text(app))
        assert not style_of(app, " 18 Nov").underline  # the last column of flags, before the date


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_signs_are_signs_whatever_the_encoding_of_streams_is_said_to_be(library, encoding):
    command = [sys.executable, "-m", "lesart", "--db", str(library)]
    with Program(command, HOME=str(library.parent), PYTHONIOENCODING=encoding) as program:
        program.wait_for("LIST")
        program.wait_for("Rates on hold")
        program.read(0.5, 3)
        assert "●" in "\n".join(program.grid.lines())
        assert b"\\u25cf" not in program.written
