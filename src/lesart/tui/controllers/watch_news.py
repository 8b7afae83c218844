"""What is new for watched queries: counted beside them, told once, gone when the reader has looked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.translations import ngettext
from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.listing import ListController

if TYPE_CHECKING:
    from lesart.services.asking.watching import Unseen
    from lesart.store import Store
    from lesart.tui.controllers.context import Context

_PAUSE_SECONDS = 2.0
"""Between two looks: while articles come in, somebody writes twice a second."""


class WatchNews(Controller):
    """Looks for articles that answer a watched query since the reader looked at its list."""

    def __init__(self, context: Context, listing: ListController) -> None:
        super().__init__(context)
        self._listing = listing
        self.counts: dict[str, int] = {}
        """New articles by watched query."""
        self._is_looking = False
        self._is_wanted = False

    def forget(self) -> None:
        """The library is another one."""
        self.counts = {}

    def look(self, changed: Callable[[], None]) -> None:
        """Look soon, one look at a time; `changed` is done where the counts are others by then."""
        if self._is_looking:
            self._is_wanted = True
            return
        if not self.store.settings.watch_words():
            if self.counts:
                self.counts = {}
                changed()
            return
        self._is_looking = True
        now, parse = self.app.now(), self._listing.parsed

        def find(store: Store) -> list[Unseen]:
            from lesart.services.asking.watching import unseen

            return unseen(store, now=now, parse=parse)

        self.app.set_timer(_PAUSE_SECONDS, lambda: self._may_look_again(changed))
        self.app.searcher.look(find, lambda found: self._found(found, changed))

    def _may_look_again(self, changed: Callable[[], None]) -> None:
        self._is_looking = False
        if self._is_wanted:
            self._is_wanted = False
            self.look(changed)

    def _found(self, found: list[Unseen], changed: Callable[[], None]) -> None:
        counts = {one.query: len(one.articles) for one in found}
        if counts != self.counts:
            self.counts = counts
            changed()
        fresh = [one for one in found if one.untold or not one.is_begun]
        if not fresh or self.store.is_read_only:
            return
        now, parse = self.app.now(), self._listing.parsed

        def put(store: Store) -> None:
            from lesart.services.asking.watching import announce

            announce(store, fresh, now=now, parse=parse)

        self.write(put, is_by_words=True, is_silent=True)
        said = [_said(one) for one in fresh if one.is_begun and one.untold]
        if said:
            self.tell(" · ".join(said))

    def looked_at(self, words: str, changed: Callable[[], None]) -> None:
        """The reader opened the list of a watched query."""
        now, parse = self.app.now(), self._listing.parsed

        def put(store: Store) -> None:
            from lesart.services.asking.watching import look_at

            look_at(store, words, now=now, parse=parse)

        self.write(put, is_by_words=True, is_silent=True)
        if self.counts.get(words):
            self.counts[words] = 0
            changed()


def _said(one: Unseen) -> str:
    count = len(one.untold)
    return ngettext(
        "{count} new article for “{query}”", "{count} new articles for “{query}”", count
    ).format(count=numeral(count), query=one.query)
