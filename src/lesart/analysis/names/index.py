"""Names as they come in, and which of them are one entity: a disjoint set over candidate keys."""

from __future__ import annotations

from lesart.analysis.names.keys import keys_of


class NameIndex:
    """Ask for a name's key after the names that it may belong to were added.

    >>> index = NameIndex()
    >>> for name in ("Wladimir Putin", "Vladimir Poutine", "Paris"):
    ...     index.add(name)
    >>> index.key("Wladimir Putin") == index.key("Vladimir Poutine") != index.key("Paris")
    True
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def add(self, name: str, kind: str = "") -> None:
        """Let the name bring together what its candidate keys have in common."""
        keys = keys_of(name, kind)
        for key in keys:
            self._parent.setdefault(key, key)
        for key in keys[1:]:
            self._join(keys[0], key)

    def key(self, name: str, kind: str = "") -> str:
        """The same for every spelling; empty for what is no name ("", "?")."""
        keys = keys_of(name, kind)
        return self._root(keys[0]) if keys else ""

    def _root(self, key: str) -> str:
        while (above := self._parent.get(key, key)) != key:
            self._parent[key] = self._parent.get(above, above)
            key = above
        return key

    def _join(self, one: str, other: str) -> None:
        one, other = self._root(one), self._root(other)
        if one != other:
            # A known key stays; of two others the one that came first.
            if _is_known(other) and not _is_known(one):
                one, other = other, one
            self._parent[other] = one


def _is_known(key: str) -> bool:
    return not key.startswith(("NAME:", "PER:"))
