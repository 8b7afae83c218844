"""Figures of one subject over time: in one unit, at the days of their articles, each source with its sign."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lesart.analysis.engine import analyse
from lesart.locales.formats import Formats
from lesart.model.moment import Moment
from lesart.query import parse_query
from lesart.services.asking.figures_view import NO_SUBJECT, figure_rows
from lesart.services.asking.over_time import legend, plot_of, values_over_time
from lesart.store import Store
from tests.conftest import NOW, a_draft

DAY = 86_400
TEXTS = (
    ("Nordbote", "de", "In Mali stehen 4.500 Soldaten."),
    ("Harbour Post", "en", "There are 6,000 soldiers in Mali, the mission said."),
    ("Nordbote", "de", "In Mali stehen 7.200 Soldaten. Die Brücke ist 3 Kilometer lang."),
    ("Harbour Post", "en", "The bridge is 900 metres long."),
    ("Harbour Post", "en", "The bridge is 4 kilometres long."),
    ("Nordbote", "de", "Die Inflation stieg um 2 Prozentpunkte. Die Inflation liegt bei 6 Prozent."),
    ("Nordbote", "de", "Die Inflation liegt bei 5 Prozent."),
)  # fmt: skip


@pytest.fixture
def rows(store: Store):
    for number, (source, language, text) in enumerate(TEXTS):
        when = Moment(NOW + number * DAY, "day")
        added = store.articles.add(
            a_draft(text, title=f"{number}", guid=f"{number}", source=source, language=language, published=when), now=NOW
        )  # fmt: skip
        store.analyses.put(added.id, 1, analyse(text, language=language, date=when))
    return list(figure_rows(store, parse_query("", date(2026, 1, 1))))


def row_of(rows, surface):
    return next(row for row in rows if row.figure.surface == surface)


def test_figures_of_one_subject_are_one_plot_in_whatever_language(rows):
    meant = row_of(rows, "6,000")
    plot = plot_of(rows, meant)
    assert sorted(point.value for point in plot.points) == [4500, 6000, 7200]
    assert [point.value for point in plot.points if point.is_lit] == [6000]
    assert [name for name, _ in legend(plot)] == ["● Nordbote", "■ Harbour Post"]
    assert {plot.sources[p.series] for p in plot.points if p.value != 6000} == {"Nordbote"}
    assert plot.has_times


def test_lengths_are_drawn_in_the_unit_that_most_of_them_have(rows):
    plot = plot_of(rows, row_of(rows, "900 metres"))
    assert sorted(point.value for point in plot.points) == [0.9, 3, 4]
    text = "".join(run.text for line in plot.lines(50, 8, Formats("en", UTC)) for run in line)
    assert "km" in text


def test_how_much_something_rose_is_not_drawn_among_how_much_there_is(rows):
    levels = plot_of(rows, row_of(rows, "5 Prozent"))
    assert sorted(point.value for point in levels.points) == [5, 6]
    assert not levels.is_change


def test_a_line_over_time_is_of_one_series_and_of_a_subject(rows):
    assert {v for _, v in values_over_time(r for r in rows if "rozent" in r.figure.surface)} == {
        5,
        6,
    }
    unknown = [row._replace(subject=NO_SUBJECT) for row in rows]
    assert values_over_time(unknown) == []
    assert plot_of(unknown) is None
    assert plot_of(unknown, unknown[0]) is None


def test_an_axis_tells_no_day_that_nobody_knows(rows):
    meant = row_of(rows, "6,000")
    months = [
        row._replace(article=replaced(row, Moment(NOW + n * 40 * DAY, "month")))
        for n, row in enumerate(r for r in rows if r.series == meant.series)
    ]
    axis = "".join(run.text for run in plot_of(months).lines(60, 8, Formats("en", UTC))[-1])
    assert "November 2026" in axis
    assert not axis.strip()[0].isdigit()


def replaced(row, moment):
    from dataclasses import replace

    return replace(row.article, published=moment)


def test_figures_without_a_date_are_not_drawn(rows):
    bare = [row._replace(article=replaced(row, None)) for row in rows]
    assert plot_of(bare) is None
    assert values_over_time(bare) == []


OWN_TIMES = (
    ("Im März 2024 lag die Inflation bei 3 Prozent.", "2024-03"),
    ("Die Inflation lag 2023 bei 4 Prozent.", "2023"),
    ("In May 2024 inflation was 5 percent.", "2024-05"),
    ("Die Inflation liegt bei 6 Prozent.", ""),
    ("Seit März 2024 liegt die Inflation bei 7 Prozent.", ""),
    ("Vor dem März 2024 lag die Inflation bei 8 Prozent.", ""),
    ("Die Inflation liegt bei 9 Prozent nach 2 Prozent im März 2024.", ""),
)


def test_a_figure_stands_at_the_time_that_its_sentence_names_and_else_at_its_articles(store: Store):
    when = Moment(NOW, "day")
    for number, (text, _) in enumerate(OWN_TIMES):
        language = "en" if "inflation" in text else "de"
        draft = a_draft(
            text, title=f"{number}", guid=f"{number}", language=language, published=when
        )
        added = store.articles.add(draft, now=NOW)
        store.analyses.put(added.id, 1, analyse(text, language=language, date=when))
    rows = list(figure_rows(store, parse_query("sort:old", date(2026, 1, 1))))
    told = {}
    for row in rows:
        if row.figure.surface[0] != "2":  # of the last sentence it is the other number that counts
            day = (
                datetime.fromtimestamp(row.told.seconds, UTC).date().isoformat() if row.told else ""
            )
            size = {"year": 4, "month": 7, "day": 10}[row.told.precision] if row.told else 0
            told[row.sentence] = day[:size]
    assert told == dict(OWN_TIMES)
    plot = plot_of(rows)
    assert {float(row.at.seconds) for row in rows} == {point.at for point in plot.points}
    assert Formats("en", UTC).day(plot.moments[min(plot.moments)]) == "2023"
