"""Hebrew and Arabic as a search compares them: without points, and with one form of each letter.

Points (niqqud, harakat) are seldom written and mean the same word; a tatweel only makes it longer. Alef
stands with and without its hamza, a last yeh with and without its dots, and Persian and Urdu have their
own kaf, heh and yeh: who types one of them means them all. Digits are digits.
"""

from __future__ import annotations

import re
import unicodedata

_ARABIC_POINTS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
_HEBREW_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e"
POINTS = _HEBREW_POINTS + _ARABIC_POINTS
"""Marks that stand within a word and do not part it, as a class of a regular expression."""
WORD = re.compile(f"[^\\W_]+(?:[{POINTS}]+[^\\W_]*)*")
"""A word as the index takes it, once its points are gone."""

_PRESENTED = "\ufb1d-\ufdfb\ufe70-\ufefc"
_MAY_HOLD = re.compile(f"[\u0590-\u06ff\u0750-\u077f\u0898-\u08ff{_PRESENTED}]")
_PRESENTATION_FORM = re.compile(f"[{_PRESENTED}]")
"""Letters as a typesetter joins them: text out of a PDF file has these."""
_POINT = re.compile(f"[{POINTS}\u0640\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e]+")
_ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("آأإٱٲٳٵ", "ا"), "ؤ": "و", "ٶ": "و",
        **dict.fromkeys("ىئیېےۓٸ", "ي"), **dict.fromkeys("ةهۀەہۂۃ", "ه"),
        **dict.fromkeys("کڪ", "ك"), "װ": "וו", "ױ": "וי", "ײ": "יי",
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
    }
)  # fmt: skip


def may_be_pointed(text: str) -> bool:
    """Whether there are letters in `text` that are written in more than one way here."""
    return not text.isascii() and _MAY_HOLD.search(text) is not None


def unpointed(text: str) -> str:
    """`text` with its Hebrew and Arabic words as the index has them; all else as it is.

    >>> unpointed("شكرًا"), unpointed("שָׁלוֹם, Frau Cohen")
    ('شكرا', 'שלום, Frau Cohen')
    """
    if not may_be_pointed(text):
        return text
    text = _POINT.sub("", text)
    text = _PRESENTATION_FORM.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return _POINT.sub("", text).translate(_ONE_FORM)
