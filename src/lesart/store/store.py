"""The one door to the library: a connection for one thread, and a table or search for each question."""

from __future__ import annotations

import contextlib
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from lesart.store.connection import Connection
from lesart.store.file.locks import Holding, LibraryReplaced
from lesart.store.file.opening import Tell
from lesart.store.tables.articles import Articles
from lesart.store.tables.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesart.store.search.index_maintenance import IndexMaintenance
    from lesart.store.search.query_values import QueryValues
    from lesart.store.search.search import Search
    from lesart.store.search.vocabulary import Vocabulary
    from lesart.store.tables.analyses import Analyses
    from lesart.store.tables.annotations import Annotations
    from lesart.store.tables.article_bundle import ArticleBundles
    from lesart.store.tables.article_identity import ArticleIdentity
    from lesart.store.tables.entity_choices import EntityChoices
    from lesart.store.tables.feeds import Feeds
    from lesart.store.tables.former_texts import FormerTexts
    from lesart.store.tables.nouns import Nouns
    from lesart.store.tables.reviews import Reviews
    from lesart.store.tables.same_entities import SameEntities
    from lesart.store.tables.stories import Stories
    from lesart.store.tables.verdicts import Verdicts


class Store:
    """An open library. It belongs to the thread that opened it; open another for another thread.

    Tables ask for the connection and for the siblings that they need; here they get them.

    >>> with Store.open(path) as store:
    ...     store.articles.add(draft, now=1_790_000_000)
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.articles = Articles(connection, on_stored=self._has_stored)
        self.settings = Settings(connection)

    # What the first frame does not need is imported when it is first asked for.

    @cached_property
    def feeds(self) -> Feeds:
        from lesart.store.tables.feeds import Feeds

        return Feeds(self.connection)

    @cached_property
    def analyses(self) -> Analyses:
        from lesart.store.tables.analyses import Analyses

        return Analyses(self.connection, self.articles, self.verdicts)

    @cached_property
    def annotations(self) -> Annotations:
        from lesart.store.tables.annotations import Annotations

        return Annotations(self.connection)

    @cached_property
    def reviews(self) -> Reviews:
        from lesart.store.tables.reviews import Reviews

        return Reviews(self.connection)

    @cached_property
    def verdicts(self) -> Verdicts:
        from lesart.store.tables.verdicts import Verdicts

        return Verdicts(self.connection)

    @cached_property
    def stories(self) -> Stories:
        from lesart.store.tables.stories import Stories

        return Stories(self.connection)

    @cached_property
    def same_entities(self) -> SameEntities:
        from lesart.store.tables.same_entities import SameEntities

        return SameEntities(self.connection, self.entity_choices)

    @cached_property
    def entity_choices(self) -> EntityChoices:
        from lesart.store.tables.entity_choices import EntityChoices

        return EntityChoices(self.connection)

    @cached_property
    def identity(self) -> ArticleIdentity:
        from lesart.store.tables.article_identity import ArticleIdentity

        return ArticleIdentity(self.connection, self.articles)

    @cached_property
    def former_texts(self) -> FormerTexts:
        from lesart.store.tables.former_texts import FormerTexts

        return FormerTexts(self.connection, self.articles)

    @cached_property
    def bundles(self) -> ArticleBundles:
        from lesart.store.tables.article_bundle import ArticleBundles

        return ArticleBundles(
            self.connection, self.articles, self.annotations, self.verdicts, self.analyses,
            self.reviews,
        )  # fmt: skip

    @cached_property
    def vocabulary(self) -> Vocabulary:
        from lesart.store.search.vocabulary import Vocabulary

        return Vocabulary(self.connection)

    @cached_property
    def search(self) -> Search:
        from lesart.store.search.search import Search

        return Search(
            self.connection, self.vocabulary, self.articles, self.annotations, self.analyses,
            self.same_entities,
        )  # fmt: skip

    @cached_property
    def nouns(self) -> Nouns:
        from lesart.store.tables.nouns import Nouns

        return Nouns(self.connection)

    @cached_property
    def query_values(self) -> QueryValues:
        from lesart.store.search.query_values import QueryValues

        return QueryValues(self.connection)

    @cached_property
    def index_maintenance(self) -> IndexMaintenance:
        from lesart.store.search.index_maintenance import IndexMaintenance

        return IndexMaintenance(self.connection, self.settings, self.vocabulary)

    def _has_stored(self) -> None:
        self.vocabulary.has_stored()

    # ------------------------------------------------------------------ the file

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        is_read_only: bool = False,
        is_expected: bool = False,
        tell: Tell = lambda _: None,
    ) -> Store:
        """Open or create the library at `path`; raises LibraryError with a sentence.

        `is_expected`: there must be one; who knew it does not take an empty file for a new one.
        `tell` is given a sentence before something that takes minutes.
        """
        path = Path(path)
        if is_expected and not (path.exists() and path.stat().st_size):
            raise LibraryReplaced(path)
        return cls(Connection.open(path, is_read_only=is_read_only, tell=tell))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the log in and close the file; what was committed stays. Safe to call twice."""
        self.connection.close()

    def transaction(
        self, *, is_durable: bool = False
    ) -> contextlib.AbstractContextManager[None, bool | None]:
        """All or nothing; nests. `is_durable` waits for the disk: the reader's own words do."""
        return self.connection.transaction(is_durable=is_durable)

    def explaining(self) -> contextlib.AbstractContextManager[None, bool | None]:
        """What SQLite finds wrong inside is raised as a LibraryError with a sentence."""
        return self.connection.explaining()

    @property
    def path(self) -> Path:
        return self.connection.path

    @property
    def holding(self) -> Holding:
        """Tells the others that this part of the program has the library open."""
        return self.connection.holding

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self.connection.is_read_only

    @property
    def epoch(self) -> int:
        """Another number for whoever opens the library after another file came to stand there."""
        return self.connection.epoch

    def is_replaced(self) -> bool:
        """Whether another file stands where the library was; then open it anew."""
        return self.connection.is_replaced()

    def version(self) -> int:
        """Another number after somebody else's connection has written; asking costs nothing."""
        return self.connection.version()

    def fold(self) -> bool:
        """Bring what the log holds into the file itself; False if that has to wait."""
        return self.connection.fold()

    def keep_little(self) -> None:
        """Hold no more than 4 MB of the file in memory: for one who shows a page at a time."""
        self.connection.keep_little()

    def interrupt(self) -> None:
        """Stop the statement that another thread runs on this library right now."""
        self.connection.interrupt()

    def optimise(self) -> None:
        """Let SQLite refresh its statistics, so that it keeps picking the right index."""
        self.connection.optimise()

    def back_up(self, target: Path, told: Callable[[float], None] | None = None) -> None:
        """Copy the library to a new file, also while others write; `told` hears which share is copied."""
        self.connection.back_up(target, told)
