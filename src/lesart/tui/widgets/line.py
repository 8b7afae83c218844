"""A line to type into; enter hands the focus on before the next key arrives."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Input


class Line(Input):
    """An Input whose enter is done at once: keys typed right after it belong to what follows."""

    def __init__(self, placeholder: str, id: str, finish: Callable[[], None]) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self._finish = finish

    async def action_submit(self) -> None:
        self._finish()
