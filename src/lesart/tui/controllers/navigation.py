"""Get around: back and forth through what was visited, search, help, leaving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from lesart.translations import _, quoted
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.searching import SearchController, WayOut
from lesart.tui.controllers.views import ALL, ANNOTATED, NEW, STARRED, UNREAD, View

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
    position: int = 0
    """The first character in the window of the article that is read."""
    is_left_for_list: bool = False
    """Another list was asked for here: `q` leads back."""
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
        self._is_going = False
        """What is opened now was opened before: that is no jump."""
        self._came_to: int | None = None
        """The article that a screen led to, as long as it is read: leaving it leads back there."""

    def handlers(self) -> Handlers:
        return {
            "older": self.do_older,
            "newer": self.do_newer,
            "jump_back": self.do_jump_back,
            "go_unread": partial(self.visit, UNREAD),
            "go_all": partial(self.visit, ALL),
            "go_starred": partial(self.visit, STARRED),
            "go_annotated": partial(self.visit, ANNOTATED),
            "go_new": partial(self.visit, NEW),
            "back": self.do_back,
            "quit": self.do_quit,
            "suspend": self.do_suspend,
            "search": self.do_search,
            "help": self.do_help,
            "palette": self.do_palette,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"help": self.help_about, "search": self.search_for}

    # ------------------------------------------------------------------ back and forth

    def here(self) -> Place:
        reading, listing = self._reading, self._listing
        is_reading = self.context.is_reading
        return Place(
            listing.view, listing.rows.cursor_id, reading.article_id if is_reading else None,
            self._searching.way_out, reading.reader.position if is_reading else 0,
        )  # fmt: skip

    def remember(self, place: Place | None = None) -> None:
        """A jump begins here, or at `place`: put it on the way back."""
        if self._is_going:
            return
        place = place or self.here()
        if not self._back or replace(self._back[-1], is_left_for_list=False) != place:
            self._back.append(place)
        del self._back[:-MOST_PLACES]
        self._forward.clear()

    def jumped_from(self, position: int) -> None:
        """In the article that is read something jumped away from this character."""
        if self.context.is_reading:
            self.remember(replace(self.here(), position=position))

    def jumped_from_row(self, article_id: int | None) -> None:
        """In the list something jumped away from this row."""
        if not self.context.is_reading:
            self.remember(replace(self.here(), cursor_id=article_id))

    def open_from(self, article_id: int, *, at: Span | None, reopen: Callable[[], None]) -> None:
        """Open an article from a screen over this one; `<` and leaving it show that screen again."""
        self.remember(replace(self.here(), reopen=reopen))
        self._is_going = True
        try:
            self._reading.open(article_id, at=at)
        finally:
            self._is_going = False
        self._came_to = article_id

    def forget(self) -> None:
        """The places are of a library that is not there any more."""
        self._back.clear()
        self._forward.clear()

    def visit(self, view: View) -> None:
        """Show another list, and remember this one for the way back."""
        self.remember()
        if self._back:
            self._back[-1] = replace(self._back[-1], is_left_for_list=True)
        self._searching.forget()
        if self.context.is_reading:
            self.context.close_reader()
        self._listing.show(view)
        self._listing.rows.focus()

    def do_older(self) -> None:
        here = self.here()
        while self._back and _is_same(self._back[-1], here):
            self._back.pop()
        if not self._back:
            self.tell(_("Nothing before this."))
            return
        self._forward.append(here)
        self._go(self._back.pop())

    def do_newer(self) -> None:
        here = self.here()
        while self._forward and _is_same(self._forward[-1], here):
            self._forward.pop()
        if not self._forward:
            self.tell(_("Nothing after this."))
            return
        self._back.append(here)
        self._go(self._forward.pop())

    def do_jump_back(self) -> None:
        """Change places with where the last jump began."""
        if not self._back:
            self.tell(_("Nothing before this."))
            return
        place, self._back[-1] = self._back[-1], self.here()
        self._go(place)

    def jump_to(self, place: Place) -> None:
        """Go to a place, with this one on the way back."""
        self.remember()
        self._go(place)

    def _go(self, place: Place) -> None:
        self._is_going = True
        try:
            self._go_on(place)
        finally:
            self._is_going = False

    def _go_on(self, place: Place) -> None:
        reading, listing, context = self._reading, self._listing, self.context
        is_here = (listing.view, self._searching.way_out) == (place.view, place.way_out)
        if context.is_reading and not (is_here and place.reading_id is not None):
            context.close_reader()
        if not is_here:
            self._searching.go_back_to(place.view, place.way_out)
            listing.show(place.view, place.cursor_id)
        elif place.reading_id is None and place.cursor_id is not None:
            listing.rows.move_to(place.cursor_id)
        if place.reading_id is not None:
            reading.open(place.reading_id)
            if reading.article_id == place.reading_id:
                reading.reader.go_to(place.position)
        if place.reopen is not None:
            place.reopen()

    def do_back(self) -> None:
        context, rows = self.context, self._listing.rows
        if context.mode == "FACTS":
            self._reading.reader.focus()
        elif context.is_reading:
            if not self._back_to_screen():
                context.close_reader()
        elif not self._searching.leave():
            if self._back_from_list():
                return
            if rows.has_focus and self._is_quit_key():
                self.do_quit()

    def _back_from_list(self) -> bool:
        """Back to where this list was asked for; False where it is the one that was there first."""
        visits = [number for number, place in enumerate(self._back) if place.is_left_for_list]
        return bool(visits) and self._back_to(visits[-1])

    def _back_to_screen(self) -> bool:
        """Back to the screen that led to the article that is read; False where none did."""
        for number in range(len(self._back) - 1, -1, -1):
            place = self._back[number]
            if place.reopen is not None:
                return self._reading.article_id == self._came_to and self._back_to(number)
            if place.reading_id is None or place.reading_id != self._came_to:
                return False
        return False

    def _back_to(self, number: int) -> bool:
        """Go to a place on the way back, past those that lie between."""
        self._forward.append(self.here())
        place = self._back[number]
        del self._back[number:]
        self._go(place)
        return True

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
            self.context.visit(View(f'"{words[:100]}"', quoted(words[:30])))
        elif self.context.mode in ("READ", "FACTS"):
            reading.begin_find()
        else:
            self._searching.begin()

    def search_for(self, text: str) -> None:
        """In the article that is read, else in all."""
        if self.context.mode in ("READ", "FACTS"):
            self._reading.find(text)
        else:
            self._searching.search_for(text)

    def do_help(self) -> None:
        from lesart.tui.screens.help import help_for

        app = self.app
        app.push_screen(help_for(self.context.mode, app.commands, app.keys, app.problems))

    def help_about(self, name: str) -> None:
        """One command: its keys, where they count, what it does and what it takes; or all about some words."""
        from lesart.tui.command_words import found_by_words, named
        from lesart.tui.commands import key_names
        from lesart.tui.screens.dialogs import Notice

        command = named(name, self.app.commands)
        if isinstance(command, str):
            if found := found_by_words(name, self.app.commands):
                lines = [f"{key_names(c.keys) or f':{c.id}':14} {c.says}" for c in found]
                about = _("Commands about “{words}”").format(words=name)
                self.app.push_screen(Notice(about, "\n".join(lines)))
            else:
                self.tell(command)
            return
        words = [f"{command.says}.", "", _("keys: {keys}").format(keys=key_names(command.keys) or "–"),
                 _("in: {modes}").format(modes=", ".join(map(_, command.modes))), f":{command.id} {command.takes}".rstrip()]  # fmt: skip
        self.app.push_screen(Notice(command.label, "\n".join(words)))

    def do_palette(self) -> None:
        self.app.action_command_palette()


def _is_same(one: Place, other: Place) -> bool:
    """Whether going there would change nothing that a person sees."""
    return replace(one, is_left_for_list=False, way_out=None) == replace(
        other, is_left_for_list=False, way_out=None
    )
