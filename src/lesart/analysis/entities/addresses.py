"""Web and mail addresses: a name within one is no mention, and some are names themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lesart.analysis.entities.candidate import NameCandidate

SITE_NAME = re.compile(
    r"(?<![\w@/.:\-])(?=[A-Z])(?!Www\.)[A-Za-z][A-Za-z0-9\-]{2,40}"
    r"\.(?:org|com|net|de|info|eu|io)\b(?![/@])"
)
"""IraqBodyCount.org; with a path, a scheme or "www." it is only an address."""

_NETWORK_X = re.compile(r"(?:(?<=\b(?:on|en) )|(?<=\b(?:auf|sur) ))X(?![\w’'-])")
"""What was Twitter, behind the preposition of a network."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[\w.+\-]{1,64}@[\w\-]{1,64}\.[\w.\-]{2,64}")


def site_names(text: str) -> list[NameCandidate]:
    """Organisations that go by their address."""
    found = (*SITE_NAME.finditer(text), *_NETWORK_X.finditer(text))
    return [NameCandidate(m.start(), m.end(), "ORG", 0.9) for m in found]


def outside_addresses(text: str, findings: Iterable[NameCandidate]) -> list[NameCandidate]:
    """Without what lies within an address."""
    covered = [m.span() for m in _ADDRESS.finditer(text)]
    if not covered:
        return list(findings)
    kept = []
    place = 0
    for finding in sorted(findings):
        while place < len(covered) and covered[place][1] <= finding.start:
            place += 1
        if place == len(covered) or finding.end <= covered[place][0]:
            kept.append(finding)
    return kept
