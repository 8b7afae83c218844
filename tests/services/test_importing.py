"""Files, folders and standard input become articles; what cannot is named in a sentence."""

from __future__ import annotations

import io
import os
import unicodedata
from datetime import UTC, datetime

import pytest

from lesart.model.errors import ImportFailed
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.exporting.jsonl import lines
from lesart.services.importing.file_reader import LARGEST, read_file, read_path
from lesart.services.importing.import_files import (
    AlreadyThere,
    Failed,
    Imported,
    import_paths,
)
from lesart.services.outcomes import BroughtBack
from lesart.store import Store

NOW = 1_795_000_000
JUNE = Moment(int(datetime(2018, 6, 1, tzinfo=UTC).timestamp()), "month")
MARKDOWN = """\
---
title: Wasser in der Stadt
date: 2024-03-09
author: Ada Beispiel
lang: de
link: https://example.org/wasser
tags: [Flut, Stadt]
---

# Wasser in der Stadt

Es kam **schnell**, und es blieb [zwei Wochen](https://example.org/b).

> Niemand hat geschlafen.

## Zahlen

- 40 Häuser
- 3 Brücken
"""
PAGE = (
    """\
<!DOCTYPE html><html lang="en"><head><title>The bridge is open - Daily</title>
<meta property="og:site_name" content="Daily"></head>
<body><article><h1>The bridge is open</h1>
"""
    + "<p>After four years of work the old bridge has been opened to traffic again, and the town "
    "came to see the first of the buses roll across the river in the morning.</p>"
    * 6
    + "</article>"
)


@pytest.fixture
def folder(tmp_path):
    """A folder for files; the library lies beside it."""
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def imported(store, *paths, **values):
    return list(import_paths(paths, store, now=NOW, **values))


def test_the_seed_format_is_read_with_its_month(folder, store):
    file = folder / "a.txt"
    file.write_text(" date 2018-06 Knapp neun Jahre. Mehr davon.\n\nZweiter Absatz.", "utf-8")
    [outcome] = imported(store, file)
    article = store.articles.get(outcome.article_id)
    assert article.text == "Knapp neun Jahre. Mehr davon.\n\nZweiter Absatz."
    assert article.published == JUNE
    assert article.title == "Knapp neun Jahre"


def test_markdown_keeps_front_matter_headings_quotes_lists_and_links():
    draft = read_file(MARKDOWN.encode(), "flut.md")
    assert draft.title == "Wasser in der Stadt"
    assert draft.text.startswith("Es kam schnell")
    assert (draft.author, draft.language, draft.link) == (
        "Ada Beispiel", "de", "https://example.org/wasser",
    )  # fmt: skip
    assert draft.tags == ("Flut", "Stadt")
    marked = [(block.kind, draft.text[slice(*block.span)]) for block in draft.blocks]
    assert ("emphasis", "schnell") in marked
    assert ("link", "zwei Wochen") in marked
    assert ("quote", "Niemand hat geschlafen.") in marked
    assert ("heading", "Zahlen") in marked
    assert ("item", "40 Häuser") in marked
    assert isinstance(draft.blocks[0].span, Span)


def test_markdown_without_front_matter_takes_its_heading_as_title():
    draft = read_file(b"# Some *heading*\n\nText.", "x.md")
    assert (draft.title, draft.text) == ("Some heading", "Text.")


def test_a_saved_page_gives_its_article_and_keeps_the_page():
    draft = read_file(PAGE.encode(), "page.html")
    assert draft.title == "The bridge is open"
    assert draft.text.startswith("After four years")
    assert draft.language == "en"
    assert draft.raw_html


def test_a_saved_page_without_an_article_keeps_what_stands_on_it():
    links = "<div><ul>" + "<li><a href='/x'>Some item of the list</a></li>" * 30 + "</ul></div>"
    assert read_file(f"<html><body>{links}".encode(), "x.html").text.startswith("Some item")


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_same_text_in_another_alphabet_is_the_same_article(folder, store, alphabet):
    words = "Grüße aus Köln. Über 4.500 Leute kamen, sagt Müller."
    (folder / "a.txt").write_text(words, "utf-8")
    (folder / "b.txt").write_bytes((words + "\r\n").encode(alphabet))
    first, second = imported(store, folder)
    assert isinstance(first, Imported)
    assert second == AlreadyThere(str(folder / "b.txt"), first.article_id)


def test_decomposed_umlauts_line_ends_and_escapes_are_normalised_once():
    raw = "\ufeff" + unicodedata.normalize("NFD", "Über\r\nzwei\x1b[31m") + "\u202e Zeilen  \r\n"
    assert read_file(raw.encode(), "x.txt").text == "Über\nzwei Zeilen"


def test_a_folder_is_read_with_its_folders_in_order_and_one_failure_stops_nothing(folder, store):
    (folder / "deep").mkdir()
    (folder / "a.txt").write_text("First.")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.bin").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "deep" / "d.md").write_text("Fourth.")
    (folder / ".hidden").write_text("Not mine.")
    (folder / "e.txt").write_text("Fifth.")
    outcomes = imported(store, folder)
    assert [type(outcome) for outcome in outcomes] == [Imported, Failed, Failed, Imported, Imported]
    assert "b.txt: the file is empty." in str(outcomes[1].error)
    assert "c.bin: this is a picture, which Lesart does not read" in str(outcomes[2].error)
    article = store.articles.get(outcomes[3].article_id)
    assert (article.source, article.folder) == ("deep", folder.name)


def test_the_same_file_twice_is_stored_once(folder, store):
    (folder / "a.txt").write_text("Words.")
    [first] = imported(store, folder / "a.txt")
    [again] = imported(store, folder / "a.txt")
    assert again == AlreadyThere(first.name, first.article_id)
    assert store.articles.count() == 1


def test_files_can_be_filed_under_a_folder(folder, store):
    (folder / "a.txt").write_text("Words.")
    [outcome] = imported(store, folder, folder="Samples")
    assert store.articles.get(outcome.article_id).folder == "Samples"


def test_standard_input_is_one_article(store):
    [outcome] = imported(store, "-", stdin=io.BytesIO(b" date 2018-06 From a pipe."))
    assert store.articles.get(outcome.article_id).text == "From a pipe."
    [outcome] = imported(store, "-", stdin=io.BytesIO(b""))
    assert str(outcome.error) == "standard input: the file is empty."


def test_links_that_lead_round_end(folder, store):
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("Words.")
    (folder / "in" / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    outcomes = imported(store, folder)
    assert [type(outcome) for outcome in outcomes] == [Imported, Failed]


def test_what_would_never_end_is_not_opened(folder, store):
    os.mkfifo(folder / "pipe.txt")
    [outcome] = imported(store, folder)
    assert str(outcome.error).endswith("this is no regular file.")


def test_a_huge_file_is_refused_before_it_is_read(folder, store):
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    [outcome] = imported(store, folder)
    assert str(outcome.error).endswith("the file is larger than 32 MB.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(folder, store):
    (folder / "a.txt").write_text("Words.")
    (folder / "a.txt").chmod(0)
    [outcome] = imported(store, folder)
    assert str(outcome.error).endswith("no permission to read it.")


def test_a_missing_file_is_one_sentence(folder, store):
    missing, nameless = imported(store, folder / "none.txt", "\0")
    assert str(missing.error).endswith("none.txt: there is no such file.")
    assert "cannot be the name of a file" in str(nameless.error)


def test_names_with_escape_sequences_are_shown_clean(folder, store):
    (folder / "evil\x1b[31m\nname.txt").write_bytes(b"")
    os.close(os.open(os.fsencode(folder) + b"/\xff.txt", os.O_CREAT))
    for outcome in imported(store, folder):
        assert "\x1b" not in str(outcome.error)
        assert "\n" not in str(outcome.error)
        str(outcome.error).encode()


def test_lists_of_feeds_are_no_articles(folder, store):
    (folder / "feeds.opml").write_text('<?xml version="1.0"?><opml version="2.0"/>')
    assert imported(store, folder) == []
    [outcome] = imported(store, folder / "feeds.opml")
    assert "feed" in str(outcome.error)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"any": "JSON"}', "JSON"),
        (b'[\n  {"rows": 1}\n]\n', "JSON"),
        (b"%PDF-1.7 words", "a PDF"),
        (b"{\\rtf1 words}", "RTF"),
        (b"<opml version='2.0'></opml>", "lesart opml import"),
        (b"<rss version='2.0'></rss>", "lesart add"),
    ],
)
def test_what_is_no_article_is_told_whatever_its_name(folder, store, content, says):
    for name in ("notes.txt", "notes.w3c", "notes"):
        (folder / name).write_bytes(content)
        [outcome] = imported(store, folder / name)
        assert says in str(outcome.error)
    assert store.articles.count() == 0


def test_a_text_in_brackets_is_an_article(folder, store):
    (folder / "a.txt").write_text("[Update] The bridge is open.")
    (folder / "b").write_text("{Draft} The bridge is shut.")
    assert [type(outcome) for outcome in imported(store, folder)] == [Imported, Imported]


def test_an_export_under_another_name_comes_back(folder, store, tmp_path):
    (folder / "a.txt").write_text("The bridge is open.")
    imported(store, folder / "a.txt")
    (folder / "saved.lesart").write_text("\n".join(lines(store, [1], is_whole=True)))
    with Store.open(tmp_path / "other.db") as other:
        [outcome] = imported(other, folder / "saved.lesart")
        assert isinstance(outcome, BroughtBack)
        assert other.articles.count() == 1


def test_the_pictures_beside_a_saved_page_are_passed_over(folder, store):
    (folder / "page.html").write_text(PAGE)
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.html").write_text("<p>Buy.</p>")
    assert len(imported(store, folder)) == 1


def test_a_file_of_blanks_holds_no_text():
    for data in (b" \n\t ", b"<html><body><script>x</script></body></html>", b" date 2018-06 "):
        with pytest.raises(ImportFailed):
            read_file(data, "x")


def test_one_file_can_be_read_without_a_library(folder):
    (folder / "a.txt").write_text(" date 2018-06 Words.")
    assert read_path(folder / "a.txt").text == "Words."


def test_the_library_is_not_imported_into_itself(tmp_path, store):
    (tmp_path / "a.txt").write_text("Words.")
    assert [type(outcome) for outcome in imported(store, tmp_path)] == [Imported]


def test_a_line_of_markdown_that_begins_with_a_year_keeps_it() -> None:
    assert read_file(b"# Vintage\n\n1986. A great year.\n", "v.md").text == "1986. A great year."


def test_a_text_in_russian_windows_letters_is_read() -> None:
    words = "Паром снова ходит через реку каждый день."
    assert read_file(words.encode("cp1251"), "parom.txt").text == words
