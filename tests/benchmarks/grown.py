"""What the same questions take in a library ten times as large, in processor time.

    python -m tests.benchmarks.grown 100000.sqlite 1000000.sqlite

The large library is the small one ten times over (`multiplied`), so a word is in the same share of the
articles. Each question is asked three times and the quickest counts: the first may have to read the disk.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lesart.query import parse_query
from lesart.store import Store
from tests.benchmarks import asking, ingest, searching
from tests.benchmarks.report import Row, table, times
from tests.benchmarks.terminal import percentile

GOAL = "p95 ≤ 2 ×"
_TURNS = 3
_ENOUGH = 3.0
"""Milliseconds below which nobody waits, whatever the ratio."""
_WORDS = 40


def measure(small: Path, large: Path) -> list[Row]:
    """A row a question: p50 / p95 in the large library, in the small one, and the ratio of p95."""
    before, now = _times(small), _times(large)
    rows = []
    for name, taken in now.items():
        other = before[name]
        ratio = times(percentile(taken, 95), percentile(other, 95))
        quick = " (or ≤ 3 ms)" if percentile(taken, 95) <= _ENOUGH else ""
        rows.append(Row(name, _middle(taken), _middle(other), ratio, GOAL + quick))
    return [*rows, ingest.controller(large)]


def _times(path: Path) -> dict[str, list[float]]:
    searching.read_once(path)
    with Store.open(path, is_read_only=True) as store:
        return {name: [_ms(ask) for ask in asks] for name, asks in _questions(store)}


def _questions(store: Store) -> Iterator[tuple[str, list[Callable[[], object]]]]:
    for name, texts, _plain, _goal in searching.kinds(store.connection, _WORDS):
        queries = [
            parse_query(text, searching.TODAY, prefix_last=not text.startswith('"'))
            for text in texts
        ]
        yield (
            f"{name}, first page",
            [
                lambda query=query: store.search.ids(query, limit=searching.FIRST_PAGE)
                for query in queries
            ],
        )
    every = parse_query("", searching.TODAY)
    yield "first list", [lambda: store.search.ids(every, limit=searching.FIRST_PAGE)] * 5
    yield "unread counts of the feeds", [store.feeds.unread] * 5
    for name, asks, _plain, _goal in asking.kinds(store):
        if "stor" not in name:  # copies of an article have no story
            yield name, [*asks]


def _ms(do: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TURNS):
        began = time.process_time()
        do()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


def _middle(ms: list[float]) -> str:
    return f"{percentile(ms, 50):.1f} / {percentile(ms, 95):.1f} ms"


if __name__ == "__main__":
    print(table(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
