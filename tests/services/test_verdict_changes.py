"""A verdict is on what is stored by then, and taking it back takes back nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lesart.analysis.verdicts import fields_of
from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.services.note_changes import NotStored
from lesart.services.save_article import keep, keep_text
from lesart.services.verdict_changes import VerdictChange, judge
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "The mayor of Oslo spoke of 4,500 homes and of 12 schools on Monday."
LATER = "Corrected at noon, after a complaint. " + TEXT


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def figure(words: str, value: int, text: str = TEXT) -> Figure:
    return Figure(span_of(words, text), words, "count", Decimal(value), noun="things")


def findings(text: str = TEXT) -> Analysis:
    return Analysis(
        "test/1", "en",
        (figure("4,500", 4500, text), figure("12", 12, text)),
        (Entity("Oslo", "LOC", (Mention(span_of("Oslo", text), "Oslo"),), "LOC:Oslo"),),
    )  # fmt: skip


@pytest.fixture
def seen(store: Store) -> Article:
    """The article as a screen holds it, analysed."""
    added = keep(store, a_draft(TEXT, guid="one"), now=NOW)
    store.analyses.put(added.id, 1, findings())
    return store.articles.get(added.id)


def revise(store: Store, seen: Article, text: str = LATER) -> None:
    assert keep_text(store, seen.id, a_draft(text, title=seen.title), now=NOW + 1).is_revised


def said(store: Store, seen: Article, words: str, ruling: str, **correction: str) -> VerdictChange:
    analysis = store.analyses.get(seen.id) or findings()
    if words == "Oslo":
        fact = analysis.entities[0]
        return VerdictChange(seen, "entity", span_of(words), fact, ruling, correction)
    fact = next(f for f in analysis.figures if f.surface == words)
    return VerdictChange(
        seen, "figure", span_of(words), fact, ruling, {**fields_of(fact), **correction}
    )


def state(store: Store, seen: Article) -> tuple:
    analysis = store.analyses.get(seen.id)
    return (
        [(f.surface, f.value, f.verdict) for f in analysis.figures],
        [(e.name, e.kind, e.verdict) for e in analysis.entities],
        [
            (v.thing, v.anchor.exact, v.ruling, dict(v.correction))
            for v in store.verdicts.of(seen.id)
        ],
        sorted(store.search.ids(parsed("figure:12"))),
    )


def parsed(text: str):
    from lesart.query import parse_query

    return parse_query(text, date(2026, 11, 18))


@pytest.mark.parametrize(
    ("words", "ruling", "correction"),
    [
        ("12", "confirmed", {}),
        ("12", "rejected", {}),
        ("12", "corrected", {"value": "13"}),
        ("Oslo", "rejected", {}),
        ("Oslo", "corrected", {"name": "Oslo (Minnesota)", "kind": "LOC"}),
    ],
)
def test_a_verdict_is_taken_back_and_given_again_exactly(store, seen, words, ruling, correction):
    first = state(store, seen)
    given = judge(store, said(store, seen, words, ruling, **correction), now=NOW)
    then = state(store, seen)
    assert then != first
    back = judge(store, given.inverse, now=NOW)
    assert state(store, seen) == first
    again = judge(store, back.inverse, now=NOW)
    assert state(store, seen) == then
    judge(store, again.inverse, now=NOW)
    assert state(store, seen) == first


def test_a_verdict_over_a_verdict_is_taken_back_to_the_one_before(store, seen):
    judge(store, said(store, seen, "12", "corrected", value="13"), now=NOW)
    before = state(store, seen)
    second = judge(store, said(store, seen, "12", "rejected"), now=NOW)
    assert "12" not in [f.surface for f in store.analyses.get(seen.id).figures]
    judge(store, second.inverse, now=NOW)
    assert state(store, seen) == before


def test_taking_back_leaves_what_was_judged_in_between(store, seen):
    first = judge(store, said(store, seen, "12", "rejected"), now=NOW)
    judge(store, said(store, seen, "4,500", "corrected", value="4600"), now=NOW)
    judge(store, first.inverse, now=NOW)
    assert state(store, seen)[0] == [("4,500", 4600, "corrected"), ("12", 12, "")]


def test_what_another_screen_judged_is_not_overwritten(store, seen):
    mine = said(store, seen, "12", "confirmed")
    judge(store, said(store, seen, "12", "corrected", value="13"), now=NOW)
    before = state(store, seen)
    outcome = judge(store, mine, now=NOW)
    assert (outcome.inverse, state(store, seen)) == (None, before)
    assert "nother screen" in outcome.says


def test_taking_back_does_not_undo_another_screens_verdict(store, seen):
    mine = judge(store, said(store, seen, "12", "confirmed"), now=NOW)
    judge(store, said(store, seen, "12", "corrected", value="13"), now=NOW)
    before = state(store, seen)
    assert judge(store, mine.inverse, now=NOW).inverse is None
    assert state(store, seen) == before


def test_a_verdict_on_an_older_text_is_on_the_same_words_of_the_present_one(store, seen):
    change = said(store, seen, "12", "rejected")
    revise(store, seen)
    store.analyses.put(seen.id, 2, findings(LATER))
    assert judge(store, change, now=NOW).inverse is not None
    assert [f.surface for f in store.analyses.get(seen.id).figures] == ["4,500"]
    [verdict] = store.verdicts.of(seen.id)
    assert LATER[slice(*verdict.span)] == "12"


def test_a_verdict_on_words_that_are_gone_is_none_and_told(store, seen):
    change = said(store, seen, "12", "rejected")
    revise(store, seen, "The mayor of Oslo spoke of nothing.")
    outcome = judge(store, change, now=NOW)
    assert (outcome.inverse, store.verdicts.of(seen.id)) == (None, [])
    assert "not in the text any more" in outcome.says


def test_taking_back_after_a_revision_has_the_article_analysed_again(store, seen):
    given = judge(store, said(store, seen, "12", "rejected"), now=NOW)
    revise(store, seen)
    store.analyses.put(seen.id, 2, findings(LATER))
    assert [f.surface for f in store.analyses.get(seen.id).figures] == ["4,500"]
    outcome = judge(store, given.inverse, now=NOW)
    assert (outcome.waits, store.verdicts.of(seen.id)) == (True, [])
    assert store.analyses.pending("test/1") == [seen.id]


def test_an_analysis_that_came_meanwhile_is_not_replaced_by_the_one_that_was_seen(store, seen):
    change = said(store, seen, "12", "confirmed")
    better = replace(
        findings(), engine="test/2", figures=(*findings().figures, figure("Monday", 1))
    )
    store.analyses.put(seen.id, 1, better)
    given = judge(store, change, now=NOW)
    judge(store, given.inverse, now=NOW)
    analysis = store.analyses.get(seen.id)
    assert (analysis.engine, [f.surface for f in analysis.figures]) == (
        "test/2", ["4,500", "12", "Monday"],
    )  # fmt: skip


def test_verdicts_on_the_same_offsets_of_two_texts_do_not_push_each_other_out(store, seen):
    judge(store, said(store, seen, "12", "confirmed"), now=NOW)
    place = span_of("12")
    text = "x" * (place.start - 1) + " 77 is new here. " + TEXT
    revise(store, seen, text)
    present = store.articles.get(seen.id)
    new = Figure(place, "77", "count", Decimal(77))
    judge(store, VerdictChange(present, "figure", place, new, "confirmed", fields_of(new)), now=NOW)
    assert sorted(v.anchor.exact for v in store.verdicts.of(seen.id)) == ["12", "77"]
    # And each goes with its own words from text to text.
    last = "At last. " + text
    revise(store, seen, last)
    revise(store, seen, "Once more. " + last)
    now = "Once more. " + last
    assert {v.anchor.exact: now[slice(*v.span)] for v in store.verdicts.of(seen.id)} == {
        "12": "12", "77": "77",
    }  # fmt: skip


def test_a_verdict_whose_article_is_gone_is_an_error_with_a_sentence(store, seen):
    change = said(store, seen, "12", "rejected")
    with store.transaction():
        for table in ("packed_body", "analysis"):
            store.connection.execute(f"DELETE FROM {table} WHERE article_id = ?", [seen.id])
        store.connection.execute("DELETE FROM article WHERE id = ?", [seen.id])
    with pytest.raises(NotStored, match="no longer in the library"):
        judge(store, change, now=NOW)


def test_a_newer_verdict_on_the_same_words_replaces_the_older_wherever_they_stood(store, seen):
    anchor = make_anchor(TEXT, span_of("12"))
    store.verdicts.put(Verdict(seen.id, "figure", anchor, "confirmed", {}, span_of("12")), now=NOW)
    revise(store, seen)
    store.analyses.put(seen.id, 2, findings(LATER))
    present = store.articles.get(seen.id)
    fact = store.analyses.get(seen.id).figures[1]
    assert fact.verdict == "confirmed"
    judge(
        store,
        VerdictChange(present, "figure", fact.span, fact, "rejected", fields_of(fact)),
        now=NOW,
    )
    assert [v.ruling for v in store.verdicts.of(seen.id)] == ["rejected"]


# ------------------------------------------------------------------ what is stored, what is told


def test_a_verdict_is_one_change_that_reaches_the_disk(store, seen):
    change = said(store, seen, "12", "rejected")
    lines: list[str] = []
    store.connection.raw.set_trace_callback(lines.append)
    judge(store, change, now=NOW)
    store.connection.raw.set_trace_callback(None)
    assert lines[:2] == ["PRAGMA synchronous = full", "BEGIN IMMEDIATE"]
    assert len([line for line in lines if line.startswith(("BEGIN", "COMMIT"))]) == 2


def test_what_went_as_wanted_says_nothing_and_waits_for_nothing(store, seen):
    given = judge(store, said(store, seen, "12", "rejected"), now=NOW)
    assert (given.article_id, given.says, given.waits) == (seen.id, "", False)
    back = judge(store, given.inverse, now=NOW)
    assert (back.article_id, back.says, back.waits) == (seen.id, "", False)


def test_a_verdict_on_a_deleted_article_is_an_error_with_a_sentence(store, seen):
    change = said(store, seen, "12", "rejected")
    store.articles.delete([seen.id])
    with pytest.raises(NotStored, match="no longer in the library"):
        judge(store, change, now=NOW)


def test_a_verdict_is_not_put_on_words_that_were_reworded(store, seen):
    words = "4,500 homes and of 12 schools"
    fact = figure(words, 4500)
    store.analyses.put(seen.id, 1, replace(findings(), figures=(fact,)))
    change = VerdictChange(seen, "figure", fact.span, fact, "confirmed", fields_of(fact))
    revise(
        store, seen, TEXT.replace("4,500 homes and of 12 schools", "4,500 flats and of 12 schools")
    )
    outcome = judge(store, change, now=NOW)
    assert (outcome.inverse, outcome.waits, store.verdicts.of(seen.id)) == (None, False, [])
    assert "not in the text any more" in outcome.says


def test_a_verdict_on_a_corrected_text_that_is_not_analysed_yet_counts_at_once(store, seen):
    change = said(store, seen, "12", "rejected")
    revise(store, seen)
    outcome = judge(store, change, now=NOW)
    assert (outcome.says, outcome.waits) == ("", False)
    store.analyses.put(seen.id, 2, findings(LATER))
    assert [f.surface for f in store.analyses.get(seen.id).figures] == ["4,500"]


def test_what_was_found_anew_with_another_value_is_not_confirmed_unseen(store, seen):
    change = said(store, seen, "12", "confirmed")
    other = replace(findings(), figures=(figure("4,500", 4500), figure("12", 1200)))
    store.analyses.put(seen.id, 1, other)
    outcome = judge(store, change, now=NOW)
    assert (outcome.inverse, store.verdicts.of(seen.id)) == (None, [])
    assert "found anew" in outcome.says


@pytest.mark.parametrize("words", ["12", "Oslo"])
def test_what_another_screen_rejected_is_not_confirmed_unseen(store, seen, words):
    change = said(store, seen, words, "confirmed")
    judge(store, said(store, seen, words, "rejected"), now=NOW)
    outcome = judge(store, change, now=NOW)
    assert (outcome.inverse, [v.ruling for v in store.verdicts.of(seen.id)]) == (None, ["rejected"])


def test_what_a_new_analysis_does_not_find_any_more_can_still_be_judged(store, seen):
    change = said(store, seen, "12", "rejected")
    store.analyses.put(seen.id, 1, replace(findings(), figures=(figure("4,500", 4500),)))
    assert judge(store, change, now=NOW).says == ""
    assert [v.anchor.exact for v in store.verdicts.of(seen.id)] == ["12"]


def test_taking_back_while_the_article_waits_for_its_analysis_takes_the_verdict_back(store, seen):
    given = judge(store, said(store, seen, "12", "rejected"), now=NOW)
    with store.transaction():
        store.connection.execute("DELETE FROM analysis WHERE article_id = ?", [seen.id])
    outcome = judge(store, given.inverse, now=NOW)
    assert (outcome.says, store.verdicts.of(seen.id), store.analyses.get(seen.id)) == ("", [], None)


def test_taking_back_leaves_the_newer_of_two_findings_that_claim_the_same(store, seen):
    change = said(store, seen, "12", "rejected")
    newer = replace(figure("12", 12), salience=0.9)
    store.analyses.put(seen.id, 1, replace(findings(), figures=(figure("4,500", 4500), newer)))
    given = judge(store, change, now=NOW)
    judge(store, given.inverse, now=NOW)
    assert store.analyses.get(seen.id).figures[1].salience == pytest.approx(0.9)


def test_a_name_comes_back_beside_the_others_once(store, seen):
    other = Entity("mayor", "PER", (Mention(span_of("mayor"), "mayor"),))
    store.analyses.put(seen.id, 1, replace(findings(), entities=(*findings().entities, other)))
    given = judge(store, said(store, seen, "Oslo", "corrected", name="Bergen", kind="LOC"), now=NOW)
    assert [e.name for e in store.analyses.get(seen.id).entities] == ["Bergen", "mayor"]
    judge(store, given.inverse, now=NOW)
    assert [e.name for e in store.analyses.get(seen.id).entities] == ["Oslo", "mayor"]


def test_a_verdict_on_the_second_mention_of_a_name_is_on_that_name(store, seen):
    twice = Entity(
        "Oslo", "LOC", (Mention(span_of("mayor"), "mayor"), Mention(span_of("Oslo"), "Oslo"))
    )
    store.analyses.put(seen.id, 1, replace(findings(), entities=(twice,)))
    change = VerdictChange(
        seen, "entity", span_of("Oslo"), twice, "confirmed", {"name": "Oslo", "kind": "LOC"}
    )
    outcome = judge(store, change, now=NOW)
    assert outcome.says == ""
    assert [e.verdict for e in store.analyses.get(seen.id).entities] == ["confirmed"]


def test_a_first_verdict_is_taken_back_to_none_and_figures_stay_in_the_texts_order(store, seen):
    given = judge(store, said(store, seen, "4,500", "rejected"), now=NOW)
    assert (given.inverse.ruling, dict(given.inverse.correction)) == ("", {})
    judge(store, given.inverse, now=NOW)
    assert [f.surface for f in store.analyses.get(seen.id).figures] == ["4,500", "12"]


def test_a_verdict_given_before_the_analysis_came_is_taken_back_after_it(store, seen):
    change = said(store, seen, "12", "rejected")
    with store.transaction():
        store.connection.execute("DELETE FROM analysis WHERE article_id = ?", [seen.id])
    given = judge(store, change, now=NOW)
    store.analyses.put(seen.id, 1, findings())
    assert [f.surface for f in store.analyses.get(seen.id).figures] == ["4,500"]
    judge(store, given.inverse, now=NOW)
    assert [f.surface for f in store.analyses.get(seen.id).figures] == ["4,500", "12"]
