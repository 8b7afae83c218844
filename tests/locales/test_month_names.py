"""Months are called alike wherever the program reads or writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesart.analysis.figures.lexicon import LANGUAGES, lexicon
from lesart.locales import month_names
from lesart.locales.date_words import month_number


def test_the_names_are_what_their_script_writes(capsys) -> None:
    pytest.importorskip("babel")
    from name_model.months import main

    main()
    written = capsys.readouterr().out
    assert Path(month_names.__file__).read_text(encoding="utf-8") == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_in_a_text_is_a_month_in_a_feed(language: str) -> None:
    # A sentence says "mi-août", a feed's date never does.
    months = {
        k: v for k, v in lexicon(language).months.items() if k != "januars" and k[:3] != "mi-"
    }
    assert {form: month_number(form) for form in months} == months


def test_no_form_is_two_months() -> None:
    told: dict[str, int] = {}
    for row in month_names.MONTHS_BY_LANGUAGE.values():
        assert len(row.split()) == 12
        for number, forms in enumerate(row.split(), 1):
            for form in forms.split("/"):
                assert told.setdefault(form, number) == number, form
