"""`python -m tests.safety.two_writers --minutes 30 --seed 1`: two processes write one library, a third reads.

Each writer reports a row once it is committed. The log is folded in all the time, by whoever writes,
when somebody is idle, and when a library is closed; now and then a writer is killed. After each round
every row that was reported is looked for, with its words, and the file is checked from end to end.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import lesart.store.connection
from lesart.model.article import Draft
from lesart.store import Store
from lesart.store.file.integrity import check
from lesart.store.sql_functions import add_views, register

ROUND_SECONDS = 45.0
NOW = 1_790_000_000


class Lost(AssertionError):
    """A row that was reported stored is not there, or not as it was, or the file is not sound."""


# ------------------------------------------------------------------ the processes


def write(library: Path, seed: int, name: str) -> None:
    """Write until killed or told to end by a closed standard input; a line for each stored row."""
    lesart.store.connection.LARGEST_LOG = 1 << 15  # folded many times a second
    chance = random.Random(f"{name}{seed}")
    number = 0
    while True:
        with Store.open(library) as store:
            for _ in range(chance.randrange(5, 400)):
                number += 1
                _write_one(store, chance, f"{name}-{seed}-{number}")
                if chance.random() < 0.02:
                    store.fold()


def _write_one(store: Store, chance: random.Random, key: str) -> None:
    words = f"{key} " + " ".join(f"w{chance.randrange(900)}" for _ in range(chance.randrange(120)))
    dice = chance.random()
    if dice < 0.5:
        added = store.articles.add(Draft(key, words, guid=key), now=NOW)
        note = store.annotations.add(added.id, None, now=NOW, note=words, tags=["soak"])
        _report("annotation", note.uid, words)
        _report("body", str(added.id), words)
    elif dice < 0.9:
        store.settings.save_draft(key, words, now=NOW)
        _report("draft", key, words)
    else:
        with store.transaction():
            drafts = [Draft(f"{key}.{at}", f"{words} {at}") for at in range(20)]
            added_all = [store.articles.add(draft, now=NOW) for draft in drafts]
        for draft, added in zip(drafts, added_all, strict=True):
            _report("body", str(added.id), draft.text)


def _report(table: str, key: str, words: str) -> None:
    print(table, key, _digest(words), flush=True)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def read(library: Path, seed: int) -> None:
    """Read until ended, with transactions that stay open a while: folding has to work around them."""
    chance = random.Random(seed)
    while True:
        with Store.open(library, is_read_only=True) as store:
            for _ in range(chance.randrange(1, 60)):
                store.connection.execute("BEGIN")
                store.connection.execute("SELECT count(*) FROM annotation").fetchone()
                time.sleep(chance.random() ** 4 * 0.5)
                store.connection.execute("SELECT max(id) FROM article").fetchone()
                store.connection.execute("COMMIT")


# ------------------------------------------------------------------ a round


def _start(role: str, library: Path, seed: int, out: Path | None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.safety.two_writers", "--role", role, "--library"]
    output = out.open("ab") if out else subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [*command, str(library), "--seed", str(seed)], stdin=subprocess.DEVNULL, stdout=output
        )
    finally:
        if out:
            output.close()  # type: ignore[union-attr]


def run_round(folder: Path, seed: int, seconds: float, *, rows: int = 0) -> tuple[int, int]:
    """One library from its first row to its last check: rows that were reported, writers killed.

    It goes on after its seconds until so many rows are reported, however slow the machine is.
    """
    chance = random.Random(seed)
    library = folder / "library.sqlite"
    Store.open(library).close()
    names = ("one", "two")
    reports = [folder / name for name in names]
    writers = [
        _start(name, library, seed * 1000 + at, report)
        for at, (name, report) in enumerate(zip(names, reports, strict=True))
    ]
    reader = _start("reader", library, seed, None)
    until, kills = time.monotonic() + seconds, 0
    try:
        while (left := until - time.monotonic()) > 0 or len(_told(reports)) < rows:
            time.sleep(min(max(left, 0.2), chance.random() * 8))
            _all_run([*writers, reader])
            if chance.random() < 0.3:
                at = chance.randrange(2)
                _kill(writers[at])
                kills += 1
                # A file of its own: the killed one may have left half a line.
                reports.append(folder / f"{names[at]}-{kills}")
                writers[at] = _start(names[at], library, seed * 1000 + 10 * kills + at, reports[-1])
    finally:
        for process in (*writers, reader):
            _kill(process)
    told = _told(reports)
    _check(library, told)
    return len(told), kills


def _told(reports: list[Path]) -> list[tuple[str, str, str]]:
    """What the writers have said is stored; half a line of one who was killed says nothing."""
    lines = [line for path in reports for line in path.read_text().splitlines(keepends=True)]
    parts = [line.split() for line in lines if line.endswith("\n")]
    return [(table, key, digest) for table, key, digest in parts]


def _all_run(processes: list[subprocess.Popen[bytes]]) -> None:
    ended = [process.args for process in processes if process.poll() is not None]
    if ended:
        raise Lost(f"a process ended by itself: {ended}")


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


_LOOK = {
    "annotation": "SELECT note FROM annotation WHERE uid = ?",
    "body": "SELECT text FROM body WHERE article_id = ?",
    "draft": "SELECT text FROM draft WHERE key = ?",
}


def _check(library: Path, told: list[tuple[str, str, str]]) -> None:
    with closing(sqlite3.connect(library)) as connection:
        register(connection)
        add_views(connection)
        if (found := connection.execute("PRAGMA integrity_check(5)").fetchall()) != [("ok",)]:
            raise Lost(f"integrity_check: {found}")
        for table, key, digest in told:
            row = connection.execute(_LOOK[table], [key]).fetchone()
            if row is None:
                raise Lost(f"{table} {key} was reported stored and is not there")
            if _digest(row[0]) != digest:
                raise Lost(f"{table} {key} is there with other words")
    if wrong := [finding for finding in check(library) if not finding.is_well]:
        raise Lost(f"doctor: {wrong}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.safety.two_writers")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--role", choices=("one", "two", "reader"), help=argparse.SUPPRESS)
    parser.add_argument("--library", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.role == "reader":
        read(options.library, options.seed)
    elif options.role:
        write(options.library, options.seed, options.role)
    began, rows, kills, seed = time.monotonic(), 0, 0, options.seed
    while (left := options.minutes * 60 - (time.monotonic() - began)) > 0:
        with tempfile.TemporaryDirectory() as folder:
            more, killed = run_round(Path(folder), seed, min(ROUND_SECONDS, left))
        rows, kills, seed = rows + more, kills + killed, seed + 1
        minutes = (time.monotonic() - began) / 60
        print(
            f"{minutes:.1f} min: {rows} rows checked, {kills} writers killed, none lost", flush=True
        )


if __name__ == "__main__":
    main()
