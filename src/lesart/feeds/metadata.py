"""What a page says about itself: title, author, date, language, address; in JSON-LD, meta tags, words.

Pages contradict themselves, so a source is believed in an order: structured data that names an
article, then meta tags, then what stands on the page. A title is best where a headline on the page
and the page's own metadata agree, because each of them alone often carries the site's name.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lesart.clean import clean_line
from lesart.dates import is_believable, read_date
from lesart.feeds.plaintext import absolute_link
from lesart.model import Moment

Values = dict[str, Any]

_ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Review|NewsStory|Recipe|LiveBlog)$")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "item")
_LARGEST_JSON = 4_000_000
_AUTHOR_KEYS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "citation_author", "byl", "twitter:data1",
)  # fmt: skip
_DATE_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "pubdate", "publish-date",
    "publishdate", "article.published", "cxenseparse:recs:publishtime", "last-modified",
)  # fmt: skip
_AUTHOR_PLACES = (
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//*[@itemprop="author"]',
    '//a[@rel="author"]',
    '//*[contains(@class,"author") or contains(@class,"byline") or contains(@class,"autor")'
    ' or contains(@class,"Autor")]',
)
_DATE_PLACES = (
    '//*[@itemprop="datePublished"] | //time[@datetime][@pubdate] | //article//time[@datetime]'
    " | //time[@datetime]"
)
_BY = re.compile(r"^(?:by|von|written by|posted by|par|por|autor(?:in)?\b:?|author\b:?)\s+", re.I)
_BYLINE_END = re.compile(r"\s*[|•·,–]\s*|\s+(?:on|am|updated|published)\s+|\d")
_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/]+\s+|\s*\|\s*|\s+::\s+")
_EDGES = " |-–—·•»«:/"
_DAY = re.compile(r"\b(19[7-9]\d|20[0-4]\d)-(\d\d)-(\d\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about its article; empty where it says nothing."""

    title: str = ""
    author: str = ""
    date: Moment | None = None
    day: str = ""
    """The date as the page writes it, in its own time zone: `2018-06-03`."""
    language: str = ""
    link: str = ""
    site: str = ""
    summary: str = ""
    body: str = ""
    """The article's words or markup, where the structured data carries them."""
    is_for_free: bool = True


def page_facts(root: Any, url: str) -> Facts:
    """Everything the page tells; `root` must still hold its head and its scripts."""
    described = list(_structured(root))
    main = next((values for values in described if values.get("headline")), None)
    main = main or (described[0] if described else {})
    metas = _metas(root)
    site = clean_line(metas.get("og:site_name") or _names(main.get("publisher")), 200)
    date, day = _date(root, [main, *described], metas)
    body = max((_text(values.get("articleBody")) for values in described), key=len, default="")
    return Facts(
        title=clean_line(_title(root, main, metas, site), 500),
        author=clean_line(_author(root, [main, *described], metas, site), 200),
        date=date,
        day=day,
        language=_language(root, main, metas),
        link=_link(root, metas, url),
        site=site,
        summary=clean_line(metas.get("og:description") or metas.get("description") or "", 2000),
        body=body,
        is_for_free=str(main.get("isAccessibleForFree", "true")).strip().lower() != "false",
    )


def folded(text: str) -> str:
    """`text` as words to compare: no case, no punctuation."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


# ------------------------------------------------------------------ structured data


def _structured(root: Any) -> Iterator[Values]:
    """The JSON-LD objects that describe an article, in the page's order."""
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind and script.text and len(script.text) < _LARGEST_JSON:
            yield from _articles(_json(script.text), 0)


def _json(raw: str) -> Any:
    raw = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$", "", raw.strip().strip(";"))
    unbroken = re.sub(r"[\x00-\x1f]", " ", raw)
    for attempt in (raw, unbroken, re.sub(r",\s*([}\]])", r"\1", unbroken)):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _articles(values: Any, depth: int) -> Iterator[Values]:
    if depth > 8:
        return
    if isinstance(values, list):
        for value in values[:500]:
            yield from _articles(value, depth + 1)
    elif isinstance(values, dict):
        kinds = values.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and _ARTICLE_TYPE.search(kind):
                yield values
                break
        for key in _NESTED:
            yield from _articles(values.get(key), depth + 1)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _names(value: Any, depth: int = 0) -> str:
    if depth > 4:
        return ""
    if isinstance(value, list):
        names = [_names(part, depth + 1) for part in value[:20]]
        return ", ".join(dict.fromkeys(name for name in names if name))
    if isinstance(value, dict):
        return _names(value.get("name"), depth + 1)
    if isinstance(value, str) and not value.startswith("http"):
        return html.unescape(value).strip()
    return ""


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = (element.get("content") or "").strip()
        if key and value:
            found.setdefault(key.lower().strip(), html.unescape(value[:5000]))
    return found


# ------------------------------------------------------------------ title


def _title(root: Any, main: Values, metas: dict[str, str], site: str) -> str:
    shown = (" ".join(heading.text_content()[:2000].split()) for heading in root.iter("h1"))
    headings = [heading for heading in shown if 0 < len(heading) < 300]
    named = " ".join((root.findtext(".//title") or "").split())
    shared = metas.get("og:title") or metas.get("twitter:title") or ""
    structured = _text(main.get("headline"))
    for heading in headings:
        if _is_confirmed(folded(heading), (shared, structured, named)):
            return heading
    if shared:
        return without_site(shared, site)
    return structured or without_site(named, site, headings) or next(iter(headings), "")


def _is_confirmed(heading: str, claims: Iterable[str]) -> bool:
    """Whether the page's metadata says the same as a headline on it."""
    if len(heading) <= 8:
        return False
    for claim in map(folded, claims):
        if claim and (heading in claim or (claim in heading and len(claim) > 0.6 * len(heading))):
            return True
    return False


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


# ------------------------------------------------------------------ author


def _author(root: Any, described: list[Values], metas: dict[str, str], site: str) -> str:
    author = next(filter(None, (_names(values.get("author")) for values in described)), "")
    author = author or _author_in_metas(metas) or _author_on_page(root)
    author = _BY.sub("", author).strip()
    is_address = "@" in author and " " not in author
    return "" if site and (folded(author) == folded(site) or is_address) else author


def _author_in_metas(metas: dict[str, str]) -> str:
    for key in _AUTHOR_KEYS:
        value = metas.get(key, "")
        if value.startswith("http") or not 2 < len(value) < 80:
            continue
        if key == "twitter:data1" and re.search(r"\d", value):
            continue  # there it is a reading time
        return value
    return ""


def _author_on_page(root: Any) -> str:
    for place in _AUTHOR_PLACES:
        for element in root.xpath(place)[:3]:
            words = " ".join((element.get("content") or element.text_content())[:500].split())
            name = _BYLINE_END.split(_BY.sub("", words))[0].strip(" :")
            if 3 < len(name) < 50 and 1 < len(name.split()) <= 6:
                return name
    return ""


# ------------------------------------------------------------------ date, language, address


def _date(root: Any, described: list[Values], metas: dict[str, str]) -> tuple[Moment | None, str]:
    for key in ("datePublished", "dateCreated"):
        for values in described:
            if found := _read(_text(values.get(key))):
                return found
    for key in _DATE_KEYS:
        if found := _read(metas.get(key, "")):
            return found
    for element in root.xpath(_DATE_PLACES)[:3]:
        words = element.get("datetime") or element.get("content") or element.text_content()
        if found := _read(words[:200]):
            return found
    return None, ""


def _read(words: str) -> tuple[Moment, str] | None:
    moment = read_date(words) if words else None
    if moment is None or not is_believable(moment, None):
        return None
    day = _DAY.search(words)
    return moment, day[0] if day else ""


def _language(root: Any, main: Values, metas: dict[str, str]) -> str:
    claims = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        _text(main.get("inLanguage")),
        metas.get("og:locale"),
        metas.get("content-language"),
        metas.get("dc.language"),
    )
    for claim in claims:
        if claim and (found := _LANGUAGE.match(claim.strip())):
            return found[0].lower()
    return ""


def _link(root: Any, metas: dict[str, str], url: str) -> str:
    """The address the page gives itself. A site's front page is nobody's article."""
    canonical = [
        link.get("href") or ""
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for claim in (*canonical, metas.get("og:url", "")):
        link = absolute_link(claim, url)
        if link.startswith("http") and re.match(r"https?://[^/]+/[^?#]|https?://[^/]+/?\?", link):
            return link
    return ""
