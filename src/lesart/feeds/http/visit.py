"""What a visit is asked for, how much it may take, and what it brings."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from lesart.model.errors import FeedError

ACCEPT_FEED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1"
)
ACCEPT_PAGE = "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.5"


class FetchError(FeedError):
    """A visit failed; `status` is the server's, 0 where it never answered."""

    def __init__(
        self, url: str, reason: str, *, status: int = 0, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(url, reason)
        self.status = status
        self.headers = dict(headers or {})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one visit may take."""

    total: float = 30.0
    """Seconds, redirects included; waiting for one's turn is not counted."""
    connect: float = 10.0
    size: int = 32 * 2**20
    """Bytes, as sent and again as decoded."""
    redirects: int = 10
    hosts: int = 20
    """How many hosts are visited at once, each over one connection."""
    local: int = 100
    """How many visits at once to servers on this very machine, which need no sparing."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to visit, and what we know from the last time."""

    url: str
    etag: str = ""
    last_modified: str = ""
    accept: str = ACCEPT_FEED
    is_typed: bool = True
    """The reader named this address himself, so its host may be a private one."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A server's answer: the document, or word that ours is still good."""

    url: str
    """Where the document finally came from."""
    moved_to: str = ""
    """The new address to keep, where the old one said it moved for good; else empty."""
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Lower-case names."""
    etag: str = ""
    last_modified: str = ""

    @property
    def is_unchanged(self) -> bool:
        return self.status == 304


class LargeAnswerSlot:
    """Leave to hold a large answer in memory; waited for when an answer proves large."""

    THRESHOLD = 2**20

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places = places
        self.is_inside = False

    async def enter(self) -> None:
        if not self.is_inside:
            await self._places.acquire()
            self.is_inside = True

    def leave(self) -> None:
        if self.is_inside:
            self.is_inside = False
            self._places.release()
