"""What every screen may ask of the program: its settings, the library, the threads beside it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import LineFilter

from lesart.config import Config
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import use_locale
from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.translations import N_, _, use
from lesart.tui.background.searcher import Searcher
from lesart.tui.background.writer import Writer
from lesart.tui.commands import COMMANDS
from lesart.tui.keys_in_turn import KeysInTurn, Typed
from lesart.tui.rendering.glyphs import ASCII, UNICODE
from lesart.tui.rendering.output_guard import Guard
from lesart.tui.rendering.theme import DARK, LIGHT, OWN, variables_for_any_theme
from lesart.tui.terminal_background import told_by

if TYPE_CHECKING:
    from lesart.tui.background.child import Child
    from lesart.tui.background.garbage import Pauses

THEME, BACKGROUND, MOTION = "theme", "background", "motion"
"""What the library keeps of what was chosen in the theme picker, and of what the terminal told."""


@runtime_checkable
class Blinking(Protocol):
    """A line or a box to type into."""

    cursor_blink: bool


class Program(App[int]):
    """One reader before one library, whatever is on the screen."""

    writer: Writer
    searcher: Searcher

    def __init__(
        self,
        config: Config,
        paths: Iterable[str] = (),
        *,
        store: Store | None = None,
        notice: str = "",
        now: Any = None,
        wants_samples: bool = False,
        wants_tour: bool = False,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class)
        use(config.language)
        use_locale(config.locale)
        self.config = config
        self.paths = list(paths)
        self.wants_samples, self.wants_tour = wants_samples, wants_tour
        self.notice = notice
        """What the person is told once the screen is there."""
        self.store = store or Store.open(config.library)
        self.store.keep_little()
        self.formats = Formats(config.locale or "en")
        self.glyphs = ASCII if config.glyphs == "ascii" else UNICODE
        self.keys: dict[str, str] = {}
        """Keys that are not the registry's, by command: the preset's and the reader's own."""
        self.commands = COMMANDS
        self.problems = list(config.problems)
        if config.keys or config.preset != "vim":
            from lesart.tui.keymap import read_keys, with_keys

            self.keys, told = read_keys(config.keys, config.preset)
            self.problems += told
            self.commands = with_keys(self.keys)
        self.last_key = ""
        self.pauses: Pauses | None = None
        self.children_running: set[Child] = set()
        self.last_words: list[str] = []
        """What could be told only after the screen was gone."""
        self.is_leaving = False
        self._now = now or time.time
        self._guard = Guard()
        self._keys_in_turn = KeysInTurn(self, self._deliver)
        self.animation_level = "none"  # nothing glides, whatever the environment says
        self._motion = ""
        """What was chosen on the screen since it began."""
        self.follows_terminal = False
        """Light or dark as the terminal's background is: nobody has chosen a theme."""
        self._begin_with_theme()

    def use_keys(self, *nodes: DOMNode) -> None:
        """Let these answer to the keys that there are now."""
        if self.keys:
            from lesart.tui.keymap import apply_keys

            for node in nodes:
                apply_keys(node, self.keys)

    def takes_key(self, event: events.Key) -> bool:
        """Whether a key is part of a sequence that is typed."""
        return False

    def given_terminal(self) -> AbstractContextManager[bool]:
        """Let another program have the terminal meanwhile; False where there is none to give."""
        return nullcontext(False)

    def settings_changed(self) -> None:
        """`config` is another one by now."""

    def now(self) -> int:
        """UTC seconds."""
        return int(self._now())

    def _begin_with_theme(self) -> None:
        """Take the wanted theme before anything is styled.

        Setting `theme` would do it, too, but read all styles a second time after the first frame.
        """
        for own in OWN:
            self.register_theme(own)
        self.set_reactive(App.theme, self._theme())
        theme = self.current_theme
        self.set_class(True, f"-theme-{theme.name}", update=False)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that our styles name, for themes that are not ours."""
        return variables_for_any_theme(is_dark=self.current_theme.dark)

    def _theme(self) -> str:
        chosen = self.store.settings.get(THEME)
        wanted = self.config.theme or os.environ.get("TEXTUAL_THEME", "") or chosen
        if wanted in self.available_themes:
            return wanted
        if self.config.theme:
            known = ", ".join(sorted(self.available_themes))
            self.problems.append(
                _("There is no theme “{wanted}”; there are {known}.").format(
                    wanted=wanted, known=known
                )
            )
        self.follows_terminal = True
        return self._like_terminal()

    def _like_terminal(self) -> str:
        """The theme for the terminal's background: as the environment has it, or as it was last time."""
        dark = told_by(os.environ)
        if dark is None:
            dark = self.store.settings.get(BACKGROUND) != "light"
        return DARK.name if dark else LIGHT.name

    def follow_terminal(self, is_dark: bool) -> None:
        """The terminal has told its background: light or dark goes by it, now and at the next start."""
        if not self.follows_terminal:
            return
        self.theme = DARK.name if is_dark else LIGHT.name
        self._keep_setting(BACKGROUND, "dark" if is_dark else "light")

    def choose_theme(self, name: str) -> None:
        """Take a theme from now on; without a name, the one for the terminal's background."""
        self.follows_terminal = not name
        self.theme = name or self._like_terminal()
        self._keep_setting(THEME, name)

    @property
    def is_still(self) -> bool:
        """Whether nothing may blink: as it was chosen by now; else the settings or the library say so."""
        if self._motion:
            return self._motion == "reduced"
        return "reduced" in (self.config.motion, self.store.settings.get(MOTION))

    def choose_motion(self, is_still: bool) -> None:
        """Whether nothing may blink from now on."""
        self._motion = "reduced" if is_still else "full"
        self._keep_setting(MOTION, self._motion)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A line to type into has the keys: its cursor blinks, or does not."""
        if isinstance(event.widget, Blinking):
            event.widget.cursor_blink = not self.is_still

    def _keep_setting(self, key: str, value: str) -> None:
        if self.store.settings.get(key) != value and not self.store.is_read_only:
            self.writer.write(lambda store: store.settings.set(key, value), is_by_words=True)

    def from_thread(self, function: Callable[[], object]) -> None:
        """Have it done on the screen's own thread, soon; RuntimeError when no screen is left."""
        if self.is_leaving:
            raise RuntimeError("there is no screen any more")
        # Posted, not awaited: a thread that waits for the screen could not be joined at the end.
        self.call_later(function)

    def failed(self, error: LesartError) -> None:
        """Something did not work: one sentence, in red, that stays a while."""
        self.notify(str(error), severity="error", markup=False, timeout=12)

    def tell_error(self, error: BaseException, what: str = N_("Something did not work")) -> None:
        """Any error as one sentence; of one that nobody foresaw a report is kept."""
        if not isinstance(error, LesartError):
            from lesart.services.bug_reports import unforeseen

            error = unforeseen(error, self.store.path, what)
        self.failed(error)

    def exit(self, *arguments: Any, **named: Any) -> None:
        """Leave: from now on nothing can be told on the screen."""
        self.is_leaving = True
        super().exit(*arguments, **named)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every painted line passes through; the guard sees it last."""
        others = tuple(super().get_line_filters())
        if others != self._guard.others:
            self._guard = Guard(others)  # a new one: lines painted by the old one look otherwise
        return [self._guard]

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.InputEvent, events.Paste)) and not self.screen_stack:
            return  # a key that came after the last screen was left
        if self.pauses is not None and isinstance(event, events.InputEvent):
            self.pauses.key()
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self._keys_in_turn.take(event)
        else:
            await super().on_event(event)

    def deliver_again(self, event: events.Key) -> None:
        """What was done just now comes first; then this key, before any that waits."""
        self._keys_in_turn.put_back(event)

    async def _deliver(self, event: Typed) -> None:
        """Give a key to whom it is meant for by now."""
        if isinstance(event, events.Key):
            self.last_key = event.key
            if self.takes_key(event):
                return
        await super().on_event(event)
