"""Drop rows of cards that lead to other stories, and tell them from stories made of many parts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from lesart.feeds.pages.pruning import FRAMES, drop, link_density, text_length
from lesart.feeds.pages.site_rules import HOLDS, KEEP
from lesart.feeds.pages.tracing import Trace
from lesart.translations import N_

_NUMBERED = re.compile(r"(?:#|No\.?|Nr\.?|Platz|Place)?\s*\d{1,3}\s*[.):–—-]")
_ROOTED = re.compile(r"(?:/[\w~-]+(?:\.\w+)*)+/?", re.ASCII)
"""An address on the same site that stays as it is when it is completed, as nearly all are."""
_LARGEST_CARD = 600
_CARD_DEPTH = 6
_LEAST_STORY = 250


def drop_teasers(root: Any, url: str, trace: Trace) -> None:
    """Drop rows of cards that lead to other stories: three or more alike, each headed by a link.

    On a page with a short article they hold more prose than the article. Where they are nearly all
    there is, the page is a digest, and they stay.
    """
    cards: dict[Any, dict[Any, None]] = {}
    too_large: set[Any] = set()  # what holds thousands of cards is measured once
    for heading in root.iter("h2", "h3", "h4", "h5"):
        card = _link_around(heading, url)
        for _ in range(_CARD_DEPTH):
            if card is None or card.tag in FRAMES or card.getparent() is None:
                break
            if card in too_large or text_length(card) > _LARGEST_CARD:
                too_large.add(card)
                break
            alike = (card.getparent(), card.tag, (card.get("class") or "").partition(" ")[0])
            cards.setdefault(alike, {})[card] = None
            card = card.getparent()
    rows = [list(row) for row in cards.values() if len(row) >= 3 and not _is_told(list(row))]
    in_cards = {p: len(p.text_content()) for row in rows for card in row for p in card.iter("p")}
    total = sum(len(p.text_content()) for p in root.iter("p"))
    if rows and total - sum(in_cards.values()) >= _LEAST_STORY:
        for row in rows:
            for card in row:
                if not (card.get(KEEP) or card.get(HOLDS)):
                    trace.drop(card, N_("one of a row of cards that lead elsewhere"))
                    drop(card)


def _is_told(row: list[Any]) -> bool:
    """Whether a row of cards is the story itself: a live blog, the ten best, a letter of links.

    Then it stands among the story's own paragraphs, counts its headings, or says that it is.
    """
    inside = set(row)
    own = 0
    for child in row[0].getparent():
        if child.tag == "p" and child not in inside and link_density(child) < 0.3:
            own += text_length(child)
    numbers = [_NUMBERED.match(_heading_words(card)) for card in row]
    if all(numbers):
        return True
    kinds = " ".join(card.get("itemtype") or "" for card in row)
    return own >= _LEAST_STORY / 2 or "BlogPosting" in kinds or "LiveBlog" in kinds


def _heading_words(card: Any) -> str:
    heading = next(card.iter("h2", "h3", "h4", "h5"), None)
    return "" if heading is None else heading.text_content().strip()


def _link_around(heading: Any, url: str) -> Any | None:
    """What a heading that is a link to elsewhere heads; None for other headings."""
    if heading.getparent() is not None and heading.getparent().tag == "a":
        return heading.getparent()
    length = text_length(heading)
    for link in heading.iter("a"):
        href = link.get("href") or "#"
        if not _is_same_page(href, url) and text_length(link) > 0.5 * length:
            return heading.getparent()
    return None


def _is_same_page(href: str, url: str) -> bool:
    """Whether a link leads to a place on the page itself."""
    if href.startswith("#") or not url:
        return href.startswith("#")
    if _ROOTED.fullmatch(href):
        return href == _page(url)[1]
    try:
        there = urlsplit(urljoin(url, href.strip()))
    except ValueError:
        return False
    return (there.netloc, there.path) == _page(url)


@lru_cache(16)
def _page(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.netloc, parts.path
