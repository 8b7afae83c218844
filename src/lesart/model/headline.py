"""An article as one line of the list."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as one line of the list; never carries text."""

    id: int
    title: str
    source: str
    published: Moment | None
    arrived: int
    is_read: bool
    is_starred: bool
    note_count: int
    figure_count: int
    entity_count: int
    language: str = ""
    words: int = 0
    revised: int | None = None
    link: str = ""
