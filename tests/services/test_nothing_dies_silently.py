"""Whoever waits for a thread hears of its end; a child leaves in peace; ctrl+c ends with its own status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lesart.cli.main import COMMANDS
from lesart.feeds import feed_visits as visiting
from lesart.feeds.feed_visits import visits
from lesart.feeds.http import fetch
from lesart.feeds.http import pages as paging
from lesart.feeds.http.fetch import Request
from lesart.services.bug_reports import SUFFIX
from lesart.services.refresh import refresh
from lesart.store import Store
from tests.conftest import NOW, a_draft
from tests.feeds.site import Item, Site, feed_of, site
from tests.safety.running import run_lesart

__all__ = ["site"]


class Broken:
    """A fetcher with a bug where it begins, outside of any one feed's visit."""

    def __init__(self, *_: object) -> None:
        pass

    async def __aenter__(self) -> Broken:
        raise KeyError("nobody foresaw this")

    async def __aexit__(self, *_: object) -> None:
        pass


def test_a_refresh_whose_crew_has_a_bug_ends_with_that_bug(store, site: Site, monkeypatch):
    feed, _ = store.feeds.add(site.put("/feed", feed_of(Item("1"))))
    monkeypatch.setattr(fetch, "Fetcher", Broken)
    with pytest.raises(KeyError, match="nobody foresaw this"):
        list(visits([feed], now=lambda: NOW))
    monkeypatch.undo()
    [outcome] = refresh(store, [feed], now=lambda: NOW)
    assert len(outcome.new) == 1


def test_pages_whose_thread_has_a_bug_end_with_that_bug(monkeypatch):
    monkeypatch.setattr(paging, "Fetcher", Broken)
    with pytest.raises(KeyError, match="nobody foresaw this"):
        list(paging.pages({1: Request("http://127.0.0.1:9/")}))


def test_a_bug_in_one_feed_is_told_there_with_its_report_and_the_others_are_visited(
    store, site: Site, monkeypatch
):
    feeds = [store.feeds.add(site.put(f"/{n}", feed_of(Item("1"))))[0] for n in range(3)]
    real = visiting.body_hash
    broken = feed_of(Item("bad")).encode()
    site.put("/1", broken.decode())

    def hashed(body: bytes) -> str:
        if body == broken:
            raise KeyError("nobody foresaw this")
        return real(body)

    monkeypatch.setattr(visiting, "body_hash", hashed)
    outcomes = {o.feed.id: o for o in refresh(store, feeds, now=lambda: NOW)}
    assert [len(outcomes[f.id].new) for f in feeds] == [1, 0, 1]
    report = store.path.with_name(store.path.name + SUFFIX)
    assert str(report) in outcomes[feeds[1].id].error
    assert "nobody foresaw this" in report.read_text("utf-8")


def test_a_reader_of_feeds_that_was_killed_is_started_anew_for_the_same_feed(store, site: Site):
    from lesart.feeds.parse_worker import ParseWorker

    with ParseWorker() as worker:
        body = feed_of(Item("1")).encode()
        worker.read(body, url="http://x.example/")
        child = worker.process.child
        os.kill(child.pid, signal.SIGSTOP)  # it has the feed and does not answer yet …
        threading.Timer(0.5, os.kill, (child.pid, signal.SIGKILL)).start()  # … and never will
        assert len(worker.read(body, url="http://x.example/").feed.entries) == 1


# ------------------------------------------------------------------ real processes


def start(*words: object, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    config = folder / "config.toml"
    config.write_text('entities = "rules"\n')
    return subprocess.Popen(
        [sys.executable, *(str(word) for word in words)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
        env={**os.environ, "HOME": str(folder), "LESART_CONFIG": str(config), **environment},
    )  # fmt: skip


def test_an_analysis_that_waited_long_enough_ends_in_peace(tmp_path):
    library = tmp_path / "l.sqlite"
    with Store.open(library) as store:
        store.articles.add(a_draft("Etwa 4.500 Soldaten kamen."), now=NOW)
    code = (
        "import sys, lesart.cli.analyse as analyse\n"
        "analyse.IDLE_SECONDS = 0.5\n"
        "from lesart.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    child = start(
        "-c", code, "--db", library, "analyse", "--waiting", "--json", "--follow", folder=tmp_path
    )
    try:
        status = child.wait(timeout=60)  # its standard input stays open, as the screen's does
        said = child.stderr.read().decode()
    finally:
        child.kill()
        child.communicate()
    assert (status, said) == (0, "1 analysed.\n")


def test_an_analysis_does_first_what_is_asked_for_meanwhile(tmp_path):
    library = tmp_path / "l.sqlite"
    with Store.open(library) as store:
        ids = [store.articles.add(a_draft(f"{n} people came."), now=NOW).id for n in range(1, 4)]
    command = ("-m", "lesart", "--db", library, "analyse", "--waiting", "--json", "--follow")
    child = start(*command, folder=tmp_path)
    out, _ = child.communicate(f"{ids[0]}\n".encode(), timeout=60)
    done = [record["id"] for record in map(json.loads, out.splitlines()) if "id" in record]
    assert sorted(done) == ids
    assert child.returncode == 0


def test_a_bug_on_the_command_line_is_one_sentence_and_a_report(tmp_path):
    script = tmp_path / "broken.py"
    script.write_text(
        "import sys, lesart.cli.articles as reading\n"
        "def boom(*_): raise KeyError('nobody foresaw this http://me:hunter2@x.example/')\n"
        "reading.list_articles = boom\n"
        "import lesart.store.tables.articles as articles\n"
        "articles.Articles.get = boom\n"
        "from lesart.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    child = start(script, "--db", tmp_path / "l.sqlite", "show", "1", folder=tmp_path)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 4
    assert out == b""
    assert err.count(b"\n") == 1
    report = tmp_path / f"l.sqlite{SUFFIX}"
    assert str(report).encode() in err
    assert "nobody foresaw this" in report.read_text("utf-8")
    assert b"hunter2" not in err + report.read_bytes()


def waits_for_its_input(child: subprocess.Popen[bytes]) -> None:
    """Until the command is at work: it has told so, or sits and reads."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        where = Path(f"/proc/{child.pid}/wchan")
        if where.exists() and "pipe" in where.read_text():
            return
        time.sleep(0.05)
    time.sleep(2)


@pytest.mark.parametrize(
    "words",
    [("import", "-"), ("add", "-"), ("pipe", "anchor"), ("analyse", "--waiting", "--follow", "--json")],
)  # fmt: skip
def test_ctrl_c_ends_a_command_with_the_status_of_the_readme(tmp_path, words):
    child = start("-m", "lesart", "--db", tmp_path / "l.sqlite", *words, folder=tmp_path)
    waits_for_its_input(child) if words[0] != "analyse" else child.stdout.readline()
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130, err
    assert b"Traceback" not in err


def test_ctrl_c_ends_a_refresh_that_hangs_on_its_server(tmp_path, site: Site):
    import socket

    deaf = socket.socket()
    deaf.bind(("127.0.0.1", 0))
    deaf.listen(1)
    library = tmp_path / "l.sqlite"
    with Store.open(library) as store:
        store.feeds.add(f"http://127.0.0.1:{deaf.getsockname()[1]}/feed")
    child = start("-m", "lesart", "--db", library, "refresh", folder=tmp_path)
    try:
        deaf.settimeout(30)
        deaf.accept()
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=30)
    finally:
        deaf.close()
    assert child.returncode == 130, err
    assert err.decode() == "lesart: stopped; what was done so far is stored.\n"


def test_every_command_says_its_exit_statuses(tmp_path):
    assert COMMANDS
    ran = run_lesart("--help", folder=tmp_path)
    for words in ("130  stopped", "4  a bug in Lesart"):
        assert words in ran.stdout.decode()
