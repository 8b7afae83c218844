"""The last look before the terminal: whatever a widget painted, only characters leave the program.

Rooms and widgets clean for themselves, for they must know how wide their words are. This stands
behind all of them, Textual's own included, so that no widget has to be trusted.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from lesart.text.isolates import has_right_to_left
from lesart.tui.rendering.cells import guarded
from lesart.tui.rendering.isolates import closed, isolated


class Guard(LineFilter):
    """Takes out of every painted line what a terminal would obey; never changes its width."""

    def __init__(self, others: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.others = tuple(others)
        """Applied first. As one filter they cost half: Textual keeps a copy of each line for each."""
        self._has_turned = False
        """Words were painted that are written from right to left: a box may cover the end of them."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells, harmless; the very list where nothing had to be changed."""
        for other in self.others:
            segments = other.apply(segments, background)
        safe: list[Segment] | None = None
        for at, segment in enumerate(segments):
            text, style, control = segment
            if control:
                continue
            shown = guarded(text)
            # Addresses leave by `open_url` alone, never as links that the terminal would open.
            is_link = style is not None and style.link is not None
            if shown is not text or is_link:
                safe = safe or list(segments)
                plain = style.update_link(None) if style is not None and is_link else style
                safe[at] = Segment(shown, plain)
        shown_line = safe or segments
        if any(has_right_to_left(segment.text) for segment in shown_line):
            self._has_turned = True
            shown_line = isolated(shown_line)
        return closed(shown_line) if self._has_turned else shown_line
