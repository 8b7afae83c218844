"""An article that somebody holds in memory is found again by its words, and never taken for another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from lesart.store.tables.article_identity import Whereabouts
from tests.conftest import NOW, a_draft

TEXT = "The mayor spoke of 4,500 homes. The council met on Monday."
LATER = "Corrected at noon. " + TEXT
LAST = "Corrected at night. " + TEXT
OTHER = "Another text entirely."


@pytest.fixture
def seen(store: Store) -> Article:
    return kept(store, TEXT, guid="one", link="https://example.org/homes")


def kept(store: Store, text: str, **values) -> Article:
    article = store.articles.get(keep(store, a_draft(text, **values), now=NOW).id)
    assert article is not None
    return article


def revise(store: Store, article: Article, text: str) -> None:
    draft = a_draft(text, title=article.title, link=article.link)
    assert keep_text(store, article.id, draft, now=NOW + 1).is_revised


def test_an_article_that_is_as_it_was_seen_is_where_it_was(store, seen):
    assert store.identity.whereabouts(seen) == Whereabouts(seen.id, TEXT, 1, 1, is_deleted=False)


def test_a_text_seen_before_its_corrections_is_known_by_its_number_among_them(store, seen):
    revise(store, seen, LATER)
    middle = store.articles.get(seen.id)
    revise(store, seen, LAST)
    assert store.identity.whereabouts(seen) == Whereabouts(seen.id, LAST, 3, 1, is_deleted=False)
    assert store.identity.whereabouts(middle) == Whereabouts(seen.id, LAST, 3, 2, is_deleted=False)


def test_a_deleted_article_is_found_and_said_to_be_deleted(store, seen):
    store.articles.delete([seen.id])
    there = store.identity.whereabouts(seen)
    assert there is not None
    assert there.is_deleted


def test_a_text_that_the_library_never_had_is_in_the_article_of_the_same_entry(store, seen):
    """The screen shows a correction that an older copy of the library does not have."""
    newer = replace(seen, text=LATER, revision=2)
    assert store.identity.whereabouts(newer) == Whereabouts(
        seen.id, TEXT, 1, None, is_deleted=False
    )


@pytest.mark.parametrize(
    "other", [{"guid": "two"}, {"link": "https://example.org/ships"}, {"arrived": NOW + 7}]
)
def test_an_unknown_text_of_another_entry_is_nowhere(store, seen, other):
    assert store.identity.whereabouts(replace(seen, text=LATER, **other)) is None


@pytest.mark.parametrize("name", [{"guid": ""}, {"link": ""}])
def test_a_guid_or_an_address_alone_is_a_name(store, name):
    article = kept(store, TEXT, **({"guid": "one", "link": "https://example.org/homes"} | name))
    there = store.identity.whereabouts(replace(article, text=LATER))
    assert there is not None
    assert (there.article_id, there.seen_as) == (article.id, None)


def test_an_article_without_any_name_is_not_taken_for_another_of_the_same_second(store):
    one, two = kept(store, TEXT, title="Same"), kept(store, OTHER, title="Same")
    assert one.arrived == two.arrived
    assert store.identity.whereabouts(replace(one, text=LATER)) is None


def test_its_words_tell_an_article_under_another_number(store, seen):
    other = kept(store, OTHER, guid="two")
    assert store.identity.whereabouts(replace(seen, id=other.id)) == store.identity.whereabouts(
        seen
    )
    assert store.identity.whereabouts(replace(seen, id=999)) == store.identity.whereabouts(seen)


def test_words_count_more_than_the_entry_that_has_them_no_longer(store, seen):
    """The same entry under the number, without the words that were seen; elsewhere the words."""
    copy = kept(store, LATER, title=seen.title, guid="copy")
    newer = replace(seen, text=LATER)
    there = store.identity.whereabouts(newer)
    assert there is not None
    assert (there.article_id, there.seen_as) == (copy.id, 1)


def test_of_several_with_the_words_it_is_the_one_of_its_number_then_the_oldest(store):
    feeds = [store.feeds.add(f"https://example.org/{n}")[0].id for n in range(3)]
    one, two, three = (kept(store, TEXT, guid=f"{n}", feed_id=feed) for n, feed in enumerate(feeds))
    assert len({one.id, two.id, three.id}) == 3
    for article in (one, two, three):
        assert store.identity.whereabouts(article).article_id == article.id
    assert store.identity.whereabouts(replace(two, id=999)).article_id == one.id


def test_of_several_without_the_words_it_is_the_one_of_its_number(store, seen):
    with store.transaction():
        store.connection.execute(
            "INSERT INTO article (guid, link, title, arrived, published, text_hash)"
            " SELECT guid, link, title, arrived, published, x'00' FROM article WHERE id = ?",
            [seen.id],
        )
        store.connection.execute(
            "INSERT INTO packed_body (article_id, title, text, blocks, enclosures)"
            " SELECT ?, title, 'Quite other words.', blocks, enclosures FROM packed_body"
            " WHERE article_id = ?",
            [seen.id + 1, seen.id],
        )
    for number in (seen.id, seen.id + 1):
        there = store.identity.whereabouts(replace(seen, id=number, text=LATER))
        assert there is not None
        assert (there.article_id, there.seen_as) == (number, None)


def test_an_article_that_lost_its_text_is_nowhere(store, seen):
    """As a broken file may leave it."""
    with store.transaction():
        store.connection.execute("DELETE FROM packed_body WHERE article_id = ?", [seen.id])
    assert store.identity.whereabouts(seen) is None


def test_each_text_has_a_number_and_no_other_number_has_a_text(store, seen):
    revise(store, seen, LATER)
    assert [store.identity.text_of(seen.id, number) for number in range(4)] == [
        None,
        TEXT,
        LATER,
        None,
    ]
    assert store.identity.text_of(seen.id + 1, 1) is None


def test_the_state_of_an_article_is_another_one_when_its_words_are(store, seen):
    kept(store, OTHER, guid="two")
    before = store.identity.state_of(seen.id)
    assert before is not None
    assert before[0] == 1
    store.articles.set_read([seen.id], True)
    assert store.identity.state_of(seen.id) == before
    keep_text(store, seen.id, a_draft(TEXT, title="Another headline"), now=NOW)
    renamed = store.identity.state_of(seen.id)
    assert renamed is not None
    assert (renamed[0], renamed[1] != before[1]) == (1, True)
    revise(store, store.articles.get(seen.id), LATER)
    assert store.identity.state_of(seen.id)[0] == 2
    store.articles.delete([seen.id])
    assert store.identity.state_of(seen.id) is None


def test_findings_are_others_when_an_engine_or_a_reader_has_said_something_new(store, seen):
    told = [store.identity.findings_of(seen.id)]
    figure = Figure(Span(19, 24), "4,500", "count", Decimal(4500))
    for engine in ("test/1", "test/2"):
        store.analyses.put(seen.id, 1, Analysis(engine, "en", (figure,)))
        told.append(store.identity.findings_of(seen.id))
    anchor = make_anchor(TEXT, figure.span)
    for ruling, correction in (
        ("confirmed", {}), ("corrected", {"value": "4600"}), ("corrected", {"value": "4700"}),
    ):  # fmt: skip
        verdict = Verdict(seen.id, "figure", anchor, ruling, correction, figure.span)
        store.verdicts.put(verdict, now=NOW)
        told.append(store.identity.findings_of(seen.id))
        assert store.identity.findings_of(seen.id) == told[-1]
    assert len(set(told)) == len(told)
    assert told[0] == ("", "")
    assert told[1][1] == "", "an engine's words are not the reader's"
    other = kept(store, OTHER, guid="two")
    assert store.identity.findings_of(other.id) == ("", "")
