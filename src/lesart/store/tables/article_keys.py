"""What makes two articles the same one: their address, their feed's id for them."""

from __future__ import annotations

from functools import lru_cache

from lesart.store.sql_functions import story_of
from lesart.text.urls import canonical_link


@lru_cache(maxsize=64)
def story_key(link: str) -> int | None:
    """A number for an address, tracking aside; None for none."""
    return story_of(canonical_link(link))


def other_scheme(guid: str) -> str:
    """The guid as it was or will be when its site learns https; itself where it is no address."""
    for scheme, other in (("http://", "https://"), ("https://", "http://")):
        if guid.startswith(scheme):
            return other + guid.removeprefix(scheme)
    return guid
