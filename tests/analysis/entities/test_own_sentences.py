"""The held-out sentences can be read, and training never sees them."""

from pathlib import Path

import pytest

from name_model import tagged

OWN = Path(__file__).parent / "own"
TRAINING = Path(tagged.__file__).parent / "sentences"


def plain_texts(folder: Path) -> set[str]:
    return {
        text.casefold()
        for path in sorted(folder.rglob("*.txt"))
        for text, _ in tagged.parse_tagged_lines(path.read_text("utf-8"), path.name)
    }


def test_no_held_out_sentence_is_a_training_sentence():
    assert not plain_texts(OWN) & plain_texts(TRAINING)


@pytest.mark.parametrize("language", ["de", "en", "fr", "es"])
def test_every_language_has_names_of_every_kind_and_sentences_without(language):
    text = (OWN / f"{language}.txt").read_text("utf-8")
    sentences = list(tagged.parse_tagged_lines(text, language))
    assert {label for _, spans in sentences for *_, label in spans} == set(tagged.LABELS)
    assert any(not spans for _, spans in sentences)
