"""What a reader confirmed, corrected or rejected wins over every engine, old and new."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lesart.analysis.verdicts import fields_of, judged, mistake_in
from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from tests.conftest import NOW, a_draft

TEXT = "Etwa 4.500 Soldaten in Kuwait."
FIGURE = Figure(Span(5, 10), "4.500", "count", Decimal(4500), qualifier="approx", noun="Soldaten")
ENTITY = Entity("Kuwait", "LOC", (Mention(Span(23, 29), "Kuwait"),), "LOC:KW")
FOUND = Analysis("t/1", "de", (FIGURE,), (ENTITY,))


def anchor(span: Span) -> Anchor:
    return Anchor(TEXT[span.start : span.end], "", "", *span)


def on_figure(ruling, article_id=1, **correction):
    fields = {**fields_of(FIGURE), **correction}
    return Verdict(article_id, "figure", anchor(FIGURE.span), ruling, fields, FIGURE.span)


def on_entity(ruling, article_id=1, **correction):
    span = ENTITY.mentions[0].span
    return Verdict(article_id, "entity", anchor(span), ruling, correction, span)


def test_a_rejected_figure_is_gone_and_a_confirmed_one_says_so():
    assert judged(FOUND, [on_figure("rejected")], TEXT).figures == ()
    [figure] = judged(FOUND, [on_figure("confirmed")], TEXT).figures
    assert (figure.value, figure.verdict) == (Decimal(4500), "confirmed")


def test_a_correction_wins_over_what_the_engine_read():
    [figure] = judged(
        FOUND, [on_figure("corrected", value="4700", noun="US-Soldaten")], TEXT
    ).figures
    assert (figure.value, figure.noun, figure.qualifier) == (Decimal(4700), "US-Soldaten", "approx")


def test_a_correction_that_is_no_number_leaves_the_value():
    [figure] = judged(FOUND, [on_figure("corrected", value="many")], TEXT).figures
    assert figure.value == Decimal(4500)


@pytest.mark.parametrize("others", [(), (Figure(Span(0, 10), "Etwa 4.500", "count", Decimal(1)),)])
def test_it_stands_by_itself_when_a_new_engine_finds_something_else(others):
    better = Analysis("t/2", "de", others)
    [figure] = judged(better, [on_figure("confirmed")], TEXT).figures
    assert (figure.span, figure.value, figure.noun) == (FIGURE.span, Decimal(4500), "Soldaten")


def test_entities_are_rejected_renamed_and_put_back():
    assert judged(FOUND, [on_entity("rejected")], TEXT).entities == ()
    [entity] = judged(
        FOUND, [on_entity("corrected", name="Staat Kuwait", kind="ORG")], TEXT
    ).entities
    assert (entity.name, entity.kind, entity.key) == ("Staat Kuwait", "ORG", "")
    [entity] = judged(
        Analysis("t/2", "de"), [on_entity("confirmed", name="Kuwait", kind="LOC")], TEXT
    ).entities
    assert (entity.name, entity.kind) == ("Kuwait", "LOC")


def test_verdicts_survive_a_new_engine_in_the_library(store):
    article_id = store.articles.add(a_draft(TEXT), now=NOW).id
    store.analyses.put(article_id, 1, FOUND)
    store.verdicts.put(on_figure("corrected", article_id, value="4700"), now=NOW)
    store.verdicts.put(on_entity("rejected", article_id), now=NOW)
    for engine in ("t/1", "t/2"):
        store.analyses.put(article_id, 1, Analysis(engine, "de", (FIGURE,), (ENTITY,)))
        stored = store.analyses.get(article_id)
        assert [(f.value, f.verdict) for f in stored.figures] == [(Decimal(4700), "corrected")]
        assert stored.entities == ()
    store.verdicts.put(on_figure("", article_id), now=NOW)
    store.analyses.put(article_id, 1, FOUND)
    assert store.analyses.get(article_id).figures[0].value == Decimal(4500)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("82700000.0", "82700000"), ("2.0", "2.0"), ("2.5", "2.5"), ("1E+6", "1000000")],
)
def test_a_number_is_edited_as_a_person_writes_it(value, shown):
    assert fields_of(replace(FIGURE, value=Decimal(value)))["value"] == shown


@pytest.mark.parametrize(
    ("field", "text", "is_wrong"),
    [
        ("value", "4500", False),
        ("value", "4.500,0", True),
        ("value", "nan", True),
        ("low", "", False),
        ("kind", "sum", True),
        ("when", "2011-12", False),
        ("when", "XXXX-WXX-3", False),
        ("when", "2022-Q3", False),
        ("when", "2021/2022", False),
        ("when", "199X", False),
        ("when", "T20:15", False),
        ("when", "2:1", False),
        ("when", "last May", True),
        ("name", "", True),
    ],
)
def test_what_cannot_be_saved_is_told(field, text, is_wrong):
    assert bool(mistake_in({field: text}, {"kind": ("count", "date")})) == is_wrong


@pytest.mark.parametrize(("ruling", "named"), [("rejected", []), ("confirmed", ["Kuwait"])])
def test_the_readers_word_ends_what_is_named_in_passing_or_makes_it_a_name(ruling, named):
    passing = Analysis("t/1", "de", (FIGURE,), (), in_passing=(ENTITY,))
    after = judged(passing, [on_entity(ruling)], TEXT)
    assert after.in_passing == ()
    assert [e.name for e in after.entities if e.kind == "LOC"] == named
