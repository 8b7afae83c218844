"""People, places, organisations and events that an article names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from lesart.model.text import Span
from lesart.model.verdict import Ruling

EntityKind = Literal["PER", "LOC", "ORG", "EVENT"]


class Mention(NamedTuple):
    """One place where an entity is named."""

    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation or event that an article names."""

    name: str
    """The fullest form the article gives, without inflection."""
    kind: EntityKind
    mentions: tuple[Mention, ...]
    key: str = ""
    """The same in every language and article where we know it ("LOC:IQ"), else kind and folded name."""
    salience: float = 0.0
    is_sure: bool = True
    """False where the engine guesses (an unknown language, a lone surname)."""
    verdict: Ruling = ""
    """The reader's word on it."""
