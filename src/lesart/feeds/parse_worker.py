"""Read feeds in a process of its own, which is ended when a feed keeps it too long.

feedparser is slow without bound on some input, and no thread can be stopped; a process can. The
same process turns the entries' HTML into plain text and leaves out twins, so that whoever fetches and
stores is free.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import gc
import os
import pickle
import selectors
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from lesart.feeds.formats.parsed import NotAFeed, ParsedFeed, WebPage
from lesart.feeds.http.addresses import shown
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

_LENGTH = struct.Struct(">Q")

_PIPE = 2**20
"""Bytes that a pipe should hold, so that a feed or an answer goes through in one piece: for each piece
both sides have to be woken, and ours may have to wait for a thread that stores."""


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
        self._child: subprocess.Popen[bytes] | None = None
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
        if self._child is None or self._child.poll() is not None:
            self._child = subprocess.Popen(  # noqa: S603 - our own program, in our own Python
                # -P: a file in the working folder must not pass for one of Python's modules.
                [sys.executable, "-P", "-c", f"{_PROGRAM}main({current_language()!r})"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
            )
            for pipe in (self._child.stdin, self._child.stdout):
                _widen(pipe)

    def read(
        self,
        body: bytes,
        *,
        url: str,
        headers: Mapping[str, str] | None = None,
        now: int | None = None,
        with_stories: bool = False,
        with_stretches: bool = False,
    ) -> ReadFeed:
        """`parse_feed` with a deadline; raises FeedError."""
        with self._lock:
            job = pickle.dumps((body, url, dict(headers or {}), now, with_stories, with_stretches))
            try:
                answer = self._ask_twice(job)
            except TimeoutError as error:
                self._kill()
                reason = _(
                    "the feed was given up: reading it took longer than {deadline} s."
                ).format(deadline=numeral(round(self.deadline)))
                raise FeedError(shown(url), reason) from error
            except (OSError, ValueError, EOFError) as error:
                self._kill()
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
        self.start()
        try:
            return self._ask(job)
        except TimeoutError:
            raise
        except (BrokenPipeError, EOFError):
            if self._is_closed:
                raise
            self._kill()
            self.start()
            return self._ask(job)

    def _ask(self, job: bytes) -> tuple[str, Any]:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            raise EOFError
        end = time.monotonic() + self.deadline
        _write(child.stdin, _LENGTH.pack(len(job)) + job, end)
        answer: tuple[str, Any] = pickle.loads(  # noqa: S301 - written by our own child
            _read(child.stdout, end)
        )
        return answer

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()
            child.wait()

    def close(self) -> None:
        """End the child; safe to call twice and at any time, from any thread."""
        self._is_closed = True
        child = self._child
        if child is not None:
            # Whoever reads from it sees the end and cleans up. Closing the pipe under that
            # thread's feet would leave it waiting for its whole deadline.
            child.kill()
        if self._lock.acquire(timeout=5):
            try:
                self._kill()
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


def _write(pipe: IO[bytes], data: bytes, end: float) -> None:
    # Blocking is no danger here: the child reads a whole job before it works on it.
    view = memoryview(data)
    while view:
        if time.monotonic() > end:
            raise TimeoutError
        view = view[os.write(pipe.fileno(), view[: 2**20]) :]


def _read(pipe: IO[bytes], end: float) -> memoryview:
    """The whole answer; the child writes one for each job, and nothing behind it."""
    pieces = bytearray()
    length = _LENGTH.size
    with selectors.PollSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while len(pieces) < length:
            left = end - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            piece = os.read(pipe.fileno(), _PIPE)
            if not piece:
                raise EOFError
            pieces += piece
            if length == _LENGTH.size <= len(pieces):
                length += _LENGTH.unpack_from(pieces)[0]
    return memoryview(pieces)[_LENGTH.size :]


def _widen(pipe: IO[bytes] | None) -> None:
    with contextlib.suppress(ImportError, AttributeError, OSError):  # where the system lets us
        import fcntl

        if pipe is not None:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


# ------------------------------------------------------------------ in the child


def main(language: str) -> None:
    """Answer jobs from standard input until it ends; what is wrong is said in this language."""
    use(language)
    _take_little()
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not get between the answers
    _load()
    # Each job leaves the process as it was, so there is little to look for in between.
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    while len(head := jobs.read(_LENGTH.size)) == _LENGTH.size:
        job = pickle.loads(jobs.read(_LENGTH.unpack(head)[0]))  # noqa: S301 - from our parent
        answer = pickle.dumps(_answer(*job))
        try:
            answers.write(_LENGTH.pack(len(answer)) + answer)
            answers.flush()
        except BrokenPipeError:
            return


def _answer(
    body: bytes,
    url: str,
    headers: dict[str, str],
    now: int | None,
    with_stories: bool,
    with_stretches: bool,
) -> tuple[str, Any]:
    try:
        return "read", read_feed(
            body, url=url, headers=headers, now=now, with_stories=with_stories,
            with_stretches=with_stretches,
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
    with_stretches: bool = False,
) -> ReadFeed:
    """The feed in `body`, on request its stories for its entries; without any deadline."""
    from lesart.feeds.formats.parse import parse_feed

    feed = parse_feed(body, url=url, headers=headers, now=now)
    if not with_stories:
        return ReadFeed(feed)
    from lesart.feeds.formats.stories import stories_of

    stories = stories_of(feed, url)
    stretches: set[bytes] = set()
    if with_stretches:
        stretches = stretches_of((story.title, story.text) for story in stories)
    return ReadFeed(replace(feed, entries=()), stories, b" ".join(stretches))


def _take_little() -> None:
    """Bounded memory, and no hurry: the screen comes first."""
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        os.nice(5)
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the parent, which ends us


def _load() -> None:
    """The slow imports, before the first job comes."""
    import lesart.feeds.formats.stories  # noqa: F401
    from lesart.feeds.formats.quick_feedparser import quick_feedparser

    quick_feedparser()
