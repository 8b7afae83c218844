"""Fold SQLite's log into the library file: one process at a time, while nobody can write.

SQLite before 3.51.3 may lose a committed transaction: a checkpoint that begins just after another one
has finished takes an old header for the present one while a third connection writes the log from its
start again; what it then notes as folded in never was. So no connection of ours folds by itself
(`wal_autocheckpoint` is off). It is done by whoever holds the lock that every writer of ours holds
while it writes, and in a mode that takes SQLite's own write lock before it reads the header.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from lesart.store.file.locks import HAS_LOCKS, WriteLock, beside

LARGEST_LOG = 8 << 20
"""Bytes; a longer log slows reading down."""
_FIXED_IN = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The first version with the fix, and those that it was taken back to."""


def has_wal_reset_fix(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite is one of those that cannot lose writes when its log starts again."""
    newest, *others = _FIXED_IN
    return version >= newest or any(
        version[:2] == other[:2] and version >= other for other in others
    )


def fold_by_hand(connection: sqlite3.Connection, lock: WriteLock | None = None) -> None:
    """From now on nothing is folded in behind our back, where there are locks to do it under."""
    has_locks = HAS_LOCKS if lock is None else lock.can_be_had
    connection.execute(f"PRAGMA wal_autocheckpoint = {0 if has_locks else 1000}")


def log_size(library: Path) -> int:
    """Bytes in the library's log; 0 if there is none."""
    try:
        return beside(library, "-wal").stat().st_size
    except OSError:
        return 0


def fold(connection: sqlite3.Connection, lock: WriteLock, *, busy_ms: int) -> bool:
    """Fold the whole log into the file and empty it; the lock must be held.

    False where somebody still reads what is in the log: it stays, and is folded another time.
    """
    assert lock.is_held
    try:
        lock.will_change()
        # Readers are not waited for: a writer would wait with us.
        connection.execute("PRAGMA busy_timeout = 0")
        is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(truncate)").fetchone()
    except sqlite3.OperationalError:
        return False  # a full disk, say: the log still has everything
    finally:
        connection.execute(f"PRAGMA busy_timeout = {busy_ms}")
        lock.seal()
    return not is_busy


def set_stale_log_aside(library: Path) -> None:
    """Move a log away that is another library's, where this one is whole without it.

    Somebody has put another file in the library's place and left the log of the former one beside it:
    SQLite would believe that log and mix the two. The writers' lock must be held.
    """
    if log_size(library) == 0 or _is_whole(library) or not _is_whole(library, without_log=True):
        return
    for number in range(1, 1000):
        aside = beside(library, f".stale-log-{number}")
        if not aside.exists():
            os.replace(beside(library, "-wal"), aside)
            beside(library, "-shm").unlink(missing_ok=True)
            return


def _is_whole(library: Path, *, without_log: bool = False) -> bool:
    how = "immutable=1" if without_log else "mode=ro"
    address = f"{library.absolute().as_uri()}?{how}"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=10)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return bool(found[0] == "ok")
    except sqlite3.Error:
        return False
