"""Names by rules and lists: what answers where the model cannot be loaded.

Rules find what they know (places, organisations, given names, titles) and say little about the rest:
in German every noun has a capital, so that a capital alone tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.addresses import site_names
from lesart.analysis.entities.candidate import NameCandidate, without_overlaps
from lesart.analysis.entities.gazetteer import first_names, gazetteer
from lesart.analysis.entities.tokens import Word, sentences_of, words_of
from lesart.model.entity import EntityKind

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|[^\W\d_][\w’']*(?:[-‑][\w’']+)*\.?"
    r"|[^\w\s]"
)
_MOST_WORDS = 5
_LINKS_OF_ORGANISATIONS = frozenset({"of", "de", "du", "für", "for"})


def find_by_rules(text: str, language: str) -> list[NameCandidate]:
    """Every name that a rule is ready to answer for, in order."""
    findings = site_names(text)
    for start, end in sentences_of(text):
        words = _tokens(text, start, end)
        taken = [False] * len(words)
        for step in (
            _people,
            _organisations,
            _known_names,
            _places_by_shape,
            _acronyms,
            _compounds,
        ):
            for first, last, kind, weight in step(words, taken, language):
                if any(taken[first:last]):
                    continue
                taken[first:last] = [True] * (last - first)
                findings.append(
                    NameCandidate(words[first].start, words[last - 1].end, kind, weight)
                )
    last_names = _last_names(text, findings)
    findings = [f for f in findings if f.kind == "PER" or text[f.start : f.end] not in last_names]
    return without_overlaps([*findings, *_surnames(text, last_names)])


def _last_names(text: str, findings: Sequence[NameCandidate]) -> frozenset[str]:
    """Of all who are named in full. Whoever is may go by it elsewhere, even if a town is called so."""
    full = [text[f.start : f.end].split() for f in findings if f.kind == "PER"]
    return frozenset(name[-1].rpartition("-")[2] for name in full if len(name) > 1) - first_names()


def _surnames(text: str, last_names: frozenset[str]) -> Iterator[NameCandidate]:
    for word in words_of(text) if last_names else ():
        known = word.text in last_names or (word.text[:-1] in last_names and word.text[-1] == "s")
        if known and word.text[:1].isupper():
            yield NameCandidate(word.start, word.end, "PER", 0.5)


def _tokens(text: str, start: int, end: int) -> list[Word]:
    """Words with their hyphens; a full stop belongs to initials and short forms only."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        stop = match.end()
        if (
            word.endswith(".")
            and len(word) > 2
            and not re.fullmatch(r"(?:[A-Z]\.)+|(?:St|Ste|Dr|Mt|Prof|Mrs?|Ms)\.", word)
        ):
            word, stop = word[:-1], stop - 1
        for tail in ("'s", "’s", "'", "’"):
            if word.endswith(tail) and len(word) > len(tail):
                word, stop = word[: -len(tail)], stop - len(tail)
                break
        for elision in ("L'", "L’", "l'", "l’", "D'", "d'", "d’", "D’", "qu'", "qu’"):
            if word.startswith(elision) and word[len(elision) : len(elision) + 1].isupper():
                word = word[len(elision) :]
        found.append(Word(stop - len(word), stop, word, True))
    return found


Candidate = tuple[int, int, EntityKind, float]


def _known_names(words: Sequence[Word], taken: list[bool], language: str) -> Iterator[Candidate]:
    """The longest names of the gazetteer; German ones also with their genitive ending."""
    known = gazetteer()
    place = 0
    while place < len(words):
        first = words[place].text
        head = re.split(r"[-‑ ]", first)[0]
        most = max(known.longest.get(head, 0), known.longest.get(first.rstrip("s"), 0))
        step = 1
        if first[:1].isupper() or (first[:1].islower() and most):
            for count in range(min(most, _MOST_WORDS, len(words) - place), 0, -1):
                name = " ".join(word.text for word in words[place : place + count])
                key = _key(name, language)
                if key:
                    kind: EntityKind = "LOC" if key.startswith("LOC") else "ORG"
                    yield place, place + count, kind, 0.9
                    step = count
                    break
        place += step


def _key(name: str, language: str) -> str:
    known = gazetteer().keys
    if (
        name in lexicon.NOT_NAMES
        or name in lexicon.TOWNS_LIKE_WORDS
        or not any(c.isupper() for c in name)
    ):
        return ""
    if name in known:
        return known[name]
    if language in ("de", "") and name.endswith("s") and len(name) > 4:
        return known.get(name[:-1], "")
    return ""


def _places_by_shape(
    words: Sequence[Word], taken: list[bool], language: str
) -> Iterator[Candidate]:
    for index, word in enumerate(words[:-1]):
        follower = words[index + 1].text
        if word.text in lexicon.PLACE_HEADS_FIRST and _is_name_like(follower):
            yield index, index + 2, "LOC", 0.7
        elif (
            follower in lexicon.PLACE_HEADS_LAST
            and language != "de"
            and _is_name_like(word.text)
            and not taken[index]
        ):
            yield index, index + 2, "LOC", 0.6


def _organisations(words: Sequence[Word], taken: list[bool], language: str) -> Iterator[Candidate]:
    for index, word in enumerate(words):
        text = word.text
        is_last = text in lexicon.COMPANY_FORMS or (
            text in lexicon.ORG_HEADS_LAST and language != "de"
        )
        first = _run_start(words, index, taken, language) if is_last else index
        if first < index and not taken[index]:
            yield first, index + 1, "ORG", 0.8
        elif text in lexicon.ORG_HEADS_FIRST:
            last = index + 1
            if last < len(words) and words[last].text in _LINKS_OF_ORGANISATIONS:
                last += 1
            if last < len(words) and _is_name_like(words[last].text):
                yield index, last + 1, "ORG", 0.7


def _acronyms(words: Sequence[Word], taken: list[bool], language: str) -> Iterator[Candidate]:
    """Capitals only; in a line of capitals they tell nothing."""
    shouted = sum(word.text.isupper() and len(word.text) > 1 for word in words)
    if shouted * 2 > len(words):
        return
    for index, word in enumerate(words):
        if _is_acronym(word.text) and not taken[index]:
            yield index, index + 1, "ORG", 0.6


def _run_start(words: Sequence[Word], index: int, taken: list[bool], language: str) -> int:
    """Where the capitalised words before a head begin; in German one or two at most."""
    first = index
    most = 2 if language == "de" else 4
    while first and index - first < most and _is_name_like(words[first - 1].text):
        first -= 1
    return first


def _is_acronym(text: str) -> bool:
    letters = text.replace("-", "")
    return 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper() and (
        text not in lexicon.NOT_ACRONYMS
    )  # fmt: skip


def _compounds(words: Sequence[Word], taken: list[bool], language: str) -> Iterator[Candidate]:
    """US-Armee is an organisation; in US-Präsident or Obama-Berater the first half is the name."""
    for index, word in enumerate(words):
        first, dash, last = word.text.partition("-")
        if dash and first and last in lexicon.COMPOUND_ORG_HEADS and first[:1].isupper():
            yield index, index + 1, "ORG", 0.8
        elif dash and last in lexicon.EVENT_HEADS and _key(first, language):
            yield index, index + 1, "EVENT", 0.7


def _people(words: Sequence[Word], taken: list[bool], language: str) -> Iterator[Candidate]:
    names = first_names()
    index = 0
    while index < len(words):
        text = words[index].text
        begins = text in names or text.split("-")[0] in names
        after_title = index > 0 and _is_title(words[index - 1].text) and _is_name_like(text)
        if taken[index] or not (begins or after_title):
            if re.match(r"(?:[Aa]l|[Ee]l)-[A-Z]", text) and not taken[index]:
                yield index, index + 1, "PER", 0.6
            index += 1
            continue
        last = _person_end(words, index, taken)
        if last - index > 1 or (after_title and not _is_title(text)):
            yield index, last, "PER", 0.8 if begins else 0.6
        index = max(last, index + 1)


def _person_end(words: Sequence[Word], index: int, taken: list[bool]) -> int:
    """Up to four capitalised words, with particles and initials between them."""
    last = index + 1
    count = 1
    while last < len(words) and count < 4 and not taken[last]:
        text = words[last].text
        if text in lexicon.PARTICLES and _may_stand_here(text, words[last - 1].text):
            ahead = next((w.text for w in words[last : last + 3] if w.text[:1].isupper()), "")
            if not _is_name_like(ahead):
                break
        elif re.match(r"(?:al|el)-[A-Z]", text) or re.fullmatch(r"[A-Z]\.", text):
            count += 1
        elif _is_name_like(text):
            count += 1
            if count > 2 and words[last - 1].text not in first_names():
                before = words[last - 1].text
                if before[:1].isupper() and not before.endswith("."):
                    break
        else:
            break
        last += 1
    while last > index + 1 and not any(c.isupper() for c in words[last - 1].text):
        last -= 1
    return last


def _may_stand_here(particle: str, before: str) -> bool:
    """ "der" is an article unless "von" or "van" goes before."""
    return particle not in {"der", "den", "y", "e"} or before in {"von", "van", "de"}


def _is_title(text: str) -> bool:
    return text.lower() in lexicon.TITLES or text.rpartition("-")[2].lower() in lexicon.TITLES


def _is_name_like(text: str) -> bool:
    return (
        text[:1].isupper()
        and len(text) > 1
        and text not in lexicon.NOT_NAMES
        and not _is_title(text)
        and text not in lexicon.COMPANY_FORMS
    )
