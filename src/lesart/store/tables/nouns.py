"""The index of nouns by their words, made anew piece by piece when the rules of it change."""

from __future__ import annotations

from lesart.store.connection import Connection
from lesart.store.noun_index import list_noun


class Nouns:
    """What figures of one library count and say, as it is looked up."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def forget_words(self) -> int:
        """Let no noun be found by words; gives the number of the last one."""
        with self._db.transaction():
            self._db.execute("INSERT INTO noun_fts(noun_fts) VALUES ('delete-all')")
            return int(self._db.execute("SELECT coalesce(max(id), 0) FROM noun").fetchone()[0])

    def list_words(self, after: int, last: int, limit: int) -> int:
        """List some nouns behind the number `after` under their words; gives the number of the last of them."""
        with self._db.transaction():
            rows = self._db.execute(
                "SELECT id, name FROM noun WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
                [after, last, limit],
            ).fetchall()
            for number, name in rows:
                list_noun(self._db.execute, number, name)
        return int(rows[-1][0]) if rows else last
