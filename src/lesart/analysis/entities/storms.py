"""Storms have people's names: "Hurricane Beryl", and from then on "Beryl", is a storm and nobody.

Engines read the short form as a person or a town. What the text itself calls a storm stays one wherever
it is named, unless somebody of the text has that name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import first_names, gazetteer

_SURE = (
    r"(?:Super)?[Tt]aifuns?|(?:Tropen|Wirbel|Winter)sturms?|Hurrikans?|Zyklons?|Orkan(?:tief)?s?|Sturmtiefs?"
    r"|(?:Super )?Typhoon|(?:Post-)?(?:Sub)?[Tt]ropical (?:Storm|Cyclone|Depression)|Winter Storm|Hurricane"
    r"|(?:Super )?Cyclone|[Oo]uragan|[Cc]yclone(?: tropical)?|(?:super )?[Tt]yphon|[Tt]empête tropicale"
    r"|[Hh]uracán|[Tt]ifón|[Cc]iclón(?: tropical)?|[Tt]ormenta tropical"
)
_UNSURE = r"Sturms?|Tief|Storm|[Tt]empête|[Dd]épression|[Tt]ormenta|[Bb]orrasca|[Tt]emporal"
"""Of these also clubs, towns and common nouns are made: only a given name behind them tells."""
_STORM = re.compile(
    rf"(?<![\w-])(?:(?P<sure>{_SURE})|(?P<unsure>{_UNSURE})) [„“\"«]?(?P<name>[A-ZÀ-Þ][\w’]*[a-zß-ÿ])(?![\w-])"
)
_QUOTES = '„“"«'
_GOES_ON = re.compile(r" [A-ZÀ-Þ][a-zß-ÿ]")
_NO_NAMES = frozenset(
    [
        "Center",
        "Centre",
        "Season",
        "Watch",
        "Warning",
        "Warnings",
        "Prediction",
        "Relief",
        "Alley",
        "Force",
        "Hunters",
        "Hunter",
        "Category",
        "Damage",
        "Saison",
        "Warnung",
        "Zentrum",
        "Stärke",
        "Schäden",
        "Kategorie",
    ]
)
_SURE_OF_STORMS = 0.9


def storm_of(name: str) -> str:
    """ "Beryl" of "Hurricane Beryl"; empty for what is no storm with a name of its own."""
    found = _STORM.fullmatch(name)
    return found["name"] if found else ""


def with_storms(text: str, findings: Sequence[NameCandidate], language: str) -> list[NameCandidate]:
    """The findings, in which storms are events by their long and short names."""
    storms = list(_storms(text, findings, language))
    if not storms:
        return list(findings)
    named = {text[s.start : s.end].rpartition(" ")[2].strip('„“"«') for s in storms}
    named -= _people(text, findings)
    forms = {form: n for n in named for form in _forms(n, language)}
    rest = [f for f in findings if not any(f.start < s.end and s.start < f.end for s in storms)]
    again = [
        f for f in _again(text, forms) if not _is_within(f, storms) and not _is_within(f, rest)
    ]
    kept = [f for f in rest if text[f.start : f.end] not in forms]
    return sorted([*storms, *kept, *again])


def _storms(text: str, findings: Sequence[NameCandidate], language: str) -> Iterator[NameCandidate]:
    """What is called a storm in so many words, and is not part of a longer name."""
    for match in _STORM.finditer(text):
        name = match["name"]
        if name in _NO_NAMES or name in lexicon.ORG_HEADS_LAST:
            continue
        start, end = match.span()
        if text[match.start("name") - 1] in _QUOTES:  # Zyklon „Ditwah“
            start = match.start("name")
        is_found = any((f.start, f.end, f.kind) == (start, end, "EVENT") for f in findings)
        is_given = name in first_names() and name not in gazetteer().keys
        if match["unsure"] and not is_found and not is_given:
            continue
        if language != "de" and _GOES_ON.match(text, match.end()):
            continue
        others = [f for f in findings if f.kind != "EVENT" or f.end != end]
        if not any((f.start <= start and end < f.end) or f.start < start < f.end for f in others):
            yield NameCandidate(start, end, "EVENT", _SURE_OF_STORMS)


def _people(text: str, findings: Sequence[NameCandidate]) -> set[str]:
    """The words of names of people in full: these may be called like a storm."""
    full = (text[f.start : f.end].split() for f in findings if f.kind == "PER")
    people = [words for words in full if len(words) > 1 and not _is_storm_word(words[0])]
    return {word for words in people for word in words}


def _is_storm_word(word: str) -> bool:
    return bool(re.fullmatch(f"{_SURE}|{_UNSURE}", word))


def _forms(name: str, language: str) -> tuple[str, ...]:
    return (name, f"{name}s") if language == "de" else (name,)


def _again(text: str, forms: dict[str, str]) -> Iterator[NameCandidate]:
    for form in forms:
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            yield NameCandidate(*match.span(), "EVENT", _SURE_OF_STORMS)


def _is_within(finding: NameCandidate, others: Sequence[NameCandidate]) -> bool:
    """Whether a longer finding has these words."""
    length = finding.end - finding.start
    return any(
        o.start <= finding.start and finding.end <= o.end and o.end - o.start > length
        for o in others
    )
