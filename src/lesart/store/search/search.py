"""Answer a parsed query from the library: which articles, in which order, with which words."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lesart.model.snippet import Snippet
from lesart.query import Amount, Is, Labelled, Names, Node, Query, Substring, Words
from lesart.store.connection import explained
from lesart.store.search.first_page import Newest, first_with
from lesart.store.search.query_sql import (
    any_of,
    as_sql,
    as_sql_on_notes,
    match_expression,
    needles,
    text_match,
)
from lesart.store.search.snippets import Snippets

if TYPE_CHECKING:
    from lesart.store.store import Store
    from lesart.store.tables.annotations import Noted

_MOST_NOTED = 2000
_MANY_WORDS = 4000
_LOOKED_AT = 1500
_WINDOWS = (2_000, 16_000)
"""So many of the newest articles are asked about before all of them are."""
_BY_DATE = "INDEXED BY article_newest"
_ORDER = {
    "new": "a.published DESC, a.id DESC",
    "old": "a.published ASC, a.id ASC",
    "rank": "a.published DESC, a.id DESC",
}
_JOINED = "CROSS JOIN article a INDEXED BY article_dates"
"""An index with all that sorting by date needs: the articles' own rows stay on the disk."""


class Search:
    """Searches in one library. A search on another thread can be stopped by `Store.interrupt`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.connection
        self._newest = Newest(store.connection)
        self.new_since = 0
        """What `is:new` means: arrived after this moment (UTC seconds)."""

    def ids(self, query: Query, *, limit: int | None = None) -> array[int]:
        """The articles that answer `query`, in its order; the whole list unless `limit` is set.

        Raises LibraryError when the file fails or the search is interrupted.
        """
        try:
            if limit is not None and query.sort == "new":
                page = self._newest_page(query, limit)
                if page is not None:
                    return page
            sql, values = self._statement(query)
            if limit is not None:
                sql += " LIMIT ?"
                values = [*values, limit]
            return array("q", (row[0] for row in self._db.execute(sql, values)))
        except sqlite3.Error as error:
            raise explained(error, self._store.path) from error

    def _newest_page(self, query: Query, limit: int) -> array[int] | None:
        """The first page where it can be had without the whole list; else None."""
        match query.root.parts:
            case (Substring(letters),):
                page = self._newest_holding(letters, limit)
                if page is not None:
                    return page
        match = text_match(query)
        if match is None:
            return self._newest_answering(query, limit)
        table, expression, words = match
        noted = self._found_with_notes(words) if table == "body_fts" else []
        page = self._newest_matching(table, expression, limit)
        if page is None or not noted:
            return page
        both = json.dumps([*page, *noted])
        return array(
            "q",
            (
                row[0]
                for row in self._db.execute(
                    f"SELECT DISTINCT a.id FROM json_each(?) f {_JOINED} ON a.id = f.value"
                    f" WHERE a.is_deleted = 0 ORDER BY {_ORDER['new']} LIMIT ?",
                    [both, limit],
                )
            ),
        )

    def _newest_answering(self, query: Query, limit: int) -> array[int] | None:
        """Ask about the newest articles alone, as long as that gives a page; else None."""
        if not any(_is_looked_up(node) for node in query.everything()):
            return None  # walking down the list is all there is to do
        for size in _WINDOWS:
            window = self._window(size)
            if window is None:
                return None
            oldest, first = window
            where, values = as_sql(
                query.root, self._store.vocabulary, new_since=self.new_since, from_id=first
            )
            rows = self._db.execute(
                f"SELECT a.id FROM article a {_hint(query) or _BY_DATE} WHERE a.is_deleted = 0"
                f" AND a.published > ? AND {where} ORDER BY {_ORDER['new']} LIMIT ?",
                [oldest, *values, limit],
            )
            page = array("q", (row[0] for row in rows))
            if len(page) == limit:
                return page
            if len(page) * _WINDOWS[-1] // size < limit:
                return None  # too rare: the next window would not give a page either
        return None

    def _window(self, size: int) -> tuple[int, int] | None:
        """A date that about `size` articles are newer than, and the lowest id among these."""
        row = self._db.execute(
            f"SELECT published FROM article a {_BY_DATE} WHERE is_deleted = 0"
            f" ORDER BY {_ORDER['new']} LIMIT 1 OFFSET ?",
            [size],
        ).fetchone()
        if row is None:
            return None
        first = self._db.execute(
            f"SELECT min(id) FROM article a {_BY_DATE} WHERE is_deleted = 0 AND published > ?",
            [row[0]],
        ).fetchone()[0]
        return None if first is None else (row[0], first)

    def _newest_matching(self, table: str, expression: str, limit: int) -> array[int] | None:
        hits = self._db.execute(
            f"SELECT a.id, a.published FROM {table} f {_JOINED} ON a.id = f.rowid"
            f" WHERE f.{table} MATCH ? AND a.is_deleted = 0 ORDER BY f.rowid DESC",
            [expression],
        )
        page = self._newest.page(hits, limit)
        hits.close()
        return page

    def _newest_holding(self, letters: str, limit: int) -> array[int] | None:
        """The newest articles with `letters` inside a word."""
        wanted = needles(letters)
        words = self._store.vocabulary.holding(wanted)
        if not words:
            return array("q")
        if len(words) <= _MANY_WORDS:
            return self._newest_matching("body_fts", any_of(words), limit)
        # Letters that stand in thousands of words stand in many of the newest articles too.
        texts = self._db.execute(
            "SELECT a.id, b.title, b.text FROM article a INDEXED BY article_newest"
            " CROSS JOIN body b ON b.article_id = a.id WHERE a.is_deleted = 0"
            " ORDER BY a.published DESC, a.id DESC LIMIT ?",
            [_LOOKED_AT],
        )
        page = first_with(texts, wanted, frozenset(words), limit)
        texts.close()
        return page

    def _statement(self, query: Query) -> tuple[str, list[object]]:
        match = text_match(query)
        if match is None:
            return self._conditions(query)
        # The whole query is words: let the index lead instead of asking it for every article.
        table, expression, words = match
        noted = self._found_with_notes(words) if table == "body_fts" else []
        if noted:
            score = "rank" if query.sort == "rank" else "0"
            order = "min(f.score), a.id DESC" if query.sort == "rank" else _ORDER[query.sort]
            return (
                f"SELECT a.id FROM (SELECT rowid AS hit, {score} AS score FROM body_fts"
                " WHERE body_fts MATCH ? UNION ALL SELECT value, -1000 FROM json_each(?)) f"
                f" {_JOINED} ON a.id = f.hit WHERE a.is_deleted = 0"
                f" GROUP BY a.id ORDER BY {order}",
                [expression, json.dumps(noted)],
            )
        order = "rank" if query.sort == "rank" else _ORDER[query.sort]
        return (
            f"SELECT a.id FROM {table} f {_JOINED} ON a.id = f.rowid"
            f" WHERE f.{table} MATCH ? AND a.is_deleted = 0 ORDER BY {order}",
            [expression],
        )

    def _conditions(self, query: Query) -> tuple[str, list[object]]:
        where, values = as_sql(query.root, self._store.vocabulary, new_since=self.new_since)
        return (
            f"SELECT a.id FROM article a {_hint(query)} WHERE a.is_deleted = 0 AND {where}"
            f" ORDER BY {_ORDER[query.sort]}",
            list(values),
        )

    def _found_with_notes(self, words: Sequence[Words]) -> list[int]:
        """Articles that answer only together with the reader's notes on them.

        Notes are few: look there first, and ask the text only about the words they lack.
        """
        noted: list[set[int]] = []
        for word in words:
            if word.field:
                noted.append(set())
                continue
            rows = self._db.execute(
                "SELECT DISTINCT n.article_id FROM note_fts CROSS JOIN annotation n"
                " ON n.id = note_fts.rowid WHERE note_fts MATCH ? AND n.is_deleted = 0 LIMIT ?",
                [match_expression(word), _MOST_NOTED],
            )
            noted.append({row[0] for row in rows})
        found = set().union(*noted)
        for ids, word in zip(noted, words, strict=True):
            if lacking := found - ids:
                found -= lacking - self._texts_with(word, lacking)
        return sorted(found)[:_MOST_NOTED]

    def _texts_with(self, word: Words, among: set[int]) -> set[int]:
        # All at once: a begun word is looked up in the index as a whole each time it is asked for.
        rows = self._db.execute(
            "SELECT value FROM json_each(?) WHERE value IN"
            " (SELECT rowid FROM body_fts WHERE body_fts MATCH ?)",
            [json.dumps(sorted(among)), match_expression(word)],
        )
        return {row[0] for row in rows}

    def answering_any(self, queries: Sequence[Query], ids: Sequence[int]) -> list[int]:
        """Which of the articles `ids` (a page, not the whole list) answer one of `queries`."""
        found: set[int] = set()
        among = json.dumps(list(ids))
        try:
            for query in queries:
                where, values = as_sql(query.root, self._store.vocabulary, new_since=self.new_since)
                found.update(
                    row[0]
                    for row in self._db.execute(
                        "SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(?))"
                        f" AND a.is_deleted = 0 AND {where}",
                        [among, *values],
                    )
                )
        except sqlite3.Error as error:
            raise explained(error, self._store.path) from error
        return sorted(found)

    def count(self, query: Query) -> int:
        """How many articles answer `query`."""
        try:
            where, values = as_sql(query.root, self._store.vocabulary, new_since=self.new_since)
            row = self._db.execute(
                f"SELECT count(*) FROM article a WHERE a.is_deleted = 0 AND {where}",
                values,
            ).fetchone()
        except sqlite3.Error as error:
            raise explained(error, self._store.path) from error
        return int(row[0])

    def annotations(self, query: Query) -> list[Noted]:
        """The reader's marks and notes that answer `query`, the last changed first."""
        try:
            where, values = as_sql_on_notes(
                query.root, self._store.vocabulary, new_since=self.new_since
            )
            return self._store.annotations.matching(where, values, oldest_first=query.sort == "old")
        except sqlite3.Error as error:
            raise explained(error, self._store.path) from error

    def snippets(self, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
        """For each of `ids` (a page, not the whole list) the words around what was found."""
        snippets = Snippets(self._store, query)
        try:
            found = {i: snippets.of(i) for i in ids}
        except sqlite3.Error as error:
            raise explained(error, self._store.path) from error
        return {i: snippet for i, snippet in found.items() if snippet}


_INDEXES = {"unread": "article_unread", "starred": "article_starred", "annotated": "article_noted"}


def _is_looked_up(node: Node) -> bool:
    """A condition whose articles are looked up as a whole, however few of them are shown."""
    match node:
        case Labelled(label):
            return label in ("unit", "counts")
        case _:
            return isinstance(node, Words | Substring | Names | Amount)


def _hint(query: Query) -> str:
    """The index that holds just these articles, in order.

    SQLite would walk the whole list by date for them, since it knows nothing of how rare they are.
    """
    if query.sort == "rank":
        return ""
    for part in query.root.parts:
        if isinstance(part, Is) and part.flag in _INDEXES:
            return f"INDEXED BY {_INDEXES[part.flag]}"
    return ""
