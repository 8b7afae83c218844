"""Where a report comes from: "MONTPELIER, Vt. —", "Husum (dpa) –", "Kamenz. Mit ..." are places, whatever else
may be called so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

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
    by_start = {finding.start: finding for finding in findings}
    places = [
        place for found in _DATELINE.finditer(text) for place in _places(found, by_start, findings)
    ]
    for market in _MARKET.finditer(text):
        if named := by_start.get(market.start("place")):
            places.append(named._replace(kind="LOC"))
    if not places:
        return list(findings)
    places.sort()
    return sorted([*places, *(f for f in findings if not _touches(places, f.start, f.end))])


def _touches(names: Sequence[NameCandidate], start: int, end: int) -> bool:
    """Whether one of the names, which are in order and apart, has a part of the stretch."""
    at = bisect_left(names, end, key=lambda name: name.start) - 1
    return at >= 0 and names[at].end > start


def _places(
    found: re.Match[str], by_start: Mapping[int, NameCandidate], findings: Sequence[NameCandidate]
) -> Iterator[NameCandidate]:
    """Town and state; a lone full stop or dash behind a word makes no dateline of what is no known place."""
    place = found["place"]
    key = gazetteer().keys.get(place) or gazetteer().keys.get(place.title(), "")
    same = by_start.get(found.start("place"))
    if same is not None and same.end != found.end("place"):
        same = None
    is_found = same is not None and same.kind != "ORG"
    is_marked = bool(found["agency"] or found["state"]) and found["end"] != ". "
    is_loud = place.isupper() and len(place) > 3 and found["end"][0] != "."
    is_alone = (
        found["end"] == ". "
        and same is not None
        and same.kind in ("PER", "LOC")
        and same.weight < _DOUBTED
    )
    is_second = found["end"] != ". " or found.start() > 0
    is_place = (key.startswith("LOC") or is_alone) and is_second
    if not (is_place or ((is_marked or is_loud) and is_found)):
        return
    yield NameCandidate(*found.span("place"), "LOC", DATELINE_WEIGHT)
    if found["state"] and _touches(findings, *found.span("state")):
        yield NameCandidate(*found.span("state"), "LOC", DATELINE_WEIGHT)
