"""Which annotations are exported, article by article, with what is needed to tell where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.moment import Moment
from lesart.query import Query
from lesart.store import Store
from lesart.text.prepared import hash_of
from lesart.text.urls import without_secrets


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with those of its notes that were asked for, in the order of its text."""

    article: Article
    notes: tuple[Annotation, ...]
    uids: dict[int, str]
    """The name of every note of the article, by id: replies tell by it whom they answer."""

    @property
    def key(self) -> str:
        """A name for the article that is the same in every export."""
        return key_of(self.article)


def annotated(store: Store, query: Query, only: int | None = None) -> Iterator[Annotated]:
    """The annotations that answer `query`, article by article in the order they came in.

    With `only` just those of that article. One article is held at a time.
    """
    wanted: dict[int, set[int]] = {}
    for noted in store.search.annotations(query):
        wanted.setdefault(noted.annotation.article_id, set()).add(noted.annotation.id)
    for article_id in sorted(wanted if only is None else wanted.keys() & {only}):
        article = store.articles.get(article_id)
        if article is None:
            continue
        every = store.annotations.of(article_id)
        notes = tuple(note for note in every if note.id in wanted[article_id])
        yield Annotated(told(article), notes, {note.id: note.uid for note in every})


def told(article: Article) -> Article:
    """The article as others may see it: no address in it holds a user name and a password."""
    return replace(
        article,
        link=without_secrets(article.link),
        guid=without_secrets(article.guid),
        source=without_secrets(article.source),
    )


def key_of(article: Article) -> str:
    """A name for the article that is the same in every export: from its guid, link or words."""
    import hashlib

    name = article.guid or article.link
    if name:
        return hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return hash_of(article.title, article.text).hex()[:16]


def iso(seconds: int) -> str:
    """UTC, to the second."""
    try:
        at = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        at = datetime.fromtimestamp(0, UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)


def day(moment: Moment | None) -> str:
    """A date as precisely as it is known: `2018-06` stays a month; empty where there is none."""
    if moment is None:
        return ""
    length = {"year": 4, "month": 7}.get(moment.precision, 10)
    return iso(moment.seconds)[:length]


def quote_of(note: Annotation) -> str:
    return note.anchor.exact if note.anchor else ""
