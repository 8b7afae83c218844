"""Find the article in a web page: its words, and what the page says about them."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.clean import clean_line
from lesart.feeds.htmltree import parse_html
from lesart.feeds.plaintext import plain_text
from lesart.model import Block, Moment


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds for a reader."""

    title: str = ""
    text: str = ""
    blocks: tuple[Block, ...] = ()
    date: Moment | None = None
    author: str = ""
    language: str = ""
    link: str = ""
    """The address the page gives itself; empty where it gives none."""
    site: str = ""
    state: str = ""
    """A sentence where the article is not all there (paywall, scripts, consent); else empty."""


def extract(html: bytes, url: str, http_charset: str | None = None) -> Page:
    """The article of the page `html`, fetched from `url` (which may be empty: a saved file)."""
    root = parse_html(html, http_charset)
    if root is None:
        return Page()
    text, blocks = plain_text(root, url)
    return Page(title=clean_line(root.findtext(".//title") or ""), text=text, blocks=blocks)
