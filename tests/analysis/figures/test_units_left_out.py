"""A unit that is not written again: what is compared, listed or pointed back to has the one said before."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from tests.analysis.figures.telling import rows, told

KINDS = {
    "what is compared has one unit": {
        "de": {
            "Die Teuerung lag bei 31,1 nach 32,9 Prozent.": ["31,1 | percent 31.1 percent", "32,9 Prozent | percent 32.9 percent"],
            "Dividende 0,70 nach 0,65 Euro.": ["0,70 | money 0.7 EUR", "0,65 Euro | money 0.65 EUR"],
            "Der Anteil beträgt 31 und nicht 13 Prozent.": ["31 | percent 31 percent", "13 Prozent | percent 13 percent"],
            "Das Rad kostet 2.650 Euro, 300 weniger als 2019.": [
                "2.650 Euro | money 2650 EUR", "300 | money 300 EUR", "2019 | date 2019"],
        },
        "en": {
            "The target is lowered to 90 per cent from 93.": ["90 per cent | percent 90 percent", "93 | percent 93 percent"],
            "The ratio rose from 111.9 per cent to 115.2; nobody minds.": [
                "111.9 per cent | percent 111.9 percent", "115.2 | percent 115.2 percent"],
            "Shares rose 3%, the index to 8,200.": ["3% | percent 3 percent", "8,200 | count 8200"],
        },
    },
    "the next of a list has the unit of the one before": {
        "de": {
            "Auf Rügen kostet das Zimmer 131 Euro, im Allgäu 118.": ["131 Euro | money 131 EUR", "118 | money 118 EUR"],
            "Leverkusen kassierte 94 Millionen Euro, Schlusslicht Fürth 31.": [
                "94 Millionen Euro | money 94000000 EUR", "31 | money 31000000 EUR"],
            "Sie zahlten 3,20 Euro je Lieferung und bewältigten 22 am Tag.": ["3,20 Euro | money 3.2 EUR", "22 | count 22"],
            "Er zahlte 50 Euro, sie war 26.": ["50 Euro | money 50 EUR", "26 | count 26"],
            "Die Aktie stieg um 3 Prozent, der Dax auf 23.000.": ["3 Prozent | percent 3 percent", "23.000 | count 23000"],
            "Gewünscht sind Gutscheine (48 Prozent), Bücher (37) und Kosmetik (29).": [
                "48 Prozent | percent 48 percent", "37 | percent 37 percent", "29 | percent 29 percent"],
            "Eva Meier (34) und ihr Mann Karl Meier (51) leben in Bonn.": [],
        },
        "en": {
            "Work visas fell 36%, those for care workers 77.": ["36% | percent 36 percent", "77 | percent 77 percent"],
            "Robberies were down by 9%, thefts by 4.": ["9% | percent 9 percent", "4 | percent 4 percent"],
            "The threshold is put at 20,562 lira, the poverty line at 66,976.": [
                "20,562 lira | money 20562 TRY", "66,976 | money 66976 TRY"],
            "He was fined £200 and six of his friends were freed.": ["£200 | money 200 GBP", "six | count 6"],
        },
    },
    "what points back has the unit that it points to": {
        "de": {
            "Je Hektar ernten sie 8,2 Tonnen, im Vorjahr waren es 7,5.": ["8,2 Tonnen | measure 8.2 tonne", "7,5 | measure 7.5 tonne"],
            "Zufrieden sind 48 Prozent. Vor der Wahl waren es noch 61.": ["48 Prozent | percent 48 percent", "61 | percent 61 percent"],
        },
        "en": {
            "Once rent took 30% of income, now it is 41.": ["30% | percent 30 percent", "41 | percent 41 percent"],
            "Yields are limited to 9,000 kilos per hectare (10,000 last year).": [
                "9,000 kilos per hectare | measure 9000 kilogram_per_hectare",
                "10,000 | measure 10000 kilogram_per_hectare"],
        },
    },
    "German millions of nothing are money where a currency was told": {
        "de": {
            "Der Gewinn betrug 8 Millionen Euro. Im Jahr davor fiel ein Fehlbetrag von 112 Millionen an.": [
                "8 Millionen Euro | money 8000000 EUR", "112 Millionen | money 112000000 EUR"],
            "Die Uhr kostet 900 Euro, der Schaden beträgt rund 42.000.": ["900 Euro | money 900 EUR", "42.000 | money 42000 EUR | approx"],
            "Das Los kostet 3 Euro. Die Zahl der Spieler stieg auf 4 Millionen.": ["3 Euro | money 3 EUR", "4 Millionen | count 4000000"],
            "Für 3 Euro war alles zu haben, verkauft wurden 4 Millionen.": ["3 Euro | money 3 EUR", "4 Millionen | count 4000000"],
            "Ein Los für 3 Euro: Es leben 83 Millionen Menschen hier, dort 68 Millionen.": [
                "3 Euro | money 3 EUR", "83 Millionen | count 83000000", "68 Millionen | count 68000000"],
            "Der Fehlbetrag liegt bei 112 Millionen.": ["112 Millionen | count 112000000"],
        },
    },
}  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), rows(KINDS))
def test_a_unit_left_out_is_the_one_said_before(kind, language, text, expected):
    found = find_figures(text, language)
    assert [told(f).removesuffix(f" | {f.noun}") for f in found] == expected, kind
