"""Words that are written from right to left, kept by themselves in a line that has others, too.

What turns a terminal's line stands around them: two characters of no width. Nothing beside them moves.
"""

from __future__ import annotations

import re

from lesart.text.unpointed import POINTS

AUTO, RIGHT_TO_LEFT, END = "\u2068", "\u2067", "\u2069"
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_HAS = re.compile(f"[{_LETTERS}]")
_FIRST_LETTER = re.compile(f"(?P<right>[{_LETTERS}])|[^\\W\\d_]")
_OTHERS = re.compile(f"[^\\W_{_LETTERS}]")
_FRAMES = "\u2500-\u259f"
STRETCH = re.compile(
    # Opening marks, such a letter, whatever follows up to the last one, what closes behind it.
    f"[(\\[{{«“‘„\"']*[{_LETTERS}](?:(?:[^ {_FRAMES}]| (?! ))*[{_LETTERS}])?[{POINTS}]*"
    "[)\\]}»”’\"'.,;:!?…%]*"
)
"""Letters with one blank at most between words: where nobody says which cells belong together."""


def has_right_to_left(text: str) -> bool:
    """Whether a letter stands in `text` that is written from right to left."""
    return not text.isascii() and _HAS.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether its first letter is one that is written from right to left."""
    first = _FIRST_LETTER.search(text)
    return first is not None and first["right"] is not None


def in_isolates(text: str) -> str:
    """Lines for a terminal: in those that have other letters or digits, too, each stretch by itself."""
    if not has_right_to_left(text):
        return text
    return "\n".join(
        STRETCH.sub(lambda found: f"{AUTO}{found[0]}{END}", line) if _OTHERS.search(line) else line
        for line in text.split("\n")
    )
