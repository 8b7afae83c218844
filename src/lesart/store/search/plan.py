"""Decide how a query is answered: a plan is a value that says which way is taken, and its SQL.

Most lists are asked for a page at a time, newest first. For these there are short ways, which find the
newest few without finding all; a short way may give no page (the hits are old, or too few), and then
the next one is planned. Deciding reads little: which words hold the letters, which notes hold the words,
how old the newest few thousand articles are. Nothing here runs the search itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lesart.query import (
    FIGURE_LABELS,
    Amount,
    Is,
    Labelled,
    Names,
    Near,
    Node,
    Query,
    Sort,
    Substring,
    Words,
)
from lesart.store.connection import Connection
from lesart.store.search.begun_words import begun
from lesart.store.search.figure_sql import Condition, quoted
from lesart.store.search.inside_words import HITS, can_tick
from lesart.store.search.leading import are_read, few
from lesart.store.search.query_sql import Known, as_sql
from lesart.store.search.word_expressions import (
    any_of,
    match_expression,
    needles,
    noted,
    text_match,
)

WINDOWS = (2_000, 16_000)
"""So many of the newest articles are asked about before more of them are; how many more, these tell."""
MANY_WORDS = 4000
"""Letters that stand in more words than these stand in many of the newest texts too."""
_LOOKED_AT = 1500
_TELLING = 4
"""From so many found among the newest on, it can be reckoned how many have to be asked for a page."""
_AMPLE = 1.5
_MOST_NOTED = 2000
_BY_DATE = "INDEXED BY article_newest"
_COLUMNS = re.compile(r"\ba\.(\w+)")
_JOINED = "CROSS JOIN article a INDEXED BY article_dates"
"""An index with all that sorting by date needs: the articles' own rows stay on the disk."""
_ORDER: dict[Sort, str] = {
    "new": "a.published DESC, a.id DESC",
    "old": "a.published ASC, a.id ASC",
    "rank": "a.published DESC, a.id DESC",
}
_INDEXES = {"unread": "article_unread", "starred": "article_starred", "annotated": "article_noted"}


class Way(StrEnum):
    """What leads to the articles."""

    NOTHING = "no word holds these letters"
    NEWEST_HITS = "first page: what the index of words finds, the last stored first"
    NEWEST_TEXTS = "first page: letters looked for in the newest texts"
    NEWEST = "first page: conditions over the newest articles"
    MORE_OF_NEWEST = "first page: conditions over more of the newest articles"
    MANY_OF_NEWEST = "first page: conditions over as many of the newest articles as it takes"
    FULL_TEXT = "full text: the index of words"
    HOLDING = "substring: every word that holds the letters, articles ticked and read by date"
    SUBSTRING = "substring: conditions, with every word that holds the letters"
    FEW = "conditions over the few articles that one of them finds"
    FILTER = "filter only: conditions over the list in its order"


_OF_NEWEST = (Way.NEWEST, Way.MORE_OF_NEWEST, Way.MANY_OF_NEWEST)
WINDOWED = frozenset(_OF_NEWEST)
"""Ways that ask about a part of the library: less than a page of hits there says nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to answer one query."""

    way: Way
    sql: str
    values: tuple[object, ...]
    sort: Sort
    limit: int | None = None
    """So many articles are wanted; None: all of them."""
    noted: tuple[int, ...] = ()
    """Articles that answer only together with the reader's notes on them."""
    letters: tuple[str, ...] = ()
    """Where texts are looked through: for what."""

    def __str__(self) -> str:
        wanted = "all" if self.limit is None else f"the first {self.limit}"
        return f"{self.way} ({self.sort}, {wanted})\n{self.sql}\n{list(self.values)}"


class Planner:
    """Plans the searches in one library."""

    def __init__(self, db: Connection, known: Known) -> None:
        self._db, self._known = db, known

    def plan(
        self,
        query: Query,
        *,
        limit: int | None = None,
        new_since: int = 0,
        tried: Mapping[Way, int] | None = None,
    ) -> Plan:
        """The best way that was not `tried`; for each of these it is told how many it found."""
        match = text_match(query)
        if limit is not None and query.sort == "new":
            first = self._first_page(query, match, limit, new_since, tried or {})
            if first is not None:
                return first
        if match is None:
            return self._by_conditions(query, limit, new_since, tried or {})
        return self._by_words(query, *match, limit)

    # ------------------------------------------------------------------ the first page

    def _first_page(
        self,
        query: Query,
        match: tuple[str, str, list[Words]] | None,
        limit: int,
        new_since: int,
        tried: Mapping[Way, int],
    ) -> Plan | None:
        """Where the first page can be had without the whole list; else None."""
        if match is not None:
            table, expression, words = match
            if Way.NEWEST_HITS in tried:
                return None
            expression_of_all = self._going_on(words) if table == "body_fts" else expression
            if expression_of_all is not None:
                noted = self._found_with_notes(words) if table == "body_fts" else ()
                return self._newest_hits(table, expression_of_all, limit, noted)
            if Way.NEWEST not in tried:
                return self._among_newest(query, Way.NEWEST, WINDOWS[0], limit, new_since)
            return None
        match query.root.parts:
            case (Substring(letters),):
                if not tried.keys() & {Way.NEWEST_HITS, Way.NEWEST_TEXTS}:
                    return self._newest_holding(letters, limit)
        if not any(_is_looked_up(node) for node in query.everything()):
            return None  # walking down the list is all there is to do
        return self._by_windows(query, limit, new_since, tried)

    def _by_windows(
        self, query: Query, limit: int, new_since: int, tried: Mapping[Way, int]
    ) -> Plan | None:
        """Among some of the newest, then among as many as a page takes by what was found there."""
        size, most = WINDOWS
        for way in _OF_NEWEST:
            if way not in tried:
                if way is not Way.NEWEST and (plan := self._by_few(query, limit, new_since)):
                    return plan
                return self._among_newest(query, way, size, limit, new_since)
            found = tried[way]
            if found < _TELLING and way is not Way.NEWEST:
                return None
            wanted = int(_AMPLE * size * limit / found) if found >= _TELLING else most
            size = max(2 * size, wanted)
        return None

    def _going_on(self, words: Sequence[Words]) -> str | None:
        """An expression for all of the words; None where one is begun as very many words of the index are."""
        expressions = []
        for word in words:
            going_on = begun(word, self._known.vocabulary)
            if going_on is not None and going_on.expression is None:
                return None
            expressions.append(going_on.expression if going_on else match_expression(word))
        return " AND ".join(str(one) for one in expressions)

    def _by_few(self, query: Query, limit: int | None, new_since: int) -> Plan | None:
        """Where one of the conditions finds few articles."""
        ids = few(self._db, query, self._known)
        if ids is None:
            return None
        first, last = ids[0] if ids else 0, self._known.vocabulary.articles
        where, values = as_sql(
            query.root,
            self._known,
            new_since=new_since,
            from_id=first,
            are_few=are_read(ids, last),
        )
        sql = (
            "SELECT a.id FROM json_each(?) f CROSS JOIN article a ON a.id = f.value"
            f" WHERE a.is_deleted = 0 AND {where} ORDER BY {_ORDER[query.sort]}"
        )
        return _limited(Plan(Way.FEW, sql, (json.dumps(ids), *values), query.sort, limit))

    def _newest_hits(
        self, table: str, expression: str, limit: int, noted: tuple[int, ...] = ()
    ) -> Plan:
        sql = (
            f"SELECT a.id, a.published FROM {table} f {_JOINED} ON a.id = f.rowid"
            f" WHERE f.{table} MATCH ? AND a.is_deleted = 0 ORDER BY f.rowid DESC"
        )
        return Plan(Way.NEWEST_HITS, sql, (expression,), "new", limit, noted)

    def _newest_holding(self, letters: str, limit: int) -> Plan:
        wanted = needles(letters)
        words = self._known.vocabulary.few_holding(wanted, MANY_WORDS)
        if words is not None:
            if not words:
                return Plan(Way.NOTHING, "", (), "new", limit)
            return self._newest_hits("body_fts", any_of(words), limit)
        sql = (
            f"SELECT a.id, b.title, b.text FROM article a {_BY_DATE}"
            " CROSS JOIN body b ON b.article_id = a.id WHERE a.is_deleted = 0"
            f" ORDER BY {_ORDER['new']} LIMIT ?"
        )
        return Plan(Way.NEWEST_TEXTS, sql, (_LOOKED_AT,), "new", limit, letters=tuple(wanted))

    def _among_newest(
        self, query: Query, way: Way, size: int, limit: int, new_since: int
    ) -> Plan | None:
        """Ask about the newest articles alone; None where they are not a part of all."""
        window = self._window(size) if size * 2 < self._known.vocabulary.articles else None
        if window is None:
            return None
        oldest, first = window
        where, values = as_sql(query.root, self._known, new_since=new_since, from_id=first)
        sql = (
            f"SELECT a.id FROM article a {_hint(query) or _BY_DATE} WHERE a.is_deleted = 0"
            f" AND a.published > ? AND {where} ORDER BY {_ORDER['new']} LIMIT ?"
        )
        return Plan(way, sql, (oldest, *values, limit), "new", limit)

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

    # ------------------------------------------------------------------ the whole list

    def _by_words(
        self, query: Query, table: str, expression: str, words: list[Words], limit: int | None
    ) -> Plan:
        """The whole query is words: the index leads instead of being asked about every article."""
        noted = self._found_with_notes(words) if table == "body_fts" else ()
        if not noted:
            order = "rank" if query.sort == "rank" else _ORDER[query.sort]
            sql = (
                f"SELECT a.id FROM {table} f {_JOINED} ON a.id = f.rowid"
                f" WHERE f.{table} MATCH ? AND a.is_deleted = 0 ORDER BY {order}"
            )
            return _limited(Plan(Way.FULL_TEXT, sql, (expression,), query.sort, limit))
        score = "rank" if query.sort == "rank" else "0"
        order = "min(f.score), a.id DESC" if query.sort == "rank" else _ORDER[query.sort]
        sql = (
            f"SELECT a.id FROM (SELECT rowid AS hit, {score} AS score FROM body_fts"
            " WHERE body_fts MATCH ? UNION ALL SELECT value, -1000 FROM json_each(?)) f"
            f" {_JOINED} ON a.id = f.hit WHERE a.is_deleted = 0"
            f" GROUP BY a.id ORDER BY {order}"
        )
        values = (expression, json.dumps(noted))
        return _limited(Plan(Way.FULL_TEXT, sql, values, query.sort, limit, noted))

    def _by_conditions(
        self, query: Query, limit: int | None, new_since: int, tried: Mapping[Way, int]
    ) -> Plan:
        match query.root.parts:
            case (Substring(letters),) if can_tick(self._db):
                return self._holding(letters, query, limit)
        # After more than the first window it is known that no condition finds few.
        if Way.MORE_OF_NEWEST not in tried and (plan := self._by_few(query, limit, new_since)):
            return plan
        where, values = as_sql(query.root, self._known, new_since=new_since)
        sql = (
            f"SELECT a.id FROM article a {_hint(query) or hint_by_number(query, where)}"
            f" WHERE a.is_deleted = 0 AND {where} ORDER BY {_ORDER[query.sort]}"
        )
        has_letters = any(isinstance(node, Substring) for node in query.everything())
        way = Way.SUBSTRING if has_letters else Way.FILTER
        return _limited(Plan(way, sql, tuple(values), query.sort, limit))

    def _holding(self, letters: str, query: Query, limit: int | None) -> Plan:
        words = self._known.vocabulary.holding(needles(letters))
        way = Way.HOLDING if words else Way.NOTHING
        return Plan(way, HITS if words else "", tuple(map(quoted, words)), query.sort, limit)

    # ------------------------------------------------------------------ words of notes

    def _found_with_notes(self, words: Sequence[Words]) -> tuple[int, ...]:
        """Articles that answer only together with the reader's notes on them.

        Notes are few: look there first, and ask the text only about the words they lack.
        """
        in_notes: list[set[int]] = []
        for word in words:
            if word.field:
                in_notes.append(set())
                continue
            sql, values = noted(word, "DISTINCT n.article_id")
            rows = self._db.execute(f"{sql} LIMIT ?", [*values, _MOST_NOTED])
            in_notes.append({row[0] for row in rows})
        found = set().union(*in_notes)
        for ids, word in zip(in_notes, words, strict=True):
            if lacking := found - ids:
                found -= lacking - self._texts_with(word, lacking)
        return tuple(sorted(found)[:_MOST_NOTED])

    def _texts_with(self, word: Words, among: set[int]) -> set[int]:
        going_on = begun(word, self._known.vocabulary)
        if going_on is not None and going_on.expression is None:
            rows = self._db.execute(
                "SELECT k.value FROM json_each(?) k CROSS JOIN body b ON b.article_id = k.value"
                " WHERE lesart_begins(?, b.title, b.text)",
                [json.dumps(sorted(among)), " ".join(going_on.letters)],
            )
            return {row[0] for row in rows}
        # All at once: a begun word is looked up in the index as a whole each time it is asked for.
        rows = self._db.execute(
            "SELECT value FROM json_each(?) WHERE value IN"
            " (SELECT rowid FROM body_fts WHERE body_fts MATCH ? AND rowid >= ?)",
            [
                json.dumps(sorted(among)),
                going_on.expression if going_on else match_expression(word),
                min(among),
            ],
        )
        return {row[0] for row in rows}


def newest_of(ids: Sequence[int], limit: int) -> Condition:
    """A statement for the newest `limit` of these articles."""
    return Condition(
        f"SELECT DISTINCT a.id FROM json_each(?) f {_JOINED} ON a.id = f.value"
        f" WHERE a.is_deleted = 0 ORDER BY {_ORDER['new']} LIMIT ?",
        [json.dumps(list(ids)), limit],
    )


def _limited(plan: Plan) -> Plan:
    if plan.limit is None:
        return plan
    return replace(plan, sql=f"{plan.sql} LIMIT ?", values=(*plan.values, plan.limit))


def _is_looked_up(node: Node) -> bool:
    """A condition whose articles are looked up as a whole, however few of them are shown."""
    match node:
        case Labelled(label):
            return label in FIGURE_LABELS
        case _:
            return isinstance(node, Words | Near | Substring | Names | Amount)


def hint_by_number(query: Query, where: str) -> str:
    """The index of dates, where articles that are looked up are asked for nothing but their numbers.

    In a large library SQLite would look up their rows, which lie all over the file.
    """
    if set(_COLUMNS.findall(where)) == {"id"} and any(
        _is_looked_up(part) and not isinstance(part, Words) for part in query.root.parts
    ):
        return "INDEXED BY article_dates"
    return ""


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
