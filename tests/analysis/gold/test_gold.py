"""The annotated texts are what they claim to be: enough of them, readable, and consistent."""

from __future__ import annotations

import pytest

from tests.analysis.gold.loading import HALVES, LANGUAGES, TEXTS, GoldError, GoldText, gold, parsed
from tests.analysis.gold.measured import measured

WHOLE_ARTICLES = (
    *("fresh", "final", "broad", "kept", "closed", "agency", "desk", "wire", "press"),
    "gazette",
)
MEASURED_AT_LEAST = {"de": 115, "en": 110, "fr": 40, "es": 38}
SENTENCES_AT_LEAST = {"de": 90, "en": 90, "fr": 60, "es": 60}


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_half_has_its_share_of_sentences(language: str, half: str) -> None:
    assert len(gold("sentences", half, language)) >= SENTENCES_AT_LEAST[language] / 2


def test_no_text_is_in_both_halves() -> None:
    for form in ("sentences", "articles", "wire"):
        dev, heldout = (
            {text.text for language in LANGUAGES for text in gold(form, half, language)}
            for half in HALVES
        )
        assert not dev & heldout


MEASURED = sorted(TEXTS.glob("measured-*.txt"))
COUNTED = sorted(set(TEXTS.glob("*.txt")) - set(MEASURED))


@pytest.mark.parametrize("path", COUNTED, ids=lambda path: path.name)
def test_every_mark_names_words_of_its_text(path) -> None:
    form, half = path.name.split(".")[0].split("-")
    texts = gold(form, half, path.name.split(".")[1])
    assert texts
    for text in texts:
        assert_consistent(text)


def assert_consistent(text: GoldText) -> None:
    end = 0
    for figure in text.figures:
        assert text.text[figure.start : figure.end] == figure.surface, text.name
        assert figure.surface == figure.surface.strip(), text.name
        assert figure.start >= end, text.name
        end = figure.end
        words = text.text + " " + text.title
        missing = [word for word in figure.noun.split() if word not in words]
        assert not missing, f"{text.name}: {missing} is not in the text"
        if figure.low is not None and figure.high is not None:
            assert figure.low < figure.high, text.name


@pytest.mark.parametrize("path", MEASURED, ids=lambda path: path.name)
def test_what_is_measured_is_named_by_words_of_the_text(path) -> None:
    half, language = path.name.removeprefix("measured-").split(".")[:2]
    figures = 0
    for text in measured(half, language):
        for figure in text.figures:
            assert text.text[figure.start : figure.end] == figure.surface, text.name
            words = text.text.casefold().replace("’", "'")
            for noun in f"{figure.noun}/{figure.of}".casefold().replace("?", "").split("/"):
                assert noun.replace("’", "'") in words, f"{text.name}: {noun} is not in the text"
            figures += figure.kind in ("percent", "money")
    assert half in WHOLE_ARTICLES or figures >= MEASURED_AT_LEAST[language]


def test_no_measured_text_is_in_both_halves() -> None:
    for language in LANGUAGES:
        dev, heldout = ({text.text for text in measured(half, language)} for half in HALVES)
        assert not dev & heldout


def test_a_mark_is_taken_out_of_the_text_and_read() -> None:
    text = parsed("Etwa {4.500|~4500|Soldaten} Soldaten.", "here", "de")
    [figure] = text.figures
    assert text.text == "Etwa 4.500 Soldaten."
    assert (figure.surface, figure.qualifier, figure.noun) == ("4.500", "approx", "Soldaten")
    assert (figure.kind, figure.value) == ("count", 4500)


@pytest.mark.parametrize("marked", ["{4", "{4|}", "{4|four}", "{4|4 parsec}", "4|5"])
def test_a_broken_mark_is_refused(marked: str) -> None:
    with pytest.raises(GoldError):
        parsed(marked, "here", "en")
