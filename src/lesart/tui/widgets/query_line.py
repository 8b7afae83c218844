"""The line that searches are typed into: marks what was not understood, and lets offers be taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events

from lesart.model.text import Span
from lesart.tui.widgets.line import Line


class _Marks(Highlighter):
    """Underlines the places of one text."""

    def __init__(self) -> None:
        self.text, self.places = "", ()

    text: str
    places: Sequence[Span]

    def highlight(self, text: Text) -> None:
        if text.plain == self.text:
            for start, end in self.places:
                text.stylize("bold underline", start, end)


class QueryLine(Line):
    """A line for queries. `take` puts in the next or the former offer; False where there is none."""

    def __init__(
        self, placeholder: str, id: str, finish: Callable[[], None], take: Callable[[int], bool]
    ) -> None:
        super().__init__(placeholder, id, finish)
        self._take = take
        self._marks = _Marks()
        self.highlighter = self._marks

    @property
    def marked(self) -> list[str]:
        """The parts that are marked as not understood."""
        return [self._marks.text[start:end] for start, end in self._marks.places]

    def mark(self, text: str, places: Sequence[Span]) -> None:
        """Show which parts of `text` were not understood, as long as it is what stands here."""
        if (text, places) != (self._marks.text, self._marks.places):
            self._marks.text, self._marks.places = text, places
            self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        step = {"tab": 1, "shift+tab": -1}.get(event.key)
        if step is None and event.key == "right" and self.cursor_at_end:
            step = 1
        if step is not None and self._take(step):
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)
