"""With whom an entity is named, by what was found in its newest articles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from lesart.store.connection import Connection
from lesart.store.sql_functions import is_whole
from lesart.store.tables.analysis_codec import entity_keys

_MOST = 300
"""Of an entity's articles, the newest so many say with whom it is named."""


Read = dict[int, frozenset[int]]
"""Article -> the entities that it names."""


def named_together(db: Connection, known: int, read: Read) -> list[tuple[int, int]]:
    """The other entities of its newest articles, each with how many of these name it, most first.

    Read from the findings: which article names whom is kept in the order of names, not of articles.
    """
    rows = db.execute(
        "SELECT DISTINCT n.article_id FROM same_entity s CROSS JOIN naming n"
        " ON n.entity_id = s.entity_id WHERE s.known = ? ORDER BY n.article_id DESC LIMIT ?",
        [known, _MOST],
    )
    ids = [row[0] for row in rows]
    _read(db, [article_id for article_id in ids if article_id not in read], read)
    counts = Counter(other for article_id in ids for other in read.get(article_id, ()))
    counts.pop(known, None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _read(db: Connection, ids: Sequence[int], read: Read) -> None:
    """Take in whom these articles name."""
    rows = db.execute(
        "SELECT n.article_id, n.found FROM json_each(?) k CROSS JOIN analysis n"
        " ON n.article_id = k.value",
        [json.dumps(list(ids))],
    )
    named = {article_id: set(entity_keys(found)) for article_id, found in rows if is_whole(found)}
    keys: set[str] = set().union(*named.values())
    one = dict(
        db.execute(
            "SELECT e.key, s.known FROM json_each(?) k CROSS JOIN entity e ON e.key = k.value"
            " CROSS JOIN same_entity s ON s.entity_id = e.id",
            [json.dumps(sorted(keys))],
        )
    )
    for article_id, some in named.items():
        read[article_id] = frozenset(one[key] for key in some if key in one)
