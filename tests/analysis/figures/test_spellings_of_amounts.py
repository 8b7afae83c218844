"""How amounts are written: softened by an adjective, in parts, with signs, beside names that have numbers."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from tests.analysis.figures.telling import rows, told

KINDS = {
    "an adjective makes a one more or less": {
        "de": {
            "Ein gutes Drittel stimmte zu, ein knappes Viertel enthielt sich.": [
                "Ein gutes Drittel | ratio 0.3333 | more_than", "ein knappes Viertel | ratio 0.25 | just_under"],
            "Es dauerte eine knappe halbe Stunde, ein guter Freund half.": [
                "eine knappe halbe Stunde | duration 0.5 hour | just_under"],
            "Eine gute halbe Million Besucher kam, die gute Hälfte mit Hund.": [
                "Eine gute halbe Million | count 500000 | more_than", "die gute Hälfte | ratio 0.5 | more_than"],
        },
        "en": {
            "A good third stayed away and a good idea came up.": ["A good third | ratio 0.3333 | more_than"],
        },
    },
    "half of a unit is half of it": {
        "en": {
            "Half a pound of butter, half a cubic metre of water for half a cent.": [
                "Half a pound | measure 0.5 pound", "half a cubic metre | measure 0.5 cubic_metre",
                "half a cent | money 0.005 USD"],
        },
    },
    "any number of times": {
        "de": {"Er ist neunmal so hoch wie 2019 und zweieinhalbmal so teuer.": [
            "neunmal | ratio 9", "2019 | date 2019", "zweieinhalbmal | ratio 2.5"]},
    },
    "many hundred are no hundred": {
        "de": {"Etliche Hundert Bäume fielen, Schmuck für mehrere Hunderttausend Euro ist weg.": [
            "Hundert | count ? | approx", "Hunderttausend Euro | money ? EUR | approx"]},
    },
    "a full stop ends the sentence, not the sum": {
        "en": {"The fine is £94m. Customers pay.": ["£94m | money 94000000 GBP"]},
        "de": {"Es kostet 3 Mio. Euro.": ["3 Mio. Euro | money 3000000 EUR"]},
    },
    "pence with a point, and counting, and over between two numbers": {
        "en": {
            "The losses add up to $65m.": ["$65m | money 65000000 USD"],
            "Petrol costs 138.2p a litre.": ["138.2p | money 1.382 GBP"],
            "The blast killed 14 people, and counting.": ["14 | count 14 | at_least"],
            "Blood pressure of 140 over 90 is high.": ["140 | count 140", "90 | count 90"],
        },
    },
    "the name of an index has its number, and where it stands is another": {
        "en": {"The STOXX 600 added 0.4%, the CAC 0.2; the FTSE 100 fell.": [
            "0.4% | percent 0.4 percent", "0.2 | percent 0.2 percent"]},
        "de": {"Der Dax stieg um 1,1 %, der MDax 0,4.": ["1,1 % | percent 1.1 percent", "0,4 | percent 0.4 percent"]},
    },
    "parts of one length of time are one": {
        "de": {"Er bekam acht Jahre und drei Monate.": ["acht Jahre und drei Monate | duration 8.25 year"]},
        "en": {"It lasted two hours and six minutes.": ["two hours and six minutes | duration 2.1 hour"]},
    },
    "scale and unit within one word": {
        "de": {"Das 120-Millionen-Euro-Projekt ist fertig.": [
            "120-Millionen-Euro-Projekt | money 120000000 EUR"]},
        "en": {
            "A deal worth $3bn-plus is close.": ["$3bn-plus | money 3000000000 USD | at_least"],
            "It measures 3m by 4m, they raised 20m.": [
                "3m | distance 3 metre", "4m | distance 4 metre", "20m | count 20000000"],
            "CO2 stands at 427 ppm.": ["427 ppm | measure 427 part_per_million"],
            "Barely one in five agreed.": ["one in five | ratio 0.2 | just_under"],
        },
    },
    "who is over or under so many is so old": {
        "de": {
            "Kinder unter 14 zahlen nichts, Menschen über 65 wenig.": [
                "14 | duration 14 year | less_than", "65 | duration 65 year | more_than"],
            "Über 65 Menschen kamen.": ["65 | count 65 | more_than"],
        },
        "en": {
            "People over 65 pay half, children under 5% more.": [
                "65 | duration 65 year | more_than", "half | ratio 0.5", "5% | percent 5 percent | less_than"],
            "Over 65 people paid.": ["65 | count 65 | more_than"],
        },
    },
    "a second is no rank, a pace no speed, a sign belongs to its share": {
        "en": {
            "They pump 900 litres of water per second.": ["900 litres | measure 900 litre"],
            "We fell one second short.": ["one second | duration 1 second"],
            "The curve fell (-1.6% a year).": ["-1.6% | percent -1.6 percent"],
        },
        "de": {"Bei jetzigem Tempo 58 Häuser im Jahr; Tempo 30 gilt.": [
            "58 | count 58", "30 | measure 30 kilometre_per_hour"]},
    },
}  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), rows(KINDS))
def test_an_amount_is_worth_what_is_written(kind, language, text, expected):
    found = find_figures(text, language)
    assert [told(f).removesuffix(f" | {f.noun}") for f in found] == expected, kind
