"""The `#tags` that stand in a note's words."""

from __future__ import annotations

import re

_TAG = re.compile(r"(?<![\w#])#([^\W\d_][\w-]*(?:/[\w-]+)*)")


def tags_in(note: str) -> tuple[str, ...]:
    """The `#tags` of a note, each once, in their order."""
    return tuple(dict.fromkeys(_TAG.findall(note)))
