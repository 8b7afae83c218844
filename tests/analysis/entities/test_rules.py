"""Rules and lists answer by themselves where the model cannot."""

import pytest

from lesart.analysis.entities import find_entities

REPORT = """Die letzten Fahrzeuge der US-Armee rollten am Abend von Nassirija nach Kuwait. Damit ist der
Einsatz im Irak zu Ende, den George W. Bush gegen Saddam Hussein begonnen hatte. US-Präsident Barack
Obama dankte den Soldaten in Fort Bragg in North Carolina. Zuvor hatte Obama in Washington mit dem
irakischen Regierungschef Nouri al-Maliki gesprochen. Al-Maliki nannte den Abzug einen Erfolg. Die
Zahl der Opfer schätzt IraqBodyCount.org auf mehr als hunderttausend.
"""


def names_by_rules(text, language="de"):
    entities, _ = find_entities(text, language, engine="rules")
    return {(e.kind, e.name) for e in entities}


def test_a_german_report_gives_its_people_places_and_organisations():
    found = names_by_rules(REPORT)
    assert found >= {
        ("PER", "Barack Obama"),
        ("PER", "Saddam Hussein"),
        ("PER", "Nouri al-Maliki"),
        ("PER", "George W. Bush"),
        ("LOC", "Irak"),
        ("LOC", "Kuwait"),
        ("LOC", "Nassirija"),
        ("LOC", "Fort Bragg"),
        ("LOC", "North Carolina"),
        ("LOC", "Washington"),
        ("ORG", "US-Armee"),
        ("ORG", "IraqBodyCount.org"),
    }
    assert {name for kind, name in found if kind == "PER"} == {
        "Barack Obama",
        "Saddam Hussein",
        "Nouri al-Maliki",
        "George W. Bush",
    }


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "She teaches at the University of Leeds now.", ("ORG", "University of Leeds")),
        ("en", "Shares of Holm & Sons Ltd fell.", ("ORG", "Sons Ltd")),
        ("en", "They met Angela Merkel in Milan.", ("PER", "Angela Merkel")),
        ("fr", "Le train pour Londres part de Lille.", ("LOC", "Londres")),
        ("es", "La ONU pidió calma en Sudán.", ("ORG", "ONU")),
        ("de", "Das Landgericht Köln urteilt morgen.", ("ORG", "Landgericht Köln")),
        ("de", "Italiens Regierung zögert.", ("LOC", "Italien")),
    ],
)
def test_lists_and_shapes_tell_names(language, text, name):
    assert name in names_by_rules(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Die irakischen Behörden schweigen.",
        "Viele Menschen warten auf den Regen.",
        "Er will Essen kaufen und baden.",
        "Siehe https://www.example.org/Namen/Liste für mehr.",
        "Schreiben Sie an post@Example.org bitte.",
    ],
)
def test_nouns_adjectives_and_addresses_are_no_names(text):
    assert names_by_rules(text) == set()
