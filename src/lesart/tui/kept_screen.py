"""The first frame as it was painted last time, shown before the program itself is there.

To import the program takes ten times as long as to write a screen. So the frame that the next start
will paint first is kept in a file beside the library (`keep_screen`), and written to the terminal by
this module, which imports nothing. Keys typed meanwhile wait in the terminal, and the app, once it
runs, paints the same cells over it.

It is shown only where nothing has changed that the frame depends on: one line at the head of the file
says what that was, to the byte of the library file's head. The file is outside, too: cells and styles
are all that gets from it to the terminal.
"""

from __future__ import annotations

import os
import stat
import sys
import time

from lesart import __version__

TYPE_CHECKING = False  # `typing` itself takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

try:
    import termios
except ImportError:  # another system's terminals: there none is kept and none shown
    termios = None  # type: ignore[assignment]

CAN_BE_KEPT = termios is not None
ENDING = ".screen"
_LARGEST = 1 << 20
_HEAD = 100
"""Bytes of the library's header; SQLite counts there how often the file was changed."""
END = "whole"
"""The last line: a file that was not written to its end has none."""
ENTER = "\x1b[?1049h"
"""Ask the terminal for its other screen. It empties that screen, so it must be said once only."""
_LEAVE = "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"

_NEVER_WITH = ("NO_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE", "FORCE_COLOR", "UNICODE_VERSION")
_LOOKS = (
    "TERM",
    "COLORTERM",
    "COLORFGBG",
    "TERM_PROGRAM",
    "LC_ALL",
    "LC_NUMERIC",
    "LC_MESSAGES",
    "LANG",
    "LANGUAGE",
    "TZ",
)
"""What of the environment changes how a frame looks."""

_STYLES = frozenset(
    str(number)
    for numbers in ((0, 1, 2, 3, 4, 7, 9), range(22, 30), range(30, 38), range(40, 48), (39, 49),
                    range(90, 98), range(100, 108))
    for number in numbers
)  # fmt: skip
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
"""Blanks that Python does not call printable."""


class Shown:
    """A kept screen that stands in the terminal until the app takes it over, or it is taken away."""

    def __init__(self, attributes: list[Any]) -> None:
        self.attributes = attributes
        """How the terminal was before."""
        self.is_taken_over = False

    def take_away(self) -> None:
        """Leave the terminal as it was, if the app has not taken it over."""
        if self.is_taken_over:
            return
        self.is_taken_over = True
        # Keys meant for the reader must not become commands of the shell.
        termios.tcflush(0, termios.TCIFLUSH)
        termios.tcsetattr(0, termios.TCSANOW, self.attributes)
        _write(_LEAVE)


def state(library: str, config: str, environment: Mapping[str, str]) -> str | None:
    """All that the first frame depends on, as one line; None where nobody can tell."""
    if any(name in environment for name in _NEVER_WITH):
        return None
    if any(name.startswith("TEXTUAL") for name in environment):
        return None
    real = os.path.realpath(library)
    if _size(real + "-wal") or _size(real + "-journal"):
        return None  # what is in there has not come into the file yet, or has to be taken out of it
    try:
        with open(real, "rb") as file:
            head, found = file.read(_HEAD), os.fstat(file.fileno())
    except OSError:
        return None
    if not found.st_mtime_ns % 1_000_000_000:
        return None  # a file system that counts whole seconds: too many writes look like one
    here = os.path.dirname(__file__)
    return repr((
        __version__, _stamp(here), _stamp(os.path.join(here, "app.tcss")), _stamp(sys.prefix),
        _stamp(os.path.join(os.path.dirname(here), "translations")),
        [environment.get(name) for name in _LOOKS],
        config, _stamp(config),
        real, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, head.hex(),
        *_today(),
    ))  # fmt: skip


def _today() -> tuple[object, ...]:
    """The day, and how its clock goes: other rows show their time tomorrow."""
    now = time.localtime()
    return now.tm_year, now.tm_yday, now.tm_gmtoff, now.tm_zone, _stamp("/etc/localtime")


def _stamp(path: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def file_of(library: str) -> str:
    return os.path.realpath(library) + ENDING


def show(library: str, config: str, environment: Mapping[str, str]) -> Shown | None:
    """Write the kept screen to the terminal, if it is what the program would paint now."""
    if not _is_one_terminal():
        return None
    kept = read(file_of(library))
    if len(kept) < 3:
        return None
    columns, rows = os.get_terminal_size(1)
    head, *lines, end = kept
    if head != head_line(state(library, config, environment), columns, rows):
        return None
    if end != END or len(lines) != rows or not all(map(is_harmless, lines)):
        return None
    attributes = termios.tcgetattr(0)
    termios.tcsetattr(0, termios.TCSANOW, _raw(attributes))
    placed = "".join(f"\x1b[{row};1H{line}\x1b[0m" for row, line in enumerate(lines, 1))
    _write(f"{ENTER}\x1b[?25l\x1b[?7l{placed}")
    return Shown(attributes)


def head_line(state: str | None, columns: int, rows: int) -> str | None:
    """What a kept screen of this state and size begins with."""
    return None if state is None else f"lesart-screen-1 {columns}x{rows} {state}"


def _is_one_terminal() -> bool:
    """Whether all three streams are one terminal of text that is ours to write on."""
    if termios is None or (getattr(sys.__stderr__, "encoding", "") or "").lower() != "utf-8":
        return False
    try:
        if not all(map(os.isatty, (0, 1, 2))) or len({os.fstat(fd).st_rdev for fd in range(3)}) > 1:
            return False
        return os.tcgetpgrp(0) == os.getpgrp()  # else the shell has only begun us in the background
    except OSError:
        return False


def read(path: str) -> list[str]:
    """The lines of a file of ours; nothing where there is none, or somebody else's."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.getuid():
                return []
            data = file.read(_LARGEST + 1)
        return data.decode("utf-8").split("\n") if len(data) <= _LARGEST else []
    except (OSError, UnicodeDecodeError):
        return []


def is_harmless(line: str) -> bool:
    """Whether a line has nothing but characters that are drawn, and how they look."""
    first, *rest = line.split("\x1b")
    if not _is_drawn(first):
        return False
    for piece in rest:
        style, has_end, text = piece.partition("m")
        if not has_end or style[:1] != "[" or not _is_style(style[1:]) or not _is_drawn(text):
            return False
    return True


def _is_drawn(text: str) -> bool:
    return text.translate(_SPACES).isprintable()


def _is_style(numbers: str) -> bool:
    given: Sequence[str] = numbers.split(";")
    if len(given) > 30:
        return False
    while given:
        if given[0] in ("38", "48") and given[1:2] == ["2"]:
            parts, given = given[2:5], given[5:]
            count = 3
        elif given[0] in ("38", "48") and given[1:2] == ["5"]:
            parts, given = given[2:3], given[3:]
            count = 1
        elif given[0] in _STYLES:
            given = given[1:]
            continue
        else:
            return False
        if len(parts) != count or not all(
            p.isascii() and p.isdigit() and len(p) < 4 for p in parts
        ):
            return False
    return True


def _raw(attributes: list[Any]) -> list[Any]:
    """As the app will want the terminal: every key is kept as it was pressed, and none is echoed."""
    inputs, outputs, controls, local, *rest = attributes
    inputs &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    local &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    speeds, characters = rest[:2], list(rest[2])
    characters[termios.VMIN] = 1
    return [inputs, outputs, controls, local, *speeds, characters]


def _write(words: str) -> None:
    data = words.encode("utf-8")
    while data:
        data = data[os.write(2, data) :]
