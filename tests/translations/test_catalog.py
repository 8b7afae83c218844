"""Sentences are found in the file of a language, and the language by gettext's rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesart.config import read_config
from lesart.translations import _, language_of, languages, ngettext, pgettext, use
from lesart.translations import catalog as room
from lesart.translations.catalog import Catalog
from tests.translations.sources import files, read

POLISH = r"""
msgid ""
msgstr ""
"Language: pl\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

#: somewhere
#, python-brace-format
msgid "{count} note"
msgid_plural "{count} notes"
msgstr[0] "{count} notatka"
msgstr[1] "{count} notatki"
msgstr[2] "{count} notatek"

msgctxt "verb"
msgid "read"
msgstr "czytaj"

msgid "read"
msgstr "przeczytane"

msgid ""
"a long \"sentence\", "
"with\ttab \\ and\n"
"two lines"
msgstr ""
"długie „zdanie”, "
"z\ttabulacją \\ i\n"
"dwie linie"

msgid "not yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "było"
"""


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "notatka"), (2, "notatki"), (4, "notatki"), (5, "notatek"), (12, "notatek"), (22, "notatki")],
)  # fmt: skip
def test_a_language_has_as_many_plurals_as_its_file_says(count: int, said: str) -> None:
    assert (
        Catalog(POLISH.encode()).plural("{count} note", "{count} notes", count)
        == f"{{count}} {said}"
    )


def test_sentences_are_found_however_they_are_written_in_the_file() -> None:
    polish = Catalog(POLISH.encode())
    assert polish.sentence("read") == "przeczytane"
    assert polish.sentence("read", "verb") == "czytaj"
    long = 'a long "sentence", with\ttab \\ and\ntwo lines'
    assert polish.sentence(long) == "długie „zdanie”, z\ttabulacją \\ i\ndwie linie"
    # What is not translated, or no longer, is said in English rather than not at all.
    assert polish.sentence("not yet") == "not yet"
    assert polish.sentence("{count} note") == "{count} notatka"
    assert polish.sentence("gone") == "gone"
    assert polish.plural("{count} day", "{count} days", 1) == "{count} day"
    assert polish.plural("{count} day", "{count} days", 2) == "{count} days"


@pytest.mark.parametrize("few", [0, 1_000_000], ids=["taken apart", "sentence by sentence"])
@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_a_file_is_read_as_gettext_reads_it(
    path: Path, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_FEW", few)
    ours = Catalog(path.read_bytes())
    for message in read(path):
        if isinstance(message.id, tuple):
            one, many = message.id
            said = [ours.plural(one, many, count) for count in (1, 2)]
            assert said == [message.string[0] or one, message.string[1] or many]
        elif message.id:
            assert ours.sentence(message.id, message.context or "") == (
                message.string or message.id
            )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT@euro"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "", "LC_ALL": "de_CH.UTF-8"}, "de"),
        ({"LC_NUMERIC": "de_DE.UTF-8"}, "en"),
        ({"LANG": "xx_XX.UTF-8", "LANGUAGE": "xx:de:en"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en:de"}, "en"),
        ({"LC_ALL": "C", "LANGUAGE": "de"}, "en"),
        ({"LANG": "../../etc/passwd"}, "en"),
        ({"LANG": "tlh_KX"}, "en"),
    ],
)
def test_the_language_is_the_environments(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
    assert read_config("", environment, Path("/nowhere")).language == language
    own = read_config('language = "auto"', environment, Path("/nowhere"))
    assert own.language == language


def test_the_setting_comes_before_the_environment() -> None:
    german = {"LANG": "de_DE.UTF-8"}
    assert read_config('language = "en"', german, Path("/nowhere")).language == "en"
    assert read_config('language = "de"', {}, Path("/nowhere")).language == "de"
    wrong = read_config('language = "Deutsch"', german, Path("/nowhere"))
    assert wrong.language == "de"
    assert len(wrong.problems) == 1
    assert all(word in wrong.problems[0] for word in ("Deutsch", "auto", *languages()))


def test_a_language_without_a_file_is_english() -> None:
    use("tlh")
    assert room.current_language() == "en"
    assert _("Nothing to undo.") == "Nothing to undo."
    assert pgettext("verb", "read") == "read"
    assert ngettext("{count} note", "{count} notes", 2) == "{count} notes"
