"""Keys as settings and the registry write them: several with commas, one after another with spaces.

`q,g x` is the key q, or the key g and then x. `letter` as the last of a sequence is any letter or
digit, which the command is told: `P letter` puts a place mark under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

LETTER = "letter"
Sequenced = tuple[str, ...]
T = TypeVar("T")


def alternatives(keys: str) -> list[Sequenced]:
    """Every way to type it, each as the keys to be pressed one after another."""
    return [tuple(part.split()) for part in keys.split(",") if part.strip()]


def singles(keys: str) -> list[str]:
    """The keys that do it alone."""
    return [way[0] for way in alternatives(keys) if len(way) == 1]


def sequences(keys: str) -> list[Sequenced]:
    """The sequences of two keys and more that do it."""
    return [way for way in alternatives(keys) if len(way) > 1]


class SequenceTable(Generic[T]):
    """What sequences lead to, in one mode."""

    def __init__(self, rows: Iterable[tuple[Sequenced, T]]) -> None:
        self._rows: Mapping[Sequenced, T] = dict(rows)

    def begins(self, typed: Sequenced) -> bool:
        """Whether a longer sequence begins like this."""
        return any(len(row) > len(typed) and row[: len(typed)] == typed for row in self._rows)

    def after(self, typed: Sequenced) -> list[tuple[Sequenced, T]]:
        """What can follow: the keys that are left to press, and what they do."""
        size = len(typed)
        return [
            (row[size:], does)
            for row, does in self._rows.items()
            if len(row) > size and row[:size] == typed
        ]

    def at(self, typed: Sequenced, character: str | None) -> tuple[T, str] | None:
        """What a whole sequence leads to, and the letter it was given, if it takes one."""
        found = self._rows.get(typed)
        if found is not None:
            return found, ""
        is_letter = character is not None and len(character) == 1 and character.isalnum()
        found = self._rows.get((*typed[:-1], LETTER)) if is_letter else None
        return (found, character or "") if found is not None else None


def clash_of(one: Sequence[Sequenced], other: Sequence[Sequenced]) -> Sequenced | None:
    """A way that both would answer, or that one would answer before the other was typed.

    A single key may begin a sequence: it is done once nothing follows it.
    """
    for mine in one:
        for theirs in other:
            size = min(len(mine), len(theirs))
            if mine[:size] == theirs[:size] and (len(mine) == len(theirs) or size > 1):
                return mine
    return None
