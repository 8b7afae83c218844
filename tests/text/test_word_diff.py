"""A person sees which words came and which went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesart.text.word_diff import word_diff


def test_one_changed_number_is_one_gone_and_one_new():
    runs = word_diff("Etwa 4.500 Soldaten starben.", "Etwa 4.700 Soldaten starben.")
    assert [(run.op, run.text) for run in runs if run.op != "same"] == [
        ("gone", "500"),
        ("new", "700"),
    ]


@given(st.text(alphabet="ab c\n1.", max_size=60), st.text(alphabet="ab c\n1.", max_size=60))
def test_the_runs_make_up_both_texts(old, new):
    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.op != "new") == old
    assert "".join(run.text for run in runs if run.op != "gone") == new


def test_long_texts_are_told_apart_too_if_only_by_paragraph():
    old = "same words again\n" * 20_000
    new = old + "and one more\n"
    assert word_diff(old, new)[-1] == ("new", "and one more\n")
