"""Lines that do not fit are cut where a reader would cut them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.text.shorten import shortened


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("the bridge is open", 40, "the bridge is open"),
        ("the\n bridge  is open", 40, "the bridge is open"),
        ("the bridge is open", 14, "the bridge is…"),
        ("the bridge is open", 12, "the bridge…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_a_line_is_cut_between_words_and_says_so(text, limit, shown):
    assert shortened(text, limit) == shown


@given(st.text(), st.integers(2, 50))
def test_it_always_fits(text, limit):
    assert len(shortened(text, limit)) <= limit
