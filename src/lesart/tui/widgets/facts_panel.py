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
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.widgets.facts_lines import (
    ORDERS,
    Fact,
    FactLine,
    Facts,
    Order,
    Tab,
    details,
    fact_lines,
)
from lesart.tui.widgets.facts_paint import FactStyles, paint_line, value_column
from lesart.tui.widgets.line_view import LineView
from lesart.tui.widgets.reader_layers import Mark, Marks

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
        _key("space,pagedown", "page(1)", "page_down", "Page down"),
        _key("b,pageup", "page(-1)", "page_up", "Page up"),
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
        self._facts_of_tab: list[FactLine] = []
        self._lines: list[FactLine] = []
        self._value_width = 0
        self._places: Marks[int] = Marks(())
        self._cursor = 0
        self._offset = 0
        self._echoes: list[int] = []

    # -------------------------------------------------------------- data goes down

    def show(
        self, text: str, analysis: Analysis | None, annotations: Iterable[Annotation] = ()
    ) -> None:
        """Show another article's facts."""
        self._facts = self._facts._replace(
            text=text, analysis=analysis, annotations=tuple(annotations)
        )
        self._offset = 0
        self._echoes.clear()
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
            self.follow(self._offset)

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self._lines[self._cursor].fact if self._cursor < len(self._lines) else None

    def follow(self, offset: int, view: Span | None = None) -> None:
        """The reader is at `offset`: put the cursor on the fact there.

        Where there is none, it stays on a fact that is in view, or goes to the first that is.
        """
        self._offset = offset
        if offset in self._echoes:
            # The reader went where the person's last steps in the panel sent it. The cursor is
            # there already, or further on.
            del self._echoes[: self._echoes.index(offset) + 1]
            return
        mark = self._places.at(offset)
        if mark is None and view is not None:
            if self._stands_in(view):
                return
            in_view = self._places.starting_in(view.start, view.end)
            mark = in_view[0] if in_view else None
        self._echoes.clear()
        if mark is not None:
            self._put_cursor(self._facts_of_tab[mark.of].fact)

    def _stands_in(self, view: Span) -> bool:
        """Whether the fact under the cursor is in the reader's window."""
        spans = self._lines[self._cursor].spans if self._cursor < len(self._lines) else ()
        return any(view.start <= span.start < view.end for span in spans)

    # -------------------------------------------------------------------- lines

    def _rebuild(self, fact: Fact | None) -> None:
        """Make the tab's lines anew, with the cursor on `fact` if it is still there."""
        self._facts_of_tab = list(
            fact_lines(
                self._facts,
                self._tab,
                self._order,
                self.formats,
                self.glyphs,
                max(8, self.window_width - 2),
            )
        )
        self._places = Marks(
            Mark(span, number)
            for number, line in enumerate(self._facts_of_tab)
            for span in line.spans
        )
        self._value_width = value_column(self._facts_of_tab)
        self._lines = self._facts_of_tab
        self._cursor = self._line_of(fact, self._cursor if fact is not None else 0)
        self._unfold()

    def _unfold(self) -> None:
        """Put the details of the fact under the cursor below it, if they are wanted."""
        fact = self.fact
        self._lines = self._facts_of_tab
        if fact is not None:
            self._cursor = self._line_of(fact)
            if self._has_details:
                width = max(8, self.window_width - 4)
                more = list(details(fact, self._facts.text, self.formats, width))
                at = self._cursor + 1
                while at < len(self._facts_of_tab) and self._facts_of_tab[at].look == "more":
                    at += 1
                self._lines = [*self._facts_of_tab[:at], *more, *self._facts_of_tab[at:]]
        self.virtual_size = Size(self.window_width, len(self._lines) + 1)
        self._reveal()
        self.refresh()

    def _line_of(self, fact: Fact | None, at: int = 0) -> int:
        """The fact's line; where it is gone (rejected), the next fact's behind line `at`."""
        others = [n for n, line in enumerate(self._facts_of_tab) if line.fact is not None]
        for number in others:
            line = self._facts_of_tab[number]
            if line.fact is fact or (line.fact is not None and _is_same(line.fact, fact)):
                return number
        return next((number for number in others if number >= at), others[-1] if others else 0)

    # ------------------------------------------------------------------- moving

    def _put_cursor(self, fact: Fact | None) -> None:
        if fact is None or fact is self.fact:
            return
        before, self._cursor = self._cursor, self._line_of(fact)
        if self._has_details:
            self._lines = self._facts_of_tab
            self._unfold()
        else:
            self._reveal()
            # One line lower each: the first line of the window is the tabs'.
            self.refresh_line(before + 1)
            self.refresh_line(self._cursor + 1)

    def _go(self, line: int, step: int) -> None:
        """Move to the fact at `line`, or the nearest one in the direction of `step`."""
        line = max(0, min(line, len(self._lines) - 1))
        for direction in (step, -step):
            at = line
            while 0 <= at < len(self._lines):
                if self._lines[at].fact is not None:
                    if at != self._cursor:
                        self._put_cursor(self._lines[at].fact)
                        self._tell(self.Highlighted)
                    return
                at += direction

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self._room
        # The heading above the first fact of a group should be seen with it.
        first = self._cursor
        while first > 0 and self._lines[first - 1].fact is None:
            first -= 1
        if first < top:
            top = first
        elif self._cursor >= top + height:
            top = self._cursor - height + 1
        self.scroll_to_line(top)

    @property
    def _room(self) -> int:
        """Lines below the tabs."""
        return max(1, self.window_height - 1)

    def _tell(self, news: type[Highlighted] | type[Chosen]) -> None:
        line = self._lines[self._cursor] if self._lines else None
        if line is not None and line.fact is not None:
            span = self._nearest(line.spans)
            if span is not None and news is self.Highlighted:
                self._echoes.append(span.start)
            self.post_message(news(line.fact, span))

    def _nearest(self, spans: tuple[Span, ...]) -> Span | None:
        """Of the places of a fact the one the reader is at, else the next, else the first."""
        later = [span for span in sorted(spans) if span.end > self._offset]
        return later[0] if later else (min(spans) if spans else None)

    def action_move(self, lines: int) -> None:
        """Move the cursor by facts."""
        self._go(self._cursor + lines, lines)

    def action_page(self, step: int) -> None:
        """Move the cursor by a window."""
        self._go(self._cursor + step * max(1, self._room - 1), step)

    def action_edge(self, side: int) -> None:
        """Go to the first (-1) or last (1) fact."""
        self._go(0 if side < 0 else len(self._lines) - 1, -side)

    def action_choose(self) -> None:
        """Say that the person picked the fact under the cursor."""
        self._tell(self.Chosen)

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
        if line < len(self._lines) and self._lines[line].fact is not None:
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
        if number >= len(self._lines):
            return Strip.blank(width, self.base_style)
        line, cursor = self._lines[number], None
        if number == self._cursor:
            name = "facts--cursor" if self.has_focus else "facts--cursor-away"
            cursor = self.component_style(name)
        styles = FactStyles(self.base_style, self.component_style)
        segments = paint_line(
            line, self._tab, width, self._value_width, styles, self.glyphs, cursor
        )
        return Strip(segments).adjust_cell_length(width, self.base_style)

    def _tab_names(self) -> list[tuple[Tab, str]]:
        """Each tab's words; where there is no room for all, the open one's, else only signs."""
        counts = [self._facts.count(tab) for tab in TABS]
        signs = ("#", "@", self.glyphs.note)
        short = [f" {sign}{count} " for sign, count in zip(signs, counts, strict=True)]
        full = [
            f" #Figures {counts[0]} ",
            f" @Entities {counts[1]} ",
            f" {signs[2]}Notes {counts[2]} ",
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


def _is_same(one: Fact, other: Fact | None) -> bool:
    """A fact that was edited or judged is a new value, but still the same fact."""
    if isinstance(one, Annotation):
        return isinstance(other, Annotation) and one.id == other.id
    if isinstance(one, Figure):
        return isinstance(other, Figure) and one.span == other.span
    return isinstance(other, Entity) and one.mentions[:1] == other.mentions[:1]
