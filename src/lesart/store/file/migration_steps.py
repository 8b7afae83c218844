"""What migrations are made of: scripts run within their transaction, and what they compute."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from math import isfinite
from typing import Any

from sqlite_utils import Database

from lesart.locales.in_sentences import numeral
from lesart.store.noun_index import also_said, list_noun
from lesart.store.sql_functions import story_of
from lesart.text.folding import fold
from lesart.text.urls import canonical_link
from lesart.translations import _

_TOGETHER = 100_000
"""Rows that are sorted before they are put in: the tree then grows page by page."""
_INFINITE = float("inf")
_MOST_NAMES = 200_000
"""Names whose numbers are kept in memory; the others are looked up again."""
_LONG = 20_000
"""Articles from which on a step tells how far it is."""
tell_progress: ContextVar[Callable[[str], None]] = ContextVar(
    "tell_progress", default=lambda _: None
)
"""Who wants to hear how far a long step is."""


def run(db: Database, script: str) -> None:
    """Statement by statement, since `executescript` would commit the migration's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    if statement.strip():
        db.execute(statement)


def first_letters(word: str) -> int:
    """The number that a word's first three letters have in `vocabulary`."""
    number = 0
    for letter in word[:3].ljust(3, "\0"):
        number = number << 21 | ord(letter)
    return number


def redefine(db: Database | sqlite3.Connection, table: str, old: str, new: str) -> None:
    """Change an option of an index of words without making the index anew.

    To be followed by `PRAGMA writable_schema = reset`.
    """
    db.execute("PRAGMA writable_schema = on")
    changed = db.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ? AND instr(sql, ?)",
        [old, new, table, old],
    ).rowcount
    if changed != 1:
        raise sqlite3.DatabaseError(f"{table} is not made as it should be")


def put_in_amounts(db: Database) -> None:
    """Fill `amount` and `amount_range` with what was found, each number with what it counts."""
    units = dict(db.execute("SELECT name, id FROM unit"))
    nouns = dict(db.execute("SELECT name, id FROM noun"))
    amounts: list[tuple[Any, ...]] = []
    ranges: list[tuple[Any, ...]] = []
    stored = db.execute(
        "SELECT article_id, lesart_unpacked(found) FROM analysis WHERE lesart_is_whole(found)"
    )
    for article_id, found in stored:
        for unit, low, high, noun in _numbers_of(found):
            unit_id, noun_id = units.get(unit), nouns.get(noun, 0)
            if unit_id is None:
                continue  # it was never found by its number
            if low == high:
                amounts.append((unit_id, low, article_id, noun_id))
            else:
                ranges.append((unit_id, high, low, article_id, noun_id))
        if len(amounts) + len(ranges) > _TOGETHER:
            _put(db, amounts, ranges)
    _put(db, amounts, ranges)


def _put(db: Database, amounts: list[tuple[Any, ...]], ranges: list[tuple[Any, ...]]) -> None:
    db.conn.executemany("INSERT OR IGNORE INTO amount VALUES (?, ?, ?, ?)", sorted(amounts))
    db.conn.executemany("INSERT OR IGNORE INTO amount_range VALUES (?, ?, ?, ?, ?)", sorted(ranges))
    amounts.clear()
    ranges.clear()


def _numbers_of(found: str) -> Iterator[tuple[str, float, float, str]]:
    """Unit, both ends and folded noun of each figure, as schema 2 stores them; a unit without a number
    has its ends the wrong way round."""
    try:
        figures = json.loads(found)[0]
    except (ValueError, LookupError, RecursionError):
        return
    for row in figures:
        value, unit, noun, low, high = (
            row[at] if at < len(row) else None for at in (3, 4, 9, 11, 12)
        )
        ends = [_number(value), _number(value)]
        if value is None:
            ends = [
                _number(low if low is not None else high),
                _number(high if high is not None else low),
            ]
        noun = fold(noun or "")[:80]
        if ends[0] is not None and ends[1] is not None:
            yield unit or "", ends[0], ends[1], noun
        elif unit:
            yield unit, _INFINITE, -_INFINITE, noun


def _number(value: object) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if isfinite(number) else None


def tell_addresses_apart(db: Database) -> None:
    """Number addresses anew: `?ref=4711` names a page, which older programs took for tracking."""
    links = db.execute("SELECT id, link FROM article WHERE link LIKE '%?%'").fetchall()
    numbers = [(story_of(canonical_link(link)), article_id) for article_id, link in links]
    db.conn.executemany("UPDATE article SET story = ? WHERE id = ?", numbers)


def put_in_what_figures_say(db: Database) -> None:
    """List every noun under its words; put in whose each amount is, per what, who says so, its role."""
    for number, name in db.execute("SELECT id, name FROM noun").fetchall():
        list_noun(db.conn.execute, number, name)
    nouns: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for article_id, said in _what_is_said(db):
        for name in sorted(said):
            pairs.append((_noun_id(db, nouns, name), article_id))
        if len(pairs) > _TOGETHER:
            _count(db, pairs)
    _count(db, pairs)


def _what_is_said(db: Database) -> Iterator[tuple[int, set[str]]]:
    total = db.execute("SELECT count(*) FROM analysis").fetchone()[0]
    percent = 0
    stored = db.execute(
        "SELECT article_id, lesart_unpacked(found) FROM analysis WHERE lesart_is_whole(found)"
    )
    for done, (article_id, found) in enumerate(stored, 1):
        try:
            said = also_said(found)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue  # damaged, or another program's: it is found anew when it is analysed again
        if said:
            yield article_id, said
        if total >= _LONG and done * 10 // total * 10 > percent:
            percent = done * 10 // total * 10
            tell_progress.get()(
                _("What figures measure is put into the index: {percent} %").format(
                    percent=numeral(percent)
                )
            )


def _noun_id(db: Database, known: dict[str, int], name: str) -> int:
    if (number := known.get(name)) is not None:
        return number
    row = db.execute("SELECT id FROM noun WHERE name = ?", [name]).fetchone()
    if row is None:
        cursor = db.conn.execute("INSERT INTO noun (name) VALUES (?)", [name])
        number = int(cursor.lastrowid or 0)
        list_noun(db.conn.execute, number, name)
    else:
        number = int(row[0])
    if len(known) >= _MOST_NAMES:
        known.clear()
    known[name] = number
    return number


def _count(db: Database, pairs: list[tuple[int, int]]) -> None:
    db.conn.executemany("INSERT OR IGNORE INTO counted VALUES (?, ?)", sorted(pairs))
    pairs.clear()
