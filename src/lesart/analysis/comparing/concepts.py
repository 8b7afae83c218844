"""What a word stands for in any of our languages: "Tote", "deaths" and "morts" are one concept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from lesart.text.folding import fold


def word_set(text: str) -> frozenset[str]:
    """The words of one string, for tables that are read better without commas."""
    return frozenset(text.split())


LANGUAGES = ("de", "en", "fr", "es")
_LONGEST_TAIL = 6
"""Letters that inflection adds to the beginning of a word: "soldat" + "innen"."""
_GERMAN_TAILS = word_set(
    "e en er ern ers es em n ne nen nem ner nes ns r s se sen t te ten ter tes tem et ete eten eter etes etem "
    "end ende enden enen in innen erin erinnen ann ung ungen ieren iert ierte ierten ierter iertes ierung ion ionen ation "
    "ationen at ant anten ator atoren lich liche lichen licher liches ig ige igen iger iges keit igkeit heit um ste sten"
)
"""What inflection and derivation add in German. Any other end is the head of a compound, and so another
thing: "Umsatzsteuer" is a tax, "Kindergeld" no child."""
_ENGLISH_HEADS = word_set(
    "maker makers boat boats water waters care line lines house houses man men work works worker workers "
    "holder holders room rooms yard yards land lands side time times day days board boards way ways owner owners "
    "paper papers book books power field fields ware works keeper keepers building builder builders"
)
"""Ends of English compounds that are written as one word: a "steelmaker" is no steel."""
_SHORTEST_HEAD = 5
"""Letters of the second half of a German compound: "Gewerkschaft" has no "Haft" in it."""
_SHORT_HEADS = word_set("haus lohn zahl rate auto boot wert geld satz quote")
_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
_LIGHT = word_set(
    # what stands before or behind what is meant: "Zahl der Toten", "Einwohnerzahl", "taux de chômage"
    "zahl anzahl quote rate satz summe hohe menge index niveau gesamtzahl mehrzahl teil million "
    "millionen milliarde milliarden number total toll figure level amount sum majority rest "
    "thousand hundred nombre taux chiffre montant total niveau somme bilan million millions milliard "
    "milliards billion billions trillion dollar dollars euro euros prozent percent cent cents ciento "
    "franken francs yen pound pounds numero tasa cifra nivel cantidad suma balance millon millones miles"
)
_STOP = word_set(
    "der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur im in am an auf "
    "aus bei mit nach uber unter fur gegen um als wie auch nur noch rund etwa mehr weniger seine ihre its "
    "the a an of and or to on at by for from with than as is are was were be been has have had it their "
    "his her this that these those all some about over under more less fewer most other new further "
    "le la les l un une des du de d et ou a au aux en dans par pour sur avec plus moins que qui son sa ses "
    "leur leurs ce cette ces autres el los las una unos unas del al y o con por para sobre mas menos su "
    "sus este esta estos estas otros otras weitere weiteren andere anderen insgesamt ganze ganzen neue "
    "neuen worden wurde wurden werden wird sind ist war waren hat haben hatte sei seien ont ete est sont "
    "etait fue fueron son han ha sido years year jahre jahr"
)
_ENDINGS = {
    "de": ("innen", "ern", "en", "er", "es", "em", "e", "n", "s"),
    "en": ("ies", "es", "ing", "ed", "s"),
    "fr": ("aux", "es", "s", "x", "e"),
    "es": ("es", "os", "as", "s", "o", "a"),
}


class Concept(NamedTuple):
    """Something that is counted or measured, or that happens to it."""

    key: str
    kind: str
    """`p` people, `t` things, `s` what became of them, `m` what is measured, `d` a dimension,
    `q` which ones of it."""
    parent: str
    """The wider one that holds it: a soldier is a person."""


class Reading(NamedTuple):
    """What one word says."""

    concepts: tuple[Concept, ...]
    modifiers: tuple[str, ...]
    """The first half of a compound: "fracht" of "Frachtschiffe"."""
    stem: str
    is_light: bool


@dataclass(slots=True)
class _Table:
    """The words of one language."""

    exact: dict[str, list[Concept]] = field(default_factory=dict)
    beginnings: dict[str, list[Concept]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Concept]]] = field(default_factory=dict)


def words_of(text: str) -> list[str]:
    """The words, folded; a French or English apostrophe parts them."""
    return [word for match in _WORD.finditer(text) for word in _parted(match.group())]


def _parted(word: str) -> list[str]:
    folded = fold(word.replace("’", "'").replace("‑", "-"))
    head, apostrophe, tail = folded.rpartition("'")
    if not apostrophe or tail == "s":
        return [head or folded] if apostrophe else [folded]
    return [tail] if len(head) <= 2 or head.endswith("qu") else [head, tail]


def readings_of(text: str, language: str) -> Iterator[Reading]:
    """What each word of the text says; fixed phrases ("ums Leben", "on board") are one word."""
    words = words_of(text)
    table = _table(language)
    at = 0
    while at < len(words):
        for phrase, concept in table.phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield Reading((concept,), (), "_".join(phrase), False)
                at += len(phrase)
                break
        else:
            if words[at] not in _STOP:
                yield reading(words[at], language)
            at += 1


@lru_cache(maxsize=20_000)
def reading(word: str, language: str) -> Reading:
    """What one folded word says."""
    if found := _known(word, language):
        return Reading(tuple(found), (), word, False)
    if word in _LIGHT:
        return Reading((), (), word, True)
    *before, last = word.split("-")
    if before:
        inner = reading(last, language)
        known = tuple(part for part in before if part not in _STOP)
        return inner._replace(modifiers=(*known, *inner.modifiers))
    if language == "de" and (compound := _compound(word)):
        return compound
    return Reading((), (), stem(word, language), False)


def _compound(word: str) -> Reading | None:
    """The second half says what it is, the first which: "Frachtschiffe", "Arbeitslosenquote"."""
    for at in range(3, len(word) - 3):
        head = word[at:]
        if len(head) < _SHORTEST_HEAD and head not in _SHORT_HEADS:
            continue
        if head in _LIGHT:
            front = reading(_linked(word[:at]), "de")
            return front._replace(is_light=False)
        if found := _known(head, "de"):
            front = reading(_linked(word[:at]), "de")
            names = tuple(c.key for c in front.concepts) or (front.stem,)
            return Reading(tuple(found), names, word, False)
    return None


def _linked(front: str) -> str:
    """The first half of a compound without the letters that join it."""
    return front[:-1] if front.endswith("s") and len(front) > 4 else front


def _known(word: str, language: str) -> list[Concept]:
    table = _table(language)
    if found := table.exact.get(word):
        return found
    for end in range(len(word), max(2, len(word) - _LONGEST_TAIL - 1), -1):
        if found := table.beginnings.get(word[:end]):
            return found if _may_end_so(word[end:], language) else []
    return []


def _may_end_so(tail: str, language: str) -> bool:
    """Whether a word with this end is still the word before it, and not a compound of which that is the
    first half."""
    if language == "de":
        return not tail or tail in _GERMAN_TAILS
    return language != "en" or tail not in _ENGLISH_HEADS


def stem(word: str, language: str) -> str:
    """The word without what inflection put at its end."""
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def is_left_out(word: str) -> bool:
    """Whether the folded word says nothing of what is counted: "die", "Zahl", "rund"."""
    return word in _STOP or word in _LIGHT


def is_common(word: str, language: str) -> bool:
    """Whether the tables know the folded word as a common one: then it names nobody."""
    return is_left_out(word) or bool(reading(word, language).concepts)


@cache
def _table(language: str) -> _Table:
    table = _Table()
    if language not in LANGUAGES:
        return table
    column = 3 + LANGUAGES.index(language)
    data = resources.files("lesart.analysis").joinpath("data", "concepts.tsv")
    for line in data.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        concept = Concept(*fields[:3])
        for word in fields[column].split() if column < len(fields) else ():
            bare = word.removeprefix("=")
            if "_" in bare:
                phrase = tuple(bare.split("_"))
                table.phrases.setdefault(phrase[0], []).append((phrase, concept))
            else:
                place = table.exact if word.startswith("=") else table.beginnings
                place.setdefault(bare, []).append(concept)
    return table


@cache
def parents() -> dict[str, str]:
    """The wider concept of each that has one."""
    return {concept.key: concept.parent for concept in _all() if concept.parent}


@cache
def kinds() -> dict[str, str]:
    """The kind of each concept."""
    return {concept.key: concept.kind for concept in _all()}


@cache
def known_keys() -> frozenset[str]:
    """Every concept's key."""
    return frozenset(concept.key for concept in _all())


def _all() -> Iterator[Concept]:
    for table in map(_table, LANGUAGES):
        for some in (*table.exact.values(), *table.beginnings.values()):
            yield from some
        for phrases in table.phrases.values():
            yield from (concept for _, concept in phrases)
