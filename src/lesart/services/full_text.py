"""Fetch the full text of an article of which the feed gave only a summary."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lesart.feeds.http.addresses import host_of
from lesart.feeds.http.fetch import Fetched, Limits, Request
from lesart.feeds.http.pages import pages
from lesart.feeds.pages.fulltext import extract
from lesart.model.article import Article, Draft
from lesart.model.errors import FeedError
from lesart.services.save_article import keep_text
from lesart.store import Store
from lesart.text.urls import short_address
from lesart.translations import _

ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
LEAST = 1.2
"""So many times longer than the feed's own text must the page's be, to be more than a teaser."""


@dataclass(frozen=True, slots=True)
class Completed:
    """What became of one article; `says` is a sentence where its full text was not found."""

    article_id: int
    is_done: bool
    says: str = ""
    is_changed: bool = False
    """Whether it has other words now; those before can be brought back."""


def complete(store: Store, article_id: int, *, now: int, limits: Limits | None = None) -> Completed:
    """Fetch the article's page and keep its text; the summary stays where there is none."""
    for done in complete_all(store, [article_id], now=now, limits=limits):
        return done
    raise AssertionError("one article, one answer")


def complete_all(
    store: Store, ids: Sequence[int], *, now: int, limits: Limits | None = None
) -> Iterator[Completed]:
    """`complete` each, hosts at the same time, as they come; one page's failure stops no other."""
    requests = {}
    for article_id in dict.fromkeys(ids):
        article = store.articles.get(article_id)
        if article is None:
            yield Completed(
                article_id,
                False,
                _("There is no article {article_id}.").format(article_id=article_id),
            )
        elif not article.link:
            yield Completed(article_id, False, _("This article has no address of its own."))
        else:
            requests[article_id] = Request(
                article.link, accept=ACCEPT_PAGE, is_typed=_is_typed(store, article)
            )
    for article_id, answer in pages(requests, limits=limits):
        article = store.articles.get(article_id)
        if article is None:
            yield Completed(article_id, False, _("It was removed meanwhile."))
        elif isinstance(answer, FeedError):
            yield _failed(
                store, article, _("Full text not found: {reason}").format(reason=answer.reason)
            )
        else:
            yield _keep(store, article, answer, now)


def _keep(store: Store, article: Article, fetched: Fetched, now: int) -> Completed:
    page = extract(fetched.body, fetched.url)
    if page.state or not _is_more(page.text, article):
        says = page.state or _("its page holds no more than the feed gave.")
        return _failed(store, article, _("Full text not found: {says}").format(says=says))
    draft = Draft(
        title=page.title if _is_mere_address(article) and page.title else article.title,
        text=page.text,
        blocks=page.blocks,
        author=article.author or page.author,
        link=article.link,
        language=article.language or page.language,
        # What a reading list knew is the day it was saved.
        published=page.date if _is_listed(article) and page.date else article.published,
        raw_html=zlib.compress(fetched.body, 6),
        enclosures=article.enclosures,
    )
    with store.transaction():
        before = store.articles.get(article.id)
        added = keep_text(store, article.id, draft, now=now)
        if added.is_revised and before is not None:
            store.former_texts.remember(before)
    return Completed(article.id, True, is_changed=added.is_revised)


def _is_listed(article: Article) -> bool:
    """Whether it came from a reading list, which knew hardly more than its address."""
    return article.feed_id is None and not article.is_full_text


def _is_mere_address(article: Article) -> bool:
    return not article.title or (
        _is_listed(article) and article.title == short_address(article.link)
    )


def _is_typed(store: Store, article: Article) -> bool:
    """Whether the reader named this host: a feed may lead to its own, else to public ones only."""
    feed = store.feeds.get(article.feed_id) if article.feed_id is not None else None
    return feed is not None and host_of(feed.url) == host_of(article.link)


def _is_more(text: str, article: Article) -> bool:
    if article.is_full_text:
        return bool(text)  # fetched again by hand: what the page says now is what is wanted
    return len(text) >= LEAST * len(article.text)


def _failed(store: Store, article: Article, says: str) -> Completed:
    says = f"{says.rstrip('.')}."
    if not article.is_full_text:
        store.articles.set_text_state(article.id, says)
    return Completed(article.id, False, says)
