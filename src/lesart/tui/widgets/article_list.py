"""The headlines, one a line, however many there are.

The list holds ids only. Lines are fetched by page when they come into view and forgotten when many
others were looked at since, so a million articles cost eight bytes each.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import time
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.model.headline import Headline
from lesart.model.text import Span
from lesart.tui.rendering.cells import fitted
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.widgets.headline_row import HeadlineRow, RowStyles
from lesart.tui.widgets.line_view import LineView

PAGE = 128
_KEPT_PAGES = 24
_KEPT_STRIPS = 300

Load = Callable[[list[int]], Sequence[Headline | None]]
"""Give the headline of each id, in order; None where there is none any more."""


def _key(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, show=False, id=f"list.{name}")


class ArticleList(LineView):
    """A view of many articles. Set `load`, then `show` ids; news comes as `Highlighted`, `Opened`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--cursor-away",
        "list--unread",
        "list--meta",
        "list--star",
        "list--match",
        "list--empty",
    }

    DEFAULT_CSS = """
    ArticleList > .list--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
    }
    ArticleList > .list--cursor-away { background: $block-cursor-blurred-background; }
    ArticleList > .list--unread { text-style: bold; }
    ArticleList > .list--meta { color: $text-muted; }
    ArticleList > .list--star { color: $text-warning; }
    ArticleList > .list--match { text-style: bold underline; }
    ArticleList > .list--empty { color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("j,down", "move(1)", "down", "Down"),
        _key("k,up", "move(-1)", "up", "Up"),
        _key("space,pagedown", "page(1)", "page_down", "Page down"),
        _key("b,pageup", "page(-1)", "page_up", "Page up"),
        _key("g,home", "edge(-1)", "first", "First"),
        _key("G,end", "edge(1)", "last", "Last"),
        _key("right_square_bracket", "day(1)", "next_day", "Next day"),
        _key("left_square_bracket", "day(-1)", "previous_day", "Previous day"),
        _key("enter,l,right", "open", "open", "Read"),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor is on another article; None: the list is empty."""

        article_id: int | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ArticleList.Highlighted)

    @dataclass
    class Opened(Message):
        """The person wants to read this article."""

        article_id: int

    def __init__(
        self,
        *,
        load: Load | None = None,
        formats: Formats | None = None,
        glyphs: Glyphs = UNICODE,
        now: Callable[[], float] = time,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.load: Load = load or (lambda ids: [None] * len(ids))
        self.formats = formats or Formats()
        self.glyphs = glyphs
        self.find_hits: Callable[[str], Sequence[Span]] | None = None
        """Where a title has the words of the search that made this list."""
        self.on_page: Callable[[list[int]], None] | None = None
        """Told the ids of each page that comes into view for the first time."""
        self._watched: set[int] = set()
        self.empty_lines: Sequence[str] = ("Nothing here.",)
        """What to show instead of an empty frame."""
        self._now = now
        self._ids = array("q")
        self._cursor = 0
        self._pages: OrderedDict[int, list[Headline | None]] = OrderedDict()
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._row: HeadlineRow | None = None
        self._styles: dict[bool, RowStyles] = {}

    # -------------------------------------------------------------- data goes down

    def show(self, ids: array[int], *, cursor_id: int | None = None) -> None:
        """Show these articles. The cursor goes to `cursor_id`, or stays as near as it can."""
        self._ids = ids
        self._pages.clear()
        self._strips.clear()
        self._cursor = max(0, min(self._index_of(cursor_id, self._cursor), len(ids) - 1))
        self.virtual_size = Size(self.window_width, self._height)
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self.cursor_id))

    def put(self, headlines: Iterable[Headline]) -> None:
        """Show these rows as they are now (read, starred, noted), wherever they are in the list."""
        fresh = {headline.id: headline for headline in headlines}
        for page in self._pages.values():
            for at, headline in enumerate(page):
                if headline is not None and headline.id in fresh:
                    page[at] = fresh[headline.id]
        self._strips.clear()
        self.refresh()

    def update_rows(self, ids: Iterable[int]) -> None:
        """These articles changed: load their rows again if they were looked at."""
        changed = set(ids)
        known = [h.id for page in self._pages.values() for h in page if h and h.id in changed]
        if known:
            self.put(headline for headline in self.load(known) if headline is not None)

    @property
    def loaded_ids(self) -> list[int]:
        """The articles whose rows were fetched."""
        return [row.id for page in self._pages.values() for row in page if row is not None]

    def mark_watched(self, ids: Iterable[int], *, among: Iterable[int]) -> None:
        """Of the articles `among`, just `ids` have a watch-word: their rows say so."""
        watched = self._watched.difference(among).union(ids)
        if watched != self._watched:
            self._watched = watched
            self._strips.clear()
            self.refresh()

    # --------------------------------------------------------------- what is shown

    def __len__(self) -> int:
        return len(self._ids)

    def __bool__(self) -> bool:
        # A widget is there even when it lists nothing.
        return True

    @property
    def ids(self) -> array[int]:
        """What is listed, in its order."""
        return self._ids

    @property
    def cursor_id(self) -> int | None:
        """The article under the cursor."""
        return self._ids[self._cursor] if self._ids else None

    @property
    def cursor_index(self) -> int:
        """How many rows are above the cursor."""
        return self._cursor

    @property
    def headline(self) -> Headline | None:
        """The row under the cursor."""
        return self.row_at(self._cursor)

    def row_at(self, index: int) -> Headline | None:
        """The headline in a row, fetched with its page; None outside the list or if it is gone."""
        if not 0 <= index < len(self._ids):
            return None
        number = index // PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE].tolist()
            page = self._pages[number] = list(self.load(ids))
            page.extend([None] * (len(ids) - len(page)))
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
            if self.on_page:
                self.on_page(ids)
        else:
            self._pages.move_to_end(number)
        return page[index % PAGE]

    def _index_of(self, article_id: int | None, otherwise: int) -> int:
        if article_id is None:
            return otherwise
        try:
            return self._ids.index(article_id)
        except ValueError:
            return otherwise

    @property
    def _height(self) -> int:
        return len(self._ids) or len(self.empty_lines)

    # --------------------------------------------------------------------- moving

    def move_to(self, article_id: int) -> bool:
        """Put the cursor on an article; False if it is not in this list."""
        index = self._index_of(article_id, -1)
        if index >= 0:
            self._go(index)
        return index >= 0

    def step_to(
        self, wanted: Callable[[Headline], bool], step: int, *, farthest: int = 5000
    ) -> int | None:
        """Put the cursor on the next row that is `wanted`, at most `farthest` rows away."""
        index = self._cursor + step
        while 0 <= index < len(self._ids) and abs(index - self._cursor) <= farthest:
            row = self.row_at(index)
            if row is not None and wanted(row):
                self._go(index)
                return row.id
            index += step
        return None

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self._ids) - 1))
        before, self._cursor = self._cursor, index
        if index == before or not self._ids:
            return
        self._reveal()
        self.refresh_line(before)
        self.refresh_line(index)
        self.post_message(self.Highlighted(self.cursor_id))

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self.window_height
        if self._cursor < top:
            top = self._cursor
        elif self._cursor >= top + height:
            top = self._cursor - height + 1
        self.scroll_to_line(top)

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._go(self._cursor + rows)

    def action_page(self, step: int) -> None:
        """Move the cursor and the window by a window less one row."""
        rows = step * max(1, self.window_height - 1)
        self.scroll_to_line(self.scroll_offset.y + rows)
        self._go(self._cursor + rows)

    def action_edge(self, side: int) -> None:
        """Go to the first (-1) or last (1) row."""
        self._go(0 if side < 0 else len(self._ids) - 1)

    def action_day(self, step: int) -> None:
        """Go to the first row of the next (1) day, or of this or the one before (-1)."""
        here = self._day_of(self._cursor)
        if step > 0:
            self.step_to(lambda row: self._day(row) != here, 1)
            return
        index = max(0, self._cursor - 1)
        here = self._day_of(index)
        farthest = max(0, index - 5000)
        while index > farthest and self._day_of(index - 1) == here:
            index -= 1
        self._go(index)

    def _day_of(self, index: int) -> str:
        row = self.row_at(index)
        return self._day(row) if row is not None else ""

    def _day(self, row: Headline) -> str:
        return self.formats.day(row.published)

    def action_open(self) -> None:
        """Say that the person wants to read the article under the cursor."""
        if self.cursor_id is not None:
            self.post_message(self.Opened(self.cursor_id))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor, or a second one, it opens."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._ids):
            if index == self._cursor and self.has_focus and event.chain > 1:
                self.action_open()
            self._go(index)

    # -------------------------------------------------------------------- painting

    def on_resize(self, event: events.Resize) -> None:
        """Rows take the new width; the cursor stays in the window."""
        self._row = None
        self._strips.clear()
        self.virtual_size = Size(self.window_width, self._height)
        self._reveal()

    def forget_painted(self) -> None:
        """Paint rows anew."""
        self._strips.clear()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        index = y + self.scroll_offset.y
        width = self.window_width
        if not self._ids:
            return self._empty_line(index, width)
        if index >= len(self._ids):
            return Strip.blank(width, self.base_style)
        # The top row names its day even if the row above it, now out of sight, does so too.
        key = (index, index == self._cursor, y == 0)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[key] = self._paint(*key, width)
        return strip

    def _paint(self, index: int, is_cursor: bool, is_top: bool, width: int) -> Strip:
        if self._row is None or self._row.width != width:
            self._row = HeadlineRow(width, self.formats, self.glyphs)
        styles = self._styles.get(is_cursor) or self._styles_of(is_cursor)
        row = self.row_at(index)
        if row is None:
            return Strip.blank(width, styles.base)
        has_day = is_top or self._day_of(index - 1) != self._day(row)
        hits = self.find_hits(row.title) if self.find_hits else ()
        return self._row.paint(
            row, styles, now=int(self._now()), is_cursor=is_cursor, has_day=has_day, hits=hits,
            is_watched=row.id in self._watched,
        )  # fmt: skip

    def _styles_of(self, is_cursor: bool) -> RowStyles:
        nothing, look = Style(), self.component_style
        base = self.base_style
        if is_cursor:
            base += look("list--cursor" if self.has_focus else "list--cursor-away")
        # On the cursor's background muted words would be hard to read.
        styles = self._styles[is_cursor] = RowStyles(
            base,
            unread=look("list--unread"),
            meta=nothing if is_cursor else look("list--meta"),
            star=nothing if is_cursor else look("list--star"),
            match=look("list--match"),
        )
        return styles

    def _empty_line(self, index: int, width: int) -> Strip:
        base = self.base_style + self.component_style("list--empty")
        text = self.empty_lines[index] if index < len(self.empty_lines) else ""
        return Strip([Segment(fitted(f" {text}", width), base)], width)
