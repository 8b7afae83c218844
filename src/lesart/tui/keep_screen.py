"""Keep what the next start will paint first, for `kept_screen` to show it before anything is imported."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping

from textual import events
from textual.geometry import Size
from textual.screen import Screen

from lesart.config import Config
from lesart.model import places
from lesart.tui import kept_screen
from lesart.tui.app import LesartApp
from lesart.tui.rendering.needless_ends import Ends
from lesart.tui.screens.main import Main

_TICK_SECONDS = 0.02
"""In which a file could change twice and bear the same time."""


class _FirstFrame(Main):
    """The main screen, which goes when its first frame is there."""

    lines: list[str]

    def mount_deferred_panes(self) -> None:
        strips = self._compositor.render_strips(self.app.size)
        self.lines = [Ends().without_needless(strip.render(self.app.console)) for strip in strips]
        self.app.exit()


class _Painter(LesartApp):
    """The program as it begins, on no terminal; it starts no thread and hears no signal."""

    def get_default_screen(self) -> Screen[None]:
        self.first_frame = _FirstFrame(self.size)
        return self.first_frame

    def on_mount(self, event: events.Mount) -> None:  # type: ignore[override]
        event.prevent_default()

    async def on_unmount(self, event: events.Unmount) -> None:  # type: ignore[override]
        event.prevent_default()
        self.store.close()


def keep_screen(config: Config, size: Size, environment: Mapping[str, str]) -> None:
    """Keep the first frame of the library as it is now; where anything is unclear, none is kept.

    The frame is painted by the program itself: there is no other way to have the same cells.
    """
    if not kept_screen.CAN_BE_KEPT:
        return
    library = str(config.library)
    settings = places.config_path(environment, os.path.expanduser("~"))
    before = kept_screen.state(library, settings, environment)
    head = kept_screen.head_line(before, *size)
    path = kept_screen.file_of(library)
    if head is None or kept_screen.read(path)[:1] == [head]:
        return
    # Whoever writes from now on gives the file another time than it has.
    time.sleep(_TICK_SECONDS)
    try:
        painter = _Painter(config)
        painter.run(headless=True, size=size, mouse=False)
        lines = painter.first_frame.lines
    except Exception:  # a start that shows the last screen is worth no error at the end of this one
        return
    # Painted from one state of the library, or from nobody knows which.
    if before == kept_screen.state(library, settings, environment):
        if all(map(kept_screen.is_harmless, lines)):
            _write(path, "\n".join([head, *lines, kept_screen.END]))


def _write(path: str, text: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        with open(os.open(path, flags, 0o600), "wb") as file:
            found = os.fstat(file.fileno())
            if stat.S_ISREG(found.st_mode) and found.st_uid == os.getuid() and found.st_nlink == 1:
                os.fchmod(file.fileno(), 0o600)
                file.truncate(0)
                file.write(text.encode("utf-8"))
    except OSError:
        pass  # a full disk, a folder one may not write: then none is shown
