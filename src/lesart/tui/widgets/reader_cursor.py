"""A cursor in an article: one offset, in or out of sight, alone or at one end of a selection.

In READ the cursor stays out of sight: it is the mark last jumped to, or the first character in the
window, and follows when the window moves on. In SELECT it is one end of the selection. HINT is READ
or SELECT while the next letters typed are a label's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.style import Style
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.text.quotation import quoted
from lesart.tui.rendering.cells import grapheme_start, next_grapheme
from lesart.tui.widgets.extending import ends_of_word
from lesart.tui.widgets.reader_paint import Overlay
from lesart.tui.widgets.reader_view import ArticleView

Mode = Literal["READ", "SELECT", "HINT"]
_SHORT_MARK = 80
"""Characters of a mark that surely ends on the line after the one it begins on."""
_NOT_REVERSED = Style(reverse=False, bold=True, underline=True)


class ArticleCursor(ArticleView):
    """An article with a cursor and a selection; which keys move them is `reader`'s part."""

    @dataclass
    class ModeChanged(Message, namespace="reader"):
        """The reader is now in READ, SELECT or HINT."""

        mode: Mode

    @dataclass
    class SelectionChanged(Message, namespace="reader"):
        """Other words are selected; None: none."""

        span: Span | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ArticleCursor.SelectionChanged)

    @dataclass
    class CursorMoved(Message, namespace="reader"):
        """The cursor is elsewhere: what is marked there, and which characters are in view."""

        offset: int
        view: Span
        figure: Figure | None = None
        entity: Entity | None = None
        annotation: Annotation | None = None
        is_shown: bool = True
        """Somebody has put it there; else it is only the first character in the window."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ArticleCursor.CursorMoved)

    @dataclass
    class Scrolled(Message, namespace="reader"):
        """Other lines are in the window; `position` is the first character, to come back to."""

        position: int
        progress: int
        view: Span

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ArticleCursor.Scrolled)

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.mode: Mode = "READ"
        self.cursor = 0
        self.current: Span | None = None
        """The mark last jumped to, while it is in view."""
        self.moved: Annotation | None = None
        """The mark whose ends the selection is to become; None: it is a selection of its own."""
        self._is_cursor_shown = False
        self._is_selecting = False
        self._fixed_end = 0
        self._has_whole_word = False
        """The selection went back from where it began: it holds the word there, not a letter of it."""

    # ---------------------------------------------------------------- where it is

    def show(
        self,
        article: Article,
        analysis: Analysis | None = None,
        annotations: Sequence[Annotation] = (),
        *,
        position: int = 0,
    ) -> None:
        """Show an article, as `ArticleView.show`; selection and cursor start anew."""
        self._leave()
        self.cursor = max(0, min(position, len(article.text)))
        self.current, self._is_cursor_shown = None, False
        super().show(article, analysis, annotations, position=position)
        self._report()

    def show_corrected(
        self,
        article: Article,
        analysis: Analysis | None,
        annotations: Sequence[Annotation],
        *,
        carried: Callable[[int], int],
        selection: Span | None,
    ) -> None:
        """Show a corrected text of the same article where one reads.

        `carried` gives an old offset's place in it, `selection` where the selected words are now.
        """
        top, cursor, current = self.position, self.cursor, self.current
        moved = self.moved.uid if self.moved else ""
        is_shown, is_backwards = self._is_cursor_shown, cursor < self._fixed_end
        self.show(article, analysis, annotations, position=carried(top) if top else 0)
        self.cursor = grapheme_start(
            article.text, min(carried(cursor), max(0, len(article.text) - 1))
        )
        self._is_cursor_shown = is_shown
        if current is not None:
            start = carried(current.start)
            self.current = Span(start, max(start + 1, carried(current.end - 1) + 1))
        if selection is not None:
            self.select(selection)
            self.moved = next((note for note in annotations if note.uid == moved), None)
            if is_backwards:
                self._fixed_end, first = self.cursor, self._fixed_end
                self._move(first)
        else:
            self._report()

    @property
    def selection(self) -> Span | None:
        """The selected words, without white space at their ends; None where there are none."""
        if not self._is_selecting:
            return None
        first, last = self._ends
        end = next_grapheme(self.text, last) if last < len(self.text) else last
        span = quoted(self.text, Span(first, end))
        return span if span.end > span.start else None

    @property
    def _ends(self) -> tuple[int, int]:
        """The first and the last character between where selecting began and the cursor."""
        first, last = self._held
        return min(first, self.cursor), max(last, self.cursor)

    @property
    def _held(self) -> tuple[int, int]:
        """The first and the last character of what is selected wherever the cursor goes."""
        if self._has_whole_word:
            return ends_of_word(self.text, self._fixed_end)
        return self._fixed_end, self._fixed_end

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
        before, self.current = self.current, span
        self._move(span.start, around=span)
        if max(_length(before), _length(span)) > _SHORT_MARK:
            self.refresh()

    def _move(self, offset: int, *, around: Span | None = None) -> None:
        offset = max(0, min(offset, max(0, len(self.text) - 1)))
        before, self.cursor = self.cursor, grapheme_start(self.text, offset)
        self._is_cursor_shown = True
        if around is None:
            self.current = None
        context = self.window_height // 3 if around else 0
        self.reveal(around or Span(self.cursor, self.cursor + 1), context=context)
        self._refresh_between(before, self.cursor)
        self._mirror_selection()
        self._report()

    @property
    def cursor_cell(self) -> Offset:
        """Where the cursor's character is in the window."""
        x = self._margin + self.mark_room + self._page.x_of(self.cursor)
        return Offset(x, self._y_of(self.cursor) - self.scroll_offset.y)

    @property
    def place(self) -> object:
        """Where cursor and window are, to come back to."""
        return (self.cursor, self.current, self._is_cursor_shown, self.scroll_offset.y)

    def go_back_to(self, place: object) -> None:
        """Take a motion back."""
        assert isinstance(place, tuple)
        cursor, current, is_shown, top = place
        self.scroll_to_line(top)
        self.cursor, self.current, self._is_cursor_shown = cursor, current, is_shown
        self.refresh()
        self._report()

    def go_to(self, position: int) -> None:
        """Put the line of this character at the top of the window, as it was left."""
        self._top = max(0, min(position, len(self.text)))
        if self._laid_out_for[0]:
            self.scroll_to_line(self._y_of(self._top) if self._top else 0)

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
        self.post_message(self.Scrolled(self.position, self.progress, view))

    def _report(self) -> None:
        figure, entity, annotation = self.marks_here()
        self.post_message(
            self.CursorMoved(
                self.cursor, self.view, figure, entity, annotation, self._is_cursor_shown
            )
        )

    # ---------------------------------------------------------------- selecting

    def select(self, span: Span) -> None:
        """Select a stretch of the text; its last character is where the cursor is."""
        before = self.cursor
        self._fixed_end = grapheme_start(self.text, max(0, span.start))
        self._has_whole_word = False
        self._set_mode("SELECT")
        self._move(max(span.start, span.end - 1))
        self._refresh_between(before, self._fixed_end)

    def move_ends(self, note: Annotation, span: Span) -> None:
        """Select the words of a mark, to move its ends."""
        self.select(span)
        self.moved = note

    def clear_selection(self) -> None:
        """Go back to READ; the cursor stays where the selection began."""
        if self._is_selecting:
            span = self.selection
            self.cursor = span.start if span else min(self._fixed_end, self.cursor)
            self._leave()

    def _set_mode(self, mode: Mode) -> None:
        if mode != "HINT":
            self._is_selecting = mode == "SELECT"
        if mode == "READ":
            self.moved = None
        if self.mode != mode:
            self.mode = mode
            self.post_message(self.ModeChanged(mode))

    def _leave(self) -> None:
        """Back to READ from wherever we are."""
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
        if self._is_selecting:
            # Where there are no words yet the screen is to know that we are selecting, too.
            start, end = span or (self.cursor, self.cursor)
            wanted = Selection(Offset(start, 0), Offset(end, 0))
            if wanted != mine:
                if mine is not None and mine.start != wanted.start and mine.end != wanted.end:
                    # Not the old selection made longer or shorter, but other words.
                    self.refresh()
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
        if self._is_selecting and self.text_selection is None:
            self.clear_selection()
            self.post_message(self.SelectionChanged(None))

    # ------------------------------------------------------------------ painting

    def _overlays(self, start: int, end: int) -> list[Overlay]:
        overlays: list[Overlay] = []
        span = self.selection
        if self._is_selecting:
            if span is not None and span.start < end and span.end > start:
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


def _length(span: Span | None) -> int:
    return span.end - span.start if span else 0
