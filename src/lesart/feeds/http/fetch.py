"""Visit addresses politely and within bounds: the only place that touches the network.

One visit is one GET with our own redirects (≤ 10), each hop with its host looked up once, checked,
and connected to by that very address, so that a name cannot point elsewhere a moment later.
Everything is bounded: time in total, bytes as sent and as decoded, connections a host.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType

import httpx2

from lesart.feeds.http import explain
from lesart.feeds.http.addresses import shown
from lesart.feeds.http.compression import TooLarge, Undecodable, decoded
from lesart.feeds.http.proxies import proxies_of, proxy_for
from lesart.feeds.http.reach import Reach, is_ip, is_local_name, reach_of
from lesart.feeds.http.trip import Trip
from lesart.feeds.http.visit import (
    ACCEPT_FEED,
    ACCEPT_PAGE,
    Fetched,
    FetchError,
    LargeAnswerSlot,
    Limits,
    Request,
)
from lesart.locales.in_sentences import numeral
from lesart.translations import _

__all__ = [
    "ACCEPT_FEED",
    "ACCEPT_PAGE",
    "FetchError",
    "Fetched",
    "Fetcher",
    "LargeAnswerSlot",
    "Limits",
    "Request",
    "fetch_one",
]  # fmt: skip

_REDIRECTS = {301, 302, 303, 307, 308}
_IDLE = 8
"""Connections kept for the next visit: at each the pool asks every idle one whether it still stands."""
_ENDS = (b"</rss>", b"</feed>", b"</rdf:rdf>", b"</html>")


class Fetcher:
    """Makes visits within one event loop; use as `async with`."""

    def __init__(
        self, limits: Limits | None = None, environment: Mapping[str, str] | None = None
    ) -> None:
        self.limits = limits or Limits()
        self._proxies = proxies_of(os.environ if environment is None else environment)
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._remote = asyncio.Semaphore(self.limits.hosts)
        self._local = asyncio.Semaphore(self.limits.local)
        self._transports: dict[str, httpx2.AsyncHTTPTransport] = {}
        self._tls: ssl.SSLContext | None = None
        self._resolvers = ThreadPoolExecutor(self.limits.hosts, thread_name_prefix="resolve")

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for transport in self._transports.values():
            with contextlib.suppress(Exception):
                await transport.aclose()
        self._transports.clear()
        # A resolver that hangs must not keep us; its thread ends when the system gives up.
        self._resolvers.shutdown(wait=False, cancel_futures=True)

    async def fetch(self, request: Request, slot: LargeAnswerSlot | None = None) -> Fetched:
        """Visit an address; raises FetchError with a sentence that holds no secrets.

        An answer above `LargeAnswerSlot.THRESHOLD` waits for `slot`, which the caller leaves when done.
        """
        trip = Trip(request)
        trip.slot = slot
        while True:
            async with self._turn(trip):
                try:
                    async with asyncio.timeout(trip.left(self.limits.total)) as clock:
                        trip.clock = clock
                        answer = await self._hop(trip)
                except TimeoutError as error:
                    reason = _("the server took longer than {total} s.").format(
                        total=numeral(round(self.limits.total))
                    )
                    raise FetchError(shown(trip.url), reason) from error
                trip.spend(self.limits.total, clock)
            if answer is not None:
                return answer
            if len(trip.visited) > self.limits.redirects:
                raise FetchError(shown(request.url), _("too many redirects."))

    @contextlib.asynccontextmanager
    async def _turn(self, trip: Trip) -> AsyncIterator[None]:
        """Wait until this hop's host is free: one connection a host, except on this machine."""
        host, port = trip.host_and_port()
        addresses = await self._addresses(trip, host, port)
        trip.addresses = addresses
        if addresses and all(reach_of(address) == "loopback" for address in addresses):
            async with self._local:
                yield
            return
        lock = self._hosts.setdefault(host, asyncio.Semaphore(1))
        async with lock, self._remote:
            yield

    async def _addresses(self, trip: Trip, host: str, port: int) -> list[str]:
        """Where a host lies, checked; empty where a proxy will find out for us."""
        if is_ip(host):
            addresses = [host]
        elif proxy_for(self._proxies, trip.url):
            trip.check({"loopback" if is_local_name(host) else "public"})
            return []
        else:
            addresses = await self._resolved(trip, host, port)
        reaches: set[Reach] = {reach_of(address) for address in addresses}
        trip.check(reaches)
        return addresses

    async def _resolved(self, trip: Trip, host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        ask = loop.run_in_executor(self._resolvers, _look_up, host, port)
        try:
            return await asyncio.wait_for(ask, self.limits.connect)
        except TimeoutError as error:
            raise FetchError(
                shown(trip.url), _("looking up {host} took too long.").format(host=host)
            ) from error
        except (OSError, UnicodeError) as error:
            reason = _("there is no host called {host}, or no network.").format(host=host)
            raise FetchError(shown(trip.url), reason) from error

    async def _hop(self, trip: Trip) -> Fetched | None:
        """One request; None after a redirect, when `trip` stands at its target."""
        response = await self._send(trip)
        try:
            headers = {k.lower(): v for k, v in response.headers.items()}
            if response.status_code in _REDIRECTS:
                trip.follow(response.status_code, headers.get("location", ""), headers)
                return None
            if response.status_code == 304 and trip.is_conditional:
                return Fetched(trip.url, trip.moved_to, 304, headers=headers)
            if problem := explain.status_problem(response.status_code):
                raise FetchError(
                    shown(trip.url), problem, status=response.status_code, headers=headers
                )
            body = await self._body(trip, response, headers)
        finally:
            with contextlib.suppress(Exception):
                await response.aclose()
        raw = {name.lower(): value for name, value in response.headers.raw}
        return Fetched(
            url=trip.url,
            moved_to=trip.moved_to,
            status=200,
            body=body,
            headers=headers,
            etag=raw.get(b"etag", b"")[:4000].decode("latin-1"),
            last_modified=raw.get(b"last-modified", b"")[:200].decode("latin-1"),
        )

    async def _send(self, trip: Trip) -> httpx2.Response:
        failure: Exception | None = None
        for address in trip.addresses[:3] or [""]:
            try:
                request = trip.request(address)
                return await self._transport(trip).handle_async_request(
                    _with_timeouts(request, self.limits)
                )
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                failure = error
            except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
                raise FetchError(shown(trip.url), explain.failure(error)) from error
        assert failure is not None
        raise FetchError(shown(trip.url), explain.failure(failure)) from failure

    async def _body(
        self, trip: Trip, response: httpx2.Response, headers: Mapping[str, str]
    ) -> bytes:
        pieces = bytearray()
        limit = self.limits.size
        length = headers.get("content-length", "")
        too_large = _("the answer is larger than {value} MB.").format(value=limit // 2**20)
        if length.isdecimal() and len(length) < 20 and int(length) > limit:
            raise FetchError(shown(trip.url), too_large)
        broken: Exception | None = None
        try:
            async for piece in response.aiter_raw():
                pieces += piece
                if len(pieces) > limit:
                    raise FetchError(shown(trip.url), too_large)
                if len(pieces) > LargeAnswerSlot.THRESHOLD:
                    await trip.enter_room()
        except (httpx2.HTTPError, OSError) as error:
            broken = error
        encoding = headers.get("content-encoding", "")
        try:
            try:
                body = decoded(bytes(pieces), encoding, min(limit, LargeAnswerSlot.THRESHOLD))
            except TooLarge:
                await trip.enter_room()
                # In a thread: unpacking 32 MB here would hold up every other visit.
                body = await asyncio.get_running_loop().run_in_executor(
                    self._resolvers, decoded, bytes(pieces), encoding, limit
                )
        except TooLarge as error:
            raise FetchError(shown(trip.url), too_large) from error
        except Undecodable as error:
            reason = (
                explain.failure(broken)
                if broken
                else _("the answer was not read: {error}.").format(error=error)
            )
            raise FetchError(shown(trip.url), reason) from error
        if broken and not body.rstrip()[-12:].lower().endswith(_ENDS):
            raise FetchError(shown(trip.url), explain.failure(broken)) from broken
        return body

    # ------------------------------------------------------------------ connections

    def _transport(self, trip: Trip) -> httpx2.AsyncHTTPTransport:
        """A pool of connections. Over TLS each host has its own: ours are opened by IP address,
        and two hosts behind one address must not share what only one of them has proven to be."""
        proxy = proxy_for(self._proxies, trip.url)
        host, _port = trip.host_and_port()
        key = proxy or (f"https {host}" if trip.is_tls else "http")
        if key not in self._transports:
            if (trip.is_tls or proxy.startswith("https")) and self._tls is None:
                self._tls = httpx2.create_ssl_context()
            try:
                self._transports[key] = httpx2.AsyncHTTPTransport(
                    verify=self._tls or False,
                    limits=httpx2.Limits(
                        max_connections=None,
                        max_keepalive_connections=_IDLE,
                        keepalive_expiry=10,
                    ),
                    proxy=proxy or None,
                )
            except (ImportError, ValueError, httpx2.InvalidURL) as error:
                raise FetchError(
                    shown(trip.url), _("the proxy's address cannot be used.")
                ) from error
        return self._transports[key]


async def _one(request: Request, limits: Limits | None) -> Fetched:
    async with Fetcher(limits) as fetcher:
        return await fetcher.fetch(request)


def fetch_one(request: Request, limits: Limits | None = None) -> Fetched:
    """A single visit, for callers without an event loop."""
    return asyncio.run(_one(request, limits))


def _with_timeouts(request: httpx2.Request, limits: Limits) -> httpx2.Request:
    request.extensions["timeout"] = {
        "connect": limits.connect,
        "read": limits.total,
        "write": limits.total,
        "pool": None,
    }
    return request


def _look_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))
