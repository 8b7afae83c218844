"""Yardsticks for lists and long texts: Textual's own widgets with the same amount to show.

python -m tests.benchmarks.textual_widgets list 10000 | text 20000
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import OptionList, TextArea


class Yardstick(App[None]):
    """An app that is nothing but one widget of Textual's."""

    def __init__(self, kind: str, amount: int) -> None:
        super().__init__()
        self.kind, self.amount = kind, amount
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        yield self._widget()

    def _widget(self) -> Widget:
        if self.kind == "list":
            return OptionList(*(f"Headline number {n} of the list" for n in range(self.amount)))
        words = (f"word{n % 97}" + ("\n\n" if n % 80 == 79 else "") for n in range(self.amount))
        return TextArea(" ".join(words), read_only=True, soft_wrap=True)


if __name__ == "__main__":
    Yardstick(sys.argv[1], int(sys.argv[2])).run()
