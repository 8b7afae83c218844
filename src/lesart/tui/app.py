"""The program on the screen: opens the library, wires the threads, shows the main screen."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from lesart.config import Config
from lesart.locales.formats import Formats
from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.tui.background.writer import Child, Searcher, Writer
from lesart.tui.commands import COMMANDS, key_names
from lesart.tui.rendering.glyphs import ASCII, UNICODE
from lesart.tui.rendering.output_guard import Guard
from lesart.tui.rendering.theme import DARK, LIGHT
from lesart.tui.screens.main import Main

if TYPE_CHECKING:
    from lesart.tui.background.garbage import Pauses


class LesartApp(App[int]):
    """One reader before one library."""

    CSS_PATH = "app.tcss"
    TITLE = "Lesart"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS = [
        Binding("ctrl+q", "quit_lesart", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_over_dialog", "suspend", show=False, priority=True),
    ]

    def __init__(
        self,
        config: Config,
        paths: Iterable[str] = (),
        *,
        store: Store | None = None,
        notice: str = "",
        now: Any = None,
        wants_samples: bool = False,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class)
        self.config = config
        self.paths = list(paths)
        self.wants_samples = wants_samples
        self.notice = notice
        """What the person is told once the screen is there."""
        self.store = store or Store.open(config.library)
        self.store.keep_little()
        self.formats = Formats(config.locale or "en")
        self.glyphs = ASCII if config.glyphs == "ascii" else UNICODE
        self.keys: dict[str, str] = {}
        """Keys of the reader's own, by command."""
        self.commands = COMMANDS
        self.problems = list(config.problems)
        if config.keys:
            from lesart.tui.keymap import read_keys, with_keys

            self.keys, told = read_keys(config.keys)
            self.problems += told
            self.commands = with_keys(self.keys)
        self.last_key = ""
        self.pauses: Pauses | None = None
        self.children_running: set[Child] = set()
        self.last_words: list[str] = []
        """What could be told only after the screen was gone."""
        self._is_leaving = False
        self._now = now or time.time
        self._guard = Guard()
        self.animation_level = "none"
        self._begin_with_theme()

    def now(self) -> int:
        """UTC seconds."""
        return int(self._now())

    def get_default_screen(self) -> Screen[None]:
        return Main(self.size)

    def on_mount(self) -> None:
        self._leave_on_signals()
        self._hear_of_bugs()
        self.app_suspend_signal.subscribe(self, lambda _: self.keep_draft())
        self.app_resume_signal.subscribe(self, lambda _: self._paint_anew())
        self.writer = Writer(self.store.path, self._from_thread, self._failed)
        self.searcher = Searcher(self.store.path, self._from_thread, self._failed)
        if self.keys:
            self.set_keymap(self.keys)

    def _begin_with_theme(self) -> None:
        """Take the wanted theme before anything is styled.

        Setting `theme` would do it, too, but read all styles a second time after the first frame.
        """
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.set_reactive(LesartApp.theme, self._theme())
        theme = self.current_theme
        self.set_class(True, f"-theme-{theme.name}", update=False)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def _theme(self) -> str:
        wanted = self.config.theme or os.environ.get("TEXTUAL_THEME", "")
        if wanted in self.available_themes:
            return wanted
        if self.config.theme:
            known = ", ".join(sorted(self.available_themes))
            self.problems.append(f"There is no theme “{wanted}”; there are {known}.")
        return DARK.name

    def _from_thread(self, function: Any) -> None:
        if self._is_leaving:
            raise RuntimeError("there is no screen any more")
        # Posted, not awaited: a thread that waits for the screen could not be joined at the end.
        self.call_later(function)

    def _failed(self, error: LesartError) -> None:
        """Something in the background did not work: one sentence, in red, that stays a while."""
        self.notify(str(error), severity="error", markup=False, timeout=12)
        if self.main.has_deferred_panes:
            self.main.tell(str(error))  # in place of what was said when it seemed to have worked

    def tell_error(self, error: BaseException, what: str = "Something did not work") -> None:
        """Any error as one sentence; of one that nobody foresaw a report is kept."""
        if not isinstance(error, LesartError):
            from lesart.services.bug_reports import unforeseen

            error = unforeseen(error, self.store.path, what)
        self._failed(error)

    def _hear_of_bugs(self) -> None:
        """What ends a thread or a task would be printed across the screen, or nowhere."""

        def in_thread(told: threading.ExceptHookArgs) -> None:
            error = told.exc_value
            if error is not None and not isinstance(error, SystemExit):
                with contextlib.suppress(RuntimeError):
                    self._from_thread(lambda: self.tell_error(error))

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
        self._is_leaving = True
        with contextlib.suppress(Exception):  # whatever is broken, this may be, too
            self.keep_draft()
        self._close_messages_no_wait()

    def exit(self, *arguments: Any, **named: Any) -> None:
        """Leave: from now on nothing can be told on the screen."""
        self._is_leaving = True
        super().exit(*arguments, **named)

    def keep_draft(self) -> None:
        """Have what is being written this moment stored."""
        if self.main.has_deferred_panes:
            self.main.annotating.keep_open_draft()

    def _paint_anew(self) -> None:
        """After `fg` the terminal shows nothing of ours, though nothing of ours has changed."""
        for screen in self.screen_stack:
            screen.refresh(layout=True)
        self.screen.post_message(events.Resize(self.size, self.size))
        self.refresh(layout=True)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every painted line passes through; the guard sees it last."""
        others = tuple(super().get_line_filters())
        if others != self._guard.others:
            self._guard = Guard(others)  # a new one: lines painted by the old one look otherwise
        return [self._guard]

    @property
    def main(self) -> Main:
        screen = self.screen_stack[0]
        assert isinstance(screen, Main)
        return screen

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.InputEvent, events.Paste)) and not self.screen_stack:
            return  # a key that came after the last screen was left
        if self.pauses is not None and isinstance(event, events.InputEvent):
            self.pauses.key()
        if isinstance(event, events.Key):
            self.last_key = event.key
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Over a dialog the main screen's keys do not count, but its terminal may be wanted, too."""
        if action == "suspend_over_dialog":
            return self.screen.is_modal
        return super().check_action(action, parameters)

    def action_suspend_over_dialog(self) -> None:
        self.action_suspend_process()

    def action_quit_lesart(self) -> None:
        self.main.navigation.do_quit()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Hand an address to the browser as one argument, never through a shell."""
        from lesart.tui.browser import start_browser

        start_browser(url, lambda words: self._from_thread(lambda: self.main.tell(words)))

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        from lesart.tui.screens.dialog import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every command by its words."""
        for command in self.commands:
            if command.id in ("palette",):
                continue
            title = f"{command.label.capitalize()}  ({key_names(command.keys)})"
            yield SystemCommand(title, command.says, lambda name=command.id: self.main.do(name))

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
