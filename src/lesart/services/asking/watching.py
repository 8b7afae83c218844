"""What is new for the queries that are watched: each article is told once for each, when it first answers.

An article may answer long after it came in: its figures are found later, its text is corrected, its full
text arrives. So what was told is remembered article by article, for as long as articles count as news.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lesart.query import Query, parse_query
from lesart.store import Store

NEWS_SECONDS = 90 * 86_400
"""An article that came in, or was changed, longer ago than this is no news any more."""
_KEY = "watched:"


class New(NamedTuple):
    """An article that answers a watched query and was not told for it yet."""

    query: str
    article_id: int


def watched_queries(store: Store, today: date) -> list[tuple[str, Query]]:
    """The watch-words as the reader wrote them, each with what it asks; those that ask nothing are left out."""
    parsed = ((words, parse_query(words, today)) for words in store.settings.watch_words())
    return [(words, query) for words, query in parsed if not query.is_empty]


def begin_watching(store: Store, words: str, *, now: int, today: date) -> int:
    """Watch `words` from now on: what answers already is no news. Gives how many articles that is."""
    with store.transaction():
        store.settings.watch(words, now=now)
        known = _recent(store, words, parse_query(words, today), now)
        store.settings.set(_KEY + words, json.dumps(known))
    return len(known)


def stop_watching(store: Store, words: str) -> None:
    with store.transaction():
        store.settings.unwatch(words)
        store.settings.forget(_KEY + words)


def news(store: Store, *, now: int, today: date) -> Iterator[New]:
    """Articles to tell, query by query, the oldest first. `told` is called for those that were told.

    A watch-word that was made on the screen is watched from the first time that this looks.
    """
    for words, query in watched_queries(store, today):
        kept = store.settings.get(_KEY + words)
        answering = _recent(store, words, query, now)
        if not kept:
            store.settings.set(_KEY + words, json.dumps(answering))
            continue
        known = set(_ids(kept))
        for article_id in answering:
            if article_id not in known:
                yield New(words, article_id)


def told(store: Store, new: New, *, now: int) -> None:
    """Remember that this was told, and forget what is no news any more."""
    with store.transaction():
        known = set(_ids(store.settings.get(_KEY + new.query)))
        recent = set(store.articles.changed_since(now - NEWS_SECONDS))
        store.settings.set(
            _KEY + new.query, json.dumps(sorted((known | {new.article_id}) & recent))
        )


def _recent(store: Store, words: str, query: Query, now: int) -> list[int]:
    ids = store.articles.changed_since(now - NEWS_SECONDS)
    return store.search.answering_any([query], ids)


def _ids(kept: str) -> list[int]:
    try:
        ids = json.loads(kept or "[]")
    except ValueError:
        return []
    return [number for number in ids if isinstance(number, int)] if isinstance(ids, list) else []
