"""A figure says what it measures, of whom, and what it is to it, in the words of the text."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure

FACTS = {
    "de": {
        "Die Inflationsrate stieg auf 2,3 Prozent.": ["2,3 Prozent: Inflationsrate, to, rise_to"],
        "40 Prozent der Wähler blieben zu Hause.": ["40 Prozent: Wähler, share"],
        "Der Umsatz legte um 5 Prozent auf 3 Mrd. Euro zu.": [
            "5 Prozent: Umsatz, delta, rise_by",
            "3 Mrd. Euro: Umsatz, to, rise_to",
        ],
        "Das Ticket kostet 49 Euro.": ["49 Euro: Ticket, price"],
        "Der Gewinn verzeichnete ein Plus von 1,3 Prozent.": ["1,3 Prozent: Gewinn, delta, rise_by"],
        "Der Dax gab um 0,2 Prozent nach.": ["0,2 Prozent: Dax, delta, fall_by"],
        "Am höchsten ist sie in Israel (4,11 Prozent).": ["4,11 Prozent: Israel, level"],
        "Die Kosten haben sich verdoppelt.": ["verdoppelt: Kosten, delta, rise_by"],
        "Die Bank verdiente 300 Millionen Franken.": ["300 Millionen Franken: , level"],
        "Die Union verliert zwei Prozentpunkte und kommt auf 27 Prozent.": [
            "zwei Prozentpunkte: Union, delta, fall_by",
            "27 Prozent: Union, level",
        ],
    },
    "en": {
        "The firm must pay a fine of $3m.": ["$3m: fine, level"],
        "Shares fell 4%.": ["4%: Shares, delta, fall_by"],
        "A 3.2% drop in farming offset a rise of 4% in services.": [
            "3.2%: farming, delta, fall_by",
            "4%: services, delta, rise_by",
        ],
        "Revenue was $4bn, up 8%.": ["$4bn: Revenue, level", "8%: Revenue, delta, rise_by"],
        "Labour is on 43%, the Greens on 7%.": ["43%: Labour, level", "7%: Greens, level"],
        "Rents will be capped at 3%.": ["3%: Rents, level"],
        "Profits halved.": ["halved: Profits, delta, fall_by"],
        "The bank earned $3bn.": ["$3bn: , level"],
    },
    "fr": {
        "Le chiffre d'affaires a reculé de 3 %, à 8,4 milliards de dollars.": [
            "3 %: chiffre d'affaires, delta, fall_by",
            "8,4 milliards de dollars: chiffre d'affaires, to, fall_to",
        ],
        "Le taux est passé de 15 % à 18 %.": ["15 %: taux, from, from", "18 %: taux, to, rise_to"],
        "Une hausse de 10 % des tarifs pénaliserait tous.": ["10 %: tarifs, delta, rise_by"],
        "La fillette de 3 ans joue.": ["3 ans: , age"],
    },
    "es": {
        "El paro subió un 3 %.": ["3 %: paro, delta, rise_by"],
        "El dividendo será de 1,20 euros.": ["1,20 euros: dividendo, level"],
        "El 40 % de los votantes apoyó la ley.": ["40 %: votantes, share"],
        "La producción se ha duplicado.": ["duplicado: producción, delta, rise_by"],
    },
}  # fmt: skip


def told(figure: Figure) -> str:
    change = f", {figure.change}" if figure.change else ""
    return f"{figure.surface}: {figure.noun}, {figure.role}{change}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(code, *case) for code, cases in FACTS.items() for case in cases.items()],
)
def test_a_figure_says_what_it_measures(language: str, text: str, expected: list[str]) -> None:
    assert [told(figure) for figure in find_figures(text, language)] == expected


def test_it_says_whose_it_is_and_what_it_is_told_against() -> None:
    [figure] = find_figures(
        "Der Umsatz von Nordwerk sank um 5 Prozent gegenüber dem Vorjahr.", "de"
    )
    assert (figure.of, figure.against) == ("Nordwerk", "Vorjahr")
    [figure] = find_figures("Aland's exports rose 5% since January.", "en")[:1]
    assert (figure.noun, figure.of, figure.since) == ("exports", "Aland", "January")


@pytest.mark.parametrize(
    ("language", "text", "base"),
    [
        ("de", "Die Dividende beträgt 1,20 Euro je Aktie.", "Aktie"),
        ("en", "Oil costs $80 a barrel.", "barrel"),
        ("en", "It cost $80 a year ago.", ""),
        ("fr", "Le forfait coûte 49 euros par mois.", "mois"),
        ("fr", "Il a baissé de 2 % par rapport à mai.", ""),
        ("es", "El abono cuesta 49 euros al mes.", "mes"),
        ("de", "Es fielen 74 Liter Regen pro Quadratmeter.", "Quadratmeter"),
        ("fr", "Le musée accueille 3 millions de visiteurs par an.", "an"),
        ("en", "The plot costs $450 per square foot.", "square foot"),
        ("fr", "Il fera moins 12 degrés la nuit.", ""),
    ],
)
def test_a_rate_says_what_it_is_told_per(language: str, text: str, base: str) -> None:
    assert find_figures(text, language)[0].per == base


@pytest.mark.parametrize(
    ("language", "text", "owner"),
    [
        ("en", "The bank cut 120 branches.", "bank"),
        ("en", "Last year, the Liberals won 84 seats.", "Liberals"),
        ("en", "Side effects were seen in 7% of patients.", ""),
        ("en", "In Ohio, the rate was 6.1 percent.", "Ohio"),
        ("de", "Im Juli senkte der Versorger den Arbeitspreis um 5 Cent.", "Versorger"),
        ("de", "Die Notenbank hob den Leitzins um 0,25 Prozentpunkte an.", "Notenbank"),
        ("fr", "La compagnie a transporté 8 millions de passagers.", "compagnie"),
        ("es", "El sector ha perdido 4.200 empleos.", "sector"),
    ],
)
def test_who_has_or_changes_an_amount_is_named(language: str, text: str, owner: str) -> None:
    assert find_figures(text, language)[-1].of == owner


def test_nobody_that_is_counted_has_what_comes_behind() -> None:
    [_, points] = find_figures("Nach 17 Spieltagen hat der Verein 34 Punkte.", "de")
    assert points.of != "Spieltagen"


def test_both_ends_of_a_movement_know_each_other() -> None:
    first, last = find_figures("Das Defizit sank von 3,4 Prozent auf 2,9 Prozent.", "de")
    assert (first.role, first.pair) == ("from", "2,9 Prozent")
    assert (last.role, last.pair) == ("to", "3,4 Prozent")


def test_in_a_table_the_row_is_what_is_measured() -> None:
    table = "Umsatz | 3,2 Mrd. Euro | 2,9 Mrd. Euro\nGewinn | 210 Mio. Euro | 190 Mio. Euro\n"
    nouns = [figure.noun for figure in find_figures(table, "de")]
    assert nouns == ["Umsatz", "Umsatz", "Gewinn", "Gewinn"]


def test_a_long_list_without_a_full_stop_is_read_to_its_end() -> None:
    text = ", ".join(f"Ort{chr(97 + n % 26)} ({n + 1},5 Prozent)" for n in range(60))
    nouns = [figure.noun for figure in find_figures(text, "de")]
    assert len(nouns) == 60
    assert all(noun.startswith("Ort") for noun in nouns)
