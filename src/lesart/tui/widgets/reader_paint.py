"""Paint one line of an article: the text in its layers, and what lies over them for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lesart.model.colours import COLOURS
from lesart.text.isolates import begins_right_to_left, has_right_to_left
from lesart.tui.rendering.cells import graphemes, is_plain, painted
from lesart.tui.rendering.glyphs import Glyphs
from lesart.tui.rendering.isolates import as_cell
from lesart.tui.rendering.layout import TextLayout
from lesart.tui.widgets.reader_layers import LAYER_BITS, NOTE_BITS, MarkedText

GUTTER = 2
"""Cells left of the text: the mark of an annotation and a space; one more where colours are numbered."""


class Overlay(NamedTuple):
    """A style over part of the text: the current mark, the selection, the cursor."""

    start: int
    end: int
    style: Style


class Styles(NamedTuple):
    """The styles a line is painted with; layers are looked up by their mask."""

    base: Style
    prefix: Style
    gutter: Style
    of_mask: Callable[[int], Style]
    is_numbered: bool = False
    """A highlight's colour has its number beside the line."""


class LinePainter:
    """Turns a line of a layout into a strip; knows nothing of scrolling or keys."""

    def __init__(
        self, layout: TextLayout, marked: MarkedText, glyphs: Glyphs, margin: int, width: int
    ) -> None:
        self._layout = layout
        self._marked = marked
        self._glyphs = glyphs
        self._margin = margin
        self._width = width

    def paint(self, index: int, styles: Styles, overlays: Sequence[Overlay] = ()) -> Strip:
        """One line, as wide as the reader."""
        start, end, prefix = self._layout[index]
        segments: list[Segment] = []
        noted = 0
        for text, mask, style in self._pieces(start, end, styles, overlays):
            noted |= mask & NOTE_BITS
            segments.append(Segment(text, style))
        if start == end or self._layout.text[end : end + 1] in ("\n", ""):
            # The end of a paragraph has no character to paint a cursor on.
            for overlay in overlays:
                if overlay.start <= end < overlay.end and overlay.end - overlay.start == 1:
                    segments.append(Segment(" ", styles.base + overlay.style))
        words = self._layout.text[start:end]
        if has_right_to_left(words):
            turns = begins_right_to_left(self._paragraph(start, end))
            segments = [
                Segment(
                    s.text, as_cell(s.style or styles.base, words, "line", is_right_to_left=turns)
                )
                for s in segments
            ]
        head = [
            Segment(
                " " * self._margin + self._gutter(start, end, noted, styles.is_numbered),
                styles.gutter,
            )
        ]
        if prefix:
            head.append(Segment(prefix, styles.prefix))
        strip = Strip(head + segments)
        return strip.adjust_cell_length(self._width, styles.base)

    def _paragraph(self, start: int, end: int) -> str:
        """From the beginning of a line's paragraph to the end of the line."""
        text = self._layout.text
        return text[text.rfind("\n", 0, start) + 1 : end]

    def _gutter(self, start: int, end: int, noted: int, is_numbered: bool) -> str:
        """Whether the line is marked and has a note; with its number the colour of its first mark."""
        if not noted:
            return " " * (GUTTER + is_numbered)
        begun = self._marked.annotations.starting_in(start, end)
        has_note = any(mark.of.note or mark.of.tags for mark in begun)
        sign = self._glyphs.note if has_note else self._glyphs.gutter
        if is_numbered:
            first = begun[0].of.colour if begun else _colour_in(noted)
            sign += str(COLOURS.index(first) + 1) if first in COLOURS else " "
        return sign + " "

    def _pieces(
        self, start: int, end: int, styles: Styles, overlays: Sequence[Overlay]
    ) -> Iterator[tuple[str, int, Style]]:
        """The line cut wherever its look changes: the painted text, its layers, its style."""
        text = self._layout.text
        words = text[start:end]
        snap = _unchanged if is_plain(words) else _Snap(words, start)
        cuts = sorted({at for o in overlays for at in (o.start, o.end) if start < at < end})
        for run_start, run_end, mask in self._marked.layers.runs(start, end):
            style = styles.of_mask(mask)
            inner = [at for at in cuts if run_start < at < run_end]
            for piece_start, piece_end in zip([run_start, *inner], [*inner, run_end], strict=True):
                look = style
                for overlay in overlays:
                    if overlay.start <= piece_start < overlay.end:
                        look = look + overlay.style
                piece = text[snap(piece_start) : snap(piece_end)]
                if piece:
                    yield painted(piece), mask, look


def _colour_in(noted: int) -> str:
    """A colour of a mark that began above the line."""
    return next(colour for colour in COLOURS if noted & LAYER_BITS[f"note-{colour}"])


def _unchanged(offset: int) -> int:
    return offset


class _Snap:
    """Moves a cut inside a grapheme to where the grapheme starts."""

    def __init__(self, words: str, offset: int) -> None:
        self._start_of: dict[int, int] = {}
        for start, end, _ in graphemes(words, offset):
            self._start_of |= dict.fromkeys(range(start, end), start)

    def __call__(self, offset: int) -> int:
        return self._start_of.get(offset, offset)


def with_label(strip: Strip, x: int, label: str, style: Style) -> Strip:
    """A strip with a hint's label over its cells from `x` on."""
    end = min(x + len(label), strip.cell_length)
    return Strip.join(
        [strip.crop(0, x), Strip([Segment(label[: end - x], style)]), strip.crop(end)]
    )
