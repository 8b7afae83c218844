"""Find the feeds of a web page: those it declares, then those it links to, then likely places."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lesart.feeds.http.addresses import absolute, host_of
from lesart.text.clean import clean_line

MAX_FOUND = 50
MAX_PAGE = 4 * 2**20

FEED_TYPES = {
    "application/rss+xml": "rss",
    "application/rdf+xml": "rss",
    "application/x-rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/x-atom+xml": "atom",
    "application/feed+json": "json",
    "application/x.atom+xml": "atom",
    "text/rss": "rss",
    "text/rss+xml": "rss",
    "text/atom": "atom",
    "text/atom+xml": "atom",
    "text/rdf": "rss",
}
_PERHAPS = {"application/xml": "rss", "text/xml": "rss", "application/json": "json"}
_LOOKS_LIKE_FEED = re.compile(
    r"(?:\.(?:rss|rdf|atom)$|/(?:rss|atom|feeds?|rdf|index\.xml|atom\.xml|rss\.xml|feed\.xml|feed\.json"
    r"|rss2?\.php|backend\.php)/?$|[?&](?:feed|format|type|output)=(?:rss2?|atom|rdf|feed|xml)\b)",
    re.IGNORECASE,
)
_PLACES = (
    "feed", "rss", "atom.xml", "feed.xml", "rss.xml", "index.xml", "feed.json", "feed/", "feeds",
    "?feed=rss2", "blog/feed", "news/rss",
)  # fmt: skip


class FoundFeed(NamedTuple):
    """A feed that a page offers, or (from `likely_places`) may have."""

    url: str
    title: str
    type: str
    """`rss`, `atom` or `json`; what the page says, which may turn out otherwise."""


def discover(page: bytes, *, url: str, content_type: str = "") -> list[FoundFeed]:
    """The feeds that a page names, in its order, declared ones first; empty if it names none."""
    from lxml import etree, html

    from lesart.text.encoding import decode

    text = decode(page[:MAX_PAGE], content_type)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    if "<" not in text:
        return []
    parser = html.HTMLParser(recover=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return []
    base = _base(root, url)
    found = [*_declared(root, base), *_linked(root, base)]
    unique = {_key(feed.url): feed for feed in reversed(found)}
    ordered = sorted(unique.values(), key=found.index)
    return [feed for feed in ordered if _key(feed.url) != _key(url)][:MAX_FOUND]


def likely_places(url: str) -> list[str]:
    """Addresses worth a try where a page names no feed: beside it, then at its site's root."""
    own = _known_sites(url)
    parts = urlsplit(url)
    folder = parts.path if parts.path.endswith("/") else parts.path + "/"
    folders = [f"{parts.scheme}://{parts.netloc}{folder}", f"{parts.scheme}://{parts.netloc}/"]
    return [
        *own,
        *dict.fromkeys(urljoin(f, place) for f in dict.fromkeys(folders) for place in _PLACES),
    ]


def _known_sites(url: str) -> list[str]:
    """Places where big sites keep a feed that their pages do not tell."""
    host, path = host_of(url).removeprefix("www."), urlsplit(url).path
    parts = [part for part in path.split("/") if part]
    if host.endswith("reddit.com") and parts:
        return [url.split("?")[0].rstrip("/") + "/.rss"]
    if host == "github.com" and len(parts) >= 2:
        return [f"https://github.com/{parts[0]}/{parts[1]}/releases.atom"]
    if host == "youtube.com" and len(parts) == 2 and parts[0] == "channel":
        return [f"https://www.youtube.com/feeds/videos.xml?channel_id={parts[1]}"]
    return []


def _base(root: object, url: str) -> str:
    bases = root.xpath("//base/@href")  # type: ignore[attr-defined]
    return (absolute(str(bases[0]), url) if bases else "") or url


def _declared(root: object, base: str) -> list[FoundFeed]:
    found, doubtful = [], []
    for link in root.xpath("//link[@href]"):  # type: ignore[attr-defined]
        rel = set(str(link.get("rel") or "").lower().split())
        kind = str(link.get("type") or "").lower().partition(";")[0].strip()
        address = absolute(str(link.get("href")), base)
        if not address or not rel & {"alternate", "feed"} or "stylesheet" in rel:
            continue
        title = clean_line(str(link.get("title") or ""), 200)
        if kind in FEED_TYPES:
            found.append(FoundFeed(address, title, FEED_TYPES[kind]))
        elif "feed" in rel or (kind in _PERHAPS and not _is_api(address)):
            doubtful.append(FoundFeed(address, title, _PERHAPS.get(kind, _type_of(address))))
    return [*found, *doubtful]


def _is_api(address: str) -> bool:
    """WordPress declares its JSON interfaces and oEmbed as alternates; these are no feeds."""
    return bool(re.search(r"/wp-json/|/oembed|[?&]rest_route=", address))


def _linked(root: object, base: str) -> list[FoundFeed]:
    found = []
    for link in root.xpath("//a[@href]")[:20_000]:  # type: ignore[attr-defined]
        address = str(link.get("href"))
        kind = str(link.get("type") or "").lower()
        if kind not in FEED_TYPES and not _LOOKS_LIKE_FEED.search(address.split("#")[0][:2000]):
            continue
        address = absolute(address, base)
        if not address:
            continue
        title = clean_line("".join(link.itertext())[:500], 200)
        found.append(FoundFeed(address, title, FEED_TYPES.get(kind) or _type_of(address)))
    # A page's own feeds before those of the sites it points to.
    own = host_of(base).removeprefix("www.")
    return sorted(found, key=lambda feed: host_of(feed.url).removeprefix("www.") != own)


def _type_of(address: str) -> str:
    lowered = address.lower()
    if "json" in lowered:
        return "json"
    return "atom" if "atom" in lowered else "rss"


def _key(address: str) -> str:
    return address.partition("#")[0]
