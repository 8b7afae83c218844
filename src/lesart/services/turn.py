"""How long one transaction may go on: other writers wait for their turn."""

from __future__ import annotations

from time import monotonic, thread_time

_WORK = 0.025
"""Seconds of the processor; to write the words of what was stored takes as long again."""
_WAIT = 0.1
"""Seconds by the clock, where the disk or the processor is busy with others."""


class Turn:
    """Begins when it is made; over once enough was done in it."""

    def __init__(self) -> None:
        self._work, self._clock = thread_time(), monotonic()

    @property
    def is_over(self) -> bool:
        return thread_time() - self._work > _WORK or monotonic() - self._clock > _WAIT
