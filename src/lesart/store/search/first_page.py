"""The newest of what a word finds, without finding all of it.

The index of words gives articles by their number, the last stored first, which is nearly the order of
their dates: feeds bring what is new. So the first page stands after a few hundred of a hundred
thousand hits. It is exact all the same: reading goes on until no article that is left can be newer
than the page's oldest, which the newest date of each block of numbers tells.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import heappush, heappushpop

from lesart.store.connection import Connection
from lesart.text.folding import as_indexed
from lesart.text.unpointed import WORD, unpointed

_BLOCK = 8  # bits: articles are looked at in blocks of 256
_PATIENCE = 5_000
"""Hits looked at before giving up: old articles imported lately have late numbers."""


class Newest:
    """Knows of every block of articles the newest date up to there. One for a connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._newest_until: list[int] = []
        self._last_id = -1

    def page(self, hits: Iterable[tuple[int, int]], limit: int) -> array[int] | None:
        """The newest `limit` of `hits`, newest first; None if they are better sorted altogether.

        `hits` are id and date, in falling order of their ids.
        """
        if limit < 1:
            return array("q")
        self._look()
        page: list[tuple[int, int]] = []
        for count, (article_id, published) in enumerate(hits):
            if len(page) < limit:
                heappush(page, (published, article_id))
                continue
            heappushpop(page, (published, article_id))
            if count % 32 == 0:
                # One that came this very moment has a date not known here: those below it count.
                is_known = article_id <= self._last_id
                if is_known and page[0][0] > self._newest_until[article_id >> _BLOCK]:
                    break
                if count > limit + _PATIENCE:
                    return None
        return array("q", (article_id for _, article_id in sorted(page, reverse=True)))

    def _look(self) -> None:
        """Take in what was stored since last time; an article's date never changes."""
        last = self._db.execute("SELECT max(id) FROM article").fetchone()[0] or 0
        if last == self._last_id:
            return
        first_block = max(0, self._last_id) >> _BLOCK
        # One look-up a block costs a third of grouping all rows. `+ 0`: a bare max() of one column
        # is a walk down the list's index for SQLite, in each block anew.
        blocks = self._db.execute(
            "WITH RECURSIVE block(n) AS"
            " (SELECT ? UNION ALL SELECT n + 1 FROM block WHERE n < ?)"
            " SELECT (SELECT max(published + 0) FROM article INDEXED BY article_dates"
            f" WHERE id BETWEEN n << {_BLOCK} AND (n << {_BLOCK}) + {(1 << _BLOCK) - 1}) FROM block",
            [first_block, last >> _BLOCK],
        )
        newest = self._newest_until[:first_block]
        for (latest,) in blocks:
            before = newest[-1] if newest else -(1 << 62)
            newest.append(before if latest is None else max(before, latest))
        self._newest_until, self._last_id = newest, last


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
