"""`list`, `show`, `search`, `remove`, `annotations`: for scripts and for plain terminals."""

from __future__ import annotations

import json

import pytest

from lesart.model.annotation import Anchor
from lesart.model.moment import Moment
from lesart.store import Store
from tests.conftest import NOW, a_draft
from tests.services.test_picture_files import saved_page


@pytest.fixture
def filled(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(
            a_draft(
                "Etwa 4.500 Soldaten kamen ums Leben.", title="Abzug", source="Zeitung",
                language="de", published=Moment(1_527_811_200, "month"),
            ),
            now=NOW,
        )  # fmt: skip
        store.articles.add(a_draft("The bank waits.", title="Rates", language="en"), now=NOW)
        anchor = Anchor("bank", "The ", " waits.", 4, 8)
        store.annotations.add(2, anchor, now=NOW, note="why? #rates", tags=["rates"], colour="red")
    return tmp_path / "library.sqlite"


def test_list_gives_one_line_an_article_newest_first(lesart, filled):
    ran = lesart("list")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.lines] == ["2", "1"]
    assert "June 2018" in ran.out
    assert "1 June" not in ran.out


def test_count_is_alone_on_the_last_line(lesart, filled):
    assert lesart("list", "--count").out == "2\n"
    assert lesart("list", "--count", "lang:de").out == "1\n"


def test_json_keeps_a_month_a_month(lesart, filled):
    records = [json.loads(line) for line in lesart("list", "--json").lines]
    assert [record["id"] for record in records] == [2, 1]
    assert records[1]["published"] == "2018-06"
    assert records[0]["annotations"] == 1


def test_show_prints_text_and_notes(lesart, filled):
    ran = lesart("show", 2)
    assert "The bank waits." in ran.out
    assert "why? #rates" in ran.out
    assert lesart("show", 2, "--text").out == "The bank waits.\n"


def test_show_of_nothing_says_how_to_find_something(lesart, filled):
    ran = lesart("show", 99)
    assert (ran.status, ran.out) == (2, "")
    assert "lesart list" in ran.err


def test_search_shows_the_words_around_the_hit(lesart, filled):
    ran = lesart("search", "soldaten")
    assert ran.lines[0].split()[0] == "1"
    assert "4.500 Soldaten" in ran.lines[1]


def test_a_mistaken_query_is_a_sentence_and_status_2(lesart, filled):
    ran = lesart("search", "is:unraed")
    assert (ran.status, ran.out) == (2, "")
    assert "is:unraed is not known" in ran.err


@pytest.mark.parametrize("query", ["figure>1000", "entity:Kuwait", "has:figure", "unit:%"])
def test_figures_that_nobody_looked_for_yet_are_not_silently_missing(lesart, filled, query):
    ran = lesart("list", query)
    assert ran.out == ""
    assert "2 articles are not analysed yet" in ran.err
    assert "`lesart analyse --waiting`" in ran.err
    lesart("analyse", "--waiting")
    assert "not analysed" not in lesart("list", query).err
    assert [line.split()[0] for line in lesart("list", "figure>1000").lines] == ["1"]


def test_annotations_are_listed_by_query(lesart, filled):
    [record] = [json.loads(line) for line in lesart("annotations", "tag:rates", "--json").lines]
    assert (record["quote"], record["colour"], record["tags"]) == ("bank", "red", ["rates"])
    assert lesart("annotations", "tag:other").out == ""


def test_remove_keeps_what_the_reader_worked_on_unless_forced(lesart, filled):
    ran = lesart("remove", 1, 2)
    assert ran.status == 1
    assert "2 is starred or annotated and stays" in ran.err
    assert lesart("list", "--count").out == "1\n"
    assert lesart("remove", 2, "--force").status == 0
    assert lesart("remove", 2, "--restore").status == 0
    assert lesart("list", "--count").out == "1\n"


def test_a_wrong_call_says_where_help_is(lesart):
    ran = lesart("list", "--nonsense")
    assert ran.status == 2
    assert "--help" in ran.err


@pytest.mark.parametrize(
    "title", ["a\x1b[31mred", "b\x9b31m", "c\u202edlrow", "d\x07\x08", "e\U000e0041"]
)
def test_nothing_from_outside_acts_on_the_terminal(lesart, tmp_path, title):
    with Store.open(tmp_path / "library.sqlite") as store:
        # Past the cleaning at the door, as if another program had written it.
        store.articles.add(a_draft(f"Text {title}", title=title, source=title), now=NOW)
    for arguments in (["list"], ["list", "--json"], ["search", "text"], ["show", 1, "--text"]):
        out = lesart(*arguments).out
        assert not {c for c in out if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0}
        assert "\u202e" not in out
        assert "\U000e0041" not in out


def test_columns_stay_aligned_whatever_the_script(lesart, tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        for source in ("Zeitung", "朝日新聞", "e\u0301cho", "😀 news"):
            store.articles.add(a_draft(f"Text of {source}", title="Title", source=source), now=NOW)
    from lesart.cli.output import cells

    starts = {cells(line[: line.index("Title")]) for line in lesart("list").lines}
    assert len(starts) == 1


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("figure>1000", "Etwa 4.500 Soldaten"),
        ("figure:4000..5000", "Etwa 4.500 Soldaten"),
        ("~oldat", "4.500 Soldaten kamen"),
        ("note:why", "✎ why?"),
    ],
)
def test_search_shows_the_words_around_numbers_letters_and_notes_too(lesart, filled, query, words):
    lesart("analyse", "--waiting")
    ran = lesart("search", query)
    assert words in ran.lines[1]


def test_show_says_first_which_figures_a_correction_changed(lesart, filled):
    with Store.open(filled) as store:
        for text in ("In Mali stehen 4.500 Soldaten.", "In Mali stehen 6.000 Soldaten."):
            store.articles.add(
                a_draft(text, title="Mali", guid="m", language="de"), now=NOW + len(text)
            )
    ran = lesart("show", 3)
    assert "4,500 → 6,000 · Soldaten" in ran.out.partition("In Mali")[0]
    [revision] = json.loads(lesart("show", 3, "--json").out)["revised_figures"]
    assert (revision["revision"], revision["changes"][0]["was"]["value"]) == (2, 4500)
    assert "→" not in lesart("show", 1).out


def test_a_mistake_in_a_query_is_pointed_at(lesart):
    ran = lesart("search", "größe 首相 is:unraed", "figure>many (x")
    assert ran.status == 2
    assert "is:unraed is not known" in ran.err
    shown, marks = ran.err.splitlines()[-2:]
    assert shown == "  größe 首相 is:unraed figure>many (x"
    # A Chinese letter takes two cells.
    assert marks == "  " + " " * 11 + "^" * 9 + " " + "^" * 11 + " " + "^"


def test_a_hint_is_pointed_at_and_stops_nothing(lesart):
    ran = lesart("list", "bank NOT river")
    assert ran.status == 0
    assert "  bank NOT river\n       ^^^\n" in ran.err


def test_show_tells_whom_only_a_compound_names_and_by_which(lesart, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Die FDP-Generalsekretärin schwieg am Montag.", "utf-8")
    ran = lesart("analyse", path)
    assert ran.out.split("Named in passing")[1].split() == ["ORG", "FDP", "FDP-Generalsekretärin"]


def test_pictures_are_listed_in_words(lesart, tmp_path):
    page = tmp_path / "page.html"
    saved_page(page)
    lesart("import", page)
    ran = lesart("pictures", 1)
    assert ran.status == 0
    assert [line.split("  ")[:2] for line in ran.lines] == [
        ["1", "Picture 0"], ["2", "Picture 1"], ["3", "Picture 2"],
    ]  # fmt: skip
    assert "within its file (png)" in ran.lines[0]
    first, *_others = [json.loads(line) for line in lesart("pictures", 1, "--json").lines]
    assert (first["alt"], first["address"], first["within"]) == ("Picture 0", None, "png")
    assert lesart("pictures", 99).status == 2
