"""More kinds of telling: who is counted after an aside, metres and millions, names with numbers in them."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from tests.analysis.figures.telling import rows
from tests.analysis.figures.telling import told as value_of
from tests.analysis.figures.test_measured_kinds import told

MEASURED = {
    "who differs from a mean, a plan or others has not changed; who differs from earlier has": {
        "de": {
            "Das Meer war um 1,6 Grad wärmer als üblich.": ["1,6 Grad: Meer, delta"],
            "Das Meer war um 1,6 Grad wärmer als 2019.": ["1,6 Grad: Meer, delta, rise_by"],
            "Die Kosten lagen 8 Prozent über dem Plansoll.": ["8 Prozent: Kosten, delta"],
            "Elektroautos sind 3.400 Euro teurer als Verbrenner.": ["3.400 Euro: Elektroautos, delta"],
            "Die Autos sind 3.400 Euro teurer als im Vorjahr.": ["3.400 Euro: Autos, delta, rise_by"],
        },
        "en": {
            "Sales were 9% lower than expected.": ["9%: Sales, delta"],
            "Sales were 9% lower than a year earlier.": ["9%: Sales, delta, fall_by", "a year: ,"],
            "Petrol costs 23p more than at supermarkets.": ["23p: Petrol, delta"],
            "Yields were 22% short of the previous harvest.": ["22%: Yields, delta, fall_by"],
        },
    },
    "a way down, a match lost and a verb with a particle make nothing less": {
        "en": {
            "The fan fell six metres from the stand.": ["six metres: fan, level"],
            "The river fell six metres in a month.": ["six metres: river, delta, fall_by", "a month: ,"],
            "She had lost five finals.": ["five: finals, level"],
            "The losses add up to $65m.": ["$65m: losses, level"],
            "The motion fell by three votes.": ["three: votes, delta"],
        },
        "de": {"In Fulda fielen 158 Liter Regen.": ["158 Liter: Regen, level"]},
    },
    "a change in brackets is not carried to the next of the list": {
        "de": {
            "Die Gelben kamen auf 31,5 Prozent (+2,4), die Roten auf 22,1 (-6,0).": [
                "31,5 Prozent: Gelben, level", "+2,4: Gelben, delta, rise_by",
                "22,1: Roten, level", "-6,0: Roten, delta, fall_by"],
        },
    },
    "whoever is named in passing is not counted again": {
        "en": {
            "In all 31 guests, including five babies, were searched and more than 80 arrested.": [
                "31: guests, level", "five: babies, level", "80: guests, level"],
        },
        "de": {
            "Es kamen 31 Gäste, darunter fünf Säuglinge, mehr als 80 wurden abgewiesen.": [
                "31: Gäste, level", "fünf: Säuglinge, level", "80: Gäste, level"],
        },
    },
    "the hurt are not the dead": {
        "de": {
            "Es gab 13 Tote, fünf davon im Hafen; weitere 30 wurden verletzt.": [
                "13: Tote, level", "fünf: Tote, level", "30: , level"],
        },
        "fr": {"Le séisme a fait 13 morts et plus de 80 ont été blessés.": ["13: morts, level", "80: ,"]},
        "es": {"Hubo 13 muertos y más de 80 resultaron heridos.": ["13: muertos, level", "80: ,"]},
    },
    "votes against are votes, abstentions are counted behind them": {
        "fr": {"Le texte passe par 301 voix contre 212, et 9 abstentions.": [
            "301: voix, level", "212: voix, level", "9: abstentions, level"]},
    },
    "what came to one mark did not come to another unit's": {
        "fr": {"La température est descendue à 3 °C à 900 m d'altitude.": [
            "3 °C: température, to, fall_to", "900 m: ,"]},
    },
    "what came to a share of the economy is not the economy": {
        "de": {"Die Schulden stiegen auf 91 Prozent des BIP.": ["91 Prozent: Schulden, to, rise_to"]},
        "en": {"The deficit fell to 3% of GDP.": ["3%: deficit, to, fall_to"]},
        "fr": {"La dette grimpe à 112 % du PIB.": ["112 %: dette, to, rise_to"]},
        "es": {"La deuda bajó al 98 % del PIB.": ["98 %: deuda, to, fall_to"]},
    },
    "what is divided falls": {
        "fr": {"Les effectifs ont été divisés par quatre.": ["quatre: effectifs, delta, fall_by"]},
        "es": {"La plantilla se ha dividido por dos.": ["dos: plantilla, delta, fall_by"]},
    },
    "an amount of a range has the noun before its “in Höhe von”": {
        "de": {"Er hat Abgaben in Höhe von 2 bis 3 Mio. Euro verkürzt.": [
            "2 bis 3 Mio. Euro: Abgaben, level"]},
    },
    "a mark that is lost is no loss of so many": {
        "es": {"El índice cae un 2 % y pierde los 14.000 puntos.": [
            "2 %: índice, delta, fall_by", "14.000: índice, limit"]},
        "fr": {"L'indice recule de 2 % et perd les 7 000 points.": [
            "2 %: indice, delta, fall_by", "7 000: indice, limit"]},
    },
    "what an amount costs is not measured by the amount": {
        "de": {"Ein Gramm kostet 70 Euro, das Kilo mehr.": ["Ein Gramm: ,", "70 Euro: Gramm, price"]},
    },
    "more than doubled says nothing of the percentage before it": {
        "de": {"Der Anteil hat sich von 9 auf 20 Prozent mehr als verdoppelt.": [
            "9: Anteil, from, from", "20 Prozent: Anteil, to, rise_to",
            "verdoppelt: Anteil, delta, rise_by"]},
    },
    "a number inside a name belongs to the name": {
        "en": {
            "Shares lost 2%, while the 20-year yield rose 5 basis points.": [
                "2%: Shares, delta, fall_by", "20-year: ,", "5 basis points: 20-year yield, delta, rise_by"],
            "The average 15-year loan rate fell to 5.1%.": [
                "15-year: ,", "5.1%: average 15-year loan rate, to, fall_to"],
        },
        "de": {
            "Die 14-Tage-Inzidenz sank auf 17,8.": ["14-Tage-Inzidenz: ,", "17,8: 14-Tage-Inzidenz, to, fall_to"],
            "Die 12-köpfige Mannschaft bekam 3 Prozent mehr.": [
                "12: ,", "3 Prozent: 12-köpfige Mannschaft, delta, rise_by"],
            "Die 20-jährige Staatsanleihe stieg auf 2,9 Prozent.": [
                "20-jährige: ,", "2,9 Prozent: 20-jährige Staatsanleihe, to, rise_to"],
            "Die 20-jährige Bäckerin stieg ein.": ["20-jährige: , age"],
        },
    },
}  # fmt: skip

VALUES = {
    "en": {
        "He was found 150m from the gate, 20m below the rim.": [
            "150m | distance 150 metre", "20m | distance 20 metre"],
        "An 85m tall chimney fell; the hole is 30m wide.": [
            "85m | distance 85 metre", "30m | distance 30 metre"],
        "The wreck lies at a depth of 90m.": ["90m | distance 90 metre"],
        "The firm raised 150m from investors and lost 20m.": [
            "150m | count 150000000", "20m | count 20000000"],
        "Output must fall 40% by 2030 from 2019 levels.": [
            "40% | percent 40 percent", "2030 | date 2030", "2019 | date 2019"],
        "The bank cut its rate by a quarter point to 4.5%.": [
            "a quarter point | percent 0.25 percentage_point", "4.5% | percent 4.5 percent"],
        "Half a point separated the golfers.": [],
        "Of 60 clubs, 44 percent had closed.": ["60 | count 60", "44 percent | percent 44 percent"],
        "Few died before age 7.": ["7 | duration 7 year"],
        "24 goats died and more than 90 fell ill.": ["24 | count 24", "90 | count 90 | more_than"],
    },
    "de": {
        "Er fuhr 92 km/h statt der erlaubten 50.": [
            "92 km/h | measure 92 kilometre_per_hour", "50 | measure 50 kilometre_per_hour"],
        "Der Eintritt kostet statt 8 künftig 11 Euro.": ["8 | money 8 EUR", "11 Euro | money 11 EUR"],
        "Statt 12 Bussen fahren 6.": ["12 | count 12", "6 | count 6"],
        "Das Gericht (Az. IV ZR 33/21, 5 StR 41/24, C-98/22) gab ihm recht.": [],
        "Der Satz sank um zwei Zehntel auf 3,1 Prozent.": [
            "zwei Zehntel | percent 0.2 percentage_point", "3,1 Prozent | percent 3.1 percent"],
        "Er kam mit zwei Zehntel Rückstand ins Ziel.": ["zwei Zehntel | ratio 0.2"],
        "Die Quote lag bei 71,5 (2020: 68,2) Prozent.": [
            "71,5 | percent 71.5 percent", "2020 | date 2020", "68,2 | percent 68.2 percent"],
        "Der Umsatz lag bei 14,5 (Vorjahr: 12) Milliarden Euro.": [
            "14,5 | money 14500000000 EUR", "12 | money 12000000000 EUR"],
        "Am Freitag (14.8.) kamen 90, PLZ 20095.": [
            "Freitag | date XXXX-WXX-5", "14.8. | date XXXX-08-14", "90 | count 90"],
        "Der Strom kostet 28 ct.": ["28 ct | money 0.28 EUR"],
        "Der Satz stieg um einen Viertelpunkt auf 4,25 Prozent.": [
            "einen Viertelpunkt | percent 0.25 percentage_point", "4,25 Prozent | percent 4.25 percent"],
        "Im Norden sind es 31, im Süden 52 Prozent.": [
            "31 | percent 31 percent", "52 Prozent | percent 52 percent"],
        "Kinder zahlen 3,50 statt 3 Euro.": ["3,50 | money 3.5 EUR", "3 Euro | money 3 EUR"],
        "Der Etat stieg auf 700 Millionen Euro. Nun fehlen 30 Millionen.": [
            "700 Millionen Euro | money 700000000 EUR", "30 Millionen | money 30000000 EUR"],
        "Er kostet 700 Millionen Euro. Dort leben 3 Millionen Menschen, bald 4 Millionen.": [
            "700 Millionen Euro | money 700000000 EUR", "3 Millionen | count 3000000",
            "4 Millionen | count 4000000"],
        "24 Ziegen und mehr als 90 Schafe starben.": ["24 | count 24", "90 | count 90 | more_than"],
    },
    "fr": {
        "Le Québec investira 1,2 G$, dont 300 M$ à Laval.": [
            "1,2 G$ | money 1200000000 CAD", "300 M$ | money 300000000 CAD"],
        "À Montréal, l'action américaine vaut 30 $.": ["30 $ | money 30 USD"],
        "La taxe foncière augmentera de 3,5 points.": ["3,5 points | percent 3.5 percentage_point"],
        "Il a 43 % des voix. Elle perdrait cinq points par rapport à mai.": [
            "43 % | percent 43 percent", "cinq points | percent 5 percentage_point", "mai | date XXXX-05"],
        "Le club a perdu cinq points.": ["cinq | count 5"],
        "Les vols ont plus que doublé.": ["doublé | ratio 2 | more_than"],
        "Un mètre carré s'échange contre 6 240 euros.": ["6 240 euros | money 6240 EUR"],
        "La rivière a monté d'un mètre.": ["un mètre | distance 1 metre"],
        "À Lausanne, le loyer coûte 2 870 francs.": ["2 870 francs | money 2870 CHF"],
        "Il touchait 4 francs par jour.": ["4 francs | money 4 FRF"],
        "Le film dure deux heures et quart, l'autre trois heures quarante.": [
            "deux heures et quart | duration 2.25 hour", "trois heures quarante | duration 3.6667 hour"],
        "L'attente atteint 2 minutes 50 à Limoges.": ["2 minutes 50 | duration 2.8333 minute"],
        "Le train arrive à trois heures et quart.": ["trois heures et quart | time T03:15"],
        "Le trajet dure 1 h 20 et part à 7 h 15.": [
            "1 h 20 | duration 1.3333 hour", "7 h 15 | time T07:15"],
        "Il mesure un mètre quatre-vingts.": ["un mètre quatre-vingts | distance 1.8 metre"],
        "Il mesure un mètre, vingt de moins que lui.": ["un mètre | distance 1 metre", "vingt | count 20"],
        "Un cinquième pourrait disparaître.": ["Un cinquième | ratio 0.2"],
        "Un cinquième homme est entré.": ["cinquième | ordinal 5"],
        "L'État a porté le plafond de 19 à 21 % de la population.": [
            "19 | percent 19 percent", "21 % | percent 21 percent"],
        "La prime vaut vingt fois cette somme.": ["vingt fois | ratio 20"],
        "La villa est estimée à 2 millions d'euros.": ["2 millions d'euros | money 2000000 EUR"],
        "La piscine, estimée à 29 millions d'euros, en coûtera 44.": [
            "29 millions d'euros | money 29000000 EUR", "44 | money 44000000 EUR"],
        "Les travaux valent 18,6 millions d'euros, dont 4 à la charge du canton.": [
            "18,6 millions d'euros | money 18600000 EUR", "4 | money 4000000 EUR"],
        "Le parking rapporte 8 millions d'euros. La cession, elle, s'élève à 17 millions.": [
            "8 millions d'euros | money 8000000 EUR", "17 millions | money 17000000 EUR"],
        "Il doit 20 000 euros. Le parquet réclame 3 millions d'amende.": [
            "20 000 euros | money 20000 EUR", "3 millions | money 3000000 EUR"],
        "Le camping séduit 29 % des gens, l'hôtel 18.": ["29 % | percent 29 percent", "18 | percent 18 percent"],
        "La France y contribue pour 17 %, la Suisse pour 4.": [
            "17 % | percent 17 percent", "4 | percent 4 percent"],
        "La taxe coûte 2 euros. La ville compte 3 millions d'habitants, contre 2 millions en mai.": [
            "2 euros | money 2 EUR", "3 millions | count 3000000", "2 millions | count 2000000",
            "mai | date XXXX-05"],
        "Le vaccin coûte 4 euros et 300 personnes en ont reçu.": [
            "4 euros | money 4 EUR", "300 | count 300"],
        "La salle vaut 3 millions d'euros. Public : 4 millions.": [
            "3 millions d'euros | money 3000000 EUR", "4 millions | count 4000000"],
        "Il roulait à 92 km/h au lieu de 50.": [
            "92 km/h | measure 92 kilometre_per_hour", "50 | measure 50 kilometre_per_hour"],
        "Le four a tourné 310 heures, contre 190 en mai.": [
            "310 heures | duration 310 hour", "190 | duration 190 hour", "mai | date XXXX-05"],
        "Il veut diviser ses frais par trois.": ["trois | ratio 0.3333"],
        "La dette frôle 3 milliards d'euros.": [
            "3 milliards d'euros | money 3000000000 EUR | just_under"],
        "Le taux monte d'un demi-point, puis d'un quart de point.": [
            "un demi-point | percent 0.5 percentage_point", "un quart de point | percent 0.25 percentage_point"],
        "Le taux a cédé deux dixièmes de point.": [
            "deux dixièmes de point | percent 0.2 percentage_point"],
        "Il y a 24 chèvres et plus de 90 brebis.": ["24 | count 24", "90 | count 90 | more_than"],
        "Le troupeau a été divisé par deux.": ["deux | ratio 0.5"],
    },
    "es": {
        "Es una sexta parte de la cosecha.": ["una sexta parte | ratio 0.1667"],
        "El partido se hundiría hasta el 21 %.": ["21 % | percent 21 percent"],
        "El gasto ronda los 800 euros.": ["800 euros | money 800 EUR | approx"],
        "Bajó los tipos medio punto, al 3 %.": [
            "medio punto | percent 0.5 percentage_point", "3 % | percent 3 percent"],
        "La inflación bajó cuatro décimas en mayo.": [
            "cuatro décimas | percent 0.4 percentage_point", "mayo | date XXXX-05"],
        "Ganó por cuatro décimas de segundo.": ["cuatro décimas de segundo | duration 0.4 second"],
        "El piso cuesta un 9 % más, hasta 1.900 euros.": [
            "9 % | percent 9 percent", "1.900 euros | money 1900 EUR"],
        "Hay 24 cabras y más de 90 ovejas.": ["24 | count 24", "90 | count 90 | more_than"],
        "En México, la multa es de 4 mil 500 pesos y la obra cuesta 2 mil 140 millones de pesos.": [
            "4 mil 500 pesos | money 4500 MXN", "2 mil 140 millones de pesos | money 2140000000 MXN"],
        "Hay 3 mil 20 kilos.": ["3 mil 20 kilos | measure 3020 kilogram"],
        "Le impuso seis años y tres meses de prisión.": ["seis años y tres meses | duration 6.25 year"],
        "Tardó tres horas y cuarenta minutos.": ["tres horas y cuarenta minutos | duration 3.6667 hour"],
        "Gasta la tercera parte del sueldo.": ["tercera parte | ratio 0.3333"],
        "Es la tercera parada del año.": ["tercera | ordinal 3"],
        "Los delitos son ocho veces los de 2011.": ["ocho veces | ratio 8", "2011 | date 2011"],
        "La humedad, inferior al 15 %, ayudó.": ["15 % | percent 15 percent | less_than"],
        "En Buenos Aires, el kilo vale 900 pesos y en mayo valía 700 pesos.": [
            "900 pesos | money 900 ARS", "mayo | date XXXX-05", "700 pesos | money 700 ARS"],
        "En Bogotá cuesta 300 pesos.": ["300 pesos | money 300 COP"],
        "El gobierno chileno pagó 300 pesos.": ["300 pesos | money 300 CLP"],
        "El peso mexicano cayó en Chile: 300 pesos.": ["300 pesos | money 300"],
        "Cuesta 300 pesos.": ["300 pesos | money 300"],
        "Un tercio sigue fuera.": ["Un tercio | ratio 0.3333"],
        "El 60 % dijo que sí; el 31, que no.": ["60 % | percent 60 percent", "31 | percent 31 percent"],
        "En Argentina, el kilo vale $ 1.500.": ["$ 1.500 | money 1500 ARS"],
        "La ocupación hotelera cayó 6 puntos.": ["6 puntos | percent 6 percentage_point"],
        "El equipo ganó 6 puntos.": ["6 | count 6"],
        "Producir un kilo sale por 5,80 euros.": ["5,80 euros | money 5.8 EUR"],
        # what is left out because it has just been told
        "El tratamiento sale por 12 euros, cuando la alternativa cuesta 2.600.": [
            "12 euros | money 12 EUR", "2.600 | money 2600 EUR"],
        "La firma pondrá 140 millones de euros y su socio, 95.": [
            "140 millones de euros | money 140000000 EUR", "95 | money 95000000 EUR"],
        "Los pisos cuestan 900 euros en Soria y 1.800 en Vigo.": [
            "900 euros | money 900 EUR", "1.800 | money 1800 EUR"],
        "La onza se paga a 2.640 dólares y superó los 2.900.": [
            "2.640 dólares | money 2640 USD", "2.900 | money 2900 USD | more_than"],
        "El paro fue del 12 %; en Jaén, del 18,5.": ["12 % | percent 12 percent", "18,5 | percent 18.5 percent"],
        "Preocupan el paro (22 %), la vivienda (18) y la salud (9).": [
            "22 % | percent 22 percent", "18 | percent 18 percent", "9 | percent 9 percent"],
        "La entrada cuesta 8 euros y vinieron 300.": ["8 euros | money 8 EUR", "300 | count 300"],
        "El club debe 5 millones de euros. Socios: 2,1 millones.": [
            "5 millones de euros | money 5000000 EUR", "2,1 millones | count 2100000"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    rows(MEASURED),
)
def test_a_kind_of_counting_is_read(kind, language, text, expected):
    figures = [f for f in find_figures(text, language) if f.kind not in ("date", "time")]
    assert [told(figure) for figure in figures] == expected, kind


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, text, want) for language, cases in VALUES.items() for text, want in cases.items()],
)
def test_a_number_is_what_the_words_beside_it_make_of_it(language, text, expected):
    found = find_figures(text, language)
    assert [value_of(f).removesuffix(f" | {f.noun}") for f in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Polizei spricht von 40 Gästen, der Verein von mehr als 90.", ["Die Polizei", "der Verein"]),
        ("de", "Die Polizei sprach von 40 Gästen, die von 30 Helfern versorgt wurden.", ["Die Polizei"] * 2),
        ("fr", "La police parle de 40 blessés, le club de plus de 90.", ["La police", "le club"]),
        ("en", "The army put the toll at 40, the rebels at more than 90.", ["The army", "the rebels"]),
    ],
)  # fmt: skip
def test_who_contradicts_without_a_verb_is_quoted_for_the_second_number(language, text, expected):
    assert [figure.attribution for figure in find_figures(text, language)] == expected
