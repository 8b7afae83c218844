"""A note's passage as words, and words of the new text as a span that a note can stand on."""

from __future__ import annotations

from typing import NamedTuple

from lesart.anchor.words import WordSequence, as_compared
from lesart.model.annotation import AnchorStatus
from lesart.model.text import Span

SHORT = 12
"""A quote with fewer letters than this may stand anywhere by chance."""

_LONGEST = 2_000
"""Of a word that is cut where its old spelling was: a longer one is data, and every letter is tried."""


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
    first_word, last_word = new.text[start : new.ends[first]], new.text[new.starts[last] : end]
    if passage.head > 0:
        start += _cut(passage.raw_first, passage.head, first_word) or 0
    elif new.text[start + passage.head : start].isspace() and start >= -passage.head:
        start += passage.head
    if passage.tail > 0:
        kept = _cut(passage.raw_last, len(passage.raw_last) - passage.tail, last_word)
        end = new.starts[last] + kept if kept else end
    elif len(new.text[end : end - passage.tail].strip()) == 0:
        end = min(len(new.text), end - passage.tail)
    if start < end:
        return Span(start, end)
    return Span(new.starts[first], new.ends[last])  # nothing of it is seen


def _cut(old: str, at: int, new: str) -> int | None:
    """Where `new` is cut as `old` is at `at`; None where it is another word.

    The word may be spelled otherwise: with soft hyphens or without, its letters composed or apart.
    """
    if old == new:
        return at
    if len(new) > _LONGEST:
        return None
    letters = as_compared(old[:at])
    if as_compared(old) != as_compared(new) or not as_compared(new).startswith(letters):
        return None
    return max((k for k in range(len(new)) if as_compared(new[:k]) == letters), default=None)
