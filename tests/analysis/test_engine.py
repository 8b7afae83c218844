"""One door: a text goes in, its language, figures and names come out as one value."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lesart.analysis.engine import analyse, analyse_figures, version
from lesart.model.moment import Moment

# The facts of a withdrawal as many papers told them, in words of our own.
CONVOY = (
    "Knapp neun Jahre nach dem Einmarsch sind die letzten Truppen abgezogen. Acht Jahre und rund neun "
    "Monate habe der Einsatz gedauert, sagte ein Offizier. Die Kolonne aus 110 Fahrzeugen mit rund "
    "500 Soldaten fuhr nach etwa 350 Kilometern über die Grenze. Im März 2003 hatte der Krieg "
    "begonnen. Nach Angaben der Regierung dienten mehr als 1,5 Millionen US-Soldaten im Irak. Etwa "
    "4.500 Soldaten fielen, mehr als 30.000 weitere wurden verletzt. Die zivilen Opfer werden auf bis "
    "zu 114.000 geschätzt. Seit 2008 stand der Abzug fest, 505 Stützpunkte wurden geräumt. Nur 157 "
    "US-Soldaten bleiben. Die 900.000 Mitglieder der irakischen Armee sind nun allein."
)


def _told(figures):
    return {
        (str(figure.value or figure.when), figure.qualifier, figure.unit, figure.noun)
        for figure in figures
    }


def test_the_story_of_a_withdrawal_is_told_by_its_figures():
    found = analyse_figures(CONVOY)
    assert found.language == "de"
    assert found.engine == version()
    assert _told(found.figures) >= {
        ("9", "just_under", "year", ""),
        ("8", "exact", "year", ""),
        ("9", "approx", "month", ""),
        ("110", "exact", "", "Fahrzeugen"),
        ("500", "approx", "", "Soldaten"),
        ("350", "approx", "kilometre", ""),
        ("2003-03", "exact", "", ""),
        ("4500", "approx", "", "Soldaten"),
        ("30000", "more_than", "", "Soldaten"),
        ("114000", "at_most", "", "zivilen Opfer"),
        ("2008", "exact", "", ""),
        ("505", "exact", "", "Stützpunkte"),
        ("157", "exact", "", "US-Soldaten"),
        ("900000", "exact", "", "Mitglieder der irakischen Armee"),
    }


def test_who_says_a_figure_is_told_where_the_sentence_tells():
    by_value = {figure.surface: figure for figure in analyse_figures(CONVOY).figures}
    assert by_value["1,5 Millionen"].attribution == "Regierung"
    assert by_value["505"].attribution == ""


def test_figures_that_carry_the_story_come_before_dates():
    by_value = {figure.surface: figure for figure in analyse_figures(CONVOY).figures}
    assert by_value["4.500"].salience > by_value["März 2003"].salience


def test_a_given_language_is_not_doubted():
    assert analyse("1,500 people", language="de", with_entities=False).figures[0].value == 1.5


def test_a_weekday_is_resolved_only_where_the_article_knows_its_day():
    text = "Am Mittwoch kamen drei Menschen."
    by_day = analyse_figures(text, language="de", date=Moment(1_529_366_400, "day")).figures[0]
    by_month = analyse_figures(text, language="de", date=Moment(1_529_366_400, "month")).figures[0]
    assert (by_day.when, by_day.resolved) == ("XXXX-WXX-3", "2018-06-13")
    assert (by_month.when, by_month.resolved) == ("XXXX-WXX-3", "")


@pytest.mark.parametrize(
    ("language", "text", "resolved"),
    [
        ("en", "The canal will stay shut until July.", ["2021-07"]),
        ("en", "In January they met, in May they had met before.", ["2021-01", "2020-05"]),
        # It may lie ahead or behind: better no year than the wrong one.
        ("en", "It had been open until July.", [""]),
        ("es", "El volcán no se apagará antes de diciembre.", [""]),
        ("fr", "Le chantier reste fermé jusqu’en octobre.", [""]),
        ("de", "Die Brücke bleibt bis Oktober gesperrt.", [""]),
        # A day of every year, and a text about another time.
        ("en", "The 22nd of July is the feast of the saint.", [""]),
        ("en", "On 30 February 2021 it rained. On Wednesday it stopped.", ["", "2021-03-24"]),
        ("en", "It happened on 29 February.", [""]),
        ("de", "Am 31.02.2021 regnete es, am Mittwoch nicht.", ["", "2021-03-24"]),
        ("en", "On 14 July 2019 it rained. Warnings came on 10 July and Thursday.", ["", "", ""]),
    ],
)
def test_an_open_date_is_completed_only_where_the_year_is_sure(language, text, resolved):
    march = Moment(1_617_105_600, "day")  # 30 March 2021
    figures = analyse_figures(text, language=language, date=march).figures
    assert [figure.resolved for figure in figures if figure.kind == "date"] == resolved


@pytest.mark.parametrize("seconds", [10**15, -(10**15), 253_402_300_799, -62_135_596_800])
def test_dates_beyond_the_calendar_complete_nothing_and_break_nothing(seconds):
    text = "Next Wednesday and in July it will rain; last Monday it did."
    figures = analyse_figures(text, language="en", date=Moment(seconds, "day")).figures
    assert len(figures) == 3
    assert {figure.resolved for figure in figures} == {""}


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "en",
            "It costs 1,300 dollars, said Mary Lovely of the Peterson Institute.",
            "Mary Lovely",
        ),
        ("de", "Im Oktober sagte Meyer, es seien 12 Menschen.", "Meyer"),
        ("de", "Laut Oktober waren es 12.", ""),
    ],
)
def test_a_source_is_somebody_and_no_month(language, text, source):
    assert {f.attribution for f in analyse_figures(text, language=language).figures} == {source}


def test_changes_are_named():
    figures = analyse_figures("Der Umsatz stieg um 3 Prozent auf 40 Euro.", language="de").figures
    assert [figure.change for figure in figures] == ["rise_by", "rise_to"]
    figures = analyse_figures("The rate fell from 7.9 to 6.2 percent.", language="en").figures
    assert [figure.change for figure in figures] == ["from", "fall_to"]


def test_importing_the_door_costs_nothing_heavy():
    code = (
        "import sys, lesart.analysis.engine as e; "
        "print(any(m.startswith(('lesart.analysis.figures', 'lesart.analysis.entities', 'numpy')) "
        "for m in sys.modules))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "False"
