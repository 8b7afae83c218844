"""The likeliest run of labels in which no name continues that has not begun."""

from __future__ import annotations

from typing import Any

from lesart.analysis.entities.labels import LABELS, OUTSIDE

_NEVER = -1e6


def best_labels(scores: Any) -> list[int]:
    """One label a word from an array of words × labels (Viterbi over the labels' order)."""
    import numpy as np

    if not len(scores):
        return []
    best = scores.argmax(-1)
    if _is_lawful(best):
        return [int(label) for label in best]
    forbidden = _forbidden()
    value = scores[0] + forbidden[OUTSIDE]
    steps = []
    for row in scores[1:]:
        paths = value[:, None] + forbidden
        steps.append(paths.argmax(0))
        value = paths.max(0) + row
    label = int(np.argmax(value))
    labels = [label]
    for step in reversed(steps):
        label = int(step[label])
        labels.append(label)
    return labels[::-1]


def _is_lawful(labels: Any) -> bool:
    last = OUTSIDE
    for label in labels.tolist():
        if not _may_follow(last, label):
            return False
        last = label
    return True


def _may_follow(last: int, label: int) -> bool:
    """Begin labels are odd, the continuing label of the same kind is the next number."""
    return label == OUTSIDE or label % 2 == 1 or last in (label, label - 1)


def _forbidden() -> Any:
    import numpy as np

    count = len(LABELS)
    return np.array(
        [[0.0 if _may_follow(a, b) else _NEVER for b in range(count)] for a in range(count)],
        dtype=np.float32,
    )
