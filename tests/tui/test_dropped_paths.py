"""Files dropped on the window, as the terminals write them; what merely looks like a path is nothing."""

from __future__ import annotations

import shlex
import socket
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from lesart.tui.background import dropped_paths
from lesart.tui.background.dropped_paths import dropped, one_line

NAMES = ("one.txt", "two words.html", "Übung für März.pdf", "it's 5.md", 'so "said".txt', "a#b%20.txt", "$(x) `y`;&.txt")  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    folder = tmp_path / "My folder"
    folder.mkdir()
    for name in NAMES:
        (folder / name).touch()
    return [str(folder / name) for name in NAMES]


def backslashed(path: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "/._-" else f"\\{sign}" for sign in path)


def address(path: str, host: str = "") -> str:
    return f"file://{host}{quote(path)}"


@pytest.mark.parametrize("between", [" ", "\n", "\r\n", "  ", " \n"])
@pytest.mark.parametrize(
    "written",
    [shlex.quote, backslashed, address, lambda path: address(path, "localhost"),
     lambda path: address(path, socket.gethostname()), lambda path: f"'{path}'" if "'" not in path else f'"{path}"',
     lambda path: path],
)  # fmt: skip
def test_every_file_is_known_however_the_terminal_writes_it(files, written, between):
    assert dropped(between.join(map(written, files)) + between) == files
    for path in files:
        assert dropped(written(path) + " ") == [path]
    assert dropped(one_line(files)) == files


def test_windows_paths_are_those_of_the_drive_as_linux_has_it(files, monkeypatch):
    there = {"/mnt/c/Users/Jörg/My file.pdf", "/mnt/d/b.txt"}
    monkeypatch.setattr(dropped_paths, "is_there", there.__contains__)
    wanted = sorted(there)
    assert dropped('"C:\\Users\\Jörg\\My file.pdf" D:\\b.txt') == wanted
    assert dropped('"C:\\Users\\Jörg\\My file.pdf" "D:\\b.txt"') == wanted
    assert dropped("C:\\Users\\Jörg\\My file.pdf\r\nD:\\b.txt") == wanted


def test_an_umlaut_is_found_in_both_of_its_spellings(tmp_path):
    for form, other in (("NFC", "NFD"), ("NFD", "NFC")):
        path = str(tmp_path / unicodedata.normalize(form, f"Bücher {form}.txt"))
        Path(path).touch()
        assert dropped(shlex.quote(unicodedata.normalize(other, path))) == [path]


def test_some_that_are_missing_are_named_and_addresses_go_along(files):
    missing = "/not/there at all.txt"
    words = shlex.join([files[1], missing, "https://example.org/feed?a=b"])
    assert dropped(words) == [files[1], missing, "https://example.org/feed?a=b"]


@pytest.mark.parametrize(
    "text",
    [
        "", " \n ", "no path at all", "/not/there", "/not/there /neither", "see {0} please", "{0} is a file",
        "rm -rf {0}", "{0}\nand some prose", "some prose\n{0}", "file://elsewhere.example{0}", "relative.txt",
        "./{0}", "'{0}", "{0}\x1b[31m", "{0}\0", "javascript:alert(1)", "ftp://x.example/", "# {0}",
        "$(echo {0})", "`{0}`", "~nobody/{0}", "https://x.example/ is down", "'/not' '/there'",
    ],
)  # fmt: skip
def test_what_merely_looks_like_it_does_nothing(files, text):
    assert dropped(text.replace("{0}", files[0])) == []
    assert dropped("x" * 300_000) == []
