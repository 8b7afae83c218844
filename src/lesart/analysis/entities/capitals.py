"""Lines in capitals, as headlines often are: the encoder reads them as they would usually be written.

It has learnt from text in which a capital letter tells something; of a line of capitals it finds less
than half of what it finds otherwise, and takes verbs for names. The text itself stays what it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.entities.tokens import Word, chunks_of
from lesart.analysis.language import small_words

_LOUD = re.compile(r"[A-ZÀ-ÖØ-ÞŒ]{5}")
_LOUD_SHARE = 0.8
_LONG_ENOUGH = 5
"""Letters that one of the words must have: a line of acronyms is no line in capitals."""
_APOSTROPHES = ("'", "’")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝŒ]")


def calmed(
    text: str, chunks: Iterator[list[Word]], language: str, longest: int
) -> Iterator[list[Word]]:
    """The same words at the same places; in lines of capitals spelt as elsewhere in `text`."""
    if not _LOUD.search(text):
        yield from chunks
        return
    usual: Mapping[str, str] | None = None
    for chunk in chunks:
        if not is_in_capitals(chunk):
            yield chunk
            continue
        usual = _usual_spellings(chunks_of(text, longest)) if usual is None else usual
        small = small_words(language)
        following = [word.text for word in chunk[1:]] + [""]
        yield [
            word._replace(text=_calm(word.text, after, small, usual))
            for word, after in zip(chunk, following, strict=True)
        ]


def is_in_capitals(words: Sequence[Word]) -> bool:
    """Whether nearly all words of a sentence are, and not just some acronyms."""
    written = [word.text for word in words if len(word.text) > 1 and word.text.isalpha()]
    loud = [word for word in written if word.isupper()]
    return (
        len(loud) > 1
        and len(loud) >= _LOUD_SHARE * len(written)
        and max(map(len, loud)) >= _LONG_ENOUGH
    )


def _usual_spellings(chunks: Iterator[list[Word]]) -> dict[str, str]:
    """How words are written in the other sentences, their first words aside."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for chunk in chunks:
        if not is_in_capitals(chunk):
            for word in chunk[1:]:
                if word.text.isalpha():
                    forms[word.text.lower()][word.text] += 1
    return {word: some.most_common(1)[0][0] for word, some in forms.items()}


def _calm(word: str, after: str, small: frozenset[str], usual: Mapping[str, str]) -> str:
    lower = word.lower()
    if after in _APOSTROPHES and len(word) <= 2:  # L'AUDE, QU'IL
        return lower
    if len(word) < 2 or not word.isupper():
        return word
    if form := usual.get(lower):
        return form
    if lower in small:
        return lower
    if not _VOWEL.search(word) or gazetteer().key_of(word, "ORG"):
        return word
    return word[0] + word[1:].lower()
