"""Make an article's draft of a saved web page, whatever it was saved in."""

from __future__ import annotations

import re
import zlib
from urllib.parse import urlsplit

from lesart.model.article import Draft
from lesart.services.importing.formats import title_from
from lesart.text.clean import clean_line

_SAVED_FROM = re.compile(
    # Browsers; SingleFile; Save Page WE; WebScrapBook; HTTrack.
    rb"<!--\s*saved from url=(?:\(\d+\))?\s*(?P<a>[^\s>]{1,4000}?)\s*-->"
    rb"|<!--[^>]{0,200}?Page saved with SingleFile\s[^>]{0,200}?url:\s*(?P<b>[^\s>]{1,4000})"
    rb"|<meta\s[^>]{0,200}?name=[\"']savepage-url[\"'][^>]{0,200}?content=[\"'](?P<c>[^\"'>]{1,4000})"
    rb"|<html\s[^>]{0,2000}?data-scrapbook-source=[\"'](?P<d>[^\"'>]{1,4000})"
    rb"|<!--\s*Mirrored from (?P<e>[^\s>]{1,4000}) by HTTrack",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(rb"(data:[\w.+/-]{0,80}(?:;[\w=-]{1,40}){0,4},)[^\"'()<>\s]{1000,}")


def page_draft(html: bytes, link: str = "", charset: str | None = None) -> Draft:
    """The article on a page. `link` is where it was fetched from, as the file around it says."""
    from lesart.feeds.pages.fulltext import extract
    from lesart.feeds.pages.html_tree import page_text
    from lesart.feeds.pages.plaintext import absolute_link, plain_text

    # Pictures that were put into the page are no words, and may be most of it.
    html = _EMBEDDED.sub(rb"\1", html)
    link = _web_link(absolute_link(link) or saved_from(html))
    page = extract(html, link, charset)
    text, blocks = page.text, page.blocks
    if not text:  # someone saved this page for something that stands on it
        text, blocks = plain_text(page_text(html, charset), link or page.link)
    return Draft(
        title=page.title or title_from(text),
        text=text,
        blocks=blocks,
        author=page.author,
        link=_better(page.link, link),
        language=page.language,
        published=page.date,
        source=page.site or _host(_better(page.link, link)),
        raw_html=zlib.compress(html),
        text_state=page.state,
    )


def saved_from(html: bytes) -> str:
    """The address that the program which saved the page wrote into it; empty where none did."""
    from lesart.feeds.pages.plaintext import absolute_link

    match = _SAVED_FROM.search(html[:20_000])
    if match is None:
        return ""
    written = next(group for group in match.groups() if group).decode("utf-8", "replace")
    if match["e"] and "://" not in written:
        written = f"http://{written}"
    return _web_link(absolute_link(written.replace("&amp;", "&")))


def _web_link(link: str) -> str:
    return link if link.startswith(("http://", "https://")) else ""


def _better(canonical: str, saved: str) -> str:
    """The page's own address where it is on the site that it was saved from; else the latter."""
    if not saved or (canonical and _host(canonical) == _host(saved)):
        return canonical or saved
    return saved


def _host(link: str) -> str:
    try:
        return clean_line((urlsplit(link).hostname or "").removeprefix("www."), 200)
    except ValueError:
        return ""
