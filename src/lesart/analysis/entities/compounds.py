"""Names that are half a compound: "US" in "US-Präsident" names the country only in passing.

In German such a compound is a common noun: nothing of it is marked as a name. "Trump-Putin" of two names alone is no compound.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lesart.analysis.entities import names
from lesart.analysis.entities.candidate import NameCandidate

_HYPHENS = "-‑"
_SUSPENDED = re.compile(r"[-‑](?:,| (?:und|oder|sowie|bzw\.|wie|noch) )")


class Halves(NamedTuple):
    """Names that stand alone, and those that only begin or end a compound."""

    free: list[NameCandidate]
    bound: list[NameCandidate]


def parted(text: str, findings: Sequence[NameCandidate], language: str) -> Halves:
    """In German, names within compounds go apart; elsewhere all stay what they are."""
    if language not in ("de", ""):
        return Halves(list(findings), [])
    ends = {f.end: f.start for f in findings}
    begins = {f.start: f.end for f in findings}
    halves = Halves([], [])
    for finding in findings:
        is_bound = _is_bound(text, finding, begins, ends)
        (halves.bound if is_bound else halves.free).append(finding)
    return halves


def _is_bound(
    text: str, finding: NameCandidate, begins: dict[int, int], ends: dict[int, int]
) -> bool:
    """Whether a common noun hangs on the name, or on the row of names that it is part of."""
    start, end, kind, _ = finding
    while text[start - 1 : start] in (*_HYPHENS,) and start - 1 in ends:
        start = ends[start - 1]
    while text[end : end + 1] in (*_HYPHENS,) and end + 1 in begins:
        end = begins[end + 1]
    if names.is_part_of_compound(text, start, end):
        return True
    return kind != "PER" and bool(_SUSPENDED.match(text, end))
