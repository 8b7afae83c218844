"""Pictures that lie within the file an article was imported from: in a saved page, a web archive, a book.

The file is looked at again when somebody asks for its pictures; the library keeps words, not pictures.
"""

from __future__ import annotations

import base64
import binascii
import os
import plistlib
import posixpath
import re
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping
from email import message_from_bytes
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes, urljoin

LARGEST_FILE = 128 * 2**20
LARGEST = 16 * 2**20
"""Bytes of one picture."""
_MOST_PARTS = 2000
_DATA = re.compile(
    r"data:(?:image/[\w.+-]{1,60})(?:;[\w=-]{1,40}){0,4}?(;base64)?,(.*)", re.I | re.S
)
_ENDINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)  # fmt: skip
_PAGES = (".xhtml", ".html", ".htm")

Contents = Callable[[str], bytes]
"""What lies at an address as a page spells it; empty for nothing that is a picture."""


class PageWithin(NamedTuple):
    """A page in a file, and what lies beside it there."""

    html: bytes
    link: str
    contents: Contents


def ending_of(content: bytes) -> str:
    """What its first bytes say it is; empty for what is no picture that can do nothing but be seen."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:12] in (b"ftypavif", b"ftypheic"):
        return "avif" if content[8:12] == b"avif" else "heic"
    return next((ending for begins, ending in _ENDINGS if content.startswith(begins)), "")


def embedded(address: str) -> bytes:
    """The picture that a `data:` address is itself; empty for others."""
    found = _DATA.fullmatch(address.strip()) if len(address) < 2 * LARGEST else None
    if found is None:
        return b""
    try:
        content = (
            base64.b64decode(re.sub(r"\s+", "", unquote(found[2])), validate=True)
            if found[1]
            else unquote_to_bytes(found[2])
        )
    except (binascii.Error, ValueError):
        return b""
    return _picture(content)


def pages_in(place: str) -> Iterator[PageWithin]:
    """The pages of a file on this machine; `place` may name one within it behind a `#`."""
    path, inside = _parted(place)
    data = _read(path) if os.path.isabs(path) else b""
    try:
        if data[:4] == b"PK\x03\x04":
            yield from _of_book(path, inside)
        elif inside:
            return
        elif data.startswith(b"bplist0") or b"<plist" in data[:1000]:
            yield from _of_webarchive(data)
        elif re.match(rb"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n", data[:20_000]):
            yield from _of_mhtml(data)
        elif b"<" in data[:2000]:
            yield PageWithin(data, "", embedded)
    except Exception:
        # Whatever a damaged file does to a library that reads it: it has no pictures then.
        return


def _parted(place: str) -> tuple[str, str]:
    """The file, and what is meant within it; a file's name may have such a sign, too."""
    at = len(place)
    while at > 0 and not os.path.isfile(place[:at]):
        at = place.rfind("#", 0, at)
    return place[: max(at, 0)], place[at + 1 :].split("#")[0]


def _picture(content: object) -> bytes:
    if isinstance(content, bytes) and len(content) <= LARGEST and ending_of(content):
        return content
    return b""


def _read(path: str) -> bytes:
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_FILE:
                return b""
            return file.read(LARGEST_FILE)
    except (OSError, ValueError):
        return b""


def _of_book(path: str, inside: str) -> Iterator[PageWithin]:
    with zipfile.ZipFile(path) as book:
        names = set(book.namelist())

        def read(name: str) -> bytes:
            with book.open(name) as member:
                content = member.read(LARGEST + 1)
            return content if len(content) <= LARGEST else b""

        pages = [inside] if inside else sorted(n for n in names if n.lower().endswith(_PAGES))
        for page in [name for name in pages if name in names][:_MOST_PARTS]:

            def contents(address: str, page: str = page) -> bytes:
                near = posixpath.join(posixpath.dirname(page), unquote(address.split("#")[0]))
                name = posixpath.normpath(near)
                return _picture(read(name)) if name in names else embedded(address)

            yield PageWithin(read(page), "", contents)


def _of_mhtml(data: bytes) -> Iterator[PageWithin]:
    parts: dict[str, bytes] = {}
    page: tuple[bytes, str] | None = None
    for count, part in enumerate(message_from_bytes(data).walk()):
        content = part.get_payload(decode=True)
        if count > _MOST_PARTS or not isinstance(content, bytes):
            continue
        location = str(part.get("Content-Location", "")).strip()
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and page is None:
            page = content, location
        elif part.get_content_maintype() == "image":
            parts[location] = content
            parts[f"cid:{str(part.get('Content-ID', '')).strip(' <>')}"] = content
    if page is not None:
        yield PageWithin(page[0], page[1], _beside(page[1], parts))


def _of_webarchive(data: bytes) -> Iterator[PageWithin]:
    archive = plistlib.loads(data)
    main = archive["WebMainResource"]
    link = str(main.get("WebResourceURL", ""))
    beside = {
        str(one.get("WebResourceURL", "")): one.get("WebResourceData", b"")
        for one in archive.get("WebSubresources", [])[:_MOST_PARTS]
    }
    yield PageWithin(main["WebResourceData"], link, _beside(link, beside))


def _beside(link: str, parts: Mapping[str, bytes]) -> Contents:
    def contents(address: str) -> bytes:
        return _picture(parts.get(address) or parts.get(urljoin(link, address))) or embedded(
            address
        )

    return contents
