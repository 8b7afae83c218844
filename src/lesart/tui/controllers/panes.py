"""Which panes are on screen, which has the keys, and what stands in for the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.sources import SourcesController
from lesart.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import OptionList

    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.line_view import LineView


class PaneController(Controller):
    """Shows, hides and focuses panes. What fits where is the style sheet's part, by classes."""

    def __init__(
        self,
        context: Context,
        screen: Screen[None],
        listing: ListController,
        sources: SourcesController,
        reading: ReadingController,
        preview: Preview,
    ) -> None:
        super().__init__(context)
        self._screen, self._listing = screen, listing
        self._sources, self._reading, self._preview = sources, reading, preview

    def handlers(self) -> Handlers:
        return {
            "next_pane": self.do_next_pane,
            "previous_pane": self.do_previous_pane,
            "sources": self.do_sources,
            "facts": self.do_facts,
            "preview": self.do_preview,
        }

    def do_next_pane(self) -> None:
        self._focus(1)

    def do_previous_pane(self) -> None:
        self._focus(-1)

    def _focus(self, step: int) -> None:
        reading, rows = self._reading, self._listing.rows
        panes: list[LineView | OptionList] = [
            self._sources.pane, rows, reading.reader, reading.panel,
        ]  # fmt: skip
        seen = [p for p in panes if p.region.width and p.region.height and p.is_on_screen]
        if not seen:
            return
        at = next((n for n, pane in enumerate(seen) if pane.has_focus), 0)
        pane = seen[(at + step) % len(seen)]
        is_of_article = pane is reading.reader or pane is reading.panel
        if is_of_article and not self.context.is_reading and reading.article_id:
            reading.open(reading.article_id)
        if pane is rows and self.context.is_reading:
            reading.keep_position()
        pane.focus()

    def do_sources(self) -> None:
        pane = self._sources.pane
        if pane.display and pane.region.width:
            self._screen.remove_class("sources-on", "sources-auto")
            self._listing.rows.focus()
        else:
            self._screen.add_class("sources-on", "sources-auto")
            self._sources.paint()
            pane.focus()

    def do_facts(self) -> None:
        self._screen.toggle_class("facts-on")

    def do_preview(self) -> None:
        self._screen.toggle_class("preview-off")
        self._screen.call_after_refresh(lambda: self.preview(self._listing.rows.cursor_id))

    # ------------------------------------------------------------------ the article under the cursor

    def preview(self, article_id: int | None) -> None:
        """Show the article under the cursor: beside the list, or in a few lines below it."""
        listing, reading, pane = self._listing, self._reading, self._preview
        if article_id is None or article_id != listing.rows.cursor_id:
            pane.show(None)
            return
        if self.context.is_reading:
            return
        if self.context.has_list_beside:
            if reading.article_id != article_id:
                reading.show(article_id)
        elif pane.display:
            snippet = self.store.search.snippets(listing.query, [article_id]).get(article_id)
            pane.show(
                listing.rows.headline,
                self.store.articles.text(article_id) or "",
                self.store.analyses.get(article_id),
                snippet,
            )
