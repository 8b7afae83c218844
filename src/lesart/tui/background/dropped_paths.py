"""The files and addresses in what was dropped on the terminal's window, or pasted as if it were.

Terminals write dropped files in ways of their own: one a line or all in one, in single or double quotation
marks, with a backslash before a blank, as `file://` addresses, bare, or by a drive's letter. Nothing of it
is believed unless it is all of this kind and something of it is there.
"""

from __future__ import annotations

import os
import re
import shlex
import socket
import unicodedata
from collections.abc import Callable, Sequence
from typing import Literal
from urllib.parse import unquote, urlsplit

_LONGEST = 200_000
_MOST = 2000
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_BEGINS = re.compile(r"\s+(?=/|~/|file://|https?://|[A-Za-z]:\\)")
_BY_QUOTES = re.compile(r"\"([^\"]*)\"|'([^']*)'|(\S+)")
_IN_QUOTES = re.compile(r"([\"'])(.*)\1")
_DRIVE = re.compile(r"([A-Za-z]):[\\/](.*)", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_JOINED = 8
"""So many pieces may be one bare name with blanks in it."""


def dropped(text: str) -> list[str]:
    """What can be added of it; nothing where it merely looks like a path.

    Where some of several are not there they are named all the same: whoever adds them tells which.
    """
    if len(text) > _LONGEST:
        return []
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    found: list[str] = []
    for line in lines:
        if not (here := _in_line(line)):
            return []
        found += here
    found = list(dict.fromkeys(found))[:_MOST]
    return found if any(map(is_there, found)) else []


def one_line(found: Sequence[str]) -> str:
    """As a person may change it: one as it is, several in quotation marks, as a shell has them."""
    return found[0] if len(found) == 1 else " ".join(map(shlex.quote, found))


def is_there(word: str) -> bool:
    """Whether it is an address, or a file or folder that is there."""
    if _ADDRESS.fullmatch(word):
        return True
    try:
        return os.path.exists(os.path.expanduser(word))
    except (OSError, ValueError):
        return False


def _in_line(line: str) -> list[str]:
    """The words of one line, by the way of writing them of which most are there; none if it is prose."""
    quoted = _IN_QUOTES.fullmatch(line)
    for word in (line, quoted[2] if quoted else "", re.sub(r"\\(.)", r"\1", line)):
        whole = _path(word)
        if whole and is_there(whole):
            return [whole]
    best: list[str] = []
    most = 0
    for way in _WAYS:
        words = [_path(word) for word in way(line)]
        if not words or not all(words):
            continue
        count = sum(map(is_there, words))
        if not best or count > most:
            best, most = words, count
    return best


def _by_shell(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # a quotation mark that nothing closes
        return []


def _by_quotes(line: str) -> list[str]:
    """As Windows has them: a backslash is a backslash."""
    return [next(filter(None, found), "") for found in _BY_QUOTES.findall(line)]


def _by_what_is_there(line: str) -> list[str]:
    """Bare names, blanks and all: as long as they can be and still are there."""
    pieces = _BEGINS.split(line)
    words: list[str] = []
    while pieces:
        for count in range(min(_JOINED, len(pieces)), 0, -1):
            word = " ".join(pieces[:count])
            if count == 1 or is_there(_path(word)):
                words.append(word)
                del pieces[:count]
                break
    # A bare word with blanks that is not there is prose that begins like a path.
    return words if all(" " not in word or is_there(_path(word)) for word in words) else []


_WAYS: tuple[Callable[[str], list[str]], ...] = (_by_shell, _by_quotes, _by_what_is_there)


def _path(word: str) -> str:
    """The address or path that a word means; empty if it means neither."""
    if _CONTROLS.search(word):
        return ""
    if _ADDRESS.fullmatch(word):
        return word
    if word.startswith("file://"):
        word = _of_file_address(word)
    elif drive := _DRIVE.fullmatch(word):
        word = f"/mnt/{drive[1].lower()}/" + drive[2].replace("\\", "/")
    if not word.startswith(("/", "~/")) or _CONTROLS.search(word):
        return ""
    spellings = (word, *(unicodedata.normalize(form, word) for form in ("NFC", "NFD")))
    return next(filter(is_there, spellings), word)


def _of_file_address(address: str) -> str:
    """The path of a file on this machine; empty where it is on another."""
    try:
        host = urlsplit(address).netloc
    except ValueError:
        return ""
    if host and host.casefold() not in ("localhost", socket.gethostname().casefold()):
        return ""
    # Not by its parts: "#" and "?" stand bare in what some terminals write.
    return unquote(address.removeprefix(f"file://{host}"))


def kind_of(answer: str) -> Literal["feed", "subscriptions", "files"]:
    """What a person means who wants this added: an address, a list of feeds, or files."""
    is_path = answer.startswith(("/", "~", "./", "../")) or os.path.exists(answer)
    has_host = "." in answer and "/" not in answer.split(".")[0]
    has_host = has_host or bool(re.match(r"[\w.-]+:\d+(/|$)|localhost(/|$)", answer))
    if "://" in answer or (has_host and not is_path):
        return "feed"
    if (
        answer.lower().endswith(".opml")
        or os.path.basename(answer).endswith("urls")
        or _is_opml(answer)
    ):
        return "subscriptions"
    return "files"


def _is_opml(path: str) -> bool:
    """Whether a file begins as lists of feeds do, whatever it is called."""
    try:
        with open(os.path.expanduser(path), "rb") as file:
            return b"<opml" in file.read(4096).lower()
    except (OSError, ValueError):
        return False
