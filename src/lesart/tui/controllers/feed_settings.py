"""The settings of one feed: shown, checked, and stored as one step."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from lesart.feeds.http.addresses import shown
from lesart.locales.lengths import written
from lesart.model.errors import LesartError
from lesart.services import feed_changes
from lesart.text.clean import clean_line
from lesart.text.folder_names import folder_name
from lesart.translations import _
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.source_changes import SourceChanges
from lesart.tui.controllers.sources import SourcesController

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesart.model.feed import Feed
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.feed_settings import Answer

_RHYTHMS = (15 * 60, 3600, 3 * 3600, 12 * 3600, 86400, 7 * 86400)


class FeedSettingsController(Controller):
    """`e` on a feed."""

    def __init__(
        self, context: Context, sources: SourcesController, changes: SourceChanges
    ) -> None:
        super().__init__(context)
        self._sources, self._changes = sources, changes

    def handlers(self) -> Handlers:
        return {"feed_settings": self.do_settings}

    def do_settings(self) -> None:
        feed_id = self._sources.chosen_feed()
        if feed_id is None:
            says = _("This is no feed; e shows the settings of the feed under the cursor.")
            self.tell(self.keyed(says, "feed_settings"))
            return
        self.open(feed_id)

    def open(self, feed_id: int, saved: Callable[[bool], None] | None = None) -> None:
        """Show the settings; `saved` is told afterwards whether the address is another."""
        feed = self.store.feeds.get(feed_id)
        if feed is None or not self.may_write():
            return
        from lesart.tui.screens.feed_settings import FeedSettings

        before = self._as_shown(feed)

        def mistake_in(answer: Answer) -> str:
            try:
                self._values(feed, before, answer)
            except LesartError as error:
                return str(error)
            return ""

        def done(answer: Answer | None) -> None:
            values = self._values(feed, before, answer) if answer is not None else {}
            if values:
                says = _("“{title}” has other settings.").format(title=feed.title)
                after = None if saved is None else lambda: saved("url" in values)
                self._changes.change({feed.id: values}, says, after)

        told = f"{self.app.glyphs.warning} {feed.error}" if feed.error else ""
        choices = {"full_text": self._full_text(), "every": self._rhythms(feed)}
        self.app.push_screen(
            FeedSettings(before, choices, title=feed.title, told=told, mistake_in=mistake_in), done
        )

    def _as_shown(self, feed: Feed) -> dict[str, str]:
        until = feed.muted_until if feed.is_muted(int(self.app.now())) else None
        return {
            "title": feed.title,
            "folder": feed.folder,
            "address": shown(feed.url),
            "full_text": "on" if feed.wants_full_text else "off",
            "every": feed_changes.rhythm_words(feed),
            "muted": f"{datetime.fromtimestamp(until):%Y-%m-%d}" if until is not None else "",
        }

    def _values(self, feed: Feed, before: Answer, answer: Answer) -> dict[str, Any]:
        """What is to be set, of what is not as it was; raises LesartError for what cannot be."""
        values: dict[str, Any] = {}
        changed = {name for name, words in answer.items() if words != before[name]}
        if "title" in changed:
            values["own_title"] = clean_line(answer["title"], 300)
        if "folder" in changed:
            values["folder"] = folder_name(answer["folder"])
        if "full_text" in changed:
            values["wants_full_text"] = answer["full_text"] == "on"
        if "muted" in changed:
            values |= feed_changes.muted(answer["muted"], int(self.app.now()))
        if "every" in changed:
            values |= feed_changes.rhythm(feed, answer["every"])
        if "address" in changed:
            values |= feed_changes.address(self.store, feed, answer["address"])
        return values

    def _full_text(self) -> list[tuple[str, str]]:
        return [
            ("off", _("as the feed gives it; {key} fetches a page").format(key=self.key_of("full_text"))),
            ("on", _("always fetched from the page")),
        ]  # fmt: skip

    def _rhythms(self, feed: Feed) -> list[tuple[str, str]]:
        lengths = sorted({*_RHYTHMS, *([feed.every] if feed.every else [])})
        every = [(written(one), _("every {length}").format(length=written(one))) for one in lengths]
        return [("", _("in its own rhythm")), *every]
