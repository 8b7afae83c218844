"""Which articles the list shows."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext
from lesart.tui.background.searcher import FIRST_PAGE
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.story_folds import StoryFolds
from lesart.tui.controllers.views import ALL, NEW, UNREAD, View
from lesart.tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from lesart.model.headline import Headline
    from lesart.query import Query
    from lesart.store import Store
    from lesart.tui.background.searcher import Found
    from lesart.tui.controllers.context import Context


class ListController(Controller):
    """The list pane and the view in it."""

    def __init__(self, context: Context, rows: ArticleList) -> None:
        super().__init__(context)
        self.rows = rows
        self.view = ALL
        self._query: Query | None = None
        self.folds = StoryFolds(self.app.glyphs, is_on=self.app.config.stories == "folded")
        rows.sign_of = self.folds.sign
        self.is_whole = True
        """False while the list holds only its first page and the rest is on its way."""
        self._is_typing = False
        """The view is of words that are still being typed."""
        self._if_empty: Callable[[], None] | None = None
        self._page_at: int | None = None
        """The article under the cursor when the first page was shown ahead of the rest."""
        self.unread: int | None = None
        """Unread articles of the whole library; None: not counted yet."""
        self.arrived = 0
        """Articles stored since the list was made; `.` brings them in."""
        self._watched: tuple[Query, ...] = ()
        self.new_since = int(self.store.settings.get("seen_until", "0") or 0)

    def handlers(self) -> Handlers:
        return {"toggle_read": self.do_toggle_read, "arrived": self.do_arrived}

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
        self.rows.pages.load = self._load
        first = articles.newest(FIRST_PAGE, unread_only=True)
        self.view = UNREAD if first else ALL
        first = first or articles.newest(FIRST_PAGE)
        self.is_whole = len(first) < FIRST_PAGE
        if not first:
            self.rows.empty_lines = self._empty_lines()
        self.rows.show(self._folded(first))
        self.context.paint_bars()

    def _folded(self, ids: array[int]) -> array[int]:
        """A page of rows, each story once where that is wanted."""
        return self.folds.fold(ids, self.store.stories.of(ids) if self.folds.is_on else {})

    def _load(self, ids: Sequence[int]) -> list[Headline | None]:
        """Rows of the library that is open now; none while another file stands in its place."""
        if not self.context.holds():
            return [None] * len(ids)
        try:
            return self.store.articles.headlines(ids)
        except Exception as error:
            if not self.context.outlives(error):
                raise
            return [None] * len(ids)

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
        self.rows.pages.on_page = self._look_for_marks
        self._look_for_marks([row.id for row in self.rows.pages.looked_at])

    def _look_for_marks(self, ids: list[int]) -> None:
        """Mark the rows that have a watch-word, and those whose numbers were corrected."""
        self._look_for_watched(ids)
        self.look_for_changed(ids)

    def look_for_changed(self, ids: Sequence[int]) -> None:
        """Mark those of these rows whose numbers were corrected; only what has other words can have."""
        wanted = set(ids)
        among = [row.id for row in self.rows.pages.looked_at if row.id in wanted and row.revised]
        if among:
            self.app.searcher.look(
                lambda store: store.analyses.with_changed_figures(among),
                lambda found: self.rows.mark("changed", found, among=among),
            )

    def _look_for_watched(self, ids: list[int]) -> None:
        watched = self._watched
        if not watched:
            self.rows.mark("watched", (), among=ids)
            return
        self.app.searcher.look(
            lambda store: store.search.answering_any(watched, ids),
            lambda found: (
                self.rows.mark("watched", found, among=ids) if watched is self._watched else None
            ),
        )

    def look_again(self) -> None:
        """Somebody has written: rows in sight say so where a text was corrected or has a watch-word now."""
        ids = self.rows.ids_in_window

        def found(revised: dict[int, int]) -> None:
            shown = {row.id: row.revised for row in self.rows.pages.looked_at}
            self.rows.update_rows([i for i, when in revised.items() if shown.get(i) != when])
            self._look_for_marks(ids)

        def stored(store: Store) -> dict[int, int]:
            rows = store.articles.headlines(ids)
            return {row.id: row.revised for row in rows if row is not None and row.revised}

        if ids:
            self.app.searcher.look(stored, found)

    def _look_for_hits(self, query: Query, ids: list[int]) -> None:
        """Fetch the words around what was found, for rows that are in view."""
        self.app.searcher.look(
            lambda store: store.search.snippets(query, ids),
            lambda found: self.rows.put_hits(ids, found) if query is self._query else None,
        )

    def problems(self) -> Sequence[str]:
        """What of the view's query was not understood."""
        return [problem.message for problem in self._query.problems] if self._query else []

    def parsed(self, text: str, *, is_typing: bool = False) -> Query:
        from lesart.query import parse_query

        today = datetime.now().astimezone().date()
        return parse_query(text, today, prefix_last=is_typing, colours=self.app.config.colours)

    def show(
        self,
        view: View,
        cursor_id: int | None = None,
        *,
        is_typing: bool = False,
        is_anew: bool = False,
        if_empty: Callable[[], None] | None = None,
    ) -> None:
        """Make the list show `view`: a first page at once where it is cheap, the rest after it.

        Where nothing answers it `if_empty` is done, instead of showing that. A list that is made
        anew comes as a whole.
        """
        from lesart.query import Words
        from lesart.query.matches import matches_in

        self.view, self._is_typing, self._if_empty = view, is_typing, if_empty
        query = self._query = self.parsed(view.query, is_typing=is_typing)
        self.arrived = 0
        self.is_whole = False
        self._page_at = None
        has_words = any(isinstance(leaf, Words) for leaf in query.leaves())
        self.rows.find_hits = (lambda title: matches_in(title, query)) if has_words else None
        self.rows.row_hits.begin(partial(self._look_for_hits, query) if has_words else None)
        if _is_quick(query):
            first = self.store.search.ids(query, limit=FIRST_PAGE)
            if len(first) < FIRST_PAGE:
                self.app.searcher.cancel()
                self._arrive(query, first, cursor_id)
                return
            self.rows.show(self._folded(first), cursor_id=cursor_id)
            self._page_at = self.rows.cursor_id
        self.context.paint_bars()
        is_page_wanted = self._page_at is None and not is_anew
        begun = partial(self._show_page, query, cursor_id) if is_page_wanted else None
        self._search_rest(query, cursor_id, begun)

    def _search_rest(self, query: Query, cursor_id: int | None, begun: Found | None = None) -> None:
        self.app.searcher.search(
            query, self.new_since, lambda ids: self._arrive(query, ids, cursor_id), begun=begun
        )

    def _show_page(self, query: Query, cursor_id: int | None, page: array[int]) -> None:
        """The first page is there; where the cursor's place is not on it, the rest is waited for."""
        if query is not self.query or (cursor_id is not None and cursor_id not in page):
            return
        at = self.rows.cursor_id if cursor_id is None else cursor_id
        if self._is_typing or at is None or at not in page:
            at = page[0]
        shown = self._folded(page)
        self.rows.show(shown, cursor_id=self.folds.row_of(at))
        self._page_at = self.rows.cursor_id
        self.context.paint_bars()

    def _arrive(self, query: Query, ids: array[int], cursor_id: int | None) -> None:
        if query is not self.query:
            return
        if not ids and self._if_empty is not None:
            self._if_empty()
            return
        if not self.folds.is_on or len(ids) <= FIRST_PAGE:
            self._put(ids, self._folded(ids), cursor_id)
            return

        def known(story_of: Mapping[int, int]) -> None:
            if query is self.query:
                self._put(ids, self.folds.fold(ids, story_of), cursor_id)

        self.app.searcher.look(lambda store: store.stories.of(ids), known)

    def _put(self, ids: array[int], shown: array[int], cursor_id: int | None) -> None:
        """All of the view is there: `ids` as they were found, `shown` as they are listed."""
        here = self.rows.cursor_id
        at = cursor_id if cursor_id is not None else here
        if self._page_at not in (None, here):
            at = here  # the person has gone on meanwhile
        elif self._is_typing:
            at = ids[0] if ids else None  # while typing the best hit is on top, not the old cursor
        self.is_whole = True
        if not ids:
            self.rows.empty_lines = self._empty_lines()
        show = self.rows.show if self._page_at is None else self.rows.show_rest
        show(shown, cursor_id=self.folds.row_of(at) if at is not None else None)
        self.context.paint_bars()

    def again(self) -> None:
        """Make the same view anew, the cursor on the same article."""
        if_empty = None if self.is_whole else self._if_empty
        self.show(
            self.view,
            self.rows.cursor_id,
            is_typing=self._is_typing,
            is_anew=True,
            if_empty=if_empty,
        )

    def library_was_replaced(self, article_id: int | None) -> None:
        """Make the list anew, of another library; the cursor goes to `article_id`."""
        self.new_since = int(self.store.settings.get("seen_until", "0") or 0)
        self.store.search.new_since = self.new_since
        self.rows.show(array("q"))
        self.show(self.view, article_id)
        self.watch(self.store.settings.watch_words())

    def _empty_lines(self) -> Sequence[str]:
        total = self.store.articles.count()
        if not total:
            return (
                _("Nothing here yet."),
                "",
                _("+ adds a feed address, or imports a file or folder"),
                _("lesart import PATH… does the same from the command line"),
                _("? shows all keys"),
            )
        if self.view == UNREAD:
            return (
                ngettext("All read. {count} stored.", "All read. {count} stored.", total).format(
                    count=numeral(total)
                ),
                "",
                self.keyed(
                    _("L shows read ones, R reloads the feeds."), "refresh_all", "toggle_read"
                ),
            )
        is_feed = self.view.query.startswith("from:#")
        asked = self.view.shown_name if is_feed else self.view.query
        lines = [_("Nothing answers “{query}”.").format(query=asked), ""]
        lines += self.problems()
        flags = self._flags()
        if flags:
            rest = " ".join(w for w in self.view.query.split() if not w.startswith("is:"))
            count = self.store.search.count(self.parsed(rest))
            lines.append(
                _("Without is:{flag}: {count}.").format(flag=flags[0], count=numeral(count))
            )
        else:
            lines.append(_("Fewer or shorter words find more; ~word searches inside words."))
        return lines

    def _flags(self) -> list[str]:
        from lesart.query import Is

        return [leaf.flag for leaf in self.query.leaves() if isinstance(leaf, Is)]

    # ------------------------------------------------------------------ rows

    @property
    def article_count(self) -> int:
        """How many articles the view has, those within folded stories too."""
        return len(self.rows) + self.folds.folded_away

    def target(self) -> Headline | None:
        """The article a command means: the one being read, else the one under the cursor."""
        article = self.context.shown_article
        if self.context.is_reading and self.context.mode in ("READ", "FACTS", "SELECT"):
            return self.store.articles.headlines([article.id])[0] if article else None
        return self.rows.headline

    def step(self, step: int, wanted: Callable[[Headline], bool] = lambda _: True) -> int | None:
        """Put the cursor on the next row that is wanted; gives its article."""
        return self.rows.step_to(wanted, step)

    def refresh_rows(self, ids: Sequence[int]) -> None:
        self.rows.update_rows(ids)
        self.context.paint_bars()

    def take_out(self, ids: set[int]) -> None:
        """These are gone: the cursor goes to what follows them."""
        index = self.rows.cursor_index
        if self.context.is_reading:
            self.context.close_reader()
        left = self.folds.without(self.rows.ids, ids)
        at = left[min(index, len(left) - 1)] if left else None
        if not left:
            self.rows.empty_lines = self._empty_lines()
        self.rows.show(left, cursor_id=at)
        self.context.paint_bars()

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
            self.context.visit(NEW)

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
