"""What a figure is of: the thing that is counted or measured, what became of it, which ones of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from lesart.analysis.comparing.concepts import (
    Reading,
    kinds,
    known_keys,
    parents,
    readings_of,
    words_of,
)
from lesart.analysis.comparing.names import country_of
from lesart.model.figure import Figure

Match = Literal["same", "part", "unsure", "other"]

_LINKS = re.compile(
    r"\b(?:of|in|from|for|with|at|on|among|der|des|von|vom|im|aus|für|mit|unter|bei|de|du|des|d'|d’|dans|en|"
    r"pour|sur|à|au|aux|del|con|para|entre|por)\b",
    re.IGNORECASE,
)
_PEOPLE_STATES = frozenset({"dead", "injured", "missing"})
"""What became of people; one is never the other."""
_TELLING = 10
"""Letters of a word that hardly means two things."""
_PRICES = frozenset({"price", "cost", "rent", "wage"})
_OPEN_WORLD = frozenset({"living", "aboard", "passenger"})
"""Says who they are rather than what became of them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is of."""

    heads: frozenset[str] = frozenset()
    """What is counted or measured: keys of concepts, or a word's stem where no table knows it."""
    is_known: bool = False
    states: frozenset[str] = frozenset()
    """What became of it: dead, destroyed, sold."""
    is_state_sure: bool = True
    """False where the sentence tells several and it is open which."""
    dimensions: frozenset[str] = frozenset()
    """Long, wide, high …"""
    modifiers: frozenset[str] = frozenset()
    """Which ones of it: "foreign" of "foreign workers"."""
    around: frozenset[str] = frozenset()
    """Everything else that its part of the sentence speaks of."""
    groups: frozenset[str] = frozenset()
    """People that its part of the sentence speaks of."""
    raw: frozenset[str] = frozenset()
    """The noun's main word as it stands, where it is long enough to tell something."""
    is_counted: bool = True
    """Counts and shares of people and things, not sums of money and measures."""
    words: str = ""
    """The noun as the text has it, for people."""

    @property
    def keys(self) -> frozenset[str]:
        """What other articles' figures of the same subject have one of."""
        return self.heads | self.states | self.dimensions or self.around


def subject_of(figure: Figure, segment: str, sentence: str, before: str, language: str) -> Subject:
    """The subject, from the noun and from the words that stand by the figure."""
    if named := _named_before(figure, before, language):
        return Subject(heads=named, is_known=True, words=figure.noun)
    near = list(readings_of(segment, language))
    noun = _noun_parts(_without_given_names(figure.noun, language), language)
    phrase = [r for r in readings_of(figure.noun, language) if "_" in r.stem]
    chunk = phrase or next((part for part in noun if any(not r.is_light for r in part)), [])
    heads, is_known = _heads(chunk, near, figure, language)
    raw = _main_word(figure.noun, language)
    states = _of_kind(chunk, "s")
    dimensions = _of_kind(near, "d")
    is_sure = True
    if not states:
        states = _of_kind(near, "s")
        if not states and _is_of_people_or_things(heads, figure):
            states = _of_kind(readings_of(sentence, language), "s")
            is_sure = len(states) <= 1
    states = _without_falls(states, heads)
    if figure.kind in ("count", "percent", "ratio") and states and (not heads or heads <= states):
        heads = frozenset(_holder(state) for state in states) - {""} or heads
        is_known = bool(heads)
    narrowing = [word for reading in chunk for word in _narrowing(reading)]
    narrowing += [
        word
        for part in noun
        if part is not chunk and not phrase
        for r in part
        for word in _whole(r)
    ]
    modifiers = frozenset(word for word in narrowing if word not in heads and word not in states)
    around = frozenset(c.key for r in near for c in r.concepts) | frozenset(
        r.stem for r in near if not r.concepts and not r.is_light and len(r.stem) >= 5
    )
    return Subject(
        heads=heads,
        is_known=is_known,
        states=states,
        is_state_sure=is_sure,
        dimensions=dimensions,
        modifiers=modifiers,
        around=around,
        groups=_of_kind(near, "p"),
        raw=raw,
        is_counted=figure.kind in ("count", "percent", "ratio"),
        words=figure.noun,
    )


def subject_keys(figure: Figure, language: str) -> frozenset[str]:
    """What the noun alone stands for: how figures of other articles are found."""
    noun = _noun_parts(figure.noun, language)
    chunk = next((part for part in noun if any(not r.is_light for r in part)), [])
    heads, _ = _heads(chunk, [], figure, language)
    return heads | _of_kind(chunk, "s")


def _named_before(figure: Figure, before: str, language: str) -> frozenset[str]:
    """A measure that stands right before a bare number: "Stärke 7,2"."""
    last = list(readings_of(before, language))[-1:]
    is_bare = not figure.noun or figure.value is None or figure.value % 1 != 0
    if figure.kind != "count" or not is_bare or not last:
        return frozenset()
    return frozenset(c.key for c in last[0].concepts if c.kind == "m")


def _without_falls(states: frozenset[str], heads: frozenset[str]) -> frozenset[str]:
    """Soldiers who fall are dead; prices and shots only fall."""
    if "fallen" not in states:
        return states
    rest = states - {"fallen"}
    return rest | {"dead"} if "soldier" in heads else rest


def _without_given_names(noun: str, language: str) -> str:
    """The noun without words in capitals, where only names have them: "Siemens revenue"."""
    if language == "de":
        return noun
    return " ".join(
        word
        for word in noun.split()
        if not word[:1].isupper() or any(r.concepts for r in readings_of(word, language))
    )


def _main_word(noun: str, language: str) -> frozenset[str]:
    words = words_of(_LINKS.split(noun)[0])
    if not words:
        return frozenset()
    word = words[0] if language in ("fr", "es") else words[-1]
    return frozenset({word}) if len(word) >= _TELLING else frozenset()


def _narrowing(reading: Reading) -> tuple[str, ...]:
    """What a word of the noun says about which ones are meant."""
    known = tuple(c.key for c in reading.concepts if c.kind in "qptm")
    unknown = () if reading.concepts or reading.is_light else (reading.stem,)
    return (*reading.modifiers, *known, *unknown)


def _whole(reading: Reading) -> tuple[str, ...]:
    """What a word behind the noun says: "women" of "life expectancy of women"."""
    known = tuple(concept.key for concept in reading.concepts)
    return known or (() if reading.is_light else (reading.stem,))


def _noun_parts(noun: str, language: str) -> list[list[Reading]]:
    """The noun and what hangs on it, each as readings: "members | of the army"."""
    parts = _LINKS.split(noun)
    return [list(readings_of(part, language)) for part in parts if part and part.strip()]


def _heads(
    chunk: list[Reading], near: list[Reading], figure: Figure, language: str
) -> tuple[frozenset[str], bool]:
    kinds = "pt" if figure.kind == "count" else "mpt"
    ordered = chunk if language in ("fr", "es") else chunk[::-1]
    for reading in ordered:
        found = frozenset(c.key for c in reading.concepts if c.kind in kinds)
        if not found and figure.kind == "count":
            found = frozenset(c.key for c in reading.concepts if c.kind == "m")
        if found:
            return _priced(found, near, figure) or found, True
        if figure.kind == "count" and not reading.concepts and not reading.is_light:
            return frozenset({reading.stem}), False
        if held := frozenset(_holder(c.key) for c in reading.concepts) - {""}:
            return held, True
    if ordered:
        telling = [r for r in ordered if not r.is_light and not r.concepts]
        if telling:
            return frozenset({telling[0].stem}), False
    measured = frozenset(c.key for r in near for c in r.concepts if c.kind == "m")
    if figure.kind != "count" and measured:
        return measured, True
    return frozenset(), False


def _priced(found: frozenset[str], near: list[Reading], figure: Figure) -> frozenset[str]:
    """ "Ein Haus kostet 610.000 Pfund" is of the price, of houses."""
    if figure.kind != "money" or any(not _is_thing(key) for key in found):
        return frozenset()
    return frozenset(c.key for r in near for c in r.concepts) & _PRICES


def _is_thing(key: str) -> bool:
    return kinds().get(key) in ("t", "p")


def _holder(state: str) -> str:
    """Who is meant by "the dead": people."""
    return "person" if parents().get(state) == "person" else ""


def _of_kind(readings: object, kind: str) -> frozenset[str]:
    return frozenset(
        concept.key
        for reading in readings  # type: ignore[attr-defined]
        for concept in reading.concepts
        if concept.kind == kind
    )


def _is_of_people_or_things(heads: frozenset[str], figure: Figure) -> bool:
    return figure.kind in ("count", "percent", "ratio") and bool(heads)


def match(one: Subject, other: Subject, *, same_language: bool) -> tuple[Match, str]:
    """How the two subjects stand to each other, and why where they are not the same."""
    if one.dimensions and other.dimensions and not one.dimensions & other.dimensions:
        return "other", ""
    states = _match_states(one, other)
    if states == "other":
        return "other", ""
    heads = _match_heads(one, other, same_language=same_language)
    if heads == "other":
        return "other", ""
    if heads == "part":
        return "part", f"{_named(one)} / {_named(other)}"
    if not one.is_counted and _are_of_others(one.groups, other.groups):
        return "unsure", ""
    if "unsure" in (heads, states):
        return "unsure", ""
    if bool(one.dimensions) != bool(other.dimensions) and not one.heads & other.heads:
        return "unsure", ""
    if not same_language and one.raw & other.raw:
        return "same", ""  # "Deutschlandticket" in two languages
    if _differ(one.modifiers, other, same_language) or _differ(other.modifiers, one, same_language):
        return "unsure", f"{_named(one)} / {_named(other)}"
    return "same", ""


def _are_of_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Women's pay is not men's, and neither is everybody's."""
    if one and other:
        return not one & other
    return bool((one | other) & {"woman", "man", "child"})


def _named(subject: Subject) -> str:
    return subject.words or ", ".join(sorted(subject.heads or subject.states))


def _match_states(one: Subject, other: Subject) -> Match:
    a, b = one.states, other.states
    if a & b:
        if (a ^ b) & _PEOPLE_STATES:
            return "unsure"
        return "same" if one.is_state_sure and other.is_state_sure else "unsure"
    if a and b:
        if a <= _OPEN_WORLD or b <= _OPEN_WORLD:
            return "other" if (a | b) & _PEOPLE_STATES else "unsure"
        return "other" if one.is_counted or other.is_counted else "unsure"
    if not (one.is_counted or other.is_counted):
        return "same"
    if (a | b) & _PEOPLE_STATES:
        return "unsure"
    if (a or b) and one.heads & other.heads == {"person"} and _says_more(other if a else one):
        return "unsure"
    return "same" if not (a or b) or (a | b) <= _OPEN_WORLD else "unsure"


def _says_more(subject: Subject) -> bool:
    """ "200,000 people were affected" is more than "84 million people"."""
    return any(not country_of(word) for word in subject.around - {"person"})


def _match_heads(one: Subject, other: Subject, *, same_language: bool) -> Match:
    a, b = one.heads, other.heads
    if a & b == {"person"} and not one.states and not other.states:
        return _match_people(one, other)
    if a & b or one.raw & other.raw:
        return "same"
    if a and b:
        if any(_is_within(x, y) or _is_within(y, x) for x in a for y in b):
            return "part"
        if one.is_known and other.is_known:
            shared = (a | b) & one.around & other.around
            return "unsure" if shared and not _are_people(a | b) else "other"
        if any(_are_one_word(x, y, same_language=same_language) for x in a for y in b):
            return "same"
        return "other" if same_language else "unsure"
    if one.around & other.around:
        return "unsure" if (a or b) and one.states != other.states else _alike(one, other)
    return "unsure"


def _match_people(one: Subject, other: Subject) -> Match:
    """People of whom nothing more is told are the same only where all the rest is."""
    rest, others = one.around - {"person"}, other.around - {"person"}
    shared = rest & others
    return "same" if shared and len(shared) * 2 >= min(len(rest), len(others)) else "unsure"


def _alike(one: Subject, other: Subject) -> Match:
    """Both without a noun, or one: what stands around them decides."""
    if one.states and one.states == other.states:
        return "same" if not one.heads and not other.heads else "unsure"
    if one.dimensions and one.dimensions & other.dimensions:
        return "same"
    return "unsure"


def _are_people(keys: frozenset[str]) -> bool:
    return any(key == "person" or _is_within(key, "person") for key in keys)


def _is_within(part: str, whole: str) -> bool:
    """Whether the one concept is a kind of the other."""
    while part := parents().get(part, ""):
        if part == whole:
            return True
    return False


def _are_one_word(one: str, other: str, *, same_language: bool) -> bool:
    """The same word in another form, or across languages one that looks alike ("Container")."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5:
        return False
    if same_language:
        return one.startswith(other) or other.startswith(one)
    return one[:3] == other[:3] and SequenceMatcher(None, one, other).ratio() >= 0.75


def _differ(modifiers: frozenset[str], other: Subject, same_language: bool) -> bool:
    """Whether what narrows the one is nowhere by the other.

    Across languages only what the tables know can be told to be missing.
    """
    said = other.modifiers | other.heads | other.states | other.around | other.raw
    if not same_language:
        modifiers = frozenset(word for word in modifiers if word in known_keys())
    return any(
        not any(_are_one_word(word, there, same_language=same_language) for there in said)
        for word in modifiers
        if len(word) > 2
    )
