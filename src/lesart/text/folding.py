"""Compare words as a search means them: whatever their case, accents and German spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from lesart.text.unpointed import unpointed

MAX_VARIANTS = 8
"""Spellings of one word; more are rarer than the time they take."""
MAX_PHRASES = 64
"""Rows of words, each in one of its spellings."""


def fold(text: str) -> str:
    """Letters as the index compares them: no case, no accents, ß as ss, single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def fold_for_search(text: str) -> str:
    """`fold`, with Hebrew and Arabic letters in the one form that the index has of them."""
    return fold(unpointed(text))


def as_indexed(text: str) -> str:
    """Letters as the index of words has them: no case, no accents, but ß, 𝒳, й and 한 as they are."""
    lowered = unpointed(text.lower())
    if lowered.isascii():
        return lowered
    if len(lowered) > _LONG:
        for letter, bare in _FREQUENT:
            lowered = lowered.replace(letter, bare)
    return _ACCENTED.sub(_without_accents, lowered)


def _without_accents(letter: re.Match[str]) -> str:
    bare = unicodedata.normalize("NFD", letter[0])
    return "".join(c for c in bare if not unicodedata.combining(c))


def plain_letters(folded: str) -> str:
    """Folded letters without what no folding takes off: ø as o, ł as l, æ as ae."""
    return folded if folded.isascii() else folded.translate(_PLAIN)


def spellings(word: str) -> list[str]:
    """`word` as the index may hold it: it folds ä to a, but neither ß to ss, nor ae to a, nor ø to o.

    >>> spellings("Strasse")
    ['strasse', 'straße', 'ｓｔｒａｓｓｅ']
    """
    word = unpointed(word)
    found = dict.fromkeys(german_spellings(word))
    plain = plain_letters(word.lower())
    if plain != word.lower():
        found.update(dict.fromkeys(german_spellings(plain)))
    found.update(dict.fromkeys(_with_strokes(plain)))
    return list(found)


def rows_of_spellings(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Words in a row, each in a spelling of its own: the German ways mixed, the others one word at a time."""
    german = [german_spellings(word) for word in words]
    rows = dict.fromkeys(islice(product(*german), MAX_PHRASES))
    first = tuple(ways[0] for ways in german)
    for at, word in enumerate(words):
        for way in spellings(word):
            rows.setdefault((*first[:at], way, *first[at + 1 :]))
    yield from rows


def _with_strokes(plain: str) -> Iterator[str]:
    """The word with the letters of other alphabets that somebody may have typed it for.

    Seldom more than one letter of a kind has its stroke: all of them, the first, or the last.
    """
    for letter, stroke in _STROKES:
        if letter in plain:
            first, last = plain.index(letter), plain.rindex(letter)
            yield plain.replace(letter, stroke)
            if first < last:
                yield plain[:first] + stroke + plain[first + len(letter) :]
                yield plain[:last] + stroke + plain[last + len(letter) :]
    if any(pair in plain for pair in ("ffi", "ffl", "fi", "fl", "ff")):
        joined = plain
        for letters, sign in _LIGATURES:
            joined = joined.replace(letters, sign)
        yield joined
    if plain.isascii() and plain.isalnum():
        yield plain.translate(_FULL_WIDTH)


def german_spellings(word: str) -> list[str]:
    """The ways in which German writes it: ss for ß, ae for ä, and back."""
    pieces = _SPELT_TWO_WAYS.split(word.lower())
    options = [(piece, *_OTHER_WAYS.get(piece, ())) for piece in pieces]
    # Who writes Strasse writes Strassenschluessel: first all of a kind in one way, then mixtures.
    kinds = sorted({piece for piece in pieces if piece in _OTHER_WAYS})
    found = dict.fromkeys(
        "".join(way[-1] if way[0] in switched else way[0] for way in options)
        for switched in _subsets(kinds)
    )
    for letters in product(*options):
        if len(found) >= MAX_VARIANTS:
            break
        found["".join(letters)] = None
    return list(found)[:MAX_VARIANTS]


_ACCENTED = re.compile(
    "[\u00e0-\u01df\u01e4-\u01ed\u01f0-\u01fb\u0200-\u024f\u1e00-\u1eff\u0300-\u036f]"
)
"""What the index takes accents off: Latin letters alone."""
_FREQUENT = tuple(zip("äöüéèêáàâóíúçñ", "aoueeeaaaoiucn", strict=True))
_LONG = 200
"""Letters from which on it is quicker to replace all of one kind at once."""
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_STROKES = (("o", "ø"), ("l", "ł"), ("d", "đ"), ("d", "ð"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"))
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_OTHER_WAYS = {
    "ss": ("ß",), "ß": ("ss",), "ae": ("a",), "oe": ("o",), "ue": ("u",),
    "ä": ("ae",), "ö": ("oe",), "ü": ("ue",),
}  # fmt: skip
_SPELT_TWO_WAYS = re.compile("(ss(?!ch)|[aou]e|[ßäöü])")  # no ß in Ausschuss but the last


def _subsets(kinds: list[str]) -> Iterator[frozenset[str]]:
    """None of them, all of them, each alone, two together …; a handful of many."""
    yield frozenset()
    yield frozenset(kinds)
    for size in range(1, len(kinds)):
        yield from map(frozenset, islice(combinations(kinds, size), MAX_VARIANTS))
