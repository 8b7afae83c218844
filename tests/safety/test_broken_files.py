"""Files that are broken, foreign or newer: every command says so in a sentence and changes nothing."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.text import Span
from lesart.store import Store
from lesart.store.file.opening import PAGE_SIZE
from tests.conftest import NOW, a_draft

ARTICLES, NOTES = 120, 20


def a_library(path: Path) -> None:
    with Store.open(path) as store:
        for number in range(ARTICLES):
            words = " ".join(f"w{number * 7 % 113}{at}" for at in range(120))
            added = store.articles.add(a_draft(f"Article {number} says {words}."), now=NOW)
            if number < NOTES:
                text = store.articles.text(added.id)
                anchor = make_anchor(text, Span(0, 7))
                store.annotations.add(added.id, anchor, now=NOW, note=f"note {number}")
            names = tuple(
                Entity(f"Name {number} {at}", "ORG", (Mention(Span(0, 7), "Article"),), "")
                for at in range(6)
            )
            store.analyses.put(added.id, 1, Analysis("t/1", "en", (), names))
        store.connection.execute("PRAGMA wal_checkpoint(truncate)")


def edited(change: Callable[[bytearray], bytes | bytearray | None]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        data = bytearray(path.read_bytes())
        path.write_bytes(change(data) or data)

    return edit


def zeroed(data: bytearray) -> None:
    for page in range(40, 60):
        data[page * PAGE_SIZE : (page + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)


def flipped(data: bytearray) -> None:
    chance = random.Random(5)
    for _ in range(400):
        data[chance.randrange(PAGE_SIZE * 3, len(data))] ^= 1 << chance.randrange(8)


def without_roots(path: Path) -> None:
    """The first pages of the large tables, through which their other pages are found, are lost."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        roots = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
            " AND name IN ('packed_body', 'entity', 'analysis', 'body_fts_data', 'vocabulary')"
        ).fetchall()
    data = bytearray(path.read_bytes())
    for (root,) in roots:
        data[(root - 1) * PAGE_SIZE : root * PAGE_SIZE] = bytes(PAGE_SIZE)
    path.write_bytes(data)


def no_header(data: bytearray) -> None:
    data[:100] = b"\xff" * 100


def told(sql: str) -> Callable[[Path], None]:
    def tell(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.executescript(sql)
            connection.execute("PRAGMA wal_checkpoint(truncate)")

    return tell


def as_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def log_of_another(path: Path) -> None:
    """A log beside it that belongs to another file, as careless copying leaves it."""
    other = path.with_name("other.sqlite")
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.executescript(
            "PRAGMA journal_mode = wal; CREATE TABLE x (y); INSERT INTO x VALUES (1)"
        )
        path.with_name(path.name + "-wal").write_bytes(
            other.with_name("other.sqlite-wal").read_bytes()
        )  # fmt: skip
    other.unlink()


BROKEN: dict[str, Callable[[Path], None]] = {
    "cut in the middle": edited(lambda data: data[: len(data) // 2]),
    "cut within a page": edited(lambda data: data[: len(data) - 1000]),
    "cut after the header": edited(lambda data: data[:PAGE_SIZE]),
    "pages of zeros": edited(zeroed),
    "flipped bits": edited(flipped),
    "no way to the rows": without_roots,
    "no header": edited(no_header),
    "an index without its table": told("DROP TABLE body_fts_data"),
    "a table gone": told("PRAGMA foreign_keys = off; DROP TABLE annotation_tag"),
    "an index full of nonsense": told("UPDATE body_fts_data SET block = x'00112233'"),
}
FOREIGN: dict[str, Callable[[Path], None]] = {
    "text": lambda path: path.write_text("Dear diary, this is no database.\n" * 300),
    "a folder": as_a_folder,
    "newer": told("PRAGMA user_version = 99"),
    "log of another file": log_of_another,
    "another program's": told("PRAGMA application_id = 77"),
}


def lesart(path: Path, *arguments: str) -> tuple[int, str, str]:
    home = path.parent
    ended = subprocess.run(
        [sys.executable, "-m", "lesart", "--db", str(path), *arguments],
        env={**os.environ, "HOME": str(home), "LESART_CONFIG": str(home / "none.toml")},
        capture_output=True, timeout=120, check=False, text=True, errors="replace",
    )  # fmt: skip
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "library.sqlite"
    a_library(path)
    return path.read_bytes()


@pytest.fixture
def path(sound, tmp_path) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(sound)
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_not_ours_is_named_in_a_sentence_and_never_written(kind, path):
    FOREIGN[kind](path)
    before = path.read_bytes() if path.is_file() else b""
    for words in (
        ("list",), ("import", str(path.parent / "none.toml")), ("annotate", "1", "--note", "x"),
        ("doctor",), ("doctor", "--repair"), ("refresh",), ("backup", str(path) + ".copy"),
    ):  # fmt: skip
        status, _, said = lesart(path, *words)
        assert status in (1, 3), (words, status, said)
        if words[0] != "doctor":
            assert said.startswith("lesart: "), said
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not path.with_name(path.name + ".copy").exists()


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_library_is_a_sentence_and_gives_back_all_that_can_be_read(kind, path):
    BROKEN[kind](path)
    for words in (("list", "--count"), ("search", "w14"), ("show", "3"), ("doctor",)):
        before = path.read_bytes()
        status, _, said = lesart(path, *words)  # whatever it can still answer
        if status or words == ("doctor",):
            assert path.read_bytes() == before
            assert words == ("doctor",) or said.count("\n") == 1
    broken = path.read_bytes()
    status, out, said = lesart(path, "doctor", "--repair")
    if status:  # nothing can be read: it says so, and leaves the file to better tools
        assert kind == "cut after the header", (out, said)
        assert "Nothing of a library can be read" in said
        assert path.read_bytes() == broken
        return
    status, out, said = lesart(path, "doctor")
    assert status == 0, (out, said)
    status, out, said = lesart(path, "list", "--count")
    assert status == 0, said
    articles = int(out.splitlines()[-1])
    notes = lesart(path, "annotations")[1].count("note ")
    least = {"cut in the middle": (20, NOTES), "cut within a page": (ARTICLES - 8, NOTES),
             "flipped bits": (100, 15), "pages of zeros": (ARTICLES, 0)}  # fmt: skip
    fewest = least.get(kind, (ARTICLES, NOTES))
    assert fewest[0] <= articles <= ARTICLES, "and nothing that never was an article"
    assert notes >= fewest[1]
    assert list(path.parent.glob("library.*-*.sqlite")), "the broken file is kept"
    print(f"{kind}: {articles} articles, {notes} notes")


def test_an_empty_file_becomes_a_library(path):
    path.write_bytes(b"")
    assert lesart(path, "list", "--count")[1] == "0\n"
