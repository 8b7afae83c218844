"""What makes two articles the same one: their words, their address, their feed's id for them."""

from __future__ import annotations

from functools import lru_cache

from lesart.store.sql_functions import story_of
from lesart.text.urls import canonical_link


def hash_of(title: str, text: str) -> bytes:
    """What makes two texts the same for us; 16 bytes."""
    import hashlib  # reading does without

    joined = f"{title}\n\n{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).digest()


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
