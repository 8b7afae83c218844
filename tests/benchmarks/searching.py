"""Time from a typed letter to the first page of hits and to all of them, by the screen's own calls.

    python -m tests.benchmarks.searching library.sqlite

Beside each stands the plainest way to ask SQLite the same, on the same file and in the same run: the
index of words without order, or a walk with LIKE. The file is read once before, so that all of it is in
the system's memory: whoever asks first would measure the disk for all others.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from lesart.query import parse_query
from lesart.store import Store
from tests.benchmarks.library import Writer
from tests.benchmarks.report import Row, table, times
from tests.benchmarks.terminal import percentile

TODAY = date(2026, 11, 18)
FIRST_PAGE = 300
Ask = Callable[[str], object]


def measure(path: Path, words: int = 60) -> list[Row]:
    """Rows by what is typed: first page and all hits, p50 / p95 in milliseconds, the file in memory."""
    read_once(path)
    with Store.open(path, is_read_only=True) as store:
        rows = [
            _row(store, name, texts, plain, goal)
            for name, texts, plain, goal in kinds(store.connection, words)
        ]
        return rows + _others(store)


def read_once(path: Path) -> None:
    """Read the file from end to end: from then on it lies in the system's memory, where it has room."""
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass


def kinds(db: sqlite3.Connection, words: int) -> Iterable[tuple[str, list[str], Ask | None, str]]:
    writer, chosen = Writer(), random.Random(5)
    frequent, rare = writer.frequent(), writer.rare()
    typed = [chosen.choice(frequent if n % 2 else rare) for n in range(words)]
    pairs = list(itertools.pairwise(typed))

    def begun(text: str) -> object:
        return _all(db, "SELECT rowid FROM body_fts WHERE body_fts MATCH ?", f'"{text}"*')

    def whole(text: str) -> object:
        return _all(db, "SELECT rowid FROM body_fts WHERE body_fts MATCH ?", text)

    def titles(text: str) -> object:
        return _all(db, "SELECT id FROM article WHERE title LIKE ?", f"%{text}%")

    def inside(text: str) -> object:
        return _all(db, "SELECT term FROM body_words WHERE term LIKE ?", f"%{text[1:]}%")

    yield ("1–2 letters (titles)", [w[:n] for w in typed[:20] for n in (1, 2)], titles, "≤ 5 ms")
    yield ("3 letters", [w[:3] for w in typed], begun, "")
    typing = [w[:n] for w in typed for n in range(3, len(w) + 1)]
    yield ("from the third letter on", typing, begun, "p50 ≤ 10, p95 ≤ 130 ms")
    yield ("two words", [f"{a} {b}" for a, b in pairs[:40]], whole, "")
    yield ("phrase", [f'"{a} {b}"' for a, b in pairs[:40]], whole, "")
    spelt = ["strasse", "straße", "groesse", "größe", "aerzte", "mass", "fluesse", "schuetzen"]
    yield ("ß, ä or ss, ae", spelt, begun, "")
    yield ("words in unread", [f"{w} is:unread" for w in typed[:30]], None, "")
    yield (
        "inside words (~)",
        [f"~{s}" for s in _INSIDE],
        inside,
        "p50 ≤ 20, p95 ≤ 50; all ≤ 150 ms",
    )
    yield ("figure", ["figure>80000", "figure:100..200", "figure:4500", "unit:%"], None, "")
    yield ("entity", ["entity:Merkel", "entity:Siemens", "entity:LOC:berlin"], None, "")


_INSIDE = ("bank", "markt", "zeit", "fluss", "berg", "hafen", "steuer", "minister", "grenz", "ung")


def _row(store: Store, name: str, texts: list[str], plain: Ask | None, goal: str) -> Row:
    pages, wholes, plains = [], [], []
    for text in texts:
        query = parse_query(text, TODAY, prefix_last=not text.startswith('"'))
        pages.append(_ms(lambda query=query: store.search.ids(query, limit=FIRST_PAGE)))
        wholes.append(_ms(lambda query=query: store.search.ids(query)))
        if plain:
            plains.append(_ms(lambda text=text: plain(text)))
    ours = f"first page {_middle(pages)}; all {_middle(wholes)}"
    if not plains:
        return Row(name, ours, goal=goal)
    ratio = times(percentile(pages, 50), percentile(plains, 50))
    return Row(name, ours, f"plain SQL {_middle(plains)}", ratio, goal)


def _others(store: Store) -> list[Row]:
    """What a start and a key on the views ask for."""
    counted = "SELECT feed_id, count(*) FROM article WHERE is_read = 0 GROUP BY feed_id"
    unread = [_ms(store.feeds.unread) for _ in range(7)]
    plain = [_ms(lambda: _all(store.connection, counted)) for _ in range(7)]
    every = [_ms(lambda: store.search.ids(parse_query("", TODAY))) for _ in range(5)]
    bare = [_ms(lambda: _all(store.connection, "SELECT id FROM article")) for _ in range(5)]
    first = [
        _ms(lambda: store.search.ids(parse_query("is:unread", TODAY), limit=FIRST_PAGE))
        for _ in range(7)
    ]
    return [
        Row("unread counts of 200 feeds", _middle(unread), f"plain SQL {_middle(plain)}",
            times(percentile(unread, 50), percentile(plain, 50)), "≤ 20 ms"),
        Row("the whole list, in order", _middle(every), f"ids unordered {_middle(bare)}",
            times(percentile(every, 50), percentile(bare, 50))),
        Row("first page of unread", _middle(first)),
    ]  # fmt: skip


def _all(db: sqlite3.Connection, sql: str, *values: object) -> int:
    return sum(1 for _ in db.execute(sql, values))


def _ms(do: Callable[[], object]) -> float:
    begin = time.perf_counter()
    do()
    return (time.perf_counter() - begin) * 1000


def _middle(ms: list[float]) -> str:
    return f"{percentile(ms, 50):.1f} / {percentile(ms, 95):.1f} ms"


if __name__ == "__main__":
    print(table(measure(Path(sys.argv[1]))))
