"""With whom an entity is named, by what was found in its newest articles."""

from __future__ import annotations

import json
from collections import Counter

from lesart.store.connection import Connection
from lesart.store.sql_functions import is_whole
from lesart.store.tables.analysis_codec import entity_keys

_MOST = 300
"""Of an entity's articles, the newest so many say with whom it is named."""


def named_together(db: Connection, known: int) -> list[tuple[int, int]]:
    """The other entities of its newest articles, each with how many of these name it, most first.

    Read from the findings: which article names whom is kept in the order of names, not of articles.
    """
    rows = db.execute(
        "SELECT n.found FROM (SELECT DISTINCT n.article_id FROM same_entity s"
        " CROSS JOIN naming n ON n.entity_id = s.entity_id WHERE s.known = ?"
        " ORDER BY n.article_id DESC LIMIT ?) its"
        " CROSS JOIN analysis n ON n.article_id = its.article_id",
        [known, _MOST],
    )
    named = [set(entity_keys(found)) for (found,) in rows if is_whole(found)]
    keys: set[str] = set().union(*named)
    one = dict(
        db.execute(
            "SELECT e.key, s.known FROM json_each(?) k CROSS JOIN entity e ON e.key = k.value"
            " CROSS JOIN same_entity s ON s.entity_id = e.id",
            [json.dumps(sorted(keys))],
        )
    )
    counts = Counter(other for some in named for other in {one[key] for key in some if key in one})
    counts.pop(known, None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
