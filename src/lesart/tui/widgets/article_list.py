"""The headlines, one a row, however many there are; a narrow list has rows of two lines."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import time
from typing import ClassVar, Literal

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.model.headline import Headline
from lesart.model.snippet import Snippet
from lesart.model.text import Span
from lesart.translations import _
from lesart.tui.rendering.cells import fitted
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.widgets.counting import Count
from lesart.tui.widgets.headline_pages import HeadlinePages, Load, first_of_day
from lesart.tui.widgets.headline_row import HeadlineRow, RowKey, RowLook, RowStyles, TwoLineRow
from lesart.tui.widgets.list_keys import LIST_KEYS
from lesart.tui.widgets.list_window import ListWindow
from lesart.tui.widgets.row_hits import RowHits

Sign = Literal["watched", "changed"]
"""What a row says of its article: a watch-word is in it, a number was corrected."""
TWO_LINES_BELOW = 60
"""Cells of a list below which a row takes two lines."""
_KEPT_STRIPS = 300
_ASK_SECONDS = 0.08
"""Before hits are asked for: while somebody types on they are nobody's any more."""


class ArticleList(ListWindow):
    """A view of many articles. Set `pages.load`, then `show` ids; news comes as `Highlighted`, `Opened`."""

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

    # Rows say for themselves what is to be painted anew.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    BINDINGS: ClassVar[list[BindingType]] = LIST_KEYS

    @dataclass
    class Highlighted(Message):
        """The cursor is on another article; None: the list is empty."""

        article_id: int | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ArticleList.Highlighted)

    @dataclass
    class Jumping(Message):
        """The cursor jumps away from this article, farther than looking through the list goes."""

        article_id: int | None

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
        self.pages = HeadlinePages(load or (lambda ids: [None] * len(ids)))
        self.row_hits = RowHits()
        self.formats = formats or Formats()
        self.glyphs = glyphs
        self.find_hits: Callable[[str], Sequence[Span]] | None = None
        """Where a title has the words of the search that made this list."""
        self.sign_of: Callable[[int], str] | None = None
        """What stands before an article's title: of how many it is the first."""
        self._marked: dict[Sign, set[int]] = {"watched": set(), "changed": set()}
        self._is_asking = False
        self._count = Count()
        self._is_counted_g = False
        self.empty_lines: Sequence[str] = (_("Nothing here."),)
        """What to show instead of an empty frame."""
        self._now = now
        self._strips: dict[RowKey, Sequence[Strip]] = {}
        self._row: HeadlineRow | TwoLineRow | None = None
        self._styles: dict[bool, RowStyles] = {}

    # -------------------------------------------------------------- data goes down

    def show(self, ids: array[int], *, cursor_id: int | None = None) -> None:
        """Show these articles. The cursor goes to `cursor_id`, or stays as near as it can."""
        self.pages.put_ids(ids)
        self._strips.clear()
        self._cursor = max(0, min(self.pages.index_of(cursor_id, self._cursor), len(ids) - 1))
        self.virtual_size = Size(self.window_width, self._height)
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self.cursor_id))

    def show_rest(self, ids: array[int], *, cursor_id: int | None = None) -> None:
        """The whole list whose first page is shown: rows that stay as they are stay as they were painted."""
        if cursor_id != self.cursor_id or not self.pages.put_rest(ids):
            self.show(ids, cursor_id=cursor_id)
            return
        self.virtual_size = Size(self.window_width, self._height)
        top, tall = self.scroll_offset.y, self.row_height
        for index in range(top // tall, top // tall + len(self.ids_in_window)):
            if self._key_of(index, is_top=index * tall == top) not in self._strips:
                self.refresh_lines(index * tall, tall)

    def put(self, headlines: Iterable[Headline]) -> None:
        """Show these rows as they are now (read, starred, noted), wherever they are in the list."""
        self.pages.put(headlines)
        self._strips.clear()
        self.refresh()

    def update_rows(self, ids: Iterable[int]) -> None:
        """These articles changed: load their rows again if they were looked at."""
        if self.pages.load_again(ids):
            self._strips.clear()
            self.refresh()

    def put_hits(self, ids: Iterable[int], found: Mapping[int, Snippet]) -> None:
        """What the search found in the texts of these articles."""
        self.row_hits.put(ids, found)
        self._strips.clear()
        self.refresh()

    def mark(self, sign: Sign, ids: Iterable[int], *, among: Iterable[int]) -> None:
        """Of the articles `among`, just the rows of `ids` have this sign."""
        marked = self._marked[sign].difference(among).union(ids)
        if marked != self._marked[sign]:
            self._marked[sign] = marked
            self._strips.clear()
            self.refresh()

    # --------------------------------------------------------------- what is shown

    def __len__(self) -> int:
        return len(self._ids)

    def __bool__(self) -> bool:
        return True  # a widget is there even when it lists nothing

    @property
    def ids(self) -> array[int]:
        """What is listed, in its order."""
        return self._ids

    @property
    def ids_in_window(self) -> list[int]:
        """The articles whose rows are in sight."""
        first = self.scroll_offset.y // self.row_height
        return self._ids[first : first + self._rows_in_window + 1].tolist()

    @property
    def cursor_id(self) -> int | None:
        """The article under the cursor."""
        return self._ids[self._cursor] if self._ids else None

    @property
    def headline(self) -> Headline | None:
        """The row under the cursor."""
        return self.pages.at(self._cursor)

    def row_at(self, index: int) -> Headline | None:
        """The row at an index."""
        return self.pages.at(index)

    @property
    def _height(self) -> int:
        return len(self._ids) * self.row_height or len(self.empty_lines)

    @property
    def _ids(self) -> array[int]:
        return self.pages.ids

    @property
    def _rows_in_window(self) -> int:
        return max(1, self.window_height // self.row_height)

    # --------------------------------------------------------------------- moving

    def move_to(self, article_id: int) -> bool:
        """Put the cursor on an article; False if it is not in this list."""
        index = self.pages.index_of(article_id, -1)
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
        for row in (before, index):
            self.refresh_lines(row * self.row_height, self.row_height)
        self.post_message(self.Highlighted(self.cursor_id))

    def on_key(self, event: events.Key) -> None:
        """Any other key ends a `10g` that could go on to be `10gg`."""
        self._is_counted_g = self._is_counted_g and event.key == "g"

    def action_count(self, digit: int) -> None:
        """Begin or go on with a count for the next motion."""
        self._count.type(digit)

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._go(self._cursor + rows * self._count.take())

    def action_page(self, step: int) -> None:
        """Move the cursor and the window by a window less one row."""
        self._scroll_by(step * max(1, self._rows_in_window - 1) * self._count.take())

    def action_half_page(self, step: int) -> None:
        """Move the cursor and the window by half a window; with a count by so many rows."""
        self._scroll_by(step * self._count.take(max(1, self._rows_in_window // 2)))

    def _scroll_by(self, rows: int) -> None:
        self.scroll_to_line(self.scroll_offset.y + rows * self.row_height)
        self._go(self._cursor + rows)

    def action_edge(self, side: int) -> None:
        """Go to the first (-1) or last (1) row, or to that of a count."""
        self.post_message(self.Jumping(self.cursor_id))
        if self._is_counted_g:  # the second letter of `10gg`
            self._is_counted_g = False
        elif self._count:
            self._is_counted_g = side < 0
            self._go(self._count.take() - 1)
        else:
            self._go(0 if side < 0 else len(self._ids) - 1)

    def go_to_row(self, number: int) -> None:
        """Go to a row by its number, the first being 1."""
        self.post_message(self.Jumping(self.cursor_id))
        self._go(max(0, number - 1))

    def action_day(self, step: int) -> None:
        """Go to the first row of the next (1) day, or of this or the one before (-1)."""
        if step > 0:
            here = self._day_of(self._cursor)
            self.step_to(lambda row: self._day(row) != here, 1)
        else:
            self._go(first_of_day(max(0, self._cursor - 1), self._day_of))

    def _day_of(self, index: int) -> str:
        return self._day(row) if (row := self.row_at(index)) is not None else ""

    def _day(self, row: Headline) -> str:
        return self.formats.day(row.published)

    def action_open(self) -> None:
        """Say that the person wants to read the article under the cursor."""
        self._count.take()
        if self.cursor_id is not None:
            self.post_message(self.Opened(self.cursor_id))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor, or a second one, it opens."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if 0 <= index < len(self._ids):
            if index == self._cursor and self.has_focus and event.chain > 1:
                self.action_open()
            self._go(index)

    # -------------------------------------------------------------------- painting

    def on_resize(self, event: events.Resize) -> None:
        """Rows take the new width; the cursor stays in the window."""
        self._row = None
        self._strips.clear()
        self._fit_rows()
        self.virtual_size = Size(self.window_width, self._height)
        self._reveal()
        self.refresh()

    def _fit_rows(self) -> None:
        self.row_height = 2 if self.window_width < TWO_LINES_BELOW else 1

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the window. The first frame comes before news of its size."""
        if self._row is None:
            self._fit_rows()
        return super().render_lines(crop)

    def forget_painted(self) -> None:
        """Paint rows anew."""
        self._strips.clear()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width, at = self.window_width, y + self.scroll_offset.y
        if not self._ids:
            return self._empty_line(at, width)
        index, part = divmod(at, self.row_height)
        if index >= len(self._ids):
            return Strip.blank(width, self.base_style)
        key = self._key_of(index, is_top=y == 0)
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strips = self._strips[key] = self._paint(key, width)
        return strips[part]

    def _key_of(self, index: int, *, is_top: bool) -> RowKey:
        """The top row names its day even if the row above it, now out of sight, does so too."""
        sign = self.sign_of(self._ids[index]) if self.sign_of else ""
        return index, index == self._cursor, is_top, sign

    def _paint(self, key: RowKey, width: int) -> Sequence[Strip]:
        index, is_cursor, is_top, sign = key
        if self._row is None or self._row.width != width:
            kind = TwoLineRow if self.row_height == 2 else HeadlineRow
            self._row = kind(width, self.formats, self.glyphs)
        styles = self._styles.get(is_cursor) or self._styles_of(is_cursor)
        row = self.row_at(index)
        if row is None:
            return [Strip.blank(width, styles.base)] * self.row_height
        look = RowLook(
            styles, int(self._now()), is_cursor=is_cursor, is_watched=row.id in self._marked["watched"],
            is_changed=row.id in self._marked["changed"],
            has_day=is_top or self._day_of(index - 1) != self._day(row),
            hits=self.find_hits(row.title) if self.find_hits else (),
            snippet=self.row_hits.of(row.id) if self.row_height == 2 else None,
            sign=sign,
        )  # fmt: skip
        if self.row_hits.is_wanting and not self._is_asking:
            self._is_asking = True
            self.set_timer(_ASK_SECONDS, self._ask_for_hits)
        return self._row.paint(row, look)

    def _ask_for_hits(self) -> None:
        self._is_asking = False
        self.row_hits.ask_for_wanted()

    def _styles_of(self, is_cursor: bool) -> RowStyles:
        base, look = self.base_style, self.component_style
        if is_cursor:
            base += look("list--cursor" if self.has_focus else "list--cursor-away")
        return self._styles.setdefault(is_cursor, RowStyles.of(base, look, is_cursor=is_cursor))

    def _empty_line(self, index: int, width: int) -> Strip:
        base = self.base_style + self.component_style("list--empty")
        text = self.empty_lines[index] if index < len(self.empty_lines) else ""
        return Strip([Segment(fitted(f" {text}", width), base)], width)
