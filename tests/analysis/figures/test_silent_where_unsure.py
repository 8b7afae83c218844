"""A noun only where the sentence makes it sure: beside each case that stays silent, one that does not."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures

KINDS = {
    "a figure that does something itself is no amount of what came before": {
        "en": {
            "The firm had a debt of $9 million. Only £74,000 has been recovered, the prosecutor said.": [
                "$9 million: debt", "£74,000: "],
            "One couple lost £180,000. Police recovered £310,000.": [
                "One: couple", "£180,000: ", "£310,000: "],
        },
        "de": {
            "Die SPD läge bei 15 Prozent. 62 Prozent zeigten sich unzufrieden, 31 Prozent waren zufrieden.": [
                "15 Prozent: SPD", "62 Prozent: ", "31 Prozent: "],
            "Fünf Prozent betrug die Quote.": ["Fünf Prozent: Quote"],
        },
    },
    "what is more than an amount is of the same kind": {
        "de": {
            "Die Gewerkschaft will eine Laufzeit von zwölf Monaten, aber 280 Euro mehr im Monat.": [
                "zwölf Monaten: Laufzeit", "280 Euro: "],
            "Der Hafen hat 5 Millionen Tonnen Kies umgeschlagen und damit ein Fünftel mehr als zuvor.": [
                "5 Millionen Tonnen: Kies", "ein Fünftel: Kies"],
            "Ein Verdiener müsste 11,60 Euro mehr im Monat zahlen.": ["11,60 Euro: "],
        },
    },
    "a noun of change that is only striven for or told between others measures nothing near": {
        "de": {"Das Team, das an 63 Orten war, ermittelte einen Verlust von 2,8 Prozent.": [
            "63: Orten", "2,8 Prozent: "]},
        "en": {
            "The bank held rates, with two of its nine members voting for a cut of 25 basis points.": [
                "two: members", "nine: members", "25 basis points: "],
            "Unions, which want a rise of 8%, said no.": ["8%: "],
            "Profit rose after a drop of 5%.": ["5%: Profit"],
        },
    },
    "a word of place is no noun of what follows it": {
        "de": {
            "Kunden kauften in China Waren im Wert von 48 Milliarden Euro.": ["48 Milliarden Euro: Waren"],
            "Böen von 148 Kilometern pro Stunde den Brocken erreichten.": [
                "148 Kilometern pro Stunde: Böen"],
            "Die Mieten in den sieben größten Städten sind um 6 Prozent gestiegen.": [
                "sieben: größten Städten", "6 Prozent: Mieten"],
            "Die Zahl der Paare von Lerche und Kiebitz nahm um 38 beziehungsweise 55 Prozent ab.": [
                "38: Zahl der Paare", "55 Prozent: Zahl der Paare"],
        },
        "en": {"Turnout at the last election was 67%.": ["67%: Turnout"]},
    },
    "a verb inside its clause is no word of the noun before it": {
        "en": {
            "An experimental pill cut levels of cholesterol by 58%.": ["58%: levels of cholesterol"],
            "Patients saw their levels rise by 4.8%.": ["4.8%: levels"],
            "A tax cut package of $5 billion was passed.": ["$5 billion: tax cut package"],
            "Some 78% of parents oppose the plan.": ["78%: parents"],
            "Exports, where a 50% tariff applies, fell.": ["50%: tariff"],
            "The company expects to book charges of $340 million.": ["$340 million: charges"],
            "Average waits stood at 14.1 weeks.": ["14.1 weeks: Average waits"],
        },
    },
    "a particle makes another verb and no sign": {
        "en": {
            "A treasurer who siphoned off £1.3 million was jailed.": ["£1.3 million: "],
            "Shares were up 3%.": ["3%: Shares"],
        },
    },
    "a participle is said of what it stands behind": {
        "en": {
            "Art sales shrank 12%, with works priced above $10 million suffering most.": [
                "12%: Art sales", "$10 million: works"],
            "Rates eased, with the 30-year fixed averaging 6.23 percent.": ["30-year: ", "6.23 percent: "],
            "Food prices rose and a litre of fuel now sells for $3.80.": ["a litre: fuel", "$3.80: fuel"],
        },
    },
    "others of a kind are not those that were told of": {
        "en": {
            "Carriers in Asia posted a profit of $2.1 billion, while those in Africa remained $90 million in the red.":
                ["$2.1 billion: profit", "$90 million: "],
            "Broadcasting accounted for 52% of the total.": ["52%: "],
        },
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    [
        (kind, language, text, expected)
        for kind, languages in KINDS.items()
        for language, cases in languages.items()
        for text, expected in cases.items()
    ],
)
def test_a_noun_is_given_where_it_is_sure(kind, language, text, expected) -> None:
    figures = [f for f in find_figures(text, language) if f.kind not in ("date", "time")]
    assert [f"{figure.surface}: {figure.noun}" for figure in figures] == expected, kind


def test_a_dateline_has_its_day() -> None:
    [day] = find_figures("Berlin, 20. November 2026. Die Bahn fährt.", "de")
    assert (day.surface, day.when) == ("20. November 2026", "2026-11-20")
