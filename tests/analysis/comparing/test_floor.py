"""What may not get worse on the pairs: a contradiction that is none is the worst of mistakes."""

from __future__ import annotations

import pytest

from tests.analysis.comparing.loading import CLOSED, HALVES, labelled
from tests.analysis.comparing.measured import score

RECALL = {"dev": 90, "hard": 80, "heldout": 65, "kept": 60}
_FEW = 5
"""Verdicts of which a share says nothing yet."""


def test_there_are_enough_pairs_and_half_of_them_nobody_looked_at() -> None:
    assert sum(len(labelled(half)) for half in HALVES) >= 200
    assert len(labelled("heldout")) >= 100
    assert all(len(labelled(half)) >= 60 for half in CLOSED)


@pytest.mark.parametrize("half", HALVES)
def test_contradictions_are_right_and_found(half: str) -> None:
    result = score(labelled(half))
    assert 100 * result.precision("contradicts") >= 90
    assert 100 * result.recall("contradicts") >= RECALL[half]
    assert 100 * result.precision("agrees") >= 90
    if result.given["differs"] >= _FEW:
        assert 100 * result.precision("differs") >= 80
