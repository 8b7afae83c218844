"""Mute a story, a feed, a source or a word for a time: what comes of it comes in as read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lesart.model.feed import Feed
from lesart.model.headline import Headline
from lesart.services.asking.rules import Rule, rules_of
from lesart.store import Store
from lesart.translations import _


class Muted(NamedTuple):
    """What is muted by itself, without a rule: a feed."""

    feed: Feed
    until: int


class Mutable(NamedTuple):
    """What can be muted from where one reads."""

    says: str
    rule: Callable[[int | None], Rule] | None
    """The rule that does it, until then; None where it is a feed, which is asked itself."""
    feed_id: int | None = None


def mutable(headline: Headline, words: str, feed: Feed | None) -> list[Mutable]:
    """The story, the feed or source, and the words of an article."""
    title = " ".join(headline.title.split())
    found = [Mutable(_("this story: {title}").format(title=title), _story(headline, title))]
    if feed is not None:
        says = _("the feed {title}").format(title=feed.title)
        found.append(Mutable(says, None, feed.id))
    elif headline.source:
        says = _("the source {source}").format(source=headline.source)
        found.append(Mutable(says, _source(headline.source)))
    if words:
        found.append(Mutable(_("the words “{words}”").format(words=words), word_rule(words)))
    return found


def word_rule(words: str) -> Callable[[int | None], Rule]:
    """What mutes these words, next to each other."""
    plain = " ".join(words.replace('"', " ").split())
    return _rule(plain, f'"{plain}"')


def muted_feeds(store: Store, now: int) -> list[Muted]:
    """Feeds that are muted now, the one that ends first on top."""
    found = [
        Muted(feed, feed.muted_until)
        for feed in store.feeds.all()
        if feed.muted_until is not None and feed.is_muted(now)
    ]
    return sorted(found, key=lambda muted: muted.until)


def known_rule(store: Store, rule: Rule) -> Rule | None:
    """The rule of that name that is there already: muted once more, it ends later."""
    return next((other for other in rules_of(store) if other.name == rule.name), None)


def _story(headline: Headline, title: str) -> Callable[[int | None], Rule]:
    return _rule(title[:60], f"story:{headline.id}")


def _source(source: str) -> Callable[[int | None], Rule]:
    plain = source.replace('"', " ")
    return _rule(plain[:60], f'from:"{plain}"')


def _rule(name: str, query: str) -> Callable[[int | None], Rule]:
    return lambda until: Rule(_("mute: {what}").format(what=name), query, "read", until=until)
