"""New articles take their places in the list while feeds are reloaded; the cursor stays on its article."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.listing import ListController

if TYPE_CHECKING:
    from lesart.store import Store
    from lesart.tui.controllers.context import Context

_PAUSE_SECONDS = 0.3
"""What comes within it is put in together."""


class _Placed(NamedTuple):
    """An article and the row that it comes before."""

    row: int
    id: int


class Streaming(Controller):
    """What a reload has brought and is not in the list yet."""

    def __init__(self, context: Context, listing: ListController) -> None:
        super().__init__(context)
        self._listing = listing
        self._coming: list[int] = []
        self._is_waiting = False

    def take(self, ids: Sequence[int]) -> None:
        """These have been stored."""
        if not ids:
            return
        self._coming += ids
        self._wait()

    def _wait(self) -> None:
        """Look in a moment; what comes until then does not put it off."""
        if not self._is_waiting:
            self._is_waiting = True
            self.context.debounce("streaming", _PAUSE_SECONDS, self._look)

    def _look(self) -> None:
        """Find their places; a list in the making, or one that is typed for, has to be there first."""
        self._is_waiting = False
        listing, coming = self._listing, self._coming
        if not listing.is_whole or self.context.mode == "SEARCH":
            self._wait()
            return
        self._coming = []
        query, rows, since = listing.query, listing.rows.ids, listing.new_since
        if query.sort == "rank":  # where they stand is not told by their dates
            listing.arrived += len(coming)
            self.context.paint_bars()
            return

        def places(store: Store) -> list[_Placed]:
            store.search.new_since = since
            found = store.search.answering_any([query], coming)
            return _placed(store, rows, found, is_oldest_first=query.sort == "old")

        def put(placed: list[_Placed]) -> None:
            if query is not listing.query:
                return  # another list was made since, and has them
            if rows is not listing.rows.ids:
                self.take(coming)
                return
            self._put(placed)

        self.app.searcher.look(places, put)

    def _put(self, placed: list[_Placed]) -> None:
        if not placed:
            return
        rows = self._listing.rows
        before, longer, at = rows.ids, array("q"), 0
        for row, article_id in placed:
            longer += before[at:row]
            longer.append(article_id)
            at = row
        longer += before[at:]
        first = rows.scroll_offset.y // rows.row_height
        rows.show_longer(longer, above=sum(row <= first for row, _id in placed))
        self.context.paint_bars()


def _placed(
    store: Store, rows: array[int], found: Sequence[int], *, is_oldest_first: bool
) -> list[_Placed]:
    """Where each of `found` stands among `rows`, which are in order of dates; without those in them."""
    sign = 1 if is_oldest_first else -1

    def key(article_id: int) -> tuple[int, int]:
        return sign * store.articles.date_key(article_id), sign * article_id

    placed = []
    low = 0
    for article_id in sorted(found, key=key):
        wanted, high = key(article_id), len(rows)
        while low < high:
            middle = (low + high) // 2
            if key(rows[middle]) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == len(rows) or rows[low] != article_id:
            placed.append(_Placed(low, article_id))
    return placed
