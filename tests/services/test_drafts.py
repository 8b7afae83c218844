"""What was begun on some words is offered on these words, and never on others."""

from __future__ import annotations

import pytest

from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services import drafts
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "The mayor spoke of 4,500 homes. The council met on Monday. Nobody objected to it."
LATER = "Corrected at noon, after a complaint. " + TEXT
WORDS = "The council met on Monday."


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def seen(store: Store) -> Article:
    return store.articles.get(keep(store, a_draft(TEXT, guid="one"), now=NOW).id)


@pytest.fixture
def begun(store: Store, seen: Article) -> str:
    key = drafts.key_of_new(seen, span_of(WORDS))
    store.settings.save_draft(key, "half a thought", now=NOW)
    return key


def revise(store: Store, seen: Article, text: str = LATER) -> Article:
    assert keep_text(store, seen.id, a_draft(text, title=seen.title), now=NOW + 1).is_revised
    return store.articles.get(seen.id)


def test_a_draft_is_found_at_its_words(store, seen, begun):
    assert drafts.draft_on(store, seen, span_of(WORDS)).text == "half a thought"
    assert drafts.draft_on(store, seen, span_of("4,500")) is None
    assert drafts.draft_on(store, seen, None) is None


def test_a_draft_goes_with_its_words_through_corrections(store, seen, begun):
    revise(store, seen)
    text = "And again. " + LATER
    present = revise(store, seen, text)
    draft = drafts.draft_on(store, present, span_of(WORDS, text))
    assert (draft.text, draft.key) == ("half a thought", begun)
    assert drafts.draft_on(store, present, span_of(WORDS)) is None, "other words are there now"


def test_a_draft_whose_words_are_gone_is_still_there(store, seen, begun):
    present = revise(store, seen, "Nothing of it is said here any longer, by anybody.")
    [draft] = drafts.drafts_on(store, present)
    assert (draft.text, draft.now, draft.span) == ("half a thought", None, span_of(WORDS))
    assert (draft.article.text, draft.article.revision) == (TEXT, 1)


def test_a_draft_is_not_offered_on_another_article_under_the_same_number(store, seen, begun):
    other = keep(store, a_draft("Another text.", guid="two"), now=NOW).id
    article = store.articles.get(other)
    key = begun.replace(f"new:{seen.id}:", f"new:{other}:")
    store.settings.save_draft(key, "half a thought", now=NOW)
    assert drafts.drafts_on(store, article) == []


def test_a_draft_that_does_not_say_which_text_it_was_is_on_the_whole_article(store, seen):
    store.settings.save_draft(f"new:{seen.id}:4-9", "from an older Lesart", now=NOW)
    assert drafts.draft_on(store, seen, Span(4, 9)) is None
    assert drafts.draft_on(store, seen, None).text == "from an older Lesart"


def test_a_draft_on_the_whole_article_stays_with_it(store, seen):
    store.settings.save_draft(drafts.key_of_new(seen, None), "all of it", now=NOW)
    present = revise(store, seen)
    assert drafts.draft_on(store, present, None).text == "all of it"


def test_a_draft_of_a_change_knows_whether_the_note_still_says_the_same(store, seen):
    note = store.annotations.add(seen.id, None, now=NOW, note="first")
    store.settings.save_draft(drafts.key_of_change(note), "first, and more", now=NOW)
    draft = drafts.draft_of_change(store, note)
    assert (draft.text, draft.is_outdated) == ("first, and more", False)
    changed = store.annotations.change(note.id, now=NOW, note="theirs")
    draft = drafts.draft_of_change(store, changed)
    assert (draft.text, draft.is_outdated) == ("first, and more", True)
    other = store.annotations.add(seen.id, None, now=NOW, note="first")
    assert drafts.draft_of_change(store, other) is None


def test_letters_of_a_key_that_sql_knows_are_letters(store):
    for key in ("note:a_b@1", "note:axb@1", "note:a%"):
        store.settings.save_draft(key, key, now=NOW)
    assert store.settings.drafts("note:a_b") == [("note:a_b@1", "note:a_b@1")]


# ------------------------------------------------------------------ two who write at once


def kept(store: Store) -> list[str]:
    return sorted(text for _, text in store.settings.drafts(""))


def test_two_who_write_on_the_same_words_keep_a_draft_each(store, seen):
    key = drafts.key_of_new(seen, span_of(WORDS))
    one, other = drafts.OpenDraft(key), drafts.OpenDraft(key)
    one.keep(store, "one", now=NOW)
    other.keep(store, "other", now=NOW + 1)
    one.keep(store, "one, and more", now=NOW + 2)
    other.keep(store, "other, and more", now=NOW + 3)
    assert kept(store) == ["one, and more", "other, and more"]
    assert drafts.draft_on(store, seen, span_of(WORDS)).text == "other, and more"
    other.forget(store)
    assert drafts.draft_on(store, seen, span_of(WORDS)).text == "one, and more"
    one.keep(store, "", now=NOW + 4)
    assert kept(store) == []


def test_who_goes_on_with_a_draft_that_is_still_being_written_takes_nothing_away(store, seen):
    one = drafts.OpenDraft(drafts.key_of_new(seen, None))
    one.keep(store, "half", now=NOW)
    found = drafts.draft_on(store, seen, None)
    other = drafts.OpenDraft(found.key, found.text)
    other.keep(store, "half, and other words", now=NOW + 1)
    assert kept(store) == ["half, and other words"], "it goes on with what it was offered"
    one.keep(store, "half, and mine", now=NOW + 2)
    assert kept(store) == ["half, and mine", "half, and other words"]
    one.forget(store)
    assert kept(store) == ["half, and other words"]


def test_a_draft_that_another_one_wrote_on_is_not_forgotten_with_mine(store, seen):
    one = drafts.OpenDraft(drafts.key_of_new(seen, None))
    one.keep(store, "half", now=NOW)
    drafts.OpenDraft(one.key, "half").keep(store, "half, and other words", now=NOW + 1)
    one.forget(store)
    assert kept(store) == ["half, and other words"]


def test_the_same_words_typed_twice_are_one_draft(store, seen):
    key = drafts.key_of_new(seen, None)
    for _ in range(2):
        drafts.OpenDraft(key).keep(store, "the same", now=NOW)
    assert kept(store) == ["the same"]


def test_a_draft_reaches_the_disk_and_what_was_compared_still_holds_then(store, seen):
    draft = drafts.OpenDraft(drafts.key_of_new(seen, None))
    said: list[str] = []
    store.connection.raw.set_trace_callback(said.append)
    draft.keep(store, "half", now=NOW)
    store.connection.raw.set_trace_callback(None)
    assert said[:2] == ["PRAGMA synchronous = full", "BEGIN IMMEDIATE"]
    assert said[2].startswith("SELECT text FROM draft")


def test_a_reply_that_was_begun_is_found_at_its_note_and_at_no_other(store, seen):
    note = store.annotations.add(seen.id, None, now=NOW, note="first", uid="one")
    other = store.annotations.add(seen.id, None, now=NOW, note="first", uid="one-more")
    begun = drafts.OpenDraft(drafts.key_of_reply(note))
    begun.keep(store, "an answer", now=NOW)
    assert drafts.draft_of_reply(store, note).text == "an answer"
    assert drafts.draft_of_reply(store, other) is None
    second = drafts.OpenDraft(drafts.key_of_reply(note))
    second.keep(store, "another answer", now=NOW + 1)
    begun.forget(store)
    found = drafts.draft_of_reply(store, note)
    assert (found.text, found.key) == ("another answer", second.key)


def test_a_draft_of_a_change_is_found_at_its_note_and_at_no_other(store, seen):
    """Uids come from elsewhere, too: one may begin as another does."""
    note = store.annotations.add(seen.id, None, now=NOW, note="first", uid="one")
    longer = store.annotations.add(seen.id, None, now=NOW, note="first", uid="one@two")
    store.settings.save_draft(drafts.key_of_change(longer), "of the longer", now=NOW)
    assert drafts.draft_of_change(store, note) is None
    for who in ("mine", "theirs"):
        drafts.OpenDraft(drafts.key_of_change(note)).keep(store, who, now=NOW + (who == "mine"))
    found = drafts.draft_of_change(store, note)
    assert (found.text, found.is_outdated) == ("mine", False)


def test_of_several_drafts_of_a_change_the_one_on_what_the_note_says_now_is_offered(store, seen):
    note = store.annotations.add(seen.id, None, now=NOW, note="first")
    changed = store.annotations.change(note.id, now=NOW, note="second")
    store.settings.save_draft(drafts.key_of_change(changed), "on the second", now=NOW)
    store.settings.save_draft(drafts.key_of_change(note), "on the first", now=NOW + 1)
    found = drafts.draft_of_change(store, changed)
    assert (found.text, found.is_outdated) == ("on the second", False)


def test_drafts_that_are_not_on_this_text_hide_none_that_are(store, seen, begun):
    """The last touched come first: of older texts, of other articles, of no known form."""
    keys = ["new:what is this", f"new:{seen.id}:article@0123456789abcdef", f"new:{seen.id + 7}:4-9",
            f"new:{seen.id}:4-9@0123456789abcdef", f"{begun}, and more"]  # fmt: skip
    for number, key in enumerate(keys, 1):
        store.settings.save_draft(key, "elsewhere", now=NOW + number)
    store.settings.save_draft(drafts.key_of_new(seen, None), "all of it", now=NOW + 9)
    assert [one.text for one in drafts.drafts_on(store, seen)] == ["all of it", "half a thought"]


def test_a_draft_that_is_in_a_library_already_is_found(store, seen):
    """What is kept under a key is the reader's: another way to make keys would lose it."""
    store.settings.save_draft(f"new:{seen.id}:4-9@36936176b1a432ef", "of yesterday", now=NOW)
    assert drafts.draft_on(store, seen, Span(4, 9)).text == "of yesterday"
    assert drafts.key_of_new(seen, Span(4, 9)) == f"new:{seen.id}:4-9@36936176b1a432ef"
