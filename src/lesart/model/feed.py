"""Sources of articles, and what they said."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.model.enclosure import Enclosure
from lesart.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as the feed gave it: plain-text title, absolute link, raw (unsanitised) HTML."""

    guid: str
    link: str
    title: str
    author: str = ""
    published: Moment | None = None
    updated: Moment | None = None
    content_html: str = ""
    summary_html: str = ""
    language: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    base: str = ""
    """What relative addresses in its HTML start from; empty: its link."""
    is_date_doubtful: bool = False
    """The feed's date was absurd or in the future and is not believed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A source the reader subscribed to, and how its last visits went."""

    id: int
    url: str
    title: str
    site: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    is_paused: bool = False
    wants_full_text: bool = False
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    visited: int | None = None
    succeeded: int | None = None
    next_visit: int | None = None
    """UTC seconds; None: due."""
    error: str = ""
    error_count: int = 0
    is_gone: bool = False
    visit_count: int = 0
    unchanged_count: int = 0
    """How many of the visits were answered 304 or with the same bytes."""
    every: int | None = None
    """Seconds between visits, as the reader wishes; None: by the feed's own rhythm."""
    muted_until: int | None = None
    """UTC seconds up to which its new articles come in as read; None: it is not muted."""

    def is_muted(self, now: int) -> bool:
        return self.muted_until is not None and now < self.muted_until
