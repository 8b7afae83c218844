"""Take everything that can still be read out of a broken library, into a new one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lesart.locales.in_sentences import numeral
from lesart.model.errors import LibraryError
from lesart.store.file.btree_pages import Leaves, Row, Value
from lesart.store.file.opening import connect
from lesart.translations import _

TABLES = (
    "feed", "article", "packed_body", "revision", "page", "annotation", "article_tag", "annotation_tag",
    "review_answer", "verdict", "draft", "origin", "saved_query", "watch_word", "setting", "entity_choice",
)  # fmt: skip
"""What only the library knows; indexes and analyses are made again."""
_WORTH = {"feed", "article", "packed_body", "annotation"}
"""A file that holds none of these rows holds nothing to be saved."""
_KINDS: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,), "TEXT": (str,), "BLOB": (bytes, str), "REAL": (float, int),
}  # fmt: skip


class _Column(NamedTuple):
    name: str
    kinds: tuple[type, ...]
    may_be_null: bool
    is_rowid: bool


def salvage(path: Path, fresh: Path) -> Iterator[str]:
    """Write what can be read of `path` into the new library `fresh`; a sentence a table.

    First what SQLite itself reads, then what stands in pages that it refuses. Raises LibraryError
    where nothing is left.
    """
    with contextlib.closing(connect(fresh)) as target:
        target.execute("PRAGMA foreign_keys = off")
        found = _Rows(path, target)
        saved = 0
        target.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            is_cut = _copy_by_sqlite(path, target, table)
            count = _count(target, table)
            if is_cut:
                found.copy(table)
            more = _count(target, table) - count
            saved += (count + more) * (table in _WORTH)
            if count or more or is_cut:
                beside = (
                    _(", {more} of them from broken pages").format(more=numeral(more))
                    if more
                    else ""
                )
                yield _("{table}: {value} saved{beside}").format(
                    table=table, value=numeral(count + more), beside=beside
                )
        if not saved:
            raise LibraryError(
                _(
                    "Nothing of a library can be read in {path}; it stays as it is. `lesart restore FILE` "
                    "puts a backup in its place."
                ).format(path=path)
            )
        _tie_loose_ends(target)
        target.execute("COMMIT")


def _count(target: sqlite3.Connection, table: str) -> int:
    return int(target.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _columns(target: sqlite3.Connection, table: str) -> list[_Column]:
    described = target.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sum(bool(row[5]) for row in described)
    return [
        _Column(
            name,
            _KINDS[kind],
            may_be_null=not required,
            is_rowid=bool(key) and keys == 1 and kind == "INTEGER",
        )
        for _, name, kind, required, _, key in described
    ]


def _insert(target: sqlite3.Connection, table: str, names: Sequence[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT OR IGNORE INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"


def _copy_by_sqlite(path: Path, target: sqlite3.Connection, table: str) -> bool:
    """Copy what SQLite can read, from both ends of the table; gives whether it stumbled."""
    names = [column.name for column in _columns(target, table)]
    insert, failures = _insert(target, table, names), 0
    quoted = ", ".join(f'"{name}"' for name in names)
    for order in ("", f' ORDER BY "{names[0]}" DESC'):
        try:
            with contextlib.closing(
                sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            ) as source:
                # Otherwise a file that was cut is not even looked at.
                source.execute("PRAGMA writable_schema = on")
                source.text_factory = lambda raw: raw.decode("utf-8", "replace")
                for row in source.execute(f"SELECT {quoted} FROM {table}{order}"):
                    with contextlib.suppress(sqlite3.IntegrityError):
                        target.execute(insert, row)
            return bool(failures)
        except sqlite3.Error:
            failures += 1
    return True


class _Rows:
    """What stands in the pages of a broken file, by tables."""

    def __init__(self, path: Path, target: sqlite3.Connection) -> None:
        self._path, self._target = path, target
        self._columns = {table: _columns(target, table) for table in TABLES}
        self._leaves: Leaves | None = None
        self._of: dict[str, list[int]] = {}
        self._stray: dict[str, list[Row]] = {}

    def copy(self, table: str) -> None:
        """Put the rows of a table into the target, where they are not there yet."""
        if self._leaves is None:
            self._look()
        assert self._leaves is not None
        columns = self._columns[table]
        insert = _insert(self._target, table, [column.name for column in columns])
        for number in self._of.get(table, ()):
            for row in self._leaves.rows(number):
                self._put(insert, table, row)
        for row in self._stray.get(table, ()):
            self._put(insert, table, row)

    def _look(self) -> None:
        """Find each table's leaves by its root, and the rest by what their rows look like."""
        leaves = self._leaves = Leaves(self._path)
        claimed: set[int] = set()
        for number in leaves.below(1):
            claimed.add(number)
            for row in leaves.rows(number):
                match row.values:
                    case ("table", str(name), str(_), int(root), *_):
                        below = leaves.below(root)
                        if name in self._columns:
                            self._of[name] = below
                        claimed.update(below)
        for number in range(2, leaves.count + 1):
            if number in claimed or not leaves.is_table_leaf(number):
                continue
            for row in leaves.rows(number):
                fitting = [table for table in TABLES if self._fits(table, row)]
                if len(fitting) == 1:
                    self._stray.setdefault(fitting[0], []).append(row)

    def _fits(self, table: str, row: Row) -> bool:
        columns = self._columns[table]
        if not columns[0].is_rowid or len(row.values) != len(columns) or row.rowid is None:
            return False  # tables without ids are found by their roots alone
        return (
            row.rowid > 0
            and all(
                value is None if column.is_rowid else _is_of(column, value)
                for column, value in zip(columns, row.values, strict=True)
            )
            and _looks_like(table, row)
        )

    def _put(self, insert: str, table: str, row: Row) -> None:
        columns = self._columns[table]
        if len(row.values) != len(columns) or not (row.is_whole or table == "packed_body"):
            return
        values = [
            row.rowid if column.is_rowid else value
            for column, value in zip(columns, row.values, strict=True)
        ]
        if not all(_is_of(column, value) for column, value in zip(columns, values, strict=True)):
            return
        if not row.is_whole:  # what lay behind the packed text cannot be believed
            values[3:] = ["[]"] * len(values[3:])
        with contextlib.suppress(sqlite3.Error):
            self._target.execute(insert, values)


def _is_of(column: _Column, value: Value) -> bool:
    if value is None:
        return column.may_be_null or column.is_rowid
    return isinstance(value, column.kinds)


def _looks_like(table: str, row: Row) -> bool:
    """Names and index pages have columns of the same kinds as texts and fetched pages."""
    if table == "packed_body":
        return not row.is_whole or all(str(value).startswith("[") for value in row.values[3:5])
    if table == "page":
        return isinstance(row.values[1], bytes) and row.values[1][:1] == b"\x78"  # zlib
    return True


def _tie_loose_ends(target: sqlite3.Connection) -> None:
    """Texts and notes whose article is lost get one to stand on; tags of lost things go."""
    target.execute(
        "INSERT INTO article (id, title, guid, published, arrived, text_hash, text_state)"
        " SELECT article_id, title, 'lost:' || article_id, 0, 0, x'',"
        " 'The disk lost where this article came from.'"
        " FROM packed_body WHERE article_id NOT IN (SELECT id FROM article)"
    )
    target.execute(
        "INSERT INTO article (id, title, guid, published, arrived, text_hash, text_state)"
        " SELECT article_id, 'An article that was lost', 'lost:' || article_id, min(created),"
        " min(created), x'', 'The disk lost this article; your notes on it are kept.'"
        " FROM annotation WHERE article_id NOT IN (SELECT id FROM article) GROUP BY article_id"
    )
    for table, owner, key in (
        ("annotation_tag", "annotation", "annotation_id"), ("article_tag", "article", "article_id"),
        ("revision", "article", "article_id"), ("origin", "article", "article_id"),
        ("page", "article", "article_id"), ("verdict", "article", "article_id"),
    ):  # fmt: skip
        target.execute(f"DELETE FROM {table} WHERE {key} NOT IN (SELECT id FROM {owner})")
    target.execute(
        "UPDATE article SET feed_id = NULL WHERE feed_id IS NOT NULL"
        " AND feed_id NOT IN (SELECT id FROM feed)"
    )
    target.execute(
        "UPDATE annotation SET parent_id = NULL WHERE parent_id IS NOT NULL"
        " AND parent_id NOT IN (SELECT id FROM annotation)"
    )
    target.execute("UPDATE article SET engine = '', figure_count = 0, entity_count = 0")


def files_of(path: Path) -> list[Path]:
    """The file with SQLite's two companions."""
    return [path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")]


def move(path: Path, target: Path) -> None:
    """Give the file and its companions another name."""
    for old in files_of(path):
        if old.exists():
            os.replace(old, target.with_name(target.name + old.name.removeprefix(path.name)))
