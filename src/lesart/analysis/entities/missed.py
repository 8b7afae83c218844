"""Names that an engine overlooks and the words themselves tell: countries, parties, "der Zeitung Aktuell".

Only what stands free: nothing is added inside or beside what the engine found.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from lesart.analysis.entities import lexicon, names
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.common_nouns import head_of, is_noun
from lesart.analysis.entities.gazetteer import first_names, gazetteer

_TOLD = 0.7
"""How much is believed of what only the words tell."""
_WORD = r"[A-ZÀ-Þ0-9][\w&’'.-]*[\w]"
_CAPITAL = re.compile(r"(?<![\w\-‑„“«\"'’])[A-ZÀ-Þ][\w’-]*\w(?![\w\-‑])")
_BEFORE = re.compile(r"(?:^|[\s(])([\w’'-]+) $")
_AFTER = re.compile(r" [A-ZÀ-Þ]")
_KINDS = {
    "de": r"(?:(?:[Tt]ages|[Ww]ochen|[Ss]onntags|[Bb]oulevard|[Ff]ach)?[Zz]eit(?:ung|schrift)|Magazins?|Fach(?:blatt|magazin)s?|Blatts?"
    r"|(?:\w+s)?[Ss]enders?|(?:\w+)?[Pp]ortals?|Nachrichtenagentur|(?:\w+)?[Ii]nstituts?|Gewerkschaft|Partei|Reederei|Airline"
    r"|Fluggesellschaft|(?:\w+)?[Hh]erstellers?|(?:\w+)?[Kk]onzerns?|(?:\w+)?[Aa]nbieters?|(?:\w+)?[Bb]etreibers?"
    r"|Start-ups?|(?:\w+)?[Ff]irma|Beratungsgesellschaft|(?:\w+)?[Bb]üros?|(?:Anwalts)?[Kk]anzlei|Hilfsorganisation|(?:\w+)?[Hh]ändlers?|Versicherers?|Autobauers?|Zulieferers?)",
    "en": r"(?:[Ss]hares (?:of|in)|operator|retailer|airline|carmaker|automaker|newspaper|journal|magazine|broadcaster|charity|union"
    r"|think tank|watchdog|pollster|chipmaker|drugmaker|insurer|lender|miner|start-?up|chain|brand|app|consultancy|website)",
}  # fmt: skip
_INTRODUCED = {
    language: re.compile(rf"(?<![\w-]){kinds} [„“«\"]?(?P<name>{_WORD}(?: {_WORD})?)")
    for language, kinds in _KINDS.items()
}
_CHAMBERS = re.compile(
    r"(?<![\w\-‑])(?:Bundestag|Bundesrat|Landtag|Nationalrat|Ständerat|Abgeordnetenhaus|Bundesgerichtshof"
    r"|Bundesverfassungsgericht|Bundesverwaltungsgericht|Bundesarbeitsgericht|Bundesfinanzhof|Bundessozialgericht"
    r"|Bundeskriminalamt|Bundeskartellamt|Bundesnetzagentur|Bundesbank|Bundesagentur für Arbeit|Bundespolizei"
    r"|Europaparlament)(?:e?s)?(?![\w\-‑])"
)
_PARTY = re.compile(r"(?<![\w-])(?:CDU|CSU|SPD|FDP|AfD|BSW|ÖVP|FPÖ|SPÖ|Neos|SVP)(?![\w])")
_COLOUR = re.compile(
    r"(?:(?<=\w )|(?<=\w, )|(?<=[\d%)] )|(?<=[\d)]\. ))(?:Grünen?|Linken?)(?![\w\-‑]| [A-ZÄÖÜ])"
)
_ONE = re.compile(r"(?:ein|eine|einen|einem|einer|ins|im|aller|viel) $", re.IGNORECASE)
_GLACIER = re.compile(
    r"(?<![\w\-‑])(?P<of>[A-ZÄÖÜ][a-zäöüß]{2,})(?P<s>s?)(?:gletscher|ferner|kees|fjord)s?(?![\w\-‑])"
)
_FEATURE = re.compile(
    r"(?<![\w\-‑])(?P<of>[A-ZÄÖÜ][a-zäöüß]{3,})-(?:Pass|Gletscher|See|Tal|Gebirge|Fluss|Fjord|Bucht|Wüste|Hochland"
    r"|Delta|Staudamm|Damm|Brücke|Inseln|Halbinsel|Archipel|Straße|Platz|Ufer|Kanal)(?:s|es|n)?(?![\w\-‑])"
)
_PARTY_FIRST = re.compile(r"(?<!\w)(?:Parti|Partido|Partito) (?!of\b|de\b)[A-ZÀ-Þ][\wÀ-ÿ]+")


def with_missed(text: str, findings: Sequence[NameCandidate], language: str) -> list[NameCandidate]:
    """The findings in order and what they lack."""
    covered = sorted((f.start, f.end) for f in findings)
    added: list[NameCandidate] = []
    for name in _told(text, language):
        at = bisect.bisect_left(covered, (name.start, name.end))
        before = covered[at - 1][1] if at else 0
        after = covered[at][0] if at < len(covered) else len(text)
        if before <= name.start and name.end <= after:
            added.append(name)
            covered.insert(at, (name.start, name.end))
    return sorted([*findings, *added])


def _told(text: str, language: str) -> Iterator[NameCandidate]:
    yield from _introduced(text, language)
    if language == "de":
        yield from _chambers_and_parties(text)
        yield from _features(text)
    if language != "de":
        for found in _PARTY_FIRST.finditer(text):
            yield NameCandidate(*found.span(), "ORG", _TOLD)
    yield from _known_places(text, language)


def _introduced(text: str, language: str) -> Iterator[NameCandidate]:
    """ "dem Portal Stadtblick", "the operator Bluebird": the noun says what the name is."""
    pattern = _INTRODUCED.get(language)
    for found in pattern.finditer(text) if pattern else ():
        start, words = found.start("name"), found["name"].split(" ")
        if _is_common(words[0], language):
            continue
        goes_on = len(words) == 2 and not _is_common(words[1], language)
        yield NameCandidate(
            start, start + len(found["name"] if goes_on else words[0]), "ORG", _TOLD
        )


def _is_common(word: str, language: str) -> bool:
    if word in lexicon.NOT_NAMES or word[:1].isdigit() or word in lexicon.DEMONYMS:
        return True
    if word in first_names() or word in gazetteer().keys or len(word) < 3:
        return True
    return language == "de" and (
        is_noun(word) or bool(head_of(word)) or word.endswith(("ung", "in"))
    )


def _chambers_and_parties(text: str) -> Iterator[NameCandidate]:
    for found in _CHAMBERS.finditer(text):
        yield NameCandidate(*found.span(), "ORG", _TOLD)
    if _PARTY.search(text):
        for found in _COLOUR.finditer(text):
            if not _ONE.search(text[max(0, found.start() - 8) : found.start()]):
                yield NameCandidate(*found.span(), "ORG", _TOLD)


def _features(text: str) -> Iterator[NameCandidate]:
    """Glaciers and passes: what is named after something that is no common noun and no great region."""
    for pattern in (_GLACIER, _FEATURE):
        for found in pattern.finditer(text):
            of = found["of"]
            key = gazetteer().keys.get(of, "")
            if not is_noun(of) and not head_of(of) and (not key or key[4:].isdigit()):
                yield NameCandidate(*found.span(), "LOC", _TOLD)


def _known_places(text: str, language: str) -> Iterator[NameCandidate]:
    """Countries and great regions: their names are nobody else's."""
    known = gazetteer().keys
    for found in _CAPITAL.finditer(text):
        word = found[0]
        key = known.get(word) or (
            known.get(word[:-1], "") if language == "de" and word[-1] == "s" else ""
        )
        if not key.startswith("LOC") or key[4:].isdigit() or len(word) < 4:
            continue
        if (
            word in lexicon.TOWNS_LIKE_WORDS
            or word in first_names()
            or word in lexicon.COUNTRIES_LIKE_WORDS
        ):
            continue
        if not word[1:].islower() or names.is_part_of_compound(text, *found.span()):
            continue
        if not _is_within_name(text, found.start(), found.end(), language):
            yield NameCandidate(*found.span(), "LOC", _TOLD)


def _is_within_name(text: str, start: int, end: int, language: str) -> bool:
    """Whether a longer name seems to go on: "New England", "Bank of Canada", "Radio France"."""
    before = _BEFORE.search(text[max(0, start - 25) : start])
    word = before[1] if before else ""
    if word[:1].isupper() and word not in lexicon.NOT_NAMES and word.lower() not in lexicon.TITLES:
        is_genitive = text[end - 1] == "s" and text[start:end] not in gazetteer().keys
        return language != "de" or not (is_noun(word) or is_genitive)
    is_inside = word in ("of", "de", "du", "del", "d") or _AFTER.match(text, end)
    return language != "de" and bool(is_inside)
