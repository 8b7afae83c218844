"""The list of an article's pictures, and the way from it to the browser or another program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from lesart.translations import _
from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers

if TYPE_CHECKING:
    from lesart.services.pictures import Picture
    from lesart.tui.controllers.context import Context
    from lesart.tui.controllers.programs import ProgramsController
    from lesart.tui.controllers.reading import ReadingController


class PicturesController(AskingController):
    """Lists pictures; only one that is asked for leads out."""

    def __init__(
        self, context: Context, reading: ReadingController, programs: ProgramsController
    ) -> None:
        super().__init__(context)
        self._reading, self._programs = reading, programs

    def handlers(self) -> Handlers:
        return {"pictures": self.do_pictures}

    def do_pictures(self) -> None:
        from lesart.tui.screens.pictures import PicturesScreen

        article = self.context.shown_article
        if article is None:
            self.tell(_("Open an article first; its pictures are listed then."))
            return
        self.app.push_screen(
            PicturesScreen(self.app.searcher.look, self, article, self._show, self._show_with)
        )

    def _show(self, picture: Picture) -> None:
        """One that lies here by what the system shows pictures with, others by the browser."""
        if picture.content:
            from lesart.tui.background.shown_files import opener

            self._programs.start(opener(sys.platform)[0], opener(sys.platform), _laid_out(picture))
            self.say(_("It is shown by another program."))
        else:
            self._reading.open_url(picture.address)
            self.say(_("The browser fetches and shows it."))

    def _show_with(self, picture: Picture) -> None:
        """By a program of the settings: the file, or the address, which that program fetches."""

        def given() -> str:
            return _laid_out(picture) if picture.content else picture.address

        self._programs.choose_to_open(given)


def _laid_out(picture: Picture) -> str:
    from lesart.services.picture_files import ending_of
    from lesart.tui.background.shown_files import put

    return put(picture.content, f"picture.{ending_of(picture.content)}")
