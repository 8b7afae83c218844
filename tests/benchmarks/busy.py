"""How late frames are while children of the program work: a refresh of 200 feeds, an import of files."""

from __future__ import annotations

import contextlib
import http.server
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from lesart.store import Store
from tests.benchmarks.frames import DOWN, opened
from tests.benchmarks.library import NOW, Writer
from tests.benchmarks.report import Row, spread, times
from tests.benchmarks.start import lesart
from tests.benchmarks.terminal import Frame, Terminal, percentile

FEEDS, ENTRIES = 200, 25
MOST_KEYS = 400


def files(folder: Path, count: int, words: int = 450) -> Path:
    """A folder of so many text files; made now if it is not there."""
    target = folder / f"files-{count}"
    if not target.exists():
        target.mkdir(parents=True)
        writer = Writer(articles=count)
        for number in range(count):
            draft, _ = writer.article(number, words)
            (target / f"{number:05}.txt").write_text(f"{draft.title}\n\n{draft.text}\n")
    return target


def feeds(folder: Path) -> Path:
    """A folder of RSS files, as a server of 200 papers would give them."""
    target = folder / f"feeds-{FEEDS}-{ENTRIES}"
    if not target.exists():
        target.mkdir(parents=True)
        writer = Writer(articles=FEEDS * ENTRIES)
        for feed in range(FEEDS):
            entries = "".join(_entry(writer, feed * ENTRIES + n) for n in range(ENTRIES))
            (target / f"{feed}.xml").write_text(
                f'<rss version="2.0"><channel><title>Paper {feed}</title><link>http://127.0.0.1/'
                f"</link><description>news</description>{entries}</channel></rss>"
            )
    return target


def _entry(writer: Writer, number: int) -> str:
    draft, _ = writer.article(number)
    date = format_datetime(datetime.fromtimestamp(NOW - number * 60, UTC))
    text = "".join(f"<p>{escape(part)}</p>" for part in draft.text.split("\n\n"))
    return (
        f"<item><title>{escape(draft.title)}</title><guid>entry-{number}</guid><pubDate>{date}"
        f"</pubDate><description>{escape(text)}</description></item>"
    )


@contextlib.contextmanager
def served(folder: Path) -> Iterator[int]:
    """A server of that folder in a process of its own, so that it takes no time from the measure."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given: object) -> None:
            super().__init__(*given, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def _idle(library: Path) -> list[Frame]:
    with opened(library) as terminal:
        return terminal.presses([DOWN] * 150)


def _while_working(terminal: Terminal, is_working: Working) -> list[Frame]:
    taken: list[Frame] = []
    while len(taken) < MOST_KEYS and is_working():
        taken += terminal.presses([DOWN] * 5)
    return taken


class Working:
    """Whether articles still arrive in a library; it is asked now and then."""

    def __init__(self, library: Path, until: int) -> None:
        self._library, self._until = library, until
        self._asked = 0.0

    def __call__(self) -> bool:
        if time.perf_counter() - self._asked < 1:
            return True
        self._asked = time.perf_counter()
        with Store.open(self._library, is_read_only=True) as store:
            return store.articles.count() < self._until


def importing(library: Path, articles: int, folder: Path, count: int) -> Row:
    """↓ in the list while so many files are imported, beside the same keys before."""
    idle = _idle(library)
    source = files(folder, count)
    with Terminal([*lesart(library), str(source)]) as terminal:
        terminal.wait_for(b"LIST")
        terminal.settle(0.5, 1.5)
        busy = _while_working(terminal, Working(library, articles + count))
    return _row(f"↓ while {count:,} files are imported", busy, idle)


def refreshing(library: Path, articles: int, folder: Path) -> Row:
    """↓ in the list while 200 feeds are fetched, parsed and stored, beside the same keys before."""
    idle = _idle(library)
    with served(feeds(folder)) as port:
        with Store.open(library) as store:
            for feed in range(FEEDS):
                store.feeds.add(f"http://127.0.0.1:{port}/{feed}.xml", title=f"Paper {feed}")
        with opened(library) as terminal:
            terminal.send(b"R")
            busy = _while_working(terminal, Working(library, articles + FEEDS * ENTRIES))
    return _row(f"↓ while {FEEDS} feeds bring {FEEDS * ENTRIES:,} articles", busy, idle)


def _row(what: str, busy: list[Frame], idle: list[Frame]) -> Row:
    late, usual = (percentile([frame.ms for frame in frames], 95) for frames in (busy, idle))
    return Row(f"{what}, p50 / p95", spread(busy), f"idle {spread(idle)}", times(late, usual),
               "p95 ≤ 1.5 × idle")  # fmt: skip
