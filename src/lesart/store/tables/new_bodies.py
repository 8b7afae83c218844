"""Put the texts of many new articles into the library by one statement.

Before each statement that fires a trigger SQLite marks a point to go back to, and there its index of
words writes down all that it has collected: article by article it becomes as many small pieces, which
are merged again and again. Put in together they are one piece.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesart.store.connection import Connection
from lesart.store.rows import blocks_to_json, enclosures_to_json
from lesart.store.sql_functions import remembered
from lesart.text.prepared import count_words, packed

if TYPE_CHECKING:
    from lesart.model.article import Draft

_MOST = 100
"""Texts a statement; each is bound by five values, of which SQLite takes about a thousand."""
_LARGEST = 1_000_000
"""Characters that wait at most."""


class NewBodies:
    """The texts that wait, within one transaction. Who reads texts meanwhile calls `put` before."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._waiting: list[object] = []
        self._size = 0
        self.is_collecting = False

    def add(self, article_id: int, draft: Draft) -> None:
        """Put the article's text in: now, or with others. What was prepared of it is true."""
        stored = draft.prepared.packed if draft.prepared else packed(draft.text)
        self._waiting += [
            article_id, draft.title, remembered(stored, draft.text), blocks_to_json(draft.blocks),
            enclosures_to_json(draft.enclosures),
        ]  # fmt: skip
        self._size += len(draft.text)
        is_much = len(self._waiting) >= 5 * _MOST or self._size > _LARGEST
        if is_much or not self.is_collecting:
            self.put()

    def put(self) -> bool:
        """Put in what waits; whether anything did."""
        if not self._waiting:
            return False
        rows = ", ".join(["(?, ?, ?, ?, ?)"] * (len(self._waiting) // 5))
        values, self._waiting, self._size = self._waiting, [], 0
        self._db.execute(
            f"INSERT INTO packed_body (article_id, title, text, blocks, enclosures) VALUES {rows}",
            values,
        )
        return True

    def forget(self) -> None:
        """Nothing waits any more: the transaction is at its end."""
        self._waiting, self._size, self.is_collecting = [], 0, False


def checked(draft: Draft, text_hash: bytes) -> Draft:
    """The draft without what was prepared of other words."""
    if draft.prepared is None or draft.prepared.text_hash == text_hash:
        return draft
    return replace(draft, prepared=None)


def words_in(draft: Draft) -> int:
    """How many words its text has; what was prepared of it is true."""
    return draft.prepared.words if draft.prepared else count_words(draft.text)
