"""One thread that searches, beside the screen; a newer search interrupts the one before."""

from __future__ import annotations

import contextlib
import queue
import threading
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.translations import _
from lesart.tui.background.jobs import Call, Done, Failed, Job, LetGo, unforeseen_error

if TYPE_CHECKING:
    from lesart.query import Query


FIRST_PAGE = 300
"""So many articles are listed ahead of all others."""
Found = Callable[["array[int]"], None]


class _Search(NamedTuple):
    generation: int
    query: Query
    new_since: int
    done: Found
    begun: Found | None


class Searcher:
    """One thread with its own read-only connection; a newer search interrupts the one before."""

    def __init__(self, path: Path, call: Call, failed: Failed) -> None:
        self._path = path
        self._call = call
        self._failed = failed
        self._wanted: queue.Queue[_Search | tuple[Job, Done] | LetGo | None] = queue.Queue()
        self._generation = 0
        self._store: Store | None = None
        self._is_busy = threading.Event()
        self.has_let_go = threading.Event()
        """Its connection to the library that was replaced is closed."""
        self._thread = threading.Thread(target=self._run, name="lesart-searcher", daemon=True)
        self._thread.start()

    def search(
        self, query: Query, new_since: int, done: Found, *, begun: Found | None = None
    ) -> None:
        """Search soon; `done` gets the ids, unless another search is asked for meanwhile.

        `begun` gets the first page ahead of them, where it can be had without the rest.
        """
        self._generation += 1
        self._interrupt()
        self._wanted.put(_Search(self._generation, query, new_since, done, begun))

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
        self._wanted.put(LetGo())

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
            if isinstance(item, LetGo):
                self._let_go()
                self.has_let_go.set()
                continue
            if isinstance(item, _Search):
                self._search(item)
            else:
                self._look(*item)
        self._let_go()

    def _search(self, wanted: _Search) -> None:
        generation = wanted.generation
        if generation != self._generation:
            return
        try:
            store = self._opened()
            store.search.new_since = wanted.new_since
            self._is_busy.set()
            if generation != self._generation:
                return
            ids = self._found(store, wanted)
        except LesartError as error:
            if generation == self._generation:
                self._tell_failed(error)
        except BaseException as error:  # a bug in one search must not end those that come after it
            self._let_go()
            if generation == self._generation:
                self._tell_failed(unforeseen_error(error, self._path, _("The search did not work")))
        else:
            if generation == self._generation:
                self._tell(lambda: self._deliver(generation, ids, wanted.done))
        finally:
            self._is_busy.clear()

    def _found(self, store: Store, wanted: _Search) -> array[int]:
        """The whole list; its first page is told ahead."""
        begun = wanted.begun
        if begun is None:
            return store.search.ids(wanted.query)
        ids = array("q")
        for is_more, ids in enumerate(store.search.in_parts(wanted.query, FIRST_PAGE)):
            if not is_more and len(ids) == FIRST_PAGE:
                self._tell(partial(self._deliver, wanted.generation, ids, begun))
            if wanted.generation != self._generation:
                break
        return ids

    def _look(self, job: Job, done: Done) -> None:
        try:
            given = job(self._opened())
        except LesartError as error:
            self._tell_failed(error)
        except BaseException as error:
            self._let_go()
            self._tell_failed(
                unforeseen_error(error, self._path, _("Something could not be looked up"))
            )
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

    def _deliver(self, generation: int, ids: array[int], done: Found) -> None:
        if generation == self._generation:
            done(ids)

    def _tell(self, function: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):
            self._call(function)
