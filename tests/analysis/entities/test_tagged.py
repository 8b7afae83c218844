"""Tagged sentences are read exactly, and a broken one is named."""

import pytest

from name_model.tagged import TaggedLineError, parse_tagged, parse_tagged_lines


def test_names_keep_their_place_in_the_plain_sentence():
    text, spans = parse_tagged("[PER Mira Holm] flog nach [LOC Rom], sagte die [ORG Tiber AG].")
    assert text == "Mira Holm flog nach Rom, sagte die Tiber AG."
    assert [(text[start:end], label) for start, end, label in spans] == [
        ("Mira Holm", "PER"),
        ("Rom", "LOC"),
        ("Tiber AG", "ORG"),
    ]


def test_a_sentence_without_names_stays_as_it_is():
    assert parse_tagged("Es regnet.") == ("Es regnet.", [])


def test_names_may_touch_each_other_and_the_ends():
    text, spans = parse_tagged("[ORG EU][EVENT -Gipfel]")
    assert (text, spans) == ("EU-Gipfel", [(0, 2, "ORG"), (2, 9, "EVENT")])


@pytest.mark.parametrize(
    ("line", "reason", "column"),
    [
        ("In [LOC Rom regnet es.", "stray '['", 3),
        ("In Rom] regnet es.", "stray ']'", 6),
        ("In [ORT Rom] regnet es.", "unknown label ORT", 3),
        ("Das [ORG Amt [LOC Rom]] schweigt.", "stray '['", 4),
        ("In [LOC  Rom] regnet es.", "a name is empty or padded", 3),
        ("In [LOC ] regnet es.", "a name is empty or padded", 3),
    ],
)
def test_a_broken_line_is_named_with_its_column(line, reason, column):
    with pytest.raises(TaggedLineError) as caught:
        parse_tagged(line)
    assert (caught.value.reason, caught.value.column) == (reason, column)
    assert repr(line) in str(caught.value)


def test_a_broken_file_says_which_line():
    with pytest.raises(TaggedLineError, match=r"de-01\.txt:3: stray"):
        list(parse_tagged_lines("Gut.\n\nSchlecht]\n", "de-01.txt"))
