"""Which figures a corrected text gives otherwise."""

from __future__ import annotations

import pytest

from lesart.analysis.comparing.changes import figure_changes
from lesart.analysis.engine import analyse_figures


def changes(old: str, new: str, language: str = "de") -> list[tuple[str, str]]:
    before, after = (analyse_figures(text, language=language).figures for text in (old, new))
    return [(c.was.surface, c.now.surface) for c in figure_changes(old, before, new, after)]


OLD = "In Mali stehen 4.500 Soldaten. Der Einsatz kostet 3 Millionen Euro im Jahr. Es gab 12 Verletzte."


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        (OLD.replace("4.500", "6.000"), [("4.500", "6.000")]),
        (OLD.replace("4.500", "4500").replace("12", "zwölf"), []),
        (OLD.replace("4.500", "mehr als 4.500"), [("4.500", "4.500")]),
        (OLD.replace("3 Millionen Euro", "3 Millionen Dollar"), [("3 Millionen Euro", "3 Millionen Dollar")]),
        ("Ein Satz davor. " + OLD.replace("12", "14") + " Und einer danach: 99 Euro.", [("12", "14")]),
        ("Es gab 14 Verletzte. In Mali stehen 4.500 Soldaten.", [("12", "14")]),
        (OLD.replace("stehen 4.500 Soldaten", "stehen derzeit 5.000 Soldaten"), [("4.500", "5.000")]),
        ("Ganz anderes: 4.500 Bäume wurden gefällt.", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_figure_that_says_something_else_is_told(new: str, expected: list) -> None:
    assert changes(OLD, new) == expected


def test_two_figures_that_change_places_in_one_sentence_both_changed() -> None:
    assert changes("Es gab 3 Tote und 20 Verletzte.", "Es gab 5 Tote und 31 Verletzte.") == [
        ("3", "5"), ("20", "31"),
    ]  # fmt: skip


def test_a_figure_that_comes_in_shifts_no_other() -> None:
    old = "Es gab 20 Verletzte in Bonn am Rhein."
    new = "Es gab 4 Tote und 20 Verletzte in Bonn am Rhein."
    assert changes(old, new) == []


def test_dates_are_no_changed_figures() -> None:
    assert changes("Am 3. Mai 2023 kamen 8 Leute.", "Am 4. Mai 2023 kamen 8 Leute.") == []


def test_long_texts_that_repeat_themselves_are_compared_in_time() -> None:
    old = " ".join(f"Im Ort {n} stehen {n} Häuser." for n in range(100, 900))
    new = old.replace("stehen 500 Häuser", "stehen 501 Häuser")
    assert ("500", "501") in changes(old, new)
