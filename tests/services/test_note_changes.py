"""A change of a note is compared with what is stored; nothing that others wrote is lost unseen."""

from __future__ import annotations

import pytest

from lesart.anchor import make_anchor
from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services.note_changes import (
    BESIDE,
    CHANGED,
    DELETED,
    MISSING,
    Fields,
    NoteChange,
    NotStored,
    add_note,
    apply,
    apply_all,
    edit,
    keep_position,
    move_note,
    removal,
    tag_article,
)
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "The mayor spoke of 4,500 homes. The council met on Monday. Nobody objected to it."
LATER = "Corrected at noon, after a complaint. " + TEXT
WORDS = "The council met on Monday."


@pytest.fixture
def seen(store: Store) -> Article:
    """The article as a screen holds it."""
    added = keep(store, a_draft(TEXT, guid="one"), now=NOW)
    article = store.articles.get(added.id)
    assert article is not None
    return article


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def put(store: Store, seen: Article, words: str = WORDS, **values):
    outcome = add_note(store, seen, span_of(words), now=NOW, **values)
    assert outcome.note is not None
    return outcome.note


def revise(store: Store, seen: Article, text: str = LATER) -> None:
    assert keep_text(store, seen.id, a_draft(text, title=seen.title), now=NOW + 1).is_revised


def words_of(store: Store, uid: str) -> str:
    note = store.annotations.by_uid(uid)
    return store.articles.text(note.article_id)[slice(*note.span)]


def test_a_note_on_words_of_an_older_text_stands_on_them_in_the_present_one(store, seen):
    revise(store, seen)
    note = put(store, seen)
    assert (note.status, words_of(store, note.uid)) == ("ok", WORDS)
    assert note.revision == 1, "its anchor counts the text it was taken from"
    assert TEXT[note.anchor.start : note.anchor.end] == note.anchor.exact
    revise(store, seen, "A third text. " + LATER)
    assert words_of(store, note.uid) == WORDS


def test_a_note_on_words_that_are_gone_is_kept_without_a_place_and_told(store, seen):
    revise(store, seen, "Nothing like it is said here any longer, by anybody.")
    outcome = add_note(store, seen, span_of(WORDS), now=NOW, note="mine")
    assert (outcome.note.status, outcome.note.span, outcome.note.note) == ("orphan", None, "mine")
    assert "gone" in outcome.says


def test_a_note_on_the_whole_article_needs_no_words(store, seen):
    revise(store, seen)
    note = add_note(store, seen, None, now=NOW, note="all of it").note
    assert (note.anchor, note.revision, note.status) == (None, 2, "ok")


def test_only_the_fields_that_are_meant_are_written(store, seen):
    note = put(store, seen, note="first", tags=("a",))
    revise(store, seen)
    store.annotations.change(note.id, now=NOW + 2, tags=["a", "b"])
    outcome = apply(store, edit(note, Fields(colour="red")), now=NOW + 3)
    now = outcome.note
    assert (now.colour, now.note, now.tags, outcome.says) == ("red", "first", ("a", "b"), "")
    assert words_of(store, note.uid) == WORDS


def test_the_second_of_two_texts_becomes_a_reply_that_says_so(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(note="theirs", tags=("t",))), now=NOW + 1)
    outcome = apply(store, edit(note, Fields(note="mine", tags=("m",))), now=NOW + 2)
    kept, reply = sorted(store.annotations.of(seen.id), key=lambda one: one.id)
    assert (kept.note, kept.tags) == ("theirs", ("t",))
    assert reply.note == f"{BESIDE}\n\nmine"
    assert (reply.parent, reply.tags) == (note.id, ("m",))
    assert "both texts are kept" in outcome.says
    apply_all(store, outcome.inverse, now=NOW + 3)
    assert [one.note for one in store.annotations.of(seen.id)] == ["theirs"]


def test_the_reply_with_the_second_text_has_only_the_tags_that_were_added(store, seen):
    """Those that the note had are on the note already, or were taken from it elsewhere."""
    note = put(store, seen, note="first", tags=("old", "older"), colour="red")
    apply(store, edit(note, Fields(note="theirs", tags=("old",))), now=NOW + 1)
    apply(store, edit(note, Fields(note="mine", tags=("old", "older", "m"))), now=NOW + 2)
    kept, reply = sorted(store.annotations.of(seen.id), key=lambda one: one.id)
    assert (kept.tags, reply.tags) == (("old",), ("m",))
    assert reply.colour == "red", "it looks like the note it was written as"


def test_a_note_given_back_after_its_words_went_says_so(store, seen):
    note = put(store, seen, note="first")
    gone = apply(store, removal(note), now=NOW + 1)
    revise(store, seen, "Nothing like it is said here any longer, by anybody.")
    back = apply_all(store, gone.inverse, now=NOW + 2)
    assert (back.note.status, back.note.note) == ("orphan", "first")
    assert "gone" in back.says


def test_an_answer_is_taken_from_its_note_and_given_back(store, seen):
    first, second = put(store, seen, note="first"), put(store, seen, note="second")
    below = NoteChange(second.uid, Fields(parent=""), Fields(parent=first.uid))
    put_below = apply(store, below, now=NOW + 1)
    assert store.annotations.by_uid(second.uid).parent == first.id
    assert put_below.says == ""
    taken = apply_all(store, put_below.inverse, now=NOW + 2)
    assert taken.says == ""
    assert store.annotations.by_uid(second.uid).parent is None
    apply_all(store, taken.inverse, now=NOW + 3)
    assert store.annotations.by_uid(second.uid).parent == first.id


def test_the_same_text_twice_is_no_conflict(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(note="same")), now=NOW + 1)
    outcome = apply(store, edit(note, Fields(note="same")), now=NOW + 2)
    assert (outcome.says, outcome.inverse) == ("", ())
    assert [one.note for one in store.annotations.of(seen.id)] == ["same"]


def test_a_colour_that_another_screen_gave_stays_and_is_told(store, seen):
    note = put(store, seen)
    apply(store, edit(note, Fields(colour="red")), now=NOW)
    outcome = apply(store, edit(note, Fields(colour="blue")), now=NOW)
    assert (outcome.note.colour, outcome.inverse) == ("red", ())
    assert "another screen" in outcome.says


def test_tags_of_both_are_joined_and_each_takes_back_its_own(store, seen):
    note = put(store, seen, tags=("old", "both"))
    apply(store, edit(note, Fields(tags=("old", "both", "theirs"))), now=NOW)
    mine = apply(store, edit(note, Fields(tags=("both", "mine"))), now=NOW)
    assert set(mine.note.tags) == {"both", "theirs", "mine"}
    back = apply_all(store, mine.inverse, now=NOW)
    assert set(back.note.tags) == {"old", "both", "theirs"}
    again = apply_all(store, back.inverse, now=NOW)
    assert set(again.note.tags) == {"both", "theirs", "mine"}


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (Fields(note="second"), "note"),
        (Fields(colour="green"), "colour"),
        (Fields(tags=("b",)), "tags"),
        (Fields(is_deleted=True), "is_deleted"),
    ],
)
def test_every_change_can_be_taken_back_and_made_again_after_a_revision(store, seen, wanted, name):
    note = put(store, seen, note="first", tags=("a",))
    before = store.annotations.stored(note.uid)
    outcome = apply(store, edit(note, wanted), now=NOW + 1)
    done = store.annotations.stored(note.uid)
    assert before != done
    revise(store, seen)
    back = apply_all(store, outcome.inverse, now=NOW + 2)
    now, is_deleted = store.annotations.stored(note.uid)
    assert (now.note, now.colour, now.tags, is_deleted) == ("first", "yellow", ("a",), False)
    assert words_of(store, note.uid) == WORDS
    apply_all(store, back.inverse, now=NOW + 3)
    now, is_deleted = store.annotations.stored(note.uid)
    of_before = {"note": now.note, "colour": now.colour, "tags": now.tags, "is_deleted": is_deleted}
    assert of_before[name] == getattr(wanted, name)


def test_a_deleted_note_that_another_screen_brought_up_to_date_stays(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(note="theirs")), now=NOW)
    outcome = apply(store, removal(note), now=NOW)
    assert store.annotations.by_uid(note.uid).note == "theirs"
    assert "another screen" in outcome.says


def test_a_placement_by_a_revision_is_no_change_of_the_note(store, seen):
    note = put(store, seen)
    revise(store, seen)
    assert apply(store, removal(note), now=NOW).says == ""
    assert store.annotations.by_uid(note.uid) is None


def test_colour_and_tags_of_a_deleted_note_are_left_and_told(store, seen):
    note = put(store, seen)
    store.annotations.delete(note.id)
    outcome = apply(store, edit(note, Fields(colour="red", tags=("x",))), now=NOW)
    stored, is_deleted = store.annotations.stored(note.uid)
    assert (stored.colour, stored.tags, is_deleted) == ("yellow", (), True)
    assert "deleted on another screen" in outcome.says


def test_what_was_written_on_a_deleted_note_brings_it_back(store, seen):
    note = put(store, seen, note="first")
    store.annotations.delete(note.id)
    outcome = apply(store, edit(note, Fields(note="mine")), now=NOW)
    assert store.annotations.by_uid(note.uid).note == "mine"
    assert "it is back" in outcome.says
    back = apply_all(store, outcome.inverse, now=NOW)
    stored, is_deleted = store.annotations.stored(note.uid)
    assert (stored.note, is_deleted) == ("first", True)
    apply_all(store, back.inverse, now=NOW)
    assert store.annotations.by_uid(note.uid).note == "mine"


def test_what_was_written_on_a_note_changed_and_deleted_elsewhere_is_kept(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(note="theirs")), now=NOW)
    store.annotations.delete(note.id)
    outcome = apply(store, edit(note, Fields(note="mine")), now=NOW)
    assert [one.note for one in store.annotations.of(seen.id)] == [f"{BESIDE}\n\nmine"]
    assert "deleted" in outcome.says


def test_a_moved_note_keeps_its_words_and_goes_back(store, seen):
    note = put(store, seen, note="mine", tags=("a",))
    wider = span_of("The council met on Monday. Nobody objected to it.")
    revise(store, seen)
    outcome = move_note(store, note, seen, wider, now=NOW)
    assert outcome.note.uid == note.uid
    assert words_of(store, note.uid) == TEXT[slice(*wider)]
    assert (outcome.note.note, outcome.note.tags) == ("mine", ("a",))
    revise(store, seen, "And once more. " + LATER)
    back = apply_all(store, outcome.inverse, now=NOW)
    assert words_of(store, note.uid) == WORDS
    apply_all(store, back.inverse, now=NOW)
    assert words_of(store, note.uid) == TEXT[slice(*wider)]


def test_undo_of_a_reattachment_leaves_an_orphan_as_it_was(store, seen):
    note = put(store, seen)
    revise(store, seen, "Nothing like it is said here. The mayor spoke of 4,500 homes.")
    article = store.articles.get(seen.id)
    orphan = store.annotations.by_uid(note.uid)
    assert orphan.status == "orphan"
    outcome = move_note(store, orphan, article, span_of("4,500 homes", article.text), now=NOW)
    assert (outcome.note.status, words_of(store, note.uid)) == ("ok", "4,500 homes")
    apply_all(store, outcome.inverse, now=NOW)
    assert store.annotations.by_uid(note.uid).status == "orphan"
    assert store.annotations.by_uid(note.uid).anchor.exact == WORDS


def test_two_screens_that_move_one_note_do_not_overwrite_each_other(store, seen):
    note = put(store, seen)
    move_note(store, note, seen, span_of("Nobody objected to it."), now=NOW)
    outcome = move_note(store, note, seen, span_of("4,500 homes"), now=NOW)
    assert words_of(store, note.uid) == "Nobody objected to it."
    assert "another screen" in outcome.says


def test_an_article_is_known_by_its_words_not_by_its_number(store, seen):
    other = keep(store, a_draft("Another text entirely.", guid="two"), now=NOW + 5).id
    store.connection.execute("PRAGMA foreign_keys = off")
    with store.transaction():
        for old, new in ((seen.id, 900), (other, seen.id)):
            store.connection.execute("UPDATE article SET id = ? WHERE id = ?", [new, old])
            store.connection.execute(
                "UPDATE packed_body SET article_id = ? WHERE article_id = ?", [new, old]
            )
    note = put(store, seen)
    assert (note.article_id, words_of(store, note.uid)) == (900, WORDS)


def test_an_article_that_is_not_there_any_more_is_no_other_one(store, seen):
    keep(store, a_draft("Another text entirely.", guid="two"), now=NOW + 5)
    with store.transaction():
        store.connection.execute("DELETE FROM packed_body WHERE article_id = ?", [seen.id])
        store.connection.execute("DELETE FROM article WHERE id = ?", [seen.id])
    with pytest.raises(NotStored, match="no longer in the library"):
        put(store, seen)
    assert store.annotations.count() == 0


def test_a_note_on_a_text_newer_than_the_library_has_stands_on_the_same_words(store, seen):
    """An older copy of the library was put back while the corrected text was on the screen."""
    newer = Article(
        **{name: getattr(seen, name) for name in Article.__dataclass_fields__}
        | {"text": LATER, "revision": 2}
    )
    outcome = add_note(store, newer, span_of(WORDS, LATER), now=NOW)
    assert (outcome.note.revision, words_of(store, outcome.note.uid)) == (1, WORDS)
    anchor = outcome.note.anchor
    assert TEXT[anchor.start : anchor.end] == WORDS


def test_a_reply_to_a_deleted_note_is_kept_and_told(store, seen):
    note = put(store, seen, note="first")
    store.annotations.delete(note.id)
    outcome = add_note(store, seen, None, now=NOW, note="answer", answers=note)
    assert (outcome.note.note, outcome.note.parent) == ("answer", note.id)
    assert "deleted on another screen" in outcome.says


def test_a_clock_that_was_put_back_makes_no_note_older(store, seen):
    note = put(store, seen)
    outcome = apply(store, edit(note, Fields(colour="red")), now=NOW - 5000)
    assert outcome.note.changed == NOW


def test_an_anchor_given_by_hand_is_the_selected_words(store, seen):
    note = put(store, seen, "4,500 homes")
    assert note.anchor == make_anchor(TEXT, span_of("4,500 homes"))


def test_a_deleted_note_is_carried_too_and_comes_back_on_its_words(store, seen):
    note = put(store, seen)
    store.annotations.delete(note.id)
    revise(store, seen)
    store.annotations.restore(note.id)
    assert words_of(store, note.uid) == WORDS


def test_an_emptied_note_takes_no_other_text_away_and_makes_no_empty_reply(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(note="theirs")), now=NOW)
    outcome = apply(store, edit(note, Fields(note="")), now=NOW)
    assert [one.note for one in store.annotations.of(seen.id)] == ["theirs"]
    assert "another screen" in outcome.says


# ------------------------------------------------------------------ all or nothing


@pytest.mark.parametrize(
    "change",
    [
        lambda store, seen, note: add_note(store, seen, span_of("4,500 homes"), now=NOW),
        lambda store, seen, note: apply(store, edit(note, Fields(colour="red")), now=NOW),
        lambda store, seen, note: apply_all(
            store, (edit(note, Fields(colour="red")), edit(note, Fields(tags=("x",)))), now=NOW
        ),
        lambda store, seen, note: move_note(store, note, seen, span_of("4,500 homes"), now=NOW),
        lambda store, seen, note: tag_article(store, seen.id, add=("x",), take=()),
    ],
)
def test_what_is_compared_and_what_is_written_is_one_transaction_that_reaches_the_disk(
    store, seen, change
):
    note = put(store, seen)
    said: list[str] = []
    store.connection.raw.set_trace_callback(said.append)
    change(store, seen, note)
    store.connection.raw.set_trace_callback(None)
    assert said[:2] == ["PRAGMA synchronous = full", "BEGIN IMMEDIATE"]
    assert [line for line in said if line.startswith(("BEGIN", "COMMIT"))] == [
        "BEGIN IMMEDIATE", "COMMIT",
    ]  # fmt: skip
    writes = [i for i, line in enumerate(said) if line.startswith(("UPDATE", "INSERT", "DELETE"))]
    assert said.index("BEGIN IMMEDIATE") < min(writes) <= max(writes) < said.index("COMMIT")


# ------------------------------------------------------------------ what is told, exactly


def test_a_note_that_never_was_is_missing(store, seen):
    note = put(store, seen)
    with store.transaction():
        store.connection.execute("DELETE FROM annotation WHERE id = ?", [note.id])
    outcome = apply(store, edit(note, Fields(note="mine")), now=NOW)
    assert (outcome.note, outcome.says, outcome.inverse) == (None, MISSING, ())
    reply = add_note(store, seen, None, now=NOW, note="answer", answers=note)
    assert (reply.note.parent, reply.note.note) == (None, "answer")
    assert reply.says == f"{MISSING} The reply stands on the article."
    assert MISSING.endswith("no longer in the library.")


def test_all_that_went_as_wanted_says_nothing(store, seen):
    note = put(store, seen, note="first")
    reply = add_note(store, seen, None, now=NOW, note="answer", answers=note)
    assert (reply.says, reply.note.parent) == ("", note.id)
    done = apply(store, edit(note, Fields(note="second", tags=("t",))), now=NOW)
    assert done.says == ""
    gone = apply(store, removal(done.note), now=NOW)
    assert gone.says == ""
    assert apply_all(store, gone.inverse, now=NOW).says == ""
    assert apply_all(store, (), now=NOW).note is None


def test_who_took_a_note_away_and_who_changed_it_is_told_apart(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(note="theirs")), now=NOW)
    assert apply(store, removal(note), now=NOW).says == CHANGED
    store.annotations.delete(note.id)
    assert apply(store, removal(note), now=NOW).says == DELETED
    assert apply(store, edit(note, Fields(colour="red")), now=NOW).says == DELETED


def test_a_deletion_made_again_spares_what_another_screen_wrote_in_between(store, seen):
    note = put(store, seen, note="first")
    gone = apply(store, removal(note), now=NOW)
    back = apply_all(store, gone.inverse, now=NOW)
    apply(store, edit(note, Fields(note="theirs")), now=NOW)
    again = apply_all(store, back.inverse, now=NOW)
    assert (again.says, again.inverse) == (CHANGED, ())
    assert store.annotations.by_uid(note.uid).note == "theirs"


def test_a_colour_is_taken_back_though_another_screen_wrote_on_the_note(store, seen):
    note = put(store, seen, note="first")
    mine = apply(store, edit(note, Fields(colour="red")), now=NOW)
    apply(store, edit(note, Fields(note="theirs")), now=NOW)
    back = apply_all(store, mine.inverse, now=NOW)
    assert (back.says, back.note.colour, back.note.note) == ("", "yellow", "theirs")


def test_one_field_in_conflict_holds_up_no_other(store, seen):
    note = put(store, seen, note="first")
    mine = apply(store, edit(note, Fields(note="mine", tags=("m",))), now=NOW)
    apply(store, edit(mine.note, Fields(note="theirs")), now=NOW)
    back = apply_all(store, mine.inverse, now=NOW)
    assert (back.note.note, back.note.tags, back.says) == ("theirs", (), CHANGED)


def test_tags_keep_the_order_they_were_given_in(store, seen):
    note = put(store, seen, tags=("b", "a"))
    done = apply(store, edit(note, Fields(tags=("c", "a", "b"))), now=NOW)
    assert done.note.tags == ("c", "a", "b")
    assert apply_all(store, done.inverse, now=NOW).note.tags == ("b", "a")


def test_what_is_written_on_a_deleted_article_is_kept_with_it_and_told(store, seen):
    store.articles.delete([seen.id])
    outcome = add_note(store, seen, span_of(WORDS), now=NOW, note="mine")
    assert "article was deleted" in outcome.says
    store.articles.restore([seen.id])
    assert [one.note for one in store.annotations.of(seen.id)] == ["mine"]


def test_a_note_deleted_before_a_revision_that_did_not_take_it_along_comes_back_right(store, seen):
    """As a library may hold it from before deleted notes were carried."""
    note = put(store, seen)
    gone = apply(store, removal(note), now=NOW)
    revise(store, seen)
    store.annotations.place(note.id, note.span, "ok")
    apply_all(store, gone.inverse, now=NOW)
    assert words_of(store, note.uid) == WORDS


def test_a_note_is_not_moved_to_another_article(store, seen):
    note = put(store, seen)
    other = store.articles.get(keep(store, a_draft("Another text.", guid="two"), now=NOW).id)
    outcome = move_note(store, note, other, Span(0, 7), now=NOW)
    assert (outcome.says, outcome.inverse) == (MISSING, ())
    assert words_of(store, note.uid) == WORDS


def test_reworded_words_are_told(store, seen):
    revise(store, seen, TEXT.replace("met on Monday", "met late on Tuesday"))
    outcome = add_note(store, seen, span_of(WORDS), now=NOW)
    assert outcome.note.status == "changed"
    assert "were changed" in outcome.says


# ------------------------------------------------------------------ tags of articles, places


def test_tags_of_an_article_are_added_and_taken_and_told_which(store, seen):
    store.articles.set_tags(seen.id, ["Old", "theirs"])
    done = tag_article(store, seen.id, add=("mine", "old"), take=("theirs", "never"))
    assert (done.added, done.gone) == (("mine",), ("theirs",))
    assert set(store.articles.tags(seen.id)) == {"Old", "mine"}
    back = tag_article(store, seen.id, add=done.gone, take=done.added)
    assert (back.added, back.gone) == (("theirs",), ("mine",))
    assert set(store.articles.tags(seen.id)) == {"Old", "theirs"}


def test_a_place_is_kept_for_the_text_it_was_in_only(store, seen):
    keep_position(store, seen, 20)
    assert store.articles.get(seen.id).position == 20
    revise(store, seen)
    keep_position(store, seen, 30)
    assert store.articles.get(seen.id).position == 20
    with store.transaction():
        store.connection.execute("DELETE FROM packed_body WHERE article_id = ?", [seen.id])
        store.connection.execute("DELETE FROM revision WHERE article_id = ?", [seen.id])
        store.connection.execute("DELETE FROM article WHERE id = ?", [seen.id])
    keep_position(store, seen, 40)


def test_words_of_a_text_that_the_library_does_not_have_are_an_orphan_if_they_are_gone(store, seen):
    text = "Something was added at the end of the day. " + TEXT
    values = {name: getattr(seen, name) for name in Article.__dataclass_fields__}
    newer = Article(**values | {"text": text, "revision": 2})
    added = "Something was added at the end of the day."
    outcome = add_note(store, newer, span_of(added, text), now=NOW, note="mine")
    assert (outcome.note.status, outcome.note.span) == ("orphan", None)
    assert (outcome.note.anchor.exact, outcome.note.note) == (added, "mine")
    apply(store, edit(outcome.note, Fields(colour="red")), now=NOW + 50)
    assert store.annotations.by_uid(outcome.note.uid).changed == NOW + 50


def test_a_mark_is_yellow_unless_a_colour_is_named(store, seen):
    assert put(store, seen).colour == "yellow"


def test_what_several_changes_have_to_tell_is_told_once_each_in_sentences(store, seen):
    one, two = put(store, seen, note="one"), put(store, seen, "4,500 homes", note="two")
    three = put(store, seen, "Nobody objected", note="three")
    as_wanted = put(store, seen, "4,500", note="four")
    store.annotations.delete(one.id)
    for note in (two, three):
        apply(store, edit(note, Fields(colour="blue")), now=NOW)
    notes = (as_wanted, one, two, three)
    outcome = apply_all(store, tuple(edit(note, Fields(colour="red")) for note in notes), now=NOW)
    assert outcome.says == f"{DELETED} {CHANGED}"


# ------------------------------------------------------------------ what a conflict is


def test_a_change_made_in_the_same_second_is_seen(store, seen):
    """Seconds would not tell it: what the note says does."""
    note = put(store, seen, note="first")
    theirs = apply(store, edit(note, Fields(note="theirs")), now=NOW).note
    assert theirs.changed == note.changed
    assert "both texts are kept" in apply(store, edit(note, Fields(note="mine")), now=NOW).says


def test_a_note_that_was_changed_and_changed_back_is_what_was_seen(store, seen):
    """Nothing of anybody's is lost by writing over it, so nobody is asked."""
    note = put(store, seen, note="first")
    theirs = apply(store, edit(note, Fields(note="theirs")), now=NOW + 1)
    apply_all(store, theirs.inverse, now=NOW + 2)
    outcome = apply(store, edit(note, Fields(note="mine")), now=NOW + 3)
    assert (outcome.says, outcome.note.note) == ("", "mine")
    assert store.annotations.count() == 1


def test_a_newer_colour_is_no_conflict_with_what_is_written(store, seen):
    note = put(store, seen, note="first")
    apply(store, edit(note, Fields(colour="red", tags=("t",))), now=NOW + 1)
    outcome = apply(store, edit(note, Fields(note="mine")), now=NOW + 2)
    assert (outcome.says, outcome.note.note, outcome.note.colour) == ("", "mine", "red")
