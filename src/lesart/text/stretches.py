"""What texts are made of between blanks and signs: out of these come the words that are listed."""

from __future__ import annotations

from collections.abc import Iterable

from lesart.text.unpointed import unpointed

_PARTED = bytes(
    byte if byte > 127 else ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ")
    for byte in range(256)
)
"""Small letters of ASCII, and blanks for its signs: what is left between two blanks is a word of the
index if it is ASCII, whatever the tokeniser; only the rest it has to be asked about."""


def stretches_of(texts: Iterable[tuple[str, str]]) -> set[bytes]:
    """Those of titles and texts, each once, in UTF-8."""
    found: set[bytes] = set()
    for title, text in texts:
        found.update(
            unpointed(f"{title} {text}").encode("utf-8", "ignore").translate(_PARTED).split()
        )
    return found
