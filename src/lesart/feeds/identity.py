"""Know an entry again: by its guid, else its link, else its words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from lesart.model import Entry


def identity(entry: Entry) -> str:
    """What stands for an entry within its feed; the same at every visit."""
    if entry.guid or entry.link:
        return entry.guid or entry.link
    words = f"{entry.title}\n{entry.content_html or entry.summary_html}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def without_twins(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Each entry as the feed gave it, and as it is to be kept: one an identity, its latest version.

    A guid that the feed gives to several pages identifies none of them; their links do.
    """
    links: dict[str, set[str]] = {}
    for entry in entries:
        if entry.guid and entry.link:
            links.setdefault(entry.guid, set()).add(entry.link)
    kept: dict[str, tuple[Entry, Entry]] = {}
    for given in entries:
        entry = given
        if len(links.get(entry.guid, ())) > 1:
            entry = replace(entry, guid=entry.link)
        known = kept.get(identity(entry))
        if known is None or _age(known[1]) < _age(entry):
            kept[identity(entry)] = (given, entry)
    return list(kept.values())


def _age(entry: Entry) -> int:
    moment = entry.updated or entry.published
    return moment.seconds if moment else 0
