"""What a person types into a search is understood, or answered with a sentence; never an error."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.query import (
    All,
    Amount,
    AnyOf,
    Has,
    Is,
    Labelled,
    Names,
    Near,
    Not,
    Published,
    Revised,
    Substring,
    Words,
    parse_query,
)
from lesart.query.fields import FIELDS
from lesart.query.one_figure import asked_figures

TODAY = date(2026, 11, 23)


def seconds(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


def parts(text: str, **options: bool):
    return parse_query(text, TODAY, **options).root.parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("bank", (Words(("bank",)),)),
        ("two words", (Words(("two",)), Words(("words",)))),
        ('"exact phrase"', (Words(("exact", "phrase")),)),
        ("-word", (Not(Words(("word",))),)),
        ("US-Armee", (Words(("US", "Armee")),)),
        ("title:Zins", (Words(("Zins",), "title"),)),
        ('note:"my words"', (Words(("my", "words"), "note"),)),
        ("is:unread has:notes", (Is("unread"), Has("note"))),
        ("-is:read", (Not(Is("read")),)),
        ("tag:#ecb", (Labelled("tag", "ecb"),)),
        ("lang:DE", (Labelled("lang", "de"),)),
        ('entity:"Deutsche Bank"', (Names("Deutsche Bank"),)),
        ("~bank", (Substring("bank"),)),
        ("unit:%", (Labelled("unit", "percent"),)),
        ("figure>1000", (Amount(Decimal(1000), None, is_low_open=True),)),
        ("figure>=4.500", (Amount(Decimal(4500), None),)),
        ("figure<1,5", (Amount(None, Decimal("1.5"), is_high_open=True),)),
        ("figure:1..5%", (Amount(Decimal(1), Decimal(5), unit="percent"),)),
        ("figure>1m€", (Amount(Decimal(1_000_000), None, is_low_open=True, unit="EUR"),)),
        ("figure:..5", (Amount(None, Decimal(5)),)),
        ("after:2026-11-01", (Published(seconds(2026, 11, 1), None),)),
        ("before:2026-12", (Published(None, seconds(2026, 12, 1)),)),
        ("on:2024", (Published(seconds(2024, 1, 1), seconds(2025, 1, 1)),)),
        ("on:yesterday", (Published(seconds(2026, 11, 22), seconds(2026, 11, 23)),)),
        ("last:7d", (Published(seconds(2026, 11, 16), None),)),
        ("a OR b", (AnyOf((Words(("a",)), Words(("b",)))),)),
        ("(a b) OR c", (AnyOf((All((Words(("a",)), Words(("b",)))), Words(("c",)))),)),
        ("changed:figure", (Has("changed-figure"),)),
        ("changed:text", (Is("changed"),)),
        ("changed:7d", (Revised(seconds(2026, 11, 16), None),)),
        ("changed:yesterday", (Revised(seconds(2026, 11, 22), seconds(2026, 11, 23)),)),
        ("subject:Soldaten", (Labelled("counts", "Soldaten"),)),
        ("role:Delta", (Labelled("role", "delta"),)),
        ("figure>1000ha", (Amount(Decimal(1000), None, is_low_open=True, unit="hectare"),)),
        (">30°C", (Amount(Decimal(30), None, is_low_open=True, unit="degree_celsius"),)),
        ("<=-5°c", (Amount(None, Decimal(-5), unit="degree_celsius"),)),
        ("figure:>30°C", (Amount(Decimal(30), None, is_low_open=True, unit="degree_celsius"),)),
        ("x -(a OR b)", (Words(("x",)), Not(AnyOf((Words(("a",)), Words(("b",))))))),
    ],
)
def test_a_query_means_what_help_says(text, expected):
    query = parse_query(text, TODAY)
    assert query.root.parts == expected
    assert query.problems == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("is:unraed", "is:unraed is not known"),
        ("has:wings", "has:wings is not known"),
        ("after:2026-13-01", "is not a date"),
        ("on:someday", "is not a date"),
        ("last:week", "last:7d"),
        ("figure>many", "is not a number"),
        ("sort:best", "sort:new"),
        ("~ab", "three letters"),
        ("a )", "has no ("),
        ("colur:red", "is no search field"),
    ],
)
def test_a_mistake_is_a_sentence_with_its_place(text, says):
    [problem] = parse_query(text, TODAY).problems
    assert says in problem.message
    assert 0 <= problem.position <= len(text)


NAMING = (
    "of",
    "per",
    "speaker",
    "subject",
    "counts",
    "entity",
    "in",
    "from",
    "feed",
    "tag",
    "unit",
)
CHOOSING = {"is": "read", "has": "note", "role": "delta", "sort": "old", "changed": "figure"}
DATED = {"after": "2026-11-01", "since": "2026", "before": "today", "on": "2026-11", "last": "3m"}
WORDED = ("title", "author", "note")
RIGHT = {
    **dict.fromkeys(NAMING, "Zürich"), **CHOOSING, **DATED, **dict.fromkeys(WORDED, "Größe"),
    "figure": "5..7", "number": "4.500", "lang": "de", "colour": "red", "color": "red",
    "story": "12",
}  # fmt: skip
WRONG = {
    "story": "Käse",
    "is": "Käse", "has": "Käse", "role": "Käse", "sort": "Käse", "changed": "Käse",
    "after": "Käse", "since": "2026-13", "before": "30.2.", "on": "2026-02-30", "last": "Käse",
    "figure": "Käse", "number": "1..Käse", "of": "…", "per": "§", "speaker": "…", "subject": "%%",
    "counts": "…",
}  # fmt: skip


def test_every_field_is_in_the_tables_of_these_tests():
    assert set(RIGHT) == set(FIELDS)


@pytest.mark.parametrize("field", sorted(RIGHT))
def test_every_field_is_understood_plain_quoted_denied_and_in_capitals(field):
    plain = parse_query(f"{field}:{RIGHT[field]}", TODAY)
    assert plain.problems == ()
    for text in (f'{field}:"{RIGHT[field]}"', f"{field.upper()}:{RIGHT[field]}"):
        query = parse_query(text, TODAY)
        assert (query.root, query.sort, query.problems) == (plain.root, plain.sort, ())
    if field != "sort":
        [condition] = plain.root.parts
        assert parts(f"-{field}:{RIGHT[field]}") == (Not(condition),)
        assert parts(f'-{field}:"{RIGHT[field]}"') == (Not(condition),)
        assert list(parse_query(f"({field}:{RIGHT[field]})", TODAY).leaves()) == [condition]


@pytest.mark.parametrize("field", sorted(RIGHT))
@pytest.mark.parametrize("written", ["{}:", '{}:""', "{}: word"])
def test_a_field_with_nothing_behind_it_is_told_with_its_place(field, written):
    text = "bank " + written.format(field)
    query = parse_query(text, TODAY)
    [problem] = query.problems
    assert "needs something behind it" in problem.message
    assert problem.position == 5
    assert query.root.parts[0] == Words(("bank",))
    assert parse_query(text, TODAY, prefix_last=True).problems == ()


@pytest.mark.parametrize("field", sorted(WRONG))
def test_what_a_field_does_not_know_is_told_with_its_place(field):
    query = parse_query(f"größe {field}:{WRONG[field]}", TODAY)
    [problem] = query.problems
    assert problem.position == 6
    assert not problem.is_hint
    assert query.root.parts == (Words(("größe",)),)


@pytest.mark.parametrize("field", sorted(set(RIGHT) - {"figure", "number"}))
def test_only_figures_can_be_compared(field):
    [problem] = parse_query(f"{field}>5", TODAY).problems
    assert "is no search field" in problem.message


FIVE = Amount(Decimal(5), None, is_low_open=True)
DELTA, OF = Labelled("role", "delta"), Labelled("of", "Siemens")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bank", []),
        ("bank >5", [(FIVE,)]),
        (">5 bank role:delta", [(FIVE, DELTA)]),
        (">5 (role:delta)", [(FIVE,), (DELTA,)]),
        ("(>5) (role:delta of:Siemens)", [(FIVE,), (DELTA, OF)]),
        (">5 (role:delta OR of:Siemens)", [(FIVE, AnyOf((DELTA, OF)))]),
        (">5 OR role:delta", [(AnyOf((FIVE, DELTA)),)]),
        (">5 role:delta OR of:Siemens", [(FIVE, DELTA), (OF,)]),
        (">5 -role:delta", [(FIVE, Not(DELTA))]),
        ("-role:delta", []),
        (">5 (-role:delta)", [(FIVE,)]),
        ("bank (>5 role:delta)", [(FIVE, DELTA)]),
        ("-(>5 role:delta)", []),
    ],
)
def test_conditions_side_by_side_are_of_one_figure_and_brackets_part_them(text, asked):
    assert asked_figures(parse_query(text, TODAY)) == asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldaten NEAR Kabul", (Near((Words(("Soldaten",)), Words(("Kabul",))), 10),)),
        ('"red tape" NEAR/3 Paris x', (Near((Words(("red", "tape")), Words(("Paris",))), 3), Words(("x",)))),
        ("a NEAR b NEAR/20 c", (Near((Words(("a",)), Words(("b",)), Words(("c",))), 20),)),
        ("a OR b NEAR c", (AnyOf((Words(("a",)), Near((Words(("b",)), Words(("c",))), 10))),)),
        ("near a", (Words(("near",)), Words(("a",)))),
    ],
)  # fmt: skip
def test_words_can_be_asked_to_stand_close_to_each_other(text, expected):
    query = parse_query(text, TODAY)
    assert query.root.parts == expected
    assert query.problems == ()


@pytest.mark.parametrize(
    "text", ["NEAR a", "a NEAR", "a NEAR is:read", "title:a NEAR b", "a NEAR title:b"]
)
def test_near_without_two_words_is_told(text):
    [problem] = parse_query(text, TODAY).problems
    assert "NEAR" in problem.message
    assert not problem.is_hint


@pytest.mark.parametrize(
    ("text", "says", "at"),
    [
        ("bank NOT river", "-word", 5),
        ("bank or river", "OR", 5),
        ("bank | river", "OR", 5),
        ("bank AND river", "anyway", 5),
        ("bank && river", "anyway", 5),
    ],
)
def test_what_other_searches_write_gets_a_hint_with_its_place(text, says, at):
    [problem] = parse_query(text, TODAY).problems
    assert says in problem.message
    assert (problem.position, problem.is_hint) == (at, True)


def test_no_hint_is_given_on_a_word_that_is_still_being_typed():
    assert parse_query("bank or", TODAY, prefix_last=True).problems == ()
    assert parse_query('"NOT" or2', TODAY).problems == ()


def test_the_rest_is_searched_although_a_part_is_wrong():
    assert parts("bank is:unraed") == (Words(("bank",)),)


def test_while_typing_the_last_word_may_go_on():
    assert parts("zentral ba", prefix_last=True)[-1] == Words(("ba",), is_prefix=True)
    assert parts("zentral ba ", prefix_last=True)[-1] == Words(("ba",))
    assert parts('"zentral ba"', prefix_last=True)[-1] == Words(("zentral", "ba"))
    assert parts("a OR ba", prefix_last=True)[-1].parts[-1].is_prefix


def test_sort_is_no_condition():
    query = parse_query("sort:rank bank", TODAY)
    assert (query.sort, query.root.parts) == ("rank", (Words(("bank",)),))


@given(st.text(max_size=200))
def test_no_text_is_an_error(text):
    query = parse_query(text, TODAY, prefix_last=True)
    assert all(0 <= problem.position <= len(text) for problem in query.problems)


@given(
    st.lists(
        st.sampled_from(
            ["(", ")", "-", '"', "OR", "a", "is:", "is:read", "figure>", "1m€", "~", "x:y", "title:",
             " ", "-(", "after:", "2026", ".."]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_no_heap_of_operators_is_an_error(pieces):
    parse_query(" ".join(pieces), TODAY)
    parse_query("".join(pieces), TODAY, prefix_last=True)


def test_a_pasted_page_does_not_become_a_thousand_conditions():
    query = parse_query("word " * 5000, TODAY)
    assert len(query.root.parts) <= 64
    assert query.problems


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("(canal", "A ( has no ) behind it."),
        ('"Suez canal', 'A " has no second one behind it.'),
        ("canal figure>", "“figure>” needs something behind it."),
    ],
)
def test_what_is_left_open_is_a_mistake_only_when_typing_has_ended(text, says):
    assert [problem.message for problem in parse_query(text, TODAY).problems] == [says]
    assert parse_query(text, TODAY, prefix_last=True).problems == ()


def test_a_phrase_left_open_is_searched_all_the_same():
    assert parse_query('"left open', TODAY).root.parts == (Words(("left", "open")),)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("figure>1000ha", 1000, "hectare"),
        ("figure>30°C", 30, "degree_celsius"),
        ("figure>40kWh", 40, "kilowatt_hour"),
        ("figure>120km/h", 120, "kilometre_per_hour"),
        ("figure>850k€", 850_000, "EUR"),
        ("figure>3m2", 3, "square_metre"),
        ("figure>12µg", 12, "microgram"),
        ("figure>10t", 10, "tonne"),
        ("figure>5m", 5_000_000, ""),
        ("figure>2.5mio", 2_500_000, ""),
    ],
)
def test_a_figure_is_asked_for_in_any_unit_that_has_a_sign(text, value, unit):
    (amount,) = parts(text)
    assert (amount.low, amount.unit) == (Decimal(value), unit)
