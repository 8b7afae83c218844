"""Which entities of the library are one, in several spellings and languages; counts over all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.store.rows import UNDATED
from lesart.store.tables.entity_choices import EntityChoices
from lesart.store.tables.entity_counts import counted
from lesart.store.tables.entity_line import EntityLine
from lesart.store.tables.named_together import Read, named_together
from lesart.text.folding import fold

_WEEK = 7 * 86_400
_MOST_SPELLINGS = 32
_KINDS = ("PER", "ORG", "LOC", "EVENT")


class NamedEntity(NamedTuple):
    """An entity as one article or another names it."""

    id: int
    name: str
    kind: str
    key: str


class Naming(NamedTuple):
    """A name of an entity as articles were found to have it."""

    entity: NamedEntity
    articles: int


class SameEntities:
    """Entities brought together; made from names and the reader's choices, so it can be made again."""

    def __init__(self, db: Connection, choices: EntityChoices) -> None:
        self._db, self._choices = db, choices

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

    def forget_all(self) -> None:
        """Let all entities be compared again, since the rules have changed."""
        with self._db.transaction():
            self._db.execute("DELETE FROM same_entity")
            self._db.execute("DELETE FROM entity_spelling")

    def put(self, entity_id: int, spellings: Iterable[str]) -> None:
        """Keep what an entity may be spelt as; those that have a spelling in common are one.

        The reader's word on names goes before.
        """
        keys = list(dict.fromkeys(spellings))
        with self._db.transaction():
            self._db.executemany(
                "INSERT OR IGNORE INTO entity_spelling (key, entity_id) VALUES (?, ?)",
                [(key, entity_id) for key in keys],
            )
            found = self._db.execute(
                "SELECT DISTINCT s.known FROM json_each(?) k"
                " JOIN entity_spelling e ON e.key = k.value"
                " JOIN same_entity s ON s.entity_id = e.entity_id ORDER BY s.known",
                [json.dumps(keys)],
            ).fetchall()
            others = [known for (known,) in found]
            known = min([entity_id, *others])
            self._place(entity_id, known)
            self._db.executemany(
                "UPDATE same_entity SET known = ? WHERE known = ?",
                [(known, other) for other in others if other != known],
            )

    def arrange_chosen(self) -> None:
        """After entities were put in: let the reader's word hold for all that it is about."""
        if self._choices.are_there():
            keys = {key for choice in self._choices.all() for key in choice.pair}
            self.arrange(self.numbers_of(keys).values())

    def _place(self, entity_id: int, known: int) -> None:
        self._db.execute(
            "INSERT INTO same_entity (entity_id, known, articles) VALUES (?1, ?2,"
            " (SELECT count(*) FROM naming WHERE entity_id = ?1))"
            " ON CONFLICT (entity_id) DO UPDATE SET known = excluded.known",
            [entity_id, known],
        )

    def arrange(self, entity_ids: Iterable[int]) -> None:
        """Bring these, and all that are tied to them, together and apart as names and reader say."""
        from lesart.analysis.names.groups import grouped  # searching does without

        with self._db.transaction():
            tied, numbers = self._tied(entity_ids)
            pairs = [
                (numbers[c.one.key], numbers[c.other.key], c.is_same)
                for c in self._choices.among(numbers)
                if c.one.key in numbers and c.other.key in numbers
            ]
            same = [(one, other) for one, other, is_same in pairs if is_same]
            apart = [(one, other) for one, other, is_same in pairs if not is_same]
            for entity_id, known in grouped(tied, same, apart).items():
                self._place(entity_id, known)

    def _tied(self, entity_ids: Iterable[int]) -> tuple[dict[int, list[str]], dict[str, int]]:
        """The spellings of all that these could be one with, by names or the reader's word; and their keys."""
        from lesart.analysis.names.kept_keys import spelling_keys

        tied: dict[int, list[str]] = {}
        numbers: dict[str, int] = {}
        new = set(entity_ids)
        while new:
            rows = self._db.execute(
                "SELECT e.id, e.name, e.kind, e.key FROM entity e JOIN same_entity s"
                " ON s.entity_id = e.id WHERE e.id IN (SELECT value FROM json_each(?))",
                [json.dumps(sorted(new))],
            )
            found = [NamedEntity(*row) for row in rows]
            for entity in found:
                numbers[entity.key] = entity.id
                tied[entity.id] = [entity.key, *spelling_keys(entity.name, entity.kind)]
            keys = {key for entity in found for key in tied[entity.id]}
            chosen = {
                key
                for c in self._choices.among(entity.key for entity in found)
                if c.is_same
                for key in c.pair
            }
            beside = {
                row[0]
                for row in self._db.execute(
                    "SELECT entity_id FROM entity_spelling WHERE key IN"
                    " (SELECT value FROM json_each(?))",
                    [json.dumps(sorted(keys))],
                )
            }
            new = (beside | set(self.numbers_of(chosen).values())) - tied.keys()
            new &= self._placed(new)
        return tied, numbers

    def _placed(self, entity_ids: Iterable[int]) -> set[int]:
        rows = self._db.execute(
            "SELECT entity_id FROM same_entity WHERE entity_id IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted(entity_ids))],
        )
        return {row[0] for row in rows}

    def numbers_of(self, keys: Iterable[str]) -> dict[str, int]:
        """The entities with these keys, whatever they are one with."""
        return dict(
            self._db.execute(
                "SELECT key, id FROM entity WHERE key IN (SELECT value FROM json_each(?))",
                [json.dumps(sorted(keys))],
            )
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
        if among is None:
            known = self.most_named(kind=kind, named=named, limit=limit)
        else:
            known = self._most_named(among, kind, named, limit)
        lines = [self._line(entity, among) for entity in known]
        found = [line for line in lines if line is not None]
        return sorted(
            found,
            key=lambda line: (
                -line.articles,
                -(UNDATED if line.last is None else line.last),
                line.known,
            ),
        )

    def line(self, known: int) -> EntityLine | None:
        """One entity; None where no article names it any more, or it is known by another number."""
        return self._line(known) if self._names(known) else None

    def known_of(self, key: str) -> int | None:
        """The number of the entity that has a name with this key; None where nobody compared it yet."""
        row = self._db.execute(
            "SELECT s.known FROM entity e JOIN same_entity s ON s.entity_id = e.id WHERE e.key = ?",
            [key],
        ).fetchone()
        return None if row is None else int(row[0])

    def called(self, name: str) -> list[int]:
        """The entities that have just this name in one of their spellings, most named first."""
        rows = self._db.execute(
            "SELECT s.known FROM entity e JOIN same_entity s ON s.entity_id = e.id"
            " WHERE e.folded = ? GROUP BY s.known ORDER BY max((SELECT count(*) FROM naming n"
            " WHERE n.entity_id = e.id)) DESC, s.known",
            [fold(name)],
        )
        return [row[0] for row in rows]

    def with_spellings(self, keys: Sequence[str]) -> list[int]:
        """The entities that are found by one of these keys, in their order."""
        rows = self._db.execute(
            "SELECT s.known FROM json_each(?) k JOIN entity_spelling e ON e.key = k.value"
            " JOIN same_entity s ON s.entity_id = e.entity_id ORDER BY k.key",
            [json.dumps(list(keys))],
        )
        return list(dict.fromkeys(row[0] for row in rows))

    def name_of(self, known: int) -> tuple[str, str]:
        """The name that most articles have, and its kind."""
        return self._names(known)[0]

    def names(self, known: int) -> list[Naming]:
        """Every name of an entity, the one that most articles have first."""
        rows = self._db.execute(
            "SELECT e.id, e.name, e.kind, e.key,"
            " (SELECT count(*) FROM naming n CROSS JOIN article a INDEXED BY article_dates"
            "  ON a.id = n.article_id AND a.is_deleted = 0 WHERE n.entity_id = e.id) AS articles"
            " FROM same_entity s JOIN entity e ON e.id = s.entity_id WHERE s.known = ?"
            " ORDER BY articles DESC, e.id",
            [known],
        )
        return [Naming(NamedEntity(*row[:4]), row[4]) for row in rows]

    def article_ids(self, known: int, limit: int = 500) -> list[int]:
        """The articles that name it, the newest first."""
        rows = self._db.execute(
            "SELECT DISTINCT a.id, a.published FROM same_entity s"
            " CROSS JOIN naming n ON n.entity_id = s.entity_id"
            " CROSS JOIN article a INDEXED BY article_dates ON a.id = n.article_id"
            " AND a.is_deleted = 0 WHERE s.known = ? ORDER BY a.published DESC, a.id DESC LIMIT ?",
            [known, limit],
        )
        return [row[0] for row in rows]

    def weeks(self, known: Sequence[int], *, end: int, count: int) -> dict[int, list[int]]:
        """In how many articles each was named in each of the last weeks before `end`, the oldest first."""
        begin = end - count * _WEEK
        found = {one: [0] * count for one in known}
        rows = self._db.execute(
            "SELECT s.known, (a.published - ?1) / ?2, count(DISTINCT a.id) FROM json_each(?3) k"
            " CROSS JOIN same_entity s ON s.known = k.value"
            " CROSS JOIN naming n ON n.entity_id = s.entity_id"
            " CROSS JOIN article a INDEXED BY article_dates ON a.id = n.article_id"
            " AND a.is_deleted = 0 WHERE a.published >= ?1 AND a.published < ?4 GROUP BY 1, 2",
            [begin, _WEEK, json.dumps(list(known)), end],
        )
        for one, week, articles in rows:
            found[one][week] = articles
        return found

    def most_named(self, *, kind: str = "", named: str = "", limit: int = 1_000) -> list[int]:
        """The numbers of those that are in most articles, about in this order; `line` says how many.

        Counts are kept a name, so nothing is counted here.
        """
        conditions = ["s.articles > 0"]
        values: list[object] = []
        if named:
            conditions.append("e.folded LIKE '%' || ? || '%' ESCAPE '\\'")
            values.append(_literally(fold(named)))
        if kind:
            conditions.append("e.kind = ?")
            values.append(kind)
        entity = " JOIN entity e ON e.id = s.entity_id" if values else ""
        rows = self._db.execute(
            "SELECT o.known FROM same_entity o WHERE o.known IN (SELECT s.known FROM same_entity s"
            f"{entity} WHERE {' AND '.join(conditions)} ORDER BY s.articles DESC LIMIT ?)"
            " GROUP BY o.known ORDER BY sum(o.articles) DESC, o.known LIMIT ?",
            [*values, limit * 2, limit],
        )
        return [row[0] for row in rows]

    def _most_named(self, among: Sequence[int], kind: str, named: str, limit: int) -> list[int]:
        """Of the entities in these articles those with about the most: counted a spelling at a time."""
        conditions: list[str] = []
        # Read once through: naming is in the order of entities, and articles are few.
        values: list[object] = [json.dumps(list(among))]
        if kind:
            conditions.append("e.kind = ?")
            values.append(kind)
        if named:
            conditions.append(
                "s.known IN (SELECT s.known FROM same_entity s JOIN entity e ON e.id = s.entity_id"
                " WHERE e.folded LIKE '%' || ? || '%' ESCAPE '\\')"
            )
            values.append(_literally(fold(named)))
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self._db.execute(
            "WITH n AS MATERIALIZED (SELECT entity_id, count(*) AS articles FROM naming"
            " WHERE +article_id IN (SELECT value FROM json_each(?)) GROUP BY entity_id)"
            " SELECT s.known FROM n CROSS JOIN same_entity s ON s.entity_id = n.entity_id"
            f"{' CROSS JOIN entity e ON e.id = n.entity_id' if kind else ''}"
            f"{where} GROUP BY s.known ORDER BY sum(n.articles) DESC, s.known LIMIT ?",
            [*values, limit],
        )
        return [row[0] for row in rows]

    def _line(self, known: int, among: Sequence[int] | None = None) -> EntityLine | None:
        """The entity with its exact count; None where only removed articles name it."""
        articles, first, last = counted(self._db, known, among)
        if not articles:
            return None
        names = self._names(known)
        spellings = tuple(dict.fromkeys(name for name, _ in names))
        precisions = self._precision(known, first), self._precision(known, last)
        return EntityLine(
            known, names[0][0], names[0][1], spellings, articles, first, last, precisions
        )

    def _precision(self, known: int, at: int | None) -> str:
        """How exactly the date is known of an article that names the entity and has it."""
        row = self._db.execute(
            "SELECT a.precision FROM article a INDEXED BY article_newest WHERE a.is_deleted = 0"
            " AND a.published = ? AND EXISTS (SELECT 1 FROM same_entity s CROSS JOIN naming n"
            " ON n.entity_id = s.entity_id AND n.article_id = a.id WHERE s.known = ?)"
            " ORDER BY instr('year month day minute', a.precision) LIMIT 1",
            [at, known],
        ).fetchone()
        return str(row[0]) if row else ""

    def spellings(self, name: str) -> list[str]:
        """The name, and what else those are called here that it is a name of."""
        from lesart.analysis.names.keys import keys_of  # few questions need it

        keys = {key for kind in _KINDS for key in keys_of(name, kind)}
        rows = self._db.execute(
            "WITH known (id) AS MATERIALIZED (SELECT s.known FROM json_each(?) k"
            " CROSS JOIN entity_spelling p ON p.key = k.value"
            " CROSS JOIN same_entity s ON s.entity_id = p.entity_id)"
            " SELECT DISTINCT e.name FROM known CROSS JOIN same_entity s ON s.known = known.id"
            " CROSS JOIN entity e ON e.id = s.entity_id LIMIT ?",
            [json.dumps(sorted(keys)), _MOST_SPELLINGS],
        )
        return list(dict.fromkeys([name, *(row[0] for row in rows)]))

    def _names(self, known: int) -> list[tuple[str, str]]:
        """Its spellings with their kinds, the one that most articles have first."""
        rows = self._db.execute(
            "SELECT e.name, e.kind FROM same_entity s JOIN entity e ON e.id = s.entity_id"
            " WHERE s.known = ?"
            " ORDER BY s.articles DESC, e.id",
            [known],
        )
        return [(row[0], row[1]) for row in rows]

    def together_with(
        self, known: int, limit: int = 5, *, read: Read | None = None
    ) -> list[tuple[str, int]]:
        """Which other entities its newest articles name, too, with how many of them do.

        `read` keeps what was read for one entity, where several are asked for.
        """
        found = named_together(self._db, known, {} if read is None else read)[:limit]
        return [(self._names(other)[0][0], count) for other, count in found]


def _literally(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
