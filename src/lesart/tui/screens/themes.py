"""Choose a theme: each is seen as soon as the cursor stands on it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from lesart.translations import N_, _
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialog import Dialog

_OWN = "lesart-"
_FOLLOWS = N_("as the terminal's background is, light or dark")


class ThemePicker(Dialog[str | None]):
    """A theme's name; empty: follow the terminal; None: left as it was."""

    BINDINGS = [
        Binding("escape,q", "leave", "leave", show=False),
        Binding("j", "move(1)", "down", show=False),
        Binding("k", "move(-1)", "up", show=False),
    ]

    def __init__(self, themes: Iterable[str], now: str, follows: bool) -> None:
        super().__init__()
        own = sorted(name for name in themes if name.startswith(_OWN))
        others = sorted(name for name in themes if not name.startswith(_OWN))
        self._names = ["", *own, *others]
        self._before, self._now = now, "" if follows else now

    def compose(self) -> ComposeResult:
        with Vertical(classes="box wide"):
            yield Static(Content(painted(_("Theme"))), classes="title", markup=False)
            yield OptionList(
                *(Option(Content(painted(name or _(_FOLLOWS)))) for name in self._names),
                markup=False,
            )
            yield Static(Content(_("⏎ keep it · esc as before")), markup=False)

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.focus()
        if self._now in self._names:
            options.highlighted = self._names.index(self._now)

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = self._names[event.option_index] or self._before

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._names[event.option_index])

    def action_leave(self) -> None:
        self.app.theme = self._before
        self.dismiss(None)
