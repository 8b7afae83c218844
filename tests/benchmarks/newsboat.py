"""Beside newsboat, on the same articles in the same run: its first list, its searches, its memory.

newsboat makes its own cache by reloading one small local feed; the articles are then put into its
tables. "plain" is the cache as newsboat leaves it, "tuned" the same one after somebody ran ANALYZE
on it, which newsboat does not do by itself.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from lesart.store import Store
from tests.benchmarks.report import Row, times
from tests.benchmarks.start import lesart
from tests.benchmarks.terminal import ALL_HITS, Terminal, percentile

_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>
<link>http://www.paper.example/</link><description>one</description>
<item><title>One</title><guid>one</guid><description>one</description></item></channel></rss>"""


def is_installed() -> bool:
    return shutil.which("newsboat") is not None


def cache_of(library: Path) -> Path:
    """A folder with newsboat's files holding the library's articles; made now if it is not there."""
    folder = library.with_suffix(".newsboat")
    if (folder / "plain.db").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "one.xml").write_text(_FEED)
    (folder / "urls").write_text(f"file://{folder}/one.xml\n")
    cache = folder / "draft.db"
    # Without a home of its own it would read the settings of whoever measures.
    command = ["newsboat", "-u", str(folder / "urls"), "-c", str(cache), "-x", "reload"]
    subprocess.run(command, env={**os.environ, "HOME": str(folder)}, check=True, timeout=60)
    with Store.open(library, is_read_only=True) as store:
        _fill(store, cache, folder / "urls")
    shutil.copy(cache, folder / "tuned.db")
    with sqlite3.connect(folder / "tuned.db") as tuned:
        tuned.execute("ANALYZE")
    tuned.close()
    cache.rename(folder / "plain.db")
    return folder


def _fill(store: Store, cache: Path, urls: Path) -> None:
    feeds = {feed.id: feed for feed in store.feeds.all()}
    urls.write_text("".join(f"{feed.url}\n" for feed in feeds.values()))
    connection = sqlite3.connect(cache)
    with connection:
        connection.execute("DELETE FROM rss_item")
        connection.execute("DELETE FROM rss_feed")
        connection.executemany(
            "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
            [(feed.url, feed.url, feed.title) for feed in feeds.values()],
        )
        connection.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread,"
            " enclosure_url, enclosure_type, flags) VALUES (?, ?, '', ?, ?, ?, ?, ?, '', '', '')",
            _items(store, {number: feed.url for number, feed in feeds.items()}),
        )
    connection.close()


def _items(store: Store, urls: dict[int, str]) -> Iterable[tuple[object, ...]]:
    for article_id in store.articles.newest(10_000_000):
        article = store.articles.get(article_id)
        if article is not None and article.feed_id in urls:
            seconds = article.published.seconds if article.published else 0
            yield (
                article.guid, article.title, article.link, urls[article.feed_id], seconds,
                article.text, not article.is_read,
            )  # fmt: skip


def newsboat(folder: Path, cache: str) -> Terminal:
    command = ["newsboat", "-u", str(folder / "urls"), "-c", str(folder / f"{cache}.db")]
    return Terminal(command, HOME=str(folder))


def first_list(folder: Path, cache: str) -> tuple[float, float]:
    """Seconds until its list of feeds is painted, and MiB resident then."""
    with newsboat(folder, cache) as terminal:
        seconds = terminal.wait_for(b"Paper 1", 300)
        terminal.settle(0.3)
        return seconds, terminal.memory()


def search(folder: Path, word: str) -> tuple[float, float]:
    """Milliseconds from ⏎ after a word until its results are painted, and MiB resident then."""
    with newsboat(folder, "tuned") as terminal:
        terminal.wait_for(b"Paper 1", 300)
        terminal.settle(0.5)
        terminal.send(b"/" + word.encode())
        terminal.settle(0.5)
        taken = terminal.until(b"Search result", b"\r", 120)
        terminal.settle(0.3)
        return taken, terminal.memory()


def our_first_list(library: Path) -> tuple[float, float]:
    with Terminal(lesart(library)) as terminal:
        seconds = terminal.wait_for(b"LIST")
        time.sleep(0.1)
        return seconds, terminal.memory()


def our_search(library: Path, word: str) -> tuple[float, float]:
    """The same for us, until all hits are listed and counted.

    The last letter and ⏎ come in one piece, so that the word is not searched ahead.
    """
    with Terminal(lesart(library)) as terminal:
        terminal.wait_for(b"LIST")
        terminal.settle(1.0)
        terminal.send(b"/" + word[:-1].encode())
        terminal.settle(0.5, 2)
        taken = terminal.until(ALL_HITS, word[-1].encode() + b"\r", 120)
        terminal.settle(0.5)
        return taken, terminal.memory()


def compare(library: Path, articles: int, words: dict[str, str], rounds: int = 3) -> list[Row]:
    """All of it, in turn, the middle of `rounds`."""
    folder = cache_of(library)
    size = f"{articles:,} articles"
    rows = []
    first_list(folder, "tuned"), our_first_list(library)
    lists = [
        (our_first_list(library), first_list(folder, "tuned"), first_list(folder, "plain"))
        for _ in range(rounds)
    ]
    ours, tuned, plain = ([seconds for seconds, _ in column] for column in zip(*lists, strict=True))
    for name, other, goal in (("tuned", tuned, "≥ 3 ×"), ("plain", plain, "≥ 40 ×")):
        rows.append(
            Row(f"first list, {size}", f"{_mid(ours):.2f} s", f"newsboat, {name} {_mid(other):.2f} s",
                f"{_mid(other) / _mid(ours):.1f} × sooner", goal)
        )  # fmt: skip
    our_memory, its_memory = (max(trio[n][1] for trio in lists) for n in (0, 1))
    rows.append(_memory("first list", size, our_memory, its_memory))
    for name, word in words.items():
        found = [(our_search(library, word), search(folder, word)) for _ in range(rounds)]
        mine, its = ([ms for ms, _ in column] for column in zip(*found, strict=True))
        rows.append(
            Row(f"search for {name} and ⏎, {size}", f"{_mid(mine):.0f} ms",
                f"newsboat {_mid(its):.0f} ms", f"{_mid(its) / _mid(mine):.1f} × faster", "≥ 10 ×")
        )  # fmt: skip
        our_memory, its_memory = (max(m for _, m in column) for column in zip(*found, strict=True))
        rows.append(_memory(f"a search for {name}", size, our_memory, its_memory))
    return rows


def _mid(values: Iterable[float]) -> float:
    return percentile(list(values), 50)


def _memory(when: str, size: str, ours: float, its: float) -> Row:
    return Row(f"memory after {when}, {size}", f"{ours:.0f} MiB", f"newsboat {its:.0f} MiB",
               times(ours, its), "less")  # fmt: skip
