"""How fast articles are stored, and how much room the library takes beside the text it holds.

    python -m tests.benchmarks.ingest FOLDER [library.sqlite]

Beside it stands the least that any such program must do: the same texts into one plain table with one
index of words, in the same transactions. Pages as they were fetched are no part of "the text".
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from lesart.model.article import Draft
from lesart.store import Store
from tests.benchmarks.library import NOW, Writer
from tests.benchmarks.report import Row, table, times

_BATCH = 50


def measure(folder: Path, articles: int = 2000) -> list[Row]:
    """Rows for the store alone and for `lesart import` of as many files."""
    folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(articles=articles)
    drafts = [writer.article(number)[0] for number in range(articles)]
    plain, stored, imported = [], [], []
    for turn in range(3):  # in turn, so that what else the machine does meets all of them
        plain.append(articles / _plainly(_fresh(folder / f"plain-{turn}.sqlite"), drafts))
        stored.append(articles / _by_the_store(_fresh(folder / f"stored-{turn}.sqlite"), drafts))
    files = _files(folder / "files", drafts)
    for turn in range(2):
        imported.append(articles / _by_import(_fresh(folder / f"imported-{turn}.sqlite"), files))
    what = f"{articles:,} articles of ~450 words, with index, without analysis"
    bare = f"one table and one FTS5 index: {max(plain):.0f} a second"
    ratio = times(max(stored), max(plain))
    return [
        Row(f"{what}: the store", f"{max(stored):.0f} a second", bare, ratio, "≥ 0.6 ×"),
        Row(f"`lesart import` of {articles:,} files", f"{max(imported):.0f} a second", "", "",
            "≥ 1,500 a second"),
    ]  # fmt: skip


def controller(path: Path) -> Row:
    """The file beside the text in it: titles and texts as UTF-8, fetched pages left out of both."""
    with Store.open(path, is_read_only=True) as store:
        db = store.connection
        text, count = db.execute(
            "SELECT sum(length(CAST(title AS BLOB)) + length(CAST(text AS BLOB))), count(*)"
            " FROM body"
        ).fetchone()
        size = db.execute("PRAGMA page_count").fetchone()[0]
        size -= db.execute("PRAGMA freelist_count").fetchone()[0]
        size *= db.execute("PRAGMA page_size").fetchone()[0]
        pages = db.execute("SELECT coalesce(sum(length(html)), 0) FROM page").fetchone()[0]
    size -= pages
    return Row(f"a library of {count:,}, all analysed", f"{size / 1e6:.0f} MB",
               f"its text {text / 1e6:.0f} MB", times(size, text), "≤ 2.5 ×")  # fmt: skip


def _plainly(path: Path, drafts: list[Draft]) -> float:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = wal")
    db.execute("PRAGMA synchronous = normal")
    db.execute("CREATE TABLE body (id INTEGER PRIMARY KEY, title, text)")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, content='body')")
    begin = time.perf_counter()
    for start in range(0, len(drafts), _BATCH):
        db.execute("BEGIN")
        for number, draft in enumerate(drafts[start : start + _BATCH], start):
            row = (number, draft.title, draft.text)
            db.execute("INSERT INTO body VALUES (?, ?, ?)", row)
            db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", row)
        db.execute("COMMIT")
    seconds = time.perf_counter() - begin
    db.close()
    return seconds


def _by_the_store(path: Path, drafts: list[Draft]) -> float:
    with Store.open(path) as store:
        for number in range(200):
            store.feeds.add(f"https://www.paper{number}.example/feed")
        begin = time.perf_counter()
        for start in range(0, len(drafts), _BATCH):
            store.articles.add_many(drafts[start : start + _BATCH], now=NOW)
        return time.perf_counter() - begin


def _by_import(path: Path, files: Path) -> float:
    command = [sys.executable, "-m", "lesart", "--db", str(path), "import", str(files)]
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def _files(folder: Path, drafts: list[Draft]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, draft in enumerate(drafts):
        name = re.sub(r"\W+", "-", draft.title)[:60]
        (folder / f"{number:05} {name}.txt").write_text(f"{draft.title}\n\n{draft.text}\n")
    return folder


def _fresh(path: Path) -> Path:
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    return path


if __name__ == "__main__":
    measured = measure(Path(sys.argv[1]))
    print(table([*measured, *(controller(Path(name)) for name in sys.argv[2:])]))
