"""Sites that go by their address are names; what stands within an address is none."""

import pytest

from lesart.analysis.entities.addresses import outside_addresses, site_names
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.merging import entities_from


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Laut IraqBodyCount.org starben viele.", ["IraqBodyCount.org"]),
        ("Amazon.com und Booking.com wachsen.", ["Amazon.com", "Booking.com"]),
        ("Mehr auf https://IraqBodyCount.org/daten", []),
        ("Mehr auf www.IraqBodyCount.org", []),
        ("Schreibt an Info@Lesart.org!", []),
        ("Der Satz endet.Das nächste beginnt.", []),
    ],
)
def test_a_site_named_by_its_address_is_an_organisation(text, names):
    assert [text[f.start : f.end] for f in site_names(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Siehe https://example.org/Obama/Irak.",
        "Siehe www.example.org/Obama",
        "Post an Obama@example.org",
    ],
)
def test_a_name_within_an_address_is_no_mention(text):
    place = text.index("Obama")
    assert outside_addresses(text, [NameCandidate(place, place + 5, "PER")]) == []


def test_a_name_inside_a_longer_organisation_is_not_named_again():
    text = "Rom hofft. Die Bank von Rom auch. In Rom regnet es."
    bank = text.index("Bank")
    found = [
        NameCandidate(0, 3, "LOC"),
        NameCandidate(bank, bank + 12, "ORG"),
        NameCandidate(text.index("In Rom") + 3, text.index("In Rom") + 6, "LOC"),
    ]
    entities = {e.name: len(e.mentions) for e in entities_from(text, found, "de")}
    assert entities == {"Rom": 2, "Bank von Rom": 1}
