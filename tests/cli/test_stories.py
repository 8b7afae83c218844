"""`lesart stories` and `lesart entities`: what articles have in common, for scripts and terminals."""

from __future__ import annotations

import csv
import io
import json

import pytest

from lesart.model.moment import Moment
from lesart.store import Store
from tests.cli.conftest import Lesart
from tests.conftest import NOW, a_draft

TEXT = (
    "In der Altstadt von Lorbach ist am Montag ein Fachwerkhaus abgebrannt. Nach Angaben der "
    "Feuerwehr wurden 14 Bewohner in Sicherheit gebracht. Der Schaden beträgt 620.000 Euro. "
    "Bürgermeisterin Wiebke Harms dankte den 85 Helfern. Die Ursache war ein Kabelbrand."
)
OTHER = "Der Handballverein Sollstedt hat am Sonntag gegen Rautal mit 31:28 Toren gewonnen."


@pytest.fixture
def filled(lesart: Lesart, tmp_path) -> Lesart:
    with Store.open(tmp_path / "library.sqlite") as store:
        for guid, text, title, source in (
            ("a", TEXT, "Brand in Lorbach", "Bote"),
            ("b", f"(dpx) {TEXT}", "=Haus brennt ab", "Kurier"),
            ("c", OTHER, "Sieg für Sollstedt", "Bote"),
        ):
            draft = a_draft(
                text, title=title, guid=guid, source=source, language="de", published=Moment(NOW)
            )
            store.articles.add(draft, now=NOW)
    return lesart


def test_copies_are_one_line_with_their_sources(filled):
    ran = filled("stories")
    [line] = ran.lines
    assert "Brand in Lorbach" in line
    assert "Bote, Kurier" in line
    assert "Sollstedt" not in ran.out


def test_stories_are_the_same_as_json_and_as_csv(filled):
    [record] = [json.loads(line) for line in filled("stories", "--json").lines]
    assert (record["articles"], record["copies"]) == (2, 1)
    assert record["sources"] == ["Bote", "Kurier"]
    [row] = csv.DictReader(io.StringIO(filled("stories", "--csv").out))
    assert row["title"] == record["title"]
    assert row["sources"] == "Bote; Kurier"


def test_a_query_chooses_stories_by_their_articles(filled):
    assert len(filled("stories", "Kabelbrand").lines) == 1
    assert filled("stories", "Sollstedt").lines == []
    assert len(filled("stories", "--least", "1", "Sollstedt").lines) == 1


def test_one_story_says_which_article_gives_which_number(filled):
    filled("analyse", "--waiting")
    [record] = [json.loads(line) for line in filled("stories", "--json").lines]
    first, copy = (
        json.loads(line) for line in filled("stories", "--story", record["story"], "--json").lines
    )
    assert copy["copy_of"] == first["id"]
    assert any("620" in figure for figure in first["figures"])
    sheet = filled("stories", "--story", record["story"], "--csv").out
    assert "'=Haus brennt ab" in sheet


def test_a_story_that_is_not_there_is_said_in_a_sentence(filled):
    ran = filled("stories", "--story", 99)
    assert ran.status == 2
    assert "There is no story 99" in ran.err


def test_entities_are_counted_after_articles_were_analysed(filled):
    assert "analyse --waiting" in filled("entities").err
    filled("analyse", "--waiting")
    records = [json.loads(line) for line in filled("entities", "--json", "--together").lines]
    harms = next(record for record in records if record["name"] == "Wiebke Harms")
    assert (harms["type"], harms["articles"]) == ("PER", 2)
    assert any("Lorbach" in other for other in harms["together_with"])
    assert all(
        r["type"] == "PER"
        for r in map(json.loads, filled("entities", "--type", "PER", "--json").lines)
    )
    assert [line for line in filled("entities", "--named", "harms").lines if "Wiebke Harms" in line]
    assert filled("entities", "--query", "Sollstedt", "--named", "harms").lines == []
    assert "Wiebke Harms" in filled("entities", "--csv").out


def test_the_page_of_an_entity_is_found_by_any_of_its_names(filled):
    filled("analyse", "--waiting")
    page = filled("entities", "wiebke harms")
    assert page.lines[0] == "Wiebke Harms · person · 2 articles"
    assert any("Lorbach" in line for line in page.lines[page.lines.index("Together with") :])
    assert "85" in page.out, "the figure of her sentence"
    record = json.loads(filled("entities", "Wiebke Harms", "--json").out)
    assert [n["name"] for n in record["names"]] == ["Wiebke Harms"]
    assert {article["title"] for article in record["timeline"]} == {
        "Brand in Lorbach", "=Haus brennt ab",
    }  # fmt: skip
    [begin, end] = record["timeline"][0]["at"]
    assert (f"(dpx) {TEXT}")[begin:end] == "Wiebke Harms" or TEXT[begin:end] == "Wiebke Harms"
    assert "lorbach" in filled("entities", "lorb").out.casefold(), "a part of a name lists"
    gone = filled("entities", "Nobody Here")
    assert gone.status == 2
    assert "No article names “Nobody Here”" in gone.err


def test_entities_are_merged_and_split_by_hand(filled):
    filled("analyse", "--waiting")
    assert "Nothing was merged" in filled("entities", "by-hand").err
    done = filled("entities", "merge", "Wiebke Harms", "Lorbach")
    assert done.status == 0, done.err
    assert "One entity now: " in done.err
    names = json.loads(filled("entities", "Wiebke Harms", "--json").out)["names"]
    assert {"Wiebke Harms", "Lorbach"} <= {name["name"] for name in names}
    filled("analyse", "--again")
    assert len(json.loads(filled("entities", "Lorbach", "--json").out)["names"]) >= 2
    assert "are one already" in filled("entities", "merge", "Wiebke Harms", "Lorbach").err
    assert filled("entities", "split", "Wiebke Harms").status == 0
    names = json.loads(filled("entities", "Wiebke Harms", "--json").out)["names"]
    assert [name["name"] for name in names] == ["Wiebke Harms"]
    assert " ≠ " in filled("entities", "by-hand").out
    for words, says in (
        (("merge", "Lorbach"), "Name two or more"),
        (("split",), "Name what is to stand"),
        (("split", "Nobody"), "No article names “Nobody”"),
        (("split", "Wiebke Harms"), "has no other name"),
        (("by-hand", "x"), "takes no names"),
    ):
        ran = filled("entities", *words)
        assert ran.status == 2, words
        assert says in ran.err
