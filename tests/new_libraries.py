"""New libraries as copies of one that the migrations made, like a person's.

To make one takes 30 ms, ten migrations one after another; the tests want thousands.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest

from lesart.store.file import opening


def copied_from(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `Store.open` fill an empty file with what the migrations make of `first`."""
    by_migrations, lock = opening._migrate, threading.Lock()
    made = sqlite3.connect(":memory:", check_same_thread=False)
    with contextlib.closing(opening.connect(first)) as connection:
        connection.backup(made)

    def migrate(
        connection: sqlite3.Connection, path: Path, *, is_new: bool, tell: opening.Tell
    ) -> None:
        if not is_new:
            by_migrations(connection, path, is_new=is_new, tell=tell)
            return
        with lock, opening.writing(path):
            if opening._is_empty(connection):  # else somebody else was quicker
                made.backup(connection)

    monkeypatch.setattr(opening, "_migrate", migrate)
