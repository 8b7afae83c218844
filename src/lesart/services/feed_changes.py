"""What a reader changes about feeds: each change is values to set, and setting what was there undoes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lesart.feeds.http.addresses import typed
from lesart.feeds.schedule import LONGEST_WISHED, SHORTEST
from lesart.locales.lengths import end_of, seconds_of, written
from lesart.model.errors import UsageError
from lesart.model.feed import Feed
from lesart.store import Store
from lesart.text.clean import clean_line
from lesart.text.folder_names import folder_name
from lesart.translations import _

Values = Mapping[str, Any]
Changes = Mapping[int, Values]
"""Feed -> what to set of it."""


def paused(is_paused: bool) -> Values:
    # Whoever resumes a feed that was gone wants it tried again.
    again = {} if is_paused else {"is_gone": False, "error_count": 0, "next_visit": None}
    return {"is_paused": is_paused, **again}


def rhythm(feed: Feed, words: str) -> Values:
    """Visits as often as `1h` or `2d` says; `auto` or nothing: as often as the feed brings something.

    Raises UsageError with a sentence for what cannot be had.
    """
    if words.strip().casefold() in ("", "auto", "off"):
        return {"every": None, "next_visit": None} if feed.every else {"every": None}
    every = seconds_of(words)
    if every is None or not SHORTEST <= every <= LONGEST_WISHED:
        raise UsageError(
            _("“{words}” is no rhythm; write 15m to 4w (30m, 6h, 2d), or auto.").format(words=words)
        )
    due = feed.visited + every if feed.visited is not None else None
    return {"every": every, "next_visit": due}


def muted(words: str, now: int) -> Values:
    """New articles come in as read until `7d` are over or a day begins; `off` or nothing ends that."""
    if words.strip().casefold() in ("", "off"):
        return {"muted_until": None}
    until = end_of(words, now)
    if until is None:
        raise UsageError(
            _("“{words}” is no end; write 12h, 7d, 4w or a day (2026-12-31), or off.").format(
                words=words
            )
        )
    if until <= now:
        raise UsageError(_("{words} is over already.").format(words=words))
    return {"muted_until": until}


def address(store: Store, feed: Feed, words: str) -> Values:
    """Another address for the same feed: it is visited there as if for the first time."""
    if any(map(str.isspace, words.strip())):
        raise UsageError(_("“{words}” is no address.").format(words=clean_line(words, 80)))
    url = typed(words)
    other = store.feeds.by_url(url)
    if other is not None and other.id != feed.id:
        raise UsageError(
            _("{title} has this address already; it is followed once.").format(title=other.title)
        )
    if url == feed.url:
        return {}
    return {
        "url": url, "etag": "", "last_modified": "", "body_hash": "", "next_visit": None,
        "error": "", "error_count": 0, "is_gone": False,
    }  # fmt: skip


def moved_folder(feeds: Iterable[Feed], old: str, new: str) -> Changes:
    """Every feed in the folder `old`, or in one in it, with that part of its folder called `new`."""
    return {
        feed.id: {"folder": folder_name(f"{new}/{feed.folder[len(old) :]}")}
        for feed in feeds
        if feed.folder == old or feed.folder.startswith(f"{old}/")
    }


def rhythm_words(feed: Feed) -> str:
    """As `rhythm` reads it; empty: the feed's own."""
    return written(feed.every) if feed.every else ""
