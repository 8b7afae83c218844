"""Articles, before and after they are stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lesart.model.enclosure import Enclosure
from lesart.model.moment import Moment
from lesart.model.text import Block


class Prepared(NamedTuple):
    """What was worked out of a title and a text beforehand (`text.prepared`)."""

    text_hash: bytes
    """Of which title and text; for any other the rest is not true."""
    words: int
    packed: str | bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is stored: what an importer or a feed visit produces."""

    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str = ""
    """What the list shows as its origin: the feed's title, or a folder's name for files."""
    folder: str = ""
    author: str = ""
    link: str = ""
    guid: str = ""
    language: str = ""
    published: Moment | None = None
    feed_id: int | None = None
    tags: tuple[str, ...] = ()
    raw_html: bytes = b""
    """The page as fetched, zlib-compressed, so that a better extractor can run again."""
    text_state: str = ""
    """A sentence where the text is not all there ("Full text not found (paywall)…"); else empty."""
    is_full_text: bool = True
    enclosures: tuple[Enclosure, ...] = ()
    is_read: bool = False
    """Whether it comes in as read; an article that is here already stays as it is."""
    is_starred: bool = False
    is_recent: bool = True
    """Whether it is as new as its coming in, where it tells no date. An old file is not."""
    prepared: Prepared | None = field(default=None, compare=False, repr=False)
    """Where somebody had time for it; it is left aside where the words have changed since."""


@dataclass(frozen=True, slots=True)
class Article:
    """What we keep of a story: its text never changes, a corrected text is a new revision."""

    id: int
    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str = ""
    folder: str = ""
    author: str = ""
    link: str = ""
    guid: str = ""
    language: str = ""
    published: Moment | None = None
    arrived: int = 0
    feed_id: int | None = None
    revision: int = 1
    revised: int | None = None
    """UTC seconds of the last change of its words; None: never changed."""
    is_read: bool = False
    is_starred: bool = False
    position: int = 0
    """Offset into `text` where the reader left off."""
    tags: tuple[str, ...] = ()
    text_state: str = ""
    is_full_text: bool = True
    enclosures: tuple[Enclosure, ...] = ()
