"""An entity as one line of a list: its names, in how many articles, first and last seen."""

from __future__ import annotations

from typing import NamedTuple

from lesart.model.moment import Moment
from lesart.store.rows import moment


class EntityLine(NamedTuple):
    """An entity, in all its spellings, as one line of a list."""

    known: int
    name: str
    """The spelling that most articles have."""
    kind: str
    spellings: tuple[str, ...]
    articles: int
    first: int | None
    last: int | None
    """UTC seconds."""
    precisions: tuple[str, str] = ("", "")
    """How exactly the first and the last are known."""

    @property
    def seen(self) -> tuple[Moment | None, Moment | None]:
        """First and last, no more exactly than is known."""
        first, last = (
            None if at is None else moment(at, known or "day")
            for at, known in zip((self.first, self.last), self.precisions, strict=True)
        )
        return first, last
