"""A scrollbar that is painted anew only where its thumb looks otherwise.

Textual paints every cell of it whenever one line was scrolled, which takes longer than the text. In a long
text many lines go by before the thumb moves by an eighth of a cell.
"""

from __future__ import annotations

from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

_STEPS = len(ScrollBarRender.VERTICAL_BARS)


class KeptScrollBar(ScrollBar):
    """Textual's own, with what it painted last."""

    def __init__(self, *, name: str, thickness: int) -> None:
        super().__init__(vertical=True, name=name, thickness=thickness)
        self._painted: tuple[object, list[Strip]] = (None, [])

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._painted = (None, [])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of it."""
        now = (self._looks(), self.size, self.get_line_filters())
        if self._painted[0] != now:
            self._styles_cache.clear()
            self._painted = (now, super().render_lines(self.size.region))
        first, last = crop.column_span
        strips = [self._painted[1][y] for y in crop.line_range]
        if (first, last) == (0, self.size.width):
            return strips
        return [strip.crop(first, last) for strip in strips]

    def _looks(self) -> tuple[object, ...]:
        """All that its cells depend on."""
        bar = self.render()
        if not isinstance(bar, ScrollBarRender):
            return (bar,)
        hidden = max(1, bar.virtual_size - bar.window_size)
        thumb = max(1, bar.window_size * self.size.height / max(1, bar.virtual_size))
        top = int((self.size.height - thumb) * bar.position / hidden * _STEPS)
        return bar.style, bar.virtual_size, bar.window_size, top
