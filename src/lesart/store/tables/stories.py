"""Which articles are one story: their numbers, and the keys by which the next one finds them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.store.rows import UNDATED

_MOST_OF_A_KEY = 200
"""Articles that have a key; more are no news of each other, so the newest will do."""

_MANY = 2_000


class Member(NamedTuple):
    """An article's place."""

    article_id: int
    story: int
    copy_of: int | None


class Words(NamedTuple):
    """What an article is compared by."""

    revision: int
    title: str
    text: str
    language: str
    published: int | None
    """UTC seconds; None where the source gives no day."""


class StoryLine(NamedTuple):
    """A story as one line of a list."""

    story: int
    articles: int
    copies: int
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    first: int | None
    last: int | None
    title: str
    """Of its first article."""


class Stories:
    """The stories of one library; all of it can be made again from the texts."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._several: dict[int, int] = {}
        self._several_at = -1

    def of(self, ids: Sequence[int]) -> Mapping[int, int]:
        """Article -> story. Of many articles only those whose story has several are in it."""
        if len(ids) > _MANY:
            return self._of_several()
        rows = self._db.execute(
            "SELECT article_id, story FROM story_member WHERE article_id IN"
            " (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return dict(rows.fetchall())

    def _of_several(self) -> Mapping[int, int]:
        """The same for all that belong together, read once for as long as nobody writes."""
        version = self._db.version()
        if version != self._several_at:
            rows = self._db.execute(
                "SELECT article_id, story FROM story_member WHERE story IN"
                " (SELECT story FROM story_member GROUP BY story HAVING count(*) > 1)"
            )
            self._several = dict(rows.fetchall())
            self._several_at = version
        return self._several

    def pending(self, rules: int, *, beyond: int = 0, limit: int = 50) -> list[int]:
        """Articles that have no story yet, or had other words when they got it; the oldest first."""
        return [
            row[0]
            for row in self._db.execute(
                "SELECT a.id FROM article a LEFT JOIN story_member m ON m.article_id = a.id"
                " WHERE a.id > ? AND a.is_deleted = 0 AND (m.article_id IS NULL"
                " OR m.revision <> a.revision OR m.rules <> ?) ORDER BY a.id LIMIT ?",
                [beyond, rules, limit],
            )
        ]

    def pending_count(self, rules: int) -> int:
        """How many articles have no story yet."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM article a LEFT JOIN story_member m ON m.article_id = a.id"
                " WHERE a.is_deleted = 0 AND (m.article_id IS NULL OR m.revision <> a.revision"
                " OR m.rules <> ?)",
                [rules],
            ).fetchone()[0]
        )

    def words(self, article_id: int) -> Words | None:
        """What the article is compared by; None if it is gone."""
        row = self._db.execute(
            "SELECT a.revision, b.title, b.text, a.language, a.published, a.precision"
            " FROM article a JOIN body b ON b.article_id = a.id"
            " WHERE a.id = ? AND a.is_deleted = 0",
            [article_id],
        ).fetchone()
        if row is None:
            return None
        has_day = row[5] in ("day", "minute")
        return Words(row[0], row[1], row[2], row[3], row[4] if has_day else None)

    def with_key(self, key: int) -> list[int]:
        """The newest articles that have the key, the newest last."""
        rows = self._db.execute(
            "SELECT article_id FROM story_key WHERE key = ? ORDER BY article_id DESC LIMIT ?",
            [_signed(key), _MOST_OF_A_KEY],
        )
        return [row[0] for row in rows][::-1]

    def member(self, article_id: int) -> Member | None:
        """The article's story; None while it has none."""
        row = self._db.execute(
            "SELECT article_id, story, copy_of FROM story_member WHERE article_id = ?",
            [article_id],
        ).fetchone()
        return None if row is None else Member(*row)

    def members(self, story: int) -> list[Member]:
        """The articles of a story in the order of their dates."""
        rows = self._db.execute(
            "SELECT m.article_id, m.story, m.copy_of FROM story_member m"
            " JOIN article a ON a.id = m.article_id AND a.is_deleted = 0"
            " WHERE m.story = ? ORDER BY a.published, a.id",
            [story],
        )
        return [Member(*row) for row in rows]

    def put(self, member: Member, revision: int, rules: int, keys: Sequence[int]) -> None:
        """Keep an article's story and the keys it is found by."""
        with self._db.transaction():
            self.forget(member.article_id)
            self._db.execute(
                "INSERT INTO story_member (article_id, story, copy_of, revision, rules)"
                " VALUES (?, ?, ?, ?, ?)",
                [*member, revision, rules],
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO story_key (key, article_id) VALUES (?, ?)",
                [(_signed(key), member.article_id) for key in keys],
            )

    def forget(self, article_id: int) -> None:
        """The article has no story any more; one that bore its number gets another."""
        with self._db.transaction():
            gone = self._db.execute("DELETE FROM story_member WHERE article_id = ?", [article_id])
            if not gone.rowcount:
                return
            self._db.execute(
                "UPDATE story_member SET copy_of = NULL WHERE story = ? AND copy_of = ?",
                [article_id, article_id],
            )
            self._db.execute(
                "UPDATE story_member SET story ="
                " (SELECT min(article_id) FROM story_member WHERE story = ?1) WHERE story = ?1",
                [article_id],
            )

    def merge(self, one: int, other: int) -> None:
        """The articles of `other` belong to `one`."""
        with self._db.transaction():
            self._db.execute("UPDATE story_member SET story = ? WHERE story = ?", [one, other])

    def lines(
        self, *, among: Sequence[int] | None = None, least: int = 2, limit: int = 50
    ) -> Iterator[StoryLine]:
        """Stories of at least so many articles, the newest first; `among`: that have one of these."""
        chosen, values = "", []
        if among is not None:
            chosen = (
                " WHERE m.story IN (SELECT story FROM story_member"
                " WHERE article_id IN (SELECT value FROM json_each(?)))"
            )
            values.append(json.dumps(list(among)))
        rows = self._db.execute(
            "SELECT m.story, count(*), count(m.copy_of), min(nullif(a.published, ?)), max(nullif(a.published, ?))"
            " FROM story_member m JOIN article a ON a.id = m.article_id AND a.is_deleted = 0"
            f"{chosen} GROUP BY m.story HAVING count(*) >= ?"
            " ORDER BY max(a.published) DESC, m.story DESC LIMIT ?",
            [UNDATED, UNDATED, *values, least, limit],
        ).fetchall()
        for story, articles, copies, first, last in rows:
            parts = self._db.execute(
                "SELECT a.title, a.source, a.language FROM story_member m"
                " JOIN article a ON a.id = m.article_id AND a.is_deleted = 0"
                " WHERE m.story = ? ORDER BY a.published, a.id",
                [story],
            ).fetchall()
            sources = tuple(dict.fromkeys(source for _, source, _ in parts if source))
            languages = tuple(dict.fromkeys(language for _, _, language in parts if language))
            yield StoryLine(story, articles, copies, sources, languages, first, last, parts[0][0])


def _signed(key: int) -> int:
    """The same 32 bits as SQLite stores them in four bytes."""
    key &= 0xFFFFFFFF
    return key - (1 << 32) if key >= 1 << 31 else key
