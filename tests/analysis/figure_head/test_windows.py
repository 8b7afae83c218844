"""What the network sees of a figure: its sentence and those before it, marked."""

from lesart.analysis.entities.tokens import chunks_of
from lesart.analysis.figure_head.windows import (
    ELSEWHERE,
    MARKS,
    MOST_WORDS,
    NAMED,
    OWN_NOUN,
    SILENT,
    windows_of,
)
from lesart.analysis.figures import find_figures


def windows(text, language="en"):
    chunks = [*chunks_of(text, 90)]
    return [*windows_of(chunks, find_figures(text, language), language)]


def test_the_rules_noun_is_marked_where_it_stands_nearest():
    [one] = windows("Sales are one thing. Sales rose 4 percent.")
    assert one.facts[2] == NAMED
    marked = [k for k, mark in enumerate(one.marks) if mark[2] == OWN_NOUN]
    assert marked == [5]
    assert one.words[5].text == "Sales"


def test_a_figure_without_noun_and_one_whose_noun_is_far_away_are_told_apart():
    assert [one.facts[2] for one in windows("He paid $3m.")] == [SILENT]
    from dataclasses import replace

    text = "He paid $3m."
    [figure] = find_figures(text, "en")
    far = replace(figure, noun="fine")
    [one] = windows_of([*chunks_of(text, 90)], [far], "en")
    assert one.facts[2] == ELSEWHERE


def test_a_window_has_its_figure_and_no_more_words_than_fit():
    text = " ".join(["They came and went and said that nothing was the matter."] * 40)
    [one] = windows(f"{text} It cost $5.")
    assert len(one.words) == MOST_WORDS == len(one.marks)
    assert text[: one.words[0].start]
    own = [word.text for word, mark in zip(one.words, one.marks, strict=True) if mark[1] > 11]
    assert own == ["$", "5"]


def test_every_mark_is_one_that_the_network_knows():
    text = "Der Umsatz stieg um 5 Prozent auf 3 Mrd. Euro, 20 % mehr als 2020. 3 Hunde! „400“ km/h"
    for one in windows(text, "de"):
        assert all(0 <= value < most for mark in one.marks for value, most in zip(mark, MARKS, strict=True))  # fmt: skip
