"""A text as words to compare: spelling of spaces, quotes, dashes, accents and entities told apart from words."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

# Written without spaces between words: here every letter is a word of its own.
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
# Marks that stand on a letter, and characters that are not seen at all.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
_PIECE = re.compile(
    rf"[^\W{_ALONE}]+(?:[{_MARKS}]+[^\W{_ALONE}]*)*|\s+|[{_ALONE}][{_MARKS}]*"
    rf"|\.{{2,}}|-{{2,}}|[^\w\s][{_MARKS}]*"
)
_UNSEEN = {
    code: None
    for low, high in (
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    )
    for code in range(low, high + 1)
}  # fmt: skip
_SAME = str.maketrans(
    {
        **dict.fromkeys("„“”«»‟″", '"'),
        **dict.fromkeys("‚‘’‛‹›′`´", "'"),
        **dict.fromkeys("–—−‐‑‒―", "-"),
    }
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});")
_BETWEEN = "\x1f"
MANY = 50
"""Words that stand somewhere more often than this single nothing out."""


class WordSequence(NamedTuple):
    """The words of a text as they are compared, and where each stands in it (code points)."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    joined: str

    def within(self, start: int, end: int) -> tuple[int, int]:
        """First and last word touched by `text[start:end]`; last < first where there is none."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end) - 1

    def find(self, words: list[str]) -> list[int]:
        """Where these words follow each other: their first word's numbers, at most `MANY`."""
        wanted = _BETWEEN + _BETWEEN.join(words) + _BETWEEN
        found: list[int] = []
        at = self.joined.find(wanted) if words else -1
        counted, number = 0, 0
        while at >= 0 and len(found) < MANY:
            number += self.joined.count(_BETWEEN, counted, at)
            counted = at
            found.append(number)
            at = self.joined.find(wanted, at + 1)
        return found


@lru_cache(maxsize=6)
def words_of(text: str) -> WordSequence:
    """The words of `text`. The last few texts are remembered: one text, many notes."""
    plain, back = _without_entities(text) if "&" in text else (text, None)
    pieces = _PIECE.findall(plain)
    compared = {piece: _compared(piece) for piece in set(pieces)}
    found = [
        (word, start, start + len(piece))
        for piece, start in zip(pieces, accumulate(map(len, pieces), initial=0), strict=False)
        if (word := compared[piece])
    ]
    words = [word for word, _, _ in found]
    starts, ends = [s for _, s, _ in found], [e for _, _, e in found]
    if back is not None:
        starts, ends = [back(s) for s in starts], [back(e - 1, True) for e in ends]
    joined = _BETWEEN + _BETWEEN.join(words) + _BETWEEN
    return WordSequence(text, words, starts, ends, joined)


def as_compared(word: str) -> str:
    """The letters of a word, or of a part of one, as they are compared."""
    plain, _ = _without_entities(word)
    return "".join(map(_compared, _PIECE.findall(plain)))


def _compared(piece: str) -> str:
    """A word as it is compared; empty for what is no word."""
    if piece.isspace():
        return ""
    if piece[0] == "." and len(piece) > 1:
        return "…"
    if not piece.isascii():
        # Before and after: some quotes come apart when they are made plain, some dashes appear by it.
        piece = unicodedata.normalize("NFC", piece.translate(_UNSEEN).translate(_SAME))
        if piece != "…":
            piece = unicodedata.normalize("NFKC", piece)
    # "--" is how a typewriter writes a dash.
    piece = piece.translate(_SAME).strip()
    return "-" if piece.startswith("--") else piece.replace(_BETWEEN, "")


class _Back:
    """Offsets of the decoded text back into the text as it is."""

    def __init__(self) -> None:
        self.decoded: list[int] = [0]
        self.raw: list[int] = [0]
        self.is_entity: list[bool] = [False]

    def add(self, decoded: int, raw: int, is_entity: bool) -> None:
        self.decoded.append(decoded)
        self.raw.append(raw)
        self.is_entity.append(is_entity)

    def __call__(self, offset: int, is_last: bool = False) -> int:
        """Where the character at `offset` begins, or (`is_last`) where it ends."""
        k = bisect_right(self.decoded, offset) - 1
        if self.is_entity[k]:
            return self.raw[k + 1] if is_last else self.raw[k]
        return self.raw[k] + offset - self.decoded[k] + is_last


def _without_entities(text: str) -> tuple[str, _Back | None]:
    parts: list[str] = []
    back = _Back()
    length = end = 0
    for found in _ENTITY.finditer(text):
        meant = html.unescape(found[0])
        if meant == found[0]:
            continue
        parts += (text[end : found.start()], meant)
        length += found.start() - end
        back.add(length, found.start(), True)
        length += len(meant)
        end = found.end()
        back.add(length, end, False)
    if not parts:
        return text, None
    return "".join(parts) + text[end:], back
