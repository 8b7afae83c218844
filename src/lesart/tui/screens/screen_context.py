"""The main screen as the controllers know it: its mode, ways to tell, which pane is in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from lesart.model.errors import LesartError
from lesart.translations import _
from lesart.tui.commands import Mode
from lesart.tui.undo import History

if TYPE_CHECKING:
    from lesart.model.article import Article
    from lesart.model.text import Span
    from lesart.tui.controllers.bars import BarController
    from lesart.tui.controllers.listing import ListController
    from lesart.tui.controllers.views import View
    from lesart.tui.controllers.wiring import Controllers
    from lesart.tui.program import Program

_COUNT_SECONDS = 0.2
_MODES: dict[str, Mode] = {
    "query": "SEARCH",
    "find": "SEARCH",
    "editor": "SEARCH",
    "facts": "FACTS",
    "sources": "SOURCES",
}
"""The mode by the widget that has the focus; everywhere else it is LIST."""


class ScreenContext(Screen[None]):
    """What `controllers.context` promises; `Main` adds the panes and the keys."""

    listing: ListController
    bars: BarController
    the: Controllers
    """There as soon as `has_deferred_panes`."""

    def __init__(self, size: Size) -> None:
        # Set before the first style is computed: adding them later would style everything twice.
        width = [name for least, name in self.HORIZONTAL_BREAKPOINTS or [] if size.width >= least]
        height = [name for least, name in self.VERTICAL_BREAKPOINTS or [] if size.height >= least]
        super().__init__(classes=" ".join(["facts-on sources-auto", *width[-1:], *height[-1:]]))
        self.history = History()
        self.is_reading = False
        self.has_deferred_panes = False
        self._pauses: dict[str, Timer] = {}

    @property
    def program(self) -> Program:
        return cast("Program", self.app)

    @property
    def mode(self) -> Mode:
        """What keys mean now, told by where the focus is."""
        place = self.focused.id if self.focused is not None else None
        if place == "reader":
            return "SELECT" if self.the.reading.reader.mode == "SELECT" else "READ"
        return _MODES.get(place or "", "LIST")

    def do(self, name: str, argument: str = "") -> None:
        """Do a command of the registry; `Main` knows how."""
        raise NotImplementedError

    def attempt(self, do: Callable[[], Any]) -> None:
        """Do something; what a person can act on is told, and a bug ends the screen, loudly."""
        try:
            do()
        except Exception as error:
            if self.outlives(error):
                return
            if not isinstance(error, LesartError):
                raise
            self.program.tell_error(error)

    def outlives(self, error: BaseException) -> bool:
        """Whether something failed only because another file is in the library's place by now."""
        return self.has_deferred_panes and self.the.library_watch.explains(error)

    async def _dispatch_message(self, message: Message) -> None:
        """Whatever it is that a pane reports: what is read to answer it may be of two files at once."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            if not self.outlives(error):
                raise

    def tell(self, words: str) -> None:
        """A sentence for the person in the status line; empty takes the last one away."""
        self.bars.tell(words)

    def copy(self, words: str, what: str) -> None:
        self.program.copy_to_clipboard(words)
        self.tell(_("{what} was sent to the terminal's clipboard.").format(what=what))

    def debounce(self, name: str, seconds: float, do: Callable[[], None]) -> None:
        """Do it after a pause; a newer call of the same name replaces the one that waits."""
        self.undebounce(name)
        self._pauses[name] = self.set_timer(seconds, lambda: self.attempt(do))

    def undebounce(self, name: str) -> None:
        timer = self._pauses.pop(name, None)
        if timer is not None:
            timer.stop()

    # ------------------------------------------------------------------ panes

    @property
    def has_list_beside(self) -> bool:
        """Whether list and reader are on screen together."""
        return self.has_class("-wide") or self.has_class("-very-wide")

    def open_reader(self) -> None:
        self.is_reading = True
        self.add_class("reading")
        self.query_one("#reader").focus()
        self.paint_bars()

    def close_reader(self) -> None:
        """Back to the list, the cursor where it was."""
        self.the.reading.keep_position()
        self.the.reading.is_opened = False
        self.is_reading = False
        self.remove_class("reading")
        self.query_one("#list").focus()
        self.paint_bars()

    def visit(self, view: View) -> None:
        self.the.navigation.visit(view)

    def remember(self) -> None:
        self.the.navigation.remember()

    def open_article(self, article_id: int, *, at: Span | None = None) -> None:
        self.the.reading.open(article_id, at=at)

    def open_from(self, article_id: int, *, at: Span | None, reopen: Callable[[], None]) -> None:
        self.the.navigation.open_from(article_id, at=at, reopen=reopen)

    @property
    def shown_article(self) -> Article | None:
        return self.the.reading.article if self.has_deferred_panes else None

    # ------------------------------------------------------------------ bars

    def paint_bars(self) -> None:
        """Bring the lines at the top and bottom up to date."""
        if self.is_attached:
            is_writing = self.focused is not None and self.focused.id == "editor"
            self.bars.paint(is_writing=is_writing)
            if self.program.config.cursor == "on":
                self.call_after_refresh(self._follow_with_cursor)

    def _follow_with_cursor(self) -> None:
        from lesart.tui.screens.terminal_cursor import follow

        if self.is_current:
            follow(self.program, self.focused)

    def show_offers(self, offers: Sequence[str], taken: int | None) -> None:
        self.bars.offer(offers, taken)

    def paint_sources(self) -> None:
        self.the.sources.paint()

    # ------------------------------------------------------------------ the library

    def holds(self) -> bool:
        return not self.has_deferred_panes or self.the.library_watch.holds()

    def count_anew(self) -> None:
        self.debounce("counts", _COUNT_SECONDS, self.the.sources.count_anew)

    def findings_stored(self, article_id: int) -> None:
        self.the.reading.analysed(article_id)
        self.listing.rows.update_rows([article_id])
        self.listing.look_for_changed([article_id])

    def words_stored(self, article_id: int) -> None:
        if self.the.reading.article_id == article_id:
            self.the.reading.look_again()

    def library_was_replaced(self) -> bool:
        the = self.the
        self.history.clear()
        the.navigation.forget()
        the.full_text.begin_anew()
        the.analysis.begin_anew()
        still_open = the.reading.library_was_replaced()
        the.searching.library_was_replaced()
        self.listing.library_was_replaced(still_open)
        the.sources.library_was_replaced()
        return still_open is not None or not the.reading.was_closed

    def keep_draft(self) -> None:
        if self.has_deferred_panes:
            self.the.annotating.keep_open_draft()
