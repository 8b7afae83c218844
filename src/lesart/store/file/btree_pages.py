"""Read rows straight from the pages of a broken SQLite file, past what SQLite itself refuses.

The format: https://www.sqlite.org/fileformat2.html, sections 1.6 (b-tree pages), 1.7 (overflow), 2.1
(records) and 4 (the write-ahead log).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

Value = int | float | str | bytes | None
_HEADER = b"SQLite format 3\0"
_SIZES = (8192, 4096)
"""Bytes a page of libraries as they are made, and as they were."""
_SAMPLE = 1000
_INTERIOR = {0x05, 0x02}
_TABLE_LEAF, _INDEX_LEAF = 0x0D, 0x0A
_MOST_COLUMNS = 100
_LARGEST = 1 << 30


class Row(NamedTuple):
    """One record as it stands in the file."""

    rowid: int | None
    """None in tables without one."""
    values: tuple[Value, ...]
    is_whole: bool
    """False where an overflow page was lost; zeros stand for what was in it."""


class _Damaged(Exception):
    """This cell cannot be what it should be."""


class Leaves:
    """The pages of one file, with what its log holds laid over them."""

    def __init__(self, path: Path) -> None:
        # Not read as a whole: a library may be larger than the memory.
        self._data = _mapped(path)
        size = int.from_bytes(self._data[16:18], "big")
        size = 65536 if size == 1 else size
        is_size = self._data[:16] == _HEADER and size >= 512 and size & (size - 1) == 0
        self.page_size = size if is_size else _likely_size(self._data)
        self._usable = self.page_size - (self._data[20] if is_size else 0)
        self._newer = _logged(path.with_name(path.name + "-wal"), self.page_size)
        self.count = max([-(-len(self._data) // self.page_size), *self._newer])

    def page(self, number: int) -> bytes:
        """A page, the first is 1; filled up with zeros where the file was cut."""
        if number in self._newer:
            return self._newer[number]
        start = (number - 1) * self.page_size
        return self._data[start : start + self.page_size].ljust(self.page_size, b"\0")

    def below(self, root: int) -> list[int]:
        """The leaves that can be reached from a root page, in their order."""
        found, waiting, seen = [], [root], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or not 0 < number <= self.count:
                continue
            seen.add(number)
            data, start = self.page(number), 100 if number == 1 else 0
            if data[start] in _INTERIOR:
                children = [int.from_bytes(data[start + 8 : start + 12], "big")]
                children += [
                    int.from_bytes(data[at : at + 4], "big")
                    for at in reversed(self._cells(data, start, 12))
                ]
                waiting += children
            elif data[start] in (_TABLE_LEAF, _INDEX_LEAF):
                found.append(number)
        return found

    def rows(self, number: int) -> Iterator[Row]:
        """What can be read of a leaf."""
        data, start = self.page(number), 100 if number == 1 else 0
        kind = data[start]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF):
            return
        for at in self._cells(data, start, 8):
            try:
                yield self._row(data, at, has_rowid=kind == _TABLE_LEAF)
            except (_Damaged, IndexError, struct.error):
                continue

    def is_table_leaf(self, number: int) -> bool:
        """Whether the page looks like one that holds rows with ids."""
        data = self.page(number)
        cells = int.from_bytes(data[3:5], "big")
        return number > 1 and data[0] == _TABLE_LEAF and 0 < cells <= self.page_size // 4

    def _cells(self, data: bytes, start: int, header: int) -> list[int]:
        count = min(int.from_bytes(data[start + 3 : start + 5], "big"), self.page_size // 4)
        first = start + header
        places = struct.unpack_from(f">{count}H", data, first) if count else ()
        return [at for at in places if first + 2 * count <= at < self._usable]

    def _row(self, data: bytes, at: int, *, has_rowid: bool) -> Row:
        size, at = _number(data, at)
        rowid = None
        if has_rowid:
            rowid, at = _number(data, at)
        if not 1 < size < _LARGEST:
            raise _Damaged
        payload, is_whole = self._payload(data, at, size, is_table=has_rowid)
        return Row(rowid, _record(payload), is_whole)

    def _payload(self, data: bytes, at: int, size: int, *, is_table: bool) -> tuple[bytes, bool]:
        usable = self._usable
        most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
        if size <= most:
            if at + size > usable:
                raise _Damaged
            return data[at : at + size], True
        least = (usable - 12) * 32 // 255 - 23
        here = least + (size - least) % (usable - 4)
        here = here if here <= most else least
        parts, left = [data[at : at + here]], size - here
        following = int.from_bytes(data[at + here : at + here + 4], "big")
        seen: set[int] = set()
        while left > 0 and 0 < following <= self.count and following not in seen:
            seen.add(following)
            page = self.page(following)
            following = int.from_bytes(page[:4], "big")
            parts.append(page[4 : 4 + min(left, usable - 4)])
            left -= len(parts[-1])
        return b"".join(parts) + bytes(left), left == 0


def _mapped(path: Path) -> mmap | bytes:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            return b""
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer and where it ends."""
    value = 0
    for index in range(8):
        byte = data[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _record(payload: bytes) -> tuple[Value, ...]:
    """The values of a record; raises _Damaged where sizes do not add up."""
    end, at = _number(payload, 0)
    if not at <= end <= min(len(payload), 9 * _MOST_COLUMNS):
        raise _Damaged
    types = []
    while at < end:
        code, at = _number(payload, at)
        types.append(code)
    values: list[Value] = []
    for code in types:
        length = _length(code)
        values.append(_value(code, payload[at : at + length]))
        at += length
    if at != len(payload):
        raise _Damaged
    return tuple(values)


def _length(code: int) -> int:
    if code >= 12:
        return (code - 12) // 2
    if code in (10, 11) or code < 0:
        raise _Damaged
    return 8 if code == 7 else _INTEGERS.get(code, 0)


def _value(code: int, raw: bytes) -> Value:
    if code == 0:
        return None
    if code in (8, 9):
        return code - 8
    if code == 7:
        return float(struct.unpack(">d", raw)[0])
    if code in _INTEGERS:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode("utf-8", "replace") if code % 2 else raw


def _likely_size(data: mmap | bytes) -> int:
    """The size of pages in a file that does not tell it: in the middle of a page nothing looks like one."""
    large, small = _SIZES
    step = max(1, len(data) // large // _SAMPLE) * large
    begun = range(large, len(data) - large, step)
    wholes = sum(_may_begin(data, at) for at in begun)
    halves = sum(_may_begin(data, at + small) for at in begun)
    return small if halves * 4 > wholes else large


def _may_begin(data: mmap | bytes, at: int) -> bool:
    """Whether a page of rows, or one that leads to them, may begin here."""
    kind, cells = data[at], int.from_bytes(data[at + 3 : at + 5], "big")
    content = int.from_bytes(data[at + 5 : at + 7], "big")
    is_known = kind in _INTERIOR or kind in (_TABLE_LEAF, _INDEX_LEAF)
    return is_known and cells > 0 and 8 + 2 * cells <= content <= max(_SIZES)


def _logged(path: Path, page_size: int) -> dict[int, bytes]:
    """The pages of a log up to its last whole transaction."""
    try:
        log = path.read_bytes()
    except OSError:
        return {}
    if len(log) < 32 or int.from_bytes(log[8:12], "big") != page_size:
        return {}
    salts, committed, open_ = log[16:24], dict[int, bytes](), dict[int, bytes]()
    for at in range(32, len(log) - page_size - 23, 24 + page_size):
        number, size = struct.unpack_from(">2I", log, at)
        if log[at + 8 : at + 16] != salts:
            break
        open_[number] = log[at + 24 : at + 24 + page_size]
        if size:
            committed |= open_
            open_ = {}
    return committed
