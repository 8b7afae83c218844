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
    assert draft.article.text == TEXT


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
