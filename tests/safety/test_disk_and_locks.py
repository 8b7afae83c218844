"""Full disks, other writers, read-only places, closed streams: a sentence, and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lesart.store import Store
from lesart.store.file.integrity import check
from tests.conftest import NOW, a_draft
from tests.safety.kills import FILES, Importing, program, rows
from tests.safety.terminal import Program


def lesart(home: Path, *arguments: object, limit: int = 0, **streams) -> tuple[int, str, str]:
    """Status, output and messages; `limit` is the most bytes a file may have, like a full disk."""

    def small() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = subprocess.run(
        [sys.executable, "-m", "lesart", "--db", home / "library.sqlite", *map(str, arguments)],
        env={**os.environ, "HOME": str(home), "LESART_CONFIG": str(home / "none.toml")},
        preexec_fn=small, timeout=120, check=False, text=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | streams,
    )  # fmt: skip
    return ended.returncode, ended.stdout or "", ended.stderr or ""


@pytest.fixture
def home(tmp_path):
    """A home with a library of thirty articles and a note."""
    with Store.open(tmp_path / "library.sqlite") as store:
        for number in range(30):
            store.articles.add(a_draft(f"Words of article {number}. " * 60), now=NOW)
        store.annotations.add(7, None, now=NOW, note="mine")
    return tmp_path


def contents(home: Path) -> tuple[list[tuple], list[tuple]]:
    path = home / "library.sqlite"
    return (
        rows(path, "SELECT id, title, text_hash FROM article"),
        rows(path, "SELECT * FROM annotation"),
    )


def is_sound(home: Path) -> bool:
    return all(finding.is_well for finding in check(home / "library.sqlite"))


# ------------------------------------------------------------------ a full disk


@pytest.mark.parametrize(
    "words",
    [
        ("import", "many"),
        ("annotate", "3", "--quote", "article 2", "--occurrence", "1", "--note", "x" * 70_000),
        ("backup", "copy.sqlite"),
        ("restore", "earlier.sqlite"),
        ("export", "--format", "jsonl", "--to", "all.jsonl"),
        ("doctor", "--repair"),
    ],
    ids=lambda words: words[0],
)
def test_a_full_disk_is_a_sentence_and_leaves_all_as_it_was(home, words):
    with Store.open(home / "library.sqlite") as store:
        store.back_up(home / "earlier.sqlite")
        store.connection.execute("PRAGMA wal_checkpoint(truncate)")
    (home / "many").mkdir()
    for at in range(40):
        (home / "many" / f"{at}.txt").write_text(f"Piece {at}\n\n" + f"word{at} " * 4000)
    before, files = contents(home), {path.name for path in home.iterdir()}
    paths = {"many", "copy.sqlite", "earlier.sqlite", "all.jsonl"}
    full = [home / word if word in paths else word for word in words]
    status, _, said = lesart(home, *full, limit=40_000)
    assert status in (1, 3), said
    assert "Traceback" not in said
    assert "full" in said or "too large" in said.lower(), said
    assert [row for row in before[0] if row not in contents(home)[0]] == []
    assert contents(home)[1] == before[1]
    assert is_sound(home)
    left = {path.name for path in home.iterdir()} - files
    assert {name for name in left if "sqlite-" not in name and not name.endswith(".lock")} == set()
    status, _, said = lesart(home, *full)  # there is room again
    assert status == 0, said


def test_an_older_library_is_not_changed_when_there_is_no_room_for_its_copy(home):
    import gzip

    from tests.safety.kills import OLD

    path = home / "library.sqlite"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    before = path.read_bytes()
    status, _, said = lesart(home, "list", "--count", limit=40_000)
    assert (status, "full" in said) == (3, True), said
    assert rows(path, "PRAGMA user_version") == [(1,)]
    assert not list(home.glob("library.backup-*"))
    assert len(path.read_bytes()) == len(before)
    assert lesart(home, "list", "--count")[0] == 0


def test_standard_output_that_is_full_or_closed_is_no_traceback(home):
    with open("/dev/full", "w") as full:
        status, _, said = lesart(home, "list", stdout=full)
    assert status == 1
    assert said == "lesart: standard output: No space left on device.\n"
    read, write = os.pipe()
    os.close(read)
    assert lesart(home, "list", stdout=write)[::2] == (0, "")
    os.close(write)
    for closed in (">&-", "<&-", "2>&-"):
        command = f'"$0" -m lesart --db "$1" list --count {closed}'
        ended = subprocess.run(
            ["sh", "-c", command, sys.executable, str(home / "library.sqlite")],
            env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout == ("" if closed == ">&-" else "30\n")


# ------------------------------------------------------------------ others at the same file


def test_two_imports_at_once_store_everything_once(tmp_path):
    import random

    first = Importing(tmp_path, random.Random(1))
    first.once()  # makes the folder, and is killed somewhere
    folder = tmp_path / "round-0"
    both = [program(tmp_path, "import", folder) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert rows(tmp_path / "library.sqlite", "SELECT count(*) FROM article") == [(FILES,)]
    assert is_sound(tmp_path)


def test_a_lock_held_by_another_program_is_waited_for_and_then_a_sentence(home):
    """It is waited for ten seconds; here the other one lets go, or holds on longer."""
    path = home / "library.sqlite"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = program(home, "annotate", 1, "--note", "patient")
        time.sleep(1)
        assert waiting.poll() is None
        other.execute("ROLLBACK")
        assert waiting.wait(20) == 0
        other.execute("BEGIN IMMEDIATE")
        assert lesart(home, "list", "--count")[:2] == (0, "30\n")  # reading goes on
        status, _, said = lesart(home, "annotate", 1, "--note", "too long")
        assert status == 3
        assert "is being written by another program. Try again when it is done." in said
    notes = [row[0] for row in rows(path, "SELECT note FROM annotation")]
    assert notes == ["mine", "patient"]


def test_a_second_reader_of_one_library_is_told_and_both_go_on(home):
    command = [sys.executable, "-m", "lesart", "--db", str(home / "library.sqlite")]
    environment = {"HOME": str(home), "LESART_CONFIG": str(home / "none.toml")}
    with Program(command, rows=24, columns=140, **environment) as first:
        first.wait_for("LIST")
        with Program(command, rows=24, columns=140, **environment) as second:
            second.wait_for(f"Another Lesart (process {first.pid}) shows this library")
            second.press("\x11")
            assert second.end(30) == 0
        first.press("\x11")
        assert first.end(30) == 0
    with Program(command, rows=24, columns=140, **environment) as alone:
        alone.wait_for("LIST")
        alone.press("\x11")
        assert alone.end(30) == 0
        assert "Another Lesart" not in "".join(alone.grid.words)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_reader_told_to_end_keeps_the_draft_and_the_terminal(home, number):
    command = [sys.executable, "-m", "lesart", "--db", str(home / "library.sqlite")]
    with Program(command, rows=24, columns=100, HOME=str(home)) as reader:
        reader.wait_for("LIST")
        reader.press("\r")
        reader.wait_for("READ")
        reader.press("C")
        reader.wait_for("note on")
        reader.press("half a thought")
        reader.wait_for("half a thought")
        os.kill(reader.pid, number)
        assert reader.end(30) == 128 + number
        assert b"\x1b[?1049l" in reader.written  # the terminal is as it was
    drafts = rows(home / "library.sqlite", "SELECT * FROM draft")
    assert any("half a thought" in str(draft) for draft in drafts)


def test_a_command_told_to_stop_says_what_is_stored(tmp_path):
    import random

    work = Importing(tmp_path, random.Random(1))
    work.once()
    process = program(tmp_path, "import", "--json", tmp_path / "round-0")
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == b"lesart: stopped; what was done so far is stored.\n"
    work.end()


# ------------------------------------------------------------------ who may read


def test_nobody_else_can_read_what_is_stored_whatever_the_umask(tmp_path):
    (tmp_path / "a.txt").write_text("A title\n\nAnd words.\n")
    old = os.umask(0)
    try:
        for words in (
            ("import", tmp_path / "a.txt"), ("backup", tmp_path / "copy.sqlite"),
            ("export", "--format", "jsonl", "--to", tmp_path / "all.jsonl"),
        ):  # fmt: skip
            assert lesart(tmp_path, *words)[0] == 0
    finally:
        os.umask(old)
    made = [path for path in tmp_path.iterdir() if path.name not in ("a.txt", "none.toml")]
    assert len(made) >= 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_file()} == {0o600}


@pytest.mark.skipif(
    os.geteuid() == 0, reason="root may write anywhere; the sentence is asked below"
)
def test_a_read_only_library_can_be_read_and_says_why_it_cannot_be_written(home):
    (home / "library.sqlite").chmod(0o400)
    status, _, said = lesart(home, "annotate", 1, "--note", "x")
    assert (status, "read-only" in said) == (3, True)


def test_a_place_that_cannot_hold_a_library_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    for place in ("/proc/library.sqlite", str(tmp_path / "file" / "x.sqlite"), str(tmp_path)):
        ended = subprocess.run(
            [sys.executable, "-m", "lesart", "--db", place, "list"],
            env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ended.returncode == 3, ended
        assert ended.stderr.startswith("lesart: ")
        assert ended.stderr.count("\n") == 1


def test_the_number_of_articles_stands_alone_on_the_last_line(home):
    assert lesart(home, "list", "--count")[1].splitlines()[-1] == "30"
