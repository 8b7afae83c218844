"""What the rest of a text tells of a name's kind: "Liverpool" beside "FC Liverpool", "Ford" after "Doug Ford"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import first_names, gazetteer
from lesart.analysis.entities.names import family_names
from lesart.analysis.entities.sports import (
    has_club_word,
    own_words,
    towns_of_adjectives,
    towns_that_play,
)
from lesart.model.entity import EntityKind

_DOUBTED = 0.75
_WAVERING = 0.9
_ALMOST_SURE = 0.97
_LAST_WORD = re.compile(r"([\w’'-]+)\s$")


def with_evidence(
    text: str, findings: Sequence[NameCandidate], language: str
) -> list[NameCandidate]:
    """The findings with the kinds that longer names of the text give to shorter ones."""
    surnames, clubs = _surnames(text, findings, language), _club_names(text, findings)
    particles = _particles(text, findings)
    firms, waters = _firms(text, findings, surnames), _waters(text, findings)
    playing = towns_that_play(text, findings, language)
    clubs |= towns_of_adjectives(text, findings)
    clubs |= {text[f.start : f.end] for f in playing} - lexicon.CAPITALS
    found = []
    for finding in findings:
        name = text[finding.start : finding.end]
        whole = _without_genitive(name, language)
        is_club = bool({name, whole} & clubs) and not _is_in_place(text, finding)
        if (finding.kind == "LOC" and (is_club or finding in playing)) or (
            finding.kind in ("PER", "LOC") and name in firms and finding.weight < _ALMOST_SURE
        ):
            finding = _told(finding, "ORG")
        elif finding.kind == "ORG" and name in waters:
            finding = _told(finding, "LOC")
        elif finding.kind not in ("PER", "EVENT") and _is_surname(finding, name, whole, surnames):
            finding = _told(finding, "PER")
        elif finding.kind == "PER" and _is_place(finding, name, whole, surnames):
            finding = _told(finding, "LOC")
        found.append(finding)
    return [_with_particle(text, f, particles) for f in found] if particles else found


def _firms(text: str, findings: Sequence[NameCandidate], surnames: Sequence[str]) -> set[str]:
    """First words of firms of the text that are nobody's surname and no known place: "Asahi" of "Asahi Group"."""
    found = set()
    for finding in findings:
        words = text[finding.start : finding.end].split()
        is_office = words[-1] in lexicon.SURE_OFFICES_LAST or words[-1] in lexicon.ORG_HEADS_LAST
        if finding.kind != "ORG" or len(words) < 2 or is_office or len(words[0]) < 4:
            continue
        if words[1][:1].isupper() and words[0][:1].isupper() and words[0] not in gazetteer().keys:
            found.add(words[0])
    return found - set(surnames) - first_names() - lexicon.NOT_NAMES - lexicon.ORG_HEADS_FIRST


def _waters(text: str, findings: Sequence[NameCandidate]) -> set[str]:
    """ "Tees" of the "River Tees" that the text names as well."""
    places = (text[f.start : f.end].split() for f in findings if f.kind == "LOC")
    return {
        w[-1] for w in places if len(w) == 2 and w[0] in ("River", "Lake", "Mount", "Loch", "Fluss")
    }


def _told(finding: NameCandidate, kind: EntityKind) -> NameCandidate:
    """Of the kind that the text tells, which is surer than what the engine thought."""
    return finding._replace(kind=kind, weight=max(finding.weight, _WAVERING))


def _particles(text: str, findings: Sequence[NameCandidate]) -> dict[str, str]:
    """Of "Bart De Wever" what stands before the surname, by the surname."""
    full = (text[f.start : f.end].split() for f in findings if f.kind == "PER")
    return {
        words[-1]: words[-2].lower()
        for words in full
        if len(words) > 2 and words[-2].lower() in lexicon.PARTICLES
    }


def _with_particle(text: str, finding: NameCandidate, particles: dict[str, str]) -> NameCandidate:
    """ "De Wever" and not "Wever": the surname as the text has it in full."""
    name = text[finding.start : finding.end]
    particle = particles.get(name) or particles.get(name.removesuffix("s"), "")
    start = finding.start - len(particle) - 1
    is_before = particle and text[max(0, start) : finding.start].lower() == f"{particle} "
    return finding._replace(start=start) if is_before and finding.kind == "PER" else finding


def _without_genitive(name: str, language: str) -> str:
    return name[:-1] if language == "de" and name.endswith("s") and len(name) > 3 else name


def _is_surname(finding: NameCandidate, name: str, whole: str, surnames: Sequence[str]) -> bool:
    """Of somebody whom the text names in full; a German genitive of it is nothing else."""
    if name in gazetteer().keys:
        return finding.weight < _DOUBTED and surnames.count(name) == 1
    is_doubted = finding.weight < _ALMOST_SURE or finding.kind == "LOC"
    is_doubted = is_doubted and name not in lexicon.SURE_ORGANISATIONS
    return (is_doubted and name in surnames) or (whole != name and whole in surnames)


def _is_place(finding: NameCandidate, name: str, whole: str, surnames: Sequence[str]) -> bool:
    """A capital stands for its government, and the engine has heard of men called Washington."""
    if name in surnames or whole in surnames:
        return False
    if name in lexicon.CAPITALS or whole in lexicon.CAPITALS:
        return True
    key = gazetteer().keys.get(name) or gazetteer().keys.get(whole, "")
    return finding.weight < _DOUBTED and key.startswith("LOC") and whole != name


def _club_names(text: str, findings: Sequence[NameCandidate]) -> set[str]:
    """Names that are a town's or region's and, in this text, a club's."""
    found = set()
    for finding in findings:
        if finding.kind == "ORG":
            words = text[finding.start : finding.end].split()
            own = own_words(words)
            if own and has_club_word(words) and len(own[0]) > 3:
                found.add(own[0])
    return found


def _surnames(text: str, findings: Sequence[NameCandidate], language: str) -> list[str]:
    """Of all who are named in full, once for each name."""
    full = {text[f.start : f.end] for f in findings if f.kind == "PER"}
    full |= {n[:-1] for n in full if language == "de" and n.endswith("s")}
    return [part for name in full for part in family_names(name)]


def _is_in_place(text: str, finding: NameCandidate) -> bool:
    """Behind a preposition of place or a noun ("der Raum Dortmund"), or as a dateline."""
    before = _LAST_WORD.search(text[max(0, finding.start - 25) : finding.start])
    if before and (before[1].lower() in lexicon.PLACE_PREPOSITIONS or before[1][:1].isupper()):
        return True
    return text[finding.end : finding.end + 2] in (" (", ". ") and not before
