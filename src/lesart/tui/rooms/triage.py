"""What becomes of articles: read, starred, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lesart.tui.rooms.room import Room

if TYPE_CHECKING:
    from lesart.store import Store


class Triage(Room):
    """Read and unread, stars, and what is thrown away; `u` takes each of it back."""

    def do_read(self) -> None:
        headline = self.main.listing.target()
        if headline is not None:
            self.set_read([headline.id], not headline.is_read, says=None)

    def do_star(self) -> None:
        headline = self.main.listing.target()
        if headline is None:
            return
        article_id, is_starred = headline.id, not headline.is_starred
        self._set(
            "set_starred", [article_id], is_starred, "Starred." if is_starred else "Star taken off."
        )

    def do_read_all(self) -> None:
        query = self.main.listing.query

        def ids(store: Store) -> list[int]:
            store.search.new_since = self.main.listing.new_since
            return store.articles.set_read(store.search.ids(query), True)

        def done(changed: list[int]) -> None:
            self._did("set_read", changed, True, f"{len(changed):,} marked read; u takes it back.")

        self.write(ids, done)

    def set_read(self, ids: Sequence[int], is_read: bool, says: str | None = "") -> None:
        """Mark read or unread; without `says` it is not a step that undo takes back."""
        words = ("Marked read." if is_read else "Marked unread.") if says is None else says
        self._set("set_read", ids, is_read, words)

    def _set(self, what: str, ids: Sequence[int], value: bool, says: str) -> None:
        def done(changed: list[int]) -> None:
            self._did(what, changed, value, says)

        self.write(
            lambda store: getattr(store.articles, what)(list(ids), value), done, is_silent=not says
        )

    def _did(self, what: str, changed: list[int], value: bool, says: str) -> None:
        def put(to: bool) -> None:
            self.write(
                lambda store: getattr(store.articles, what)(changed, to),
                lambda _: self.main.listing.refresh_rows(changed),
            )

        self.main.listing.refresh_rows(changed)
        if says and changed:
            self.history.did(says, lambda: put(not value), lambda: put(value))
            self.tell(says)

    def delete_article(self) -> None:
        """Take the article out of the list; one with notes or a star asks first."""
        headline = self.main.listing.target()
        if headline is None:
            return
        if headline.is_starred or headline.note_count:
            from lesart.tui.screens.dialogs import Confirm

            what = f"{headline.note_count} notes" if headline.note_count else "a star"
            question = f"“{headline.title}” has {what}. Delete it? (u brings it back)"
            self.app.push_screen(
                Confirm(question, "delete", "keep"), lambda yes: self._delete([headline.id], yes)
            )
        else:
            self._delete([headline.id])

    def _delete(self, ids: list[int], is_meant: bool | None = True, also: str = "") -> None:
        if not is_meant:
            return

        def gone(changed: list[int]) -> None:
            says = "Deleted." if len(changed) == 1 else f"{len(changed)} deleted."
            self.history.did(says, lambda: put("restore"), lambda: put("delete"))
            self.tell(f"{says} u brings back.{also}")
            self.main.listing.take_out(set(changed))

        def put(what: str) -> None:
            self.write(
                lambda store: getattr(store.articles, what)(ids),
                lambda _: self.main.listing.again(),
            )

        self.write(lambda store: store.articles.delete(ids), gone)

    def do_remove_samples(self) -> None:
        ids = self.store.articles.ids_in_folder("Samples")
        if not ids:
            self.tell("There are no sample articles.")
            return
        noted = [
            h for h in self.store.articles.headlines(ids) if h and (h.note_count or h.is_starred)
        ]
        keep = {headline.id for headline in noted}
        stay = f" {len(keep)} have a star or notes and stay." if keep else ""
        self._delete([i for i in ids if i not in keep], also=stay)
