"""Which names a figure is bound to, and whether another article speaks of the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lesart.analysis.comparing.concepts import is_common, word_set
from lesart.analysis.entities.gazetteer import gazetteer
from lesart.model.entity import Entity
from lesart.text.folding import fold

_LONG_WORD = re.compile(r"[^\W\d_][\w-]{2,}")
_CAPITALISED = re.compile(r"[A-ZÀ-ÞŒŠŽ][\w’'-]*[\w]")
_GENERIC = word_set(
    "canal kanal river fluss port hafen stadt city town county state land insel island isla ile republik "
    "republic provinz province region saint sankt santa north south east west nord nordrhein sud ost "
    "norte este oeste golf gulf lake lago lac mount monte berg tal valley street strasse airport flughafen "
    "group gruppe bank company party partei parti partido minister ministry ministerium national university "
    "universitat institute institut commission kommission council union federal bundes general international "
    "the der die das los las les del von van and und the for krieg war guerre guerra"
)
_ARTICLES = word_set("the le la les l' el los las der die das un une una")
_PEOPLES = {
    # how a country's people and things are called: the beginnings of folded words
    "US": "amerika american american estadounid us-",
    "DE": "deutsch german allemand aleman", "FR": "franzos french francais frances",
    "GB": "britisch british britanni brite britons", "ES": "spanisch spanier spanish espagnol espanol",
    "IT": "italien italian italiano", "RU": "russisch russe russian ruso rusa rusos",
    "UA": "ukrain ucrani", "CN": "chines chinois chino china", "JP": "japan japon",
    "IQ": "irak iraqi iraq", "IR": "iranisch iraner iranian iranien irani", "IL": "israel",
    "PS": "palastin palestin", "SY": "syrisch syrer syrian syrien sirio", "TR": "turkisch turkish turc turco turke",
    "AT": "osterreich austrian autrichien austriac", "CH": "schweiz swiss suisse suiz",
    "PL": "polnisch polish polonais polaco", "NL": "niederland dutch neerlandais holland",
    "BE": "belgisch belgian belge belga", "GR": "griechisch greek grec griego", "EG": "agypt egypt",
    "IN": "indisch indian indien indio", "PK": "pakistan", "AF": "afghan afgan", "MX": "mexik mexic",
    "BR": "brasilian brazilian bresilien brasilen", "AR": "argentin", "CA": "kanad canad",
    "AU": "australi", "KR": "sudkorean", "KP": "nordkorean", "SE": "schwed swedish suedois sueco",
    "NO": "norweg norvegien noruego", "DK": "danisch danish danois danes", "FI": "finnisch finnish finland",
    "PT": "portugies portug", "HU": "ungar hungar hongrois", "CZ": "tschech czech tcheque checo",
    "RO": "rumanisch romanian roumain rumano", "VN": "vietnam", "VE": "venezol venezuel venezolan",
    "CL": "chilen chilien", "CO": "kolumbi colombi", "SA": "saudi", "YE": "jemenit yemeni", "SD": "sudanes soudanais",
    "ET": "athiop ethiop etiop", "NG": "nigerian", "ZA": "sudafrikan sudafrican", "ID": "indones",
    "EUROPE": "europaisch european europeen europe",
}  # fmt: skip
_SHORTEST_PEOPLE = 3


def _by_beginning() -> dict[str, list[tuple[str, str]]]:
    """The beginnings by their first letters, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, words in _PEOPLES.items():
        for start in words.split():
            found.setdefault(start[:_SHORTEST_PEOPLE], []).append((start, f"LOC:{code}"))
    return {first: sorted(some, key=lambda p: -len(p[0])) for first, some in found.items()}


_BY_BEGINNING = _by_beginning()
_MOST_MAIN = 6
"""Names that tell what an article is about."""


class Name(NamedTuple):
    """Somebody or something that an article names."""

    key: str
    kind: str
    words: frozenset[str]
    """The folded words that tell it from others."""
    start: int
    end: int
    surface: str = ""
    """As the text has it, for people."""


@lru_cache(maxsize=20_000)
def country_of(word: str) -> str:
    """The key of the country whose people or things the folded word calls so: "irakische"."""
    if word == "us":
        word = "us-"
    if len(word) < 4 and word != "us-":
        return ""
    for start, key in _BY_BEGINNING.get(word[:_SHORTEST_PEOPLE], ()):
        if word.startswith(start):
            return key
    return ""


def names_in(entities: Iterable[Entity], text: str, language: str) -> list[Name]:
    """Each mention of a name that tells something, in the order of the text."""
    found = []
    for entity in entities:
        if _is_word(entity, language):
            continue
        words = telling_words(entity.name)
        if not _is_known(entity):
            words = frozenset(word for word in words if not is_common(word, language))
        if not words:
            continue
        key = _key(entity, words)
        for mention in entity.mentions:
            own = words | {w for w in telling_words(mention.surface) if not is_common(w, language)}
            found.append(Name(key, entity.kind, own, *mention.span, mention.surface))
    return sorted(found + _peoples(text, found), key=lambda name: name.start)


def main_names(entities: Iterable[Entity], names: list[Name]) -> tuple[Name, ...]:
    """Whom and what the whole article is about, the weightiest first."""
    places = {name.start: name for name in names}
    found: dict[tuple[str, frozenset[str]], Name] = {}
    for entity in sorted(entities, key=lambda e: -e.salience):
        for mention in entity.mentions:
            if (name := places.get(mention.span.start)) is not None:
                found.setdefault((name.key, frozenset() if name.key else name.words), name)
                break
    for name in names:
        found.setdefault((name.key, frozenset() if name.key else name.words), name)
    return tuple(found.values())[:_MOST_MAIN]


def _peoples(text: str, found: list[Name]) -> list[Name]:
    return _peoples_in(text, {(name.start, name.end) for name in found})


def _key(entity: Entity, words: frozenset[str]) -> str:
    """The country where the name is one's ("Irakkrieg"), the known key, else nothing."""
    key = entity.key or ""
    if re.fullmatch(r"[A-Z]+:[A-Z0-9-]+", key):
        return key
    known = gazetteer().key_of(entity.name, "LOC") or gazetteer().key_of(entity.name, "ORG")
    if known:
        return known
    if entity.kind == "EVENT":  # "séisme au Maroc" and "earthquake in Morocco" share the place
        for word in re.findall(r"[^\W\d_]+", entity.name):
            if word[:1].isupper() and (place := gazetteer().key_of(word, "LOC")):
                return place
    return next((found for word in sorted(words) if (found := country_of(word))), "")


def _is_known(entity: Entity) -> bool:
    """Whether the gazetteer has it."""
    return bool(re.fullmatch(r"[A-Z]+:[A-Z0-9-]+", entity.key or ""))


def _is_word(entity: Entity, language: str) -> bool:
    """A common word that the engine took for a name: "Welthandels"."""
    if _is_known(entity):
        return False
    return all(is_common(word, language) for word in fold(entity.name).split())


def telling_words(name: str) -> frozenset[str]:
    """The folded words of a name that are no kinds of places or organisations."""
    words = re.findall(r"\w+", fold(re.sub(r"[-‑'’._]", " ", name)))
    telling = [w for w in words if len(w) >= 3 and w not in _GENERIC and not w.isdigit()]
    if not telling and len(words) == 1 and name.isupper():
        telling = words  # "UN", "EU"
    return frozenset(telling)


def _peoples_in(text: str, taken: set[tuple[int, int]]) -> list[Name]:
    """Countries that are called by their people: "irakische Zivilisten", "US-Soldaten"."""
    covered = {place for start, end in taken for place in range(start, end)}
    found = []
    for match in _LONG_WORD.finditer(text):
        if (key := _people(match.group())) and match.start() not in covered:
            words = frozenset({fold(match.group())})
            found.append(Name(key, "LOC", words, match.start(), match.end(), match.group()))
    return found


@lru_cache(maxsize=20_000)
def _people(word: str) -> str:
    folded = fold(word)
    return country_of("us-" if folded.startswith("us-") else folded)


def capitals_of(text: str) -> frozenset[str]:
    """Every word of the text that may be a name, folded."""
    return frozenset(
        word for match in _CAPITALISED.finditer(text) for word in telling_words(match.group())
    )


def rare_capitals(sentence: str, language: str) -> frozenset[str]:
    """Words of a sentence that may be names and are no common words; not the first of it."""
    first = sentence.lstrip('„“"«» ').split(maxsplit=1)[:1]
    begin = len(first[0]) if first and language != "de" else 0
    if first and fold(first[0]) in _ARTICLES:
        begin = len(first[0])
    elif first and not is_common(fold(first[0]), language):
        begin = 0
    return frozenset(
        w for w in capitals_of(sentence[begin:]) if len(w) >= 4 and not is_common(w, language)
    )


@lru_cache(maxsize=50_000)
def is_similar(one: str, other: str) -> bool:
    """Two spellings of one name: "Navalny" and "Nawalny", "Tasmanien" and "Tasmania"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 6:
        return False
    if len(short) >= 5 and long.startswith(short):
        return True  # "Gotthardtunnels", "Suezkanal"
    if (
        long.startswith(short)
        and len(short) >= 4
        and any(
            long[len(short) :].startswith(tail)
            for tail in ("kanal", "krieg", "tunnel", "insel", "berg")
        )
    ):
        return True
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(short))
    if same >= 5 and len(long) - same <= 3:
        return True
    return len(short) >= 6 and len(long) - len(short) <= 1 and _one_apart(short, long)


def _one_apart(short: str, long: str) -> bool:
    """They differ by one letter."""
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


class Names:
    """All names of one article, and whether it speaks of a name of another one."""

    def __init__(self, names: list[Name], capitals: frozenset[str]) -> None:
        self.all = names
        self.keys = {name.key for name in names if name.key}
        self._by_first: dict[str, list[str]] = {}
        for word in capitals:
            self._by_first.setdefault(word[:1], []).append(word)
        self._seen: dict[tuple[str, str, frozenset[str]], bool] = {}

    def speak_of(self, name: Name) -> bool:
        """Whether the article names it, in whatever spelling."""
        bare = (name.key, name.kind, name.words)
        if bare not in self._seen:
            self._seen[bare] = self._speak_of(name)
        return self._seen[bare]

    def _speak_of(self, name: Name) -> bool:
        if name.key and name.key in self.keys:
            return True
        if name.kind == "PER" and name.words:
            return any(map(self._has_word, name.words))
        if name.key and re.fullmatch(r"LOC:[A-Z]{2}", name.key):
            return False  # a country is known by every one of its names
        telling = [word for word in name.words if len(word) >= 4] or list(name.words)
        return any(map(self._has_word, telling))

    def _has_word(self, word: str) -> bool:
        """Whether a word of the text that is written like a name is about this one."""
        return any(is_similar(word, other) for other in self._by_first.get(word[:1], ()))
