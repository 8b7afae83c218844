"""The last line of a view: its keys, as many as there is room for."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from lesart.tui.rendering.cells import painted

_BETWEEN = " · "
_ALWAYS = 2
"""The last ones always stay: the way back, and the key that shows them all."""


class KeyLine(Static):
    """Keys in the order of their weight; those in the middle give way, none is cut within its words."""

    def __init__(self, keys: str) -> None:
        super().__init__("", id="keys", markup=False)
        self._keys = keys.split(_BETWEEN)

    def render(self) -> Content:
        """The line as the width allows it."""
        return Content.styled(
            painted(fitting(self._keys, self.content_region.width)), "$text-muted"
        )


def fitting(keys: list[str], width: int) -> str:
    """As many keys as fit, the last two before any other."""
    first, last = keys[:-_ALWAYS], keys[-_ALWAYS:]
    while first and Content(_BETWEEN.join([*first, *last])).cell_length > width:
        first = first[:-1]
    return _BETWEEN.join([*first, *last])
