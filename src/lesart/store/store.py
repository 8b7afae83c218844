"""The one door to the library: a connection for one thread, and a room for each kind of thing."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from lesart.store.articles import Articles
from lesart.store.database import back_up, connect, explained
from lesart.store.settings import Settings

if TYPE_CHECKING:
    from lesart.store.analyses import Analyses
    from lesart.store.annotations import Annotations
    from lesart.store.feeds import Feeds
    from lesart.store.search import Search
    from lesart.store.verdicts import Verdicts
    from lesart.store.vocabulary import Vocabulary


class Store:
    """An open library. It belongs to the thread that opened it; open another for another thread.

    >>> with Store.open(path) as store:
    ...     store.articles.add(draft, now=1_790_000_000)
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._depth = 0
        self.articles = Articles(self)
        self.settings = Settings(self)

    # What the first frame does not need is imported when it is first asked for.

    @cached_property
    def feeds(self) -> Feeds:
        from lesart.store.feeds import Feeds

        return Feeds(self)

    @cached_property
    def analyses(self) -> Analyses:
        from lesart.store.analyses import Analyses

        return Analyses(self)

    @cached_property
    def annotations(self) -> Annotations:
        from lesart.store.annotations import Annotations

        return Annotations(self)

    @cached_property
    def search(self) -> Search:
        from lesart.store.search import Search

        return Search(self)

    @cached_property
    def verdicts(self) -> Verdicts:
        from lesart.store.verdicts import Verdicts

        return Verdicts(self)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        from lesart.store.vocabulary import Vocabulary

        return Vocabulary(self)

    @classmethod
    def open(cls, path: Path | str, *, is_read_only: bool = False) -> Store:
        """Open or create the library at `path`; raises LibraryError with a sentence."""
        path = Path(path)
        return cls(connect(path, is_read_only=is_read_only), path)

    def close(self) -> None:
        """Close the file; what was committed stays. Safe to call twice."""
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextlib.contextmanager
    def transaction(self, *, is_durable: bool = False) -> Iterator[None]:
        """All or nothing; nests. `is_durable` waits for the disk: the reader's own words do."""
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        connection = self.connection
        try:
            if is_durable:
                connection.execute("PRAGMA synchronous = full")
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        self._depth = 1
        try:
            yield
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise explained(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0
            if is_durable:
                connection.execute("PRAGMA synchronous = normal")

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")

    def version(self) -> int:
        """Another number after somebody else's connection has written; asking costs nothing."""
        with self.explaining():
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    @contextlib.contextmanager
    def explaining(self) -> Iterator[None]:
        """What SQLite finds wrong inside is raised as a LibraryError with a sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def keep_little(self) -> None:
        """Hold no more than 4 MB of the file in memory: for one who shows a page at a time."""
        self.connection.execute("PRAGMA cache_size = -4000")

    def interrupt(self) -> None:
        """Stop the statement that another thread runs on this library right now."""
        self.connection.interrupt()

    def optimise(self) -> None:
        """Let SQLite refresh its statistics, so that it keeps picking the right index."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.execute("PRAGMA analysis_limit = 1000")
            self.connection.execute("PRAGMA optimize")

    def back_up(self, target: Path) -> None:
        """Copy the library to a new file, also while others write."""
        try:
            back_up(self.connection, target)
        except sqlite3.Error as error:
            raise explained(error, target) from error
