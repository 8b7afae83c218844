"""Feeds whose last visit failed, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import wrap

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lesart.locales.in_sentences import numeral
from lesart.translations import N_, _
from lesart.tui.rendering.cells import fitted, painted
from lesart.tui.screens.dialog import Dialog
from lesart.tui.widgets.line_list import BLANK, Line, LineList, Part, Parts, remark

_KEYS = N_(
    "r try again · R all · ⏎ address and settings · p pause · d stop following · u undo · esc back"
)


_NARROWEST, _WIDEST = 50, 84


@dataclass(frozen=True, slots=True)
class Failure:
    """One feed and what is wrong with it."""

    feed_id: int
    title: str
    error: str
    since: str
    is_being_visited: bool = False


class Hands:
    """What the screen may do; each is told the feed that is lit."""

    def __init__(
        self,
        failures: Callable[[], Sequence[Failure]],
        retry: Callable[[Sequence[int]], None],
        settings: Callable[[int], None],
        pause: Callable[[int], None],
        remove: Callable[[int], None],
        undo: Callable[[], None],
    ) -> None:
        self.failures, self.retry, self.settings = failures, retry, settings
        self.pause, self.remove, self.undo = pause, remove, undo


class FailuresScreen(Dialog[None]):
    """Each feed in three lines; they go as soon as a visit went well."""

    scrolled = (LineList,)
    BINDINGS = [
        Binding("escape,q,h,left", "leave", "back", show=False, id="back"),
        Binding("exclamation_mark", "leave", "back", show=False, id="failures"),
        Binding("r", "retry", "try again", show=False, id="refresh_feed"),
        Binding("R", "retry_all", "try all again", show=False, id="refresh_all"),
        Binding("e", "settings", "settings", show=False, id="feed_settings"),
        Binding("p", "pause", "pause", show=False, id="pause_source"),
        Binding("d", "remove", "stop following", show=False, id="remove_source"),
        Binding("u", "undo", "undo", show=False, id="undo"),
    ]

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._told = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static("", id="title", classes="title", markup=False)
            yield LineList()
            yield Static("", id="below", markup=False)
            yield Static("", id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(LineList).focus()

    def look_again(self, told: str | None = None) -> None:
        """Show what fails by now, and what was told last."""
        failures = self._hands.failures()
        width = max(20, min(_WIDEST, int(0.96 * self.app.size.width)) - 8)
        lines: list[Line] = []
        for failure in failures:
            lines += [BLANK] if lines else []
            lines.append(Line(partial(_head, failure), failure.feed_id))
            lines += [Line(partial(_plain, f"  {words}")) for words in wrap(failure.error, width)]
            lines.append(remark(_("last success: {time}").format(time=failure.since)))
        rows = self.query_one(LineList)
        lit = rows.value
        at = next((n for n, line in enumerate(lines) if lit and line.value == lit), None)
        rows.show(lines or [remark(_("No feed failed at its last visit."))], at)
        rows.styles.height = max(1, len(lines))
        # As wide as what it says.
        self.query_one(".box").styles.width = _WIDEST if failures else _NARROWEST
        keys = self.keyed(_(_KEYS) if failures else _("esc back"))
        self.query_one("#keys", Static).update(Content(keys))
        title = _("Feeds whose last visit failed · {count}").format(count=numeral(len(failures)))
        self.query_one("#title", Static).update(Content(title))
        self._told = self._told if told is None else told
        below = self.query_one("#below", Static)
        below.update(Content(painted(self._told)))
        below.display = bool(self._told)

    @property
    def _lit(self) -> int | None:
        value = self.query_one(LineList).value
        return value if isinstance(value, int) else None

    def _do(self, do: Callable[[int], None]) -> None:
        if self._lit is not None:
            do(self._lit)

    @on(LineList.Opened)
    def action_settings(self) -> None:
        self._do(self._hands.settings)

    def action_retry(self) -> None:
        self._do(lambda feed_id: self._hands.retry([feed_id]))

    def action_retry_all(self) -> None:
        self._hands.retry([failure.feed_id for failure in self._hands.failures()])

    def action_pause(self) -> None:
        self._do(self._hands.pause)

    def action_remove(self) -> None:
        self._do(self._hands.remove)

    def action_undo(self) -> None:
        self._hands.undo()

    def on_resize(self) -> None:
        self.look_again()

    def action_leave(self) -> None:
        self.dismiss(None)


def _head(failure: Failure, width: int) -> Parts:
    state = " ⟳" if failure.is_being_visited else ""
    return [Part(fitted(failure.title, width - len(state)), "strong"), Part(state, "good")]


def _plain(words: str, width: int) -> Parts:
    return [Part(fitted(words, width))]
