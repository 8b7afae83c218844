"""Names for files that every system takes, made from titles that anybody may have written."""

from __future__ import annotations

import re
import unicodedata

from lesart.text.clean import clean_line

LONGEST = 120
"""Bytes of UTF-8; file systems take 255, and a date, a number and an ending come on top."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]%]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\..*)?", re.I
)


def safe_name(title: str, fallback: str = "article") -> str:
    """`title` as a file's name without its ending: no path, no reserved word, not too long.

    What Windows, macOS or Linux refuse is left out, and what Obsidian cannot link to.
    """
    name = unicodedata.normalize("NFC", clean_line(title, 500))
    name = " ".join(_FORBIDDEN.sub(" ", name).split())
    name = _cut(name).strip(" .-~")
    if not any(character.isalnum() for character in name):
        return fallback
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def distinct(name: str, taken: set[str]) -> str:
    """`name`, with a number where another file goes by it on a system that ignores case."""
    candidate, number = name, 2
    while folded(candidate) in taken:
        candidate = f"{name} {number}"
        number += 1
    taken.add(folded(candidate))
    return candidate


def folded(name: str) -> str:
    """What file systems that ignore case and accents' spelling take for the same name."""
    return unicodedata.normalize("NFC", name.casefold())


def _cut(name: str) -> str:
    return name.encode()[:LONGEST].decode("utf-8", "ignore")
