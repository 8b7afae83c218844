"""What the reader wishes of one feed beyond its columns, as one small setting of the library."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

NAMES = ("every", "muted_until")
"""Fields of `Feed` that are kept so."""


def key_of(feed_id: int) -> str:
    """The setting's name; the statement of `feeds` that reads it spells it the same way."""
    return f"feed:{feed_id}"


def packed(wishes: Mapping[str, Any]) -> str:
    """Empty where nothing is wished."""
    kept = {name: wishes[name] for name in NAMES if wishes.get(name) is not None}
    return json.dumps(kept) if kept else ""


def unpacked(text: str | None) -> dict[str, int]:
    """Every wish that can be understood: whatever stands there, a feed can be read."""
    try:
        kept = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: kept[name] for name in NAMES if type(kept.get(name)) is int}
