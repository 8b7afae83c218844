"""Take subscriptions along: OPML in and out with folders, and newsboat's `urls` file in."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from lesart.feeds.formats.newsboat_filters import NamedQuery, NotSaid, named_query
from lesart.feeds.http.addresses import absolute, shown, typed
from lesart.locales.in_sentences import numeral
from lesart.model.errors import FeedError, LesartError
from lesart.model.feed import Feed
from lesart.text.clean import clean_line
from lesart.text.encoding import decode
from lesart.text.folder_names import folder_part, tag_name
from lesart.translations import _, ngettext

MAX_BYTES = 32 * 2**20
MAX_DEPTH = 50
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FEED_OUTLINE = re.compile(
    r"<outline\b[^<]{0,20000}?\sxmlUrl\s*=\s*[\"']\s*[^\s\"']", re.IGNORECASE
)
_OUTLINE = re.compile(r"<outline\b[^<>]{0,20000}>", re.IGNORECASE)
_VALUE_START = re.compile(r'[\w:.-]{1,40}\s{0,9}=\s{0,9}"')
_VALUE_END = re.compile(r'"(?=\s{1,99}[\w:.-]{1,40}\s{0,9}=\s{0,9}["\']|\s{0,99}/?>)')


@dataclass(frozen=True, slots=True)
class Subscription:
    """One line of a subscription list."""

    url: str
    title: str = ""
    site: str = ""
    folder: str = ""
    """Nested folders joined by `/`."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """What a file holds, and a sentence for each line that could not be used."""

    subscriptions: tuple[Subscription, ...]
    problems: tuple[str, ...] = ()
    views: tuple[NamedQuery, ...] = ()
    """Searches that it keeps under names."""


def read_subscriptions(data: bytes) -> SubscriptionList:
    """OPML or newsboat's `urls`, whichever it is; raises LesartError if it is neither."""
    if len(data) > MAX_BYTES:
        raise LesartError(_("this list of feeds is larger than 32 MB."))
    text = decode(data)
    start = text.lstrip()[:1]
    return read_opml(data) if start == "<" else read_newsboat(text)


# ------------------------------------------------------------------ OPML


def read_opml(data: bytes) -> SubscriptionList:
    """The feeds of an OPML file; a feed that it names twice is taken once."""
    root = _tree(data)
    body = root.find("{*}body") if root is not None else None
    if body is None and root is not None and root.find(".//{*}outline") is not None:
        body = root  # the <body> was forgotten
    if root is None or _name(root) != "opml" or body is None:
        raise LesartError(_("this is no OPML file: it has no <opml> with a <body>."))
    found: dict[str, Subscription] = {}
    problems: list[str] = []
    seen = pages = 0
    for outline, folders in _outlines(body):
        address = _feed_address(outline)
        seen += bool(address)
        if not address:
            pages += bool(_attribute(outline, "url"))
            continue
        try:
            url = typed(address)
        except FeedError as error:
            problems.append(str(error))
            continue
        found.setdefault(
            url,
            Subscription(
                url=url,
                title=clean_line(_attribute(outline, "title") or _attribute(outline, "text"), 300),
                site=absolute(_attribute(outline, "htmlurl")),
                folder="/".join(folders),
                tags=_categories(_attribute(outline, "category")),
            ),
        )
    if pages:
        problems.append(
            ngettext(
                "{count} line leads to a page and not to a feed; `lesart add` looks for the feeds of a page.",
                "{count} lines lead to pages, not feeds; `lesart add` looks for the feeds of a page.",
                pages,
            ).format(count=numeral(pages))
        )
    text = decode(data)
    if text.count("<!--") == text.count("-->"):
        text = _COMMENT.sub("", text)
    lost = len(_FEED_OUTLINE.findall(text)) - seen
    if lost > 0:
        problems.append(
            ngettext(
                "{count} feed of the file could not be read: the XML is broken there.",
                "{count} feeds of the file could not be read: the XML is broken there.",
                lost,
            ).format(count=numeral(lost))
        )
    return SubscriptionList(tuple(found.values()), tuple(problems))


def _feed_address(outline: Any) -> str:
    """The feed that an outline names; some programs call its address `url`."""
    is_feed = _attribute(outline, "type").lower() in ("rss", "atom", "feed", "rdf")
    return _attribute(outline, "xmlurl") or (_attribute(outline, "url") if is_feed else "")


def _tree(data: bytes) -> Any:
    from lxml import etree

    from lesart.feeds.formats.xml_repair import Refused, tidy

    try:
        text = tidy(_OUTLINE.sub(_mended, decode(data)), max_items=10**9).text
    except Refused as refusal:
        raise LesartError(
            _("this list of feeds was not read: {refusal}.").format(refusal=refusal)
        ) from refusal
    # The document type is gone by now, and with it every entity; this is the second lock.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _mended(tag: re.Match[str]) -> str:
    """An outline whose values hold the very quotation marks that they stand in."""
    text = tag[0]
    pieces: list[str] = []
    at = 0
    while (name := _VALUE_START.search(text, at)) is not None:
        # A value ends where another name or the tag's end follows its quotation mark.
        end = _VALUE_END.search(text, name.end())
        if end is None:
            break
        pieces += (text[at : name.end()], text[name.end() : end.start()].replace('"', "&quot;"))
        at = end.start()
        pieces.append('"')
        at += 1
    return "".join([*pieces, text[at:]])


def _outlines(body: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every outline with the folders it stands in; without recursion, as nesting is the file's."""
    stack: list[tuple[Any, tuple[str, ...]]] = [(body, ())]
    while stack:
        element, folders = stack.pop()
        if _name(element) == "outline":
            yield element, folders
            if not _feed_address(element) and len(folders) < MAX_DEPTH:
                name = folder_part(_attribute(element, "text") or _attribute(element, "title"))
                folders = (*folders, name) if name else folders
        stack.extend((child, folders) for child in reversed(element) if isinstance(child.tag, str))


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _attribute(element: Any, name: str) -> str:
    # xmlUrl, xmlurl, XMLURL: exporters do not agree.
    return next((str(v).strip() for k, v in element.attrib.items() if k.lower() == name), "")


def _categories(text: str) -> tuple[str, ...]:
    names = (tag_name(part.strip().strip("/")) for part in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def write_opml(feeds: Iterable[Feed], *, title: str = "Lesart subscriptions") -> str:
    """OPML 2.0 with one outline a folder; names and passwords in addresses are left out."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{_text(title)}</title></head>",
        "  <body>",
    ]
    root: dict[tuple[str, str], Any] = {}
    for feed in feeds:
        place = root
        for part in [part for part in feed.folder.split("/") if part]:
            place = place.setdefault(("folder", part), {})
        place[("feed", feed.url)] = feed
    lines.extend(_written(root, "    "))
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _written(place: dict[tuple[str, str], Any], indent: str) -> Iterator[str]:
    for (kind, name), inside in place.items():
        if kind == "folder":
            label = _quoted(name)
            yield f"{indent}<outline text={label} title={label}>"
            yield from _written(inside, indent + "  ")
            yield f"{indent}</outline>"
        else:
            yield f"{indent}<outline {_feed_attributes(inside)}/>"


def _feed_attributes(feed: Feed) -> str:
    values = {"type": "rss", "text": feed.title, "title": feed.title, "xmlUrl": shown(feed.url)}
    if feed.site:
        values["htmlUrl"] = shown(feed.site)
    if feed.tags:
        values["category"] = ",".join(tag.replace(",", " ") for tag in feed.tags)
    return " ".join(f"{name}={_quoted(value)}" for name, value in values.items())


def _quoted(text: str) -> str:
    return quoteattr(_xml_legal(clean_line(text, 4000)))


def _text(text: str) -> str:
    return _xml_legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _xml_legal(text: str) -> str:
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


# ------------------------------------------------------------------ newsboat


def read_newsboat(text: str) -> SubscriptionList:
    """newsboat's `urls`: an address and tags a line; "~Name" is a title, "!" hides and is ignored.

    newsboat has no folders, so its tags stay tags. A `query:` line is a search under a name, where it
    can be asked here; `exec:` and `filter:` lines are programs, and each is reported.
    """
    found: dict[str, Subscription] = {}
    views: dict[str, NamedQuery] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        words = _words(line)
        if not words:
            continue
        address = words[0]
        if address.startswith("query:"):
            try:
                view = _view(address)
                views.setdefault(view.name, view)
            except NotSaid as reason:
                problems.append(
                    _("line {number}: this query feed has no view here: {reason}.").format(
                        number=number, reason=reason
                    )
                )
            continue
        if address.startswith(("exec:", "filter:", '"query:')):
            kind = address.lstrip('"').partition(":")[0]
            problems.append(
                _("line {number}: Lesart has no {kind}: feeds.").format(number=number, kind=kind)
            )
            continue
        if not re.match(r"(https?|feed)://", address, re.IGNORECASE):
            problems.append(
                _("line {number}: no address of a feed: {shown}").format(
                    number=number, shown=clean_line(shown(address), 80)
                )
            )
            continue
        title = next((word[1:] for word in words[1:] if word.startswith("~")), "")
        tags = [word for word in words[1:] if not word.startswith(("~", "!"))]
        try:
            url = typed(address)
        except FeedError as error:
            problems.append(_("line {number}: {error}").format(number=number, error=error))
            continue
        cleaned = tuple(dict.fromkeys(tag_name(tag) for tag in tags if tag.strip()))
        found.setdefault(url, Subscription(url, title=clean_line(title, 300), tags=cleaned))
    return SubscriptionList(tuple(found.values()), tuple(problems), tuple(views.values()))


def _view(line: str) -> NamedQuery:
    """`query:name:expression`."""
    _kind, name, expression = (*line.split(":", 2), "", "")[:3]
    name = clean_line(name, 100)
    if not name or not expression.strip():
        raise NotSaid(_("“{line}” has no name or no expression").format(line=clean_line(line, 60)))
    return named_query(name, expression)


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line, comments=True)
    except ValueError:  # an open quotation mark
        return line.split()
