"""What an engine that looks for names must be able to do."""

from __future__ import annotations

from typing import Protocol

from lesart.analysis.entities.candidate import NameCandidate
from lesart.model.errors import LesartError


class EntityEngine(Protocol):
    """Anything that finds names in a text."""

    def find(self, text: str, language: str) -> list[NameCandidate]:
        """Names in order of their place, without overlaps."""
        ...


class EngineUnavailable(LesartError):
    """An engine cannot be loaded; the sentence says why."""
