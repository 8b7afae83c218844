"""One thread's connection to an open library: statements, transactions, the writers' lock, the log.

Tables and searches ask for one of these and for nothing else of the library.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from lesart.model.errors import LibraryError
from lesart.store.file.checkpoint import (
    LARGEST_LOG,
    fold,
    fold_by_hand,
    log_size,
    set_stale_log_aside,
)
from lesart.store.file.locks import Holding, LibraryReplaced, Seal, WriteLock, beside, seal_of
from lesart.store.file.opening import BUSY_MS, Tell, back_up, connect, explained
from lesart.translations import _

_HAS_STATISTICS = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"


class Connection:
    """An open library file. It belongs to the thread that opened it."""

    def __init__(
        self, raw: sqlite3.Connection, path: Path, lock: WriteLock, holding: Holding
    ) -> None:
        self.raw = raw
        """SQLite's own connection, for what works on the file as a whole."""
        self.execute = raw.execute
        self.executemany = raw.executemany
        self.path = path
        self.holding = holding
        self._lock = lock
        self._fold_from = LARGEST_LOG
        self._seen: Seal | None = seal_of(path)
        self._seen_log = log_size(path)
        # SQLite's index of the log tells who reads what others write; without it nobody would.
        self._is_snapshot = self.is_read_only and not beside(path, "-shm").exists()
        self._is_closed = False
        self._depth = 0

    @classmethod
    def open(
        cls, path: Path, *, is_read_only: bool = False, tell: Tell = lambda _: None
    ) -> Connection:
        """Open or create the library at `path`; raises LibraryError with a sentence."""
        with contextlib.ExitStack() as undo:
            if path.is_file():
                before = WriteLock(path)
                before.join(lambda: set_stale_log_aside(path))
                before.close()
            raw = connect(path, is_read_only=is_read_only, tell=tell)
            undo.callback(raw.close)
            lock = WriteLock(path)
            undo.callback(lock.close)
            lock.join(lambda: None)
            if not raw.execute("PRAGMA query_only").fetchone()[0]:
                fold_by_hand(raw, lock)
            holding = Holding(path)
            undo.pop_all()
        return cls(raw, path, lock, holding)

    def close(self) -> None:
        """Fold the log in and close the file; what was committed stays. Safe to call twice."""
        if self._is_closed:
            return
        self._is_closed = True
        is_ours = log_size(self.path) > 0 and self._take_lock_to_fold()
        if is_ours:
            fold(self.raw, self._lock, busy_ms=BUSY_MS)
            self._lock.will_change()
        elif self.is_replaced():
            self.raw.interrupt()  # our log must not be folded into what is there now
        self.raw.close()  # the last one folds what is left
        if is_ours:
            self._lock.seal()
        self._lock.close()
        self.holding.close()

    def fold(self) -> bool:
        """Bring what the log holds into the file itself; False if that has to wait.

        After it a copy of the one file is a whole library, until somebody writes again.
        """
        if log_size(self.path) == 0:
            return True
        if not self._take_lock_to_fold():
            return False
        try:
            return fold(self.raw, self._lock, busy_ms=BUSY_MS)
        finally:
            self._lock.let_go()

    def _take_lock_to_fold(self) -> bool:
        """Whether it is ours to fold now; a moment's wait, since another time will do as well."""
        if self._depth or self.is_read_only or not self._lock.take(patience=0.2):
            return False
        if self._lock.is_broken():
            self._lock.let_go()
            return False
        return True

    @cached_property
    def is_read_only(self) -> bool:
        """Whether nothing can be written by this connection."""
        return bool(self.execute("PRAGMA query_only").fetchone()[0])

    @property
    def epoch(self) -> int:
        """Another number for whoever opens the library after another file came to stand there."""
        return self._lock.epoch

    def is_replaced(self) -> bool:
        """Whether another file stands where the library was, or somebody else has written over it.

        Asked often, so it costs one look at the folder. Then nothing held of this library is true
        any more, least of all a row number: open it anew.
        """
        now = seal_of(self.path)
        if self._is_snapshot:
            return now != self._seen or log_size(self.path) != self._seen_log
        if now == self._seen:
            return False
        if now is None or (self._seen and now[:2] != self._seen[:2]):
            return True
        if not self._lock.can_be_had:
            return False
        if not self._lock.take(is_shared=True, patience=0):
            return False  # somebody writes this very moment; it is asked again
        try:
            if self._lock.is_broken():
                return True
            self._seen = seal_of(self.path)
            return False
        finally:
            self._lock.let_go()

    # ------------------------------------------------------------------ transactions

    @contextlib.contextmanager
    def transaction(self, *, is_durable: bool = False) -> Iterator[None]:
        """All or nothing; nests. `is_durable` waits for the disk: the reader's own words do."""
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        self._begin(is_durable)
        self._depth = 1
        try:
            yield
            self.execute("COMMIT")
            self._fold_if_long()
        except sqlite3.Error as error:
            self._roll_back()
            raise explained(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0
            if is_durable:
                self.execute("PRAGMA synchronous = normal")
            self._lock.let_go()

    def _begin(self, is_durable: bool) -> None:
        if self.is_read_only:
            raise LibraryError(
                _("{path} cannot be written: the file or its folder is read-only.").format(
                    path=self.path
                )
            )
        if not self._lock.take() and self._lock.can_be_had:
            raise LibraryError(
                _("{path} is being written by another program. Try again when it is done.").format(
                    path=self.path
                )
            )
        try:
            if self._lock.is_held and self._lock.is_broken():
                raise LibraryReplaced(self.path)
            if is_durable:
                self.execute("PRAGMA synchronous = full")
            self.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            self._lock.let_go()
            raise explained(error, self.path) from error
        except BaseException:
            self._lock.let_go()
            raise

    def _fold_if_long(self) -> None:
        """Fold a long log in, still under the lock that we wrote under."""
        if not self._lock.is_held or (size := log_size(self.path)) < self._fold_from:
            return
        is_done = fold(self.raw, self._lock, busy_ms=BUSY_MS)
        # Somebody reads in the log: not at every commit again, but when it has grown as much.
        self._fold_from = LARGEST_LOG if is_done else size + LARGEST_LOG

    def _roll_back(self) -> None:
        if self.raw.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.execute("ROLLBACK")

    # ------------------------------------------------------------------ the whole file

    @property
    def total_changes(self) -> int:
        """Rows written by this connection so far."""
        return self.raw.total_changes

    def version(self) -> int:
        """Another number after somebody else's connection has written; asking costs nothing."""
        with self.explaining():
            return int(self.execute("PRAGMA data_version").fetchone()[0])

    @contextlib.contextmanager
    def explaining(self) -> Iterator[None]:
        """What SQLite finds wrong inside is raised as a LibraryError with a sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def keep_little(self) -> None:
        """Hold no more than 4 MB of the file in memory: for one who shows a page at a time."""
        self.execute("PRAGMA cache_size = -4000")

    def interrupt(self) -> None:
        """Stop the statement that another thread runs on this library right now."""
        self.raw.interrupt()

    def optimise(self) -> None:
        """Let SQLite refresh its statistics, so that it keeps picking the right index."""
        if self.is_read_only or not (self._lock.take() or not self._lock.can_be_had):
            return
        try:
            if self._lock.is_held and self._lock.is_broken():
                return
            self.execute("PRAGMA analysis_limit = 1000")
            self.execute("PRAGMA optimize")
            # By these other programs find the figures of a unit, whatever shelves they stand on.
            known = "SELECT 1 FROM sqlite_stat1 WHERE tbl = 'amount'"
            if (
                self.execute(_HAS_STATISTICS).fetchone() is None
                or not self.execute(known).fetchone()
            ):
                self.execute("ANALYZE amount")
        except sqlite3.Error:
            pass  # another time will do
        finally:
            self._lock.let_go()

    def back_up(self, target: Path, told: Callable[[float], None] | None = None) -> None:
        """Copy the library to a new file, also while others write."""
        try:
            back_up(self.raw, target, told)
        except sqlite3.Error as error:
            raise explained(error, target) from error
