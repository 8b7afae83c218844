"""A run of our own command line that is begun once more where something kills it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

from lesart.translations import _
from lesart.tui.background.child import Child


class BegunAgain:
    """Work that may be done twice: what came in the first time is known the second time.

    Once only, and only after a signal: what kills it again is not left by itself, nor is a bug.
    """

    def __init__(
        self,
        what: str,
        start: Callable[[], Child],
        outcomes: Callable[[Child], AsyncIterator[dict[str, Any]]],
        tell: Callable[[str], None],
    ) -> None:
        """`what` names the work in a sentence; `outcomes` runs a child."""
        self.what = what
        self.child = start()
        """The one that runs, or ran last."""
        self._start, self._outcomes, self._tell = start, outcomes, tell

    async def outcomes(self) -> AsyncIterator[dict[str, Any]]:
        """What it reports, of both runs if there are two."""
        async for record in self._outcomes(self.child):
            yield record
        if self.child.was_killed:
            self._tell(
                _("{last_words} It begins again.").format(
                    last_words=self.child.last_words(self.what)
                )
            )
            self.child = self._start()
            async for record in self._outcomes(self.child):
                yield record

    def last_words(self, key: str) -> str:
        """How it ended, and by which key a person begins it again where that is wanted."""
        words = self.child.last_words(self.what)
        return (
            _("{words} {key} begins it again.").format(words=words, key=key)
            if self.child.was_killed
            else words
        )
