"""Suspended, told to end, or broken by a bug: the terminal is as it was, and what was being written is kept."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lesart.services.bug_reports import SUFFIX
from lesart.store import Store
from tests.conftest import NOW, a_draft
from tests.safety.terminal import Program

WORDS = "Der Konvoi fuhr nach Kuwait. Niemand jubelte, und 157 Ausbilder blieben."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        for n in range(3):
            store.articles.add(a_draft(WORDS + f" {n}", title=f"Article {n}"), now=NOW)
    return path


@pytest.fixture
def program(library: Path, tmp_path: Path) -> Iterator[Program]:
    (tmp_path / "config.toml").write_text('entities = "rules"\nlocale = "en"\n')
    command = [sys.executable, "-m", "lesart", "--db", str(library)]
    with Program(
        command, HOME=str(tmp_path), LESART_CONFIG=str(tmp_path / "config.toml")
    ) as running:
        running.wait_for("LIST")
        yield running


def until_stopped(program: Program) -> None:
    """Read what it writes until it stands still, as a shell would wait for it."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if select.select([program._fd], [], [], 0.05)[0]:
            program.read(0.05, 1)
        pid, status = os.waitpid(program.pid, os.WNOHANG | os.WUNTRACED)
        if pid:
            assert os.WIFSTOPPED(status), "it ended instead"
            program.read(0.2, 2)
            return
    raise TimeoutError("it was not suspended")


def is_left_alone(program: Program) -> bool:
    """Whether the program's last word to the terminal was to take its own screen away."""
    written = bytes(program.written)
    return written.rindex(b"\x1b[?1049l") > written.rindex(b"\x1b[?1049h") and written.rindex(
        b"\x1b[?25h"
    ) > written.rindex(b"\x1b[?25l")


def drafts(library: Path) -> list[str]:
    with Store.open(library) as store:
        return [row[0] for row in store.connection.execute("SELECT text FROM draft")]


@pytest.mark.parametrize("place", ["list", "article", "help", "from outside"])
def test_ctrl_z_gives_the_terminal_back_and_fg_paints_everything_again(program, place):
    if place == "article":
        program.press("\r")
        program.wait_for("READ")
        program.wait_for("#Figures 2")
    elif place == "help":
        program.wait_for("#Figures 2")
        program.press("?")
        program.wait_for("Keys ·")
    else:
        program.wait_for("#Figures 2")
    program.read(0.8, 5)
    before = program.grid.lines()
    if place == "from outside":
        os.kill(program.pid, signal.SIGTSTP)
    else:
        program.press("\x1a")
    until_stopped(program)
    assert is_left_alone(program)
    assert not "".join(program.grid.lines()).strip()
    os.kill(program.pid, signal.SIGCONT)
    program.wait_for(before[2].strip()[:20], seconds=15)
    program.read(0.6, 3)
    assert program.grid.lines() == before
    program.press("\x11")
    assert program.end() == 0


def write_a_note(program: Program) -> None:
    program.press("\r")
    program.wait_for("READ")
    program.press("c")
    program.wait_for("NOTE")
    program.press(*"half a thought", quiet=0.01)


@pytest.mark.parametrize(
    "sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT], ids=lambda s: s.name
)
def test_a_signal_ends_the_screen_in_order_and_the_draft_is_kept(program, library, sent):
    write_a_note(program)
    os.kill(program.pid, sent)
    assert program.end() == 128 + sent
    assert is_left_alone(program)
    assert drafts(library) == ["half a thought"]


def test_a_closed_window_ends_the_program_and_the_draft_is_kept(program, library):
    write_a_note(program)
    assert program.hang_up() == 128 + signal.SIGHUP
    assert drafts(library) == ["half a thought"]


def test_a_bug_ends_the_screen_with_a_report_and_the_draft_is_kept(library, tmp_path):
    script = tmp_path / "broken.py"
    script.write_text(
        "import sys\n"
        "from lesart.tui.widgets.note_editor import NoteEditor\n"
        "def boom(self): raise ValueError('nobody foresaw this')\n"
        "NoteEditor.action_leave = boom\n"
        "from lesart.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    with Program(
        [sys.executable, str(script), "--db", str(library)], HOME=str(tmp_path)
    ) as program:
        program.wait_for("LIST")
        write_a_note(program)
        program.press("\x1b")
        assert program.end() == 1
    assert is_left_alone(program)
    assert drafts(library) == ["half a thought"]
    report = library.with_name(library.name + SUFFIX)
    assert "nobody foresaw this" in report.read_text("utf-8")
    assert report.name.encode() in bytes(program.written).replace(b"\r\n", b"")


def test_a_write_that_breaks_while_the_screen_is_left_is_told_on_the_terminal(library, tmp_path):
    script = tmp_path / "broken.py"
    script.write_text(
        "import sys\n"
        "from lesart.store.tables.settings import Settings\n"
        "def boom(*_, **__): raise ValueError('nobody foresaw this')\n"
        "Settings.save_draft = boom\n"
        "from lesart.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    with Program(
        [sys.executable, str(script), "--db", str(library)], HOME=str(tmp_path), columns=400
    ) as program:
        program.wait_for("LIST")
        write_a_note(program)
        os.kill(program.pid, signal.SIGTERM)
        assert program.end() == 128 + signal.SIGTERM
    after = bytes(program.written)
    after = after[after.rindex(b"\x1b[?1049l") :]
    assert b"lesart: A change was not stored: a bug in Lesart (ValueError)" in after
