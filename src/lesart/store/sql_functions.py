"""The functions of ours that SQL calls: texts packed and unpacked, names folded, a story's number.

A text of a few hundred words takes half the room when it is compressed, and a text that was damaged
on the disk is noticed when it is read. Short texts stay as they are. Every connection to a library
needs these functions, since its views and triggers call them.
"""

from __future__ import annotations

import sqlite3
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from lesart.text.prepared import packed

if TYPE_CHECKING:
    from lesart.query import Query

LARGEST = 1 << 28
"""Bytes of one text, unpacked: a small file of somebody else's must not fill the memory."""

_just_packed: dict[bytes, str] = {}
"""What was packed last: the triggers ask for it back at once, to put its words into the index."""
_MOST_KEPT = 128
_LARGEST_KEPT = 100_000


def remembered(stored: str | bytes, text: str) -> str | bytes:
    """What `text` was packed to, as it is given; the triggers that ask for the text find it unpacked."""
    if isinstance(stored, bytes) and len(text) <= _LARGEST_KEPT:
        if len(_just_packed) >= _MOST_KEPT:
            del _just_packed[next(iter(_just_packed))]
        _just_packed[stored] = text
    return stored


def unpacked(stored: str | bytes) -> str:
    """The text again; raises ValueError where the bytes were damaged."""
    if isinstance(stored, str):
        return stored
    if (text := _just_packed.get(stored)) is not None:
        return text
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(stored, LARGEST)
        if not unpacker.eof:
            raise ValueError("a stored text is cut off or too large")
        return data.decode()
    except zlib.error as error:
        raise ValueError("a stored text is damaged") from error


def rescued(stored: str | bytes) -> str:
    """As much of a damaged text as can be read."""
    if isinstance(stored, str):
        return stored
    unpacker = zlib.decompressobj()
    data = b""
    try:
        for start in range(0, len(stored), 64):
            data += unpacker.decompress(stored[start : start + 64], LARGEST)
    except zlib.error:
        pass
    return data.decode("utf-8", "replace")


def indexed(stored: str | bytes) -> str:
    """A stored title or text as the index of words takes it in."""
    text = unpacked(stored)
    return text if text.isascii() else _unpointed(text)


def _unpointed(text: str) -> str:
    from lesart.text.unpointed import unpointed  # the first screen writes no texts

    return unpointed(text)


def story_of(canonical: str) -> int | None:
    """A number for an address without tracking, the same for the same story; None for none."""
    if not canonical:
        return None
    import hashlib  # only writing needs it

    digest = hashlib.blake2b(canonical.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def is_whole(stored: str | bytes) -> bool:
    """Whether a stored text can be unpacked."""
    try:
        unpacked(stored)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=2000)
def folded(text: str) -> str:
    """`text` to compare without case and accents; SQLite's own `lower` knows no Ö."""
    from lesart.text.folding import fold_for_search  # only some searches need it

    return fold_for_search(text)


@lru_cache(maxsize=20)
def _asked_for(said: str) -> Query:
    from lesart.query.said import query_said

    return query_said(said)


def holds(said: str, *texts: str | None) -> bool:
    """Whether a note holds words that its index knows only as they are written there."""
    from lesart.query.matches import matches_in
    from lesart.text.unpointed import may_be_pointed

    return any(
        text and may_be_pointed(text) and matches_in(text, _asked_for(said)) for text in texts
    )


def register(connection: sqlite3.Connection) -> None:
    """Let the library's SQL call these."""
    for name, function in (
        ("lesart_packed", packed),
        ("lesart_unpacked", unpacked),
        ("lesart_indexed", indexed),
        ("lesart_story", story_of),
        ("lesart_is_whole", is_whole),
        ("lesart_folded", folded),
    ):
        connection.create_function(name, 1, function, deterministic=True)
    connection.create_function("lesart_holds", -1, holds, deterministic=True)
    # Views and triggers may call them also where SQLite was built to distrust the schema.
    connection.execute("PRAGMA trusted_schema = on")


def add_views(connection: sqlite3.Connection) -> None:
    """Let the connection see texts as they are read, under the name of `body`.

    It is the connection's own: in the file it would be a view that no other program can read.
    """
    connection.execute(
        "CREATE TEMP VIEW IF NOT EXISTS body AS SELECT article_id, title, lesart_unpacked(text) AS text,"
        " blocks, enclosures FROM packed_body"
    )
