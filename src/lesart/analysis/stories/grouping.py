"""Which story an article belongs to, one article after another: candidates from keys, then evidence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from lesart.analysis.stories.candidates import keys_of
from lesart.analysis.stories.copies import Wording, contained, wording_of
from lesart.analysis.stories.features import Features, features_of
from lesart.analysis.stories.similarity import likelihood

STORIES = 2
"""Raised whenever the same articles may be grouped otherwise."""
JOINS = 0.6
"""From this likelihood on two articles are one story …"""
FITS = 0.3
"""… if the article is as likely as this, on average, to belong with the story's others."""
COPIED, COPIED_LATER = 0.5, 0.75
"""From this share of the shorter text's rows of words in the other on it is a copy. What comes days
later was either taken over whole, or the form is the same: the pollen of this week and of the last."""
MOST_CANDIDATES = 40
_MOST_COMPARED = 8
_MOST_OF_A_KEY = 2_000
_LONGEST_PAUSE = 31
"""Days after which nothing is a follow-up any more; copies have no date of expiry."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An article as stories are made of it."""

    features: Features
    wording: Wording
    keys: tuple[int, ...]
    """Names, numbers and rare words by which candidates for the same story are found; the best first."""


def fingerprint(title: str, text: str, language: str, day: int | None) -> Fingerprint:
    """What of an article is compared; `day` counts from 1970."""
    features = features_of(title, text, language, day)
    return Fingerprint(features, wording_of(text), keys_of(features))


class Placement(NamedTuple):
    """Where an article belongs."""

    story: int
    copy_of: int | None


class Placed(NamedTuple):
    """An article that has its story."""

    id: int
    print: Fingerprint
    story: int
    copy_of: int | None


class Shelf(Protocol):
    """Where articles and their stories are kept: in memory, or in a library."""

    def with_keys(self, keys: Sequence[int]) -> Sequence[int]:
        """Articles that have some of the keys, the likeliest first, not too many."""
        ...

    def with_anchors(self, anchors: Sequence[int]) -> Sequence[int]:
        """The same by the anchors of their wording."""
        ...

    def placed(self, id: int) -> Placed: ...

    def members(self, story: int) -> Sequence[int]:
        """The articles of a story, the newest last."""
        ...

    def put(self, id: int, print: Fingerprint, story: int | None, copy_of: int | None) -> int:
        """Keep an article in a story, or in a new one; gives its story."""
        ...

    def merge(self, one: int, other: int) -> None:
        """The articles of `other` belong to `one`."""
        ...


def place(shelf: Shelf, id: int, print: Fingerprint) -> Placement:
    """Find the article's story among those known; two that it shows to be one story are joined."""
    original = _original(shelf, print)
    stories = _fitting(shelf, print)
    if original is not None and original.story not in stories:
        stories.insert(0, original.story)
    copied = None
    if original is not None:
        copied = original.id if original.copy_of is None else original.copy_of
    story = shelf.put(id, print, stories[0] if stories else None, copied)
    for other in stories[1:]:
        if _belong_together(shelf, story, other):
            shelf.merge(story, other)
    return Placement(story, copied)


def _original(shelf: Shelf, print: Fingerprint) -> Placed | None:
    """The article that this one copies most; the earlier of equals."""
    best, share = None, 0.0
    ids = dict.fromkeys([*shelf.with_anchors(print.wording.anchors), *shelf.with_keys(print.keys)])
    for id in ids:
        known = shelf.placed(id)
        here = contained(print.wording, known.print.wording)
        if here > share and is_copy(print, known.print, here):
            best, share = known, here
    return best


def _fitting(shelf: Shelf, print: Fingerprint) -> list[int]:
    """Stories that the article joins, the likeliest first."""
    likely = []
    for id in shelf.with_keys(print.keys):
        known = shelf.placed(id)
        likely.append((_likelihood(print, known.print), known))
    likely.sort(key=lambda pair: -pair[0])
    chances = {known.id: chance for chance, known in likely}
    found: list[int] = []
    for chance, known in likely:
        if chance < JOINS:
            break
        if known.story not in found and _fits(shelf, print, known.story, chances):
            found.append(known.story)
    return found


def _fits(shelf: Shelf, print: Fingerprint, story: int, known: dict[int, float]) -> bool:
    chances = [
        known[id] if id in known else _likelihood(print, shelf.placed(id).print)
        for id in shelf.members(story)[-_MOST_COMPARED:]
    ]
    return sum(chances) / len(chances) >= FITS


def _belong_together(shelf: Shelf, one: int, other: int) -> bool:
    ours, theirs = (
        [shelf.placed(id).print for id in shelf.members(story)[-_MOST_COMPARED:]]
        for story in (one, other)
    )
    chances = [_likelihood(a, b) for a in ours for b in theirs]
    return sum(chances) / len(chances) >= JOINS - 0.1


def _likelihood(one: Fingerprint, other: Fingerprint) -> float:
    a, b = one.features, other.features
    if a.day is not None and b.day is not None and abs(a.day - b.day) > _LONGEST_PAUSE:
        return 0.0
    is_one_language = a.language == b.language
    return likelihood(a, b, contained(one.wording, other.wording) if is_one_language else 0.0)


@dataclass(slots=True)
class StoryIndex:
    """Articles and their stories in memory; an article that comes in joins one or begins one."""

    _articles: dict[int, Placed] = field(default_factory=dict)
    _stories: dict[int, list[int]] = field(default_factory=dict)
    _by_key: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_anchor: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, id: int, print: Fingerprint) -> Placement:
        return place(self, id, print)

    def placements(self) -> Iterable[tuple[int, Placement]]:
        """Every article in the order in which it came."""
        for known in self._articles.values():
            yield known.id, Placement(known.story, known.copy_of)

    def with_keys(self, keys: Sequence[int]) -> Sequence[int]:
        return ranked([self._by_key.get(key, ())[-_MOST_OF_A_KEY:] for key in keys])

    def with_anchors(self, anchors: Sequence[int]) -> Sequence[int]:
        found = Counter(id for a in anchors for id in self._by_anchor.get(a, ())[-_MOST_OF_A_KEY:])
        return [id for id, _ in found.most_common(MOST_CANDIDATES)]

    def placed(self, id: int) -> Placed:
        return self._articles[id]

    def members(self, story: int) -> Sequence[int]:
        return self._stories[story]

    def put(self, id: int, print: Fingerprint, story: int | None, copy_of: int | None) -> int:
        story = len(self._articles) if story is None else story
        self._articles[id] = Placed(id, print, story, copy_of)
        self._stories.setdefault(story, []).append(id)
        for key in print.keys:
            self._by_key[key].append(id)
        for anchor in print.wording.anchors:
            self._by_anchor[anchor].append(id)
        return story

    def merge(self, one: int, other: int) -> None:
        for id in self._stories.pop(other):
            self._articles[id] = self._articles[id]._replace(story=one)
            self._stories[one].append(id)


def ranked(lists: Iterable[Sequence[int]]) -> list[int]:
    """Articles out of the lists of some keys: those with many keys in common, rare ones before all."""
    scores: dict[int, float] = defaultdict(float)
    for ids in lists:
        rare = 1.0 / math.log(2.0 + len(ids))
        for id in ids:
            scores[id] += rare
    return sorted(scores, key=lambda id: (-scores[id], id))[:MOST_CANDIDATES]


def is_copy(one: Fingerprint, other: Fingerprint, share: float) -> bool:
    """Much the same wording, and the same names and numbers in it: a template has others."""
    days = (one.features.day, other.features.day)
    is_later = None not in days and abs(days[0] - days[1]) > 1  # type: ignore[operator]
    if (
        share < (COPIED_LATER if is_later else COPIED)
        or min(len(one.wording.rows), len(other.wording.rows)) < 8
    ):
        return share > 0.95
    if share >= 0.9:
        return True
    return (
        _share_of(_numbers(one), _numbers(other)) >= 0.6
        and _share_of(one.features.names, other.features.names) >= 0.5
    )


def _numbers(print: Fingerprint) -> dict[str, float]:
    return {n: w for n, w in print.features.numbers.items() if w >= 0.3}


def _share_of(one: dict[str, float], other: dict[str, float]) -> float:
    """Of the fewer, how many the other has too; 1 where there are hardly any."""
    few, many = sorted((one, other), key=len)
    return sum(key in many for key in few) / len(few) if len(few) > 1 else 1.0
