"""A library that an older Lesart wrote is brought up to date, and nothing in it is lost."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lesart.model.errors import LibraryError
from lesart.services.save_article import keep_text
from lesart.store import Store
from lesart.store.file import migration_steps as steps
from lesart.store.file import migrations as schema
from lesart.store.file import opening as database
from lesart.store.file.integrity import check, repair
from lesart.store.file.locks import Holding
from lesart.store.file.restoring import restore
from lesart.store.noun_index import FIRST_NOUN, SPEAKER
from lesart.store.sql_functions import register, unpacked
from lesart.text.folding import fold
from tests.conftest import NOW, a_draft
from tests.store.seen import seen

FIXTURES = Path(__file__).parent / "fixtures"
UNCHANGED = (
    "feed", "revision", "page", "annotation", "article_tag", "annotation_tag", "verdict", "draft",
    "saved_query", "watch_word", "setting", "entity",
)  # fmt: skip
"""Tables that have the same rows in every schema so far."""


LANDED = range(1, database.SCHEMA_VERSION)
"""Every schema before the present one; each has its library in the fixtures."""


def of_schema(number: int, folder: Path) -> Path:
    """A library as that schema had it: two languages, revisions, figures, notes, orphans, feeds …"""
    path = folder / "library.sqlite"
    path.write_bytes(gzip.decompress((FIXTURES / f"schema-{number}.sqlite.gz").read_bytes()))
    path.chmod(0o600)
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return of_schema(1, tmp_path)


@pytest.fixture(scope="module")
def seen_before() -> dict:
    """What the program of that schema showed of it."""
    stored = gzip.decompress((FIXTURES / "schema-1.json.gz").read_bytes())
    return json.loads(stored, object_hook=_with_new_fields)


NEW_FIELDS = dict.fromkeys(("until", "of", "role", "per", "against", "since", "pair"), "")
"""What a figure may say since, as notes may have more fields; an older library says nothing there."""


def _with_new_fields(shown: dict) -> dict:
    if "qualifier" in shown and "surface" in shown:
        return {**NEW_FIELDS, **shown}
    if "engine" in shown and "entities" in shown:
        return {"revised": [], "in_passing": [], **shown}
    if "etag" in shown and "url" in shown:
        return {"every": None, "muted_until": None, **shown}
    if "uid" in shown and "anchor" in shown:
        return _without_blank_ends({"suggestion": None, "parent": None, **shown})
    return shown


def _without_blank_ends(note: dict) -> dict:
    """A quotation that an older program kept with blank ends is shown without them since."""
    if note["anchor"] is None or (words := note["anchor"][0]) == words.strip():
        return note
    exact, prefix, suffix, start, end = note["anchor"]
    first, last = len(exact) - len(exact.lstrip()), len(exact.rstrip()) - len(exact)
    anchor = [
        exact.strip(), (prefix + exact[:first])[-32:], (exact[len(exact) + last :] + suffix)[:32],
        start + first, end + last,
    ]  # fmt: skip
    span = note["span"] and [note["span"][0] + first, note["span"][1] + last]
    return {**note, "anchor": anchor, "span": span}


def rows(path: Path, sql: str) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        register(connection)
        return connection.execute(sql).fetchall()


def backups(path: Path) -> list[Path]:
    return list(path.parent.glob("library.backup-*.sqlite"))


def version(path: Path) -> int:
    return rows(path, "PRAGMA user_version")[0][0]


def test_a_reader_sees_everything_just_as_before(old, seen_before):
    with Store.open(old) as store:
        now = seen(store)
    assert sorted(now) == sorted(seen_before)
    for room, was in seen_before.items():
        assert now[room] == was, room


@pytest.mark.parametrize("number", LANDED)
def test_a_reader_sees_the_same_whatever_schema_it_comes_from(tmp_path, number, seen_before):
    path = of_schema(number, tmp_path)
    before = {table: rows(path, f"SELECT * FROM {table}") for table in UNCHANGED}
    with Store.open(path) as store:
        now = seen(store)
    assert now == seen_before
    assert {table: rows(path, f"SELECT * FROM {table}") for table in before} == before
    assert version(path) == database.SCHEMA_VERSION
    assert len(backups(path)) == 1
    assert [finding for finding in check(path) if not finding.is_well] == []


def test_numbers_are_the_same_on_shelves_as_they_were_without(tmp_path):
    path = of_schema(11, tmp_path)
    tables = {
        "amount": "unit_id, number, article_id, noun_id, high, roles",
        "amount_range": "unit_id, high, low, article_id, noun_id, roles",
    }
    before = {
        table: rows(path, f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3, 4, 5")
        for table, columns in tables.items()
    }
    figures = rows(
        path, "SELECT article_id, value, low, high, unit, counted FROM figures ORDER BY 1, 3, 2"
    )
    assert all(before.values())
    with Store.open(path) as store:
        for table, columns in tables.items():
            found = rows(path, f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3, 4, 5")
            assert found == before[table]
            assert rows(path, f"SELECT count(*) FROM {table} WHERE shelf <> article_id >> 14") == [
                (0,)
            ]
        assert store.analyses.index_again() == []
        for table, columns in tables.items():
            found = rows(path, f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3, 4, 5")
            assert found == before[table]
    assert figures == rows(
        path, "SELECT article_id, value, low, high, unit, counted FROM figures ORDER BY 1, 3, 2"
    )


def test_a_library_that_somebody_has_open_is_not_brought_up_to_date(old):
    before = old.read_bytes()
    with (
        contextlib.closing(Holding(old)),  # a screen of the older program
        pytest.raises(LibraryError, match="cannot be brought up to date now"),
    ):
        Store.open(old)
    assert version(old) == 1
    assert old.read_bytes() == before
    assert not backups(old)
    Store.open(old).close()


def test_what_takes_long_is_told_before_it_begins(old, monkeypatch):
    monkeypatch.setattr(database, "_LARGE", 1000)
    told: list[str] = []

    def tell(words: str) -> None:
        assert version(old) == 1
        told.append(words)

    Store.open(old, tell=tell).close()
    [words] = told
    assert "is brought up to date, about 1 min" in words
    assert str(backups(old)[0]) in words
    Store.open(old, tell=tell).close()
    assert len(told) == 1


def test_every_row_of_every_table_is_there(old):
    before = {table: rows(old, f"SELECT * FROM {table}") for table in UNCHANGED}
    columns = [row[1] for row in rows(old, "PRAGMA table_info(article)") if row[1] != "canonical"]
    articles = rows(old, f"SELECT {', '.join(columns)} FROM article")
    bodies = rows(old, "SELECT article_id, title, text, blocks, enclosures FROM body")
    addresses = rows(old, "SELECT count(*) FROM article WHERE canonical <> ''")
    numbers = rows(
        old, "SELECT DISTINCT unit, low_number, article_id, noun_key FROM figure"
        " WHERE low_number = high_number ORDER BY 1, 2, 3, 4",
    )  # fmt: skip
    ranges = rows(
        old, "SELECT DISTINCT unit, low_number, high_number, article_id, noun_key FROM figure"
        " WHERE low_number <> high_number ORDER BY 1, 2, 3, 4, 5",
    )  # fmt: skip
    units = rows(old, "SELECT DISTINCT unit, article_id FROM figure WHERE unit <> '' ORDER BY 1, 2")
    nouns = rows(old, "SELECT DISTINCT noun_key, article_id FROM figure WHERE noun_key <> ''")
    named = rows(old, "SELECT entity_id, article_id FROM naming")
    sources = rows(old, "SELECT attribution, article_id FROM figure WHERE attribution <> ''")
    words = rows(old, "SELECT term FROM body_words")
    with Store.open(old):
        pass
    assert {table: rows(old, f"SELECT * FROM {table}") for table in UNCHANGED} == before
    assert rows(old, f"SELECT {', '.join(columns)} FROM article") == articles
    texts = "SELECT article_id, title, lesart_unpacked(text), blocks, enclosures FROM packed_body"
    assert rows(old, texts) == bodies
    assert rows(old, "SELECT count(*) FROM article WHERE story IS NOT NULL") == addresses
    named_numbers = (
        "SELECT u.name, {}, article_id, coalesce(n.name, '') FROM {} m JOIN unit u ON u.id = unit_id"
        " LEFT JOIN noun n ON n.id = m.noun_id WHERE {} ORDER BY 1, 2, 3, 4, 5"
    )
    assert (
        rows(old, named_numbers.format("number", "amount", "high IS NULL").replace(", 5", ""))
        == numbers
    )
    assert rows(old, named_numbers.format("low, high", "amount_range", "low <= high")) == ranges
    assert units == rows(
        old,
        "SELECT u.name, article_id FROM unit u JOIN amount ON unit_id = u.id WHERE u.name <> '' UNION"
        " SELECT u.name, article_id FROM unit u JOIN amount_range ON unit_id = u.id WHERE u.name <> ''"
        " ORDER BY 1, 2",
    )
    counted = rows(old, "SELECT n.name, article_id FROM counted JOIN noun n ON n.id = noun_id")
    assert sorted(row for row in counted if row[0] >= FIRST_NOUN) == sorted(nouns)
    told = [(row[0][len(SPEAKER) :], row[1]) for row in counted if row[0].startswith(SPEAKER)]
    assert sorted(told) == sorted({(fold(name), article_id) for name, article_id in sources})
    assert sorted(rows(old, "SELECT * FROM naming")) == sorted(named)
    listed = "\n".join(row[0] for row in rows(old, "SELECT words FROM vocabulary")).split("\n")
    assert sorted(listed) == sorted(row[0] for row in words)


FOUND_BY = {
    "counted": "SELECT n.name, c.article_id FROM counted c JOIN noun n ON n.id = c.noun_id"
    " ORDER BY 1, 2",
    "noun_fts": "SELECT f.rowid FROM noun_fts f WHERE noun_fts MATCH 'soldaten OR thomas OR 0dead'"
    " ORDER BY 1",
}


def test_what_figures_said_before_is_found_without_a_new_analysis(tmp_path):
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((FIXTURES / "schema-8-figures.sqlite.gz").read_bytes()))
    path.chmod(0o600)
    before = rows(path, "SELECT article_id, engine, found FROM analysis")
    with Store.open(path) as store:
        assert rows(path, "SELECT article_id, engine, found FROM analysis") == before
        found = {what: rows(path, sql) for what, sql in FOUND_BY.items()}
        said = {name for name, _ in found["counted"] if name < FIRST_NOUN and name[0] == "\x1e"}
        assert said == {
            "\x1eosiemens", "\x1epperson", "\x1esfinanzvorstand ralf thomas", "\x1esgeneral muller",
            "\x1esjanet yellen", "\x1erdelta", "\x1erto", "\x1erfrom", "\x1erlevel",
        }  # fmt: skip
        assert len(found["noun_fts"]) == 3
        assert store.analyses.index_again() == []
        assert {what: rows(path, sql) for what, sql in FOUND_BY.items()} == found
    assert [finding for finding in check(path) if not finding.is_well] == []


def test_what_figures_are_to_their_nouns_stands_beside_them_without_a_new_analysis(tmp_path):
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((FIXTURES / "schema-10-figures.sqlite.gz").read_bytes()))
    path.chmod(0o600)
    tables = {
        "counted": "n.name, m.article_id, m.roles FROM counted m JOIN noun n ON n.id = m.noun_id",
        "amount": "unit_id, number, m.article_id, noun_id, m.roles FROM amount m WHERE high IS NULL",
        "amount_range": "unit_id, high, low, m.article_id, noun_id, m.roles FROM amount_range m",
    }
    with Store.open(path) as store:
        found = {
            table: sorted(rows(path, f"SELECT {columns}")) for table, columns in tables.items()
        }
        roles = {row[-1] for rows_of in found.values() for row in rows_of}
        assert len(roles) > 3
        assert store.analyses.index_again() == []
        assert found == {
            table: sorted(rows(path, f"SELECT {columns}")) for table, columns in tables.items()
        }
    assert [finding for finding in check(path) if not finding.is_well] == []


def test_a_long_step_tells_how_far_it_is(tmp_path, monkeypatch):
    path = of_schema(8, tmp_path)
    monkeypatch.setattr(steps, "_LONG", 2)
    told: list[str] = []
    Store.open(path, tell=told.append).close()
    assert told[-1].endswith("100 %")
    assert len(told) >= 2


@pytest.mark.parametrize("found", ["[", "[1,[]]", '[[[0,1,"count",null]],[]]', '[["x"],[]]', "{}"])
def test_findings_that_make_no_sense_stop_no_migration(tmp_path, found):
    path = of_schema(8, tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE analysis SET found = ? WHERE article_id = 1", [found])
        connection.commit()
    Store.open(path).close()
    assert version(path) == database.SCHEMA_VERSION


def test_a_dated_copy_of_the_old_file_is_kept(old):
    articles = rows(old, "SELECT * FROM article")
    with Store.open(old):
        pass
    [backup] = backups(old)
    assert version(backup) == 1
    assert rows(backup, "SELECT * FROM article") == articles


def test_a_library_brought_up_to_date_is_sound_and_works_on(old):
    with Store.open(old) as store:
        added = store.articles.add(a_draft("Ein Zweitkran steht bereit.", guid="x"), now=NOW)
        store.analyses.put(added.id, 1, store.analyses.get(1))
        keep_text(store, 1, a_draft("Other words."), now=NOW)
    assert [finding for finding in check(old) if not finding.is_well] == []
    list(repair(old))
    assert [finding for finding in check(old) if not finding.is_well] == []


def test_an_older_backup_can_be_put_back(old, tmp_path, seen_before):
    other = tmp_path / "elsewhere" / "mine.sqlite"
    with Store.open(other) as store:
        store.articles.add(a_draft("Something else."), now=NOW)
    restore(other, old)
    with Store.open(other) as store:
        assert seen(store)["articles"] == seen_before["articles"]


def test_reading_alone_never_changes_an_old_file(old):
    before = old.read_bytes()
    with pytest.raises(LibraryError, match="older schema"):
        Store.open(old, is_read_only=True)
    assert old.read_bytes() == before


BREAKS_AT = (
    ("M002", "DROP TABLE body;"), ("M002", "DROP TABLE figure;"), ("M002", "article_of_folder"),
    ("M004", "DROP VIEW body;"), ("M004", "DROP TABLE amount;"), ("VIEWS_4", "CREATE VIEW entities"),
    ("M005", "INSERT OR IGNORE INTO amount"), ("VIEWS_5", "CREATE VIEW entities"),
    ("VIEWS_8", "CREATE VIEW articles"),
    ("M007", "DELETE FROM story_key"),
    ("M009", "CREATE VIRTUAL TABLE noun_fts"),
    ("M010", "CREATE TRIGGER naming_uncounted"),
    ("M012", "CREATE TABLE shelved_amount_range"), ("VIEWS_12", "DROP TABLE amount_range;"),
)  # fmt: skip


def due(script: str) -> range:
    """The schemas that a library may have which this script is still to change."""
    return range(1, int(script.lstrip("MVIEWS_")))


@pytest.mark.parametrize(
    ("number", "script", "statement"),
    [
        pytest.param(
            number, script, statement,
            marks=[] if number in (due(script)[0], due(script)[-1]) else pytest.mark.slow,
        )
        for script, statement in BREAKS_AT
        for number in due(script)
    ],
)  # fmt: skip
def test_an_error_half_way_leaves_the_old_file_whole(
    tmp_path, number, script, statement, monkeypatch, seen_before
):
    old = of_schema(number, tmp_path)
    whole = getattr(schema, script)
    broken = whole.replace(statement, f"SELECT no_such_thing(); {statement}", 1)
    assert broken != whole
    with monkeypatch.context() as patch:
        patch.setattr(schema, script, broken)
        with pytest.raises(LibraryError):
            Store.open(old)
    assert rows(old, "PRAGMA integrity_check") == [("ok",)]
    assert version(old) in due(script)
    with Store.open(old) as store:
        assert seen(store) == seen_before


_KILLED = """
import os, signal, sys
from lesart.store import Store, sql_functions
from lesart.store.file import migration_steps, migrations, shelf_steps
path, room, name, left = sys.argv[1], *sys.argv[2].split("."), int(sys.argv[3])
room = {"sql_functions": sql_functions, "steps": migration_steps, "migrations": migrations,
    "shelf_steps": shelf_steps}[room]
real = getattr(room, name)
def dying(*arguments):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments)
setattr(room, name, dying)
Store.open(path)
"""


@pytest.mark.parametrize(
    ("number", "dies_in", "after"),
    [
        (1, "sql_functions.packed", 0), (1, "sql_functions.packed", 5), (1, "sql_functions.packed", 15),
        *((n, "migrations.put_in_amounts", 0) for n in LANDED if n < 4),
        *((n, "steps._numbers_of", 4) for n in LANDED if n < 4),
        *((n, "migrations.redefine", 0) for n in LANDED if n < 4),
        *((n, "migrations.redefine", 1) for n in LANDED if n < 4),
        (4, "migrations.run", 0), (4, "migrations.run", 1),
        *((n, "migrations.tell_addresses_apart", 0) for n in LANDED if n < 6),
        (6, "migrations.run", 0), (7, "migrations.run", 0),
        *((n, "migrations.put_in_what_figures_say", 0) for n in LANDED if n in (1, 8)),
        *((n, "steps._count", 0) for n in LANDED if n in (1, 5, 8)),
        (9, "migrations.run", 0),
        *((n, "migrations.put_on_shelves", 0) for n in LANDED if n in (1, 11)),
        (11, "shelf_steps.islice", 1), (11, "migrations.run", 1),
    ],
)  # fmt: skip
def test_a_program_killed_half_way_leaves_the_old_file_whole(
    tmp_path, number, dies_in, after, seen_before
):
    old = of_schema(number, tmp_path)
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, str(old), dies_in, str(after)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert version(old) < database.SCHEMA_VERSION
    with Store.open(old) as store:
        assert seen(store) == seen_before
    assert version(old) == database.SCHEMA_VERSION
    assert [finding for finding in check(old) if not finding.is_well] == []


_ON_A_FULL_DISK = """
import resource, sys
from lesart.model.errors import LibraryError
from lesart.store import Store
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    Store.open(sys.argv[1])
except LibraryError as error:
    sys.exit(f"said: {error}")
"""


@pytest.mark.parametrize("number", LANDED)
def test_without_room_for_the_copy_nothing_is_done(tmp_path, number, seen_before):
    old = of_schema(number, tmp_path)
    before = old.read_bytes()
    ended = subprocess.run(
        [sys.executable, "-c", _ON_A_FULL_DISK, str(old), str(old.stat().st_size // 2)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("said: ")
    assert "full" in ended.stderr
    assert old.read_bytes() == before
    assert not backups(old), "half a copy would look like a whole one"
    with Store.open(old) as store:
        assert seen(store) == seen_before


@pytest.mark.parametrize(
    ("number", "pages"), [*((n, 0) for n in LANDED if n < 6), *((n, 3) for n in LANDED if n < 4)]
)  # from 4 on less is needed, and from 6 on none: a table goes before a smaller one comes
def test_a_disk_that_fills_up_half_way_leaves_the_old_file_whole(
    tmp_path, number, pages, monkeypatch, seen_before
):
    old = of_schema(number, tmp_path)

    def cramped(connection: sqlite3.Connection) -> None:
        register(connection)
        count = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {count + pages}")

    with monkeypatch.context() as patch:
        patch.setattr(database, "register", cramped)
        with pytest.raises(LibraryError, match="the disk is full"):
            Store.open(old)
    assert version(old) < database.SCHEMA_VERSION
    assert rows(old, "PRAGMA integrity_check") == [("ok",)]
    assert len(backups(old)) == 1
    with Store.open(old) as store:
        assert seen(store) == seen_before
    assert [finding for finding in check(old) if not finding.is_well] == []


def test_a_text_that_was_damaged_on_the_disk_is_noticed_and_what_is_left_of_it_kept(old):
    with Store.open(old) as store:
        text = store.articles.text(1)
        [stored] = store.connection.execute(
            "SELECT text FROM packed_body WHERE article_id = 1"
        ).fetchone()
        half = bytearray(stored)
        half[len(half) // 2] ^= 0xFF
        for name in ("body_added", "body_removed", "body_changed"):
            store.connection.execute(f"DROP TRIGGER {name}")
        store.connection.execute("UPDATE packed_body SET text = ? WHERE article_id = 1", [half])
        for sql in schema.M002.split("CREATE TRIGGER ")[1:4]:
            store.connection.execute("CREATE TRIGGER " + sql.split("END;")[0] + "END")
        with pytest.raises(ValueError, match="damaged"):
            unpacked(bytes(half))
    assert "words of texts" in {f.what for f in check(old) if not f.is_well}
    said = " ".join(repair(old))
    assert "1 text was damaged" in said
    assert [finding for finding in check(old) if not finding.is_well] == []
    with Store.open(old) as store:
        kept = store.articles.get(1)
        assert kept.text_state
        assert kept.text[:200] == text[:200]


def test_addresses_that_an_older_program_took_for_one_are_told_apart(old):
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA user_version")
        ids = [row[0] for row in connection.execute("SELECT id FROM article ORDER BY id LIMIT 2")]
        for number, article_id in enumerate(ids):
            connection.execute(
                "UPDATE article SET link = ?, canonical = 'https://example.org/doc' WHERE id = ?",
                [f"https://example.org/doc?ref={4711 + number}", article_id],
            )
        connection.commit()
    with Store.open(old) as store:
        assert store.articles.same_story(ids[0]) == []


def test_entities_are_brought_together_anew_and_know_their_articles(tmp_path):
    from lesart.services.asking.grouping import group_waiting

    with Store.open(of_schema(9, tmp_path)) as store:
        for _ in group_waiting(store):
            pass
        counted = store.connection.execute(
            "SELECT sum(articles), (SELECT count(*) FROM naming) FROM same_entity"
        ).fetchone()
        assert counted[0] == counted[1] > 0
        assert store.entity_choices.all() == []


def test_a_new_library_loads_nothing_for_numbers_that_it_does_not_store(tmp_path):
    pytest.importorskip("numpy")
    program = (
        "import sys; from pathlib import Path; from lesart.store import Store\n"
        f"Store.open(Path({str(tmp_path / 'new.sqlite')!r})).close()\n"
        "print('sqlite_utils' in sys.modules, 'numpy' in sys.modules)\n"
        "import numpy; print(numpy.arange(3).sum())\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
    assert said.split() == [b"True", b"False", b"3"]
