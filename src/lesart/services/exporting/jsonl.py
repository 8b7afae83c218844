"""JSON Lines of everything: what a library holds, one object a line, to be brought back by `import`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from lesart.model.feed import Feed
from lesart.services.asking.rules import is_of_one_library, rules_of
from lesart.services.exporting.records import Record, article_record, choice_record
from lesart.store import Store
from lesart.text.json_text import to_json
from lesart.text.urls import without_secrets

FORMAT = "lesart"
VERSION = 1


def lines(store: Store, ids: Sequence[int], *, is_whole: bool) -> Iterator[str]:
    """The articles `ids` with their feeds; the whole library's own settings too where `is_whole`."""
    yield to_json({"type": FORMAT, "version": VERSION})
    urls = None if is_whole else _feed_urls(store, ids)
    for feed in sorted(store.feeds.all(), key=lambda feed: feed.id):
        if urls is None or feed.url in urls:
            yield to_json(_feed(store, feed))
    if is_whole:
        for name, query in store.settings.saved_queries():
            yield to_json({"type": "saved_query", "name": name, "query": query})
        for word in store.settings.watch_words():
            yield to_json({"type": "watch_word", "query": word})
        for rule in rules_of(store):
            if is_of_one_library(rule):
                continue
            yield to_json({"type": "rule", **asdict(rule)})
        for choice in store.entity_choices.all():
            yield to_json(choice_record(choice))
    for article_id in ids:
        kept = store.bundles.of(article_id)
        if kept is not None:
            yield to_json(article_record(kept))


def _feed_urls(store: Store, ids: Sequence[int]) -> set[str]:
    by_id = {feed.id: feed.url for feed in store.feeds.all()}
    found = set()
    for article_id in ids:
        article = store.articles.get(article_id)
        if article and article.feed_id in by_id:
            found.add(by_id[article.feed_id])
    return found


def _feed(store: Store, feed: Feed) -> Record:
    """What the reader chose about a feed; how its last visits went is not taken along."""
    titles = store.feeds.titles(feed.id)
    return {
        "type": "feed",
        "url": without_secrets(feed.url),
        "title": without_secrets(titles[0]),
        "own_title": titles[1],
        "site": without_secrets(feed.site),
        "folder": feed.folder,
        "tags": list(feed.tags),
        "is_paused": feed.is_paused,
        "wants_full_text": feed.wants_full_text,
        "every": feed.every,
        "muted_until": feed.muted_until,
    }
