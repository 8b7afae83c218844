"""The engines that can look for names, and which one answers."""

from __future__ import annotations

from functools import cache

from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.engine import EngineUnavailable, EntityEngine
from lesart.analysis.entities.rules import find_by_rules
from lesart.translations import _


class RulesEngine:
    """Rules and lists only."""

    def find(self, text: str, language: str) -> list[NameCandidate]:
        return find_by_rules(text, language)


@cache
def engine_named(name: str) -> EntityEngine:
    """`builtin`, `rules`, `spacy:NAME` or `gliner:PATH`; raises EngineUnavailable."""
    kind, _colon, rest = name.partition(":")
    if kind == "rules":
        return RulesEngine()
    if kind == "builtin":
        from lesart.analysis.entities.network import Network

        return Network.load()
    if kind == "spacy" and rest:
        from lesart.analysis.entities.external_engines import SpacyEngine

        return SpacyEngine(rest)
    if kind == "gliner" and rest:
        from lesart.analysis.entities.external_engines import GlinerEngine

        return GlinerEngine(rest)
    raise EngineUnavailable(
        _(
            "“{name}” is no engine for names; there are builtin, rules, spacy:NAME and gliner:PATH."
        ).format(name=name)
    )
