"""Counts before a motion: `5j`, `10G`, `3` and then a page."""

from __future__ import annotations

MOST = 9999


class Count:
    """Digits typed so far, for the next motion to take."""

    def __init__(self) -> None:
        self._digits = 0

    def __bool__(self) -> bool:
        return self._digits > 0

    def type(self, digit: int) -> None:
        """One more digit."""
        self._digits = min(MOST, self._digits * 10 + digit)

    def take(self, otherwise: int = 1) -> int:
        """What was typed; `otherwise` where nothing was. The next motion begins anew."""
        digits, self._digits = self._digits, 0
        return digits or otherwise
