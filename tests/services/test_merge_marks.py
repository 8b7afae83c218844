"""Marks that overlap become one, and nothing that was written on any of them is lost."""

from __future__ import annotations

import pytest

from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services.merge_marks import merge, overlapping
from lesart.services.note_changes import add_note, apply_all
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "The mayor spoke of 4,500 homes. The council met on Monday. Nobody objected to it."


@pytest.fixture
def seen(store: Store) -> Article:
    article = store.articles.get(keep(store, a_draft(TEXT), now=NOW).id)
    assert article is not None
    return article


def put(store: Store, seen: Article, words: str, at: int = 0, **values):
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return add_note(store, seen, span, now=NOW + at, **values).note


def all_of(store: Store):
    """Everything a reader can see of the notes, apart from when they were last changed."""
    return [
        (n.uid, n.anchor, n.span, n.status, n.colour, n.note, n.tags, n.parent, n.created)
        for n in sorted(store.annotations.of(1), key=lambda n: n.id)
    ]


def test_two_marks_become_one_with_both_notes_tags_and_replies_and_part_again(store, seen):
    first = put(store, seen, "spoke of 4,500 homes.", 0, note="Whose figure?", tags=("a", "b"))
    second = put(
        store, seen, "4,500 homes. The council", 5, note="Ask.", tags=("b", "c"), colour="red"
    )
    add_note(store, seen, None, now=NOW + 6, note="They said 4,400.", answers=second)
    add_note(store, seen, None, now=NOW + 7, note="Not yet.", answers=first)
    aside = put(store, seen, "Nobody objected", 8, note="Really?")
    before = all_of(store)
    outcome = merge(store, second, seen, {first.uid, second.uid}, now=NOW + 9)
    one = outcome.note
    assert (one.uid, one.created) == (first.uid, first.created)
    assert one.anchor.exact == "spoke of 4,500 homes. The council"
    assert TEXT[slice(*one.span)] == one.anchor.exact
    assert (one.note, one.tags, one.colour) == ("Whose figure?\n\nAsk.", ("a", "b", "c"), "red")
    assert [note.uid for note in store.annotations.of(1) if note.span] == [one.uid, aside.uid]
    replies = {note.note: note.parent for note in store.annotations.of(1) if note.span is None}
    assert replies == {"They said 4,400.": one.id, "Not yet.": one.id}
    after = all_of(store)
    undone = apply_all(store, outcome.inverse, now=NOW + 10)
    assert all_of(store) == before
    apply_all(store, undone.inverse, now=NOW + 11)
    assert all_of(store) == after


def test_marks_that_overlap_in_a_row_are_all_one(store, seen):
    a = put(store, seen, "The mayor spoke")
    b = put(store, seen, "spoke of 4,500")
    c = put(store, seen, "4,500 homes")
    put(store, seen, "council")
    assert [note.uid for note in overlapping(a, store.annotations.of(1))] == [a.uid, b.uid, c.uid]
    one = merge(store, c, seen, {a.uid, b.uid, c.uid}, now=NOW).note
    assert one.anchor.exact == "The mayor spoke of 4,500 homes"


def test_a_mark_that_another_screen_made_meanwhile_stays_its_own(store, seen):
    a, b = put(store, seen, "The mayor spoke"), put(store, seen, "spoke of 4,500")
    unseen = put(store, seen, "4,500 homes")
    merge(store, a, seen, {a.uid, b.uid}, now=NOW)
    assert unseen in store.annotations.of(1)


def test_marks_side_by_side_and_on_the_whole_article_stay_apart(store, seen):
    a, b = put(store, seen, "The mayor"), put(store, seen, " spoke of")
    whole = add_note(store, seen, None, now=NOW, note="All of it.").note
    outcome = merge(store, a, seen, {a.uid, b.uid, whole.uid}, now=NOW)
    assert outcome.inverse == ()
    assert "No other mark" in outcome.says
    assert len(store.annotations.of(1)) == 3


def test_what_was_written_twice_is_kept_once(store, seen):
    a, b = (
        put(store, seen, "The mayor", note="Same."),
        put(store, seen, "mayor spoke", note="Same."),
    )
    assert merge(store, a, seen, {a.uid, b.uid}, now=NOW).note.note == "Same."


def test_marks_that_only_touch_share_no_words(store, seen):
    a, b = put(store, seen, "The may"), put(store, seen, "or spoke")
    assert a.span.end == b.span.start
    for one in (a, b):
        assert overlapping(one, [a, b]) == [one]


def test_marks_one_letter_into_each_other_overlap(store, seen):
    a, b = put(store, seen, "The mayo"), put(store, seen, "or spoke")
    for one in (a, b):
        assert overlapping(one, [a, b]) == [a, b]


def test_a_note_on_no_words_overlaps_nothing(store, seen):
    whole = add_note(store, seen, None, now=NOW, note="All of it.").note
    assert overlapping(whole, [whole, put(store, seen, "The mayor")]) == [whole]


def test_overlapping_marks_come_in_the_order_of_the_text_then_of_their_making(store, seen):
    late = put(store, seen, "The mayor", 9)
    inner, wide = put(store, seen, "mayor spoke", 5), put(store, seen, "mayor spoke of 4,500", 1)
    twin = put(store, seen, "The mayor", 3)
    assert overlapping(wide, [inner, late, wide, twin]) == [twin, late, inner, wide]


def test_merging_is_one_change_that_reaches_the_disk_and_has_nothing_to_tell(store, seen):
    a, b = put(store, seen, "The mayor", note="a"), put(store, seen, "mayor spoke", note="b")
    said: list[str] = []
    store.connection.raw.set_trace_callback(said.append)
    outcome = merge(store, a, seen, {a.uid, b.uid}, now=NOW)
    store.connection.raw.set_trace_callback(None)
    assert outcome.says == ""
    assert said[:2] == ["PRAGMA synchronous = full", "BEGIN IMMEDIATE"]
    assert len([line for line in said if line.startswith(("BEGIN", "COMMIT"))]) == 2
    assert said.index("BEGIN IMMEDIATE") == 1


def test_blank_notes_and_blanks_around_them_leave_no_gaps(store, seen):
    a = put(store, seen, "The mayor", note="Same. ")
    b = put(store, seen, "mayor spoke", 1, note="Same.\n")
    c = put(store, seen, "spoke of", 2, note="  ")
    d = put(store, seen, "of 4,500", 3, note="Other.")
    known = {one.uid for one in (a, b, c, d)}
    assert merge(store, a, seen, known, now=NOW).note.note == "Same.\n\nOther."


def test_the_note_that_was_answered_stays_though_its_answer_is_older(store, seen):
    """A clock was put back in between."""
    above = put(store, seen, "The mayor", 5, note="above")
    answer = put(store, seen, "mayor spoke", 0, note="answer", answers=above)
    outcome = merge(store, answer, seen, {above.uid, answer.uid}, now=NOW)
    assert (outcome.note.uid, outcome.note.parent) == (above.uid, None)
    assert outcome.note.note == "above\n\nanswer"
    gone, is_deleted = store.annotations.stored(answer.uid)
    assert (is_deleted, gone.parent) == (True, above.id), "what is taken away is as it was"


@pytest.mark.parametrize("missing", ["note", "article"])
def test_what_was_deleted_meanwhile_is_not_merged(store, seen, missing):
    a, b = put(store, seen, "The mayor"), put(store, seen, "mayor spoke")
    if missing == "note":
        store.annotations.delete(a.id)
    else:
        store.articles.delete([seen.id])
    outcome = merge(store, a, seen, {a.uid, b.uid}, now=NOW)
    assert (outcome.note, outcome.inverse) == (None, ())
    assert outcome.says == "This mark was deleted meanwhile; nothing was merged."
    assert store.annotations.by_uid(b.uid) == b


def test_marks_on_a_text_that_was_revised_meanwhile_are_not_merged_unseen(store, seen):
    a, b = put(store, seen, "The mayor"), put(store, seen, "mayor spoke")
    keep_text(store, seen.id, a_draft("At noon. " + TEXT, title=seen.title), now=NOW + 1)
    outcome = merge(store, a, seen, {a.uid, b.uid}, now=NOW)
    assert (outcome.note.uid, outcome.inverse) == (a.uid, ())
    assert outcome.says == "The article has other words by now; nothing was merged."
    assert store.annotations.count() == 2


def test_an_answer_that_is_merged_with_what_it_answers_is_taken_away_as_it_was(store, seen):
    kept = put(store, seen, "The mayor spoke", 0)
    above = put(store, seen, "mayor spoke of", 1, note="above")
    answer = put(store, seen, "spoke of 4,500", 2, note="answer", answers=above)
    outcome = merge(store, kept, seen, {kept.uid, above.uid, answer.uid}, now=NOW + 3)
    assert (outcome.note.uid, outcome.note.note) == (kept.uid, "above\n\nanswer")
    gone, is_deleted = store.annotations.stored(answer.uid)
    assert (is_deleted, gone.parent) == (True, above.id)
