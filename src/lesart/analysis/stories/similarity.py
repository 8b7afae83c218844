"""How likely two articles tell of one event: evidence, weighed by numbers fitted to labelled pairs."""

from __future__ import annotations

import math
from typing import NamedTuple

from lesart.analysis.stories.features import Features, sounds

MOST_NAMES = 6.0
"""More names in common say no more: long articles have many."""
MOST_NUMBERS = 2.0


class Evidence(NamedTuple):
    """What speaks for one story; each between 0 and about 3."""

    words: float
    """Cosine of the words; 0 between languages."""
    title: float
    """Rare words of the one title that the other article has, and the other way round."""
    names: float
    """Rare capitalised words in common: the logarithm of their sum."""
    names_share: float
    lead: float
    """Of the names in the first sentences of each, the share that the other has anywhere."""
    countries: float
    """Countries that both name, between languages: their names are seldom spelt alike."""
    numbers: float
    """Telling numbers in common: the logarithm of their sum."""
    numbers_share: float
    numbers_apart: float
    """Telling numbers that only one has, where both have some: reports from one template."""
    topics: float
    days_apart: float
    days_shared: float
    """1 where weekdays in both mean a day in common, -1 where they do not, else 0."""
    template_numbers: float
    """Wording in common that holds other numbers: two reports from one template."""
    template_names: float
    """The same with other names in the lead."""


def evidence(one: Features, other: Features, likeness: float = 0.0) -> Evidence:
    """`likeness` is the share of the shorter text's wording that the other has."""
    is_same_language = one.language == other.language
    if is_same_language:
        shared = back = {
            n: min(w, other.names[n]) for n, w in one.names.items() if n in other.names
        }
    else:
        shared, back = _names_across(one, other), _names_across(other, one)
    names = sum(shared.values())
    fewest_names = min(len(one.names), len(other.names)) or 1
    numbers = _shared(one.numbers, other.numbers)
    fewest_numbers = min(sum(one.numbers.values()), sum(other.numbers.values()))
    numbers_share = numbers / fewest_numbers if fewest_numbers > 0.4 else 0.0
    numbers_apart = math.log1p(min(fewest_numbers - numbers, MOST_NUMBERS))
    lead = (_lead(one, shared) + _lead(other, back)) / 2
    alike = 5.0 * min(likeness, 0.4)
    return Evidence(
        words=_cosine(one.words, other.words) if is_same_language else 0.0,
        title=_title(one, other) if is_same_language else 0.0,
        names=math.log1p(min(names, MOST_NAMES)),
        names_share=names / fewest_names,
        lead=lead,
        countries=0.0
        if is_same_language
        else math.log1p(min(2, len(one.countries & other.countries))),
        numbers=math.log1p(numbers),
        numbers_share=numbers_share,
        numbers_apart=numbers_apart,
        topics=_cosine(one.topics, other.topics),
        days_apart=_days_apart(one.day, other.day),
        days_shared=_days_shared(one, other),
        template_numbers=alike * (1.0 - numbers_share) * min(1.0, numbers_apart),
        template_names=alike * (1.0 - lead),
    )


def _lead(article: Features, shared: dict[str, float]) -> float:
    total = sum(article.names[name] for name in article.lead)
    return sum(article.names[n] for n in article.lead if n in shared) / total if total else 0.3


def _names_across(one: Features, other: Features) -> dict[str, float]:
    heard = {sound: weight for name, weight in other.names.items() for sound in sounds(name)}
    found = {}
    for name, weight in one.names.items():
        if len(name) < 4:
            continue
        weights = [heard[sound] for sound in sounds(name) if sound in heard]
        if weights:
            found[name] = min(weight, max(weights))
    return found


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(min(weight, other[key]) for key, weight in one.items() if key in other)


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    dot = sum(weight * other[key] for key, weight in one.items() if key in other)
    if not dot:
        return 0.0
    return dot / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def _title(one: Features, other: Features) -> float:
    if len(one.title) > 1 and one.title.keys() == other.title.keys():
        # "Liveticker", "The weather for the week": copies apart, which are known by their wording,
        # who has the same title twice has a series.
        return 0.0
    shares = [
        sum(w for key, w in mine.title.items() if key in theirs.words) / sum(mine.title.values())
        for mine, theirs in ((one, other), (other, one))
        if sum(mine.title.values()) > 0
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _days_apart(one: int | None, other: int | None) -> float:
    return 0.0 if one is None or other is None else math.log1p(abs(one - other))


def _days_shared(one: Features, other: Features) -> float:
    if not one.days or not other.days:
        return 0.0
    return 1.0 if one.days & other.days else -1.0


class _Weights(NamedTuple):
    """One logistic regression: what each piece of evidence counts, and where the sum starts."""

    evidence: Evidence
    start: float


# Fitted to the first half of the labelled pairs (`tests/analysis/stories/fit.py`), apart by whether words can
# be compared and whether both dates are known. Without dates the sum starts lower: rather two stories.
_SAME_LANGUAGE = _Weights(
    Evidence(
        words=1.63, title=2.20, names=2.32, names_share=-0.22, lead=1.41, countries=0.0, numbers=0.26,
        numbers_share=1.89, numbers_apart=-1.81, topics=0.56, days_apart=-0.99, days_shared=0.98,
        template_numbers=-2.86, template_names=-1.63,
    ),
    -3.43,
)  # fmt: skip
_ACROSS = _Weights(
    Evidence(
        words=0.0, title=0.0, names=2.34, names_share=1.51, lead=2.91, countries=1.75, numbers=1.36,
        numbers_share=2.07, numbers_apart=-0.18, topics=2.52, days_apart=-1.52, days_shared=0.40,
        template_numbers=0.0, template_names=0.0,
    ),
    -3.46,
)  # fmt: skip
_SAME_LANGUAGE_UNDATED = _Weights(
    Evidence(
        words=1.52, title=1.76, names=2.23, names_share=-0.85, lead=1.19, countries=0.0, numbers=1.11,
        numbers_share=0.82, numbers_apart=-1.34, topics=2.19, days_apart=0.0, days_shared=0.0,
        template_numbers=-3.43, template_names=-1.70,
    ),
    -6.15,
)  # fmt: skip
_ACROSS_UNDATED = _Weights(
    Evidence(
        words=0.0, title=0.0, names=2.28, names_share=1.04, lead=3.01, countries=1.86, numbers=1.81,
        numbers_share=2.08, numbers_apart=-0.57, topics=3.50, days_apart=0.0, days_shared=0.0,
        template_numbers=0.0, template_names=0.0,
    ),
    -6.29,
)  # fmt: skip


def likelihood(one: Features, other: Features, likeness: float = 0.0) -> float:
    """The chance that both tell of one event, by a logistic regression over the evidence."""
    is_dated = one.day is not None and other.day is not None
    if one.language == other.language:
        weights = _SAME_LANGUAGE if is_dated else _SAME_LANGUAGE_UNDATED
    else:
        weights = _ACROSS if is_dated else _ACROSS_UNDATED
    found = evidence(one, other, likeness)
    total = weights.start + sum(w * e for w, e in zip(weights.evidence, found, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
