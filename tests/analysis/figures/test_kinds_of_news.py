"""What figures of agency news measure: long clauses, adjuncts, relative clauses, shares of counted wholes."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from tests.analysis.figures.telling import rows
from tests.analysis.figures.test_measured_kinds import told

KINDS = {
    "who stands behind a preposition is not what rose, nor is the second of a pair": {
        "de": {
            "Die Kosten für Pflege und Reha stiegen um 7 Prozent.": [
                "7 Prozent: Kosten für Pflege und Reha, delta, rise_by"],
            "Der Gewinn wuchs trotz der hohen Kosten und der sonstigen Lasten um 4 Prozent.": [
                "4 Prozent: Gewinn, delta, rise_by"],
            "Die Bank hob das Ziel nach Zahlen von 12 auf 14 Euro an.": [
                "12: Ziel, from, from", "14 Euro: Ziel, to, rise_to"],
        },
        "en": {"Average rents for newly let flats rose to £900.": ["£900: Average rents, to, rise_to"]},
    },
    "an adjective of size belongs to the measure": {
        "de": {"Eine 60 Quadratmeter große Wohnung kostet 900 Euro.": [
            "60 Quadratmeter: Wohnung, level", "900 Euro: Wohnung, price"]},
    },
    "money that is set aside measures what it is for": {
        "de": {"Für den Deich stellt das Land 4 Millionen Euro bereit.": ["4 Millionen Euro: Deich, level"]},
        "fr": {"La ville consacre 3 millions d'euros à la digue.": ["3 millions d'euros: digue, level"]},
        "es": {"La ciudad destinará 3 millones de euros al dique.": ["3 millones de euros: dique, level"]},
    },
    "a clause that no comma parts belongs to the noun before it": {
        "en": {"Tenants squeezed by fees that touched 9% left.": ["9%: fees, level"],
               "Brook, whose bonus fell by 4%, left.": ["4%: bonus, delta, fall_by"]},
        "fr": {"La droite devance la gauche, créditée de 28 %.": ["28 %: gauche, level"]},
    },
    "the whole of a share may have a figure of its own": {
        "en": {
            "The firm runs 40 ships, of which a quarter are leased.": [
                "40: ships, level", "a quarter: ships, share"],
            "Donors met 12% of a $3 million appeal.": ["12%: appeal, share", "$3 million: appeal, level"],
            "Half of the island's 300 homes burned.": ["Half: homes, share", "300: homes, level"],
        },
    },
    "a change by a verb that nobody listed has its noun": {
        "de": {"Der Pegel hat sich um 3 Prozent vertieft.": ["3 Prozent: Pegel, delta"]},
        "es": {"La fruta se pudrió un 4 %.": ["4 %: fruta, delta"]},
    },
    "what is done to a share, and what hovers": {
        "de": {
            "Das Budget ist zu 80 Prozent verplant.": ["80 Prozent: Budget, share"],
            "Der Kurs pendelt um 31 Euro.": ["31 Euro: Kurs, level"],
            "Die Liberalen scheiterten mit 3,1 Prozent.": ["3,1 Prozent: Liberalen, level"],
        },
    },
    "a place has the change and is not what changed": {
        "de": {"Am stärksten war das Plus mit 9 Prozent in Bremen.": ["9 Prozent: , delta, rise_by"]},
        "en": {"Output fell 2%, led by a 6% slump in Spain.": [
            "2%: Output, delta, fall_by", "6%: Output, delta, fall_by"]},
    },
    "an amount behind a comma goes on with the verb before it": {
        "en": {"Prices fell for a third month, by 0.4%.": ["third: , rank", "0.4%: Prices, delta, fall_by"]},
    },
    "a bound stands behind its noun": {
        "en": {"Homes with temperatures above 30 degrees were closed.": ["30 degrees: temperatures, limit"]},
        "fr": {"Le syndicat veut une marge comprise entre 7 et 8 %.": ["7 et 8 %: marge, level"]},
    },
    "who loses people has no rate of change, and a particle makes another verb": {
        "de": {"Die Armee verlor 300 Soldaten.": ["300: Soldaten, level"],
               "Wegen Nebels fielen 40 Flüge aus.": ["40: Flüge, level"]},
        "en": {"The army lost 300 soldiers.": ["300: soldiers, level"],
               "He was fined three times.": ["three: ,"]},
        "es": {"El ejército perdió 300 soldados.": ["300: soldados, level"]},
    },
    "what changed stands behind both ends of the change": {
        "es": {"El Gobierno rebajó del 15 al 10 % el arancel.": [
            "15: arancel, from, from", "10 %: arancel, to, fall_to"]},
    },
    "what something counted is worth": {
        "es": {"Hallaron 12 toneladas de hachís valoradas en 3 millones de euros.": [
            "12 toneladas: hachís, level", "3 millones de euros: hachís, level"]},
    },
    "a time between verb and amount parts nothing": {
        "es": {"Las ventas aumentaron el año pasado un 6 %.": ["6 %: ventas, delta, rise_by"]},
    },
    "odds and decades are no counts": {
        "en": {"The horse won at odds of 33 to 1.": [], "In the 1990s output fell by 4%.": [
            "4%: output, delta, fall_by"]},
        "de": {"In den 1990er Jahren stieg der Umsatz um 4 Prozent.": ["4 Prozent: Umsatz, delta, rise_by"]},
    },
}  # fmt: skip

BASES = {
    "en": ("The rate is 3.2 per 1,000 live births.", "1,000 live births"),
    "fr": ("Le taux est de 4,1 pour 1.000 naissances.", "1.000 naissances"),
    "es": ("El agua cuesta 0,60 euros por metro cúbico.", "metro cúbico"),
    "de": ("Der Wert liegt bei 35 pro 100.000 Einwohner.", "100.000 Einwohner"),
}


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    rows(KINDS),
)
def test_a_kind_of_news_is_read(kind, language, text, expected) -> None:
    figures = [f for f in find_figures(text, language) if f.kind not in ("date", "time")]
    assert [told(figure) for figure in figures] == expected, kind


@pytest.mark.parametrize(("language", "case"), BASES.items())
def test_a_rate_has_the_whole_of_its_base(language, case) -> None:
    text, base = case
    assert find_figures(text, language)[0].per == base
