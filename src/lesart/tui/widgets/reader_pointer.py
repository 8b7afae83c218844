"""The mouse in an article: dragging selects words, clicks go to a place and take in more by and by."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.timer import Timer

from lesart.model.annotation import Annotation
from lesart.tui.widgets import extending, motions
from lesart.tui.widgets.reader_cursor import ArticleCursor

_DRAG_SCROLLS_A_SECOND = 20


class ArticlePointer(ArticleCursor):
    """An article with a cursor that the mouse moves; keys are `reader`'s part."""

    @dataclass
    class Clicked(Message, namespace="reader"):
        """The person clicked on a character of the text."""

        offset: int
        annotation: Annotation | None
        url: str

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self._grabbed = 0
        self._is_dragging = False
        self._pointer = (0, 0)
        self._drag_scroll: Timer | None = None

    def _drop_hints(self) -> None:
        """Hook: the mouse is used, so labels to type are not."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the text: dragging selects."""
        if event.button == 1:
            self.focus(scroll_visible=False)
            self._grabbed = self._offset_at(event.y, event.x)
            self._is_dragging = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection to the word under the mouse, scrolling at the edges."""
        if self.app.mouse_captured is not self:
            return
        self._pointer = (event.x, event.y)
        if self._drag_scroll is None and not 0 <= event.y < self.window_height:
            self._drag_scroll = self.set_interval(1 / _DRAG_SCROLLS_A_SECOND, self._scroll_on)
        self._drag()

    def _drag(self) -> None:
        """Select from the word on which the mouse was pressed to the word it is on now.

        A letter more or less is a matter for `h` and `l`; a pointer is no more exact than a word.
        """
        x, y = self._pointer
        offset = self._offset_at(max(0, min(y, self.window_height - 1)), x)
        if self._is_dragging or offset != self._grabbed:
            self._is_dragging = True
            self._drop_hints()
            self._fixed_end, self._has_whole_word = self._grabbed, True
            self._set_mode("SELECT")
            self._move(extending.to_word(self.text, offset, self._grabbed))

    def _scroll_on(self) -> None:
        """The mouse is held above or below the window: the text comes along."""
        y = self._pointer[1]
        if y < 0 or y >= self.window_height:
            self.scroll_to_line(self.scroll_offset.y + (-1 if y < 0 else 1))
            self._drag()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the text."""
        self.release_mouse()
        if self._drag_scroll is not None:
            self._drag_scroll.stop()
            self._drag_scroll = None

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
