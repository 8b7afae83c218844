"""What we keep of every story: its text, its older texts, and where the reader stands with it."""

from __future__ import annotations

import contextlib
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from lesart.model.headline import Headline
from lesart.store.connection import Connection
from lesart.store.rows import (
    UNDATED,
    blocks_from_json,
    chunks,
    enclosures_from_json,
    marks,
    moment,
)
from lesart.store.tables.article_keys import other_scheme, story_key
from lesart.store.tables.article_states import ArticleStates
from lesart.store.tables.new_bodies import NewBodies, checked, words_in
from lesart.text.prepared import hash_of
from lesart.text.urls import SHARED_LINK

if TYPE_CHECKING:
    from lesart.model.article import Article, Draft


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a draft: a new article, a new revision of a known one, or nothing new."""

    id: int
    is_new: bool = False
    is_revised: bool = False
    old_text: str | None = None
    """The words before this revision; None unless `is_revised`."""


class _Known(NamedTuple):
    """What is asked of an article that is stored already, before a draft of it goes in."""

    id: int
    text_hash: bytes
    revision: int
    is_deleted: bool
    is_full_text: bool


_SELECT_KNOWN = f"SELECT {', '.join(_Known._fields)} FROM article "


CHANGED_SINCE = "(a.arrived >= ? OR a.revised >= ?)"


class Revision(NamedTuple):
    """A text the article had before; `replaced` is when the next one came (UTC seconds)."""

    number: int
    title: str
    text: str
    replaced: int


class Articles(ArticleStates):
    """The articles of one library."""

    def __init__(self, db: Connection, on_stored: Callable[[], None] = lambda: None) -> None:
        """`on_stored` is called after each text that is put in."""
        super().__init__(db)
        self._on_stored = on_stored
        self._bodies = NewBodies(db)

    # ------------------------------------------------------------------ in

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """One transaction whose new texts go in at its end, together, which costs half."""
        with self._db.transaction():
            if self._bodies.is_collecting:
                yield
                return
            self._bodies.is_collecting = True
            try:
                yield
                self._bodies.put()
            finally:
                self._bodies.forget()

    def put_waiting(self) -> bool:
        """Within `together`: put in what waits, for somebody who reads it; whether anything did."""
        return self._bodies.put()

    def has_words(self, text_hash: bytes) -> bool:
        """Whether an article that came from no feed has these very words, deleted ones too."""
        sql = "SELECT 1 FROM article WHERE feed_id IS NULL AND text_hash = ? LIMIT 1"
        return self._db.execute(sql, [text_hash]).fetchone() is not None

    def add(self, draft: Draft, *, now: int, are_new_words: bool = False) -> Added:
        """Store `draft`, once: the same guid, link or text is the same article.

        Other words under a known guid or link become a new revision; read state, star and notes
        stay. An article the reader deleted stays deleted when its feed shows it again, and comes
        back when its file is imported again. `are_new_words`: in this transaction somebody has looked
        and found that no file gave them before.
        """
        text_hash = hash_of(draft.title, draft.text)
        draft = checked(draft, text_hash)
        with self._db.transaction():
            known = self._known(draft, text_hash, are_new_words)
            if known is None:
                return Added(self._insert(draft, text_hash, now), is_new=True)
            if known.is_deleted:
                if draft.feed_id is not None:
                    return Added(known.id)
                self._db.execute("UPDATE article SET is_deleted = 0 WHERE id = ?", [known.id])
                if self._body(known.id) is None:
                    self._insert_body(known.id, draft)
                return Added(known.id, is_new=True)
            if known.text_hash == text_hash:
                return Added(known.id)
            if not draft.is_full_text and known.is_full_text:
                # The feed's summary must not replace the full text that was fetched for it.
                return Added(known.id)
            return self._revise(known, draft, text_hash, now)

    def add_many(self, drafts: Iterable[Draft], *, now: int) -> list[Added]:
        """`add` each, in one transaction; keep the number small (≤ 50), others wait meanwhile."""
        with self.together():
            return [self.add(draft, now=now) for draft in drafts]

    def revise(self, article_id: int, draft: Draft, *, now: int) -> Added:
        """Give a known article the words of `draft`, whatever its guid or link says."""
        text_hash = hash_of(draft.title, draft.text)
        draft = checked(draft, text_hash)
        with self._db.transaction():
            row = self._db.execute(f"{_SELECT_KNOWN} WHERE id = ?", [article_id]).fetchone()
            known = _Known(*row) if row else None
            if known is None or known.text_hash == text_hash:
                return Added(article_id)
            return self._revise(known, draft, text_hash, now)

    def _known(self, draft: Draft, text_hash: bytes, are_new_words: bool) -> _Known | None:
        tries: list[tuple[str, list[Any]]] = []
        if draft.feed_id is not None:
            if draft.guid:
                guids = [draft.guid, other_scheme(draft.guid)]
                tries.append(
                    ("WHERE feed_id = ? AND guid IN (?, ?) AND guid <> ''", [draft.feed_id, *guids])
                )
            same_story = "WHERE story = ? AND story IS NOT NULL AND feed_id = ?"
            at = [story_key(draft.link), draft.feed_id]
            if draft.link and draft.guid.startswith(SHARED_LINK):
                # It stood alone at its link when it was stored.
                tries.append((f"{same_story} AND guid = '' AND title = ?", [*at, draft.title]))
            elif draft.link and not draft.guid:
                tries.append((f"{same_story} AND title = ?", [*at, draft.title]))
                tries.append((f"{same_story} AND guid NOT LIKE ?", [*at, f"{SHARED_LINK}%"]))
            elif not draft.guid:
                tries.append(("WHERE text_hash = ? AND feed_id = ?", [text_hash, draft.feed_id]))
        else:
            if not are_new_words:
                tries.append(("WHERE text_hash = ? AND feed_id IS NULL", [text_hash]))
            if draft.guid:
                tries.append(("WHERE feed_id IS NULL AND guid = ? AND guid <> ''", [draft.guid]))
        for where, values in tries:
            row = self._db.execute(f"{_SELECT_KNOWN} {where} LIMIT 1", values).fetchone()
            if row:
                return _Known(*row)
        return None

    def _insert(self, draft: Draft, text_hash: bytes, now: int) -> int:
        published = draft.published
        article_id = self._db.execute(
            "INSERT INTO article (feed_id, guid, link, story, title, source, folder, author,"
            " language, published, precision, arrived, text_hash, words, text_state, is_full_text,"
            f" is_read, is_starred) VALUES ({marks(18)})",
            [
                draft.feed_id, draft.guid, draft.link, story_key(draft.link), draft.title,
                draft.source, draft.folder, draft.author, draft.language,
                _place_in_list(draft, now), published.precision if published else "",
                now, text_hash, words_in(draft), draft.text_state, draft.is_full_text,
                draft.is_read, draft.is_starred,
            ],
        ).lastrowid  # fmt: skip
        assert article_id is not None
        self._insert_body(article_id, draft)
        if draft.tags:
            self.set_tags(article_id, draft.tags)
        return article_id

    def _insert_body(self, article_id: int, draft: Draft) -> None:
        self._bodies.add(article_id, draft)
        if draft.raw_html:
            self._db.execute(
                "INSERT OR REPLACE INTO page (article_id, html) VALUES (?, ?)",
                [article_id, draft.raw_html],
            )
        self._on_stored()

    def _revise(self, known: _Known, draft: Draft, text_hash: bytes, now: int) -> Added:
        article_id = known.id
        body = self._body(article_id)
        old_text = body[1] if body else ""
        is_same_text = old_text == draft.text
        if body and not is_same_text:
            self._db.execute(
                "INSERT INTO revision (article_id, number, title, text, blocks, replaced)"
                " SELECT article_id, ?, title, text, blocks, ? FROM body WHERE article_id = ?",
                [known.revision, now, article_id],
            )
        self._db.execute(
            "UPDATE article SET title = ?, text_hash = ?, words = ?, link = ?, story = ?,"
            " author = ?, text_state = ?, is_full_text = ? WHERE id = ?",
            [
                draft.title, text_hash, words_in(draft), draft.link,
                story_key(draft.link), draft.author, draft.text_state, draft.is_full_text,
                article_id,
            ],
        )  # fmt: skip
        if draft.published and not known.is_full_text:
            # Known by its address until now, with the day it was saved: its page tells its own.
            self._db.execute(
                "UPDATE article SET published = ?, precision = ? WHERE id = ? AND feed_id IS NULL",
                [*draft.published, article_id],
            )
        if not is_same_text:
            # Full text in the place of a summary is no correction: nothing was "changed".
            is_completed = draft.is_full_text and not known.is_full_text
            self._db.execute(
                "UPDATE article SET revision = revision + 1, engine = '',"
                " revised = CASE WHEN ? THEN revised ELSE ? END,"
                " position = min(position, ?) WHERE id = ?",
                [is_completed, now, len(draft.text), article_id],
            )
        self._db.execute("DELETE FROM packed_body WHERE article_id = ?", [article_id])
        self._insert_body(article_id, draft)
        if is_same_text:  # another headline over the same words: nothing to re-anchor
            return Added(article_id)
        return Added(article_id, is_revised=True, old_text=old_text)

    # ------------------------------------------------------------------ out

    def get(self, article_id: int) -> Article | None:
        """The article with its present text; None if there is none (any more)."""
        self._bodies.put()
        row = self._db.execute(
            "SELECT a.id, b.title, b.text, b.blocks, coalesce(nullif(f.own_title, ''), f.title,"
            " a.source), coalesce(f.folder, a.folder), a.author, a.link, a.guid, a.language,"
            " a.published, a.precision, a.arrived, a.feed_id, a.revision, a.revised, a.is_read,"
            " a.is_starred, a.position, a.text_state, a.is_full_text, b.enclosures"
            " FROM article a JOIN body b ON b.article_id = a.id"
            " LEFT JOIN feed f ON f.id = a.feed_id WHERE a.id = ? AND a.is_deleted = 0",
            [article_id],
        ).fetchone()
        if row is None:
            return None
        from lesart.model.article import Article

        return Article(
            id=row[0], title=row[1], text=row[2], blocks=blocks_from_json(row[3]), source=row[4],
            folder=row[5], author=row[6], link=row[7], guid=row[8], language=row[9],
            published=moment(row[10], row[11]), arrived=row[12], feed_id=row[13], revision=row[14],
            revised=row[15], is_read=bool(row[16]), is_starred=bool(row[17]), position=row[18],
            text_state=row[19], is_full_text=bool(row[20]),
            enclosures=enclosures_from_json(row[21]), tags=self.tags(article_id),
        )  # fmt: skip

    def headlines(self, ids: Sequence[int]) -> list[Headline | None]:
        """One line each, in the order of `ids`; None where an article is gone."""
        found: dict[int, Headline] = {}
        for some in chunks(ids):
            rows = self._db.execute(
                "SELECT a.id, a.title, coalesce(nullif(f.own_title, ''), f.title, a.source),"
                " a.published, a.precision, a.arrived, a.is_read, a.is_starred, a.note_count,"
                " a.figure_count, a.entity_count, a.language, a.words, a.revised, a.link"
                " FROM article a LEFT JOIN feed f ON f.id = a.feed_id"
                f" WHERE a.id IN ({marks(len(some))})",
                list(some),
            )
            for row in rows:
                found[row[0]] = _headline(row)
        return [found.get(article_id) for article_id in ids]

    def newest(self, limit: int, *, unread_only: bool = False) -> array[int]:
        """The first ids of the whole list, or of what is unread: what the screen opens with."""
        index = "article_unread" if unread_only else "article_newest"
        rows = self._db.execute(
            f"SELECT id FROM article INDEXED BY {index} WHERE is_deleted = 0"
            f"{' AND is_read = 0' if unread_only else ''}"
            " ORDER BY published DESC, id DESC LIMIT ?",
            [limit],
        )
        return array("q", (row[0] for row in rows))

    def revised_since(self, moment: int, *, limit: int) -> list[int]:
        """Articles whose words were corrected since then, the last corrected first."""
        rows = self._db.execute(
            "SELECT id FROM article INDEXED BY article_revised WHERE is_deleted = 0"
            " AND revised IS NOT NULL AND revised >= ?"
            " ORDER BY revised DESC LIMIT ?",
            [moment, limit],
        )
        return [row[0] for row in rows]

    def changed_since(self, moment: int, *, among: Sequence[int]) -> list[int]:
        """Those of the articles that came in, or got other words, at that moment (UTC seconds) or later."""
        import json  # the first frame does without

        rows = self._db.execute(
            "SELECT a.id FROM json_each(?) k CROSS JOIN article a ON a.id = k.value"
            f" WHERE {CHANGED_SINCE} ORDER BY a.id",
            [json.dumps(list(among)), moment, moment],
        )
        return [row[0] for row in rows]

    def count(self) -> int:
        """How many articles the library holds, deleted ones left out.

        SQLite counts a whole table by the pages of an index, and few are deleted: no row is looked at.
        """
        sql = (
            "SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM article"
            " INDEXED BY article_deleted WHERE is_deleted = 1)"
        )
        return int(self._db.execute(sql).fetchone()[0])

    def unread(self) -> int:
        """How many of them nobody has read yet."""
        sql = "SELECT count(*) FROM article INDEXED BY article_unread WHERE is_deleted = 0 AND is_read = 0"
        return int(self._db.execute(sql).fetchone()[0])

    def text(self, article_id: int) -> str | None:
        """Only the present text; None if there is no such article."""
        body = self._body(article_id)
        return body[1] if body else None

    def _body(self, article_id: int) -> tuple[str, str] | None:
        self._bodies.put()
        row = self._db.execute(
            "SELECT title, text FROM body WHERE article_id = ?", [article_id]
        ).fetchone()
        return (row[0], row[1]) if row else None

    def revisions(self, article_id: int) -> list[Revision]:
        """The texts the article had before, oldest first; the present one is not among them."""
        rows = self._db.execute(
            "SELECT number, title, text, replaced FROM revision WHERE article_id = ?"
            " ORDER BY number",
            [article_id],
        )
        return [Revision(*row) for row in rows]

    def same_story(self, article_id: int) -> list[int]:
        """Other articles that are this one again: the same address or the very same text."""
        rows = self._db.execute(
            "SELECT b.id FROM article a JOIN article b ON b.id <> a.id AND b.is_deleted = 0"
            " AND (b.story = a.story OR b.text_hash = a.text_hash)"
            " WHERE a.id = ? ORDER BY b.published, b.id LIMIT 20",
            [article_id],
        )
        return [row[0] for row in rows]

    def raw_html(self, article_id: int) -> bytes | None:
        """The page as it was fetched, zlib-compressed; None where none was kept."""
        row = self._db.execute(
            "SELECT html FROM page WHERE article_id = ?", [article_id]
        ).fetchone()
        return row[0] if row else None

    def ids_with_page(self) -> list[int]:
        """The articles whose page was kept, oldest first."""
        rows = self._db.execute(
            "SELECT p.article_id FROM page p JOIN article a ON a.id = p.article_id"
            " WHERE a.is_deleted = 0 ORDER BY p.article_id"
        )
        return [row[0] for row in rows]


def _headline(row: sqlite3.Row | tuple[Any, ...]) -> Headline:
    return Headline(
        id=row[0], title=row[1], source=row[2], published=moment(row[3], row[4]), arrived=row[5],
        is_read=bool(row[6]), is_starred=bool(row[7]), note_count=row[8], figure_count=row[9],
        entity_count=row[10], language=row[11], words=row[12], revised=row[13], link=row[14],
    )  # fmt: skip


def _place_in_list(draft: Draft, now: int) -> int:
    """The seconds an article is listed by: its date, else when it came, or below all dated ones."""
    if draft.published:
        return draft.published.seconds
    return now if draft.is_recent else UNDATED
