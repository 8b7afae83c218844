"""The list of sources: it moves by the same keys as every other list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import OptionList


def _key(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, show=False, id=f"sources.{name}")


class SourceList(OptionList):
    """Views, folders and feeds, one a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("j,down", "cursor_down", "down", "Down"),
        _key("k,up", "cursor_up", "up", "Up"),
        _key("space,ctrl+f,ctrl+d,pagedown", "page_down", "page_down", "Page down"),
        _key("b,ctrl+b,ctrl+u,pageup", "page_up", "page_up", "Page up"),
        _key("g,home", "first", "first", "First"),
        _key("G,end", "last", "last", "Last"),
        _key("enter,l,right", "select", "open", "Show its articles"),
    ]

    @property
    def cursor_cell(self) -> Offset:
        """Where the line under the cursor begins in the window."""
        return Offset(0, (self.highlighted or 0) - self.scroll_offset.y)

    def light(self, index: int, *, always: bool = False) -> None:
        """Put the cursor on a line, where there is none yet; a list with keys always has one."""
        if self.option_count and (always or self.highlighted is None):
            self.highlighted = max(0, min(index, self.option_count - 1))
