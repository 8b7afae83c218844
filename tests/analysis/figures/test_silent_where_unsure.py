"""A noun only where the sentence makes it sure: beside each case that stays silent, one that does not."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure
from tests.analysis.figures.telling import rows

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
    "a change told by a noun with an adjective behind it goes on with what changed before": {
        "es": {
            "Las exportaciones bajaron un 4 %. El retroceso mensual es del 1,2 %.": [
                "4 %: exportaciones", "1,2 %: exportaciones"],
            "El retroceso mensual es del 1,2 %.": ["1,2 %: "],
        },
        "fr": {
            "Les ventes ont reculé de 4 %. La chute médiane ressort à 62 %.": [
                "4 %: ventes", "62 %: ventes"],
            "La chute médiane ressort à 62 %.": ["62 %: "],
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
            "Rates eased, with the 30-year fixed averaging 6.23 percent.": ["30-year: ", "6.23 percent: 30-year fixed"],
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
    "a scaled number behind money is money where it goes on with it": {
        "de": {
            "Im Haushalt stehen 310 Millionen Euro bereit, 40 Millionen weniger als im Vorjahr.": [
                "310 Millionen Euro: ", "40 Millionen: EUR"],
            "Die Stadt zahlt 15 Millionen Euro, weitere 20 Millionen kommen vom Land.": [
                "15 Millionen Euro: ", "20 Millionen: EUR"],
            "Er nahm 310 Millionen Euro ein, 40 Millionen mehr Gäste kamen.": [
                "310 Millionen Euro: ", "40 Millionen: Gäste"],
        },
    },
    "what only points back has the noun told before": {
        "de": {
            "Im Herbst haben 8.823 Menschen Asyl beantragt, das waren 54,6 Prozent weniger als zuvor.": [
                "8.823: Menschen", "54,6 Prozent: Menschen"],
            "In drei Quartalen starben 57 Menschen. Das entspricht einem Plus von 2,7 Prozent.": [
                "drei: Quartalen", "57: Menschen", "2,7 Prozent: Menschen"],
        },
    },
    "while is no preposition before a subject": {
        "de": {"Während die Investitionen um 1,4 Prozent nachgaben, half der Konsum.": [
            "1,4 Prozent: Investitionen"]},
    },
    "a time that is changed itself is not passed over": {
        "en": {
            "The basic salary climbs to £71,000 and the working week is shortened by one hour.": [
                "£71,000: basic salary", "one hour: "],
        },
    },
    "compounds and averages that say of what they are": {
        "de": {
            "Der Hersteller rechnet mit einem Umsatzplus von 12 bis 14 Prozent.": [
                "12 bis 14 Prozent: Umsatzplus"],
            "Das Ergebnis je Aktie stieg auf 1,48 Euro.": ["1,48 Euro: Ergebnis je Aktie"],
            "Der Zuschauerschnitt lag bei 24.870.": ["24.870: Zuschauerschnitt"],
        },
        "en": {
            "Prices rose 2%, half the industry average of 4.1%.": [
                "2%: Prices", "half: ", "4.1%: industry average"],
            "Attendance averaged 38,600, two per cent down.": [
                "38,600: Attendance", "two per cent: Attendance"],
            "The state approved a $3.4 billion expansion of the port.": [
                "$3.4 billion: expansion"],
        },
    },
    "a distance gone down is no fall": {
        "en": {"The ferry cost $3 million. It went down six miles from the port.": [
            "$3 million: ferry", "six miles: "]},
    },
    "what a verb changes is its object, never who changes it": {
        "en": {
            "The airport wants to raise landing charges by 17%.": ["17%: landing charges"],
            "Vidora lost users after raising the price of its plan by $2.": ["$2: price of its plan"],
            "Revisions lowered the tally by 38,000.": ["38,000: tally"],
            "Health care gained 41,000.": ["41,000: "],
            "Grants fell by £54 million, equivalent to 38%.": ["£54 million: Grants", "38%: "],
            "Revenue nevertheless rose 7%.": ["7%: Revenue"],
        },
    },
    "who buys, causes or foretells is not what is bought, caused or foretold": {
        "en": {
            "Jordan Pell bought 15 litres of petrol for £21 at a station 300 metres away.": [
                "15 litres: petrol", "£21: ", "300 metres: station"],
            "It destroyed 22 classrooms and caused damage estimated at £16 million.": [
                "22: classrooms", "£16 million: damage"],
            "Employers added 74,000 jobs, short of the 110,000 economists had forecast.": [
                "74,000: jobs", "110,000: "],
            "Some 64% of respondents rejected it and only 19% supported them.": [
                "64%: respondents", "19%: respondents"],
        },
        "de": {
            "Die Forderungen der Gläubiger bezifferten die Gerichte auf 5,4 Milliarden Euro.": [
                "5,4 Milliarden Euro: Forderungen der Gläubiger"],
            "Den Staat kostet die Entlastung 3 Milliarden Euro.": ["3 Milliarden Euro: Entlastung"],
            "Auch bei den Insolvenzen gab es einen Anstieg um 6,5 Prozent.": ["6,5 Prozent: Insolvenzen"],
        },
    },
    "of them are those of whom is told, not those of the adjunct": {
        "en": {
            "The trial enrolled 4,100 adults in 12 countries, two-thirds of them women.": [
                "4,100: adults", "12: countries", "two-thirds: adults"],
        },
    },
    "a rate that is held stands where it is held": {
        "en": {"The participation rate held at 62.3%.": ["62.3%: participation rate"]},
    },
    "another clause, adjunct or price is no subject": {
        "de": {
            "Während Waren 0,5 Prozent mehr kosteten, fiel der Zins.": ["0,5 Prozent: Waren"],
            "Die Steuer, die je nach Strecke zwischen 15 und 70 Euro beträgt, sinkt.": [
                "15 und 70 Euro: Steuer"],
            "Am Sonntag gilt die Winterzeit: 38 Prozent der Deutschen klagen darüber.": [
                "38 Prozent: Deutschen"],
            "Die Bank hebt ihre Dividende auf 1 Euro an. Im Quartal verdiente sie 591 Millionen Euro.": [
                "1 Euro: Dividende", "591 Millionen Euro: "],
            "In Sachsen erreichten die Neuntklässler im Schnitt 503 Punkte.": ["503: Punkte"],
            "Der Dax schloss bei 24.003 Punkten.": ["24.003: Dax"],
        },
        "en": {
            "A quake struck, sending waves of half a metre ashore, and was felt 400 km away.": [
                "half a metre: waves", "400 km: "],
            "The group will freeze hiring and cut spending on research by 15%.": [
                "15%: spending on research"],
            "Supporters of the plan spent $18 million, opponents $31 million.": [
                "$18 million: ", "$31 million: "],
            "Shipments to the United States, the top market, nosedived 47%.": ["47%: Shipments"],
            "Richmond, which owns eleven brands, said sales at its watchmakers were off 7%.": [
                "eleven: brands", "7%: sales"],
            "Exports declined for a fourth straight month, down 4.4%.": ["fourth: ", "4.4%: Exports"],
            "The waiting list has lengthened by 14,000 to 610,000.": [
                "14,000: waiting list", "610,000: waiting list"],
        },
    },
    "what is changed stands behind whoever changes it": {
        "de": {
            "Um 2 Punkte auf 9 Prozent hat die Zentralbank ihren Zins gesenkt.": [
                "2 Punkte: Zins", "9 Prozent: Zins"],
            "Um 5 Prozent ist der Umsatz gestiegen.": ["5 Prozent: Umsatz"],
            "Der Lohn beträgt 900 Euro. Verbände wollen ihn um 8 Prozent anheben.": [
                "900 Euro: Lohn", "8 Prozent: "],
        },
    },
    "what was only a time, an apposition or a bracket is not measured": {
        "de": {
            "300 gemeldete Brände zählte das Amt im vorigen Jahr – das waren 40 oder 15 Prozent mehr.": [
                "300: gemeldete Brände", "40: ", "15 Prozent: gemeldete Brände"],
            "Mit der Arbeit des Rats zeigten sich 31 Prozent zufrieden, der niedrigste Stand.": [
                "31 Prozent: "],
            "Die Dauer beträgt 3 Tage. Beliebt waren Ferienhöfe garnis (plus 6 Prozent).": [
                "3 Tage: Dauer", "6 Prozent: "],
            "Am stärksten legten die Mieten für Läden zu (plus 6 Prozent).": ["6 Prozent: Mieten"],
            "Der Bagger räumt kleine Teiche (unter einem Hektar) zuerst.": ["einem Hektar: "],
            "Der Zins sank auf 9 Prozent, die Ministerin sprach von höchstens 5 Prozent.": [
                "9 Prozent: Zins", "5 Prozent: "],
        },
        "en": {
            "Deliveries, late as they are, have doubled.": ["doubled: Deliveries"],
            "The count rose to 40. The city spent £3 million on shelters, up 16 per cent.": [
                "40: count", "£3 million: ", "16 per cent: "],
            "Their sleep lengthened, and we saw 30 per cent more of it.": ["30 per cent: "],
            "The lab has asked for €2 million more.": ["€2 million: "],
            "The council built 80 homes last year, missing its goal by a tenth.": ["80: homes", "a tenth: "],
            "A quarter of adults smoke; among those aged 20 to 30 it is 40%.": [
                "A quarter: adults", "20 to 30: ", "40%: "],
        },
    },
    "what is surpassed is not what is measured": {
        "de": {
            "Geerntet wurde viel, was den Schnitt um 4 Prozent übertrifft.": ["4 Prozent: "],
            "Der Umsatz übertraf die Erwartung um 6 Prozent.": ["6 Prozent: Umsatz"],
        },
    },
    "two nouns side by side are two": {
        "de": {
            "Versprochen hatte Krumm Prämien von 9 Prozent.": ["9 Prozent: Prämien"],
            "Die Höfe wuchsen, während Zeltplätze Einbußen von 12 Prozent hinnahmen.": [
                "12 Prozent: Zeltplätze"],
            "Der Verein macht trotz 4 Millionen Euro Minus weiter.": ["4 Millionen Euro: Minus"],
            "Dem Bürgermeister gibt jeder Zweite noch gute Noten.": ["jeder Zweite: "],
            "Es war das Dreifache des Jahres 2020.": ["Dreifache: "],
        },
        "en": {
            "Bond sale of $4bn flops\n\nTreasuries fell on Monday.": ["$4bn: Bond sale"],
            "It is a shame that £9 billion cannot hide.": ["£9 billion: "],
        },
    },
    "words between two commas part no verb from its amount": {
        "de": {
            "62 Prozent der Befragten sind dafür. Die Toleranz liegt, je nach Anteil, zwischen zwei und drei Prozentpunkten.": [
                "62 Prozent: Befragten", "zwei und drei Prozentpunkten: Toleranz"],
            "Der Kurs fiel auf 9 Prozent; die Chance dafür taxieren sie auf 97 Prozent.": [
                "9 Prozent: Kurs", "97 Prozent: "],
        },
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    rows(KINDS),
)
def test_a_noun_is_given_where_it_is_sure(kind, language, text, expected) -> None:
    figures = [f for f in find_figures(text, language) if f.kind not in ("date", "time")]
    assert [told(figure) for figure in figures] == expected, kind


def told(figure: Figure) -> str:
    """Its noun; for money that took its unit from before, the unit."""
    is_lent = figure.kind == "money" and figure.surface.endswith("Millionen")
    return f"{figure.surface}: {figure.unit if is_lent else figure.noun}"


def test_a_dateline_has_its_day() -> None:
    [day] = find_figures("Berlin, 20. November 2026. Die Bahn fährt.", "de")
    assert (day.surface, day.when) == ("20. November 2026", "2026-11-20")
