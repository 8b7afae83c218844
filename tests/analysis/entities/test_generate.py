"""Generated training sentences are readable, varied, and the same each time."""

import random

import pytest

from lesart.model.errors import LesartError
from name_model.generate import GENERATED, LANGUAGES, fill, mumbled, read_lists, sentences
from name_model.tagged import parse_tagged_lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_generated_files_are_what_the_templates_give(language):
    templates = (GENERATED / f"{language}.templates").read_text("utf-8").splitlines()
    seed = 2024 + LANGUAGES.index(language)
    written = (GENERATED / f"{language}.txt").read_text("utf-8").splitlines()
    assert sentences(templates, read_lists(language), seed) == written
    assert sum(1 for _ in parse_tagged_lines("\n".join(written))) == len(written) >= 1_000


def test_small_letters_keep_the_labels():
    line = "[PER Ada Lovelace] flog nach [LOC Rom]."
    assert mumbled(line) == "[PER ada lovelace] flog nach [LOC rom]."


def test_an_unknown_slot_is_named():
    with pytest.raises(LesartError, match="unknown slot planet"):
        fill("Auf dem {planet}.", {}, random.Random(1))
