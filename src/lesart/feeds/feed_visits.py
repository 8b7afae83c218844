"""Visit many feeds at once: fetch on one thread's event loop, read in child processes.

Memory is bounded: few answers wait to be taken, and of the large ones (> 1 MB) two at a time exist.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesart.feeds.http.addresses import shown
from lesart.feeds.http.visit import Fetched, LargeAnswerSlot, Limits, Request
from lesart.feeds.parse_worker import ParseWorker, ReadFeed, borrow, give_back
from lesart.model.errors import FeedError
from lesart.model.feed import Feed
from lesart.translations import _

if TYPE_CHECKING:
    from lesart.feeds.http.fetch import Fetcher

__all__ = ["Fetched", "Limits", "Visit", "body_hash", "visits"]

WORKERS = 2
ANSWERS = 100
"""How many visits may be under way or wait for the caller."""
LARGE_AT_ONCE = 2
_LONG = 86400
"""Seconds after which most of what a feed has is new: then its words are prepared by the readers."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit to one feed brought: an error, an unchanged feed, or one that was read."""

    feed: Feed
    fetched: Fetched | None = None
    read: ReadFeed | None = None
    """None where the feed has not changed."""
    body_hash: str = ""
    error: FeedError | None = None


def visits(
    feeds: Sequence[Feed], *, now: Callable[[], int], limits: Limits | None = None
) -> Iterator[Visit]:
    """Visit all `feeds`; yields in the order in which they are done."""
    if not feeds:
        return
    crew = _Crew(feeds, now(), limits or Limits())
    crew.start()
    try:
        for _ in feeds:
            answer = crew.results.get()
            if isinstance(answer, BaseException):
                raise answer  # the crew is gone: nobody will answer any more
            visit, release = answer
            yield visit
            release()
        crew.is_done = True
    finally:
        crew.stop()


def body_hash(body: bytes) -> str:
    """What tells whether a body is the one of the last visit."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()


class _Crew:
    """The thread, its loop, and the readers."""

    def __init__(self, feeds: Sequence[Feed], now: int, limits: Limits) -> None:
        self.results: queue.SimpleQueue[tuple[Visit, Callable[[], None]] | BaseException]
        self.results = queue.SimpleQueue()
        self._feeds = feeds
        self._now = now
        self._limits = limits
        self._workers = borrow(min(WORKERS, len(feeds)))
        self._thread = threading.Thread(target=self._run, name="lesart-visits", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._main: asyncio.Task[None] | None = None
        self._is_stopped = threading.Event()
        self.is_done = False
        """Every answer was taken, so that no worker is at work any more."""

    def start(self) -> None:
        if any(not feed.etag and not feed.last_modified for feed in self._feeds):
            for worker in self._workers:
                worker.start()
        self._thread.start()

    def stop(self) -> None:
        self._is_stopped.set()
        loop, main = self._loop, self._main
        if loop is not None and main is not None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(main.cancel)
        give_back(self._workers, is_idle=self.is_done)
        self._thread.join(timeout=5)

    def _run(self) -> None:
        try:
            asyncio.run(self._visit_all())
        except BaseException as error:  # also a cancellation: whoever waits must hear of the end
            self.results.put(error)

    async def _visit_all(self) -> None:
        # Here, since it takes a while, and the readers' own start goes on meanwhile.
        from lesart.feeds.http.fetch import Fetcher

        self._loop, self._main = asyncio.get_running_loop(), asyncio.current_task()
        if self._is_stopped.is_set():
            return
        self._idle: asyncio.Queue[ParseWorker] = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)
        self._answers = asyncio.Semaphore(ANSWERS)
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)
        self._readers = ThreadPoolExecutor(WORKERS, thread_name_prefix="read")
        try:
            async with Fetcher(self._limits) as fetcher:
                await asyncio.gather(*(self._visit(fetcher, feed) for feed in self._feeds))
        finally:
            self._readers.shutdown(wait=False, cancel_futures=True)

    async def _visit(self, fetcher: Fetcher, feed: Feed) -> None:
        slot = LargeAnswerSlot(self._large)
        await self._answers.acquire()
        try:
            fetched = await fetcher.fetch(
                Request(feed.url, etag=feed.etag, last_modified=feed.last_modified), slot
            )
            digest = "" if fetched.is_unchanged else body_hash(fetched.body)
            if fetched.is_unchanged or digest == feed.body_hash:
                visit = Visit(feed, fetched)
            else:
                visit = Visit(feed, fetched, await self._read(feed, fetched), digest)
        except FeedError as error:
            visit = Visit(feed, error=error)
        except Exception as error:  # one feed's surprise must not end the others' visits
            reason = _("the visit failed unexpectedly ({name}).").format(name=type(error).__name__)
            problem = FeedError(shown(feed.url), reason)
            problem.__cause__ = error
            visit = Visit(feed, error=problem)
        self._hand_over(visit, slot)

    async def _read(self, feed: Feed, fetched: Fetched) -> ReadFeed:
        is_much_new = feed.succeeded is None or self._now - feed.succeeded > _LONG
        worker = await self._idle.get()
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._readers,
                lambda: worker.read(
                    fetched.body,
                    url=fetched.url,
                    headers=fetched.headers,
                    now=self._now,
                    with_stories=True,
                    is_much_new=is_much_new,
                ),
            )
        finally:
            self._idle.put_nowait(worker)

    def _hand_over(self, visit: Visit, slot: LargeAnswerSlot) -> None:
        def free() -> None:
            slot.leave()
            self._answers.release()

        def release() -> None:
            if self._loop is not None:
                with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits
                    self._loop.call_soon_threadsafe(free)

        self.results.put((visit, release))
