"""Open zip archives that strangers made: bounded in members, in size and in how much comes of little."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from types import TracebackType
from typing import BinaryIO
from urllib.parse import unquote

from lesart.model.errors import ImportFailed
from lesart.services.importing.items import DAMAGED, LARGEST_ARCHIVE, Source
from lesart.text.clean import clean_line
from lesart.translations import _

MOST_MEMBERS = 200_000
LARGEST_SUM = 8 * 1024**3
"""So much may come out of one archive in all."""
MOST_RATIO = 250
"""Text shrinks to a fifth, blank text to a thousandth: more than this of one byte is no text."""
_ALWAYS_FINE = 4 * 1024 * 1024
_END = b"PK\x05\x06"
_SIGNS = (b"PK\x03\x04", _END, b"PK00PK\x03\x04")


def is_zip(head: bytes) -> bool:
    return head.startswith(_SIGNS)


class Archive:
    """A zip archive and how much has come out of it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._left = LARGEST_SUM
        file = source.open()
        try:
            if not file.seekable():
                file.close()
                file = io.BytesIO(source.read(LARGEST_ARCHIVE // 8))
            _refuse_crowds(file, source)
            self._zip = zipfile.ZipFile(file)
        except zipfile.BadZipFile as error:
            file.close()
            raise source.failed(_("the archive is damaged; make or fetch it again.")) from error
        except (struct.error, *DAMAGED) as error:
            file.close()
            raise source.failed(_("the archive is damaged or of a kind nobody knows.")) from error
        self._file = file
        # Of two members with one name only the last is seen by other programs.
        self.members = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()
        self._file.close()

    def size(self, name: str) -> int:
        """How large a member says it is."""
        return self.members[name].file_size

    def is_locked(self, name: str) -> bool:
        return bool(self.members[name].flag_bits & 1)

    def open(self, name: str) -> BinaryIO:
        """A member to be read from; raises ImportFailed as soon as it swells beyond reason."""
        if self.is_locked(name):
            raise self.source.failed(
                _("{shown} is locked with a password; unpack it first.").format(shown=shown(name))
            )
        try:
            return io.BufferedReader(_Bounded(self, name), 1 << 16)  # type: ignore[type-var]
        except (struct.error, zlib.error, *DAMAGED) as error:
            raise self.source.failed(
                _("{shown} is damaged, or packed as nobody else does.").format(shown=shown(name))
            ) from error

    def read(self, name: str, limit: int) -> bytes:
        """A whole member; raises ImportFailed where it is larger or damaged."""
        with self.open(name) as member:
            data = member.read(limit + 1)
        if len(data) > limit:
            raise self.source.failed(
                _("{shown} is larger than {value} MB.").format(
                    shown=shown(name), value=limit // 1024 // 1024
                )
            )
        return data

    def resolve(self, base: str, href: str) -> str:
        """The member that `href` means in the file `base`; empty where there is none."""
        path = unquote(href.split("#")[0].split("?")[0])
        found = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).lstrip("/")
        if found in self.members:
            return found
        folded = found.casefold()
        return next((name for name in self.members if name.casefold() == folded), "")

    def take(self, count: int) -> bool:
        """Whether so many more bytes may come out of this archive."""
        self._left -= count
        return self._left >= 0

    def unpacked(self, name: str) -> BinaryIO:
        return self._zip.open(self.members[name])  # type: ignore[return-value]


class _Bounded(io.RawIOBase):
    """A member that stops when it gives far more than it is packed in."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self._file = archive.unpacked(name)
        self._most = max(_ALWAYS_FINE, archive.members[name].compress_size * MOST_RATIO)
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        source = self._archive.source
        try:
            piece = self._file.read(len(buffer))
        except (struct.error, zlib.error, *DAMAGED) as error:
            raise source.failed(_("{shown} is damaged.").format(shown=shown(self._name))) from error
        self._given += len(piece)
        if self._given > self._most or not self._archive.take(len(piece)):
            raise source.failed(
                _("{shown} swells to far more than it is packed in; it was given up.").format(
                    shown=shown(self._name)
                )
            )
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()


def shown(name: str) -> str:
    """A member's name as it may be printed."""
    return clean_line(name.encode("utf-8", "replace").decode(), 300) or _("a file without a name")


def members_of(source: Source) -> frozenset[str]:
    """The names in an archive; nothing where it is none, or a broken one."""
    if source.known_members is None:
        source.known_members = frozenset()
        if is_zip(source.head):
            try:
                with Archive(source) as archive:
                    source.known_members = frozenset(archive.members)
            except ImportFailed:
                return source.known_members
    return source.known_members


def _refuse_crowds(file: BinaryIO, source: Source) -> None:
    """Look how many members there are before the list of them is read into memory."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 65_557))
    tail = file.read()
    at = tail.rfind(_END)
    if at >= 0 and len(tail) >= at + 16:
        (list_size,) = struct.unpack("<I", tail[at + 12 : at + 16])
        # 46 bytes a member and its name; with 64-bit sizes the field says all ones.
        listed = size if list_size == 0xFFFFFFFF else list_size
        if listed > MOST_MEMBERS * 200:
            raise source.failed(_("there are too many files in this archive; unpack it first."))
    file.seek(0)
