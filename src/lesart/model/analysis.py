"""What one engine found in one text."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.entity import Entity
from lesart.model.figure import Figure


@dataclass(frozen=True, slots=True)
class RevisedFigure:
    """A figure that a corrected text gives otherwise than the one before."""

    revision: int
    """The number of the text that gives it otherwise; the places of `now` are counted there."""
    replaced: int
    """When that text came, UTC seconds."""
    was: Figure
    now: Figure


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one engine found in one text."""

    engine: str
    """Name and version; an article analysed by another version is analysed again."""
    language: str
    """ISO 639-1, or empty where it could not be told."""
    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
    note: str = ""
    """A sentence where something is missing ("names found by rules only: …"); else empty."""
    revised: tuple[RevisedFigure, ...] = ()
    """What the article's corrections changed, the latest first; the store finds it in its texts."""
    in_passing: tuple[Entity, ...] = ()
    """Named by half a compound ("US-Präsident"): the article is found by them, nothing of it is marked."""
