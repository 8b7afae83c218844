"""What a name is without what the sentence did to it: endings, titles, quotes; and what it sounds like."""

from __future__ import annotations

import re
from collections.abc import Set

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.demonyms import is_german_nation
from lesart.analysis.entities.gazetteer import first_names, fold, gazetteer
from lesart.analysis.entities.german_endings import standing_alone

_EDGES = " \t\u00a0\n\"'„“”‚‘’«»‹›()[]{}*–—-‑,;:!?…·•|/\\"
_HYPHENS = "-‑"
_GENITIVE_HEAD = re.compile(
    r"(?<!\w)(\w*(?:[Aa]mt|[Gg]ericht|[Gg]erichtshof|[Mm]inisterium|[Ii]nstitut|[Vv]erband|[Rr]at|[Ss]enat"
    r"|[Pp]arlament|[Kk]onzern|[Bb]und|[Bb]undestag|[Ll]andtag|[Dd]ienst))e?s(?= für| der| des| von|$)"
)
"""Bundesamts für Verfassungsschutz: the office is a "Bundesamt"."""
_GIVEN_NAME_LAST = re.compile(r"[A-Z][a-z]+-[a-z]+")
_NEVER_GENITIVE = ("ss", "is", "us", "as", "os", "xs", "zs", "ys")


def trimmed(text: str, finding: NameCandidate) -> NameCandidate | None:
    """Without quotes, possessive endings and titles; None where no name is left."""
    start, end = finding.start, finding.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    last = text[start:end].rpartition(" ")[2].replace("'", "’")
    if last[-2:] in ("’s", "’S") and last not in lexicon.BRANDS:
        end -= 2
    if finding.kind == "PER":
        start = _after_titles(text, start, end)
    if text[start:end].endswith(".") and text[start:end].count(".") == 1 and finding.kind == "PER":
        end -= 0 if re.search(r"\b(?:[A-Z]|Jr|Sr|[IVX]+)\.$", text[start:end]) else 1
    if not any(c.isalpha() for c in text[start:end]):
        return None
    return finding._replace(start=start, end=end)


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the name proper begins: "Präsident Obama" is about Obama."""
    while match := re.match(r"([^\s]+)\s+", text[start:end]):
        word = match[1].lower()
        is_title = word in lexicon.TITLES or word.rpartition("-")[2] in lexicon.TITLES
        if not is_title and not is_german_nation(match[1]):
            break
        start += match.end()
    return start


def is_part_of_compound(text: str, start: int, end: int) -> bool:
    """ "US" in "US-Präsident": half a word, which names somebody only in passing."""
    after = text[end : end + 2]
    before = text[max(0, start - 2) : start]
    return (len(after) == 2 and after[0] in _HYPHENS and after[1].isalpha()) or (
        len(before) == 2 and before[1] in _HYPHENS and before[0].isalpha()
    )


def base_form(surface: str, kind: str, language: str, known: Set[str], next_word: str) -> str:
    """The name without the ending its sentence gave it; unchanged where that is not sure.

    `known` are the surfaces of the document. "Merkels" is "Merkel" where the text also says
    "Merkel", where the list of places knows the shorter form, or before a noun in German.
    """
    name = " ".join(surface.split())
    if language == "de" and kind != "PER":
        name = standing_alone(_GENITIVE_HEAD.sub(r"\1", name) if kind == "ORG" else name)
    if language not in ("de", "") or not name.endswith("s") or len(name) < 4 or name.isupper():
        return name
    shorter = name[:-1]
    if shorter in known:
        return shorter
    places = gazetteer()
    key = places.keys.get(name)
    if key and (name == places.names[key] or key != places.keys.get(shorter)):
        return name
    if shorter in places.keys:
        return shorter
    is_before_noun = language == "de" and next_word[:1].isupper() and next_word[1:2].islower()
    if kind == "PER" and is_before_noun and not name.endswith(_NEVER_GENITIVE):
        return shorter
    return name


def family_names(name: str) -> tuple[str, ...]:
    """By what somebody named in full may be called: the last word, of Yoon Suk-yeol the first as well."""
    words = name.split()
    if len(words) < 2:
        return ()
    is_first = words[0] in lexicon.FAMILY_NAMES_FIRST or bool(_GIVEN_NAME_LAST.fullmatch(words[1]))
    if is_first and len(words) < 4:
        return words[-1], words[0]
    # Sánchez of Pedro Sánchez Pérez
    is_middle = len(words) == 3 and words[1].istitle() and words[1] not in first_names()
    return (words[-1], words[1]) if is_middle else (words[-1],)


def person_parts(name: str) -> list[str]:
    """The words of a person's name that tell people apart, folded: no particles, no dots."""
    parts = []
    for word in name.replace("’", "'").split():
        head, dash, tail = word.partition("-")
        if dash and head.lower() in lexicon.ARTICLE_PARTICLES:
            word = tail
        folded = fold(word).replace(" ", "-")
        if folded and folded not in lexicon.PARTICLES and folded not in lexicon.ARTICLE_PARTICLES:
            parts.append(folded)
    return parts


def is_shorter_person(short: list[str], long: list[str]) -> bool:
    """Could `short` be another way to name `long`? "Bush" and "G. Bush" for "George W. Bush"."""
    if not short or len(short) > len(long) or short == long:
        return False
    if len(short) == 1:
        return short[0] == long[-1] or (
            len(long) > 2 and short[0] == long[-2] and len(long[-2]) > 2
        )
    if short == long[-len(short) :]:  # García Ortiz of Álvaro García Ortiz
        return True
    if short == long[: len(short)]:
        return True
    begins_alike = short[0] == long[0] or (len(short[0]) == 1 and long[0].startswith(short[0]))
    return begins_alike and short[-1] == long[-1] and set(short[1:-1]) <= set(long[1:-1])


def organisation_stem(name: str) -> str:
    """Folded, without legal form and without the endings of leading adjectives."""
    words = name.split()
    while len(words) > 1 and words[-1] in lexicon.COMPANY_FORMS:
        words.pop()
    if words and words[0].lower() in {"the", "der", "die", "das", "den", "dem", "la", "le", "el"}:
        words = words[1:] or words
    stems = [re.sub(r"(?<=\w{4})(?:en|er|em|es|e)$", "", fold(w)) for w in words[:-1]]
    return " ".join([*stems, fold(words[-1])]) if words else ""


def could_stand_for(short: str, long: str) -> bool:
    """Are the capitals of a short form to be found in the long name, in order? WHO, EZB, BGH."""
    letters = fold(short).replace(" ", "")
    if not 2 <= len(letters) <= 8 or not letters.isalpha():
        return False
    rest = iter(fold(long))
    return fold(long)[:1] == letters[0] and all(letter in rest for letter in letters)
