"""Which pieces of the 250,000 an engine for Latin scripts keeps."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

SPECIAL = 4
"""`<s>`, `<pad>`, `</s>` and `<unk>` come first and stay first."""


def latin_pieces(pieces: Sequence[str]) -> list[int]:
    """The places of the special pieces and of all that an article in a Latin script may need."""
    kept = list(range(SPECIAL))
    kept += [i for i in range(SPECIAL, len(pieces)) if all(map(_is_wanted, pieces[i]))]
    return kept


@cache
def _is_wanted(character: str) -> bool:
    if character == "▁" or ord(character) < 0x250:
        return True
    if unicodedata.category(character)[0] == "L":
        return unicodedata.name(character, "").startswith("LATIN")
    return unicodedata.category(character)[0] in "PS" and ord(character) < 0x3000
