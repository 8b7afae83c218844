"""Files with what they hold, in their order, read by processes of their own a few files ahead.

Storing keeps one processor busy, reading another one. A few files are read where they are stored:
no process is started for them. What a process does not read - long files, those that hold many
articles - or could not, since it was ended, is read there, too: what comes in is the same without them.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from lesart.feeds.pages import site_rules
from lesart.feeds.worker_process import WorkerProcess
from lesart.locales.in_sentences import current_locale
from lesart.services.importing.folders import FoundFile, find_files
from lesart.services.outcomes import Failed
from lesart.translations import current_language

if TYPE_CHECKING:
    from lesart.services.importing.reading import Found

MANY = 40
"""Files from which on others read them: to start a process takes as long as to read so many."""
_TOGETHER = 16
"""Files a job."""
_MOST = 8
_PATIENCE = 0.15
"""Seconds of waiting for what is read, after which one more process helps."""
_MOST_ENDS = 3
_PROGRAM = "from lesart.services.importing.read_ahead_child import main; "


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds, and what the words of its job's files are made of (`text.stretches`)."""

    found: list[Found]
    stretches: bytes


@dataclass(eq=False, slots=True)
class _Job:
    """Some files, and the answer once it has come; empty where nobody has read them."""

    found: list[FoundFile | Failed]
    answer: bytes | memoryview = b""
    is_done: Event = field(default_factory=Event)

    def said(self) -> bytes:
        names = [
            (os.fspath(one.path), one.name) if isinstance(one, FoundFile) and one.path else None
            for one in self.found
        ]
        return pickle.dumps(names)

    def answered(self) -> Iterator[tuple[FoundFile | Failed, Read | None]]:
        if not self.answer:
            yield from ((found, None) for found in self.found)
            return
        answers, stretches = pickle.loads(self.answer)  # noqa: S301 - written by our own child
        for found, read in zip(self.found, answers, strict=True):
            yield found, None if read is None else Read(read, stretches)


class ReadAhead:
    """The files that some paths mean, each with what it holds. Where there are many, reading begins now."""

    def __init__(self, paths: Iterable[str | Path], most: int | None = None) -> None:
        """`most` processes; as many as the machine has processors where nothing is said."""
        self._files = chain.from_iterable(map(find_files, paths))
        self._most = min(_processors() if most is None else most, _MOST)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._asked: deque[_Job] = deque()
        self.readers: list[_Reader] = []
        self._waited = 0.0
        self._first = list(islice(self._files, MANY))
        if len(self._first) == MANY and self._most > 1:
            self._start_one()
        if self.readers:
            self._ask()

    def __enter__(self) -> ReadAhead:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes; what nobody took is given up."""
        for reader in self.readers:
            reader.is_over = True
            reader.process.end()
        for _reader in self.readers:
            self._jobs.put(None)
        for reader in self.readers:
            reader.thread.join()
        self.readers.clear()

    def __iter__(self) -> Iterator[tuple[FoundFile | Failed, Read | None]]:
        """None where whoever stores the file has to read it."""
        if not self.readers:
            yield from ((found, None) for found in chain(self._first, self._files))
            return
        while self._asked:
            job = self._asked.popleft()
            if not job.is_done.is_set():
                self._wait_for(job)
            self._ask()
            yield from job.answered()

    def _ask(self) -> None:
        """Have so many jobs on their way that no process is ever without."""
        while len(self._asked) < 2 * len(self.readers) + 2:
            found = self._first[:_TOGETHER] or list(islice(self._files, _TOGETHER))
            del self._first[:_TOGETHER]
            if not found:
                return
            job = _Job(found)
            self._asked.append(job)
            self._jobs.put(job)

    def _wait_for(self, job: _Job) -> None:
        since = monotonic()
        is_at_work = any(reader.has_answered for reader in self.readers)
        job.is_done.wait()
        # The first answer comes late, since its process has only begun.
        self._waited += (monotonic() - since) if is_at_work else 0.0
        if self._waited > _PATIENCE and len(self.readers) < self._most:
            self._waited = 0.0
            self._start_one()

    def _start_one(self) -> None:
        try:
            self.readers.append(_Reader(self._jobs))
        except (OSError, RuntimeError):  # no more processes, no more threads: it goes without
            self._most = len(self.readers)


class _Reader:
    """One process that reads, and the thread that waits for it."""

    def __init__(self, jobs: SimpleQueue[_Job | None]) -> None:
        self.is_over = self.has_answered = False
        self._jobs = jobs
        self._ends = 0
        self.process = WorkerProcess(_program)
        self.process.start()
        self.thread = Thread(target=self._answer_all, name="lesart-reads-ahead", daemon=True)
        self.thread.start()

    def _answer_all(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                if not self.is_over and self._ends < _MOST_ENDS:
                    job.answer = self.process.ask(job.said())
                    self.has_answered = True
            except (OSError, EOFError, ValueError, MemoryError):
                # Somebody has ended it: whoever stores the files reads them.
                self._ends += 1
                self.process.kill()
            finally:
                job.is_done.set()
        self.process.kill()


def _program() -> str:
    told = (current_language(), current_locale(), os.fspath(site_rules.followed_path() or ""))
    return f"{_PROGRAM}main(*{told!r})"


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
