"""One stretch of text that an engine takes for a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lesart.model.entity import EntityKind


class NameCandidate(NamedTuple):
    """A name as an engine found it; what belongs together is decided later."""

    start: int
    end: int
    kind: EntityKind
    weight: float = 1.0
    """How sure the engine is, 0-1."""


def without_overlaps(findings: Iterable[NameCandidate]) -> list[NameCandidate]:
    """In order of place; where two cover the same words the longer, then the surer one stays."""
    kept: list[NameCandidate] = []
    for finding in sorted(findings, key=lambda f: (f.start - f.end, -f.weight, f.start)):
        kept.append(finding)
    kept.sort(key=lambda f: (f.start, f.start - f.end, -f.weight))
    result: list[NameCandidate] = []
    for finding in kept:
        if not result or finding.start >= result[-1].end:
            result.append(finding)
        elif finding.end - finding.start > result[-1].end - result[-1].start:
            result[-1] = finding
    return result
