"""Articles with figures of the same subject: those of about the same date first, before all are asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from lesart.model.entity import Entity
from lesart.store.connection import Connection
from lesart.store.tables.analysis_codec import key_of
from lesart.text.folding import fold

_TELLING = 4
"""Letters by which names are alike in two languages: "Suezkanal", "Suez Canal"."""
_AROUND = (4_000, 32_000)
"""Articles before and after one among which others of its subject are looked for before all are asked."""
_NEWER = (
    "SELECT published FROM article INDEXED BY article_newest WHERE is_deleted = 0 AND published > ?"
    " ORDER BY published LIMIT 1 OFFSET ?"
)
_OLDER = (
    "SELECT published FROM article INDEXED BY article_newest WHERE is_deleted = 0 AND published < ?"
    " ORDER BY published DESC LIMIT 1 OFFSET ?"
)
_BETWEEN = (
    "SELECT min(id), max(id) FROM article INDEXED BY article_newest WHERE is_deleted = 0"
    " AND published BETWEEN ? AND ?"
)
_AMONG = " AND n.article_id BETWEEN ? AND ? AND a.published BETWEEN ? AND ?"
_FEW = 2_000
"""Articles of a subject that are each asked for the names; of more, those that have one of the names are."""
_NAMED = (
    "WITH named (id) AS MATERIALIZED ("
    "  SELECT e.id FROM json_each(?) k CROSS JOIN entity e ON e.key = k.value"
    "  UNION SELECT * FROM (SELECT rowid FROM entity_fts WHERE entity_fts MATCH ? LIMIT 200))"
)
_COUNTED = (
    "json_each(?) k CROSS JOIN noun o ON o.name = k.value CROSS JOIN counted c ON c.noun_id = o.id"
)
_ORDER = (
    " GROUP BY a.id ORDER BY count(DISTINCT c.noun_id) DESC,"
    " abs(a.published - (SELECT published FROM article WHERE id = ?)), a.id LIMIT ?"
)
_OF_RARE_SUBJECT = (
    f"{_NAMED} SELECT a.id FROM {_COUNTED}"
    " CROSS JOIN article a ON a.id = c.article_id AND a.is_deleted = 0 WHERE a.id <> ?"
    " AND EXISTS (SELECT 1 FROM named CROSS JOIN naming n ON n.entity_id = named.id"
    f" AND n.article_id = a.id){_ORDER}"
)
_OF_ONE_SUBJECT = (
    _NAMED
    + " SELECT a.id, count(DISTINCT c.noun_id) FROM named CROSS JOIN naming n ON n.entity_id = named.id"
    " CROSS JOIN json_each(?) k"
    " CROSS JOIN noun o ON o.name = k.value"
    " CROSS JOIN counted c ON c.noun_id = o.id AND c.article_id = n.article_id"
    " CROSS JOIN article a ON a.id = n.article_id AND a.is_deleted = 0{among}"
    " WHERE a.id <> ?" + _ORDER
)


def of_one_subject(
    db: Connection, article_id: int, keys: Sequence[str], entities: Iterable[Entity], limit: int
) -> list[int]:
    """Articles with figures of one of the subjects (`keys`) that name one of the entities, too.

    Those that share most subjects go first, then those of about the same date. So where enough that are
    near share them all, none that is farther away comes before them, and these are not looked at.
    """
    asked = [*_asked_names(entities), json.dumps(keys)]
    [most] = db.execute(
        "SELECT count(*) FROM json_each(?) k CROSS JOIN noun o ON o.name = k.value", [asked[-1]]
    ).fetchone()
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {_COUNTED} LIMIT ?)"
    if db.execute(counted, [asked[-1], _FEW + 1]).fetchone()[0] <= _FEW:
        rare = db.execute(_OF_RARE_SUBJECT, [*asked, article_id, article_id, limit])
        return [row[0] for row in rare]
    for count in _AROUND:
        near = _near(db, article_id, count)
        if near is None:
            break
        rows = db.execute(
            _OF_ONE_SUBJECT.format(among=_AMONG), [*asked, *near, article_id, article_id, limit]
        ).fetchall()
        if len(rows) == limit and rows[-1][1] == most:
            return [row[0] for row in rows]
    sql = _OF_ONE_SUBJECT.format(among="")
    return [row[0] for row in db.execute(sql, [*asked, article_id, article_id, limit])]


def _asked_names(entities: Iterable[Entity]) -> tuple[str, str]:
    """The entities by their keys, and an FTS5 expression for those whose names begin alike."""
    named = list(entities)
    words = {word for e in named for word in fold(e.name).split() if len(word) >= _TELLING}
    beginnings = " OR ".join(f'"{word[:_TELLING]}"*' for word in sorted(words) if word.isalnum())
    return json.dumps([key_of(entity) for entity in named]), beginnings or '""'


def _near(db: Connection, article_id: int, count: int) -> tuple[int, int, int, int] | None:
    """The lowest and highest number and date of those that are as near in time as the `count`th before
    or after; None where these are all."""
    row = db.execute("SELECT published FROM article WHERE id = ?", [article_id]).fetchone()
    edges = row and [
        abs(edge[0] - row[0])
        for sql in (_NEWER, _OLDER)
        if (edge := db.execute(sql, [row[0], count]).fetchone())
    ]
    if not edges:
        return None
    dates = (row[0] - max(edges), row[0] + max(edges))
    ids = db.execute(_BETWEEN, dates).fetchone()
    return None if ids[0] is None else (*ids, *dates)
