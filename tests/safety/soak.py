"""`python -m tests.safety.soak --keys 10000 [--seed N]`: random keys, screens and sizes; nothing may break.

The real app without a terminal, over a library of hostile articles. After every key each line of
the screen is looked at: right width, nothing a terminal obeys. Now and then the app is closed and
opened again at another size, and what it has stored is counted and checked.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import sqlite3
import sys
import tempfile
import time
import traceback
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from rich.cells import cell_len
from textual import events
from textual.keys import REPLACED_KEYS, _get_unicode_name_from_key
from textual.pilot import Pilot

from lesart.config import Config
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.commands import COMMANDS
from lesart.tui.controllers.children import Children
from lesart.tui.key_sequences import LETTER, alternatives
from tests.conftest import NOW
from tests.safety.hostile import (
    ACTS,
    HOSTILE,
    ISOLATES,
    is_left_open,
    library_by_the_door,
    library_from_elsewhere,
)

SIZES = (
    (20, 5),
    (300, 100),
    (80, 24),
    (140, 40),
    (200, 50),
    (79, 19),
    (120, 30),
    (1, 1),
    (60, 18),
    (36, 12),
)
SESSION = 500
"""Keys until the app is closed and opened anew."""
_MOVES = (
    "j", "k", "down", "up", "space", "pagedown", "pageup", "g", "G", "home", "end", "enter", "escape", "left", "right", "l", "h", "tab", "shift+tab", "w", "b", "e", "V", "v", "o", "1", "2", "3", "4", "5", "left_parenthesis", "right_parenthesis", "left_curly_bracket", "right_curly_bracket", "right_square_bracket", "left_square_bracket", "semicolon", "dollar_sign", "0", "9", "backspace", "delete", "ctrl+s", "ctrl+a", "ctrl+k", "ctrl+w", "y", "n", "q", "f1", "ctrl+c", "ctrl+z", "shift+down", "ctrl+home", "x", "a", "s", "d", "f",
)  # fmt: skip
_COUNTED = (
    "j",
    "k",
    "w",
    "b",
    "G",
    "g",
    "down",
    "space",
    "ctrl+d",
    "ctrl+u",
    "right_square_bracket",
    "n",
)
"""What a number is typed before."""
_WAYS = [way for command in COMMANDS for way in alternatives(command.keys) if len(way) > 1]
"""Keys one after another that are one command."""
_NOT_ALONE = {"quit"}
"""Commands that end the run; `q` at the list does, too, and the app is simply opened again."""


@dataclass
class Run:
    """What a soak did and what it saw."""

    seed: int
    keys: int = 0
    sessions: int = 0
    failures: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def soak(keys: int, seed: int, folder: Path) -> Run:
    """Press `keys` random keys; every surprise becomes a failure, told with the keys before it."""
    run = Run(seed)
    chance = random.Random(seed)
    library = folder / f"soak-{seed}.sqlite"
    (library_from_elsewhere if seed % 2 else library_by_the_door)(library)
    whole = _count(library)
    original, Children.run = Children.run, _no_children  # type: ignore[method-assign]
    try:
        while run.keys < keys and len(run.failures) < 5:
            asyncio.run(_session(run, chance, library, min(SESSION, keys - run.keys)))
            run.sessions += 1
            run.memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
            _check_library(run, library, whole)
    finally:
        Children.run = original  # type: ignore[method-assign]
    return run


def _no_children(self: Children, work: object) -> None:
    """Children have tests of their own; ten thousand keys would start a thousand of them."""
    work.close()  # type: ignore[attr-defined]


async def _session(run: Run, chance: random.Random, library: Path, keys: int) -> None:
    config = Config(
        library=library,
        locale=chance.choice(("en", "de", "fr")),
        glyphs=chance.choice(("unicode", "ascii")),
        colours={"yellow": chance.choice(HOSTILE)},
    )
    app = LesartApp(config, now=lambda: float(NOW))
    app.open_url = lambda url, **_: None  # type: ignore[method-assign]
    try:
        async with app.run_test(size=chance.choice(SIZES)) as pilot:
            for _ in range(keys):
                if app._exit or not app.is_running:
                    break
                await _one(run, chance, pilot)
    except Exception:  # every surprise is what we are here for
        last = " ".join(run.last[-40:])
        run.failures.append(f"seed {run.seed}, key {run.keys}: {last}\n{traceback.format_exc()}")


async def _one(run: Run, chance: random.Random, pilot: Pilot[int]) -> None:
    key = _next_key(chance)
    run.keys += 1
    run.last.append(key)
    del run.last[:-200]
    app = cast("LesartApp", pilot.app)
    if key == "RESIZE":
        width, height = chance.choice(SIZES)
        await pilot.resize_terminal(width, height)
    elif key == "PASTE":
        app.screen.post_message(events.Paste(chance.choice(HOSTILE)))
    elif key == "CLICK":
        at = (chance.randrange(app.size.width), chance.randrange(app.size.height))
        await pilot.click(offset=at, times=chance.choice((1, 1, 2, 3)))
    elif key in ("DRAG", "WHEEL"):
        await _by_mouse(key, chance, pilot)
    elif key == "COUNT":
        for one in (*str(chance.choice((2, 5, 10, 99, 100_000))), chance.choice(_COUNTED)):
            _press(app, one)
            await asyncio.sleep(0.003)
    elif key == "WAY":
        for one in chance.choice(_WAYS):
            _press(app, one.replace(LETTER, "a"))
            await asyncio.sleep(0.003)
    else:
        _press(app, key)
        await asyncio.sleep(0.003)
    if chance.random() < 0.1:
        await pilot.pause()
        await _until_laid_out(pilot)
        _look(run, pilot)


async def _until_laid_out(pilot: Pilot[int]) -> None:
    """A new size is told to the app before its screen is laid out anew; what never is, the look finds."""
    for _ in range(300):
        if pilot.app.screen._compositor.size == pilot.app.size:
            return
        await asyncio.sleep(0.01)


async def _by_mouse(how: str, chance: random.Random, pilot: Pilot[int]) -> None:
    """A drag from anywhere to anywhere, or some turns of the wheel."""
    width, height = pilot.app.size
    places = [(chance.randrange(width), chance.randrange(height)) for _ in range(2)]
    if how == "DRAG":
        await pilot.mouse_down(offset=places[0])
        await pilot.hover(offset=places[1])
        await pilot.mouse_up(offset=places[1])
        return
    turn = chance.choice((events.MouseScrollDown, events.MouseScrollUp))
    for _ in range(chance.choice((1, 3))):
        await pilot._post_mouse_events([turn], offset=places[0])


def _press(app: LesartApp, key: str) -> None:
    """What `Pilot.press` does, without waiting for quiet: a fast typist does not wait either."""
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        character = key if len(key) == 1 else None  # type: ignore[assignment]
    event = events.Key(key, key if len(key) == 1 else character)
    event.set_sender(app)
    assert app._driver is not None
    app._driver.send_message(event)


def _next_key(chance: random.Random) -> str:
    dice = chance.random()
    if dice < 0.4:
        command = chance.choice(COMMANDS)
        if command.id in _NOT_ALONE and chance.random() < 0.8:
            return "escape"
        ways = alternatives(command.keys) or [("colon",)]  # without a key it has its name
        return chance.choice(chance.choice(ways)).replace(LETTER, "a")
    if dice < 0.84:
        return chance.choice(_MOVES)
    if dice < 0.91:
        return chance.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    if dice < 0.94:
        return "PASTE"
    if dice < 0.98:
        return "RESIZE" if dice < 0.97 else "CLICK"
    return chance.choice(("DRAG", "WHEEL", "COUNT", "WAY"))


def _look(run: Run, pilot: Pilot[int]) -> None:
    """Every line of the screen: as wide as the screen, and characters only."""
    app = pilot.app
    if app._exit:
        return
    width = app.size.width
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        for segment in strip:
            words = segment.text.translate(dict.fromkeys(map(ord, ISOLATES)))
            if not segment.control and ACTS.search(words):
                run.failures.append(_said(run, f"row {y} writes {segment.text!a}"))
        if is_left_open(strip.text):
            run.failures.append(_said(run, f"row {y} turns what stands behind: {strip.text!a}"))
        shown = cell_len(strip.text)
        if shown != width and width > 1:
            run.failures.append(_said(run, f"row {y} is {shown} wide, not {width}: {strip.text!a}"))


def _said(run: Run, what: str) -> str:
    return f"seed {run.seed}, key {run.keys}: {what}; after {' '.join(run.last[-15:])}"


def _count(library: Path) -> tuple[int, int]:
    """Articles and annotations, deleted ones with them: no key destroys any."""
    with Store.open(library) as store:
        articles = store.connection.execute("SELECT count(*) FROM article").fetchone()[0]
        notes = store.connection.execute("SELECT count(*) FROM annotation").fetchone()[0]
    return articles, notes


def _check_library(run: Run, library: Path, whole: tuple[int, int]) -> None:
    with sqlite3.connect(library) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        foreign = connection.execute("PRAGMA foreign_key_check").fetchall()
        marks = connection.execute(
            "SELECT count(*) FROM article a WHERE note_count <> (SELECT count(*) FROM annotation n"
            " WHERE n.article_id = a.id AND n.is_deleted = 0)"
        ).fetchone()[0]
    now = _count(library)
    if found != "ok" or foreign or marks or now[0] != whole[0] or now[1] < whole[1]:
        run.failures.append(_said(run, f"the library: {found} {foreign} {marks} {whole} -> {now}"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        run = soak(options.keys, options.seed, Path(folder))
    for failure in run.failures:
        print(failure, file=sys.stderr)
    print(
        f"seed {run.seed}: {run.keys} keys in {run.sessions} sessions, {len(run.failures)} failures,"
        f" {run.memory[0]} MiB after the first session, {run.memory[-1]} MiB at the end,"
        f" {time.monotonic() - began:.0f} s"
    )
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main())
