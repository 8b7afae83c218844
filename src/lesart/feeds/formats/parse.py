"""Read a feed of any format out of the bytes that a server sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lesart.feeds.formats.parsed import NotAFeed, ParsedFeed, WebPage
from lesart.feeds.formats.xml_repair import MAX_ITEMS, Refused, is_html, tidy
from lesart.feeds.http.addresses import host_of, shown
from lesart.locales.in_sentences import numeral
from lesart.model.errors import FeedError
from lesart.text.encoding import decode
from lesart.translations import _

MAX_BYTES = 32 * 1024 * 1024


def parse_feed(
    body: bytes, *, url: str, headers: Mapping[str, str] | None = None, now: int | None = None
) -> ParsedFeed:
    """The feed in `body`, which came from `url`; raises FeedError with a sentence.

    `headers` have lower-case names. With `now` (UTC seconds), dates in the future are not
    believed. Hostile bodies may keep this busy for long: `worker.ParseWorker` sets it a deadline.
    """
    if len(body) > MAX_BYTES:
        raise FeedError(
            shown(url), _("the feed is larger than {value} MB.").format(value=MAX_BYTES // 2**20)
        )
    text = decode(body, (headers or {}).get("content-type", ""))
    start = text[:2000].lstrip("\ufeff \t\r\n\0")
    if not start:
        raise NotAFeed(shown(url), _("the server sent an empty document."))
    if start[0] in "{[":
        from lesart.feeds.formats.json_feed import parse_json_feed

        return _finished(parse_json_feed(text, url=url, now=now), url)
    if is_html(text):
        raise WebPage(shown(url), _("this is a web page, not a feed."))
    from lesart.feeds.formats.xml_feed import parse_xml_feed

    try:
        tidied = tidy(text)
    except Refused as refusal:
        raise FeedError(
            shown(url), _("the feed was not read: {refusal}.").format(refusal=refusal)
        ) from refusal
    if not tidied.root:
        raise NotAFeed(shown(url), _("this is neither XML nor JSON, so it is no feed."))
    return _finished(parse_xml_feed(tidied, url=url, now=now), url, tidied.dropped)


def _finished(feed: ParsedFeed, url: str, dropped: int = 0) -> ParsedFeed:
    note = feed.note
    if dropped:
        note = _("The feed has {value} entries; only the first {MAX_ITEMS} were read.").format(
            value=numeral(MAX_ITEMS + dropped), MAX_ITEMS=numeral(MAX_ITEMS)
        )
    return replace(
        feed,
        title=feed.title or host_of(url) or shown(url),
        note=note,
    )
