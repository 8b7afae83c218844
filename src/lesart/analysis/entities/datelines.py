"""Where a report comes from: "MONTPELIER, Vt. —", "Husum (dpa) –", "Kamenz. Mit ..." are places, whatever else
may be called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import gazetteer

_PLACE = r"[A-ZÀ-Þ][\wÀ-ÿ’'/-]+(?:(?: |/)(?:\(?[A-ZÀ-Þ][\wÀ-ÿ.’'-]+\)?|am|an|der|im|de|la|del|sur|of|upon)){0,4}"
_STATE = r"(?:, (?P<state>[A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ]\w+)?))?"
_DATE = r"(?:, \d{1,2}\.? ?\w+\.?)?"
_AGENCY = r"(?P<agency>,? ?\((?:[A-Za-z-]{2,8}(?:/[\w-]+)*)\))?"
_MARKET = re.compile(rf"^(?:Aktien|Devisen|Anleihen) (?P<place>{_PLACE}):", re.MULTILINE)
_DOUBTED = 0.8
_DATELINE = re.compile(
    rf"^(?P<place>{_PLACE}){_STATE}{_DATE}{_AGENCY}(?P<end> ?[—–] | - |: (?=\()|\. (?=[A-ZÄÖÜ„]))", re.MULTILINE
)  # fmt: skip
DATELINE_WEIGHT = 0.99


def with_datelines(text: str, findings: Sequence[NameCandidate]) -> list[NameCandidate]:
    """The findings in order, in which what a report begins with is a place."""
    places = [
        place for found in _DATELINE.finditer(text) for place in _places(text, found, findings)
    ]
    for market in _MARKET.finditer(text):
        places += [f._replace(kind="LOC") for f in findings if f.start == market.start("place")]
    if not places:
        return list(findings)
    rest = [f for f in findings if not any(f.start < p.end and p.start < f.end for p in places)]
    return sorted([*rest, *places])


def _places(
    text: str, found: re.Match[str], findings: Sequence[NameCandidate]
) -> Iterator[NameCandidate]:
    """Town and state; a lone full stop or dash behind a word makes no dateline of what is no known place."""
    place = found["place"]
    key = gazetteer().keys.get(place) or gazetteer().keys.get(place.title(), "")
    is_found = any((f.start, f.end) == found.span("place") and f.kind != "ORG" for f in findings)
    is_marked = bool(found["agency"] or found["state"]) and found["end"] != ". "
    is_loud = place.isupper() and len(place) > 3 and found["end"][0] != "."
    is_alone = found["end"] == ". " and any(
        f[:2] == found.span("place") and f.kind in ("PER", "LOC") and f.weight < _DOUBTED
        for f in findings
    )
    is_second = found["end"] != ". " or found.start() > 0
    is_place = (key.startswith("LOC") or is_alone) and is_second
    if not (is_place or ((is_marked or is_loud) and is_found)):
        return
    yield NameCandidate(*found.span("place"), "LOC", DATELINE_WEIGHT)
    if found["state"] and any(
        f.start < found.end("state") and found.start("state") < f.end for f in findings
    ):
        yield NameCandidate(*found.span("state"), "LOC", DATELINE_WEIGHT)
