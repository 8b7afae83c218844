"""What can go wrong on purpose: every error a person is meant to read."""

from __future__ import annotations

from collections.abc import Sequence


class LesartError(Exception):
    """Something a person can act on; `str(error)` is a sentence fit to show."""

    exit_status = 1
    """What the command line ends with when this error stops a command."""


class UsageError(LesartError):
    """The person asked for something that cannot be understood or does not exist."""

    exit_status = 2

    def __init__(self, sentence: str, lines: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.lines = lines
        """What was asked for, with a mark under what was not understood; to be shown as they stand."""


class LibraryError(LesartError):
    """The library file cannot be used as it is (missing, foreign, newer, locked, broken)."""

    exit_status = 3


class ImportFailed(LesartError):
    """One file could not be imported; the others can go on."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[ImportFailed], tuple[str, str]]:
        """It comes whole out of the process that reads files."""
        return type(self), (self.name, self.reason)


class FeedError(LesartError):
    """Something about one feed failed; the others can go on."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
