"""German names of several words as they stand alone: "der Deutschen Bank" is about the Deutsche Bank.

The adjective takes the ending that goes with the noun behind it: "Rotes Kreuz", "Bayerischer Rundfunk",
"Vereinte Nationen". A noun whose gender its own ending does not tell stays as the text has it.
"""

from __future__ import annotations

import re

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.gazetteer import gazetteer

_ADJECTIVE = re.compile(r"(?P<stem>\w{2,}?)(?:en|em|es|e)$")
_LIKE_AN_ADJECTIVE = re.compile(r"\w{2,}(?:isch|sch|lich|ig|ell|ional|ural|är|sam|bar|haft)$")
_MORE_ADJECTIVES = frozenset(
    [
        "deutsch",
        "rot",
        "weiß",
        "schwarz",
        "grün",
        "blau",
        "gelb",
        "grau",
        "tot",
        "nah",
        "fern",
        "mittler",
        "frei",
        "jung",
        "alt",
        "neu",
        "groß",
        "klein",
        "hoh",
        "ob",
        "ober",
        "unter",
        "link",
        "allgemein",
        "erst",
        "zweit",
        "dritt",
        "viert",
        "evangelisch",
        "katholisch",
        "heilig",
        "international",
        *("vereint", "vereinigt", "zentral", "sozial", "liberal", "föderal", "kommunal"),
        "norddeutsch",
        "süddeutsch",
        "westdeutsch",
        "ostdeutsch",
        "mitteldeutsch",
        "bundesdeutsch",
    ]
)
_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ik|ei|ie|enz|anz|ur|bank|bahn|post|presse|rundschau|kirche|börse|wehr"
    r"|armee|telekom|oper|bühne|welle|akademie|hochschule|schule|liga|halle|see|republik|allee|straße"
    r"|gemeinde|hilfe|kasse|kammer|küste|wüste|garde|flotte|marine|luftwaffe|behörde|agentur|klinik)$",
    re.IGNORECASE,
)
_NEUTER = re.compile(
    r"(?:amt|kreuz|zentrum|museum|theater|institut|gericht|meer|haus|werk|büro|ministerium|parlament|reich"
    r"|orchester|komitee|rathaus|schloss|radio|fernsehen|werk|archiv|forum|land|kolleg|konzil|ment)$",
    re.IGNORECASE,
)
_MASCULINE = re.compile(
    r"(?:bund|funk|dienst|verein|verband|rat|tag|hof|osten|westen|norden|süden|ozean|krieg|club|klub|senat"
    r"|kongress|wald|turm|dom|platz|fonds|halbmond|konzern|ring|kreis|fluss|markt|vatikan|stuhl)$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:nationen|staaten|emirate|spiele|inseln|kräfte|werke|antillen|tage|wochen)$", re.IGNORECASE
)
_GENITIVE = re.compile(r"(?<=\w{3})(?:es|s)$")
_DATIVE = re.compile(r"(?<=(?:spiele|mirate|kräfte|.werke|..tage))n$", re.IGNORECASE)


def standing_alone(name: str) -> str:
    """The name in the nominative without an article; unchanged where that is not sure."""
    words = name.split(" ")
    stems = {}
    for place, word in enumerate(words[:-1]):
        stem = _stem_of_adjective(word)
        if stem is not None:
            stems[place] = stem
        elif not (word[:1].isupper() and word.endswith("er")):  # Frankfurter has no endings
            break
    else:
        place = len(words) - 1
    noun, ending = _noun_and_ending(words[place]) if stems else ("", "")
    if not ending:
        return name
    for at, stem in stems.items():
        words[at] = f"{stem}{ending}"
    words[place] = noun
    return " ".join(words)


def _stem_of_adjective(word: str) -> str | None:
    match = _ADJECTIVE.match(word)
    if match is None or not word[:1].isupper() or word in gazetteer().keys:
        return None
    stem = match["stem"]
    lower = stem.lower()
    is_known = lower in _MORE_ADJECTIVES or lower in lexicon.GERMAN_ADJECTIVES
    return stem if is_known or _LIKE_AN_ADJECTIVE.match(lower) else None


def _noun_and_ending(noun: str) -> tuple[str, str]:
    """The noun without its case, and what an adjective before it ends in; both empty where unknown."""
    plural = _DATIVE.sub("", noun)
    if _PLURAL.search(plural):
        return plural, "e"
    for form in dict.fromkeys((noun, _GENITIVE.sub("", noun), noun.removesuffix("s"))):
        for gender, ending in ((_FEMININE, "e"), (_NEUTER, "es"), (_MASCULINE, "er")):
            if gender.search(form):
                return form, ending
    return "", ""
