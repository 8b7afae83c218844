"""Have figures and names found, in a child process, the opened article first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.model.analysis import Analysis
from lesart.translations import _
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.tui.background.child import Child
    from lesart.tui.controllers.context import Context

MOST_RESTARTS = 2


class AnalysisJobs(Controller):
    """One child that analyses what waits, and is told which article is wanted next."""

    def __init__(self, context: Context, children: Children) -> None:
        super().__init__(context)
        self._children = children
        self._child: Child | None = None
        self._engine = ""
        self._is_unanswered = False
        """Something was asked of the child that it has not spoken since: it may have been about to leave."""
        self._restarts = 0
        """How often it was started again without having done anything in between."""

    def is_stale(self, analysis: Analysis) -> bool:
        """Made by another engine than the one that runs now."""
        return bool(self._engine) and analysis.engine != self._engine

    def want(self, article_id: int | None = None) -> None:
        """Have the child analyse what waits, `article_id` first."""
        if self.store.is_read_only:
            return
        if self._child is not None and self._child.status is None:
            self._is_unanswered = True
            self._child.say("" if article_id is None else str(article_id))
            return
        child = self._children.child("analyse", "--waiting", "--json", "--follow")
        self._child = child
        self._children.run(self._analyse(child, article_id))

    def begin_anew(self) -> None:
        """The library was replaced: let those that work on the other one go."""
        self._children.stop()
        self._child = None
        self.want()

    async def _analyse(self, child: Child, article_id: int | None) -> None:
        report = self._children.report
        first = True
        has_done = False
        async for record in self._children.outcomes(child):
            if first and article_id is not None:
                child.say(str(article_id))
            first = self._is_unanswered = False
            self._engine = record.get("engine", self._engine)
            if "id" in record:
                has_done = True
                self.context.findings_stored(record["id"])
            waiting = record.get("waiting", 0)
            report(_("analysing {waiting}").format(waiting=numeral(waiting)) if waiting > 1 else "")
        report("")
        if self._child is child:
            self._child = None
        if child.status == 0 and self._is_unanswered:
            self._is_unanswered = False
            self.want(article_id)
        elif child.was_ended:
            self._start_again(child, has_done=has_done, article_id=article_id)
        elif child.status not in (0, None) and (words := child.last_words(_("The analysis"))):
            self.tell(words)

    def _start_again(self, child: Child, *, has_done: bool, article_id: int | None) -> None:
        """The analysis was killed or had a bug: tell, and start it anew unless it leads nowhere."""
        words = child.last_words(_("The analysis"))
        self._restarts = 0 if has_done else self._restarts + 1
        if self._restarts > MOST_RESTARTS:
            self._restarts = 0
            self.tell(
                _("{words} It is not started again before the next article is opened.").format(
                    words=words
                )
            )
            return
        self.tell(_("{words} It starts again.").format(words=words))
        self.want(article_id)
