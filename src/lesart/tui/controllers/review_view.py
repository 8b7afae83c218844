"""The daily review on the screen: its answers are stored, and a card leads into its article and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers

if TYPE_CHECKING:
    from lesart.services.review import Card
    from lesart.store.tables.reviews import Answer
    from lesart.tui.screens.review import Session


class ReviewController(AskingController):
    """Opens the review; it goes on where it was left to look into an article."""

    _session: Session | None = None

    def handlers(self) -> Handlers:
        return {"review": self.do_review}

    def do_review(self) -> None:
        self._open(None)

    def _open(self, session: Session | None) -> None:
        from lesart.services.review import ReviewUnavailable, needs_scheduler
        from lesart.tui.screens.entity_lines import Look
        from lesart.tui.screens.review import Deeds, ReviewScreen, Session

        try:
            needs_scheduler()
        except ReviewUnavailable as error:
            self.tell(str(error))
            return
        if not self.may_write():
            return
        session = session or Session()
        look = Look(self.app.formats, self.app.glyphs, self.app.now())
        deeds = Deeds(self._put, self._take_back, partial(self._go, session), self.app.now)
        self.app.push_screen(ReviewScreen(self.app.searcher.look, self, look, session, deeds))

    def _put(self, answer: Answer) -> None:
        self.write(lambda store: store.reviews.put([answer]), is_by_words=True)

    def _take_back(self, answer: Answer) -> None:
        self.write(lambda store: store.reviews.take_back(answer), is_by_words=True)

    def _go(self, session: Session, card: Card) -> None:
        """Open the article at the passage; the way back leads to the same card."""
        self.close_screens()
        self.context.open_from(
            card.article.id, at=card.note.span, reopen=lambda: self._open(session)
        )
