"""What may not get worse on the pairs: a contradiction that is none is the worst of mistakes."""

from __future__ import annotations

import pytest

from tests.analysis.comparing.loading import HALVES, labelled
from tests.analysis.comparing.measured import score

RECALL = {"dev": 90, "hard": 80, "heldout": 65}


def test_there_are_enough_pairs_and_half_of_them_nobody_looked_at() -> None:
    assert sum(len(labelled(half)) for half in HALVES) >= 200
    assert len(labelled("heldout")) >= 100


@pytest.mark.parametrize("half", HALVES)
def test_contradictions_are_right_and_found(half: str) -> None:
    result = score(labelled(half))
    assert 100 * result.precision("contradicts") >= 90
    assert 100 * result.recall("contradicts") >= RECALL[half]
    assert 100 * result.precision("agrees") >= 90
    assert 100 * result.precision("differs") >= 80
