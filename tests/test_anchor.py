"""A note stays on its words when the article changes, or says that they are gone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.anchor import carry_offset, make_anchor, resolve
from lesart.model import Anchor, Span
from tests.anchor_corpus import cases
from tests.anchor_score import tally

ANY_TEXT = st.text(st.characters(), max_size=200)


def test_with_the_old_text_notes_find_their_words_in_every_language_and_edit() -> None:
    counts, bad, _ = tally(cases(seed=11, rounds=6))
    total = sum(counts.values())
    assert total > 500
    assert counts["missed"] <= total // 100, [
        (c.tongue, c.edit, c.old[slice(*c.span)]) for _, c in bad
    ]
    assert counts["wrong"] == 0, [(c.tongue, c.edit, c.old[slice(*c.span)]) for _, c in bad]


def test_of_two_equal_sentences_the_note_stays_on_its_own() -> None:
    same = "The gate stays shut on Mondays."
    old = f"Boats come early. {same} Bread is sold at noon. {same} Lamps go out at ten."
    second = old.rindex(same)
    note = make_anchor(old, Span(second, second + len(same)))
    without_second = old[:second] + old[second + len(same) + 1 :]
    found = resolve(note, without_second, old)
    assert (found.status, found.span) == ("orphan", None)
    assert found.suggestion == Span(18, 18 + len(same))


def test_a_number_that_was_corrected_inside_the_passage_is_told() -> None:
    old = "In Husum the mill sold 310 sacks in May. The ferry was late."
    found = resolve(make_anchor(old, Span(0, 40)), old.replace("310", "320"), old)
    assert (found.status, found.changed, found.span) == ("changed", True, Span(0, 40))


def test_without_the_old_text_another_number_is_another_sentence() -> None:
    old = "In Husum the mill sold 310 sacks in May. The ferry was late."
    found = resolve(make_anchor(old, Span(0, 40)), old.replace("310", "320"))
    assert (found.status, found.suggestion) == ("orphan", Span(0, 40))


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor("", "", "", 0, 0),
        Anchor("   ", "", "", 3, 6),
        Anchor("word", "", "", 10**12, 10**12 + 4),
        Anchor("\ud800", "\udfff", "", -5, -4),
    ],
)
def test_an_anchor_that_makes_no_sense_is_an_orphan_and_no_crash(anchor: Anchor) -> None:
    assert resolve(anchor, "Something else entirely.", "Yet another text.").status == "orphan"


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, ANY_TEXT, st.integers(-5, 220), st.integers(-5, 220), st.booleans())
def test_whatever_the_texts_are_a_span_lies_inside_the_new_one(
    old: str, new: str, one: int, other: int, with_old: bool
) -> None:
    anchor = make_anchor(old, Span(min(one, other), max(one, other)))
    found = resolve(anchor, new, old if with_old else None)
    for span in (found.span, found.suggestion):
        assert span is None or 0 <= span.start <= span.end <= len(new)
    assert (found.span is None) == (found.status == "orphan")


@settings(max_examples=100, deadline=None)
@given(st.text("ab …„“&é\u0301中文שלום\n", min_size=1, max_size=120), st.data())
def test_in_a_text_that_did_not_change_a_note_stays_where_it_is(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert resolve(make_anchor(text, Span(start, end)), text, text).span == Span(start, end)


def test_the_place_where_one_reads_is_found_in_a_corrected_text():
    old = "One two three. Four five six. Seven eight nine."
    for new in ("New words here. " + old, old, old.replace("Four", "And four")):
        for word in ("two", "five", "eight"):
            assert carry_offset(old.index(word) + 1, old, new) == new.index(word) + 1
    # Words that are gone: the place of what followed them; at the end, what is left.
    assert carry_offset(old.index("Four"), old, "One two three. Seven eight nine.") == 15
    assert carry_offset(len(old) - 1, old, "One two three.") == len("One two three.")
    assert carry_offset(30, old, "") == 0
    assert carry_offset(0, "", "One") == 0
