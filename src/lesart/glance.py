"""The few words that a list needs: spans, moments, blocks, headlines. `model` has them all.

They stand apart because the first frame waits for them and for nothing else of the vocabulary:
building a frozen class takes a millisecond.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A half-open stretch of an article's text, counted in code points."""

    start: int
    end: int


# ------------------------------------------------------------------ time

Precision = Literal["year", "month", "day", "minute"]


class Moment(NamedTuple):
    """A point in time as precisely as the source tells it.

    `seconds` is UTC seconds since 1970 of the *beginning* of the stretch; `precision` says how long
    that stretch is, so that "June 2018" is never shown as 1 June.
    """

    seconds: int
    precision: Precision = "minute"


# ------------------------------------------------------------------ text

BlockKind = Literal["heading", "quote", "item", "code", "table", "link", "emphasis"]


class Block(NamedTuple):
    """A stretch of text with a role: a heading, a quotation, a list item, a link's words."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Heading level 1-6 or nesting depth of a list item; 0 where it means nothing."""
    target: str = ""
    """The absolute address of a link; empty for every other kind."""


class Enclosure(NamedTuple):
    """A media file attached to an entry."""

    url: str
    type: str = ""
    length: int = 0


# ------------------------------------------------------------------ lists


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as one line of the list; never carries text."""

    id: int
    title: str
    source: str
    published: Moment | None
    arrived: int
    is_read: bool
    is_starred: bool
    note_count: int
    figure_count: int
    entity_count: int
    language: str = ""
    words: int = 0
    revised: int | None = None
    link: str = ""


COLOURS = ("yellow", "green", "blue", "red", "purple")
"""The five highlight colours, in the order of the keys 1-5."""


def shortened(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters, cut between words with "…" where it must be."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    space = -1 if line[limit - 1] == " " else head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip() + "…"
