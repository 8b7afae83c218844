"""Answer a parsed query from the library: which articles, in which order, with which words."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence

from lesart.model.snippet import Snippet
from lesart.query import Query, Words
from lesart.query.signs import stands_so, written_in
from lesart.store.connection import Connection
from lesart.store.rows import numbers
from lesart.store.search import begun_words
from lesart.store.search.figure_question import FigureQuestion, register
from lesart.store.search.first_page import Newest, first_with
from lesart.store.search.inside_words import with_any
from lesart.store.search.leading import are_read, few
from lesart.store.search.plan import (
    WINDOWED,
    Plan,
    Planner,
    Way,
    hint_by_number,
    newest_of,
)
from lesart.store.search.query_sql import Known, as_sql, as_sql_on_notes
from lesart.store.search.snippets import Snippets
from lesart.store.search.vocabulary import Vocabulary
from lesart.store.tables.analyses import Analyses
from lesart.store.tables.annotations import Annotations, Noted
from lesart.store.tables.articles import CHANGED_SINCE, Articles
from lesart.store.tables.same_entities import SameEntities

LOOKED_AT = 2_000
"""So many of the newest hits are asked whether they have the signs that were typed (C++, AT&T)."""
_NEEDS_ALL = (Way.FULL_TEXT, Way.SUBSTRING, Way.HOLDING, Way.FEW)
"""Ways whose first page takes about as long as the whole list."""
_FIRST_SINCE = "SELECT min(id) FROM article INDEXED BY article_arrived WHERE arrived >= ?"
_REVISED_SINCE = (
    "SELECT id FROM article INDEXED BY article_revised WHERE is_deleted = 0 AND revised IS NOT NULL"
    " AND revised >= ? AND (? IS NULL OR id < ?) ORDER BY id"
)


class Search:
    """Searches in one library. A search on another thread can be stopped by `Store.interrupt`."""

    def __init__(
        self,
        db: Connection,
        vocabulary: Vocabulary,
        articles: Articles,
        annotations: Annotations,
        analyses: Analyses,
        same_entities: SameEntities,
    ) -> None:
        self._db = db
        register(db)
        begun_words.register(db)
        self._spellings = same_entities.spellings
        self._known = Known(vocabulary, self._spellings)
        self._articles, self._annotations, self._analyses = articles, annotations, analyses
        self._planner = Planner(db, self._known)
        self._newest = Newest(db)
        self.new_since = 0
        """What `is:new` means: arrived after this moment (UTC seconds)."""

    def plan(
        self, query: Query, *, limit: int | None = None, tried: Mapping[Way, int] | None = None
    ) -> Plan:
        """How `query` would be answered; where ways were `tried` that gave no page, without them."""
        return self._planner.plan(query, limit=limit, new_since=self.new_since, tried=tried)

    def ids(self, query: Query, *, limit: int | None = None) -> array[int]:
        """The articles that answer `query`, in its order; the whole list unless `limit` is set.

        Raises LibraryError when the file fails or the search is interrupted.
        """
        if query.sort == "new" and (signs := written_in(query)):
            found = self._ids(query, None if limit is None else max(limit, LOOKED_AT))
            return self._as_written_first(found, signs)[:limit]
        return self._ids(query, limit)

    def in_parts(self, query: Query, first: int) -> Iterator[array[int]]:
        """The newest `first` articles, where these can be had without the rest; then the whole list."""
        if query.sort == "new" and not written_in(query):
            page = self._by_ways(query, first, but=_NEEDS_ALL)
            if page is not None:
                yield page
                if len(page) < first:
                    return
        yield self.ids(query)

    def _as_written_first(self, ids: array[int], signs: Sequence[Words]) -> array[int]:
        """Among the newest hits those with the signs as they were typed, then all others."""
        newest = ids[:LOOKED_AT]
        with self._db.explaining():
            rows = self._db.execute(
                "SELECT article_id, title, text FROM body"
                " WHERE article_id IN (SELECT value FROM json_each(?))",
                [json.dumps(list(newest))],
            )
            exact = {
                row[0]
                for row in rows
                if all(stands_so(row[1], one) or stands_so(row[2], one) for one in signs)
            }
        first = array("q", (one for one in newest if one in exact))
        return first + array("q", (one for one in newest if one not in exact)) + ids[LOOKED_AT:]

    def _ids(self, query: Query, limit: int | None) -> array[int]:
        found = self._by_ways(query, limit)
        return array("q") if found is None else found

    def _by_ways(
        self, query: Query, limit: int | None, *, but: Collection[Way] = ()
    ) -> array[int] | None:
        """Try one way after the other; None where only those of `but` are left."""
        tried: dict[Way, int] = {}
        with self._db.explaining():
            while (plan := self.plan(query, limit=limit, tried=tried)).way not in but:
                found = self._carry_out(plan)
                if found is not None and (plan.way not in WINDOWED or len(found) == limit):
                    return found
                tried[plan.way] = len(found or ())
        return None

    def _carry_out(self, plan: Plan) -> array[int] | None:
        """What the plan finds; None where that is no first page."""
        if plan.way is Way.NOTHING:
            return array("q")
        if plan.way is Way.HOLDING:
            found = with_any(self._db, plan.values, oldest_first=plan.sort == "old")
            return found[: plan.limit]
        if plan.way not in (Way.NEWEST_TEXTS, Way.NEWEST_HITS):
            return self._all_of(plan)
        rows = self._db.execute(plan.sql, plan.values)
        limit = plan.limit or 0
        try:
            if plan.way is Way.NEWEST_TEXTS:
                return first_with(rows, plan.letters, limit)
            page = self._newest.page(rows, limit)
        finally:
            rows.close()
        if page is None or not plan.noted:
            return page
        both = newest_of([*page, *plan.noted], limit)
        return array("q", (row[0] for row in self._db.execute(*both)))

    def _all_of(self, plan: Plan) -> array[int]:
        """All numbers in one row: between two rows SQLite would wait for the thread that paints."""
        sql = f"SELECT group_concat(id) FROM ({plan.sql})"
        found = array("q")
        for ids in numbers(self._db.execute(sql, plan.values).fetchone()[0]):
            found.extend(ids)
        return found

    def answering_any(self, queries: Sequence[Query], ids: Sequence[int]) -> list[int]:
        """Which of the articles `ids` (a page, not the whole list) answer one of `queries`."""
        found: set[int] = set()
        among = json.dumps(list(ids))
        with self._db.explaining():
            for query in queries:
                where, values = as_sql(
                    query.root, self._known, new_since=self.new_since, from_id=min(ids, default=0)
                )
                found.update(
                    row[0]
                    for row in self._db.execute(
                        "SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(?))"
                        f" AND a.is_deleted = 0 AND {where}",
                        [among, *values],
                    )
                )
        return sorted(found)

    def answering_since(self, query: Query, moment: int) -> list[int]:
        """Which articles answer that came in, or got other words, at that moment (UTC seconds) or later."""
        with self._db.explaining():
            first = self._db.execute(_FIRST_SINCE, [moment]).fetchone()[0]
            earlier = self._db.execute(_REVISED_SINCE, [moment, first, first]).fetchall()
            found = self._answering_among(query, [row[0] for row in earlier])
            return found if first is None else found + self._answering_from(query, first, moment)

    def _answering_from(self, query: Query, first: int, moment: int) -> list[int]:
        """Of the articles from this number on those that came in, or got other words, since."""
        led = few(self._db, query, self._known, from_id=first)
        last = self._known.vocabulary.articles
        where, values = as_sql(
            query.root,
            self._known,
            new_since=self.new_since,
            from_id=first,
            are_few=led is not None and are_read(led, last),
        )
        chosen, among = "article a NOT INDEXED WHERE a.id >= CAST(? AS INTEGER)", str(first)
        if led is not None:
            chosen = "json_each(?) k CROSS JOIN article a WHERE a.id = k.value"
            among = json.dumps(led)
        rows = self._db.execute(
            f"SELECT a.id FROM {chosen} AND a.is_deleted = 0 AND {CHANGED_SINCE} AND {where}"
            " ORDER BY a.id",
            [among, moment, moment, *values],
        )
        return [row[0] for row in rows]

    def _answering_among(self, query: Query, ids: list[int]) -> list[int]:
        return self.answering_any([query], ids) if ids else []

    def count(self, query: Query) -> int:
        """How many articles answer `query`."""
        with self._db.explaining():
            where, values = as_sql(query.root, self._known, new_since=self.new_since)
            row = self._db.execute(
                f"SELECT count(*) FROM article a {hint_by_number(query, where)}"
                f" WHERE a.is_deleted = 0 AND {where}",
                values,
            ).fetchone()
        return int(row[0])

    def figure_question(self, query: Query) -> FigureQuestion:
        """What `query` asks of single figures; names in all the spellings that are known here."""
        return FigureQuestion(query, self._spellings)

    def annotations(self, query: Query) -> list[Noted]:
        """The reader's marks and notes that answer `query`, the last changed first."""
        with self._db.explaining():
            where, values = as_sql_on_notes(query.root, self._known, new_since=self.new_since)
            return self._annotations.matching(where, values, oldest_first=query.sort == "old")

    def snippets(self, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
        """For each of `ids` (a page, not the whole list) the words around what was found."""
        snippets = Snippets(
            self._db, self._articles, self._analyses, query, self.figure_question(query)
        )
        with self._db.explaining():
            found = {i: snippets.of(i) for i in ids}
        return {i: snippet for i, snippet in found.items() if snippet}
