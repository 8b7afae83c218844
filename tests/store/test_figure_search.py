"""Articles are found by what their figures say: of what, of whom, per what, who says so, and which role."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.query.fields import ROLES
from lesart.services.asking import grouping
from lesart.services.asking.grouping import group_some_entities
from lesart.services.save_article import keep_text
from lesart.store.file.integrity import check
from lesart.store.tables.analysis_codec import said_by_figures, to_json
from tests.conftest import NOW, a_draft

DAY = 86_400


def said(noun: str, value: int | None, **fields: object) -> Figure:
    number = None if value is None else Decimal(value)
    return Figure(Span(0, 1), "", "count", number, noun=noun, **fields)  # type: ignore[arg-type]


FIGURES = [
    [said("amerikanische Soldaten", 4500, role="level", attribution="General Müller"),
     said("Toten", 12, role="delta")],
    [said("Berufssoldaten", 300),
     said("Umsatz im Inland", 5, unit="percent", of="Deutsche Bank AG", role="delta")],
    [said("soldiers", 5200, attribution="Nouri al-Maliki")],
    [said("Vertreter der Soldaten", 7), said("Fälle", 35, per="100.000 Einwohner")],
    [said("Einwohner", None, low=Decimal(1000), high=Decimal(8000), role="level"),
     said("Soldat", 6000, role="delta", of="Großbritannien")],
]  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """Five articles; the numbers in the tests are their ids."""
    from lesart.store import Store

    with Store.open(tmp_path_factory.mktemp("figures") / "library.sqlite") as store:
        for number, found in enumerate(FIGURES, 1):
            store.articles.add(a_draft(f"Text {number} of some length.", guid=f"{number}"), now=NOW)
            figures = [replace(f, span=Span(at, at + 1)) for at, f in enumerate(found)]
            names = {1: "Nuri al-Maliki", 3: "Nouri al-Maliki"}.get(number)
            entities = (Entity(names, "PER", (Mention(Span(0, 1), ""),)),) if names else ()
            store.analyses.put(number, 1, Analysis("t", "de", tuple(figures), entities))
        group_some_entities(store)
        yield store


def found(store, text):
    query = parse_query(text, date(2026, 11, 28))
    assert query.problems == ()
    return sorted(store.search.ids(query))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        # of what: inflected, in compounds, in other languages, but not where it only hangs on it
        ("subject:Soldaten", [1, 2, 3, 5]),
        ("counts:soldat", [1, 2, 3, 5]),
        ("subject:soldiers", [1, 2, 3, 5]),
        ("subject:Berufssoldaten", [2]),
        ('subject:"amerikanische Soldaten"', [1]),
        ("subject:Vertreter", [4]),
        ("subject:Tote", [1]),
        ("subject:Umsatz", [2]),
        ('subject:"Umsatz im Inland"', [2]),
        ("subject:Inland", []),
        ("subject:Fall", [4]),
        ("subject:Faelle", [4]),
        ("-subject:Soldaten", [4]),
        # of whom, per what, who says so
        ('of:"Deutsche Bank"', [2]),
        ("of:bank", [2]),
        ("of:Grossbritannien", [5]),
        ("of:Siemens", []),
        ("per:Einwohner", [4]),
        ("subject:Einwohner", [5]),
        ("speaker:Müller", [1]),
        ("speaker:Mueller", [1]),
        ('speaker:"Nuri al-Maliki"', [3]),
        ("speaker:Maliki", [3]),
        ("role:delta", [1, 2, 5]),
        ("-role:delta", [3, 4]),
        # of one figure
        ("subject:Soldaten figure>5000", [3, 5]),
        ("subject:Soldaten >5000 role:delta", [5]),
        ("subject:Soldaten role:delta", [5]),
        ("(subject:Soldaten) (role:delta)", [1, 2, 5]),
        ("subject:Soldaten -role:delta", [1, 2, 3]),
        ("subject:Soldaten (-role:delta)", [3]),
        ("(subject:Tote OR subject:Soldaten) role:delta", [1, 5]),
        ("subject:Einwohner figure:7000..9000", [5]),
        ("subject:Einwohner figure>8000", []),
        ("of:Großbritannien role:delta", [5]),
        ("of:Großbritannien role:level", []),
        ('of:"Deutsche Bank" subject:Umsatz role:delta', [2]),
        ('of:"Deutsche Bank" subject:Umsatz -role:delta', []),
        ("speaker:Müller -role:delta", [1]),
        ("role:delta -role:to", [1, 2, 5]),
        ("(role:delta OR role:level) figure>4000", [1, 5]),
        ("(role:delta OR role:level) figure>4000 subject:Soldat", [1, 5]),
        ("-role:delta figure>2000 subject:Einwohner", [5]),
        ("role:level role:delta subject:Soldaten", []),
        ("role:delta (unit:% OR unit:EUR)", [2]),
        ("unit:% role:delta", [2]),
        ("unit:% role:level", []),
        ('of:"Deutsche Bank" subject:Soldaten', []),
        ("-(subject:Soldaten role:delta)", [1, 2, 3, 4]),
    ],
)
def test_a_query_finds_the_articles_whose_figures_say_so(full, query, ids):
    assert found(full, query) == ids
    # and exactly these have a figure that is shown for it
    question = full.search.figure_question(parse_query(query, date(2026, 11, 28)))
    if question.asks:
        shown = [
            i for i, _, some in full.analyses.figures_of(range(1, 6)) if question.answering(some)
        ]
        assert shown == ids or "(subject:Soldaten) (" in query or "(-" in query


def test_when_a_text_was_changed_can_be_asked_for(store):
    for number in (1, 2, 3):
        store.articles.add(a_draft(f"Text {number} as it was.", guid=f"{number}"), now=NOW)
    keep_text(store, 1, a_draft("Text 1 is other.", guid="1"), now=NOW + DAY)
    keep_text(store, 2, a_draft("Text 2 is other.", guid="2"), now=NOW + 9 * DAY)
    from datetime import UTC, datetime

    day = datetime.fromtimestamp(NOW + DAY, UTC).date()
    assert found(store, f"changed:{day}") == [1]
    assert found(store, f"changed:{day:%Y}") == [1, 2]
    assert found(store, "changed:text") == [1, 2]
    assert found(store, "-changed:text") == [3]


def test_a_corrected_figure_is_not_found_by_what_it_said_before(store):
    store.articles.add(a_draft("Text of some length."), now=NOW)
    one = said("Soldaten", 5, of="Siemens", role="delta", attribution="Müller", per="Tag")
    store.analyses.put(1, 1, Analysis("t", "de", (one,)))
    queries = ("subject:Soldat", "of:Siemens", "role:delta", "speaker:Müller", "per:Tag")
    assert [found(store, query) for query in queries] == [[1]] * 5
    store.analyses.put(1, 1, Analysis("t", "de", (Figure(Span(0, 1), "", "count", Decimal(5)),)))
    assert [found(store, query) for query in queries] == [[]] * 5


HOSTILE = (
    'x]],[["a',
    'b],[5,5,"count"',
    "],[",
    '"',
    "\\",
    "ä\u2028€",
    "]],[]]",
    ",,,,,,,,,,,,,,,,,,,,,",
)
texts = st.one_of(st.just(""), st.sampled_from(HOSTILE), st.text(max_size=8))


@given(
    st.lists(
        st.tuples(texts, texts, texts, texts, texts, st.sampled_from(["", *ROLES])), max_size=5
    ),
    st.booleans(),
)
def test_what_figures_say_is_read_from_their_stored_rows_whatever_stands_in_them(rows, has_names):
    figures = tuple(
        Figure(Span(at, at + 1), "", "count", Decimal(at), unit=unit, noun=noun, of=of, per=per,
               attribution=speaker, role=role)
        for at, (unit, noun, of, per, speaker, role) in enumerate(rows)
    )  # fmt: skip
    names = (Entity('N]],[["', "LOC", (Mention(Span(0, 1), ""),)),) if has_names else ()
    stored = to_json(Analysis("t", "de", figures, names))
    assert [
        (s.unit, s.noun, s.of, s.per, s.speaker, s.role) for s in said_by_figures(stored)
    ] == rows
    for unit, *_, role in rows:
        if unit and role:
            there = said_by_figures(stored, 19, json.dumps(unit, ensure_ascii=False))
            assert (unit, role) in [(s.unit, s.role) for s in there]


@given(st.sampled_from(["subject", "of", "per", "speaker", "unit", "role"]), st.text(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_is_asked_for_a_query_and_its_completion_end_well(full, field, value):
    query = parse_query(f'{field}:"{value}" figure>5', date(2026, 11, 28))
    found = sorted(full.search.ids(query))
    question = full.search.figure_question(query)
    some = full.analyses.figures_of(range(1, 6))
    assert not question.asks or found == [i for i, _, said in some if question.answering(said)]
    assert len(full.query_values.of(field, value)) <= 8


def test_nouns_are_listed_again_piece_by_piece_when_the_rules_have_changed(store, monkeypatch):
    for number, noun in enumerate(("Soldaten", "Pilze", "Kisten", "Bäume", "Häuser"), 1):
        store.articles.add(a_draft(f"Text {number} of some length.", guid=f"{number}"), now=NOW)
        store.analyses.put(number, 1, Analysis("t", "de", (said(noun, 5),)))
    assert not grouping.list_some_nouns(store)
    store.nouns.forget_words()  # stands for what other rules had listed
    assert found(store, "subject:Bäume") == []
    monkeypatch.setattr(grouping, "NOUN_WORDS", 2)
    assert grouping.list_some_nouns(store, limit=2)
    # What comes in meanwhile is listed at once, and only once.
    store.articles.add(a_draft("Text 6 of some length.", guid="6"), now=NOW)
    store.analyses.put(6, 1, Analysis("t", "de", (said("Züge", 5),)))
    while grouping.list_some_nouns(store, limit=2):
        pass
    asked = ("Soldaten", "Pilze", "Kisten", "Bäume", "Häuser", "Züge")
    assert [found(store, f"subject:{noun}") for noun in asked] == [[1], [2], [3], [4], [5], [6]]
    assert [finding for finding in check(store.path) if not finding.is_well] == []
