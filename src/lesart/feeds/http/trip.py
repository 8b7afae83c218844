"""One visit on its way: from its first address over every redirect to where it is answered."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import httpx2

from lesart.feeds.http.addresses import MAX_ADDRESS, absolute, shown
from lesart.feeds.http.compression import ACCEPTED
from lesart.feeds.http.reach import Reach, why_not
from lesart.feeds.http.user_agent import user_agent
from lesart.feeds.http.visit import FetchError, LargeAnswerSlot, Request
from lesart.translations import _

_PERMANENT = {301, 308}


class Trip:
    """One visit on its way through redirects: where it stands, what it may do there."""

    def __init__(self, request: Request) -> None:
        self.asked = request
        self.url, self.credentials = _without_credentials(request.url)
        self.start = self.url
        self.moved_to = ""
        self.addresses: list[str] = []
        self.visited = {self.url}
        self.is_conditional = bool(request.etag or request.last_modified)
        self._is_permanent = True
        self.slot: LargeAnswerSlot | None = None
        self.clock: asyncio.Timeout | None = None
        self._typed_reach: Reach | None = None
        self._spent = 0.0
        if not absolute(self.url) or len(self.url) > MAX_ADDRESS:
            raise FetchError(shown(request.url), _("this is no address of a page or feed."))

    @property
    def is_tls(self) -> bool:
        return self.url.lower().startswith("https:")

    def left(self, total: float) -> float:
        return max(total - self._spent, 0.01)

    def spend(self, total: float, clock: asyncio.Timeout) -> None:
        end = clock.when()
        if end is not None:
            self._spent = total - (end - asyncio.get_running_loop().time())

    async def enter_room(self) -> None:
        """Wait for room with the clock standing still."""
        if self.slot is None or self.clock is None or self.slot.is_inside:
            return
        loop, end = asyncio.get_running_loop(), self.clock.when()
        began = loop.time()
        self.clock.reschedule(None)
        await self.slot.enter()
        if end is not None:
            self.clock.reschedule(end + loop.time() - began)

    def host_and_port(self) -> tuple[str, int]:
        parts = urlsplit(self.url)
        try:
            host = httpx2.URL(self.url).raw_host.decode("ascii").lower()
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise FetchError(shown(self.url), _("this is no address of a page or feed.")) from error
        return host.strip("[]"), parts.port or (443 if self.is_tls else 80)

    def check(self, reaches: set[Reach]) -> None:
        """Refuse what must not be visited from here."""
        is_first = self._typed_reach is None
        reason = why_not(
            reaches,
            is_typed=self.asked.is_typed,
            typed_reach=self._typed_reach,
            is_same_host=urlsplit(self.url).hostname == urlsplit(self.start).hostname,
        )
        if reason:
            raise FetchError(shown(self.url), _("not visited: {reason}.").format(reason=reason))
        if is_first:
            order: tuple[Reach, ...] = ("public", "private", "loopback")
            self._typed_reach = next((reach for reach in order if reach in reaches), "public")

    def request(self, address: str) -> httpx2.Request:
        """The GET for where we stand, addressed to the IP that was checked (or, empty, by name)."""
        url = httpx2.URL(self.url)
        headers: list[tuple[bytes, bytes]] = [
            (b"Host", url.netloc),
            (b"User-Agent", user_agent().encode()),
            (b"Accept", self.asked.accept.encode()),
            (b"Accept-Encoding", ACCEPTED.encode()),
        ]
        if self.asked.etag:
            headers.append((b"If-None-Match", self.asked.etag.encode("latin-1", "replace")))
        if self.asked.last_modified:
            headers.append(
                (b"If-Modified-Since", self.asked.last_modified.encode("latin-1", "replace"))
            )
        if self.credentials and _is_same_origin(self.start, self.url):
            headers.append((b"Authorization", self.credentials))
        extensions: dict[str, Any] = {}
        if address:
            if self.is_tls:
                extensions["sni_hostname"] = url.raw_host.decode("ascii")
            url = url.copy_with(host=address)
        return httpx2.Request("GET", url, headers=headers, extensions=extensions)

    def follow(self, status: int, location: str, headers: Mapping[str, str]) -> None:
        target = absolute(location.partition("#")[0], self.url) if location.strip() else ""
        target, _user = _without_credentials(target)
        if not target:
            kind = location.partition(":")[0][:20] if ":" in location else ""
            reason = _("it redirects to a {kind}: address, which Lesart does not follow.").format(
                kind=kind
            )
            if not location or kind.lower() in ("http", "https", ""):
                reason = _("it redirects, but not to an address that exists.")
            raise FetchError(shown(self.url), reason, status=status, headers=headers)
        if target in self.visited:
            raise FetchError(shown(self.asked.url), _("it redirects in a circle."), status=status)
        self.visited.add(target)
        self._is_permanent = self._is_permanent and status in _PERMANENT
        if self._is_permanent:
            self.moved_to = self._with_own_credentials(target)
        self.url = target

    def _with_own_credentials(self, target: str) -> str:
        """A feed that moved within its host keeps the name and password the reader gave."""
        if not self.credentials or not _is_same_origin(self.start, target):
            return target
        parts, own = urlsplit(target), urlsplit(self.asked.url)
        user = own.netloc.rpartition("@")[0]
        return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc}"))


def _without_credentials(url: str) -> tuple[str, bytes]:
    """The address without "user:password@", and what to send for them."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", b""
    user, at, host = parts.netloc.rpartition("@")
    if not at:
        return url, b""
    name, _, password = user.partition(":")
    pair = f"{unquote(name)}:{unquote(password)}".encode()
    return urlunsplit(parts._replace(netloc=host)), b"Basic " + base64.b64encode(pair)


def _is_same_origin(one: str, other: str) -> bool:
    """Whether a password for `one` may be sent to `other`: the same host, never to less safety."""
    a, b = urlsplit(one), urlsplit(other)
    if a.hostname != b.hostname:
        return False
    if a.scheme == b.scheme:
        return a.port == b.port
    return a.scheme == "http" and a.port in (None, 80) and b.port in (None, 443)
