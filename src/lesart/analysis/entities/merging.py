"""From names in places to people, places and organisations: who is meant by which words.

Every name has one vote in a document: if most of its mentions are taken for an organisation, all are.
Two names become one entity only where nothing speaks against it; when unsure, they stay two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lesart.analysis.entities import lexicon, names
from lesart.analysis.entities.boundary_repair import mended
from lesart.analysis.entities.candidate import NameCandidate, without_overlaps
from lesart.analysis.entities.common_nouns import is_noun
from lesart.analysis.entities.compounds import parted
from lesart.analysis.entities.evidence import with_evidence
from lesart.analysis.entities.gazetteer import fold, gazetteer
from lesart.analysis.entities.repetitions import with_repetitions
from lesart.analysis.entities.salience import weights_of
from lesart.analysis.entities.sports import club_of
from lesart.analysis.entities.storms import storm_of
from lesart.model.entity import Entity, EntityKind, Mention
from lesart.model.text import Span

_CLEAR = 0.85
"""From here on the engine's belief in a name's kind is worth more than the name's other mentions."""
_SURE_OF_HALF = 0.7
"""So sure the engine must be of a kind that half of a name's mentions have, one of the kinds being a person."""
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
    return entities_of(text, well_cut(text, findings, language), language, title)


def well_cut(text: str, findings: Iterable[NameCandidate], language: str) -> list[NameCandidate]:
    """What an engine found with a reader's borders and kinds, without what is no name."""
    cut = mended(text, findings, language)
    clean = [f for f in (names.trimmed(text, finding) for finding in cut) if f is not None]
    return without_overlaps(clean)


def entities_of(
    text: str, findings: Sequence[NameCandidate], language: str, title: str = ""
) -> tuple[Entity, ...]:
    """The same for findings that are `well_cut`."""
    free = parted(text, findings, language).free
    free = with_evidence(text, with_repetitions(text, free, language), language)
    clusters = _by_name(text, free, language)
    if language not in ("de", "en", ""):
        clusters = _without_lone_halves(text, clusters)
    clusters = _places_and_organisations(text, clusters)
    clusters = _people(clusters)
    return _entities(text, clusters, language, title)


def _by_name(text: str, findings: Sequence[NameCandidate], language: str) -> list[_Cluster]:
    """One cluster a name; its kind is what most of its mentions were taken for."""
    known = {text[f.start : f.end] for f in findings}
    known |= {word for f in findings if f.kind == "PER" for word in text[f.start : f.end].split()}
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
    return [
        (form, f if not form.isupper() or _is_town(form, f.kind, kind) else f._replace(kind=kind))
        for form, f in named
    ]


def _is_town(form: str, kind: EntityKind, quiet: EntityKind) -> bool:
    """GREEN BAY of a dateline, in a report on the club of that name."""
    return kind == "LOC" and quiet == "ORG" and bool(gazetteer().key_of(form, "LOC"))


def _is_clear(kind: EntityKind, named: list[tuple[str, NameCandidate]]) -> bool:
    """Is half of the mentions of this kind (nothing is voted down by its equal), or is a third, and
    the engine sure of them?"""
    weights = [finding.weight for _, finding in named if finding.kind == kind]
    if len(weights) * 2 >= len(named):
        # Who runs and what is run are hardly called alike: a person beside a firm or town must be sure.
        is_apart = "PER" not in {finding.kind for _, finding in named} or kind == "EVENT"
        return is_apart or sum(weights) / len(weights) >= _SURE_OF_HALF
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
    short_forms = _short_forms(clusters)
    by_handle: dict[str, _Cluster] = {}
    kept: list[_Cluster] = []
    for cluster in clusters:
        if cluster.kind == "PER":
            kept.append(cluster)
            continue
        handle = cluster.key or f"{cluster.kind}:{_stem(cluster)}"
        handle = explained.get(handle, handle)
        handle = short_forms.get(cluster, handle)
        if handle in by_handle:
            by_handle[handle].take(cluster)
        else:
            by_handle[handle] = cluster
            kept.append(cluster)
    return kept


def _short_forms(clusters: list[_Cluster]) -> dict[_Cluster, str]:
    """Handles of clubs, papers and storms for those of their short forms that fit only one: "Kings", "Beryl"."""
    found: dict[_Cluster, str] = {}
    for short in clusters:
        same = [c for c in clusters if c is not short and c.kind == short.kind]
        if short.kind == "ORG":
            whole = [c for c in same if club_of(short.name, c.name)]
            whole = whole or [c for c in same if _is_firm_of(short, c)]
        elif short.kind == "EVENT":
            whole = [c for c in same if storm_of(c.name) in (short.name, short.name[:-1])]
        else:
            continue
        if len(whole) == 1 and not (short.key and whole[0].key):
            found[short] = whole[0].key or f"{short.kind}:{_stem(whole[0])}"
    return found


def _is_firm_of(short: _Cluster, whole: _Cluster) -> bool:
    """Is "Kestrel" the "Kestrel Foods" of the text? Not where it is a place, a word, or a firm by itself."""
    words = re.split(r"[ -]", whole.name)
    name = short.name
    if len(words) < 2 or words[0] != name or len(name) < 4 or not name[:1].isupper():
        return False
    if name in lexicon.CLUBS_FIRST:
        return len(words) == 2
    if name in gazetteer().keys or name in lexicon.SURE_ORGANISATIONS or name in lexicon.NOT_NAMES:
        return False
    is_kind = words[0] in lexicon.ORG_HEADS_FIRST or words[0] in lexicon.ORG_HEADS_LAST
    return not (is_kind or is_noun(name) or words[1].islower() or "-" in short.name)


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
        longer = _introduced(person, _longer_names(parts, by_part))
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
    if not found and len(parts) == 1:
        # Bill for Bill Clinton, and Xi for Xi Jinping, whose family's name comes first.
        found = [cluster for other, cluster in near if len(other) > 1 and other[0] == parts[0]]
    return [cluster for place, cluster in enumerate(found) if cluster not in found[:place]]


def _introduced(person: _Cluster, longer: list[_Cluster]) -> list[_Cluster]:
    """Of those whom a surname fits, the one whom the text had named in full before its last use."""
    last = max(start for start, _ in person.spans)
    known = [c for c in longer if min(c.spans)[0] < last]
    is_clear = len(known) == 1 and min(known[0].spans) < min(person.spans)
    return known if is_clear else longer


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
