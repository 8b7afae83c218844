"""What engines take for names and is none: measures, people of a country, adjectives, common nouns."""

from __future__ import annotations

import re

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.common_nouns import is_common_noun, is_noun_without_event
from lesart.analysis.entities.demonyms import is_inhabitant
from lesart.analysis.entities.gazetteer import first_names, fold, gazetteer

_CAPITAL_NAMES = frozenset({"de", "fr", "es"})
_VESSEL = re.compile(
    r"(?:[Ff]ähre|[Ff]rachter|[Ss]chiff|[Tt]anker|[Yy]acht|[Jj]acht|[Ff]lugzeugträger|[Ff]regatte|[Kk]orvette|[Kk]utter|[Dd]ampfer"
    r"|[Ss]egler|[Oo]per|[Rr]oman|[Ff]ilm|[Ss]tück|[Ss]erie|[Aa]lbum|[Ss]ong|[Ll]ied|[Bb]uch|[Uu]-Boot|[Mm]usical|[Ff]erry|[Ss]hip|[Tt]rawler"
    r"|[Cc]arrier|[Nn]ovel|[Oo]pera|[Pp]lay|[Ss]how|[Bb]ateau|[Cc]argo|[Ff]rigate|[Bb]uque|[Cc]arguero)s? [„“\"«]$"
)
_QUOTED_BEHIND = re.compile(r"(?:Die|Das|Dem|Der|die|das|dem|der) [„“\"]$")
_WHEN = re.compile(
    r"^\w+ (?:vom|von|am|im) (?:vergangenen |letzten )?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochenende)$"
)
_TREATY = re.compile(r"\w-(?:Abkommen|Gesetz|Vertrag|Paket|Deal|Programm)(?:e?s)?$")
_MEMBERS = frozenset({"MPs", "MSPs", "MEPs", "TDs", "MP", "MSP", "MEP"})
_KINDS_OF_BODIES = frozenset(
    {"Union", "Council", "Police", "Company", "Club", "Church", "Runner-up", "Committee"}
)
_TRADES = frozenset(
    {"Airline", "Retailer", "Operator", "Charity", "Insurer", "Brewer", "Chipmaker", "Carmaker"}
)
_DISEASES = frozenset({"Parkinson", "Alzheimer", "Crohn", "Hodgkin", "Huntington"})
_SICKNESS = re.compile(
    r"(?:flu|virus|fever|disease|grippe|pest|seuche|fieber|influenza|rage|peste|gripe)$",
    re.IGNORECASE,
)
_DOUBTED_EVENT = 0.92
_BEFORE_NOUN = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]")
_OPENS = re.compile(r"(?:^|[.!?:;,\n„“”\"»«(–—])\s*$")
_MOVES = re.compile(
    r"[^.\n]{0,40}?(?:\d|\b(?:slides?|slips?|falls?|rises?|gains?|tumbles?|edges?|surges?|dips?|sinks?|jumps?|soars?|rallies|climbs?|fell|rose|gained|lost|slipped|climbed|dropped|jumped|closed|opened|ended"
    r"|stieg|fiel|gab|legte|verlor|gewann|schloss|notierte|sank|kletterte|trat|büßte|rutschte"
    r"|recul|perd|gagn|bondi|grimp|chut|cède|cédé|progress|repl|clôtur|termin|cerró|cayó|subió|perdió|ganó|bajó|avanz)\w*)"
)
_DOUBTED = 0.75
_SURE = 0.95
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
    if _is_quoted_work(text, finding):
        return True
    if finding.kind == "EVENT":
        return _is_no_event(finding, name, language)
    if language == "en" and _is_english_word(text, finding, name):
        return True
    if language == "en" and _is_small_word(text, finding, name):
        return True
    if finding.kind in ("PER", "LOC") and is_inhabitant(text, finding, language):
        return True
    return language == "de" and _is_german_word(text, finding, name)


def _is_no_event(finding: NameCandidate, name: str, language: str) -> bool:
    """A kind of event, a sickness, a prize, or a German noun that tells of none."""
    if fold(name) in lexicon.BARE_EVENTS or _SEASON.search(name) or _PRIZE.match(name):
        return True
    if _SICKNESS.search(name) or _WHEN.match(name):
        return True
    if _TREATY.search(name):
        return True
    if language != "de" or not name.isalpha() or finding.weight >= _DOUBTED_EVENT:
        return False
    return is_noun_without_event(name)


def _is_quoted_work(text: str, finding: NameCandidate) -> bool:
    """ "die Fähre „Marina“": a ship, a book or a film, named in quotation marks."""
    start, end = finding.start, finding.end
    if text[end : end + 1] not in ("“", "”", '"', "»", "‘") or finding.kind == "EVENT":
        return False
    before = text[max(0, start - 20) : start]
    return bool(_VESSEL.search(before)) or (
        finding.kind != "ORG" and finding.weight < _DOUBTED and bool(_QUOTED_BEHIND.search(before))
    )


def _is_english_word(text: str, finding: NameCandidate, name: str) -> bool:
    """ "MPs", "Union leader", "Parkinson's": who sits in a house, of which kind, and what they suffer from."""
    if name in _MEMBERS or (
        name in _KINDS_OF_BODIES and re.match(r" [a-z]", text[finding.end : finding.end + 2])
    ):
        return True
    if name in _TRADES and re.match(r" [A-Z]", text[finding.end : finding.end + 2]):
        return True
    return name.removesuffix("'s").removesuffix("’s") in _DISEASES and bool(
        re.match(
            r"['’]s\b| disease",
            text[finding.start + len(name.removesuffix("'s").removesuffix("’s")) :],
        )
    )


def _is_small_word(text: str, finding: NameCandidate, name: str) -> bool:
    """The first word of a headline or sentence, or one in small letters, that the text uses as a common word."""
    if " " in name or not name.isalpha() or name in first_names():
        return False
    if name.islower():
        return (
            finding.kind == "ORG"
            and finding.weight < _DOUBTED
            and any(c.isupper() for c in text[max(0, finding.start - 200) : finding.end + 200])
        )
    if finding.weight >= _SURE or name in gazetteer().keys:
        return False
    if not _opens_sentence(text, finding) or not name[1:].islower():
        return False
    if not re.match(r" [a-z]", text[finding.end : finding.end + 2]):
        return False
    return bool(re.search(rf"(?<![\w’'-]){re.escape(name.lower())}s?(?!\w)", text))


def _is_measure(text: str, finding: NameCandidate, name: str, language: str) -> bool:
    """BIP, GDP, yen, Dax: what is measured, or in what; an exchange only where its index moves."""
    if finding.kind == "EVENT":
        return False
    measures = lexicon.MEASURES.get(language, lexicon.MEASURES[""])
    if name in measures or name.lower() in lexicon.CURRENCIES:
        return True
    if f"{name}{text[finding.end : finding.end + 4]}" in measures:  # Nikkei 225
        return True
    return name in lexicon.INDICES and bool(_MOVES.match(text, finding.end))


def _is_german_word(text: str, finding: NameCandidate, name: str) -> bool:
    """ "Chemnitzer" and "Rauer" before a noun, "Rauer Seegang", "Hoffnung"."""
    first, *rest = name.split()
    if name in gazetteer().keys or first in first_names():
        return False
    if rest:
        if len(rest) == 1 and first[:1].islower():
            return finding.kind != "ORG" and is_common_noun(text, finding, rest[0])
        is_pair = len(rest) == 1 and (finding.kind == "PER" or finding.weight < _DOUBTED)
        return is_pair and _opens_sentence(text, finding) and _is_adjective(first)
    if finding.kind == "LOC" and name.endswith("er"):
        return bool(_BEFORE_NOUN.match(text, finding.end))
    if _is_adjective(name):
        return bool(_BEFORE_NOUN.match(text, finding.end)) or finding.kind != "ORG"
    if finding.kind in ("PER", "LOC") and _NOUN.match(name):
        return True
    return is_common_noun(text, finding, name)


def _opens_sentence(text: str, finding: NameCandidate) -> bool:
    return bool(_OPENS.search(text[max(0, finding.start - 4) : finding.start]))


def _is_adjective(word: str) -> bool:
    """A German adjective with its ending; some are surnames ("Kleiner"), so ask where it stands."""
    match = _ADJECTIVE.match(word.lower())
    return match is not None and match["stem"] in lexicon.GERMAN_ADJECTIVES
