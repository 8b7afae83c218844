"""What comparing promises about two figures."""

from __future__ import annotations

import pytest

from lesart.analysis.comparing import Pair, pairs_of, read_article
from lesart.analysis.comparing.concepts import reading
from lesart.analysis.engine import analyse
from lesart.cli.pipe_analyse import moment_of
from lesart.text.folding import fold


def pairs(one: tuple[str, str, str], other: tuple[str, str, str]) -> list[Pair]:
    read = []
    for language, day, text in (one, other):
        date = moment_of(day)
        found = analyse(text, language=language, date=date)
        read.append(read_article(text, found, date=date))
    return pairs_of(*read)


def verdicts(one: tuple[str, str, str], other: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    return [
        (p.one.figure.surface, p.other.figure.surface, p.comparison.verdict)
        for p in pairs(one, other)
    ]


DAY = "2024-03-05"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mehr als 4.400 Soldaten starben im Sudan.", "In Sudan, 4,487 soldiers were killed."),
        ("Rund 4.500 Soldaten starben im Sudan.", "In Sudan, 4,487 soldiers were killed."),
        ("Bis zu 5.000 Soldaten starben im Sudan.", "In Sudan, 4,487 soldiers were killed."),
        ("Fast 4.500 Soldaten starben im Sudan.", "In Sudan, 4,487 soldiers were killed."),
        ("Zwischen 4.000 und 5.000 Soldaten starben im Sudan.", "In Sudan, 4,487 soldiers were killed."),
        ("Der Tunnel in Oslo ist 10 Kilometer lang.", "The tunnel in Oslo is 10,000 metres long."),
    ],
)  # fmt: skip
def test_a_value_inside_what_the_qualifier_allows_agrees(one: str, other: str) -> None:
    [(_, _, verdict)] = verdicts(("de", DAY, one), ("en", DAY, other))
    assert verdict == "agrees"


def test_values_that_cannot_both_hold_on_one_day_contradict() -> None:
    found = verdicts(
        ("fr", DAY, "L'incendie à Lyon a fait 12 morts."),
        ("de", DAY, "Bei dem Brand in Lyon starben 19 Menschen."),
    )
    assert found == [("12", "19", "contradicts")]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("en", "2024-03-05", "The fire in Lyon killed 12 people."),
         ("en", "2024-03-07", "The fire in Lyon killed 19 people."), "2024-03-05 / 2024-03-07"),
        (("en", DAY, "In 2022, Malta had 519,000 inhabitants."),
         ("en", DAY, "In 2011, Malta had 417,000 inhabitants."), "2022 / 2011"),
        (("en", DAY, "For 2023, Fiat expects a profit of 3 billion euros."),
         ("en", DAY, "In 2023, Fiat made a profit of 2 billion euros."), "expected"),
    ],
)  # fmt: skip
def test_another_time_or_a_plan_is_told_to_be_the_reason(
    one: tuple[str, str, str], other: tuple[str, str, str], why: str
) -> None:
    [pair] = pairs(one, other)
    assert pair.comparison.verdict == "differs"
    assert why in pair.comparison.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In Vietnam, 58,220 American soldiers died.", "In Iraq, 4,487 American soldiers died."),
        ("The fire in Lyon killed 12 people.", "The fire in Lyon injured 40 people."),
        ("Fiat made a profit of 2 billion euros.", "Renault made a profit of 3 billion euros."),
        ("Fiat made a profit of 2 billion euros.", "Fiat paid a fine of 2 billion euros."),
        ("Prices in Malta rose by 3 percent.", "Prices in Malta rose to 3 percent."),
        ("The bridge in Oslo is 300 metres long.", "The bridge in Oslo is 40 metres wide."),
        ("Malta has 519,000 inhabitants.", "Malta has 1,300 inhabitants per square kilometre."),
    ],
)  # fmt: skip
def test_figures_of_other_things_are_not_shown_beside_each_other(one: str, other: str) -> None:
    assert verdicts(("en", DAY, one), ("en", DAY, other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In Estland stieg der Umsatz um 3 Prozent.", "In Estland stieg die Umsatzsteuer um 2 Prozent."),
        ("Der Gewinn von Siemens betrug 9 Milliarden Euro.", "Die Gewinnsteuer von Siemens betrug 2 Milliarden Euro."),
        ("In Berlin wurden 4.000 Kinder geboren.", "In Berlin wurden 900 Kindergärten gezählt."),
        ("Norwegen förderte 100 Millionen Tonnen Öl.", "Norwegen förderte 3 Millionen Tonnen Ölsand."),
        ("Die Stahlproduktion in Polen sank um 5 Prozent.", "Die Stahlpreise in Polen sanken um 9 Prozent."),
        ("In Ghent the mill makes 300 tonnes of steel.", "In Ghent the mill has 900 steelworkers."),
    ],
)  # fmt: skip
def test_a_compound_is_what_its_end_says_and_not_what_its_beginning_says(one, other):
    languages = ["en" if text.startswith("In Ghent") else "de" for text in (one, other)]
    found = verdicts((languages[0], DAY, one), (languages[1], DAY, other))
    assert not [verdict for *_, verdict in found if verdict in ("contradicts", "agrees")]


@pytest.mark.parametrize(
    ("word", "keys"),
    [("soldatinnen", {"soldier"}), ("verletzten", {"injured"}), ("umsätze", {"revenue"}),
     ("einwohnerzahl", {"living"}), ("inflationsrate", {"inflation"}), ("umsatzsteuer", {"tax"}),
     ("krankenwagen", {"car"}), ("kindergeld", set()), ("waffenruhe", set()), ("steuerzahler", set())],
)  # fmt: skip
def test_what_a_german_word_stands_for_does_not_depend_on_its_inflection(word, keys):
    assert {concept.key for concept in reading(fold(word), "de").concepts} == keys


def test_each_figure_stands_in_one_pair_and_agreement_goes_first() -> None:
    found = verdicts(
        ("en", DAY, "The fire in Lyon killed 12 people, police said."),
        ("en", DAY, "The fire in Lyon killed 15 people, a paper wrote. The mayor of Lyon said the fire killed 12 people."),
    )  # fmt: skip
    assert found == [("12", "12", "agrees")]


def test_nothing_contradicts_where_no_day_is_known() -> None:
    found = verdicts(
        ("en", "", "The fire in Lyon killed 12 people."),
        ("en", "", "The fire in Lyon killed 19 people."),
    )
    assert "contradicts" not in [verdict for _, _, verdict in found]


@pytest.mark.parametrize(
    "text", ["", "12", "…", "12 12 12 12", "a\n\n|1|2|3|\n", "∞ % 3,", "\u202e12\u202c"]
)
def test_any_text_can_be_compared(text: str) -> None:
    assert verdicts(("en", DAY, text), ("xx", "", text)) is not None


def test_what_rose_to_one_level_and_fell_to_another_contradicts_nobody():
    rose = ("de", "2024-06-04", "Die Donau stieg in Passau auf 9,80 Meter.")
    fell = ("de", "2024-06-06", "Die Donau fiel in Passau auf 7,20 Meter.")
    assert [verdict for *_, verdict in verdicts(rose, fell)] == ["similar"]
