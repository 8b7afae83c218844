"""What engines take for names and is none: measures, people of a country, adjectives, common nouns."""

from __future__ import annotations

import re

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.demonyms import is_inhabitant
from lesart.analysis.entities.gazetteer import first_names, fold, gazetteer

_CAPITAL_NAMES = frozenset({"de", "fr", "es"})
_BEFORE_NOUN = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]")
_OPENS = re.compile(r"(?:^|[.!?:;,\n„“”\"»«(–—])\s*$")
_MOVES = re.compile(
    r"[^.\n]{0,40}?(?:\d|\b(?:fell|rose|gained|lost|slipped|climbed|dropped|jumped|closed|opened|ended"
    r"|stieg|fiel|gab|legte|verlor|gewann|schloss|notierte|sank|kletterte|trat|büßte|rutschte"
    r"|recul|perd|gagn|bondi|grimp|chut|cède|cédé|progress|repl|clôtur|termin|cerró|cayó|subió|perdió|ganó|bajó|avanz)\w*)"
)
_DOUBTED = 0.75
_BARE = frozenset(
    {
        "The",
        "Le",
        "La",
        "Les",
        "El",
        "Los",
        "Las",
        "Der",
        "Die",
        "Das",
        "TGV",
        "coup d'État",
        "coup d’État",
        "garde des Sceaux",
        "Sceaux",
        "Taoiseach",
    }
)
_PRIZE = re.compile(
    r"(?:prix|premio|(?:[Pp]rix |[Pp]remio )?Nobel|Nobelpreis|\w+nobelpreis|Pulitzer)\b"
)
_SEASON = re.compile(r"^[A-Z]\w+ (?:season|saison)$|Saison$")
_FAMILY = frozenset(
    [
        "Papa",
        "Mama",
        "Mum",
        "Dad",
        "Mummy",
        "Daddy",
        "Maman",
        "Mamá",
        "Papá",
        "Oma",
        "Opa",
        "Mutter",
        "Vater",
        "Bruder",
        "Schwester",
        "Noël",
        "Christmas",
    ]
)
_ADJECTIVE = re.compile(r"(?P<stem>\w{3,}?)(?:er|es|en|em|e)$")
_NOUN = re.compile(r"\w{3,}(?:ung|ungen|heit|heiten|keit|keiten|schaften|ismus|täten|nisse)$")
"""How German builds nouns from other words."""


def is_no_name(text: str, finding: NameCandidate, language: str) -> bool:
    """Whether a reader of news would call this nobody's name."""
    name = text[finding.start : finding.end]
    if _is_measure(text, finding, name, language) or name in _BARE:
        return True
    if finding.kind == "PER" and name in _FAMILY:
        return True
    if finding.kind in ("PER", "LOC") and language in _CAPITAL_NAMES and name.islower():
        # Unless all is written so, as on a telephone.
        return any(c.isupper() for c in text[max(0, finding.start - 200) : finding.end + 200])
    if finding.kind == "EVENT":
        return (
            fold(name) in lexicon.BARE_EVENTS
            or bool(_SEASON.search(name))
            or bool(_PRIZE.match(name))
        )
    if finding.kind in ("PER", "LOC") and is_inhabitant(text, finding, language):
        return True
    return language == "de" and _is_german_word(text, finding, name)


def _is_measure(text: str, finding: NameCandidate, name: str, language: str) -> bool:
    """BIP, GDP, yen, Dax: what is measured, or in what; an exchange only where its index moves."""
    if finding.kind == "EVENT":
        return False
    measures = lexicon.MEASURES.get(language, lexicon.MEASURES[""])
    if name in measures or name.lower() in lexicon.CURRENCIES:
        return True
    return name in lexicon.INDICES and bool(_MOVES.match(text, finding.end))


def _is_german_word(text: str, finding: NameCandidate, name: str) -> bool:
    """ "Chemnitzer" and "Rauer" before a noun, "Rauer Seegang", "Hoffnung"."""
    first, *rest = name.split()
    if name in gazetteer().keys or first in first_names():
        return False
    if rest:
        is_pair = len(rest) == 1 and (finding.kind == "PER" or finding.weight < _DOUBTED)
        return is_pair and _opens_sentence(text, finding) and _is_adjective(first)
    if finding.kind == "LOC" and name.endswith("er"):
        return bool(_BEFORE_NOUN.match(text, finding.end))
    if _is_adjective(name):
        return bool(_BEFORE_NOUN.match(text, finding.end)) or finding.kind != "ORG"
    return finding.kind in ("PER", "LOC") and bool(_NOUN.match(name))


def _opens_sentence(text: str, finding: NameCandidate) -> bool:
    return bool(_OPENS.search(text[max(0, finding.start - 4) : finding.start]))


def _is_adjective(word: str) -> bool:
    """A German adjective with its ending; some are surnames ("Kleiner"), so ask where it stands."""
    match = _ADJECTIVE.match(word.lower())
    return match is not None and match["stem"] in lexicon.GERMAN_ADJECTIVES
