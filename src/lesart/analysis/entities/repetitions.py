"""Find again, by its words, what the engine saw in one sentence and missed in another."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from lesart.analysis.entities import lexicon, names
from lesart.analysis.entities.candidate import NameCandidate, without_overlaps
from lesart.analysis.entities.gazetteer import first_names, gazetteer
from lesart.analysis.entities.tokens import Word, each_word, words_of
from lesart.model.entity import EntityKind

_BELIEVED = 0.6
"""What the engine believes less than this is not looked for elsewhere."""
_LOW = 0.1
"""How much is believed of what only its words tell."""


def with_repetitions(
    text: str, findings: list[NameCandidate], language: str
) -> list[NameCandidate]:
    """The findings and more places of the same words; without a common noun taken for a name once."""
    by_surface: dict[str, list[NameCandidate]] = defaultdict(list)
    for finding in findings:
        by_surface[text[finding.start : finding.end]].append(finding)
    by_first: dict[str, list[str]] = defaultdict(list)
    for surface in by_surface:
        if len(surface) > 2 and surface[:1].isupper() and not surface.isupper():
            first = words_of(surface)[:1]
            if first:
                by_first[first[0].text].append(surface)
    shorter = _shorter_forms(by_surface, language)
    seen: dict[str, list[int]] = defaultdict(list)
    extra: list[NameCandidate] = []
    for word in each_word(text) if by_first else ():
        for surface in by_first.get(word.text, ()):
            end = word.start + len(surface)
            if text.startswith(surface, word.start) and not text[end : end + 1].isalnum():
                seen[surface].append(word.start)
        kind = shorter.get(word.text)
        if kind and word.text not in by_surface and _may_be_name(text, word):
            extra.append(NameCandidate(word.start, word.end, kind, _LOW))
    dropped: set[str] = set()
    for surface, places in seen.items():
        found = by_surface[surface]
        is_single = " " not in surface
        if is_single and len(places) >= 4 and len(found) / len(places) < 0.3:
            dropped.add(surface)
        elif max(f.weight for f in found) >= _BELIEVED and (
            not is_single or len(found) * 2 >= len(places)
        ):
            extra += _elsewhere(text, surface, found, places)
    kept = [f for f in findings if text[f.start : f.end] not in dropped]
    # What the engine saw goes first: a repetition inside a longer name is no mention.
    covered = sorted((f.start, f.end) for f in kept)
    return sorted([*kept, *_outside(extra, covered)])


def _elsewhere(
    text: str, surface: str, found: Sequence[NameCandidate], places: Sequence[int]
) -> Iterator[NameCandidate]:
    kind = Counter(f.kind for f in found).most_common(1)[0][0]
    known = {f.start for f in found}
    for start in places:
        end = start + len(surface)
        if start not in known and not names.is_part_of_compound(text, start, end):
            yield NameCandidate(start, end, kind, _LOW)


def _shorter_forms(
    by_surface: dict[str, list[NameCandidate]], language: str
) -> dict[str, EntityKind]:
    """Surnames of those named in full, and German genitives of them and of places."""
    found: dict[str, EntityKind] = {}
    for surface, findings in by_surface.items():
        kind = findings[0].kind
        word = surface.rpartition(" ")[2]
        is_full = kind == "PER" and word != surface
        if max(f.weight for f in findings) < _BELIEVED or len(word) < 4 or not word.istitle():
            continue
        if language == "de" and (is_full or (kind in ("PER", "LOC") and word == surface)):
            if not word.endswith(("s", "ß", "x", "z")):
                found[f"{word}s"] = kind
        if is_full and _is_only_surname(word):
            found[word] = kind
    return found


def _is_only_surname(word: str) -> bool:
    return not (
        word in lexicon.NOT_NAMES
        or word.lower() in lexicon.TITLES
        or word in first_names()
        or word in gazetteer().keys
    )


def _may_be_name(text: str, word: Word) -> bool:
    """Where a common noun could not stand, and no longer name goes on."""
    if names.is_part_of_compound(text, word.start, word.end):
        return False
    before = text[max(0, word.start - 25) : word.start]
    last = before.split()[-1] if before[-1:] == " " and before.strip() else ""
    if last[:1].isupper() and last.isalpha() and last.lower() not in lexicon.TITLES:
        return last in lexicon.NOT_NAMES and last.lower() not in lexicon.DETERMINERS
    return last.lower() not in lexicon.DETERMINERS


def _outside(extra: list[NameCandidate], covered: list[tuple[int, int]]) -> list[NameCandidate]:
    kept: list[NameCandidate] = []
    for finding in without_overlaps(extra):
        at = bisect.bisect_left(covered, (finding.start, finding.end))
        before = covered[at - 1][1] if at else 0
        after = covered[at][0] if at < len(covered) else finding.end
        if before <= finding.start and finding.end <= after:
            kept.append(finding)
    return kept
