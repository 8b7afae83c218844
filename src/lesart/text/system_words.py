"""What the operating system says of a file or program that cannot be had, in the reader's language."""

from __future__ import annotations

from lesart.translations import N_, _

SAID = (
    N_("No such file or directory"), N_("Permission denied"), N_("Operation not permitted"),
    N_("Is a directory"), N_("Not a directory"), N_("File exists"), N_("File name too long"),
    N_("No space left on device"), N_("Disk quota exceeded"), N_("Read-only file system"),
    N_("Input/output error"), N_("Device or resource busy"), N_("Too many open files"),
    N_("Too many levels of symbolic links"), N_("Exec format error"), N_("Invalid argument"),
    N_("Cannot allocate memory"), N_("Broken pipe"),
)  # fmt: skip
"""As POSIX systems say it in English; whatever else they say stays as it is."""


def reason(error: OSError) -> str:
    """Why it could not be had: "No such file or directory"."""
    return _(error.strerror) if error.strerror else str(error)
