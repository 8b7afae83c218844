"""What a person changes in the sources: names, folders, pauses; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.services import feed_changes
from lesart.text.clean import clean_line
from lesart.text.folder_names import folder_name
from lesart.translations import _, ngettext
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.sources import Source, SourcesController

if TYPE_CHECKING:
    from lesart.model.feed import Feed
    from lesart.services.feed_changes import Changes
    from lesart.store import Store
    from lesart.tui.controllers.context import Context
    from lesart.tui.controllers.views import View


class SourceChanges(Controller):
    """Rename, move and pause what is lit."""

    def __init__(
        self, context: Context, listing: ListController, sources: SourcesController
    ) -> None:
        super().__init__(context)
        self._listing, self._sources = listing, sources

    def handlers(self) -> Handlers:
        return {
            "rename_source": self.do_rename,
            "move_source": self.do_move,
            "pause_source": self.do_pause,
        }

    # ------------------------------------------------------------------ changing

    def change(self, changes: Changes, says: str, then: Callable[[], None] | None = None) -> None:
        """Set values of feeds, as one step that `u` takes back; `says` is what was done."""
        if not changes or not self.may_write():
            return
        values = {feed_id: dict(wanted) for feed_id, wanted in changes.items()}

        def turn(after: Callable[[], None] | None = None) -> None:
            def job(store: Store) -> Changes:
                return store.feeds.exchange(values)

            def done(former: Changes) -> None:
                values.clear()
                values.update({feed_id: dict(wanted) for feed_id, wanted in former.items()})
                self._shown_anew()
                if after is not None:
                    after()

            self.write(job, done, lambda: self.history.forget(step))

        turn(then)
        step = self.history.did(_("The feeds are as they were."), turn, turn)
        self.tell(self.keyed(_("{says} u takes it back."), "undo").format(says=says))

    def _shown_anew(self) -> None:
        self._sources.paint()
        rows = self._listing.rows
        rows.update_rows([row.id for row in rows.pages.looked_at])

    def _feeds_meant(self) -> tuple[Source, list[Feed]] | None:
        """The lit source with its feeds; None where it has none, which is told."""
        source = self._sources.meant()
        feeds = self._sources.feeds_of(source) if source is not None else []
        if source is None or not feeds:
            self.tell(_("This is no feed, and no folder of feeds."))
            return None
        return source, feeds

    def do_rename(self) -> None:
        if not self.may_write():
            return
        source = self._sources.meant()
        if source is not None and source.is_own:
            self._rename_view(source.view)
            return
        meant = self._feeds_meant()
        if meant is None:
            return
        source, feeds = meant
        if source.is_folder:
            self._rename_folder(source, feeds)
            return
        feed = feeds[0]
        own_title = self.store.feeds.titles(feed.id)[0]

        def named(name: str | None) -> None:
            name = clean_line(name, 300) if name is not None else None
            if name is not None and name != feed.title:
                says = (
                    _("“{old}” is called “{new}”.").format(old=feed.title, new=name)
                    if name
                    else _("“{old}” has its own title again.").format(old=feed.title)
                )
                self.change({feed.id: {"own_title": name}}, says)

        hint = _("empty: its own title, {title}").format(title=own_title) if own_title else ""
        self._ask(_("Another name for “{name}”").format(name=feed.title), feed.title, named, hint)

    def _rename_view(self, view: View) -> None:
        now = self.app.now()

        def put(old: str, new: str) -> None:
            def job(store: Store) -> None:
                with store.transaction():
                    store.settings.save_query(old, "", now=now)
                    store.settings.save_query(new, view.query, now=now)

            self.write(job, lambda _: self._sources.paint(), is_by_words=True)

        def named(name: str | None) -> None:
            if not name or name == view.name:
                return
            if any(name == known for known, _query in self.store.settings.saved_queries()):
                self.tell(_("There is a view “{name}” already.").format(name=name))
                return
            put(view.name, name)
            says = _("“{old}” is called “{new}”.").format(old=view.name, new=name)
            undone = _("“{name}” is called so again.").format(name=view.name)
            self.history.did(undone, lambda: put(name, view.name), lambda: put(view.name, name))
            self.tell(self.keyed(_("{says} u takes it back."), "undo").format(says=says))

        self._ask(_("Another name for “{name}”").format(name=view.name), view.name, named)

    def _rename_folder(self, source: Source, feeds: list[Feed]) -> None:
        old = source.folder or ""
        outer, _slash, last = old.rpartition("/")

        def named(name: str | None) -> None:
            if name is not None and name != last:
                self.move_folder(feeds, old, f"{outer}/{name}" if name else outer)

        hint = _("with slashes: folders in folders; empty: the folder goes, its feeds stay")
        self._ask(_("Another name for the folder “{name}”").format(name=old), last, named, hint)

    def move_folder(self, feeds: list[Feed], old: str, new: str) -> None:
        """Everything in a folder goes along; a tag that stands as a folder stays one where it can."""
        new = folder_name(new)
        changes = dict(feed_changes.moved_folder(feeds, old, new))
        for feed in feeds:
            if feed.id not in changes:
                others = [tag for tag in feed.tags if tag != old]
                is_tag = "/" not in new
                tags = list(dict.fromkeys(new if tag == old else tag for tag in feed.tags))
                changes[feed.id] = (
                    {"tags": [tag for tag in tags if tag]}
                    if is_tag
                    else {"tags": others, "folder": new}
                )
        says = ngettext(
            "{count} feed moved from {old} to {new}.",
            "{count} feeds moved from {old} to {new}.",
            len(changes),
        ).format(count=numeral(len(changes)), old=old, new=new or _("no folder"))
        self.change(changes, says, lambda: self._sources.light(folder=new))

    def do_move(self) -> None:
        meant = self._feeds_meant() if self.may_write() else None
        if meant is None:
            return
        source, feeds = meant
        known = sorted({feed.folder for feed in self.store.feeds.all() if feed.folder})

        def moved(name: str | None) -> None:
            if name is None:
                return
            folder = folder_name(name)
            if source.is_folder:
                last = (source.folder or "").rpartition("/")[2]
                self.move_folder(feeds, source.folder or "", f"{folder}/{last}")
            elif folder != feeds[0].folder:
                says = (
                    _("“{title}” is in {name}.").format(title=feeds[0].title, name=folder)
                    if folder
                    else _("“{title}” is in no folder.").format(title=feeds[0].title)
                )
                feed_id = feeds[0].id
                self.change(
                    {feed_id: {"folder": folder}},
                    says,
                    lambda: self._sources.light(feed_id=feed_id),
                )

        from lesart.tui.screens.dialogs import Ask

        title = _("Move “{name}” to which folder?").format(name=source.view.name)
        now = (
            source.folder.rpartition("/")[0]
            if source.is_folder and source.folder
            else feeds[0].folder
        )
        hint = _(
            "a new one is made · news/local: a folder in a folder · empty: none · ↓ those there are"
        )
        self.app.push_screen(Ask(title, now, known, hint, is_replaced=True, is_whole=True), moved)

    def do_pause(self) -> None:
        meant = self._feeds_meant()
        if meant is None:
            return
        source, feeds = meant
        # A folder of which one is visited comes to rest as a whole.
        is_paused = not all(feed.is_paused for feed in feeds)
        turned = [feed for feed in feeds if feed.is_paused != is_paused or feed.is_gone]
        words = (
            _("“{name}” is paused: it is not visited.")
            if is_paused
            else _("“{name}” is visited again.")
        )
        says = words.format(name=source.view.name)
        self.change({feed.id: feed_changes.paused(is_paused) for feed in turned}, says)

    def _ask(
        self, title: str, value: str, answered: Callable[[str | None], None], hint: str = ""
    ) -> None:
        from lesart.tui.screens.dialogs import Ask

        self.app.push_screen(Ask(title, value, (), hint, is_replaced=True), answered)
