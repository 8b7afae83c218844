"""Names of folders and of feeds' tags, so that a query can say each: `in:"…"` ends at a quotation mark."""

from __future__ import annotations

from lesart.text.clean import clean_line

_LONGEST = 100


def folder_part(words: str) -> str:
    """One name, clean and without a straight quotation mark; a slash would make two of it."""
    return clean_line(words, _LONGEST).strip().replace('"', "”").replace("/", "∕")


def folder_name(words: str) -> str:
    """`News // local/` as it is stored: `News/local`."""
    return "/".join(part for part in map(folder_part, words.split("/")) if part)


def tag_name(words: str) -> str:
    """A tag, which stands as a folder where a feed is in none."""
    return clean_line(words, _LONGEST).strip().replace('"', "”")
