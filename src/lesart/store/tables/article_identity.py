"""Find an article again that somebody holds in memory: its number may be another article's by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lesart.model.article import Article
from lesart.store.connection import Connection
from lesart.store.tables.article_keys import story_key
from lesart.store.tables.articles import Articles
from lesart.text.prepared import hash_of


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An article as it is stored now, seen from one who knows an earlier state of it."""

    article_id: int
    text: str
    """Its present text."""
    revision: int
    """The number of the present text."""
    seen_as: int | None
    """The number of the text that was seen; None: that text is not in this library."""
    is_deleted: bool


class ArticleIdentity:
    """Who is who among the articles of one library."""

    def __init__(self, db: Connection, articles: Articles) -> None:
        self._db, self._articles = db, articles

    def whereabouts(self, seen: Article) -> Whereabouts | None:
        """Where the article that was `seen` is stored by now; None where it is not.

        Its text tells it: under its number first, then wherever an article came at the same time, from
        the same address or with the same words. Last, by what does not change with its words.
        """
        near = None
        for article_id in self._candidates(seen):
            here = self._here(article_id, seen)
            if here is not None and here.seen_as is not None:
                return here
            near = near or here
        return near

    def _candidates(self, seen: Article) -> Iterator[int]:
        """The articles that may be it: that of its number, and only if it is not, any like it."""
        yield seen.id
        rows = self._db.execute(
            "SELECT id FROM article WHERE arrived = ? AND title = ?"
            " UNION SELECT id FROM article WHERE text_hash = ?"
            " UNION SELECT id FROM article WHERE guid = ? AND guid <> '' AND feed_id IS ?"
            " UNION SELECT id FROM article WHERE story = ? AND story IS NOT NULL ORDER BY id",
            [
                seen.arrived, seen.title, hash_of(seen.title, seen.text), seen.guid,
                seen.feed_id, story_key(seen.link),
            ],
        ).fetchall()  # fmt: skip
        yield from (row[0] for row in rows)

    def _here(self, article_id: int, seen: Article) -> Whereabouts | None:
        row = self._db.execute(
            "SELECT a.revision, a.is_deleted, b.text, a.guid, a.link, a.arrived FROM article a"
            " JOIN body b ON b.article_id = a.id WHERE a.id = ?",
            [article_id],
        ).fetchone()
        if row is None:
            return None
        present, is_deleted, text, *known = row
        seen_as = present if text == seen.text else None
        if seen_as is None:
            older = self._articles.revisions(article_id)
            seen_as = next((one.number for one in older if one.text == seen.text), None)
        if seen_as is None:
            has_a_name = bool(seen.guid or seen.link)
            if not has_a_name or known != [seen.guid, seen.link, seen.arrived]:
                return None
        return Whereabouts(article_id, text, present, seen_as, bool(is_deleted))

    def text_of(self, article_id: int, number: int) -> str | None:
        """The article's text that has this number, the present one or an older one; None: not kept."""
        row = self._db.execute(
            "SELECT b.text FROM article a JOIN body b ON b.article_id = a.id"
            " WHERE a.id = ? AND a.revision = ?"
            " UNION ALL SELECT text FROM revision WHERE article_id = ? AND number = ?",
            [article_id, number, article_id, number],
        ).fetchone()
        return row[0] if row else None

    def places_of(self, article_id: int) -> list[str]:
        """Where it was imported from: files, with what it is within one behind a `#`."""
        rows = self._db.execute(
            "SELECT path FROM origin WHERE article_id = ? ORDER BY path", [article_id]
        )
        return [row[0] for row in rows]

    def state_of(self, article_id: int) -> tuple[int, bytes] | None:
        """The number of its present text and what tells its words; None: there is no such article."""
        row = self._db.execute(
            "SELECT revision, text_hash FROM article WHERE id = ? AND is_deleted = 0", [article_id]
        ).fetchone()
        return (row[0], row[1]) if row else None

    def findings_of(self, article_id: int) -> tuple[str, str]:
        """What tells whether its figures and names are still the same: who found them, all verdicts."""
        row = self._db.execute(
            "SELECT coalesce((SELECT engine || '@' || revision FROM analysis WHERE article_id = ?), ''),"
            " coalesce((SELECT group_concat(v) FROM (SELECT thing || now_start || verdict || correction"
            " AS v FROM verdict WHERE article_id = ? ORDER BY id)), '')",
            [article_id, article_id],
        ).fetchone()
        return row[0], row[1]
