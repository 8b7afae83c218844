"""The newest of what a word finds, without finding all of it.

The index of words gives articles by their number, the last stored first, which is nearly the order of
their dates: feeds bring what is new. So the first page stands after a few hundred of a hundred
thousand hits. It is exact all the same: reading goes on until no article that is left can be newer
than the page's oldest, which the newest of those with lower numbers tells.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import heappush, heappushpop

from lesart.store.connection import Connection
from lesart.text.folding import as_indexed
from lesart.text.unpointed import WORD, unpointed

_PATIENCE = 5_000
"""Hits looked at before giving up: old articles imported lately have late numbers."""
_DEEP = 50_000
"""Articles passed over from which on reading the other hits takes less than asking whether any is needed."""
_SOME = 32
"""Hits, at least, between two questions whether the page is complete."""
_NEWEST_BELOW = (
    "SELECT published FROM article INDEXED BY article_newest WHERE is_deleted = 0 AND id < ?"
    " ORDER BY published DESC LIMIT 1"
)
"""Walks over those of the newest articles that have later numbers."""


class Newest:
    """Puts first pages together. One for a connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def page(self, hits: Iterable[tuple[int, int]], limit: int) -> array[int] | None:
        """The newest `limit` of `hits`, newest first; None if they are better sorted altogether.

        `hits` are id and date, in falling order of their ids.
        """
        if limit < 1:
            return array("q")
        page: list[tuple[int, int]] = []
        last = self._db.execute("SELECT max(id) FROM article").fetchone()[0] or 0
        asked_at = limit
        for count, (article_id, published) in enumerate(hits, 1):
            if count <= limit:
                heappush(page, (published, article_id))
            else:
                heappushpop(page, (published, article_id))
            if count >= asked_at:
                if last - article_id < _DEEP and self._is_complete(page[0][0], article_id):
                    break
                if count > limit + _PATIENCE:
                    return None
                asked_at = count + max(_SOME, count // 8)
        return array("q", (article_id for _, article_id in sorted(page, reverse=True)))

    def _is_complete(self, oldest: int, last_id: int) -> bool:
        """Whether no article below this number is as new as the page's oldest."""
        newest = self._db.execute(_NEWEST_BELOW, [last_id]).fetchone()
        return newest is None or newest[0] <= oldest


def first_with(
    texts: Iterable[tuple[int, str, str]],
    needles: Sequence[str],
    limit: int,
) -> array[int] | None:
    """The first `limit` articles (id, title, text) with a word that holds one of `needles`, in the index's
    spelling; None if too few have one."""
    page = array("q")
    plain = [needle for needle in needles if needle.isascii()]
    for article_id, title, text in texts:
        lowered = unpointed(f"{title} {text}".lower())
        # Letters without accents that stand there stand in one word; others need a closer look.
        if any(needle in lowered for needle in plain) or _holds(lowered, needles):
            page.append(article_id)
            if len(page) == limit:
                return page
    return None


def _holds(text: str, needles: Sequence[str]) -> bool:
    if text.isascii():
        return False
    tokens = WORD.findall(text)
    others = {_bare(token) for token in tokens if not token.isascii()}
    return any(needle in word for word in others for needle in needles)


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return as_indexed(word)
