"""The sources the reader subscribed to, and how their visits went."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lesart.model.article import Draft
from lesart.model.errors import LesartError
from lesart.model.feed import Feed
from lesart.store.connection import Connection
from lesart.store.rows import tags_from_json, tags_to_json
from lesart.store.tables import feed_removal
from lesart.store.tables.article_keys import story_key
from lesart.store.tables.feed_removal import RemovedFeed
from lesart.store.tables.feed_return import Returned, take_back
from lesart.store.tables.feed_wishes import NAMES, key_of, packed, unpacked
from lesart.text.urls import without_secrets
from lesart.translations import _

_COLUMNS = (
    "id", "url", "title", "site", "folder", "tags", "is_paused", "wants_full_text", "etag",
    "last_modified", "body_hash", "visited", "succeeded", "next_visit", "error", "error_count",
    "is_gone", "visit_count", "unchanged_count",
)  # fmt: skip
_SELECT = (
    "SELECT "
    + ", ".join(
        "coalesce(nullif(own_title, ''), nullif(title, ''), url)" if name == "title" else name
        for name in _COLUMNS
    )
    + ", (SELECT value FROM setting WHERE key = 'feed:' || feed.id)"
)
_CHANGEABLE = {
    "url", "title", "own_title", "site", "folder", "is_paused", "wants_full_text", "etag",
    "last_modified", "body_hash", "visited", "succeeded", "next_visit", "error", "error_count",
    "is_gone", "visit_count", "unchanged_count",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeedCount:
    """A feed with how many articles it has here, and how many of them are unread."""

    feed: Feed
    articles: int
    unread: int


class Feeds:
    """The feeds of one library."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def add(
        self, url: str, *, title: str = "", folder: str = "", tags: Sequence[str] = (), now: int = 0
    ) -> tuple[Feed, bool]:
        """Subscribe; gives the feed, and whether it is new here (else it is left as it was)."""
        with self._db.transaction():
            self._db.execute(
                "INSERT INTO feed (url, title, folder, tags, added) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (url) DO NOTHING",
                [url, title, folder, tags_to_json(tags), now],
            )
            is_new = self._db.execute("SELECT changes()").fetchone()[0] == 1
            if is_new:
                # Another program may have deleted the feed that had this number before.
                self._db.execute(
                    "DELETE FROM setting WHERE key ="
                    " 'feed:' || (SELECT id FROM feed WHERE url = ?)",
                    [url],
                )
            feed = self.by_url(url)
        assert feed is not None
        return feed, is_new

    def get(self, feed_id: int) -> Feed | None:
        return self._one("WHERE id = ?", [feed_id])

    def by_url(self, url: str) -> Feed | None:
        return self._one("WHERE url = ?", [url])

    def all(self) -> list[Feed]:
        """Every feed, by folder and title."""
        rows = self._db.execute(f"{_SELECT} FROM feed ORDER BY folder, title COLLATE NOCASE, id")
        return [_feed(row) for row in rows]

    def due(self, now: int) -> list[Feed]:
        """The feeds whose next visit has come; paused and gone ones never are."""
        rows = self._db.execute(
            f"{_SELECT} FROM feed WHERE is_paused = 0 AND is_gone = 0"
            " AND (next_visit IS NULL OR next_visit <= ?) ORDER BY next_visit, id",
            [now],
        )
        return [_feed(row) for row in rows]

    def change(self, feed_id: int, **values: Any) -> None:
        """Set values of one feed: `own_title`, `folder`, `is_paused`, `every`, `next_visit` …"""
        self.exchange({feed_id: values})

    def exchange(self, wanted: Mapping[int, Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
        """Set values of several feeds; gives what they were, to be set the same way again.

        A feed that is not there any more is passed over.
        """
        names = {name for values in wanted.values() for name in values}
        if unknown := names - _CHANGEABLE - {"tags", *NAMES}:
            raise ValueError(f"a feed has no {', '.join(sorted(unknown))}")
        former: dict[int, dict[str, Any]] = {}
        with self._db.transaction():
            for feed_id, values in wanted.items():
                feed = self.get(feed_id)
                if feed is None:
                    continue
                self._check_address(feed, values.get("url", feed.url))
                title, own_title = self.titles(feed_id)
                before = {"title": title, "own_title": own_title}
                former[feed_id] = {
                    name: before.get(name, getattr(feed, name, None)) for name in values
                }
                self._set(feed, values)
        return former

    def _check_address(self, feed: Feed, url: str) -> None:
        other = self.by_url(url) if url != feed.url else None
        if other is not None:
            raise LesartError(
                _("{title} has this address already; it is followed once.").format(
                    title=other.title
                )
            )

    def _set(self, feed: Feed, values: Mapping[str, Any]) -> None:
        columns = {name: value for name, value in values.items() if name not in NAMES}
        if "tags" in columns:
            columns["tags"] = tags_to_json(columns["tags"])
        if columns:
            settings = ", ".join(f"{name} = ?" for name in columns)
            self._db.execute(
                f"UPDATE feed SET {settings} WHERE id = ?", [*columns.values(), feed.id]
            )
        if len(columns) < len(values):
            wishes = {name: values.get(name, getattr(feed, name)) for name in NAMES}
            self._db.execute("DELETE FROM setting WHERE key = ?", [key_of(feed.id)])
            if words := packed(wishes):
                self._db.execute(
                    "INSERT INTO setting (key, value) VALUES (?, ?)", [key_of(feed.id), words]
                )

    def counts(self) -> list[FeedCount]:
        """Every feed with its articles and unread ones, by folder and title."""
        numbers = {
            row[0]: row[1]
            for row in self._db.execute(
                "SELECT feed_id, count(*) FROM article INDEXED BY article_of_feed"
                " WHERE is_deleted = 0 AND feed_id IS NOT NULL GROUP BY feed_id"
            )
        }
        unread = self.unread()
        return [FeedCount(f, numbers.get(f.id, 0), unread.get(f.id, 0)) for f in self.all()]

    def unread(self) -> dict[int, int]:
        """Unread articles a feed; feeds without any are left out."""
        rows = self._db.execute(
            "SELECT feed_id, count(*) FROM article INDEXED BY article_of_feed_unread"
            " WHERE is_deleted = 0 AND is_read = 0 AND feed_id IS NOT NULL GROUP BY feed_id"
        )
        return {row[0]: row[1] for row in rows}

    def remove(self, feed_id: int, *, with_articles: bool = False) -> RemovedFeed | None:
        """Unsubscribe; gives what `bring_back` needs, None where there is no such feed.

        With `with_articles` its articles go too, save those that are starred or annotated: these
        are the reader's, and stay under the feed's name.
        """
        feed = self.get(feed_id)
        if feed is None:
            return None
        return feed_removal.remove(self._db, feed, with_articles=with_articles)

    def bring_back(self, removed: RemovedFeed) -> Feed | None:
        """Subscribe again with all that was known of the feed, its articles in it again.

        None where the address is subscribed to by now: that one stays as it is.
        """
        feed_id = feed_removal.bring_back(self._db, removed)
        return self.get(feed_id) if feed_id is not None else None

    def take_back(self, feed: Feed, title: str, drafts: Sequence[Draft]) -> Returned:
        """Give a feed that is visited for the first time what it had here before it was removed.

        `title` is what it calls itself now, `drafts` what it shows.
        """
        return take_back(self._db, feed.id, feed.url, title, drafts)

    def article_ids(self, feed_id: int, limit: int = 100_000) -> list[int]:
        """The feed's articles, newest first."""
        rows = self._db.execute(
            "SELECT id FROM article WHERE is_deleted = 0 AND feed_id = ?"
            " ORDER BY published DESC, id DESC LIMIT ?",
            [feed_id, limit],
        )
        return [row[0] for row in rows]

    def rhythm(self, feed_id: int, newest: int = 20) -> list[int]:
        """When its newest articles were published (UTC seconds, newest first)."""
        rows = self._db.execute(
            "SELECT published FROM article WHERE is_deleted = 0 AND feed_id = ?"
            " ORDER BY published DESC, id DESC LIMIT ?",
            [feed_id, newest],
        )
        return [row[0] for row in rows]

    def titles(self, feed_id: int) -> tuple[str, str]:
        """What the feed calls itself, and what the reader calls it; empty where nobody said."""
        row = self._db.execute(
            "SELECT title, own_title FROM feed WHERE id = ?", [feed_id]
        ).fetchone()
        return (row[0], row[1]) if row else ("", "")

    def known_guids(self, feed_id: int, guids: Sequence[str]) -> set[str]:
        """Which of `guids` the library has of this feed, deleted ones included."""
        if not guids:
            return set()
        rows = self._db.execute(
            "SELECT guid FROM article WHERE guid <> '' AND feed_id = ?"
            " AND guid IN (SELECT value FROM json_each(?))",
            [feed_id, json.dumps(list(guids))],
        )
        return {row[0] for row in rows}

    def known_links(self, feed_id: int, links: Sequence[str]) -> int:
        """How many of `links` lead to articles that the library has of this feed, deleted ones included."""
        stories = {story_key(link) for link in links} - {None}
        row = self._db.execute(
            "SELECT count(DISTINCT story) FROM article WHERE feed_id = ? AND story IS NOT NULL"
            " AND story IN (SELECT value FROM json_each(?))",
            [feed_id, json.dumps(list(stories))],
        ).fetchone()
        return int(row[0])

    def _one(self, where: str, values: list[Any]) -> Feed | None:
        row = self._db.execute(f"{_SELECT} FROM feed {where}", values).fetchone()
        return _feed(row) if row else None


def _feed(row: tuple[Any, ...]) -> Feed:
    *columns, wishes = row
    values = dict(zip(_COLUMNS, columns, strict=True))
    values["tags"] = tags_from_json(values["tags"])
    # A feed without a title goes by its address; a password in it is for its server alone.
    values["title"] = without_secrets(values["title"])
    for name in ("is_paused", "wants_full_text", "is_gone"):
        values[name] = bool(values[name])
    return Feed(**values | unpacked(wishes))
