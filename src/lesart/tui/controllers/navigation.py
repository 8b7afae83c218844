"""Get around: back and forth through what was visited, search, help, leaving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.searching import SearchController, WayOut
from lesart.tui.controllers.views import View

if TYPE_CHECKING:
    from lesart.model.text import Span
    from lesart.tui.controllers.context import Context

MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person was: which list, on which article, reading it or not."""

    view: View
    cursor_id: int | None
    reading_id: int | None
    way_out: WayOut | None = None
    """Where esc leads from a search."""
    reopen: Callable[[], None] | None = None
    """Shows the screen again that was over all of it."""


class NavigationController(Controller):
    """Everything that moves the person, not the articles."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        searching: SearchController,
        reading: ReadingController,
    ) -> None:
        super().__init__(context)
        self._listing, self._searching, self._reading = listing, searching, reading
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._came_to: int | None = None
        """The article that a screen led to, as long as it is read: leaving it leads back there."""

    def handlers(self) -> Handlers:
        return {
            "older": self.do_older,
            "newer": self.do_newer,
            "back": self.do_back,
            "quit": self.do_quit,
            "suspend": self.do_suspend,
            "search": self.do_search,
            "theme": self.do_theme,
            "help": self.do_help,
            "palette": self.do_palette,
        }

    # ------------------------------------------------------------------ back and forth

    def here(self) -> Place:
        reading_id = self._reading.article_id if self.context.is_reading else None
        listing = self._listing
        return Place(listing.view, listing.rows.cursor_id, reading_id, self._searching.way_out)

    def remember(self, reopen: Callable[[], None] | None = None) -> None:
        """Put where we are on the way back."""
        self._back.append(replace(self.here(), reopen=reopen))
        del self._back[:-MOST_PLACES]
        self._forward.clear()

    def open_from(self, article_id: int, *, at: Span | None, reopen: Callable[[], None]) -> None:
        """Open an article from a screen over this one; `<` and leaving it show that screen again."""
        self.remember(reopen)
        self._reading.open(article_id, at=at)
        self._came_to = article_id

    def forget(self) -> None:
        """The ways back and forth name articles by number: of another library they lead nowhere."""
        self._back.clear()
        self._forward.clear()

    def visit(self, view: View) -> None:
        """Show another list, and remember this one for the way back."""
        self.remember()
        self._searching.forget()
        if self.context.is_reading:
            self.context.close_reader()
        self._listing.show(view)
        self._listing.rows.focus()

    def do_older(self) -> None:
        if not self._back:
            self.tell("Nothing before this.")
            return
        self._forward.append(self.here())
        self._go(self._back.pop())

    def do_newer(self) -> None:
        if not self._forward:
            self.tell("Nothing after this.")
            return
        self._back.append(self.here())
        self._go(self._forward.pop())

    def _go(self, place: Place) -> None:
        if self.context.is_reading:
            self.context.close_reader()
        self._searching.go_back_to(place.view, place.way_out)
        self._listing.show(place.view, place.cursor_id)
        if place.reading_id is not None:
            self._reading.open(place.reading_id)
        if place.reopen is not None:
            place.reopen()

    def do_back(self) -> None:
        context, rows = self.context, self._listing.rows
        if context.mode == "FACTS":
            self._reading.reader.focus()
        elif context.is_reading:
            if self._is_there_by_a_screen():
                self.do_older()
            else:
                context.close_reader()
        elif context.mode == "SOURCES":
            rows.focus()
        elif not self._searching.leave():
            if self._back:
                self.do_older()
            elif rows.has_focus and self._is_quit_key():
                self.do_quit()

    def _is_there_by_a_screen(self) -> bool:
        """Whether what is read is what a screen led to, and nothing was visited since."""
        there = self._back[-1].reopen is not None if self._back else False
        return there and self._reading.article_id == self._came_to

    def _is_quit_key(self) -> bool:
        """Only `q` quits from the list; esc, h and ← never leave the program."""
        return self.app.last_key == "q"

    def do_quit(self) -> None:
        self._reading.keep_position()
        self._listing.seen()
        self.context.keep_draft()
        self.app.exit()

    def do_suspend(self) -> None:
        """Give the terminal back to the shell until `fg`."""
        self.app.action_suspend_process()

    # ------------------------------------------------------------------ over the screen

    def do_search(self) -> None:
        reading = self._reading
        if self.context.mode == "SELECT":
            words = reading.reader.selected_text
            if reading.selected() is None:
                return
            reading.reader.clear_selection()
            self.context.visit(View(f'"{words[:100]}"', f"“{words[:30]}”"))
        elif self.context.mode in ("READ", "FACTS"):
            reading.begin_find()
        else:
            self._searching.begin()

    def do_theme(self) -> None:
        app = self.app
        app.theme = "lesart-light" if app.current_theme.dark else "lesart-dark"

    def do_help(self) -> None:
        from lesart.tui.screens.help import help_for

        app = self.app
        app.push_screen(help_for(self.context.mode, app.commands, app.keys, app.problems))

    def do_palette(self) -> None:
        self.app.action_command_palette()
