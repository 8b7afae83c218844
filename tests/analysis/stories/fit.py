"""`python -m tests.analysis.stories.fit`: the weights of `similarity`, fitted to the first half of the pairs.

A logistic regression by Newton's method. Pairs of one neighbourhood count as much as those of one story,
all the others little; agency copies are left out, since their wording tells them.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from lesart.analysis.stories.copies import contained
from lesart.analysis.stories.grouping import fingerprint
from lesart.analysis.stories.similarity import Evidence, evidence
from tests.analysis.stories.articles import Labelled, articles

_EASY = 0.15 / 4.0
_RIDGE = 1.0 / 4.0
_STEPS = 60


def _are_copies(one: Labelled, other: Labelled) -> bool:
    originals = {one.copy_of or one.id, other.copy_of or other.id}
    return len(originals) == 1


def _pairs(*, is_dated: bool, is_same_language: bool) -> list[tuple[Evidence, bool, float]]:
    labelled = articles("dev")
    prints = {
        a.id: fingerprint(a.title, a.text, a.language, a.day if is_dated else None)
        for a in labelled
    }
    found = []
    for one, other in combinations(labelled, 2):
        if (one.language == other.language) != is_same_language or _are_copies(one, other):
            continue
        a, b = prints[one.id], prints[other.id]
        likeness = contained(a.wording, b.wording) if is_same_language else 0.0
        is_hard = one.neighbourhood == other.neighbourhood
        found.append(
            (
                evidence(a.features, b.features, likeness),
                one.story == other.story,
                1.0 if is_hard else _EASY,
            )
        )
    return found


def fitted(pairs: list[tuple[Evidence, bool, float]]) -> tuple[Evidence, float]:
    """The weights, and where the sum starts."""
    x = np.array([[*pair[0], 1.0] for pair in pairs])
    y = np.array([float(pair[1]) for pair in pairs])
    weight = np.array([pair[2] for pair in pairs])
    ridge = np.full(x.shape[1], _RIDGE)
    ridge[-1] = 1e-6
    theta = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-x @ theta))
        slope = x.T @ (weight * (chance - y)) + ridge * theta
        curve = (x * (weight * chance * (1.0 - chance))[:, None]).T @ x + np.diag(ridge)
        theta -= np.linalg.solve(curve, slope)
    return Evidence(*(round(float(t), 2) for t in theta[:-1])), round(float(theta[-1]), 2)


def main() -> None:
    for is_dated in (True, False):
        for is_same_language in (True, False):
            weights, start = fitted(_pairs(is_dated=is_dated, is_same_language=is_same_language))
            print(
                "dated" if is_dated else "undated",
                "one" if is_same_language else "two",
                "languages",
            )
            print("   ", weights, start)


if __name__ == "__main__":
    main()
