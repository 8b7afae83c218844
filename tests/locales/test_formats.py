"""Numbers and dates as people write them, and never more exactly than the text has them."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from lesart.analysis.figures import find_figures
from lesart.analysis.figures.lexicon import lexicon
from lesart.analysis.figures.units import NAMES, SIGNS
from lesart.locales.formats import Formats
from lesart.locales.units import UNITS
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span

EN, DE = Formats("en", UTC), Formats("de", UTC)
NOW = 1_795_000_000  # Wed 18 Nov 2026 11:06 UTC
JUNE_2018 = 1_527_811_200


def a_figure(kind: Any = "count", surface: str = "…", **values: Any) -> Figure:
    for name in ("value", "low", "high"):
        if isinstance(values.get(name), str):
            values[name] = Decimal(values[name])
    return Figure(Span(0, 1), surface, kind, **values)


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [
        ("0", "0", "0"),
        ("2.0", "2.0", "2,0"),
        ("4500", "4,500", "4.500"),
        ("114000", "114,000", "114.000"),
        ("-1234.5", "−1,234.5", "−1.234,5"),
        ("1E+4", "10,000", "10.000"),
    ],
)
def test_numbers_keep_every_digit_and_gain_none(number: str, english: str, german: str):
    assert EN.number(Decimal(number)) == english
    assert DE.number(Decimal(number)) == german


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [
        ("1500000", "1.5 mn", "1,5 Mio."),
        ("1200000000", "1.2 bn", "1,2 Mrd."),
        ("2E+12", "2 tn", "2 Bio."),
        ("1234567", "1,234,567", "1.234.567"),
        ("900000", "900,000", "900.000"),
    ],
)
def test_a_scale_word_stands_in_only_where_nothing_is_rounded(
    number: str, english: str, german: str
):
    assert EN.short_number(Decimal(number)) == english
    assert DE.short_number(Decimal(number)) == german


def test_other_languages_and_unknown_ones_are_written_their_way():
    assert Formats("fr").number(Decimal("12345.6")) == "12\u202f345,6"
    assert Formats("es").number(4500) == "4500"
    assert Formats("es").number(45000) == "45.000"
    assert Formats("xx").number(4500) == "4,500"
    assert Formats("de_AT").number(4500) == "4.500"


@pytest.mark.parametrize(
    ("figure", "english", "german"),
    [
        (a_figure(value="4500", qualifier="approx"), "≈ 4,500", "≈ 4.500"),
        (a_figure(value="30000", qualifier="more_than"), "> 30,000", "> 30.000"),
        (a_figure(value="114000", qualifier="at_most"), "≤ 114,000", "≤ 114.000"),
        (a_figure(value="5", qualifier="at_least"), "≥ 5", "≥ 5"),
        (a_figure(value="5", qualifier="less_than"), "< 5", "< 5"),
        (a_figure("duration", value="9", unit="year", qualifier="just_under"),
         "≲ 9 years", "≲ 9 Jahre"),
        (a_figure("duration", value="1", unit="year"), "1 year", "1 Jahr"),
        (a_figure("percent", value="2.0", unit="percent"), "2.0 %", "2,0 %"),
        (a_figure("percent", low="3", high="5", unit="percent", qualifier="range"),
         "3–5 %", "3–5 %"),
        (a_figure("money", value="1200000000", unit="EUR"), "€1.2 bn", "1,2 Mrd. €"),
        (a_figure("money", value="5", unit="CHF"), "5 CHF", "5 CHF"),
        (a_figure("distance", value="350", unit="kilometre", qualifier="approx"),
         "≈ 350 km", "≈ 350 km"),
        (a_figure("measure", value="7", unit="light_year"), "7 light-years", "7 Lichtjahre"),
        (a_figure("measure", value="40", unit="knot"), "40 knots", "40 Knoten"),
        (a_figure("duration", "five years and eight months", value="5.666667", unit="year"),
         "five years and eight months", "five years and eight months"),
        (a_figure("duration", "2.25 hours", value="2.25", unit="hour"), "2.25 hours", "2,25 Stunden"),
        (a_figure("distance", "a third of a mile", value=str(1 / 3), unit="mile"),
         "a third of a mile", "a third of a mile"),
        (a_figure("ratio", surface="3 of 26", low="3", high="26"), "3 of 26", "3 of 26"),
        (a_figure(surface="hundreds"), "hundreds", "hundreds"),
        (a_figure("date", when="2003-03"), "March 2003", "März 2003"),
        (a_figure("date", when="XXXX-10"), "October", "Oktober"),
        (a_figure("date", when="XXXX-10-03"), "3 October", "3. Oktober"),
        (a_figure("date", when="XXXX-10", resolved="2011-10"), "October 2011", "Oktober 2011"),
        (a_figure("date", when="2008"), "2008", "2008"),
        (a_figure("time", when="T12:30"), "12:30", "12:30"),
        (a_figure("date", surface="last spring", when="2025-SP"), "last spring", "last spring"),
    ],
)  # fmt: skip
def test_a_figure_is_written_with_its_qualifier_and_unit(figure: Figure, english: str, german: str):
    assert EN.figure(figure) == english
    assert DE.figure(figure) == german


def test_an_open_range_says_which_end_is_known():
    assert EN.figure(a_figure(low="3", qualifier="range")) == "≥ 3"
    assert EN.figure(a_figure(high="3", qualifier="range")) == "≤ 3"


def test_qualifier_and_change_can_be_said_in_words():
    figure = a_figure(value="5", qualifier="just_under", change="fall_by")
    assert (EN.qualifier(figure), EN.change(figure)) == ("just under", "fell by")
    assert (DE.qualifier(figure), DE.change(figure)) == ("knapp", "gefallen um")
    assert EN.qualifier(a_figure(value="5")) == ""


def test_a_month_is_a_month_and_a_year_a_year():
    month = Moment(JUNE_2018, "month")
    assert EN.moment(month) == EN.day(month) == "June 2018"
    assert DE.moment(month) == "Juni 2018"
    assert EN.short_day(month, NOW) == EN.short_moment(month, NOW) == "Jun 2018"
    assert EN.moment(Moment(JUNE_2018, "year")) == "2018"
    assert EN.clock(month) == ""


def test_a_known_day_does_not_move_with_the_readers_time_zone():
    west = Formats("en", timezone(timedelta(hours=-8)))
    assert west.moment(Moment(JUNE_2018, "month")) == "June 2018"
    assert west.moment(Moment(JUNE_2018, "day")) == "Fri 1 Jun 2018"
    assert west.moment(Moment(JUNE_2018)) == "Thu 31 May 2018 16:00"


def test_lists_show_the_time_today_the_day_this_year_and_the_month_before():
    assert EN.short_moment(Moment(NOW - 3600), NOW) == "10:06"
    assert EN.short_moment(Moment(NOW - 90_000), NOW) == "17 Nov"
    assert DE.short_moment(Moment(NOW - 90_000), NOW) == "17. Nov"
    assert EN.short_moment(Moment(JUNE_2018), NOW) == "Jun 2018"
    assert EN.short_day(Moment(JUNE_2018, "day"), NOW) == "1 Jun 2018"
    assert EN.short_moment(Moment(NOW, "day"), NOW) == "18 Nov"
    assert EN.short_day(None, NOW) == "–"
    assert EN.moment(None) == ""


def test_absurd_dates_are_not_guessed_at_and_stop_nothing():
    for seconds in (10**15, -(10**15), 2**62):
        assert EN.moment(Moment(seconds)) == ""
        assert EN.short_moment(Moment(seconds), NOW) == "–"
        assert EN.short_day(Moment(seconds, "month"), NOW) == "–"
    for when in ("2003-13", "9999-99-99", "XXXX-XX-07", "T25:61", "", "2003-00"):
        EN.when(when)
    assert EN.when("XXXX-XX-07") == ""
    assert EN.number(Decimal("1E+9999"))
    assert EN.number(Decimal("NaN")) == "NaN"


@pytest.mark.parametrize("language", ["de", "en", "fr", "es"])
def test_every_unit_that_a_text_can_name_is_written_as_people_of_the_language_do(language):
    read = lexicon(language)
    known = {
        unit.name for table in (read.units, read.unit_phrases, SIGNS) for unit in table.values()
    }
    known |= set(read.percent.values())
    assert known <= set(Formats(language).words.units)


def test_a_span_of_dates_is_shown_with_both_its_ends():
    [season] = find_figures("The 2019/20 season stopped.", "en")
    [fair] = find_figures("The fair runs from 12 to 15 October.", "en")
    assert Formats("en").figure(season) == "2019 – 2020"
    assert Formats("en").figure(fair) == "12 October – 15 October"


def test_a_year_of_antiquity_is_shown_as_the_text_has_it():
    assert [Formats("de").figure(f) for f in find_figures("Er starb 14 n. Chr.", "de")] == [
        "14 n. Chr."
    ]


def test_a_unit_made_of_two_has_a_sign():
    [rain] = find_figures("In Ulm fielen 30 Liter pro Quadratmeter.", "de")
    assert Formats("de").figure(rain) == "30 l/m²"


def test_every_unit_that_is_read_can_be_written():
    assert [name for name in NAMES if name not in UNITS["de"]] == []
