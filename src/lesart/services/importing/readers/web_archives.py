"""Pages that a browser saved with all that belongs to them: MHTML and Safari's webarchive."""

from __future__ import annotations

import plistlib
import re
from email import message_from_bytes
from email.message import Message
from typing import Any

from lesart.services.importing.items import DAMAGED, LARGEST_ARCHIVE, Item, Options, Reading, Source
from lesart.services.importing.pages import page_draft
from lesart.services.importing.readers.mail import header
from lesart.text.clean import clean_line
from lesart.translations import _

_HTML = ("text/html", "application/xhtml+xml")
_MOST_FRAMES = 2000


def recognises_mhtml(source: Source) -> bool:
    block = re.split(rb"\r?\n\r?\n", source.head.lstrip(b"\r\n"), maxsplit=1)[0].lower()
    if b"content-type:" not in block or b"multipart/related" not in block:
        return bool(
            re.match(rb"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-location:", block)
        ) and (b"text/html" in block)
    return (
        source.suffix in (".mht", ".mhtml")
        or b"snapshot-content-location" in block
        or b"saved by" in block
        or (b"text/html" in block.partition(b"type=")[2][:30] and b"\nto:" not in block)
    )


def read_mhtml(source: Source, options: Options) -> Reading:
    """The page of a saved web archive, with its address."""
    data = source.read(LARGEST_ARCHIVE // 4)
    try:
        message = message_from_bytes(data)
        page = _main_page(message)
        html = page.get_payload(decode=True) if page is not None else None
    except DAMAGED as error:
        raise source.failed(_("the web archive is damaged.")) from error
    if page is None or not isinstance(html, bytes) or not html.strip():
        raise source.failed(_("there is no page in this web archive."))
    link = header(message, "Snapshot-Content-Location", 4000) or header(
        page, "Content-Location", 4000
    )
    draft = page_draft(html, link, page.get_content_charset())
    yield Item(_titled(draft, header(message, "Subject", 500)))


def _titled(draft: Any, title: str) -> Any:
    from dataclasses import replace

    return replace(draft, title=title) if title and not draft.title else draft


def _main_page(message: Message) -> Message | None:
    """The part that is the page itself: the one that is named, else the first of its kind."""
    wanted = str(message.get_param("start") or "").strip("<> ")
    first = None
    waiting = [message]
    count = 0
    while waiting and count < _MOST_FRAMES:
        part = waiting.pop(0)
        count += 1
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting.extend(one for one in payload if isinstance(one, Message))
        elif part.get_content_type() in _HTML:
            if wanted and str(part.get("Content-ID", "")).strip("<> ") == wanted:
                return part
            first = first if first is not None else part
    return first


# ------------------------------------------------------------------ Safari


def recognises_webarchive(source: Source) -> bool:
    head = source.head
    is_list = head.startswith(b"bplist0") or (b"<plist" in head[:1000] and b"<?xml" in head[:200])
    return is_list and (source.suffix == ".webarchive" or b"WebMainResource" in head)


def read_webarchive(source: Source, options: Options) -> Reading:
    """The page of Safari's archive, with its address."""
    try:
        archive = plistlib.loads(source.read(LARGEST_ARCHIVE // 4))
        main = archive["WebMainResource"]
        html = main["WebResourceData"]
        kind = str(main.get("WebResourceMIMEType", "text/html"))
    except DAMAGED as error:
        raise source.failed(_("this web archive is damaged, or holds no page.")) from error
    except Exception as error:  # expat's own, which is of no family
        raise source.failed(_("this web archive is damaged.")) from error
    if not isinstance(html, bytes) or kind not in (*_HTML, "text/plain"):
        raise source.failed(
            _("this web archive holds no page but {kind}.").format(kind=clean_line(kind, 60))
        )
    charset = main.get("WebResourceTextEncodingName")
    yield Item(
        page_draft(
            html, str(main.get("WebResourceURL", "")), charset if isinstance(charset, str) else None
        )
    )
