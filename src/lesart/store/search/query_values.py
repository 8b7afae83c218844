"""Values that a query's fields may have in this library, the most frequent ones first.

Asked for while somebody types, so nothing here may walk over all articles: what begins with the letters
is found in an index, and of many the first to have come into the library are counted. These are the
frequent ones, as a rule: what many articles say, one of the first said. How frequent they are, the newest
articles tell; of what none of these says it is only known that another does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.store.noun_index import FIRST_NOUN, OF, PER, SHELF, SPEAKER
from lesart.store.search.figure_sql import LAST_LETTER, is_one_word, quoted
from lesart.text.folding import fold

_LOOKED_AT = 150
"""Of the names that begin so, the first to have come."""
_COUNTED = 3_000
"""From so many articles on one is as frequent as another."""
_NEWEST = 2_000
_AMONG = 100_000
"""So many of the newest articles are counted in."""
_NAMES = ("of", "speaker")
_WORD = re.compile(r"[^\W_]+")


class Value(NamedTuple):
    """What a field may have, and in how many articles, as far as they are counted."""

    text: str
    articles: int


class QueryValues:
    """The values of one library."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._of: Mapping[str, Callable[[str], list[Value]]] = {
            "from": self._sources,
            "in": self._folders,
            "tag": self._tags,
            "lang": self._languages,
            "unit": self._units,
            "entity": self._entities,
            "subject": lambda letters: self._nouns(letters, FIRST_NOUN, LAST_LETTER),
            "of": lambda letters: self._nouns(letters, OF, OF + LAST_LETTER),
            "per": lambda letters: self._nouns(letters, PER, PER + LAST_LETTER),
            "speaker": lambda letters: self._nouns(letters, SPEAKER, SPEAKER + LAST_LETTER),
        }

    def of(self, field: str, letters: str, limit: int = 8) -> list[Value]:
        """The field's values one of whose words begins with these letters; none for other fields."""
        with self._db.explaining():
            values = self._of[field](letters) if field in self._of else []
            ordered = sorted(values, key=lambda value: (-value.articles, value.text.casefold()))
            del ordered[limit:]
            return [self._as_named(value) for value in ordered] if field in _NAMES else ordered

    def _as_named(self, value: Value) -> Value:
        """With capitals and accents, as an entity of this name has them."""
        row = self._db.execute(
            "SELECT e.name FROM entity_fts f CROSS JOIN entity e ON e.id = f.rowid"
            " WHERE entity_fts MATCH ? AND e.folded = ? ORDER BY f.rowid LIMIT 1",
            [quoted(value.text), value.text],
        ).fetchone()
        return Value(row[0], value.articles) if row else value

    def _sources(self, letters: str) -> list[Value]:
        rows = self._db.execute(
            # A feed that has not given anything yet can be asked for, too.
            "SELECT coalesce(nullif(own_title, ''), title), max((SELECT count(*) FROM (SELECT 1 FROM"
            " article a INDEXED BY article_of_feed WHERE a.feed_id = f.id AND a.is_deleted = 0"
            " AND a.published >= coalesce((SELECT published FROM article INDEXED BY article_newest"
            " WHERE is_deleted = 0 ORDER BY published DESC LIMIT 1 OFFSET ?), -9e999)"
            " LIMIT ?)), 1) FROM feed f"
            " UNION ALL SELECT source, count(*) FROM (SELECT source FROM article"
            " INDEXED BY article_newest WHERE is_deleted = 0 ORDER BY published DESC LIMIT ?)"
            " WHERE source <> '' GROUP BY 1",
            [_AMONG, _COUNTED, _NEWEST],
        )
        return _begun(rows.fetchall(), letters)

    def _folders(self, letters: str) -> list[Value]:
        rows = self._db.execute(
            "WITH RECURSIVE folder (name) AS ("
            "  SELECT min(folder) FROM article WHERE is_deleted = 0 AND folder <> ''"
            "  UNION ALL SELECT (SELECT min(folder) FROM article WHERE is_deleted = 0"
            "   AND folder <> '' AND folder > name) FROM folder WHERE name IS NOT NULL)"
            " SELECT name, (SELECT count(*) FROM (SELECT 1 FROM article INDEXED BY article_of_folder"
            "  WHERE folder = name AND folder <> '' AND is_deleted = 0 LIMIT ?))"
            " FROM folder WHERE name IS NOT NULL"
            " UNION ALL SELECT folder, 1 FROM feed WHERE folder <> ''",
            [_COUNTED],
        )
        return _begun(rows.fetchall(), letters)

    def _tags(self, letters: str) -> list[Value]:
        begun = letters.removeprefix("#")
        rows = self._db.execute(
            "SELECT tag, count(*) FROM (SELECT tag FROM article_tag WHERE tag >= ?1 AND tag < ?2"
            " UNION ALL SELECT tag FROM annotation_tag WHERE tag >= ?1 AND tag < ?2) GROUP BY tag",
            [begun, begun + LAST_LETTER],
        )
        return [Value(*row) for row in rows]

    def _languages(self, letters: str) -> list[Value]:
        rows = self._db.execute(
            "SELECT language, count(*) FROM (SELECT language FROM article INDEXED BY article_newest"
            " WHERE is_deleted = 0 ORDER BY published DESC LIMIT ?) WHERE language <> '' GROUP BY 1",
            [_NEWEST],
        )
        return _begun(rows.fetchall(), letters)

    def _units(self, letters: str) -> list[Value]:
        rows = self._db.execute(
            "WITH RECURSIVE shelf (number) AS (SELECT ? UNION ALL"
            " SELECT number - 1 FROM shelf WHERE number > 0),"
            " newest (list) AS MATERIALIZED (SELECT json_group_array(number) FROM shelf)"
            " SELECT u.name, (SELECT count(*) FROM (SELECT 1 FROM newest CROSS JOIN"
            " json_each(newest.list) s CROSS JOIN amount m ON m.shelf = s.value"
            " AND m.unit_id = u.id LIMIT ?)) FROM unit u WHERE u.name <> ''",
            [self._last >> SHELF, _COUNTED],
        )
        return _begun(rows.fetchall(), letters)

    @property
    def _last(self) -> int:
        return int(self._db.execute("SELECT max(id) FROM article").fetchone()[0] or 0)

    def _entities(self, letters: str) -> list[Value]:
        words = fold(letters)
        if words:
            chosen = "SELECT rowid FROM entity_fts WHERE entity_fts MATCH ? ORDER BY rowid LIMIT ?"
            values: list[object] = [f"{quoted(words)} *", _LOOKED_AT]
        else:
            chosen, values = "SELECT id AS rowid FROM entity ORDER BY id LIMIT ?", [_LOOKED_AT]
        rows = self._db.execute(
            "SELECT e.name, max((SELECT count(*) FROM (SELECT 1 FROM naming n WHERE n.entity_id = e.id"
            " AND n.article_id > ? LIMIT ?)), EXISTS (SELECT 1 FROM naming n"
            f" WHERE n.entity_id = e.id)) FROM ({chosen}) f CROSS JOIN entity e ON e.id = f.rowid",
            [self._last - _AMONG, _COUNTED, *values],
        )
        return _together(Value(*row) for row in rows)

    def _nouns(self, letters: str, first: str, last: str) -> list[Value]:
        words = [word for word in _WORD.findall(fold(letters)) if is_one_word(word)]
        if letters.strip() and not words:
            return []
        if words:
            chosen = (
                "SELECT n.id, n.name FROM noun_fts f CROSS JOIN noun n ON n.id = f.rowid"
                " AND n.name >= ? AND n.name < ? WHERE f.noun_fts MATCH ? ORDER BY f.rowid LIMIT ?"
            )
            asked = " AND ".join(f"{quoted(word)}*" for word in words)
            values: list[object] = [first, last, asked, _LOOKED_AT]
        else:
            chosen = (
                "SELECT id, name FROM noun NOT INDEXED WHERE name >= ? AND name < ?"
                " ORDER BY id LIMIT ?"
            )
            values = [first, last, _LOOKED_AT]
        sign = len(first) if first != FIRST_NOUN else 0
        rows = self._db.execute(
            "SELECT substr(k.name, ?), max((SELECT count(*) FROM (SELECT 1 FROM counted c"
            " WHERE c.noun_id = k.id AND c.article_id > ? LIMIT ?)), EXISTS (SELECT 1"
            f" FROM counted c WHERE c.noun_id = k.id)) FROM ({chosen}) k",
            [sign + 1, self._last - _AMONG, _COUNTED, *values],
        )
        return [Value(*row) for row in rows if row[1]]


def _begun(rows: list[tuple[str, int]], letters: str) -> list[Value]:
    """Those one of whose words begins so."""
    wanted = fold(letters)
    found = (Value(*row) for row in rows if row[0])
    return _together(v for v in found if f" {fold(v.text)}".find(f" {wanted}") >= 0)


def _together(values: Iterable[Value]) -> list[Value]:
    """Each text once."""
    found: dict[str, int] = {}
    for text, articles in values:
        found[text] = found.get(text, 0) + articles
    return [Value(text, articles) for text, articles in found.items() if articles]
