"""Sentences with their names in brackets: `[PER Ada] flew to [LOC Rome].` into text and spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.model.errors import LesartError

LABELS = ("PER", "LOC", "ORG", "EVENT")

TaggedSpan = tuple[int, int, str]
"""Start, end and label, counted in characters of the sentence without its brackets."""

_OPENING = re.compile(r"\[(?P<label>[A-Z]+) (?P<name>[^\[\]]*)\]")


class TaggedLineError(LesartError):
    """A training sentence whose brackets cannot be read."""

    def __init__(self, line: str, column: int, reason: str, where: str = "") -> None:
        place = f"{where}: " if where else ""
        super().__init__(f"{place}{reason} at column {column + 1} of {line!r}")
        self.line = line
        self.column = column
        self.reason = reason


def parse_tagged(line: str, where: str = "") -> tuple[str, list[TaggedSpan]]:
    """The plain sentence and its names in order; `where` is put before an error's words."""
    pieces: list[str] = []
    spans: list[TaggedSpan] = []
    length = position = 0
    for match in _OPENING.finditer(line):
        before = line[position : match.start()]
        _refuse_brackets(line, position, before, where)
        label, name = match["label"], match["name"]
        if label not in LABELS:
            raise TaggedLineError(line, match.start(), f"unknown label {label}", where)
        if not name or name != name.strip():
            raise TaggedLineError(line, match.start(), "a name is empty or padded", where)
        pieces += (before, name)
        length += len(before)
        spans.append((length, length + len(name), label))
        length += len(name)
        position = match.end()
    rest = line[position:]
    _refuse_brackets(line, position, rest, where)
    pieces.append(rest)
    return "".join(pieces), spans


def parse_tagged_lines(text: str, name: str = "") -> Iterator[tuple[str, list[TaggedSpan]]]:
    """Every non-empty line of a file's text; an error names the file and the line's number."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield parse_tagged(line.strip(), f"{name}:{number}" if name else f"line {number}")


def _refuse_brackets(line: str, offset: int, stretch: str, where: str) -> None:
    """Outside a name no bracket may stand: it is nearly always a typing mistake."""
    for index, character in enumerate(stretch):
        if character in "[]":
            raise TaggedLineError(line, offset + index, f"stray {character!r}", where)
