"""Keys by which articles that may be of one story find each other, without comparing all with all."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from lesart.analysis.stories.features import Features
from lesart.analysis.stories.wording import WORDS_KEPT

FEW = 9
"""So many keys, the first, are enough for a library; in memory all are kept."""

# Coarser than sounds: whoever shares a key is compared, no more.
_COARSE = (
    (re.compile("sch|tch|sh|ch|zh|ts|[szxcç]"), "S"),
    (re.compile("ph|[wvf]"), "V"),
    (re.compile("[kgq]"), "K"),
    (re.compile("[dt]"), "T"),
    (re.compile("[aeiouyjh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def keys_of(features: Features) -> tuple[int, ...]:
    """At most two dozen: what of an article others of its story will most likely have as well."""
    names = sorted(features.names, key=lambda n: (n not in features.lead, -features.names[n], n))
    numbers = sorted(features.numbers.items(), key=lambda item: (-item[1], item[0]))
    words = sorted(features.words.items(), key=lambda item: (-item[1], item[0]))
    by_names = iter(dict.fromkeys(_coarse(name) for name in names))
    by_numbers = (f"={number}" for number, weight in numbers if weight >= 0.5)
    by_words = (f"{features.language}:{word}" for word, _ in words)
    rounds: list[Iterator[str]] = [
        part
        for most in ((5, 2, 2), (9, 4, 6))
        for part in (
            islice(by_names, most[0]), islice(by_numbers, most[1]), islice(by_words, most[2])
        )
    ]  # fmt: skip
    return tuple(dict.fromkeys(zlib.crc32(key.encode()) for key in chain.from_iterable(rounds)))


@lru_cache(maxsize=WORDS_KEPT)
def _coarse(name: str) -> str:
    sound = name
    for before, after in _COARSE:
        sound = before.sub(after, sound)
    return sound if len(sound) > 2 else name
