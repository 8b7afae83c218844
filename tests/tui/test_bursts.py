"""Keys that come in one burst, pasted or typed ahead: each goes where the ones before it lead."""

from __future__ import annotations

import pytest
from textual._xterm_parser import XTermParser
from textual.widgets import Input, TextArea

from lesart.tui.screens.command_line import CommandLine
from lesart.tui.screens.dialogs import Ask
from lesart.tui.screens.entities import EntitiesScreen
from lesart.tui.screens.figures import FiguresScreen
from tests.tui.conftest import screen_text, until

# Most of its letters do something in a list: sort, undo, delete, leave, mark read.
WORDS = "Sutcd qh mAZ"
PASTED = "\x1b[200~d u h\x1b[201~"


def at_once(app, keys: str) -> None:
    """All of it as a terminal hands it over that was not read for a while."""
    for event in XTermParser().feed(keys):
        app.post_message(event)


def typed(app) -> str:
    focused = app.screen.focused
    if isinstance(focused, Input):
        return focused.value
    return focused.text if isinstance(focused, TextArea) else ""


def what_is_stored(app) -> list:
    ids = app.store.search.ids(app.main.listing.parsed("is:any"), limit=9)
    return [(h.id, h.is_read, h.is_starred) for h in app.store.articles.headlines(ids)]


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        ("/", object),
        ("\\", object),
        ("#/", FiguresScreen),
        ("@/", EntitiesScreen),
        ("N/", object),
        (":", CommandLine),
        ("+", Ask),
        ("t", Ask),
        ("C", object),
        ("\r/", object),
        ("#\x1b[200~x\x1b[201~/", FiguresScreen),
    ],
)
async def test_what_is_typed_in_one_burst_behind_the_key_of_a_prompt_is_all_words_of_it(
    make_app, library, keys, screen
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        opens = keys[0] in "\rC"  # an article, which is read by that
        before = what_is_stored(app)
        at_once(app, keys + WORDS + PASTED + "!")
        await until(pilot, lambda: typed(app) == f"{WORDS}d u h!")
        assert isinstance(app.screen, screen), screen_text(app)
        assert opens or what_is_stored(app) == before
