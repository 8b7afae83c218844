"""What the list, the reader and the facts share: many lines, painted one by one as they come into view."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from lesart.tui.widgets.scroll_bar import KeptScrollBar


class LineView(ScrollView, can_focus=True):
    """A scrolling widget that paints lines, not widgets, and jumps instead of gliding."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    base_style = Style()
    """The widget's own colours, looked up once a frame: finding them walks up to the screen."""

    # Textual arranges the whole screen anew when this changes. Here only the scrollbar can change,
    # whose room is kept free: another article beside the list costs a third less.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._added_styles: dict[str, Style] = {}

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """Made when it is first asked for, as Textual does it."""
        if self._vertical_scrollbar is None:
            bar = KeptScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the window."""
        style = self.rich_style
        if style != self.base_style:
            self.base_style = style
            self._added_styles.clear()
            self.forget_painted()
        return self._kept_lines(crop) if self._keeps_strips() else super().render_lines(crop)

    def _keeps_strips(self) -> bool:
        """Hook: whether `render_line` gives the same strip for the same line, and nothing is put around it."""
        return False

    def _kept_lines(self, crop: Region) -> list[Strip]:
        """The very strips that were painted before: what Textual works out for one it keeps with it.

        Its own way makes a new strip of every line in every frame.
        """
        width, behind = self.content_size.width, self.background_colors[1]
        filters = self.get_line_filters()
        first, last = crop.column_span
        lines = []
        for y in crop.line_range:
            strip = self.render_line(y).adjust_cell_length(width, self.base_style)
            for one in filters:
                strip = strip.apply_filter(one, behind)
            lines.append(strip.crop(first, last) if (first, last) != (0, width) else strip)
        return lines

    def watch_virtual_size(self) -> None:
        """Let the scrollbar tell the new length."""
        if self.container_size:
            self._scroll_update(self.virtual_size)

    def forget_painted(self) -> None:
        """Hook: styles changed, so nothing painted before can be used again."""

    def component_style(self, name: str) -> Style:
        """What a component class adds to the base style.

        Textual leaves see-through colours and "auto" (readable on what is behind) as they are
        when only the added part is asked for; here they are worked out.
        """
        style = self._added_styles.get(name)
        if style is None:
            style = self.get_component_rich_style(name, partial=True)
            rules = self.get_component_styles(name)
            behind = self.background_colors[1]
            if rules.background.a:
                behind += rules.background
                style += Style(bgcolor=behind.rich_color)
            if rules.has_rule("auto_color") and rules.auto_color:
                style += Style(color=(behind + behind.get_contrast_text(rules.color.a)).rich_color)
            elif rules.has_rule("color") and 0 < rules.color.a < 1:
                style += Style(color=(behind + rules.color).rich_color)
            self._added_styles[name] = style
        return style

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self.base_style = self.rich_style if self.is_attached else Style()
        self._added_styles.clear()
        self.forget_painted()

    def on_focus(self, event: events.Focus) -> None:
        """A cursor looks different in the pane that has the keys."""
        self.forget_painted()
        self.refresh()

    def on_blur(self, event: events.Blur) -> None:
        """As `on_focus`."""
        self.forget_painted()
        self.refresh()

    @property
    def window_width(self) -> int:
        """Cells in a line of the window."""
        return self.scrollable_content_region.width

    @property
    def window_height(self) -> int:
        """Lines in the window."""
        return max(1, self.scrollable_content_region.height)

    def scroll_to_line(self, y: int) -> None:
        """Put a line at the top of the window, at once."""
        # Forced, because right after new data the scrollbar that would allow it is not there yet.
        self.scroll_to(y=y, animate=False, force=True, immediate=True)
