"""What is new for the queries that are watched: each article is told once for each, when it first answers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lesart.query import Query
from lesart.services.asking.seen import Parse, Seen
from lesart.store import Store
from lesart.store.file.locks import FileLock, beside


class New(NamedTuple):
    """An article that answers a watched query and was not told for it yet."""

    query: str
    article_id: int


def watched_queries(store: Store, parse: Parse) -> list[tuple[str, Query]]:
    """The watch-words as the reader wrote them, each with what it asks; those that ask nothing are left out."""
    parsed = ((words, parse(words)) for words in store.settings.watch_words())
    return [(words, query) for words, query in parsed if not query.is_empty]


def begin_watching(store: Store, words: str, *, now: int, parse: Parse) -> int:
    """Watch `words` from now on; gives how many articles answer already and are no news."""
    with store.transaction():
        store.settings.watch(words, now=now)
        return _seen(store, words, parse(words), now).begin()


def stop_watching(store: Store, words: str) -> None:
    with store.transaction():
        store.settings.unwatch(words)
        for key in (_key(words), _looked_at(words), _announced(words)):
            store.settings.forget(key)


@contextlib.contextmanager
def telling(store: Store) -> Iterator[bool]:
    """Whether it is ours to tell news: where another process is at it, it would be told twice.

    The system lets go of the lock when a process ends, however it ends.
    """
    lock = FileLock(beside(store.path, ".watch.lock"))
    try:
        yield lock.take(patience=0) or not lock.can_be_had
    finally:
        lock.close()


def news(store: Store, *, now: int, parse: Parse) -> Iterator[New]:
    """Articles to tell, query by query, the oldest first.

    A watch-word that was made on the screen is watched from the first time that this looks.
    """
    for words, query in watched_queries(store, parse):
        for article_id in _seen(store, words, query, now).new():
            yield New(words, article_id)


def told(store: Store, new: New, *, now: int, parse: Parse) -> None:
    """Remember that this was told."""
    _seen(store, new.query, parse(new.query), now).add([new.article_id])


class Unseen(NamedTuple):
    """What a watched query has for a reader who looks at the screen."""

    query: str
    articles: tuple[int, ...]
    """Those that came in since the reader looked at the query's list."""
    untold: tuple[int, ...]
    """Those of which nothing was said yet."""
    is_begun: bool
    """False: it is looked at for the first time, and what answers already is no news."""


def unseen(store: Store, *, now: int, parse: Parse) -> list[Unseen]:
    """What is new on the screen, query by query. Apart from `news`: each of the two tells everything once."""
    found = []
    for words, query in watched_queries(store, parse):
        looked_at = Seen(store, _looked_at(words), query, now)
        announced = Seen(store, _announced(words), query, now)
        is_begun = looked_at.is_begun and announced.is_begun
        answering = looked_at.answering() if is_begun else []
        untold = tuple(announced.unseen(answering))
        found.append(Unseen(words, tuple(looked_at.unseen(answering)), untold, is_begun))
    return found


def announce(store: Store, found: Iterable[Unseen], *, now: int, parse: Parse) -> None:
    """Remember that this was said; a query that is new here begins."""
    with store.transaction():
        for one in found:
            query = parse(one.query)
            said = Seen(store, _announced(one.query), query, now)
            if one.is_begun:
                said.add(one.untold)
            else:
                said.begin()
                Seen(store, _looked_at(one.query), query, now).begin()


def look_at(store: Store, words: str, *, now: int, parse: Parse) -> None:
    """The reader looks at the query's list: what it has now is no news any more."""
    with store.transaction():
        for key in (_looked_at(words), _announced(words)):
            Seen(store, key, parse(words), now).begin()


def _seen(store: Store, words: str, query: Query, now: int) -> Seen:
    return Seen(store, _key(words), query, now)


def _looked_at(words: str) -> str:
    return f"looked-at:{words}"


def _announced(words: str) -> str:
    return f"announced:{words}"


def _key(words: str) -> str:
    return f"watched:{words}"
