"""Put a backup in the library's place; what stands there is kept beside it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from lesart.model.errors import LibraryError
from lesart.store.file.locks import alone
from lesart.store.file.opening import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    back_up,
    connect,
    dated_sibling,
    explained,
)
from lesart.store.file.read_only import open_for_reading
from lesart.store.file.salvage import move
from lesart.translations import _

_UNREADABLE = ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_READ")


def restore(path: Path, backup: Path) -> Path | None:
    """Make the library what `backup` holds; gives where the former one was kept, if there was one.

    Raises LibraryError, with the library untouched, if the backup is none of ours or not whole.
    """
    if not backup.is_file():
        raise LibraryError(_("{backup}: there is no such file.").format(backup=backup))
    if path.exists() and os.path.samefile(path, backup):
        raise LibraryError(_("The backup and the library are the same file."))
    _check_backup(backup)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with alone(path, "replaced"):
        kept = _put_in_place(path, backup)
    with contextlib.closing(connect(path)):
        pass  # an older schema is brought up to date now, not at the next start
    return kept


def _put_in_place(path: Path, backup: Path) -> Path | None:
    kept = None
    try:
        if path.exists():
            kept = _keep(path)
        with (
            contextlib.closing(_read_only(backup)) as source,
            contextlib.closing(_writable(path)) as target,
        ):
            if _one(source, "PRAGMA page_size") != _one(target, "PRAGMA page_size"):
                # SQLite refuses pages of another size to a file that keeps a log.
                target.execute("PRAGMA journal_mode = delete")
            source.backup(target)
            target.execute("PRAGMA journal_mode = wal")
        path.chmod(0o600)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    return kept


def _check_backup(backup: Path) -> None:
    try:
        with contextlib.closing(_read_only(backup)) as source:
            if _one(source, "PRAGMA application_id") != APPLICATION_ID:
                raise LibraryError(
                    _("{backup} is no backup of a Lesart library.").format(backup=backup)
                )
            if _one(source, "PRAGMA user_version") > SCHEMA_VERSION:
                raise LibraryError(
                    _("{backup} was written by a newer Lesart; update Lesart first.").format(
                        backup=backup
                    )
                )
            if source.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise LibraryError(
                    _("{backup} is broken; restore another backup.").format(backup=backup)
                )
    except sqlite3.Error as error:
        raise LibraryError(
            _("{backup} is no backup of a Lesart library, or broken.").format(backup=backup)
        ) from error


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _keep(path: Path) -> Path:
    """A copy of what stands there now; of a file that cannot be read, the file itself."""
    target = aside(path, "before-restore")
    try:
        with contextlib.closing(_read_only(path)) as connection:
            back_up(connection, target)
    except sqlite3.Error as error:
        if not getattr(error, "sqlite_errorname", "").startswith(_UNREADABLE):
            raise  # the disk is full, or somebody writes: what is there is sound, and stays
        move(path, target)
    return target


def _read_only(path: Path) -> sqlite3.Connection:
    return open_for_reading(path, busy_seconds=10)


def _writable(path: Path) -> sqlite3.Connection:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    return sqlite3.connect(path, timeout=10)


def aside(path: Path, why: str) -> Path:
    sibling = dated_sibling(path)
    return sibling.with_name(sibling.name.replace(".backup-", f".{why}-"))
