"""Where a cursor goes in running text: by word, sentence and paragraph, as functions of text and offset.

A motion takes the text and an offset and gives an offset that is inside the text. A new motion is a
new row in `MOTIONS`. Searching never leaves a window around the cursor, so that a text of one
endless paragraph moves as fast as any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lesart.model.text import Span
from lesart.tui.rendering.cells import grapheme_start, next_grapheme, previous_grapheme

Motion = Callable[[str, int], int]

_WINDOW = 4000
_WORD = re.compile(r"\w+(?:[’'.,:/-]\w+)*")
"""A number with its separators and a hyphenated name are one word each."""

_SENTENCE_END = re.compile(
    r"""(?:[.!?…]+[)\]"'”’“»«]*(?=\s+["'„“‚‘»«(\[—–-]*[^\W\d_a-zß-öø-ÿ]|\s+["'„“»«(]*\d|\s*$)"""
    r"""|[。！？]+[」』）”]*)"""
)
_ABBREVIATION = re.compile(
    r"""(?:^|[\s("„“])(?:[A-Za-zÄÖÜ]|\w\.\s?\w|\d{1,2}|Dr|Prof|Mr|Mrs|Ms|St|Nr|No|bzw|ca|Mio|Mrd|Jan|Feb|Mär"""
    r"""|Mar|Apr|Aug|Sept?|Okt|Oct|Nov|Dez|Dec|Abs|Art|vgl|etc|Inc|Ltd|Corp|Co|Gen|Sen|Rep|Gov|vs|evtl|ggf"""
    r"""|inkl|usw|Str|Tel|Jr|Sr|Bd|Hg|u\.\s?a|d\.\s?h|z\.\s?B|U\.S|a\.m|p\.m)\.$"""
)


# ------------------------------------------------------------------ stretches


def word_at(text: str, offset: int) -> Span:
    """The word around `offset`; between words the single character there."""
    begin = max(0, offset - 200)
    for match in _WORD.finditer(text, begin, min(len(text), offset + 2200)):
        if match.start() <= offset < match.end():
            return Span(match.start(), match.end())
        if match.start() > offset:
            break
    start = grapheme_start(text, offset)
    return Span(start, next_grapheme(text, start))


def paragraph_at(text: str, offset: int) -> Span:
    """The line of the text around `offset`, without the white space at its ends."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", max(offset, start))
    end = len(text) if end < 0 else end
    return _trimmed(text, start, end)


def sentence_at(text: str, offset: int) -> Span:
    """The sentence around `offset`, inside its paragraph."""
    paragraph = paragraph_at(text, offset)
    start = begin = max(paragraph.start, offset - _WINDOW)
    limit = min(paragraph.end, offset + _WINDOW)
    for match in _SENTENCE_END.finditer(text, begin, limit):
        if _is_abbreviation(text, start, match):
            continue
        end = match.end()
        if end > offset:
            return _trimmed(text, start, end)
        start = end
    return _trimmed(text, start, limit)


def sentences_in(text: str, start: int, end: int) -> list[Span]:
    """The sentences that begin between `start` and `end`."""
    found: list[Span] = []
    at = start
    while at < end:
        sentence = sentence_at(text, _skip_space(text, at))
        if start <= sentence.start < end and sentence.end > sentence.start:
            found.append(sentence)
        at = max(sentence.end, at) + 1
    return found


def grown(text: str, span: Span) -> Span:
    """The next larger whole around a selection: its sentences, then its paragraphs."""
    last = max(span.start, span.end - 1)
    for around in (sentence_at, paragraph_at):
        larger = Span(around(text, span.start).start, around(text, last).end)
        if larger.start <= span.start and larger.end >= span.end and larger != span:
            return larger
    return span


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to a short form, an ordinal or an initial."""
    first = match.start()
    if text[first] != "." or match.end() >= len(text):
        return False
    return _ABBREVIATION.search(text[max(start, first - 12) : first + 1]) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return min(offset, max(0, len(text) - 1))


# -------------------------------------------------------------------- motions


def next_word(text: str, offset: int) -> int:
    """The start of the word behind this one."""
    for match in _WORD.finditer(text, word_at(text, offset).start):
        if match.start() > offset:
            return match.start()
    return len(text)


def previous_word(text: str, offset: int) -> int:
    """The start of this word, or of the one ahead of it."""
    reach = 250
    while True:
        begin = max(0, offset - reach)
        starts = [match.start() for match in _WORD.finditer(text, begin, offset)]
        # A match at the window's edge may be the tail of a longer word.
        if begin:
            starts = [start for start in starts if start > begin]
        if starts:
            return word_at(text, starts[-1]).start
        if not begin:
            return 0
        reach *= 4


def word_end(text: str, offset: int) -> int:
    """The last character of this word, or of the one behind it."""
    for match in _WORD.finditer(text, word_at(text, offset).start):
        last = previous_grapheme(text, match.end())
        if last > offset:
            return last
    return len(text)


def next_sentence(text: str, offset: int) -> int:
    """The start of the sentence behind this one."""
    return _skip_space(text, max(sentence_at(text, offset).end, offset + 1))


def previous_sentence(text: str, offset: int) -> int:
    """The start of this sentence, or of the one ahead of it."""
    start = sentence_at(text, offset).start
    if start < offset:
        return start
    before = len(text[max(0, offset - _WINDOW) : offset].rstrip()) + max(0, offset - _WINDOW)
    return min(offset, sentence_at(text, max(0, before - 1)).start)


def next_paragraph(text: str, offset: int) -> int:
    """The start of the paragraph behind this one."""
    return _skip_space(text, max(paragraph_at(text, offset).end, offset + 1))


def previous_paragraph(text: str, offset: int) -> int:
    """The start of this paragraph, or of the one ahead of it."""
    start = paragraph_at(text, offset).start
    if start < offset:
        return start
    return min(offset, paragraph_at(text, max(0, len(text[:offset].rstrip()) - 1)).start)


MOTIONS: Mapping[str, Motion] = {
    "right": next_grapheme,
    "left": previous_grapheme,
    "next_word": next_word,
    "previous_word": previous_word,
    "word_end": word_end,
    "next_sentence": next_sentence,
    "previous_sentence": previous_sentence,
    "next_paragraph": next_paragraph,
    "previous_paragraph": previous_paragraph,
    "start": lambda text, offset: 0,
    "end": lambda text, offset: len(text),
}
