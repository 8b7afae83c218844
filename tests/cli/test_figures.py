"""`lesart figures`: the figures of what a query selects, for people, spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from lesart.analysis.engine import analyse
from lesart.model.moment import Moment
from lesart.store import Store
from tests.cli.conftest import Lesart
from tests.conftest import NOW, a_draft

DAY = 86_400
TEXTS = (
    ("Bericht", "de", "Rund 4.500 Soldaten starben im Irak. Der Umsatz lag im Mai 2023 bei 2 Milliarden Euro."),
    ("Report", "en", "In Iraq, 4,487 soldiers were killed, the ministry said. The bridge is 3 kilometres long."),
    ("=HYPER", "en", "In Sudan, 12,000 soldiers are deployed."),
)  # fmt: skip


@pytest.fixture
def asked(lesart: Lesart, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Lesart:
    with Store.open(tmp_path / "library.sqlite") as store:
        for number, (title, language, text) in enumerate(TEXTS):
            when = Moment(NOW + number * DAY, "day")
            added = store.articles.add(
                a_draft(text, title=title, language=language, published=when), now=NOW
            )
            store.analyses.put(added.id, 1, analyse(text, language=language, date=when))
    monkeypatch.setenv("COLUMNS", "80")
    return lesart


def surfaces(ran) -> list[str]:
    return [json.loads(line)["surface"] for line in ran.lines]


def test_every_figure_of_the_articles_is_a_row_newest_article_first(asked):
    assert surfaces(asked("figures", "--json")) == [
        "12,000", "4,487", "3 kilometres", "4.500", "2 Milliarden Euro",
    ]  # fmt: skip
    assert "Mai 2023" in surfaces(asked("figures", "--json", "--dates"))


def test_a_query_for_figures_gives_those_figures_only(asked):
    assert surfaces(asked("figures", "figure>4000", "counts:soldiers", "--json")) == [
        "12,000", "4,487", "4.500",
    ]  # fmt: skip
    assert surfaces(asked("figures", "counts:soldiers", "lang:en", "figure>5000", "--json")) == [
        "12,000"
    ]
    assert surfaces(asked("figures", "title:Report", "--json")) == ["4,487", "3 kilometres"]


def test_rows_are_sorted_by_size_and_by_subject(asked):
    sized = surfaces(asked("figures", "--json", "--sort", "size"))
    assert [s for s in sized if s in ("12,000", "4.500", "4,487")] == ["12,000", "4.500", "4,487"]
    named = surfaces(asked("figures", "--json", "--sort", "subject"))
    places = [named.index(s) for s in ("12,000", "4.500", "4,487")]
    assert max(places) - min(places) == 2, "soldiers stand together, whatever their language"


def test_a_row_says_who_says_so_in_which_sentence_and_where(asked):
    row = json.loads(asked("figures", "title:Report", "--json").lines[0])
    assert (row["value"], row["noun"], row["attribution"]) == (4487, "soldiers", "the ministry")
    assert row["text"] == "In Iraq, 4,487 soldiers were killed, the ministry said."
    assert (row["article"]["title"], row["article"]["id"]) == ("Report", 2)
    assert row["article"]["published"]


def test_a_group_has_one_subject_and_unit_in_all_languages(asked):
    lines = asked("figures", "--group").lines
    at = next(i for i, line in enumerate(lines) if line.endswith("· 3 figures"))
    assert ["12,000" in lines[at + 1], "4,487" in lines[at + 2], "4,500" in lines[at + 3]] == [
        True
    ] * 3
    assert any("(EUR) · 1 figure" in line for line in lines)


def test_a_table_fits_the_terminal_and_never_cuts_a_value(asked):
    ran = asked("figures", "--sort", "size")
    assert max(map(len, ran.lines)) <= 80
    assert any("€2 bn" in line and "Umsatz" in line for line in ran.lines)


def test_the_spreadsheet_has_a_row_a_figure_and_computes_nothing(asked):
    rows = list(csv.DictReader(io.StringIO("\n".join(asked("figures", "--csv").lines))))
    assert [row["value"] for row in rows] == ["12000", "4487", "3", "4500", "2000000000"]
    assert rows[0]["title"] == "'=HYPER"
    assert rows[3]["qualifier"] == "approx"


def test_the_limit_counts_figures_also_in_groups(asked):
    assert len(asked("figures", "--json", "--limit", "2").lines) == 2
    assert len(asked("figures", "--json", "--group", "--limit", "2").lines) == 2
    assert asked("figures", "--limit", "-1").status == 2


def test_nothing_found_is_said_and_what_is_not_analysed_too(asked, tmp_path):
    ran = asked("figures", "title:nowhere")
    assert (ran.status, ran.lines) == (0, [])
    assert "No figures" in ran.err
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(a_draft("Noch 7 Tage.", title="Neu"), now=NOW)
    assert "1 article is not analysed yet" in asked("figures").err


def test_a_mistake_in_the_query_stops_it_with_a_sentence(asked):
    assert asked("figures", "figure>abc").status == 2


def test_a_subject_is_drawn_over_time_and_one_that_has_one_time_only_is_told(asked):
    ran = asked("figures", "--plot")
    assert ran.lines[0] == "soldiers"
    assert ran.lines[1].startswith("15,000 ┤")
    assert sum(line.count("●") for line in ran.lines[:-1]) == 3
    assert ran.lines[-2].split()[:3] == ["18", "November", "2026"]
    assert max(len(line) for line in ran.lines) <= 80
    assert "nothing to draw" in ran.err
    assert asked("figures", "title:Report", "--plot").out == ""
    assert asked("figures", "--plot", "--csv").status == 2
