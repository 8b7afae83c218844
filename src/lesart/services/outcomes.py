"""What became of each thing that was to come in."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.errors import ImportFailed


@dataclass(frozen=True, slots=True)
class Imported:
    """A file became a new article."""

    name: str
    article_id: int
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The library held this very text already."""

    name: str
    article_id: int
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Revised:
    """A file that was imported before has other words now; its article has them, too."""

    name: str
    article_id: int
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A file could not be imported; `str(error)` says why in a sentence."""

    name: str
    error: ImportFailed


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """An article that `export` wrote came in again, with its notes."""

    name: str
    article_id: int
    is_new: bool
    notes: int
    """How many notes came in."""
    kept: int
    """How many notes were changed here later and stayed as they are."""
    replaced: int = 0
    """How many of `notes` took the place of an older version here."""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Resumed:
    """An import of this file that was stopped goes on where it was."""

    name: str


Outcome = Imported | AlreadyThere | Revised | BroughtBack | Resumed | Failed
"""`share` is how much of a long file is read by now; zero where that is not known."""
