"""Articles are stored once, corrected without loss, and never brought back once deleted."""

from __future__ import annotations

import os
import sqlite3
import stat

import pytest

from lesart.model.article import Draft
from lesart.model.errors import LibraryError
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.store import Store
from lesart.store.file.opening import APPLICATION_ID, SCHEMA_VERSION
from tests.conftest import NOW, a_draft


def test_what_is_stored_comes_back_as_it_was(store):
    draft = Draft(
        title="Über Maß", text="Kopf\nText mit Link.", blocks=(Block("heading", Span(0, 4), 2),
        Block("link", Span(14, 18), target="https://example.org/")), source="Zeitung", author="A. B.",
        link="https://example.org/a?utm_source=x", language="de", published=Moment(1_527_811_200, "month"),
        tags=("eins", "zwei"),
    )  # fmt: skip
    added = store.articles.add(draft, now=NOW)
    article = store.articles.get(added.id)
    for name in (
        "title",
        "text",
        "blocks",
        "source",
        "author",
        "link",
        "language",
        "published",
        "tags",
    ):
        assert getattr(article, name) == getattr(draft, name), name
    [headline] = store.articles.headlines([added.id])
    assert headline.published == Moment(1_527_811_200, "month")


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
    assert store.feeds.remove(feed.id, with_articles=True) == (1, 2)
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
