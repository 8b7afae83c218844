"""A table of articles (CSV): its columns are known by their names, or named by the person."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from lesart.services.importing.items import LARGEST, Options, Reading, Source, Trouble
from lesart.services.importing.list_fields import NAMES, field_of, listed_of
from lesart.services.importing.listed import Listed, item_of
from lesart.text.clean import clean_line
from lesart.text.encoding import decode
from lesart.translations import _

SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = (",", ";", "\t", "|")
_QUOTES = ('"', "'", "`")
_LONGEST_CELL = 16 * 1024 * 1024
_MOST_COLUMNS = 1000
_ENOUGH = ("link", "text", "highlight")
"""A table without any of these holds no articles."""

Row = list[str]


def recognises(source: Source) -> bool:
    return source.suffix in SUFFIXES


def read(source: Source, options: Options) -> Reading:
    """An article a row; rows of highlights are put together by what they were made in."""
    csv.field_size_limit(_LONGEST_CELL)
    with source.open() as file:
        text = _opened(file, source)
        head = text.read(65536)
        shape = _shape(head, options)
        rows = _rows(itertools.chain(_lines(head, text)), shape)
        header = next(rows, None)
        if header is None:
            raise source.failed(_("the table is empty."))
        first: list[tuple[int, Row]] = []
        names = header[1]
        if not any(field_of(name) for name in names) and not options.columns:
            if guessed := _guessed(header[1]):
                names, first = guessed, [header]
        columns = _columns(source, names, options)
        wanted = _listed(itertools.chain(first, rows), names, columns)
        program = _program(names)
        if any(field_of(name) == "highlight" for name in names):
            wanted = _grouped(wanted, source)
        for line, listed in wanted:
            if isinstance(listed, str):
                yield Trouble(_("line {line}").format(line=line), listed, line)
            else:
                yield item_of(listed, _("line {line}").format(line=line), line, program)


def _opened(file: Any, source: Source) -> TextIO:
    """The file's text. A small one in whatever alphabet; a large one in what its beginning is in."""
    if source.size <= LARGEST:
        return io.StringIO(decode(file.read(LARGEST + 1)), newline="")
    head = source.head
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return io.TextIOWrapper(file, "utf-16", "replace", newline="")
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return io.TextIOWrapper(file, "cp1252", "replace", newline="")
    return io.TextIOWrapper(file, "utf-8-sig", "replace", newline="")


def _lines(head: str, text: TextIO) -> Iterator[str]:
    """The lines of what was looked at and of what follows it."""
    *whole, rest = head.splitlines(keepends=True) or [""]
    yield from whole
    yield rest + text.readline()
    while line := text.readline(_LONGEST_CELL):
        yield line


def _rows(lines: Iterable[str], shape: tuple[str, str, bool]) -> Iterator[tuple[int, Row]]:
    delimiter, quote, is_told = shape
    lines = iter(lines)
    if is_told:
        next(lines, None)  # Excel's "sep=;"
    reader = csv.reader(
        (line.replace("\0", "") for line in lines),
        delimiter=delimiter,
        quotechar=quote,
        strict=False,
    )
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            yield reader.line_num, []
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield reader.line_num + is_told, [cell.strip() for cell in row[:_MOST_COLUMNS]]


def _shape(head: str, options: Options) -> tuple[str, str, bool]:
    """What parts the cells and what encloses them: the pair that makes most sense of the beginning."""
    told = head[4] if head[:4].lower() == "sep=" and len(head) > 4 else ""
    delimiters = (told,) if told else _DELIMITERS
    delimiters = (options.delimiter,) if options.delimiter else delimiters
    quotes = (options.quote,) if options.quote else _QUOTES
    best = (-1.0, ",", '"')
    for delimiter, quote in itertools.product(delimiters, quotes):
        rows = [
            row
            for _, row in itertools.islice(
                _rows(head.splitlines(True), (delimiter, quote, bool(told))), 20
            )
        ]
        if not rows:
            continue
        known = sum(1 for name in rows[0] if field_of(name))
        even = sum(1 for row in rows if len(row) == len(rows[0])) / len(rows)
        enclosed = sum(1 for row in rows for cell in row if cell[:1] in ("'", '"', "`"))
        score = 3 * known + (even if len(rows[0]) > 1 else 0) - 0.5 * enclosed
        if score > best[0] + 1e-9:
            best = (score, delimiter, quote)
    return best[1], best[2], bool(told)


def _guessed(first: Row) -> Row | None:
    """Names for the columns of a table without a header, an address and words beside it; else None."""
    names = [_("column {number}").format(number=number) for number in range(1, len(first) + 1)]
    links = [i for i, cell in enumerate(first) if cell.startswith(("http://", "https://"))]
    if len(links) != 1:
        return None
    names[links[0]] = "url"
    words = [i for i, cell in enumerate(first) if i != links[0] and " " in cell]
    if words:
        names[words[0]] = "title"
    return names


def _columns(source: Source, names: Row, options: Options) -> dict[str, str]:
    """The columns that the person named; raises ImportFailed where none that is needed is known."""
    by_name = {name.casefold(): name for name in names}
    columns: dict[str, str] = {}
    listed = ", ".join(clean_line(name, 40) for name in names[:20] if name)
    for wanted, column in options.columns.items():
        if wanted not in NAMES:
            raise source.failed(
                _("--columns knows no “{wanted}”; it knows {names}.").format(
                    wanted=clean_line(wanted, 40), names=", ".join(NAMES)
                )
            )
        number = int(column) if column.isdecimal() else 0
        name = by_name.get(column.casefold()) or (
            names[number - 1] if 0 < number <= len(names) else ""
        )
        if not name:
            raise source.failed(
                _("the table has no column “{column}”; it has {listed}.").format(
                    column=clean_line(column, 40), listed=listed
                )
            )
        columns[wanted] = name
    known = {field_of(name) for name in names} | set(columns)
    if not known & set(_ENOUGH):
        raise source.failed(
            _(
                "no column of this table is known to hold articles or their addresses; say which one "
                "does: --columns title=…,text=… (or link=…). It has {listed}."
            ).format(listed=listed)
        )
    return columns


def _listed(
    rows: Iterable[tuple[int, Row]], names: Row, columns: dict[str, str]
) -> Iterator[tuple[int, Listed | str]]:
    for line, row in rows:
        if not row:
            yield (
                line,
                _(
                    "this row cannot be read: a quotation mark is not closed, or a cell is too long."
                ),
            )
        else:
            yield line, listed_of(dict(zip(names, row, strict=False)), columns)


def _grouped(
    rows: Iterable[tuple[int, Listed | str]], source: Source
) -> Iterator[tuple[int, Listed | str]]:
    """One entry for all highlights of a book or page; they need not stand together."""
    found: dict[tuple[str, str, str], tuple[int, Listed]] = {}
    for line, listed in rows:
        if isinstance(listed, str):
            yield line, listed
            continue
        key = (listed.title, listed.author, listed.link)
        if key in found:
            found[key][1].highlights += listed.highlights
            found[key][1].tags += [tag for tag in listed.tags if tag not in found[key][1].tags]
        else:
            found[key] = (line, listed)
            if len(found) > 50_000:
                yield from found.values()
                found.clear()
    yield from found.values()


def _program(names: Row) -> str:
    folded = {name.casefold() for name in names}
    if {"time_added", "status"} <= folded:
        return "Pocket"
    if {"selection", "folder", "timestamp"} <= folded:
        return "Instapaper"
    return (
        "Readwise" if {"highlight", "book title"} <= folded or "reading progress" in folded else ""
    )
