"""Visit many pages at once: each host by one connection, a few answers waiting at a time."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Iterator, Mapping
from typing import TypeVar

from lesart.feeds.http.addresses import shown
from lesart.feeds.http.fetch import Fetched, Fetcher, Limits, Request
from lesart.model.errors import FeedError

K = TypeVar("K")
_WAITING = 8
"""Answers that may lie in memory; a page has 32 MB at most and mostly a hundred kilobytes."""


def pages(
    requests: Mapping[K, Request], *, limits: Limits | None = None
) -> Iterator[tuple[K, Fetched | FeedError]]:
    """Visit all of them; yields each with what it gave, as they come. Close it to stop early."""
    results: queue.SimpleQueue[tuple[K, Fetched | FeedError] | BaseException] = queue.SimpleQueue()
    taken = threading.Semaphore(_WAITING)
    is_stopped = threading.Event()
    started: queue.SimpleQueue[tuple[asyncio.AbstractEventLoop, asyncio.Task[None]]]
    started = queue.SimpleQueue()

    async def visit(fetcher: Fetcher, key: K, request: Request) -> None:
        answer: Fetched | FeedError
        try:
            answer = await fetcher.fetch(request)
        except FeedError as error:
            answer = error
        except Exception as error:  # one page's surprise must not end the others' visits
            reason = _("the visit failed unexpectedly ({name}).").format(name=type(error).__name__)
            answer = FeedError(shown(request.url), reason)
        while not taken.acquire(blocking=False):
            if is_stopped.is_set():
                return
            await asyncio.sleep(0.02)
        results.put((key, answer))

    async def visit_all() -> None:
        task = asyncio.current_task()
        assert task is not None
        started.put((asyncio.get_running_loop(), task))
        async with Fetcher(limits) as fetcher:
            await asyncio.gather(*(visit(fetcher, key, asked) for key, asked in requests.items()))

    def run() -> None:
        try:
            asyncio.run(visit_all())
        except BaseException as error:  # also a cancellation: whoever waits must hear of the end
            results.put(error)

    thread = threading.Thread(target=run, name="lesart-pages", daemon=True)
    thread.start()
    try:
        for _ in requests:
            found = results.get()
            if isinstance(found, BaseException):
                raise found  # the thread is gone: nobody will answer any more
            yield found
            taken.release()
    finally:
        is_stopped.set()
        with contextlib.suppress(RuntimeError, queue.Empty):  # it has ended, or never begun
            loop, task = started.get(timeout=5)
            loop.call_soon_threadsafe(task.cancel)
        thread.join(timeout=5)
