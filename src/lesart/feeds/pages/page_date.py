"""Find the day a page was published: not when it was changed, nor what day it is, nor a quoted post's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lesart.locales.read_dates import Written, is_believable, read_written

_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "pubdate", "publish-date",
    "publishdate", "publish_date", "article.published", "cxenseparse:recs:publishtime",
    "date.created", "datecreated", "release_date", "article:post_date", "originalpublicationdate",
)  # fmt: skip
_PLACES = (
    '//*[@itemprop="datePublished" or @itemprop="dateCreated"] | //time'
    ' | //*[contains(@class,"date") or contains(@class,"Date") or contains(@class,"publish")'
    ' or contains(@class,"posted") or contains(@class,"datum") or contains(@class,"timestamp")'
    ' or contains(@class,"byline") or contains(@class,"dateline") or contains(@id,"date")'
    ' or contains(@class,"author") or contains(@class,"meta") or contains(@id,"pub")]'
)
_PUBLISHED = re.compile(
    r"publi(?:sh|é|c|kat)|pubblicat|veröffentlicht|erstellt|original|posted|first|erschienen|vom\b"
    r"|geplaatst|pubdate|datepublished|entry-date",
    re.I,
)
_CHANGED = re.compile(
    r"updat|modif|aktualisiert|geändert|stand:|bearbeitet|mis(?:e)? à jour|modifi|actualizad|aggiornat"
    r"|atualizad|edited|corrected|bijgewerkt|reviewed",
    re.I,
)
_ELSEWHERE = re.compile(
    r"comment|sidebar|related|teaser|recommend|instagram|twitter|tweet|embed|fb-post|event|card|widget"
    r"|footer|copyright|weather|more-|most-|promo|today|current-?date",
    re.I,
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/._-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/._-])"
)
_MOST = 60
_LONGEST = 120


def date_of(
    root: Any, claims: list[str], metas: dict[str, str], url: str, language: str
) -> Written | None:
    """When the page was published; None where it does not tell.

    `claims` are the dates in its structured data, most trusted first.
    """
    for claim in (*claims, *(metas.get(key, "") for key in _KEYS)):
        if found := _believed(claim, language):
            return found
    on_page = _on_page(root, language)
    in_address = _in_address(url)
    if on_page and (
        in_address is None or not on_page[0] or on_page[1].day[:7] == in_address.day[:7]
    ):
        return on_page[1]
    return in_address or (on_page[1] if on_page else None)


def _believed(words: str, language: str) -> Written | None:
    found = read_written(words, language) if words else None
    if found is None or not is_believable(found.moment, None):
        return None
    return found if len(found.day) == 10 else None


def _on_page(root: Any, language: str) -> tuple[bool, Written] | None:
    """The best date that stands on the page, with whether it only may be the day of publishing."""
    best: tuple[int, Written] | None = None
    for rank, written in _shown(root, language):
        if best is None or rank > best[0]:
            best = (rank, written)
    return None if best is None or best[0] < 0 else (best[0] < 3, best[1])


def _shown(root: Any, language: str) -> Iterator[tuple[int, Written]]:
    """The dates on the page, each with how much speaks for it."""
    is_below_title = next(root.iter("h1"), None) is None
    for element in root.xpath(f"//h1 | {_PLACES}")[: 10 * _MOST]:
        if element.tag == "h1":
            is_below_title = True
            continue
        words = element.get("datetime") or element.get("content") or element.get("title") or ""
        found = _believed(words[:200], language)
        text = (
            " ".join(element.text_content().split())
            if found is None or element.tag == "time"
            else ""
        )
        if found is None and 0 < len(text) <= _LONGEST:
            found = _believed(text, language)
        if found is None or _is_elsewhere(element):
            continue
        yield _rank(element, text, is_below_title), found


def _rank(element: Any, text: str, is_below_title: bool) -> int:
    name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    said = f"{name} {_words_before(element)} {text[:30]}"
    rank = 0
    if (
        element.get("itemprop") in ("datePublished", "dateCreated")
        or element.get("pubdate") is not None
    ):
        rank += 4
    if _CHANGED.search(said) and not _PUBLISHED.search(_words_before(element)):
        rank -= 9
    elif _PUBLISHED.search(said):
        rank += 3
    if element.tag == "time":
        rank += 2
    if next(element.iterancestors("article", "main"), None) is not None:
        rank += 2
    return rank + (1 if is_below_title else -3)


def _words_before(element: Any) -> str:
    """The few words that stand right before it: "Updated:"."""
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        words = (previous.tail or "").strip() or (
            previous.text_content() if previous.tag != "time" else ""
        )
    else:
        words = (parent.text or "") if parent is not None else ""
    return " ".join(words.split())[-30:]


def _is_elsewhere(element: Any) -> bool:
    """Whether the date is a quoted post's, a comment's, another story's or today's."""
    for around in (element, *element.iterancestors()):
        if around.tag in ("body", "html", "main"):
            return False
        if around.tag in ("blockquote", "aside", "footer", "nav", "figure", "li"):
            return True
        if around.tag == "a" and around.get("href"):
            return True
        if _ELSEWHERE.search(f"{around.get('class') or ''} {around.get('id') or ''}"[:500]):
            return True
        if around.tag == "article" and next(around.iterancestors("article"), None) is None:
            return False
    return False


def _in_address(url: str) -> Written | None:
    match = _IN_ADDRESS.search(url.partition("?")[0])
    if match is None:
        return None
    year, month, day = match[1] or match[4], match[2] or match[5], match[3] or match[6]
    return _believed(f"{year}-{int(month):02}-{int(day):02}", "") if day else None
