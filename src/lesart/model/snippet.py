"""What a search found, with the words around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lesart.model.text import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text around what a search found, with the found words' spans in it."""

    text: str
    hits: tuple[Span, ...] = field(default_factory=tuple)
