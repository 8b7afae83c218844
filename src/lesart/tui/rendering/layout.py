"""Break an article's text into screen lines without ever losing count of its characters.

A line is a half-open stretch of the text and a prefix that is not part of it (the bar of a
quotation, a bullet, the room under a bullet). Lines follow each other in the text's order, so the
line of a character is found by bisection, and a window of another width is a new layout over the
same offsets. Blank lines between paragraphs are lines too, of no characters.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lesart.model.text import Block, BlockKind
from lesart.tui.rendering.cells import Grapheme, graphemes, is_plain, width_of
from lesart.tui.rendering.glyphs import UNICODE, Glyphs

_MARKER = re.compile(r"[ ]*(?:[•‣◦▪*–-]|\d{1,9}[.)])[ ]+")
_NO_LINE_STARTS_WITH = frozenset(
    "、。，．・：；！？」』）］｝】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥”’,.!?;:)]}%"
)
_NO_LINE_ENDS_WITH = frozenset("「『（［｛【〈《〔“‘([{")
_SMALLEST_ROOM = 8
"""Below this a prefix is dropped: words are worth more than ornament on a tiny screen."""
_BLOCK_KINDS: frozenset[BlockKind] = frozenset({"heading", "quote", "item", "code", "table"})
_TIGHT: frozenset[BlockKind] = frozenset({"item", "code", "table"})
_DEEPEST = 6


class Line(NamedTuple):
    """One screen line: characters `start` to `end` of the text, after `prefix`."""

    start: int
    end: int
    prefix: str


class _Paragraph(NamedTuple):
    start: int
    end: int
    blocks: tuple[Block, ...]

    def kinds(self) -> set[BlockKind]:
        return {block.kind for block in self.blocks}


class TextLayout:
    """An article's text in lines of at most `width` cells."""

    def __init__(
        self, text: str, blocks: Iterable[Block], width: int, glyphs: Glyphs = UNICODE
    ) -> None:
        self.text = text
        self.width = max(1, width)
        self._glyphs = glyphs
        self._prefixes: list[str] = [""]
        self._prefix_index: dict[str, int] = {"": 0}
        self._starts = array("q")
        self._ends = array("q")
        self._looks = array("L")
        self._lay_out(blocks)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Line:
        look = self._prefixes[self._looks[index]]
        return Line(self._starts[index], self._ends[index], look)

    def line_of(self, offset: int) -> int:
        """The line that holds the character at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def x_of(self, offset: int) -> int:
        """How many cells stand before the character at `offset` on its line, prefix included."""
        start, end, prefix = self[self.line_of(offset)]
        return width_of(prefix) + width_of(self.text[start : min(offset, end)])

    def offset_at(self, index: int, x: int) -> int:
        """The character painted at cell `x` of a line; the nearest one where there is none."""
        start, end, prefix = self[max(0, min(index, len(self) - 1))]
        x -= width_of(prefix)
        if start == end or x < 0:
            return start
        words = self.text[start:end]
        last = Grapheme(start, start, 0)
        if is_plain(words):
            return min(start + x, end - 1)
        for last in graphemes(words, start):
            if last.width > x:
                break
            x -= last.width
        return last.start

    # -------------------------------------------------------------- building

    def _lay_out(self, blocks: Iterable[Block]) -> None:
        previous: _Paragraph | None = None
        # Text that knows blank lines means its single line ends as line ends.
        line_ends_part = "\n\n" not in self.text
        wants_gap = False
        for paragraph in _paragraphs(self.text, blocks):
            if paragraph.start == paragraph.end and "code" not in paragraph.kinds():
                wants_gap = previous is not None
                continue
            if previous is not None and (
                wants_gap or _parts(previous, paragraph, whole_lines=line_ends_part)
            ):
                self._add(paragraph.start - 1, paragraph.start - 1, "")
            self._add_paragraph(paragraph)
            previous, wants_gap = paragraph, False
        if not len(self):
            self._add(0, 0, "")

    def _add(self, start: int, end: int, prefix: str) -> None:
        look = self._prefix_index.get(prefix)
        if look is None:
            look = self._prefix_index[prefix] = len(self._prefixes)
            self._prefixes.append(prefix)
        self._starts.append(start)
        self._ends.append(end)
        self._looks.append(look)

    def _add_paragraph(self, paragraph: _Paragraph) -> None:
        first, rest = self._prefixes_of(paragraph)
        rooms = (self.width - width_of(first), self.width - width_of(rest))
        if min(rooms) < _SMALLEST_ROOM:
            first, rest, rooms = "", "", (self.width, self.width)
        if "code" in paragraph.kinds():
            stretches = _folded(self.text, paragraph.start, paragraph.end, *rooms)
        else:
            stretches = wrapped(self.text, paragraph.start, paragraph.end, *rooms)
        prefix = first
        for start, end in stretches:
            self._add(start, end, prefix)
            prefix = rest

    def _prefixes_of(self, paragraph: _Paragraph) -> tuple[str, str]:
        """What stands before the paragraph's first line, and before the others."""
        quotes = sum(block.kind == "quote" for block in paragraph.blocks)
        bars = f"{self._glyphs.quote} " * min(quotes, _DEEPEST)
        items = [block for block in paragraph.blocks if block.kind == "item"]
        if not items:
            return bars, bars
        indent = "  " * min(max(items[-1].level - 1, 0), _DEEPEST)
        marker = _MARKER.match(self.text, paragraph.start, paragraph.end)
        if marker:
            return bars + indent, bars + indent + " " * width_of(marker[0])
        begins_here = items[-1].span.start >= paragraph.start
        bullet = f"{self._glyphs.bullet} " if begins_here else "  "
        return bars + indent + bullet, bars + indent + "  "


def _parts(previous: _Paragraph, paragraph: _Paragraph, *, whole_lines: bool) -> bool:
    """Whether a blank line belongs between two paragraphs that the text does not part itself."""
    before, after = previous.kinds(), paragraph.kinds()
    if "heading" in before | after:
        return True
    return whole_lines and not (before & after & _TIGHT)


def _paragraphs(text: str, blocks: Iterable[Block]) -> Iterator[_Paragraph]:
    """The text's lines, each with the blocks that hold it, outermost first."""
    waiting = sorted(
        (block for block in blocks if block.kind in _BLOCK_KINDS),
        key=lambda block: (-block.span.start, block.span.end),
    )
    around: list[Block] = []
    start, last = 0, len(text)
    while start <= last:
        end = text.find("\n", start)
        end = last if end < 0 else end
        while waiting and waiting[-1].span.start < max(end, start + 1):
            around.append(waiting.pop())
        if around:
            # A page can nest without end; the innermost blocks are the ones that show.
            around = [block for block in around if block.span.end > start][-64:]
        yield _Paragraph(start, end, tuple(around))
        start = end + 1


def wrapped(text: str, start: int, end: int, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Break one paragraph at spaces, and between ideographs; `first` and `rest` are rooms in cells."""
    if is_plain(text[start:end]):
        return _wrapped_plain(text, start, end, first, rest)
    return _wrapped_graphemes(text, start, end, first, rest)


def _wrapped_plain(
    text: str, start: int, end: int, room: int, rest: int
) -> Iterator[tuple[int, int]]:
    while end - start > room:
        cut = text.rfind(" ", start, start + room + 1) + 1
        if cut <= start + 1:
            cut = _inside_word(text, start, start + room)
        while cut < end and text[cut] == " ":
            cut += 1
        yield start, cut
        start, room = cut, rest
    yield start, end


def _inside_word(text: str, start: int, limit: int) -> int:
    """Where to break a word that is longer than the line: after a hyphen or slash, else anywhere."""
    cut = max(text.rfind(sign, start, limit) for sign in "-/–—") + 1
    return cut if cut > start + (limit - start) // 2 else limit


def _wrapped_graphemes(
    text: str, start: int, end: int, room: int, rest: int
) -> Iterator[tuple[int, int]]:
    used = used_since_break = 0
    line, break_at = start, start
    before: Grapheme | None = None
    for here in graphemes(text[start:end], start):
        if before is not None and _may_break(text, before, here):
            break_at, used_since_break = here.start, 0
        is_space = text[here.start] == " "
        if used + here.width > room and not is_space and here.start > line:
            if break_at <= line:
                break_at, used_since_break = here.start, 0
            yield line, break_at
            line, used, room = break_at, used_since_break, rest
        used += here.width
        used_since_break += here.width
        before = here
    yield line, end


def _may_break(text: str, before: Grapheme, here: Grapheme) -> bool:
    if text[here.start] == " ":
        return False
    if text[before.start] == " ":
        return True
    if before.width < 2 and here.width < 2:
        return False
    return (
        text[here.start] not in _NO_LINE_STARTS_WITH
        and text[before.end - 1] not in _NO_LINE_ENDS_WITH
    )


def _folded(text: str, start: int, end: int, room: int, rest: int) -> Iterator[tuple[int, int]]:
    """Break a line of code where the room ends and nowhere else."""
    if is_plain(text[start:end]):
        while end - start > room:
            yield start, start + room
            start, room = start + room, rest
    else:
        used, line = 0, start
        for here in graphemes(text[start:end], start):
            if used + here.width > room and here.start > line:
                yield line, here.start
                line, used, room = here.start, 0, rest
            used += here.width
        start = line
    yield start, end
