"""Work beside the screen: one thread that writes, one that searches, and child processes.

Parsing, fetching and analysing never happen in this process, not even in a thread: they would hold
the interpreter while a key waits. The child is our own command line, so there is one code path.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import signal
import sys
import threading
from array import array
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.store.file.locks import LibraryReplaced

if TYPE_CHECKING:
    from lesart.query import Query

Job = Callable[[Store], Any]
Done = Callable[[Any], None]
Failed = Callable[[LesartError], None]
Call = Callable[[Callable[[], None]], None]
"""Runs a function on the screen's own thread; raises RuntimeError when there is no screen any more."""

CLOSING_SECONDS = 30
"""How long leaving waits for what is still to be stored."""


class _Waiting(NamedTuple):
    """A change that is to be stored."""

    job: Job
    done: Done | None
    take_back: Callable[[], None] | None
    is_by_words: bool


class _LetGo:
    """In the queue: the library was replaced, so close what was opened of the former one."""


class _OpenAnew:
    """In the queue: the screen has read the library that is there now."""


class Writer:
    """One thread with its own connection; writes happen there, in order, and never on the screen.

    Once the library was replaced by another file, a job that names articles by number is refused, and
    one that finds its article by words waits until the screen has opened the library anew.
    """

    def __init__(self, path: Path, call: Call, failed: Failed) -> None:
        self._path = path
        self._call = call
        self._failed = failed
        self._jobs: queue.Queue[_Waiting | _LetGo | _OpenAnew | None] = queue.Queue()
        self._store: Store | None = None
        self._put_off: list[_Waiting] = []
        self._unsaid: list[LesartError] = []
        """What went wrong when there was no screen any more to say it."""
        self.has_let_go = threading.Event()
        """Nothing is open here, and nothing will be before the screen has opened the library anew."""
        self._thread = threading.Thread(target=self._run, name="lesart-writer", daemon=True)
        self._thread.start()

    def write(
        self,
        job: Job,
        done: Done | None = None,
        take_back: Callable[[], None] | None = None,
        *,
        is_by_words: bool = False,
    ) -> None:
        """Do `job` soon; then `done` with what it gave, or `take_back` if it failed.

        `is_by_words`: it does not trust a row number, so any library will do.
        """
        self._jobs.put(_Waiting(job, done, take_back, is_by_words))

    def let_go(self) -> None:
        """The library was replaced: close it soon."""
        self._jobs.put(_LetGo())

    def open_anew(self) -> None:
        """The screen has read the other library: what comes now is about that one."""
        self._jobs.put(_OpenAnew())

    def close(self) -> list[LesartError]:
        """Finish what waits, then stop; gives what could not be stored and could not be told.

        Called before the program ends: no note is left behind.
        """
        self._jobs.put(None)
        self._thread.join(timeout=CLOSING_SECONDS)
        if self._thread.is_alive():
            left = max(1, self._jobs.qsize())
            self._unsaid.append(LesartError(f"{left} changes could not be stored in time."))
        return self._unsaid

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            if isinstance(item, _LetGo):
                self._let_go()
                self.has_let_go.set()
            elif isinstance(item, _OpenAnew):
                self._open_anew()
            else:
                self._do(item)
        if self._put_off:
            self._open_anew()
        self._let_go()

    def _open_anew(self) -> None:
        self._let_go()
        self.has_let_go.clear()
        put_off, self._put_off = self._put_off, []
        for item in put_off:
            self._do(item)

    def _do(self, item: _Waiting) -> None:
        try:
            if self.has_let_go.is_set():
                raise LibraryReplaced(self._path)
            if self._store is None:
                self._store = Store.open(self._path, is_expected=True)
            given = item.job(self._store)
        except LibraryReplaced as error:
            if item.is_by_words:
                self._put_off.append(item)
            else:
                self._tell_failed(error, item.take_back)
        except LesartError as error:
            self._tell_failed(error, item.take_back)
        except BaseException as error:  # one bug must not keep the next writes from the disk
            self._let_go()  # with it goes what the job may have left half done
            told = _unforeseen(error, self._path, "A change was not stored")
            self._tell_failed(told, item.take_back)
        else:
            done = item.done
            if done is not None:
                self._tell(lambda: done(given))

    def _tell_failed(self, error: LesartError, take_back: Callable[[], None] | None) -> None:
        def both() -> None:
            self._failed(error)
            if take_back is not None:
                take_back()  # last: it may know better what became of the person's words

        if not self._tell(both):
            self._unsaid.append(error)

    def _tell(self, function: Callable[[], None]) -> bool:
        try:
            self._call(function)
        except RuntimeError:  # the screen is gone already
            return False
        return True

    def _let_go(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            with contextlib.suppress(Exception):
                store.close()


def _unforeseen(error: BaseException, path: Path, what: str) -> LesartError:
    from lesart.services.bug_reports import unforeseen  # needed by bugs only

    return unforeseen(error, path, what)


class Searcher:
    """One thread with its own read-only connection; a newer search interrupts the one before."""

    def __init__(self, path: Path, call: Call, failed: Failed) -> None:
        self._path = path
        self._call = call
        self._failed = failed
        self._wanted: queue.Queue[
            tuple[int, Query, int, Callable[[array[int]], None]] | tuple[Job, Done] | _LetGo | None
        ] = queue.Queue()
        self._generation = 0
        self._store: Store | None = None
        self._is_busy = threading.Event()
        self.has_let_go = threading.Event()
        """Its connection to the library that was replaced is closed."""
        self._thread = threading.Thread(target=self._run, name="lesart-searcher", daemon=True)
        self._thread.start()

    def search(self, query: Query, new_since: int, done: Callable[[array[int]], None]) -> None:
        """Search soon; `done` gets the ids, unless another search is asked for meanwhile."""
        self._generation += 1
        self._interrupt()
        self._wanted.put((self._generation, query, new_since, done))

    def look(self, job: Job, done: Done) -> None:
        """Do `job` at its turn: something short that only reads. `done` gets what it gave."""
        self._wanted.put((job, done))

    def cancel(self) -> None:
        """Forget the search that runs; its result will not come."""
        self._generation += 1
        self._interrupt()

    def let_go(self) -> None:
        """The library was replaced: close it soon; whatever is asked later is asked of the new one."""
        self.cancel()
        self.has_let_go.clear()
        self._wanted.put(_LetGo())

    def close(self) -> None:
        """Stop; its connection is closed when this returns, if it ends within a moment."""
        self.cancel()
        self._wanted.put(None)
        self._thread.join(timeout=2)

    def _interrupt(self) -> None:
        store = self._store
        if self._is_busy.is_set() and store is not None:
            with contextlib.suppress(Exception):  # it may be closed this very moment
                store.interrupt()

    def _run(self) -> None:
        while (item := self._wanted.get()) is not None:
            if isinstance(item, _LetGo):
                self._let_go()
                self.has_let_go.set()
                continue
            if len(item) == 2:
                self._look(*item)
                continue
            self._search(*item)
        self._let_go()

    def _search(
        self, generation: int, query: Query, new_since: int, done: Callable[[array[int]], None]
    ) -> None:
        if generation != self._generation:
            return
        try:
            store = self._opened()
            store.search.new_since = new_since
            self._is_busy.set()
            if generation != self._generation:
                return
            ids = store.search.ids(query)
        except LesartError as error:
            if generation == self._generation:
                self._tell_failed(error)
        except BaseException as error:  # a bug in one search must not end those that come after it
            self._let_go()
            if generation == self._generation:
                self._tell_failed(_unforeseen(error, self._path, "The search did not work"))
        else:
            if generation == self._generation:
                self._tell(lambda: self._deliver(generation, ids, done))
        finally:
            self._is_busy.clear()

    def _look(self, job: Job, done: Done) -> None:
        try:
            given = job(self._opened())
        except LesartError as error:
            self._tell_failed(error)
        except BaseException as error:
            self._let_go()
            self._tell_failed(_unforeseen(error, self._path, "Something could not be looked up"))
        else:
            self._tell(lambda: done(given))

    def _opened(self) -> Store:
        if self._store is None:
            self._store = Store.open(self._path, is_read_only=True, is_expected=True)
        return self._store

    def _let_go(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            with contextlib.suppress(Exception):
                store.close()

    def _tell_failed(self, error: LesartError) -> None:
        self._tell(lambda: self._failed(error))

    def _deliver(
        self, generation: int, ids: array[int], done: Callable[[array[int]], None]
    ) -> None:
        if generation == self._generation:
            done(ids)

    def _tell(self, function: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):
            self._call(function)


_ITS_OWN_ENDS = (0, 1, 2, 3, 4, 130)
"""The exit statuses that the README gives; with any other a program has not ended itself."""
_OURS = "lesart: "
_BUGS = ("Traceback (most recent call last)", "Fatal Python error")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


class Child:
    """A run of our own command line that answers in JSON lines."""

    def __init__(self, library: Path, arguments: list[str], first_line: str = "") -> None:
        self._first_line = first_line
        """What it is told at once; unlike its arguments, no other user of the machine sees it."""
        self._library = library
        self._command = [sys.executable, "-m", "lesart", "--db", str(library), *arguments]
        self._process: asyncio.subprocess.Process | None = None
        self.messages: list[str] = []
        """What it said on stderr, the last lines."""
        self.status: int | None = None
        self._is_told = False
        """To end."""

    async def lines(self) -> AsyncIterator[dict[str, Any]]:
        """Start it and give each line of its output; ends when it does, `status` is set then."""
        import json

        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                limit=1 << 24,
                start_new_session=True,  # ctrl+c in the terminal is for the screen alone
            )
        except OSError as error:  # no more processes, no more memory
            raise LesartError(f"No helper could be started: {error.strerror}.") from error
        assert self._process.stdout is not None
        if self._first_line:
            self.say(self._first_line)
        errors = asyncio.create_task(self._read_errors())
        try:
            async for line in self._process.stdout:
                with contextlib.suppress(ValueError):
                    record = json.loads(line)
                    if isinstance(record, dict):
                        yield record
            self.status = await self._process.wait()
            await errors
        finally:
            errors.cancel()
            self.stop()

    async def _read_errors(self) -> None:
        assert self._process is not None
        assert self._process.stderr is not None
        async for line in self._process.stderr:
            self.messages.append(line.decode("utf-8", "replace").strip())
            del self.messages[:-60]

    @property
    def pid(self) -> int | None:
        """Its number; None before it was started."""
        return self._process.pid if self._process else None

    @property
    def was_ended(self) -> bool:
        """Whether something other than itself and this screen has ended it: a signal, or a bug."""
        if self.status is None or self._is_told:
            return False
        is_bug = any(line.startswith(_BUGS) for line in self.messages)
        return self.status not in _ITS_OWN_ENDS or (self.status != 0 and is_bug)

    @property
    def was_killed(self) -> bool:
        """Whether a signal has ended it that was not this screen's."""
        return self.was_ended and self.status is not None and self.status < 0

    def last_words(self, what: str) -> str:
        """What a person is told about how it ended; empty if there is nothing to say.

        Only its own sentences are shown. What the interpreter or a library wrote goes into a report.
        """
        if self.was_killed:
            return f"{what} was ended from outside ({_signal_name(-(self.status or 0))})."
        if self.was_ended:
            from lesart.services.bug_reports import keep_report

            words = "\n".join(self.messages) or "It said nothing."
            return (
                f"{what} ended early: {keep_report(words, self._library, f'status {self.status}')}"
            )
        return self.messages[-1].removeprefix(_OURS) if self.messages else ""

    def say(self, line: str) -> None:
        """Give it a line on its standard input; nothing happens if it has ended."""
        process = self._process
        if process and process.stdin and process.returncode is None:
            with contextlib.suppress(ConnectionError, RuntimeError):
                process.stdin.write(line.encode() + b"\n")

    def stop(self) -> None:
        """End it if it runs; whatever it had stored stays stored."""
        process = self._process
        if process and process.returncode is None:
            self._is_told = True
            with contextlib.suppress(ProcessLookupError):
                process.terminate()

    async def end(self) -> None:
        """Stop it and see it gone; one that does not listen is killed after a moment."""
        self.stop()
        process = self._process
        if process is None:
            return
        try:
            await asyncio.wait_for(process.wait(), 2)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if process.stdin is not None:
            process.stdin.close()
