"""Whether another Lesart shows the same library: both may work on it, but a person wants to know."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_held: list[int] = []
"""The locks live as long as this process; the system lets them go however it ends."""


def announce(path: Path) -> str:
    """Say that this process shows the library; gives a sentence if another one does, else nothing.

    Where there are no such locks, or none can be had, nobody is told.
    """
    try:
        import fcntl
    except ImportError:
        return ""
    beside = path.with_name(path.name + ".open")
    try:
        handle = os.open(beside, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return ""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        who = os.read(handle, 20).decode("ascii", "replace").strip()
        os.close(handle)
        process = f" (process {who})" if who.isdecimal() else ""
        return (
            f"Another Lesart{process} shows this library too. Both may write; "
            "what the other one stores shows here with the next list."
        )
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
    _held.append(handle)
    return ""
