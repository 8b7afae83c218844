"""Two processes write one library at the same time: what was reported stored is there. The long run is
`python -m tests.safety.two_writers`."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest

from lesart.store import Store
from lesart.store.file.locks import WriteLock
from lesart.store.file.opening import foreign_log
from tests.conftest import NOW
from tests.safety.two_writers import Lost, _check, _digest, run_round


def test_nothing_that_was_reported_is_lost_between_two_writers_and_a_reader(tmp_path):
    rows, _ = run_round(tmp_path, seed=11, seconds=4, rows=50)
    assert rows >= 50


def test_a_row_that_is_missing_or_other_would_be_noticed(tmp_path):
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        store.settings.save_draft("a", "words", now=NOW)
    _check(path, [("draft", "a", _digest("words"))])
    with pytest.raises(Lost, match="not there"):
        _check(path, [("draft", "b", _digest("words"))])
    with pytest.raises(Lost, match="other words"):
        _check(path, [("draft", "a", _digest("else"))])


def test_a_log_that_is_just_begun_anew_is_not_taken_for_another_databases(tmp_path):
    """Who opens the library while another begins its log anew may see it half written."""
    path, other = tmp_path / "library.sqlite", tmp_path / "other.sqlite"
    log = path.with_name("library.sqlite-wal")
    with closing(sqlite3.connect(other)) as strange, Store.open(path) as store:
        strange.executescript("PRAGMA journal_mode = wal; CREATE TABLE t (a);")
        store.settings.save_draft("a", "words", now=NOW)
        whole, half = log.read_bytes(), other.with_name("other.sqlite-wal").read_bytes()
        lock = WriteLock(path)
        assert lock.take()
        log.write_bytes(half)

        def finish() -> None:
            log.write_bytes(whole)
            lock.let_go()

        threading.Timer(0.3, finish).start()
        assert foreign_log(path) == ""
        lock.close()


_WITHOUT_A_PAUSE = """
import sys, time
from pathlib import Path
from lesart.store import Store
with Store.open(Path(sys.argv[1])) as store:
    written = 0
    while True:
        written += 1
        with store.transaction():
            store.settings.set("written", str(written))
            time.sleep(0.02)
"""


def test_a_note_waits_for_one_step_of_a_long_import_and_not_for_its_end(tmp_path):
    """Who wants to write comes next, however soon the other one wants to write again."""
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        other = subprocess.Popen([sys.executable, "-c", _WITHOUT_A_PAUSE, str(path)])
        try:
            while not store.settings.get("written"):
                time.sleep(0.01)
            waited = []
            for at in range(12):
                before = int(store.settings.get("written") or 0)
                store.settings.save_draft(f"note {at}", "words", now=NOW)
                waited.append(int(store.settings.get("written") or 0) - before)
        finally:
            other.kill()
            other.wait()
        assert len(store.settings.drafts("note ")) == 12
    assert max(waited) <= 3
