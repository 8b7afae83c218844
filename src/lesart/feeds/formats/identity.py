"""Know an entry again: by its guid, else its link, else its words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from lesart.model.feed import Entry
from lesart.text.urls import SHARED_LINK

NAMES_NOTHING = frozenset(("n/a", "na", "none", "null", "nil", "undefined", "-", "#", "0", "tbd"))
"""What programs write where they have no guid or link."""


def identity(entry: Entry) -> str:
    """What stands for an entry within its feed; the same at every visit."""
    return entry.guid or entry.link or _hash(entry.title, entry.content_html or entry.summary_html)


def without_twins(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Each entry as the feed gave it, and as it is to be kept: one an identity, its latest version.

    A guid that the feed gives to several pages identifies none of them; their links do. Where one
    guid or link stands at stories of quite different titles, it identifies none of those either.
    """
    links: dict[str, set[str]] = {}
    titles: dict[str, list[str]] = {}
    for entry in entries:
        if entry.guid and entry.link:
            links.setdefault(entry.guid, set()).add(entry.link)
        if entry.guid or entry.link:
            titles.setdefault(identity(entry), []).append(entry.title)
    shared = {name for name, told in titles.items() if _are_several(told)}
    kept: dict[str, tuple[Entry, Entry]] = {}
    for given in entries:
        entry = given
        if len(links.get(entry.guid, ())) > 1:
            entry = replace(entry, guid=entry.link)
        if identity(entry) in shared or (entry.guid != given.guid and entry.guid in shared):
            entry = replace(entry, guid=SHARED_LINK + _hash(identity(entry), entry.title))
        known = kept.get(identity(entry))
        if known is None or _age(known[1]) < _age(entry):
            kept[identity(entry)] = (given, entry)
    return list(kept.values())


def _are_several(titles: list[str]) -> bool:
    """Whether these head different stories, and not one that was given another title."""
    if len(titles) == 1:
        return False
    first = set(re.findall(r"\w+", titles[0].casefold()))
    for title in titles[1:]:
        words = set(re.findall(r"\w+", title.casefold()))
        if words and first and 2 * len(words & first) < min(len(words), len(first)):
            return True
    return False


def _hash(*parts: str) -> str:
    words = "\n".join(parts)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _age(entry: Entry) -> int:
    moment = entry.updated or entry.published
    return moment.seconds if moment else 0
