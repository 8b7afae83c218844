"""Time from a typed letter to the result, by the very calls the screen makes."""

from __future__ import annotations

import itertools
import random
import sys
import time
from datetime import date
from pathlib import Path

from lesart.query import parse_query
from lesart.store import Store
from tests.benchmarks.library import Writer
from tests.benchmarks.terminal import percentile

TODAY = date(2026, 11, 18)


def timed(store: Store, text: str) -> tuple[float, int]:
    """Milliseconds for the ids of `text` as it is typed, and how many there are."""
    query = parse_query(text, TODAY, prefix_last=True)
    begin = time.perf_counter()
    count = len(store.search.ids(query))
    return (time.perf_counter() - begin) * 1000, count


def measure(path: Path, words: int = 60) -> str:
    """Rows of a Markdown table: p50 and p95 by what is typed."""
    writer = Writer()
    chosen = random.Random(5)
    frequent = writer.vocabulary[:200]
    rare = writer.vocabulary[20_000:]
    typed = [chosen.choice(frequent if n % 2 else rare) for n in range(words)]
    kinds = {
        "1–2 letters (titles)": [w[:n] for w in typed[:20] for n in (1, 2)],
        "3 letters": [w[:3] for w in typed[:30]],
        "from the third letter on": [w[:n] for w in typed for n in range(3, len(w) + 1)],
        "two words": [f"{a} {b}" for a, b in itertools.pairwise(typed)][:40],
        "phrase": [f'"{a} {b}"' for a, b in itertools.pairwise(typed)][:40],
        "words in unread": [f"{w} is:unread" for w in typed[:30]],
        "inside words (~)": [f"~{s}" for s in ("bank", "markt", "zeit", "fluss", "berg")],
        "figure": ["figure>80000", "figure:100..200", "figure:4500"],
        "entity": ["entity:Merkel", "entity:Siemens"],
    }
    rows = []
    with Store.open(path, is_read_only=True) as store:
        for name, texts in kinds.items():
            times = [timed(store, text) for text in texts]
            ms = [t for t, _ in times]
            hits = percentile([n for _, n in times], 50)
            rows.append(
                f"| {name} | {percentile(ms, 50):.1f} ms | {percentile(ms, 95):.1f} ms |"
                f" {max(ms):.0f} ms | {hits:.0f} |"
            )
        begin = time.perf_counter()
        store.search.ids(parse_query("", TODAY))
        rows.append(f"| the whole list | {(time.perf_counter() - begin) * 1000:.0f} ms | | | |")
        begin = time.perf_counter()
        store.search.ids(parse_query("is:unread", TODAY), limit=300)
        rows.append(
            f"| first page of unread | {(time.perf_counter() - begin) * 1000:.1f} ms | | | |"
        )
        begin = time.perf_counter()
        store.feeds.unread()
        rows.append(
            f"| unread counts of 200 feeds | {(time.perf_counter() - begin) * 1000:.1f} ms | | | |"
        )
    return "\n".join(["| typed | p50 | p95 | max | hits |", "|---|---|---|---|---|", *rows])


if __name__ == "__main__":
    print(measure(Path(sys.argv[1])))
