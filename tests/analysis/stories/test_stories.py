"""Copies and follow-ups are one story, in any language; what only looks alike stays apart."""

from __future__ import annotations

import pytest

from lesart.analysis.stories import StoryIndex, fingerprint
from tests.analysis.stories.articles import HALVES, SETS
from tests.analysis.stories.measured import copies, score


@pytest.mark.parametrize("half", SETS)
def test_who_is_told_that_two_articles_are_one_story_can_believe_it(half):
    assert score(half).precision >= 0.95


@pytest.mark.parametrize("half", SETS)
def test_most_of_what_belongs_together_is_together(half):
    assert score(half).recall >= 0.9


@pytest.mark.parametrize("half", HALVES)
def test_the_order_in_which_articles_come_hardly_matters(half):
    assert score(half, seed=3).precision >= 0.95
    assert score(half, seed=3).recall >= 0.85


@pytest.mark.parametrize("half", SETS)
def test_agency_copies_are_known_and_nothing_else_is_taken_for_one(half):
    found = copies(half)
    assert found.precision >= 0.95
    assert found.recall >= 0.95


def test_the_labelled_pairs_are_many_and_both_halves_have_hard_ones():
    for half in HALVES:
        found = score(half)
        assert found.hard >= 100
        assert found.same >= 50


def test_articles_without_words_are_nobodys_story():
    index = StoryIndex()
    first = index.add(1, fingerprint("", "", "", None))
    second = index.add(2, fingerprint("", "", "", None))
    assert first.story != second.story
    assert second.copy_of is None


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "A-" * 50_000,
        "1.000," * 50_000,
        "O'B." * 50_000,
        "Al-" * 50_000,
        "\ud800 " * 50,
    ],
)
def test_texts_that_are_none_are_read_and_have_few_keys(text):
    found = fingerprint(text[:5_000], text, "de", 20_000)  # pairs of all words would take hours
    assert len(found.keys) <= 28
