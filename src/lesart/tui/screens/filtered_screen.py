"""A screen that asks across all articles, with a line above it that narrows what it shows while one types."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.widgets.line import Line

_DEBOUNCE_SECONDS = 0.08


class Filtered(Protocol):
    """How such a screen was left."""

    filter: str


class FilteredScreen(AskingScreen):
    """Esc leaves the line first, then empties it, then leaves the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", show=False, id="search")
    ]

    def __init__(self, look_up: LookUp, hands: Hands, place: Filtered) -> None:
        super().__init__(look_up, hands)
        self._left = place

    def filter_line(self, hint: str) -> Line:
        """The line as it was left, to be put above the lines."""
        line = Line(hint, "filter", self._to_lines)
        line.value = self._left.filter
        return line

    def narrow(self) -> None:
        """Hook: show what answers the filter."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self._left.filter:
            self._left.filter = event.value
            self.set_timer(_DEBOUNCE_SECONDS, lambda: self._narrow_for(event.value))

    def _narrow_for(self, filter: str) -> None:
        if filter == self._left.filter:
            self.narrow()

    def _to_lines(self) -> None:
        self.set_focus(self.rows)

    def action_filter(self) -> None:
        self.set_focus(self.query_one(Input))  # at once: the next key is a letter of the filter

    def action_leave(self) -> None:
        line = self.query_one(Input)
        if line.has_focus:
            self._to_lines()
        elif line.value:
            line.value = ""
        else:
            super().action_leave()
