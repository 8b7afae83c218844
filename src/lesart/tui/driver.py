"""The terminal as the app uses it: it goes on where a kept screen began, and is asked how it looks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers import linux_driver
from textual.message import Message

from lesart.tui.kept_screen import ENTER, Shown
from lesart.tui.terminal_background import ASK, Answers, is_dark, may_be_asked

if TYPE_CHECKING:
    from lesart.tui.rendering.needless_ends import Ends

ISOLATES = ("\u2067", "\u2068", "\u2069")


class _LateEnds:
    """`Ends`, from the first words on that are written from right to left; until then it costs nothing."""

    def __init__(self) -> None:
        self._ends: Ends | None = None

    def without_needless(self, data: str) -> str:
        if self._ends is None:
            if data.isascii() or not any(sign in data for sign in ISOLATES):
                return data
            from lesart.tui.rendering.needless_ends import Ends

            self._ends = Ends()
        return self._ends.without_needless(data)


def driver_over(
    shown: Shown | None, wants_background: Callable[[], bool], tell: Callable[[bool], None]
) -> type[Driver]:
    """A driver over the kept screen that is `shown`.

    Where it `wants_background` it asks the terminal, and will `tell` whether that is dark, on the thread
    that reads keys.
    """
    answers = Answers()
    ends = _LateEnds()

    class Keys(XTermParser):
        def feed(self, data: str) -> Iterable[Message]:
            keys, told = answers.without(data) if data else (data, [])
            for answer in told:
                if (dark := is_dark(answer)) is not None:
                    tell(dark)
            if data and not keys:
                return ()  # to be fed nothing means to it that there is no more
            return super().feed(keys)

    class LesartDriver(linux_driver.LinuxDriver):
        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if shown is not None and not shown.is_taken_over:
                shown.is_taken_over = True
                self.attrs_before = shown.attributes
            if wants_background() and may_be_asked(os.environ):
                answers.awaited += 1
                self.write(ASK)
                self.flush()

        def run_input_thread(self) -> None:
            # The driver makes its parser by this name; unknown answers would become keys.
            linux_driver.XTermParser = Keys  # type: ignore[attr-defined]
            super().run_input_thread()

        def write(self, data: str) -> None:
            # Asked for its other screen once more, a terminal would empty it.
            if shown is not None and not shown.is_taken_over and data == ENTER:
                return
            if not self._has_lost_terminal:
                super().write(ends.without_needless(data))

        def close(self) -> None:
            if not self._has_lost_terminal:
                super().close()

        @property
        def _has_lost_terminal(self) -> bool:
            """Its window was closed: the thread that wrote to it is gone, and its queue is never emptied."""
            writer = self._writer_thread
            return writer is not None and writer.ident is not None and not writer.is_alive()

    return LesartDriver
