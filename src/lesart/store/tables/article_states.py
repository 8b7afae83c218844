"""Where the reader stands with articles: read, starred, deleted, how far, under which tags, in which folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lesart.store.connection import Connection
from lesart.store.rows import chunks, marks


class ArticleStates:
    """What of an article the reader changes."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def set_read(self, ids: Sequence[int], is_read: bool) -> list[int]:
        """Mark them read or unread; gives those that really changed, which is what undo needs."""
        return self._set("is_read", ids, is_read)

    def set_starred(self, ids: Sequence[int], is_starred: bool) -> list[int]:
        """Star or unstar them; gives those that really changed."""
        return self._set("is_starred", ids, is_starred)

    def delete(self, ids: Sequence[int]) -> list[int]:
        """Take them out of every list; nothing is destroyed, `restore` brings them back."""
        return self._set("is_deleted", ids, True)

    def restore(self, ids: Sequence[int]) -> list[int]:
        """Bring deleted articles back."""
        return self._set("is_deleted", ids, False)

    def _set(self, column: str, ids: Sequence[int], value: bool) -> list[int]:
        changed: list[int] = []
        for some in chunks(ids):
            with self._db.transaction():
                rows = self._db.execute(
                    f"UPDATE article SET {column} = ? WHERE id IN ({marks(len(some))})"
                    f" AND {column} <> ? RETURNING id",
                    [value, *some, value],
                )
                changed.extend(row[0] for row in rows)
        return changed

    def set_position(self, article_id: int, position: int) -> None:
        """Remember where the reader left off, as an offset into the text."""
        with self._db.transaction():
            self._db.execute(
                "UPDATE article SET position = ? WHERE id = ? AND position <> ?",
                [position, article_id, position],
            )

    def set_text_state(self, article_id: int, says: str) -> None:
        """Say why the text is not all there; empty: it is."""
        with self._db.transaction():
            self._db.execute("UPDATE article SET text_state = ? WHERE id = ?", [says, article_id])

    # ------------------------------------------------------------------ tags

    def tags(self, article_id: int) -> tuple[str, ...]:
        rows = self._db.execute(
            "SELECT tag FROM article_tag WHERE article_id = ? ORDER BY tag", [article_id]
        )
        return tuple(row[0] for row in rows)

    def set_tags(self, article_id: int, tags: Iterable[str]) -> None:
        with self._db.transaction():
            self._db.execute("DELETE FROM article_tag WHERE article_id = ?", [article_id])
            self._db.executemany(
                "INSERT OR IGNORE INTO article_tag (tag, article_id) VALUES (?, ?)",
                [(tag, article_id) for tag in tags],
            )

    # ------------------------------------------------------------------ order

    def date_key(self, article_id: int) -> int:
        """What lists by date are sorted by, before the number; 0 for an article that is gone."""
        row = self._db.execute(
            "SELECT published FROM article WHERE id = ?", [article_id]
        ).fetchone()
        return int(row[0]) if row else 0

    # ------------------------------------------------------------------ folders

    def folders(self) -> list[tuple[str, int, int]]:
        """Folders of imported files: name, articles, unread ones."""
        rows = self._db.execute(
            "SELECT folder, count(*), sum(is_read = 0) FROM article"
            " WHERE is_deleted = 0 AND folder <> '' GROUP BY folder ORDER BY folder"
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def ids_in_folder(self, folder: str) -> list[int]:
        rows = self._db.execute(
            "SELECT id FROM article WHERE is_deleted = 0 AND folder <> '' AND folder = ?", [folder]
        )
        return [row[0] for row in rows]
