"""Omnivore's export: an archive of lists, with the pages and the highlights in files beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lesart.services.importing.archive import Archive, members_of, shown
from lesart.services.importing.items import LARGEST, Options, Reading, Source, Trouble
from lesart.services.importing.list_fields import listed_of
from lesart.services.importing.listed import Highlight, item_of
from lesart.text.clean import clean_line
from lesart.text.encoding import decode
from lesart.translations import _

_LISTS = re.compile(r"(?:.*/)?metadata_\d+_to_\d+\.json")


def recognises(source: Source) -> bool:
    return any(_LISTS.fullmatch(name) for name in members_of(source))


def read(source: Source, options: Options) -> Reading:
    """An article a record, with its words where the archive has them."""
    with Archive(source) as archive:
        number = 0
        for name in sorted(name for name in archive.members if _LISTS.fullmatch(name)):
            folder = name.rpartition("/")[0]
            folder = f"{folder}/" if folder else ""
            for record in _records(archive, name):
                number += 1
                if not isinstance(record, Mapping):
                    yield Trouble(
                        shown(name) + ", " + _("entry {number}").format(number=number),
                        _("this is no object."),
                        number,
                    )
                    continue
                slug = str(record.get("slug") or "")
                listed = listed_of(record)
                listed.text = _text(archive, f"{folder}content/{slug}.html") or listed.text
                listed.highlights += _highlights(_text(archive, f"{folder}highlights/{slug}.md"))
                yield item_of(
                    listed,
                    _("entry {number}").format(number=number)
                    + f" ({clean_line(listed.title, 80)})",
                    number,
                    "Omnivore",
                )


def _records(archive: Archive, name: str) -> Iterator[Any]:
    try:
        records = json.loads(decode(archive.read(name, LARGEST)))
    except (ValueError, RecursionError):
        records = None
    yield from records if isinstance(records, list) else []


def _text(archive: Archive, name: str) -> str:
    return decode(archive.read(name, LARGEST)) if name in archive.members else ""


def _highlights(markdown: str) -> Iterator[Highlight]:
    """The quotations of a file of notes, and the words behind each."""
    quote: list[str] = []
    note: list[str] = []
    for line in [*markdown.splitlines(), "> "]:
        if line.startswith(">"):
            if (quote and note) or (line == "> " and quote):
                yield Highlight("\n".join(quote), "\n".join(note).strip())
                quote, note = [], []
            quote.append(line.lstrip("> "))
        elif quote and line.strip() and not line.startswith("#"):
            note.append(line)
