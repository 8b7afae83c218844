"""What the words around a name tell of a firm: "Hensol rose 4%", "stake in Arlo", "a Verian poll", "TerraPower".

Only where the engine wavers, and never for a known place.
"""

from __future__ import annotations

import re

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import first_names, gazetteer

_WAVERING = 0.9
_DOUBTED = 0.7
_TWO_HUMPS = re.compile(r"(?!Mc|Mac|De|Di|Le|La|Du|Van|Von|Fitz|O)[A-Z][a-z]+[A-Z][a-z]+\w*")
_PERCENT = r"[\d.,]+ ?(?:%|Prozent|per cent|percent|pc\b)"
_MOVED = re.compile(
    rf"(?: (?:um|mit|plus|minus|up|down|by|gaining|losing|rose|fell|sank|gained|lost|jumped|slid|tumbled|climbed|added|shed"
    rf"|stiegen?|fielen?|verloren?|gewannen?|gab(?:en)?|legten?))? (?:um )?{_PERCENT}"
)
_BEHIND = re.compile(
    r"(?:\b(?:[Ss]takes? in|[Ss]hares (?:of|in)|[Oo]wned by|[Ss]ubsidiary(?: of)?|[Ll]isted|[Cc]ompetitors?|[Aa]ktien? von|[Aa]nteile? an"
    r"|[Pp]apiere? von|[Bb]eteiligung an|[Ww]ettbewerber|[Kk]onkurrent(?:en)?|[Mm]utterkonzern|[Kk]onkurrenten sind|[Rr]ivals (?:are|include)|[Tt]ochterfirma))(?: the)? $"
)
_DOES = re.compile(
    r"['’]s (?:shares|chief executive|CEO|shareholders|parent company|stock|share price|customers|quarterly|annual report)\b"
    r"| (?:employs|posted (?:a|net)|reported (?:a|net|quarterly)|booked a|filed for (?:bankruptcy|administration)|shares|also (?:mines|makes|sells|owns|operates))\b"
    r"|-(?:Aktien?|Chef|Chefin|Anteile?|Papiere?|Vorstand|Tochter|Werk|Filialen?)\b"
    r"| (?:beschäftigt \d|meldete Insolvenz|meldet Insolvenz|übernimmt den (?:Konkurrenten|Wettbewerber))"
)
_ASKED = re.compile(r"\b[Aa]n? (?:new |recent |latest )?$")
_EXPERT = re.compile(
    r"\b(?:analyst|economist|strategist|trader|fund manager|portfolio manager|Analyst(?:in)?|Ökonom(?:in)?|Volkswirt(?:in)?|Chefvolkswirt(?:in)?)"
    r" (?:at|of|with|von|bei|beim|der|vom) (?:the |der |dem )?$"
)
_POLL = re.compile(r"(?:/\w+)? (?:poll|survey)\b")


def with_kind_of_firm(text: str, finding: NameCandidate) -> NameCandidate:
    """The finding as an organisation where its neighbours deal with it as with a firm."""
    if finding.kind not in ("PER", "LOC") or finding.weight >= _WAVERING:
        return finding
    name = text[finding.start : finding.end]
    if gazetteer().keys.get(name) or name.partition(" ")[0] in first_names():
        return finding
    return finding._replace(kind="ORG") if _is_firm(text, finding, name) else finding


def _is_firm(text: str, finding: NameCandidate, name: str) -> bool:
    if _TWO_HUMPS.fullmatch(name) or name.replace("'", "’") in lexicon.BRANDS:
        return True
    before = text[max(0, finding.start - 30) : finding.start]
    if _POLL.match(text, finding.end) and _ASKED.search(before):
        return True
    if _BEHIND.search(before) or _EXPERT.search(before) or _DOES.match(text, finding.end):
        return True
    return " " not in name and finding.weight < _DOUBTED and bool(_MOVED.match(text, finding.end))
