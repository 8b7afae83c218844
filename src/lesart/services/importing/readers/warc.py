"""A WARC file: the pages that a crawler or an archive took down, each with its address."""

from __future__ import annotations

import contextlib
import io
import zlib
from dataclasses import replace
from typing import Any

from lesart.locales.in_sentences import numeral
from lesart.services.importing.gunzip import Gunzip
from lesart.services.importing.items import (
    LARGEST,
    Item,
    Options,
    Reading,
    Source,
    Trouble,
)
from lesart.services.importing.pages import page_draft
from lesart.text.clean import clean_line
from lesart.translations import _, ngettext

_Page = tuple[str, bytes, str | None]
"""The address of a page, its bytes and its alphabet."""
_HTML = ("text/html", "application/xhtml+xml")


def recognises(source: Source) -> bool:
    head = source.head
    if head.startswith(b"WARC/"):
        return True
    return head.startswith(b"\x1f\x8b") and _unpacked(head).startswith(b"WARC/")


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""


def read(source: Source, options: Options) -> Reading:
    """Every page that was answered with; pictures, scripts and moved pages are no articles."""
    from warcio.archiveiterator import ArchiveIterator

    number = wordless = found = 0
    last: Any = None
    with source.open() as file:
        # The library would take the end of a file that was cut off for its end.
        plain = Gunzip(file) if source.head.startswith(b"\x1f\x8b") else None
        records = iter(ArchiveIterator(plain or file, no_record_parse=False))
        while True:
            number += 1
            place = _("record {number}").format(number=number)
            record, page = _next(records, place, source)
            if _is_cut(record, page, last) or (
                record is None and plain is not None and plain.is_cut
            ):
                place = place if record else _("record {number}").format(number=max(1, number - 1))
                yield Trouble(place, _("the file is cut off in the middle of it."), number)
                return
            if record is None:
                break
            last = record
            if page is None or number <= options.start:
                continue
            found += 1
            link, html, charset = page
            shown = clean_line(link, 300)
            if len(html) > LARGEST:
                yield Trouble(f"{place} ({shown})", _("the page is too large."), number)
                continue
            draft = page_draft(html, link, charset)
            if draft.text.strip():
                yield Item(replace(draft, link=draft.link or link), shown, link, position=number)
            else:
                wordless += 1
    if not found and not options.start:
        raise source.failed(_("there is no page in this web archive."))
    if wordless:
        says = ngettext(
            "{count} page holds no text.", "{count} pages hold no text.", wordless
        ).format(count=numeral(wordless))
        yield Trouble(_("the rest"), says, number)


def _is_cut(record: Any, page: _Page | None, last: Any) -> bool:
    """Whether a record ended before it was whole: this one's page, or the last record of all."""
    if record is None:
        return last is not None and _left(last) > 0
    return page is not None and len(page[1]) <= LARGEST and _left(record) > 0


def _left(record: Any) -> int:
    """How many of a record's bytes were announced and did not come."""
    return int(getattr(record.raw_stream, "limit", 0))


def _next(records: Any, place: str, source: Source) -> tuple[Any, _Page | None]:
    """The next record and the page in it; None at the end."""
    try:
        # What the library thinks of a record goes to standard error otherwise.
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        return record, _page(record) if record is not None else None
    except Exception as error:  # the library's own are of no family
        raise source.failed(
            _("{place} is damaged; what comes behind it was not read.").format(place=place)
        ) from error


def _page(record: Any) -> _Page | None:
    """Address, bytes and alphabet of a page; None for records that hold none."""
    headers = record.rec_headers
    link = str(headers.get_header("WARC-Target-URI") or "").strip("<>")
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() not in ("200", "203"):
            return None
        kind = str(record.http_headers.get_header("Content-Type") or "")
    elif record.rec_type in ("resource", "conversion"):
        kind = str(headers.get_header("Content-Type") or "")
    else:
        return None
    main, _, rest = kind.partition(";")
    if main.strip().lower() not in _HTML:
        return None
    charset = rest.partition("charset=")[2].strip("\"' ").split(";")[0] or None
    return link, _content(record), charset


def _content(record: Any) -> bytes:
    """The bytes of the page; one more than may be, where it is larger."""
    stream = record.content_stream()
    pieces = []
    left = LARGEST + 1
    while left > 0 and (piece := stream.read(min(left, 1 << 16))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
