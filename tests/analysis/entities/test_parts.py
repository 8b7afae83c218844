"""Two names that an engine took for one, one that it took for two, and what stands before a name."""

import pytest

from lesart.analysis.entities.boundary_repair import mended
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.merging import entities_from
from name_model.tagged import parse_tagged


def names_in(tagged, language, weight=0.7):
    text, spans = parse_tagged(tagged)
    found = mended(text, [NameCandidate(a, b, kind, weight) for a, b, kind in spans], language)
    return [(f.kind, text[f.start : f.end]) for f in found]


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        ("de", "in der [LOC Nikolaikirche von Leipzig]", [("LOC", "Nikolaikirche"), ("LOC", "Leipzig")]),
        ("de", "[LOC Fischer an der Eider] hoffen", [("LOC", "Eider")]),
        ("de", "in [LOC Limburg an der Lahn]", [("LOC", "Limburg an der Lahn")]),
        ("de", "durch die [LOC Straße von Hormus]", [("LOC", "Straße von Hormus")]),
        ("de", "am Golf von [LOC Bengalen], ein [LOC Golf von Hamburg]", [("LOC", "Golf von Bengalen"), ("LOC", "Golf von Hamburg")]),
        ("de", "in [LOC Hinterhof] und einem [LOC Hinterhof]", []),
        ("de", "im [LOC Anna-Weber-Krankenhaus]", [("ORG", "Anna-Weber-Krankenhaus")]),
        ("de", "dem Versicherer [PER Ostheimer]", [("ORG", "Ostheimer")]),
        ("en", "[ORG Airline] [ORG Skyhop]. Its shares of Quanterra rose", [("ORG", "Skyhop"), ("ORG", "Quanterra")]),
        ("de", "im [LOC Nationalpark] [LOC Eifel]", [("LOC", "Nationalpark Eifel")]),
        ("de", "Da kam [PER Bäcker Jonas] Uhl.", [("PER", "Jonas Uhl")]),
        ("de", "[ORG Rivale Altmetall] und die [ORG Zeitung Der Bund]", [("ORG", "Altmetall"), ("ORG", "Der Bund")]),
        ("de", "das [EVENT Handels-Abkommen] am [EVENT Faschingsdienstag]", []),
        ("en", "[LOC Ohio's Cedar Basin]", [("LOC", "Ohio"), ("LOC", "Cedar Basin")]),
        ("en", "[ORG Dancers]' [ORG Equity] and [ORG the Greens]", [("ORG", "Dancers' Equity"), ("ORG", "Greens")]),
        ("en", "the [ORG Housing Ombudsman for] [LOC Wales]", [("ORG", "Housing Ombudsman for Wales")]),
        ("en", "[ORG Opal Robotics of Durham]", [("ORG", "Opal Robotics")]),
        ("en", "[ORG Savings Bank of Durham]", [("ORG", "Savings Bank of Durham")]),
        ("en", "near [LOC Eureka], [LOC Calif]., at dawn", [("LOC", "Eureka"), ("LOC", "Calif.")]),
        ("en", "[ORG Union] leaders, [ORG MSPs] and [ORG Parkinson]'s disease", []),
        ("en", "the [ORG Union] Ann Parkinson leads", [("ORG", "Union")]),
    ],
)  # fmt: skip
def test_names_are_parted_and_joined_as_a_reader_would(language, tagged, names):
    assert names_in(tagged, language) == names


@pytest.mark.parametrize(
    ("tagged", "kinds"),
    [
        ("[ORG Ostmar Group] fell. [PER Ostmar] said so.", ["ORG", "ORG"]),
        ("[ORG Ostmar Group] fell. [PER Ida Ostmar] left; [PER Ostmar] said so.", ["ORG", "PER", "PER"]),
        ("[ORG Denver Foods] grew in [LOC Denver].", ["ORG", "LOC"]),
        ("[ORG Ostmar County Council] met in [LOC Ostmar].", ["ORG", "LOC"]),
        ("The [LOC River Wenn] rose; the [ORG Wenn] froze.", ["LOC", "LOC"]),
    ],
)  # fmt: skip
def test_a_short_name_is_of_the_kind_of_the_long_one(tagged, kinds):
    text, spans = parse_tagged(tagged)
    entities = entities_from(text, [NameCandidate(*span, 0.8) for span in spans], "en")
    assert [
        kind for _, kind in sorted((m.span.start, e.kind) for e in entities for m in e.mentions)
    ] == kinds
