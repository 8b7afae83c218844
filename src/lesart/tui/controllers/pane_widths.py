"""How wide the reader has made the panes: kept as text, within what leaves room for an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Pane = Literal["list", "facts", "sources"]
LEAST: dict[Pane, int] = {"list": 24, "facts": 20, "sources": 16}
STEP = 4
READER_LEAST = 40
"""Cells that an article keeps, whatever stands beside it."""
KEY = "pane_widths"
"""Under which the settings keep them."""


def widths_from(text: str) -> dict[Pane, int]:
    """What was kept; whatever is no width is left out."""
    found: dict[Pane, int] = {}
    for part in text.split():
        name, _, width = part.partition("=")
        for pane, least in LEAST.items():
            if name == pane and width.isdecimal() and len(width) < 5:
                found[pane] = max(least, int(width))
    return found


def as_text(widths: Mapping[Pane, int]) -> str:
    """As the settings keep them."""
    return " ".join(f"{pane}={width}" for pane, width in sorted(widths.items()))


def widened(pane: Pane, now: int, steps: int, free: int) -> int:
    """The width after `steps` steps; `free` cells are there for this pane and the article."""
    most = max(LEAST[pane], free - READER_LEAST)
    return max(LEAST[pane], min(now + steps * STEP, most))
