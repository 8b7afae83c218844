"""Which story an article belongs to, one article after another: candidates from keys, then evidence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lesart.analysis.stories.copies import Wording, contained, wording_of
from lesart.analysis.stories.features import Features, crc, features_of, sounds
from lesart.analysis.stories.similarity import likelihood

STORIES = 1
"""Raised whenever the same articles may be grouped otherwise."""
JOINS = 0.6
"""From this likelihood on two articles are one story …"""
FITS = 0.3
"""… if the article is as likely as this, on average, to belong with the story's others."""
COPIED, COPIED_LATER = 0.5, 0.75
"""From this share of the shorter text's rows of words in the other on it is a copy. What comes days
later was either taken over whole, or the form is the same: the pollen of this week and of the last."""
_MOST_CANDIDATES = 40
_MOST_COMPARED = 8
_LONGEST_PAUSE = 31
"""Days after which nothing is a follow-up any more; copies have no date of expiry."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An article as stories are made of it."""

    features: Features
    wording: Wording
    keys: tuple[int, ...]
    """Names, numbers and rare words by which candidates for the same story are found."""


def fingerprint(title: str, text: str, language: str, day: int | None) -> Fingerprint:
    features = features_of(title, text, language, day)
    return Fingerprint(features, wording_of(text), _keys(features))


def _keys(features: Features) -> tuple[int, ...]:
    """At most two dozen: what of an article another of its story will most likely have as well."""
    found: list[str] = []
    names = sorted(features.names, key=lambda n: (-features.names[n], n))
    titled = [n for n in names if n[:6] in features.title or n in features.title]
    for name in dict.fromkeys([*titled, *names][:14]):
        found += sorted(sounds(name))[:2]
    numbers = sorted(features.numbers.items(), key=lambda item: (-item[1], item[0]))
    found += [f"={number}" for number, weight in numbers[:6] if weight >= 0.5]
    words = sorted(features.words.items(), key=lambda item: (-item[1], item[0]))
    found += [f"{features.language}:{word}" for word, _ in words[:8]]
    return tuple(dict.fromkeys(crc(key) for key in found))


class Placement(NamedTuple):
    """Where an article belongs."""

    story: int
    copy_of: Hashable | None


@dataclass(slots=True)
class _Kept:
    id: Hashable
    print: Fingerprint
    story: int
    copy_of: Hashable | None = None


@dataclass(slots=True)
class StoryIndex:
    """Articles and their stories; an article that comes in joins one or begins one."""

    _articles: dict[Hashable, _Kept] = field(default_factory=dict)
    _stories: dict[int, list[Hashable]] = field(default_factory=dict)
    _by_key: dict[int, list[Hashable]] = field(default_factory=lambda: defaultdict(list))
    _by_anchor: dict[int, list[Hashable]] = field(default_factory=lambda: defaultdict(list))

    def add(self, id: Hashable, print: Fingerprint) -> Placement:
        """Find the article's story among those known; two stories that it shows to be one are joined."""
        original = self._original(print)
        likely = self._likely(print)
        stories = self._fitting(print, likely)
        if original is not None and original.story not in stories:
            stories.insert(0, original.story)
        story = stories[0] if stories else len(self._articles)
        kept = _Kept(id, print, story)
        if original is not None:
            kept.copy_of = original.id if original.copy_of is None else original.copy_of
        self._articles[id] = kept
        self._stories.setdefault(story, []).append(id)
        for key in print.keys:
            self._by_key[key].append(id)
        for anchor in print.wording.anchors:
            self._by_anchor[anchor].append(id)
        for other in stories[1:]:
            if self._belong_together(story, other):
                self._merge(story, other)
        return Placement(kept.story, kept.copy_of)

    def placements(self) -> Iterable[tuple[Hashable, Placement]]:
        """Every article in the order in which it came."""
        for kept in self._articles.values():
            yield kept.id, Placement(kept.story, kept.copy_of)

    def _original(self, print: Fingerprint) -> _Kept | None:
        """The article that this one copies most; the earlier of equals."""
        found = Counter(id for a in print.wording.anchors for id in self._by_anchor.get(a, ()))
        best, share = None, 0.0
        for id, _ in found.most_common(_MOST_CANDIDATES):
            kept = self._articles[id]
            here = contained(print.wording, kept.print.wording)
            if here > share and is_copy(print, kept.print, here):
                best, share = kept, here
        return best

    def _likely(self, print: Fingerprint) -> list[tuple[float, _Kept]]:
        scores: dict[Hashable, float] = defaultdict(float)
        for key in print.keys:
            known = self._by_key.get(key, ())
            rare = 1.0 / math.log(2.0 + len(known))
            for id in known[-2_000:]:
                scores[id] += rare
        nearest = sorted(scores, key=lambda id: -scores[id])[:_MOST_CANDIDATES]
        found = []
        for id in nearest:
            kept = self._articles[id]
            found.append((self._likelihood(print, kept.print), kept))
        return sorted(found, key=lambda pair: -pair[0])

    def _likelihood(self, one: Fingerprint, other: Fingerprint) -> float:
        a, b = one.features, other.features
        if a.day is not None and b.day is not None and abs(a.day - b.day) > _LONGEST_PAUSE:
            return 0.0
        is_one_language = a.language == b.language
        return likelihood(a, b, contained(one.wording, other.wording) if is_one_language else 0.0)

    def _fitting(self, print: Fingerprint, likely: Sequence[tuple[float, _Kept]]) -> list[int]:
        """Stories that the article joins, the likeliest first."""
        known = {kept.id: chance for chance, kept in likely}
        found = []
        for chance, kept in likely:
            if chance < JOINS:
                break
            if kept.story not in found and self._fits(print, kept.story, known):
                found.append(kept.story)
        return found

    def _fits(self, print: Fingerprint, story: int, known: dict[Hashable, float]) -> bool:
        chances = []
        for id in self._stories[story][-_MOST_COMPARED:]:
            chance = known.get(id)
            if chance is None:
                chance = self._likelihood(print, self._articles[id].print)
            chances.append(chance)
        return sum(chances) / len(chances) >= FITS

    def _belong_together(self, one: int, other: int) -> bool:
        chances = [
            self._likelihood(self._articles[a].print, self._articles[b].print)
            for a in self._stories[one][-_MOST_COMPARED:]
            for b in self._stories[other][-_MOST_COMPARED:]
        ]
        return sum(chances) / len(chances) >= JOINS - 0.1

    def _merge(self, one: int, other: int) -> None:
        for id in self._stories.pop(other):
            self._articles[id].story = one
            self._stories[one].append(id)


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
