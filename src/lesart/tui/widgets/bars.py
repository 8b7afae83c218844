"""The one-line bars: where one is, what the mode is, which keys help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from lesart.tui.commands import Command, Mode, key_names
from lesart.tui.rendering.cells import painted


class Bar(Static):
    """A line with a left and a right part; both are plain text, never markup."""

    def __init__(self, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._left = Content("")
        self._right = Content("")

    def put(self, left: str | Content | None = None, right: str | Content | None = None) -> None:
        """Show other words; None leaves that side as it is."""
        before = self._left, self._right
        if left is not None:
            self._left = Content(painted(left)) if isinstance(left, str) else left
        if right is not None:
            self._right = Content(painted(right)) if isinstance(right, str) else right
        if (self._left, self._right) != before:
            self.refresh()  # one line stays one line: nothing else moves

    def render(self) -> Content:
        """The line as the width allows it, which the first frame is the first to know."""
        width = self.content_region.width
        # A message is worth more than a position; the mode, first on the left, is never cut away.
        least = min(self._left.cell_length, _LEAST_LEFT)
        right = self._right.truncate(max(0, width - least - 1), ellipsis=True)
        left = self._left.truncate(max(0, width - right.cell_length - 1), ellipsis=True, pad=True)
        return Content.assemble(left, " ", right)


_LEAST_LEFT = 8


class Hints(Bar):
    """The keys that matter most in the mode one is in."""

    def __init__(self, commands: Sequence[Command], id: str) -> None:
        super().__init__(id)
        self._commands = commands

    def show_mode(
        self, mode: Mode, *, is_writing: bool = False, is_moving_ends: bool = False
    ) -> None:
        """Show the keys of `mode`; `? help` stands at the right and is never cut off."""
        labels = _MOVING_ENDS if is_moving_ends else {}
        rows = _WRITING if is_writing else list(footer(mode, self._commands, labels))
        parts = [_key(keys, label) for keys, label in rows if keys != "?"]
        has_help = any(keys == "?" for keys, _ in rows)
        self.put(Content("  ").join(parts), _key("?", "help") if has_help else "")


def _key(keys: str, label: str) -> Content:
    return Content.assemble((keys, "bold $footer-key-foreground"), " ", label)


_WRITING = [("ctrl+s", "save"), ("esc", "close, keeps a draft"), ("#word", "is a tag")]


_MOVING_ENDS = {"highlight": "keep", "leave_selection": "as it was"}
"""What these commands do while a mark's ends are being moved."""


_FIRST: dict[Mode, tuple[tuple[str, str], ...]] = {
    "LIST": (("j/k", "move"),),
    "READ": (("j/k", "scroll"), ("]/[", "next mark"), ("v", "select"), (";", "jump")),
    "SELECT": (
        ("h j k l w e b ( )", "extend"),
        ("V", "sentence"),
        ("o", "other end"),
        ("1-5", "colour"),
    ),
    "FACTS": (
        ("j/k", "move"),
        ("⏎", "go there"),
        ("*", "search it"),
        ("i", "details"),
        ("esc", "back"),
    ),
    "SOURCES": (("j/k", "move"), ("⏎", "open"), ("+", "add"), ("R", "reload all"), ("esc", "back")),
    "SEARCH": (("⏎", "to the results"), ("esc", "back to the list")),
}


def footer(
    mode: Mode, commands: Sequence[Command], labels: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    """Key and label: first the motions of the mode, then its commands, by `labels` where one is there."""
    yield from _FIRST.get(mode, ())
    for command in commands:
        if mode in command.in_footer:
            yield key_names(command.keys.split(",")[0]), labels.get(command.id, command.label)
