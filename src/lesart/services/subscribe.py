"""Turn an address into a subscription: a feed, a page that has one, or a list of feeds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from lesart.feeds.formats.newsboat_filters import NamedQuery
from lesart.feeds.formats.opml import Subscription
from lesart.feeds.formats.parsed import NotAFeed, WebPage
from lesart.feeds.http.addresses import host_of, shown, typed
from lesart.feeds.http.fetch import Fetched, FetchError, Limits, Request, fetch_one
from lesart.feeds.pages.discover import FoundFeed, discover, likely_places
from lesart.feeds.parse_worker import ReadFeed, shared_worker
from lesart.model.errors import FeedError
from lesart.model.feed import Feed
from lesart.services.refresh import Outcome, keep_visit, refresh
from lesart.store import Store
from lesart.translations import _, quoted

PLACES_TRIED = 6
_SAME = 0.8
"""Such a share of what an address shows must be known of one feed, to be that feed once more."""


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A feed that is subscribed to now, or the several that a page offers to choose from."""

    feed: Feed | None
    is_new: bool = False
    outcome: Outcome | None = None
    choices: tuple[FoundFeed, ...] = field(default_factory=tuple)


def subscribe(
    store: Store,
    address: str,
    *,
    now: Callable[[], int] = lambda: int(time.time()),
    limits: Limits | None = None,
    folder: str = "",
    tags: Iterable[str] = (),
) -> Subscribed:
    """Subscribe to what `address` leads to and store what it has; a known feed is refreshed.

    Raises FeedError with a sentence where there is no feed. Nothing is stored for an address that
    has not answered with a feed.
    """
    url = typed(address)
    if known := store.feeds.by_url(url):
        return _refreshed(store, known, now, limits)
    found = _find(url, now(), limits)
    if found.read is None:
        return Subscribed(None, choices=found.choices)
    home = found.fetched.moved_to or found.asked
    if known := store.feeds.by_url(home):
        return _refreshed(store, known, now, limits)
    if twin := _twin(store, found.read):
        return _twin_visited(store, twin, home, found, now, limits)
    feed, is_new = store.feeds.add(
        home, title=found.read.feed.title, folder=folder, tags=tuple(tags), now=now()
    )
    outcome = keep_visit(store, feed, found.fetched, found.read, now=now)
    return Subscribed(outcome.feed, is_new, outcome)


def _refreshed(
    store: Store, feed: Feed, now: Callable[[], int], limits: Limits | None
) -> Subscribed:
    [outcome] = refresh(store, [feed], now=now, limits=limits)
    return Subscribed(outcome.feed, outcome=outcome)


def _twin(store: Store, read: ReadFeed) -> Feed | None:
    """A feed that is followed at another address and has given nearly all that this one shows."""
    parsed = read.feed
    guids = [story.guid for story in read.stories if story.guid]
    links = [story.link for story in read.stories if story.link and not story.guid]
    for feed in store.feeds.all() if guids or links else ():
        if store.feeds.titles(feed.id)[0] != parsed.title or feed.site != parsed.site:
            continue
        known = len(store.feeds.known_guids(feed.id, guids))
        known += store.feeds.known_links(feed.id, links)
        if known >= _SAME * (len(set(guids)) + len(set(links))):
            return feed
    return None


def _twin_visited(
    store: Store,
    twin: Feed,
    home: str,
    found: _Found,
    now: Callable[[], int],
    limits: Limits | None,
) -> Subscribed:
    """The feed itself, at its new address where it fails at the one that it had."""
    assert found.read is not None
    if not twin.is_gone and not twin.error_count:
        done = _refreshed(store, twin, now, limits)
        note = _("“{title}” gives the same articles and is followed already.")
    else:
        store.feeds.change(twin.id, url=home, is_gone=False)
        at_home = store.feeds.get(twin.id) or twin
        outcome = keep_visit(store, at_home, found.fetched, found.read, now=now)
        done = Subscribed(outcome.feed, outcome=outcome)
        note = _("“{title}” failed at its old address and is followed at this one now.")
    assert done.outcome is not None
    says = " ".join(filter(None, (note.format(title=twin.title), done.outcome.note)))
    return replace(done, outcome=replace(done.outcome, note=says))


@dataclass(frozen=True, slots=True)
class _Found:
    """A feed and the address that was asked for it; or, without one, the choice."""

    asked: str
    fetched: Fetched
    read: ReadFeed | None = None
    choices: tuple[FoundFeed, ...] = ()


def _find(url: str, now: int, limits: Limits | None) -> _Found:
    """The feed at `url`, else the one that its page names, else one in the usual places."""
    page = fetch_one(Request(url), limits)
    try:
        return _Found(url, page, _read(page, now))
    except NotAFeed as error:
        not_a_feed = error
    named = discover(page.body, url=page.url, content_type=page.headers.get("content-type", ""))
    named = _worth_choosing(named)
    if len(named) > 1:
        return _Found(url, page, choices=tuple(named))
    for feed in named:
        try:
            return _visit(page, feed.url, now, limits)
        except FeedError as error:
            reason = _("its feed ({url}) cannot be read: {reason}").format(
                url=error.url, reason=error.reason
            )
            raise FeedError(shown(url), reason) from error
    for place in likely_places(page.url)[:PLACES_TRIED]:
        try:
            return _visit(page, place, now, limits)
        except FetchError as error:
            if error.status == 0:  # no answer at all: not worth asking for more
                break
        except FeedError:
            continue
    if isinstance(not_a_feed, WebPage):
        raise FeedError(shown(url), _("this is a web page, and it names no feed.")) from not_a_feed
    raise FeedError(shown(url), not_a_feed.reason) from not_a_feed


def _visit(page: Fetched, address: str, now: int, limits: Limits | None) -> _Found:
    # A page may name any address; only its own host counts as one that the reader named.
    request = Request(address, is_typed=host_of(page.url) == host_of(address))
    fetched = fetch_one(request, limits)
    return _Found(address, fetched, _read(fetched, now))


def _worth_choosing(found: list[FoundFeed]) -> list[FoundFeed]:
    """Without the same feed in a second format, where titles tell that it is the same."""
    kept: list[FoundFeed] = []
    for feed in found:
        base = feed.title.lower().replace("atom", "").replace("rss", "").strip(" -()·|")
        if base and any(
            base == k.title.lower().replace("atom", "").replace("rss", "").strip(" -()·|")
            and k.type != feed.type
            for k in kept
        ):
            continue
        kept.append(feed)
    return kept


def _read(fetched: Fetched, now: int) -> ReadFeed:
    return shared_worker().read(
        fetched.body, url=fetched.url, headers=fetched.headers, now=now, with_stories=True,
        is_much_new=True,
    )  # fmt: skip


def keep_views(
    store: Store, views: Iterable[NamedQuery], *, now: int
) -> tuple[list[str], list[str]]:
    """Keep searches under their names: those that are new, and a sentence for each that cannot be kept.

    A view of the reader's own with the same name stays as it is.
    """
    from datetime import date

    from lesart.query import parse_query

    known = dict(store.settings.saved_queries())
    kept: list[str] = []
    problems: list[str] = []
    with store.transaction():
        for view in views:
            found = parse_query(view.query, date.today())
            if found.problems:
                problems.append(f"{quoted(view.name)}: {found.problems[0].message}")
            elif known.get(view.name, view.query) != view.query:
                problems.append(
                    _("“{name}”: there is a view of this name, which was left as it is.").format(
                        name=view.name
                    )
                )
            elif view.name not in known:
                store.settings.save_query(view.name, view.query, now=now)
                known[view.name] = view.query
                kept.append(view.name)
    return kept, problems


def subscribe_all(
    store: Store, subscriptions: Iterable[Subscription], *, now: int
) -> tuple[list[Feed], list[Feed]]:
    """Subscribe to a list's feeds without visiting them: new ones, and those known already."""
    new: list[Feed] = []
    known: list[Feed] = []
    with store.transaction():
        for subscription in subscriptions:
            feed, is_new = store.feeds.add(
                subscription.url,
                title=subscription.title,
                folder=subscription.folder,
                tags=subscription.tags,
                now=now,
            )
            if is_new and subscription.title:
                # The reader's own name for it; the feed's, at the first visit, must not win.
                store.feeds.change(feed.id, own_title=subscription.title, site=subscription.site)
            (new if is_new else known).append(feed)
    return new, known
