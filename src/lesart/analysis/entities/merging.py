"""From names in places to people, places and organisations: who is meant by which words.

Every name has one vote in a document: if most of its mentions are taken for an organisation, all are.
Two names become one entity only where nothing speaks against it; when unsure, they stay two.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from lesart.analysis.entities import names
from lesart.analysis.entities.boundary_repair import mended
from lesart.analysis.entities.candidate import NameCandidate, without_overlaps
from lesart.analysis.entities.gazetteer import first_names, fold, gazetteer
from lesart.analysis.entities.salience import weights_of
from lesart.analysis.entities.tokens import each_word, words_of
from lesart.model.entity import Entity, EntityKind, Mention
from lesart.model.text import Span

_CLEAR = 0.85
"""From here on the engine's belief in a name's kind is worth more than the name's other mentions."""
_BELIEVED = 0.6
"""What the engine believes less than this is not looked for elsewhere."""
SURE_LANGUAGES = frozenset({"de", "en", "fr", "es"})


@dataclass(eq=False)
class _Cluster:
    """All mentions that go by one name, or by names that mean the same."""

    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[tuple[int, int]] = field(default_factory=list)
    key: str = ""
    is_sure: bool = True
    doubts: Counter[EntityKind] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The fullest form; among equals the most used."""
        return max(self.forms, key=self._fullness)

    def _fullness(self, form: str) -> tuple[int, bool, int, int, int, str]:
        is_short_form = form.isupper()
        return (
            len(form.split()),
            not is_short_form,
            len(form) if is_short_form else 0,
            self.forms[form],
            -len(form),
            form,
        )

    def take(self, other: _Cluster) -> None:
        """The other's mentions are mine."""
        self.forms.update(other.forms)
        self.spans.extend(other.spans)
        self.doubts.update(other.doubts)
        self.key = self.key or other.key


def entities_from(
    text: str, findings: Iterable[NameCandidate], language: str, title: str = ""
) -> tuple[Entity, ...]:
    """Entities with their mentions, the weightiest first."""
    cut = mended(text, findings, language)
    clean = [f for f in (names.trimmed(text, finding) for finding in cut) if f is not None]
    clean = _with_repetitions(text, without_overlaps(clean))
    clusters = _by_name(text, clean, language)
    clusters = clusters if language == "en" else _without_lone_halves(text, clusters)
    clusters = _places_and_organisations(text, clusters)
    clusters = _people(clusters)
    return _entities(text, clusters, language, title)


def _with_repetitions(text: str, findings: list[NameCandidate]) -> list[NameCandidate]:
    """Find again, by its words, what the engine saw in one sentence and missed in another."""
    by_surface: dict[str, list[NameCandidate]] = defaultdict(list)
    for finding in findings:
        by_surface[text[finding.start : finding.end]].append(finding)
    by_first: dict[str, list[str]] = defaultdict(list)
    for surface in by_surface:
        if len(surface) > 2 and surface[:1].isupper() and not surface.isupper():
            first = words_of(surface)[:1]
            if first:
                by_first[first[0].text].append(surface)
    seen: dict[str, list[int]] = defaultdict(list)
    for word in each_word(text) if by_first else ():
        for surface in by_first.get(word.text, ()):
            end = word.start + len(surface)
            if text.startswith(surface, word.start) and not text[end : end + 1].isalnum():
                seen[surface].append(word.start)
    extra: list[NameCandidate] = []
    dropped: set[str] = set()
    for surface, places in seen.items():
        found = by_surface[surface]
        is_single = " " not in surface
        if is_single and len(places) >= 4 and len(found) / len(places) < 0.3:
            dropped.add(surface)
        elif max(f.weight for f in found) >= _BELIEVED and (
            not is_single or len(found) * 2 >= len(places)
        ):
            kind = Counter(f.kind for f in found).most_common(1)[0][0]
            known = {f.start for f in found}
            extra += [
                NameCandidate(p, p + len(surface), kind, 0.1)
                for p in places
                if p not in known and not names.is_part_of_compound(text, p, p + len(surface))
            ]
    kept = [f for f in findings if text[f.start : f.end] not in dropped]
    # What the engine saw goes first: a repetition inside a longer name is no mention.
    covered = sorted((f.start, f.end) for f in kept)
    return sorted([*kept, *_outside(extra, covered)])


def _outside(extra: list[NameCandidate], covered: list[tuple[int, int]]) -> list[NameCandidate]:
    kept: list[NameCandidate] = []
    for finding in without_overlaps(extra):
        at = bisect.bisect_left(covered, (finding.start, finding.end))
        before = covered[at - 1][1] if at else 0
        after = covered[at][0] if at < len(covered) else finding.end
        if before <= finding.start and finding.end <= after:
            kept.append(finding)
    return kept


def _by_name(text: str, findings: Sequence[NameCandidate], language: str) -> list[_Cluster]:
    """One cluster a name; its kind is what most of its mentions were taken for."""
    known = {text[f.start : f.end] for f in findings}
    by_handle: dict[str, list[tuple[str, NameCandidate]]] = defaultdict(list)
    for finding in findings:
        surface = text[finding.start : finding.end]
        following = re.match(r"\s+(\w*)", text[finding.end : finding.end + 20])
        next_word = following[1] if following else ""
        form = names.base_form(surface, finding.kind, language, known, next_word)
        by_handle[fold(form) or form].append((form, finding))
    return [cluster for named in by_handle.values() for cluster in _voted(named)]


def _voted(named: list[tuple[str, NameCandidate]]) -> list[_Cluster]:
    """One cluster, or two where a text clearly speaks of the bank and the town of one name."""
    named = _as_said_quietly(named)
    votes: Counter[EntityKind] = Counter()
    for _, finding in named:
        votes[finding.kind] += finding.weight  # type: ignore[assignment]
    winner, _ = votes.most_common(1)[0]
    apart = {kind for kind in votes if kind != winner and _is_clear(kind, named)}
    clusters: dict[EntityKind, _Cluster] = {}
    for form, finding in named:
        kind = finding.kind if finding.kind in apart else winner
        cluster = clusters.setdefault(kind, _Cluster(kind))
        cluster.forms[form] += 1
        cluster.spans.append((finding.start, finding.end))
    for kind, cluster in clusters.items():
        cluster.doubts = Counter({k: v for k, v in votes.items() if k not in apart or k == kind})
        keys = (gazetteer().key_of(form, kind) for form in cluster.forms)
        cluster.key = next((key for key in keys if key), "")
    return list(clusters.values())


def _as_said_quietly(named: list[tuple[str, NameCandidate]]) -> list[tuple[str, NameCandidate]]:
    """A headline in capitals hides what a name is: the sentences below it tell."""
    quiet = Counter(finding.kind for form, finding in named if not form.isupper())
    if not quiet:
        return named
    kind = quiet.most_common(1)[0][0]
    return [(form, f._replace(kind=kind) if form.isupper() else f) for form, f in named]


def _is_clear(kind: EntityKind, named: list[tuple[str, NameCandidate]]) -> bool:
    """Is half of the mentions of this kind (nothing is voted down by its equal), or is a third, and
    the engine sure of them?"""
    weights = [finding.weight for _, finding in named if finding.kind == kind]
    if len(weights) * 2 >= len(named):
        return True
    return len(weights) * 3 >= len(named) and sum(weights) / len(weights) >= _CLEAR


def _without_lone_halves(text: str, clusters: list[_Cluster]) -> list[_Cluster]:
    """Half a compound ("US" in "US-Präsident") counts only where its name also stands alone."""
    free: set[str] = set()
    for cluster in clusters:
        if not all(names.is_part_of_compound(text, *span) for span in cluster.spans):
            free.update([cluster.key] if cluster.key else [])
            free.update(fold(form) for form in cluster.forms)
            if cluster.kind == "PER":
                free.update(names.person_parts(cluster.name)[-1:])
    return [
        cluster
        for cluster in clusters
        if cluster.key in free or any(fold(form) in free for form in cluster.forms)
    ]


def _places_and_organisations(text: str, clusters: list[_Cluster]) -> list[_Cluster]:
    """Names with one key are one; so are long and short forms that the text itself explains."""
    explained = _explained_short_forms(text, clusters)
    by_handle: dict[str, _Cluster] = {}
    kept: list[_Cluster] = []
    for cluster in clusters:
        if cluster.kind == "PER":
            kept.append(cluster)
            continue
        handle = cluster.key or f"{cluster.kind}:{_stem(cluster)}"
        handle = explained.get(handle, handle)
        if handle in by_handle:
            by_handle[handle].take(cluster)
        else:
            by_handle[handle] = cluster
            kept.append(cluster)
    return kept


def _stem(cluster: _Cluster) -> str:
    return names.organisation_stem(cluster.name) if cluster.kind == "ORG" else fold(cluster.name)


def _explained_short_forms(text: str, clusters: list[_Cluster]) -> dict[str, str]:
    """Handles of short forms to those of the names they follow in brackets: "… (WHO)"."""
    begins = {start: c for c in clusters if c.kind in ("ORG", "EVENT") for start, _ in c.spans}
    found: dict[str, str] = {}
    for cluster in clusters:
        if cluster.kind not in ("ORG", "EVENT"):
            continue
        for _, end in cluster.spans:
            bracket = re.match(r"\s?\(", text[end : end + 2])
            short = begins.get(end + bracket.end()) if bracket else None
            if short is None or short is cluster or short.kind != cluster.kind:
                continue
            if names.could_stand_for(short.name, cluster.name):
                long_handle = cluster.key or f"{cluster.kind}:{_stem(cluster)}"
                found[short.key or f"{short.kind}:{_stem(short)}"] = long_handle
    return found


def _people(clusters: list[_Cluster]) -> list[_Cluster]:
    """Surnames join the one full name they fit; where two fit, they stay alone and unsure."""
    _let_surnames_be_people(clusters)
    people = [c for c in clusters if c.kind == "PER"]
    others = [c for c in clusters if c.kind != "PER"]
    people.sort(key=lambda c: -len(names.person_parts(c.name)))
    kept: list[_Cluster] = []
    by_part: dict[str, list[tuple[list[str], _Cluster]]] = defaultdict(list)
    for person in people:
        parts = names.person_parts(person.name)
        longer = _longer_names(parts, by_part)
        if len(longer) == 1:
            longer[0].take(person)
            continue
        person.is_sure = len(longer) == 0
        kept.append(person)
        for part in set(parts):
            by_part[part].append((parts, person))
    return [*kept, *others]


def _longer_names(
    parts: list[str], by_part: dict[str, list[tuple[list[str], _Cluster]]]
) -> list[_Cluster]:
    """Those whom a name of these parts may mean; the same name before all, a first name last."""
    near = by_part.get(parts[-1], []) if parts else []
    if same := [cluster for other, cluster in near if other == parts]:
        return same
    near = near if len(parts) < 2 else [*near, *by_part.get(parts[0], ())]
    found = [cluster for other, cluster in near if names.is_shorter_person(parts, other)]
    if not found and len(parts) == 1 and parts[0] in _folded_first_names():
        found = [cluster for other, cluster in near if len(other) > 1 and other[0] == parts[0]]
    return [cluster for place, cluster in enumerate(found) if cluster not in found[:place]]


def _let_surnames_be_people(clusters: list[_Cluster]) -> None:
    """A name the engine wavered on is a person where the text has that surname in full."""
    surnames = Counter(
        parts[-1]
        for c in clusters
        if c.kind == "PER" and len(parts := names.person_parts(c.name)) > 1
    )
    for cluster in clusters:
        votes = cluster.doubts
        if cluster.kind == "PER" or cluster.key or votes["PER"] * 3 < votes[cluster.kind]:
            continue
        parts = names.person_parts(cluster.name)
        if len(parts) == 1 and surnames[parts[0]] == 1 and votes["PER"] > 0:
            cluster.kind = "PER"


def _shown(cluster: _Cluster) -> str:
    """The name; that of a known place not in the capitals of a dateline."""
    calm = cluster.name.title()
    is_loud = cluster.kind == "LOC" and cluster.name.isupper() and len(cluster.name) > 4
    return calm if is_loud and calm in gazetteer().keys else cluster.name


@cache
def _folded_first_names() -> frozenset[str]:
    return frozenset(fold(name) for name in first_names())


def _entities(text: str, clusters: list[_Cluster], language: str, title: str) -> tuple[Entity, ...]:
    weights = weights_of(text, title, [(c.spans, list(c.forms)) for c in clusters])
    found = []
    for cluster, weight in zip(clusters, weights, strict=True):
        spans = sorted(set(cluster.spans))
        found.append(
            Entity(
                name=_shown(cluster),
                kind=cluster.kind,
                mentions=tuple(Mention(Span(a, b), text[a:b]) for a, b in spans),
                key=cluster.key or f"{cluster.kind}:{fold(cluster.name)}",
                salience=weight,
                is_sure=cluster.is_sure and language in SURE_LANGUAGES,
            )
        )
    found.sort(key=lambda e: (-e.salience, e.mentions[0].span.start))
    return tuple(found)
