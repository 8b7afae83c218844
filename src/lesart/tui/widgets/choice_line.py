"""A line that holds one of a few values: space or → takes the next, ← the former, a click the next."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget


class ChoiceLine(Widget, can_focus=True):
    """`‹ always ›`: what can be chosen is seen by choosing."""

    BINDINGS = [
        Binding("space,right,l", "step(1)", "next", show=False),
        Binding("left,h", "step(-1)", "former", show=False),
    ]

    DEFAULT_CSS = """
    ChoiceLine { height: 1; background: $panel; }
    ChoiceLine:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, *, id: str) -> None:
        """`choices` are values with what is said for each."""
        super().__init__(id=id)
        self._choices = choices
        self._at = next((n for n, (one, _says) in enumerate(choices) if one == value), 0)

    @property
    def value(self) -> str:
        return self._choices[self._at][0]

    def render(self) -> Content:
        return Content(f"< {self._choices[self._at][1]} >")

    def action_step(self, step: int) -> None:
        self._at = (self._at + step) % len(self._choices)
        self.refresh()

    def on_click(self) -> None:
        self.action_step(1)
