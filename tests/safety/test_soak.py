"""A short run of the soak; `python -m tests.safety.soak --keys 10000` is the long one."""

from __future__ import annotations

import pytest

from tests.safety.soak import soak


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_random_keys_on_hostile_articles_break_nothing(tmp_path, seed):
    run = soak(150, seed, tmp_path)
    assert run.keys == 150
    assert run.failures == []
