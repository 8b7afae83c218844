"""Two processes write one library at the same time: what was reported stored is there. The long run is
`python -m tests.safety.two_writers`."""

from __future__ import annotations

import pytest

from lesart.store import Store
from tests.conftest import NOW
from tests.safety.two_writers import Lost, _check, _digest, run_round


def test_nothing_that_was_reported_is_lost_between_two_writers_and_a_reader(tmp_path):
    rows, _ = run_round(tmp_path, seed=11, seconds=4)
    assert rows > 50


def test_a_row_that_is_missing_or_other_would_be_noticed(tmp_path):
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        store.settings.save_draft("a", "words", now=NOW)
    _check(path, [("draft", "a", _digest("words"))])
    with pytest.raises(Lost, match="not there"):
        _check(path, [("draft", "b", _digest("words"))])
    with pytest.raises(Lost, match="other words"):
        _check(path, [("draft", "a", _digest("else"))])
