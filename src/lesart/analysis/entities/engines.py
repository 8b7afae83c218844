"""The engines that can look for names, and which one answers."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from lesart.analysis.entities.finding import Finding
from lesart.analysis.entities.rules import find_by_rules
from lesart.errors import LesartError


class EntityEngine(Protocol):
    """Anything that finds names in a text."""

    def find(self, text: str, language: str) -> list[Finding]:
        """Names in order of their place, without overlaps."""
        ...


class EngineUnavailable(LesartError):
    """An engine cannot be loaded; the sentence says why."""


class RulesEngine:
    """Rules and lists only."""

    def find(self, text: str, language: str) -> list[Finding]:
        return find_by_rules(text, language)


@cache
def engine_named(name: str) -> EntityEngine:
    """`builtin`, `rules`, `spacy:NAME` or `gliner:PATH`; raises EngineUnavailable."""
    kind, _, rest = name.partition(":")
    if kind == "rules":
        return RulesEngine()
    if kind == "builtin":
        from lesart.analysis.entities.network import Network

        return Network.load()
    if kind == "spacy" and rest:
        from lesart.analysis.entities.guests import SpacyEngine

        return SpacyEngine(rest)
    if kind == "gliner" and rest:
        from lesart.analysis.entities.guests import GlinerEngine

        return GlinerEngine(rest)
    raise EngineUnavailable(
        f"“{name}” is no engine for names; there are builtin, rules, spacy:NAME and gliner:PATH."
    )
