"""Rows into values and back: the JSON columns and the few conversions every room shares."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from lesart.model.enclosure import Enclosure
from lesart.model.moment import FIRST_SECOND, Moment, Precision
from lesart.model.text import Block, Span

T = TypeVar("T")
_PIECE = 1 << 16
"""Characters of joined numbers that are read at a time."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

UNDATED = FIRST_SECOND - 1
"""Where old texts without a date stand in the list: below everything that has one."""


def blocks_to_json(blocks: Sequence[Block]) -> str:
    if not blocks:
        return "[]"
    return _encode([[b.kind, b.span[0], b.span[1], b.level, b.target] for b in blocks])


def blocks_from_json(text: str) -> tuple[Block, ...]:
    """The blocks of a text; none where the column does not hold them: the text is worth more."""
    try:
        blocks = tuple(
            Block(k, Span(a, b), level, target) for k, a, b, level, target in json.loads(text)
        )
    except (ValueError, TypeError, RecursionError):
        return ()
    return blocks if all(map(_is_block, blocks)) else ()


def _is_block(block: Block) -> bool:
    kind, (start, end), level, target = block
    return (
        type(start) is type(end) is type(level) is int
        and 0 <= start <= end
        and type(kind) is type(target) is str
    )


def enclosures_to_json(enclosures: Sequence[Enclosure]) -> str:
    if not enclosures:
        return "[]"
    return json.dumps([list(e) for e in enclosures], ensure_ascii=False)


def enclosures_from_json(text: str) -> tuple[Enclosure, ...]:
    try:
        found = tuple(Enclosure(*e) for e in json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return ()
    return tuple(e for e in found if type(e.url) is type(e.type) is str)


def tags_to_json(tags: Iterable[str]) -> str:
    return json.dumps(list(dict.fromkeys(tags)), ensure_ascii=False)


def tags_from_json(text: str) -> tuple[str, ...]:
    try:
        tags = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(tag for tag in tags if type(tag) is str) if type(tags) is list else ()


def moment(seconds: int, precision: Precision | str) -> Moment | None:
    """A stored date; None where the source gave none and `seconds` is only for sorting."""
    return Moment(seconds, precision) if precision else None  # type: ignore[arg-type]


def chunks(items: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """Pieces small enough for one statement and one short transaction."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def numbers(joined: str | None) -> Iterator[list[int]]:
    """The numbers of a `group_concat`, a piece at a time: a million of them at once take 60 MB."""
    joined, at = joined or "", 0
    while at < len(joined):
        end = joined.find(",", at + _PIECE)
        end = len(joined) if end < 0 else end
        yield json.loads(f"[{joined[at:end]}]")
        at = end + 1


def marks(count: int) -> str:
    """`?,?,?` for `count` values of an IN list."""
    return ",".join("?" * count)
