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
    plain, single, many, wholly = [], [], [], []
    for turn in range(5):  # in turn, so that what else the machine does meets all of them
        plain.append(articles / _plainly(_fresh(folder / f"plain-{turn}.sqlite"), drafts))
        stored, _ = _by_the_store(_fresh(folder / f"stored-{turn}.sqlite"), drafts)
        single.append(articles / stored)
        stored, tended = _by_the_store(
            _fresh(folder / f"many-{turn}.sqlite"), drafts, are_many=True
        )
        many.append(articles / stored)
        wholly.append(articles / (stored + tended))
    files = _files(folder / "files", drafts)
    imported = [
        articles / _by_import(_fresh(folder / f"imported-{turn}.sqlite"), files)
        for turn in range(3)
    ]
    what = f"{articles:,} articles of ~450 words, with index, without analysis"
    bare = f"one table and one FTS5 index: {max(plain):.0f} a second"
    return [
        Row(f"{what}: the store", _a_second(single), bare, times(max(single), max(plain)), "≥ 0.6 ×"),
        Row("… as refresh and import store many, merging put off", _a_second(many), bare,
            times(max(many), max(plain)), "≥ 0.6 ×"),
        Row("… with merging and listing of words afterwards", _a_second(wholly), bare,
            times(max(wholly), max(plain)), ""),
        Row(f"`lesart import` of {articles:,} files, with its start", _a_second(imported), bare,
            times(max(imported), max(plain)), "≥ 1,500 a second"),
    ]  # fmt: skip


def _a_second(counts: list[float]) -> str:
    return f"{max(counts):.0f} a second"


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
               f"its text {text / 1e6:.0f} MB", times(size, text),
               "≤ 2.3 × at 1,000,000")  # fmt: skip


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


def _by_the_store(
    path: Path, drafts: list[Draft], *, are_many: bool = False
) -> tuple[float, float]:
    """Seconds for storing, and for what is done afterwards."""
    with Store.open(path) as store:
        for number in range(200):
            store.feeds.add(f"https://www.paper{number}.example/feed")
        intake = store.index_maintenance.intake()
        begin = time.perf_counter()
        for start in range(0, len(drafts), _BATCH):
            added = store.articles.add_many(drafts[start : start + _BATCH], now=NOW)
            if are_many:
                intake.has_stored(len(added))
        stored = time.perf_counter()
        store.index_maintenance.tend()
        return stored - begin, time.perf_counter() - stored


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
