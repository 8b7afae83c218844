"""Files that hold nothing but the address of a page: .url of Windows, .webloc of macOS, .desktop of Linux."""

from __future__ import annotations

import plistlib
import re
from typing import Any

from lesart.services.importing.items import Item, Options, Reading, Source
from lesart.services.importing.listed import Listed, item_of
from lesart.text.clean import clean_line
from lesart.text.encoding import decode
from lesart.translations import _

# It begins with a plain letter, so that looking for it in every other file costs next to nothing.
_SECTION = re.compile(rb"\[(?:InternetShortcut|Desktop Entry)[^\]]*\]", re.I)
_LARGEST = 1 << 20


def recognises(source: Source) -> bool:
    head = source.head[:4096]
    if _SECTION.search(head):
        return re.search(rb"^\s*URL\s*=", head, re.I | re.M) is not None
    return source.suffix == ".webloc"


def read(source: Source, options: Options) -> Reading:
    """One article to be fetched."""
    data = source.read(_LARGEST)
    link = _of_lines(decode(data)) if _SECTION.search(data[:4096]) else _of_list(data)
    if not link:
        raise source.failed(_("there is no address in it."))
    found = item_of(Listed(link=link, title=clean_line(source.stem, 300)), "", 0, _("a link file"))
    if not isinstance(found, Item):
        raise source.failed(found.reason)
    yield found


def _of_lines(text: str) -> str:
    match = re.search(r"^\s*URL\s*=\s*(\S.*?)\s*$", text, re.I | re.M)
    return match[1] if match else ""


def _of_list(data: bytes) -> str:
    try:
        value: Any = plistlib.loads(data)
    except Exception:  # expat's and the list's own, which are of no family
        return ""
    link = value.get("URL") if isinstance(value, dict) else None
    return link if isinstance(link, str) else ""
