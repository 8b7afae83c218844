"""JSON Feed 1.0 and 1.1, which feedparser does not know."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from lesart.feeds.formats.parsed import NotAFeed, ParsedFeed
from lesart.feeds.formats.titles import plain_title, stand_in_title
from lesart.feeds.formats.xml_repair import MAX_ITEMS
from lesart.feeds.http.addresses import absolute, shown
from lesart.locales.in_sentences import numeral
from lesart.locales.read_dates import is_believable, read_date
from lesart.model.enclosure import Enclosure
from lesart.model.errors import FeedError
from lesart.model.feed import Entry
from lesart.model.moment import Moment
from lesart.text.clean import clean_line
from lesart.translations import _

_VERSION = re.compile(r"https?://(www\.)?jsonfeed\.org/version/1(\.\d+)?/?$", re.IGNORECASE)
# A comma before a closing bracket; strings are passed over.
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,\s*([}\]])', re.DOTALL)

Values = dict[str, Any]


def parse_json_feed(text: str, *, url: str, now: int | None) -> ParsedFeed:
    """The feed in a JSON document; raises FeedError with a sentence."""
    document = _loaded(text.strip("\ufeff \t\r\n\0"), url)
    if not isinstance(document, dict) or not _is_feed(document):
        raise NotAFeed(shown(url), _("this is JSON, but no feed."))
    items = document.get("items")
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    site = absolute(_text(document, "home_page_url"), url)
    author = _author(document)
    language = _language(document)
    entries = (_entry(item, site or url, now, author, language) for item in items[:MAX_ITEMS])
    note = ""
    if len(items) > MAX_ITEMS:
        note = _("The feed has {count} entries; only the first {MAX_ITEMS} were read.").format(
            count=numeral(len(items)), MAX_ITEMS=numeral(MAX_ITEMS)
        )
    hubs = document.get("hubs")
    hub = next((h for h in hubs if isinstance(h, dict)), {}) if isinstance(hubs, list) else {}
    return ParsedFeed(
        kind="json",
        title=_title(document),
        site=site,
        language=language,
        hub=absolute(_text(hub, "url"), url),
        entries=tuple(entry for entry in entries if entry),
        note=note,
    )


def _loaded(text: str, url: str) -> Any:
    """The document, read as it was meant where its strings hold bare line ends, or a comma hangs."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        mended = _STRING_OR_COMMA.sub(lambda match: match[1] or match[2], text)
        if mended != text:
            try:
                return json.loads(mended, strict=False)
            except (ValueError, RecursionError):
                pass
        raise FeedError(shown(url), _("the feed is broken: it is not valid JSON.")) from error


def _is_feed(document: Values) -> bool:
    version = document.get("version")
    if isinstance(version, str) and _VERSION.match(version.strip()):
        return True
    # Hand-made feeds forget the version; what has a title and a list of items is meant as one.
    return isinstance(document.get("items"), list) and isinstance(document.get("title"), str)


def _entry(item: Values, base: str, now: int | None, author: str, language: str) -> Entry | None:
    content = _text(item, "content_html")
    if not content and (plain := _text(item, "content_text")):
        content = _paragraphs(plain)
    summary = html.escape(_text(item, "summary"), quote=False)
    link = absolute(_text(item, "url"), base) or absolute(_text(item, "external_url"), base)
    enclosures = tuple(_enclosures(item, base))
    guid = _id(item)
    title = _title(item)
    if not (title or content or summary or link or guid or enclosures):
        return None
    file = enclosures[0].url if enclosures else ""
    published, is_doubtful = _date(item, "date_published", now)
    updated, is_change_doubtful = _date(item, "date_modified", now)
    return Entry(
        guid=guid,
        link=link,
        title=title or stand_in_title(content=content or summary, link=link, file=file),
        author=_author(item) or author,
        published=published or updated,
        updated=updated,
        content_html=content,
        summary_html=summary,
        language=_language(item) or language,
        enclosures=enclosures,
        is_date_doubtful=is_doubtful or (is_change_doubtful and published is None),
    )


def _title(values: Values) -> str:
    """Plain text by the format's rules, but the largest weblog program escapes it all the same."""
    return plain_title(html.unescape(_text(values, "title")), is_html=False)


def _id(item: Values) -> str:
    """Version 1.0 allowed numbers, and asks readers to take them as text."""
    value = item.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()[:1000]


def _date(item: Values, name: str, now: int | None) -> tuple[Moment | None, bool]:
    raw = _text(item, name)
    moment = read_date(raw) if raw else None
    if moment is None or is_believable(moment, now):
        return moment, bool(raw) and moment is None
    return None, True


def _author(values: Values) -> str:
    authors = values.get("authors")
    listed = authors if isinstance(authors, list) else [values.get("author")]
    names = [clean_line(_text(a, "name"), 200) for a in listed[:50] if isinstance(a, dict)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _enclosures(item: Values, base: str) -> list[Enclosure]:
    attachments = item.get("attachments")
    found = []
    for values in attachments[:50] if isinstance(attachments, list) else []:
        if isinstance(values, dict) and (address := absolute(_text(values, "url"), base)):
            size = values.get("size_in_bytes")
            length = int(size) if isinstance(size, int | float) and 0 <= size < 1e15 else 0
            found.append(Enclosure(address, clean_line(_text(values, "mime_type"), 100), length))
    return found


def _paragraphs(plain: str) -> str:
    blocks = re.split(r"\n[ \t]*\n\s*", html.escape(plain.strip(), quote=False))
    lines = [block.replace("\n", "<br>") for block in blocks]
    return lines[0] if len(lines) == 1 else "".join(f"<p>{block}</p>" for block in lines)


def _language(values: Values) -> str:
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_].*)?", _text(values, "language").strip())
    return match[1].lower() if match else ""


def _text(values: Values, name: str) -> str:
    found = values.get(name)
    # JSON can hold halves of surrogate pairs, which no database and no terminal takes.
    return found.encode("utf-8", "replace").decode() if isinstance(found, str) else ""
