"""`export --format sqlite` writes a plain file that other programs read, all of it or none."""

from __future__ import annotations

import contextlib
import json
import resource
import sqlite3
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.errors import LesartError, UsageError
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.exporting.sqlite_file import write
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "The ministry says 3,000 soldiers left Basra.\n\nBasra has 25 to 30 ships. " * 4


@pytest.fixture
def full(store: Store) -> Store:
    feed, _ = store.feeds.add("https://me:secret@example.org/feed", title="Paper")
    draft = a_draft(
        TEXT, title="Convoy", feed_id=feed.id, guid="1", link="https://me:secret@example.org/1",
        published=Moment(NOW, "day"), tags=("army",),
    )  # fmt: skip
    store.articles.add(replace(draft, text="Earlier words.", title="Con"), now=NOW)
    store.articles.add(draft, now=NOW + 60)
    store.articles.add(a_draft("Größe zählt.", title="Other"), now=NOW)
    first = Figure(
        Span(18, 23), "3,000", "count", Decimal(3000), noun="soldiers", attribution="The ministry",
        sentence=Span(0, 44), salience=0.9,
    )  # fmt: skip
    second = Figure(
        Span(56, 64), "25 to 30", "count", low=Decimal(25), high=Decimal(30), noun="ships"
    )
    mentions = (Mention(Span(38, 43), "Basra"), Mention(Span(46, 51), "Basra"))
    place = Entity("Basra", "LOC", mentions, "LOC:Basra", 0.8)
    half = Entity("US", "LOC", (Mention(Span(18, 20), "3,"),), "LOC:US")
    found = Analysis("t/1", "en", (first, second), (place,), in_passing=(half,))
    assert store.analyses.put(1, 2, found)
    note = store.annotations.add(
        1, make_anchor(TEXT, Span(18, 32)), now=NOW, note="Who?", tags=["doubt"]
    )
    store.annotations.add(1, None, now=NOW, note="They.", parent=note.id)
    return store


def rows(path: Path, sql: str) -> list[dict[str, Any]]:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


@pytest.fixture
def written(full: Store, tmp_path: Path) -> Path:
    path = tmp_path / "plain.sqlite"
    assert list(write(full, path, [1, 2])) == [2]
    return path


def test_articles_stand_there_with_their_text_and_the_texts_before(written):
    first, second = rows(written, "SELECT * FROM articles ORDER BY id")
    assert first["text"] == TEXT
    assert (first["source"], first["tags"], first["published"]) == ("Paper", "army", "2026-11-18")
    assert first["arrived"] == "2026-11-18T11:06:40Z"
    assert "Größe" in second["text"]
    assert [r["text"] for r in rows(written, "SELECT * FROM earlier_texts")] == ["Earlier words."]


def test_figures_stand_there_with_their_words_and_who_says_so(written):
    first, second = rows(written, "SELECT * FROM figures ORDER BY start")
    assert (first["words"], first["value"], first["low"], first["high"]) == (
        "3,000",
        3000,
        3000,
        3000,
    )
    assert (first["counted"], first["attribution"]) == ("soldiers", "The ministry")
    assert first["sentence"] == "The ministry says 3,000 soldiers left Basra."
    assert (second["value"], second["low"], second["high"]) == (None, 25, 30)


def test_names_stand_there_with_every_place_where_they_stand(written):
    place, half = rows(written, "SELECT * FROM entities ORDER BY in_passing")
    assert (half["name"], half["key"], half["in_passing"]) == ("US", "LOC:US", 1)
    assert (place["name"], place["kind"], place["mentions"]) == ("Basra", "place", 2)
    found = rows(
        written,
        "SELECT m.words, substr(a.text, m.start + 1, m.end - m.start) AS there FROM mentions m"
        " JOIN entities e ON e.id = m.entity_id JOIN articles a ON a.id = e.article_id",
    )
    there = [("Basra", "Basra")] * 2 + [("3,", "3,")]
    assert [(row["words"], row["there"]) for row in found] == there


def test_notes_stand_there_with_their_thread_and_tags(written):
    first, second = rows(written, "SELECT * FROM notes ORDER BY id")
    assert (first["quote"], first["note"], first["tags"]) == ("3,000 soldiers", "Who?", "doubt")
    assert first["state"] == "words stand"
    assert (second["quote"], second["answers"]) == (None, first["id"])


def test_a_row_says_all_that_is_known_of_an_article(full, tmp_path):
    full.articles.set_read([1], True)
    full.articles.set_starred([2], True)
    full.connection.execute("UPDATE article SET author = 'A. B.', folder = 'Files' WHERE id = 2")
    full.articles.add(a_draft("By the minute.", published=Moment(NOW), folder="F"), now=NOW)
    full.articles.add(a_draft("Undated.", published=None), now=NOW)
    list(write(full, tmp_path / "all.sqlite", [1, 2, 3, 4]))
    first, second, third, fourth = rows(tmp_path / "all.sqlite", "SELECT * FROM articles")
    assert {name: first[name] for name in (
        "id", "title", "source", "folder", "author", "link", "language", "published", "corrected",
        "words", "is_read", "is_starred", "tags",
    )} == {
        "id": 1, "title": "Convoy", "source": "Paper", "folder": "", "author": "",
        "link": "https://example.org/1", "language": "en", "published": "2026-11-18",
        "corrected": "2026-11-18T11:07:40Z", "words": 52, "is_read": 1, "is_starred": 0,
        "tags": "army",
    }  # fmt: skip
    assert (second["author"], second["folder"], second["corrected"]) == ("A. B.", "Files", None)
    assert (second["is_read"], second["is_starred"], second["tags"]) == (0, 1, "")
    assert (third["published"], fourth["published"]) == ("2026-11-18T11:06:40Z", None)
    [old] = rows(tmp_path / "all.sqlite", "SELECT * FROM earlier_texts")
    assert (old["title"], old["replaced"]) == ("Con", "2026-11-18T11:07:40Z")


def test_a_row_says_where_a_note_stands_or_that_its_words_are_gone(full, tmp_path):
    notes = full.annotations
    moved = notes.add(1, make_anchor(TEXT, Span(0, 12)), now=NOW + 1, colour="red", uid="moved")
    gone = notes.add(1, make_anchor(TEXT, Span(0, 3)), now=NOW, tags=["a", "b"], uid="gone")
    notes.place(moved.id, Span(4, 12), "changed")
    notes.place(gone.id, None, "orphan")
    list(write(full, tmp_path / "all.sqlite", [1]))
    told = {row["uid"]: row for row in rows(tmp_path / "all.sqlite", "SELECT * FROM notes")}
    assert told["moved"] == {
        "id": moved.id, "article_id": 1, "quote": "The ministry", "note": "", "tags": "",
        "colour": "red", "state": "words were changed", "answers": None, "start": 4, "end": 12,
        "created": "2026-11-18T11:06:41Z", "changed": "2026-11-18T11:06:41Z", "uid": "moved",
    }  # fmt: skip
    gone = told["gone"]
    assert (gone["state"], gone["start"], gone["end"], gone["tags"]) == (
        "words are gone", None, None, "a, b",
    )  # fmt: skip


def test_words_can_be_searched_and_no_function_of_ours_is_called(written):
    found = rows(
        written, "SELECT rowid, snippet(articles_fts, 1, '[', ']', '…', 4) AS s"
        " FROM articles_fts WHERE articles_fts MATCH 'grosse OR große OR soldiers'",
    )  # fmt: skip
    assert found
    assert "[soldiers]" in found[0]["s"]
    assert rows(written, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    ran = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", "tables", str(written), "--counts"],
        capture_output=True, text=True,
    )  # fmt: skip
    counts = {table["table"]: table["count"] for table in json.loads(ran.stdout)}
    assert (counts["articles"], counts["figures"], counts["notes"]) == (2, 2, 2)
    assert not rows(written, "SELECT name FROM sqlite_master WHERE sql LIKE '%lesart%'")


def test_no_password_leaves_and_only_its_owner_reads_it(written):
    assert b"secret" not in written.read_bytes()
    assert written.stat().st_mode & 0o077 == 0


def test_only_what_was_asked_for_is_written(full, tmp_path):
    path = tmp_path / "one.sqlite"
    assert list(write(full, path, [2, 99])) == [1]
    assert [row["id"] for row in rows(path, "SELECT id FROM articles")] == [2]


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(full, tmp_path):
    path = tmp_path / "mine.sqlite"
    path.write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        list(write(full, path, [1]))
    assert path.read_text() == "mine"
    list(write(full, path, [1], may_replace=True))
    assert rows(path, "SELECT id FROM articles") == [{"id": 1}]


def test_a_full_disk_leaves_nothing_half_written(full, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, usual[1]))
    try:
        with pytest.raises(LesartError, match=r"out/plain\.sqlite"):
            list(write(full, folder / "plain.sqlite", [1, 2]))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list(folder.iterdir()) == []


def test_stopping_in_the_middle_leaves_nothing_behind(full, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    begun = write(full, folder / "plain.sqlite", [1, 2])
    next(begun)
    begun.close()
    assert list(folder.iterdir()) == []
