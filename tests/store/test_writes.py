"""What a reader writes is stored whole or not at all, has reached the disk, and says what was meant."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from lesart.anchor import make_anchor
from lesart.model.annotation import Annotation
from lesart.model.article import Draft
from lesart.model.errors import LibraryError
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.query import parse_query
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "Oslo counts 700 boats. Husum counts 30 boats."
OTHER = "In all, Oslo counts 700 boats. The rest is gone."
TODAY = date(2026, 11, 18)


@pytest.fixture
def noted(store: Store) -> Store:
    """An article in a feed with a mark, a reply to it, a note on the whole and a verdict."""
    feed, _ = store.feeds.add("https://example.org/feed", title="Paper")
    draft = a_draft(TEXT, feed_id=feed.id, guid="g", tags=("harbour",))
    store.articles.add(draft, now=NOW)
    store.articles.add(a_draft("Deleted file.", guid="file"), now=NOW)
    store.articles.delete([2])
    mark = store.annotations.add(
        1, make_anchor(TEXT, Span(0, 4)), now=NOW, note="Which?", tags=["doubt"], uid="mark"
    )
    store.annotations.add(1, None, now=NOW + 1, parent=mark.id, note="That one.", uid="reply")
    store.annotations.add(1, None, now=NOW + 2, note="On the whole.", uid="whole")
    store.verdicts.put(Verdict(1, "figure", make_anchor(TEXT, Span(36, 38)), "confirmed"), now=NOW)
    return store


WRITES: dict[str, Callable[[Store], object]] = {
    "a new article": lambda s: s.articles.add(
        a_draft("New.", tags=("a", "b"), raw_html=b"x"), now=NOW
    ),
    "several articles": lambda s: s.articles.add_many([a_draft("A."), a_draft("B.")], now=NOW),
    "a corrected article": lambda s: s.articles.add(
        a_draft(OTHER, feed_id=1, guid="g"), now=NOW + 9
    ),
    "a text put in its place": lambda s: s.articles.revise(1, a_draft(OTHER), now=NOW + 9),
    "a correction with its notes": lambda s: keep(
        s, a_draft(OTHER, feed_id=1, guid="g"), now=NOW + 9
    ),
    "a full text with its notes": lambda s: keep_text(s, 1, a_draft(OTHER), now=NOW + 9),
    "a file that comes back": lambda s: s.articles.add(
        a_draft("Deleted file.", guid="file"), now=NOW
    ),
    "tags of an article": lambda s: s.articles.set_tags(1, ["x", "y"]),
    "a mark with tags": lambda s: s.annotations.add(
        1, make_anchor(TEXT, Span(0, 4)), now=NOW, tags=["x"]
    ),
    "another note": lambda s: s.annotations.change(1, now=NOW + 9, note="No.", tags=["y", "z"]),
    "another place": lambda s: s.annotations.attach(
        1, make_anchor(TEXT, Span(5, 11)), revision=1, now=NOW + 9
    ),
    "a note deleted": lambda s: s.annotations.delete(1),
    "a verdict": lambda s: s.verdicts.put(
        Verdict(1, "figure", make_anchor(TEXT, Span(36, 38)), "rejected"), now=NOW
    ),
}  # fmt: skip
OWN_WORDS: dict[str, Callable[[Store], object]] = {
    **{name: WRITES[name] for name in (
        "a mark with tags", "another note", "another place", "a note deleted", "a verdict",
    )},
    "a note as it was": lambda s: s.annotations.put(s.annotations.get(1)),
    "a note brought back": lambda s: s.annotations.restore(1),
    "a note placed": lambda s: s.annotations.place(1, None, "orphan"),
    "a reply that answers another": lambda s: s.annotations.answer(2, 3),
    "a verdict placed": lambda s: s.verdicts.place(1, None),
}  # fmt: skip


class Failing:
    """A connection whose `at`th statement fails; the ones before it are carried out."""

    def __init__(self, connection: sqlite3.Connection, at: int) -> None:
        self._connection, self.left = connection, at

    def __getattr__(self, name: str) -> Any:
        if name in ("execute", "executemany"):
            self.left -= 1
            if self.left < 0:
                raise ZeroDivisionError
        return getattr(self._connection, name)


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, the indexes' too."""
    names = store.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    ).fetchall()
    return {
        name: sorted(map(tuple, store.connection.execute(f'SELECT * FROM "{name}"')), key=repr)
        for (name,) in names
    }


@pytest.mark.parametrize("write", WRITES)
def test_a_write_that_fails_anywhere_in_it_changes_nothing(noted, write):
    before = everything(noted)
    for at in range(40):
        connection = Failing(noted.connection, at)
        for table in (noted.articles, noted.annotations, noted.verdicts):
            table._db = connection
        try:
            WRITES[write](noted)
        except ZeroDivisionError:
            assert everything(noted) == before, f"statement {at + 1}"
        else:
            break
    assert connection.left >= 0
    assert at > 0
    assert everything(noted) != before


@pytest.mark.parametrize("write", OWN_WORDS)
def test_the_readers_own_words_have_reached_the_disk(noted, write):
    said: list[str] = []
    noted.connection.raw.set_trace_callback(said.append)
    OWN_WORDS[write](noted)
    noted.connection.raw.set_trace_callback(None)
    begun, done = said.index("BEGIN IMMEDIATE"), said.index("COMMIT")
    assert said.index("PRAGMA synchronous = full") < begun < done
    assert said.index("PRAGMA synchronous = normal") > done


def test_a_write_inside_a_larger_one_waits_for_it(noted):
    with suppress(ZeroDivisionError), noted.transaction():
        noted.annotations.change(1, now=NOW, note="No.")
        raise ZeroDivisionError
    assert noted.annotations.get(1).note == "Which?"


# ------------------------------------------------------------------ annotations


def test_a_mark_has_what_it_was_given_and_the_rest_is_plain(store):
    article_id = store.articles.add(a_draft(TEXT), now=NOW).id
    anchor = make_anchor(TEXT, Span(0, 4))
    plain = store.annotations.add(article_id, anchor, now=NOW)
    assert uuid.UUID(plain.uid).version == 4
    assert plain == Annotation(
        id=plain.id, uid=plain.uid, article_id=article_id, anchor=anchor, span=Span(0, 4),
        created=NOW, changed=NOW,
    )  # fmt: skip
    full = store.annotations.add(
        article_id, None, now=NOW + 1, colour="red", note="N", tags=["a", "b", "a"],
        parent=plain.id, uid="mine", revision=7,
    )  # fmt: skip
    assert full == Annotation(
        id=full.id, uid="mine", article_id=article_id, anchor=None, colour="red", note="N",
        tags=("a", "b"), revision=7, parent=plain.id, created=NOW + 1, changed=NOW + 1,
    )  # fmt: skip
    assert [store.annotations.get(one.id) for one in (plain, full)] == [plain, full]
    assert store.annotations.by_uid("mine") == full
    assert store.articles.headlines([article_id])[0].note_count == 2


def test_a_mark_is_on_the_present_text_unless_another_is_named(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    for text in (TEXT, OTHER):
        store.articles.add(a_draft(text, feed_id=feed.id, guid="g"), now=NOW)
    assert store.annotations.add(1, None, now=NOW).revision == 2
    assert store.annotations.add(1, None, now=NOW, revision=1).revision == 1


def test_a_change_sets_what_is_given_and_leaves_the_rest(noted):
    before = noted.annotations.get(1)
    changed = noted.annotations.change(1, now=NOW + 9, note="No.")
    assert (changed.note, changed.tags, changed.colour) == ("No.", ("doubt",), "yellow")
    changed = noted.annotations.change(1, now=NOW + 10, colour="red")
    assert (changed.note, changed.tags, changed.colour) == ("No.", ("doubt",), "red")
    changed = noted.annotations.change(1, now=NOW + 11, tags=["x", "x", "y"])
    assert (changed.note, changed.tags, changed.colour) == ("No.", ("x", "y"), "red")
    changed = noted.annotations.change(1, now=NOW + 12, note="", tags=[])
    assert (changed.note, changed.tags, changed.changed) == ("", (), NOW + 12)
    assert (changed.anchor, changed.span, changed.created) == (
        before.anchor, before.span, before.created,
    )  # fmt: skip
    assert noted.annotations.change(99, now=NOW, note="x") is None
    noted.annotations.delete(1)
    assert noted.annotations.change(1, now=NOW, note="x") is None


def test_a_note_put_again_replaces_the_one_of_that_name_and_comes_back(noted):
    old = noted.annotations.get(1)
    noted.annotations.delete(1)
    assert noted.annotations.get(1) is noted.annotations.by_uid("mark") is None
    new = Annotation(
        id=0, uid="mark", article_id=1, anchor=make_anchor(TEXT, Span(5, 11)), colour="green",
        note="Again.", tags=("z",), revision=1, status="changed", span=Span(5, 12),
        suggestion=Span(1, 3), parent=None, created=NOW - 5, changed=NOW - 4,
    )  # fmt: skip
    put = noted.annotations.put(new)
    assert put.id == old.id
    assert noted.annotations.get(old.id) == put
    assert noted.annotations.tags() == [("harbour", 1), ("z", 1)]


def test_words_that_are_gone_are_placed_nowhere_and_can_be_placed_again(noted):
    noted.annotations.place(1, None, "orphan", Span(3, 9))
    note = noted.annotations.get(1)
    assert (note.span, note.status, note.suggestion) == (None, "orphan", Span(3, 9))
    assert note.anchor == make_anchor(TEXT, Span(0, 4))
    assert [one.annotation.uid for one in noted.annotations.orphans()] == ["mark"]
    noted.annotations.place(1, Span(8, 12), "ok")
    note = noted.annotations.get(1)
    assert (note.span, note.status, note.suggestion) == (Span(8, 12), "ok", None)
    assert noted.annotations.orphans() == []


def test_an_orphan_put_on_other_words_is_none_any_more(noted):
    noted.annotations.place(1, None, "orphan", Span(3, 9))
    anchor = make_anchor(OTHER, Span(8, 12))
    noted.annotations.attach(1, anchor, revision=2, now=NOW + 9)
    note = noted.annotations.get(1)
    assert (note.anchor, note.span, note.status, note.suggestion, note.revision, note.changed) == (
        anchor, Span(8, 12), "ok", None, 2, NOW + 9,
    )  # fmt: skip
    assert (note.note, note.tags) == ("Which?", ("doubt",))


def test_a_deleted_orphan_is_found_by_nothing(noted):
    noted.annotations.place(1, None, "orphan")
    assert found(noted, "is:orphan") == [1]
    assert found_notes(noted, "is:orphan") == ["mark"]
    noted.annotations.delete(1)
    assert found(noted, "is:orphan") == []
    assert found_notes(noted, "is:orphan") == []
    assert noted.annotations.orphans() == []
    noted.annotations.restore(1)
    assert found(noted, "is:orphan") == [1]
    noted.articles.delete([1])
    assert found(noted, "is:orphan") == []
    assert found_notes(noted, "is:orphan") == []


@pytest.mark.parametrize("query", ["colour:yellow", "tag:doubt", "note:which", "is:annotated"])
def test_a_deleted_note_is_found_by_nothing(noted, query):
    for uid in ("reply", "whole"):
        noted.annotations.delete(noted.annotations.by_uid(uid).id)
    assert found(noted, query) == [1]
    noted.annotations.delete(1)
    assert found(noted, query) == []
    assert found_notes(noted, query) == []


def found(store: Store, query: str) -> list[int]:
    return sorted(store.search.ids(parse_query(query, TODAY)))


def found_notes(store: Store, query: str) -> list[str]:
    return [one.annotation.uid for one in store.search.annotations(parse_query(query, TODAY))]


def test_deleting_and_bringing_back_counts_every_time(noted):
    def counted() -> tuple[int, int]:
        return noted.annotations.count(), noted.articles.headlines([1])[0].note_count

    assert counted() == (3, 3)
    noted.annotations.delete(1)
    assert counted() == (2, 2)
    noted.annotations.restore(1)
    assert counted() == (3, 3)
    noted.annotations.delete(99)
    assert counted() == (3, 3)


def test_notes_come_in_the_order_of_the_text_and_those_on_the_whole_first(noted):
    noted.annotations.add(1, make_anchor(TEXT, Span(23, 28)), now=NOW, uid="late")
    noted.annotations.add(1, make_anchor(TEXT, Span(12, 15)), now=NOW, uid="early")
    assert [note.uid for note in noted.annotations.of(1)] == [
        "reply", "whole", "mark", "early", "late",
    ]  # fmt: skip
    noted.annotations.place(noted.annotations.by_uid("late").id, Span(1, 2), "ok")
    assert [note.uid for note in noted.annotations.of(1)][2:] == ["mark", "late", "early"]


def test_across_articles_the_last_changed_comes_first(noted):
    noted.articles.add(a_draft("Another.", title="Another"), now=NOW)
    noted.annotations.add(3, None, now=NOW + 1, uid="other")
    notes = noted.annotations

    def uids(**asked: Any) -> list[str]:
        return [one.annotation.uid for one in notes.all(**asked)]

    assert uids() == ["whole", "other", "reply", "mark"]
    assert uids(article_ids=[3]) == ["other"]
    assert uids(article_ids=[]) == []
    assert uids(limit=2) == ["whole", "other"]
    assert notes.all(limit=2)[1].article_title == "Another"
    matching = [one.annotation.uid for one in notes.matching("n.note <> ?", ["Which?"])]
    assert matching == ["whole", "other", "reply"]
    oldest = notes.matching("n.note <> ?", ["Which?"], oldest_first=True)
    assert [one.annotation.uid for one in oldest] == ["reply", "other", "whole"]
    noted.articles.delete([3])
    assert uids() == ["whole", "reply", "mark"]


def test_tags_are_counted_where_they_are_in_use(noted):
    noted.annotations.change(2, now=NOW, tags=["doubt", "apple"])
    assert noted.annotations.tags() == [("doubt", 2), ("apple", 1), ("harbour", 1)]
    noted.annotations.delete(2)
    assert noted.annotations.tags() == [("doubt", 1), ("harbour", 1)]


def test_a_thread_is_followed_to_its_beginning_and_no_further(noted):
    notes = noted.annotations
    mark, reply = notes.get(1), notes.get(2)
    deeper = notes.add(1, None, now=NOW, parent=reply.id)
    assert [notes.root(one).uid for one in (mark, reply, deeper)] == ["mark"] * 3
    notes.delete(mark.id)
    assert notes.root(deeper).uid == "reply"
    # A damaged library may hold a ring, or a reply to a note on another article.
    notes.put(Annotation(0, "ring", 1, None, parent=deeper.id))
    ring = notes.by_uid("ring")
    noted.connection.execute("UPDATE annotation SET parent_id = ? WHERE id = 2", [ring.id])
    assert notes.root(deeper).uid in ("reply", "ring", deeper.uid)
    noted.articles.add(a_draft("Another."), now=NOW)
    other = notes.add(3, None, now=NOW, parent=notes.by_uid("whole").id)
    assert notes.root(other) == other


def test_a_colour_that_no_screen_has_is_shown_in_one_that_it_has(noted):
    noted.connection.execute("UPDATE annotation SET colour = 'pink' WHERE id = 1")
    assert noted.annotations.get(1).colour == "yellow"


# ------------------------------------------------------------------ verdicts


def test_a_verdict_is_found_by_what_it_is_on_and_where_that_stands_now(store):
    article_id = store.articles.add(a_draft(TEXT), now=NOW).id
    oslo, boats = make_anchor(TEXT, Span(0, 4)), make_anchor(TEXT, Span(12, 15))
    for verdict in (
        Verdict(article_id, "figure", boats, "corrected", {"value": "701"}, span=Span(13, 15)),
        Verdict(article_id, "entity", boats, "rejected"),
        Verdict(article_id, "entity", oslo, "confirmed"),
    ):
        store.verdicts.put(verdict, now=NOW)
    first, *others = store.verdicts.of(1)
    assert (first.thing, first.anchor, first.span) == ("entity", oslo, Span(0, 4))
    assert {(one.thing, one.anchor, one.ruling, one.span) for one in others} == {
        ("figure", boats, "corrected", Span(13, 15)),
        ("entity", boats, "rejected", Span(12, 15)),
    }
    figure = store.verdicts.at(article_id, "figure", Span(13, 15))
    assert (figure.correction, figure.made, figure.article_id) == ({"value": "701"}, NOW, 1)
    assert store.verdicts.at(article_id, "entity", Span(12, 15)).ruling == "rejected"
    assert store.verdicts.at(article_id, "figure", Span(12, 15)) is None
    assert store.verdicts.at(article_id, "entity", Span(13, 15)) is None
    store.verdicts.place(figure.id, None)
    assert store.verdicts.at(article_id, "figure", Span(13, 15)) is None


def test_an_empty_ruling_takes_a_verdict_back_and_leaves_the_others(store):
    for text in (TEXT, OTHER):
        store.articles.add(a_draft(text), now=NOW)
    anchor = make_anchor(TEXT, Span(12, 15))
    others = [Verdict(2, "figure", anchor, "confirmed"), Verdict(1, "entity", anchor, "rejected")]
    for verdict in (*others, Verdict(1, "figure", anchor, "confirmed")):
        store.verdicts.put(verdict, now=NOW)
    store.verdicts.put(Verdict(1, "figure", anchor, ""), now=NOW)
    assert [one.thing for one in store.verdicts.of(1)] == ["entity"]
    assert [one.ruling for one in store.verdicts.of(2)] == ["confirmed"]


# ------------------------------------------------------------------ articles


def test_one_article_is_known_by_what_it_came_with(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    other, _ = store.feeds.add("https://example.org/other")

    def add(text: str, **values: Any) -> int:
        return store.articles.add(a_draft(text, title="T", **values), now=NOW).id

    by_guid = add("One.", feed_id=feed.id, guid="g", link="https://a.example/1")
    assert add("Two.", feed_id=feed.id, guid="g", link="https://a.example/2") == by_guid
    assert add("Two.", feed_id=feed.id, guid="h", link="https://a.example/2") != by_guid
    assert add("Two.", feed_id=other.id, guid="g") != by_guid
    by_link = add("Three.", feed_id=feed.id, link="https://a.example/3?utm_source=x")
    assert add("Four.", feed_id=feed.id, link="https://a.example/3") == by_link
    assert add("Four.", feed_id=other.id, link="https://a.example/3") != by_link
    by_words = add("Five.", feed_id=feed.id)
    assert add("Five.", feed_id=feed.id) == by_words
    assert add("Five.", feed_id=other.id) != by_words
    of_file = add("Six.", guid="path")
    assert add("Six.") == of_file
    assert add("Six, corrected.", guid="path") == of_file
    assert add("Six.", feed_id=feed.id) != of_file


def test_stories_at_one_address_without_names_are_told_apart_by_their_titles(store):
    """A feed's entries without a guid: alone at its link it may be retitled, beside others it may not."""
    feed, _ = store.feeds.add("https://example.org/feed")
    other, _ = store.feeds.add("https://example.org/other")
    link = "https://a.example/ticker"

    def add(title: str, guid: str = "", feed_id: int = feed.id) -> int:
        words = f"Words of {title} {guid} {feed_id}."
        draft = a_draft(words, title=title, feed_id=feed_id, link=link, guid=guid)
        return store.articles.add(draft, now=NOW).id

    alone = add("Storm")
    assert add("Storm over the coast") == alone
    assert add("Storm over the coast", "shared:1") == alone, "it stood alone when it was stored"
    assert (second := add("Election", "shared:2")) != alone
    assert add("Election", "shared:2") == second
    assert add("Election") == second
    assert add("Storm at last") == alone, "no other one is retitled"
    assert add("Election", "own-name") not in (alone, second)
    assert add("Storm at last", "another-name") not in (alone, second)
    assert add("Storm at last", "shared:1", other.id) not in (alone, second)


def test_what_is_read_starred_and_complete_is_each_a_matter_of_its_own(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    added = store.articles.add(a_draft("One.", feed_id=feed.id, guid="g"), now=NOW)
    store.articles.add(a_draft("One, corrected.", feed_id=feed.id, guid="g"), now=NOW + 1)

    def flags() -> tuple[bool, bool, bool]:
        article = store.articles.get(added.id)
        assert article.revised == NOW + 1
        return article.is_read, article.is_starred, article.is_full_text

    assert flags() == (False, False, True)
    store.articles.set_read([added.id], True)
    assert flags() == (True, False, True)
    store.articles.set_starred([added.id], True)
    store.articles.set_read([added.id], False)
    assert flags() == (False, True, True)


def test_a_summary_never_replaces_the_full_text_and_the_full_text_is_no_correction(store):
    feed, _ = store.feeds.add("https://example.org/feed")

    def add(text: str, is_full: bool, now: int) -> Any:
        draft = a_draft(text, title="T", feed_id=feed.id, guid="g", is_full_text=is_full)
        return store.articles.add(draft, now=now)

    add("Short.", False, NOW)
    assert add("Short. And long.", True, NOW + 1).is_revised
    article = store.articles.get(1)
    assert (article.revision, article.revised, article.is_full_text) == (2, None, True)
    assert not add("Short.", False, NOW + 2).is_revised
    assert store.articles.text(1) == "Short. And long."
    add("Short. And longer.", True, NOW + 3)
    assert store.articles.get(1).revised == NOW + 3


def test_a_file_that_was_deleted_comes_back_when_it_is_imported_again(noted):
    added = noted.articles.add(a_draft("Deleted file.", guid="file"), now=NOW)
    assert (added.id, added.is_new) == (2, True)
    assert noted.articles.text(2) == "Deleted file."


def test_where_one_left_off_lies_inside_the_corrected_text(noted):
    noted.articles.set_position(1, 40)
    noted.articles.revise(1, a_draft("Short."), now=NOW)
    assert noted.articles.get(1).position == len("Short.")


def test_the_present_words_are_no_revision_and_no_article_has_none(noted):
    assert not noted.articles.revise(1, a_draft(TEXT), now=NOW + 1).is_revised
    assert noted.articles.revise(99, a_draft("x"), now=NOW).id == 99
    assert noted.articles.text(99) is None
    assert noted.articles.get(99) is None


def test_a_correction_is_stored_with_all_that_belongs_to_it(noted):
    draft = Draft(
        title="New", text=OTHER, author="A", link="https://a.example/x", feed_id=1, guid="g",
        text_state="Cut.", raw_html=b"page", published=Moment(NOW),
    )  # fmt: skip
    noted.articles.add(draft, now=NOW + 9)
    article = noted.articles.get(1)
    assert (article.title, article.text, article.author, article.link, article.text_state) == (
        "New", OTHER, "A", "https://a.example/x", "Cut.",
    )  # fmt: skip
    assert noted.articles.raw_html(1) == b"page"
    [revision] = noted.articles.revisions(1)
    assert revision == (1, TEXT[:40], TEXT, NOW + 9)
    assert noted.articles.headlines([1])[0].words == len(OTHER.split())


def test_a_read_only_library_refuses_in_a_sentence(noted):
    with Store.open(noted.path, is_read_only=True) as reading:
        for write in (
            lambda: reading.annotations.add(1, None, now=NOW),
            lambda: reading.articles.set_text_state(1, "Cut."),
            lambda: reading.articles.set_position(1, 3),
            lambda: reading.articles.set_read([1], True),
            lambda: reading.articles.set_tags(1, ["x"]),
            lambda: reading.verdicts.place(1, None),
        ):
            with pytest.raises(LibraryError, match=r"\.$"):
                write()
        assert reading.annotations.count() == 3
