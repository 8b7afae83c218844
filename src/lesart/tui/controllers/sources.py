"""The pane of sources: views, folders and feeds with what is unread in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lesart.locales.in_sentences import numeral
from lesart.services.feed_tree import lines, tree_of
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.views import STANDING, UNREAD, View
from lesart.tui.controllers.watch_news import WatchNews
from lesart.tui.widgets.source_list import SourceRow

if TYPE_CHECKING:
    from lesart.model.feed import Feed
    from lesart.store import Store
    from lesart.tui.controllers.context import Context
    from lesart.tui.rendering.glyphs import Glyphs
    from lesart.tui.widgets.source_list import SourceList


class Source(NamedTuple):
    """What a line of the pane stands for."""

    view: View
    feed_id: int | None = None
    folder: str | None = None
    """Of a folder its path; of a feed the folder that it is shown in."""
    is_own: bool = False
    """A search that the person keeps."""
    watched: str = ""
    """The query, where it is one that is watched."""

    @property
    def is_folder(self) -> bool:
        return self.folder is not None and self.feed_id is None


class _Row(NamedTuple):
    """A source with its numbers, as read from the library."""

    source: Source
    number: str = ""
    sign: str = ""
    depth: int = 0


FOLDED = "sources:folded"
"""The setting that keeps which folders are folded."""


class SourcesController(Controller):
    """What the pane lists, and which source is meant."""

    def __init__(self, context: Context, listing: ListController, pane: SourceList) -> None:
        super().__init__(context)
        self._listing = listing
        self.pane = pane
        self._rows: list[_Row] = []
        self._news = WatchNews(context, listing)
        pane.fold_as(self.store.settings.get(FOLDED))

    def handlers(self) -> Handlers:
        return {"leave_sources": self.leave}

    def paint(self, *, is_coming: bool = False) -> None:
        """Views, folders and feeds with their unread counts.

        `is_coming`: the pane was hidden up to now.
        """
        if self.pane.display or is_coming:
            self._put(self._with_watched(self._read(self.store)))

    def _read(self, store: Store) -> list[_Row]:
        return _sources_of(store, self.app.glyphs, int(self.app.now()))

    def _with_watched(self, rows: list[_Row]) -> list[_Row]:
        """The watched queries behind the reader's own views, with what is new for each."""
        sign, counts = self.app.glyphs.watched, self._news.counts
        watched = [
            _Row(Source(View(words, f"{sign} {words}"), watched=words), numeral(counts[words]) if counts.get(words) else "")
            for words in self.store.settings.watch_words()
        ]  # fmt: skip
        at = len(STANDING) + sum(row.source.is_own for row in rows)
        return [*rows[:at], *watched, *rows[at:]]

    def library_was_replaced(self) -> None:
        """The counts are of another library."""
        self._news.forget()
        self.pane.fold_as(self.store.settings.get(FOLDED))
        self.paint()

    def count_anew(self) -> None:
        """Somebody has written: bring the numbers up to date, without anybody waiting for them."""
        is_shown = bool(self.pane.display)

        def counted(found: tuple[int, list[_Row]]) -> None:
            self._listing.unread, rows = found
            self.context.paint_bars()
            if rows and (every := self._with_watched(rows)) != self._rows:
                self._put(every)

        self.app.searcher.look(
            lambda store: (store.articles.unread(), self._read(store) if is_shown else []), counted
        )
        self._news.look(self.paint)

    def _put(self, rows: list[_Row]) -> None:
        """Show these; the cursor stays on its source."""
        before = self.under_cursor()
        self._rows = rows
        has_folders = any(row.source.is_folder for row in rows)
        shown: list[SourceRow] = []
        for row in rows:
            source = row.source
            is_in_tree = source.feed_id is not None or source.is_folder
            if is_in_tree and shown and not shown[-1].is_in_tree:
                shown.append(SourceRow(None, is_in_tree=True))
            folder = source.folder if source.is_folder else None
            name = source.view.shown_name
            shown.append(
                SourceRow(
                    source,
                    name,
                    row.number,
                    row.sign,
                    row.depth,
                    folder,
                    is_in_tree and has_folders,
                )
            )
        self.pane.put(shown, self._still_there(before))

    def _still_there(self, before: Source | None) -> Source | None:
        """The source as it is now: a feed may have another name or folder."""
        if before is None:
            return None
        sources = [row.source for row in self._rows]
        if before in sources:
            return before
        same = (s for s in sources if s.feed_id is not None and s.feed_id == before.feed_id)
        return next(same, None)

    def arrived(self) -> None:
        """The pane has the keys: a row is lit, at first that of the list's own view."""
        if not self._rows:
            self.paint()
        if self.pane.cursor < 0 or not self._has_been_here:
            self._has_been_here = True
            view = self._listing.view
            own = (row.source for row in self._rows if row.source.view == view)
            self.pane.light(next(own, self._rows[0].source))

    _has_been_here = False

    def light(self, *, feed_id: int | None = None, folder: str | None = None) -> None:
        """Put the cursor on a feed or folder."""
        for row in self._rows:
            source = row.source
            is_feed = feed_id is not None and source.feed_id == feed_id
            if is_feed or (feed_id is None and source.is_folder and source.folder == folder):
                self.pane.light(source)
                return

    def under_cursor(self) -> Source | None:
        """The source that is lit."""
        return self.pane.value if self._rows else None

    def open(self, source: Source) -> None:
        self.context.visit(source.view)
        if source.watched:
            self._news.looked_at(source.watched, self.paint)

    def leave(self) -> None:
        """The keys go back to the list."""
        self._listing.rows.focus()

    def folded(self, kept: str) -> None:
        """Other folders are folded: that stays so."""
        self.write(lambda store: store.settings.set(FOLDED, kept), is_by_words=True, is_silent=True)

    def meant(self) -> Source | None:
        """The source that is lit; elsewhere the feed of the article that is meant."""
        if self.context.mode == "SOURCES":
            return self.under_cursor()
        headline = self._listing.target()
        article = self.store.articles.get(headline.id) if headline else None
        if article is None or article.feed_id is None:
            return None
        feed = self.store.feeds.get(article.feed_id)
        return _of_feed(feed.id, feed.title, feed.folder) if feed is not None else None

    def chosen_feed(self) -> int | None:
        """The feed of the source under the cursor, else of the article meant."""
        source = self.meant()
        return source.feed_id if source is not None else None

    def feeds_of(self, source: Source) -> list[Feed]:
        """The feed that is meant, or all that stand in a folder or bear it as a tag."""
        if source.feed_id is not None:
            feed = self.store.feeds.get(source.feed_id)
            return [feed] if feed is not None else []
        folder = source.folder
        if folder is None:
            return []
        return [
            feed
            for feed in self.store.feeds.all()
            if feed.folder == folder
            or feed.folder.startswith(f"{folder}/")
            or (not feed.folder and folder in feed.tags)
        ]


def _of_feed(feed_id: int, title: str, folder: str) -> Source:
    return Source(View(f"from:#{feed_id}", title), feed_id, folder)


def _sources_of(store: Store, glyphs: Glyphs, now: int) -> list[_Row]:
    """Everything that can be chosen, in its order."""
    unread = store.articles.unread()
    rows = [_Row(Source(view), numeral(unread) if view == UNREAD else "") for view in STANDING]
    for name, query in store.settings.saved_queries():
        rows.append(_Row(Source(View(query, name), is_own=True)))
    for depth, place in lines(tree_of(store.feeds.counts(), store.articles.folders())):
        feed = place.feed
        if feed is None:
            source = Source(View(f'in:"{place.path}"', place.name), folder=place.path)
            sign = glyphs.warning if place.failing else ""
        else:
            source = _of_feed(feed.id, feed.title, place.path)
            signs = (
                glyphs.warning if feed.error else "",
                glyphs.paused if feed.is_paused else "",
                glyphs.muted if feed.is_muted(now) else "",
            )
            sign = "".join(signs)
        rows.append(_Row(source, numeral(place.unread) if place.unread else "", sign, depth))
    return rows
