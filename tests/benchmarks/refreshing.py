"""Feeds from a server on this machine: all new, and all unchanged, beside newsboat on the same ones."""

from __future__ import annotations

import http.server
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import newsboat
from tests.benchmarks.report import Row, times
from tests.benchmarks.wording import english, german

FEEDS, ITEMS, WORDS = 200, 50, 120
LATENCY = 0.1
"""Seconds that each answer takes in the last measure."""


class Taken(NamedTuple):
    """Seconds by the clock and of the processor, and the largest process in MiB."""

    wall: float
    cpu: float
    memory: float


def bodies(seed: int = 1) -> list[bytes]:
    """The feeds, as blogs and papers write them: a title, an address, a date, some paragraphs."""
    chance = random.Random(seed)
    languages = german(), english()

    def some(count: int) -> str:
        return " ".join(chance.choice(languages).draw(count, chance))

    def item(feed: int, at: int) -> str:
        return (
            f"<item><title>{some(7)}</title><link>http://f{feed}.example.org/{at}</link>"
            f"<guid>f{feed}-{at}</guid><pubDate>Mon, 16 Nov 2026 {at % 24:02}:00:00 GMT</pubDate>"
            f"<description>&lt;p&gt;{some(WORDS)}.&lt;/p&gt;&lt;p&gt;{some(30)}"
            ' &lt;a href="/x"&gt;more&lt;/a&gt;&lt;/p&gt;</description></item>'
        )

    return [
        (
            f"<?xml version='1.0'?><rss version='2.0'><channel><title>Feed {feed}</title>"
            f"<link>http://f{feed}.example.org/</link>"
            + "".join(item(feed, at) for at in range(ITEMS))
            + "</channel></rss>"
        ).encode()
        for feed in range(FEEDS)
    ]


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 2000  # as a real one: a short queue would make the readers wait for SYNs
    feeds: list[bytes]
    delay = 0.0


class _Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        time.sleep(self.server.delay)
        is_known = self.headers.get("If-None-Match") == '"1"'
        body = b"" if is_known else self.server.feeds[int(self.path.strip("/"))]
        self.send_response(304 if is_known else 200)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Type", "application/rss+xml")
        if not is_known:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served() -> Iterator[tuple[_Server, str]]:
    server = _Server(("127.0.0.1", 0), _Answer)
    server.feeds = bodies()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def run(command: list[str], home: Path) -> Taken:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    environment = {**os.environ, "HOME": str(home), "LESART_CONFIG": str(home / "none.toml")}
    subprocess.run(command, env=environment, capture_output=True, check=True)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(wall, cpu, after.ru_maxrss / 1024)


def ours(home: Path, base: str) -> list[str]:
    """A home that knows the feeds and has visited none; the command that does."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (home / "urls").write_text("".join(f"{base}/{feed}\n" for feed in range(FEEDS)))
    command = [sys.executable, "-m", "lesart", "--db", str(home / "library.sqlite")]
    run([*command, "opml", "import", str(home / "urls")], home)
    return [*command, "refresh"]


def its(home: Path, base: str) -> list[str]:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (home / "urls").write_text("".join(f"{base}/{feed}\n" for feed in range(FEEDS)))
    (home / "config").write_text("reload-threads 50\n")
    files = ["-u", str(home / "urls"), "-c", str(home / "cache.db"), "-C", str(home / "config")]
    return ["newsboat", *files, "-x", "reload"]


def measure(folder: Path, rounds: int = 5) -> list[Row]:
    """Both in turn; medians."""
    has_newsboat = newsboat.is_installed()
    found: dict[str, list[Taken]] = {}
    with served() as (server, base):
        for _ in range(rounds):
            for who, command_of in (("ours", ours), ("its", its)):
                if who == "its" and not has_newsboat:
                    continue
                home = folder / who
                command = command_of(home, base)
                for what, delay in (("cold", 0.0), ("unchanged", 0.0), ("far", LATENCY)):
                    server.delay = delay
                    found.setdefault(f"{who} {what}", []).append(run(command, home))
                server.delay = 0.0
    size = f"{FEEDS} feeds of {ITEMS}"
    return [
        _row(f"{size}, all new", found, "cold", "≤ 1.2 ×"),
        _row(f"{size}, all unchanged (304)", found, "unchanged", "≤ 1 s"),
        _row(f"the same, {LATENCY * 1000:.0f} ms away", found, "far", "≤ 1 s"),
    ]


def _row(what: str, found: dict[str, list[Taken]], kind: str, goal: str) -> Row:
    mine, other = found[f"ours {kind}"], found.get(f"its {kind}", [])
    wall = statistics.median(taken.wall for taken in mine)
    beside = statistics.median(taken.wall for taken in other) if other else 0.0
    return Row(
        what, _said(mine), f"newsboat {_said(other)}" if other else "", times(wall, beside), goal
    )


def _said(taken: list[Taken]) -> str:
    wall, cpu = (statistics.median(t[i] for t in taken) for i in (0, 1))
    return f"{wall:.2f} s (CPU {cpu:.1f} s)"
