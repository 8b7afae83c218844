"""Ends of isolates that end nothing, kept from the terminal.

A pane cannot know what stands beside it on its line: once words were painted that are written from right to
left, each begins by ending what may have been cut where it begins (`isolates.closed`). Here, where lines go
to the terminal, it is known what stands in them.
"""

from __future__ import annotations

import re
from collections import defaultdict

from rich.cells import cell_len

from lesart.text.isolates import AUTO, END, RIGHT_TO_LEFT

_BEGINS = (AUTO, RIGHT_TO_LEFT)
_PARTS = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|(?P<emptied>\x1b(?:\[[23]J|\[\?1049[hl]|c))"
    r"|\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])"
    r"|(?P<line_end>\r?\n)|(?P<words>[^\x1b\r\n]+)|.",
    re.DOTALL,
)
_SIGNS = re.compile(f"([{AUTO}{RIGHT_TO_LEFT}{END}])")


class Ends:
    """What was written to the terminal, as far as it turns words: where isolates begin and end, by row."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[int, int, bool]]] = defaultdict(list)
        """Before which column, in which piece of writing, and whether one begins."""
        self._row = self._column = self._piece = 0

    def without_needless(self, data: str) -> str:
        """The same for the terminal, without ends of what has not begun."""
        kept: list[str] = []
        for part in _PARTS.finditer(data):
            if part["words"]:
                kept.extend(self._words(part["words"]))
                continue
            kept.append(part[0])
            if part["row"]:
                self._go_to(int(part["row"]) - 1, int(part["column"]) - 1)
            elif part["line_end"]:
                self._go_to(self._row + 1, 0)
            elif part["emptied"]:
                self._rows.clear()
        return "".join(kept)

    def _go_to(self, row: int, column: int) -> None:
        self._row, self._column, self._piece = row, column, self._piece + 1

    def _words(self, words: str) -> list[str]:
        kept = []
        for piece in _SIGNS.split(words):
            if piece == END:
                if not self._is_open():
                    continue
                self._put(begins=False)
            elif piece in _BEGINS:
                self._put(begins=True)
            elif piece:
                self._write_over(cell_len(piece))
            kept.append(piece)
        return kept

    def _put(self, *, begins: bool) -> None:
        self._rows[self._row].append((self._column, self._piece, begins))

    def _write_over(self, width: int) -> None:
        """A terminal keeps a sign of no width with the cell before it, and loses it with that cell."""
        start, end = self._column, self._column + width
        self._column = end
        if self._row in self._rows:
            self._rows[self._row] = [
                mark
                for mark in self._rows[self._row]
                if mark[1] == self._piece or not (start < max(1, mark[0]) <= end)
            ]

    def _is_open(self) -> bool:
        if self._row not in self._rows:
            return False
        depth = 0
        for column, piece, begins in sorted(self._rows[self._row], key=lambda mark: mark[0]):
            if column > self._column:
                break
            if column == 0 == self._column and piece != self._piece:
                continue  # it goes with the first cell, which is written over now
            depth = depth + 1 if begins else max(0, depth - 1)
        return depth > 0
