"""Names that an engine began too late or too early, told by the words around them.

"1. FC Union" has its number, "Keir Starmer" his given name, and a public prosecutor "de la République" is
one of the town that follows.
"""

from __future__ import annotations

import re

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.demonyms import is_german_nation
from lesart.analysis.entities.gazetteer import first_names

_ORDINAL = re.compile(r"(?<!\w)\d\. $")
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-ZÀ-Þ][\w’-]*) $")
_OFFICE_OF_REPUBLIC = re.compile(r"République (?:de |d['’]|du )?(?=[A-ZÀ-Þ])")
_MAGISTRATE = re.compile(r"\b(?:procureure?|commissaire|président\w*|avocat\w*) (?:\w+ )?de la $")
_FEDERAL = re.compile(r"(U\.S\.|US) District$")
_BENCH = re.compile(r" (?:Judge|Attorney)\b")
_OWNERS = re.compile(
    r"(?<=s)['’] (?:Association|Organi[sz]ation|Union|Federation|Guild|Society|Institute|Club|Alliance|Council|Board|Board)\b"
)
_DOUBTED = 0.75
_OF_TOWN = re.compile(r"(?P<company>[A-Z][\w&]+ [A-Z][\w]+) of [A-Z]\w+")
_STRAIT = re.compile(r"(?<!\w)(?:Straße|Golf|Bucht|Meerenge|Kap) von $")
_CROWN = re.compile(r"(?:His|Her) Majesty['’]s $|\bHM $")
_CONTEST = re.compile(r" (?:Tournament|Championships?|Festival|Marathon|Grand Prix|Invitational)\b")
_TRADE = re.compile(
    r"(?:Builder|Operator|Retailer|Chipmaker|Carmaker|Automaker|Miner|Insurer|Drugmaker|Rival|Airline|Supermarket|Broadcaster|Publisher"
    r"|Lender|Pollster|Housebuilder|Planemaker|Brewer|Charity|Grocer|Developer|Manufacturer) (?=[A-Z])"
)
_SURNAME = re.compile(r" [A-ZÄÖÜ][a-zäöüß]+(?![\w-])")
_GERMAN_TRADE = re.compile(
    r"(?:Rivale|Konkurrent|Wettbewerber|Erzrivale|(?:\w+)?[Zz]eitung|Sender|(?:\w+)?[Kk]onzern|Autobauer|Discounter|(?:\w+)?[Hh]ersteller"
    r"|Firma|Unternehmen|Reederei|Fluggesellschaft|Fluglinie|Versicherer|Zulieferer|Händler|Onlinehändler|Nachrichtenagentur)"
    r" (?=[A-ZÄÖÜ])(?!(?:für|und)\b)"
)
_JOB = re.compile(
    r"\w{2,}(?:er|in|chef|meister|wart|ist|eur|or|mann|frau|rat|rätin|arzt|anwalt|bauer|wirt|pilot)$"
)
_GENITIVE_BEFORE = re.compile(r"[A-ZÄÖÜ]\w+s $")
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_CUT_AT_APOSTROPHE = re.compile(r"['’][A-Za-zÀ-ÿ]+")
_HEAD_ALONE = re.compile(
    r"(Syndicat|Conseil|Cour|Ligue|Fédération|Union|Agence|Autorité|Institut|Office|Ordre|Chambre|Comité)(?: de la| du| des| de)?"
)
_WHAT_FOR = re.compile(
    r" (?:de la |de l['’]|du |des |de |d['’])[a-zà-ÿ]+(?: [a-zà-ÿ]+(?:al|ale|aux|ique|iques|aire|aires|eur|eure)\b)?"
)
_ROAD = re.compile(r"(?:A|N|D|AP-|A-|M)\d{1,2}")
_INTO = re.compile(r"\b(?:[Aa]u|[Dd]u|[Ll]e) $")
_STADIUM = re.compile(
    r"Stade (?!Rennais|Brestois|Malherbe|Reims|Français|Toulousain|Lavallois)[A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]*)?"
)


def is_one_name(first: NameCandidate, second: NameCandidate, name: str, gap: str) -> bool:
    """ "Rainer" and "Werner Fassbinder", "Warner Bros" and "Discovery" were found apart."""
    if first.kind == "ORG" == second.kind:
        return gap == ". " and name.endswith("Bros")
    if gap != " " or first.kind != "PER" or " " in name:
        return False
    is_given = name in first_names() and name not in lexicon.NOT_NAMES
    return second.kind == "PER" and (is_given or not name.endswith("s"))


def widened(text: str, finding: NameCandidate, language: str) -> NameCandidate:
    """The finding with the words that belong to it, or without those that do not."""
    start, end, kind, _ = finding
    name, before = text[start:end], text[max(0, start - 30) : start]
    words = name.split()
    if (
        kind == "ORG"
        and words
        and words[0] in ("FC", "FFC", "FSV")
        and (number := _ORDINAL.search(before))
    ):
        return finding._replace(start=start - len(number[0]))
    if kind != "PER" and len(words) > 2 and language == "de" and is_german_nation(words[0]):
        return finding._replace(start=start + len(words[0]) + 1, kind="PER")
    if language == "de" and kind == "LOC" and (strait := _STRAIT.search(before)):
        return finding._replace(start=start - len(strait[0]))
    if f"{name.rpartition(' ')[2]}’s" in lexicon.BRANDS and _POSSESSIVE.match(text, end):
        return finding._replace(end=end + 2, kind="ORG")
    if name.startswith("D. ") and before.endswith("a. "):  # Kanzlerin a. D.
        return finding._replace(start=start + 3)
    if language == "de" and kind == "ORG" and (trade := _GERMAN_TRADE.match(name)):
        return finding._replace(start=start + trade.end())
    if language == "de" and kind == "PER" and len(words) == 2 and words[1] in first_names():
        return _with_surname(text, finding, words)
    if kind == "PER" and len(words) == 1:
        return _with_given_name(finding, before)
    if language == "de" and kind == "PER" and len(words) > 2 and words[0] not in first_names():
        # Fassbinders Muse Hanna Schygulla; Schäfer Johannes Klein
        is_job = words[1] in first_names() and _JOB.search(words[0])
        is_noun = is_job or _GENITIVE_BEFORE.search(before)
        return finding._replace(start=start + len(words[0]) + 1) if is_noun else finding
    if language == "en" and kind == "ORG":
        finding = _as_in_english(text, finding, before)
    if language == "fr":
        return _as_in_french(text, finding, name, before)
    if kind in ("LOC", "ORG") and _BENCH.match(text, end) and (federal := _FEDERAL.match(name)):
        return finding._replace(end=start + len(federal[1]), kind="LOC")
    return finding


def _as_in_english(text: str, finding: NameCandidate, before: str) -> NameCandidate:
    """ "Fish Producers' Organisation", "HM Inspectorate", "Tata Steel Chess Tournament", without "Builder" before it."""
    if rest := _OWNERS.match(text, finding.end):
        return finding._replace(end=rest.end())
    if crown := _CROWN.search(before):
        return finding._replace(start=finding.start - len(crown[0]))
    company = _OF_TOWN.fullmatch(text, finding.start, finding.end)
    if company and finding.weight < _DOUBTED and not _is_body(company["company"]):
        return finding._replace(end=company.end("company"))
    if contest := _CONTEST.match(text, finding.end):
        return finding._replace(end=contest.end(), kind="EVENT")
    if trade := _TRADE.match(text, finding.start, finding.end):
        return finding._replace(start=trade.end())
    return finding


def _is_body(name: str) -> bool:
    """Whether it is of a kind that is named with its town: a university, a bank, a board."""
    heads = (lexicon.ORG_HEADS_FIRST, lexicon.ORG_HEADS_LAST, lexicon.SURE_OFFICES_LAST)
    return any(word in kinds for word in name.split() for kinds in heads)


def _with_surname(text: str, finding: NameCandidate, words: list[str]) -> NameCandidate:
    """ "Schäfer Hagen" before "Ruf": a trade, a given name, and whose both are."""
    surname = _SURNAME.match(text, finding.end)
    if surname is None or words[0] in first_names() or not _JOB.search(words[0]):
        return finding
    return finding._replace(start=finding.start + len(words[0]) + 1, end=surname.end())


def _with_given_name(finding: NameCandidate, before: str) -> NameCandidate:
    given = _WORD_BEFORE.search(before)
    if given is None or given[1] not in first_names() or given[1] in lexicon.NOT_NAMES:
        return finding
    return finding._replace(start=finding.start - len(given[0]))


def _as_in_french(text: str, finding: NameCandidate, name: str, before: str) -> NameCandidate:
    """ "procureure de la République de Brest" is in Brest; "au Stade Mayol" is a place."""
    if _ROAD.fullmatch(name):
        return finding._replace(kind="LOC")
    if name[-2:] in (" l", " d") and (rest := _CUT_AT_APOSTROPHE.match(text, finding.end)):
        return finding._replace(end=rest.end())
    head = _HEAD_ALONE.fullmatch(name)
    if head and (rest := _WHAT_FOR.match(text, finding.start + head.end(1))):
        return finding._replace(end=rest.end())
    republic = _OFFICE_OF_REPUBLIC.match(name)
    if republic and _MAGISTRATE.search(before):
        return finding._replace(start=finding.start + republic.end(), kind="LOC")
    if finding.kind == "ORG" and _STADIUM.fullmatch(name) and _INTO.search(before):
        return finding._replace(kind="LOC")
    return finding
