"""Folders as a tree: the feeds and imported articles in each, with what is unread there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lesart.model.feed import Feed
from lesart.store.tables.feeds import FeedCount


@dataclass(slots=True)
class Place:
    """A folder, or a feed in one. A folder's numbers are those of all in it, each feed once."""

    name: str
    path: str
    """Of a folder: as a query names it. Of a feed: the folder that it is shown in."""
    feed: Feed | None = None
    articles: int = 0
    unread: int = 0
    failing: int = 0
    """How many feeds in it failed at their last visit."""
    has_feeds: bool = False
    places: list[Place] = field(default_factory=list)
    """What is in a folder: folders first, then feeds."""


def tree_of(
    counts: Iterable[FeedCount], article_folders: Iterable[tuple[str, int, int]]
) -> list[Place]:
    """The places at the top: folders by name, then the feeds that are in none.

    A feed in no folder stands under each of its tags, as newsboat has it. `article_folders`: those of
    imported files, with their articles and the unread ones.
    """
    root = Place("", "")
    for folder, articles, unread in article_folders:
        for place in _way(root, folder):
            place.articles += articles
            place.unread += unread
    for count in counts:
        feed = count.feed
        seen: list[Place] = []
        for folder in (feed.folder,) if feed.folder else feed.tags or ("",):
            way = _way(root, folder)
            for place in way:
                if not any(place is other for other in seen):
                    _add(place, count)
                    seen.append(place)
            inner = way[-1] if way else root
            leaf = Place(feed.title, folder, feed)
            _add(leaf, count)
            inner.places.append(leaf)
    _sort(root)
    return root.places


def lines(
    places: Sequence[Place], folded: Collection[str] = (), depth: int = 0
) -> Iterator[tuple[int, Place]]:
    """The tree line by line, with how deep each stands; what is in `folded` folders is left out."""
    for place in places:
        yield depth, place
        if place.feed is None and place.path not in folded:
            yield from lines(place.places, folded, depth + 1)


def _add(place: Place, count: FeedCount) -> None:
    place.articles += count.articles
    place.unread += count.unread
    place.failing += bool(count.feed.error)
    place.has_feeds = True


def _way(root: Place, folder: str) -> list[Place]:
    """The folders from the outermost to this one, made where they are not there yet."""
    parts = folder.split("/") if all(folder.split("/")) else [folder] if folder else []
    way: list[Place] = []
    here = root
    for part in parts:
        path = f"{here.path}/{part}" if here.path else part
        known = next((p for p in here.places if p.feed is None and p.path == path), None)
        if known is None:
            known = Place(part, path)
            here.places.append(known)
        way.append(known)
        here = known
    return way


def _sort(place: Place) -> None:
    place.places.sort(key=lambda one: (one.feed is not None, one.name.casefold()))
    for one in place.places:
        _sort(one)
