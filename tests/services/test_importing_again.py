"""An edited file imported again is a revision of its article, with the reader's notes carried across."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from lesart.anchor import make_anchor
from lesart.model.article import Draft
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.importing.import_files import AlreadyThere, Imported, Revised, import_paths
from lesart.services.save_article import keep
from lesart.services.save_file import keep_file
from lesart.store import Store
from tests.conftest import NOW

OLD = (
    "The harbour board met on Tuesday. It granted 40 berths to the cooperative, and the old crane "
    "is to be repaired before winter. Nobody spoke against it."
)
NEW = (
    "The harbour board met on Tuesday evening. It granted 45 berths to the cooperative, and the old "
    "crane is to be repaired before winter. Two members spoke against it."
)
QUOTE = "the old crane is to be repaired"
OTHER = "Strawberries cost less this week than last. Growers blame sunshine and a short holiday."


def as_text(words: str) -> str:
    return f"Harbour\n\n{words}\n"


def as_markdown(words: str) -> str:
    return f"---\ntitle: Harbour\nlink: https://example.org/harbour\n---\n\n{words}\n"


def as_page(words: str) -> str:
    more = "<p>The board will meet again, as it does every month, in the hall by the water.</p>" * 5
    return (
        "<html><head><title>Harbour</title>"
        '<link rel="canonical" href="https://example.org/harbour"></head>'
        f"<body><article><h1>Harbour</h1><p>{words}</p>{more}</article></body></html>"
    )


KINDS = [("a.txt", as_text), ("a.md", as_markdown), ("a.html", as_page)]


def imported(store: Store, *paths: Path, **values):
    return list(import_paths(paths, store, now=NOW, **values))


def noted(store: Store, article_id: int, quote: str = QUOTE) -> None:
    text = store.articles.text(article_id)
    assert text is not None
    span = Span(text.index(quote), text.index(quote) + len(quote))
    store.annotations.add(article_id, make_anchor(text, span), now=NOW, note="mine")


def stands_on(store: Store, article_id: int) -> str:
    [note] = store.annotations.of(article_id)
    assert note.status == "ok"
    assert note.span is not None
    return (store.articles.text(article_id) or "")[slice(*note.span)]


@pytest.mark.parametrize("folder", ["", "Filed"])
@pytest.mark.parametrize(("name", "written"), KINDS)
def test_an_edited_file_is_a_revision_with_its_notes(tmp_path, store, name, written, folder):
    file = tmp_path / name
    file.write_text(written(OLD))
    [first] = imported(store, file, folder=folder)
    assert isinstance(first, Imported)
    noted(store, first.article_id)
    file.write_text(written(NEW))
    assert imported(store, file, folder=folder) == [Revised(first.name, first.article_id)]
    assert store.articles.count() == 1
    article = store.articles.get(first.article_id)
    assert article is not None
    assert article.revision == 2
    assert "45 berths" in article.text
    assert [stands_on(store, article.id)] == [QUOTE]
    [before] = store.articles.revisions(article.id)
    assert "40 berths" in before.text
    assert imported(store, file) == [AlreadyThere(first.name, first.article_id)]


def test_a_folder_imported_again_revises_what_was_edited_and_leaves_the_rest(tmp_path, store):
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text(as_text(OLD))
    (files / "b.txt").write_text(OTHER)
    imported(store, files)
    (files / "a.txt").write_text(as_text(NEW))
    (files / "c.txt").write_text("A third one came.")
    assert [type(one) for one in imported(store, files)] == [Revised, AlreadyThere, Imported]
    assert store.articles.count() == 3


def test_a_word_that_is_gone_leaves_an_orphan_that_says_so(tmp_path, store):
    file = tmp_path / "a.txt"
    file.write_text(as_text(OLD))
    [first] = imported(store, file)
    noted(store, first.article_id, "Nobody spoke against it")
    file.write_text(as_text(NEW))
    imported(store, file)
    [note] = store.annotations.of(first.article_id)
    assert note.status in ("orphan", "changed")
    assert note.note == "mine"


def test_a_name_that_is_used_for_something_else_gives_a_new_article(tmp_path, store):
    """Yesterday's notes stay on yesterday's text; nothing is made an orphan by a file's name."""
    file = tmp_path / "notes.txt"
    file.write_text(as_text(OLD))
    [first] = imported(store, file)
    noted(store, first.article_id)
    file.write_text(as_text(OTHER))
    [second] = imported(store, file)
    assert isinstance(second, Imported)
    assert second.article_id != first.article_id
    assert stands_on(store, first.article_id) == QUOTE
    file.write_text(as_text(OTHER + " More came in on Friday."))
    assert imported(store, file) == [Revised(second.name, second.article_id)]
    assert OLD in (store.articles.text(first.article_id) or "")
    assert store.articles.count() == 2


def test_another_address_in_the_file_is_another_article(tmp_path, store):
    file = tmp_path / "a.md"
    file.write_text(as_markdown(OLD))
    imported(store, file)
    file.write_text(as_markdown(NEW).replace("org/harbour", "org/second-report"))
    assert [type(one) for one in imported(store, file)] == [Imported]


def test_a_moved_file_is_not_stored_twice_and_is_followed(tmp_path, store):
    file, moved = tmp_path / "a.txt", tmp_path / "archive" / "b.txt"
    file.write_text(as_text(OLD))
    [first] = imported(store, file)
    moved.parent.mkdir()
    os.rename(file, moved)
    assert imported(store, moved) == [AlreadyThere(str(moved), first.article_id)]
    moved.write_text(as_text(NEW))
    assert imported(store, moved) == [Revised(str(moved), first.article_id)]
    assert store.articles.count() == 1


def test_a_page_saved_again_under_another_name_is_known_by_its_address(tmp_path, store):
    (tmp_path / "a.html").write_text(as_page(OLD))
    [first] = imported(store, tmp_path / "a.html")
    noted(store, first.article_id)
    (tmp_path / "a (1).html").write_text(as_page(NEW))
    [second] = imported(store, tmp_path / "a (1).html")
    assert isinstance(second, Revised)
    assert second.article_id == first.article_id
    assert stands_on(store, first.article_id) == QUOTE


def test_an_old_copy_imported_later_brings_no_old_words_back(tmp_path, store):
    new, old = tmp_path / "new.md", tmp_path / "old.md"
    new.write_text(as_markdown(OLD))
    [first] = imported(store, new)
    new.write_text(as_markdown(NEW))
    imported(store, new)
    old.write_text(as_markdown(OLD))
    assert imported(store, old, new) == [
        AlreadyThere(str(old), first.article_id), AlreadyThere(str(new), first.article_id),
    ]  # fmt: skip
    assert "45 berths" in (store.articles.text(first.article_id) or "")


def test_two_copies_of_which_one_is_edited_do_not_pull_the_text_to_and_fro(tmp_path, store):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    for file in (one, two):
        file.write_text(as_text(OLD))
    imported(store, one, two)
    one.write_text(as_text(NEW))
    for _ in range(3):
        imported(store, one, two)
    assert store.articles.count() == 1
    [headline] = store.articles.headlines(store.articles.newest(1))
    assert headline is not None
    article = store.articles.get(headline.id)
    assert article is not None
    assert article.revision == 2
    assert "45 berths" in article.text


def test_an_edit_that_is_taken_back_is_a_revision_too(tmp_path, store):
    file = tmp_path / "a.txt"
    for words in (OLD, NEW, OLD):
        file.write_text(as_text(words))
        [outcome] = imported(store, file)
    article = store.articles.get(outcome.article_id)
    assert article is not None
    assert (article.revision, "40 berths" in article.text) == (3, True)


def test_a_feeds_article_with_the_same_address_is_left_to_its_feed(tmp_path, store):
    feed, _ = store.feeds.add("https://example.org/feed", now=NOW)
    summary = Draft("Harbour", OLD, link="https://example.org/harbour", guid="g", feed_id=feed.id)
    added = keep(store, summary, now=NOW)
    (tmp_path / "a.html").write_text(as_page(NEW))
    [outcome] = imported(store, tmp_path / "a.html")
    assert isinstance(outcome, Imported)
    assert outcome.article_id != added.id
    assert store.articles.text(added.id) == OLD
    assert not keep(store, summary, now=NOW).is_revised
    assert store.articles.same_story(added.id) == [outcome.article_id]


def test_a_front_page_saved_every_day_is_another_article_every_day(tmp_path, store):
    for day, words in enumerate((OLD, OTHER)):
        page = as_page(words).replace("example.org/harbour", "example.org/")
        (tmp_path / f"{day}.html").write_text(page)
    assert [type(one) for one in imported(store, tmp_path / "0.html", tmp_path / "1.html")] == [
        Imported, Imported,
    ]  # fmt: skip


def test_a_deleted_article_comes_back_with_the_words_of_its_edited_file(tmp_path, store):
    file = tmp_path / "a.txt"
    file.write_text(as_text(OLD))
    [first] = imported(store, file)
    store.articles.delete([first.article_id])
    file.write_text(as_text(NEW))
    assert imported(store, file) == [Revised(first.name, first.article_id)]
    assert store.articles.count() == 1


def test_a_new_headline_over_the_same_words_is_told_and_moves_no_note(tmp_path, store):
    file = tmp_path / "a.md"
    file.write_text(as_markdown(OLD))
    [first] = imported(store, file)
    noted(store, first.article_id)
    file.write_text(as_markdown(OLD).replace("title: Harbour", "title: Forty berths"))
    assert imported(store, file) == [Revised(first.name, first.article_id)]
    article = store.articles.get(first.article_id)
    assert article is not None
    assert (article.title, article.revision) == ("Forty berths", 1)
    assert stands_on(store, first.article_id) == QUOTE


def test_a_name_that_is_no_text_is_known_again(tmp_path, store):
    file = Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/\xff.txt"))
    file.write_text(as_text(OLD))
    [first] = imported(store, file)
    file.write_text(as_text(NEW))
    [second] = imported(store, file)
    assert isinstance(second, Revised)
    assert second.article_id == first.article_id


def test_the_address_stays_when_the_edited_file_has_none(tmp_path, store):
    file = tmp_path / "a.md"
    file.write_text(as_markdown(OLD))
    [first] = imported(store, file)
    file.write_text(as_markdown(NEW).replace("link: https://example.org/harbour\n", ""))
    imported(store, file)
    article = store.articles.get(first.article_id)
    assert article is not None
    assert article.link == "https://example.org/harbour"


def test_a_deleted_article_comes_back_when_its_file_is_imported_unchanged(tmp_path, store):
    file = tmp_path / "a.txt"
    file.write_text(as_text(OLD))
    [first] = imported(store, file)
    store.articles.delete([first.article_id])
    assert imported(store, file) == [Imported(first.name, first.article_id)]
    assert store.articles.count() == 1
    assert imported(store, file) == [AlreadyThere(first.name, first.article_id)]


def test_a_file_that_lost_its_address_is_still_the_edited_one(tmp_path, store):
    file = tmp_path / "a.md"
    file.write_text(as_markdown(OLD))
    [first] = imported(store, file)
    file.write_text(as_markdown(NEW).replace("link: https://example.org/harbour\n", ""))
    assert imported(store, file) == [Revised(first.name, first.article_id)]
    file.write_text(as_markdown(OLD + " And so it was."))
    assert imported(store, file) == [Revised(first.name, first.article_id)]


def test_a_file_that_got_an_address_is_still_the_edited_one(tmp_path, store):
    file = tmp_path / "a.md"
    file.write_text(as_markdown(OLD).replace("link: https://example.org/harbour\n", ""))
    [first] = imported(store, file)
    file.write_text(as_markdown(NEW))
    assert imported(store, file) == [Revised(first.name, first.article_id)]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("example.org/?p=12", Revised),  # an article whose whole address is a query
        ("example.org/?utm_source=mail", Imported),  # the front page, followed on its way
        ("example.org", Imported),
    ],
)
def test_what_stands_at_a_sites_own_address_is_told_from_an_article(tmp_path, store, address, kind):
    for day, words in enumerate((OLD, NEW)):
        page = as_page(words).replace("example.org/harbour", address)
        (tmp_path / f"{day}.html").write_text(page)
    found = imported(store, tmp_path / "0.html", tmp_path / "1.html")
    assert [type(one) for one in found] == [Imported, kind]


def test_a_file_and_where_it_lay_are_stored_together_or_not_at_all(tmp_path, store):
    said: list[str] = []
    keep_file(store, Draft("Harbour", OLD), str(tmp_path / "a.txt"), now=NOW)
    store.connection.raw.set_trace_callback(said.append)
    keep_file(store, Draft("Harbour", NEW), str(tmp_path / "a.txt"), now=NOW)
    store.connection.raw.set_trace_callback(None)
    ends = [n for n, line in enumerate(said) if line.startswith(("BEGIN", "COMMIT"))]
    writes = [n for n, line in enumerate(said) if line.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(ends) == 2
    assert ends[0] < min(writes) <= max(writes) < ends[1]


def test_files_that_are_stored_together_still_know_each_other(tmp_path, store):
    """The second is looked for among texts that are only on their way into the library."""
    (tmp_path / "a.txt").write_text("A title\n\nSome words that stand in both files.\n")
    (tmp_path / "b.txt").write_text("A title\n\nSome words that stand in both files.\n")
    page = "<html><head><link rel=canonical href=http://x.example/1></head><body><p>{}</p></body>"
    (tmp_path / "c.html").write_text(page.format("A story of some words, told once. " * 5))
    (tmp_path / "d.html").write_text(page.format("A story of some words, told again. " * 5))
    outcomes = imported(store, tmp_path)
    assert [type(o) for o in outcomes] == [Imported, AlreadyThere, Imported, Revised]
    third = outcomes[2]
    article = store.articles.get(third.article_id)
    assert article.text.startswith("A story of some words, told again.")
    assert [r.text[:34] for r in store.articles.revisions(third.article_id)] == [
        "A story of some words, told once. "
    ]
    assert len(store.search.ids(parse_query("both", date(2026, 11, 23)))) == 1
    assert store.search.ids(parse_query("again", date(2026, 11, 23)))[0] == third.article_id


def test_what_was_said_to_be_stored_is_stored_when_the_import_is_stopped(tmp_path, store):
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(f"Title {number}\n\nText number {number}.\n")
    stream = import_paths([tmp_path], store, now=NOW)
    said = [next(stream).article_id for _ in range(60)]
    stream.close()
    assert not store.connection.raw.in_transaction
    assert all(store.articles.get(article_id) for article_id in said)


@pytest.mark.parametrize(
    ("kept", "kind"), [(4, Revised), (2, Imported)], ids=["four of ten", "two of ten"]
)
def test_a_file_of_which_a_third_is_left_is_the_edited_one(tmp_path, store, kept, kind):
    words = [
        "harbour",
        "crane",
        "berth",
        "winter",
        "board",
        "ferry",
        "island",
        "captain",
        "harvest",
        "lantern",
    ]
    others = [
        "strawberry",
        "sunshine",
        "holiday",
        "grower",
        "market",
        "basket",
        "orchard",
        "summer",
        "ladder",
        "wagon",
    ]
    file = tmp_path / "a.txt"
    file.write_text(" ".join(words))
    imported(store, file)
    file.write_text(" ".join([*words[:kept], *others[kept:]]))
    assert [type(one) for one in imported(store, file)] == [kind]


def test_of_two_files_with_one_address_in_one_import_the_second_revises_the_first(tmp_path, store):
    (tmp_path / "1.md").write_text(as_markdown(OLD))
    (tmp_path / "2.md").write_text(as_markdown(NEW))
    first, second = imported(store, tmp_path)
    assert (type(first), type(second)) == (Imported, Revised)
    assert "45 berths" in (store.articles.text(first.article_id) or "")
    [before] = store.articles.revisions(first.article_id)
    assert "40 berths" in before.text
