"""The list of an article's pictures, and the way from it to the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.translations import _
from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.controllers.reading import ReadingController


class PicturesController(AskingController):
    """Lists pictures; only one that is asked for leads out."""

    def __init__(self, context: Context, reading: ReadingController) -> None:
        super().__init__(context)
        self._reading = reading

    def handlers(self) -> Handlers:
        return {"pictures": self.do_pictures}

    def do_pictures(self) -> None:
        from lesart.tui.screens.pictures import PicturesScreen

        article = self.context.shown_article
        if article is None:
            self.tell(_("Open an article first; its pictures are listed then."))
            return
        self.app.push_screen(
            PicturesScreen(self.app.searcher.look, self, article, self._reading.open_url)
        )
