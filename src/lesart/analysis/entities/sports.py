"""Towns that play: "Köln ist Sechster", "Denver routed Utah". In a report of matches these are clubs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import gazetteer

_LEAGUE = re.compile(
    r"(?:[Ll]iga|[Ll]igue|League|Premiership|NBA|NFL|NHL|MLB|Serie [AB]|Top 14|Conference|Eredivisie)\b"
)
_RESULT = re.compile(r"(?<![\d:–-])\d{1,3}(?::|[-–]| à )\d{1,3}(?![\d:–-])(?! Uhr| h)")
_PLAYS = {
    "de": r"(?:\w+ )?(?:gewann|gewinnt|siegt|verl(?:or|iert)|unterl|unterliegt|bezw[ai]ng|schl(?:ug|ägt) |besiegt|f(?:ü|ue)hrte"
    r"|gl(?:ich|eicht) |spielte?n? |empf(?:ing|ängt)|trifft |traf |trennte|remisierte|feierte|kassierte|drehte"
    r"|dominierte|patzte|stürzte |rückte? |steht auf (?:Platz|Rang)|bleibt (?:Letzter|Erster|Tabellen|sieglos)"
    r"|ist (?:nun |jetzt |damit |neuer )?(?:Letzter|Erster|Zweiter|Dritter|Vierter|Fünfter|Sechster|Siebter|Achter|Neunter|Zehnter|Elfter|Tabellen|Spitzenreiter|Schlusslicht|\d+\.))",
    "en": r"(?:\w+ )?(?:beat |lost |won |drew |routed|hosts? |edged|thrashed|defeated|visits? |leads? the|face[sd]? |sacked|fired "
    r"|signed |trail|top the|sit |are (?:top|bottom|third|second|next)|fell to \d|equali|scored|blew |clinched|swept |improved)",
    "fr": r"(?:a |ont |n'a )?(?:battu|renversé|dominé|perdu|gagné|limogé|recruté|concédé|égalisé|ramené|encaissé|dominait|menait"
    r"|s['’](?:est )?(?:incliné|impos)|s['’](?:incline|impose|effondre)|reçoit |recevra|bat |recule |revient à|reste (?:leader|dernier|invaincu)|glisse|pointe à"
    r"|se déplace|l['’]emporte|l['’]a emporté|prend la tête|est (?:leader|dernier|deuxième|troisième))",
    "es": r"(?:ha )?(?:ganó|perdió|venció|derrotó|empató|empataron|goleó|cayó |recibe|recibirá|visita |remontó|suma |lidera"
    r"|marcó|encajó|destituyó|fichó|es (?:líder|colista|segundo|tercero)|vuelve a (?:ganar|perder))",
}  # fmt: skip
_AGAINST = {
    "de": r"(?:gegen(?: den| die)?|bezwang|bezwingt|besiegte|schlug|schlägt|Gegner|Aufsteiger|Rivale|empfängt)",
    "en": r"(?:against|beat|beats|over|past|routed|edged|thrashed|defeated|versus|vs\.?|to beat|drew with|draw with|lost to|loss to|defeat to|visits?|hosts?|face[sd]?)",
    "fr": r"(?:contre|battu|bat|dominé|renversé|face à|reçoit|accueille|accueillera|affronte)",
    "es": r"(?:contra|ante(?: el)?|venció a|venció al|goleó al?|ganó al?|recibe al?|derrotó al?|perdió con|empató con(?: el)?)",
}  # fmt: skip
_AFTER = {language: re.compile(rf" (?:{verbs})") for language, verbs in _PLAYS.items()}
_BEFORE = {language: re.compile(rf"(?<!\w){words} $") for language, words in _AGAINST.items()}


def towns_that_play(text: str, findings: Sequence[NameCandidate], language: str) -> set[str]:
    """Names of towns and regions that this text uses for their clubs; none where no match is told of."""
    if language not in _PLAYS or not _is_about_matches(text, findings):
        return set()
    return set(_playing(text, findings, language))


def _is_about_matches(text: str, findings: Sequence[NameCandidate]) -> bool:
    if not _RESULT.search(text) and not _LEAGUE.search(text):
        return False
    return any(
        f.kind == "ORG" and any(w in lexicon.CLUB_WORDS for w in text[f.start : f.end].split())
        for f in findings
    ) or bool(_LEAGUE.search(text))


def _playing(text: str, findings: Sequence[NameCandidate], language: str) -> Iterator[str]:
    known = gazetteer().keys
    for finding in findings:
        name = text[finding.start : finding.end]
        # Countries are told by letters: they play themselves.
        if finding.kind != "LOC" or not known.get(name, "")[4:].isdigit():
            continue
        is_against = _BEFORE[language].search(text[max(0, finding.start - 25) : finding.start])
        begins = text[max(0, finding.start - 2) : finding.start].strip() in ("", ".", "\n", ",", ";", "“", "»")
        if is_against or (begins and _AFTER[language].match(text, finding.end)):
            yield name
