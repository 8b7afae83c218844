"""The real program over hostile libraries: every byte it writes is its own, every column stays."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.safety.hostile import (
    MARK,
    hostile_folder,
    library_by_the_door,
    library_from_elsewhere,
)
from tests.safety.terminal import Foreign, Grid, Program, frames_are_whole
from tests.safety.tour import TITLES

ESC = "\x1b"
WIDE_LIST_BORDER, FACTS_BORDER = "▕", "▏"


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of hostile library, made once and copied for each run."""
    folder = tmp_path_factory.mktemp("hostile")
    made = {}
    makers: dict[str, Callable[[Path], int]] = {
        "by the door": library_by_the_door, "from elsewhere": library_from_elsewhere,
    }  # fmt: skip
    for name, make in makers.items():
        path = folder / f"{name}.sqlite"
        make(path)
        made[name] = path
    return made


def settled(library: Path, home: Path) -> tuple[Path, Path, dict[str, str]]:
    """A copy of a library, a hostile config file, and the environment of a program on them."""
    copy, config = home / "library.sqlite", home / "config.toml"
    copy.write_bytes(library.read_bytes())
    config.write_text(
        'entities = "rules"\nlocale = "de"\n"\\u001b]0;x\\u0007" = 1\n'
        '[colours]\nyellow = "\\u001b[31m[/]\\u202e"\n[keys]\n"\\u202e[/]" = "j"\n'
    )
    return copy, config, {"LESART_CONFIG": str(config), "HOME": str(home), "BROWSER": "false %s"}


@pytest.mark.parametrize(
    ("kind", "rows", "columns"),
    [("from elsewhere", 40, 140), ("by the door", 18, 60)],
)
def test_no_screen_lets_a_hostile_text_act(libraries, tmp_path, kind, rows, columns):
    copy, config, environment = settled(libraries[kind], tmp_path)
    command = [sys.executable, "-m", "tests.safety.tour", str(copy), str(config)]
    with Program(command, rows=rows, columns=columns, **environment) as program:
        assert program.end(90) == 0
        drawn = "".join(program.grid.words)
        assert rows < 40 or [title for title in TITLES if title not in drawn] == []
        assert program.grid.copied
        assert not any(MARK in copied for copied in program.grid.copied)


@contextmanager
def reader(library: Path, home: Path, rows: int, columns: int) -> Iterator[Program]:
    copy, _, environment = settled(library, home)
    command = [sys.executable, "-m", "lesart", "--db", str(copy)]
    with Program(command, rows=rows, columns=columns, **environment) as program:
        program.wait_for("LIST")
        yield program


@pytest.mark.parametrize("kind", ["by the door", "from elsewhere"])
def test_the_panes_borders_stay_in_their_columns_whatever_the_rows_hold(libraries, tmp_path, kind):
    with reader(libraries[kind], tmp_path, 40, 140) as program:
        program.wait_for(FACTS_BORDER)
        for _ in range(3):
            frames_are_whole(program.grid, WIDE_LIST_BORDER, first=1, last=38)
            frames_are_whole(program.grid, FACTS_BORDER, first=1, last=38)
            program.press(" ", quiet=0.4)
        program.press("g", "\r")
        for _ in range(12):
            program.press("J", "J", quiet=0.12)
            frames_are_whole(program.grid, WIDE_LIST_BORDER, first=1, last=38)
            frames_are_whole(program.grid, FACTS_BORDER, first=1, last=38)
        program.press("?", quiet=0.4)  # a box over lines in the middle of their words
        assert program.grid.rows_left_open() == []


def test_a_hostile_folder_is_imported_while_the_screen_looks_on(tmp_path):
    count = hostile_folder(tmp_path / "in")
    config = tmp_path / "config.toml"
    config.write_text('entities = "rules"\n')
    command = [
        sys.executable,
        "-m",
        "lesart",
        "--db",
        str(tmp_path / "l.sqlite"),
        str(tmp_path / "in"),
    ]
    with Program(command, LESART_CONFIG=str(config), HOME=str(tmp_path)) as program:
        program.wait_for("this is not")  # many came at once: none is opened
        program.press("\r")
        program.wait_for("READ")
        program.press("q", "j", "j", " ")
        program.press("\x11")
        assert program.end() == 0
    assert count > 70


def test_an_error_that_names_a_hostile_path_is_one_clean_line(tmp_path):
    path = tmp_path / "\x1b]0;OWNED\x07\u202e.sqlite"
    path.write_bytes(b"no database")
    command = [sys.executable, "-m", "lesart", "--db", str(path)]
    # Wide: a terminal wraps what is longer, this one takes it as drawing beyond its edge.
    with Program(command, columns=400) as program:
        assert program.end() == 3
    assert b"lesart: " in program.written


def test_a_bug_leaves_the_terminal_whole_and_prints_no_values(libraries, tmp_path):
    script = tmp_path / "broken.py"
    script.write_text(
        "import sys\n"
        "from lesart.tui.controllers.settings_now import SettingsNow\n"
        "def boom(self):\n"
        "    secret = 'hunter2'\n"
        "    raise ValueError('\\x1b]0;OWNED\\x07 https://me:hunter3@example.org/')\n"
        "SettingsNow.do_theme = boom\n"
        "from lesart.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    library = tmp_path / "library.sqlite"
    library.write_bytes(libraries["by the door"].read_bytes())
    command = [sys.executable, str(script), "--db", str(library)]
    with Program(command, HOME=str(tmp_path)) as program:
        program.wait_for("LIST")
        program.press("\x1b[15~")
        assert program.end() == 1
    written = bytes(program.written)
    assert written.rindex(b"\x1b[?1049l") > written.rindex(b"\x1b[?1049h")
    report = written[written.rindex(b"\x1b[?1049l") :]
    assert b"a bug ended the screen" in report
    assert b"hunter2'" not in report.replace(b"secret = ", b"")
    assert b"hunter3" not in report
    assert b"\x1b]0;" not in report


def test_the_test_itself_sees_what_does_not_belong():
    for words in (
        "\x1b]0;x\x07",
        "\x1b[2J",
        "a\u202eb",
        "\x9b1m",
        "\x1b]8;;http://x\x1b\\",
        "\U000e0041",
    ):
        with pytest.raises((Foreign, UnicodeDecodeError)):
            Grid(5, 20).feed(words.encode())
