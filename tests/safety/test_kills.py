"""Pull the plug at any moment: what was reported stored is there, and the file is sound."""

from __future__ import annotations

import pytest

from tests.safety.kills import KINDS, series


@pytest.mark.parametrize("kind", KINDS)
def test_a_program_killed_at_work_loses_nothing_it_reported_and_goes_on(kind, tmp_path):
    """The long run is `python -m tests.safety.kills`."""
    with series(kind, tmp_path, seed=7) as work:
        for _ in range(60):  # on a loaded machine many kills come before there is anything to kill
            work.once()
            if work.hits == 2:
                break
        assert work.hits
        work.end()
