"""German common nouns, which have a capital like every name: "Fähre", "Septemberumfrage".

Told by a list of the nouns that longer ones are made of, and by taking longer ones apart.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate

_ENDINGS = ("s", "es", "n", "en", "e", "er", "ern")
_UMLAUTS = str.maketrans("äöü", "aou")
_LINKS = ("s", "es", "n", "en", "er", "e")
_SHORTEST_HEAD = 3
_REMEMBERED = 5_000
_SHORTEST_FIRST = 3
_DOUBTED = 0.9
_ARTICLE = re.compile(
    r"(?:^|\s)(?:[Ee]in(?:e[mnrs]?)?|[Kk]ein(?:e[mnrs]?)?|[Jj]ede[mnrs]?|[Mm]ehrere|[Ee]inige|[Vv]iele) $"
)
_BEHIND_ARTICLE = re.compile(r"\b[Ee]ine?[mnrs]? (\w+)")
"""Behind these stands no name of one word, save a firm's product or a painter's picture."""
_INTRODUCED = re.compile(
    r"(?:partei|bewegung|gewerkschaft|zeitung|zeitschrift|magazins?|blatte?s?|portals?|senders?|band|firma|kette|marke"
    r"|reederei|vereins?|stiftung|start-ups?) [„“«\"]?$",
    re.IGNORECASE,
)
"""What stands behind these is what they are called: "die Partei Einheit"."""
_HEADS_OF_EVENTS = re.compile(
    r"(?:krieg|krise|fest|konferenz|meisterschaft|tournee|zug|revolution|flut|skandal|affäre|forum|tag|fall|spiele"
    r"|putsch|pandemie|gipfel|marathon|biennale|messe|wahl|aufstand|kongress|festival|woche|pokal|einsatz)(?:e?s|en|e|n)?$"
)
_HEADS_OF_INSTITUTIONS = re.compile(
    r"(?:liga|bank|wehr|amt|gericht|ministerium|verband|\wbund|rat|tag|zeitung|blatt|anzeiger|post|partei|regierung|werke"
    r"|verein|kirche|gewerkschaft|polizei|universität|akademie)(?:e?s)?$",
    re.IGNORECASE,
)
_DAYS_AND_TREATIES = re.compile(
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|abkommen|gesetz|vertrag|paket|pakt)(?:e?s|en|e)?$"
)
_HEADS_OF_PLACES = re.compile(
    r"(?:stadt|dorf|burg|berg|tal|bach|see|wald|feld|hof|land|hafen|turm|brücke|straße|platz|kirche|park|insel|garten"
    r"|halle|stadion|tor|bad|stein|weg|gasse|ufer|kanal|allee|haus|schloss|dom|damm|brunnen|heide|moor|bucht|küste"
    r"|au|furt|markt|ring|viertel|bahnhof|graben|grund|horn|spitze|mühle|werder|kirchen|hausen|heim)s?$"
)
_HEADS_OF_PEOPLE = re.compile(
    r"(?:mann|bauer|müller|meier|schmied|schmidt|berger|macher|mayer|vogel|hofer|stein|berg|bach|feld)s?$"
)


@cache
def nouns() -> frozenset[str]:
    """Some ten thousand, in small letters, without the names among them."""
    data = resources.files("lesart.analysis").joinpath("data", "german_nouns.txt")
    return frozenset(data.read_text("utf-8").split())


@lru_cache(_REMEMBERED)
def is_noun(word: str) -> bool:
    """Whether the word, in any case and number that its ending alone shows, is of the list."""
    low = word.lower()
    return any(
        form in nouns() or any(_without(form, ending) in nouns() for ending in _ENDINGS)
        for form in dict.fromkeys((low, low.translate(_UMLAUTS)))
    )


@lru_cache(_REMEMBERED)
def head_of(word: str) -> str:
    """ "Umfrage" of "Septemberumfrage", in small letters; empty for what is not made of two nouns."""
    low = word.lower()
    for border in range(_SHORTEST_FIRST, len(low) - _SHORTEST_HEAD + 1):
        if is_noun(low[border:]) and _is_first(low[:border]):
            return low[border:]
    return ""


def _is_first(part: str) -> bool:
    if part in nouns() or any(_without(part, link) in nouns() for link in _LINKS):
        return True
    return bool(head_of(part))


def _without(word: str, ending: str) -> str:
    shorter = word.removesuffix(ending)
    return shorter if shorter != word and len(shorter) >= _SHORTEST_FIRST else ""


def is_common_noun(text: str, finding: NameCandidate, name: str) -> bool:
    """ "Heu" and "Stufe", and "Elefantenkuh" of two nouns; surnames and towns are made of nouns as well."""
    if name in lexicon.NOUNS_THAT_NAME or not name.isalpha() or not name[1:].islower():
        return False
    before = text[max(0, finding.start - 24) : finding.start]
    if _INTRODUCED.search(before):
        return False
    has_article = bool(_ARTICLE.search(before[-9:]))
    if finding.kind == "LOC" and name in _behind_articles(text):
        return True
    if is_noun(name):
        is_institution = finding.kind == "ORG" and bool(_HEADS_OF_INSTITUTIONS.search(name))
        return (finding.weight < _DOUBTED and not is_institution) or has_article
    head = head_of(name)
    if not head or finding.kind == "ORG":
        return False
    tells = _HEADS_OF_PLACES if finding.kind == "LOC" else _HEADS_OF_PEOPLE
    return finding.weight < _DOUBTED and not tells.search(head)


@lru_cache(1)
def _behind_articles(text: str) -> frozenset[str]:
    """The words of a text that stand somewhere behind "ein"; found once, not once for each name."""
    return frozenset(found[1] for found in _BEHIND_ARTICLE.finditer(text))


def is_noun_without_event(name: str) -> bool:
    """A noun, or two in one word, of which the last tells of no war, election, cup or disaster."""
    if _DAYS_AND_TREATIES.search(name):
        return True
    return bool(is_noun(name) or head_of(name)) and not _HEADS_OF_EVENTS.search(name)
