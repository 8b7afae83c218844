"""Article files say when and what they are; a text without a title lends its first words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.locales.read_dates import read_date
from lesart.model.moment import Moment
from lesart.services.importing.formats import (
    TITLE_LENGTH,
    format_of,
    front_matter,
    read_markdown,
    read_seed,
    title_from,
)
from lesart.text.encoding import decode, is_binary


def seconds(*date):
    return int(datetime(*date, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2018", Moment(seconds(2018, 1, 1), "year")),
        ("2018-06", Moment(seconds(2018, 6, 1), "month")),
        ("2018-06-03", Moment(seconds(2018, 6, 3), "day")),
        ("2018-06-03T14:05Z", Moment(seconds(2018, 6, 3, 14, 5))),
        ("2018-06-03 14:05:10+02:00", Moment(seconds(2018, 6, 3, 12, 5, 10))),
        ("2018-13", None),
        ("2018-02-30", None),
        ("18-06-03", None),
        ("yesterday", None),
        ("0001-01-01T00:00+14:00", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written, moment):
    assert read_date(written) == moment


@pytest.mark.parametrize(
    ("file", "text", "precision"),
    [
        (" date 2018-06 Knapp neun Jahre.", "Knapp neun Jahre.", "month"),
        (" date 2018-06-03 Text", "Text", "day"),
        (" date 2018 Text", "Text", "year"),
        ("date 2018-06 Text", "Text", "month"),
        (" date 2018-06\nText\n\nMore", "Text\n\nMore", "month"),
        (" date 2018-06", "", "month"),
    ],
)
def test_the_header_is_no_part_of_the_text(file, text, precision):
    said = read_seed(file)
    assert (said.text, said.published.precision) == (text, precision)


@pytest.mark.parametrize(
    "text",
    [
        "date 1848 as the year of revolutions.",
        " date 2018-13 is no month",
        "dated 2018-06",
        "A date 2018-06",
    ],
)
def test_what_only_looks_like_a_header_stays_text(text):
    assert read_seed(text).text == text
    assert read_seed(text).published is None


@pytest.mark.parametrize(
    ("suffix", "text", "kind"),
    [
        (".txt", " date 2018-06 x", "seed"),
        (".md", " date 2018-06 x", "seed"),
        ("", "<!DOCTYPE html><p>x", "html"),
        (".txt", "\n<HTML><body>", "html"),
        (".htm", "words", "html"),
        (".md", "# x", "markdown"),
        ("", "---\ntitle: x\n---\ny", "markdown"),
        ("", "---\nno front matter\n---\ny", "text"),
        (".txt", "words", "text"),
    ],
)
def test_what_is_in_a_file_counts_more_than_its_name(suffix, text, kind):
    assert format_of(suffix, text) == kind


def test_front_matter_tells_about_the_text():
    said = read_markdown(
        '---\ntitle: "A \\"good\\" day: so it is"\ndate: 2024-03-09\nauthors: [Ada B., \'C. D\']\n'
        "lang: de-AT\nlink: https://example.org/a # where\ntags:\n  - rivers\n  - '#floods'\n---\n"
        "\nBody --- text\n"
    )
    assert said.title == 'A "good" day: so it is'
    assert said.published == Moment(seconds(2024, 3, 9), "day")
    assert said.author == "Ada B., C. D"
    assert (said.language, said.link) == ("de", "https://example.org/a")
    assert said.tags == ("rivers", "floods")
    assert said.text.strip() == "Body --- text"


def test_front_matter_may_be_toml():
    said = read_markdown('+++\ntitle = "T"\ndate = 2024-03-09\ntags = ["a", "b"]\n+++\nBody')
    assert (said.title, said.published.precision, said.tags) == ("T", "day", ("a", "b"))


def test_a_rule_at_the_top_is_no_front_matter():
    text = "---\nJust words\n---\nMore"
    assert front_matter(text) == ({}, text)


@settings(deadline=None)
@given(st.text(), st.sampled_from(["", "---\n", "+++\n", " date ", " date 2018-06 "]))
def test_no_file_breaks_the_reading_of_headers(text, before):
    text = before + text
    format_of(".md", text)
    read_markdown(text)
    read_seed(text)
    assert len(title_from(text)) <= TITLE_LENGTH


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Short and good.\n\nMore.", "Short and good"),
        ("Is it? Yes.", "Is it?"),
        ("Am 3. Mai sprach Dr. Meier mit z. B. fünf Leuten. Dann ging er.",
         "Am 3. Mai sprach Dr. Meier mit z. B. fünf Leuten"),
        ("The U.S. Army left. It was late.", "The U.S. Army left"),
        ("„Nie wieder!“, sagte er. Punkt.", "„Nie wieder!“, sagte er"),
        ("Er kam um 4.500 Euro. Ja.", "Er kam um 4.500 Euro"),
        ("東京で地震があった。けが人はいない。", "東京で地震があった。"),
        ("\n\n  Indented first line\nsecond", "Indented first line"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_title_is_the_first_sentence(text, title):
    assert title_from(text) == title


def test_a_long_first_sentence_is_cut_at_a_word():
    title = title_from("Knapp neun Jahre nach Beginn " + "eines sehr langen Satzes " * 9 + "hier.")
    assert title.endswith("…")
    assert len(title) <= TITLE_LENGTH
    assert title[:-1].split(" ")[-1] in ("eines", "sehr", "langen", "Satzes")
    assert len(title_from("字" * 500)) <= TITLE_LENGTH
    assert len(title_from("x" * 500)) <= TITLE_LENGTH


WORDS = "Grüße aus Köln – “so” 5 €"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        b"\xef\xbb\xbf" + WORDS.encode(),
        WORDS.encode("utf-16"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        b"\xff\xfe\0\0" + WORDS.encode("utf-32-le"),
        WORDS.encode("cp1252"),
    ],
)
def test_alphabets_are_told_apart(data):
    assert decode(data) == WORDS
    assert not is_binary(data)


def test_one_broken_byte_does_not_turn_every_umlaut_into_two_letters():
    data = (WORDS * 9).encode()
    assert decode(data[:-1]).startswith(WORDS * 8)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"%PDF-1.7 text", b"PK\x03\x04x", bytes(range(32)) * 9]
)
def test_what_is_no_text_is_known_as_binary(data):
    assert is_binary(data)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_can_be_decoded(data):
    decode(data)
    is_binary(data)


def test_what_notebooks_add_to_markdown_is_written_plainly():
    from lesart.services.importing.file_reader import read_file

    draft = read_file(
        b"---\ntitle: Pier\nsource: https://example.org/a\nauthor:\n  - '[[Ann Lee|Ann]]'\n---\n"
        b"It broke in 1987[^storm] and ==nobody knows== who pays, says [[People/Ann|Ann]].\n\n"
        b"> [!note] Box\n> Inside it.\n\nA == b; `x[^1] ==y==`\n\n```\n[^2]: code\n==z==\n```\n\n[^storm]: Says the harbour book.\n",
        "pier.md",
    )
    assert (draft.link, draft.author, draft.source) == ("https://example.org/a", "Ann", "")
    assert draft.text.startswith(
        "It broke in 1987⁽¹⁾ and nobody knows who pays, says Ann.\n\nBox\n\nInside it."
    )
    assert "x[^1] ==y==" in draft.text
    assert "[^2]: code\n==z==" in draft.text
    assert draft.text.endswith("1. Says the harbour book.")
