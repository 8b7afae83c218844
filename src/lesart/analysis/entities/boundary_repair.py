"""Names that an engine cut badly, cut as a reader would: "Ali" in "Ali Air Base", "London and", "U.S".

Each rule looks at one finding and the words around it, and leaves alone what it is not sure of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.apposition import with_kind_of_apposition
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.common_nouns import head_of, is_noun
from lesart.analysis.entities.datelines import with_datelines
from lesart.analysis.entities.firms import with_kind_of_firm
from lesart.analysis.entities.gazetteer import first_names, gazetteer
from lesart.analysis.entities.kinds import with_kind_of_words
from lesart.analysis.entities.missed import with_missed
from lesart.analysis.entities.names import family_names
from lesart.analysis.entities.no_names import is_no_name
from lesart.analysis.entities.offices import with_office
from lesart.analysis.entities.storms import with_storms
from lesart.analysis.entities.widening import is_one_name, widened
from lesart.model.entity import EntityKind

_DOTTED = re.compile(r"(?:^|[\s.])[A-Z](?:\.[A-Z])+$")
_COMMA = re.compile(r",\s+(?=[A-ZÀ-Þ])")
_LINK_AT_END = re.compile(
    r"(?:\s+(?:of|the|and|und|y|et|von|vom|de|du|des|del|der|den|dem|la|für|for|gegen|&))+$"
)
_LINK_TO_NAME = re.compile(r"\s+(?:of|de|du|des|del|von)(?: the)?$")
_SMALL_AT_START = re.compile(r"^[a-zäöüß]{4,}(?:e|en|er|es|em)\s+(?=[A-ZÄÖÜ])")
_OWNED_PLACE = re.compile(r"(?P<owner>[A-Z][\w .]+)['’]s (?=[A-Z])")
_PLACE_OF_PLACE = re.compile(
    r"(?P<first>[A-ZÄÖÜ][a-zäöüß]+) (?:von|bei|in|nahe|(?P<river>an der)) (?P<second>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)"
)
"""Two places of which one is in the other, as German text tells them: "Marienkirche von Ribnitz"."""
_OF_NAMES = frozenset(
    [
        "Straße",
        "Golf",
        "Bucht",
        "Kap",
        "Meerenge",
        "Insel",
        "Platz",
        "Kanal",
        "Straßen",
        "Höhe",
        "Tor",
        "Herzogtum",
    ]
)
_PARKS = (
    "Nationalpark",
    "Naturpark",
    "Biosphärenreservat",
    "Grafschaft",
    "Fürstentum",
    "Großherzogtum",
)
_INSTITUTION = re.compile(
    r"(?:werke|klinikum|klinik|kasse|universität|gericht|theater|museum|krankenhaus|hochschule|kammer|verwaltung|direktion"
    r"|anwaltschaft|präsidium|feuerwehr|zoo|betriebe|zentrale)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\.(?:,| [—–(-]| [a-z])")
_GAP = re.compile(r"\s+")
_YEAR_BEFORE = re.compile(r"(?:1[5-9]|20)\d\d $")
_YEAR_AFTER = re.compile(r" (?:de )?(?:1[5-9]|20)\d\d(?!\w)")
_VERSUS = re.compile(r"\s+(?:vs\.?|versus)\s+")
_SMALL_AT_END = re.compile(
    r"(?<=[\w.])(?:\s+(?!(?:plc|railway|train|bus|metro|subway|station|airport|bridge|river|street)\b)[a-z]{3,})+$"
)
_NUMBER_AT_END = re.compile(r"(?<=[a-zß-ÿ]) \d+$")
"""Somerset 9: a figure of a list."""
_NOUN_AFTER_GENITIVE = re.compile(
    r"(?:(?<=ituts)|(?<=bands)|(?<=riums)|(?<=richts)|(?<=zerns)|(?<=ments)|(?<=seums)) [A-ZÄÖÜ][a-zäöüß]+$"
)
"""Kühn-Instituts Zikaden: a genitive, and what it owns or studies."""
_FEATURE_BEFORE = re.compile(r"(?<!\w)(\w+) (de la |de l['’]|del |des |du |de |d['’])?$")


def mended(text: str, findings: Iterable[NameCandidate], language: str) -> list[NameCandidate]:
    """The findings in order, better cut; some go, a place with its state becomes two."""
    ordered = with_storms(
        text, with_missed(text, with_datelines(text, sorted(findings)), language), language
    )
    known = _names_alone(text, ordered) if language == "de" else frozenset()
    begins = {finding.start for finding in ordered}
    surnames = _surnames(text, ordered)
    found: list[NameCandidate] = []
    for finding in _joined(text, ordered):
        for part in _parts(text, finding, known):
            part = with_office(text, widened(text, part, language), language)
            said = with_kind_of_apposition(text, with_kind_of_words(text, part), language)
            said = with_kind_of_firm(text, said)
            kept = _cut(text, said, language)
            if language == "de":
                kept = _without_what_follows(text, kept, known)
                if _is_before_its_name(text, kept, begins):
                    continue
            is_somebody = text[kept.start : kept.end].removesuffix("s") in surnames
            if language == "de" and _is_kind_alone(text, kept, ordered):
                continue
            if is_somebody or not is_no_name(text, kept, language):
                found.append(kept)
    return found


def _names_alone(text: str, findings: Sequence[NameCandidate]) -> frozenset[str]:
    """Names of the text as they stand without anything behind them, and surnames of its people."""
    known = set()
    for finding in findings:
        name = text[finding.start : finding.end]
        known.add(name)
        if finding.kind == "PER":
            known.update(family_names(name))
    return frozenset(known)


def _is_kind_alone(text: str, finding: NameCandidate, others: Sequence[NameCandidate]) -> bool:
    """ "Stadtwerke" in a text on the "Stadtwerke Neumünster": what they are, and not what they are called."""
    name = text[finding.start : finding.end]
    if finding.kind != "ORG" or not name.isalpha() or name in lexicon.NOUNS_THAT_NAME:
        return False
    if not _INSTITUTION.search(name):
        return False
    return any(
        text.startswith((f"{name} ", f"{name}s "), o.start) and o.end > o.start + len(name) + 2
        for o in others
    )


def _surnames(text: str, findings: Sequence[NameCandidate]) -> frozenset[str]:
    """Of those whom the text names in full, without a last "s": it may be a genitive's."""
    people = (text[f.start : f.end] for f in findings if f.kind == "PER")
    return frozenset(name.removesuffix("s") for full in people for name in family_names(full))


def _without_what_follows(
    text: str, finding: NameCandidate, known: frozenset[str]
) -> NameCandidate:
    """ "Rembrandts Selbstbildnis" is about Rembrandt, if the text or the list of places knows him."""
    if finding.kind not in ("PER", "LOC"):
        return finding
    words = text[finding.start : finding.end].split(" ")
    for place, word in enumerate(words[:-1]):
        shorter = word[:-1]
        if not word.endswith("s") or word in first_names() or word in known or len(shorter) < 3:
            continue
        if words[place + 1][:1].isupper() and (
            shorter in known or (place == 0 and shorter in gazetteer().keys)
        ):
            return finding._replace(end=finding.start + len(" ".join(words[: place + 1])))
    return finding


def _is_before_its_name(text: str, finding: NameCandidate, begins: set[int]) -> bool:
    """ "Schweizer Reederei" before "MSC": what the name that follows is."""
    if finding.kind != "ORG" or finding.end + 1 not in begins or text[finding.end] != " ":
        return False
    words = text[finding.start : finding.end].split()
    if len(words) == 1 and words[0].startswith(("US-", "EU-", "UN-")):  # US-Erdbebenwarte USGS
        return True
    if len(words) == 1 and words[0] not in lexicon.NOUNS_THAT_NAME:  # Wissenschaftsfonds FWF
        return is_noun(words[0]) or bool(head_of(words[0]))
    return len(words) == 2 and words[0].endswith("er") and words[1].isalpha()


def _joined(text: str, findings: Sequence[NameCandidate]) -> Iterator[NameCandidate]:
    """ "Municipality of" and "Livorno", found apart, are one."""
    waiting: NameCandidate | None = None
    for finding in findings:
        if waiting is not None:
            gap = text[waiting.end : finding.start]
            name = text[waiting.start : waiting.end]
            is_double = not gap and name.endswith("-") and waiting.kind == finding.kind == "LOC"
            is_double = is_double or is_one_name(waiting, finding, name, gap)
            is_double = is_double or (gap == " " and name in _PARKS and finding.kind == "LOC")
            is_double = is_double or _is_of_owners(waiting, finding, name, gap)
            is_double = is_double or _is_double_county(text, waiting, finding, gap)
            if is_double or (_GAP.fullmatch(gap) and _LINK_TO_NAME.search(name)):
                waiting = waiting._replace(
                    end=finding.end, kind=_kind_of_both(waiting, finding, gap)
                )
                continue
            yield waiting
        waiting = finding
    if waiting is not None:
        yield waiting


def _is_of_owners(first: NameCandidate, second: NameCandidate, name: str, gap: str) -> bool:
    """ "Actors' Equity", "Ombudsman for Wales": found apart, and one."""
    if first.kind != "ORG":
        return False
    is_owners = gap in ("' ", "’ ") and name.endswith("s") and second.kind == "ORG"
    return is_owners or (gap == " " and name.endswith(" for") and second.kind in ("LOC", "ORG"))


def _kind_of_both(first: NameCandidate, second: NameCandidate, gap: str) -> EntityKind:
    return second.kind if gap == " and " else first.kind


def _is_double_county(text: str, first: NameCandidate, second: NameCandidate, gap: str) -> bool:
    """ "Devon" and "Cornwall Police" of one name with an "and" in it."""
    if gap != " and " or first.kind != "LOC" or second.kind not in ("LOC", "ORG"):
        return False
    names = f"{text[first.start : first.end]}+{text[second.start : second.end].split()[0]}"
    return names in lexicon.DOUBLE_COUNTIES


def _parts(text: str, finding: NameCandidate, known: Set[str]) -> Iterator[NameCandidate]:
    """ "Lawrence, KS" is a town, and where it is; "Lakers vs. Celtics" are two; so are "Merkels CDU"."""
    start = finding.start
    first, _, rest = text[start : finding.end].partition(" ")
    is_owner = first.endswith("s") and first[:-1] in known and not is_noun(first)
    if finding.kind == "ORG" and rest and is_owner:
        yield finding._replace(end=start + len(first), kind="PER")
        if " " in rest or rest.isupper() or rest in gazetteer().keys:
            yield finding._replace(start=finding.end - len(rest))
        return
    of = _PLACE_OF_PLACE.fullmatch(text, finding.start, finding.end) if known else None
    if (
        finding.kind == "LOC"
        and of
        and of["first"] not in _OF_NAMES
        and (not of["river"] or is_noun(of["first"]))
    ):
        if not is_noun(of["first"]) or head_of(of["first"]):
            yield finding._replace(end=of.end("first"))
        yield finding._replace(start=of.start("second"))
        return
    owner = _OWNED_PLACE.match(text, finding.start, finding.end) if finding.kind == "LOC" else None
    if owner and owner["owner"] in gazetteer().keys:
        yield finding._replace(end=owner.end("owner"))
        yield finding._replace(start=owner.end())
        return
    border = _COMMA if finding.kind == "LOC" else _VERSUS
    if finding.kind != "EVENT":
        for found in border.finditer(text, finding.start, finding.end):
            yield finding._replace(start=start, end=found.start())
            start = found.end()
    yield finding._replace(start=start)


def _cut(text: str, finding: NameCandidate, language: str) -> NameCandidate:
    """Without a last "and", without a German adjective before; with the full stop of "U.S.",
    and an event with its year: the next cup is another one."""
    start, end, kind, _ = finding
    if link := _LINK_AT_END.search(text[start:end]):
        end = start + link.start()
    if language == "en" and text.startswith("the ", start):
        start += 4
    if language == "de" and kind != "PER" and (small := _SMALL_AT_START.match(text[start:end])):
        start += small.end()
    end = _without_tail(text, start, end, kind, language)
    if language == "en" and kind != "EVENT" and text[start : start + 1].isupper():
        if small := _SMALL_AT_END.search(text[start:end]):
            end = start + small.start()
    if language in ("fr", "es") and kind == "LOC":
        before = _FEATURE_BEFORE.search(text[max(0, start - 25) : start])
        if before and before[1] in lexicon.FEATURES_FIRST:
            # "el segundo lago de Bolivia" is a lake of Bolivia, which is none.
            is_region = gazetteer().keys.get(text[start:end], "LOC:0")[4:5].isalpha()
            start -= 0 if is_region and before[2] else len(before[0])
    if kind == "EVENT":
        start, end = _with_year(text, start, end, language)
    is_state = text[start:end] in lexicon.STATES and bool(_GOES_ON.match(text, end))
    if (text[end : end + 1] == "." and is_state) or (
        text[end : end + 1] == "." and _DOTTED.search(text[max(start, end - 9) : end])
    ):
        end += 1
    return finding._replace(start=start, end=end)


def _without_tail(text: str, start: int, end: int, kind: str, language: str) -> int:
    """The end of a place before a figure, of an institute before the noun that it belongs to."""
    number = _NUMBER_AT_END.search(text[start:end]) if kind == "LOC" else None
    if number and text[start : start + number.start()] in gazetteer().keys:
        return start + number.start()
    is_german = kind == "ORG" and language == "de"
    noun = _NOUN_AFTER_GENITIVE.search(text[start:end]) if is_german else None
    return start + noun.start() if noun else end


def _with_year(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    before = _YEAR_BEFORE.search(text[max(0, start - 5) : start]) if language == "en" else None
    after = _YEAR_AFTER.match(text[end : end + 9])
    return start - (5 if before else 0), end + (after.end() if after else 0)
