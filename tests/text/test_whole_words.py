"""Around half a compound stands the whole of it."""

import pytest

from lesart.text.whole_words import word_around


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Der US-Präsident kam.", "US", "US-Präsident"),
        ("Anti-Trump-Proteste", "Trump", "Anti-Trump-Proteste"),
        ("die CDU‑Fraktion", "CDU", "CDU‑Fraktion"),
        ("Es sprach Merkel.", "Merkel", "Merkel"),
        ("in the U.S.", "U.S.", "U.S."),
        ("New York-based", "New York", "New York"),
    ],
)
def test_the_whole_word_is_found(text, part, whole):
    start = text.index(part)
    assert word_around(text, start, start + len(part)) == whole
