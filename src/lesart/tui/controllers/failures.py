"""`!`: feeds that failed at their last visit, with what can be done about each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lesart.model.moment import Moment
from lesart.services import feed_changes
from lesart.translations import _
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.feed_jobs import FeedJobController
from lesart.tui.controllers.feed_settings import FeedSettingsController
from lesart.tui.controllers.source_changes import SourceChanges
from lesart.tui.controllers.source_removals import SourceRemovals

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.failures import Failure, FailuresScreen


class FailureController(Controller):
    """Opens the screen and does what is asked for there."""

    def __init__(
        self,
        context: Context,
        jobs: FeedJobController,
        changes: SourceChanges,
        removals: SourceRemovals,
        settings: FeedSettingsController,
    ) -> None:
        super().__init__(context)
        self._jobs, self._changes, self._settings = jobs, changes, settings
        self._removals = removals
        self._visited: set[int] = set()
        self._screen: FailuresScreen | None = None

    def handlers(self) -> Handlers:
        return {"failures": self.do_failures}

    def do_failures(self) -> None:
        from lesart.tui.screens.failures import FailuresScreen, Hands

        hands = Hands(
            self._failures, self._retry, self._open_settings, self._pause, self._remove, self._undo
        )
        self._screen = FailuresScreen(hands)
        self.app.push_screen(self._screen)

    def _failures(self) -> list[Failure]:
        from lesart.tui.screens.failures import Failure

        return [
            Failure(
                feed.id, feed.title, feed.error, self._time_of(feed.succeeded), feed.id in self._visited
            )
            for feed in self.store.feeds.all()
            if feed.error and not feed.is_paused
        ]  # fmt: skip

    def _time_of(self, seconds: int | None) -> str:
        return self.app.formats.moment(Moment(seconds)) if seconds is not None else _("never")

    def _look_again(self, told: str = "") -> None:
        self._jobs.count_failures()
        if self._screen is not None and self._screen.is_attached:
            self._screen.look_again(told)

    def _retry(self, feeds: Sequence[int]) -> None:
        if not feeds or not self.may_write():
            return
        self._visited.update(feeds)
        self._look_again()

        def done(told: str) -> None:
            self._visited.difference_update(feeds)
            self._look_again(told)

        self._jobs.visit(feeds, done)

    def _open_settings(self, feed_id: int) -> None:
        def saved(has_moved: bool) -> None:
            self._look_again()
            if has_moved:
                self._retry([feed_id])

        self._settings.open(feed_id, saved)

    def _pause(self, feed_id: int) -> None:
        feed = self.store.feeds.get(feed_id)
        if feed is not None:
            says = _("“{name}” is paused: it is not visited.").format(name=feed.title)
            self._changes.change(
                {feed_id: feed_changes.paused(True)},
                says,
                lambda: self._look_again(self._back(says)),
            )

    def _remove(self, feed_id: int) -> None:
        self._removals.remove_feed(feed_id, self._look_again)

    def _undo(self) -> None:
        says = self.history.undo()
        told = _("Undone: {says}").format(says=says) if says else _("Nothing to undo.")
        # What is undone is stored behind what waits: the last of the writer's jobs tells when.
        self.write(lambda store: None, lambda _: self._look_again(told), is_silent=True)

    def _back(self, says: str) -> str:
        return self.keyed(_("{says} u takes it back."), "undo").format(says=says)
