"""Cut a text into sentences, words and the model's pieces, with every word's place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
"""Letters and digits run on; every other sign is a word, so that "US-Armee" has three."""

MAX_WORD_PIECES = 12
"""A longer word (a hash, a wall of letters) is read by its first pieces only."""
_LONGEST_WORD = 60
_WRAPPED_LINE = 60
_LONGEST_SENTENCE = 5_000
"""What is longer is no sentence, and is cut so that memory stays bounded."""

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"'”“’»)\]]*[ \t\u00a0]+")
_OPENS_SENTENCE = re.compile(r"[\"'„“‚«»(\[–—\-¿¡]*\s*[A-ZÀ-ÖØ-ÞĀ-Ž0-9]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-zÀ-ž]|St|Ste|Dr|Drs|Prof|Mr|Mrs|Ms|Mme|Mlle|MM|Sr|Sra|Srta|Jr|Hr|Fr|Frl|bzw|ca"
    r"|usw|etc|vgl|Nr|No|no|Mio|Mrd|Abs|Art|Bd|Co|Corp|Inc|Ltd|vs|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep"
    r"|Rev|Hon|Gral|Ing|Dipl|geb|gest|jr|sr|dt|engl|evtl|inkl|max|min|Str|Tel|Mt|Ft|av|pág|art"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Okt|Nov|Dec|Dez|janv|févr|avr|juil|déc|EE|UU|[0-9]{1,2})"
    r")\.$"
)


class Word(NamedTuple):
    """A word and its place; `follows_space` decides which pieces stand for it."""

    start: int
    end: int
    text: str
    follows_space: bool


def each_word(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a stretch of text, in order, one at a time."""
    limit = len(text) if end is None else end
    position = -1
    for match in WORD.finditer(text, start, limit):
        yield Word(match.start(), match.end(), match[0], match.start() != position)
        position = match.end()


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, in order."""
    return list(each_word(text, start, end))


def prepared(word: Word) -> str:
    """The word as the piece model wants it: normalised, a leading space as "▁"."""
    text = unicodedata.normalize("NFKC", word.text[:_LONGEST_WORD]).replace(" ", "")
    return ("▁" if word.follows_space else "") + text


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence; a line break ends one unless a long line merely goes on."""
    for start, end in _stretches(text):
        while end - start > _LONGEST_SENTENCE:
            space = text.rfind(" ", start, start + _LONGEST_SENTENCE)
            cut = space + 1 if space > start else start + _LONGEST_SENTENCE
            yield start, cut
            start = cut
        if text[start:end].strip():
            yield start, end


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        if match[0] == "\n":
            if _is_wrapped(text, match.start()):
                continue
        elif match[0][0] != "\n":
            tail = text[max(start, match.start() - 12) : match.start()]
            if _ABBREVIATION.search(tail) or not _OPENS_SENTENCE.match(text, match.end()):
                continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _is_wrapped(text: str, place: int) -> bool:
    """Was this line broken for its width, in the middle of a sentence?"""
    line = text.rfind("\n", max(0, place - 200), place)
    return place - line > _WRAPPED_LINE and (text[place - 1].isalnum() or text[place - 1] in ",-–")


def chunks_of(text: str, longest: int) -> Iterator[list[Word]]:
    """Sentences as lists of words; one that is too long is cut where its words allow it."""
    for start, end in sentences_of(text):
        words: list[Word] = []
        for word in each_word(text, start, end):
            words.append(word)
            if len(words) > longest:
                cut = _best_cut(words, longest)
                yield words[:cut]
                words = words[cut:]
        if words:
            yield words


def _best_cut(words: list[Word], longest: int) -> int:
    """After the last comma-like sign of the second half, so that a name is seldom torn."""
    for index in range(longest, longest // 2, -1):
        if words[index - 1].text in ",;:.!?":
            return index
    return longest
