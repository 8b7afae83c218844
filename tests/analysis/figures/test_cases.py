"""Every promised way to write a quantity comes out right, in four languages."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from tests.analysis.figures import cases_de, cases_en, cases_es, cases_fr
from tests.analysis.figures.telling import told

TABLES = {"de": cases_de, "en": cases_en, "fr": cases_fr, "es": cases_es}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(code, *case) for code, table in TABLES.items() for case in table.CASES.items()],
)
def test_a_sentence_gives_its_figures_and_no_others(language, text, expected):
    figures = find_figures(text, language)
    assert [told(figure) for figure in figures] == expected
    for figure in figures:
        assert text[slice(*figure.span)] == figure.surface
