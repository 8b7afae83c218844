"""Put in what each amount is to its noun, for libraries from before that was kept beside the number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any

from sqlite_utils import Database

from lesart.locales.in_sentences import numeral
from lesart.store.file.migration_steps import tell_progress
from lesart.text.folding import fold
from lesart.translations import _

_TOGETHER = 100_000
"""Rows that are sorted before they are looked up: the tree is then walked once."""
_LONG = 20_000
"""Articles from which on the step tells how far it is."""
_INFINITE = float("inf")
_SIGNED = ((19, "\x1eo"), (20, "\x1ep"), (15, "\x1es"))
"""Where a stored figure says whose it is, per what and who says so, and the sign that is put before it."""
_COUNTED = "UPDATE counted SET roles = ? WHERE noun_id = ? AND article_id = ?"
_AMOUNT = (
    "UPDATE amount SET roles = ? WHERE unit_id = ? AND number = ? AND article_id = ?"
    " AND noun_id = ?"
)
_RANGE = (
    "UPDATE amount_range SET roles = ? WHERE unit_id = ? AND high = ? AND low = ?"
    " AND article_id = ? AND noun_id = ?"
)
_Rows = dict[tuple[Any, ...], int]


def put_in_roles(db: Database) -> None:
    """Give numbers, ranges and nouns the roles of their figures. Those without one have it already."""
    units = dict(db.execute("SELECT name, id FROM unit"))
    nouns = {"": 0, **dict(db.execute("SELECT name, id FROM noun"))}
    counted: _Rows = {}
    amounts: _Rows = {}
    ranges: _Rows = {}
    for article_id, figures in _stored(db):
        for roles, names, unit, low, high, noun in figures:
            for name in names:
                if name in nouns:
                    _add(counted, (nouns[name], article_id), roles)
            if unit in units and noun in nouns:
                if low == high:
                    _add(amounts, (units[unit], low, article_id, nouns[noun]), roles)
                else:
                    _add(ranges, (units[unit], high, low, article_id, nouns[noun]), roles)
        if len(counted) + len(amounts) + len(ranges) > _TOGETHER:
            _put(db, counted, amounts, ranges)
    _put(db, counted, amounts, ranges)


def _add(rows: _Rows, key: tuple[Any, ...], roles: int) -> None:
    rows[key] = rows.get(key, 0) | roles


def _put(db: Database, counted: _Rows, amounts: _Rows, ranges: _Rows) -> None:
    for sql, rows in ((_COUNTED, counted), (_AMOUNT, amounts), (_RANGE, ranges)):
        changed = sorted(item for item in rows.items() if item[1] != 1)
        db.conn.executemany(sql, ((roles, *key) for key, roles in changed))
        rows.clear()


_Figure = tuple[int, list[str], str, float, float, str]
"""Roles, names that stand among the nouns, unit, both ends, noun."""


def _stored(db: Database) -> Iterator[tuple[int, list[_Figure]]]:
    total = db.execute("SELECT count(*) FROM analysis").fetchone()[0]
    percent = 0
    stored = db.execute(
        "SELECT article_id, lesart_unpacked(found) FROM analysis WHERE lesart_is_whole(found)"
    )
    for done, (article_id, found) in enumerate(stored, 1):
        try:
            yield article_id, [_figure(row) for row in json.loads(found)[0]]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue  # damaged, or another program's: it is found anew when it is analysed again
        if total >= _LONG and done * 10 // total * 10 > percent:
            percent = done * 10 // total * 10
            tell_progress.get()(
                _("Roles of figures are put into the index: {percent} %").format(
                    percent=numeral(percent)
                )
            )


def _figure(row: list[Any]) -> _Figure:
    """What schema 10 stores of a figure, as it is found by it."""
    value, unit, noun, low, high, role = (
        row[at] if at < len(row) else None for at in (3, 4, 9, 11, 12, 18)
    )
    least, most = (low, high) if value is None else (value, value)
    start = _number(least if least is not None else most)
    end = _number(most if most is not None else least)
    key = _key(noun)
    names = [key] if key else []
    for at, sign in _SIGNED:
        if at < len(row) and (name := _key(row[at])):
            names.append(sign + name)
    if start is None or end is None:
        start, end = _INFINITE, -_INFINITE  # a unit without a number
    return 1 << int(role or 0), names, unit or "", start, end, key


def _key(words: str | None) -> str:
    return fold(words or "")[:80]


def _number(value: object) -> float | None:
    if value is None:
        return None
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if isfinite(number) else None
