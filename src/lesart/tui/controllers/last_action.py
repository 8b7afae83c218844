"""What was done last to words, notes or tags, so that it can be done once more elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from lesart.model.text import Span
from lesart.tui.widgets import motions


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was marked: so many words, or a whole sentence or paragraph."""

    words: int
    unit: Literal["words", "sentence", "paragraph"] = "words"

    @classmethod
    def of(cls, text: str, span: Span) -> Extent:
        last = max(span.start, span.end - 1)
        for unit, around in _AROUND.items():
            if around(text, span.start) == span and around(text, last) == span:
                return cls(1, unit)
        words, at = 1, span.start
        while (at := motions.next_word(text, at)) < span.end:
            words += 1
        return cls(words)

    def at(self, text: str, offset: int) -> Span:
        """As much of the text, from `offset` on or around it."""
        if self.unit != "words":
            return _AROUND[self.unit](text, offset)
        first = motions.word_at(text, offset)
        if not text[first.start : first.end].strip():
            first = motions.word_at(text, motions.next_word(text, offset))
        end = first.end
        for _more in range(self.words - 1):
            following = motions.next_word(text, end - 1)
            if following >= len(text):
                break
            end = motions.word_at(text, following).end
        return Span(first.start, end)


_AROUND: dict[Literal["sentence", "paragraph"], Callable[[str, int], Span]] = {
    "sentence": motions.sentence_at,
    "paragraph": motions.paragraph_at,
}


@dataclass(frozen=True, slots=True)
class LastMark:
    """Words were marked."""

    colour: str
    tags: tuple[str, ...]
    extent: Extent


@dataclass(frozen=True, slots=True)
class LastTags:
    """A note or an article got these tags."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastColour:
    """A note got this colour."""

    colour: str
