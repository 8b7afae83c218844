"""The real program in a pseudo terminal, and every byte it writes looked at."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from wcwidth import wcwidth

from tests.safety.hostile import ACTS, ISOLATES, is_left_open

_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|(?P<sgr>\x1b\[[0-9;:]*m)"
    r"|(?P<mode>\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl])"
    r"|(?P<ask>\x1b\[\?(?:2026|2048)\$p|\x1b\[>\d+u|\x1b\[<u|\x1b\[\?u|\x1b\[c|\x1b\]11;\?\x1b\\)"
    r"|(?P<copied>\x1b\]52;c;[A-Za-z0-9+/=]*\x07)"
    r"|(?P<pointer>\x1b\]22;[a-z-]*\x07)"
    r"|(?P<control>[\r\n\x07])"
    r"|(?P<text>[^\x1b\r\n\x07]+)"
)
"""All that Textual writes; whatever does not fit comes from somewhere else."""


_BEGUN = re.compile(
    rb"(?:\x1b(?:\[[0-9;:?>]*\$?|\][0-9a-zA-Z;+/=?-]*\x1b?)?|[\xc2-\xf4][\x80-\xbf]{0,2})?\Z"
)
"""The beginning of a sequence, or of a character's bytes."""


class Foreign(AssertionError):
    """Something was written that neither is text nor comes from Textual."""


class Grid:
    """What a terminal shows that has heard only of cells: each character as wide as its width."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.turns = [[""] * columns for _ in range(rows)]
        """What keeps words from right to left by themselves, with the cell that it stands behind."""
        self.copied: list[str] = []
        self.words: list[str] = []
        """All that was ever drawn, piece by piece."""
        self._row = self._column = 0

    def feed(self, raw: bytes) -> None:
        """Take what was written; raises Foreign where a sequence is not Textual's."""
        written = raw.decode("utf-8", "strict")
        at = 0
        while at < len(written):
            token = _TOKEN.match(written, at)
            if token is None:
                raise Foreign(ascii(written[max(0, at - 60) : at + 60]))
            at = token.end()
            if token["row"]:
                self._row, self._column = int(token["row"]) - 1, int(token["column"]) - 1
            elif token["text"]:
                self._draw(token["text"])
            elif token["mode"] == "\x1b[?1049l":
                self.cells = [[" "] * self.columns for _ in range(self.rows)]
                self.turns = [[""] * self.columns for _ in range(self.rows)]
                self._row = self._column = 0
            elif token["control"] == "\n":
                self._row += 1
                if self._row == self.rows:
                    self._row -= 1
                    self.cells = [*self.cells[1:], [" "] * self.columns]
                    self.turns = [*self.turns[1:], [""] * self.columns]
            elif token["control"] == "\r":
                self._column = 0
            elif token["copied"]:
                self.copied.append(token["copied"])

    def _draw(self, text: str) -> None:
        if acts := ACTS.search(text.translate(dict.fromkeys(map(ord, ISOLATES)))):
            raise Foreign(f"{acts[0]!a} in {text[max(0, acts.start() - 30) : acts.end() + 30]!a}")
        self.words.append(text)
        for character in text:
            if character in ISOLATES:  # a terminal keeps it with the cell before
                self.turns[self._row][max(0, self._column - 1)] += character
                continue
            width = wcwidth(character)
            if width < 0:
                raise Foreign(ascii(character))
            for cell in range(width):
                if not (0 <= self._row < self.rows and self._column + cell < self.columns):
                    raise Foreign(f"{character!a} beyond the edge of row {self._row}")
                self.cells[self._row][self._column + cell] = character if cell == 0 else ""
                self.turns[self._row][self._column + cell] = ""
            self._column += width

    def lines(self) -> list[str]:
        return ["".join(row) for row in self.cells]

    def rows_left_open(self) -> list[str]:
        """Those on which something turns more than its own words."""
        return [
            "".join(row)
            for row, turns in zip(self.cells, self.turns, strict=True)
            if is_left_open("".join(turns))
        ]

    def columns_of(self, character: str) -> list[set[int]]:
        """In which columns each row has `character`."""
        return [{x for x, cell in enumerate(row) if cell == character} for row in self.cells]


class Program:
    """One run of the program. Everything it wrote is in `written`; `grid` has it drawn."""

    def __init__(
        self, command: Sequence[str], *, rows: int = 40, columns: int = 140, **environment: str
    ) -> None:
        self.written = bytearray()
        self.grid = Grid(rows, columns)
        self._drawn = 0
        self.status: int | None = None
        self.background: Sequence[bytes] = ()
        """What it answers, piece by piece, when it is asked what it looks like behind the text."""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            with contextlib.suppress(OSError):
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                kept = {
                    k: v for k, v in os.environ.items()
                    if k not in ("TMUX", "LINES", "COLUMNS", "NO_COLOR")
                }  # fmt: skip
                settings = {
                    "TERM": "xterm-256color",
                    "COLORTERM": "truecolor",
                    "ESCDELAY": "20",
                    **environment,
                }
                os.execvpe(command[0], list(command), kept | settings)
            os._exit(127)

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *error: object) -> None:
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):  # hung up
            os.close(self._fd)

    def read(self, quiet: float = 0.25, seconds: float = 8, first: float = 0.0) -> None:
        """Read until nothing was written for a while; then look at all of it."""
        end = time.monotonic() + seconds
        patience = max(first, quiet)
        while time.monotonic() < end:
            if not select.select([self._fd], [], [], patience)[0]:
                break
            patience = quiet
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:
                break
            if b"\x1b[?2026$p" in data:
                os.write(self._fd, b"\x1b[?2026;2$y")
            if b"\x1b]11;?" in data:
                for piece in self.background:
                    os.write(self._fd, piece)
                    time.sleep(0.02)
            self.written += data
        self._look()

    def _look(self) -> None:
        new = bytes(self.written[self._drawn :])
        if self.status is None:  # a sequence may have come in half; the rest comes later
            new = new[: len(new) - len(_BEGUN.search(new)[0])]  # type: ignore[index]
        self.grid.feed(new)
        self._drawn += len(new)

    def wait_for(self, words: str, seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while words not in "\n".join(self.grid.lines()):
            if time.monotonic() > end:
                raise TimeoutError("\n".join(self.grid.lines()))
            self.read(0.2, 2)

    def press(self, *keys: str, quiet: float = 0.04) -> None:
        """Press each key when the one before has been answered, as a person would."""
        for key in keys:
            os.write(self._fd, key.encode("utf-8", "surrogatepass"))
            self.read(quiet, 5, first=0.5)

    def paste(self, words: str) -> None:
        self.press(f"\x1b[200~{words}\x1b[201~")

    def hang_up(self, seconds: float = 20) -> int:
        """Close the terminal's window; gives the program's exit status once it has ended."""
        os.close(self._fd)
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
            time.sleep(0.05)
        raise TimeoutError("it goes on without a terminal")

    def end(self, seconds: float = 10) -> int:
        """Wait until the program has ended; gives its exit status."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self.read(0.1, 1)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self._look()
                return self.status
        raise TimeoutError("\n".join(self.grid.lines()))


def frames_are_whole(grid: Grid, border: str, *, first: int, last: int) -> None:
    """The border stands in the same columns in every row between two rows."""
    columns = grid.columns_of(border)[first:last]
    wanted = max(columns, key=len) if columns else set()
    everywhere = {x for x in wanted if sum(x in seen for seen in columns) > 0.7 * len(columns)}
    torn = [y for y, seen in enumerate(columns, first) if not everywhere <= seen]
    assert everywhere, "\n".join(grid.lines())
    assert not torn, f"rows {torn}, columns {everywhere}\n" + "\n".join(grid.lines())


__all__ = ["Foreign", "Grid", "Path", "Program", "frames_are_whole"]
