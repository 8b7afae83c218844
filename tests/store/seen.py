"""Everything a reader can see of a library, as plain values: to compare it before and after."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from lesart.query import parse_query
from lesart.store import Store

QUERIES = (
    "", "is:unread", "is:starred", "is:annotated", "is:read", "is:orphan", "konvoi", "soldaten",
    "strasse", '"last convoy"', "convoy -border", "title:harbour", "~land", "figure>4000",
    "figure:1..100%", "unit:%", "entity:Iraq", "tag:doubt", "colour:red", "note:quelle", "lang:de",
    "in:Samples", "from:harbour", "has:figure", "sort:old", "kran OR convoy",
)  # fmt: skip


def seen(store: Store) -> dict[str, Any]:
    """By rooms: feeds, articles with all that hangs on them, settings, and what searches find."""
    every = range(1, 40)
    found: dict[str, Any] = {
        "feeds": [asdict(feed) for feed in store.feeds.all()],
        "counts": [(c.feed.id, c.articles, c.unread) for c in store.feeds.counts()],
        "articles": {i: _article(store, i) for i in every},
        "annotations": [asdict(noted) for noted in store.annotations.all()],
        "orphans": [asdict(noted) for noted in store.annotations.orphans()],
        "tags": store.annotations.tags(),
        "folders": store.articles.folders(),
        "saved": store.settings.saved_queries(),
        "watched": store.settings.watch_words(),
        "drafts": [store.settings.draft(key) for key in ("annotation:1", "article:2")],
        "settings": [store.settings.get(key) for key in ("seen_until", "theme")],
        "pending": store.analyses.pending("nobody/0", 100),
        "searches": {
            text: list(store.search.ids(parse_query(text, date(2026, 11, 18)))) for text in QUERIES
        },
        "on notes": {
            text: [n.annotation.id for n in store.search.annotations(_parsed(text))]
            for text in ("", "quelle", "tag:doubt", "colour:red", "is:orphan")
        },
    }
    return json.loads(json.dumps(found, default=str, ensure_ascii=False))  # type: ignore[no-any-return]


def _parsed(text: str) -> Any:
    return parse_query(text, date(2026, 11, 18))


def _article(store: Store, article_id: int) -> dict[str, Any]:
    article, analysis = store.articles.get(article_id), store.analyses.get(article_id)
    [headline] = store.articles.headlines([article_id])
    html = store.articles.raw_html(article_id)
    return {
        "article": asdict(article) if article else None,
        "headline": asdict(headline) if headline else None,
        "analysis": asdict(analysis) if analysis else None,
        "revisions": store.articles.revisions(article_id),
        "annotations": [asdict(note) for note in store.annotations.of(article_id)],
        "verdicts": [asdict(verdict) for verdict in store.verdicts.of(article_id)],
        "same story": store.articles.same_story(article_id),
        "page": html.hex() if html else "",
    }
