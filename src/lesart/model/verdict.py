"""What the reader decides about figures and entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lesart.model.annotation import Anchor
from lesart.model.text import Span

Ruling = Literal["", "confirmed", "corrected", "rejected"]
"""What the reader decided about a figure or an entity; empty: nothing yet."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reader's word on a figure or entity; it outlives engines and revisions of the text."""

    article_id: int
    thing: Literal["figure", "entity"]
    anchor: Anchor
    """The figure's number, or the entity's first mention."""
    ruling: Ruling
    correction: Mapping[str, str] = field(default_factory=dict)
    """Field name -> what the reader says it is; all fields, so that it can stand by itself."""
    span: Span | None = None
    """Where the words are in the present text; None: gone."""
    id: int = 0
    made: int = 0
