"""Which panes are on screen, which has the keys, and what stands in for the reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lesart.translations import N_, _
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.pane_widths import KEY, Pane, as_text, widened, widths_from
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.sources import SourcesController
from lesart.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from lesart.tui.commands import Mode
    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.line_view import LineView
    from lesart.tui.widgets.source_list import SourceList


_PANE_NAMES: dict[Pane, str] = {"list": N_("List"), "facts": N_("Facts"), "sources": N_("Sources")}


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
        self._widths = widths_from(self.store.settings.get(KEY))

    def handlers(self) -> Handlers:
        return {
            "next_pane": self.do_next_pane,
            "previous_pane": self.do_previous_pane,
            "sources": self.do_sources,
            "facts": self.do_facts,
            "preview": self.do_preview,
            "list_pane": self.do_list_pane,
            "narrower": partial(self._widen, -1),
            "wider": partial(self._widen, 1),
        }

    def do_next_pane(self) -> None:
        self._focus(1)

    def do_previous_pane(self) -> None:
        self._focus(-1)

    def _focus(self, step: int) -> None:
        reading, rows = self._reading, self._listing.rows
        panes: list[LineView | SourceList] = [
            self._sources.pane, rows, reading.reader, reading.panel,
        ]  # fmt: skip
        seen = [pane for pane in panes if _is_seen(pane)]
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

    def enter_article(self) -> None:
        """The keys went to an article that was only shown: it is read now; where none is, back."""
        here = self._screen.focused
        if self._reading.article_id is None:
            self._listing.rows.focus()
            return
        self._reading.open(self._reading.article_id)
        if here is not None:
            here.focus()

    def fitted(self) -> None:
        """After the window or the panes have changed: no key goes to what is not on screen."""
        focused, rows = self._screen.focused, self._listing.rows
        self.apply_widths()
        self._sources.paint()
        if self.context.is_reading and not self.context.has_list_beside and focused is rows:
            self._reading.reader.focus()
        elif focused is None or not _is_seen(focused):
            (self._reading.reader if self.context.is_reading else rows).focus()
        self.preview(rows.cursor_id)

    def do_sources(self) -> None:
        pane = self._sources.pane
        if pane.display and pane.region.width:
            self._screen.remove_class("sources-on", "sources-auto")
            self._listing.rows.focus()
        else:
            self._screen.add_class("sources-on", "sources-auto")
            self._sources.paint(is_coming=True)
            pane.focus()

    def do_facts(self) -> None:
        self._screen.toggle_class("facts-on")
        self._screen.call_after_refresh(self.fitted)

    def do_preview(self) -> None:
        self._screen.toggle_class("preview-off")
        self._screen.call_after_refresh(lambda: self.preview(self._listing.rows.cursor_id))

    def do_list_pane(self) -> None:
        if not (self.context.is_reading and self.context.has_list_beside):
            self.tell(_("The list can be hidden beside an open article, in a wide window."))
            return
        self._screen.toggle_class("list-off")
        self._screen.call_after_refresh(self.fitted)

    # ------------------------------------------------------------------ widths

    def _pane(self, pane: Pane) -> Widget:
        panes: dict[Pane, Widget] = {
            "list": self._screen.query_one("#list-pane"),
            "facts": self._reading.panel,
            "sources": self._sources.pane,
        }
        return panes[pane]

    def apply_widths(self) -> None:
        """Make the panes as wide as the person wants them, where they stand side by side."""
        beside = {
            "list": self.context.has_list_beside,
            "facts": not self._screen.has_class("-narrow"),
            "sources": True,
        }
        for pane, width in self._widths.items():
            if beside[pane]:
                self._pane(pane).styles.width = width
            else:
                self._pane(pane).styles.width = None

    def _widen(self, steps: int) -> None:
        pane, steps = self._meant(steps)
        if pane is None:
            self.tell(_("There is nothing beside this that could be wider or narrower."))
            return
        now = self._pane(pane).region.width
        free = now + self._reading.reader.region.width
        width = widened(pane, now, steps, free)
        self._widths[pane] = width
        self.apply_widths()
        kept = as_text(self._widths)
        self.write(lambda store: store.settings.set(KEY, kept), is_by_words=True, is_silent=True)
        self.tell(
            (
                _("{pane}: width {width}.")
                if width != now
                else _("{pane}: width {width}, no more fits.")
            ).format(pane=_(_PANE_NAMES[pane]), width=width)
        )

    def _meant(self, steps: int) -> tuple[Pane | None, int]:
        """The pane to change; an article gets wider by what stands beside it getting narrower."""
        mode = self.context.mode
        of_mode: dict[Mode, Pane] = {"LIST": "list", "FACTS": "facts", "SOURCES": "sources"}
        if mode in of_mode:
            pane = of_mode[mode]
            is_beside = pane != "list" or self.context.has_list_beside
            return (pane, steps) if is_beside else (None, steps)
        for pane in ("list", "facts"):
            there = self._pane(pane)
            if _is_seen(there) and there.region.y == self._reading.reader.region.y:
                return pane, -steps
        return None, steps

    # ------------------------------------------------------------------ the article under the cursor

    def preview(self, article_id: int | None) -> None:
        """Show the article under the cursor: beside the list, or in a few lines below it."""
        listing, reading, pane = self._listing, self._reading, self._preview
        if article_id is None or article_id != listing.rows.cursor_id:
            pane.show(None)
            if article_id is None and not len(listing.rows):
                reading.clear()
            return
        if self.context.is_reading:
            return
        if self.context.has_list_beside:
            if reading.article_id != article_id:
                reading.show(article_id)
            reading.light()
        elif pane.display:
            snippet = self.store.search.snippets(listing.query, [article_id]).get(article_id)
            pane.show(
                listing.rows.headline,
                self.store.articles.text(article_id) or "",
                self.store.analyses.get(article_id),
                snippet,
            )


def _is_seen(pane: Widget) -> bool:
    """Whether a pane has cells on the screen; one that is hidden keeps the region it had."""
    return bool(pane.region.area) and all(one.display for one in pane.ancestors_with_self)
