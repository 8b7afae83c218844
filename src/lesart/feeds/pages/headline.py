"""Find a page's title: best where a headline on it and its own metadata agree.

Each of them alone often carries the site's name, and a headline may hold a kicker or a logo.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from lesart.feeds.pages.plaintext import plain_text

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/]+\s+|\s*\|\s*|\s+::\s+")
_EDGES = " |-–—·•»«:/"
_LOGO = re.compile(r"logo|brand|site-?(?:name|title)|masthead", re.I)
_MOST = 12


def folded(text: str) -> str:
    """`text` as words to compare: no case, no punctuation."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def title_of(root: Any, shared: str, structured: str, site: str) -> str:
    """The page's title. `shared` and `structured` are what its metadata calls it."""
    named = " ".join((root.findtext(".//title") or "").split())
    parts = [part for part in _SEPARATOR.split(named) if part]
    shown = [_Heading(h) for h, _ in zip(root.iter("h1"), range(_MOST), strict=False)]
    shown = [h for h in shown if h.words and not h.is_logo(site, parts if shared else ())]
    for claim in (shared, structured):
        if best := _confirmed(shown, claim):
            return best
    seconds = [_Heading(h) for h, _ in zip(root.iter("h2"), range(_MOST), strict=False)]
    if best := _part_of_title([*shown, *seconds], parts, site):
        return best
    if best := _confirmed([h for h in shown if not h.is_glued], named):
        return best
    if shared:
        return without_site(shared, site)
    headings = [heading.words for heading in shown if not heading.is_glued]
    return structured or without_site(named, site, headings) or next(iter(headings), "")


class _Heading:
    """A headline as it is shown, and the pieces it is made of."""

    def __init__(self, element: Any) -> None:
        whole = " ".join(plain_text(element)[0].split())
        raw = _pieces(element)
        self.pieces = [" ".join(piece.split()) for piece in raw]
        self.is_glued = any(map(_is_glue, raw, raw[1:]))
        if self.is_glued:
            whole = " ".join(self.pieces)
        self.words = whole if len(whole) < 300 else ""
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        self._is_named_logo = bool(_LOGO.search(name))

    def is_logo(self, site: str, parts: Sequence[str]) -> bool:
        """Whether it is the site's name and not the story's."""
        mine = folded(self.words)
        at_the_end = len(parts) > 1 and mine == folded(parts[-1])
        return at_the_end or (bool(site) and mine == folded(site)) or self._is_named_logo


def _pieces(element: Any) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            pieces += (child.text_content(), child.tail or "")
    return [piece for piece in pieces if piece.strip()]


def _is_glue(one: str, other: str) -> bool:
    """Whether two pieces without a space between them are two things: "Traffic" "The ferry"."""
    return other[0].isupper() and (one[-1].islower() or one[-1] in ":|.")


def _confirmed(shown: list[_Heading], claim: str) -> str:
    """The headline that says what the metadata says; a piece of it where the rest is a kicker."""
    wanted = folded(claim)
    if not wanted:
        return ""
    for heading in shown:
        if folded(heading.words) == wanted:
            return heading.words
        for piece in heading.pieces:
            if folded(piece) == wanted and len(heading.pieces) > 1:
                return piece
    for heading in shown:
        mine = folded(heading.words)
        if len(mine) > 8 and (mine in wanted or (wanted in mine and len(wanted) > 0.6 * len(mine))):
            return heading.words
    return ""


def _part_of_title(shown: list[_Heading], parts: list[str], site: str) -> str:
    """The headline that is a part of the page's title; of several the one with most words."""
    wanted = {folded(part): part for part in parts if len(part) > 8}
    same = [
        # A headline of several blocks is put together better in the title.
        wanted[folded(heading.words)] if len(heading.pieces) > 1 else heading.words
        for heading in shown
        if folded(heading.words) in wanted
    ]
    same = [words for words in same if not site or folded(words) != folded(site)]
    return max(same, key=lambda words: len(words.split()), default="") if len(parts) > 1 else ""


def without_site(title: str, site: str = "", headings: Iterable[str] = ()) -> str:
    """A page's title without the name of the site that stands before or behind it."""
    title = " ".join(title.split())
    for heading in headings:
        if len(heading) > 10 and heading.casefold() in title.casefold():
            return heading
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) < 2:
        return title
    if site:
        squeezed = site.casefold().replace(" ", "")
        kept = [
            part
            for part in parts
            if part.casefold().replace(" ", "") not in squeezed
            and site.casefold() not in part.casefold()
        ]
        if kept and len(kept) < len(parts):
            return title[title.find(kept[0]) : title.find(kept[-1]) + len(kept[-1])]
    longest = max(parts, key=len)
    before = title[: title.rfind(parts[-1])].rstrip(_EDGES)
    if longest == parts[-1] and len(longest) < 1.5 * len(before):
        return before  # of two that could be the title, the site's name is the latter
    if len(longest.split()) < 3 and len(longest) <= 15:
        return title
    if longest != parts[-1] and len(parts[-1].split()) <= 4:
        return before
    return longest
