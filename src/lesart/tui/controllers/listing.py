"""Which articles the list shows."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from lesart.tui.controllers.controller import Controller
from lesart.tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from textual.widgets import Input

    from lesart.model.headline import Headline
    from lesart.query import Query
    from lesart.tui.screens.main import Main

FIRST_PAGE = 300
DEBOUNCE_SECONDS = 0.06


@dataclass(frozen=True, slots=True)
class View:
    """A list of articles: what it answers, and what it is called."""

    query: str = ""
    name: str = "All"


UNREAD = View("is:unread", "Unread")
ALL = View("", "All")
STARRED = View("is:starred", "Starred")
NEW = View("is:new", "New since last time")


class ListController(Controller):
    """The list pane: views, and search while typing."""

    def __init__(self, main: Main) -> None:
        super().__init__(main)
        self.view = ALL
        self._query: Query | None = None
        self.is_whole = True
        """False while the list holds only its first page and the rest is on its way."""
        self.before_search: tuple[View, int | None] | None = None
        self.arrived = 0
        """Articles stored since the list was made; `.` brings them in."""
        self._watched: tuple[Query, ...] = ()
        self.new_since = int(self.store.settings.get("seen_until", "0") or 0)

    @property
    def rows(self) -> ArticleList:
        return self.main.query_one("#list", ArticleList)

    @property
    def input(self) -> Input:
        return cast("Input", self.main.query_one("#query"))

    @property
    def query(self) -> Query:
        """`view` as understood; the first one is parsed only after the first frame."""
        if self._query is None:
            self._query = self.parsed(self.view.query)
        return self._query

    # ------------------------------------------------------------------ views

    def start(self) -> None:
        """The first rows of the first view: what is unread, or everything if nothing is.

        They come from an index, without a query: this is what the first frame waits for.
        """
        articles = self.store.articles
        self.rows.load = self._load
        first = articles.newest(FIRST_PAGE, unread_only=True)
        self.view = UNREAD if first else ALL
        first = first or articles.newest(FIRST_PAGE)
        self.is_whole = len(first) < FIRST_PAGE
        if not first:
            self.rows.empty_lines = self._empty_lines()
        self.rows.show(first)
        self.main.paint_bars()

    def _load(self, ids: Sequence[int]) -> list[Headline | None]:
        """Rows of the library that is open now; none while another file stands in its place."""
        if self.main.has_deferred_panes and not self.main.library_watch.holds():
            return [None] * len(ids)
        return self.store.articles.headlines(ids)

    def begin(self) -> None:
        """After the first frame: the whole list."""
        self.store.search.new_since = self.new_since
        if not self.is_whole:
            self._search_rest(self.query, None)
        self.watch(self.store.settings.watch_words())

    # ------------------------------------------------------------------ watch-words

    def watch(self, words: Sequence[str]) -> None:
        """Mark the rows of articles that answer any of these queries, page by page as they are seen."""
        self._watched = tuple(query for query in map(self.parsed, words) if query.root.parts)
        self.rows.on_page = self._look_for_watched if self._watched else None
        self._look_for_watched(self.rows.loaded_ids)

    def _look_for_watched(self, ids: list[int]) -> None:
        watched = self._watched
        if not watched:
            self.rows.mark_watched((), among=ids)
            return
        self.app.searcher.look(
            lambda store: store.search.answering_any(watched, ids),
            lambda found: (
                self.rows.mark_watched(found, among=ids) if watched is self._watched else None
            ),
        )

    def problems(self) -> Sequence[str]:
        """What of the view's query was not understood."""
        return [problem.message for problem in self._query.problems] if self._query else []

    def parsed(self, text: str, *, is_typing: bool = False) -> Query:
        from lesart.query import parse_query

        today = datetime.now().astimezone().date()
        return parse_query(text, today, prefix_last=is_typing, colours=self.app.config.colours)

    def show(self, view: View, cursor_id: int | None = None, *, is_typing: bool = False) -> None:
        """Make the list show `view`: a first page at once where it is cheap, the rest after it."""
        from lesart.query import Words
        from lesart.query.matches import matches_in

        self.view = view
        query = self._query = self.parsed(view.query, is_typing=is_typing)
        self.arrived = 0
        self.is_whole = False
        has_words = any(isinstance(leaf, Words) for leaf in query.leaves())
        self.rows.find_hits = (lambda title: matches_in(title, query)) if has_words else None
        if _is_quick(query):
            first = self.store.search.ids(query, limit=FIRST_PAGE)
            if len(first) < FIRST_PAGE:
                self.app.searcher.cancel()
                self._arrive(query, first, cursor_id)
                return
            self.rows.show(first, cursor_id=cursor_id)
        self.main.paint_bars()
        self._search_rest(query, cursor_id)

    def _search_rest(self, query: Query, cursor_id: int | None) -> None:
        self.app.searcher.search(
            query, self.new_since, lambda ids: self._arrive(query, ids, cursor_id)
        )

    def _arrive(self, query: Query, ids: array[int], cursor_id: int | None) -> None:
        if query is not self.query:
            return
        at = cursor_id if cursor_id is not None else self.rows.cursor_id
        if self.before_search and self.main.focused is self.input:
            at = ids[0] if ids else None  # while typing the best hit is on top, not the old cursor
        self.is_whole = True
        if not ids:
            self.rows.empty_lines = self._empty_lines()
        self.rows.show(ids, cursor_id=at)
        self.main.paint_bars()

    def again(self) -> None:
        """Make the same view anew, the cursor on the same article."""
        self.show(self.view, self.rows.cursor_id)

    def library_was_replaced(self, article_id: int | None) -> None:
        """Make the list anew, of another library; the cursor goes to `article_id`."""
        self.new_since = int(self.store.settings.get("seen_until", "0") or 0)
        self.store.search.new_since = self.new_since
        if self.before_search is not None:
            self.before_search = (self.before_search[0], None)
        self.rows.show(array("q"))
        self.show(self.view, article_id)
        self.watch(self.store.settings.watch_words())

    def _empty_lines(self) -> Sequence[str]:
        total = self.store.articles.count()
        if not total:
            return (
                "Nothing here yet.",
                "",
                "+ adds a feed address, or imports a file or folder",
                "lesart import PATH… does the same from the command line",
                "? shows all keys",
            )
        if self.view == UNREAD:
            return (f"All read. {total:,} stored.", "", "L shows read ones, R reloads the feeds.")
        lines = [f"Nothing answers “{self.view.query}”.", ""]
        lines += self.problems()
        flags = self._flags()
        if flags:
            rest = " ".join(w for w in self.view.query.split() if not w.startswith("is:"))
            count = self.store.search.count(self.parsed(rest))
            lines.append(f"Without is:{flags[0]}: {count}.")
        else:
            lines.append("Fewer or shorter words find more; ~word searches inside words.")
        return lines

    def _flags(self) -> list[str]:
        from lesart.query import Is

        return [leaf.flag for leaf in self.query.leaves() if isinstance(leaf, Is)]

    # ------------------------------------------------------------------ search

    def do_search_all(self) -> None:
        self.begin_search("")

    def begin_search(self, text: str) -> None:
        """Open the search line over the list, with `text` in it."""
        if self.before_search is None:
            self.before_search = (self.view, self.rows.cursor_id)
        if self.main.is_reading and not self.main.has_list_beside:
            self.main.close_reader()
        field = self.input
        field.add_class("shown")
        field.value = text
        field.focus()
        field.cursor_position = len(text)

    def typed(self, text: str) -> None:
        """The person typed on: search soon, unless another key comes first."""
        if self.before_search is None:
            return
        self.main.debounce("search", DEBOUNCE_SECONDS, lambda: self._search(text))

    def _search(self, text: str) -> None:
        if self.before_search is None:
            return
        if not text.strip():
            view, cursor_id = self.before_search
            self.show(view, cursor_id)
            return
        self.show(View(text, f"/{text}"), is_typing=True)

    def finish_search(self) -> None:
        """The results become the view; the line goes away, esc brings the former view back."""
        text = self.input.value.strip()
        self.main.undebounce("search")
        if text and self.before_search and self.view.query != text:
            self.show(View(text, f"/{text}"), is_typing=True)
        if not text:
            self.leave_search()
            return
        self.rows.focus()
        self.main.paint_bars()

    def leave_search(self) -> bool:
        """Back to the view before the search; False if there was no search."""
        self.main.undebounce("search")
        self.input.remove_class("shown")
        if self.before_search is None:
            return False
        view, cursor_id = self.before_search
        self.before_search = None
        self.input.value = ""
        self.show(view, cursor_id)
        self.rows.focus()
        return True

    def do_save_query(self) -> None:
        if not self.view.query:
            self.tell("Search for something first (/); ctrl+s then keeps it as a view.")
            return
        query = self.view.query

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
        views = [UNREAD, ALL, STARRED, View("is:annotated", "Annotated"), NEW]
        views += [View(query, name) for name, query in saved]

        def go(index: int | None) -> None:
            if index is not None:
                self.main.visit(views[index])

        lines = [f"{view.name:24} {view.query}" for view in views]
        self.app.push_screen(Choose("Views", lines), go)

    # ------------------------------------------------------------------ rows

    def target(self) -> Headline | None:
        """The article a command means: the one being read, else the one under the cursor."""
        if self.main.is_reading and self.main.mode in ("READ", "FACTS", "SELECT"):
            found = self.store.articles.headlines([self.main.reading.article_id or 0])
            return found[0]
        return self.rows.headline

    def refresh_rows(self, ids: Sequence[int]) -> None:
        self.rows.update_rows(ids)
        self.main.paint_bars()

    def take_out(self, ids: set[int]) -> None:
        """These are gone: the cursor goes to what follows them."""
        index = self.rows.cursor_index
        if self.main.is_reading:
            self.main.close_reader()
        left = array("q", (i for i in self.rows.ids if i not in ids))
        at = left[min(index, len(left) - 1)] if left else None
        if not left:
            self.rows.empty_lines = self._empty_lines()
        self.rows.show(left, cursor_id=at)
        self.main.paint_bars()

    def do_toggle_read(self) -> None:
        words = self.view.query.split()
        if "is:unread" in words:
            words.remove("is:unread")
            self.show(
                View(" ".join(words), "All" if not words else self.view.name), self.rows.cursor_id
            )
        else:
            query = " ".join(["is:unread", *words])
            self.show(View(query, "Unread" if not words else self.view.name), self.rows.cursor_id)

    def do_arrived(self) -> None:
        if self.arrived:
            self.again()
        else:
            self.main.visit(NEW)

    def seen(self) -> None:
        """This session has seen what is there; `is:new` starts from here next time."""
        now = self.app.now()
        self.write(
            lambda store: store.settings.set("seen_until", str(now)),
            is_by_words=True,
            is_silent=True,
        )


def _is_quick(query: Query) -> bool:
    """Whether a first page can be had from an index at once, on the screen's own thread."""
    from lesart.query import Is

    parts = query.root.parts
    return query.sort != "rank" and all(
        isinstance(part, Is) and part.flag in ("unread", "starred", "annotated") for part in parts
    )
