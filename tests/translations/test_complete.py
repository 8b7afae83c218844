"""Every sentence that a person reads is there in every language, with all that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.translations.sources import files, read, said

FIELD = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[sd]|%[sd]")
RUN = "`python -m tests.translations` brings it in step"
each_file = pytest.mark.parametrize("path", files(), ids=lambda path: path.name)


@each_file
def test_a_file_has_just_what_the_sources_say(path: Path) -> None:
    wanted, there = ({(m.id, m.context) for m in one if m.id} for one in (said(), read(path)))
    assert (wanted - there, there - wanted) == (set(), set()), RUN


@each_file
def test_every_sentence_is_translated(path: Path) -> None:
    missing = []
    for message in read(path):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            missing.append(message.id)
    assert missing == []


@each_file
def test_a_translation_names_what_its_sentence_names(path: Path) -> None:
    wrong = []
    for message in read(path):
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            # One form may go without its number: "one note".
            wanted = set(FIELD.findall(message.id[1]))
            told = [set(FIELD.findall(form)) for form in message.string]
            is_right = told[-1] == wanted and all(form <= wanted for form in told)
        else:
            is_right = sorted(FIELD.findall(message.id)) == sorted(FIELD.findall(message.string))
        if not is_right:
            wrong.append((message.id, message.string))
    assert wrong == []
