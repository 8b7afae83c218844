"""How many articles name an entity, and the dates of the first and the last of them.

A name that stands in a tenth of all articles is not looked up in each of them: its articles are counted in
their index alone, those that were removed are taken off, and among so many the first and the last are soon
met on a walk along the list from its ends.
"""

from __future__ import annotations

from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.store.rows import UNDATED

_MANY = 5_000
"""Articles from which on the walk is tried: to look up fewer costs no more."""
_WALK = 2_000
"""Articles at each end of the list. Who is in none of them was in the news at another time."""
_NAMINGS = "same_entity s CROSS JOIN naming n ON n.entity_id = s.entity_id"
_NAMES_IT = f"EXISTS (SELECT 1 FROM {_NAMINGS} AND n.article_id = a.id WHERE s.known = ?)"
_LISTED = "article a INDEXED BY article_newest WHERE a.is_deleted = 0 AND a.published > ?"


class NamingSpan(NamedTuple):
    """Counted articles, and the dates at both ends; None where none of them is dated."""

    articles: int
    first: int | None
    last: int | None


def span_of(db: Connection, known: int, *, has_spellings: bool) -> NamingSpan:
    """Of all articles; of an entity with several spellings one article may have two."""
    namings = f"SELECT {'DISTINCT ' * has_spellings}n.article_id FROM {_NAMINGS} WHERE s.known = ?"
    articles = int(db.execute(f"SELECT count(*) FROM ({namings})", [known]).fetchone()[0])
    if articles >= _MANY:
        first, last = _met(db, known, "ASC"), _met(db, known, "DESC")
        if first is not None and last is not None:
            removed = db.execute(
                "SELECT count(*) FROM article a INDEXED BY article_deleted WHERE a.is_deleted = 1"
                f" AND {_NAMES_IT}",
                [known],
            ).fetchone()
            return NamingSpan(articles - removed[0], first, last)
    return looked_up(db, known, has_spellings=has_spellings)


def looked_up(
    db: Connection, known: int, *, has_spellings: bool, among: str | None = None
) -> NamingSpan:
    """The same by a look at each of its articles; `among` says of which, as a JSON list."""
    chosen = " AND n.article_id IN (SELECT value FROM json_each(?))" if among is not None else ""
    row = db.execute(
        f"SELECT count({'DISTINCT ' * has_spellings}a.id),"
        " min(nullif(a.published, ?)), max(nullif(a.published, ?))"
        f" FROM {_NAMINGS} CROSS JOIN article a INDEXED BY article_dates"
        f" ON a.id = n.article_id AND a.is_deleted = 0 WHERE s.known = ?{chosen}",
        [UNDATED, UNDATED, known, *([] if among is None else [among])],
    ).fetchone()
    return NamingSpan(*row)


def _met(db: Connection, known: int, order: str) -> int | None:
    """The date of the first dated article on the walk from one end that names it; None if it meets none."""
    end = db.execute(
        f"SELECT a.published FROM {_LISTED} ORDER BY a.published {order} LIMIT 1 OFFSET ?",
        [UNDATED, _WALK],
    ).fetchone()
    if end is None:
        return None
    near = "a.published <= ?" if order == "ASC" else "a.published >= ?"
    row = db.execute(
        f"SELECT a.published FROM {_LISTED} AND {near} AND {_NAMES_IT}"
        f" ORDER BY a.published {order} LIMIT 1",
        [UNDATED, end[0], known],
    ).fetchone()
    return None if row is None else int(row[0])
