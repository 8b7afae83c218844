"""Look for garbage in the pauses between keys.

Python looks through all it holds whenever much was made, which takes as long as three frames and
always comes while somebody scrolls: painted lines hold themselves, so none goes away by itself.
Young things are looked at as ever, for that costs nothing.
"""

from __future__ import annotations

import gc
from time import monotonic
from typing import Any

from textual.app import App

PAUSE_SECONDS = 0.4
_ROUNDS = 3
"""So many looks at what is not so young make a look at everything worth while: some twelve frames."""
_LAST_RESORT = 20
"""After so many it happens in the middle of things: a key held down must not fill the memory."""


class Pauses:
    """Ends the rest from garbage that the start took, and sees to it when nobody types."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._is_waiting = False
        self._key_at = 0.0
        if not gc.isenabled():
            gc.freeze()  # what the start made stays and is never counted again
            gc.set_threshold(700, 10, _LAST_RESORT)
            gc.enable()

    def key(self) -> None:
        """A key or a movement of the mouse came."""
        self._key_at = monotonic()
        if not self._is_waiting:
            self._wait(PAUSE_SECONDS)

    def _wait(self, seconds: float) -> None:
        self._is_waiting = True
        self._app.set_timer(seconds, self._look)

    def _look(self) -> None:
        left = self._key_at + PAUSE_SECONDS - monotonic()
        if left > 0.01:
            self._wait(left)
            return
        self._is_waiting = False
        look()


def look() -> bool:
    """Look at everything if it is worth while; says whether it did."""
    is_due = gc.get_count()[2] >= _ROUNDS
    if is_due:
        gc.collect()
    return is_due
