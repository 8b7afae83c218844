"""The pane of sources: views, folders and feeds with what is unread in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.views import STANDING, View
from lesart.tui.rendering.cells import painted

if TYPE_CHECKING:
    from textual.widgets import OptionList

    from lesart.tui.controllers.context import Context


class _Source(NamedTuple):
    view: View
    number: str = ""
    feed_id: int | None = None


class SourcesController(Controller):
    """What the pane lists, and which source is meant."""

    def __init__(self, context: Context, listing: ListController, pane: OptionList) -> None:
        super().__init__(context)
        self._listing = listing
        self.pane = pane
        self._sources: list[_Source] = []

    def paint(self) -> None:
        """Views, folders and feeds with their unread counts."""
        from textual.widgets.option_list import Option

        pane = self.pane
        if not pane.display:
            return
        self._sources = self._all()
        highlighted = pane.highlighted
        pane.clear_options()
        pane.add_options(
            [
                Option(
                    Content.assemble(painted(source.view.name), " ", (source.number, "$text-muted"))
                )
                for source in self._sources
            ]
        )
        if highlighted is not None and highlighted < len(self._sources):
            pane.highlighted = highlighted

    def _all(self) -> list[_Source]:
        rows = [_Source(view) for view in STANDING]
        for name, query in self.store.settings.saved_queries():
            rows.append(_Source(View(query, name)))
        for name, _, unread in self.store.articles.folders():
            rows.append(_Source(View(f'in:"{name}"', name), str(unread or "")))
        for count in self.store.feeds.counts():
            feed = count.feed
            number = ("⚠ " if feed.error else "") + str(count.unread or "")
            rows.append(_Source(View(f'from:"{feed.title}"', feed.title), number, feed.id))
        return rows

    def open(self, index: int) -> None:
        if index < len(self._sources):
            self.context.visit(self._sources[index].view)

    def chosen_feed(self) -> int | None:
        """The feed of the source under the cursor, else of the article meant."""
        if self.context.mode == "SOURCES":
            index = self.pane.highlighted
            is_there = index is not None and index < len(self._sources)
            return self._sources[index].feed_id if is_there and index is not None else None
        headline = self._listing.target()
        article = self.store.articles.get(headline.id) if headline else None
        return article.feed_id if article else None
