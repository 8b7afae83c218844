"""The terminal's own cursor where a person reads: screen readers and braille displays follow it.

It is not wanted by everybody, since it blinks; so it is shown by a setting. Lines to type into place it
themselves.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.app import App
from textual.geometry import Offset
from textual.widget import Widget

_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


@runtime_checkable
class HasCursor(Protocol):
    """A pane with a place of its own."""

    @property
    def cursor_cell(self) -> Offset:
        """Where that is in the window of the pane."""


def show(app: App[int], *, is_wanted: bool) -> None:
    """Let the terminal show its cursor, or hide it as it was."""
    _write(app, _SHOW if is_wanted else _HIDE)


def follow(app: App[int], pane: Widget | None) -> None:
    """Put it on the place of the pane that has the keys."""
    if not isinstance(pane, HasCursor):
        return
    region = pane.content_region
    cell = pane.cursor_cell
    x = max(0, min(cell.x, region.width - 1))
    y = max(0, min(cell.y, region.height - 1))
    there = region.offset + Offset(x, y)
    if there != app.cursor_position:
        app.cursor_position = there
        # Textual puts it there with what it paints next; it may be that nothing is.
        _write(app, f"\x1b[{there.y + 1};{there.x + 1}H")


def _write(app: App[int], words: str) -> None:
    driver = app._driver
    if driver is not None and not app.is_headless:
        driver.write(words)
        driver.flush()
