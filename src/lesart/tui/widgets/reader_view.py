"""An article on the screen: its lines, its layers, its place in the window. Moving is `reader`'s part.

Lines on the screen are counted from the title: `head` lines of title and byline first, then the
lines of the text's layout. Only offsets into `Article.text` leave this file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.model.analysis import Analysis, RevisedFigure
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.text import Span
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.rendering.layout import TextLayout
from lesart.tui.rendering.theme import numbers_colours
from lesart.tui.widgets.line_view import LineView
from lesart.tui.widgets.reader_head import head_lines
from lesart.tui.widgets.reader_layers import LAYER_BITS, LAYER_NAMES, MarkedText
from lesart.tui.widgets.reader_paint import GUTTER, LinePainter, Overlay, Styles

NO_ARTICLE = Article(id=0, title="", text="")
_KEPT_STRIPS = 4000


class ArticleView(LineView):
    """Shows one article from any offset on; keeps that offset at the top when the window changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"reader--{name}" for name in LAYER_NAMES),
        "reader--title",
        "reader--byline",
        "reader--warning",
        "reader--revised",
        "reader--prefix",
        "reader--gutter",
        "reader--current",
        "reader--selection",
        "reader--cursor",
        "reader--hint",
    }

    DEFAULT_CSS = """
    ArticleView > .reader--title { text-style: bold; color: $text-primary; }
    ArticleView > .reader--byline { color: $text-muted; }
    ArticleView > .reader--warning { color: $text-warning; text-style: italic; }
    ArticleView > .reader--revised { color: $text-warning; text-style: bold; }
    ArticleView > .reader--prefix { color: $text-muted; }
    ArticleView > .reader--gutter { color: $text-warning; }
    ArticleView > .reader--heading { text-style: bold; color: $text-primary; }
    ArticleView > .reader--quote { text-style: italic; }
    ArticleView > .reader--code { background: $boost; }
    ArticleView > .reader--link { color: $text-secondary; }
    ArticleView > .reader--emphasis { text-style: italic; }
    ArticleView > .reader--figure { color: $text-warning; text-style: bold; }
    ArticleView > .reader--entity { color: $text-accent; text-style: underline; }
    ArticleView > .reader--note-yellow { background: #d6a100 30%; }
    ArticleView > .reader--note-green { background: #2fa85a 30%; }
    ArticleView > .reader--note-blue { background: #3b82f6 30%; }
    ArticleView > .reader--note-red { background: #e5405e 30%; }
    ArticleView > .reader--note-purple { background: #a855f7 30%; }
    ArticleView > .reader--match { text-style: bold reverse; color: $text-secondary; }
    ArticleView > .reader--current { text-style: bold reverse; }
    ArticleView > .reader--selection { text-style: reverse; }
    ArticleView > .reader--cursor { text-style: reverse; }
    ArticleView > .reader--hint { background: $primary; color: $background; text-style: bold; }
    """

    def __init__(
        self,
        *,
        formats: Formats | None = None,
        glyphs: Glyphs = UNICODE,
        measure: int = 88,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.formats = formats or Formats()
        self.glyphs = glyphs
        self.measure = measure
        """The longest line of text, in cells."""
        self.article = NO_ARTICLE
        self._revised: Sequence[RevisedFigure] = ()
        self.marked = MarkedText(0)
        self._page = TextLayout("", (), 1)
        self._painter: LinePainter | None = None
        self._head: list[tuple[str, str]] = []
        self._strips: dict[int, Strip] = {}
        self._styles_of_masks: dict[int, Style] = {}
        self._styles: Styles | None = None
        self._laid_out_for = (0, 0, 0)
        self._top = 0
        self._is_settling = False

    # ------------------------------------------------------------ data goes down

    def show(
        self,
        article: Article,
        analysis: Analysis | None = None,
        annotations: Sequence[Annotation] = (),
        *,
        position: int = 0,
    ) -> None:
        """Show an article with the character at `position` in the first line of the window."""
        self.article = article
        self._revised = analysis.revised if analysis is not None else ()
        self.marked = MarkedText(len(article.text), article.blocks)
        self.marked.set_analysis(analysis)
        self.marked.set_annotations(annotations)
        self._top = max(0, min(position, len(article.text)))
        self._laid_out_for = (0, 0, 0)
        self._settle()

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Mark what was found in the text."""
        revised = analysis.revised if analysis is not None else ()
        self.marked.set_analysis(analysis)
        self._repaint()
        if revised != self._revised:
            self._revised, self._laid_out_for = revised, (0, 0, 0)
            self._settle()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Mark what was noted on the text."""
        self.marked.set_annotations(annotations)
        self._repaint()

    def set_matches(self, spans: Iterable[Span], also_lit: Iterable[Span] = ()) -> None:
        """Mark where a search found its words."""
        self.marked.set_matches(spans, also_lit)
        self._repaint()

    # --------------------------------------------------------------- where we are

    @property
    def text(self) -> str:
        """The text all offsets count."""
        return self.article.text

    @property
    def position(self) -> int:
        """The first character in the window, for coming back to it."""
        return self._top

    @property
    def progress(self) -> int:
        """How much of the article has been in the window, in percent."""
        height = self.virtual_size.height
        if not height:
            return 0
        return min(100, 100 * (self.scroll_offset.y + self.window_height) // height)

    @property
    def view(self) -> Span:
        """The characters in the window."""
        first = self._page[self._index(self.scroll_offset.y)]
        last = self._page[self._index(self.scroll_offset.y + self.window_height - 1)]
        return Span(first.start, last.end)

    @property
    def is_at_end(self) -> bool:
        """Whether the last line is in the window."""
        return self.scroll_offset.y >= self.max_scroll_y

    def _index(self, y: int) -> int:
        """The line of text at line `y` of the screen's count."""
        return max(0, min(y - len(self._head), len(self._page) - 1))

    def _y_of(self, offset: int) -> int:
        return len(self._head) + self._page.line_of(offset)

    def _offset_at(self, y: int, x: int) -> int:
        """The character at a cell of the window's content."""
        index = self._index(y + self.scroll_offset.y)
        return self._page.offset_at(index, x - self._margin - self.mark_room)

    @property
    def mark_room(self) -> int:
        """Cells between the margin and the text, with room for a number where the theme wants one."""
        return GUTTER + numbers_colours(self.app.theme)

    def notify_style_update(self) -> None:
        """The theme changed, and maybe the room that its marks take."""
        super().notify_style_update()
        if self._laid_out_for[0] and self._laid_out_for[2] != self.mark_room:
            self._settle()

    @property
    def _margin(self) -> int:
        width = self.window_width
        return max(0, (width - self.mark_room - 1 - self._page.width) // 2)

    # ------------------------------------------------------------------- scrolling

    def reveal(self, span: Span, *, context: int = 0) -> None:
        """Scroll only if the span's start is outside; then leave `context` lines around it."""
        if not self._laid_out_for[0]:
            # Not on screen yet: that line is where the window will open.
            self._top = span.start
            return
        y, top, height = self._y_of(span.start), self.scroll_offset.y, self.window_height
        last = min(self._y_of(max(span.start, span.end - 1)), y + height - 1)
        if y < top:
            self.scroll_to_line(max(0, y - context))
        elif last >= top + height:
            self.scroll_to_line(max(last - height + 1, min(y - context, last)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember which character is at the top, unless the window itself is changing."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._is_settling:
            self._top = self._top_offset()
            self._on_scrolled()

    def _top_offset(self) -> int:
        y = self.scroll_offset.y
        return 0 if y <= len(self._head) else self._page[self._index(y)].start

    def _on_scrolled(self) -> None:
        """Hook: the window now shows other lines."""

    # ---------------------------------------------------------------------- layout

    def on_resize(self, event: events.Resize) -> None:
        """Lay the same text out for the new window."""
        self._settle()

    def _settle(self) -> None:
        """Lay out if the width changed, and put the character at the top back there."""
        region = self.scrollable_content_region
        if region.width <= 0:
            return
        self._is_settling = True
        try:
            if self._laid_out_for != (region.width, self.measure, self.mark_room):
                self._laid_out_for = (region.width, self.measure, self.mark_room)
                self._lay_out(region.width)
            self.scroll_to_line(self._y_of(self._top) if self._top else 0)
        finally:
            self._is_settling = False
        self.refresh()
        self._on_scrolled()

    def _lay_out(self, width: int) -> None:
        room = max(1, min(self.measure, width - self.mark_room - 1))
        self._page = TextLayout(self.text, self.article.blocks, room, self.glyphs)
        self._painter = LinePainter(self._page, self.marked, self.glyphs, self._margin, width)
        self._head = list(head_lines(self.article, self.formats, room, self._revised, self.glyphs))
        self._repaint()
        self.virtual_size = Size(width, len(self._head) + len(self._page))

    def _paint_head(self, line: int) -> Strip:
        words, name = self._head[line]
        base = self.base_style
        style = base + self.component_style(name) if name else base
        left = " " * (self._margin + self.mark_room)
        strip = Strip([Segment(left, base), Segment(words, style)])
        return strip.adjust_cell_length(self.window_width, base)

    # -------------------------------------------------------------------- painting

    def forget_painted(self) -> None:
        """Paint anew: the theme or the focus changed."""
        self._styles_of_masks.clear()
        self._styles = None
        self._strips.clear()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _keeps_strips(self) -> bool:
        styles = self.styles
        return (
            self.content_size == self.region.size
            and not any(edge for edge, _ in (*styles.border, *styles.outline))
            and self.opacity == styles.text_opacity == 1.0
            and not styles.tint.a
        )

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        line = y + self.scroll_offset.y
        index = line - len(self._head)
        if line < len(self._head):
            return self._paint_head(line)
        if self._painter is None or index >= len(self._page):
            return Strip.blank(self.window_width, self.base_style)
        start, end, _ = self._page[index]
        overlays = self._overlays(start, max(end, start + 1))
        if overlays:
            return self._decorated(index, self._painter.paint(index, self._line_styles(), overlays))
        strip = self._strips.get(index)
        if strip is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[index] = self._painter.paint(index, self._line_styles())
        return self._decorated(index, strip)

    def _overlays(self, start: int, end: int) -> list[Overlay]:
        """Hook: what lies over the text between two offsets right now."""
        return []

    def _decorated(self, index: int, strip: Strip) -> Strip:
        """Hook: a painted line with labels put over it."""
        return strip

    def _line_styles(self) -> Styles:
        if self._styles is None:
            base = self.base_style
            prefix = base + self.component_style("reader--prefix")
            gutter = base + self.component_style("reader--gutter")
            self._styles = Styles(
                base, prefix, gutter, self._style_of_mask, numbers_colours(self.app.theme)
            )
        return self._styles

    def _style_of_mask(self, mask: int) -> Style:
        style = self._styles_of_masks.get(mask)
        if style is None:
            style = self.base_style
            names = [name for name, bit in LAYER_BITS.items() if mask & bit]
            if self.app.native_ansi_color:
                # Sixteen colours may not differ enough: what has a background also has the word
                # on what colour is written on it.
                names += [name for name in names if name.startswith("note-")]
            for name in names:
                style = style + self.component_style(f"reader--{name}")
            self._styles_of_masks[mask] = style
        return style
