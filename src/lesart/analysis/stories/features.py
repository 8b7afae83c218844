"""What an article is compared by: words, names, places, numbers, topics and days."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.names.skeletons import bare, plain, slavic
from lesart.analysis.stories.numbers import number_word, numbers_in
from lesart.analysis.stories.wording import rarity, stem, topic_of

MOST_CHARACTERS = 6_000
"""What an article is about stands in front; background behind it joins what does not belong together."""

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
_CITIES_MEANT_SELDOM = frozenset({"LOC:essen"})


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
    places: dict[str, float]
    numbers: dict[str, float]
    topics: dict[str, float]
    days: frozenset[int]
    """The days that weekdays in the text mean."""
    length: int


def features_of(title: str, text: str, language: str, day: int | None) -> Features:
    """Everything that two articles are compared by."""
    text = text[:MOST_CHARACTERS]
    whole = f"{title}.\n{text}"
    words: Counter[str] = Counter()
    names: dict[str, float] = {}
    lead: set[str] = set()
    topics: Counter[str] = Counter()
    numbers: dict[str, float] = {}
    days: set[int] = set()
    cost: dict[str, float] = {}
    length = 0
    for found in _WORD.finditer(whole):
        word = found[0]
        length += 1
        folded = _folded(word)
        if (small := number_word(folded)) and len(folded) > 2:
            numbers.setdefault(small, 0.12)
            continue
        weekday = _WEEKDAYS.get(folded, _WEEKDAYS.get(_WEEKDAY_TAIL.sub("", folded), -1))
        if weekday >= 0:
            if day is not None:
                days.add(day - (_weekday(day) - weekday) % 7)
            continue
        if folded in _MONTHS or (len(folded) < 3 and not word.isupper()):
            continue
        value = rarity().of(word)
        if value <= 0.0:
            continue
        if topic := topic_of(folded):
            topics[topic] += 2 if found.start() <= len(title) else 1
        key = stem(word)
        words[key] += 1
        cost[key] = max(cost.get(key, 0.0), value)
        if word[0].isupper() and len(folded) > 2 and value >= 0.5:
            weight = value * _as_name(whole, found.start(), folded, language, bool(topic))
            names[folded] = min(names.get(folded, 1.0), weight)
            if found.start() < len(title) + LEAD:
                lead.add(folded)
    for key, weight in numbers_in(text, language):
        numbers[key] = max(numbers.get(key, 0.0), weight)
    return Features(
        language=language,
        day=day,
        words={w: cost[w] * (1.0 + math.log(n)) for w, n in words.items()},
        title={stem(w): rarity().of(w) for w in _WORD.findall(title) if rarity().of(w) > 0},
        names=names,
        lead=frozenset(name for name in lead if names[name] >= 0.5),
        places=_places(whole),
        numbers=numbers,
        topics={t: 1.0 + math.log(n) for t, n in topics.items()},
        days=frozenset(days),
        length=length,
    )


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


@cache
def _folded(word: str) -> str:
    return bare(word).replace("’", "'")


@cache
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


def _places(text: str) -> dict[str, float]:
    """Known places and organisations, longest names first."""
    known = gazetteer().keys
    found: dict[str, float] = {}
    for match in _CAPITAL.finditer(text):
        parts = re.split(r"([ -])", match[0])
        at = 0
        while at < len(parts):
            for end in range(len(parts), at, -2):
                name = "".join(parts[at:end]).rstrip(".,'’")
                key = known.get(name) or known.get(name[:-1] if name.endswith("s") else "")
                if key:
                    found[key] = _place_weight(key)
                    at = end - 1
                    break
            at += 2
    return found


def _place_weight(key: str) -> float:
    kind, _, place = key.partition(":")
    if kind == "ORG":
        return 0.5
    if place.isdigit():
        return 0.7
    return 0.35 if len(place) == 2 else 0.5
