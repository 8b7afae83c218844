"""Which articles were dealt with already for a query: told of, or acted on.

An article may answer a query long after it came in: its figures are found later, its text is corrected, its
full text arrives. So what was dealt with is remembered article by article, for as long as articles are news.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from lesart.query import Query
from lesart.store import Store

Parse = Callable[[str], Query]
"""How a kept query is understood: as of today, and by the names that the reader gave the colours."""
NEWS_SECONDS = 90 * 86_400
"""An article that came in, or was changed, longer ago than this is no news any more."""


class Seen:
    """The articles that were dealt with for one query, kept in the library under a name."""

    def __init__(self, store: Store, key: str, query: Query, now: int) -> None:
        self._store, self._key, self._query, self._now = store, key, query, now

    def begin(self) -> int:
        """What answers already is no news. Gives how many articles that is."""
        answering = self.answering()
        self._keep(answering)
        return len(answering)

    def new(self) -> list[int]:
        """What answers and was not dealt with, the oldest first; nothing where it only begins now."""
        kept = self._store.settings.get(self._key)
        if not kept:
            self.begin()
            return []
        known = _ids(kept)
        recent = self._store.articles.changed_since(self._since, among=sorted(known))
        if len(recent) < len(known):
            self._keep(recent)  # the others are no news any more
        return [one for one in self.answering() if one not in known]

    @property
    def is_begun(self) -> bool:
        return bool(self._store.settings.get(self._key))

    def unseen(self, answering: Iterable[int]) -> list[int]:
        """Those that were not dealt with among what answers; nothing is written."""
        known = self.known
        return [one for one in answering if one not in known]

    def answering(self) -> list[int]:
        """All that answers, is in some list and is recent enough to be news, the oldest first."""
        return self._store.search.answering_since(self._query, self._since)

    def add(self, ids: Iterable[int]) -> None:
        """Remember these, also where they are hidden by now: they may come back."""
        with self._store.transaction():
            known = _ids(self._store.settings.get(self._key))
            self._keep(sorted(known.union(ids)))

    @property
    def known(self) -> set[int]:
        """What was dealt with."""
        return _ids(self._store.settings.get(self._key))

    def forget(self) -> None:
        self._store.settings.forget(self._key)

    def _keep(self, ids: list[int]) -> None:
        self._store.settings.set(self._key, json.dumps(ids))

    @property
    def _since(self) -> int:
        return self._now - NEWS_SECONDS


def _ids(kept: str) -> set[int]:
    try:
        ids = json.loads(kept or "[]")
    except ValueError:
        return set()
    return {number for number in ids if isinstance(number, int)} if isinstance(ids, list) else set()
