"""A note's passage as words, and words of the new text as a span that a note can stand on."""

from __future__ import annotations

from typing import NamedTuple

from lesart.anchor.words import WordSequence
from lesart.model.annotation import AnchorStatus
from lesart.model.text import Span

SHORT = 12
"""A quote with fewer letters than this may stand anywhere by chance."""


class Resolved(NamedTuple):
    """What became of an anchor's words in another text."""

    status: AnchorStatus
    span: Span | None = None
    """Where they stand now; None for orphans."""
    changed: bool = False
    """They are the note's words, but some of them were changed."""
    suggestion: Span | None = None
    """For an orphan: the likeliest place, for a person to decide."""


class Passage(NamedTuple):
    """The words a note stands on; `head` and `tail` letters of its outer words are not meant."""

    words: list[str]
    head: int
    """Letters of the first word before the quote; negative: spaces that the quote begins with."""
    tail: int
    raw_first: str
    raw_last: str

    @property
    def letters(self) -> int:
        return sum(map(len, self.words))

    @property
    def is_short(self) -> bool:
        # Where a letter is a word, five of them say as much as two words elsewhere.
        worth = sum(3 if len(w) == 1 and w > "\u0e00" else len(w) for w in self.words)
        return len(self.words) < 3 or worth < SHORT


def passage_of(text: WordSequence, first: int, last: int, span: Span) -> Passage:
    raw = text.text
    return Passage(
        words=text.words[first : last + 1],
        head=span.start - text.starts[first],
        tail=text.ends[last] - span.end,
        raw_first=raw[text.starts[first] : text.ends[first]],
        raw_last=raw[text.starts[last] : text.ends[last]],
    )


def span_of(passage: Passage, new: WordSequence, first: int, last: int) -> Span:
    """Where the passage is when its words are `new.words[first..last]`."""
    start, end = new.starts[first], new.ends[last]
    text = new.text
    if (text[start : new.ends[first]] == passage.raw_first and passage.head > 0) or (
        passage.head < 0 and text[start + passage.head : start].isspace() and start >= -passage.head
    ):
        start += passage.head
    if text[new.starts[last] : end] == passage.raw_last and passage.tail > 0:
        end -= passage.tail
    elif passage.tail < 0 and len(text[end : end - passage.tail].strip()) == 0:
        end = min(len(text), end - passage.tail)
    return Span(start, max(start, end))
