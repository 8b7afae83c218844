"""What the reader marks and writes, and the words it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from lesart.model.text import Span


class Anchor(NamedTuple):
    """The W3C text selectors as one value: quote with context, and position in code points."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


AnchorStatus = Literal["ok", "changed", "orphan"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a person marked or wrote: on a passage, or (without anchor) on a whole article."""

    id: int
    uid: str
    """A UUID, the same in every export and library."""
    article_id: int
    anchor: Anchor | None
    colour: str = "yellow"
    note: str = ""
    tags: tuple[str, ...] = ()
    revision: int = 1
    """The revision of the text that `anchor` was made on."""
    status: AnchorStatus = "ok"
    span: Span | None = None
    """Where the words are in the article's present text; None for orphans and article notes."""
    suggestion: Span | None = None
    """For an orphan: where its words may have gone."""
    parent: int | None = None
    """The annotation this one replies to."""
    created: int = 0
    changed: int = 0
