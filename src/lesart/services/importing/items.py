"""What a reader of files is given, a source of bytes, and what it gives: articles and troubles."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import BinaryIO

from lesart.model.article import Draft
from lesart.model.errors import ImportFailed
from lesart.services.importing.foreign import Foreign
from lesart.text.clean import clean_line
from lesart.translations import _

LARGEST = 32 * 1024 * 1024
"""Documents with more bytes than this are refused: they are no articles."""
LARGEST_ARCHIVE = 512 * 1024 * 1024
"""So large may be what holds pictures beside its words: books, PDFs, web archives."""
HEAD = 65536
DEEPEST = 3
"""Archives within archives are opened so far down."""


@dataclass
class Source:
    """A file, or a file within another one. It is opened as often as somebody asks."""

    name: str
    """As it is shown: cleaned, with the archive it lies in."""
    filename: str
    """Its own name, which gives a hint of its format; never trusted."""
    size: int
    open: Callable[[], BinaryIO]
    folder: str = ""
    """Where it lies: the name of a folder, or of the archive."""
    depth: int = 0
    """In how many archives it lies."""
    inside: str = ""
    """Which file of an archive it is."""
    link: str = ""
    """Where it was fetched from, where the archive around it says so."""
    position: int = 0
    """Where the reading of the archive goes on after it."""
    known_members: frozenset[str] | None = None
    """The files in it, once somebody has looked (`archive.members_of`)."""

    @cached_property
    def suffix(self) -> str:
        """The ending of its name, small; asked for by every format."""
        return PurePath(self.filename).suffix.lower()

    @property
    def stem(self) -> str:
        return PurePath(self.filename).stem

    @cached_property
    def head(self) -> bytes:
        """Its first bytes."""
        with self.open() as file:
            return file.read(HEAD)

    @property
    def begins_as_json(self) -> bool:
        """Whether it may be an object or a list; the library's own export is."""
        return self.size > 0 and self.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))

    def read(self, limit: int = LARGEST) -> bytes:
        """All its bytes; raises ImportFailed where there are more than `limit`."""
        too_large = ImportFailed(
            self.name, _("the file is larger than {value} MB.").format(value=limit // 1024 // 1024)
        )
        if self.size > limit:
            raise too_large
        if self.size and len(self.head) == self.size <= limit:
            return self.head
        with self.open() as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise too_large
        return data

    def failed(self, reason: str) -> ImportFailed:
        return ImportFailed(self.name, reason)


@dataclass(frozen=True, slots=True)
class Options:
    """What the person said about how files are to be read."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Which column of a table gives what: {"title": "Headline"}."""
    delimiter: str = ""
    """What parts the cells of a table; empty: found out."""
    quote: str = ""
    """What encloses them."""
    start: int = 0
    """Where an import that was stopped goes on (`Item.position`)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article that a file holds."""

    draft: Draft
    place: str = ""
    """Where it stands in the file, as it is told; empty: it is all the file holds."""
    inside: str = ""
    """What it is known by among all that the file holds; empty: by its words or address alone."""
    identity: str = ""
    """What it is known by in whatever file it comes: a mail's id."""
    is_fixed: bool = False
    """Whether it never changes: a second copy with a few other words is no revision of it."""
    notes: tuple[Foreign, ...] = ()
    position: int = 0
    """Where reading goes on after it: grows from item to item. Zero: this file is read at once."""
    share: float = 0.0
    """How much of the file is read by now, where that is known."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a file that could not be read; the rest goes on."""

    place: str
    reason: str
    position: int = 0


Reading = Iterator[Item | Trouble | Source]
"""What a reader gives; a source is a file within the file, which has its own reader."""


def shown_name(path: str | PurePath) -> str:
    """A file's name as it may be printed: names may hold line ends and escape sequences."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"), 500)


DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, RuntimeError,
    ValueError, LookupError, OSError, RecursionError, MemoryError, ArithmeticError,
)  # fmt: skip
"""What libraries throw at input that is not what it says it is."""
