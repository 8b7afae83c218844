"""Programs of the reader's own: an address, an article or a note goes to them, and never through a shell."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import pytest

from lesart.config import read_config
from lesart.model.article import Draft
from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.tui.background.editor import editor_of
from lesart.tui.background.programs import run_beside, with_url
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until
from tests.tui.test_command_line import type_line
from tests.tui.test_key_sequences import begin


def program(tmp_path: Path, name: str, code: str) -> tuple[str, ...]:
    path = tmp_path / name
    path.write_text(code)
    return (sys.executable, str(path))


# ------------------------------------------------------------------ settings


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('open_with = { x = ["sh", "-c", "mpv $0"] }', "“x” in “open_with” names a shell"),
        ('pipe_to = { x = "bash -c wc" }', "“x” in “pipe_to” names a shell"),
        (
            "open_with = { x = [] }",
            "“x” in “open_with” must be a list of a program and its arguments",
        ),
        ('open_with = "mpv"', "“open_with” must be a table"),
        ('pipe_to = { x = "\\"" }', "“x” in “pipe_to” names no program"),
        ('macros = { ab = ["star"] }', "“ab” in “macros” must be one letter or digit"),
        ("macros = { a = 3 }", "“a” in “macros” must be a list of commands"),
        ('cursor = "maybe"', "cursor = “maybe” is not known; there are on and off."),
    ],
)
def test_a_setting_that_cannot_be_is_told(written, says, tmp_path):
    config = read_config(written, {}, tmp_path)
    assert says in config.problems[0]
    assert (config.open_with, config.pipe_to, config.macros, config.cursor) == ({}, {}, {}, "off")


def test_an_address_is_one_argument_wherever_it_is_wanted():
    url = "https://example.org/a?b=c&d=$(x)"
    assert with_url(["mpv", "--title=x"], url) == ["mpv", "--title=x", url]
    assert with_url(["see", "--at={url}", "-q"], url) == ["see", f"--at={url}", "-q"]


# ------------------------------------------------------------------ on the screen


async def test_an_address_goes_to_a_program_as_it_is(make_app, library, tmp_path):
    out = tmp_path / "out.json"
    code = f"import sys, json; open({str(out)!r}, 'w').write(json.dumps(sys.argv[1:]))"
    with Store.open(library) as store:
        store.articles.add(
            Draft("Linked", "Words.", link="https://example.org/x?a=1&b=;rm"), now=NOW + 60
        )
    app = make_app(open_with={"keep": (*program(tmp_path, "keep.py", code), "-q")})
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 4)
        await pilot.press("O")
        await until(pilot, lambda: out.exists() and bool(out.read_text()))
        assert json.loads(out.read_text()) == ["-q", "https://example.org/x?a=1&b=;rm"]
        await pilot.press("j", "O")
        await until(pilot, lambda: "no http or https address" in screen_text(app))


async def test_an_article_and_a_note_go_to_a_program_as_text_or_as_json(make_app, tmp_path):
    words = program(tmp_path, "up.py", "import sys; print(sys.stdin.read().upper())")
    keys = program(tmp_path, "keys.py", "import sys, json; print(sorted(json.load(sys.stdin)))")
    app = make_app(pipe_to={"loud": words, "keys_json": keys})
    async with app.run_test(size=(110, 40)) as pilot:
        await begin(pilot, app, "j")
        await type_line(pilot, app, "pipe_to loud")
        await until(pilot, lambda: "THE BANK WAITS." in screen_text(app), 20)
        await pilot.press("escape")
        await type_line(pilot, app, "pipe_to keys_json")
        await until(
            pilot, lambda: "'language', 'link', 'notes', 'published'" in screen_text(app), 20
        )
        await pilot.press(
            "escape", "k", "enter", "right_square_bracket", "v", "w", "2", "vertical_line"
        )
        await until(pilot, lambda: "Pipe to" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "“4.500 SOLDATEN”" in screen_text(app), 20)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import sys; sys.exit(3)", "x ended with 3."),
        ("pass", "x is done; it wrote nothing."),
        ("print('a\\x1b[2Jb\\x07 [/][@click=app.quit]c')", "[/][@click=app.quit]c"),
        ("print('x' * 900000)", "x wrote too much and was ended."),
    ],
)
async def test_what_a_program_answers_is_shown_cleaned_and_bounded(make_app, tmp_path, code, says):
    app = make_app(pipe_to={"x": program(tmp_path, "x.py", code)})
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "vertical_line")
        if "900000" in code:
            await until(pilot, lambda: "| x" in screen_text(app) and "xxxx" in screen_text(app), 30)
            await pilot.press("G")
        await until(pilot, lambda: says in screen_text(app), 20)
        assert "\x1b" not in screen_text(app)


async def test_a_program_that_is_not_there_or_not_named_is_told(make_app):
    app = make_app(pipe_to={"x": ("/nowhere/at/all",)})
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "O")
        await until(pilot, lambda: "Your settings name no program yet" in screen_text(app))
        await pilot.press("vertical_line")
        await until(pilot, lambda: "cannot be started: No such file" in screen_text(app))


async def test_a_program_that_never_ends_is_ended_with_what_it_began(tmp_path):
    argv = program(
        tmp_path, "long.py",
        "import subprocess, sys, time\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(p.pid, flush=True); time.sleep(60)",
    )  # fmt: skip
    ran = await asyncio.wait_for(run_beside(argv, patience=3), 40)  # it sleeps for longer
    assert ran.was_stopped
    for _ in range(250):
        if not _is_running(int(ran.output)):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("what it had begun still runs")


def _is_running(pid: int) -> bool:
    """Whether there is such a process that is not only waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# ------------------------------------------------------------------ the editor


async def test_a_note_is_written_in_the_editor_and_saved(make_app, library, tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    code = (
        "import os, sys\n"
        f"open({str(seen)!r}, 'w').write(sys.argv[1] + ' ' + oct(os.stat(sys.argv[1]).st_mode & 0o777))\n"
        "open(sys.argv[1], 'a').write('From outside #later\\n')"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ".join(program(tmp_path, "edit.py", code)))
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "enter", "right_square_bracket", "g", "c")
        await until(pilot, lambda: _notes(library) == [("From outside #later", ("later",))])
        path, mode = seen.read_text().split()
        assert mode == "0o600"
        assert not Path(path).exists()
        await pilot.press("c", *"Mehr", "f9")  # and what is begun in the box goes on there
        await until(
            pilot,
            lambda: any(
                "Mehr" in note and note.count("outside") == 2 for note, _ in _notes(library)
            ),
        )


async def test_where_the_editor_fails_what_was_begun_is_kept(
    make_app, library, tmp_path, monkeypatch
):
    # By the time the editor runs, the draft is in the library: whatever becomes of the terminal.
    code = (
        "import sqlite3, sys, time\n"
        f"db = sqlite3.connect({str(library)!r})\n"
        "for _ in range(100):\n"
        "    if ('Begun',) in db.execute('SELECT text FROM draft').fetchall(): sys.exit(7)\n"
        "    time.sleep(0.1)\n"
        "sys.exit(8)"
    )
    monkeypatch.setenv("VISUAL", " ".join(program(tmp_path, "edit.py", code)))
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await begin(pilot, app, "enter", "c", *"Begun", "f9")
        await until(pilot, lambda: "ended with 7; the note is as it was." in screen_text(app))
        assert app.main.annotating.editor.text == "Begun"
        await pilot.press("escape")
        monkeypatch.setenv("VISUAL", "/nowhere/vi")
        await pilot.press("g", "c")
        await until(pilot, lambda: "/nowhere/vi: No such file" in screen_text(app))
        assert app.main.annotating.editor.text == "Begun"


def test_an_editor_is_a_program_and_no_shell(tmp_path):
    assert editor_of({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    for wrong in ("sh -c vi", '"', " "):
        with pytest.raises(LesartError, match="EDITOR"):
            editor_of({"EDITOR": wrong})


# ------------------------------------------------------------------ the terminal's cursor


async def test_the_terminals_cursor_stands_where_one_reads(make_app):
    app = make_app(cursor="on")
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        await until(pilot, lambda: tuple(app.cursor_position) == (0, 1))
        await pilot.press("j")
        await until(pilot, lambda: tuple(app.cursor_position) == (0, 2))
        await pilot.press("k", "enter", "right_square_bracket")
        await until(pilot, lambda: _at_cursor(app).startswith("4.500"))
        await pilot.press("tab")
        await until(pilot, lambda: "Soldaten" in _at_cursor(app))


async def test_without_the_setting_it_is_left_where_it_is(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        before = tuple(app.cursor_position)
        await pilot.press("j", "j")
        assert tuple(app.cursor_position) == before


def _at_cursor(app) -> str:
    x, y = app.cursor_position
    return screen_text(app).splitlines()[y][x:]


def _notes(library):
    with Store.open(library) as store:
        return [(note.note, note.tags) for note in store.annotations.of(1)]
