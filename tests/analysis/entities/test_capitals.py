"""Headlines in capitals are read as if they were written as usual, and stay as they are."""

import pytest

from lesart.analysis.entities import find_entities
from lesart.analysis.entities.capitals import calmed, is_in_capitals
from lesart.analysis.entities.tokens import chunks_of, words_of


def names(text, language):
    found, _ = find_entities(text, language, title="", engine="builtin")
    return {(mention.surface, entity.kind) for entity in found for mention in entity.mentions}


def spelt(text, language):
    return [
        " ".join(word.text for word in chunk)
        for chunk in calmed(text, chunks_of(text, 90), language, 90)
    ]


@pytest.mark.parametrize(
    ("headline", "language", "expected"),
    [
        ("MERKEL TRIFFT MACRON IN PARIS", "de",
         {("MERKEL", "PER"), ("MACRON", "PER"), ("PARIS", "LOC")}),
        ("SCHOLZ BESUCHT KIEW", "de", {("SCHOLZ", "PER"), ("KIEW", "LOC")}),
        ("TRUMP MEETS PUTIN IN HELSINKI", "en",
         {("TRUMP", "PER"), ("PUTIN", "PER"), ("HELSINKI", "LOC")}),
        ("MACRON RENCONTRE MERKEL À BERLIN", "fr",
         {("MACRON", "PER"), ("MERKEL", "PER"), ("BERLIN", "LOC")}),
        ("SÁNCHEZ VIAJA A MARRUECOS", "es", {("SÁNCHEZ", "PER"), ("MARRUECOS", "LOC")}),
    ],
)  # fmt: skip
def test_a_headline_in_capitals_names_whom_it_names(headline, language, expected):
    assert names(headline, language) == expected


def test_what_the_article_writes_small_is_small_in_the_headline_too():
    text = "KANZLERIN TRIFFT FDP-SPITZE\n\nHeute trifft die Kanzlerin die FDP und ihre Spitze."
    assert spelt(text, "de")[0] == "Kanzlerin trifft FDP - Spitze"


def test_small_words_acronyms_and_elisions_keep_their_spelling():
    assert spelt("DIE EU UND DER FC BAYERN", "de") == ["die EU und der FC Bayern"]
    assert spelt("L’UNION DES BBC ET QU’ANNE", "fr") == ["l ’ Union des BBC et qu ’ Anne"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die NATO und die UNICEF helfen.",
        "USA, EU, UN",
        "SPD CDU FDP",
        "MOSKAU Der Präsident reist ab.",
        "ANGELA",
        "",
        "😀 👍 !!!",
    ],
)
def test_acronyms_alone_are_no_line_in_capitals(sentence):
    assert not is_in_capitals(words_of(sentence))
    assert "".join(spelt(sentence, "de")) == " ".join(w.text for w in words_of(sentence))
