"""Values are read as news writes them: every kind in four languages, and who says so."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure
from tests.analysis.figures.cases_everyday import CASES as EVERYDAY
from tests.analysis.figures.cases_values import CASES
from tests.analysis.figures.telling import told


def _value_of(figure: Figure) -> str:
    """What `told` says of a figure without its noun, and where a span of dates ends."""
    row = told(figure)
    if figure.noun:
        row = row.removesuffix(f" | {figure.noun}")
    return f"{row} | until {figure.until}" if figure.until else row


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (code, *case)
        for cases in (CASES, EVERYDAY)
        for code, table in cases.items()
        for case in table.items()
    ],
)
def test_a_sentence_gives_these_values_and_no_others(language, text, expected):
    figures = find_figures(text, language)
    assert [_value_of(figure) for figure in figures] == expected
    for figure in figures:
        assert text[slice(*figure.span)] == figure.surface


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("de", "Laut Feuerwehr brannten 8 Häuser, nach Angaben der Stadt waren es 11.", ["Feuerwehr", "Stadt"]),
        ("de", "Das seien 300 Stellen, so der Betriebsrat.", ["der Betriebsrat"]),
        ("de", "Im Winter gab es 40 Einsätze.", [""]),
        ("de", "Der Kurs gab um 3 Prozent nach.", [""]),
        ("de", "Der Verein gab 30 Austritte bekannt.", ["Der Verein"]),
        ("de", "Am Hafen standen 200 Leute, der Veranstalter sprach von 900.", ["", "der Veranstalter"]),
        ("de", "Die Stadt ging von 900 Gästen aus, die Polizei sprach von 200.", ["Die Stadt", "die Polizei"]),
        ("de", "Der Trainer sprach mit 20 Spielern.", [""]),
        ("de", "Es kamen 40 Boote, teilte die Wache mit.", ["die Wache"]),
        ("en", "400 people came, police said, but organisers said there were 1,500.", ["police", "organisers"]),
        ("en", "Rescuers spoke of 30 dead; the ministry put the toll at 18.", ["Rescuers", "the ministry"]),
        ("en", "The keeper put 3 boats at risk.", [""]),
        ("en", "He added 3 spoons of salt.", [""]),
        ("fr", "La police a compté 400 personnes, les organisateurs parlent de 1 500.", ["", "les organisateurs"]),
        ("es", "Según la policía acudieron 400 personas; el sindicato habló de 1.500.", ["la policía", "el sindicato"]),
        ("en", "Officials said 8 died, while the police said 11 died.", ["Officials", "the police"]),
        ("en", "According to U.N. data, 40 ships waited.", ["U.N."]),
        ("en", "The mayor, Ana Ruiz, told reporters 12 were hurt.", ["Ana Ruiz"]),
        ("fr", "Deux personnes sont mortes, a annoncé le préfet.", ["le préfet"]),
        ("fr", "Selon la police, 300 personnes, selon le syndicat 900.", ["la police", "le syndicat"]),
        ("es", "Hay 12 heridos, según la policía, y 4 detenidos, confirmó el alcalde.", ["la policía", "el alcalde"]),
    ],
)  # fmt: skip
def test_each_figure_has_the_speaker_of_its_clause(language, text, speakers):
    assert [figure.attribution for figure in find_figures(text, language)] == speakers
