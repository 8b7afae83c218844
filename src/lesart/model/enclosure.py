"""Media files attached to an entry."""

from __future__ import annotations

from typing import NamedTuple


class Enclosure(NamedTuple):
    """A media file attached to an entry."""

    url: str
    type: str = ""
    length: int = 0
