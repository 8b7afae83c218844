"""Short labels for places in view, typed to get there: one or two letters from the home row first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
T = TypeVar("T")


def labels(count: int) -> list[str]:
    """`count` labels of which none begins another; as many of one letter as can be."""
    size = len(_LETTERS)
    count = min(count, size * size)
    # Each letter given up as a label by itself opens `size` labels of two letters.
    opened = max(0, -(-(count - size) // (size - 1)))
    single = list(_LETTERS[: size - opened])
    double = [first + second for first in _LETTERS[size - opened :] for second in _LETTERS]
    return (single + double)[:count]


class Hints(Generic[T]):
    """Labelled places while a person is typing a label."""

    def __init__(self, places: Sequence[tuple[int, T]]) -> None:
        self.typed = ""
        self._places: Mapping[str, tuple[int, T]] = dict(
            zip(labels(len(places)), places, strict=False)
        )

    def shown(self) -> list[tuple[int, str]]:
        """Where each label that can still be meant stands, and what of it is left to type."""
        skip = len(self.typed)
        return [
            (offset, label[skip:])
            for label, (offset, _) in self._places.items()
            if label.startswith(self.typed)
        ]

    def type(self, letter: str) -> bool:
        """Take one letter; False if no label goes on like that, and nothing is taken."""
        typed = self.typed + letter
        if not any(label.startswith(typed) for label in self._places):
            return False
        self.typed = typed
        return True

    @property
    def chosen(self) -> T | None:
        """What the typed label stands for, once it is complete."""
        place = self._places.get(self.typed)
        return None if place is None else place[1]
