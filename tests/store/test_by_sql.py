"""The library is a file for everybody: other programs read it as it is, and cannot spoil it."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.store import Store
from lesart.store.file.integrity import check
from lesart.store.tables.stories import Member
from tests.conftest import NOW, a_draft

PUBLISHED = 1_790_000_000  # 2026-09-21T14:13:20Z
TEXT = "About 3,000 soldiers and 25 to 30 ships left Basra. It cost €2.4 billion. " * 5
VIEWS = {"articles", "notes", "figures", "entities", "stories"}


def figure(surface: str, *numbers: int | None, **more: Any) -> Figure:
    at = TEXT.index(surface)
    ends = [None if number is None else Decimal(number) for number in numbers]
    return Figure(Span(at, at + len(surface)), surface, more.pop("kind", "count"), *ends, **more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Four articles: in a feed with all that can be found in one, plain, without a date, deleted."""
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        feed, _ = store.feeds.add("https://example.org/feed", title="Paper", folder="World")
        draft = a_draft(
            TEXT, title="Convoy", feed_id=feed.id, guid="1", link="https://example.org/1",
            author="A. Reporter", published=Moment(PUBLISHED), language="en", tags=("sea", "army"),
        )  # fmt: skip
        store.articles.add(draft, now=NOW)
        month = Moment(PUBLISHED - 20 * 86400 - 51_200, "month")
        store.articles.add(a_draft("Second.", title="Two", source="File", published=month), now=NOW)
        store.articles.add(a_draft("Third.", title="Three", published=None), now=NOW)
        store.articles.add(a_draft("Gone.", title="Four"), now=NOW)
        store.articles.delete([4])
        figures = (
            figure("3,000", 3000, noun="soldiers"), figure("25 to 30", None, 25, 30, noun="Ships"),
            figure("€2.4 billion", 2_400_000_000, kind="money", unit="EUR"),
        )  # fmt: skip
        at = TEXT.index("Basra")
        place = Entity("Basra", "LOC", (Mention(Span(at, at + 5), "Basra"),), "LOC:Basra")
        store.analyses.put(1, 1, Analysis("t/1", "en", figures, (place,)))
        store.analyses.put(4, 1, Analysis("t/1", "en", figures, (place,)))
        store.stories.put(Member(1, 1, None), 1, 1, [])
        store.stories.put(Member(2, 1, 1), 1, 1, [])
        first = store.annotations.add(
            1, make_anchor(TEXT, Span(6, 20)), now=NOW, note="Who counted?", tags=["doubt", "army"]
        )
        store.annotations.add(1, None, now=NOW + 60, note="The ministry.", parent=first.id)
        gone = store.annotations.add(2, None, now=NOW, note="Thrown away")
        store.annotations.delete(gone.id)
    return path


def sqlite_utils(*arguments: object) -> Any:
    """What its command writes, which knows nothing of us."""
    ran = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", *map(str, arguments)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout)


def plain(path: Path) -> contextlib.closing[sqlite3.Connection]:
    """Any other program: SQLite as it comes, without our functions and with its usual settings."""
    return contextlib.closing(sqlite3.connect(path))


def problems(path: Path) -> list[object]:
    return [finding for finding in check(path) if not finding.is_well]


# ------------------------------------------------------------------ reading


def test_sqlite_utils_lists_and_shows_every_table_and_view(path):
    tables = sqlite_utils("tables", path, "--counts", "--columns")
    views = sqlite_utils("views", path, "--counts", "--columns")
    assert {view["view"] for view in views} == VIEWS
    names = [table["table"] for table in tables] + [view["view"] for view in views]
    assert "article" in names
    with plain(path) as connection:
        for name in names:  # the command takes half a second each
            connection.execute(f'SELECT * FROM "{name}" LIMIT 5').fetchall()
    for view in VIEWS:
        assert sqlite_utils("rows", path, view)


def test_nothing_in_the_file_calls_a_function_that_only_we_have_but_what_guards_texts(path):
    with plain(path) as connection:
        calling = connection.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE '%lesart\\_%' ESCAPE '\\'"
        ).fetchall()
    assert {name for (name,) in calling} == {"body_added", "body_changed", "body_removed"}


def test_articles_have_readable_dates_no_more_precise_than_what_was_said(path):
    rows = sqlite_utils("query", path, "SELECT * FROM articles ORDER BY id")
    assert [(row["title"], row["published"], row["arrived"]) for row in rows] == [
        ("Convoy", "2026-09-21T14:13:20Z", "2026-11-18T11:06:40Z"),
        ("Two", "2026-09", "2026-11-18T11:06:40Z"),
        ("Three", None, "2026-11-18T11:06:40Z"),
    ]
    assert rows[0] == {
        "id": 1, "title": "Convoy", "source": "Paper", "folder": "World", "author": "A. Reporter",
        "link": "https://example.org/1", "language": "en", "published": "2026-09-21T14:13:20Z",
        "arrived": "2026-11-18T11:06:40Z", "corrected": None, "words": 70, "is_read": 0,
        "is_starred": 0, "tags": "army, sea", "notes": 2, "figures": 3, "entities": 1, "story": 1,
    }  # fmt: skip
    assert rows[1]["source"] == "File"


def test_figures_say_how_many_of_what_in_which_unit(path):
    rows = sqlite_utils("query", path, "SELECT * FROM figures ORDER BY high")
    said = [
        tuple(row[name] for name in ("value", "low", "high", "unit", "counted")) for row in rows
    ]
    assert said == [
        (None, 25, 30, "", "ships"),
        (3000, 3000, 3000, "", "soldiers"),
        (2_400_000_000, 2_400_000_000, 2_400_000_000, "EUR", None),
    ]
    assert {(row["article"], row["published"]) for row in rows} == {
        ("Convoy", "2026-09-21T14:13:20Z")
    }


def test_entities_say_who_is_named_where(path):
    assert sqlite_utils("rows", path, "entities") == [
        {
            "article_id": 1, "article": "Convoy", "source": "Paper",
            "published": "2026-09-21T14:13:20Z", "name": "Basra", "kind": "place",
            "key": "LOC:Basra",
        }
    ]  # fmt: skip


def test_notes_come_with_their_quotation_article_and_thread(path):
    first, second = sqlite_utils("rows", path, "notes")
    assert first.pop("uid") != second["uid"]
    assert first == {
        "id": 1, "article_id": 1, "article": "Convoy", "source": "Paper",
        "link": "https://example.org/1", "published": "2026-09-21T14:13:20Z",
        "quote": "3,000 soldiers", "note": "Who counted?", "tags": "army, doubt",
        "colour": "yellow", "state": "words stand", "answers": None,
        "created": "2026-11-18T11:06:40Z", "changed": "2026-11-18T11:06:40Z",
    }  # fmt: skip
    assert (second["quote"], second["answers"]) == (None, 1)


def test_stories_say_how_many_articles_of_how_many_sources_tell_them(path):
    assert sqlite_utils("rows", path, "stories") == [
        {
            "story": 1, "title": "Convoy", "articles": 2, "copies": 1, "sources": 2,
            "first": "2026-09-01T00:00:00Z", "last": "2026-09-21T14:13:20Z",
        }
    ]  # fmt: skip


def test_words_are_found_by_sql_with_the_index_of_the_file(path):
    found = sqlite_utils(
        "query", path,
        "SELECT title FROM articles WHERE id IN"
        " (SELECT rowid FROM body_fts WHERE body_fts MATCH 'soldiers')",
    )  # fmt: skip
    assert found == [{"title": "Convoy"}]


def test_a_program_that_only_reads_has_not_replaced_the_library(path):
    with Store.open(path) as store:
        sqlite_utils("rows", path, "articles")
        assert not store.is_replaced()
        store.articles.add(a_draft("Written while another program looks on."), now=NOW)
        with plain(path) as other:
            assert other.execute("SELECT count(*) FROM articles").fetchone() == (4,)
        assert not store.is_replaced()
        store.articles.add(a_draft("And once more."), now=NOW)
    assert problems(path) == []


# ------------------------------------------------------------------ writing

REFUSED = {
    "a new text": "INSERT INTO packed_body (article_id, title, text) VALUES (99, 'T', 'words')",
    "another text": "UPDATE packed_body SET text = 'other words' WHERE article_id = 1",
    "another title of a text": "UPDATE packed_body SET title = 'Other'",
    "a text replaced": "INSERT OR REPLACE INTO packed_body (article_id, title, text)"
    " VALUES (1, 'T', 'words')",
    "a text deleted": "DELETE FROM packed_body WHERE article_id = 2",
    "every text deleted": "DELETE FROM packed_body",
    "an article deleted": "DELETE FROM article WHERE id = 3",
    "an article with notes deleted": "DELETE FROM article WHERE id = 1",
    "the index made of nothing": "INSERT INTO body_fts(body_fts) VALUES ('rebuild')",
    "titles indexed anew": "INSERT INTO title_fts(title_fts) VALUES ('rebuild')",
    "a word taken from the index": "DELETE FROM body_fts WHERE rowid = 1",
    "a view": "UPDATE articles SET title = 'Other'",
}
TAKEN = {
    "read": "UPDATE article SET is_read = 1",
    "starred": "UPDATE article SET is_starred = 1 WHERE id = 1",
    "out of sight": "UPDATE article SET is_deleted = 1 WHERE id = 2",
    "a tag": "INSERT INTO article_tag (tag, article_id) VALUES ('mine', 1)",
    "a feed's name": "UPDATE feed SET own_title = 'Mine'",
    "a note's words": "UPDATE annotation SET note = 'Other words, zebra' WHERE id = 1",
    "a note deleted": "UPDATE annotation SET is_deleted = 1 WHERE id = 1",
    "a note destroyed": "DELETE FROM annotation WHERE id = 2",
    "a new note": "INSERT INTO annotation (uid, article_id, note, created, changed)"
    " VALUES ('u-1', 3, 'By another program, zebra', 1, 1)",
    "notes indexed anew": "INSERT INTO note_fts(note_fts) VALUES ('rebuild')",
}


@pytest.mark.parametrize("sql", REFUSED.values(), ids=REFUSED)
def test_what_would_part_texts_from_their_index_is_refused_as_a_whole(path, sql):
    with plain(path) as connection:
        before = list(connection.iterdump())
        with pytest.raises(sqlite3.Error):
            connection.execute(sql)
        connection.commit()
        assert list(connection.iterdump()) == before
    assert problems(path) == []


@pytest.mark.parametrize("sql", TAKEN.values(), ids=TAKEN)
def test_what_another_program_may_write_leaves_everything_in_step(path, sql):
    with plain(path) as connection, connection:
        assert connection.execute(sql).rowcount
    assert problems(path) == []
    with Store.open(path) as store:
        assert store.articles.count() >= 2
        store.articles.add(a_draft("Ours after theirs."), now=NOW)
    assert problems(path) == []


def test_a_note_that_another_program_wrote_is_found_and_counted(path):
    with plain(path) as connection, connection:
        connection.execute(TAKEN["a new note"])
    with Store.open(path) as store:
        [headline] = store.articles.headlines([3])
        assert headline.note_count == 1
        [note] = store.annotations.of(3)
        assert note.note == "By another program, zebra"


# ------------------------------------------------------------------ what the README says

HOUSE = Path(__file__).parents[2]
READMES = {
    path.name: path.read_text("utf-8")
    for path in (HOUSE / "README.md", *sorted(HOUSE.glob("src/lesart/translations/README.*.md")))
}
QUERIES = {
    name: re.findall(r"```sql\n(.+?)\n```", text, re.DOTALL) for name, text in READMES.items()
}
each_readme = pytest.mark.parametrize("readme", READMES)


@each_readme
def test_the_readme_names_every_view_with_all_its_columns(path, readme):
    row = r"^\| `(\w+)` \|[^|]+\| `([a-z_]+, [\w, ]+)` \|$"
    said = dict(re.findall(row, READMES[readme], re.MULTILINE))
    views = sqlite_utils("views", path, "--columns")
    assert {view["view"]: ", ".join(view["columns"]) for view in views} == said


@pytest.fixture
def asked(path: Path) -> Path:
    """With a second source that says otherwise, so that there is something to find."""
    with Store.open(path) as store:
        other, _ = store.feeds.add("https://example.net/feed", title="Gazette")
        draft = a_draft(TEXT, title="Convoy again", feed_id=other.id, published=Moment(PUBLISHED))
        added = store.articles.add(draft, now=NOW)
        figures = (figure("3,000", 4500, noun="soldiers"),)
        store.analyses.put(added.id, 1, Analysis("t/1", "en", figures, ()))
    return path


@each_readme
def test_there_are_five_queries(readme):
    assert len(QUERIES[readme]) == 5


@each_readme
@pytest.mark.parametrize(
    ("number", "first"),
    [
        (0, {"name": "Basra", "kind": "place", "articles": 1}),
        (1, {"value": 2_400_000_000, "article": "Convoy", "source": "Paper",
             "published": "2026-09-21T14:13:20Z"}),
        (2, {"counted": "soldiers", "unit": "", "least": 3000, "most": 4500, "articles": 2}),
        (3, {"article": "Convoy", "quote": "3,000 soldiers", "note": "Who counted?",
             "link": "https://example.org/1"}),
        (4, {"month": "2026-09", "articles": 2}),
    ],
)  # fmt: skip
def test_the_queries_of_the_readme_answer(asked, readme, number, first):
    rows = sqlite_utils("query", asked, QUERIES[readme][number])
    assert rows[0] == first
