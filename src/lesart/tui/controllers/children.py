"""Child processes of the screen: start them, hear what they report, tell what went wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine
from typing import Any

from lesart.translations import _
from lesart.tui.background.begun_again import BegunAgain
from lesart.tui.background.child import Child
from lesart.tui.controllers.context import Context
from lesart.tui.controllers.controller import Controller

Record = dict[str, Any]
"""One line of JSON that a child reports."""
_PAINT_SECONDS = 0.1
"""A child reports hundreds of times a second; to paint each would leave no time for keys."""


class Children(Controller):
    """Runs of our own command line; what runs now stands in the top bar."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.progress = ""
        self._is_paint_due = False
        self.unfinished = ""
        """What was to be added or imported and was not: the line of + begins with it."""

    def run(self, work: Coroutine[Any, Any, object]) -> None:
        """Do something that takes its time; whatever goes wrong in it is told."""
        self.app.run_worker(self._told(work), exit_on_error=False, group="children")

    async def _told(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except Exception as error:
            self.report("")
            self.app.tell_error(error, _("Something did not work"))

    def child(self, *arguments: str, first_line: str = "") -> Child:
        """One that is not started yet."""
        return Child(self.app.config.library, list(arguments), first_line=first_line)

    async def outcomes(self, child: Child) -> AsyncIterator[Record]:
        """What a child reports, line by line, to its end."""
        self.app.children_running.add(child)
        try:
            async for record in child.lines():
                yield record
        finally:
            if child.status is not None:  # else the app sees to its end before it leaves
                self.app.children_running.discard(child)

    async def answer(self, child: Child | BegunAgain, progress: str = "") -> Record:
        """Run a child to its end; gives the last that it reported."""
        if progress:
            self.report(progress)
        last: Record = {}
        outcomes = self.outcomes(child) if isinstance(child, Child) else child.outcomes()
        async for record in outcomes:
            last = record
        if progress:
            self.report("")
        return last

    def begun_again(self, what: str, *arguments: str, first_line: str = "") -> BegunAgain:
        """Work that is begun once more where something kills it; `what` names it in a sentence."""
        return BegunAgain(
            what, lambda: self.child(*arguments, first_line=first_line), self.outcomes, self.tell
        )

    def last_words(self, run: BegunAgain, wanted: str) -> str:
        """How it ended; what was `wanted` is kept for the next + where something killed it."""
        self.unfinished = wanted if run.child.was_killed else ""
        return run.last_words(self.key_of("add"))

    def stop(self) -> None:
        """Let all go that run now."""
        for child in self.app.children_running:
            child.stop()

    def report(self, words: str) -> None:
        """What runs now, for the top bar; empty: nothing."""
        if words == self.progress:
            return
        is_other_work = not (words and self.progress)
        self.progress = words
        if is_other_work:
            self.context.paint_bars()
        elif not self._is_paint_due:
            self._is_paint_due = True
            self.app.set_timer(_PAINT_SECONDS, self._paint)

    def _paint(self) -> None:
        self._is_paint_due = False
        self.context.paint_bars()
