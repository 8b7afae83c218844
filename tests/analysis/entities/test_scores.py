"""The shipped engine reads our own test sentences, which no training has seen, well enough."""

from pathlib import Path

import pytest

from name_model.measure import held_out, measured
from name_model.scoring import table

OWN = Path(__file__).parent / "own"


@pytest.mark.parametrize(("language", "floor"), [("de", 79), ("en", 85), ("fr", 75), ("es", 72)])
def test_names_in_our_test_sentences_are_found(language, floor):
    sentences = [s for s in held_out(None, OWN) if s.language == language]
    _, joined = measured("builtin", sentences)
    assert table(sentences, joined)[f"test {language}"] >= floor
