"""Kill the program at random moments and look at what it left.

`python -m tests.safety.kills --kills 200 --seed 1` is the long run; a few kills are part of the tests.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import http.server
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lesart.store import Store
from lesart.store.file.integrity import check
from lesart.store.file.opening import SCHEMA_VERSION
from lesart.store.sql_functions import register

OLD = Path(__file__).parents[1] / "store" / "fixtures" / "schema-1.sqlite.gz"
FILES, FEEDS, ITEMS = 240, 8, 40


class Lost(AssertionError):
    """Something that was reported stored is not there, or the file is not sound."""


def program(home: Path, *arguments: object) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ, "HOME": str(home), "LESART_CONFIG": str(home / "config.toml"),
        "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "lesart", "--db", str(home / "library.sqlite"), *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment,
        start_new_session=True,
    )  # fmt: skip


def killed_after(process: subprocess.Popen[bytes], seconds: float) -> tuple[list[bytes], bool]:
    """Kill it and its children after a while: the whole lines it had written, whether it was hit."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    out, _ = process.communicate(timeout=60)
    lines = out.split(b"\n")[:-1]
    return lines, process.returncode == -signal.SIGKILL


def rows(path: Path, sql: str, *values: object) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        register(connection)
        return connection.execute(sql, values).fetchall()


def is_sound(home: Path) -> None:
    """Whole for SQLite and for `doctor`, indexes and counts included."""
    path = home / "library.sqlite"
    if not path.exists() or path.stat().st_size == 0:
        return
    if (found := rows(path, "PRAGMA integrity_check")) != [("ok",)]:
        raise Lost(f"integrity_check: {found[:3]}")
    if found := rows(path, "PRAGMA foreign_key_check"):
        raise Lost(f"foreign_key_check: {found[:3]}")
    Store.open(path).close()  # brings an old one up to date
    if bad := [finding for finding in check(path) if not finding.is_well]:
        raise Lost(f"doctor: {bad}")


class Series:
    """One kind of work, killed again and again on a library that goes on growing."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        self.home, self.chance = home, chance
        self.path = home / "library.sqlite"
        self.hits = 0

    def kill(self, *arguments: object, longest: float) -> list[dict]:
        """The records that it had reported when it was killed."""
        process = program(self.home, *arguments)
        lines, hit = killed_after(process, 0.12 + self.chance.random() ** 2 * longest)
        self.hits += hit
        return [json.loads(line) for line in lines if line.startswith(b"{")]

    def once(self) -> None:
        raise NotImplementedError

    def end(self) -> None:
        """Let it finish in peace: everything is there once."""


class Importing(Series):
    def __init__(self, home: Path, chance: random.Random) -> None:
        super().__init__(home, chance)
        self.round = 0

    def once(self) -> None:
        folder = self.home / f"round-{self.round}"
        if not folder.exists():
            folder.mkdir()
            for at in range(FILES):
                words = " ".join(f"w{self.chance.randrange(5000)}" for _ in range(150))
                (folder / f"{at}.txt").write_text(f"Piece {at}\n\n{self.round} {at} {words}.\n")
        told = self.kill("import", "--json", folder, longest=1.2)
        is_sound(self.home)
        for record in told:
            if not rows(self.path, "SELECT 1 FROM article WHERE id = ?", record["id"]):
                raise Lost(f"article {record['id']} was reported and is not there")
        if self.chance.random() < 0.2 or len(told) == FILES:
            self.end()
            self.round += 1

    def end(self) -> None:
        if not (self.home / f"round-{self.round}").exists():
            return
        out, _ = program(self.home, "import", self.home / f"round-{self.round}").communicate()
        count = rows(self.path, "SELECT count(*) FROM article")[0][0]
        if count != FILES * (self.round + 1):
            raise Lost(f"{count} articles from {FILES * (self.round + 1)} files: {out!r}")


class Annotating(Series):
    def __init__(self, home: Path, chance: random.Random) -> None:
        super().__init__(home, chance)
        (home / "text.txt").write_text("A title\n\nWords that stay where they are.\n")
        program(home, "import", home / "text.txt").communicate()
        self.told: list[str] = []

    def once(self) -> None:
        note = f"note {self.chance.randrange(10**9)}"
        arguments = ("annotate", 1, "--quote", "stay", "--note", note, "--tag", "t", "--json")
        told = self.kill(*arguments, longest=0.35)
        self.told += [record["uid"] for record in told]
        is_sound(self.home)
        there = {row[0] for row in rows(self.path, "SELECT uid FROM annotation")}
        if lost := set(self.told) - there:
            raise Lost(f"notes were reported and are not there: {lost}")


class Migrating(Series):
    """The fixture of schema 1, made longer so that there is a while to hit."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        super().__init__(home, chance)
        self.old = home / "old.sqlite"
        self.old.write_bytes(gzip.decompress(OLD.read_bytes()))
        with contextlib.closing(sqlite3.connect(self.old)) as connection:
            register(connection)
            texts = [
                " ".join(f"w{chance.randrange(50_000)}" for _ in range(200)) for _ in range(1500)
            ]
            columns = [row[1] for row in connection.execute("PRAGMA table_info(body)")]
            self.base = connection.execute("SELECT count(*) FROM article").fetchone()[0]
            names = [row[1] for row in connection.execute("PRAGMA table_info(article)")]
            kept = [name for name in names if name not in ("id", "guid", "text_hash", "link")]
            for at, text in enumerate(texts):
                cursor = connection.execute(
                    f"INSERT INTO article (guid, text_hash, link, {', '.join(kept)})"
                    f" SELECT ?, ?, '', {', '.join(kept)} FROM article WHERE id = 1",
                    [f"copy-{at}", f"hash-{at}"],
                )
                extra = {"article_id": cursor.lastrowid, "text": text}
                connection.execute(
                    f"INSERT INTO body ({', '.join(columns)}) SELECT"
                    f" {', '.join(f':{name}' if name in extra else name for name in columns)}"
                    " FROM body WHERE article_id = 1",
                    extra,
                )
            connection.execute("UPDATE article SET note_count = 0 WHERE guid LIKE 'copy-%'")
            connection.commit()
            self.count = connection.execute("SELECT count(*) FROM article").fetchone()[0]
            self.notes = connection.execute("SELECT count(*) FROM annotation").fetchone()[0]

    def once(self) -> None:
        for left in self.home.glob("library.*"):
            left.unlink()
        self.path.write_bytes(self.old.read_bytes())
        self.path.chmod(0o600)
        self.kill("list", "--count", longest=1.5)
        version = rows(self.path, "PRAGMA user_version")[0][0]
        if not 1 <= version <= SCHEMA_VERSION:
            raise Lost(f"schema {version}")
        is_sound(self.home)
        if rows(self.path, "SELECT count(*) FROM article")[0][0] != self.count:
            raise Lost("articles are missing after bringing the schema up to date")
        if rows(self.path, "SELECT count(*) FROM annotation")[0][0] != self.notes:
            raise Lost("notes are missing after bringing the schema up to date")


class _Feeds(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    round = 0

    def do_GET(self) -> None:
        name = self.path.strip("/")
        items = "".join(
            f"<item><title>{name} {at}</title><guid>{name}-{at}</guid><description>Some words of "
            f"item {at} in {name}.</description></item>"
            for at in range(ITEMS * type(self).round, ITEMS * (type(self).round + 1))
        )
        body = f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Refreshing(Series):
    def __init__(self, home: Path, chance: random.Random) -> None:
        super().__init__(home, chance)
        _Feeds.round = 0
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Feeds)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{self.server.server_port}"
        outlines = "".join(f'<outline xmlUrl="{base}/f{at}"/>' for at in range(FEEDS))
        (home / "feeds.opml").write_text(f"<opml><body>{outlines}</body></opml>")
        program(home, "opml", "import", home / "feeds.opml").communicate()

    def once(self) -> None:
        told = self.kill("refresh", "--jsonl", longest=1.5)
        is_sound(self.home)
        for record in told:
            there = rows(self.path, "SELECT count(*) FROM article WHERE feed_id = ?", record["id"])[
                0
            ][0]
            if record["state"] == "refreshed" and there != ITEMS * (_Feeds.round + 1):
                raise Lost(f"{record} and {there} articles")
        if self.chance.random() < 0.2:
            self.end()
            _Feeds.round += 1

    def end(self) -> None:
        out, err = program(self.home, "refresh").communicate()
        count = rows(self.path, "SELECT count(*) FROM article")[0][0]
        if count != FEEDS * ITEMS * (_Feeds.round + 1):
            raise Lost(f"{count} articles after {out!r} {err!r}")


KINDS: dict[str, type[Series]] = {
    "import": Importing, "refresh": Refreshing, "annotate": Annotating, "migrate": Migrating,
}  # fmt: skip


@contextlib.contextmanager
def series(kind: str, home: Path, seed: int) -> Iterator[Series]:
    made = KINDS[kind](home, random.Random(f"{kind}{seed}"))
    try:
        yield made
    finally:
        if isinstance(made, Refreshing):
            made.server.shutdown()
            made.server.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.safety.kills")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began, done, hits = time.monotonic(), Counter[str](), Counter[str]()
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as home, series(kind, Path(home), options.seed) as one:
            while one.hits < options.kills // len(KINDS):
                one.once()
                done[kind] += 1
            one.end()
            hits[kind] = one.hits
        print(f"{kind}: {done[kind]} runs, {hits[kind]} killed at work, nothing lost", flush=True)
    print(f"{sum(hits.values())} kills in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
