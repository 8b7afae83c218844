"""Fetch the full text of an article of which the feed gave only a summary."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lesart.errors import FeedError
from lesart.feeds.addresses import host_of
from lesart.feeds.fetch import Limits, Request, fetch_one
from lesart.feeds.fulltext import extract
from lesart.model import Article, Draft
from lesart.services.keeping import keep_text
from lesart.store import Store

ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
LEAST = 1.2
"""So many times longer than the feed's own text must the page's be, to be more than a teaser."""


@dataclass(frozen=True, slots=True)
class Completed:
    """What became of one article; `says` is a sentence where its full text was not found."""

    article_id: int
    is_done: bool
    says: str = ""


def complete(store: Store, article_id: int, *, now: int, limits: Limits | None = None) -> Completed:
    """Fetch the article's page and keep its text; the summary stays where there is none."""
    article = store.articles.get(article_id)
    if article is None:
        return Completed(article_id, False, f"There is no article {article_id}.")
    if not article.link:
        return Completed(article_id, False, "This article has no address of its own.")
    try:
        request = Request(article.link, accept=ACCEPT_PAGE, is_typed=_is_typed(store, article))
        fetched = fetch_one(request, limits)
    except FeedError as error:
        return _failed(store, article, f"Full text not found: {error.reason}")
    page = extract(fetched.body, fetched.url)
    if page.state or not _is_more(page.text, article):
        says = page.state or "its page holds no more than the feed gave."
        return _failed(store, article, f"Full text not found: {says}")
    keep_text(
        store,
        article.id,
        Draft(
            title=article.title or page.title,
            text=page.text,
            blocks=page.blocks,
            author=article.author or page.author,
            link=article.link,
            language=article.language or page.language,
            published=article.published or page.date,
            raw_html=zlib.compress(fetched.body, 6),
            enclosures=article.enclosures,
        ),
        now=now,
    )
    return Completed(article_id, True)


def complete_all(store: Store, ids: Sequence[int], *, now: int) -> Iterator[Completed]:
    """`complete` each; one page's failure stops no other."""
    for article_id in ids:
        yield complete(store, article_id, now=now)


def _is_typed(store: Store, article: Article) -> bool:
    """Whether the reader named this host: a feed may lead to its own, else to public ones only."""
    feed = store.feeds.get(article.feed_id) if article.feed_id is not None else None
    return feed is not None and host_of(feed.url) == host_of(article.link)


def _is_more(text: str, article: Article) -> bool:
    if article.is_full_text:
        return bool(text)  # fetched again by hand: what the page says now is what is wanted
    return len(text) >= LEAST * len(article.text)


def _failed(store: Store, article: Article, says: str) -> Completed:
    says = f"{says.rstrip('.')}. o opens the page, X tries again."
    if not article.is_full_text:
        store.articles.set_text_state(article.id, says)
    return Completed(article.id, False, says)
