"""Stories in the list: fold them, open one, read one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext
from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.triage import TriageController

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.entity_lines import Place
    from lesart.tui.screens.story_page import StoryPlace


class StoryController(AskingController):
    """Copies and follow-ups of one event as one row."""

    def __init__(self, context: Context, listing: ListController, triage: TriageController) -> None:
        super().__init__(context)
        self._listing, self._triage = listing, triage

    def handlers(self) -> Handlers:
        return {
            "fold_stories": self.do_fold_stories,
            "open_story": self.do_open_story,
            "read_story": self.do_read_story,
            "story_page": self.do_story_page,
        }

    def do_fold_stories(self) -> None:
        listing = self._listing
        listing.folds.is_on = not listing.folds.is_on
        listing.again()
        if listing.folds.is_on:
            key = self.key_of("open_story")
            self.tell(_("Each story is one row; {key} opens one.").format(key=key))
        else:
            self.tell(_("Each article has a row of its own."))

    def do_open_story(self) -> None:
        """Show or hide the other articles of the row's story."""
        listing = self._listing
        here = listing.rows.cursor_id
        if here is None:
            return
        rows = listing.folds.turn(listing.rows.ids, here)
        if rows is not None:
            listing.rows.show(rows, cursor_id=listing.folds.row_of(here))
            self.context.paint_bars()
        elif listing.folds.is_on:
            self.tell(_("No other article of this list tells the same story."))
        else:
            key = self.key_of("fold_stories")
            self.tell(_("{key} makes each story one row first.").format(key=key))

    def do_read_story(self) -> None:
        """Mark the row's article and all others of its story read."""
        here = self._listing.rows.cursor_id
        if here is not None:
            self._read_story(here)

    def _read_story(self, here: int) -> None:
        member = self.store.stories.member(here)
        ids = [one.article_id for one in self.store.stories.members(member.story)] if member else []
        ids = list(dict.fromkeys([here, *ids]))
        count = len(ids)
        says = ngettext(
            "{count} article of the story marked read.",
            "{count} articles of the story marked read.",
            count,
        )
        self._triage.set_read(ids, True, says=says.format(count=numeral(count)))

    # ------------------------------------------------------------------ the page of one

    def do_story_page(self) -> None:
        """Who says which number in the story of the article that is meant."""
        headline = self._listing.target()
        if headline is not None:
            from lesart.tui.screens.story_page import StoryPlace

            self._show(StoryPlace(headline.id))

    def _show(self, place: StoryPlace) -> None:
        from lesart.tui.screens.entity_lines import Look
        from lesart.tui.screens.story_page import StoryPageScreen

        def go(there: Place) -> None:
            self.close_screens()
            self.context.open_from(
                there.article_id, at=there.span, reopen=lambda: self._show(place)
            )

        def read(article_id: int) -> None:
            self._read_story(article_id)
            self.refill()

        look = Look(self.app.formats, self.app.glyphs, self.app.now())
        self.app.push_screen(
            StoryPageScreen(self.app.searcher.look, self, look, place, go=go, read=read)
        )
