"""Find who wrote a page: names, not handles, dates, roles or who took the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lesart.feeds.pages.headline import folded
from lesart.locales.date_words import month_number

_KEYS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "citation_author", "byl", "twitter:data1",
)  # fmt: skip
_PLACES = (
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//*[@itemprop="author"]',
    '//a[@rel="author"]',
    '//*[contains(@class,"author") or contains(@class,"byline") or contains(@class,"autor")'
    ' or contains(@class,"Autor") or contains(@class,"Author") or contains(@class,"Byline")]',
)
_MOST = 6
_BY = re.compile(
    r"^(?:(?:written|posted|reported|words|text|story)\s+by|by|von|par|por|di|door|av|af|autor(?:in|a|e)?"
    r"|author|auteur|texto?|text)\b\s*:?\s*",
    re.I,
)
_GLUED_BY = re.compile(r"^(?:By|Von|Par|Por)(?=[A-ZÄÖÜÉ][a-zà-ÿ])")
_END = re.compile(
    r"\s*[|•·–—/(@]\s*|,\s|\s+(?:on|am|le|el|il|updated|Updated|published|Published|posted|Posted|for|in|is|is an?|contributor)\s+|\d|\s{2,}"
)
_AND = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_PICTURE = re.compile(
    r"^\W*(?:photo|photograph|image|picture|foto|bild|illustration|graphic|video|crédit|credit)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"comment|sidebar|related|teaser|caption|photo|credit|image|footer|recommend", re.I
)
_PARTICLES = frozenset(
    ("de", "del", "della", "der", "den", "di", "da", "dos", "du", "van", "von", "zu", "la", "le", "el",
     "al", "bin", "ibn", "ter", "ten", "af", "av", "y", "e", "zum", "do")
)  # fmt: skip
_NOBODY = frozenset(
    ("admin", "administrator", "root", "webmaster", "editor", "user", "unknown", "anonymous", "author",
     "staff", "guest", "null", "none", "undefined", "redaktion", "online", "staff writer")
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*\.?")


def author_of(root: Any, structured: list[str], metas: dict[str, str], site: str) -> str:
    """The author's or authors' names; empty where the page names none.

    `structured` are the names in the page's structured data, most trusted first.
    """
    for claim in (*structured, *_in_metas(metas)):
        name = _claimed(claim)
        if name and folded(name) not in _NOBODY and not (site and folded(name) == folded(site)):
            return name
    for name in _on_page(root):
        if folded(name) not in _NOBODY and not (site and folded(name) == folded(site)):
            return name
    return ""


def _claimed(claim: str) -> str:
    """A name as metadata gives it: trusted, but for what is plainly something else."""
    name = _GLUED_BY.sub("", _BY.sub("", claim)).strip()
    is_address = "@" in name and " " not in name
    return "" if is_address or name.startswith(("http", "www.")) else name


def _in_metas(metas: dict[str, str]) -> Iterator[str]:
    for key in _KEYS:
        value = metas.get(key, "")
        if not 2 < len(value) < 80:
            continue
        if key == "twitter:data1" and re.search(r"\d", value):
            continue  # there it is a reading time
        yield value


def _on_page(root: Any) -> Iterator[str]:
    for place in _places():
        for element in place(root)[:_MOST]:
            if _is_elsewhere(element):
                continue
            if name := _named_in(element):
                yield name


@cache
def _places() -> list[Any]:
    """Compiled once: that takes as long as looking."""
    from lxml import etree

    return [etree.XPath(place) for place in _PLACES]


def _is_elsewhere(element: Any) -> bool:
    """Whether it belongs to a picture, a comment or another story."""
    for around in (element, *element.iterancestors()):
        if around.tag in ("aside", "footer", "nav", "figure", "figcaption"):
            return True
        if around.tag in ("body", "html"):
            break
        names = around.get("class"), around.get("id")
        if any(names) and _ELSEWHERE.search(f"{names[0] or ''} {names[1] or ''}"[:500]):
            return True
    return False


def _named_in(element: Any) -> str:
    """The names that a byline holds: its link's, or its first words'."""
    if element.get("content"):
        return _name(element.get("content"))
    pieces = [" ".join(piece.split()) for piece in element.itertext()]
    pieces = [piece for piece in pieces if piece][:40]
    words = " ".join(pieces)[:500]
    if _PICTURE.search(words):
        return ""
    links = [" ".join(link.text_content().split()) for link in element.iter("a")]
    names = list(dict.fromkeys(name for name in map(_name, links[:_MOST]) if name))
    if names:
        return ", ".join(names)
    for number, piece in enumerate(pieces[:4]):
        if number and _AND.sub("", _BY.sub("", pieces[number - 1])):
            break
        if name := _name(piece):
            return name
    return _name(words)


def _name(words: str) -> str:
    """The name that some words begin with; empty where they begin with no name."""
    words = _GLUED_BY.sub("", _BY.sub("", words.strip())).strip(" :")
    names = []
    first = _END.split(f"{words} ")[0].rstrip()
    if words[len(first) :].lstrip()[:1].isdigit() and month_number(first.split(" ")[-1]):
        first = first.rpartition(" ")[0]  # a date without a comma before it
    for part in _AND.split(first)[:5]:
        if _is_name(part.strip()):
            names.append(part.strip())
        else:
            break
    return ", ".join(names)


def _is_name(words: str) -> bool:
    if not 3 < len(words) < 50:
        return False
    parts = words.split()
    if not 1 < len(parts) <= 6:
        # Names in Chinese and Japanese are one word.
        return len(parts) == 1 and bool(
            re.fullmatch(r"[\u3040-\u30ff\u4e00-\u9fff・]{2,10}", words)
        )
    return all(
        _WORD.fullmatch(part)
        and (part[0].isupper() or part.lower() in _PARTICLES or not part[0].islower())
        for part in parts
    ) and parts[-1][0].isupper() | (not parts[-1][0].islower())
