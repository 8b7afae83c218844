"""What an engine found comes back from the library as it went in, and is found by what it measures."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.store.tables.analysis_codec import from_json, to_json
from tests.conftest import NOW, a_draft

TEXT = "Der Umsatz im Inland stieg seit Mai von 4 auf 5 Euro je Aktie."


def a_figure(words: str, **values: object) -> Figure:
    start = TEXT.index(words)
    return Figure(Span(start, start + len(words)), words, "money", unit="EUR", **values)  # type: ignore[arg-type]


FIGURES = (
    a_figure("4", value=Decimal(4), noun="Umsatz im Inland", role="from", change="from", pair="5 Euro"),
    a_figure("5 Euro", value=Decimal(5), noun="Umsatz im Inland", of="Nordwerk", role="to", per="Aktie",
             against="Vorjahr", since="Mai", pair="4", change="rise_to"),
)  # fmt: skip


def test_all_that_is_said_of_a_figure_comes_back() -> None:
    figures, _ = from_json(to_json(Analysis("t", "de", FIGURES)), TEXT)
    assert figures == FIGURES


def test_what_an_older_engine_stored_is_read_without_what_it_did_not_say() -> None:
    [row, *_], _ = json.loads(to_json(Analysis("t", "de", FIGURES[1:])))
    older = json.dumps([[row[:15]], []])
    [figure], _ = from_json(older, TEXT)
    assert (figure.noun, figure.change, figure.role, figure.of) == (
        "Umsatz im Inland", "rise_to", "", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("counts:umsatz", True),
        ('counts:"Umsatz im Inland"', True),
        ("counts:Inland", False),
        ("counts:Umsätze", True),
        ("counts:Umsatzsteuer", False),
    ],
)
def test_an_article_is_found_by_what_its_figures_measure(store, asked: str, is_found: bool) -> None:
    store.articles.add(a_draft(TEXT, title="Zahlen", language="de"), now=NOW)
    store.analyses.put(1, 1, Analysis("t", "de", FIGURES))
    found = list(store.search.ids(parse_query(asked, date(2026, 11, 18))))
    assert found == ([1] if is_found else [])


def test_an_article_is_found_by_whom_only_a_compound_of_it_names(store) -> None:
    text = "Der US-Präsident schwieg."
    half = Entity("US", "LOC", (Mention(Span(4, 6), "US"),), "LOC:US")
    analysis = Analysis("t", "de", in_passing=(half,))
    store.articles.add(a_draft(text, title="Stille", language="de"), now=NOW)
    store.analyses.put(1, 1, analysis)
    asked = parse_query("entity:LOC:US", date(2026, 11, 18))
    assert list(store.search.ids(asked)) == [1]
    assert store.analyses.get(1) == analysis
    store.analyses.index_again()
    assert list(store.search.ids(asked)) == [1]
    store.analyses.put(1, 1, Analysis("t", "de"))
    assert list(store.search.ids(asked)) == []
