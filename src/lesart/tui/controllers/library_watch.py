"""See to the library file while the screen is open: another one in its place, a log to fold in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.store.file.checkpoint import log_size
from lesart.store.file.locks import LibraryReplaced, Seal, seal_of
from lesart.translations import _
from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context

LOOK_SECONDS = 1.0
QUIET_LOOKS = 3
"""So many looks in a row at the same log: nobody writes, it can be folded in."""


class LibraryWatch(Controller):
    """Looks at the library file now and then, and before each command."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._is_replaced = False
        self._copied_so_far: Seal | None = None
        self._log = 0
        self._quiet = 0

    def begin(self) -> None:
        self.app.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Open the library anew once it was replaced; fold its log in while nobody writes."""
        if self.holds():
            self._fold_when_quiet()
        elif self._is_all_there() and self._have_let_go():
            self._open_anew()
        elif seal_of(self.store.path) is None:
            self.tell(
                _("The library file is gone from its place; nothing is stored until it is back.")
            )
        else:
            self.tell(_("The library file was replaced by another program; it is opened anew …"))

    def holds(self) -> bool:
        """Whether what the screen shows is of the library that is there."""
        if not self._is_replaced and self.store.is_replaced():
            self._is_replaced = True
            # Every connection to the former library must be gone before the other one is read.
            self.app.writer.let_go()
            self.app.searcher.let_go()
        return not self._is_replaced

    def explains(self, error: BaseException) -> bool:
        """Whether something failed because another file is in the library's place by now.

        What is read between that and the next look is of two files at once. That is no bug and no
        damage: it is told, and all is read anew.
        """
        if isinstance(error, LibraryReplaced) or self.holds():
            return False
        self.look()
        return True

    # ------------------------------------------------------------------ another file

    def _is_all_there(self) -> bool:
        """Whether the file has stopped growing: it may be copied right now."""
        now, before = seal_of(self.store.path), self._copied_so_far
        self._copied_so_far = now
        return now is not None and now.size > 0 and now == before

    def _have_let_go(self) -> bool:
        app = self.app
        return app.writer.has_let_go.is_set() and app.searcher.has_let_go.is_set()

    def _open_anew(self) -> None:
        """Show what is there now. Nothing is found by a number that was read before."""
        app, path = self.app, self.store.path
        # A log that may be the former library's can only be moved away once nobody here has it open.
        if log_size(path) == 0 and not self._can_be_opened():
            return
        # Closed before the other is read: of a file that was copied over, it lends its stale memory.
        app.store.close()
        try:
            app.store = Store.open(path, is_expected=True)
        except LesartError as error:  # nothing is left to show
            app.exit(return_code=error.exit_status, message=f"lesart: {error}")
            return
        app.store.keep_little()
        app.writer.open_anew()
        self._is_replaced, self._copied_so_far = False, None
        while len(app.screen_stack) > 1:  # what a dialog asks about is of the other library
            app.pop_screen()
        self.history.clear()
        try:
            with app.store.connection.explaining():
                is_there = self.context.library_was_replaced()
        except LesartError:  # what was left beside the file is not of this one yet: once more
            self._is_replaced = True
            app.writer.let_go()
            app.searcher.let_go()
            return
        lost = "" if is_there else _(" The article is not in it.")
        self.tell(
            _("The library file was replaced; everything was loaded anew.{lost}").format(lost=lost)
        )

    def _can_be_opened(self) -> bool:
        """Whether the file is a library; if not, that is told and what is shown stays."""
        try:
            Store.open(self.store.path, is_expected=True).close()
        except LesartError as error:
            self.tell(str(error))
            return False
        return True

    # ------------------------------------------------------------------ the log

    def _fold_when_quiet(self) -> None:
        log = log_size(self.store.path)
        self._quiet = self._quiet + 1 if log == self._log else 0
        self._log = log
        if log and self._quiet == QUIET_LOOKS and not self.store.is_read_only:
            self.write(lambda store: store.fold(), is_by_words=True)
