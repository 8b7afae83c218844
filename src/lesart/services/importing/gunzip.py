"""Unpack a gzip file piece by piece, down to the very byte where it was cut off."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

_PIECE = 1 << 16
_MOST_AT_ONCE = 1 << 20


class Gunzip(io.RawIOBase):
    """What a gzip file holds, its members one behind the other; raises ValueError where it is damaged."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._raw = b""
        self._held = b""
        self._member = zlib.decompressobj(31)
        self._is_begun = False
        self.is_cut = False
        """Whether the file ended before what it holds did; known at its end."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self._held:
            self._held = self._more()
        piece = self._held[: len(buffer)]
        self._held = self._held[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)

    def _more(self) -> bytes:
        while True:
            raw = self._raw or self._file.read(_PIECE)
            if not raw:
                self.is_cut = self._is_begun and not self._member.eof
                return b""
            if self._member.eof:
                raw = raw.lstrip(b"\0")  # some fill the last block up
                if not raw:
                    self._raw = b""
                    continue
                self._member = zlib.decompressobj(31)
            self._is_begun = True
            try:
                unpacked = self._member.decompress(raw, _MOST_AT_ONCE)
            except zlib.error as error:
                raise ValueError("this is no gzip, or a damaged one") from error
            self._raw = (
                self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            )
            if unpacked:
                return unpacked

    def close(self) -> None:
        self._file.close()
        super().close()
