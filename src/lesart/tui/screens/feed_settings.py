"""What is wished of one feed, on one small screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from lesart.translations import N_, _
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialog import Dialog
from lesart.tui.widgets.choice_line import ChoiceLine
from lesart.tui.widgets.line import TextLine

Answer = Mapping[str, str]
_KEYS = N_("tab next line · space other choice · ⏎ or ctrl+s save · esc leave")
LABELS = {
    "title": N_("title"),
    "folder": N_("folder"),
    "address": N_("address"),
    "full_text": N_("full text"),
    "every": N_("visited"),
    "muted": N_("muted until"),
}
HINTS = {
    "folder": N_("news/local: one in another; empty: none"),
    "muted": N_("7d, 4w or a day: till then new ones are read"),
    "every": N_("by itself while Lesart is open"),
}


class FeedSettings(Dialog[Answer | None]):
    """Lines to type into and choices; None when left by esc."""

    types_text = True
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False, id="back"),
        Binding("ctrl+s,enter", "save", "save", show=False),
        Binding("down", "app.focus_next", "next line", show=False),
        Binding("up", "app.focus_previous", "line before", show=False),
    ]

    def __init__(
        self,
        values: Answer,
        choices: Mapping[str, Sequence[tuple[str, str]]],
        *,
        title: str,
        told: str,
        mistake_in: Callable[[Answer], str],
    ) -> None:
        """`values` by the names in `LABELS`; `told` is how the feed fares.

        `mistake_in` gives a sentence about what cannot be saved as it is; empty lets it go.
        """
        super().__init__()
        self._values, self._choices = values, choices
        self._title, self._told, self._mistake_in = title, told, mistake_in

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(Content(painted(self._title)), classes="title", markup=False)
            with VerticalScroll(classes="form", can_focus=False):
                for name, label in LABELS.items():
                    hint = f"  ({_(HINTS[name])})" if name in HINTS else ""
                    yield Static(Content.styled(f"{_(label)}{hint}", "$text-muted"), markup=False)
                    if name in self._choices:
                        yield ChoiceLine(self._choices[name], self._values[name], id=f"feed-{name}")
                    else:
                        yield TextLine(self._values[name], id=f"feed-{name}", select_on_focus=False)
                if self._told:
                    yield Static(Content.styled(painted(self._told), "$text-error"), markup=False)
            yield Static(Content(self.keyed(_(_KEYS))), id="told", markup=False)

    def on_mount(self) -> None:
        self.query(Input).first().focus(scroll_visible=False)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        answer: dict[str, str] = {}
        for name in LABELS:
            line = self.query_one(f"#feed-{name}")
            if isinstance(line, (Input, ChoiceLine)):
                answer[name] = line.value.strip()
        if mistake := self._mistake_in(answer):
            self.query_one("#told", Static).update(Content.styled(painted(mistake), "$text-error"))
            return
        self.dismiss(answer)

    def action_leave(self) -> None:
        self.dismiss(None)
