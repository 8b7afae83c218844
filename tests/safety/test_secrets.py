"""A password in a feed's address is for its server: no message, export, list or crash repeats it."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest

from lesart.cli.context import Context
from lesart.cli.main import run
from lesart.config import Config
from lesart.services.bug_reports import SUFFIX, last_words
from lesart.store import Store
from lesart.text.urls import without_secrets
from lesart.tui.background.child import Child
from tests.conftest import NOW
from tests.feeds.site import Item, Site, feed_of, site
from tests.safety.running import run_lesart

SECRET = b"hunter2"
__all__ = ["site"]


def with_password(address: str) -> str:
    return address.replace("http://", f"http://me:{SECRET.decode()}@")


@pytest.mark.parametrize(
    ("path", "body", "status", "headers"),
    [
        ("/feed", feed_of(Item("a")), 200, ()),
        ("/untitled", feed_of(Item("b"), title=""), 200, ()),
        ("/gone", "", 410, ()),
        ("/locked", "", 401, ("WWW-Authenticate: Basic",)),
        ("/moved", "", 301, ("Location: /feed2",)),
        ("/elsewhere", "", 302, ("Location: javascript:alert(1)",)),
        ("/page", "<html><body><a href='/x'>no feed</a></body></html>", 200, ("Content-Type: text/html",)),
        ("/two", "<html><head><link rel=alternate type=application/rss+xml href=/feed title=A>"
         "<link rel=alternate type=application/atom+xml href=/feed2 title=B></head></html>", 200, ()),
    ],
)  # fmt: skip
def test_no_output_repeats_the_password_of_a_feed(
    site: Site, tmp_path: Path, path, body, status, headers
):
    site.put("/feed", feed_of(Item("a")))
    site.put("/feed2", feed_of(Item("c")))
    address = with_password(site.put(path, body, status, *headers))
    library = tmp_path / "l.sqlite"
    with Store.open(library) as store:
        store.feeds.add(address, now=NOW)
        store.feeds.add(with_password("http://127.0.0.1:1/dead"), now=NOW)
    calls = [
        ("add", "--json", address), ("add", address), ("add", "--json", "-"), ("refresh", "--force"), ("refresh", "--jsonl", "--force"),
        ("refresh", address), ("feeds",), ("feeds", "--json"), ("feeds", "--health"), ("feeds", "--health", "--json"),
        ("feeds", "errors"), ("feeds", "errors", "--json"), ("feeds", "tag", address, "x"), ("list",), ("list", "--json"),
        ("show", "1", "--json"), ("opml", "export"), ("feeds", "remove", "1"), ("feeds", "remove", "1", "--yes"),
        ("feeds", "rename", "me:hunter2@nowhere"), ("doctor",),
    ]  # fmt: skip
    for call in calls:
        out, err = io.StringIO(), io.StringIO()
        stdin = io.BytesIO(address.encode() + b"\n")
        context = Context(Config(library=library), out, err, stdin, lambda: NOW)
        run(list(call), call[0], context)
        # What was typed as a part of a title, and fits none, is the person's own word.
        if call[1:2] != ("rename",):
            assert SECRET.decode() not in out.getvalue() + err.getvalue(), call
    sent = [head for head in site.requests if "Authorization: Basic" in head]
    assert sent, "the server it is for did get it"


def test_a_proxys_password_is_in_no_message(tmp_path):
    proxy = f"http://me:{SECRET.decode()}@127.0.0.1:9"
    for name in (proxy, f"ftp://me:{SECRET.decode()}@x", f"http://me:{SECRET.decode()}@[bad"):
        ran = run_lesart("add", "http://feed.example/", folder=tmp_path, http_proxy=name)
        assert ran.returncode == 1
        assert SECRET not in ran.stdout + ran.stderr
        assert b"Traceback" not in ran.stderr


def test_the_screen_gives_addresses_to_its_children_out_of_sight(tmp_path):
    """Every user of a machine can read the arguments of every process on it."""
    child = Child(
        tmp_path / "l.sqlite", ["add", "--json", "-"], first_line=with_password("http://x.example/")
    )
    assert SECRET.decode() not in " ".join(child._command)


def test_the_library_and_all_that_is_made_of_it_is_readable_by_its_owner_alone(tmp_path):
    library = tmp_path / "l.sqlite"
    with Store.open(library) as store:
        store.feeds.add(with_password("http://x.example/"), now=NOW)
        store.back_up(tmp_path / "copy.sqlite")
        files = [path for path in tmp_path.iterdir() if path.is_file()]
        assert len(files) >= 3
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_crash_report_holds_no_password_and_nothing_a_terminal_obeys(tmp_path):
    try:
        raise ValueError(f"{with_password('http://x.example/')} \x1b]0;x\x07\u202e")
    except ValueError as error:
        told = last_words(error, tmp_path / "l.sqlite")
    kept = tmp_path / f"l.sqlite{SUFFIX}"
    assert str(kept) in told
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    for report in (told, kept.read_text("utf-8")):
        assert "http://x.example/" in report
        assert SECRET.decode() not in report
        assert not {"\x1b", "\x07", "\u202e"} & set(report)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see https://me:pw@x.org/a and http://b@y.org", "see https://x.org/a and http://y.org"),
        ("https://me:p@w@x.org/", "https://x.org/"),
        ("https://x.org/@me?to=a@b.c", "https://x.org/@me?to=a@b.c"),
        ("me@x.org", "me@x.org"),
    ],
)
def test_addresses_in_messages_lose_their_passwords_and_nothing_else(text, shown):
    assert without_secrets(text) == shown
