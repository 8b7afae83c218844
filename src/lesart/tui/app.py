"""The program on the screen: opens the library, wires the threads, shows the main screen."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from lesart.model.errors import LesartError
from lesart.translations import _
from lesart.tui.background.searcher import Searcher
from lesart.tui.background.writer import Writer
from lesart.tui.commands import NO_KEY, key_names
from lesart.tui.program import Program
from lesart.tui.screens.main import Main


class LesartApp(Program):
    """One reader before one library."""

    CSS_PATH = "app.tcss"
    TITLE = "Lesart"
    ENABLE_COMMAND_PALETTE = True
    # The registry's `palette` opens it; Textual's own key would win over any that a preset has.
    COMMAND_PALETTE_BINDING = NO_KEY
    BINDINGS = [
        Binding("ctrl+q", "quit_lesart", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_over_dialog", "suspend", show=False, priority=True),
    ]

    def get_default_screen(self) -> Screen[None]:
        return Main(self.size)

    def on_mount(self) -> None:
        self._leave_on_signals()
        self._hear_of_bugs()
        self.app_suspend_signal.subscribe(self, lambda _: self.keep_draft())
        self.app_resume_signal.subscribe(self, lambda _: self._paint_anew())
        self.writer = Writer(self.store.path, self.from_thread, self.failed)
        self.searcher = Searcher(self.store.path, self.from_thread, self._search_failed)

    def failed(self, error: LesartError) -> None:
        """Something in the background did not work: it is told, and told again where words stand."""
        super().failed(error)
        if self.main.has_deferred_panes:
            self.main.tell(str(error))  # in place of what was said when it seemed to have worked

    def _search_failed(self, error: LesartError) -> None:
        if not self.main.outlives(error):
            self.failed(error)

    async def _dispatch_message(self, message: Message) -> None:
        """What threads and children report: what is read to show it may be of two files at once."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            if not self.screen_stack or not self.main.outlives(error):
                raise

    def _hear_of_bugs(self) -> None:
        """What ends a thread or a task would be printed across the screen, or nowhere."""

        def in_thread(told: threading.ExceptHookArgs) -> None:
            error = told.exc_value
            if error is not None and not isinstance(error, SystemExit):
                with contextlib.suppress(RuntimeError):
                    self.from_thread(lambda: self.tell_error(error))

        def in_task(_: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
            error = told.get("exception")
            if isinstance(error, Exception) and self.is_running:
                self.tell_error(error)

        self._excepthook, threading.excepthook = threading.excepthook, in_thread
        asyncio.get_running_loop().set_exception_handler(in_task)

    def _fatal_error(self) -> None:
        """A bug: leave the terminal as it was. Textual would print the values of variables, too."""
        from rich.text import Text

        from lesart.services.bug_reports import last_words

        error = sys.exc_info()[1] or getattr(self, "_exception", None)
        if error is not None and not self._exit_renderables:
            self._exit_renderables.append(Text(last_words(error, self.store.path)))
        self.is_leaving = True
        with contextlib.suppress(Exception):  # whatever is broken, this may be, too
            self.keep_draft()
        self._close_messages_no_wait()

    def keep_draft(self) -> None:
        """Have what is being written this moment stored."""
        self.main.keep_draft()

    def _show_cursor(self) -> None:
        from lesart.tui.screens.terminal_cursor import show

        show(self, is_wanted=self.config.cursor == "on")

    def _paint_anew(self) -> None:
        """After `fg` the terminal shows nothing of ours, though nothing of ours has changed."""
        if self.config.cursor == "on":
            self._show_cursor()
        for screen in self.screen_stack:
            screen.refresh(layout=True)
        self.screen.post_message(events.Resize(self.size, self.size))
        self.refresh(layout=True)

    @property
    def main(self) -> Main:
        screen = self.screen_stack[0]
        assert isinstance(screen, Main)
        return screen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Over a dialog the main screen's keys do not count, but its terminal may be wanted, too."""
        if action == "suspend_over_dialog":
            return self.screen.is_modal
        return super().check_action(action, parameters)

    def action_suspend_over_dialog(self) -> None:
        self.action_suspend_process()

    def takes_key(self, event: events.Key) -> bool:
        return bool(self.screen_stack) and self.main.take_key(event)

    def settings_changed(self) -> None:
        self._show_cursor()
        self.main.paint_bars()

    @contextlib.contextmanager
    def given_terminal(self) -> Iterator[bool]:
        """Let another program have the terminal meanwhile; False where there is none to give."""
        if self.is_headless:
            yield False
            return
        try:
            with self.suspend():
                yield True
        except SuspendNotSupported as error:
            raise LesartError(_("This terminal cannot be handed to another program.")) from error
        finally:
            self._leave_on_signals()

    def action_quit_lesart(self) -> None:
        self.main.do("quit")

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Hand an address to the browser as one argument, never through a shell."""
        from lesart.tui.browser import start_browser

        start_browser(url, lambda words: self.from_thread(lambda: self.main.tell(words)))

    def action_command_palette(self) -> None:
        """Find a command by its words."""
        from lesart.tui.screens.dialog import Palette, PaletteLine, palette_of

        if isinstance(self.screen, Palette):
            return
        lines = [
            PaletteLine(
                f"{command.label[:1].upper()}{command.label[1:]}  ({key_names(command.keys) or f':{command.id}'})",
                command.says,
                command.other_words,
                partial(self.main.do, command.id),
            )
            for command in self.commands
            if command.id not in ("palette", "command_line")
        ]
        self.push_screen(palette_of(lines))

    def _leave_on_signals(self) -> None:
        """Told to end, or left by its terminal, the program puts all in order first."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
            if (number := getattr(signal, name, None)) is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._told_to_end, 128 + number)

    def _told_to_end(self, status: int) -> None:
        with contextlib.suppress(LookupError):  # no screen was there yet
            self.keep_draft()
        self.exit(return_code=status)

    async def on_unmount(self) -> None:
        ends = (child.end() for child in self.children_running)
        await asyncio.gather(*ends, return_exceptions=True)
        if hasattr(self, "writer"):  # else it ended before it had begun
            threading.excepthook = self._excepthook
            self.searcher.close()
            self.last_words += [str(error) for error in self.writer.close()]
        self.store.optimise()
        self.store.close()  # the last to go folds the log in: the one file is whole then
