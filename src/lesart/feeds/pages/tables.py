"""Tell tables of facts from tables that only lay out a page, and how far a cell reaches."""

from __future__ import annotations

from typing import Any

_LONGEST_CELL = 300
_BLOCKS = ("p", "div", "ul", "ol", "h3", "h4", "blockquote")


def is_data(table: Any) -> bool:
    """Whether a table holds figures or short facts; many a page is laid out by tables instead."""
    widest = rows = 0
    has_blocks = False
    for count, element in enumerate(table.iter()):
        tag = element.tag
        if count > 20_000 or (tag in ("table", "h1", "h2", "pre") and element is not table):
            return False
        if tag == "tr":
            rows += 1
            widest = max(widest, sum(1 for cell in element if cell.tag in ("td", "th")))
        elif tag in _BLOCKS:
            has_blocks = True
        elif tag in ("td", "th") and _is_story(element):
            return False
    return widest > 1 and not (has_blocks and rows < 2)


def _is_story(cell: Any) -> bool:
    length = 0
    for text in cell.itertext():
        length += len(text.strip())
        if length > _LONGEST_CELL:
            return True
    return sum(1 for inside in cell if inside.tag in _BLOCKS) > 3


def span_of(cell: Any, name: str) -> int:
    """How many columns or rows a cell takes."""
    value = (cell.get(name) or "").strip()
    return min(int(value), 50) if value.isascii() and value.isdecimal() and value != "0" else 1
