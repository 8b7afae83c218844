"""`lesart pipe names`: which of some names are one entity's, as equal keys."""

from __future__ import annotations

from typing import Any

from lesart.analysis.names import NameIndex
from lesart.model.errors import LesartError

MOST_NAMES = 10_000


class NamesPipe:
    """Remembers the names of earlier lines, so that keys are the same from line to line."""

    def __init__(self) -> None:
        self._index = NameIndex()

    def __call__(self, line: dict[str, Any]) -> dict[str, Any]:
        """`{"id","names":[…]}` -> `{"id","keys":[…]}`; a key is empty for what is no name."""
        names = line.get("names")
        if not isinstance(names, list) or not all(isinstance(n, str | None) for n in names):
            raise LesartError('"names" must be a list of strings.')
        if len(names) > MOST_NAMES:
            raise LesartError(f'"names" has more than {MOST_NAMES} names.')
        known = [(name or "")[:500] for name in names]
        for name in known:
            self._index.add(name)
        return {"keys": [self._index.key(name) for name in known]}


pipe_names = NamesPipe()
