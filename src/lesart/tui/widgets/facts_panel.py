"""Figures, entities and notes of the article being read, beside its text; one tab at a time.

The panel follows the reader (`follow`) and never answers that with news, so the two cannot chase
each other. Only what the person does in the panel itself is posted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.text import Span
from lesart.translations import _
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.rendering.theme import numbers_colours
from lesart.tui.widgets.facts_cursor import FactsCursor
from lesart.tui.widgets.facts_lines import (
    ORDERS,
    Fact,
    Facts,
    Order,
    Tab,
    details,
    fact_lines,
)
from lesart.tui.widgets.facts_paint import FactStyles, paint_line, value_column
from lesart.tui.widgets.line_view import LineView

TABS: tuple[Tab, ...] = ("figures", "entities", "annotations")


def _key(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, show=False, id=f"facts.{name}")


class FactsPanel(LineView):
    """Three tabs of facts. Data in by `show` and `set_…`, news out as `Highlighted`, `Chosen`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facts--tab",
        "facts--tab-open",
        "facts--heading",
        "facts--value",
        "facts--name",
        "facts--noun",
        "facts--detail",
        "facts--warning",
        "facts--cursor",
        "facts--cursor-away",
        *(f"facts--{colour}" for colour in ("yellow", "green", "blue", "red", "purple")),
    }

    DEFAULT_CSS = """
    FactsPanel > .facts--tab { color: $text-muted; }
    FactsPanel > .facts--tab-open { text-style: bold reverse; }
    FactsPanel > .facts--heading { color: $text-muted; text-style: bold; }
    FactsPanel > .facts--value { color: $text-warning; text-style: bold; }
    FactsPanel > .facts--name { color: $text-accent; }
    FactsPanel > .facts--noun { color: $text; }
    FactsPanel > .facts--detail { color: $text-muted; }
    FactsPanel > .facts--warning { color: $text-warning; text-style: italic; }
    FactsPanel > .facts--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
    }
    FactsPanel > .facts--cursor-away { background: $block-cursor-blurred-background; }
    FactsPanel > .facts--yellow { color: #d6a100; }
    FactsPanel > .facts--green { color: #2fa85a; }
    FactsPanel > .facts--blue { color: #3b82f6; }
    FactsPanel > .facts--red { color: #e5405e; }
    FactsPanel > .facts--purple { color: #a855f7; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("j,down", "move(1)", "down", "Down"),
        _key("k,up", "move(-1)", "up", "Up"),
        _key("space,ctrl+f,pagedown", "page(1)", "page_down", "Page down"),
        _key("b,ctrl+b,pageup", "page(-1)", "page_up", "Page up"),
        _key("g,home", "edge(-1)", "first", "First"),
        _key("G,end", "edge(1)", "last", "Last"),
        _key("enter", "choose", "choose", "Go there"),
        _key("i", "details", "details", "More about it"),
        _key("S", "order", "order", "Key figures first, by weight or by place"),
        _key("right", "next_tab(1)", "next_tab", "Next tab"),
        _key("left", "next_tab(-1)", "previous_tab", "Previous tab"),
    ]

    @dataclass
    class Highlighted(Message):
        """The person moved to a fact in the panel; `span` is where it stands nearest by."""

        fact: Fact
        span: Span | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, FactsPanel.Highlighted)

    @dataclass
    class Chosen(Message):
        """The person picked a fact."""

        fact: Fact
        span: Span | None

    @dataclass
    class TabOpened(Message):
        """The person opened another tab in the panel."""

        tab: Tab

    def __init__(
        self,
        *,
        formats: Formats | None = None,
        glyphs: Glyphs = UNICODE,
        meanings: Mapping[str, str] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.formats = formats or Formats()
        self.glyphs = glyphs
        self._facts = Facts(meanings=meanings or {})
        self._tab: Tab = "figures"
        self._order: Order = ORDERS[0]
        self._has_details = False
        self._cursor = FactsCursor()
        self._value_width = 0

    # -------------------------------------------------------------- data goes down

    def show(
        self, text: str, analysis: Analysis | None, annotations: Iterable[Annotation] = ()
    ) -> None:
        """Show another article's facts."""
        self._facts = self._facts._replace(
            text=text, analysis=analysis, annotations=tuple(annotations)
        )
        self._cursor.begin()
        self._rebuild(None)

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Show what was found in the text."""
        self._facts = self._facts._replace(analysis=analysis)
        self._rebuild(self.fact)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show what was noted."""
        self._facts = self._facts._replace(annotations=tuple(annotations))
        self._rebuild(self.fact)

    @property
    def tab(self) -> Tab:
        """The open tab."""
        return self._tab

    @tab.setter
    def tab(self, tab: Tab) -> None:
        if tab != self._tab:
            self._tab = tab
            self._rebuild(None)
            self.follow(self._cursor.offset)

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self._cursor.fact

    def follow(self, offset: int, view: Span | None = None) -> None:
        """The reader is at `offset`: put the cursor on the fact there, or on one in view."""
        self._put_cursor(self._cursor.followed(offset, view))

    def follow_window(self, view: Span) -> None:
        """Other words are in the reader's window."""
        self._put_cursor(self._cursor.scrolled(view))

    # -------------------------------------------------------------------- lines

    def _rebuild(self, fact: Fact | None) -> None:
        """Make the tab's lines anew, with the cursor on `fact` if it is still there."""
        width = max(8, self.window_width - 2)
        lines = tuple(
            fact_lines(self._facts, self._tab, self._order, self.formats, self.glyphs, width)
        )
        self._value_width = value_column(lines)
        self._cursor.put(lines, fact)
        self._unfold()

    def _unfold(self) -> None:
        """Put the details of the fact under the cursor below it, if they are wanted."""
        fact, width = self.fact, max(8, self.window_width - 4)
        has_details = self._has_details and fact is not None
        self._cursor.unfold(
            details(fact, self._facts.text, self.formats, width) if has_details and fact else ()
        )
        self.virtual_size = Size(self.window_width, len(self._cursor.lines) + 1)
        self._reveal()
        self.refresh()

    # ------------------------------------------------------------------- moving

    def _put_cursor(self, fact: Fact | None) -> None:
        before = self._cursor.at
        if not self._cursor.go_to(fact):
            return
        if self._has_details:
            self._unfold()
        else:
            self._reveal()
            # One line lower each: the first line of the window is the tabs'.
            self.refresh_line(before + 1)
            self.refresh_line(self._cursor.at + 1)

    def _go(self, line: int, step: int) -> None:
        """Move to the fact at `line`, or the nearest one in the direction of `step`."""
        fact = self._cursor.fact_near(line, step)
        if fact is not None and fact is not self.fact:
            self._put_cursor(fact)
            self.post_message(self.Highlighted(fact, self._cursor.sends_reader()))

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self._room
        if self._cursor.top < top:
            top = self._cursor.top
        elif self._cursor.at >= top + height:
            top = self._cursor.at - height + 1
        self.scroll_to_line(top)

    @property
    def _room(self) -> int:
        """Lines below the tabs."""
        return max(1, self.window_height - 1)

    @property
    def cursor_cell(self) -> Offset:
        """Where the cursor's line begins in the window, below the tabs."""
        return Offset(0, 1 + self._cursor.at - self.scroll_offset.y)

    def action_move(self, lines: int) -> None:
        """Move the cursor by facts."""
        self._go(self._cursor.at + lines, lines)

    def action_page(self, step: int) -> None:
        """Move the cursor by a window."""
        self._go(self._cursor.at + step * max(1, self._room - 1), step)

    def action_edge(self, side: int) -> None:
        """Go to the first (-1) or last (1) fact."""
        self._go(0 if side < 0 else len(self._cursor.lines) - 1, -side)

    def action_choose(self) -> None:
        """Say that the person picked the fact under the cursor."""
        if self.fact is not None:
            self.post_message(self.Chosen(self.fact, self._cursor.nearest()))

    def action_details(self) -> None:
        """Show or hide more about the fact under the cursor."""
        self._has_details = not self._has_details
        self._unfold()

    def action_order(self) -> None:
        """Key figures first, all by weight in the story, all by place in the text."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._rebuild(self.fact)

    def action_next_tab(self, step: int) -> None:
        """Open the tab to the right (1) or left (-1)."""
        self._open_tab(TABS[(TABS.index(self._tab) + step) % len(TABS)])

    def _open_tab(self, tab: Tab) -> None:
        if tab != self._tab:
            self.tab = tab
            self.post_message(self.TabOpened(tab))

    def on_click(self, event: events.Click) -> None:
        """A click opens a tab or goes to a fact; a second one picks it."""
        if event.y == 0:
            for tab, start, end in self._tab_places():
                if start <= event.x < end:
                    self._open_tab(tab)
            return
        line = event.y - 1 + self.scroll_offset.y
        if line < len(self._cursor.lines) and self._cursor.lines[line].fact is not None:
            self._go(line, 1)
            if event.chain > 1:
                self.action_choose()

    # -------------------------------------------------------------------- painting

    def on_resize(self, event: events.Resize) -> None:
        """Sentences wrap to the new width; the cursor stays in the window."""
        self._rebuild(self.fact)

    def render_line(self, y: int) -> Strip:
        """One line of the window; the first is always the tabs'."""
        width = self.window_width
        if y == 0:
            return self._tab_line(width)
        number = y - 1 + self.scroll_offset.y
        if number >= len(self._cursor.lines):
            return Strip.blank(width, self.base_style)
        line, cursor = self._cursor.lines[number], None
        if number == self._cursor.at:
            name = "facts--cursor" if self.has_focus else "facts--cursor-away"
            cursor = self.component_style(name)
        styles = FactStyles(self.base_style, self.component_style, numbers_colours(self.app.theme))
        segments = paint_line(
            line, self._tab, width, self._value_width, styles, self.glyphs, cursor
        )
        return Strip(segments).adjust_cell_length(width, self.base_style)

    def _tab_names(self) -> list[tuple[Tab, str]]:
        """Each tab's words; where there is no room for all, the open one's, else only signs."""
        is_known = self._facts.analysis is not None or not self._facts.text
        counts = [self._facts.count(tab) for tab in TABS]
        # Nobody has counted figures and entities before the analysis.
        said = [
            numeral(n) if is_known or tab == "annotations" else "–"
            for tab, n in zip(TABS, counts, strict=True)
        ]
        signs = ("#", "@", self.glyphs.note)
        short = [f" {sign}{count} " for sign, count in zip(signs, said, strict=True)]
        full = [
            _(" #Figures {count} ").replace("{count}", said[0]),
            _(" @Entities {count} ").replace("{count}", said[1]),
            _(" {sign}Notes {count} ").format(sign=signs[2], count=numeral(counts[2])),
        ]
        mixed = [f if tab == self._tab else s for tab, f, s in zip(TABS, full, short, strict=True)]
        widest = [*full[:2], short[2]]
        for names in (full, widest, mixed, short):
            if sum(map(len, names)) <= self.window_width:
                break
        return list(zip(TABS, names, strict=True))

    def _tab_places(self) -> list[tuple[Tab, int, int]]:
        places, x = [], 0
        for tab, name in self._tab_names():
            places.append((tab, x, x + len(name)))
            x += len(name)
        return places

    def _tab_line(self, width: int) -> Strip:
        base = self.base_style
        segments = [
            Segment(
                name,
                base
                + self.component_style("facts--tab-open" if tab == self._tab else "facts--tab"),
            )
            for tab, name in self._tab_names()
        ]
        return Strip(segments).adjust_cell_length(width, base)
