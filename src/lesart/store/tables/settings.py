"""Small things worth keeping: drafts of notes, saved searches, watch-words, where one left off."""

from __future__ import annotations

from lesart.store.connection import Connection


class Settings:
    """Named values of one library."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def get(self, key: str, default: str = "") -> str:
        row = self._db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        with self._db.transaction():
            self._db.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )

    def named(self, start: str) -> dict[str, str]:
        """All values whose names begin so, by name."""
        rows = self._db.execute(
            "SELECT key, value FROM setting WHERE key >= ? AND key < ?",
            [start, start + "\U0010ffff"],
        )
        return dict(rows)

    def forget(self, key: str) -> None:
        with self._db.transaction():
            self._db.execute("DELETE FROM setting WHERE key = ?", [key])

    # ------------------------------------------------------------------ drafts of notes

    def draft(self, key: str) -> str:
        """A note that was begun and neither saved nor thrown away; empty if there is none."""
        row = self._db.execute("SELECT text FROM draft WHERE key = ?", [key]).fetchone()
        return str(row[0]) if row else ""

    def drafts(self, prefix: str) -> list[tuple[str, str]]:
        """Key and text of every draft whose key begins so, the last touched first."""
        rows = self._db.execute(
            "SELECT key, text FROM draft WHERE substr(key, 1, ?) = ? ORDER BY changed DESC, key",
            [len(prefix), prefix],
        )
        return [(row[0], row[1]) for row in rows]

    def save_draft(self, key: str, text: str, *, now: int) -> None:
        """Keep an unfinished note; empty text forgets it."""
        with self._db.transaction(is_durable=True):
            if text:
                self._db.execute(
                    "INSERT INTO draft (key, text, changed) VALUES (?, ?, ?) ON CONFLICT (key)"
                    " DO UPDATE SET text = excluded.text, changed = excluded.changed",
                    [key, text, now],
                )
            else:
                self._db.execute("DELETE FROM draft WHERE key = ?", [key])

    # ------------------------------------------------------------------ saved searches

    def saved_queries(self) -> list[tuple[str, str]]:
        """Name and query, by name."""
        rows = self._db.execute("SELECT name, query FROM saved_query ORDER BY name")
        return [(row[0], row[1]) for row in rows]

    def save_query(self, name: str, query: str, *, now: int) -> None:
        """Keep a search under a name; an empty query forgets the name."""
        with self._db.transaction():
            self._db.execute("DELETE FROM saved_query WHERE name = ?", [name])
            if query:
                self._db.execute(
                    "INSERT INTO saved_query (name, query, made) VALUES (?, ?, ?)",
                    [name, query, now],
                )

    # ------------------------------------------------------------------ watch-words

    def watch_words(self) -> list[str]:
        """Words, names and queries to be lit in every article."""
        return [row[0] for row in self._db.execute("SELECT query FROM watch_word ORDER BY made")]

    def watch(self, query: str, *, now: int) -> None:
        with self._db.transaction():
            self._db.execute(
                "INSERT OR IGNORE INTO watch_word (query, made) VALUES (?, ?)", [query, now]
            )

    def unwatch(self, query: str) -> None:
        with self._db.transaction():
            self._db.execute("DELETE FROM watch_word WHERE query = ?", [query])
