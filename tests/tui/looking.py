"""What a person would see: the cells of a running app's screen, as lines and as styles."""

from __future__ import annotations

from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.widget import Widget


class Showing(App[None]):
    """An app that is nothing but one widget, and remembers the news it sent up."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.news: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()

    async def _on_message(self, message: Any) -> None:
        if type(message).__module__.startswith("lesart."):
            self.news.append(message)
        await super()._on_message(message)

    def last(self, kind: type) -> Any:
        """The latest news of a kind."""
        return [news for news in self.news if isinstance(news, kind)][-1]


def lines(app: App[Any]) -> list[str]:
    """The screen as text, without the room at the end of each line."""
    return ["".join(s.text for s in strip).rstrip() for strip in _strips(app)]


def screen(app: App[Any]) -> str:
    """The screen as one text."""
    return "\n".join(lines(app))


def widths(app: App[Any]) -> set[int]:
    """How many cells the lines of the screen take; more than one width means broken columns."""
    return {sum(segment.cell_length for segment in strip) for strip in _strips(app)}


def style_of(app: App[Any], words: str) -> Style:
    """The style of the first place on the screen where `words` are painted."""
    for strip in _strips(app):
        cells = [(c, segment.style) for segment in strip for c in segment.text]
        at = "".join(c for c, _ in cells).find(words)
        if at >= 0:
            style = cells[at][1]
            assert style is not None
            return style
    raise AssertionError(f"{words!r} is not on the screen:\n{screen(app)}")


def cell_of(app: App[Any], words: str) -> tuple[int, int]:
    """Where on the screen `words` begin, as (x, y), for pointing at them."""
    for y, strip in enumerate(_strips(app)):
        text = "".join(segment.text for segment in strip)
        if words in text:
            return Segment(text[: text.index(words)]).cell_length, y
    raise AssertionError(f"{words!r} is not on the screen:\n{screen(app)}")


def _strips(app: App[Any]) -> list[Any]:
    return list(app.screen._compositor.render_strips())
