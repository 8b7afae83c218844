"""Names that an engine cut badly, cut as a reader would: "Ali" in "Ali Air Base", "London and", "U.S".

Each rule looks at one finding and the words around it, and leaves alone what it is not sure of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import fold, gazetteer

_DOTTED = re.compile(r"(?:^|[\s.])[A-Z](?:\.[A-Z])+$")
_COMMA = re.compile(r",\s+(?=[A-ZÀ-Þ])")
_LINK_AT_END = re.compile(r"\s+(?:of|the|and|und|y|et|von|de|du|des|del|der|für|for|gegen|&)$")
_LINK_TO_NAME = re.compile(r"\s+(?:of|de|du|des|del|von)(?: the)?$")
_SMALL_AT_START = re.compile(r"^[a-zäöüß]{4,}(?:e|en|er|es|em)\s+(?=[A-ZÄÖÜ])")
_GAP = re.compile(r"\s+")
_YEAR_BEFORE = re.compile(r"(?:1[5-9]|20)\d\d $")
_YEAR_AFTER = re.compile(r" (?:de )?(?:1[5-9]|20)\d\d(?!\w)")
_CAPITAL_NAMES = frozenset({"de", "fr", "es"})
_DOUBTED = 0.75
"""What the engine believes less than this is what the list of places says, where it says anything."""


def mended(text: str, findings: Iterable[NameCandidate], language: str) -> list[NameCandidate]:
    """The findings in order, better cut; some go, a place with its state becomes two."""
    found: list[NameCandidate] = []
    for finding in _joined(text, sorted(findings)):
        for part in _parts(text, finding):
            kept = _cut(text, _as_listed(text, _with_head(text, part)), language)
            if not _is_no_name(text, kept, language):
                found.append(kept)
    return found


def _joined(text: str, findings: Sequence[NameCandidate]) -> Iterator[NameCandidate]:
    """ "Municipality of" and "Livorno", found apart, are one."""
    waiting: NameCandidate | None = None
    for finding in findings:
        if waiting is not None:
            gap = text[waiting.end : finding.start]
            if _GAP.fullmatch(gap) and _LINK_TO_NAME.search(text[waiting.start : waiting.end]):
                waiting = waiting._replace(end=finding.end)
                continue
            yield waiting
        waiting = finding
    if waiting is not None:
        yield waiting


def _parts(text: str, finding: NameCandidate) -> Iterator[NameCandidate]:
    """ "Lawrence, KS": a town, and where it is."""
    start = finding.start
    if finding.kind == "LOC":
        for comma in _COMMA.finditer(text, finding.start, finding.end):
            yield finding._replace(start=start, end=comma.start())
            start = comma.end()
    yield finding._replace(start=start)


def _with_head(text: str, finding: NameCandidate) -> NameCandidate:
    """The kind of place behind a name belongs to it: a base named after Ali is no person."""
    following = re.match(r"\s+(\w+(?:\s+\w+)?)", text[finding.end : finding.end + 40])
    if following is None:
        return finding
    first = following[1].split()[0]
    for head in (following[1], first):
        if head in lexicon.HEADS_OF_PLACES:
            end = finding.end + following.start(1) + len(head)
            return finding._replace(end=end, kind="LOC")
    return finding


def _as_listed(text: str, finding: NameCandidate) -> NameCandidate:
    """Where the engine wavers, a country, region or great organisation is what the list says.

    Towns are left out: too many people and clubs are called so.
    """
    if finding.weight >= _DOUBTED or finding.kind == "EVENT":
        return finding
    name = text[finding.start : finding.end]
    key = gazetteer().keys.get(name, "")
    if not key or key.startswith(finding.kind) or key[4:].isdigit():
        return finding
    return finding._replace(kind="LOC" if key.startswith("LOC") else "ORG")


def _cut(text: str, finding: NameCandidate, language: str) -> NameCandidate:
    """Without a last "and", without a German adjective before; with the full stop of "U.S.",
    and an event with its year: the next cup is another one."""
    start, end, kind, _ = finding
    if link := _LINK_AT_END.search(text[start:end]):
        end = start + link.start()
    if language == "de" and kind != "PER" and (small := _SMALL_AT_START.match(text[start:end])):
        start += small.end()
    if kind == "EVENT":
        before = _YEAR_BEFORE.search(text[max(0, start - 5) : start]) if language == "en" else None
        after = _YEAR_AFTER.match(text[end : end + 9])
        start, end = start - (5 if before else 0), end + (after.end() if after else 0)
    if text[end : end + 1] == "." and _DOTTED.search(text[max(start, end - 9) : end]):
        end += 1
    return finding._replace(start=start, end=end)


def _is_no_name(text: str, finding: NameCandidate, language: str) -> bool:
    """Small letters, an event without a name, people of a country, "Chemnitzer" before a noun."""
    name = text[finding.start : finding.end]
    if finding.kind in ("PER", "LOC") and language in _CAPITAL_NAMES and name.islower():
        # Unless all is written so, as on a telephone.
        return any(c.isupper() for c in text[max(0, finding.start - 200) : finding.end + 200])
    if finding.kind == "EVENT":
        return fold(name) in lexicon.BARE_EVENTS
    if finding.kind == "LOC" and language == "en":
        return all(word in lexicon.DEMONYMS for word in name.split())
    if finding.kind == "LOC" and language == "de" and name.endswith("er") and " " not in name:
        is_before_noun = re.match(r"\s[A-ZÄÖÜ][a-zäöüß]", text[finding.end : finding.end + 3])
        return bool(is_before_noun) and name not in gazetteer().keys and _is_from_place(name)
    return False


def _is_from_place(name: str) -> bool:
    """Chemnitzer, Bremer, Züricher: a place, perhaps without its last letters, and -er."""
    stem = name[:-2]
    known = gazetteer().keys
    return any(
        known.get(f"{stem}{ending}", "").startswith("LOC") for ending in ("", "en", "e", "a")
    )
