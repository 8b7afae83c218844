"""What is worth keeping of a feed: each entry once, its HTML turned into the text that is read."""

from __future__ import annotations

from typing import NamedTuple

from lesart.feeds.formats.identity import without_twins
from lesart.feeds.formats.parsed import ParsedFeed
from lesart.feeds.pages.plaintext import plain_text
from lesart.model.article import Prepared
from lesart.model.enclosure import Enclosure
from lesart.model.moment import Moment
from lesart.model.text import Block
from lesart.text.prepared import prepared

SHORT_SUMMARY = 1500
"""Characters; what is shorter and no content of its own is only a summary."""


class Story(NamedTuple):
    """An entry as it is to be kept."""

    title: str
    text: str
    blocks: tuple[Block, ...]
    author: str
    link: str
    guid: str
    language: str
    published: Moment | None
    enclosures: tuple[Enclosure, ...]
    is_summary: bool
    """Whether the feed seems to have given less than the whole."""
    prepared: Prepared | None = None
    """What storing it asks for, on request."""


def stories_of(feed: ParsedFeed, url: str, *, are_prepared: bool = False) -> tuple[Story, ...]:
    """Oldest first: where the feed gives no dates, the order of ids is all that remains."""
    stories = []
    for _, entry in without_twins(feed.entries):
        if not entry.title:
            continue  # there is nothing to read, and nothing to know it by
        base = entry.base or entry.link or feed.site or url
        text, blocks = plain_text(entry.content_html or entry.summary_html, base)
        is_summary = not entry.content_html and len(text) < SHORT_SUMMARY
        stories.append(
            Story(
                entry.title, text, blocks, entry.author, entry.link, entry.guid, entry.language,
                entry.published, entry.enclosures, is_summary,
                prepared(entry.title, text) if are_prepared else None,
            )
        )  # fmt: skip
    stories.reverse()
    return tuple(stories)
