"""A line to type into; enter hands the focus on before the next key arrives."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
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


class Line(TextLine):
    """A line whose enter is done at once: keys typed right after it belong to what follows."""

    def __init__(self, placeholder: str, id: str, finish: Callable[[], None]) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self._finish = finish

    async def action_submit(self) -> None:
        self._finish()
