"""Marks that overlap become one, and nothing that was written on any of them is lost."""

from __future__ import annotations

import pytest

from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services.merge_marks import merge, overlapping
from lesart.services.note_changes import add_note, apply_all
from lesart.services.save_article import keep
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
