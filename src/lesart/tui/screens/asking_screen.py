"""What the screens that ask across all articles share: a title, a list of lines, a line of keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lesart.store import Store
from lesart.translations import _
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialog import Dialog
from lesart.tui.widgets.key_line import KeyLine
from lesart.tui.widgets.line_list import LineList

LookUp = Callable[[Callable[[Store], Any], Callable[[Any], None]], None]
"""Have something read on the thread beside the screen; the second function gets what it gave."""


class Hands(Protocol):
    """What can be done from such a screen; each tells on it what became of it."""

    def undo(self) -> None:
        """Take back what was done last."""

    def redo(self) -> None:
        """Do it again."""


class AskingScreen(Dialog[None]):
    """A full screen of lines; whoever opens it says what becomes of a chosen one."""

    scrolled: ClassVar[tuple[type[Widget], ...]] = (LineList,)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "leave", "back", show=False, id="back"),
        Binding("less_than_sign", "leave", "back", show=False, id="older"),
        Binding("u", "undo", "undo", show=False, id="undo"),
        Binding("U,ctrl+r", "redo", "redo", show=False, id="redo"),
        Binding("question_mark,f1", "keys", "keys", show=False, id="help"),
    ]

    says_keys = ""
    """The keys of this screen, for its last line."""

    def __init__(self, look_up: LookUp, hands: Hands) -> None:
        super().__init__(classes="asking")
        self._look_up, self._hands = look_up, hands
        self._asked = 0
        self._is_told = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield Static("", id="title", classes="title", markup=False)
            yield from self.compose_above()
            yield LineList(id="lines")
            yield Static("", id="below", markup=False)
            yield KeyLine(self.keyed(_(self.says_keys)))

    def compose_above(self) -> ComposeResult:
        """What stands between title and lines."""
        return ()

    def on_mount(self) -> None:
        self.take_keys()
        self.fill()

    def take_keys(self) -> None:
        """Give the keys to what is scrolled."""
        self.rows.focus()

    def fill(self) -> None:
        """Hook: look up what is to be shown."""

    @property
    def rows(self) -> LineList:
        return self.query_one(LineList)

    def say(self, title: str | Content) -> None:
        """Put this above the lines."""
        words = Content(painted(title)) if isinstance(title, str) else title
        self.query_one("#title", Static).update(words)

    def say_below(self, words: str | Content) -> None:
        """Put this below the lines."""
        shown = Content(painted(words)) if isinstance(words, str) else words
        self.query_one("#below", Static).update(shown)

    def tell(self, words: str) -> None:
        """A sentence for the person, until the cursor moves."""
        self._is_told = bool(words)
        self.say_below(Content.styled(painted(words), "bold"))

    def describe(self, event: LineList.Highlighted, words: str) -> None:
        """Say more of the line under the cursor; what was told stands until the cursor is moved."""
        if event.is_moved:
            self._is_told = False
        if not self._is_told:
            self.say_below(Content.styled(painted(words), "$text-muted"))

    def ask(self, job: Callable[[Store], Any], done: Callable[[Any], None]) -> None:
        """Have it read; an answer that comes after the screen was left, or after a newer one, is nobody's."""
        self._asked += 1
        number = self._asked

        def arrived(found: Any) -> None:
            if number == self._asked and self.is_attached:
                done(found)

        self._look_up(job, arrived)

    def ask_beside(self, job: Callable[[Store], Any], done: Callable[[Any], None]) -> None:
        """The same, without taking the place of what was asked before."""
        self._look_up(job, lambda found: done(found) if self.is_attached else None)

    def action_undo(self) -> None:
        self._hands.undo()

    def action_redo(self) -> None:
        self._hands.redo()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_keys(self) -> None:
        """All keys of this screen, in full."""
        from lesart.tui.screens.dialogs import Notice

        keys = "\n".join(part.strip() for part in self.keyed(_(self.says_keys)).split(" · "))
        self.app.push_screen(Notice(_("Keys of this view"), keys))
