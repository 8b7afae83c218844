"""Articles are stored once, corrected without loss, and never brought back once deleted."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from lesart.model.analysis import Analysis
from lesart.model.article import Article, Draft
from lesart.model.enclosure import Enclosure
from lesart.model.errors import LibraryError
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.query import parse_query
from lesart.store import Store
from lesart.store.file.opening import APPLICATION_ID, SCHEMA_VERSION
from lesart.store.tables.articles import Articles
from lesart.text.prepared import prepared
from tests.conftest import NOW, a_draft


def test_what_is_stored_comes_back_as_it_was(store):
    draft = Draft(
        title="Über Maß", text="Kopf\nText mit Link.", blocks=(Block("heading", Span(0, 4), 2),
        Block("link", Span(14, 18), target="https://example.org/")), source="Zeitung", folder="Akten",
        author="A. B.", link="https://example.org/a?utm_source=x", guid="name", language="de",
        published=Moment(1_527_811_200, "month"), tags=("eins", "zwei"), text_state="Cut.",
        enclosures=(Enclosure("https://example.org/a.mp3", "audio/mpeg", 3),), raw_html=b"page",
    )  # fmt: skip
    added = store.articles.add(draft, now=NOW)
    assert store.articles.get(added.id) == Article(
        id=added.id, title="Über Maß", text="Kopf\nText mit Link.", blocks=draft.blocks,
        source="Zeitung", folder="Akten", author="A. B.", link="https://example.org/a?utm_source=x",
        guid="name", language="de", published=Moment(1_527_811_200, "month"), arrived=NOW,
        feed_id=None, revision=1, revised=None, is_read=False, is_starred=False, position=0,
        tags=("eins", "zwei"), text_state="Cut.", is_full_text=True, enclosures=draft.enclosures,
    )  # fmt: skip
    assert store.articles.raw_html(added.id) == b"page"


@pytest.mark.parametrize("length", [0, 199, 200, 8_191, 8_192, 8_193, 40_000, 300_000])
@pytest.mark.parametrize(
    "letters", ["Öl für Ümea ist knapp, ", "oil is scarce; ", "石油は少ない。", "x"]
)
def test_texts_of_any_length_come_back_letter_for_letter(tmp_path, letters, length):
    text = (letters * (length // len(letters) + 1))[:length]
    with Store.open(tmp_path / "library.sqlite") as store:
        number = store.articles.add(Draft(title="T", text=text, is_full_text=True), now=NOW).id
    with Store.open(tmp_path / "library.sqlite", is_read_only=True) as store:
        assert store.articles.text(number) == text


def test_what_was_prepared_of_a_text_is_used_and_changes_nothing(tmp_path):
    text = "Oslo counts 700 boats, Husum 30. " * 20
    rows = []
    for number, ready in enumerate((None, prepared("Boats", text))):
        with Store.open(tmp_path / f"{number}.sqlite") as store:
            store.articles.add(Draft("Boats", text, prepared=ready), now=NOW)
            rows.append(
                store.connection.execute(
                    "SELECT a.words, a.text_hash, p.text FROM article a JOIN packed_body p ON p.article_id = a.id"
                ).fetchall()
            )
            assert store.search.ids(parse_query("husum", date(2026, 11, 18))).tolist() == [1]
    assert rows[0] == rows[1]
    told = prepared("Boats", text)._replace(words=7)
    with Store.open(tmp_path / "told.sqlite") as store:
        number = store.articles.add(Draft("Boats", text, prepared=told), now=NOW).id
        assert store.articles.headlines([number])[0].words == 7


@pytest.mark.parametrize("changed", [{"text": "Oslo counts 900 boats. " * 30}, {"title": "Ships"}])
def test_what_was_prepared_of_other_words_is_left_aside(store, changed):
    text = "Oslo counts 700 boats. " * 20
    draft = replace(Draft("Boats", text, guid="g", prepared=prepared("Boats", text)), **changed)
    for stored in (draft, replace(draft, text=draft.text + "More.", guid="g")):
        number = store.articles.add(stored, now=NOW).id
        assert store.articles.text(number) == stored.text
        assert store.articles.headlines([number])[0].words == len(stored.text.split())
        assert store.articles.get(number).title == stored.title


def test_what_came_of_a_feed_is_shown_with_the_feeds_folder_and_the_readers_name_for_it(store):
    feed, _ = store.feeds.add("https://example.org/feed", title="Feed", folder="Coast")
    draft = a_draft(
        "Words.", source="Old name", folder="Old folder", feed_id=feed.id, guid="g", is_read=True,
        is_starred=True, is_full_text=False,
    )  # fmt: skip
    article_id = store.articles.add(draft, now=NOW).id

    def shown() -> tuple[str, str, str]:
        article = store.articles.get(article_id)
        assert (article.is_read, article.is_starred, article.is_full_text) == (True, True, False)
        assert article.feed_id == feed.id
        return article.source, article.folder, store.articles.headlines([article_id])[0].source

    assert shown() == ("Feed", "Coast", "Feed")
    store.connection.execute("UPDATE feed SET own_title = 'My paper'")
    assert shown() == ("My paper", "Coast", "My paper")


def test_a_line_of_the_list_says_what_the_article_says(store):
    draft = a_draft(
        "Three more words.", title="T", source="Paper", link="https://example.org/a",
        language="de", is_starred=True, is_read=True, published=Moment(NOW - 9, "day"),
    )  # fmt: skip
    first = store.articles.add(draft, now=NOW).id
    undated = store.articles.add(a_draft("Undated.", published=None), now=NOW + 1).id
    gone = store.articles.add(a_draft("Gone."), now=NOW).id
    store.connection.execute("DELETE FROM article WHERE id = ?", [gone])
    store.annotations.add(first, None, now=NOW)
    store.connection.execute(
        "UPDATE article SET figure_count = 3, entity_count = 4, revised = 5 WHERE id = ?", [first]
    )
    lines = store.articles.headlines([undated, gone, first])
    assert lines[1] is None
    assert (lines[0].id, lines[0].published, lines[0].arrived) == (undated, None, NOW + 1)
    assert (lines[0].is_read, lines[0].is_starred, lines[0].revised) == (False, False, None)
    assert lines[2] == Headline(
        id=first, title="T", source="Paper", published=Moment(NOW - 9, "day"), arrived=NOW,
        is_read=True, is_starred=True, note_count=1, figure_count=3, entity_count=4, language="de",
        words=3, revised=5, link="https://example.org/a",
    )  # fmt: skip
    assert store.articles.get(undated).published is None


def test_the_same_text_is_stored_once(store):
    first = store.articles.add(a_draft("Same words."), now=NOW)
    again = store.articles.add(a_draft("Same words."), now=NOW + 1)
    assert (first.is_new, again.is_new, again.id) == (True, False, first.id)
    assert store.articles.count() == 1


def test_a_corrected_entry_is_a_new_revision_with_star_and_read_kept(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    first = store.articles.add(a_draft("Old words.", feed_id=feed.id, guid="g1"), now=NOW)
    store.articles.set_read([first.id], True)
    store.articles.set_starred([first.id], True)
    second = store.articles.add(a_draft("New words.", feed_id=feed.id, guid="g1"), now=NOW + 5)
    assert second.id == first.id
    assert (second.is_revised, second.old_text) == (True, "Old words.")
    article = store.articles.get(first.id)
    assert (article.text, article.revision, article.revised) == ("New words.", 2, NOW + 5)
    assert (article.is_read, article.is_starred) == (True, True)
    [revision] = store.articles.revisions(first.id)
    assert (revision.number, revision.text) == (1, "Old words.")


def test_a_new_headline_over_the_same_words_is_no_revision(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    first = store.articles.add(a_draft("Words.", title="A", feed_id=feed.id, guid="g"), now=NOW)
    second = store.articles.add(a_draft("Words.", title="B", feed_id=feed.id, guid="g"), now=NOW)
    assert not second.is_revised
    assert store.articles.get(first.id).title == "B"
    assert store.articles.revisions(first.id) == []


def test_a_deleted_article_stays_deleted_when_its_feed_shows_it_again(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    added = store.articles.add(a_draft("Words.", feed_id=feed.id, guid="g"), now=NOW)
    store.articles.delete([added.id])
    store.articles.add(a_draft("Words.", feed_id=feed.id, guid="g"), now=NOW)
    assert store.articles.get(added.id) is None
    assert store.articles.count() == 0
    store.articles.restore([added.id])
    assert store.articles.get(added.id).text == "Words."


def test_removing_a_feed_never_takes_starred_or_annotated_articles_along(store):
    feed, _ = store.feeds.add("https://example.org/feed", title="Example")
    ids = [
        store.articles.add(a_draft(f"Words {n}.", feed_id=feed.id, guid=str(n)), now=NOW).id
        for n in range(3)
    ]
    store.articles.set_starred([ids[0]], True)
    store.annotations.add(ids[1], None, now=NOW, note="mine")
    removed = store.feeds.remove(feed.id, with_articles=True)
    assert (removed.deleted, removed.kept) == (1, 2)
    assert store.articles.get(ids[2]) is None
    assert {store.articles.get(i).source for i in ids[:2]} == {"Example"}


def test_status_changes_tell_what_really_changed(store):
    ids = [store.articles.add(a_draft(f"Words {n}."), now=NOW).id for n in range(3)]
    store.articles.set_read(ids[:1], True)
    assert sorted(store.articles.set_read(ids, True)) == ids[1:]


def test_the_same_story_in_two_feeds_is_known(store):
    one, _ = store.feeds.add("https://a.example/feed")
    two, _ = store.feeds.add("https://b.example/feed")
    link = "https://www.example.org/story/"
    first = store.articles.add(
        a_draft("Words.", feed_id=one.id, guid="1", link=link + "?utm_medium=rss"), now=NOW
    )
    second = store.articles.add(
        a_draft("Other.", feed_id=two.id, guid="9", link="http://example.org/story"), now=NOW
    )
    assert store.articles.same_story(first.id) == [second.id]


def test_a_library_is_ours_alone_and_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "new" / "library.sqlite"
    with Store.open(path):
        pass
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()


def test_a_foreign_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_library_of_a_newer_program_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "library.sqlite"
    with Store.open(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("PRAGMA wal_checkpoint(truncate)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer Lesart"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all, only words" * 50, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_broken_file_is_a_sentence_that_names_it(tmp_path, content):
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"library\.sqlite"):
        Store.open(path)
    assert path.read_bytes() == content


def test_half_a_transaction_leaves_nothing(store):
    def half() -> None:
        with store.transaction():
            store.articles.add(a_draft("Half."), now=NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert store.articles.count() == 0


# ------------------------------------------------------------------ which of them


@pytest.fixture
def shelf(store: Store) -> Store:
    """Six articles: 1 to 5 a day apart, the fourth read, the fifth deleted; the sixth an old file undated."""
    for day in range(1, 6):
        draft = a_draft(f"Words {day}.", published=Moment(NOW + 86_400 * day), raw_html=b"page")
        store.articles.add(draft, now=NOW + day)
    store.articles.set_read([4], True)
    store.articles.delete([5])
    store.articles.add(a_draft("Old.", published=None, is_recent=False), now=NOW + 6)
    return store


def test_the_list_begins_with_the_newest_and_leaves_out_what_was_deleted(shelf):
    assert list(shelf.articles.newest(9)) == [4, 3, 2, 1, 6]
    assert list(shelf.articles.newest(2)) == [4, 3]
    assert list(shelf.articles.newest(9, unread_only=True)) == [3, 2, 1, 6]
    # Without a date, what came in now stands at now, below what is dated later.
    shelf.articles.add(a_draft("New.", published=None), now=NOW + 7)
    assert list(shelf.articles.newest(9)) == [4, 3, 2, 1, 7, 6]
    assert (shelf.articles.count(), shelf.articles.unread()) == (6, 5)


def test_of_the_same_moment_the_later_arrival_comes_first(store):
    for text in ("One.", "Two.", "Three."):
        store.articles.add(a_draft(text), now=NOW)
    assert list(store.articles.newest(9)) == [3, 2, 1]


def test_what_was_corrected_since_a_moment_is_told_the_last_first(shelf):
    for now, article_id in ((100, 2), (102, 1), (101, 5), (101, 3)):
        shelf.articles.revise(article_id, a_draft(f"Corrected {article_id}."), now=NOW + now)
    assert shelf.articles.revised_since(NOW + 100, limit=9) == [1, 3, 2]
    assert shelf.articles.revised_since(NOW + 101, limit=9) == [1, 3]
    assert shelf.articles.revised_since(NOW, limit=2) == [1, 3]
    assert shelf.articles.revised_since(NOW + 103, limit=9) == []


def test_what_came_or_was_corrected_at_a_moment_or_later_is_told_of_those_asked_for(shelf):
    shelf.articles.revise(1, a_draft("Corrected."), now=NOW + 100)
    assert shelf.articles.changed_since(NOW + 3, among=[6, 3, 2, 1]) == [1, 3, 6]
    assert shelf.articles.changed_since(NOW + 100, among=[1, 2]) == [1]
    assert shelf.articles.changed_since(NOW + 101, among=[1, 2]) == []
    assert shelf.articles.changed_since(NOW, among=[]) == []


def test_pages_that_were_kept_are_listed_but_for_deleted_articles(shelf):
    assert shelf.articles.ids_with_page() == [1, 2, 3, 4]
    assert shelf.articles.raw_html(6) is None


def test_a_page_fetched_again_takes_the_place_of_the_old_one(shelf):
    shelf.articles.revise(1, a_draft("New.", raw_html=b"new page"), now=NOW)
    assert shelf.articles.raw_html(1) == b"new page"


def test_older_texts_come_oldest_first_each_with_when_it_was_replaced(store):
    store.articles.add(a_draft("One.", title="A"), now=NOW)
    store.articles.revise(1, a_draft("Two.", title="B"), now=NOW + 1)
    store.articles.revise(1, a_draft("Three.", title="C"), now=NOW + 2)
    assert store.articles.revisions(1) == [(1, "A", "One.", NOW + 1), (2, "B", "Two.", NOW + 2)]
    assert (store.articles.text(1), store.articles.get(1).revision) == ("Three.", 3)


def test_the_same_story_is_the_same_address_or_the_same_words_oldest_first(store):
    feeds = [store.feeds.add(f"https://{n}.example/feed")[0].id for n in range(5)]
    link = "https://example.org/story"

    def add(number: int, text: str, **values: object) -> int:
        draft = a_draft(
            text, title="T", feed_id=feeds[number], guid="g",
            published=Moment(NOW - 60 * number), **values,
        )  # fmt: skip
        return store.articles.add(draft, now=NOW).id

    first = add(0, "Words.", link=link)
    words = add(1, "Words.", link="https://example.org/elsewhere")
    address = add(2, "Other.", link=link)
    store.articles.delete([add(3, "Words.", link=link)])
    apart = add(4, "No link.")
    assert store.articles.same_story(first) == [address, words]
    assert store.articles.same_story(address) == [first]
    assert store.articles.same_story(apart) == []


# ------------------------------------------------------------------ where the reader stands with it


def test_read_starred_and_deleted_are_changed_for_those_named_and_told(shelf):
    assert sorted(shelf.articles.set_read([1, 2, 4, 99], True)) == [1, 2]
    assert shelf.articles.set_read([1], False) == [1]
    assert [shelf.articles.get(n).is_read for n in (1, 2, 3, 4)] == [False, True, False, True]
    assert shelf.articles.set_starred([3], True) == [3]
    assert shelf.articles.set_starred([3], True) == []
    assert shelf.articles.set_starred([3, 1], False) == [3]
    assert shelf.articles.delete([1, 5]) == [1]
    assert shelf.articles.restore([1, 2, 5]) == [1, 5]
    assert shelf.articles.set_read([], True) == []


def test_tags_take_the_place_of_the_tags_before_and_stand_in_order(shelf):
    shelf.articles.set_tags(2, ["other"])
    shelf.articles.set_tags(1, ["b", "a", "b"])
    assert shelf.articles.tags(1) == ("a", "b")
    shelf.articles.set_tags(1, ["c"])
    assert (shelf.articles.tags(1), shelf.articles.tags(2)) == (("c",), ("other",))
    shelf.articles.set_tags(1, [])
    assert shelf.articles.tags(1) == ()


def test_where_one_left_off_and_why_a_text_is_not_all_there_is_kept_for_each(shelf):
    shelf.articles.set_position(1, 3)
    shelf.articles.set_text_state(1, "Full text not found.")
    article, other = shelf.articles.get(1), shelf.articles.get(2)
    assert (article.position, article.text_state) == (3, "Full text not found.")
    assert (other.position, other.text_state) == (0, "")
    shelf.articles.set_position(1, 0)
    shelf.articles.set_text_state(1, "")
    assert (shelf.articles.get(1).position, shelf.articles.get(1).text_state) == (0, "")


def test_folders_tell_how_many_they_hold_and_how_many_are_unread(store):
    for number, folder in enumerate(("b", "a", "b", "", "b", "gone")):
        store.articles.add(a_draft(f"Words {number}.", folder=folder), now=NOW)
    store.articles.set_read([1, 3], True)
    store.articles.delete([3, 6])
    assert store.articles.folders() == [("a", 1, 1), ("b", 2, 1)]
    assert store.articles.ids_in_folder("b") == [1, 5]
    assert store.articles.ids_in_folder("gone") == store.articles.ids_in_folder("") == []


# ------------------------------------------------------------------ texts that go in together


def test_very_many_texts_and_very_long_ones_go_in_before_the_end(store):
    def count() -> int:
        return store.connection.execute("SELECT count(*) FROM packed_body").fetchone()[0]

    with store.articles.together():
        for number in range(99):
            store.articles.add(a_draft(f"Words {number}."), now=NOW)
        assert count() == 0
        store.articles.add(a_draft("Words 99."), now=NOW)
        assert count() == 100
        store.articles.add(a_draft("x" * 999_999), now=NOW)
        store.articles.add(a_draft("y"), now=NOW)
        assert count() == 100
        store.articles.add(a_draft("z"), now=NOW)
        assert count() == 103
        store.articles.add(a_draft("Last."), now=NOW)
        assert count() == 103
    assert count() == 104
    assert [store.articles.text(n)[:9] for n in (1, 100, 104)] == ["Words 0.", "Words 99.", "Last."]


def test_texts_that_go_in_together_are_all_there_and_can_be_read_meanwhile(store):
    with store.articles.together():
        first = store.articles.add(a_draft("First."), now=NOW)
        assert store.articles.put_waiting()
        assert not store.articles.put_waiting()
        with store.articles.together():
            second = store.articles.add(a_draft("Second."), now=NOW)
        third = store.articles.add(a_draft("Third."), now=NOW)
        assert store.connection.execute("SELECT count(*) FROM packed_body").fetchone()[0] == 1
        assert store.articles.text(second.id) == "Second."
        fourth = store.articles.add(a_draft("Fourth."), now=NOW)
        assert store.articles.get(fourth.id).text == "Fourth."
        store.articles.add(a_draft("Fifth."), now=NOW)
    texts = [store.articles.text(one.id) for one in (first, second, third)]
    assert texts == ["First.", "Second.", "Third."]
    [fifth] = store.connection.execute("SELECT article_id FROM body WHERE text = 'Fifth.'")
    assert fifth[0] == 5


def test_texts_are_in_the_library_once_they_went_in_together(store):
    store.articles.add_many([a_draft("One."), a_draft("Two.")], now=NOW)
    rows = store.connection.execute("SELECT article_id, text FROM body ORDER BY article_id")
    assert [tuple(row) for row in rows] == [(1, "One."), (2, "Two.")]
    store.articles.add(a_draft("Alone."), now=NOW)
    assert store.connection.execute("SELECT count(*) FROM packed_body").fetchone()[0] == 3


def test_what_waited_in_a_transaction_that_failed_is_forgotten(store):
    with suppress(ZeroDivisionError), store.articles.together():
        store.articles.add(a_draft("Lost."), now=NOW)
        raise ZeroDivisionError
    assert store.articles.add(a_draft("Kept."), now=NOW).id == 1
    assert (store.articles.text(1), store.articles.count()) == ("Kept.", 1)


# ------------------------------------------------------------------ known again


def test_an_entry_is_known_when_its_site_learns_https(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    for text, guid in (("One.", "http://a.example/1"), ("Two.", "https://a.example/1")):
        draft = a_draft(text, feed_id=feed.id, guid=guid)
        assert store.articles.add(draft, now=NOW).id == 1
    assert store.articles.text(1) == "Two."


def test_entries_that_share_a_name_but_have_no_link_are_known_by_the_name_alone(store):
    feed, _ = store.feeds.add("https://example.org/feed")

    def add(title: str, guid: str) -> int:
        return store.articles.add(
            a_draft(f"On {title}.", title=title, feed_id=feed.id, guid=guid), now=NOW
        ).id

    nameless = add("Storm", "")
    assert add("Storm", "shared:1") != nameless
    assert add("Storm", "shared:1") != nameless


def test_a_deleted_file_whose_text_is_gone_comes_back_with_the_text_it_is_imported_with(store):
    store.articles.add(a_draft("Words.", guid="file"), now=NOW)
    store.articles.delete([1])
    store.connection.execute("DELETE FROM packed_body")
    assert store.articles.add(a_draft("Words.", guid="file"), now=NOW).is_new
    assert store.articles.get(1).text == "Words."


def test_a_deleted_entry_of_a_feed_is_told_as_nothing_new(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    draft = a_draft("Words.", feed_id=feed.id, guid="g")
    store.articles.add(draft, now=NOW)
    store.articles.delete([1])
    added = store.articles.add(draft, now=NOW)
    assert (added.id, added.is_new, added.is_revised, added.old_text) == (1, False, False, None)


def test_a_saved_address_takes_the_date_of_its_page_and_what_has_a_date_of_its_own_keeps_it(store):
    """An address in a list of links has the day it was saved; its page says when it was published."""
    feed, _ = store.feeds.add("https://example.org/feed")
    saved = a_draft("Link.", published=Moment(NOW), is_full_text=False)
    whole = a_draft("Whole.", published=Moment(NOW))
    entry = a_draft("Entry.", published=Moment(NOW), is_full_text=False, feed_id=feed.id, guid="g")
    for draft in (saved, whole, entry):
        store.articles.add(draft, now=NOW)
    for article_id in (1, 2, 3):
        page = a_draft(f"Page {article_id}.", published=Moment(NOW - 99, "day"))
        store.articles.revise(article_id, page, now=NOW + 1)
    assert [store.articles.get(n).published for n in (1, 2, 3)] == [
        Moment(NOW - 99, "day"), Moment(NOW), Moment(NOW),
    ]  # fmt: skip
    store.articles.add(a_draft("Other link.", published=Moment(NOW), is_full_text=False), now=NOW)
    store.articles.revise(4, a_draft("Undated page.", published=None), now=NOW + 1)
    assert store.articles.get(4).published == Moment(NOW)


def test_a_summary_that_its_feed_corrected_is_a_correction(store):
    feed, _ = store.feeds.add("https://example.org/feed")
    for seconds, text in enumerate(("Short.", "Short, corrected.")):
        draft = a_draft(text, feed_id=feed.id, guid="g", is_full_text=False)
        added = store.articles.add(draft, now=NOW + seconds)
    assert (added.is_revised, added.old_text) == (True, "Short.")
    assert (store.articles.text(1), store.articles.get(1).revised) == (
        "Short, corrected.",
        NOW + 1,
    )


def test_a_correction_waits_for_an_engine_again_and_a_new_headline_does_not(store):
    store.articles.add(a_draft("Words.", title="A", guid="g"), now=NOW)
    store.analyses.put(1, 1, Analysis("engine", "en"))
    assert store.analyses.pending("engine") == []
    store.articles.add(a_draft("Words.", title="B", guid="g"), now=NOW)
    assert (store.articles.get(1).title, store.analyses.pending("engine")) == ("B", [])
    store.articles.add(a_draft("Other words.", title="B", guid="g"), now=NOW)
    assert store.analyses.pending("engine") == [1]


def test_a_correction_loses_no_place_before_it_and_no_text(store):
    store.articles.add(a_draft("A long enough text.", guid="g"), now=NOW)
    store.articles.set_position(1, 3)
    added = store.articles.revise(1, a_draft("Another text."), now=NOW + 1)
    assert (added.id, added.is_new, added.is_revised) == (1, False, True)
    assert added.old_text == "A long enough text."
    assert store.articles.get(1).position == 3
    # A text that was lost to damage is no older text.
    store.connection.execute("DELETE FROM packed_body")
    assert store.articles.revise(1, a_draft("Found again."), now=NOW + 2).old_text == ""
    assert [one.text for one in store.articles.revisions(1)] == ["A long enough text."]


def test_the_library_lists_the_words_of_its_texts_now_and_then(store):
    """For `~letters`: the vocabulary is told of every text that comes in."""
    told = []
    articles = Articles(store.connection, on_stored=lambda: told.append(1))
    articles.add(a_draft("One.", guid="g"), now=NOW)
    articles.add(a_draft("One.", guid="g"), now=NOW)
    articles.add(a_draft("Two.", guid="g"), now=NOW)
    assert len(told) == 2
