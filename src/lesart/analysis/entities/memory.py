"""Memory that loading took only for a while goes back to the system."""

from __future__ import annotations

import ctypes


def give_back_memory() -> None:
    """Let the C library return what was freed; where it can't (only glibc can), nothing happens.

    Loading the encoder holds its file twice; glibc keeps the freed copy, 25 MB, for the process's life.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return
    trim(0)
