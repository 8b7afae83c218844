"""Files of many formats, made from nothing: small, whole, and as programs write them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
STORY = (
    "The ferry across the bay has stopped for the winter, and nobody on the island can say when it "
    "will sail again."
)


def zipped(members: Mapping[str, str | bytes], **info: int) -> bytes:
    """A zip archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def paragraphs(count: int, words: str = STORY) -> str:
    return "".join(f"<p>{words} This is number {number}.</p>" for number in range(1, count + 1))


def xhtml(body: str, title: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title></head><body>{body}</body></html>'
    )


def epub(
    pages: Mapping[str, str],
    contents: Mapping[str, str],
    *,
    title: str = "The Bay",
    is_old: bool = False,
    more: Mapping[str, str | bytes] | None = None,
    metadata: str = "",
) -> bytes:
    """A book: pages in the order of reading, and the titles that its contents give to some."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    if is_old:
        points = "".join(
            f'<navPoint><navLabel><text>{t}</text></navLabel><content src="{name}"/></navPoint>'
            for name, t in contents.items()
        )
        listing = (
            "toc.ncx",
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>',
        )
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    else:
        links = "".join(f'<li><a href="{name}">{t}</a></li>' for name, t in contents.items())
        listing = ("nav.xhtml", xhtml(f'<nav epub:type="toc"><ol>{links}</ol></nav>'))
        items += (
            '<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'
        )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata><dc:title>{title}</dc:title><dc:creator>Ada Beispiel</dc:creator>"
        f"<dc:language>en-GB</dc:language><dc:date>2019-05-04</dc:date>{metadata}</metadata>"
        f'<manifest>{items}</manifest><spine toc="ncx">{refs}</spine></package>'
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package,
        f"OPS/{listing[0]}": listing[1],
    }
    files |= {f"OPS/{name}": page for name, page in pages.items()}
    return zipped({**files, **(more or {})})


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; `parts` are other files of it, `styles` for `word/styles.xml`."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Ada Beispiel</dc:creator>'
            "<dcterms:created>2020-02-03T09:00:00Z</dcterms:created></cp:coreProperties>"
        ),
    }
    for name, part in parts.items():
        place = "word/_rels/document.xml.rels" if name == "rels" else f"word/{name}.xml"
        files[place] = part.replace("<w:", "<w:", 1).replace(">", f" {_W}>", 1)
    return zipped(files)


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with this body."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "fo"))
    )  # fmt: skip
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        '<m xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
        "<dc:title>Harbour paper</dc:title><meta:initial-creator>Ada Beispiel</meta:initial-creator>"
        "<meta:creation-date>2021-07-08T10:00:00</meta:creation-date></m>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("meta.xml", meta, zipfile.ZIP_DEFLATED)
    return data.getvalue()


Placed = tuple[int, int, int, str]
"""A line of a page: x, y, size, words."""


def lines(x: int, y: int, words: Sequence[str], size: int = 11, step: int = 14) -> list[Placed]:
    return [(x, y - step * number, size, line) for number, line in enumerate(words)]


def pdf(pages: Sequence[Sequence[Placed]], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF of pages of placed lines; a page without lines is a picture."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    picture = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
        b" /Length 1 >>\nstream\n\0\nendstream"
    )
    parent = len(objects) + 1 + 2 * len(pages)
    kids = []
    for page in pages:
        drawn = b"BT\n"
        for x, y, size, words in page:
            raw = words.encode("cp1252")
            for sign in (b"\\", b"(", b")"):
                raw = raw.replace(sign, b"\\" + sign)
            drawn += b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj\n" % (size, x, y, raw)
        drawn = drawn + b"ET" if page else b"q 500 0 0 700 0 0 cm /P Do Q"
        content = add(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"\nendstream")
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 %d 0 R >> /XObject << /P %d 0 R >> >> >>"
                % (parent, content, font, picture)
            )
        )
    add(
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    )
    catalog = add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    told = b" ".join(b"/%s (%s)" % (k.encode(), v.encode()) for k, v in (info or {}).items())
    facts = add(b"<< " + told + b" >>")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
    return (
        out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
        + end % (len(objects) + 1, catalog, facts, len(out))
    )  # fmt: skip


def warc(pages: Sequence[tuple[str, str, bytes]], *, is_packed: bool = False) -> bytes:
    """A WARC file of answers: address, content type, bytes."""
    out = b""
    for link, kind, body in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (
            kind.encode(), len(body), body,
        )  # fmt: skip
        record = (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
            b"WARC-Record-ID: <urn:uuid:%032d>\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (link.encode(), len(out), len(answer), answer)
        )
        out += gzip.compress(record) if is_packed else record
    return out


def saved_page(title: str = "Ferry stops for the winter", head: str = "", before: str = "") -> str:
    return (
        f'<!DOCTYPE html>{before}<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{paragraphs(6)}</article></body></html>"
    )


def mail(
    body: str = STORY,
    *,
    kind: str = "text/plain; charset=utf-8",
    subject: str = "Ferry news",
    identity: str = "<1@example.org>",
    more: str = "",
    sender: str = "Bay Letter <news@example.org>",
) -> bytes:
    told = f"Message-ID: {identity}\n" if identity else ""
    return (
        f"From: {sender}\nTo: reader@example.org\nSubject: {subject}\n{told}"
        f"Date: Tue, 03 Mar 2020 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: {kind}\n{more}\n{body}\n"
    ).encode()
