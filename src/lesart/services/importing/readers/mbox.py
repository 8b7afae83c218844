"""A mailbox of many mails, read one by one: it may be larger than memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from lesart.locales.in_sentences import numeral
from lesart.services.importing.items import Options, Reading, Source, Trouble
from lesart.services.importing.readers.mail import NotReadable, message_item
from lesart.translations import _

LARGEST_MESSAGE = 24 * 1024 * 1024
"""What is longer is cut: words come before the attachments that make a mail so long."""
_LONGEST_LINE = 1 << 20
_BETWEEN = re.compile(
    # "From who when": the day's name, the clock, the year; some programs leave most of it out.
    rb"From (?:\S{1,500}[ \t]+.{0,200}\d\d:\d\d.{0,40}\d{4}|- .{0,200}\d{4}|\S{1,500}[ \t]*$|-\s*$)"
)
_QUOTED = re.compile(rb"^>(>*From )", re.M)
_HEADER = re.compile(rb"[!-9;-~]{1,200}:|>?From ")


def recognises(source: Source) -> bool:
    """Whether it begins as mailboxes do: a line that says from whom, then headers."""
    lines = source.head.lstrip(b"\r\n").split(b"\n", 2)
    return (
        len(lines) > 1
        and bool(_BETWEEN.match(lines[0].rstrip(b"\r")))
        and bool(_HEADER.match(lines[1]))
    )


def read(source: Source, options: Options) -> Reading:
    """Every mail of the mailbox. `options.start` is the byte where a stopped import goes on."""
    number = 0
    for data, is_cut, end in _messages(source, options.start):
        number += 1
        place = (
            _("message {number}").format(number=numeral(number))
            if not options.start
            else _("message at byte {number}").format(number=numeral(end - len(data)))
        )
        try:
            item = message_item(data, is_cut=is_cut)
        except NotReadable as error:
            yield Trouble(place, str(error), end)
            continue
        share = end / source.size if source.size else 0.0
        yield replace(item, place=place, position=end, share=share)


def _messages(source: Source, start: int) -> Iterator[tuple[bytes, bool, int]]:
    """The bytes of each mail, whether its end is left out, and where it ends in the file."""
    with source.open() as file:
        at = _go_to(file, start)
        kept = bytearray()
        length = 0
        is_begun = is_cut = False
        was_blank = True
        pending = b""
        while line := pending or file.readline(_LONGEST_LINE):
            pending = b""
            if was_blank and line.startswith(b"From ") and _BETWEEN.match(line.rstrip(b"\r\n")):
                following = file.readline(_LONGEST_LINE)
                pending = following
                if not following or _HEADER.match(following) or following.strip() == b"":
                    if is_begun and kept.strip():
                        yield _unquoted(kept), is_cut, at
                    kept, length, is_begun, is_cut = bytearray(), 0, True, False
                    at += len(line)
                    was_blank = False
                    continue
            at += len(line)
            length += len(line)
            is_begun = True
            if length <= LARGEST_MESSAGE:
                kept += line
            else:
                is_cut = True
            was_blank = line.strip(b"\r\n") == b""
        if is_begun and kept.strip():
            yield _unquoted(kept), is_cut, at


def _go_to(file: BinaryIO, start: int) -> int:
    if not start:
        return 0
    if file.seekable():
        return file.seek(start)
    left = start
    while left > 0 and (piece := file.read(min(left, 1 << 20))):
        left -= len(piece)
    return start - left


def _unquoted(kept: bytearray) -> bytes:
    """Lines of a mail that begin "From " were written ">From "; one sign is taken away again."""
    return _QUOTED.sub(rb"\1", bytes(kept)) if b">From " in kept else bytes(kept)
