"""Names that an engine overlooked, told by the words around them; and what stays no name."""

import pytest

from lesart.analysis.entities.boundary_repair import mended
from lesart.analysis.entities.candidate import NameCandidate
from name_model.tagged import parse_tagged


def names_in(tagged, language, weight=0.7):
    text, spans = parse_tagged(tagged)
    found = mended(text, [NameCandidate(a, b, kind, weight) for a, b, kind in spans], language)
    return [(f.kind, text[f.start : f.end]) for f in found]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Das sagte sie der Zeitung Merkurbote.", [("ORG", "Merkurbote")]),
        ("de", "laut dem Portal „Wohnkompass24“ teurer", [("ORG", "Wohnkompass24")]),
        ("en", "The retailer Plumridge closed two shops.", [("ORG", "Plumridge")]),
        ("en", "the union Prospect Workers went on strike", [("ORG", "Prospect Workers")]),
        ("de", "Sie flohen über Ghana nach Panama.", [("LOC", "Ghana"), ("LOC", "Panama")]),
        ("de", "Die Wälder Rumäniens schrumpfen.", [("LOC", "Rumäniens")]),
        ("en", "Growers in Honduras fear a drought.", [("LOC", "Honduras")]),
        ("de", "Das Gesetz kam durch den Bundestag.", [("ORG", "Bundestag")]),
        ("de", "Es stimmten SPD, Grüne und die Linke zu.", [("ORG", "Grüne"), ("ORG", "Linke")]),
        ("de", "Der Rhonegletscher und der Suldenferner schmelzen.",
         [("LOC", "Rhonegletscher"), ("LOC", "Suldenferner")]),
        ("de", "Der Weg über den Karlong-Pass ist frei.", [("LOC", "Karlong-Pass")]),
        ("en", "Partido Verde won six seats.", [("ORG", "Partido Verde")]),
    ],
)  # fmt: skip
def test_what_the_words_name_is_found_without_the_engine(language, text, names):
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Konzern Gewinne verschweigt."),
        ("de", "Das Institut Umfragen und der Zeitung Leser kennt."),
        ("de", "Die Ghana-Reise und der Panamahut"),
        ("de", "Grüne Wiesen und eine Linke, sagte die SPD."),
        ("de", "Eine Grüne widersprach der SPD."),
        ("de", "Der Inlandgletscher und der Alpen-Pass"),
        ("en", "The retailer Tuesday said the chain March missed."),
        ("en", "The Bank of Ghana and New Mexico State are longer names."),
        ("en", "Pacific islanders ate turkey."),
    ],
)
def test_common_words_and_parts_of_longer_names_are_not_added(language, text):
    assert names_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        ("en", "Fair lost\n[PER CONCORD], [PER N.H]. — Rain", [("LOC", "CONCORD"), ("LOC", "N.H.")]),
        ("de", "Ein Ende\n[PER Cuxhaven] (dpa) – Es", [("LOC", "Cuxhaven")]),
        ("de", "Ein Ende\n[PER Cuxhaven]. Der Wind", [("LOC", "Cuxhaven")]),
        ("de", "Ein Ende\n[PER Kurz] – der Mann", [("PER", "Kurz")]),
        ("en", "[ORG Acme] - the end of a firm", [("ORG", "Acme")]),
        ("de", "Ende\n[ORG Zalando]. Der Konzern", [("ORG", "Zalando")]),
    ],
)  # fmt: skip
def test_a_report_begins_with_the_place_it_comes_from(language, tagged, names):
    assert names_in(tagged, language) == names


@pytest.mark.parametrize(
    ("language", "tagged"),
    [
        ("de", "[ORG Ziege] büxt aus. Eine [ORG Ziege] lief."),
        ("de", "Die [EVENT Aprilumfrage] am [EVENT Anleihemarkt]"),
        ("de", "um die [LOC Zirkuskuh] und auf [LOC Stroh]"),
        ("de", "Der [EVENT Sturm vom März] war stark."),
        ("de", "die Fähre „[LOC Belinda]“ legt ab"),
        ("en", "[ORG Baker] fined. The baker was seen."),
        ("en", "the yen, the [ORG rand] and [EVENT swine flu] rose in Asia's [ORG press]"),
    ],
)
def test_common_nouns_and_ships_are_no_names(language, tagged):
    assert [name for kind, name in names_in(tagged, language) if name != "Asia"] == []


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        ("de", "Der [ORG Spiegel] und die [ORG Bahn]", [("ORG", "Spiegel"), ("ORG", "Bahn")]),
        ("de", "[PER Ina Vogel] kam, [PER Vogel] ging.", [("PER", "Ina Vogel"), ("PER", "Vogel")]),
        ("de", "In [LOC Waldkirch] am [LOC Steinbach]", [("LOC", "Waldkirch"), ("LOC", "Steinbach")]),
        ("de", "Das [EVENT Oktoberfest] und die [EVENT Europawahl]",
         [("EVENT", "Oktoberfest"), ("EVENT", "Europawahl")]),
        ("de", "Der Rat des [ORG Klinikums Bamberg]", [("ORG", "Klinikums Bamberg")]),
        ("de", "Die [ORG Polizeiinspektion] und die Bergwacht [LOC Lenggries]",
         [("ORG", "Polizeiinspektion"), ("ORG", "Bergwacht Lenggries")]),
        ("de", "Eine Studie des [ORG Alfred-Weber-Instituts Quallen]", [("ORG", "Alfred-Weber-Instituts")]),
        ("en", "in [LOC Norfolk 7], in Kent 3", [("LOC", "Norfolk")]),
        ("en", "[ORG Baker] rose 3%, the bakers said.", [("ORG", "Baker")]),
    ],
)  # fmt: skip
def test_names_made_of_nouns_stay_names(language, tagged, names):
    weight = 0.95 if "Baker" in tagged else 0.9
    assert names_in(tagged, language, weight) == names


def test_a_common_noun_that_a_party_or_a_paper_is_called_by_is_a_name():
    tagged = "Die Partei [ORG Aufbruch] und die Band [ORG Heimweh] traten auf."
    assert names_in(tagged, "de") == [("ORG", "Aufbruch"), ("ORG", "Heimweh")]
    assert names_in("Dem [LOC Aufbruch] folgte [LOC Heimweh].", "de") == []
