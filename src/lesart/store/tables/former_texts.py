"""Which text an article had before its page was fetched, as one small setting an article."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from lesart.model.article import Article, Draft
from lesart.model.moment import Moment
from lesart.store.connection import Connection
from lesart.store.rows import blocks_from_json
from lesart.store.tables.articles import Added, Articles

_MOST = 20
"""Texts remembered in either direction; the older ones are still among the article's revisions."""


@dataclass(frozen=True, slots=True)
class _State:
    """One text of an article by its revision's number, with what its row said beside it."""

    number: int
    is_full_text: bool
    text_state: str
    author: str
    published: Moment | None
    revised: int | None

    @classmethod
    def of(cls, article: Article) -> _State:
        return cls(
            article.revision, article.is_full_text, article.text_state, article.author,
            article.published, article.revised,
        )  # fmt: skip

    @classmethod
    def read(cls, stored: Any) -> _State | None:
        """None where what stands there is not one of ours."""
        try:
            number, is_full_text, text_state, author, published, revised = stored
            moment = Moment(*published) if published else None
        except (TypeError, ValueError):
            return None
        is_ours = (
            type(number) is int
            and type(text_state) is type(author) is str
            and (revised is None or type(revised) is int)
            and (moment is None or (type(moment.seconds) is int and type(moment.precision) is str))
        )
        return (
            cls(number, bool(is_full_text), text_state, author, moment, revised)
            if is_ours
            else None
        )

    def stored(self) -> list[Any]:
        published = list(self.published) if self.published else None
        return [
            self.number, self.is_full_text, self.text_state, self.author, published, self.revised,
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ways:
    """The texts that undo leads back to, and those it was led back from; the next one last."""

    back: tuple[_State, ...] = ()
    forth: tuple[_State, ...] = ()


class FormerTexts:
    """What fetched pages took the place of, for the articles of one library."""

    def __init__(self, db: Connection, articles: Articles) -> None:
        self._db, self._articles = db, articles

    def has_former(self, article_id: int) -> bool:
        """Whether a text that a fetched page replaced can be brought back."""
        return bool(self._ways(article_id).back)

    def was_taken_back(self, article_id: int) -> bool:
        """Whether the reader preferred the text before to the page's."""
        return bool(self._ways(article_id).forth)

    def remember(self, before: Article) -> None:
        """A fetched page has just taken the place of this text."""
        self._put(before.id, _Ways((*self._ways(before.id).back, _State.of(before))))

    def turn(self, article_id: int, *, is_back: bool, now: int) -> Added | None:
        """Give the article the text before its page, or the page's again; None: there is none.

        It is no correction: when its words were changed last stays as it was with that text.
        """
        ways, present = self._ways(article_id), self._articles.get(article_id)
        kept = ways.back if is_back else ways.forth
        if present is None or not kept:
            return None
        wanted = kept[-1]
        draft = self._draft(present, wanted)
        if draft is None:
            return None
        added = self._articles.revise(article_id, draft, now=now)
        self._db.execute(
            "UPDATE article SET revised = ?, text_state = ?, is_full_text = ?, author = ?"
            " WHERE id = ?",
            [
                wanted.revised, wanted.text_state, wanted.is_full_text, wanted.author, article_id,
            ],
        )  # fmt: skip
        if wanted.published:
            self._db.execute(
                "UPDATE article SET published = ?, precision = ? WHERE id = ?",
                [*wanted.published, article_id],
            )
        left = _State.of(present)
        self._put(
            article_id,
            replace(ways, back=kept[:-1], forth=(*ways.forth, left))
            if is_back
            else replace(ways, back=(*ways.back, left), forth=kept[:-1]),
        )
        return added

    def _draft(self, present: Article, wanted: _State) -> Draft | None:
        row = self._db.execute(
            "SELECT title, text, blocks FROM revision WHERE article_id = ? AND number = ?",
            [present.id, wanted.number],
        ).fetchone()
        if row is None:
            return None
        return Draft(
            title=row[0], text=row[1], blocks=blocks_from_json(row[2]), author=wanted.author,
            link=present.link, text_state=wanted.text_state, is_full_text=wanted.is_full_text,
            enclosures=present.enclosures,
        )  # fmt: skip

    def _ways(self, article_id: int) -> _Ways:
        row = self._db.execute(
            "SELECT value FROM setting WHERE key = ?", [_key(article_id)]
        ).fetchone()
        try:
            back, forth = json.loads(row[0]) if row else ((), ())
            read = [tuple(filter(None, map(_State.read, states))) for states in (back, forth)]
        except (ValueError, TypeError, RecursionError):
            return _Ways()
        return _Ways(*read)

    def _put(self, article_id: int, ways: _Ways) -> None:
        value = [[one.stored() for one in states[-_MOST:]] for states in (ways.back, ways.forth)]
        self._db.execute(
            "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
            [_key(article_id), json.dumps(value, ensure_ascii=False)],
        )


def _key(article_id: int) -> str:
    return f"former_text:{article_id}"
