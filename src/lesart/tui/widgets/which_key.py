"""A small box over the bars: what can follow the keys typed so far."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from lesart.tui.rendering.cells import painted

_GAP = 3
_MOST_LINES = 8
_WIDEST_LABEL = 34


class WhichKey(Static):
    """Keys and what they do, in as many columns as have room."""

    def __init__(self, id: str = "which-key") -> None:
        super().__init__("", id=id, markup=False)

    def offer(self, typed: str, rows: Sequence[tuple[str, str]], width: int) -> None:
        """Show what follows `typed`, in a window of `width` cells."""
        self.border_title = Content(painted(f"{typed} …"))
        self.update(_table(rows, max(20, width - 4)))
        self.add_class("shown")

    def leave(self) -> None:
        self.remove_class("shown")


def _table(rows: Sequence[tuple[str, str]], room: int) -> Content:
    cells = [(painted(keys), _cut(painted(label))) for keys, label in rows]
    key_width = max((cell_len(keys) for keys, _ in cells), default=1)
    width = key_width + 1 + max((cell_len(label) for _, label in cells), default=1) + _GAP
    columns = max(1, min(len(cells), (room + _GAP) // width))
    lines = -(-len(cells) // columns)
    left_out = max(0, lines - _MOST_LINES)
    lines = min(lines, _MOST_LINES)
    painted_lines = []
    for line in range(lines):
        parts: list[Content] = []
        for keys, label in cells[line :: lines + left_out]:
            key = Content.styled(keys, "bold $footer-key-foreground")
            space = " " * (key_width - cell_len(keys) + 1)
            parts.append(
                Content.assemble(key, space, label).pad_right(
                    max(0, width - key_width - 1 - cell_len(label))
                )
            )
        painted_lines.append(Content("").join(parts).rstrip())
    if left_out:
        painted_lines.append(Content.styled("…", "$text-muted"))
    return Content("\n").join(painted_lines)


def _cut(label: str) -> str:
    return label if len(label) <= _WIDEST_LABEL else f"{label[: _WIDEST_LABEL - 1]}…"
