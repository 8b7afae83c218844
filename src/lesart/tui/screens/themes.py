"""Choose a theme: each is seen as soon as the cursor stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from lesart.translations import N_, _
from lesart.tui.rendering.cells import painted
from lesart.tui.rendering.theme import OWN
from lesart.tui.screens.dialog import Dialog

_FOLLOWS = N_("as the terminal's background is, light or dark")


class ThemePicker(Dialog[str | None]):
    """A theme's name; empty: follow the terminal; None: left as it was."""

    BINDINGS = [
        Binding("escape,q", "leave", "leave", show=False, id="back"),
        Binding("j", "move(1)", "down", show=False, id="list.down"),
        Binding("k", "move(-1)", "up", show=False, id="list.up"),
        Binding("m", "motion", "motion", show=False),
    ]

    def __init__(
        self,
        themes: Iterable[str],
        now: str,
        follows: bool,
        *,
        is_still: bool,
        choose_motion: Callable[[bool], None],
    ) -> None:
        super().__init__()
        self._is_still, self._choose_motion = is_still, choose_motion
        own = [theme.name for theme in OWN]
        others = sorted(set(themes) - set(own))
        self._names = ["", *own, *others]
        self._before, self._now = now, "" if follows else now

    def compose(self) -> ComposeResult:
        with Vertical(classes="box wide"):
            yield Static(Content(painted(_("Theme"))), classes="title", markup=False)
            yield OptionList(
                *(Option(Content(painted(name or _(_FOLLOWS)))) for name in self._names),
                markup=False,
            )
            yield Static(Content(self._motion()), id="motion", markup=False)
            yield Static(Content(self.keyed(_("⏎ keep it · esc as before"))), markup=False)

    def _motion(self) -> str:
        return (
            _("m  motion: reduced, nothing blinks")
            if self._is_still
            else _("m  motion: full, the cursor blinks where one types")
        )

    def action_motion(self) -> None:
        self._is_still = not self._is_still
        self._choose_motion(self._is_still)
        self.query_one("#motion", Static).update(Content(self._motion()))

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
