"""Keep a growing library quick: fresh statistics, and the index of words in one piece.

The index grows by small pieces, each of which a search has to ask; letters inside words, which ask
for hundreds of words, take five times as long with fifteen pieces as with one. So when a quarter more
articles have come since last time, the pieces are put together, in steps so short that nobody waits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lesart.store.database import explained

if TYPE_CHECKING:
    from lesart.store.store import Store

_GROWTH = 1.25
_FEWEST = 500
_PAGES = 250
"""Written a step, about a megabyte."""
_KEY = "index_merged_at"


def tend(store: Store, *, is_enough: Callable[[], bool] = lambda: False) -> None:
    """Do what is due now; stops between two steps when `is_enough`, and goes on another time."""
    try:
        store.optimise()
        store.vocabulary.take_in()  # no search has to read what waits
        last = int(store.settings.get(_KEY) or 0)
        count = store.connection.execute("SELECT max(id) FROM article").fetchone()[0] or 0
        if count < max(_FEWEST, last * _GROWTH):
            return
        for index in ("body_fts", "title_fts"):
            for _ in _steps(store, index):
                if is_enough():
                    return
        store.settings.set(_KEY, str(count))
    except sqlite3.Error as error:
        raise explained(error, store.path) from error


def _steps(store: Store, index: str) -> Iterator[None]:
    db = store.connection
    pages = -_PAGES  # below zero: begin with all pieces, whatever their sizes
    while True:
        before = db.total_changes
        with store.transaction():
            db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)", [pages])
        if db.total_changes - before < 2:
            return
        pages = _PAGES
        yield
