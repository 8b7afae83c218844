"""Open one library file safely: whose it is, how old its schema is, who may write."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from glob import escape
from pathlib import Path

from lesart.locales.in_sentences import numeral
from lesart.model.errors import LibraryError
from lesart.store.file.checkpoint import fold_by_hand
from lesart.store.file.locks import FileLock, WriteLock, alone, beside
from lesart.store.file.read_only import may_write, open_for_reading
from lesart.store.sql_functions import add_views, register
from lesart.text.system_words import reason
from lesart.translations import N_, _

APPLICATION_ID = 0x4C657361  # "Lesa"
SCHEMA_VERSION = 12
PAGE_SIZE = 8192
"""Bytes a page of a new library; one that exists keeps what it has. In SQLite's usual 4,096 one packed
text finds room and the next one often does not: a fifth of those pages stays empty."""
BUSY_MS = 10_000
_LOOKS, _BETWEEN_LOOKS = 5, 0.02
"""How often, and how many seconds apart, a log is read before it is called another database's."""


_BACKED_UP_AT_ONCE = 1 << 24
"""Bytes."""

Tell = Callable[[str], None]
_LARGE = 50_000_000
"""Bytes from which on bringing a library up to date takes so long that one wants to be told."""
_A_MINUTE = 400_000_000
"""Bytes that are brought up to date in about a minute."""


def connect(
    path: Path, *, is_read_only: bool = False, tell: Tell = lambda _: None
) -> sqlite3.Connection:
    """A connection for one thread; creates or migrates the file when it must.

    Raises LibraryError with one sentence when the file cannot be used; it is then untouched. What
    takes long is told before it begins.
    """
    try:
        return _connect(path, is_read_only, tell)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    except OSError as error:
        raise LibraryError(f"{path}: {reason(error)}.") from error


def _connect(path: Path, is_read_only: bool, tell: Tell) -> sqlite3.Connection:
    is_new = not path.exists() or path.stat().st_size == 0
    if is_read_only and is_new:
        raise LibraryError(_("{path}: there is no library here yet.").format(path=path))
    if path.is_dir():
        raise LibraryError(_("{path} is a folder; name a file for the library.").format(path=path))
    if is_new:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if not is_new and (problem := foreign_log(path)):
        raise LibraryError(problem)
    if is_read_only or not may_write(path):
        is_read_only = True
        connection = open_for_reading(path, busy_seconds=BUSY_MS / 1000)
    else:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_MS / 1000,
            isolation_level=None,
            cached_statements=256,
        )
    try:
        _prepare(connection, path, is_new=is_new, is_read_only=is_read_only, tell=tell)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(
    connection: sqlite3.Connection, path: Path, *, is_new: bool, is_read_only: bool, tell: Tell
) -> None:
    if not is_new:
        _check_owner(connection, path)
    register(connection)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise LibraryError(
            _(
                "{path} was written by a newer Lesart (schema {version}, this one knows "
                "{SCHEMA_VERSION}). Update Lesart to open it."
            ).format(path=path, version=version, SCHEMA_VERSION=SCHEMA_VERSION)
        )
    if version < SCHEMA_VERSION and is_read_only:
        raise LibraryError(
            _(
                "{path} is of an older schema and cannot be opened read-only. Copy it to a place where "
                "you may write, and open it there."
            ).format(path=path)
        )
    fold_by_hand(connection)
    if not is_read_only:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.execute("PRAGMA journal_mode = wal")
        if version < SCHEMA_VERSION:
            is_empty = version == 0 and _is_empty(connection)
            _migrate(connection, path, is_new=is_empty, tell=tell)
        connection.execute("PRAGMA synchronous = normal")
    connection.execute("PRAGMA temp_store = memory")
    add_views(connection)
    if is_read_only:
        connection.execute("PRAGMA query_only = on")
    connection.execute("PRAGMA foreign_keys = on")
    connection.execute("PRAGMA recursive_triggers = on")
    # The system keeps what was read, too; a thread that only reads needs little of its own.
    connection.execute(f"PRAGMA cache_size = -{8000 if is_read_only else 16000}")


def foreign_log(path: Path) -> str:
    """What is wrong, where the log beside the library is another database's; else nothing.

    SQLite would believe such a log, and write it over the library. (File format, section 4.)
    """
    log = beside(path, "-wal")
    if _is_own_log(log):
        return ""
    # Somebody may have begun the log anew while we read it: nobody of us does so under the lock.
    lock = WriteLock(path)
    try:
        lock.take()
        for _look in range(_LOOKS):
            if _is_own_log(log):
                return ""
            time.sleep(_BETWEEN_LOOKS)
    finally:
        lock.close()
    return _(
        "{log} belongs to another database; move it away, and the library can be opened again."
    ).format(log=log)


def _is_own_log(log: Path) -> bool:
    """Whether all pages of the log can be this library's, as far as there is a whole log to read."""
    owner = APPLICATION_ID
    try:
        with log.open("rb") as file:
            header = file.read(32)
            page_size = int.from_bytes(header[8:12], "big")
            if len(header) < 32 or not 512 <= page_size <= 65536:
                return True
            while (frame := file.read(24)) and frame[8:16] == header[16:24]:
                if frame[:4] != b"\0\0\0\1":
                    file.seek(page_size, os.SEEK_CUR)
                elif len(page := file.read(page_size)) == page_size:
                    owner = int.from_bytes(page[68:72], "big")
                else:
                    break  # cut off: SQLite does not believe it either
    except OSError:
        return True
    return owner == APPLICATION_ID


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    if owner == APPLICATION_ID or (owner == 0 and _is_empty(connection)):
        return
    raise LibraryError(
        _("{path} is a database of another program; Lesart leaves it alone.").format(path=path)
    )


def _migrate(connection: sqlite3.Connection, path: Path, *, is_new: bool, tell: Tell) -> None:
    """Bring the schema up to date, one process at a time, after a dated copy of what was there."""
    # Heavy imports, and only here: they are due once in a library's life.
    with _without("numpy"):  # loaded if it is there, to store numbers of its kinds; we have none
        from sqlite_utils import Database

    from lesart.store.file.migration_steps import tell_progress
    from lesart.store.file.migrations import migrations

    with writing(path):
        if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            return  # another process was quicker
        with contextlib.nullcontext() if is_new else alone(path, _("brought up to date")):
            if not is_new:
                copy = dated_sibling(path)
                if (size := path.stat().st_size) >= _LARGE:
                    tell(
                        _(
                            "An older Lesart wrote this library of {value} MB. It is brought up to date, about "
                            "{value_2} min; a copy as it was is kept: {copy}"
                        ).format(
                            value=numeral(size // 1_000_000),
                            value_2=numeral(-(-size // _A_MINUTE)),
                            copy=copy,
                        )
                    )
                back_up(connection, copy)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            told = tell_progress.set(tell)
            try:
                migrations.apply(Database(connection, execute_plugins=False))
            finally:
                tell_progress.reset(told)


@contextlib.contextmanager
def _without(library: str) -> Iterator[None]:
    """Import something as if this library were not installed; it can be imported afterwards."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[library]


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold the writers' lock, however long another process holds it; elsewhere SQLite's locks do."""
    lock = FileLock(beside(path, ".lock"))
    lock.take(patience=float("inf"))
    try:
        yield
    finally:
        lock.close()


def sqlite_version() -> str:
    return sqlite3.sqlite_version


def dated_sibling(path: Path) -> Path:
    """Where an automatic copy goes: beside the library, with the day and a free number."""
    from datetime import UTC, datetime

    day = datetime.now(UTC).strftime("%Y-%m-%d")
    for number in range(1, 1000):
        candidate = path.with_name(f"{path.stem}.backup-{day}-{number}{path.suffix}")
        if not any(path.parent.glob(f"{escape(path.stem)}.*-{day}-{number}{escape(path.suffix)}")):
            return candidate
    raise LibraryError(
        _("{parent} holds a thousand backups of today; move some away.").format(parent=path.parent)
    )


def back_up(
    connection: sqlite3.Connection, target: Path, told: Callable[[float], None] | None = None
) -> None:
    """Copy the whole library with SQLite's backup API, which works while others write.

    Half a copy would look like a whole one: where it cannot be finished, none is left. `told` hears now
    and then which share is copied.
    """

    def progress(_status: int, remaining: int, total: int) -> None:
        if told is not None:
            told(1 - remaining / max(total, 1))

    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    copy = sqlite3.connect(target)
    try:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        connection.backup(copy, pages=_BACKED_UP_AT_ONCE // size, progress=progress)
        copy.execute("PRAGMA journal_mode = delete")
    except BaseException:
        copy.close()
        for rest in (target, target.with_name(target.name + "-journal")):
            rest.unlink(missing_ok=True)
        raise
    finally:
        copy.close()


_REASONS = {
    "SQLITE_NOTADB": N_("is no database, or a broken one. `lesart doctor` tells more"),
    "SQLITE_CORRUPT": N_("is broken. `lesart doctor --repair` saves what can be read"),
    "SQLITE_BUSY": N_("is being written by another program. Try again when it is done"),
    "SQLITE_LOCKED": N_("is locked by another program. Try again when it is done"),
    "SQLITE_READONLY": N_("cannot be written: the file or its folder is read-only"),
    "SQLITE_FULL": N_("cannot grow: the disk is full. Nothing was lost; free some space and retry"),
    "SQLITE_CANTOPEN": N_("cannot be opened; is the folder there, and may you write in it?"),
    "SQLITE_IOERR": N_("could not be read or written: the disk reports an error, or it is full"),
    "SQLITE_PERM": N_("may not be opened by you"),
}


def explanation(error: BaseException, path: Path) -> LibraryError | None:
    """What is wrong with the file, where that is what the error tells; None for any other."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorname", "") or ""
    for name, says in _REASONS.items():
        if code.startswith(name):
            return LibraryError(f"{path} {_(says)}.")
    if "user-defined function raised" in str(error):
        return LibraryError(f"{path} {_(_REASONS['SQLITE_CORRUPT'])}.")
    return None


def explained(error: sqlite3.Error, path: Path) -> LibraryError:
    """SQLite's words for what is wrong with the file, in ours."""
    return explanation(error, path) or LibraryError(f"{path}: {error}.")
