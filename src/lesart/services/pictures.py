"""The pictures of an article: what their texts say, and where they lie. None of them is ever fetched.

Those that lie within the file it was imported from are read out of it, as long as it is there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from lesart.feeds.pages.html_tree import parse_html
from lesart.model.article import Article
from lesart.services.picture_files import Contents, embedded, pages_in
from lesart.store import Store
from lesart.text.clean import clean_line
from lesart.text.urls import browser_target

MOST = 100
_LARGEST = 16 * 1024 * 1024
_LARGEST_TOGETHER = 64 * 1024 * 1024
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
    content: bytes = b""
    """The picture itself, where it lies within the article's file or page."""


def pictures_of(store: Store, article: Article) -> list[Picture]:
    """Those of its file or kept page, in the page's order, then those that its feed attached."""
    found: dict[str | bytes, Picture] = {}
    left = _LARGEST_TOGETHER
    for picture in _of_file_or_page(store, article):
        if len(picture.content) > left:
            picture = picture._replace(content=b"")
        left -= len(picture.content)
        name = picture.address or picture.content or picture.alt + picture.caption
        found.setdefault(name, picture)
        if len(found) >= MOST:
            break
    for url, kind, _length in article.enclosures:
        if kind.startswith("image/") and (target := browser_target(url)):
            found.setdefault(target.url, Picture(target.url, "", ""))
    return list(found.values())[:MOST]


def _of_file_or_page(store: Store, article: Article) -> Iterator[Picture]:
    is_any = False
    for place in store.identity.places_of(article.id):
        for page in pages_in(place):
            for picture in _of_page(page.html, page.link or article.link, page.contents):
                is_any = True
                yield picture
    packed = store.articles.raw_html(article.id) if not is_any else None
    if packed:
        try:
            html = zlib.decompressobj().decompress(packed, _LARGEST)
        except zlib.error:
            return
        yield from _of_page(html, article.link, embedded)


def _of_page(html: bytes, link: str, contents: Contents) -> Iterator[Picture]:
    root = parse_html(html)
    if root is None:
        return
    bodies = root.xpath("//article") or root.xpath("//main") or [root]
    for body in bodies:
        for image in body.iter("img"):
            picture = _picture(image, link, contents)
            if picture is not None:
                yield picture


def _picture(image: Any, link: str, contents: Contents) -> Picture | None:
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
    content = contents((image.get("src") or "").strip())
    address = _address(image, link)
    if not (content or address or alt or caption):
        return None
    return Picture(address, alt, caption, content)


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
