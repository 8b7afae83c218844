"""Read an article by keys and mouse: move, jump from mark to mark, select words, type a label.

There is one cursor, an offset into the text. In READ it stays out of sight: it is the mark last
jumped to, or the first character in the window, and moving means scrolling. In SELECT it is one end
of the selection and moving means extending. In HINT the next letters are a label's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from lesart.model import Analysis, Annotation, Article, Entity, Figure, Span
from lesart.tui.cells import grapheme_start, next_grapheme, width_of
from lesart.tui.widgets import motions
from lesart.tui.widgets.hints import Hints
from lesart.tui.widgets.reader_keys import READER_KEYS, SELECT_ACTIONS
from lesart.tui.widgets.reader_layers import MarkKind
from lesart.tui.widgets.reader_paint import GUTTER, Overlay, with_label
from lesart.tui.widgets.reader_view import ArticleView

Mode = Literal["READ", "SELECT", "HINT"]
_NOT_REVERSED = Style(reverse=False, bold=True, underline=True)
_MOST_TIMES = 9999


class Reader(ArticleView):
    """An article under a person's hands. Data in by `show` and `set_…`, news out by messages."""

    BINDINGS: ClassVar[list[BindingType]] = READER_KEYS

    # --------------------------------------------------------------- news comes up

    @dataclass
    class ModeChanged(Message):
        """The reader is now in READ, SELECT or HINT."""

        mode: Mode

    @dataclass
    class SelectionChanged(Message):
        """Other words are selected; None: none."""

        span: Span | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, Reader.SelectionChanged)

    @dataclass
    class CursorMoved(Message):
        """The cursor is elsewhere: what is marked there, and which characters are in view."""

        offset: int
        view: Span
        figure: Figure | None = None
        entity: Entity | None = None
        annotation: Annotation | None = None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, Reader.CursorMoved)

    @dataclass
    class Scrolled(Message):
        """Other lines are in the window; `position` is the first character, to come back to."""

        position: int
        progress: int
        view: Span

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, Reader.Scrolled)

    @dataclass
    class EndReached(Message):
        """The person paged on where there is no more: forward (1) or back (-1)."""

        direction: int

    @dataclass
    class MarksExhausted(Message):
        """There is no further mark of this kind in this direction."""

        kind: MarkKind
        direction: int

    @dataclass
    class LinkChosen(Message):
        """The person picked a link, to open or to copy it."""

        url: str
        how: Literal["open", "copy"]

    @dataclass
    class Clicked(Message):
        """The person clicked on a character of the text."""

        offset: int
        annotation: Annotation | None
        url: str

    # -------------------------------------------------------------------- data

    kind: MarkKind = "figures"
    """What `]` and `[` stop at."""
    hint_letters: ClassVar[int] = 1

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.mode: Mode = "READ"
        self.cursor = 0
        self.current: Span | None = None
        """The mark last jumped to, while it is in view."""
        self._is_cursor_shown = False
        self._fixed_end = 0
        self._goal_x: int | None = None
        self._times = 0
        self._hints: Hints[int] | Hints[str] | None = None
        self._link_use: Literal["open", "copy"] = "open"
        self._labels: dict[int, list[tuple[int, str]]] = {}
        self._is_dragging = False
        self._clicks = 0

    def show(
        self,
        article: Article,
        analysis: Analysis | None = None,
        annotations: Sequence[Annotation] = (),
        *,
        position: int = 0,
    ) -> None:
        """Show an article, as `ArticleView.show`; selection, hints and cursor start anew."""
        self._leave()
        self.cursor = max(0, min(position, len(article.text)))
        self.current, self._is_cursor_shown, self._times = None, False, 0
        super().show(article, analysis, annotations, position=position)
        self._report()

    def set_matches(self, spans: Iterable[Span]) -> None:
        """Mark what a search found; `]` and `[` then go from match to match."""
        super().set_matches(spans)
        if len(self.marked.matches):
            self.kind = "matches"
        elif self.kind == "matches":
            self.kind = "figures"

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the text; None outside SELECT."""
        if self.mode != "SELECT":
            return None
        first, last = sorted((self._fixed_end, self.cursor))
        return Span(first, next_grapheme(self.text, last) if last < len(self.text) else last)

    @property
    def selected_text(self) -> str:
        """The selected characters; empty outside SELECT."""
        span = self.selection
        return self.text[span.start : span.end] if span else ""

    def marks_here(self) -> tuple[Figure | None, Entity | None, Annotation | None]:
        """What is marked at the cursor."""
        at = self.cursor
        found = (
            self.marked.figures.at(at),
            self.marked.entities.at(at),
            self.marked.annotations.at(at),
        )
        figure, entity, annotation = found
        return figure and figure.of, entity and entity.of, annotation and annotation.of

    # ------------------------------------------------------------------- moving

    def jump_to(self, span: Span) -> None:
        """Put the cursor on a mark and make it the current one; in SELECT, select it."""
        if self.mode == "SELECT":
            self.select(span)
            return
        self.current = span
        self._move(span.start, around=span)

    def _move(self, offset: int, *, around: Span | None = None, keep_x: bool = False) -> None:
        offset = max(0, min(offset, max(0, len(self.text) - 1)))
        before, self.cursor = self.cursor, grapheme_start(self.text, offset)
        self._is_cursor_shown = True
        if not keep_x:
            self._goal_x = None
        if around is None:
            self.current = None
        context = self.window_height // 3 if around else 0
        self.reveal(around or Span(self.cursor, self.cursor + 1), context=context)
        self._refresh_between(before, self.cursor)
        self._mirror_selection()
        self._report()

    def _refresh_between(self, one: int, other: int) -> None:
        first, last = sorted((self._y_of(one), self._y_of(other)))
        top = self.scroll_offset.y
        first, last = max(first, top), min(last, top + self.window_height)
        if first <= last:
            # A mark may go on over the next lines.
            self.refresh_lines(first, last - first + 3)

    def _on_scrolled(self) -> None:
        if not len(self._page):
            return
        view = self.view
        if self.mode == "READ" and not view.start <= self.cursor <= view.end:
            self.cursor, self.current, self._is_cursor_shown = view.start, None, False
            self._report()
        if self.mode == "HINT":
            self._leave()
        self.post_message(self.Scrolled(self.position, self.progress, view))

    def _report(self) -> None:
        figure, entity, annotation = self.marks_here()
        self.post_message(self.CursorMoved(self.cursor, self.view, figure, entity, annotation))

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
        index = self._page.line_of(self.cursor)
        if self._goal_x is None:
            self._goal_x = self._page.x_of(self.cursor)
        goal = max(0, min(index + lines, len(self._page) - 1))
        self._move(self._page.offset_at(goal, self._goal_x), keep_x=True)

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
        self._times = 0
        self.scroll_to_line(0 if name == "start" else self.max_scroll_y)

    def action_next_mark(self, step: int) -> None:
        """Jump to the next (1) or previous (-1) mark of the current kind."""
        marks = self.marked.of_kind(self.kind)
        at = self.cursor
        # Nothing jumped to yet: a mark at the very top of the window is the next one.
        if self.current is None and step > 0 and not self._is_cursor_shown:
            at -= 1
        mark = None
        for _ in range(self._take_times()):
            further = marks.after(at) if step > 0 else marks.before(at)
            if further is None:
                break
            mark, at = further, further.span.start
        if mark is None:
            self.post_message(self.MarksExhausted(self.kind, step))
        elif self.mode == "SELECT":
            self._move(mark.span.end - 1 if mark.span.start >= self._fixed_end else at)
        else:
            self.jump_to(mark.span)

    # ---------------------------------------------------------------- selecting

    def select(self, span: Span) -> None:
        """Select a stretch of the text; its last character is where the cursor is."""
        before = self.cursor
        self._fixed_end = grapheme_start(self.text, max(0, span.start))
        self._set_mode("SELECT")
        self._move(max(span.start, span.end - 1))
        self._refresh_between(before, self._fixed_end)

    def clear_selection(self) -> None:
        """Go back to READ; the cursor stays where the selection began."""
        if self.mode == "SELECT":
            self.cursor = min(self._fixed_end, self.cursor)
            self._leave()

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
        """Move the selection's end by a motion from `motions.MOTIONS`."""
        motion, at = motions.MOTIONS[name], self.cursor
        for _ in range(self._take_times()):
            further = motion(self.text, at)
            if further == at:
                break
            at = further
        self._move(at)

    def action_line_edge(self, side: int) -> None:
        """Move the selection's end to the end (1) or start (-1) of its line."""
        self._times = 0
        line = self._page[self._page.line_of(self.cursor)]
        end = line.start + len(self.text[line.start : line.end].rstrip())
        self._move(line.start if side < 0 else max(line.start, end - 1))

    def action_swap_ends(self) -> None:
        """Go on from the other end of the selection."""
        self._fixed_end, other = self.cursor, self._fixed_end
        self._move(other)

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
        span = self.selection
        is_fresh = span is not None and self._fixed_end == self.cursor
        return self._times > 0 or is_fresh or digit == 0

    def _set_mode(self, mode: Mode) -> None:
        if self.mode != mode:
            self.mode = mode
            self.post_message(self.ModeChanged(mode))

    def _leave(self) -> None:
        """Back to READ from wherever we are."""
        self._hints, self._labels, self._times = None, {}, 0
        if self.mode != "READ":
            self._set_mode("READ")
            self._is_cursor_shown = False
            self._mirror_selection()
            self.refresh()

    # Textual copies what a screen has in `selections`; ours is put there so that copying,
    # by whatever key the screen has for it, finds the same words.

    def _mirror_selection(self) -> None:
        if not self.is_attached:
            return
        span, mine = self.selection, self.text_selection
        if span is not None:
            wanted = Selection(Offset(span.start, 0), Offset(span.end, 0))
            if wanted != mine:
                self.screen.selections = {self: wanted}
                self.post_message(self.SelectionChanged(span))
        elif mine is not None:
            self.screen.selections = {}
            self.post_message(self.SelectionChanged(None))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The characters of a selection, for copying."""
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self.text)
        return self.text[start:end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """The screen dropped the selection: so do we. (What it holds now counts, not the news.)"""
        if self.mode == "SELECT" and self.text_selection is None:
            self.clear_selection()
            self.post_message(self.SelectionChanged(None))

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
        if self.mode == "READ" or (self.mode == "SELECT" and event.key != "escape"):
            return
        # The screen's own `escape` would clear the selection and then go back as well.
        event.stop()
        event.prevent_default()
        if self.mode == "SELECT":
            self.clear_selection()
        elif event.key == "escape" or not event.character or self._hints is None:
            self._end_hints()
        elif self._hints.type(event.character.lower()):
            self._label_lines()
            if self._hints.chosen is not None:
                self._follow_hint(self._hints.chosen)
            self.refresh()

    def _end_hints(self) -> None:
        self._hints, self._labels = None, {}
        self._set_mode(self._resume)
        self.refresh()

    def _follow_hint(self, place: int | str) -> None:
        self._end_hints()
        if isinstance(place, str):
            self.post_message(self.LinkChosen(place, self._link_use))
        else:
            self._move(place)

    # -------------------------------------------------------------------- mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the text: dragging selects."""
        if event.button == 1:
            self.focus(scroll_visible=False)
            self._fixed_end = self._offset_at(event.y, event.x)
            self._is_dragging = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection to the character under the mouse, scrolling at the edges."""
        if self.app.mouse_captured is not self or event.button != 1:
            return
        if event.y < 0 or event.y >= self.window_height:
            self.scroll_to_line(self.scroll_offset.y + (-1 if event.y < 0 else 1))
        offset = self._offset_at(max(0, min(event.y, self.window_height - 1)), event.x)
        if not self._is_dragging and offset == self._fixed_end:
            return
        self._is_dragging = True
        self._hints, self._labels = None, {}
        self._set_mode("SELECT")
        self._move(offset)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the text."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """One click puts the cursor there, two select the word, three the sentence, four more."""
        if self._is_dragging or not self.text:
            self._is_dragging = False
            return
        at = self._offset_at(event.y, event.x)
        if event.chain == 1:
            self._leave()
            self._move(at)
            annotation, link = self.marked.annotations.at(at), self.marked.links.at(at)
            self.post_message(
                self.Clicked(at, annotation.of if annotation else None, link.of if link else "")
            )
        else:
            around = (motions.word_at, motions.sentence_at, motions.paragraph_at)
            self.select(around[min(event.chain, 4) - 2](self.text, at))

    # ------------------------------------------------------------------ painting

    def _overlays(self, start: int, end: int) -> list[Overlay]:
        overlays: list[Overlay] = []
        span = self.selection
        if span is not None:
            if span.start < end and span.end > start:
                overlays.append(Overlay(*span, self.component_style("reader--selection")))
            if start <= self.cursor < end:
                at = self.cursor
                overlays.append(Overlay(at, next_grapheme(self.text, at), _NOT_REVERSED))
        elif self.current is not None:
            if self.current.start < end and self.current.end > start:
                overlays.append(Overlay(*self.current, self.component_style("reader--current")))
        elif self._is_cursor_shown and start <= self.cursor < end:
            at = self.cursor
            style = self.component_style("reader--cursor")
            overlays.append(Overlay(at, next_grapheme(self.text, at), style))
        return overlays

    def _decorated(self, index: int, strip: Strip) -> Strip:
        for offset, label in self._labels.get(index, ()):
            line = self._page[index]
            x = self._margin + GUTTER + width_of(line.prefix)
            x += width_of(self.text[line.start : offset])
            strip = with_label(strip, x, label, self.component_style("reader--hint"))
        return strip
