"""The list stands in the terminal before the program does: never a stale one, and no key is lost."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest
from textual.geometry import Size

from lesart.config import Config
from lesart.store import Store
from lesart.tui.keep_screen import keep_screen
from lesart.tui.kept_screen import is_harmless
from tests.conftest import NOW, a_draft
from tests.safety.terminal import Program

ROWS, COLUMNS = 40, 140
ONLY_SHOWN = """
import os, sys
from lesart.__main__ import _kept_screen
shown = _kept_screen(sys.argv[1:])
heavy = {"textual", "sqlite3", "pathlib", "dataclasses", "typing", "re"}
loaded = sorted(heavy & set(sys.modules))
if os.environ.get("THEN"):
    exec(os.environ["THEN"])
if shown is not None:
    shown.take_away()
print("SHOWN" if shown is not None else "NONE", loaded)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        for n in range(5):
            store.articles.add(a_draft(f"Words {n}.", title=f"Headline {n}"), now=NOW)
    (tmp_path / "config.toml").write_text('entities = "rules"\nlocale = "en"\n')
    return path


@contextmanager
def running(library: Path, *code: str, rows: int = ROWS, **environment: str) -> Iterator[Program]:
    home = library.parent
    command = [sys.executable, *(code or ("-m", "lesart")), "--db", str(library)]
    settings = {"HOME": str(home), "LESART_CONFIG": str(home / "config.toml")}
    with Program(command, rows=rows, columns=COLUMNS, **(settings | environment)) as program:
        yield program


@pytest.fixture
def kept(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that was left as `leave_once` leaves it, in a tenth of the time."""
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("LESART_CONFIG", str(library.parent / "config.toml"))
    keep_screen(Config(library=library, locale="en"), Size(COLUMNS, ROWS), os.environ)
    assert shown(library)
    return library


def leave_once(library: Path) -> None:
    """Start the program, look at the list, and quit."""
    with running(library) as program:
        program.wait_for("Headline 0")
        program.wait_for("#Figures")
        program.press("q")
        assert program.end(30) == 0


def shown(library: Path, *, rows: int = ROWS, **environment: str) -> bool:
    """Whether the next start would begin with the kept screen."""
    with running(library, "-c", ONLY_SHOWN, rows=rows, **environment) as program:
        program.end(30)
        written = bytes(program.written).decode()
        is_shown = "SHOWN" in written
        assert is_shown == ("Headline" in written)
        return is_shown


def cells(screen: pyte.Screen) -> list[list[object]]:
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def test_the_list_is_there_before_anything_is_imported(library):
    leave_once(library)
    with running(library, "-c", ONLY_SHOWN) as program:
        program.wait_for("SHOWN")
        program.end()
        assert "SHOWN []" in bytes(program.written).decode()
        assert oct((library.parent / "library.sqlite.screen").stat().st_mode)[-3:] == "600"


def test_nothing_flickers_when_the_program_takes_over(library):
    leave_once(library)
    with running(library) as program:
        program.wait_for("#Figures")
        kept, _, rest = bytes(program.written).partition(b"\x1b[?1000h")
        assert b"Headline 4" in kept
        assert b"\x1b[?1049h" not in rest  # it would empty the screen
        frames = rest.split(b"\x1b[?2026l")
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        stream.feed(kept)
        before = cells(screen)
        assert b"Headline 4" in frames[0]
        stream.feed(frames[0].replace(b"\x1b[>25u", b""))
        assert cells(screen) == before
        program.press("q")
        program.end(30)
        assert bytes(program.written).rindex(b"\x1b[?1049l") > len(kept)


@pytest.mark.parametrize("typed_at", ["the first frame", "once"])
def test_what_is_typed_before_the_program_is_there_reaches_it(kept, typed_at):
    with running(kept) as program:
        if typed_at == "the first frame":
            program.read(0.01, 10, first=10)
            assert b"\x1b[?1000h" not in program.written  # the program itself is not there yet
            program.press("j", "j", "\r", quiet=0)
            program.wait_for("READ")
            program.wait_for("Words 2.")
        else:
            program.press("j", "j", quiet=0)
            program.wait_for("3/5")


def add_article(library: Path) -> None:
    with Store.open(library) as store:
        store.articles.add(a_draft("More.", title="Headline 9"), now=NOW)


def read_article(library: Path) -> None:
    with Store.open(library) as store:
        store.articles.set_read([1], True)


def another_theme(library: Path) -> None:
    (library.parent / "config.toml").write_text('entities = "rules"\ntheme = "lesart-light"\n')


def another_file(library: Path) -> None:
    data = library.read_bytes()
    library.unlink()
    library.write_bytes(data)


def without_library(library: Path) -> None:
    library.unlink()


def a_log_beside(library: Path) -> None:
    library.with_name("library.sqlite-wal").write_bytes(b"x" * 4096)


CHANGES = [add_article, read_article, another_theme, another_file, without_library, a_log_beside]


@pytest.mark.parametrize("change", CHANGES)
def test_a_screen_that_is_not_true_any_more_is_not_shown(kept, change):
    change(kept)
    assert not shown(kept)


@pytest.mark.parametrize(
    "environment",
    [
        {"NO_COLOR": "1"},
        {"TERM": "vt100"},
        {"COLORTERM": ""},
        {"LANG": "de_DE.UTF-8"},
        {"TZ": "Asia/Tokyo"},
        {"TEXTUAL_THEME": "nord"},
        {"COLUMNS": "100"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_a_screen_that_would_look_otherwise_here_is_not_shown(kept, environment):
    assert not shown(kept, **environment)


def test_a_screen_of_another_size_or_day_is_not_shown(kept):
    assert not shown(kept, rows=ROWS - 1)
    assert not shown(kept, TZ="LATER-23:59:59") or not shown(kept, TZ="EARLIER+23:59:59")


def test_a_screen_that_is_not_true_any_more_is_made_anew_at_the_end(library):
    leave_once(library)
    add_article(library)
    with running(library) as program:
        program.wait_for("Headline 9")
        program.press("q")
        program.end(30)
    with running(library, "-c", ONLY_SHOWN) as program:
        program.end(30)
        assert "Headline 9" in bytes(program.written).decode()


DAMAGES = {
    "empty": lambda data: b"",
    "cut off": lambda data: data[:-200],
    "a line short": lambda data: re.sub(rb"\n[^\n]*\Z", b"", data),
    "a title for the window": lambda data: data.replace(b"Headline 2", b"\x1b]0;x\x07 head"),
    "the cursor elsewhere": lambda data: data.replace(b"Headline 2", b"\x1b[2J\x1b[5;5H"),
    "a control": lambda data: data.replace(b"Headline 2", b"Headline\r2"),
    "one byte of C1": lambda data: data.replace(b"Headline 2", b"Headline\xc2\x9b2"),
    "no text": lambda data: data.replace(b"Headline 2", b"Headline\xff2"),
    "an override": lambda data: data.replace(b"Headline 2", "Head\u202eline 2".encode()),
    "another head": lambda data: b"lesart-screen-9" + data[15:],
    "too large": lambda data: data + b"x" * (1 << 20),
}


SOON = ("cut off", "a title for the window", "too large")


def damaged(kept: Path, damage: str) -> Path:
    file = kept.with_name("library.sqlite.screen")
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    return kept


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_not_shown(kept, damage):
    assert not shown(damaged(kept, damage))


@pytest.mark.parametrize(
    "damage",
    [pytest.param(d, marks=[] if d in SOON else pytest.mark.slow) for d in DAMAGES],
)
def test_the_program_starts_without_a_damaged_file(kept, damage):
    with running(damaged(kept, damage)) as program:
        program.wait_for("Headline 2")
        assert b"Headline 2" not in bytes(program.written).partition(b"\x1b[?1000h")[0]
        program.press("q")
        assert program.end(30) == 0


def test_a_link_in_its_place_is_neither_followed_nor_written_through(library, tmp_path):
    other = tmp_path / "other"
    other.write_text("mine")
    file = library.with_name("library.sqlite.screen")
    file.symlink_to(other)
    leave_once(library)
    assert not shown(library)
    assert other.read_text() == "mine"


@pytest.mark.parametrize(
    "then", ["os.kill(os.getpid(), 15)", "os.kill(os.getpid(), 1)", "shown.take_away()"]
)
def test_who_ends_before_the_program_is_there_finds_the_terminal_as_it_was(kept, then):
    with running(kept, "-c", ONLY_SHOWN, THEN=then) as program:
        program.end(30)
        written = bytes(program.written)
        assert written.count(b"\x1b[?1049h") == written.count(b"\x1b[?1049l") == 1
        assert written.index(b"\x1b[?1049h") < written.index(b"\x1b[?1049l")
        assert b"\x1b[?25h" in written


def test_a_folder_in_its_place_does_no_harm(library):
    library.with_name("library.sqlite.screen").mkdir()
    keep_screen(Config(library=library), Size(100, 30), {"TERM": "xterm"})
    assert library.with_name("library.sqlite.screen").is_dir()


@pytest.mark.parametrize(
    ("line", "harmless"),
    [
        ("plain words", True),
        ("\x1b[1;38;2;1;2;3;48;5;7mwide 字 e\u0301 «\u202f»\x1b[0m", True),
        ("\x1b[m", False),
        ("\x1b[38;2;1;2m", False),
        ("\x1b[38;2;1;2;3333m", False),
        ("\x1b[8mhidden", False),
        ("\x1b[5mblinking", False),
        ("\x1b[1", False),
        ("\x1b]8;;http://x\x1b\\", False),
        ("\x9b1m", False),
        ("a\tb", False),
        ("\x1b[" + "1;" * 60 + "1m", False),
    ],
)
def test_only_characters_and_their_looks_are_written(line, harmless):
    assert is_harmless(line) is harmless
