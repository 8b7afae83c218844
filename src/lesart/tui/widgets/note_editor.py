"""Write a note under the text it is about; what was begun is kept as a draft until saved."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from lesart.translations import N_, _
from lesart.tui.rendering.cells import painted


class NoteEditor(TextArea):
    """A few lines of Markdown. `begin` opens it; `Saved` and `Left` say how it ended."""

    BINDINGS = [
        Binding("ctrl+s,ctrl+enter", "save", "save", show=False, id="note.save"),
        Binding("escape", "leave", N_("close, keep a draft"), show=False, id="back"),
    ]

    @dataclass
    class Saved(Message):
        """The note is as the person wants it."""

        text: str

    @dataclass
    class Left(Message):
        """The person went away; `text` is what stands there, to be kept as a draft."""

        text: str

    @dataclass
    class Typed(Message):
        """Something was written since the last pause: time to keep the draft."""

        text: str

    def __init__(self, id: str = "editor") -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._is_dirty = False

    def begin(self, text: str, title: str) -> None:
        """Open on `text`; `title` says what the note is about."""
        self.load_text(text)
        self._is_dirty = False
        self.border_title = None
        self.border_title = Content(painted(title))
        self.border_subtitle = _("ctrl+s save · esc close, keeps a draft")
        self.add_class("shown")
        self.move_cursor(self.document.end)
        self.focus()

    @property
    def is_open(self) -> bool:
        return self.has_class("shown")

    def on_mount(self) -> None:
        if keys := getattr(self.app, "keys", None):
            from lesart.tui.dialog_keys import give, obeyed, rows_of

            give(self, obeyed(rows_of(NoteEditor), keys, types_text=True))
        self.set_interval(1.0, self._keep)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._is_dirty = self.is_open

    def _keep(self) -> None:
        if self._is_dirty and self.is_open:
            self._is_dirty = False
            self.post_message(self.Typed(self.text))

    def action_save(self) -> None:
        self.remove_class("shown")
        self.post_message(self.Saved(self.text.strip()))

    def action_leave(self) -> None:
        self.remove_class("shown")
        self.post_message(self.Left(self.text))

    def on_blur(self, event: events.Blur) -> None:
        if self._is_dirty:
            self._keep()
