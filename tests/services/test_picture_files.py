"""Pictures that came within a file – a saved page, a web archive, a book – are listed and can be shown."""

from __future__ import annotations

import base64
import os
import plistlib
import stat
from pathlib import Path

import pytest

from lesart.services.importing.import_files import import_paths
from lesart.services.picture_files import embedded, ending_of, pages_in
from lesart.services.pictures import pictures_of
from lesart.store import Store
from lesart.tui.background.shown_files import put
from tests.conftest import NOW
from tests.services.built_files import epub, xhtml

PNG = b"\x89PNG\r\n\x1a\n" + b"dots" * 400
JPEG = b"\xff\xd8\xff\xe0" + b"dots" * 30
WORDS = "The ferry came back on Monday, and forty cars crossed the river with it. " * 12
LINK = "https://river.example/ferry"


def page(*pictures: str) -> str:
    images = "".join(
        f'<figure><img src="{src}" alt="Picture {n}"></figure>' for n, src in enumerate(pictures)
    )
    return f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>{WORDS}</p>{images}</article></body></html>"  # fmt: skip


def data_address(content: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def saved_page(path: Path) -> None:
    path.write_text(page(data_address(PNG), "https://cdn.example/far.jpg", data_address(b"<svg/>", "image/svg+xml")))  # fmt: skip


def web_archive(path: Path) -> None:
    main = {"WebResourceURL": LINK, "WebResourceMIMEType": "text/html",
            "WebResourceData": page("/a.png", "https://cdn.example/far.jpg", "b.svg").encode()}  # fmt: skip
    beside = [{"WebResourceURL": "https://river.example/a.png", "WebResourceData": PNG},
              {"WebResourceURL": "https://river.example/b.svg", "WebResourceData": b"<svg/>"}]  # fmt: skip
    path.write_bytes(plistlib.dumps({"WebMainResource": main, "WebSubresources": beside}))


def mhtml(path: Path) -> None:
    picture = base64.encodebytes(PNG).decode()
    path.write_text(
        f'From: <Saved by Blink>\nSnapshot-Content-Location: {LINK}\nMIME-Version: 1.0\n'
        'Content-Type: multipart/related; type="text/html"; boundary="xx"\n\n'
        f"--xx\nContent-Type: text/html\nContent-Location: {LINK}\n\n"
        f'{page("cid:pic@x", "https://cdn.example/far.jpg", "b.svg")}\n'
        "--xx\nContent-Type: image/png\nContent-ID: <pic@x>\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://river.example/a.png\n\n{picture}\n--xx--\n"
    )  # fmt: skip


def book(path: Path) -> None:
    images = '<p><img src="../pics/a%20b.png" alt="Picture 0"/><img src="https://cdn.example/far.jpg" alt="Picture 1"/><img src="b.svg" alt="Picture 2"/></p>'  # fmt: skip
    pages = {f"text/{n}.xhtml": xhtml(f"<h1>Part {n}</h1><p>{WORDS * 20}</p>{images if n == 1 else ''}") for n in (1, 2)}  # fmt: skip
    path.write_bytes(epub(pages, dict.fromkeys(pages, "Part"), more={"OPS/pics/a b.png": PNG}))


@pytest.mark.parametrize(
    ("name", "write"),
    [("a page.html", saved_page), ("a#b.webarchive", web_archive), ("a.mhtml", mhtml), ("a#b.epub", book)],
)  # fmt: skip
def test_pictures_within_a_file_are_listed_with_what_they_are(store: Store, tmp_path, name, write):
    path = tmp_path / name
    write(path)
    ids = [one.article_id for one in import_paths([str(path)], store, now=NOW)]
    found = [one for number in ids for one in pictures_of(store, store.articles.get(number))]
    assert [(one.alt, one.content) for one in found] == [
        ("Picture 0", PNG), ("Picture 1", b""), ("Picture 2", b""),
    ]  # fmt: skip
    assert found[1].address == "https://cdn.example/far.jpg"
    # The file is gone: what its page says of them is still told, where that was kept.
    path.unlink()
    left = [one for number in ids for one in pictures_of(store, store.articles.get(number))]
    assert not any(one.content for one in left)
    assert [one.alt for one in left] == (
        [] if name.endswith("epub") else [f"Picture {n}" for n in range(3)]
    )


def test_only_what_can_do_nothing_but_be_seen_counts_as_a_picture():
    assert embedded(data_address(JPEG, "image/jpeg")) == JPEG
    assert embedded("data:image/gif,GIF89a%2C%00") == b"GIF89a,\0"
    for address in ("", "data:image/png;base64,AAAA", "data:text/html,<script>", data_address(b"<svg onload=x>", "image/svg+xml"),
                    "data:image/png;base64,***", "https://x.example/a.png", "data:image/png;base64"):  # fmt: skip
        assert embedded(address) == b""
    assert [ending_of(c) for c in (PNG, JPEG, b"GIF87a", b"RIFF    WEBP", b"#!/bin/sh", b"%PDF")] == [
        "png", "jpg", "gif", "webp", "", "",
    ]  # fmt: skip


def test_a_damaged_file_or_one_that_is_none_has_no_pictures(tmp_path):
    for content in (
        b"PK\x03\x04 broken",
        b"bplist00 broken",
        b"<plist",
        b"",
        b"\0" * 99,
        b"A: b\n\n",
    ):
        path = tmp_path / "x"
        path.write_bytes(content)
        for place in (str(path), f"{path}#inside"):
            assert not any(page.html.strip() and page.contents("a") for page in pages_in(place))
    os.mkfifo(tmp_path / "pipe")
    for place in ("x", "../x", "mail@id", "", str(tmp_path), str(tmp_path / "pipe"), "/dev/zero"):
        assert list(pages_in(place)) == []


def test_what_another_program_is_to_show_lies_where_only_its_owner_reads(tmp_path):
    first, second = Path(put(PNG, "picture.png")), Path(put(JPEG, "picture.png"))
    assert (first.read_bytes(), second.read_bytes()) == (PNG, JPEG)
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700
