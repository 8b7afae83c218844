"""In how many articles an entity is named, first and last: exact, and quick where it is in nearly all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.store.rows import UNDATED

FREQUENT = 2_000
"""From so many articles on, an entity's are no longer looked at one by one."""
_WALKED = 2_000
"""Of the oldest and of the newest articles so many are asked whether they name it."""


class Counted(NamedTuple):
    """How many articles, and the dates of the first and the last (UTC seconds)."""

    articles: int
    first: int | None
    last: int | None


def counted(db: Connection, known: int, among: Sequence[int] | None = None) -> Counted:
    """The entity in all articles, or in those `among` them."""
    names = db.execute(
        "SELECT entity_id, articles FROM same_entity WHERE known = ? ORDER BY articles DESC, entity_id",
        [known],
    ).fetchall()
    if among is None and names and names[0][1] >= FREQUENT:
        return _of_frequent(db, known, names)
    chosen = ""
    values: list[object] = [known]
    if among is not None:
        chosen = " AND n.article_id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(among)))
    # Only of several spellings may an article have two.
    count = "*" if len(names) == 1 else "DISTINCT a.id"
    row = db.execute(
        f"SELECT count({count}), min(nullif(a.published, ?)), max(nullif(a.published, ?)){_NAMING}"
        f" WHERE s.known = ?{chosen}",
        [UNDATED, UNDATED, *values],
    ).fetchone()
    return Counted(*row)


_NAMING = (
    " FROM same_entity s CROSS JOIN naming n ON n.entity_id = s.entity_id"
    " CROSS JOIN article a INDEXED BY article_dates ON a.id = n.article_id AND a.is_deleted = 0"
)
_NAMES_IT = (
    "EXISTS (SELECT 1 FROM same_entity s CROSS JOIN naming n ON n.entity_id = s.entity_id"
    " AND n.article_id = a.id WHERE s.known = ?)"
)


def _of_frequent(db: Connection, known: int, names: Sequence[tuple[int, int]]) -> Counted:
    """By the counts that are kept: of the other spellings only what the commonest does not have is added,
    and what was removed is taken off."""
    (commonest, articles), *others = names
    if others:
        articles += db.execute(
            "SELECT count(DISTINCT n.article_id) FROM json_each(?) k CROSS JOIN naming n"
            " ON n.entity_id = k.value WHERE NOT EXISTS (SELECT 1 FROM naming c"
            " WHERE c.entity_id = ? AND c.article_id = n.article_id)",
            [json.dumps([entity for entity, _ in others]), commonest],
        ).fetchone()[0]
    removed = db.execute(
        "SELECT count(*) FROM article a INDEXED BY article_deleted WHERE a.is_deleted = 1"
        f" AND {_NAMES_IT}",
        [known],
    ).fetchone()[0]
    return Counted(articles - removed, _end(db, known, "ASC"), _end(db, known, "DESC"))


def _end(db: Connection, known: int, order: str) -> int | None:
    """The first or the last date; the articles of that end are asked before all of its own are."""
    row = db.execute(
        "SELECT a.published FROM (SELECT id, published FROM article INDEXED BY article_newest"
        f" WHERE is_deleted = 0 AND published <> ? ORDER BY published {order} LIMIT ?) a"
        f" WHERE {_NAMES_IT} ORDER BY a.published {order} LIMIT 1",
        [UNDATED, _WALKED, known],
    ).fetchone()
    if row is None:
        end = "min" if order == "ASC" else "max"
        row = db.execute(
            f"SELECT {end}(nullif(a.published, ?)){_NAMING} WHERE s.known = ?", [UNDATED, known]
        ).fetchone()
    return None if row[0] is None else int(row[0])
