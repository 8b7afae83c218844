"""What a feed of any format says, once it was read."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.errors import FeedError
from lesart.model.feed import Entry


class NotAFeed(FeedError):
    """What came is a web page or something else that cannot be subscribed to."""


class WebPage(NotAFeed):
    """What came is a web page: it may name its feeds."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed says of itself, and its entries in its own order."""

    kind: str
    """`rss` (also RDF), `atom` or `json`."""
    title: str
    site: str = ""
    """The address of the pages it belongs to."""
    wait: int | None = None
    """How many seconds it asks readers to wait between visits; None: it does not say."""
    language: str = ""
    hub: str = ""
    entries: tuple[Entry, ...] = ()
    note: str = ""
    """A sentence where something was left out ("… only the first 5,000 …"); else empty."""
