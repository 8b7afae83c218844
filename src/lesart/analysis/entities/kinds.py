"""What a name's own words tell of its kind: a bureau is an organisation, a stadium a place."""

from __future__ import annotations

import re

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import first_names, gazetteer
from lesart.model.entity import EntityKind

_DOUBTED = 0.75
"""What the engine believes less than this is what the list of places says, where it says anything."""
_WAVERING = 0.9
_ALMOST_SURE = 0.97
_LEAGUE = re.compile(
    r"(?:(?:[\w.’']+ )*(?:Liga|Ligue|League|Lega|Bundesliga|Superliga|Premiership|Divisione?|Eredivisie)"
    r"|LaLiga|Serie|Série)(?: [A-D1-5]| One| Two| EA Sports| F)?$"
)
_CUP_LEAGUE = re.compile(r"Champions|Europa|Conference|Nations|Youth|Libertadores|Diamond")
_AGENCY = re.compile(
    r"\((?:dpa|AP|AFP|Reuters|APA|SDA|Keystone-SDA|epd|KNA|EFE|ANSA|DPA|PA|UPI)(?:/\w+)?\)"
)
"""Behind the place of a report stands who sent it."""
_FIRST_WORDS = re.compile(
    r"(?:[Mm]usée|[Mm]émorial|[Uu]niversité|[Ii]nstitut|[Ff]ondation|[Mm]inistère|[Aa]ssociation|[Ff]édération"
    r"|[Ss]yndicat|[Tt]ribunal|[Uu]niversidad|[Ii]nstituto|[Ff]undación|[Mm]inisterio|[Aa]sociación"
    r"|[Ff]ederación|[Mm]useo|Universität|Ministerium|Landgericht|Amtsgericht|Verwaltungsgericht|Stiftung"
    r"|Bundesverband|University|Museum)s? \w"
)
_CUP = re.compile(r"(?:UEFA |Uefa )?(?:Champions|Europa|Conference|Nations|Youth) League")
_PLANT = re.compile(
    r" (?:(?:Nuclear )?Power (?:Plant|Station)|Nuclear Plant|Wind Farm|Lighthouse|Dam|Reservoir)$"
)
_HOUSES = (
    "-Klinikum",
    "-Krankenhaus",
    "-Klinik",
    "-Universität",
    "-Institut",
    "-Stiftung",
    "-Hochschule",
)
_CROSSING = re.compile(r"(?!Rote|Eiserne|Blaue)\w+er (?:Kreuz|Dreieck)")
_OFFICE_FIRST = re.compile(
    r"(?:(?:[A-Z][\w.]+ )?(?:Department|Ministry|Bureau|Office|Board|Institute|Federation|Association|Centers?"
    r"|Centre|Council|Committee|Commission|Agency|Organi[sz]ation) (?:of|for)|Ministère d|Ministerio de|Institut für|Bundesamt für|Landesamt für)\b"
)


def with_kind_of_words(text: str, finding: NameCandidate) -> NameCandidate:
    """The finding with the kind, and where need be the end, that its words call for."""
    return _as_listed(text, _by_head(text, _with_head(text, finding)))


def _with_head(text: str, finding: NameCandidate) -> NameCandidate:
    """The kind of place behind a name belongs to it: a base named after Ali is no person."""
    following = re.match(r"\s+(\w+(?:\s+\w+)?)", text[finding.end : finding.end + 40])
    if following is None:
        return finding
    first = following[1].split()[0]
    for head in (following[1], first):
        if head in lexicon.HEADS_OF_PLACES:
            end = finding.end + following.start(1) + len(head)
            return finding._replace(end=end, kind="LOC")
    return finding


def _by_head(text: str, finding: NameCandidate) -> NameCandidate:
    """U.S. Census Bureau, Ligue 1, Pizza Holding AG: the kind of what the name says it is."""
    name = text[finding.start : finding.end]
    is_agency = finding.start > 0 and _AGENCY.match(text, finding.start - 1)
    kind: EntityKind | None = "ORG" if is_agency else _kind_of(name, finding)
    return finding if kind is None or kind == finding.kind else finding._replace(kind=kind)


def _kind_of(name: str, finding: NameCandidate) -> EntityKind | None:
    if finding.kind == "EVENT":
        if name.lower().endswith(("stadion", "arena", "halle")) and " " not in name:
            return "LOC"
        key = gazetteer().keys.get(name, "")
        if finding.weight < _WAVERING and key.startswith("LOC") and key[4:5].isalpha():
            return "LOC"
        if finding.weight < _WAVERING and key.startswith("ORG"):
            return "ORG"
        is_league = _LEAGUE.match(name) and not _CUP_LEAGUE.search(name)
        is_office = _FIRST_WORDS.match(name) or _is_office(name.split())
        return "ORG" if is_league or is_office else None
    words = name.split()
    if len(words) == 1:
        if finding.kind == "LOC" and name in lexicon.CHAMBERS:
            return "ORG"
        if finding.kind == "LOC" and name.endswith(_HOUSES):
            return "ORG"
        if name == "X" or (name in lexicon.SURE_ORGANISATIONS and finding.weight < _ALMOST_SURE):
            return "ORG"
        is_street = finding.kind != "LOC" and name.lower().endswith(lexicon.STREET_ENDINGS)
        return "LOC" if is_street and name[:1].isupper() else None
    if finding.kind == "ORG" and _CUP.fullmatch(name):
        return "EVENT"
    if finding.kind == "LOC" and len(words) == 2 and words[0] in lexicon.CLUBS_FIRST:
        return "ORG"
    if finding.kind == "ORG" and finding.weight < _DOUBTED and _PLANT.search(name):
        return "LOC"
    if _CROSSING.fullmatch(name):
        return "LOC"
    if finding.kind == "ORG":
        is_place = words[-1] in lexicon.SURE_PLACES_LAST and finding.weight < _WAVERING
        return "LOC" if is_place else None
    if finding.kind == "PER" and words[0] in lexicon.SURE_ORGANISATIONS:
        return "ORG"
    if finding.kind == "PER" and _FIRST_WORDS.match(name):
        return "ORG"
    if words[-1] in lexicon.COMPANY_FORMS or _OFFICE_FIRST.match(name) or _is_office(words):
        return "ORG"
    return None


def _is_office(words: list[str]) -> bool:
    return len(words) > 1 and (
        words[-1] in lexicon.SURE_OFFICES_LAST or " ".join(words[-2:]) in lexicon.SURE_OFFICES_LAST
    )


def _as_listed(text: str, finding: NameCandidate) -> NameCandidate:
    """Where the engine wavers, a country, region or great organisation is what the list says.

    Towns are left out: too many people and clubs are called so. A place that begins with a given name and
    stands where no place would is a person.
    """
    if finding.kind == "EVENT" or finding.weight >= _WAVERING:
        return finding
    name = text[finding.start : finding.end]
    key = gazetteer().keys.get(name, "")
    if finding.kind == "LOC" and not key and _is_full_name(text, finding, name):
        return finding._replace(kind="PER")
    if finding.weight >= _DOUBTED:
        return finding
    if not key or key.startswith(finding.kind) or key[4:].isdigit():
        return finding
    return finding._replace(kind="LOC" if key.startswith("LOC") else "ORG")


def _is_full_name(text: str, finding: NameCandidate, name: str) -> bool:
    words = name.split()
    if len(words) not in (2, 3) or words[0] not in first_names() or not words[-1].istitle():
        return False
    if any(w in lexicon.PLACE_HEADS_LAST or w in lexicon.SURE_PLACES_LAST for w in words):
        return False
    before = text[max(0, finding.start - 12) : finding.start].split()
    return not before or before[-1].lower() not in lexicon.PLACE_PREPOSITIONS
