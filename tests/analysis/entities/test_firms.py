"""What firms, clubs, offices and contests are called is told by what is said of them."""

import pytest

from lesart.analysis.entities.boundary_repair import mended
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.merging import entities_from
from name_model.tagged import parse_tagged


def names_in(tagged, language, weight=0.65):
    text, spans = parse_tagged(tagged)
    found = mended(text, [NameCandidate(a, b, kind, weight) for a, b, kind in spans], language)
    return [(f.kind, text[f.start : f.end]) for f in found]


def groups_in(tagged, language, weights):
    text, spans = parse_tagged(tagged)
    found = [NameCandidate(*span, weight) for span, weight in zip(spans, weights, strict=True)]
    entities = entities_from(text, found, language)
    return {(e.kind, e.name, len(e.mentions)) for e in entities}


@pytest.mark.parametrize(
    ("language", "tagged", "kind"),
    [
        ("de", "Es gewannen [PER Ostrapharm] um 3,4 Prozent.", "ORG"),
        ("en", "Among them [LOC Corvita] 2.1%, the rest fell.", "ORG"),
        ("en", "A [PER Brandreth] poll puts them ahead.", "ORG"),
        ("en", "She sold her stake in [LOC Pelloway].", "ORG"),
        ("en", "[LOC SolarForge] opens a plant.", "ORG"),
        ("en", "It hung at [LOC Christie's] for a day.", "ORG"),
        ("en", "[LOC Quilltop]'s chief executive left.", "ORG"),
        ("en", "[PER Brandreth] polls well and rose 3 places.", "PER"),
        ("en", "A share of [LOC Pelloway] is forest.", "LOC"),
        ("en", "[PER McAllister] won.", "PER"),
        ("en", "[PER Ann Corvita] 38%, her rival 35%", "PER"),
        ("en", "[LOC Ghana] 5%, [LOC Mali] 4%", "LOC"),
        ("en", "He sat in the [LOC Commons] for years.", "ORG"),
        ("de", "Sie spielt gegen [LOC Füchse Templin].", "ORG"),
        ("de", "Im [EVENT Donaustadion] war es still.", "LOC"),
        ("en", "near [ORG Sallow Power Plant] at dawn", "LOC"),
    ],
)
def test_a_name_is_what_is_done_with_it(language, tagged, kind):
    assert names_in(tagged, language)[0][0] == kind


@pytest.mark.parametrize(
    ("tagged", "names"),
    [
        ("the [ORG Welsh Lamb Growers]' Association met", [("ORG", "Welsh Lamb Growers' Association")]),
        ("Her Majesty's [ORG Inspectorate of Mines] said", [("ORG", "Her Majesty's Inspectorate of Mines")]),
        ("in the [ORG Northgate Bank Snooker] Championship", [("EVENT", "Northgate Bank Snooker Championship")]),
        ("[ORG Retailer Dunn & Ogle] shut", [("ORG", "Dunn & Ogle")]),
        ("[LOC Tyne] and [ORG Wear Fire Service] came", [("ORG", "Tyne and Wear Fire Service")]),
        ("[LOC Kent] and [ORG Essex Police] came", [("LOC", "Kent"), ("ORG", "Essex Police")]),
        ("the [ORG Growers]' union met", [("ORG", "Growers")]),
        ("[ORG Corran plc] and [ORG Corran school] met", [("ORG", "Corran plc"), ("ORG", "Corran")]),
    ],
)  # fmt: skip
def test_english_names_keep_their_words(tagged, names):
    assert names_in(tagged, "en") == names


@pytest.mark.parametrize(
    ("language", "tagged", "weights", "groups"),
    [
        ("en", "[ORG Oakham Foods] grew. [ORG Oakham] hired.", (0.9, 0.9), {("ORG", "Oakham Foods", 2)}),
        ("de", "[ORG Südglas Energie] wuchs. [ORG Südglas] warb.", (0.9, 0.9), {("ORG", "Südglas Energie", 2)}),
        ("en", "[ORG Google Maps Ltd] and [ORG Google] met.", (0.9, 0.9),
         {("ORG", "Google Maps Ltd", 1), ("ORG", "Google", 1)}),
        ("en", "[ORG Kenya Power] and [ORG Kenya] met.", (0.9, 0.9),
         {("ORG", "Kenya Power", 1), ("ORG", "Kenya", 1)}),
        ("en", "[ORG Sebelo] mines. [PER Sebelo] also mines.", (0.8, 0.6), {("ORG", "Sebelo", 2)}),
        ("en", "[ORG Harlan] paid. Mr [PER Harlan] ran.", (0.9, 0.95),
         {("ORG", "Harlan", 1), ("PER", "Harlan", 1)}),
        ("de", "[EVENT Zyklon „Mira]“ kam.", (0.9,), {("EVENT", "Mira", 1)}),
    ],
)  # fmt: skip
def test_short_forms_and_wavering_kinds_join(language, tagged, weights, groups):
    assert groups_in(tagged, language, weights) == groups
