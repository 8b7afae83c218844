"""Keep a growing library quick: fresh statistics, and the index of words in one piece.

The index grows by small pieces, each of which a search has to ask; letters inside words, which ask
for hundreds of words, take five times as long with fifteen pieces as with one. So when a quarter more
articles have come since last time, the pieces are put together, in steps so short that nobody waits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lesart.store.connection import explained

if TYPE_CHECKING:
    from lesart.store.store import Store

_GROWTH = 1.25
_FEWEST = 500
_PAGES = 250
"""Written a step, about a megabyte."""
_KEY = "index_merged_at"
_INDEXES = ("body_fts", "title_fts")
_MANY = 100
"""Articles that come in one go from which on merging is put off."""
_BY_ITSELF = 4
"""FTS5's own choice: so many pieces of one size are merged as it writes."""


class Intake:
    """Counts what comes in one go and puts merging off once it is much; `tend` makes up for it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._left = _MANY

    def has_stored(self, count: int) -> None:
        if self._left <= 0:
            return
        self._left -= count
        if self._left <= 0:
            _merge_by_itself(self._store, 0)


def tend(store: Store, *, is_enough: Callable[[], bool] = lambda: False) -> None:
    """Do what is due now; stops between two steps when `is_enough`, and goes on another time."""
    try:
        if _is_put_off(store):
            _merge_by_itself(store, _BY_ITSELF)
        store.optimise()
        store.vocabulary.take_in()  # no search has to read what waits
        last = int(store.settings.get(_KEY) or 0)
        count = store.connection.execute("SELECT max(id) FROM article").fetchone()[0] or 0
        if count < max(_FEWEST, last * _GROWTH):
            for index in _INDEXES:
                for _ in _steps(store, index, pages=_PAGES):
                    if is_enough():
                        return
            return
        for index in _INDEXES:
            for _ in _steps(store, index):
                if is_enough():
                    return
        store.settings.set(_KEY, str(count))
    except sqlite3.Error as error:
        raise explained(error, store.path) from error


def _is_put_off(store: Store) -> bool:
    """Whether merging is still put off, maybe by somebody who was ended in the middle."""
    rows = store.connection.execute("SELECT v FROM body_fts_config WHERE k = 'automerge'")
    return [str(row[0]) for row in rows] == ["0"]


def _merge_by_itself(store: Store, pieces: int) -> None:
    with store.transaction():
        for index in _INDEXES:
            store.connection.execute(
                f"INSERT INTO {index}({index}, rank) VALUES ('automerge', ?)", [pieces]
            )


def _steps(store: Store, index: str, pages: int = -_PAGES) -> Iterator[None]:
    """Merge step by step. Pages below zero begin with all pieces, whatever their sizes; above, with
    those of which there are four of one size."""
    db = store.connection
    while True:
        before = db.total_changes
        with store.transaction():
            db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)", [pages])
        if db.total_changes - before < 2:
            return
        pages = _PAGES
        yield
