"""`lesart pipe stories`: all articles in, then for each its story and what it copies."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Lesart

HEADLINE = "Brand in der Altstadt von Lorbach"
TEXT = (
    "In der Altstadt von Lorbach ist am Montag ein Fachwerkhaus abgebrannt. Nach Angaben der "
    "Feuerwehr wurden 14 Bewohner in Sicherheit gebracht. Der Schaden beträgt 620.000 Euro. "
    "Bürgermeisterin Wiebke Harms dankte den 85 Helfern. Die Ursache war ein Kabelbrand."
)
ENGLISH = (
    "A half-timbered house in the old town of Lorbach burned down on Monday. The fire brigade "
    "brought 14 people to safety. Mayor Wiebke Harms put the damage at 620,000 euros."
)
OTHER = (
    "Bei einem Brand in einem Stall bei Lorbach sind in der Nacht zum Freitag 40 Schafe verendet. "
    "Der Landwirt Jost Behrens erlitt leichte Verletzungen. Den Schaden schätzt die Polizei auf "
    "90.000 Euro."
)


def ask(lesart: Lesart, *articles: Any) -> list[dict[str, Any]]:
    stdin = b"".join(
        (article if isinstance(article, bytes) else json.dumps(article).encode()) + b"\n"
        for article in articles
    )
    ran = lesart("pipe", "stories", stdin=stdin)
    assert ran.status == 0
    return [json.loads(line) for line in ran.lines]


ORIGINAL = {"id": "a", "title": HEADLINE, "text": TEXT, "date": "2024-03-04", "language": "de"}
COPY = {"id": 2, "title": "Haus brennt ab", "text": f"Lorbach (dpx) – {TEXT}", "date": "2024-03-05"}
ABROAD = {"id": 3.5, "title": "Fire in Lorbach", "text": ENGLISH, "date": "2024-03-04T18:00:00Z"}
APART = {"id": "x", "title": "Brand bei Lorbach", "text": OTHER, "date": "2024-03-15"}


def test_a_copy_and_a_report_in_another_language_are_one_story(lesart):
    original, copy, abroad, apart = ask(lesart, ORIGINAL, COPY, ABROAD, APART)
    assert [a["id"] for a in (original, copy, abroad, apart)] == ["a", 2, 3.5, "x"]
    assert original["story"] == copy["story"] == abroad["story"] != apart["story"]
    assert copy["copy_of"] == "a"
    assert [original["copy_of"], abroad["copy_of"], apart["copy_of"]] == [None, None, None]


def test_the_order_of_the_lines_does_not_matter(lesart):
    copy, apart, abroad, original = ask(lesart, COPY, APART, ABROAD, ORIGINAL)
    assert original["story"] == copy["story"] == abroad["story"] != apart["story"]
    assert copy["copy_of"] == "a"


def test_dates_and_languages_may_be_missing(lesart):
    undated = [{k: v for k, v in a.items() if k in ("id", "text")} for a in (ORIGINAL, COPY, APART)]
    original, copy, apart = ask(lesart, *undated)
    assert original["story"] == copy["story"] != apart["story"]


def test_lines_that_are_no_articles_say_so_in_their_place(lesart):
    first, broken, listed, textless, last = ask(
        lesart, ORIGINAL, b"{", [1], {"id": 7, "title": None}, COPY
    )
    assert "cannot be read" in broken["error"]
    assert "no JSON object" in listed["error"]
    assert textless == {"id": 7, "error": '"text" is missing.'}
    assert first["story"] == last["story"]


def test_help_says_what_the_filters_take_and_give(lesart, capsys):
    with pytest.raises(SystemExit):
        lesart("pipe", "--help")
    shown = capsys.readouterr().out
    assert '"copy_of"' in shown
    assert '"names"' in shown
