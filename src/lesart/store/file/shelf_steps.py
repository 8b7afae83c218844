"""Put numbers on shelves: by articles first, so that the newest are asked without the others."""

from __future__ import annotations

from itertools import islice

from sqlite_utils import Database

from lesart.locales.in_sentences import numeral
from lesart.store.file.migration_steps import tell_progress
from lesart.translations import _

_TOGETHER = 50_000
_LONG = 500_000
"""Rows from which on the step tells how far it is."""
_COLUMNS = {
    "amount": ("unit_id", "number", "article_id", "noun_id", "high", "roles"),
    "amount_range": ("unit_id", "high", "low", "article_id", "noun_id", "roles"),
}


def put_on_shelves(db: Database) -> None:
    """Copy numbers and ranges in the order in which they are kept from now on.

    SQLite sorts them, in files of its own where they are many: memory stays what it is.
    """
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COLUMNS]
    total, done, percent = sum(counts), 0, 0
    for table, columns in _COLUMNS.items():
        names = ", ".join(columns)
        rows = db.execute(
            f"SELECT article_id >> 14, {names} FROM {table} ORDER BY 1, 2, 3, 4, 5, 6"
        )
        sql = f"INSERT INTO shelved_{table} (shelf, {names}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        while some := list(islice(rows, _TOGETHER)):
            db.conn.executemany(sql, some)
            done += len(some)
            if total >= _LONG and done * 10 // total * 10 > percent:
                percent = done * 10 // total * 10
                words = _("Numbers are put on shelves: {percent} %")
                tell_progress.get()(words.format(percent=numeral(percent)))
