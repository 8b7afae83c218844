"""The pictures of an article: what their texts say, and where they lie. None of them is ever fetched."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from lesart.feeds.pages.html_tree import parse_html
from lesart.model.article import Article
from lesart.store import Store
from lesart.text.clean import clean_line
from lesart.text.urls import browser_target

MOST = 100
_LARGEST = 16 * 1024 * 1024
_LEAST = 48
"""A picture that says it is narrower or lower is a sign or counts visits."""
_BESIDE = {"nav", "aside", "footer", "header", "form", "noscript", "template", "button"}


class Picture(NamedTuple):
    """One picture of a page or feed."""

    address: str
    """Absolute; empty where it is none that a browser may be given."""
    alt: str
    """What its author wrote for those who do not see it."""
    caption: str


def pictures_of(store: Store, article: Article) -> list[Picture]:
    """Those of its kept page, in the page's order, then those that its feed attached."""
    found: dict[str, Picture] = {}
    packed = store.articles.raw_html(article.id)
    for picture in _of_page(packed, article.link) if packed else ():
        found.setdefault(picture.address or picture.alt + picture.caption, picture)
        if len(found) >= MOST:
            break
    for url, kind, _length in article.enclosures:
        if kind.startswith("image/") and (target := browser_target(url)):
            found.setdefault(target.url, Picture(target.url, "", ""))
    return list(found.values())[:MOST]


def _of_page(packed: bytes, link: str) -> Iterator[Picture]:
    try:
        html = zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error:
        return
    root = parse_html(html)
    if root is None:
        return
    bodies = root.xpath("//article") or root.xpath("//main") or [root]
    for body in bodies:
        for image in body.iter("img"):
            picture = _picture(image, link)
            if picture is not None:
                yield picture


def _picture(image: Any, link: str) -> Picture | None:
    """What an element says; None for what is no picture of the story."""
    around = [element.tag for element in image.iterancestors()]
    if _BESIDE.intersection(around) or any(
        _is_small(image.get(side)) for side in ("width", "height")
    ):
        return None
    caption = ""
    if "figure" in around:
        figure = next(image.iterancestors("figure"))
        caption = clean_line(" ".join(c.text_content() for c in figure.iter("figcaption")), 500)
    alt = clean_line(image.get("alt") or image.get("title") or "", 500)
    address = _address(image, link)
    return Picture(address, alt, caption) if address or alt or caption else None


def _is_small(says: str | None) -> bool:
    number = (says or "").strip().removesuffix("px")
    return number.isdecimal() and len(number) < 6 and int(number) < _LEAST


def _address(image: Any, link: str) -> str:
    """The first of its addresses that a browser may be given."""
    said = [image.get("src"), image.get("data-src")]
    said += [part.split()[0] for part in (image.get("srcset") or "").split(",") if part.split()]
    for address in said:
        if not address or len(address) > 4000:
            continue
        try:
            target = browser_target(urljoin(link, address.strip()))
        except ValueError:
            continue
        if target is not None:
            return target.url
    return ""
