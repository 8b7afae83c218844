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
_RESULT = re.compile(r"(?<![\d:–-])\d{1,3}(?::|[-–]| à )\d{1,3}(?![\d:–])(?! Uhr| h)")
_PLAYS = {
    "de": r"(?:\w+ )?(?:gewann|gewinnt|siegt|verl(?:or|iert)|unterl|unterliegt|bezw[ai]ng|schl(?:ug|ägt) |besiegt|f(?:ü|ue)hrte"
    r"|gl(?:ich|eicht) |spielte?n? |empf(?:ing|ängt)|trifft |traf |trennte|remisierte|feierte|entließ|feuerte|verpflichtet|kassierte|drehte"
    r"|dominierte|patzte|stürzte |rückte? |rutschte? |klettert |kletterte |steht auf (?:Platz|Rang)|bleibt (?:Letzter|Erster|Tabellen|sieglos)"
    r"|ist (?:nun |jetzt |damit |neuer )?(?:Letzter|Erster|Zweiter|Dritter|Vierter|Fünfter|Sechster|Siebter|Achter|Neunter|Zehnter|Elfter|Tabellen|Spitzenreiter|Schlusslicht|\d+\.))",
    "en": r"(?:\w+ )?(?:beat |lost |won |drew |routed|hosts? |edged|thrashed|defeated|visits? |leads? the|face[sd]? |sacked|fired |plays? "
    r"|signed |trail|top the|sit |are (?:top|bottom|third|second|next)|fell to \d|equali|scored|blew |clinched|swept |improved)",
    "fr": r"(?:a |ont |n'a )?(?:battu|pris un point|obtenu|arraché|inscrit|enchaîné|souffert|renversé|dominé|perdu|gagné|limogé|recruté|concédé|égalisé|ramené|encaissé|dominait|menait"
    r"|s['’](?:est )?(?:incliné|impos)|s['’](?:incline|impose|effondre)|reçoit |recevra|bat |recule |sombre|domine |recrute |cale |chute |revient à|reste (?:leader|dernier|invaincu)|glisse|pointe à"
    r"|se déplace|l['’]emporte|l['’]a emporté|prend la tête|est (?:leader|dernier|deuxième|troisième))",
    "es": r"(?:ha )?(?:se impuso|arrancó|firmó|rescató|ganó|perdió|venció|derrotó|empató|empataron|goleó|cayó |recibe|recibirá|visita |remontó|suma |lidera"
    r"|marcó|encajó|destituyó|fichó|es (?:líder|colista|segundo|tercero)|vuelve a (?:ganar|perder))",
}  # fmt: skip
_AGAINST = {
    "de": r"(?:gegen(?: den| die)?|bezwang|bezwingt|besiegte|schlug|schlägt|Gegner|Aufsteiger|Rivale|empfängt(?: am \w+)?)",
    "en": r"(?:against|plays?|beat|beats|over|past|routed|edged|thrashed|defeated|versus|vs\.?|to beat|drew with|draw with|lost to|loss to|defeat to|visits?|hosts?|face[sd]?|\d[-–]\d (?:to|by|against|with|away to|at)|defeat (?:by|at)|[Tt]hey visit|joined|joins)",
    "fr": r"(?:contre|battu|bat|dominé|renversé|face à|reçoit|accueille|accueillera|affronte)",
    "es": r"(?:el|al|del|contra|ante|venció a|venció al|goleó al?|ganó al?|recibe al?|derrotó al?|perdió con|empató con)",
}  # fmt: skip
_AFTER = {language: re.compile(rf" (?:{verbs})") for language, verbs in _PLAYS.items()}
_BEFORE = {language: re.compile(rf"(?<!\w){words} $") for language, words in _AGAINST.items()}


def club_of(short: str, whole: str) -> bool:
    """Is `short` how one speaks of the club or paper `whole`? "Bayern", "Werder", "Kings"."""
    words = whole.split()
    if len(words) < 2 or short == whole:
        return False
    own = own_words(words)
    if _is_of_town(_adjectives(words), short):
        return True
    if len(own) < len(words):
        is_marker = short in words and short not in own and len(short) > 3 and short.isalpha()
        return bool(own) and (short in (own[0], " ".join(own)) or is_marker)
    return _behind_place(words) == short


def _adjectives(words: Sequence[str]) -> set[str]:
    """What in "Olympique lyonnais" and "Stade brestois" tells the town."""
    is_club = words[0] in lexicon.CLUB_WORDS
    return {w for w in words[1:] if is_club and w.islower() and len(w) > 5}


def _is_of_town(adjectives: set[str], town: str) -> bool:
    """Lyon, Toulouse, Rennes: "lyonnais", "toulousain", "rennais"."""
    stem = town.lower().removesuffix("s").removesuffix("e")
    stem = stem if len(stem) > 3 else town.lower()
    return any(adjective.startswith(stem) for adjective in adjectives)


def towns_of_adjectives(text: str, findings: Sequence[NameCandidate]) -> set[str]:
    """Names of towns whose club the text names by their adjective."""
    clubs = [text[f.start : f.end].split() for f in findings if f.kind == "ORG"]
    begun = set().union(*(_adjectives(words) for words in clubs if words))
    towns = {text[f.start : f.end] for f in findings if f.kind == "LOC"} if begun else set()
    return {town for town in towns if _is_of_town(begun, town)}


def own_words(words: Sequence[str]) -> list[str]:
    """Of a club's name, the words that tell it from other clubs."""
    return [
        w
        for w in words
        if w not in lexicon.CLUB_WORDS and w[:1].isupper() and not w.strip(".").isdigit()
    ]


def has_club_word(words: Sequence[str]) -> bool:
    """Whether a name begins or ends as clubs do: "1. FC Köln", "Hull City", "Schalke 04"; not "City of London"."""
    if len(words) < 2 or words[1] == "of":
        return False
    ends = words[:2] if words[0].strip(".").isdigit() else (words[0], words[-1])
    return any(w in lexicon.CLUB_WORDS or w.isdigit() for w in ends)


def _behind_place(words: Sequence[str]) -> str:
    """ "Kings" of "Sacramento Kings"; empty for what is no name without its town, as the police."""
    known = gazetteer().keys
    for count in range(min(3, len(words) - 1), 0, -1):
        if known.get(" ".join(words[:count]), "").startswith("LOC"):
            rest = words[count:]
            is_common = rest[-1] in lexicon.ORG_HEADS_LAST and rest[-1] not in lexicon.PAPERS
            return "" if is_common or not rest[0][:1].isupper() else " ".join(rest)
    return ""


def towns_that_play(
    text: str, findings: Sequence[NameCandidate], language: str
) -> set[NameCandidate]:
    """Where this text names a town or region and means its club; nowhere where no match is told of."""
    if language not in _PLAYS or not _is_about_matches(text, findings):
        return set()
    return set(_playing(text, findings, language))


def _is_about_matches(text: str, findings: Sequence[NameCandidate]) -> bool:
    if not _RESULT.search(text) and not _LEAGUE.search(text):
        return False
    names = (text[f.start : f.end].split() for f in findings if f.kind == "ORG")
    return bool(_LEAGUE.search(text)) or any(_is_club(words) for words in names)


def _is_club(words: Sequence[str]) -> bool:
    return len(words) > 1 and (len(own_words(words)) < len(words) or bool(_behind_place(words)))


def _playing(
    text: str, findings: Sequence[NameCandidate], language: str
) -> Iterator[NameCandidate]:
    known = gazetteer().keys
    for finding in findings:
        name = text[finding.start : finding.end]
        key = known.get(name) or known.get(name.removesuffix("s") if language == "de" else "", "")
        if finding.kind != "LOC" or len(key) < len("LOC:XX-"):  # countries play themselves
            continue
        is_against = _BEFORE[language].search(text[max(0, finding.start - 30) : finding.start])
        begins = text[max(0, finding.start - 2) : finding.start].strip() in (
            "",
            ".",
            "\n",
            ",",
            ";",
            "“",
            "»",
        )
        if is_against or (begins and _AFTER[language].match(text, finding.end)):
            yield finding
