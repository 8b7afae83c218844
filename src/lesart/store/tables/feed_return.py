"""A feed that was removed and is subscribed to again: its articles are its own again, and come once.

A removed feed leaves word of which articles it had. Libraries from before that, and feeds that come from
another address, are recognised by their entries: a guid is only ever given by a feed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lesart.model.article import Draft
from lesart.store.connection import Connection
from lesart.store.tables.article_keys import other_scheme, story_key
from lesart.text.prepared import hash_of
from lesart.text.urls import canonical_link

_KEY = "removed_feed:"
_MANY = 0.5
"""Such a share of what a feed shows now must be of a removed one, to be taken for it."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a feed found of its own: all of its articles, and those that had been deleted with it."""

    articles: int = 0
    restored: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Left:
    """What a removed feed left word of."""

    key: str
    title: str
    folder: str
    ids: frozenset[int]
    deleted_with_it: frozenset[int]


@dataclass(slots=True)
class _Found:
    """Articles without a feed that are entries of this one."""

    ids: set[int] = field(default_factory=set)
    sources: Counter[str] = field(default_factory=Counter)


def leave_word(
    db: Connection,
    url: str,
    title: str,
    folder: str,
    ids: Iterable[int],
    deleted_with_it: Iterable[int],
) -> None:
    """Called within the transaction that removes the feed."""
    numbers = sorted(ids)
    if not numbers:
        return
    steps = [after - before for before, after in zip([0, *numbers], numbers, strict=False)]
    value = {
        "title": title, "folder": folder, "steps": steps,
        "deleted_with_it": sorted(deleted_with_it),
    }  # fmt: skip
    db.execute(
        "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
        [_key(url), json.dumps(value, ensure_ascii=False, separators=(",", ":"))],
    )


def forget_word(db: Connection, url: str) -> None:
    db.execute("DELETE FROM setting WHERE key = ?", [_key(url)])


def take_back(
    db: Connection, feed_id: int, url: str, title: str, drafts: Sequence[Draft]
) -> Returned:
    """Give the feed its articles from before; `drafts` are what it shows at its first visit.

    Deleted ones are its own again, too, and stay deleted: but those that went only because the feed
    went come back where it still shows them.
    """
    with db.transaction():
        left = list(_all_left(db))
        if not left and not _is_any_without_a_feed(db):
            return Returned()
        own = {one.key: one for one in left if one.key == _key(url)}
        spoken_for = frozenset().union(*(one.ids for one in left)) if left else frozenset()
        found = _Found()
        for draft in drafts:
            _look_for(db, draft, title, spoken_for, found)
        many = max(1, _MANY * len(drafts))
        for one in left:
            shared = len(found.ids & one.ids)
            if shared and (one.title == title or shared >= many):
                own[one.key] = one
        whole = set(found.ids).union(*(one.ids for one in own.values()))
        for source, count in found.sources.items():
            if source and (source == title or count >= many):
                whole |= _all_of_source(db, source) - (spoken_for - whole)
        for one in own.values():
            _take_off_folder(db, one)
        articles = _give(db, feed_id, title, whole)
        gone = frozenset().union(*(one.deleted_with_it for one in left)) if left else frozenset()
        restored = _restore(db, feed_id, found.ids & gone)
        for key in own:
            db.execute("DELETE FROM setting WHERE key = ?", [key])
    return Returned(articles, restored)


def _key(url: str) -> str:
    """A number for the address: no password of it is kept."""
    name = canonical_link(url) or url
    return _KEY + hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _all_left(db: Connection) -> Iterable[_Left]:
    rows = db.execute(
        "SELECT key, value FROM setting WHERE key >= ? AND key < ?", [_KEY, _KEY + "\U0010ffff"]
    ).fetchall()
    for key, value in rows:
        try:
            kept = json.loads(value)
            title, folder, steps = kept["title"], kept["folder"], kept["steps"]
            gone = kept["deleted_with_it"]
        except (ValueError, TypeError, KeyError, RecursionError):
            continue
        if (
            not type(title) is type(folder) is str
            or not _are_numbers(steps)
            or not _are_numbers(gone)
        ):
            continue
        ids, at = set(), 0
        for step in steps:
            at += step
            ids.add(at)
        yield _Left(key, title, folder, frozenset(ids), frozenset(gone))


def _are_numbers(value: object) -> bool:
    return isinstance(value, list) and all(type(one) is int and 0 <= one < 2**53 for one in value)


def _is_any_without_a_feed(db: Connection) -> bool:
    """Asked of indexes that know it without a walk."""
    sql = "SELECT 1 FROM article WHERE feed_id IS NULL AND"
    return any(
        db.execute(f"{sql} {condition} LIMIT 1").fetchone()
        for condition in ("guid <> ''", "is_deleted = 0")
    )


def _look_for(
    db: Connection, draft: Draft, title: str, spoken_for: frozenset[int], found: _Found
) -> None:
    """The article without a feed that is this entry, if there is one.

    A guid alone may be "1": its address must be the same, or the feed. What has no guid may as well have
    been imported, so it must be of this feed.
    """
    story = story_key(draft.link)
    if draft.guid:
        rows = db.execute(
            "SELECT id, source, story FROM article"
            " WHERE feed_id IS NULL AND guid IN (?, ?) AND guid <> ''",
            [draft.guid, other_scheme(draft.guid)],
        )
        fits = [row for row in rows if row[2] == story or row[1] == title or row[0] in spoken_for]
    else:
        rows = db.execute(
            "SELECT id, source, story FROM article WHERE"
            f" {'story' if story else 'text_hash'} = ? AND feed_id IS NULL AND guid = '' AND title = ?",
            [story or hash_of(draft.title, draft.text), draft.title],
        )
        fits = [row for row in rows if row[1] == title or row[0] in spoken_for]
    if fits:
        article_id, source, _story = min(fits)
        found.ids.add(article_id)
        found.sources[source] += 1


def _all_of_source(db: Connection, source: str) -> set[int]:
    """What a feed of this name left, back when no word was left: only feeds give guids."""
    rows = db.execute(
        "SELECT id FROM article WHERE feed_id IS NULL AND guid <> '' AND source = ?", [source]
    )
    return {row[0] for row in rows}


def _take_off_folder(db: Connection, left: _Left) -> None:
    """It was put on the articles for want of their feed's."""
    db.execute(
        "UPDATE article SET folder = '' WHERE feed_id IS NULL AND folder = ?"
        " AND id IN (SELECT value FROM json_each(?))",
        [left.folder, json.dumps(sorted(left.ids))],
    )


def _give(db: Connection, feed_id: int, title: str, ids: Iterable[int]) -> int:
    return db.execute(
        "UPDATE article SET feed_id = ?, source = ? WHERE feed_id IS NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        [feed_id, title, json.dumps(sorted(ids))],
    ).rowcount


def _restore(db: Connection, feed_id: int, ids: Iterable[int]) -> tuple[int, ...]:
    rows = db.execute(
        "UPDATE article SET is_deleted = 0 WHERE feed_id = ? AND is_deleted = 1"
        " AND id IN (SELECT value FROM json_each(?)) RETURNING id",
        [feed_id, json.dumps(sorted(ids))],
    ).fetchall()
    return tuple(sorted(row[0] for row in rows))
