"""Which pieces of the 250,000 an engine for Latin scripts keeps."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from lesart.analysis.entities.pieces import Pieces
from lesart.analysis.entities.tokens import prepared, words_of

SPECIAL = 4
"""`<s>`, `<pad>`, `</s>` and `<unk>` come first and stay first."""
SIZE = 52_800


def chosen_pieces(
    pieces: Sequence[str], scores: Sequence[float], texts: Iterable[str], size: int = SIZE
) -> list[int]:
    """The special pieces, single characters, what `texts` use, then the most frequent; in order."""
    latin = latin_pieces(pieces)
    kept = {*range(SPECIAL), *(i for i in latin if len(pieces[i].lstrip("▁")) <= 1)}
    kept |= _used(pieces, scores, latin, texts)
    for place in sorted(latin, key=lambda i: -scores[i]):
        if len(kept) >= size:
            break
        kept.add(place)
    return sorted(kept)


def latin_pieces(pieces: Sequence[str]) -> list[int]:
    """The places of the special pieces and of all that an article in a Latin script may need."""
    kept = list(range(SPECIAL))
    kept += [i for i in range(SPECIAL, len(pieces)) if all(map(_is_wanted, pieces[i]))]
    return kept


def _used(
    pieces: Sequence[str], scores: Sequence[float], latin: Sequence[int], texts: Iterable[str]
) -> set[int]:
    cut = Pieces([pieces[i] for i in latin], [scores[i] for i in latin])
    words = {prepared(word) for text in texts for word in words_of(text)}
    return {latin[i] for word in words for i in cut.of(word, len(word))}


@cache
def _is_wanted(character: str) -> bool:
    if character == "▁" or ord(character) < 0x250:
        return True
    if unicodedata.category(character)[0] == "L":
        return unicodedata.name(character, "").startswith("LATIN")
    return unicodedata.category(character)[0] in "PS" and ord(character) < 0x3000
