"""The digest on the screen: what came in lately, and the way from a line to its article and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers

if TYPE_CHECKING:
    from lesart.tui.screens.digest import DigestPlace
    from lesart.tui.screens.entity_lines import Place


class DigestController(AskingController):
    """Opens the digest as it was left."""

    _place: DigestPlace | None = None

    def handlers(self) -> Handlers:
        return {"digest": self.do_digest}

    def do_digest(self) -> None:
        from lesart.tui.screens.digest import DigestPlace, DigestScreen
        from lesart.tui.screens.entity_lines import Look

        self._place = self._place or DigestPlace()
        look = Look(self.app.formats, self.app.glyphs, self.app.now())
        self.app.push_screen(
            DigestScreen(self.app.searcher.look, self, look, self._place, self._go)
        )

    def _go(self, place: Place) -> None:
        """Open the article there; the way back leads to the same line."""
        self.close_screens()
        self.context.open_from(place.article_id, at=place.span, reopen=self.do_digest)
