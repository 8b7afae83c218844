"""Keep a growing library quick: fresh statistics, and the index of words in one piece.

The index grows by small pieces, each of which a search has to ask; letters inside words, which ask
for hundreds of words, take five times as long with fifteen pieces as with one. So when a quarter more
articles have come since last time, the pieces are put together, in steps so short that nobody waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lesart.store.connection import Connection
from lesart.store.search.vocabulary import Vocabulary
from lesart.store.tables.settings import Settings

_GROWTH = 1.25
_FEWEST = 500
_PAGES = 250
"""Written a step, about a megabyte."""
_KEY = "index_merged_at"
_INDEXES = ("body_fts", "title_fts")
_MANY = 100
"""Articles that come in one go from which on merging is put off."""
_PIECES = 100
"""Transactions of many articles, each a piece, after which these are merged in between: letters
inside words are looked up in each."""
_BY_ITSELF = {"automerge": 4, "crisismerge": 16}
"""FTS5's own choice: so many pieces of one size are merged as it writes, bit by bit and at once."""
_PUT_OFF = {"automerge": 0, "crisismerge": 10 * _PIECES}
"""At once would be within somebody's transaction, and others would wait for a second."""


class IndexMaintenance:
    """Looks after the indexes of one library."""

    def __init__(self, db: Connection, settings: Settings, vocabulary: Vocabulary) -> None:
        self._db, self._settings, self._vocabulary = db, settings, vocabulary

    def intake(self) -> Intake:
        """For one who is about to store many articles in one go."""
        return Intake(self)

    def tend(self, *, is_enough: Callable[[], bool] = lambda: False) -> None:
        """Do what is due now; stops between two steps when `is_enough`, and goes on another time."""
        with self._db.explaining():
            for _ in self._due():
                if is_enough():
                    return

    def put_off(self) -> None:
        """From now on, merge nothing while writing."""
        self._merge_by_itself(_PUT_OFF)

    def _merge_by_itself(self, merging: Mapping[str, int]) -> None:
        with self._db.transaction():
            for index in _INDEXES:
                self._db.executemany(
                    f"INSERT INTO {index}({index}, rank) VALUES (?, ?)", merging.items()
                )

    def merge_some(self) -> None:
        """Merge pieces of one size in short steps, while more come in."""
        for index in _INDEXES:
            for _ in self._steps(index, pages=_PAGES):
                pass

    def _due(self) -> Iterator[None]:
        if self._is_put_off():
            self._merge_by_itself(_BY_ITSELF)
        self._db.optimise()
        self._vocabulary.take_in()  # no search has to read what waits
        last = int(self._settings.get(_KEY) or 0)
        count = self._db.execute("SELECT max(id) FROM article").fetchone()[0] or 0
        if count < max(_FEWEST, last * _GROWTH):
            for index in _INDEXES:
                yield from self._steps(index, pages=_PAGES)
            return
        for index in _INDEXES:
            yield from self._steps(index)
        self._settings.set(_KEY, str(count))

    def _is_put_off(self) -> bool:
        """Whether merging is still put off, maybe by somebody who was ended in the middle."""
        rows = self._db.execute("SELECT v FROM body_fts_config WHERE k = 'automerge'")
        return [str(row[0]) for row in rows] == ["0"]

    def _steps(self, index: str, pages: int = -_PAGES) -> Iterator[None]:
        """Merge step by step. Pages below zero begin with all pieces, whatever their sizes; above,
        with those of which there are four of one size."""
        while True:
            before = self._db.total_changes
            with self._db.transaction():
                self._db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)", [pages])
            if self._db.total_changes - before < 2:
                return
            pages = _PAGES
            yield


class Intake:
    """Counts what comes in one go and puts merging off once it is much; `tend` makes up for it."""

    def __init__(self, maintenance: IndexMaintenance) -> None:
        self._maintenance = maintenance
        self._left = _MANY
        self._pieces = 0

    def has_stored(self, count: int) -> None:
        """So many articles were stored since last time, in a transaction or a few."""
        if self._left > 0:
            self._left -= count
            if self._left <= 0:
                self._maintenance.put_off()
        elif count:
            self._pieces += 1 + count // _MANY
            if self._pieces >= _PIECES:
                self._pieces = 0
                self._maintenance.merge_some()
