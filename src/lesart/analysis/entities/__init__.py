"""Who, where and which organisation an article names: `find_entities`."""

from __future__ import annotations

from lesart.analysis.entities.addresses import outside_addresses
from lesart.analysis.entities.compounds import named_in_passing
from lesart.analysis.entities.engine import EngineUnavailable, EntityEngine
from lesart.analysis.entities.engines import engine_named
from lesart.analysis.entities.merging import entities_of, well_cut
from lesart.analysis.entities.rules import find_by_rules
from lesart.model.entity import Entity

ENTITY_ENGINE = "names 10"
"""Raised whenever the same text may get another answer."""

__all__ = [
    "ENTITY_ENGINE",
    "EngineUnavailable",
    "EntityEngine",
    "engine_named",
    "find_entities",
    "find_names",
]


def find_entities(
    text: str, language: str, *, title: str = "", engine: str = "builtin"
) -> tuple[tuple[Entity, ...], str]:
    """The entities of a text, the weightiest first, and a sentence if only rules could answer."""
    entities, _, note = find_names(text, language, title=title, engine=engine)
    return entities, note


def find_names(
    text: str, language: str, *, title: str = "", engine: str = "builtin"
) -> tuple[tuple[Entity, ...], tuple[Entity, ...], str]:
    """The entities of a text, those that only compounds name ("US-Präsident"), and the sentence.

    `language` is two letters or empty; outside German, English, French and Spanish everything
    found is marked as unsure.
    """
    note = ""
    try:
        findings = engine_named(engine).find(text, language)
    except EngineUnavailable as error:
        findings = find_by_rules(text, language)
        note = f"Names were found by rules only: {error}"
    clean = well_cut(text, outside_addresses(text, findings), language)
    entities = entities_of(text, clean, language, title)
    return entities, named_in_passing(text, clean, language, entities), note
