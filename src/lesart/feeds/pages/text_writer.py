"""Collect a page's words, paragraph by paragraph, with the spans of what they were.

Each piece of text is cleaned as it is taken, so the spans count characters of the very text that
comes out; where pieces change by being joined (an accent in an element of its own), the paragraph
gives up its inline spans rather than point at wrong words.
"""

from __future__ import annotations

import re
from typing import Any

from lesart.model.text import Block, BlockKind, Span
from lesart.text.clean import clean_text

_TIGHT = ("item", "table")
"""Blocks whose paragraphs follow each other without a blank line."""
_DEEPEST = 24
"""Spans nested deeper than this are not kept: hostile pages nest blockquotes by the thousand."""
_FOLD = re.compile("[ \t\n\r\f]+")
# What browsers show for &#150; and its like. Codes that open a terminal sequence are left out.
_C1_MEANT = {
    code: bytes([code]).decode("cp1252", "ignore")
    for code in range(0x80, 0xA0)
    if code not in (0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F)
}
_C1 = re.compile("[\x80-\x9f]")


def _needs_fold(text: str) -> bool:
    # Looking for each goes several times quicker than for all by one expression.
    return "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text


class _Open:
    """A span that has begun and not ended."""

    __slots__ = ("element", "end", "kind", "level", "start", "target")

    def __init__(self, element: Any, kind: BlockKind, level: int, target: str, start: int) -> None:
        self.element = element
        self.kind = kind
        self.level = level
        self.target = target
        self.start = start
        self.end = -1


class Writer:
    """Collects text and spans; knows the paragraph it is in and the blocks around it."""

    def __init__(self) -> None:
        self.list_depth = 0
        self.is_verbatim = 0
        self.is_in_table = 0
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._around: list[_Open] = []
        self._inline: list[_Open] = []
        self._closed: list[_Open] = []
        self._pieces: list[str] = []
        self._written = 0
        self._last = "\n"
        self._tight = ""
        self._marker = ""
        self._column = self._wide = 0
        self._carried: dict[int, int] = {}

    # -------------------------------------------------------------- text

    @property
    def before(self) -> str:
        """The last few characters of the paragraph so far."""
        return "".join(self._pieces[-3:])[-16:]

    @property
    def is_at_start(self) -> bool:
        """Whether nothing has been written in this paragraph."""
        return not self._pieces

    def number(self, marker: str) -> None:
        """What stands before the next words: a list's number. They may bring it themselves."""
        self._marker = marker

    def write(self, raw: str) -> None:
        """Add text to the paragraph, white space folded as a browser folds it."""
        if not raw.isascii() and _C1.search(raw):
            raw = raw.translate(_C1_MEANT)
        text = clean_text(raw)
        if self.is_verbatim:
            text = text.expandtabs(4)
        else:
            if _needs_fold(text):
                text = _FOLD.sub(" ", text)
            if self._last in " \n":
                text = text.lstrip(" ")
            if self._marker and text:
                marker, self._marker = self._marker, ""
                if not re.match(rf"{re.escape(marker[:-1])}[.)\\s]", text):
                    for mark in self._inline:
                        mark.start += len(marker) + 1 if mark.start == self._written else 0
                    self._add(f"{marker} ")
        self._add(text)

    def line_end(self) -> None:
        """A `<br>`; two of them are a paragraph's end."""
        if self.is_verbatim:
            self._add("\n")
        elif self.is_in_table:
            self.write(" ")
        elif self._last != "\n":
            self._add("\n")
        elif self._pieces:
            self.flush()

    def line(self) -> None:
        """A line's end in code, unless one stands there."""
        if self._pieces and self._last != "\n":
            self._add("\n")

    def begin_row(self) -> None:
        """A table's row: its cells are counted, so that each stands in its column."""
        self.flush()
        self._column = 0

    def begin_table(self) -> None:
        self.is_in_table += 1
        self._column = 0
        self._carried.clear()

    def begin_cell(self, width: int, height: int) -> None:
        """What stands between two cells; cells that reach down from above keep their place."""
        while self._carried.get(self._column, 0):
            self._carried[self._column] -= 1
            self._next_column()
        if self._column:
            self._add(" | " if self._last not in " \n" else "| ")
        for column in range(self._column, self._column + width):
            self._carried[column] = height - 1
        self._column += 1
        self._wide = width - 1

    def end_cell(self) -> None:
        for _ in range(self._wide):
            self._next_column()
        self._wide = 0

    def _next_column(self) -> None:
        if self._column:
            self._add(" |" if self._last != " " else "|")
        self._column += 1

    def part(self) -> None:
        """Keep words apart that stand in blocks of their own."""
        if self._pieces and self._last not in " \n":
            self._add(" ")

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._written += len(text)
            self._last = text[-1]

    def flush(self) -> None:
        """End the paragraph, if there is anything in it."""
        if not self._pieces:
            return
        joined = "".join(self._pieces)
        self._pieces.clear()
        self._written, self._last = 0, "\n"
        closed, self._closed = self._closed, []
        text = clean_text(joined)
        is_changed = text != joined
        stripped = text.strip("\n") if self.is_verbatim else text.strip()
        if not stripped.strip():
            for still_open in self._inline:
                still_open.start = 0
            return
        lead = (
            text.index(stripped[0]) if not self.is_verbatim else len(text) - len(text.lstrip("\n"))
        )
        start = self._append(stripped)
        if not is_changed:
            for mark in [*closed, *self._inline]:
                end = mark.end if mark.end >= 0 else len(text)
                self._emit(mark, mark.start - lead + start, end - lead + start, start)
        for still_open in self._inline:
            still_open.start = 0

    def _append(self, paragraph: str) -> int:
        """Put a finished paragraph behind the others; where it starts."""
        tight = next((mark.kind for mark in self._around if mark.kind in _TIGHT), "")
        if self._length:
            gap = "\n" if tight and tight == self._tight else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        self._tight = tight
        start = self._length
        self._parts.append(paragraph)
        self._length += len(paragraph)
        for mark in self._around:
            if mark.start < 0:
                mark.start = start
            mark.end = self._length
        return start

    # -------------------------------------------------------------- spans

    def open_block(self, element: Any, kind: BlockKind, level: int = 0) -> bool:
        """Begin a block; False where it nests too deep to matter."""
        if len(self._around) >= _DEEPEST:
            return False
        self._around.append(_Open(element, kind, level, "", -1))
        return True

    def open_inline(self, element: Any, kind: BlockKind, target: str = "") -> None:
        if len(self._inline) < _DEEPEST and (target or kind != "link"):
            self._inline.append(_Open(element, kind, 0, target, self._written))

    def close(self, element: Any) -> None:
        """End the spans that `element` opened."""
        if self._around and self._around[-1].element is element:
            mark = self._around.pop()
            if mark.kind == "table":
                self.is_in_table -= 1
            if mark.start >= 0:
                span = Span(mark.start, mark.end)
                self._blocks.append(Block(mark.kind, span, mark.level, mark.target))
        elif self._inline and self._inline[-1].element is element:
            mark = self._inline.pop()
            mark.end = self._written
            if mark.end > mark.start:
                self._closed.append(mark)

    def _emit(self, mark: _Open, start: int, end: int, paragraph: int) -> None:
        """Keep an inline span without the white space at its edges."""
        words = self._parts[-1]
        start, end = max(start, paragraph), min(end, self._length)
        while start < end and words[start - paragraph].isspace():
            start += 1
        while end > start and words[end - 1 - paragraph].isspace():
            end -= 1
        if end > start:
            self._blocks.append(Block(mark.kind, Span(start, end), mark.level, mark.target))

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        self.flush()
        order = sorted(self._blocks, key=lambda block: (block.span.start, -block.span.end))
        return "".join(self._parts), tuple(order)
