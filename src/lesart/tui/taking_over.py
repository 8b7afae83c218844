"""The app's terminal, where a kept screen stands in it already: nothing of it flickers."""

from __future__ import annotations

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from lesart.tui.kept_screen import ENTER, Shown


def driver_over(shown: Shown) -> type[Driver]:
    """A driver that goes on where the kept screen began."""

    class TakingOver(LinuxDriver):
        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if not shown.is_taken_over:
                shown.is_taken_over = True
                self.attrs_before = shown.attributes

        def write(self, data: str) -> None:
            # Asked for its other screen once more, a terminal would empty it.
            if shown.is_taken_over or data != ENTER:
                super().write(data)

    return TakingOver
