"""Tell which alphabet a text file is written in: UTF-8, UTF-16 or Windows-1252, or none at all."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF",
    b"BZh", b"\xfd7zXZ", b"SQLite format 3\0", b"RIFF", b"OggS", b"ID3", b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"Rar!",
)  # fmt: skip
# ESC stays out of it: coloured terminal output is still text.
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(data: bytes) -> str:
    """The text that `data` spells. Never fails: odd bytes become U+FFFD."""
    for mark, alphabet in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(alphabet, "replace")
    if guessed := _utf16_without_mark(data[:4096]):
        return data.decode(guessed, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # One byte lost in the post does not make a UTF-8 file Windows-1252.
    broken = text.count("\ufffd")
    foreign = sum(len(run) for run in re.findall("[^\x00-\x7f\ufffd]+", text))
    return text if foreign > 4 * broken else data.decode("cp1252", "replace")


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any alphabet we read: an image, an archive, a program."""
    if data.startswith(_NOT_TEXT):
        return True
    head = data[:65536]
    if data.startswith(tuple(mark for mark, _ in _BOMS)) or _utf16_without_mark(head[:4096]):
        return False
    return len(_CONTROLS.findall(head)) > len(head) / 100


def _utf16_without_mark(head: bytes) -> str:
    """The byte order of UTF-16 that forgot to say so: every other byte of Latin text is NUL."""
    units = len(head) // 2
    if units < 2 or b"\0" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * units and even < 0.02 * units:
        return "utf-16-le"
    if even > 0.4 * units and odd < 0.02 * units:
        return "utf-16-be"
    return ""
