"""Search all articles by a line over the list, and keep searches as views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.views import STANDING, View

if TYPE_CHECKING:
    from textual.widgets import Input

    from lesart.tui.controllers.context import Context

DEBOUNCE_SECONDS = 0.06


class SearchController(Controller):
    """The search line, and what is typed there."""

    def __init__(self, context: Context, listing: ListController, line: Input) -> None:
        super().__init__(context)
        self._listing = listing
        self._line = line
        self._before: tuple[View, int | None] | None = None
        """Where esc leads back to."""

    def handlers(self) -> Handlers:
        return {
            "search_all": self.do_search_all,
            "save_query": self.do_save_query,
            "saved_queries": self.do_saved_queries,
        }

    def do_search_all(self) -> None:
        self.begin()

    def begin(self, text: str = "") -> None:
        """Open the search line over the list, with `text` in it."""
        listing, line = self._listing, self._line
        if self._before is None:
            self._before = (listing.view, listing.rows.cursor_id)
        if self.context.is_reading and not self.context.has_list_beside:
            self.context.close_reader()
        line.add_class("shown")
        line.value = text
        line.focus()
        line.cursor_position = len(text)

    def typed(self, text: str) -> None:
        """The person typed on: search soon, unless another key comes first."""
        if self._before is not None:
            self.context.debounce("search", DEBOUNCE_SECONDS, lambda: self._search(text))

    def _search(self, text: str) -> None:
        if self._before is None:
            return
        if not text.strip():
            self._listing.show(*self._before)
            return
        self._listing.show(View(text, f"/{text}"), is_typing=True)

    def finish(self) -> None:
        """The results become the view; the line goes away, esc brings the former view back."""
        text = self._line.value.strip()
        self.context.undebounce("search")
        if text and self._before and self._listing.view.query != text:
            self._listing.show(View(text, f"/{text}"), is_typing=True)
        if not text:
            self.leave()
            return
        self._listing.rows.focus()
        self.context.paint_bars()

    def leave(self) -> bool:
        """Back to the view before the search; False if there was no search."""
        self.context.undebounce("search")
        self._line.remove_class("shown")
        if self._before is None:
            return False
        before, self._before = self._before, None
        self._line.value = ""
        self._listing.show(*before)
        self._listing.rows.focus()
        return True

    def forget(self) -> None:
        """Another view was asked for: esc leads back to nothing before the search any more."""
        self._before = None
        self._line.remove_class("shown")

    def library_was_replaced(self) -> None:
        """The numbers of articles are of another library."""
        if self._before is not None:
            self._before = (self._before[0], None)

    # ------------------------------------------------------------------ views of one's own

    def do_save_query(self) -> None:
        query = self._listing.view.query
        if not query:
            self.tell("Search for something first (/); ctrl+s then keeps it as a view.")
            return

        def save(name: str | None) -> None:
            if name:
                now = self.app.now()
                self.write(
                    lambda store: store.settings.save_query(name, query, now=now), is_by_words=True
                )
                self.tell(f"Kept as “{name}”; ' lists your views.")

        from lesart.tui.screens.dialogs import Ask

        self.app.push_screen(Ask("Name for this view", query, is_replaced=True), save)

    def do_saved_queries(self) -> None:
        from lesart.tui.screens.dialogs import Choose

        saved = self.store.settings.saved_queries()
        views = [*STANDING, *(View(query, name) for name, query in saved)]

        def go(index: int | None) -> None:
            if index is not None:
                self.context.visit(views[index])

        lines = [f"{view.name:24} {view.query}" for view in views]
        self.app.push_screen(Choose("Views", lines), go)
