"""Read feeds in a process of its own, which is ended when a feed keeps it too long.

feedparser is slow without bound on some input, and no thread can be stopped; a process can. The
same process turns the entries' HTML into plain text and leaves out twins, so that whoever fetches and
stores is free.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import pickle
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Any

from lesart.feeds.formats.parsed import NotAFeed, ParsedFeed, WebPage
from lesart.feeds.http.addresses import shown
from lesart.feeds.worker_process import WorkerProcess, serve
from lesart.locales.in_sentences import numeral
from lesart.model.errors import FeedError
from lesart.text.stretches import stretches_of
from lesart.translations import _, current_language, use

if TYPE_CHECKING:
    from lesart.feeds.formats.stories import Story

DEADLINE = 20.0
"""Seconds one feed may keep us; the largest that is allowed (5,000 entries) needs about six."""
MEMORY = 1536 * 2**20
_PROGRAM = "from lesart.feeds.parse_worker import main; "
_ERRORS = {error.__name__: error for error in (FeedError, NotAFeed, WebPage)}
"""What the child tells by name."""


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """A feed, and on request its stories in the place of its entries."""

    feed: ParsedFeed
    stories: tuple[Story, ...] = ()
    stretches: bytes = b""
    """On request what their titles and texts are made of (`text.stretches`), a blank between two."""


class ParseWorker:
    """One child process; one caller at a time. It starts at the first feed and after each kill."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self.deadline = deadline
        self.process = WorkerProcess(lambda: f"{_PROGRAM}main({current_language()!r})")
        self._lock = threading.Lock()
        self._is_closed = False

    def __enter__(self) -> ParseWorker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Have the child load its libraries while the first feed is still on its way."""
        self.process.start()

    def read(
        self,
        body: bytes,
        *,
        url: str,
        headers: Mapping[str, str] | None = None,
        now: int | None = None,
        with_stories: bool = False,
        is_much_new: bool = False,
    ) -> ReadFeed:
        """`parse_feed` with a deadline; raises FeedError."""
        with self._lock:
            job = pickle.dumps((body, url, dict(headers or {}), now, with_stories, is_much_new))
            try:
                answer = self._ask_twice(job)
            except TimeoutError as error:
                self.process.kill()
                reason = _(
                    "the feed was given up: reading it took longer than {deadline} s."
                ).format(deadline=numeral(round(self.deadline)))
                raise FeedError(shown(url), reason) from error
            except (OSError, ValueError, EOFError) as error:
                self.process.kill()
                raise FeedError(
                    shown(url), _("the feed is too large or broken to be read.")
                ) from error
        kind, value = answer
        if kind == "read":
            assert isinstance(value, ReadFeed)
            return value
        raise _ERRORS.get(kind, FeedError)(shown(url), value)

    def _ask_twice(self, job: bytes) -> tuple[str, Any]:
        """Ask once more where the child is gone: whoever killed it need not have meant this feed."""
        try:
            answer = self.process.ask(job, self.deadline)
        except TimeoutError:
            raise
        except (BrokenPipeError, EOFError):
            if self._is_closed:
                raise
            self.process.kill()
            answer = self.process.ask(job, self.deadline)
        read: tuple[str, Any] = pickle.loads(answer)  # noqa: S301 - written by our own child
        return read

    def close(self) -> None:
        """End the child; safe to call twice and at any time, from any thread."""
        self._is_closed = True
        self.process.end()
        if self._lock.acquire(timeout=5):
            try:
                self.process.kill()
            finally:
                self._is_closed = False  # the next feed may have a new child
                self._lock.release()


_spare: list[ParseWorker] = []
_guard = threading.Lock()


def borrow(count: int) -> list[ParseWorker]:
    """Workers for one caller, to be given back: their children take a moment to start."""
    with _guard:
        while len(_spare) < count:
            _spare.append(ParseWorker())
        return [_spare.pop() for _ in range(count)]


def give_back(workers: Sequence[ParseWorker], *, is_idle: bool = True) -> None:
    """Keep them for the next caller; those that may still be at work are ended instead."""
    if not is_idle:
        for worker in workers:
            worker.close()
        return
    with _guard:
        _spare.extend(workers)


@atexit.register
def _end_all() -> None:
    for worker in _spare:
        worker.close()


@functools.cache
def shared_worker() -> ParseWorker:
    """A worker for callers that read one feed after another; it ends with the program."""
    [worker] = borrow(1)
    atexit.register(worker.close)
    return worker


# ------------------------------------------------------------------ in the child


def main(language: str) -> None:
    """Answer jobs from standard input until it ends; what is wrong is said in this language."""
    use(language)
    _take_little()
    serve(lambda job: pickle.dumps(_answer(*pickle.loads(job))), _load)  # noqa: S301 - from our parent


def _answer(
    body: bytes,
    url: str,
    headers: dict[str, str],
    now: int | None,
    with_stories: bool,
    is_much_new: bool,
) -> tuple[str, Any]:
    try:
        return "read", read_feed(
            body, url=url, headers=headers, now=now, with_stories=with_stories,
            is_much_new=is_much_new,
        )  # fmt: skip
    except FeedError as error:
        return type(error).__name__, error.reason
    except MemoryError:
        return FeedError.__name__, _("the feed is too large to be read.")
    except Exception as error:  # a bug of ours in here must not end the whole refresh
        return FeedError.__name__, _("the feed could not be read ({name}).").format(
            name=type(error).__name__
        )


def read_feed(
    body: bytes,
    *,
    url: str,
    headers: Mapping[str, str] | None = None,
    now: int | None = None,
    with_stories: bool = False,
    is_much_new: bool = False,
) -> ReadFeed:
    """The feed in `body`, on request its stories for its entries; without any deadline.

    `is_much_new`: most stories will be stored, so what that asks for is worked out here.
    """
    from lesart.feeds.formats.parse import parse_feed

    feed = parse_feed(body, url=url, headers=headers, now=now)
    if not with_stories:
        return ReadFeed(feed)
    from lesart.feeds.formats.stories import stories_of

    stories = stories_of(feed, url, are_prepared=is_much_new)
    stretches: set[bytes] = set()
    if is_much_new:
        stretches = stretches_of((story.title, story.text) for story in stories)
    return ReadFeed(replace(feed, entries=()), stories, b" ".join(stretches))


def _take_little() -> None:
    """Bounded memory."""
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _load() -> None:
    """The slow imports, before the first job comes."""
    import lesart.feeds.formats.stories  # noqa: F401
    from lesart.feeds.formats.quick_feedparser import quick_feedparser

    quick_feedparser()
