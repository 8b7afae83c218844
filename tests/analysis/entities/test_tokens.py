"""Text is cut into words, sentences and pieces without losing a place."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.analysis.entities.pieces import UNKNOWN, Pieces
from lesart.analysis.entities.tokens import chunks_of, sentences_of, words_of


@given(st.text(max_size=400))
def test_every_word_is_where_it_says(text):
    words = words_of(text)
    assert all(text[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))


@given(st.text(alphabet="ab AB.!?\n'“ 1é", max_size=300), st.integers(2, 9))
def test_no_word_is_lost_between_sentences_and_chunks(text, longest):
    chunks = list(chunks_of(text, longest))
    assert [w[:3] for chunk in chunks for w in chunk] == [w[:3] for w in words_of(text)]
    assert all(len(chunk) <= longest for chunk in chunks)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Es regnet. Dann nicht.", 2),
        ("Er fuhr nach St. Pölten. Dort blieb er.", 2),
        ("Dr. Mira Holm kam am 3. Oktober.", 1),
        ("George W. Bush lives in the U.S. He paints.", 1),
        ("Titel\nErster Satz.", 2),
        ("„Geht weg!“ Alle gingen.", 2),
        ("Sie kam um 5 p.m. and left.", 1),
    ],
)
def test_sentences_end_where_they_end(text, count):
    assert len(list(sentences_of(text))) == count


def test_a_compound_has_three_words_so_that_its_halves_can_be_told_apart():
    assert [w.text for w in words_of("Die US-Armee")] == ["Die", "US", "-", "Armee"]


def test_a_word_is_cut_into_its_likeliest_pieces():
    pieces = Pieces(
        ["<s>", "<pad>", "</s>", "<unk>", "▁Bank", "en", "▁", "B", "ank", "e", "n"],
        [0, 0, 0, 0, -5.0, -3.0, -2.0, -6.0, -6.0, -3.5, -3.5],
    )
    assert pieces.of("▁Banken", 12) == [4, 5]
    assert pieces.of("▁Bankex", 12) == [4, 9, UNKNOWN]
    assert pieces.of("▁Banken", 12) == [4, 5]
    assert pieces.of("", 12) == [UNKNOWN]
