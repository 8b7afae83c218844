"""Read an article by keys and mouse: scroll, jump from mark to mark, select words, type a label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from lesart.locales.in_sentences import numeral
from lesart.model.text import Span
from lesart.translations import _
from lesart.tui.rendering.cells import width_of
from lesart.tui.widgets import extending, motions
from lesart.tui.widgets.hints import Hints
from lesart.tui.widgets.mark_names import marks_named
from lesart.tui.widgets.reader_cursor import Mode
from lesart.tui.widgets.reader_keys import READER_KEYS, SELECT_ACTIONS
from lesart.tui.widgets.reader_layers import MarkKind
from lesart.tui.widgets.reader_paint import with_label
from lesart.tui.widgets.reader_pointer import ArticlePointer

_MOST_TIMES = 9999


class Reader(ArticlePointer):
    """An article under a person's hands. Data in by `show` and `set_…`, news out by messages."""

    BINDINGS: ClassVar[list[BindingType]] = READER_KEYS

    @dataclass
    class EndReached(Message):
        """The person paged on where there is no more: forward (1) or back (-1)."""

        direction: int

    @dataclass
    class Jumping(Message):
        """The window jumps away from this character, farther than reading on goes."""

        position: int

    @dataclass
    class MarksExhausted(Message):
        """There is no further mark of this kind in this direction."""

        kind: MarkKind
        direction: int

    @dataclass
    class EndsLeft(Message):
        """The person left a mark whose ends were being moved as it was."""

    @dataclass
    class LinkChosen(Message):
        """The person picked a link, to open or to copy it."""

        url: str
        how: Literal["open", "copy"]

    kind: MarkKind = "figures"
    """What `]` and `[` stop at."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self._goal: tuple[int, int] | None = None
        """Line and column that the cursor was sent to, before it went on to the end of a word."""
        self._times = 0
        self._is_counted_g = False
        self._hints: Hints[int] | Hints[str] | None = None
        self._resume: Mode = "READ"
        self._link_use: Literal["open", "copy"] = "open"
        self._labels: dict[int, list[tuple[int, str]]] = {}

    def set_matches(self, spans: Iterable[Span], also_lit: Iterable[Span] = ()) -> None:
        """Mark what a search found; `]` and `[` then go from match to match."""
        super().set_matches(spans, also_lit)
        if len(self.marked.matches):
            self.kind = "matches"
        elif self.kind == "matches":
            self.kind = "figures"

    @property
    def place_among_marks(self) -> str:
        """Where among the marks of the current kind one is: "match 1 of 2", else "2 matches".

        Nobody has counted what was not looked for yet.
        """
        marks = self.marked.of_kind(self.kind)
        total = len(marks)
        # Before one has gone anywhere the cursor is only the first character in the window.
        number = marks.number_at(self.cursor) if self._is_cursor_shown else 0
        if number:
            return _("{mark} {number} of {total}").format(
                mark=marks_named(self.kind, 1), number=numeral(number), total=numeral(total)
            )
        if self.kind in ("figures", "entities") and not self.marked.is_analysed:
            return _("not analysed yet")
        marks_name = marks_named(self.kind, total)
        return (
            f"{numeral(total)} {marks_name}" if total else _("no {marks}").format(marks=marks_name)
        )

    def _leave(self) -> None:
        self._hints, self._labels, self._times = None, {}, 0
        super()._leave()

    # ------------------------------------------------------------------- moving

    def _move(self, offset: int, *, around: Span | None = None) -> None:
        super()._move(offset, around=around)
        self._goal = None

    def _on_scrolled(self) -> None:
        if self.mode == "HINT":
            # The labels are about lines that moved away.
            self._end_hints()
        super()._on_scrolled()

    def _take_times(self) -> int:
        times, self._times = self._times or 1, 0
        return times

    def action_count(self, digit: int) -> None:
        """Begin or go on with a count for the next motion; a lone 0 is the start of the line."""
        if digit == 0 and not self._times:
            self.action_line_edge(-1)
            return
        self._times = min(_MOST_TIMES, self._times * 10 + digit)

    def action_line(self, step: int) -> None:
        """Scroll by lines; in SELECT move the cursor by lines."""
        lines = step * self._take_times()
        if self.mode != "SELECT":
            self.scroll_to_line(self.scroll_offset.y + lines)
            return
        # Over short lines the cursor keeps to the column that it came from.
        line, column = self._goal or (self._page.line_of(self.cursor), self._page.x_of(self.cursor))
        line = max(0, min(line + lines, len(self._page) - 1))
        self._extend_to(self._page.offset_at(line, column), goal=(line, column))

    def action_page(self, step: int) -> None:
        """Go on by a window less one line; past the end that is news for the screen."""
        self._go_by(step * max(1, self.window_height - 1))

    def action_half_page(self, step: int) -> None:
        """Go on by half a window."""
        self._go_by(step * max(1, self.window_height // 2))

    def _go_by(self, lines: int) -> None:
        direction = 1 if lines > 0 else -1
        if self.mode != "SELECT" and (
            self.is_at_end if direction > 0 else self.scroll_offset.y <= 0
        ):
            self.post_message(self.EndReached(direction))
            return
        self._times *= abs(lines) if self._times else 0
        self._times = self._times or abs(lines)
        self.action_line(direction)

    def action_motion(self, name: str) -> None:
        """Go to the start or end: scroll there, or extend the selection."""
        if self.mode == "SELECT":
            self.action_extend(name)
            return
        times, self._times = self._times, 0
        self.post_message(self.Jumping(self.position))
        if self._is_counted_g:  # the second letter of `10gg`
            self._is_counted_g = False
        elif times:
            self._is_counted_g = name == "start"
            self.scroll_to_line(min(len(self._head) + times - 1, self.max_scroll_y))
        else:
            self.scroll_to_line(0 if name == "start" else self.max_scroll_y)

    def go_to_line(self, number: int) -> None:
        """Scroll to a line of the text by its number, the first being 1."""
        self.post_message(self.Jumping(self.position))
        self.scroll_to_line(max(0, min(len(self._head) + number - 1, self.max_scroll_y)))

    def action_centre(self) -> None:
        """Put the line of the cursor in the middle of the window."""
        self._times = 0
        above = self.window_height // 2
        self.scroll_to_line(max(0, min(self._y_of(self.cursor) - above, self.max_scroll_y)))

    def action_edge_of_window(self, side: int) -> None:
        """Put the line of the cursor at the top (-1) or the bottom (1) of the window."""
        self._times = 0
        above = 0 if side < 0 else self.window_height - 1
        self.scroll_to_line(max(0, min(self._y_of(self.cursor) - above, self.max_scroll_y)))

    def action_next_mark(self, step: int) -> None:
        """Jump to the next (1) or previous (-1) mark of the current kind."""
        marks = self.marked.of_kind(self.kind)
        at = self.cursor
        # Nothing jumped to yet: a mark at the very top of the window is the next one.
        is_untouched = self.current is None and not self._is_cursor_shown
        if is_untouched and step > 0 and at <= self.view.start:
            at -= 1
        if self.mode == "SELECT":
            # The mark whose end the cursor is on counts as reached, wherever it begins.
            here = marks.at(at)
            at = here.span.start if here is not None and at == here.span.end - 1 else at
        mark = None
        for _time in range(self._take_times()):
            further = marks.after(at) if step > 0 else marks.before(at)
            if further is None:
                break
            mark, at = further, further.span.start
        if mark is None:
            self.post_message(self.MarksExhausted(self.kind, step))
        elif self.mode == "SELECT":
            self._select_to(mark.span.end - 1 if at >= self._fixed_end else at)
        else:
            self.jump_to(mark.span)

    # ---------------------------------------------------------------- selecting

    def action_select(self) -> None:
        """Start selecting at the current mark, at the cursor or at the top of the window; or stop."""
        times, self._times = self._times, 0
        if self.mode == "SELECT":
            self.clear_selection()
        elif self.text:
            here = Span(self.cursor, self.cursor + 1)
            self.select(self.current or here)
            self._times = times

    def action_grow(self) -> None:
        """Select the sentence at the cursor; then its paragraph. A count takes more sentences."""
        if not self.text:
            return
        span = self.selection
        if span is None:
            span = motions.sentence_at(self.text, self.cursor)
            for _ in range(self._take_times() - 1):
                following = motions.next_sentence(self.text, span.end - 1)
                span = Span(span.start, motions.sentence_at(self.text, following).end)
        else:
            self._times = 0
            span = motions.grown(self.text, span)
        self.select(span)

    def action_extend(self, name: str) -> None:
        """Move the selection's end by a motion from `motions.MOTIONS`, to where words end."""
        at = self.cursor
        for _time in range(self._take_times()):
            further = extending.extended(self.text, name, at, self._held)
            if further == at:
                break
            at = further
            if name in extending.STEPS:
                self._hold_word(at)
        if name in ("left", "right"):
            self._move(at)
        else:
            self._select_to(at)

    def _hold_word(self, offset: int) -> None:
        """Once the selection's end lies ahead of where it began, the word there is held whole."""
        if offset < self._fixed_end:
            self._has_whole_word = True

    def _select_to(self, offset: int) -> None:
        self._hold_word(min(offset, self.cursor))
        self._move(offset)

    def _extend_to(self, offset: int, *, goal: tuple[int, int]) -> None:
        """Take the selection to the word at `offset`; `goal` is where the cursor goes on from."""
        self._select_to(extending.to_word(self.text, offset, self._fixed_end))
        self._goal = goal

    def action_line_edge(self, side: int) -> None:
        """Move the selection's end to the end (1) or start (-1) of its line."""
        self._times = 0
        number = self._goal[0] if self._goal else self._page.line_of(self.cursor)
        line = self._page[number]
        end = line.start + len(self.text[line.start : line.end].rstrip())
        offset = line.start if side < 0 else max(line.start, end - 1)
        self._extend_to(offset, goal=(number, self._page.x_of(offset)))

    def action_swap_ends(self) -> None:
        """Go on from the other end of the selection."""
        first, last = self._ends
        here = last if self.cursor > first else first
        self._fixed_end, self._has_whole_word = here, False
        self._move(first if here == last else last)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean nothing in this mode are left to the screen."""
        if action in SELECT_ACTIONS:
            return self.mode == "SELECT"
        if action == "count":
            return self._takes_counts(parameters[0])
        return True

    def _takes_counts(self, digit: object) -> bool:
        if self.mode != "SELECT":
            return self._times > 0 or digit != 0
        # A person who has selected words means a colour by a digit. Right after `v`, with one
        # character selected, a digit can only be a count.
        is_fresh = self._fixed_end == self.cursor
        return self._times > 0 or is_fresh or digit == 0

    # -------------------------------------------------------------------- hints

    def action_hint_sentences(self) -> None:
        """Label the sentences in view; a label puts the cursor there (in SELECT: extends to it)."""
        view = self.view
        starts = [span.start for span in motions.sentences_in(self.text, view.start, view.end)]
        self._show_hints(Hints([(start, start) for start in starts]))

    def action_hint_links(self, how: Literal["open", "copy"] = "open") -> None:
        """Label the links in view; a label is answered by `LinkChosen`."""
        self._link_use = how
        links = self.marked.links.starting_in(*self.view)
        self._show_hints(Hints([(mark.span.start, mark.of) for mark in links if mark.of]))

    def _show_hints(self, hints: Hints[int] | Hints[str]) -> None:
        if not hints.shown():
            return
        self._hints = hints
        self._resume = self.mode
        self._label_lines()
        self._set_mode("HINT")
        self.refresh()

    def _label_lines(self) -> None:
        self._labels = {}
        for offset, label in self._hints.shown() if self._hints else ():
            self._labels.setdefault(self._page.line_of(offset), []).append((offset, label))

    def on_key(self, event: events.Key) -> None:
        """Letters of a label; `escape` goes one step back. All else is bound."""
        self._is_counted_g = self._is_counted_g and event.key == "g"
        if self.mode == "READ" or (self.mode == "SELECT" and event.key != "escape"):
            return
        # The screen's own `escape` would clear the selection and then go back as well.
        event.stop()
        event.prevent_default()
        if self.mode == "SELECT":
            if self.moved is not None:
                self.post_message(self.EndsLeft())
            self.clear_selection()
        elif event.key == "escape" or not event.character or self._hints is None:
            self._end_hints()
        elif self._hints.type(event.character.lower()):
            self._label_lines()
            if self._hints.chosen is not None:
                self._follow_hint(self._hints.chosen)
            self.refresh()

    def _drop_hints(self) -> None:
        self._hints, self._labels = None, {}

    def _end_hints(self) -> None:
        self._hints, self._labels = None, {}
        self._set_mode(self._resume)
        self.refresh()

    def _follow_hint(self, place: int | str) -> None:
        self._end_hints()
        if isinstance(place, str):
            self.post_message(self.LinkChosen(place, self._link_use))
        elif self.mode == "SELECT" and place >= self._fixed_end:
            # The sentence that was pointed at is taken in, as it is where it lies ahead.
            self._move(max(place, motions.sentence_at(self.text, place).end - 1))
        elif self.mode == "SELECT":
            self._select_to(place)
        else:
            self._move(place)

    def _decorated(self, index: int, strip: Strip) -> Strip:
        for offset, label in self._labels.get(index, ()):
            line = self._page[index]
            x = self._margin + self.mark_room + width_of(line.prefix)
            x += width_of(self.text[line.start : offset])
            strip = with_label(strip, x, label, self.component_style("reader--hint"))
        return strip
