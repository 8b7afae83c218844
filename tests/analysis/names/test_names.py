"""One key for an entity in several spellings and languages; two for two that look alike."""

from __future__ import annotations

import pytest

from lesart.analysis.names import NameIndex
from tests.analysis.names.measured import HALVES, pairs, score


@pytest.mark.parametrize("half", HALVES)
def test_two_entities_hardly_ever_get_one_key(half):
    assert score(half).precision >= 0.98


@pytest.mark.parametrize("half", HALVES)
def test_most_spellings_of_one_entity_get_one_key(half):
    assert score(half).recall >= 0.95


def test_there_are_enough_pairs_to_tell():
    assert sum(len(pairs(half)) for half in HALVES) >= 200


@pytest.mark.parametrize("name", ["", " ", "?", "…", "\u200b", "()", "-"])
def test_what_is_no_name_has_no_key(name):
    index = NameIndex()
    index.add(name)
    assert index.key(name) == ""


@pytest.mark.parametrize("name", ["(" * 5_000, "A. " * 500, "al-" * 400, "Ö" * 4_000, "\ud800x"])
def test_odd_names_are_answered(name):
    index = NameIndex()
    index.add(name)
    assert isinstance(index.key(name), str)
