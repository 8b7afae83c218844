"""`python -m tests.safety.tour LIBRARY`: the real program in this terminal, led through every screen."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from lesart.__main__ import load_config
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.safety.hostile import HOSTILE

PASTE = "paste"
KEYS = (
    # the list
    "j j space G k g ] [ "
    # an article of nonsense values, then one with words
    "enter ] a ] tab j enter escape g g j j "
    # the reader and its marks
    "enter j f ] ] e ] a ] i escape S "
    # selecting, copying, highlighting, the note editor
    "v w w V o y v V 2 v w c paste x ctrl+s "
    # a note from the facts panel, verdicts, undo
    "tab j j enter escape f ] + = escape - u u U u "
    # details of each kind
    "f ] i escape e ] i escape a ] i escape x "
    # changes, watch-words, tags, copying facts
    "D j escape W escape t paste escape Y j enter "
    # labels, help, all notes
    ", escape _ escape ; escape ? j space escape N j j S / x enter escape escape "
    # palette, views, failures, sources, status
    ": s o escape ' j escape ! j escape f2 j j enter f2 L L . A u s m d u < < > "
    # panes, theme, adding, articles one after another
    "escape escape f3 f3 f4 f5 f5 + paste escape C escape n J J J J * escape "
    # searching
    "backslash paste enter j ctrl+s paste enter o y escape"
)
_NAMES = {
    "]": "right_square_bracket", "[": "left_square_bracket", "+": "plus", "=": "equals_sign",
    "-": "minus", ",": "comma", "_": "underscore", ";": "semicolon", "?": "question_mark",
    "/": "slash", ":": "colon", "'": "apostrophe", "!": "exclamation_mark", ".": "full_stop",
    "<": "less_than_sign", ">": "greater_than_sign", "*": "asterisk",
}  # fmt: skip
TITLES = (
    "Keys · ", "Notes · ", "Watch-words", "Tags of ", "Copy figures and names as", "note on “",
    "Feeds whose last visit failed", "Add a feed", "Changes · ", "Figure · ", "Name · ", "SELECT",
    "SOURCES", "SEARCH",
)  # fmt: skip


async def lead(pilot: Pilot[int]) -> None:
    """Press every key, each after the one before was answered; then leave."""
    app = pilot.app
    end = time.monotonic() + 20
    while not getattr(app.screen, "has_deferred_panes", False) and time.monotonic() < end:
        await pilot.pause(0.02)
    for turn, key in enumerate(KEYS.split()):
        if key == PASTE:
            app.screen.post_message(
                events.Paste(HOSTILE[turn % 30] + HOSTILE[25] + "[/][@click=app.quit]")
            )
        else:
            await pilot.press(_NAMES.get(key, key))
        await pilot.pause(0.01)
    app.exit()


if __name__ == "__main__":
    config = load_config({"LESART_DB": sys.argv[1], "LESART_CONFIG": sys.argv[2]}, Path.home())
    LesartApp(config, now=lambda: float(NOW)).run(auto_pilot=lead)
