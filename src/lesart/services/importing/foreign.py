"""A note of another program, before it is put on the words that it was made on."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.colours import COLOURS

MOST_NOTE = 1_000_000
"""Characters of one note that come in; a longer one is cut there."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A note as another program tells it. (What reads it and puts it on its words: `foreign_notes`.)"""

    uid: str
    link: str
    exact: str
    prefix: str
    suffix: str
    start: int
    note: str
    tags: tuple[str, ...]
    created: int
    changed: int
    colour: str = COLOURS[0]
    reply_to: str = ""
    """The uid of the note it answers."""
