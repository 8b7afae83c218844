"""Which of some names are one entity: by the keys they share, and before all by the reader's word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

Pair = tuple[int, int]


def grouped(
    keys: Mapping[int, Sequence[str]], same: Iterable[Pair] = (), apart: Collection[Pair] = ()
) -> dict[int, int]:
    """For each name the first of those that are one with it.

    Names with a key in common are one, those of `same` in any case. What would bring two of `apart`
    together is left: a name goes with the first group that it may go with.

    >>> grouped({1: ["a"], 2: ["a", "b"], 3: ["b"], 4: ["c"]}, same=[(1, 4)], apart=[(1, 3)])
    {1: 1, 2: 1, 3: 3, 4: 1}
    """
    groups = _Groups(keys, apart)
    for one, other in same:
        if one in keys and other in keys:
            groups.join(one, other)
    holders: dict[str, list[int]] = {}
    for name in sorted(keys):
        for key in keys[name]:
            for other in holders.setdefault(key, []):
                groups.join(other, name)
            holders[key].append(name)
    return {name: groups.first(name) for name in keys}


class _Groups:
    """Sets of names that grow together unless that is barred."""

    def __init__(self, names: Iterable[int], apart: Iterable[Pair]) -> None:
        self._members = {name: [name] for name in names}
        self._of = {name: name for name in self._members}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def first(self, name: int) -> int:
        return min(self._members[self._of[name]])

    def join(self, one: int, other: int) -> None:
        here, there = self._of[one], self._of[other]
        if here == there or self._are_apart(here, there):
            return
        for name in self._members[there]:
            self._of[name] = here
        self._members[here] += self._members.pop(there)

    def _are_apart(self, here: int, there: int) -> bool:
        others = set(self._members[there])
        return any(not others.isdisjoint(self._apart.get(n, ())) for n in self._members[here])
