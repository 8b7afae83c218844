"""Notes from scripts land on the words they name, or nowhere."""

from __future__ import annotations

import json

import pytest

from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "The bank waits. The other bank does not."


@pytest.fixture
def library(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(a_draft(TEXT, title="Banks"), now=NOW)
    return tmp_path / "library.sqlite"


def test_a_quote_is_marked_with_its_context(lesart, library):
    ran = lesart("annotate", 1, "--quote", "other bank", "--note", "why?", "--tag", "#b", "--json")
    record = json.loads(ran.out)
    assert (record["quote"], record["note"], record["tags"]) == ("other bank", "why?", ["b"])
    assert TEXT[record["start"] : record["end"]] == "other bank"


def test_words_in_two_places_are_not_guessed(lesart, library):
    ran = lesart("annotate", 1, "--quote", "bank")
    assert ran.status == 2
    assert "2 places" in ran.err
    assert lesart("annotate", 1, "--quote", "bank", "--occurrence", 2).status == 0
    with Store.open(library) as store:
        [note] = store.annotations.of(1)
        assert note.span.start == TEXT.rindex("bank")


@pytest.mark.parametrize(
    "arguments", [["--quote", "absent"], [], ["--quote", "bank", "--occurrence", "9"]]
)
def test_what_cannot_be_placed_is_refused(lesart, library, arguments):
    ran = lesart("annotate", 1, *arguments)
    assert ran.status == 2
    with Store.open(library) as store:
        assert store.annotations.of(1) == []


def test_a_note_on_the_whole_article_needs_no_quote(lesart, library):
    assert lesart("annotate", 1, "--note", "read again").status == 0


def test_white_space_around_a_quote_is_not_quoted(lesart, library):
    record = json.loads(lesart("annotate", 1, "--quote", " \n other bank\u00a0", "--json").out)
    assert record["quote"] == "other bank"
    assert TEXT[record["start"] : record["end"]] == "other bank"
    ran = lesart("annotate", 1, "--quote", " \u00a0 ", "--note", "x")
    assert (ran.status, "only white space" in ran.err) == (2, True)


def test_the_same_mark_twice_is_one_mark(lesart, library):
    first = lesart("annotate", 1, "--quote", "other bank", "--colour", "red").out
    again = lesart("annotate", 1, "--quote", "other bank")
    assert (again.status, again.out) == (0, first)
    assert "marked already" in again.err
    lesart("annotate", 1, "--quote", "other bank", "--colour", "green")
    with Store.open(library) as store:
        [mark] = store.annotations.of(1)
        assert mark.colour == "green"
        assert str(mark.id) == first.strip()
    lesart("annotate", 1, "--quote", "other bank", "--note", "A thought of its own.")
    with Store.open(library) as store:
        assert len(store.annotations.of(1)) == 2


SET = "„Wir bauen – trotz allem – 40\u202f000 Wohnungen“, sagte sie.\n\nDanach ging sie."


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ('"Wir bauen - trotz allem', "„Wir bauen – trotz allem"),
        ("allem — 40 000 Wohnungen", "allem – 40\u202f000 Wohnungen"),
        ("sagte sie. Danach", "sagte sie.\n\nDanach"),
        ("Woh\u00adnungen“,  sagte", "Wohnungen“, sagte"),
    ],
)
def test_a_quote_is_found_however_its_signs_were_typed(lesart, tmp_path, typed, stands):
    """A keyboard has one dash and one quotation mark, and a shell no line breaks."""
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(a_draft(SET, title="Bau"), now=NOW)
    record = json.loads(lesart("annotate", 1, "--quote", typed, "--json").out)
    assert record["quote"] == stands
    assert SET[record["start"] : record["end"]] == stands


def test_other_words_are_not_found_for_it(lesart, library):
    assert lesart("annotate", 1, "--quote", "other Bank").status == 2


def test_a_tag_within_a_tag_is_one_tag(lesart, library):
    note = "see #land/küste, #a-b/c_d/ and #ja/ #1/2 x#y/z"
    lesart("annotate", "1", "--quote", "other bank", "--note", note)
    [mark] = [json.loads(line) for line in lesart("annotations", "--json").lines]
    assert mark["tags"] == ["land/küste", "a-b/c_d", "ja"]


def test_tags_in_a_note_are_tags_as_they_are_on_the_screen(lesart, library):
    ran = lesart(
        "annotate", 1, "--note", "#later ask #Zürich, not #1 #later", "--tag", "b", "--json"
    )
    assert json.loads(ran.out)["tags"] == ["b", "later", "Zürich"]


@pytest.mark.parametrize("note", ["-1+1", "-, then", "-5 % was said"])
def test_a_note_may_begin_with_a_sign(lesart, library, note):
    ran = lesart("annotate", 1, "--note", note, "--json")
    assert json.loads(ran.out)["note"] == note


@pytest.mark.parametrize("place", ["0", "-1"])
def test_places_are_counted_from_one(lesart, library, place):
    ran = lesart("annotate", 1, "--quote", "bank", "--occurrence", place)
    assert (ran.status, "from 1" in ran.err) == (2, True)
