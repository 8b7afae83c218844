"""Look for garbage in the pauses between keys.

Python looks through all it holds whenever much was made, which takes as long as three frames and
always comes while somebody scrolls. Young things are still looked at as ever, for that costs nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.app import App

PAUSE_SECONDS = 1.5
_ROUNDS = 5
"""So many looks at what is not so young make a look at everything worth while."""
_LAST_RESORT = 500
"""After so many it happens in the middle of things, lest somebody who never pauses fills the memory."""


def look_in_pauses(app: App[Any], last_key_at: Callable[[], float]) -> None:
    """End the rest from garbage that the start took; what is there now stays and is never counted."""
    if gc.isenabled():
        return
    gc.freeze()
    gc.set_threshold(700, 10, _LAST_RESORT)
    gc.enable()
    app.set_interval(PAUSE_SECONDS, lambda: look(monotonic() - last_key_at()))


def look(seconds_since_key: float) -> bool:
    """Look at everything if it is worth while and nobody types; says whether it did."""
    is_due = seconds_since_key >= PAUSE_SECONDS and gc.get_count()[2] >= _ROUNDS
    if is_due:
        gc.collect()
    return is_due
