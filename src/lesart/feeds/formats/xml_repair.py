"""Mend the XML that feeds really send, before a strict parser sees it, and refuse what is an attack.

What goes wrong most is dealt with here once, in linear time: junk before and after the document,
control characters, HTML entities that XML does not know, bare ampersands, undeclared prefixes,
document types. A document that stays broken still goes to the lenient (and slow) parser.
"""

from __future__ import annotations

import re
from html.entities import html5, name2codepoint
from typing import NamedTuple

from lesart.translations import _

MAX_ITEMS = 5000
MAX_TAG = 64 * 1024


class Tidied(NamedTuple):
    """A document fit for a strict parser."""

    text: str
    root: str
    """The local name of the first element, in lower case; empty where there is none."""
    version: str
    """What its document type tells of the format (`rss091n`); else empty."""
    dropped: int
    """How many items beyond the cap were cut off."""


class Refused(ValueError):
    """The document is built to hurt; the message is a sentence's second half."""


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,10}));")
_ROOT = re.compile(r"<(?:([A-Za-z_][\w.-]*):)?(rss|rdf|feed|channel)(?=[\s>/])", re.IGNORECASE)
_ANY_ELEMENT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_HTML_START = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+(\w+)\s+(?:\"([^\"&%<]{0,200})\"|'([^'&%<]{0,200})')\s*>")
_CHARREF_ENTITY = re.compile(r"<!ENTITY\s+(\w+)\s+[\"']&#(x?[0-9a-fA-F]{1,6});[\"']\s*>")
# The five that XML knows are passed over here: there are ten of them to each other one.
_AMPERSAND = re.compile(
    r"&(?!(?:lt|gt|amp|quot|apos);)"
    r"(?:([A-Za-z][A-Za-z0-9]{0,31});|(?!#[xX][0-9a-fA-F]{1,8};|#\d{1,10};))"
)
_BIG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{MAX_TAG}}}")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):")
# Found by what stands behind the name: a pattern that begins with a blank would be tried at every word.
_ATTRIBUTE = re.compile(r":[\w.-]+\s*=\s*[\"']")
_NAME_BEFORE = re.compile(r"\s([A-Za-z_][\w.-]*)\Z")
_LONGEST_NAME = 200
_DECLARED = re.compile(r"xmlns:([A-Za-z_][\w.-]*)\s*=")
_LONG_AUTHOR = re.compile(
    r"(<(?:[\w.-]+:)?(?:author|creator|managingEditor|webMaster|publisher|name|email)\b[^<>]*>"
    r"\s*(?:<!\[CDATA\[)?)([^<\]]{300})[^<\]]+",
    re.IGNORECASE,
)
_ITEM = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?:item|entry)(?=[\s>/])", re.IGNORECASE)
_NAMESPACE = re.compile(r"xmlns:([A-Za-z_][\w.-]*)\s*=\s*[\"']\s*([^\"'\s]{1,200})")
_ASIDE = {
    "search.yahoo.com/mrss": ("media", ("title", "description", "text")),
    "www.itunes.com/dtds/podcast-1.0.dtd": ("itunes", ("title", "summary", "subtitle")),
    "purl.org/dc/elements/1.1": ("dc", ("description",)),
}
"""Words about a picture or a recording, by namespace: feedparser would take them for the story's,
so each gets a prefix of its own (`lesart-media`)."""
_EMPTY_LINK = re.compile(
    r"<link\s*/>|<link\s*>\s*(?:<!\[CDATA\[\s*)?(?:#|n/?a|none|null|-)?\s*(?:\]\]>\s*)?</link\s*>",
    re.IGNORECASE,
)
_ITEM_OR_IMAGE = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<(/?)(item|entry|image)(?=[\s/>])[^<>]*>", re.IGNORECASE | re.DOTALL
)
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xlink": "http://www.w3.org/1999/xlink",
}


def is_html(text: str) -> bool:
    """Whether this is a web page rather than a feed."""
    head = text[:4096]
    page = _HTML_START.search(head)
    if page is None:
        return False
    feed = _ROOT.search(head)
    if feed is None:
        return True
    # A feed may carry the doctype of a web page; a page may mention a feed further down.
    between = _ANY_ELEMENT.search(head, page.end())
    return feed.start() > page.start() and not (between and between.start() == feed.start())


def tidy(text: str, max_items: int = MAX_ITEMS) -> Tidied:
    """Mend `text`; raises Refused for what no feed needs."""
    text, version, entities = _without_prolog(_ILLEGAL.sub("", text))
    root = _ROOT.search(text) or _ANY_ELEMENT.search(text)
    if root is None:
        return Tidied("", "", version, 0)
    name = (root[2] if root.re is _ROOT else root[1]).lower()
    text = _end_at_root(text, root)
    pieces = _sections(text)
    _refuse_bombs(pieces)
    pieces[::2] = [_mend_references(piece, entities) for piece in pieces[::2]]
    pieces[1::2] = ["" if piece.startswith("<!--") else piece for piece in pieces[1::2]]
    pieces[::2] = _set_apart(pieces[::2])
    pieces, dropped = _cap_items(pieces, max_items)
    text = _declare_prefixes("".join(pieces), pieces)
    text = _EMPTY_LINK.sub("", _without_item_images(text))
    return Tidied(_LONG_AUTHOR.sub(r"\1\2", text), name, version, dropped)


def _without_prolog(text: str) -> tuple[str, str, dict[str, str]]:
    """The text from its first element on, and what its document type said."""
    at, version = 0, ""
    entities: dict[str, str] = {}
    while True:
        start = text.find("<", at)
        if start < 0:
            return "", version, entities
        if text.startswith("<!--", start):
            at = text.find("-->", start) + 3
        elif text.startswith("<?", start):
            at = text.find("?>", start) + 2
        elif text[start : start + 9].upper() == "<!DOCTYPE":
            doctype = _DOCTYPE.match(text[start : start + MAX_TAG])
            at = start + (doctype.end() if doctype else 9)
            subset = doctype[0] if doctype else ""
            version = version or ("rss091n" if "netscape" in subset.lower() else "")
            entities.update(_entities(subset))
        else:
            break
        if at <= start:  # it never ends, so what follows is all there is to look at
            break
    # PHP warnings and stray markup stand before many a feed.
    if not _ROOT.match(text, start) and (later := _ROOT.search(text, start, start + MAX_TAG)):
        start = later.start()
    return text[start:], version, entities


def _entities(subset: str) -> dict[str, str]:
    """The harmless entities a document declares: plain words and single characters."""
    found = {m[1]: m[2] or m[3] or "" for m in _ENTITY.finditer(subset)}
    found.update((m[1], f"&#{m[2]};") for m in _CHARREF_ENTITY.finditer(subset))
    return dict(list(found.items())[:200])


def _sections(text: str) -> list[str]:
    """Markup and what must not be touched (CDATA, comments) in turn, markup first."""
    pieces, at = [], 0
    while (start := text.find("<!", at)) >= 0:
        if text.startswith("<![CDATA[", start):
            mark = "]]>"
        elif text.startswith("<!--", start):
            mark = "-->"
        else:
            pieces.append(text[at : start + 2])
            pieces.append("")
            at = start + 2
            continue
        end = text.find(mark, start + 4)
        if end < 0:
            break
        pieces.append(text[at:start])
        pieces.append(text[start : end + 3])
        at = end + 3
    pieces.append(text[at:])
    return pieces


def _end_at_root(text: str, root: re.Match[str]) -> str:
    """Without the junk after the root's end tag, if it has one."""
    prefix = f"{root[1]}:" if root.re is _ROOT and root[1] else ""
    name = root[2] if root.re is _ROOT else root[1]
    end = text.rfind(f"</{prefix}{name}")
    if end < 0:
        return text
    close = text.find(">", end)
    return text[: close + 1] if close >= 0 else text[:end] + f"</{prefix}{name}>"


def _refuse_bombs(pieces: list[str]) -> None:
    for piece in pieces[::2]:
        if len(piece) > MAX_TAG and _BIG_TAG.search(piece):
            raise Refused(_("one of its elements carries more attributes than any feed needs"))


def _mend_references(piece: str, entities: dict[str, str]) -> str:
    if "&" not in piece:
        return piece

    def mend(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            return "&amp;"
        if name in entities:
            return entities[name]
        if name in name2codepoint:
            return f"&#{name2codepoint[name]};"
        if f"{name};" in html5:
            return "".join(f"&#{ord(c)};" for c in html5[f"{name};"])
        return f"&amp;{name};"

    piece = _AMPERSAND.sub(mend, piece)
    if "&#" not in piece:
        return piece
    return _REFERENCE.sub(_legal_reference, piece)


def _set_apart(markup: list[str]) -> list[str]:
    """The markup with the words about pictures and recordings under a prefix of their own."""
    apart = {prefix: (prefix, tags) for prefix, tags in _ASIDE.values() if prefix != "dc"}
    for piece in markup:
        for prefix, address in _NAMESPACE.findall(piece):
            known = address.lower().partition("//")[2].rstrip("/")
            if known in _ASIDE:
                apart[prefix] = _ASIDE[known]
    either = "|".join(
        f"{re.escape(prefix)}:(?:{'|'.join(tags)})" for prefix, (_, tags) in sorted(apart.items())
    )
    # Without their attributes, for which feedparser would forget the words.
    tag = re.compile(rf"(</?)({either})(?:\s[^<>]*?)?(/?>)")

    def renamed(match: re.Match[str]) -> str:
        prefix, _, name = match[2].partition(":")
        return f"{match[1]}lesart-{apart[prefix][0]}:{name}{match[3]}"

    return [tag.sub(renamed, piece) if ":" in piece else piece for piece in markup]


def _without_item_images(text: str) -> str:
    """Without `<image>` inside an item: its title, link and words are the picture's."""
    first = _ITEM.search(text)
    if first is None or not re.search(r"<image[\s>]", text[first.start() :], re.IGNORECASE):
        return text
    if text.count("<![CDATA[") != text.count("]]>"):
        return text  # broken anyhow, and slow to look through
    kept, at, is_inside, began = [], 0, False, -1
    for match in _ITEM_OR_IMAGE.finditer(text):
        name = (match[2] or "").lower()
        if name in ("item", "entry"):
            is_inside, began = not match[1] and not match[0].endswith("/>"), -1
        elif name == "image" and is_inside and not match[1] and not match[0].endswith("/>"):
            began = match.start()
        elif name == "image" and match[1] and began >= 0:
            kept.append(text[at:began])
            at, began = match.end(), -1
    return "".join([*kept, text[at:]])


def _legal_reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF):
        return ""
    if code < 32 and code not in (9, 10, 13):
        return ""
    return f"&#{code};"


def _cap_items(pieces: list[str], max_items: int) -> tuple[list[str], int]:
    """Cut before the first item too many and close what is open there."""
    seen = 0
    for number in range(0, len(pieces), 2):
        for match in _ITEM.finditer(pieces[number]):
            seen += 1
            if seen == max_items + 1:
                at, inside = number, match.start()
    if seen <= max_items:
        return pieces, 0
    kept = [*pieces[:at], pieces[at][:inside]]
    whole = "".join(kept[::2])
    root = _ROOT.search(whole)
    if root is not None and root[2].lower() == "rss" and not re.search(r"</channel\s*>", whole):
        kept.append("</channel>")
    elif root is not None and root[2].lower() == "rdf":
        kept.append("</channel>" if not re.search(r"</(\w+:)?channel\s*>", whole) else "")
    if root is not None:
        kept.append(f"</{root[1] + ':' if root[1] else ''}{root[2]}>")
    return kept, seen - max_items


def _declare_prefixes(text: str, pieces: list[str]) -> str:
    """Give a namespace to every prefix that is used and never declared."""
    used: set[str] = set()
    for piece in pieces[::2]:
        used.update(_PREFIX.findall(piece))
        for match in _ATTRIBUTE.finditer(piece):
            at = match.start()
            if name := _NAME_BEFORE.search(piece, max(0, at - _LONGEST_NAME), at):
                used.add(name[1])
    missing = used - set(_DECLARED.findall(text)) - {"xml", "xmlns"}
    root = _ANY_ELEMENT.match(text)
    if not missing or root is None:
        return text
    added = "".join(
        f' xmlns:{name}="{_NAMESPACES.get(name.lower(), "urn:undeclared:" + name)}"'
        for name in sorted(missing)[:50]
    )
    return text[: root.end()] + added + text[root.end() :]
