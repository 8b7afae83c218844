"""Bookmarks of browsers, and Pocket's and Instapaper's pages of links: articles to be fetched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from lesart.services.importing.items import Options, Reading, Source
from lesart.services.importing.listed import Listed, item_of, moment_of
from lesart.text.encoding import decode
from lesart.translations import _

_LARGEST_DECODED = 32 * 1024 * 1024
_PIECE = 1 << 18
_DEEPEST = 100
_SIGNS = re.compile(
    rb"<!doctype\s+netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export)"
    rb"|<a\s[^>]{0,4000}\btime_added=",
    re.I,
)
_ROOTS = re.compile(
    # The folders that every browser has; they say nothing about what lies in them.
    r"(?:bookmarks?(?: bar| menu| toolbar)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|imported|unsorted(?: bookmarks)?"
    r"|lesezeichen(?:-symbolleiste|leiste|-menü)?|weitere lesezeichen|favoriten(?:leiste)?|marque-pages|barre de favoris|autres favoris"
    r"|barra de marcadores|otros marcadores|marcadores|preferiti|segnalibri|unread|reading list)",
    re.I,
)


def recognises(source: Source) -> bool:
    return bool(_SIGNS.search(source.head[:20_000]))


def read(source: Source, options: Options) -> Reading:
    """An article to be fetched for each link."""
    program = (
        "Pocket"
        if b"ocket" in source.head[:2000]
        else ("Instapaper" if b"nstapaper" in source.head[:2000] else "bookmarks")
    )
    number = 0
    for listed in _links(source):
        number += 1
        place = _("bookmark {number}").format(number=number)
        if listed.link.startswith(
            ("javascript:", "place:", "about:", "chrome:", "data:", "file:", "edge:")
        ):
            continue  # buttons and searches of the browser are no pages
        yield item_of(listed, place, number, program)
    if not number:
        raise source.failed(_("there is no bookmark in it."))


def _links(source: Source) -> Iterator[Listed]:
    parser = _Bookmarks()
    for piece in _text(source):
        parser.feed(piece)
        yield from parser.taken()
    parser.close()
    yield from parser.taken(is_all=True)


def _text(source: Source) -> Iterator[str]:
    if source.size <= _LARGEST_DECODED:
        yield decode(source.read())
        return
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    with source.open() as file:
        while piece := file.read(_PIECE):
            yield decoder.decode(piece)


class _Bookmarks(HTMLParser):
    """Collects links with the folders they lie in, as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._folders: list[str] = []
        self._next_folder = ""
        self._found: list[Listed] = []
        self._into = ""
        self._words: list[str] = []
        self._section = ""

    def taken(self, *, is_all: bool = False) -> list[Listed]:
        """What is finished; the last one may still get its description."""
        count = len(self._found) if is_all else max(0, len(self._found) - 1)
        found, self._found = self._found[:count], self._found[count:]
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("dt", "dl", "h3", "h1", "a", "p", "li", "hr"):
            self._end()
        if tag == "dl" and len(self._folders) < _DEEPEST:
            self._folders.append(self._next_folder)
            self._next_folder = ""
        elif tag in ("h3", "h1", "dd"):
            self._into = tag
        elif tag == "a":
            values = {name: value or "" for name, value in attrs}
            self._found.append(self._bookmark(values))
            self._into = "a"

    def _bookmark(self, values: dict[str, str]) -> Listed:
        added = values.get("add_date") or values.get("time_added") or ""
        tags = [tag.strip() for tag in values.get("tags", "").split(",") if tag.strip()]
        folders = [name for name in self._folders if name and not _ROOTS.fullmatch(name)]
        section = self._section.casefold()
        if section and section not in ("unread", "archive", "starred", "read archive"):
            folders.append(self._section)
        return Listed(
            link=values.get("href", "").strip(),
            saved=_saved(added),
            tags=[*tags, *folders],
            is_read="archive" in section
            or values.get("toread") == "0"
            or values.get("unread") == "0",
            is_starred=section == "starred",
        )

    def handle_endtag(self, tag: str) -> None:
        if tag in ("a", "h3", "h1"):
            self._end()
        elif tag == "dl":
            self._end()
            if self._folders:
                self._folders.pop()

    def handle_data(self, data: str) -> None:
        if self._into and len(self._words) < 1000:
            self._words.append(data[:100_000])

    def _end(self) -> None:
        words = " ".join("".join(self._words).split())
        if self._into == "h3":
            self._next_folder = words[:100]
        elif self._into == "h1":
            # Pocket and Instapaper head their lists with these; a browser heads the whole file.
            self._section = (
                ""
                if self._folders or words.casefold() in ("bookmarks", "lesezeichen")
                else words[:100]
            )
            self._section = "" if _ROOTS.fullmatch(self._section) else self._section
        elif self._found and self._into == "a":
            self._found[-1].title = words
        elif self._found and self._into == "dd":
            self._found[-1].excerpt = words
        self._into, self._words = "", []


def _saved(added: str) -> Any:
    """Seconds since 1970; some browsers write micro- or milliseconds."""
    if not added.isdecimal():
        return moment_of(added)
    number = int(added[:20])
    for divisor in (1_000_000, 1000):
        if number > 10**11 * (divisor // 1000):
            number //= divisor
            break
    return moment_of(str(number)) if number else None
