"""A feed that is not followed any more, and the way back: nothing of it is forgotten until then."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lesart.model.feed import Feed
from lesart.store.connection import Connection
from lesart.store.tables.feed_return import forget_word, leave_word
from lesart.store.tables.feed_wishes import key_of


@dataclass(frozen=True, slots=True)
class RemovedFeed:
    """All that `bring_back` needs, and how many articles were deleted and kept."""

    deleted: int
    kept: int
    row: tuple[tuple[str, Any], ...]
    """Its columns, by name."""
    wishes: str
    articles: tuple[tuple[int, str, str], ...]
    """Number, source and folder of every article it had, tombstones too."""
    deleted_ids: tuple[int, ...]
    """Those of them that were deleted with it."""


def remove(db: Connection, feed: Feed, *, with_articles: bool) -> RemovedFeed:
    with db.transaction():
        found = db.execute("SELECT * FROM feed WHERE id = ?", [feed.id])
        names = [column[0] for column in found.description]
        row = tuple(zip(names, found.fetchone(), strict=True))
        articles = tuple(
            (one[0], one[1], one[2])
            for one in db.execute(
                "SELECT id, source, folder FROM article WHERE feed_id = ?", [feed.id]
            )
        )
        wishes = db.execute("SELECT value FROM setting WHERE key = ?", [key_of(feed.id)]).fetchone()
        gone: tuple[int, ...] = ()
        if with_articles:
            going = "feed_id = ? AND is_deleted = 0 AND is_starred = 0 AND note_count = 0"
            ids = db.execute(f"SELECT id FROM article WHERE {going}", [feed.id])
            gone = tuple(one[0] for one in ids)
            db.execute(f"UPDATE article SET is_deleted = 1 WHERE {going}", [feed.id])
        kept = db.execute(
            "UPDATE article SET source = ?, folder = coalesce(nullif(folder, ''), ?)"
            " WHERE feed_id = ? AND is_deleted = 0",
            [feed.title, feed.folder, feed.id],
        ).rowcount
        own_title = dict(row)["title"]
        leave_word(db, feed.url, own_title, feed.folder, (one[0] for one in articles), gone)
        db.execute("DELETE FROM feed WHERE id = ?", [feed.id])
        db.execute("DELETE FROM setting WHERE key = ?", [key_of(feed.id)])
    return RemovedFeed(len(gone), kept, row, wishes[0] if wishes else "", articles, gone)


def bring_back(db: Connection, removed: RemovedFeed) -> int | None:
    """The number that the feed has now; None where its address is subscribed to by now."""
    row = dict(removed.row)
    with db.transaction():
        if db.execute("SELECT 1 FROM feed WHERE url = ?", [row["url"]]).fetchone():
            return None
        if db.execute("SELECT 1 FROM feed WHERE id = ?", [row["id"]]).fetchone():
            del row["id"]  # another feed has its number by now
        forget_word(db, row["url"])
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT INTO feed ({names}) VALUES ({marks})", list(row.values()))
        [(feed_id,)] = db.execute("SELECT id FROM feed WHERE url = ?", [row["url"]]).fetchall()
        if removed.wishes:
            db.execute(
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                [key_of(feed_id), removed.wishes],
            )
        as_before: dict[tuple[str, str], list[int]] = defaultdict(list)
        for article_id, source, folder in removed.articles:
            as_before[source, folder].append(article_id)
        for (source, folder), ids in as_before.items():
            db.execute(
                "UPDATE article SET feed_id = ?, source = ?, folder = ? WHERE feed_id IS NULL"
                f" AND {_AMONG}",
                [feed_id, source, folder, _listed(ids)],
            )
        db.execute(
            f"UPDATE article SET is_deleted = 0 WHERE feed_id = ? AND {_AMONG}",
            [feed_id, _listed(removed.deleted_ids)],
        )
    return int(feed_id)


_AMONG = "id IN (SELECT value FROM json_each(?))"


def _listed(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))
