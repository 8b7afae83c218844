"""Find an article again that somebody holds in memory: its number may be another article's by now."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.article import Article
from lesart.store.connection import Connection
from lesart.store.tables.article_keys import hash_of, story_key
from lesart.store.tables.articles import Articles


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
        here = self._here(seen.id, seen)
        if here is not None and here.seen_as is not None:
            return here
        found = [here, *(self._here(article_id, seen) for article_id in self._candidates(seen))]
        return next(
            (one for one in found if one is not None and one.seen_as is not None),
            next((one for one in found if one is not None), None),
        )

    def _candidates(self, seen: Article) -> list[int]:
        rows = self._db.execute(
            "SELECT id FROM article WHERE arrived = ? AND title = ?"
            " UNION SELECT id FROM article WHERE text_hash = ?"
            " UNION SELECT id FROM article WHERE guid = ? AND guid <> '' AND feed_id IS ?"
            " UNION SELECT id FROM article WHERE story = ? AND story IS NOT NULL",
            [
                seen.arrived, seen.title, hash_of(seen.title, seen.text), seen.guid,
                seen.feed_id, story_key(seen.link),
            ],
        )  # fmt: skip
        return sorted(
            (row[0] for row in rows), key=lambda article_id: (article_id != seen.id, article_id)
        )

    def _here(self, article_id: int, seen: Article) -> Whereabouts | None:
        row = self._db.execute(
            "SELECT revision, is_deleted, guid, link, arrived FROM article WHERE id = ?",
            [article_id],
        ).fetchone()
        text = self._articles.text(article_id)
        if row is None or text is None:
            return None
        number: int | None = row[0] if text == seen.text else None
        if number is None:
            same = [r.number for r in self._articles.revisions(article_id) if r.text == seen.text]
            number = seen.revision if seen.revision in same else next(iter(same), None)
        if number is None:
            is_same = bool(seen.guid or seen.link) and row[2:5] == (
                seen.guid,
                seen.link,
                seen.arrived,
            )
            if not is_same:
                return None
        return Whereabouts(article_id, text, row[0], number, bool(row[1]))

    def text_of(self, article_id: int, number: int) -> str | None:
        """The article's text that has this number, the present one or an older one; None: not kept."""
        row = self._db.execute(
            "SELECT b.text FROM article a JOIN body b ON b.article_id = a.id"
            " WHERE a.id = ? AND a.revision = ?"
            " UNION ALL SELECT text FROM revision WHERE article_id = ? AND number = ?",
            [article_id, number, article_id, number],
        ).fetchone()
        return row[0] if row else None

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
