"""A text on one short line."""

from __future__ import annotations


def shortened(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters, cut between words with "…" where it must be."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    space = -1 if line[limit - 1] == " " else head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip() + "…"
