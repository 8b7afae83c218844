"""A list of lines of any kind, some of them headings: it moves by the keys of the article list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from lesart.locales.in_sentences import numeral
from lesart.tui.rendering.cells import fitted, width_of
from lesart.tui.rendering.isolates import as_cell
from lesart.tui.rendering.layout import wrapped
from lesart.tui.widgets.line_view import LineView
from lesart.tui.widgets.list_keys import LIST_KEYS

_MOTIONS = ("down", "up", "page_down", "page_up", "half_page_down", "half_page_up", "first", "last", "open")  # fmt: skip


_INDENT = "  "


class Part(NamedTuple):
    """Some words of a line and what they look like."""

    text: str
    look: str = ""
    """"", `strong`, `muted`, `heading`, `good`, `alert` or `figure`."""


Parts = Sequence[Part]


class Line(NamedTuple):
    """A line of the list. One without a value is a heading or a remark: the cursor passes over it."""

    parts: Callable[[int], Parts]
    """What stands in it, told how many cells there are."""
    value: Any = None
    remark: str = ""
    """What a line that only says something says: it goes on below where the width is not enough."""


def heading(text: str) -> Line:
    """A line that names what follows."""
    return Line(lambda width: [Part(fitted(text, width), "heading")])


def remark(text: str) -> Line:
    """A line that only says something."""
    return Line(lambda width: [Part(fitted(f"{_INDENT}{text}", width), "muted")], remark=text)


BLANK = Line(lambda width: [])


def _rows_of(at: int, line: Line, width: int) -> Iterator[tuple[int, str]]:
    """The rows of a line, with the words where it is a remark of several."""
    text, room = line.remark, width - len(_INDENT)
    if width_of(text) <= room:
        yield at, ""
        return
    for start, end in wrapped(text, 0, len(text), room, room):
        yield at, f"{_INDENT}{text[start:end].rstrip()}"


class LineList(LineView):
    """Lines to choose from; news comes as `Highlighted` and `Opened`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--cursor", "lines--cursor-away", "lines--strong", "lines--muted", "lines--heading",
        "lines--good", "lines--alert", "lines--figure",
    }  # fmt: skip

    DEFAULT_CSS = """
    LineList > .lines--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    LineList > .lines--cursor-away { background: $block-cursor-blurred-background; }
    LineList > .lines--strong { text-style: bold; }
    LineList > .lines--muted { color: $text-muted; }
    LineList > .lines--heading { text-style: bold; color: $text-primary; }
    LineList > .lines--good { color: $text-success; text-style: bold; }
    LineList > .lines--alert { color: $text-error; text-style: bold; }
    LineList > .lines--figure { color: $text-warning; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key
        for key in LIST_KEYS
        if isinstance(key, Binding) and (key.id or "").removeprefix("list.") in _MOTIONS
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor is on another line."""

        value: Any
        is_moved: bool = True
        """The person moved it; else other lines were put below it."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, LineList.Highlighted)

    @dataclass
    class Opened(Message):
        """The person chose this line."""

        value: Any

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self._cursor = -1
        """-1: there is no line to stand on."""
        self._laid_out: Sequence[tuple[int, str]] = ()
        """Of each row its line, and of a remark that takes several what stands there; empty: one row a line."""

    # ------------------------------------------------------------------ data goes down

    def show(self, lines: Sequence[Line], cursor: int | None = None) -> None:
        """Show these; the cursor goes to line `cursor`, or stays as near as it can."""
        self.lines = lines
        self._lay_out()
        at = max(0, min(self._cursor if cursor is None else cursor, len(lines) - 1))
        self._cursor = self._nearest(at, 1, or_back=True)
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self.value, is_moved=False))

    def _lay_out(self) -> None:
        """Give remarks the rows that they need at this width."""
        width = max(10, self.window_width)
        # Lines that are looked up as they come into view are not walked over; they hold no remarks.
        here = self.lines if isinstance(self.lines, list) else ()
        self._laid_out = ()
        if any(line.remark and width_of(line.remark) > width - len(_INDENT) for line in here):
            self._laid_out = [
                row for at, line in enumerate(here) for row in _rows_of(at, line, width)
            ]
        self.virtual_size = Size(self.window_width, self._height)

    @property
    def _height(self) -> int:
        """How many rows there are."""
        return len(self._laid_out) or len(self.lines)

    def _row_of(self, at: int) -> int:
        """The first row of a line."""
        return bisect_left(self._laid_out, (at,)) if self._laid_out else at

    def _line_at(self, row: int) -> int:
        """The line that a row is of."""
        return self._laid_out[row][0] if self._laid_out and row < len(self._laid_out) else row

    def paint_again(self) -> None:
        """What stands in the lines has changed, not how many there are."""
        self.refresh()

    @property
    def cursor(self) -> int:
        """On which line the cursor stands; -1 if on none."""
        return self._cursor

    @property
    def place(self) -> str:
        """Which of the lines that can be chosen has the cursor: "2/8"; empty where none has it."""
        if self._cursor < 0:
            return ""
        can_be_chosen = [line.value is not None for line in self.lines]
        at = sum(can_be_chosen[: self._cursor + 1])
        return f"{numeral(at)}/{numeral(sum(can_be_chosen))}"

    @property
    def value(self) -> Any:
        """Of the line under the cursor."""
        return self.lines[self._cursor].value if 0 <= self._cursor < len(self.lines) else None

    # ------------------------------------------------------------------ moving

    def _nearest(self, at: int, step: int, *, or_back: bool = False) -> int:
        """The first line from here on that has a value; -1 if there is none."""
        index = at
        while 0 <= index < len(self.lines):
            if self.lines[index].value is not None:
                return index
            index += step
        return self._nearest(at, -step) if or_back else -1

    def _go(self, at: int, step: int) -> None:
        at = max(0, min(at, len(self.lines) - 1))
        found = self._nearest(at, step, or_back=True) if self.lines else -1
        if found < 0:
            return
        if found == self._cursor and step < 0:
            self.scroll_to_line(
                max(0, min(self.scroll_offset.y, self._row_of(at)))
            )  # the headings above it
            return
        self._cursor = found
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self.value))

    def _reveal(self) -> None:
        top, height, at = self.scroll_offset.y, self.window_height, max(0, self._cursor)
        row = self._row_of(at)
        if row < top:
            top = row
        elif row >= top + height:
            top = row - height + 1
        if self._nearest(at - 1, -1) < 0 and row < height:
            top = 0  # nothing to choose above: its heading comes into sight
        elif row < top + 1 and self.lines[at - 1].value is None:
            top = row - 1  # its own heading
        self.scroll_to_line(max(0, min(top, self._height - height)))

    def go_to(self, at: int) -> None:
        """To this line, or the first after it that can be chosen, its heading in sight."""
        self._go(at, 1)
        if self._cursor >= 0:
            top = max(0, self._row_of(min(at, self._cursor)) - 1)
            self.scroll_to_line(max(0, min(top, self._height - self.window_height)))

    def action_move(self, step: int) -> None:
        self._go(self._cursor + step, 1 if step > 0 else -1)

    def action_page(self, step: int) -> None:
        self._go(self._cursor + step * max(1, self.window_height - 1), 1 if step > 0 else -1)

    def action_half_page(self, step: int) -> None:
        self._go(self._cursor + step * max(1, self.window_height // 2), 1 if step > 0 else -1)

    def action_edge(self, side: int) -> None:
        self._go(0 if side < 0 else len(self.lines) - 1, -side)
        if side < 0:
            self.scroll_to_line(0)

    def action_open(self) -> None:
        if self.value is not None:
            self.post_message(self.Opened(self.value))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one opens."""
        index = self._line_at(event.y + self.scroll_offset.y)
        if 0 <= index < len(self.lines) and self.lines[index].value is not None:
            is_second = index == self._cursor and event.chain > 1
            self._go(index, 1)
            if is_second:
                self.action_open()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self._reveal()

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width, row = self.window_width, y + self.scroll_offset.y
        base = self.base_style
        if row >= self._height:
            return Strip.blank(width, base)
        at = self._line_at(row)
        is_cursor = at == self._cursor
        if is_cursor:
            base += self.component_style(
                "lines--cursor" if self.has_focus else "lines--cursor-away"
            )
        left, segments = width, []
        words = self._laid_out[row][1] if self._laid_out else ""
        parts = [Part(words, "muted")] if words else self.lines[at].parts(width)
        for number, (text, look) in enumerate(parts):
            shown = fitted(text, min(left, width_of(text)))
            left -= width_of(shown)
            style = base + self._style(look, is_cursor=is_cursor)
            segments.append(Segment(shown, as_cell(style, shown, str(number))))
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, look: str, *, is_cursor: bool) -> Style:
        if not look or (is_cursor and look != "strong"):
            # On the cursor's background other colours would be hard to read.
            return Style(bold=True) if look in ("figure", "alert", "good") else Style()
        return self.component_style(f"lines--{look}")
