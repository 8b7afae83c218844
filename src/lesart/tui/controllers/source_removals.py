"""What comes into the sources and leaves them; each step can be taken back with all that was there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.source_changes import SourceChanges
from lesart.tui.controllers.sources import Source, SourcesController

if TYPE_CHECKING:
    from lesart.model.feed import Feed
    from lesart.store import Store
    from lesart.store.tables.feed_removal import RemovedFeed
    from lesart.tui.controllers.context import Context
    from lesart.tui.controllers.views import View


class SourceRemovals(Controller):
    """Follow and stop following, dissolve folders, forget views."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        sources: SourcesController,
        changes: SourceChanges,
    ) -> None:
        super().__init__(context)
        self._listing, self._sources, self._changes = listing, sources, changes

    def handlers(self) -> Handlers:
        return {"remove_source": self.do_remove}

    # ------------------------------------------------------------------ adding

    def added(self, feeds: list[Feed]) -> None:
        """These are followed since a moment: `u` takes that back, with what they have brought.

        What of it was starred or annotated by then stays.
        """
        if not feeds:
            return
        ids = [feed.id for feed in feeds]
        removed: list[RemovedFeed] = []

        def again() -> None:
            self._sources.paint()
            self._listing.again()

        def take_back() -> None:
            def job(store: Store) -> list[RemovedFeed | None]:
                with store.transaction():
                    return [store.feeds.remove(one, with_articles=True) for one in ids]

            def done(found: list[RemovedFeed | None]) -> None:
                removed[:] = [one for one in found if one is not None]
                again()

            self.write(job, done)

        def follow() -> None:
            def job(store: Store) -> list[Feed | None]:
                with store.transaction():
                    return [store.feeds.bring_back(one) for one in removed]

            def done(found: list[Feed | None]) -> None:
                ids[:] = [feed.id for feed in found if feed is not None]
                again()

            self.write(job, done)

        says = ngettext(
            "“{title}” is not followed any more.",
            "“{title}” and {others} more are not followed any more.",
            len(feeds),
        ).format(title=feeds[0].title, others=numeral(len(feeds) - 1))
        self.history.did(says, take_back, follow)

    # ------------------------------------------------------------------ removing

    def do_remove(self) -> None:
        """Remove what is lit: a feed, a folder or a view of one's own. Never an article."""
        source = self._sources.under_cursor()
        if source is None:
            return
        name = source.view.shown_name
        if source.feed_id is not None:
            self._remove_feed(source.feed_id, name)
        elif source.is_folder and (feeds := self._sources.feeds_of(source)):
            self._remove_folder(source, feeds)
        elif source.is_folder:
            self.tell(
                _("“{name}” holds imported articles; they are deleted one by one.").format(
                    name=name
                )
            )
        elif source.is_own:
            self._forget_view(source.view)
        elif source.watched:
            self._stop_watching(source.watched)
        else:
            self.tell(_("“{name}” is always there; feeds and views of yours go.").format(name=name))

    def _remove_folder(self, source: Source, feeds: list[Feed]) -> None:
        old = source.folder or ""

        def remove(yes: bool | None) -> None:
            if yes:
                self._changes.move_folder(feeds, old, old.rpartition("/")[0])

        from lesart.tui.screens.dialogs import Confirm

        question = ngettext(
            "Dissolve the folder “{name}”? Its {count} feed is followed on.",
            "Dissolve the folder “{name}”? Its {count} feeds are followed on.",
            len(feeds),
        ).format(name=old, count=numeral(len(feeds)))
        self.app.push_screen(Confirm(question, _("dissolve"), _("keep")), remove)

    def remove_feed(self, feed_id: int, then: Callable[[str], None] | None = None) -> None:
        """Stop following; `u` brings the feed back with all that was known of it.

        `then` is given what is told when it is done.
        """
        if not self.may_write():
            return
        kept: list[RemovedFeed] = []
        number = feed_id
        name = next((f.title for f in self.store.feeds.all() if f.id == feed_id), "")

        def again() -> None:
            self._sources.paint()
            self._listing.again()

        gone = _("“{name}” is not followed any more; its articles stay. u brings it back.")
        told = self.keyed(gone, "undo").format(name=name)

        def take_out() -> None:
            def done(removed: RemovedFeed | None) -> None:
                kept[:] = [removed] if removed is not None else []
                again()
                if then is not None:
                    then(told)

            self.write(lambda store: store.feeds.remove(number), done)

        def bring_back() -> None:
            def job(store: Store) -> Feed | None:
                return store.feeds.bring_back(kept[0]) if kept else None

            def done(feed: Feed | None) -> None:
                nonlocal number
                if feed is None:
                    self.tell(_("“{name}” is followed already.").format(name=name))
                    return
                number = feed.id
                again()
                self._sources.light(feed_id=feed.id)

            self.write(job, done)

        take_out()
        says = _("“{name}” is followed again.").format(name=name)
        self.history.did(says, bring_back, take_out)
        self.tell(told)

    def _remove_feed(self, feed_id: int, name: str) -> None:
        if not self.may_write():
            return
        from lesart.tui.screens.dialogs import Confirm

        def remove(yes: bool | None) -> None:
            if yes:
                self.remove_feed(feed_id)

        question = _("Stop following “{name}”? Its articles stay in the library.").format(name=name)
        self.app.push_screen(Confirm(question, _("stop following"), _("keep")), remove)

    def _forget_view(self, view: View) -> None:
        if not self.may_write():
            return
        now = self.app.now()

        def put(query: str) -> None:
            self.write(
                lambda store: store.settings.save_query(view.name, query, now=now),
                lambda _: self._sources.paint(),
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
                self._sources.paint()

            self.write(change, done, is_by_words=True)

        put(False)
        self.history.did(
            _("“{query}” is watched again.").format(query=words),
            lambda: put(True),
            lambda: put(False),
        )
        said = self.keyed(_("“{query}” is watched no more; u takes it back."), "undo")
        self.tell(said.format(query=words))
