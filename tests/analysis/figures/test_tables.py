"""In a table the head of the column and the label of the row say what a figure measures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lesart.analysis.figures import find_figures

TABLES = {
    "the head of a column is measured, the row has it": (
        "de",
        "| Kreis | Arbeitslose | Quote |\n|---|---|---|\n| Ahrenfeld | 3.120 | 5,4 % |\n| Stadt Uslau | 7.945 | 8,8 % |",
        ["3.120: Arbeitslose of Ahrenfeld", "5,4 %: Quote of Ahrenfeld",
         "7.945: Arbeitslose of Stadt Uslau", "8,8 %: Quote of Stadt Uslau"],
    ),
    "rows that a page's table was written down as": (
        "en",
        "Rank | Club | Played | Points\n1 | Rovers | 18 | 40\n2 | Town | 17 | 37",
        ["1:", "18: Played of Rovers", "40: Points of Rovers", "2:", "17: Played of Town",
         "37: Points of Town"],
    ),
    "tabs part cells, a head gives its unit": (
        "de",
        "Firma\tUmsatz (Mio. Euro)\tMitarbeiter\nHalbach\t412\t1.904\nTessner\t365\t2.230",
        ["412: Umsatz of Halbach", "1.904: Mitarbeiter of Halbach", "365: Umsatz of Tessner",
         "2.230: Mitarbeiter of Tessner"],
    ),
    "wide gaps part cells, years are no measure": (
        "de",
        "Partei   2021   2025   Differenz\nUnion    31,2   34,1   +2,9\nLinke     7,8    4,0   -3,8",
        ["31,2: Union", "34,1: Union", "2,9: Union rise_by", "7,8: Linke", "4,0: Linke",
         "-3,8: Linke fall_by"],
    ),
    "rows of different units are measured themselves": (
        "en",
        "| What | How much |\n|---|---|\n| Length of the ship | 400 metres |\n| Tugboats | 13 |",
        ["400 metres: Length of the ship", "13: Tugboats"],
    ),
    "countries beside each other have what the row says": (
        "en",
        "| | Germany | France |\n|---|---|---|\n| Inflation | 2.3% | 1.9% |\n| Output | $4tn | $3tn |",
        ["2.3%: Inflation of Germany", "1.9%: Inflation of France", "$4tn: Output of Germany",
         "$3tn: Output of France"],
    ),
    "a change is one of the column before": (
        "fr",
        "| Ville | Loyer moyen | Évolution |\n|---|---|---|\n| Nantes | 13,2 € | +2,1 % |\n| Dijon | 11,6 € | -0,5 % |",
        ["13,2 €: Loyer moyen of Nantes", "2,1 %: Loyer moyen of Nantes rise_by",
         "11,6 €: Loyer moyen of Dijon", "-0,5 %: Loyer moyen of Dijon fall_by"],
    ),
    "a total belongs to no row, a time to nobody": (
        "es",
        "Comunidad | Parados\nNavarra | 28.400\nTotal | 61.000",
        ["28.400: Parados of Navarra", "61.000: Parados"],
    ),
    "nothing is said where row and column may both be meant": (
        "de",
        "| | Süden | Norden |\n|---|---|---|\n| Raucher | 25 % | 21 % |\n| Trinker | 9 % | 11 % |",
        ["25 %:", "21 %:", "9 %:", "11 %:"],
    ),
    "a cell of several amounts is left alone": (
        "en",
        "Name | Passing | Age\nSmith | 312 yards, 2 goals | 34\nJones | 280 yards, 3 goals | 29",
        ["312 yards:", "2: goals", "34: Age of Smith", "280 yards:", "3: goals", "29: Age of Jones"],
    ),
}  # fmt: skip


def told(text: str, language: str) -> list[str]:
    return [
        f"{f.surface}: {f.noun}{' of ' + f.of if f.of else ''} {f.change}".strip()
        for f in find_figures(text, language)
        if f.kind not in ("date", "time")
    ]


@pytest.mark.parametrize("promise", TABLES)
def test_a_table_says_what_its_figures_measure(promise: str) -> None:
    language, text, expected = TABLES[promise]
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("head", "cell", "kind", "value", "unit"),
    [
        ("Umsatz (Mio. Euro)", "412", "money", 412_000_000, "EUR"),
        ("Umsatz in Mrd. Dollar", "1,5", "money", 1_500_000_000, "USD"),
        ("Anteil in %", "12", "percent", 12, "percent"),
        ("Fläche (km²)", "80", "measure", 80, "square_kilometre"),
        ("Einwohner (Tsd.)", "310", "count", 310_000, ""),
        ("Einwohner", "310", "count", 310, ""),
        ("Umsatz (Mio. Euro)", "2 %", "percent", 2, "percent"),
    ],
)
def test_the_unit_of_a_head_is_that_of_its_bare_numbers(head, cell, kind, value, unit) -> None:
    figures = find_figures(f"| Ort | {head} |\n|---|---|\n| Uslau | {cell} |", "de")
    assert [(f.kind, f.value, f.unit) for f in figures] == [(kind, value, unit)]


def test_the_unit_of_a_label_is_that_of_its_bare_number() -> None:
    text = "- Umsatz (in Mio. Euro): 512\n- Quote (vorläufig): 12\n- Anteil (%): 7,5"
    figures = find_figures(text, "de")
    assert [(f.noun, f.value, f.unit) for f in figures[:1]] == [("Umsatz", 512_000_000, "EUR")]
    assert (figures[1].kind, figures[1].unit) == ("count", "")
    assert (figures[2].noun, figures[2].value, figures[2].unit) == (
        "Anteil",
        Decimal("7.5"),
        "percent",
    )


def test_a_long_table_is_read_to_its_end() -> None:
    rows = "\n".join(f"| Ort {n} | {n + 10_000} |" for n in range(1, 800))
    figures = find_figures(f"| Gemeinde | Wähler |\n|---|---|\n{rows}", "de")
    assert [(f.noun, f.of) for f in figures if f.value == 10_799][-1:] == [("Wähler", "Ort 799")]
