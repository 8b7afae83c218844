"""All articles with a word that holds letters, however many words and articles these are.

Letters like "ung" stand in thousands of words, and an article is found by each that it has. So hits are
ticked in a row of bytes, a byte an article: no list of them grows with the words, and only what was ticked
is put in order. Few articles are sorted; where many were found, the index of dates is walked down.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from itertools import compress

from lesart.store.connection import Connection
from lesart.store.rows import chunks, numbers

_LAST = "SELECT max(id) FROM article UNION ALL SELECT 0 UNION ALL SELECT 0"
"""Read to its end only when all is done: until then every statement sees the library as this one does,
and who interrupts one of them, or the time between two, stops the search."""
HITS = (
    "SELECT group_concat(f.rowid) FROM json_each(?) w CROSS JOIN body_fts f"
    " ON f.body_fts MATCH w.value AND f.rowid BETWEEN 0 AND ?"
)
"""Asked for word by word: an expression of a thousand words would compare them at every step."""
_HIGHEST = 32_000_000
"""Numbers of articles up to which a byte for each is little; other programs may have given any."""
_WORDS = 256
"""Words asked for at a time: what they find is held until it is ticked."""
_WALKED_PAST = 4
"""So many articles are walked past in the time in which one hit is looked up and sorted."""
_WALK = (
    "SELECT group_concat(id) FROM (SELECT a.id FROM article a INDEXED BY article_newest"
    " WHERE a.is_deleted = 0 ORDER BY a.published {way}, a.id {way})"
)
_SORTED = (
    "SELECT group_concat(id) FROM (SELECT a.id FROM json_each(?) h CROSS JOIN article a"
    " INDEXED BY article_dates ON a.id = h.value WHERE a.is_deleted = 0"
    " ORDER BY a.published {way}, a.id {way})"
)


def can_tick(db: Connection) -> bool:
    """Whether the articles' numbers are such that each can have its byte."""
    sql = "SELECT (SELECT min(id) FROM article), (SELECT max(id) FROM article)"
    first, last = db.execute(sql).fetchone()
    return (first or 0) >= 0 and (last or 0) <= _HIGHEST


def with_any(db: Connection, words: Sequence[object], *, oldest_first: bool) -> array[int]:
    """The articles with one of these words (FTS5 expressions), by their dates."""
    held = db.execute(_LAST)
    try:
        last = int(held.fetchone()[0] or 0)
        return _by_date(db, _ticked(db, words, last), "ASC" if oldest_first else "DESC")
    finally:
        held.close()


def _by_date(db: Connection, ticks: bytearray, way: str) -> array[int]:
    found = array("q")
    if ticks.count(1) * _WALKED_PAST < len(ticks):
        hits = json.dumps(list(_those_of(ticks)))
        for ids in numbers(db.execute(_SORTED.format(way=way), [hits]).fetchone()[0]):
            found.extend(ids)
        return found
    for ids in numbers(db.execute(_WALK.format(way=way)).fetchone()[0]):
        found.extend(compress(ids, map(ticks.__getitem__, ids)))
    return found


def _ticked(db: Connection, words: Sequence[object], last: int) -> bytearray:
    """A byte for each number up to the last: 1 where the article has one of the words."""
    ticks = bytearray(last + 1)
    for some in chunks(words, _WORDS):
        for ids in numbers(db.execute(HITS, [json.dumps(some), last]).fetchone()[0]):
            for one in ids:
                ticks[one] = 1
    return ticks


def _those_of(ticks: bytearray) -> Iterator[int]:
    at = ticks.find(1)
    while at >= 0:
        yield at
        at = ticks.find(1, at + 1)
