"""Undo the compression of an answer, never into more bytes than we asked for."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from typing import Any

from lesart.locales.in_sentences import numeral
from lesart.translations import _

MAX_LAYERS = 3
_GZIP = b"\x1f\x8b"
_STEP = 2**20


class TooLarge(ValueError):
    """There is more in it than the limit allows."""


class Undecodable(ValueError):
    """It is not what it says it is; the message is a sentence's second half."""


def decoded(body: bytes, encoding: str, limit: int) -> bytes:
    """`body` without its Content-Encoding(s), and without a gzip layer nobody declared."""
    names = [name.strip().lower().removeprefix("x-") for name in encoding.split(",")]
    names = [name for name in names if name and name not in ("identity", "none", "utf-8")]
    if len(names) > MAX_LAYERS:
        raise Undecodable(
            _("it is compressed {count} times over").format(count=numeral(len(names)))
        )
    for name in reversed(names):
        body = _undone(body, name, limit)
    for _layer in range(MAX_LAYERS - 1):
        if not body.startswith(_GZIP):
            break
        body = _inflated(body, 31, limit)
    if len(body) > limit:
        raise TooLarge
    return body


def _undone(body: bytes, name: str, limit: int) -> bytes:
    if not body:
        return body
    undo = _DECODERS.get(name)
    if undo is None:
        if _is_plain(body):
            return body
        raise Undecodable(
            _("it is compressed in a way Lesart does not know ({name})").format(name=name[:20])
        )
    try:
        return undo(body, limit)
    except TooLarge:
        raise
    except Exception as error:
        # Servers that forget to compress still announce it.
        if _is_plain(body):
            return body
        raise Undecodable(_("its compression ({name}) is broken").format(name=name)) from error


def _is_plain(body: bytes) -> bool:
    return body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{")


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    pieces = bytearray()
    engine = zlib.decompressobj(window)
    data = body
    while data:
        pieces += engine.decompress(data, _STEP)
        if len(pieces) > limit:
            raise TooLarge
        if engine.eof:
            # gzip files may be written one after another.
            data = engine.unused_data
            if window != 31 or not data.startswith(_GZIP):
                break
            engine = zlib.decompressobj(window)
        else:
            data = engine.unconsumed_tail
    if not engine.eof:
        pieces += engine.flush()
        if len(pieces) > limit:
            raise TooLarge
    return bytes(pieces)


def _gzip(body: bytes, limit: int) -> bytes:
    return _inflated(body, 31, limit)


def _deflate(body: bytes, limit: int) -> bytes:
    try:
        return _inflated(body, 15, limit)
    except zlib.error:
        return _inflated(body, -15, limit)  # what many servers mean by "deflate"


def _brotli(body: bytes, limit: int) -> bytes:
    import brotli  # type: ignore[import-untyped]

    engine = brotli.Decompressor()
    pieces = bytearray(engine.process(body, output_buffer_limit=_STEP))
    while not engine.is_finished():
        more = engine.process(b"", output_buffer_limit=_STEP)
        if not more:
            break
        pieces += more
        if len(pieces) > limit:
            raise TooLarge
    return bytes(pieces)


def _zstd(body: bytes, limit: int) -> bytes:
    engine_of = _zstd_decompressor()
    pieces, data = bytearray(), body
    while data:
        engine = engine_of()
        pieces += engine.decompress(data, _STEP)
        while not engine.eof and not engine.needs_input:
            pieces += engine.decompress(b"", _STEP)
            if len(pieces) > limit:
                raise TooLarge
        data = engine.unused_data if engine.eof else b""
    if len(pieces) > limit:
        raise TooLarge
    return bytes(pieces)


def _zstd_decompressor() -> Callable[[], Any]:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdDecompressor
    else:
        from backports.zstd import ZstdDecompressor
    return ZstdDecompressor


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
ACCEPTED = ", ".join(_DECODERS)
