"""A line to type into; enter hands the focus on before the next key arrives."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.widgets import Input


class TextLine(Input):
    """An Input that takes all of what is pasted: several lines become one, with spaces between."""

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line.strip() for line in event.text.splitlines()]
        if words := " ".join(filter(None, lines)) if len(lines) > 1 else event.text:
            start, end = sorted(self.selection)
            self.replace(words, start, end)
        event.prevent_default()
        event.stop()


class PathLine(TextLine):
    """A line for a path: tab goes on as far as only one path can be meant, else to the next line."""

    BINDINGS = [Binding("tab", "complete", "complete", show=False)]

    def action_complete(self) -> None:
        from lesart.tui.background.path_words import in_common, paths_like

        if longer := in_common(self.value, paths_like(self.value)):
            self.value = longer
            self.cursor_position = len(longer)
        else:
            self.screen.focus_next()


class Line(TextLine):
    """A line whose enter is done at once: keys typed right after it belong to what follows."""

    def __init__(self, placeholder: str, id: str, finish: Callable[[], None]) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self._finish = finish

    async def action_submit(self) -> None:
        self._finish()
