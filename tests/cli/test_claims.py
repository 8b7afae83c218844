"""`lesart claims`, `lesart digest` and `lesart open`: what a reader takes from the library to the desk."""

from __future__ import annotations

import csv
import io
import json

import pytest

from lesart.anchor import make_anchor
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.save_article import keep_text
from lesart.store import Store
from tests.cli.conftest import Lesart
from tests.conftest import NOW, a_draft

TEXT = (
    "Nach Angaben der Bürgermeisterin Wiebke Harms wurden 14 Bewohner verletzt. "
    "Der Schaden beträgt 620.000 Euro. In Lorbach brannte am Montag ein Fachwerkhaus ab."
)
CORRECTED = TEXT.replace("14 Bewohner", "19 Bewohner")
OTHER = "Der Handballverein Sollstedt zählt nun 1.420 Mitglieder. Es ist ein *guter* Herbst."


@pytest.fixture
def filled(lesart: Lesart, tmp_path) -> Lesart:
    with Store.open(tmp_path / "library.sqlite") as store:
        for guid, text, title, source in (
            ("a", TEXT, "Brand in Lorbach", "Bote"),
            ("b", f"(dpx) {TEXT}", "Haus brennt ab", "Kurier"),
            ("c", OTHER, "Sollstedt # wächst", "Bote"),
        ):
            draft = a_draft(
                text, title=title, guid=guid, source=source, language="de",
                link=f"https://example.org/{guid}", published=Moment(NOW),
            )  # fmt: skip
            store.articles.add(draft, now=NOW)
        at = TEXT.index("14 Bewohner")
        store.annotations.add(
            1,
            make_anchor(TEXT, Span(at, at + 11)),
            note="=bei Harms nachfragen",
            now=NOW,
            revision=1,
        )
    lesart("analyse", "--waiting")
    return lesart


def claims_of(ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_every_figure_is_a_row_with_its_sentence_speaker_source_and_note(filled):
    rows = claims_of(filled("claims", "--csv"))
    injured = next(r for r in rows if r["figure"].startswith("14") and r["source"] == "Bote")
    assert injured["statement"].startswith("Nach Angaben der Bürgermeisterin")
    assert (injured["value"], injured["subject"]) == ("14", "Bewohner")
    assert "Harms" in injured["speaker"]
    assert injured["address"] == "https://example.org/a"
    assert injured["revision"] == "1"
    assert injured["note"] == "'=bei Harms nachfragen"
    assert injured["link"].startswith("lesart://figure/1/")
    damage = next(r for r in rows if r["value"] == "620000")
    assert damage["unit"] == "EUR"


def test_a_query_with_figures_chooses_figures_and_not_articles_alone(filled):
    rows = [json.loads(line) for line in filled("claims", "figure>1000", "--json").lines]
    assert {row["value"] for row in rows} == {620_000, 1420}


def test_only_what_the_reader_judged_or_wrote_on(filled):
    rows = [json.loads(line) for line in filled("claims", "--judged", "--json").lines]
    assert [row["value"] for row in rows] == [14]


def test_a_claim_leads_back_to_its_figure(filled):
    [row] = [json.loads(line) for line in filled("claims", "--judged", "--json").lines]
    place = json.loads(filled("open", row["link"], "--json").out)
    assert place["words"].startswith("14")
    assert place["article"]["id"] == 1
    assert "»14" in filled("open", row["link"]).out


def test_a_link_that_leads_nowhere_is_said_in_a_sentence(filled):
    ran = filled("open", "lesart://note/none")
    assert ran.status == 2
    assert "no such note" in ran.err


def test_a_digest_has_stories_with_their_figures_and_leads_to_the_articles(filled):
    shown = filled("digest", "--since", "2020").out
    assert "### Brand in Lorbach" in shown
    assert "2 articles, 1 of them a copy: Bote, Kurier" in shown
    assert "620" in shown
    assert "(lesart://article/1)" in shown
    assert "Sollstedt \\# wächst" in shown or "Sollstedt # wächst" in shown


def test_a_digest_counts_the_articles_it_does_not_list_and_those_not_analysed_yet(filled, tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        text = "Hier steht keine einzige Zahl, nur Worte."
        store.articles.add(a_draft(text, guid="n", published=Moment(NOW - 60)), now=NOW)
    assert "1 article waits to be analysed" in filled("digest", "--since", "2020").out
    filled("analyse", "--waiting")
    shown = filled("digest", "--since", "2020").out
    assert "waits" not in shown
    assert "1 more article of these days is not listed here." in shown


def test_a_digest_says_which_numbers_were_corrected(filled, tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        keep_text(store, 1, a_draft(CORRECTED, guid="a", language="de"), now=NOW + 60)
    filled("analyse", "--waiting")
    shown = filled("digest", "--since", "2020").out
    assert "## Corrected" in shown
    assert "14 → **19** Bewohner" in shown


def test_a_digest_lists_what_sources_of_one_story_contradict_each_other_on(filled, tmp_path):
    first = (
        "In Harmstedt starben am Sonntag nach Angaben der Polizei 18 Fahrgäste einer Fähre. "
        "Kapitän Jost Reimers wurde vernommen."
    )
    other = (
        "In Harmstedt starben am Sonntag 31 Fahrgäste einer Fähre, sagte Ministerin Ada Voss. "
        "Gegen Kapitän Jost Reimers wird ermittelt."
    )
    with Store.open(tmp_path / "library.sqlite") as store:
        for guid, title, text in (("f1", "Fähre in Harmstedt gekentert", first),
                                  ("f2", "Fähre von Harmstedt: Ermittlungen", other)):  # fmt: skip
            at = Moment(NOW - 3600)
            draft = a_draft(text, title=title, guid=guid, language="de", published=at, source=guid)
            store.articles.add(draft, now=NOW)
    filled("analyse", "--waiting")
    told = filled("digest", "--since", "2020").out.partition("## Sources contradict")[2]
    assert "**18**" in told
    assert "≠ **31**" in told or "≠ **18**" in told
    assert "18 Fahrgäste einer Fähre" in told
    assert "31 Fahrgäste einer Fähre" in told


def test_a_digest_names_the_entities_of_the_readers_own_notes(filled):
    shown = filled("digest", "--since", "2020").out
    mine = shown.partition("## From your notes")[2]
    assert "- Wiebke Harms: 2 articles" in mine
    assert "Sollstedt" not in mine


def test_a_day_that_is_none_is_said_in_a_sentence(filled):
    ran = filled("digest", "--since", "whenever")
    assert ran.status == 2
    assert "is not a day" in ran.err
