"""A sentence is passed over only where it can name nobody; the others are read in groups, each once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.analysis.entities import network
from lesart.analysis.entities.network import _batches
from lesart.analysis.entities.plain_sentences import is_plain
from lesart.analysis.entities.tokens import words_of


@pytest.mark.parametrize(
    ("language", "sentence", "is_passed_over"),
    [
        ("en", "The talks went on until late in the evening.", True),
        ("en", "“It was not what we had hoped for,” they said.", True),
        ("de", "Aber so schnell ging das nicht.", True),
        ("en", "The talks went on in Geneva.", False),
        ("en", "Obama said nothing.", False),
        ("en", "the talks went on in geneva.", False),  # nothing has capitals here
        ("en", "We flew on to chicago and back.", False),
        ("en", "The midterm elections are a year away.", False),
        ("en", "They rose by 3 percent in 2024.", False),
        ("en", "They use an iPhone.", False),
        ("en", "He said I was late.", False),
        ("fr", "La préfecture de police interdit le rassemblement.", False),
        ("es", "El tribunal supremo lo vio de otra manera.", False),
        ("", "The talks went on until late in the evening.", False),
        ("en", "…", False),
    ],
)
def test_a_sentence_that_can_name_nobody_is_passed_over(language, sentence, is_passed_over):
    assert is_plain(words_of(sentence), language) is is_passed_over


@given(st.lists(st.integers(1, 200), max_size=60))
def test_every_sequence_is_in_one_group_and_no_group_is_too_big(lengths):
    sequences = [(1,) * length for length in sorted(lengths)]
    groups = list(_batches(sequences))
    assert [sequence for group in groups for sequence in group] == sequences
    for group in groups:
        assert len(group) == 1 or len(group) * len(group[-1]) <= network._BATCH_PIECES


def test_groups_are_padded_little():
    sequences = [(1,) * length for length in (5, 5, 5, 60, 60, 61)]
    assert [[len(s) for s in group] for group in _batches(sequences)] == [[5, 5, 5], [60, 60, 61]]
