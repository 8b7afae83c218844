"""Which entities of the library are one, in several spellings and languages; counts over all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.store.rows import UNDATED
from lesart.text.folding import fold


class NamedEntity(NamedTuple):
    """An entity as one article or another names it."""

    id: int
    name: str
    kind: str
    key: str


class EntityLine(NamedTuple):
    """An entity, in all its spellings, as one line of a list."""

    known: int
    name: str
    """The spelling that most articles have."""
    kind: str
    spellings: tuple[str, ...]
    articles: int
    first: int | None
    last: int | None
    """UTC seconds."""


class SameEntities:
    """Entities brought together; made from names alone, so it can be made again."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def pending(self, limit: int = 500) -> list[NamedEntity]:
        """Entities that nobody compared with the others yet."""
        rows = self._db.execute(
            "SELECT id, name, kind, key FROM entity WHERE id > (SELECT coalesce(max(entity_id), 0)"
            " FROM same_entity) ORDER BY id LIMIT ?",
            [limit],
        )
        return [NamedEntity(*row) for row in rows]

    def pending_count(self) -> int:
        return int(
            self._db.execute(
                "SELECT count(*) FROM entity WHERE id >"
                " (SELECT coalesce(max(entity_id), 0) FROM same_entity)"
            ).fetchone()[0]
        )

    def put(self, entity_id: int, spellings: Iterable[str]) -> None:
        """Keep what an entity may be spelt as; those that have a spelling in common are one."""
        keys = list(dict.fromkeys(spellings))
        with self._db.transaction():
            found = self._db.execute(
                "SELECT DISTINCT s.known FROM json_each(?) k"
                " JOIN entity_spelling e ON e.key = k.value"
                " JOIN same_entity s ON s.entity_id = e.entity_id ORDER BY s.known",
                [json.dumps(keys)],
            ).fetchall()
            known = found[0][0] if found else entity_id
            self._db.execute(
                "INSERT OR REPLACE INTO same_entity (entity_id, known) VALUES (?, ?)",
                [entity_id, known],
            )
            for (other,) in found[1:]:
                self._db.execute("UPDATE same_entity SET known = ? WHERE known = ?", [known, other])
            self._db.executemany(
                "INSERT OR IGNORE INTO entity_spelling (key, entity_id) VALUES (?, ?)",
                [(key, entity_id) for key in keys],
            )

    def lines(
        self,
        *,
        among: Sequence[int] | None = None,
        kind: str = "",
        named: str = "",
        limit: int = 50,
    ) -> list[EntityLine]:
        """The entities that most articles name; `among` says which articles, `named` a part of a name."""
        conditions, values = ["a.is_deleted = 0"], []
        if among is not None:
            conditions.append("n.article_id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(among)))
        if kind:
            conditions.append("e.kind = ?")
            values.append(kind)
        if named:
            conditions.append(
                "s.known IN (SELECT s.known FROM same_entity s JOIN entity e ON e.id = s.entity_id"
                " WHERE e.folded LIKE '%' || ? || '%' ESCAPE '\\')"
            )
            values.append(_literally(fold(named)))
        rows = self._db.execute(
            "SELECT s.known, count(DISTINCT n.article_id), min(nullif(a.published, ?)), max(nullif(a.published, ?))"
            " FROM naming n JOIN same_entity s ON s.entity_id = n.entity_id"
            " JOIN entity e ON e.id = n.entity_id JOIN article a ON a.id = n.article_id"
            f" WHERE {' AND '.join(conditions)} GROUP BY s.known"
            " ORDER BY 2 DESC, 4 DESC, 1 LIMIT ?",
            [UNDATED, UNDATED, *values, limit],
        ).fetchall()
        return [self._line(*row) for row in rows]

    def _line(self, known: int, articles: int, first: int | None, last: int | None) -> EntityLine:
        names = self._db.execute(
            "SELECT e.name, e.kind, (SELECT count(*) FROM naming n WHERE n.entity_id = e.id) AS c"
            " FROM same_entity s JOIN entity e ON e.id = s.entity_id WHERE s.known = ?"
            " ORDER BY c DESC, e.id",
            [known],
        ).fetchall()
        spellings = tuple(dict.fromkeys(name for name, _, _ in names))
        return EntityLine(known, names[0][0], names[0][1], spellings, articles, first, last)

    def together_with(self, known: int, limit: int = 5) -> list[tuple[str, int]]:
        """Which other entities the same articles name, with how many articles do."""
        rows = self._db.execute(
            "SELECT o.known, count(DISTINCT n.article_id) FROM same_entity s"
            " JOIN naming m ON m.entity_id = s.entity_id"
            " JOIN naming n ON n.article_id = m.article_id"
            " JOIN same_entity o ON o.entity_id = n.entity_id AND o.known <> s.known"
            " WHERE s.known = ? GROUP BY o.known ORDER BY 2 DESC, 1 LIMIT ?",
            [known, limit],
        ).fetchall()
        return [(self._line(other, count, 0, 0).name, count) for other, count in rows]


def _literally(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
