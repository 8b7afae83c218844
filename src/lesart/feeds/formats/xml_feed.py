"""RSS, RDF and Atom by feedparser, with everything that it leaves to guess decided here."""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from lesart.feeds.formats.identity import NAMES_NOTHING
from lesart.feeds.formats.parsed import NotAFeed, ParsedFeed, WebPage
from lesart.feeds.formats.quick_feedparser import quick_feedparser
from lesart.feeds.formats.titles import plain_title, stand_in_title
from lesart.feeds.formats.xml_repair import Tidied
from lesart.feeds.http.addresses import absolute, host_of, shown
from lesart.locales.read_dates import is_believable, read_date
from lesart.model.enclosure import Enclosure
from lesart.model.errors import FeedError
from lesart.model.feed import Entry
from lesart.model.moment import Moment
from lesart.text.clean import clean_line
from lesart.translations import _

MAX_GUID = 1000
MAX_ENCLOSURES = 50

_PERIODS = {
    "hourly": 3600,
    "daily": 86400,
    "weekly": 604800,
    "monthly": 2592000,
    "yearly": 31536000,
}
_HTML_TYPES = {"text/html", "application/xhtml+xml", ""}
_TEXTS = ("text/", "application/xhtml+xml", "application/xml", "html")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_ANY_TAG = re.compile(r"<[/A-Za-z!]")
_ADDRESS_AND_NAME = re.compile(
    r"(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\s*\(([^()]+)\)|([^<>()@]+?)\s*[<(][^\s@]+@[^\s@]+[>)]"
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")

Values = dict[str, Any]


def parse_xml_feed(tidied: Tidied, *, url: str, now: int | None) -> ParsedFeed:
    """The feed in a mended document."""
    result = _by_feedparser(tidied.text, url)
    version = str(result["version"] or tidied.version or "")
    found: list[Values] = result["entries"]
    channel: Values = result["feed"]
    if not version and not found:
        if tidied.root == "html":
            raise WebPage(shown(url), _("this is a web page, not a feed."))
        raise NotAFeed(shown(url), _what_else(tidied.root))
    kind = "atom" if version.startswith("atom") else "rss"
    site = absolute(_chosen_link(channel), url)
    reader = _EntryReader(kind, site, url, now, channel)
    entries = tuple(reader.entry(item) for item in found)
    has_any = any(entry.title for entry in entries)
    if result["bozo"] and not has_any and not dict.get(channel, "title"):
        raise FeedError(shown(url), _("the feed is broken: it is not well-formed XML."))
    return ParsedFeed(
        kind=kind,
        title=_title(channel, kind),
        site=site,
        wait=_wait(channel),
        language=_language(_text(channel, "language")),
        hub=next((absolute(href, url) for href in _hrefs(channel, "hub")), ""),
        entries=entries,
    )


def _by_feedparser(text: str, url: str) -> Any:
    feedparser = quick_feedparser()
    headers = {"content-type": "application/xml; charset=utf-8"}
    # Without xml:base we choose what a relative link starts from, which feedparser cannot know.
    if "xml:base" in text:
        headers["content-location"] = url
    try:
        # BytesIO: bytes that are a path or an address would be opened by feedparser.
        return feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # its lenient parser fails in many ways on hostile input
        raise FeedError(shown(url), _("the feed is too broken to be read.")) from error


def _what_else(root: str) -> str:
    known = {
        "opml": _("this is a list of feeds; `lesart opml import` reads it."),
        "urlset": _("this is a site map, not a feed."),
        "sitemapindex": _("this is a site map, not a feed."),
        "svg": _("this is a picture, not a feed."),
    }
    return known.get(root, _("this is XML, but no feed."))


class _EntryReader:
    """Makes our entries of feedparser's, knowing the feed they stand in."""

    def __init__(self, kind: str, site: str, url: str, now: int | None, channel: Values) -> None:
        self.kind = kind
        self.site = site
        self.url = url
        self.now = now
        self.author = _author(channel) if kind == "atom" else ""
        self.language = _language(_text(channel, "language"))

    def entry(self, item: Values) -> Entry:
        """An item that holds nothing to read has no title either, not even a stand-in."""
        content, summary, base, language = _bodies(item)
        guid = _guid(item)
        link = self._link(item)
        enclosures = tuple(self._enclosures(item))
        title = _title(item, self.kind) or _title_aside(item)
        if (content or summary or link or guid or enclosures) or _says(item):
            title = title or _stand_in(content or summary, link, enclosures)
        published, updated, is_doubtful = self._dates(item)
        return Entry(
            guid=guid,
            link=link,
            title=title,
            author=_author(item) or self.author,
            published=published,
            updated=updated,
            content_html=content,
            summary_html=summary,
            language=_language(language) or self.language,
            enclosures=enclosures,
            base=absolute(base, self.url) if base else "",
            is_date_doubtful=is_doubtful,
        )

    def _link(self, item: Values) -> str:
        original = absolute(_text(item, "feedburner_origlink"))
        if original:
            return original
        chosen = _chosen_link(item)
        if not chosen:
            # feedparser's own link is a guid that is an address unless it says otherwise.
            # In Atom an id is often the page's address, and where nothing else is, the best guess.
            sources = (_text(part, "src") for part in _dicts(item, "content"))
            player = dict.get(item, "media_player")
            guesses = [
                _text(item, "link"),
                *sources,
                _guid(item) if self.kind == "atom" else "",
                _text(player, "url") if isinstance(player, dict) else "",
            ]
            chosen = next((g for g in guesses if g.lower().startswith(("http://", "https://"))), "")
        if chosen.strip().lower() in NAMES_NOTHING:
            return ""
        return absolute(_with_scheme(chosen, self.site or self.url), self.site, self.url)

    def _dates(self, item: Values) -> tuple[Moment | None, Moment | None, bool]:
        is_doubtful = False
        found: dict[str, Moment | None] = {}
        for name in ("published", "prism_publicationdate", "updated", "created"):
            raw = _text(item, name)
            moment = read_date(raw, self.language) if raw else None
            if raw and (moment is None or not is_believable(moment, self.now)):
                is_doubtful = is_doubtful or name == "published" or not found.get("published")
                moment = None
            found[name] = moment
        first = found["published"] or found["prism_publicationdate"]
        published = first or found["created"] or found["updated"]
        return published, found["updated"], is_doubtful

    def _enclosures(self, item: Values) -> Iterable[Enclosure]:
        candidates = [
            *(link for link in _dicts(item, "links") if dict.get(link, "rel") == "enclosure"),
            *_dicts(item, "media_content"),
        ]
        seen: set[str] = set()
        for values in candidates[: MAX_ENCLOSURES * 2]:
            address = _text(values, "href") or _text(values, "url")
            address = absolute(address, self.site, self.url)
            if not address or address in seen or len(seen) >= MAX_ENCLOSURES:
                continue
            seen.add(address)
            length = _text(values, "length") or _text(values, "filesize")
            size = int(length) if length.isdecimal() and len(length) < 16 else 0
            yield Enclosure(address, clean_line(_text(values, "type"), 100), size)


def _bodies(item: Values) -> tuple[str, str, str, str]:
    """Content, summary (both HTML), the base of their links, their language."""
    content, base, language = "", "", ""
    for part in _dicts(item, "content"):
        value = _html(part)
        if len(value) > len(content):
            content, base, language = value, _text(part, "base"), _text(part, "language")
    detail = dict.get(item, "summary_detail")
    summary = _html(detail) if isinstance(detail, dict) else _spaced(_text(item, "summary"))
    if isinstance(detail, dict) and not content:
        base, language = _text(detail, "base"), _text(detail, "language")
    if not language and isinstance(title := dict.get(item, "title_detail"), dict):
        language = _text(title, "language")
    summary = summary or ("" if content else _summary_aside(item))
    return content, "" if summary == content else summary, base, language


def _summary_aside(item: Values) -> str:
    """What is said about the recording or picture, where the story has no words of its own."""
    names = ("itunes_summary", "media_description", "dc_description", "itunes_subtitle")
    told = next(filter(None, (_text(item, f"lesart-{name}").strip() for name in names)), "")
    if not told or _ANY_TAG.search(told):
        return told
    return _spaced(html.escape(html.unescape(told), quote=False)).replace("\n", "<br>")


def _title_aside(item: Values) -> str:
    names = ("lesart-itunes_title", "lesart-media_title")
    return next(filter(None, (plain_title(_text(item, name)) for name in names)), "")


def _with_scheme(link: str, site: str) -> str:
    """The link, where it is an address of the feed's own site that lacks only `https:`."""
    link = link.strip()
    host = host_of(site)
    start = re.split(r"[/?#]", link, maxsplit=1)[0].lower()
    if start and host and start.removeprefix("www.") == host.removeprefix("www."):
        return f"{urlsplit(site).scheme}://{link}"
    return link


def _html(part: Values) -> str:
    kind, value = _text(part, "type"), _text(part, "value")
    if kind and not kind.startswith(_TEXTS):
        return ""  # a picture or a sound, written out in letters
    if kind == "text/plain":
        return _spaced(html.escape(value, quote=False))
    return _spaced(value)


def _spaced(value: str) -> str:
    """Text without any markup keeps its paragraphs; markup is left as it is."""
    if "\n" in value and not _ANY_TAG.search(value):
        paragraphs = _BLANK_LINE.split(value.strip())
        if len(paragraphs) > 1:
            return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return value


def _says(item: Values) -> bool:
    """Whether an item that gave us nothing has something at least (a picture as title)."""
    return bool(_text(item, "title") or _text(item, "summary") or _dicts(item, "content"))


def _title(values: Values, kind: str) -> str:
    detail = dict.get(values, "title_detail")
    how = _text(detail, "type") if isinstance(detail, dict) else ""
    is_html = None if kind == "rss" else how in ("text/html", "application/xhtml+xml")
    return plain_title(_text(values, "title"), is_html=is_html)


def _stand_in(content: str, link: str, enclosures: tuple[Enclosure, ...]) -> str:
    return stand_in_title(content=content, link=link, file=enclosures[0].url if enclosures else "")


def _guid(item: Values) -> str:
    guid = _text(item, "id").strip()
    if guid.lower() in NAMES_NOTHING:
        return ""
    if len(guid) <= MAX_GUID:
        return guid
    digest = hashlib.sha256(guid.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{guid[: MAX_GUID - 65]}#{digest}"


def _author(values: Values) -> str:
    """Who wrote it, without addresses where there are names."""
    authors = _dicts(values, "authors")
    raw = clean_line(html.unescape(_text(values, "author")), 300)
    if len(authors) < 2 and "@" in raw and (match := _ADDRESS_AND_NAME.fullmatch(raw)):
        # feedparser takes such a pair apart too, but knows no endings longer than ".info".
        return (match[1] or match[2]).strip()
    names = []
    for author in authors:
        name = clean_line(html.unescape(_text(author, "name")), 200)
        if name := name or clean_line(_text(author, "email"), 200):
            names.append(name)
    return ", ".join(name for name in dict.fromkeys(names or [raw]) if name)


def _chosen_link(values: Values) -> str:
    """The page an entry or feed is about: an HTML alternate before any other alternate."""
    links = [link for link in _dicts(values, "links") if _text(link, "href").strip()]
    alternates = [link for link in links if _text(link, "rel") in ("alternate", "")]
    pages = [link for link in alternates if _text(link, "type") in _HTML_TYPES]
    related = [link for link in links if _text(link, "rel") in ("related", "via")]
    for candidates in (pages, alternates, related):
        if candidates:
            return _text(candidates[0], "href")
    return ""


def _hrefs(values: Values, rel: str) -> list[str]:
    return [_text(v, "href") for v in _dicts(values, "links") if _text(v, "rel") == rel]


def _wait(channel: Values) -> int | None:
    """The longer of `ttl` and the syndication module's period."""
    waits = []
    ttl = _text(channel, "ttl").strip()
    if ttl.isdecimal() and len(ttl) < 9:
        waits.append(int(ttl) * 60)
    period = _PERIODS.get(_text(channel, "sy_updateperiod").strip().lower())
    if period:
        frequency = _text(channel, "sy_updatefrequency").strip()
        times = int(frequency) if frequency.isdecimal() and len(frequency) < 6 else 1
        waits.append(period // max(times, 1))
    return max(waits) if any(waits) else None


def _language(name: str) -> str:
    """The main part of a language tag: `de` for "de-AT"."""
    match = _LANGUAGE.fullmatch(name.strip())
    return match[1].lower() if match else ""


def _dicts(values: Values, name: str) -> list[Values]:
    found = dict.get(values, name)
    return [value for value in found if isinstance(value, dict)] if isinstance(found, list) else []


def _text(values: Values, name: str) -> str:
    # dict.get: feedparser's own `get` guesses at other names, and is slow at it.
    found = dict.get(values, name)
    return found if isinstance(found, str) else ""
