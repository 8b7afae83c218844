"""What comes in does not act: no program is started, nobody is asked, nothing is overwritten."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from lesart.feeds.formats.opml import read_subscriptions
from lesart.text.urls import browser_target, runs_a_shell
from lesart.tui.browser import start_browser
from tests.safety.hostile import HOSTILE, library_by_the_door
from tests.safety.terminal import Program

# ------------------------------------------------------------------ the browser


@pytest.mark.parametrize(
    ("link", "opened", "host"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d", "example.org"),
        ("https://example.org/a b", "https://example.org/a%20b", "example.org"),
        ("https://example.org/$(id)`id`'\";", "https://example.org/%24%28id%29%60id%60%27%22;", "example.org"),
        ("https://example.org/%s", "https://example.org/%25s", "example.org"),
        ("https://user:pass@example.org/", "https://example.org/", "example.org"),
        ("https://bank.example@evil.example/", "https://evil.example/", "evil.example"),
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://ｇｏｏｇｌｅ.com/", "https://google.com/", "google.com"),
        ("http://[::1]:8080/", "http://[::1]:8080/", "::1"),
        ("https://例え.jp/パス", "https://xn--r8jz45g.jp/%E3%83%91%E3%82%B9", "xn--r8jz45g.jp"),
    ],
)  # fmt: skip
def test_the_browser_gets_one_plain_word_and_the_host_is_the_one_that_is_told(link, opened, host):
    target = browser_target(link)
    assert target is not None
    assert (target.url, target.host) == (opened, host)


@pytest.mark.parametrize(
    "link",
    ["https://user:pass@example.org/", "https://xn--80ak6aa92e.com/", "https://münchen.example/"],
)
def test_an_address_that_may_not_be_what_it_seems_is_asked_about_first(link):
    target = browser_target(link)
    assert target is not None
    assert target.warning


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.c", "ftp://x.org/", "--version",
     "-https://x.org/", "https:///x", "https://", "//x.org/", "x.org", "https://good.example\\@evil.example/",
     "https://x.org/\nX: y", "https://x.org/\x1b]0;x\x07", "https://a b.org/", "https://x.org:99999/", "http://[::1", ""],
)  # fmt: skip
def test_nothing_else_is_opened(link):
    assert browser_target(link) is None


def a_browser(folder: Path) -> Path:
    """A program that writes down its arguments, one a line, and what its terminal is."""
    path = folder / "browser"
    path.write_text(
        f"#!{sys.executable}\nimport sys\nwith open({str(folder / 'opened')!r}, 'a') as out:\n"
        "    print(len(sys.argv) - 1, *sys.argv[1:], sys.stdout.isatty(), sep='\\n', file=out)\n"
        "print('\\x1b]0;OWNED\\x07')\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def until_written(path: Path) -> list[str]:
    end = time.monotonic() + 20
    while time.monotonic() < end and not (path.exists() and path.read_text().endswith("e\n")):
        time.sleep(0.05)
    return path.read_text().splitlines()


@pytest.mark.parametrize("form", ["{}", "{} %s"])
def test_the_program_named_in_browser_gets_the_address_as_its_only_argument(
    tmp_path, monkeypatch, form
):
    monkeypatch.setenv("BROWSER", form.format(a_browser(tmp_path)))
    target = browser_target("https://example.org/x y;touch%20z?a=1&b=$(id)|%s")
    told: list[str] = []
    assert target is not None
    start_browser(target.url, told.append)
    assert until_written(tmp_path / "opened") == ["1", target.url, "False"]
    assert told == []


@pytest.mark.parametrize(
    ("browser", "is_shell"),
    [("firefox", False), ("w3m %s", False), ("sh -c 'firefox %s'", True), ("/usr/bin/env bash -c %s", True),
     ("firefox:zsh -c 'x %s'", True), ("fresh %s", False), ("'open", True), ("", False)],
)  # fmt: skip
def test_a_shell_is_no_browser(browser, is_shell):
    assert runs_a_shell(browser) is is_shell


def test_a_shell_in_browser_is_refused_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("BROWSER", f"sh -c 'touch {tmp_path}/owned; echo %s'")
    told: list[str] = []
    start_browser("https://example.org/", told.append)
    assert told
    assert "shell" in told[0]
    assert not (tmp_path / "owned").exists()


def test_a_browser_that_cannot_start_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("BROWSER", "false %s")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    told: list[str] = []
    start_browser("https://example.org/", told.append)
    end = time.monotonic() + 20
    while not told and time.monotonic() < end:
        time.sleep(0.05)
    assert "browser" in told[0]


# ------------------------------------------------------------------ lists of feeds, files, folders


def test_programs_in_a_newsboat_list_are_named_and_never_started(tmp_path):
    marker = tmp_path / "owned"
    lines = [
        f"exec:touch {marker}", f'"exec:touch {marker}" tag', f"filter:touch {marker}:https://example.org/feed",
        f"https://example.org/$(touch {marker})", f"https://example.org/`touch {marker}` \"~$(touch {marker})\"",
        '"query:unread:unread = \\"yes\\""', f"file://{marker}", "https://example.org/feed news",
    ]  # fmt: skip
    listed = read_subscriptions("\n".join(lines).encode())
    assert "https://example.org/feed" in [s.url for s in listed.subscriptions]
    assert len(listed.problems) >= 4
    assert all(s.url.startswith("https://example.org/") for s in listed.subscriptions)
    assert not marker.exists()


def test_an_opml_file_cannot_read_files_or_name_other_schemes(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hunter2")
    listed = read_subscriptions(
        f"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file://{secret}">
        <!ENTITY % y SYSTEM "http://127.0.0.1:1/y">%y;]>
        <opml><body><outline text="&x;" xmlUrl="https://example.org/feed" htmlUrl="javascript:alert(1)"/>
        <outline text="a" xmlUrl="file://{secret}"/><outline text="../../../etc" xmlUrl="javascript:x"/>
        </body></opml>""".encode()
    )
    [only] = listed.subscriptions
    assert "hunter2" not in only.title
    assert only.site == ""
    assert len(listed.problems) == 2


def test_a_folder_is_imported_without_leaving_it_and_without_waiting(tmp_path):
    from lesart.services.importing.import_files import Imported, import_paths
    from lesart.store import Store

    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "private.txt").write_text("What nobody named.")
    (inside / "a.txt").write_text("An article.")
    (inside / "loop").symlink_to(inside)
    (inside / "away").symlink_to(outside)
    os.mkfifo(inside / "pipe.txt")
    with Store.open(tmp_path / "library.sqlite") as store:
        outcomes = list(import_paths([str(inside)], store, now=1))
        assert len([o for o in outcomes if isinstance(o, Imported)]) == 1
        assert store.articles.count() == 1
        assert any(
            "link out of the folder" in str(o.error) for o in outcomes if hasattr(o, "error")
        )


@pytest.mark.parametrize("name", ["backup", "opml"])
def test_an_existing_file_is_never_overwritten_through_a_link(tmp_path, name):
    from tests.safety.running import run_lesart

    mine = tmp_path / "mine"
    mine.write_text("my own words")
    (tmp_path / "link").symlink_to(mine)
    library = tmp_path / "library.sqlite"
    words = ["backup", "link"] if name == "backup" else ["opml", "export", "link"]
    ran = run_lesart("--db", library, *words, folder=tmp_path)
    assert ran.returncode != 0
    assert mine.read_text() == "my own words"


# ------------------------------------------------------------------ nobody is asked

_GUARD = """
import os, sys
def look(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"):
        if event == "socket.connect" and isinstance(arguments[1], (str, bytes)):
            return  # a socket of this machine's own
        with open(os.environ["LESART_TEST_ASKED"], "a") as out:
            out.write(f"{event} {arguments[1:]}\\n")
sys.addaudithook(look)
"""


def test_reading_searching_and_annotating_ask_nobody(tmp_path):
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(_GUARD)
    library, config, asked = tmp_path / "l.sqlite", tmp_path / "c.toml", tmp_path / "asked"
    library_by_the_door(library)
    config.write_text('locale = "en"\n')
    environment = {
        "PYTHONPATH": os.pathsep.join([str(guard), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        "LESART_TEST_ASKED": str(asked), "LESART_CONFIG": str(config), "HOME": str(tmp_path),
        "BROWSER": "true %s", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.safety.tour", str(library), str(config)]
    with Program(command, **environment) as program:
        assert program.end(120) == 0
    # The guard is awake: it sees a connection where one is made.
    probe = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    with Program([sys.executable, "-c", probe], **environment) as program:
        program.end(20)
    assert asked.read_text().splitlines() == ["socket.connect (('127.0.0.1', 9),)"]


def test_hostile_words_are_there_to_be_tried():
    assert len(HOSTILE) > 70
