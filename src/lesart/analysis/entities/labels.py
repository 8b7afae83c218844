"""The model's labels, and names out of the labels of consecutive words."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.model.entity import EntityKind

KINDS: tuple[EntityKind, ...] = ("PER", "LOC", "ORG", "EVENT")
LABELS = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in ("B", "I")))
LABEL_ID = {label: index for index, label in enumerate(LABELS)}
OUTSIDE = 0


def begins(kind: str) -> int:
    """The label of a name's first word."""
    return LABEL_ID[f"B-{kind}"]


def continues(kind: str) -> int:
    """The label of a name's later words."""
    return LABEL_ID[f"I-{kind}"]


def runs(labels: Sequence[int]) -> list[tuple[int, int, EntityKind]]:
    """First word, word after the last, and kind of every name."""
    found: list[tuple[int, int, EntityKind]] = []
    start = kind = -1
    for index, label in enumerate([*labels, OUTSIDE]):
        is_inside = label != OUTSIDE and label % 2 == 0 and (label - 1) // 2 == kind
        if kind >= 0 and not is_inside:
            found.append((start, index, KINDS[kind]))
            kind = -1
        if label != OUTSIDE and not is_inside:
            start, kind = index, (label - 1) // 2
    return found
