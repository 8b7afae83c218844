"""What the rest of a text tells of a name's kind: "Liverpool" beside "FC Liverpool", "Ford" after "Doug Ford"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.entities.names import family_names
from lesart.analysis.entities.sports import towns_that_play

_DOUBTED = 0.75
_LAST_WORD = re.compile(r"([\w’'-]+)\s$")


def with_evidence(
    text: str, findings: Sequence[NameCandidate], language: str
) -> list[NameCandidate]:
    """The findings with the kinds that longer names of the text give to shorter ones."""
    surnames, clubs = _surnames(text, findings), _club_names(text, findings)
    clubs |= towns_that_play(text, findings, language)
    found = []
    for finding in findings:
        name = text[finding.start : finding.end]
        whole = _without_genitive(name, language)
        if finding.kind == "LOC" and {name, whole} & clubs and not _is_in_place(text, finding):
            finding = finding._replace(kind="ORG")
        elif finding.kind not in ("PER", "EVENT") and _is_surname(finding, name, whole, surnames):
            finding = finding._replace(kind="PER")
        elif finding.kind == "PER" and _is_place(finding, name, whole, surnames):
            finding = finding._replace(kind="LOC")
        found.append(finding)
    return found


def _without_genitive(name: str, language: str) -> str:
    return name[:-1] if language == "de" and name.endswith("s") and len(name) > 3 else name


def _is_surname(finding: NameCandidate, name: str, whole: str, surnames: Sequence[str]) -> bool:
    """Of somebody whom the text names in full; a German genitive of it is nothing else."""
    is_doubted = finding.weight < _DOUBTED and surnames.count(name) == 1
    return is_doubted or (whole != name and whole in surnames and name not in gazetteer().keys)


def _is_place(finding: NameCandidate, name: str, whole: str, surnames: Sequence[str]) -> bool:
    """A capital stands for its government, and the engine has heard of men called Washington."""
    if name in surnames or whole in surnames:
        return False
    if name in lexicon.CAPITALS or whole in lexicon.CAPITALS:
        return True
    key = gazetteer().keys.get(name) or gazetteer().keys.get(whole, "")
    return finding.weight < _DOUBTED and key.startswith("LOC") and whole != name


def club_of(short: str, whole: str) -> bool:
    """Is `short` how one speaks of the club or paper `whole`? "Bayern", "Werder", "Kings"."""
    words = whole.split()
    if len(words) < 2 or short == whole:
        return False
    own = _own_words(words)
    if len(own) < len(words):
        is_marker = short in words and short not in own and len(short) > 3 and short.isalpha()
        return bool(own) and (short in (own[0], " ".join(own)) or is_marker)
    return _behind_place(words) == short


def _own_words(words: Sequence[str]) -> list[str]:
    """Of a club's name, the words that tell it from other clubs."""
    return [
        w
        for w in words
        if w not in lexicon.CLUB_WORDS and w[:1].isupper() and not w.strip(".").isdigit()
    ]


def _behind_place(words: Sequence[str]) -> str:
    """ "Kings" of "Sacramento Kings"; empty for what is no name without its town, as the police."""
    known = gazetteer().keys
    for count in range(min(3, len(words) - 1), 0, -1):
        if known.get(" ".join(words[:count]), "").startswith("LOC"):
            rest = words[count:]
            is_common = rest[-1] in lexicon.ORG_HEADS_LAST and rest[-1] not in lexicon.PAPERS
            return "" if is_common or not rest[0][:1].isupper() else " ".join(rest)
    return ""


def _club_names(text: str, findings: Sequence[NameCandidate]) -> set[str]:
    """Names that are a town's or region's and, in this text, a club's."""
    found = set()
    for finding in findings:
        if finding.kind == "ORG":
            words = text[finding.start : finding.end].split()
            own = _own_words(words)
            if own and len(own) < len(words) and len(own[0]) > 3:
                found.add(own[0])
    return found


def _surnames(text: str, findings: Sequence[NameCandidate]) -> list[str]:
    """Of all who are named in full, once for each name."""
    full = {text[f.start : f.end].removesuffix("s") for f in findings if f.kind == "PER"}
    return [part for name in full for part in family_names(name)]


def _is_in_place(text: str, finding: NameCandidate) -> bool:
    """Behind a preposition of place or a noun ("der Raum Dortmund"), or as a dateline."""
    before = _LAST_WORD.search(text[max(0, finding.start - 25) : finding.start])
    if before and (before[1].lower() in lexicon.PLACE_PREPOSITIONS or before[1][:1].isupper()):
        return True
    return text[finding.end : finding.end + 2] in (" (", ". ") and not before
