"""Locks beside the library file: one process writes at a time, and who holds it open is known.

The system lets go of them however a process ends. Two files lie beside the library:

`.lock` is held while a transaction is written and while the log is folded in (`checkpoint`). What the
library file looked like after the last folding stands in it: whoever finds another file knows that
it was replaced or overwritten meanwhile, and trusts neither its cache nor any row number.

Who wants `.lock` stands in line for it with `.queue.lock`: without it, a process that writes one
transaction after the other would take it again before another one that waits has woken up.

`.open` is shared by all who have the library open; who puts another in its place wants it alone. The
process numbers of screens stand in it, for the sentence that tells a person of the other one.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from lesart.model.errors import LibraryError
from lesart.translations import _

try:
    import fcntl
except ImportError:  # no such system has these locks; SQLite's own remain
    fcntl = None  # type: ignore[assignment]

HAS_LOCKS = fcntl is not None
_WIDTH = 120
_PATIENCE = 10.0
"""Seconds until one who waits is told so."""
_LONGEST_PAUSE = 0.005
"""Seconds between two looks at a lock that another one holds."""


class LibraryReplaced(LibraryError):
    """Another file stands where the library was: nothing that was read from it holds any more."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{path} was replaced or changed by another program while it was open here; this was "
                "not stored. Do it again on the library that is there now."
            ).format(path=path)
        )


class Seal(NamedTuple):
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    size: int
    modified: int


def seal_of(path: Path) -> Seal | None:
    """How the file looks now; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Seal(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def beside(path: Path, ending: str) -> Path:
    """The file of that ending beside the real library: two names for it must lead to one lock."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + ending)


class FileLock:
    """A lock on one file, taken and let go many times; it belongs to one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self.is_held = False

    def take(self, *, is_shared: bool = False, patience: float = _PATIENCE) -> bool:
        """Wait for it; False where it cannot be had: in time, or not at all in this place."""
        if not self.can_be_had:
            return False
        assert self._handle is not None
        kind = (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB
        until, pause = time.monotonic() + patience, 0.0005
        while True:
            try:
                fcntl.flock(self._handle, kind)
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(pause)
                pause = min(pause * 1.5, _LONGEST_PAUSE)
            except OSError:
                return False  # a file system without locks
            else:
                self.is_held = True
                return True

    @property
    def can_be_had(self) -> bool:
        """Whether there are such locks here, and one may write the file."""
        if not HAS_LOCKS:
            return False
        if self._handle is None:
            flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
            try:
                self._handle = os.open(self._path, flags, 0o600)
            except OSError:
                return False
        return True

    def let_go(self) -> None:
        if self._handle is not None and self.is_held:
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        self.is_held = False

    def close(self) -> None:
        """Let go of it, and of the file."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle, self.is_held = None, False

    def says(self) -> str:
        """What stands in the file."""
        if self._handle is None:
            return ""
        return os.pread(self._handle, 4000, 0).decode("ascii", "replace")

    def say(self, words: str) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):  # a full disk: then nothing stands there
                os.pwrite(self._handle, words.encode("ascii"), 0)
                os.ftruncate(self._handle, len(words))


class WriteLock(FileLock):
    """Held while the library is written, and while its log is folded in.

    In its file stands how the library file looked after the last folding, and a number that grows
    whenever it is found to look otherwise.
    """

    def __init__(self, library: Path) -> None:
        super().__init__(beside(library, ".lock"))
        self._queue = FileLock(beside(library, ".queue.lock"))
        self._library = library
        self.epoch = 0
        """Two that opened the library under the same number opened the same file."""

    def take(self, *, is_shared: bool = False, patience: float = _PATIENCE) -> bool:
        """Wait for one's turn: whoever let go of it meanwhile comes after those who wait."""
        until = time.monotonic() + patience
        is_next = self._queue.take(patience=patience)
        if not is_next and self._queue.can_be_had:
            return False
        try:
            return super().take(is_shared=is_shared, patience=max(0.0, until - time.monotonic()))
        finally:
            self._queue.let_go()

    def close(self) -> None:
        self._queue.close()
        super().close()

    def join(self, settle: Callable[[], None]) -> None:
        """From now on it is noticed when the file is changed by other ways than ours.

        `settle` puts right what was made of a file that was changed so before.
        """
        is_ours = self.take(patience=0.5)
        if is_ours:
            if self._is_as_sealed(any_epoch=True):
                self.epoch = self._said()[0]
            else:
                settle()
                self.epoch = self._said()[0] + 1
                self.seal()
            self.let_go()
        else:
            self.epoch = self._said()[0]

    def will_change(self) -> None:
        """Note that we are about to change the file: one who is killed at it has not replaced it."""
        seal = seal_of(self._library)
        if seal is not None:
            self.say(f"{self.epoch} {seal.device} {seal.inode}\n".ljust(_WIDTH))

    def seal(self) -> None:
        """Note how the library file looks, after we have changed it. The lock must be held."""
        seal = seal_of(self._library)
        if seal is not None:
            self.say(f"{' '.join(map(str, (self.epoch, *seal)))}\n".ljust(_WIDTH))

    def is_broken(self) -> bool:
        """Whether the file is another one than we opened and folded. The lock must be held."""
        if not self.says().strip():  # a full disk: nothing could be noted there
            self.seal()
            return False
        return not self._is_as_sealed()

    def _is_as_sealed(self, *, any_epoch: bool = False) -> bool:
        epoch, *sealed = self._said()
        now = seal_of(self._library)
        if now is None or not (any_epoch or epoch == self.epoch):
            return False
        return sealed == list(now[: len(sealed)]) and len(sealed) > 1

    def _said(self) -> list[int]:
        words = self.says().split()
        if len(words) not in (3, 1 + len(Seal._fields)) or not all(map(str.isdecimal, words)):
            return [0]
        return list(map(int, words))


class Holding:
    """One part of the program that has the library open."""

    def __init__(self, library: Path) -> None:
        self._lock = FileLock(beside(library, ".open"))
        self.is_only_one = self._lock.take(patience=0)
        """Nobody else had it open then."""
        if self.is_only_one:
            self._lock.say("")
        if not self._lock.take(is_shared=True) and self._lock.can_be_had:
            self._lock.close()
            raise LibraryError(
                _(
                    "{library} is being replaced or brought up to date by another Lesart. Try again when "
                    "it is done."
                ).format(library=library)
            )

    def announce(self) -> str:
        """Say that this process shows the library; a sentence if another one does, else nothing."""
        others = [int(w) for w in self._lock.says().split() if w.isdecimal()]
        alive = [pid for pid in others if pid != os.getpid() and _is_alive(pid)]
        self._lock.say(" ".join(map(str, [*alive, os.getpid()])))
        if not alive:
            return ""
        return _(
            "Another Lesart (process {alive}) shows this library too. Both may write; what the "
            "other one stores shows here with the next list."
        ).format(alive=alive[0])

    def close(self) -> None:
        self._lock.close()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True


@contextlib.contextmanager
def alone(library: Path, what: str) -> Iterator[None]:
    """Have the library to oneself; raises LibraryError where another part of Lesart has it open."""
    lock = FileLock(beside(library, ".open"))
    try:
        if not lock.take(patience=0) and lock.can_be_had:
            pids = " ".join(w for w in lock.says().split() if w.isdecimal() and _is_alive(int(w)))
            who = (
                _("Another Lesart (process {pids})").format(pids=pids)
                if pids
                else _("Another Lesart")
            )
            raise LibraryError(
                _(
                    "{who} has {library} open, so it cannot be {what} now. Close it, then do this again. "
                    "Nothing was changed."
                ).format(who=who, library=library, what=what)
            )
        yield
    finally:
        lock.close()
