"""What the word before a name says it is: "la minera Samarco", "the retailer Tesco", "die Stadt Marl"."""

from __future__ import annotations

import re

from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import first_names
from lesart.model.entity import EntityKind

_SURE = 0.98
_PARTY = re.compile(r"(?<![\w-])(?:Partei|parti|partido) [„«“\"]?$")
_ORGANISATIONS = {
    "de": r"(?:\w*(?:Wettbewerber|[Zz]ulieferer|[Vv]ersicherer|[Kk]onzern|[Aa]utobauer|[Uu]nternehmen|[Hh]ersteller|[Vv]erlag|[Gg]ewerkschaft|[Rr]eederei"
    r"|[Ff]luggesellschaft|[Gg]roßbank|[Ss]tart-up|[Kk]ette|[Ss]ender|[Nn]achrichtenagentur|[Dd]iscounter"
    r"|[Hh]ändler|[Ff]luglinie|[Mm]iliz|[Ww]ochenzeitung|[Tt]ageszeitung|[Ff]irma|[Pp]artei))",
    "en": r"(?:[Oo]perator|[Bb]rewer|[Hh]ousebuilder|[Cc]ompetitor|[Pp]ollster|[Yy]ard|[Gg]ang|[Rr]etailer|[Ii]nsurer|[Aa]irline|[Rr]obot maker|[Mm]iner"
    r"|[Cc]hipmaker|[Cc]armaker|[Ll]ender|[Ss]upermarket|[Bb]roadcaster|[Dd]rugmaker|chain|company|firm|retailer|airline|carmaker|automaker|charity|drugmaker|chipmaker|start-?up|broadcaster"
    r"|publisher|insurer|lender|supermarket|newspaper|militia|miner|watchdog|union|think tank|conglomerate)",
    "fr": r"(?:groupe|société|entreprise|constructeur|cabinet|banque|fonds|syndicat|association|compagnie|enseigne"
    r"|éditeur|start-up|ONG|laboratoire|opérateur|équipementier|quotidien|hebdomadaire|journal|parti|milice|chaîne)",
    "es": r"(?:minera|bufete|empresa|compañía|grupo|firma|fondo|aerolínea|petrolera|editorial|cadena|sindicato"
    r"|asociación|ONG|consultora|constructora|tecnológica|farmacéutica|automotriz|operadora|partido|diario|revista)",
}
_PLACES = {
    "de": r"(?:(?:[Ss]tadt|[Gg]emeinde|[Dd]orf|[Ii]nsel|[Pp]rovinz|[Oo]rt|[Kk]reisstadt|[Hh]auptstadt|[Oo]rtsteil"
    r"|[Ss]tadtteil|[Hh]afenstadt|[Rr]egion|[Ff]luss|[Vv]ulkan|[Kk]leinstadt|[Gg]roßstadt|[Mm]illionenstadt))",
    "en": r"(?:(?:town|city|village|province|state|county|port|island|region|district|suburb)s? of|off|volcano)",
    "fr": r"(?:(?:ville|commune|village|province|région|département|port|banlieue|quartier|massif|accords?|traité) (?:de|d['’]|du)|volcan)",
    "es": r"(?:(?:ciudad|localidad|municipio|provincia|región|puerto|barrio|pueblo|presa|isla) de|volcán)",
}
_LINK = r"[ „“«\"]{0,2}$"
_ORGANISATION = {k: re.compile(rf"(?<![\w-]){v} {_LINK}") for k, v in _ORGANISATIONS.items()}
_PLACE = {k: re.compile(rf"(?<![\w-]){v} ?{_LINK}") for k, v in _PLACES.items()}


def with_kind_of_apposition(text: str, finding: NameCandidate, language: str) -> NameCandidate:
    """The finding as the noun right before it says, unless the engine is very sure of a full name."""
    before = text[max(0, finding.start - 30) : finding.start]
    if language not in _ORGANISATION or (finding.weight >= _SURE and not _PARTY.search(before)):
        return finding
    kind = _said(text[finding.start : finding.end], before, language)
    return finding if kind is None else finding._replace(kind=kind)


def _said(name: str, before: str, language: str) -> EntityKind | None:
    is_full_name = name.split()[0] in first_names() and " " in name
    if _ORGANISATION[language].search(before):
        return None if is_full_name else "ORG"
    if _PLACE[language].search(before):
        return None if is_full_name or name.isupper() else "LOC"
    return None
