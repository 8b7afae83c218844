"""The pane of sources: views, folders and feeds with what is unread in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from lesart.locales.in_sentences import numeral
from lesart.translations import _
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.views import STANDING, UNREAD, View
from lesart.tui.controllers.watch_news import WatchNews
from lesart.tui.rendering.cells import painted

if TYPE_CHECKING:
    from lesart.store import Store
    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.source_list import SourceList


class _Source(NamedTuple):
    view: View
    number: str = ""
    feed_id: int | None = None
    is_own: bool = False
    """A search that the person keeps."""
    watched: str = ""
    """The query, where it is one that is watched."""


class SourcesController(Controller):
    """What the pane lists, and which source is meant."""

    def __init__(self, context: Context, listing: ListController, pane: SourceList) -> None:
        super().__init__(context)
        self._listing = listing
        self.pane = pane
        self._sources: list[_Source] = []
        self._news = WatchNews(context, listing)

    def handlers(self) -> Handlers:
        return {"remove_source": self.do_remove_source}

    def paint(self, *, is_coming: bool = False) -> None:
        """Views, folders and feeds with their unread counts.

        `is_coming`: the pane was hidden up to now.
        """
        if self.pane.display or is_coming:
            self._put(self._with_watched(_sources_of(self.store)))

    def _with_watched(self, sources: list[_Source]) -> list[_Source]:
        """The watched queries behind the reader's own views, with what is new for each."""
        sign, counts = self.app.glyphs.watched, self._news.counts
        watched = [
            _Source(View(words, f"{sign} {words}"), numeral(counts[words]) if counts.get(words) else "", watched=words)
            for words in self.store.settings.watch_words()
        ]  # fmt: skip
        at = len(STANDING) + sum(source.is_own for source in sources)
        return [*sources[:at], *watched, *sources[at:]]

    def library_was_replaced(self) -> None:
        """The counts are of another library."""
        self._news.forget()
        self.paint()

    def count_anew(self) -> None:
        """Somebody has written: bring the numbers up to date, without anybody waiting for them."""
        is_shown = bool(self.pane.display)

        def counted(found: tuple[int, list[_Source]]) -> None:
            self._listing.unread, sources = found
            self.context.paint_bars()
            if sources and (every := self._with_watched(sources)) != self._sources:
                self._put(every)

        self.app.searcher.look(
            lambda store: (store.articles.unread(), _sources_of(store) if is_shown else []), counted
        )
        self._news.look(self.paint)

    def _put(self, sources: list[_Source]) -> None:
        """Show these; the cursor stays on its source."""
        from textual.widgets.option_list import Option

        pane, before = self.pane, self.under_cursor()
        self._sources = sources
        with pane.prevent(pane.OptionHighlighted):
            pane.clear_options()
            pane.add_options(
                [
                    Option(
                        Content.assemble(
                            painted(source.view.shown_name), " ", (source.number, "$text-muted")
                        )
                    )
                    for source in sources
                ]
            )
            if before is not None:
                pane.light(self._index_of(before.view), always=True)

    def arrived(self) -> None:
        """The pane has the keys: a row is lit, at first that of the list's own view."""
        if not self._sources:
            self.paint()
        self.pane.light(self._index_of(self._listing.view))

    def _index_of(self, view: View) -> int:
        return next((n for n, source in enumerate(self._sources) if source.view == view), 0)

    def under_cursor(self) -> _Source | None:
        """The source that is lit."""
        index = self.pane.highlighted
        return self._sources[index] if index is not None and index < len(self._sources) else None

    def open(self, index: int) -> None:
        if index < len(self._sources):
            source = self._sources[index]
            self.context.visit(source.view)
            if source.watched:
                self._news.looked_at(source.watched, self.paint)

    def chosen_feed(self) -> int | None:
        """The feed of the source under the cursor, else of the article meant."""
        if self.context.mode == "SOURCES":
            source = self.under_cursor()
            return source.feed_id if source is not None else None
        headline = self._listing.target()
        article = self.store.articles.get(headline.id) if headline else None
        return article.feed_id if article else None

    # ------------------------------------------------------------------ removing

    def do_remove_source(self) -> None:
        """Remove what is lit: a feed or a view of one's own. Never an article."""
        source = self.under_cursor()
        if source is None:
            return
        name = source.view.shown_name
        if source.feed_id is not None:
            self._remove_feed(source.feed_id, name)
        elif source.is_own:
            self._forget_view(source.view)
        elif source.watched:
            self._stop_watching(source.watched)
        else:
            self.tell(_("“{name}” is always there; feeds and views of yours go.").format(name=name))

    def _remove_feed(self, feed_id: int, name: str) -> None:
        if not self.may_write():
            return
        from lesart.tui.screens.dialogs import Confirm

        def done(_done: object) -> None:
            self.paint()
            self._listing.again()
            self.tell(
                _("“{name}” is not followed any more; its articles stay. + adds it again.").format(
                    name=name
                )
            )

        def remove(yes: bool | None) -> None:
            if yes:
                self.write(lambda store: store.feeds.remove(feed_id), done)

        question = _("Stop following “{name}”? Its articles stay in the library.").format(name=name)
        self.app.push_screen(Confirm(question, _("stop following"), _("keep")), remove)

    def _forget_view(self, view: View) -> None:
        if not self.may_write():
            return
        now = self.app.now()

        def put(query: str) -> None:
            self.write(
                lambda store: store.settings.save_query(view.name, query, now=now),
                lambda _: self.paint(),
                is_by_words=True,
            )

        put("")
        self.history.did(
            _("The view “{name}” is back.").format(name=view.name),
            lambda: put(view.query),
            lambda: put(""),
        )
        self.tell(
            self.keyed(_("The view “{name}” is gone; u brings it back."), "undo").format(
                name=view.name
            )
        )

    def _stop_watching(self, words: str) -> None:
        if not self.may_write():
            return
        now = self.app.now()

        def put(is_watched: bool) -> None:
            def change(store: Store) -> None:
                from lesart.services.asking.watching import stop_watching

                if is_watched:
                    store.settings.watch(words, now=now)
                else:
                    stop_watching(store, words)

            def done(_done: object) -> None:
                self._listing.watch(self.store.settings.watch_words())
                self.paint()

            self.write(change, done, is_by_words=True)

        put(False)
        self.history.did(
            _("“{query}” is watched again.").format(query=words),
            lambda: put(True),
            lambda: put(False),
        )
        said = self.keyed(_("“{query}” is watched no more; u takes it back."), "undo")
        self.tell(said.format(query=words))


def _sources_of(store: Store) -> list[_Source]:
    """Everything that can be chosen, in its order."""
    unread = store.articles.unread()
    rows = [_Source(view, numeral(unread) if view == UNREAD else "") for view in STANDING]
    for name, query in store.settings.saved_queries():
        rows.append(_Source(View(query, name), is_own=True))
    for name, _count, new in store.articles.folders():
        rows.append(_Source(View(f'in:"{name}"', name), numeral(new) if new else ""))
    for count in store.feeds.counts():
        feed = count.feed
        number = ("⚠ " if feed.error else "") + (numeral(count.unread) if count.unread else "")
        rows.append(_Source(View(f'from:"{feed.title}"', feed.title), number, feed.id))
    return rows
