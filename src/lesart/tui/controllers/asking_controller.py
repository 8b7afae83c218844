"""What the controllers of screens over the main one share: words on that screen, undo, the way to an article."""

from __future__ import annotations

from lesart.translations import _
from lesart.tui.controllers.controller import Controller


class AskingController(Controller):
    """Opens full screens that ask across all articles."""

    def say(self, words: str) -> None:
        """A sentence on the screen that is in front, and among the messages."""
        from lesart.tui.screens.asking_screen import AskingScreen

        self.tell(words)
        if isinstance(self.app.screen, AskingScreen):
            self.app.screen.tell(words)

    def refill(self) -> None:
        """What such screens show has changed: have it looked up again."""
        from lesart.tui.screens.asking_screen import AskingScreen

        for screen in self.app.screen_stack:
            if isinstance(screen, AskingScreen):
                screen.fill()

    def undo(self) -> None:
        says = self.history.undo()
        self.say(_("Undone: {says}").format(says=says) if says else _("Nothing to undo."))

    def redo(self) -> None:
        self.say(_("Done again.") if self.history.redo() else _("Nothing to do again."))

    def close_screens(self) -> None:
        """Leave all screens over the main one at once."""
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()
