"""Run a program in a pseudo terminal and time what it paints.

The terminal answers the question for synchronised output (mode 2026), so that Textual brackets every
frame; the closing bracket is the moment the frame is complete. Times are seconds at the reading side.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

FRAME_END = b"\x1b[?2026l"
ALL_HITS = re.compile(rb" 1/\d")
"""The status line when all of a list is there; "1/…" while only its first page is."""
_ASKS_SYNC = b"\x1b[?2026$p"
_HAS_SYNC = b"\x1b[?2026;2$y"


_FORGOTTEN = ("TMUX", "LINES", "COLUMNS", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
BYTECODE = Path(tempfile.gettempdir()) / f"lesart-bytecode-{os.getuid()}"
"""Where compiled modules of measured programs lie: an installed program has them, too."""


def clean_environment() -> dict[str, str]:
    """What a measured program sees: a plain terminal, and its modules compiled as when installed."""
    kept = {name: value for name, value in os.environ.items() if name not in _FORGOTTEN}
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPYCACHEPREFIX": str(BYTECODE),
    }


def painted(words: str) -> re.Pattern[bytes]:
    """These words in a row, however they are styled."""
    between = rb"(?:\s|\x1b\[[\d;]*m)+"
    return re.compile(between.join(re.escape(word.encode()) for word in words.split()))


class Frame(NamedTuple):
    """How long the answer to a key took: by the clock, and in processor time of the program.

    The second is what the program is responsible for where others use the machine, too.
    """

    ms: float
    cpu: float


class Terminal:
    """One program in its own terminal. Use it as a context manager: it is killed at the end."""

    def __init__(
        self, command: Sequence[str], *, rows: int = 40, columns: int = 140, **environment: str
    ) -> None:
        self.output = b""
        self._start = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            with contextlib.suppress(OSError):
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.execvpe(command[0], list(command), clean_environment() | environment)
            os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *error: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _read(self, seconds: float) -> bytes | None:
        """What comes within `seconds`; empty: nothing did; None: the program has ended."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return None
        if _ASKS_SYNC in data:
            os.write(self._fd, _HAS_SYNC)
        self.output += data
        return data

    def wait_for(self, words: bytes, seconds: float = 60) -> float:
        """Seconds from the start of the program until it has painted `words`."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if self._read(0.2) is None:
                break
            if words in self.output:
                return time.perf_counter() - self._start
        raise TimeoutError(self.output[-400:])

    @property
    def age(self) -> float:
        """Seconds since the program was started."""
        return time.perf_counter() - self._start

    def settle(self, quiet: float = 0.3, seconds: float = 10) -> None:
        """Read on until nothing was painted for a while."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and self._read(quiet):
            pass

    def press(self, keys: bytes, seconds: float = 5) -> Frame:
        """A key and the first frame after it."""
        self.output = b""
        spent = self.cpu()
        begin = time.perf_counter()
        os.write(self._fd, keys)
        while time.perf_counter() < begin + seconds:
            data = self._read(0.5)
            if data is None:
                break
            if FRAME_END in self.output:
                return Frame((time.perf_counter() - begin) * 1000, self.cpu() - spent)
        raise TimeoutError(keys)

    def presses(self, keys: Sequence[bytes], quiet: float = 0.15) -> list[Frame]:
        """`press` each, with a pause after every frame so that nothing painted late is counted."""
        taken = []
        for key in keys:
            taken.append(self.press(key))
            self.settle(quiet, 1)
        return taken

    def holds(self, keys: Sequence[bytes], seconds: float = 1 / 30) -> list[Frame]:
        """`press` each at the pace of a key held down, whatever is still to be painted then."""
        taken = []
        for key in keys:
            begin = time.perf_counter()
            taken.append(self.press(key))
            while (rest := begin + seconds - time.perf_counter()) > 0:
                self._read(rest)
        return taken

    def cpu(self) -> float:
        """Milliseconds of processor time that the program's threads have used."""
        spent = 0
        for task in Path(f"/proc/{self.pid}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                spent += int(task.read_text().split()[0])
        return spent / 1e6

    def until(
        self, words: bytes | re.Pattern[bytes], keys: bytes = b"", seconds: float = 30
    ) -> float:
        """Milliseconds from `keys` until the screen has been sent `words`."""
        self.output = b""
        begin = time.perf_counter()
        if keys:
            os.write(self._fd, keys)
        return self.further(words, seconds, begin)

    def further(
        self, words: bytes | re.Pattern[bytes], seconds: float = 30, begin: float | None = None
    ) -> float:
        """Milliseconds from `begin`, or from now, until the screen has been sent `words`, also before."""
        begin = time.perf_counter() if begin is None else begin
        sought = words if isinstance(words, re.Pattern) else re.compile(re.escape(words))
        if sought.search(self.output):
            return (time.perf_counter() - begin) * 1000
        while time.perf_counter() < begin + seconds:
            if self._read(0.5) is None:
                break
            if sought.search(self.output):
                return (time.perf_counter() - begin) * 1000
        raise TimeoutError(f"{words!r} never came: {self.output[-300:]!r}")

    def resize(self, rows: int, columns: int, seconds: float = 5) -> float:
        """Milliseconds from a new window size until the last frame that it brings."""
        self.output = b""
        begin = last = time.perf_counter()
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        while time.perf_counter() < begin + seconds:
            data = self._read(0.3)
            if data is None or (not data and last > begin):
                break
            if data:
                last = time.perf_counter()
        return (last - begin) * 1000

    def send(self, keys: bytes) -> None:
        os.write(self._fd, keys)

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs."""
        try:
            return os.waitpid(self.pid, os.WNOHANG) == (0, 0)
        except ChildProcessError:
            return False

    def memory(self) -> float:
        """Resident memory of the program itself, MiB; its child processes are left out."""
        with open(f"/proc/{self.pid}/status") as status:
            for line in status:
                if line.startswith("VmRSS"):
                    return int(line.split()[1]) / 1024
        return 0.0


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many percent of `values` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]
