"""What an article is compared by: words, names, countries, numbers, topics and days."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.names.skeletons import bare, plain, slavic
from lesart.analysis.stories.numbers import number_word, numbers_in
from lesart.analysis.stories.wording import WORDS_KEPT, rarity, stem, topic_of

MOST_CHARACTERS = 6_000
"""What an article is about stands in front; background behind it joins what does not belong together."""

_LONGEST_NAME = 11
"""Six words with what stands between them."""
LEAD = 260
"""Characters in which an article says what it is about."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:»“”\"\n+–—]\s*|[„«¿¡(]\s*)$")
_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "montag monday lundi lunes", "dienstag tuesday mardi martes",
            "mittwoch wednesday mercredi miercoles", "donnerstag thursday jeudi jueves",
            "freitag friday vendredi viernes", "samstag sonnabend saturday samedi sabado",
            "sonntag sunday dimanche domingo",
        )
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY_TAIL = re.compile(r"(?:morgen|vormittag|mittag|nachmittag|abend|nacht|s)$")
_MONTHS = frozenset(
    [
        "januar",
        "februar",
        "marz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "january",
        "february",
        "march",
        "may",
        "june",
        "july",
        "october",
        "december",
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "okt",
        "nov",
        "dec",
        "dez",
        "ene",
        "ago",
        "dic",
    ]
)


@dataclass(frozen=True, slots=True)
class Features:
    """One article as it is compared; the keys of each are the same in every language but `words`."""

    language: str
    day: int | None
    """Days since 1970; None where the article has no date."""
    words: dict[str, float]
    """Stems, by how rare they are and how often they stand there."""
    title: dict[str, float]
    names: dict[str, float]
    """Rare words with a capital, without accents."""
    lead: frozenset[str]
    """Those of them that the title or the first sentences have: whom it is about."""
    countries: frozenset[str]
    numbers: dict[str, float]
    topics: dict[str, float]
    days: frozenset[int]
    """The days that weekdays in the text mean."""


def features_of(title: str, text: str, language: str, day: int | None) -> Features:
    """Everything that two articles are compared by."""
    text = text[:MOST_CHARACTERS]
    whole = f"{title}.\n{text}"
    reading = _Reading(whole, len(title), language, day)
    for found in _WORD.finditer(whole):
        reading.take(found[0], found.start())
    for key, weight in numbers_in(text, language):
        reading.numbers[key] = max(reading.numbers.get(key, 0.0), weight)
    names, cost = reading.names, reading.cost
    return Features(
        language=language,
        day=day,
        words={word: cost[word] * (1.0 + math.log(n)) for word, n in reading.words.items()},
        title={stem(w): rarity().of(w) for w in _WORD.findall(title) if rarity().of(w) > 0},
        names=names,
        lead=frozenset(name for name in reading.lead if names[name] >= 0.5),
        countries=_countries(whole),
        numbers=reading.numbers,
        topics={topic: 1.0 + math.log(n) for topic, n in reading.topics.items()},
        days=frozenset(reading.days),
    )


@dataclass(slots=True)
class _Reading:
    """What was found in a text so far, word by word."""

    text: str
    """Title and text."""
    title: int
    """Characters of the title."""
    language: str
    day: int | None
    words: Counter[str] = field(default_factory=Counter)
    cost: dict[str, float] = field(default_factory=dict)
    """How rare each stem is."""
    names: dict[str, float] = field(default_factory=dict)
    lead: set[str] = field(default_factory=set)
    topics: Counter[str] = field(default_factory=Counter)
    numbers: dict[str, float] = field(default_factory=dict)
    days: set[int] = field(default_factory=set)

    def take(self, word: str, start: int) -> None:
        """Note what the word tells; most words tell nothing."""
        folded = _folded(word)
        if self._is_number_or_day(folded):
            return
        if folded in _MONTHS or (len(folded) < 3 and not word.isupper()):
            return
        value = rarity().of(word)
        if value <= 0.0:
            return
        topic = topic_of(folded)
        if topic:
            self.topics[topic] += 2 if start <= self.title else 1
        key = stem(word)
        self.words[key] += 1
        self.cost[key] = max(self.cost.get(key, 0.0), value)
        if word[0].isupper() and len(folded) > 2 and value >= 0.5:
            weight = value * _as_name(self.text, start, folded, self.language, bool(topic))
            self.names[folded] = min(self.names.get(folded, 1.0), weight)
            if start < self.title + LEAD:
                self.lead.add(folded)

    def _is_number_or_day(self, folded: str) -> bool:
        if (small := number_word(folded)) and len(folded) > 2:
            self.numbers.setdefault(small, 0.12)
            return True
        weekday = _WEEKDAYS.get(folded, _WEEKDAYS.get(_WEEKDAY_TAIL.sub("", folded), -1))
        if weekday < 0:
            return False
        if self.day is not None:
            self.days.add(self.day - (_weekday(self.day) - weekday) % 7)
        return True


_BEFORE = re.compile(r"(\w+)[\s„“]*$")
_ARTICLES = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "im",
        "am",
        "zum",
        "zur",
        "beim",
        "vom",
        "ins",
        "ans",
        "kein",
        "keine",
        "seine",
        "seiner",
        "seinen",
        "seinem",
        "sein",
        "ihre",
        "ihrer",
        "ihren",
        "ihrem",
        "ihr",
        "mehr",
        "viele",
        "alle",
        "zwei",
        "drei",
        "vier",
    ]
)
_NOUN_ENDING = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tat|ment|nis|ler|ling|chen|igen|lich)(?:en|e|s|er)?$"
)


def _as_name(text: str, start: int, folded: str, language: str, is_topic: bool) -> float:
    """How likely a rare word with a capital is a name: German nouns have one too."""
    if language != "de":
        is_first = _SENTENCE_START.search(text[max(0, start - 3) : start])
        return 0.5 if is_first or is_topic else 1.0
    before = _BEFORE.search(text[max(0, start - 20) : start])
    if is_topic or _NOUN_ENDING.search(folded) or (before and before[1].lower() in _ARTICLES):
        return 0.25
    return 1.0


@lru_cache(maxsize=WORDS_KEPT)
def _folded(word: str) -> str:
    return bare(word).replace("’", "'")


@lru_cache(maxsize=WORDS_KEPT)
def sounds(folded: str) -> frozenset[str]:
    """All the ways in which other languages may spell a name."""
    return plain(folded) | slavic(folded)


def _weekday(day: int) -> int:
    return (day + 3) % 7  # 1970 began on a Thursday


def day_of(seconds: int | None) -> int | None:
    """The day since 1970 of a moment in UTC."""
    if seconds is None:
        return None
    return int(
        (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).timestamp() // 86_400
    )


_CAPITAL = re.compile(
    r"(?<![\w])[A-ZÀ-ÖØ-Þ][\w’'.&-]*(?:[ -](?:(?:of|de|la|der|am|du|del|el|des|and|und)[ ])?[A-ZÀ-ÖØ-Þ][\w’'&-]*){0,4}"
)


def _countries(text: str) -> frozenset[str]:
    """The keys of countries named, the longest names first."""
    known = gazetteer().keys
    found: set[str] = set()
    for match in _CAPITAL.finditer(text):
        parts = re.split(r"([ -])", match[0])
        at = 0
        while at < len(parts):
            for end in range(min(len(parts), at + _LONGEST_NAME), at, -2):
                name = "".join(parts[at:end]).rstrip(".,'’")
                key = known.get(name) or known.get(name[:-1] if name.endswith("s") else "")
                if key:
                    if key.startswith("LOC:") and len(key) == 6:
                        found.add(key)
                    at = end - 1
                    break
            at += 2
    return frozenset(found)
