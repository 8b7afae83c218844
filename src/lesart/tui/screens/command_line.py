"""One line at the foot of the screen to type a command into, with what it may become above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lesart.tui.background.path_words import in_common
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialog import Dialog
from lesart.tui.widgets.line import TextLine

Completion = tuple[str, str]
"""The whole line as it would be, and what is said about it."""
Complete = Callable[[str], Sequence[Completion]]
_MOST_SHOWN = 100


class _Typed(TextLine):
    """The line; backspace leaves it where there is nothing to take away."""

    # The line's own, so that they come after the letters typed before them.
    BINDINGS = [
        Binding("tab", "screen.complete(1)", "complete", show=False),
        Binding("shift+tab", "screen.complete(-1)", "complete", show=False),
        Binding("up,ctrl+p", "screen.recall(-1)", "former", show=False),
        Binding("down,ctrl+n", "screen.recall(1)", "later", show=False),
    ]

    def action_delete_left(self) -> None:
        if self.value:
            super().action_delete_left()
        elif isinstance(self.screen, CommandLine):
            self.screen.action_leave()


class CommandLine(Dialog[str | None]):
    """Answers with the line; None when left by esc, or by backspace where nothing is left."""

    types_text = True
    BINDINGS = [
        Binding("escape,ctrl+g", "leave", "leave", show=False, id="back"),
    ]

    def __init__(
        self,
        complete: Complete,
        history: Sequence[str],
        value: str = "",
    ) -> None:
        super().__init__()
        self._complete, self._history, self._value = complete, list(history), value
        self._typed = value
        """What the person typed, without what was completed or recalled."""
        self._standing = value
        """What stands in the line: typed, completed or recalled."""
        self._offered: Sequence[Completion] = ()
        self._at: int | None = None
        """Which completion stands in the line."""
        self._past = len(self._history)
        """Which former line stands there; the last + 1: none."""

    def compose(self) -> ComposeResult:
        with Vertical(id="command-line"):
            yield OptionList(id="completions", markup=False)
            with Horizontal():
                yield Static(":", id="colon", markup=False)
                yield _Typed(self._value, id="command", select_on_focus=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        line = self.query_one(Input)
        self.set_focus(line)
        line.cursor_position = len(self._value)
        self._offer()

    # ------------------------------------------------------------------ completing

    def _offer(self) -> None:
        self._offered, self._at = self._complete(self._typed), None
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [
                Option(Content.assemble((painted(_last_word(line)), "bold"), "  ", (painted(says), "$text-muted")))
                for line, says in self._offered[:_MOST_SHOWN]
            ]
        )  # fmt: skip
        options.display = bool(self._offered)

    def action_complete(self, step: int) -> None:
        """The next of what the line may become; after the last what was typed again."""
        self._catch_up()
        if not self._offered:
            return
        if (
            self._at is None
            and step > 0
            and (longer := in_common(self._typed, [line for line, _says in self._offered]))
        ):
            self._typed = longer
            self._put(longer)
            self._offer()
            return
        count = min(len(self._offered), _MOST_SHOWN)
        at = (0 if step > 0 else count - 1) if self._at is None else self._at + step
        self._at = at if 0 <= at < count else None
        self.query_one(OptionList).highlighted = self._at
        self._put(self._typed if self._at is None else self._offered[self._at][0])

    def action_recall(self, step: int) -> None:
        """The line before or after, of those that begin as what was typed."""
        self._catch_up()
        at = self._past + step
        while 0 <= at < len(self._history) and not self._history[at].startswith(self._typed):
            at += step
        if at < 0:
            return
        self._past = min(at, len(self._history))
        self._put(self._history[at] if at < len(self._history) else self._typed)

    def _put(self, text: str) -> None:
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = text
        line.cursor_position = len(text)
        self._standing = text

    def on_input_changed(self) -> None:
        self._catch_up()

    def _catch_up(self) -> None:
        """Take what the person typed as typed; news of it may come after the next key."""
        text = self.query_one(Input).value
        if text != self._standing:
            self._typed, self._standing, self._past = text, text, len(self._history)
            self._offer()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes a completion over."""
        self._typed = self._offered[event.option_index][0]
        self._put(self._typed)
        self._offer()
        self.query_one(Input).focus()

    # ------------------------------------------------------------------ leaving

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    def action_leave(self) -> None:
        self.dismiss(None)


def _last_word(line: str) -> str:
    return line.rstrip().rpartition(" ")[2] or line
