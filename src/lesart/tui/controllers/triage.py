"""What becomes of articles: read, starred, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext
from lesart.tui.controllers.controller import SO_ALREADY, Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.sources import SourcesController

if TYPE_CHECKING:
    from lesart.store import Store
    from lesart.tui.controllers.context import Context
    from lesart.tui.undo import Step


_Put = Callable[["Store", list[int], bool], list[int]]
"""Sets something of articles and gives those that really changed."""


def _set_read(store: Store, ids: list[int], value: bool) -> list[int]:
    return store.articles.set_read(ids, value)


def _set_starred(store: Store, ids: list[int], value: bool) -> list[int]:
    return store.articles.set_starred(ids, value)


def _set_deleted(store: Store, ids: list[int], value: bool) -> list[int]:
    return store.articles.delete(ids) if value else store.articles.restore(ids)


class TriageController(Controller):
    """Read and unread, stars, and what is thrown away; `u` takes each of it back."""

    def __init__(
        self, context: Context, listing: ListController, sources: SourcesController
    ) -> None:
        super().__init__(context)
        self._listing, self._sources = listing, sources

    def handlers(self) -> Handlers:
        return {
            "read": self.do_read,
            "star": self.do_star,
            "read_all": self.do_read_all,
            "remove_samples": self.do_remove_samples,
        }

    def do_read(self) -> None:
        headline = self._listing.target()
        if headline is not None:
            self.set_read([headline.id], not headline.is_read, says=None)

    def do_star(self) -> None:
        headline = self._listing.target()
        if headline is not None:
            says, undone = _("Starred."), _("It has no star again.")
            if headline.is_starred:
                says, undone = _("Star taken off."), _("It has its star again.")
            self._step(_set_starred, [headline.id], not headline.is_starred, says, undone)

    def do_read_all(self) -> None:
        query, new_since = self._listing.query, self._listing.new_since
        if self.context.mode == "SOURCES" and (source := self._sources.under_cursor()):
            query = self._listing.parsed(source.view.query)

        def every(store: Store, _: list[int], is_read: bool) -> list[int]:
            store.search.new_since = new_since
            return store.articles.set_read(store.search.ids(query), is_read)

        def told(changed: list[int]) -> None:
            count = len(changed)
            says = self.keyed(
                ngettext(
                    "{count} marked read; u takes it back.",
                    "{count} marked read; u takes it back.",
                    count,
                ),
                "undo",
            )
            self.tell(says.format(count=numeral(count)))

        undone = _("What was unread is unread again.")
        self._step(_set_read, [], True, _("Marked read."), undone, first=every, told=told)

    def set_read(self, ids: Sequence[int], is_read: bool, says: str | None = "") -> None:
        """Mark read or unread; without `says` it is not a step that undo takes back."""
        words = (_("Marked read.") if is_read else _("Marked unread.")) if says is None else says
        undone = _("Unread again.") if is_read else _("Read again.")
        self._step(_set_read, list(ids), is_read, words, undone)

    def _step(
        self,
        put: _Put,
        ids: list[int],
        value: bool,
        says: str,
        undone: str,
        *,
        first: _Put | None = None,
        told: Callable[[list[int]], None] = lambda changed: None,
        shown: Callable[[list[int], bool], None] | None = None,
    ) -> None:
        """Set `value` for these articles; undo and redo turn round what the last turn really changed.

        The step is there at once, for a quick `u`; one that changed nothing goes again. `says` is told
        now, `undone` is how it is once that was taken back.
        """
        last = list(ids)
        show = shown or (lambda changed, _: self._listing.refresh_rows(changed))

        def turn(value: bool, put: _Put, is_first: bool = False) -> None:
            def change(store: Store) -> list[int]:
                last[:] = put(store, list(last), value)
                return list(last)

            def done(changed: list[int]) -> None:
                show(changed, value)
                if not changed and step is not None:
                    self.history.forget(step)
                    if is_first:
                        self.tell(_(SO_ALREADY))
                elif is_first:
                    told(changed)

            def failed() -> None:
                if step is not None:
                    (self.history.forget if is_first else self.history.turn_back)(step)

            self.write(change, done, failed, is_silent=not says)

        step: Step | None = None
        turn(value, first or put, True)
        if says:
            step = self.history.did(undone, lambda: turn(not value, put), lambda: turn(value, put))
            self.tell(says)

    def delete_article(self) -> None:
        """Take the article out of the list; one with notes or a star asks first."""
        headline = self._listing.target()
        if headline is None:
            return
        if headline.is_starred or headline.note_count:
            from lesart.tui.screens.dialogs import Confirm

            what = (
                ngettext("{count} note", "{count} notes", headline.note_count).format(
                    count=numeral(headline.note_count)
                )
                if headline.note_count
                else _("a star")
            )
            question = self.keyed(
                _("“{title}” has {what}. Delete it? (u brings it back)"), "undo"
            ).format(title=headline.title, what=what)
            self.app.push_screen(
                Confirm(question, _("delete"), _("keep")),
                lambda yes: self._delete([headline.id], yes),
            )
        else:
            self._delete([headline.id])

    def _delete(self, ids: list[int], is_meant: bool | None = True, also: str = "") -> None:
        if not is_meant:
            return

        def gone(changed: list[int]) -> None:
            says = (
                _("Deleted.")
                if len(changed) == 1
                else ngettext("{count} deleted.", "{count} deleted.", len(changed)).format(
                    count=numeral(len(changed))
                )
            )
            self.tell(self.keyed(_("{says} u takes it back."), "undo").format(says=says) + also)

        def shown(changed: list[int], is_deleted: bool) -> None:
            if is_deleted:
                self._listing.take_out(set(changed))
            else:
                self._listing.again()

        undone = _("What was deleted is back.")
        self._step(_set_deleted, ids, True, _("Deleted."), undone, told=gone, shown=shown)

    def do_remove_samples(self) -> None:
        ids = self.store.articles.ids_in_folder("Samples")
        if not ids:
            self.tell(_("There are no sample articles."))
            return
        noted = [
            h for h in self.store.articles.headlines(ids) if h and (h.note_count or h.is_starred)
        ]
        keep = {headline.id for headline in noted}
        stay = ngettext(
            "{count} has a star or notes and stays.",
            "{count} have a star or notes and stay.",
            len(keep),
        ).format(count=numeral(len(keep)))
        self._delete([i for i in ids if i not in keep], also=stay)
