"""Search all articles by a line over the list, and keep searches as views."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lesart.translations import _
from lesart.tui.controllers.completing import Completing
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.views import STANDING, View

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.query_line import QueryLine

DEBOUNCE_SECONDS = 0.06
WayOut = tuple[View, int | None]
"""A view and the article under its cursor."""


def _search_for(text: str) -> View:
    return View(text, f"/{text}")


class SearchController(Controller):
    """The search line, and what is typed there."""

    def __init__(self, context: Context, listing: ListController, line: QueryLine) -> None:
        super().__init__(context)
        self._listing = listing
        self._line = line
        self.completing = Completing(context, line)
        self._before: WayOut | None = None
        """Where esc leads back to."""
        self._asked: str | None = None
        """What stood in the line when it was asked as a whole."""

    def handlers(self) -> Handlers:
        return {
            "search_all": self.do_search_all,
            "save_query": self.do_save_query,
            "saved_queries": self.do_saved_queries,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"search_all": self.search_for, "saved_queries": self.go_to_view}

    def search_for(self, text: str) -> None:
        """Search as if this had been typed into the line."""
        self.begin(text)
        self.finish()

    def go_to_view(self, name: str) -> None:
        """A view by its name, or by a beginning that only it has."""
        saved = self.store.settings.saved_queries()
        views = [*STANDING, *(View(query, name) for name, query in saved)]
        wanted = name.casefold()
        found = [v for v in views if wanted in (v.name.casefold(), v.shown_name.casefold())]
        found = found or [v for v in views if v.shown_name.casefold().startswith(wanted)]
        if len(found) == 1:
            self.context.visit(found[0])
        else:
            which = found or views
            self.tell(
                _("No view is called just “{name}”; there are {views}.").format(
                    name=name, views=", ".join(v.shown_name for v in which)
                )
            )

    def do_search_all(self) -> None:
        self.begin()

    def begin(self, text: str = "") -> None:
        """Open the search line over the list, with `text` in it."""
        listing, line = self._listing, self._line
        self._asked = None
        if self._before is None:
            self._before = (listing.view, listing.rows.cursor_id)
        if self.context.is_reading and not self.context.has_list_beside:
            self.context.close_reader()
        line.add_class("shown")
        line.value = text
        line.focus()
        line.cursor_position = len(text)

    def typed(self, text: str) -> None:
        """The person typed on: search soon, unless another key comes first.

        News of a letter may come after the next one was typed, or after the line was asked.
        """
        if self._before is None or text != self._line.value or text == self._asked:
            return
        self._asked = None
        self._mark(text, is_typing=True)
        self.context.debounce("search", DEBOUNCE_SECONDS, lambda: self._search(text))

    def _search(self, text: str) -> None:
        if self._before is None:
            return
        self.completing.typed(text)  # before the search, which may take longer
        if not text.strip():
            self._listing.show(*self._before)
            return
        self._listing.show(_search_for(text), is_typing=True)

    def finish(self) -> None:
        """What was typed becomes the view, each word whole; esc brings the former view back.

        While typing the last word may go on. Where nothing has it whole, it goes on for good: the
        query then says so by a `*`, and means the same wherever it is asked.
        """
        self._asked = self._line.value
        text = self._asked.strip()
        self.context.undebounce("search")
        self.completing.forget()
        if not text:
            self.leave()
            return
        self._mark(self._asked)
        longer = self._going_on(text)
        go_on = partial(self._show_longer, longer) if longer else None
        self._listing.show(_search_for(text), if_empty=go_on)
        self._listing.rows.focus()
        self.context.paint_bars()

    def _show_longer(self, longer: View) -> None:
        self._put(longer.query)
        self._listing.show(longer)

    def _going_on(self, text: str) -> View | None:
        """The search in which the last word is only the beginning of one, where that is another."""
        longer = f"{text}*"
        parsed = self._listing.parsed
        while_typing = parsed(text, is_typing=True).root
        if while_typing == parsed(text).root or while_typing != parsed(longer).root:
            return None
        return _search_for(longer)

    def _mark(self, text: str, *, is_typing: bool = False) -> None:
        """Show in the line which parts of it were not understood, or not as they were meant."""
        from lesart.query.parser import place_of

        query = self._listing.parsed(text, is_typing=is_typing)
        self._line.mark(text, [place_of(text, problem) for problem in query.problems])

    def _put(self, text: str) -> None:
        with self._line.prevent(type(self._line).Changed):
            self._line.value = text

    def leave(self) -> bool:
        """Back to the view before the search; False if there was no search."""
        before = self._before
        self.forget()
        if before is None:
            return False
        self._listing.show(*before)
        self._listing.rows.focus()
        return True

    def forget(self) -> None:
        """Another view was asked for: esc leads back to nothing before the search any more."""
        self.context.undebounce("search")
        self.completing.forget()
        self._before = self._asked = None
        self._line.remove_class("shown")
        self._put("")

    @property
    def way_out(self) -> WayOut | None:
        """Where esc leads back to; None: nothing is searched for."""
        return self._before

    def go_back_to(self, view: View, way_out: WayOut | None) -> None:
        """The person came back to a search, or to what is none."""
        self.forget()
        if way_out is not None:
            self._before = way_out
            self._line.add_class("shown")
            self._put(view.query)

    def library_was_replaced(self) -> None:
        """The numbers of articles are of another library."""
        if self._before is not None:
            self._before = (self._before[0], None)

    # ------------------------------------------------------------------ views of one's own

    def do_save_query(self) -> None:
        if self._line.has_focus:
            self.finish()
        query = self._listing.view.query
        if not query:
            self.tell(_("Search for something first (/); ctrl+s then keeps it as a view."))
            return

        def save(name: str | None) -> None:
            if name:
                now = self.app.now()
                self.write(
                    lambda store: store.settings.save_query(name, query, now=now), is_by_words=True
                )
                self.tell(
                    self.keyed(_("Kept as “{name}”; ' lists your views."), "saved_queries").format(
                        name=name
                    )
                )

        from lesart.tui.screens.dialogs import Ask

        self.app.push_screen(Ask(_("Name for this view"), query, is_replaced=True), save)

    def do_saved_queries(self) -> None:
        from lesart.tui.screens.dialogs import Choose

        saved = self.store.settings.saved_queries()
        views = [*STANDING, *(View(query, name) for name, query in saved)]

        def go(index: int | None) -> None:
            if index is not None:
                self.context.visit(views[index])

        lines = [f"{view.shown_name:24} {view.query}" for view in views]
        self.app.push_screen(Choose(_("Views"), lines), go)
