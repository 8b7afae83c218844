"""One thread that writes, so that nothing on the screen ever waits for the disk."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lesart.locales.in_sentences import numeral
from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.store.file.locks import LibraryReplaced
from lesart.translations import _, ngettext
from lesart.tui.background.jobs import Call, Done, Failed, Job, LetGo, unforeseen_error

CLOSING_SECONDS = 30
"""How long leaving waits for what is still to be stored."""


class _Waiting(NamedTuple):
    """A change that is to be stored."""

    job: Job
    done: Done | None
    take_back: Callable[[], None] | None
    is_by_words: bool
    epoch: int | None
    """Of the library that the person saw; None: any will do."""


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
        self._jobs: queue.Queue[_Waiting | LetGo | _OpenAnew | None] = queue.Queue()
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
        epoch: int | None = None,
    ) -> None:
        """Do `job` soon; then `done` with what it gave, or `take_back` if it failed.

        `is_by_words`: it does not trust a row number, so any library will do. Else `epoch` is that of
        the library which the person saw: one that has come in its place since is not written.
        """
        self._jobs.put(_Waiting(job, done, take_back, is_by_words, epoch))

    def let_go(self) -> None:
        """The library was replaced: close it soon."""
        self._jobs.put(LetGo())

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
            self._unsaid.append(
                LesartError(
                    ngettext(
                        "{count} change could not be stored in time.",
                        "{count} changes could not be stored in time.",
                        left,
                    ).format(count=numeral(left))
                )
            )
        return self._unsaid

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            if isinstance(item, LetGo):
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
            if not item.is_by_words and item.epoch not in (None, self._store.epoch):
                raise LibraryReplaced(self._path)
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
            told = unforeseen_error(error, self._path, _("A change was not stored"))
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
