"""Open a library for reading where nothing may be written: the file, its folder, or both.

SQLite wants a second file for its log's index even to read. Where none is there and none can be made,
a library without a log is read as a file that nobody changes; one whose log was left behind by a
program that was killed is read from a copy, since the file alone is not all of it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from lesart.store.file.checkpoint import log_size
from lesart.store.file.locks import beside
from lesart.translations import N_

_LOOKS = 3
"""Times that a file is asked for before it is believed that it may not be written."""
SAYS = N_("This library is read-only: you may read, search and export, but nothing here is stored.")


def may_write(library: Path) -> bool:
    """Whether the file and its folder can be written, as a log beside it needs."""
    real = Path(os.path.realpath(library))
    beside_it = (beside(real, ending) for ending in ("-wal", "-shm"))
    return all(not _forbids(path) for path in (real, real.parent, *beside_it))


def _forbids(path: Path) -> bool:
    """Whether the file is there and may not be written.

    Who closes the library takes the files beside it away at any moment, also between two questions:
    what is gone forbids nothing, and what came back meanwhile is asked again.
    """
    return all(not os.access(path, os.W_OK) and path.exists() for _look in range(_LOOKS))


def open_for_reading(library: Path, *, busy_seconds: float) -> sqlite3.Connection:
    """A connection that only reads; raises sqlite3.Error where even that is impossible."""
    if may_write(library):
        return _connection(library, "mode=ro", busy_seconds)
    if beside(library, "-shm").exists():  # somebody has it open, who may write
        with contextlib.suppress(sqlite3.Error):
            connection = _connection(library, "mode=ro", busy_seconds)
            try:
                connection.execute("PRAGMA user_version").fetchone()
                return connection
            except sqlite3.Error:
                connection.close()
    if log_size(library) == 0:
        return _connection(library, "immutable=1", busy_seconds)
    return _of_a_copy(library, busy_seconds)


def _of_a_copy(library: Path, busy_seconds: float) -> sqlite3.Connection:
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="lesart-"))
    try:
        copy = folder / "library.sqlite"
        for ending in ("", "-wal"):
            shutil.copyfile(beside(library, ending), beside(copy, ending))
        connection = _connection(copy, "mode=rw", busy_seconds)
        connection.execute("PRAGMA user_version").fetchone()
        return connection
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # what is open stays readable until it is closed


def _connection(library: Path, how: str, busy_seconds: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{library.absolute().as_uri()}?{how}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        cached_statements=256,
    )
