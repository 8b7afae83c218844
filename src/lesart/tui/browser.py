"""Start the person's browser beside the screen: it gets one address, and never our terminal."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable

from lesart.text.urls import runs_a_shell
from lesart.translations import _

PATIENCE = 15.0
"""Seconds after which a browser that has not failed counts as started."""

# Python knows the browsers of each system. It runs in a child because some of them keep it waiting
# until they are closed, and others write to the terminal they were started from.
_OPEN = "import sys, webbrowser; sys.exit(0 if webbrowser.open(sys.argv[1], 2) else 1)"


def start_browser(url: str, tell: Callable[[str], None]) -> None:
    """Open `url`; `tell` is called, from another thread, with a sentence if that does not work."""
    if runs_a_shell(os.environ.get("BROWSER", ""), os.pathsep):
        tell(
            _(
                "$BROWSER names a shell; Lesart hands addresses to a browser only. y copies the link."
            )
        )
        return
    threading.Thread(target=_open, args=[url, tell], name="lesart-browser", daemon=True).start()


def _open(url: str, tell: Callable[[str], None]) -> None:
    status = 1
    with contextlib.suppress(OSError):
        child = subprocess.Popen(  # noqa: S603 - the address is checked, and one argument
            [sys.executable, "-P", "-c", _OPEN, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            status = child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            status = 0
    if status:
        tell(_("No browser could be started; y copies the link."))
