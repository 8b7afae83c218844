"""What a page says about itself: title, author, date, language, address; in JSON-LD, meta tags, words.

Pages contradict themselves, so a source is believed in an order: structured data that names an
article, then meta tags, then what stands on the page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lesart.feeds.pages.byline import author_of
from lesart.feeds.pages.headline import title_of
from lesart.feeds.pages.page_date import date_of
from lesart.feeds.pages.plaintext import absolute_link
from lesart.model.moment import Moment
from lesart.text.clean import clean_line

Values = dict[str, Any]

_ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Review|NewsStory|Recipe|LiveBlog)$")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "item")
_LARGEST_JSON = 4_000_000
_DATES = ("datePublished", "dateCreated")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True)
class PageMetadata:
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


def page_metadata(root: Any, url: str) -> PageMetadata:
    """Everything the page tells; `root` must still hold its head and its scripts."""
    described = list(_structured(root))
    main = next((values for values in described if values.get("headline")), None)
    main = main or (described[0] if described else {})
    metas = _metas(root)
    site = clean_line(metas.get("og:site_name") or _names(main.get("publisher")), 200)
    language = _language(root, main, metas)
    claims = [_text(v.get(key)) for key in _DATES for v in (main, *described)]
    written = date_of(root, claims, metas, url, language)
    authors = [name for v in (main, *described) if (name := _names(v.get("author")))]
    body = max((_text(values.get("articleBody")) for values in described), key=len, default="")
    return PageMetadata(
        title=clean_line(_title(root, main, metas, site), 500),
        author=clean_line(author_of(root, authors, metas, site), 200),
        date=written.moment if written else None,
        day=written.day if written else "",
        language=language,
        link=_link(root, metas, url),
        site=site,
        summary=clean_line(metas.get("og:description") or metas.get("description") or "", 2000),
        body=body,
        is_for_free=str(main.get("isAccessibleForFree", "true")).strip().lower() != "false",
    )


def _title(root: Any, main: Values, metas: dict[str, str], site: str) -> str:
    shared = metas.get("og:title") or metas.get("twitter:title") or ""
    return title_of(root, shared, _text(main.get("headline")), site)


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


# ------------------------------------------------------------------ language, address


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
