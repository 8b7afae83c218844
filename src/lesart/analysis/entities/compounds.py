"""Names that are half a compound: "US" in "US-Präsident" names the country only in passing.

In German such a compound is a common noun: nothing of it is marked as a name, but the article does name
the country, party or person, so that it is found by them. "Trump-Putin" of two names alone is no compound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lesart.analysis.entities import lexicon, names
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import fold, gazetteer
from lesart.model.entity import Entity, EntityKind, Mention
from lesart.model.text import Span

_HYPHENS = "-‑"
_SUSPENDED = re.compile(r"[-‑](?:,| (?:und|oder|sowie|bzw\.|wie|noch) )")
_COMPOUND = re.compile(r"(?<![\w\-‑])([A-ZÄÖÜ][\w.]+)[-‑](?=[A-ZÄÖÜ]?[a-zäöüß])")


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


def named_in_passing(
    text: str, findings: Iterable[NameCandidate], language: str, entities: Sequence[Entity]
) -> tuple[Entity, ...]:
    """Whom a text names by compounds: those of `entities` among them, and others besides.

    Their mentions are the halves, which nobody marks.
    """
    if language == "en":  # "Moscow-backed rebels" names Moscow like any other words
        return ()
    marked = sorted(m.span for e in entities for m in e.mentions)
    halves = [f for f in findings if names.is_part_of_compound(text, f.start, f.end)]
    taken = {f.start for f in halves}
    halves += [f for f in _listed(text, language) if f.start not in taken]
    found: dict[str, Entity] = {}
    for half in sorted(halves):
        if any(a < half.end and half.start < b for a, b in marked):
            continue
        surface = text[half.start : half.end]
        known = _meant(surface, half.kind, entities)
        name, kind, key = known or _own(surface, half.kind)
        mention = Mention(Span(half.start, half.end), surface)
        before = found[key].mentions if key in found else ()
        found[key] = Entity(name, kind, (*before, mention), key)
    return tuple(found.values())


def _listed(text: str, language: str) -> Iterator[NameCandidate]:
    """First halves that are a country, a region or a great organisation, whatever the engine says."""
    if language not in ("de", ""):
        return
    known = gazetteer().keys
    for match in _COMPOUND.finditer(text):
        key = known.get(match[1], "")
        if key and not key[4:].isdigit() and match[1] not in lexicon.TOWNS_LIKE_WORDS:
            kind: EntityKind = "LOC" if key.startswith("LOC") else "ORG"
            yield NameCandidate(*match.span(1), kind)


def _meant(
    surface: str, kind: EntityKind, entities: Sequence[Entity]
) -> tuple[str, EntityKind, str] | None:
    """The entity of the text that a half names; None where none or two fit."""
    key, folded = gazetteer().key_of(surface, kind), fold(surface)
    fitting = [
        e
        for e in entities
        if (key and e.key == key)
        or (e.kind == kind and folded in {fold(m.surface) for m in e.mentions} | {fold(e.name)})
    ]
    if not fitting and kind == "PER":
        parts = names.person_parts(surface)
        fitting = [
            e
            for e in entities
            if e.kind == "PER" and names.is_shorter_person(parts, names.person_parts(e.name))
        ]
    if len(fitting) != 1:
        return None
    return fitting[0].name, fitting[0].kind, fitting[0].key


def _own(surface: str, kind: EntityKind) -> tuple[str, EntityKind, str]:
    key = gazetteer().keys.get(surface, "")
    if (
        key and not key[4:].isdigit()
    ):  # a country, region or great organisation, whatever the engine says
        kind = "LOC" if key.startswith("LOC") else "ORG"
    return surface, kind, gazetteer().key_of(surface, kind) or f"{kind}:{fold(surface)}"
