"""Dialogs obey the keys of the chosen preset and one's own, and their lines of keys name what works."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from textual.binding import Binding

import lesart.tui.screens
from lesart.tui.commands import KEY_SIGNS
from lesart.tui.dialog_keys import keyed, obeyed, rows_of, signs_now, with_own_keys
from lesart.tui.keymap import read_keys
from lesart.tui.presets import PRESETS
from lesart.tui.screens.dialog import Dialog
from lesart.tui.screens.main import Main
from lesart.tui.widgets.line_list import LineList
from lesart.tui.widgets.note_editor import NoteEditor
from tests.tui.conftest import screen_text, until

OWN = {"list.down": "ctrl+y", "back": "f7", "undo": "f12", "search": "f6", "merge": "f11"}
SETS = {**{name: ({}, name) for name in PRESETS}, "own": (OWN, "vim")}
LISTS = ("annotations", "entity_view", "figure_view", "digest", "rules", "failures", "themes")
MOVED = ("figure_view", "themes")
WORDS = ("help", "messages")
TYPED = ("tag", "export")
_KEYS_OF_SIGNS = {sign: key for key, sign in KEY_SIGNS.items()}
DOWN = {"vim": "j", "newsboat": "j", "emacs": "n", "own": "ctrl+y"}
BACK = {"vim": "q", "newsboat": "q", "emacs": "ctrl+g", "own": "f7"}


def dialogs() -> Iterator[type[Dialog]]:
    for module in pkgutil.iter_modules(lesart.tui.screens.__path__):
        for one in vars(importlib.import_module(f"lesart.tui.screens.{module.name}")).values():
            if isinstance(one, type) and issubclass(one, Dialog) and one is not Dialog:
                yield one


@pytest.mark.parametrize("name", SETS)
def test_no_key_of_a_dialog_means_two_things(name: str) -> None:
    own, problems = read_keys(*SETS[name])
    assert problems == []
    for dialog in set(dialogs()):
        used: dict[str, str] = {}
        parts = with_own_keys(dialog, dialog.scrolled, own, types_text=dialog.types_text)
        for _kind, rows in parts:
            for row, keys in rows:
                for key in keys:
                    assert used.setdefault(key, row.action) == row.action, (dialog, key)


@pytest.mark.parametrize("name", SETS)
def test_every_dialog_is_left_by_esc_and_by_what_goes_back_elsewhere(name: str) -> None:
    own, _problems = read_keys(*SETS[name])
    for dialog in set(dialogs()):
        rows = obeyed(rows_of(dialog), own, types_text=dialog.types_text)
        leaves = [key for row, keys in rows if row.id == "back" for key in keys]
        assert "escape" in leaves, dialog
        assert dialog.types_text or BACK[name] in leaves, dialog
        if dialog.types_text:  # nothing that is typed leads out
            assert all(len(key) > 1 and key not in ("left", "space") for key in leaves), dialog


def test_what_only_a_dialog_has_keeps_its_key_and_the_motion_gives_way() -> None:
    rows = [Binding("c", "chart", "chart"), Binding("j,down", "move(1)", "down", id="list.down")]
    taken = obeyed(rows, {"list.down": "c,ctrl+n"})
    assert [keys for _row, keys in taken] == [["c"], ["ctrl+n"]]
    assert obeyed(rows, {"list.down": "c"})[1][1] == ["j", "down"]


def test_a_line_of_keys_names_those_that_there_are_now() -> None:
    rows = [Binding("u", "undo", "undo", id="undo"), Binding("escape,q", "leave", "", id="back")]
    now = signs_now(obeyed(rows, {"undo": "f9", "back": "f7"}))
    assert keyed("⏎ open · u undo · q or u back", now) == "⏎ open · f9 undo · f7 or u back"
    assert keyed("esc back", now) == "esc back"


def at(app) -> int:
    """On which line of the dialog the cursor is."""
    lines = app.screen.focused
    return lines.cursor if isinstance(lines, LineList) else lines.highlighted


def said(app) -> list[str]:
    """The keys that the dialog on top names, by Textual's names."""
    lines = [line for line in screen_text(app).splitlines() if " · " in line or "esc " in line]
    words = re.sub(r"[│▎▏▕▊▔▁]", " ", lines[-1]).strip()
    keys = []
    for part in words.split(" · "):
        for word in part.split()[:-1]:
            key = _KEYS_OF_SIGNS.get(word, word)
            if (
                len(word) > 1
                and word not in _KEYS_OF_SIGNS
                and not re.match(r"ctrl|alt|f\d|tab|sp", word)
            ):
                break
            keys.append(key)
    return keys


@pytest.mark.parametrize("name", ["emacs", "own"])
async def test_dialogs_obey_the_keys_that_they_name(make_app, name: str) -> None:
    own, preset = SETS[name]
    app = make_app(keys=own, preset=preset)
    async with app.run_test(size=(150, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 3)
        for command in (*LISTS, *WORDS, *TYPED):
            app.main.do(command)
            await until(
                pilot, lambda: isinstance(app.screen, Dialog) and "esc " in screen_text(app)
            )
            active = app.screen.active_bindings
            keys = said(app)
            assert keys, command
            assert [key for key in keys if key not in active] == [], (command, keys)
            if command in (*LISTS, *WORDS):
                assert DOWN[name] in active, command
            if command in MOVED:
                await until(pilot, lambda: at(app) >= 0)  # there is something to move over
                before = at(app)
                await pilot.press(DOWN[name])
                await until(pilot, lambda before=before: at(app) == before + 1)  # type: ignore[misc]
            await pilot.press(BACK[name] if command not in TYPED or name == "emacs" else "escape")
            await until(pilot, lambda: isinstance(app.screen, Main))


@pytest.mark.parametrize("name", ["emacs", "own"])
async def test_what_goes_back_leaves_a_line_and_a_note_too(make_app, name: str) -> None:
    own, preset = SETS[name]
    app = make_app(keys=own, preset=preset)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 3)
        await pilot.press("f6" if name == "own" else "ctrl+s")
        await until(pilot, lambda: app.main.mode == "SEARCH")
        await pilot.press("z")
        await pilot.press(BACK[name])
        await until(pilot, lambda: app.main.mode == "LIST")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("c")
        await until(pilot, lambda: app.main.query_one(NoteEditor).is_open)
        await pilot.press("w")
        await until(pilot, lambda: app.main.query_one(NoteEditor).text == "w")
        await pilot.press(BACK[name])
        await until(pilot, lambda: "Kept as a draft" in screen_text(app))
