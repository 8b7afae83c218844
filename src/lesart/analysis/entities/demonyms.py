"""Who lives somewhere is nobody by name: "Grönländer", "Floridians", "les Danois".

Told by how the languages make such words from names of places, and by lists where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.gazetteer import gazetteer

_SHORT = 6
_DOUBTED = 0.75
_FRENCH_NATIONS = re.compile(
    r"(?:(?:Améric|Mexic|Maroc|Rom|Afric|Cub|Dominic|Toulous|Kosov)ain|(?:Ital|Autrich|Ukrain|Norvég|Ind|Brésil|Argent"
    r"|Canad|Austral|Syr|Irak|Iran|Israél|Palestin|Égypt|Algér|Tunis|Mal|Ivoir|Cor|Europé|Vénézuél|Colomb|Chil"
    r"|Péruv|Bolivien|Haït|Nigér|Éthiop|Tchéc|Géorg|Armén|Jordan|Saoud|Pakistan|Paris|Brésil)ien"
    r"|Coréen|Européen|Guinéen|Ghanéen|Argentin|(?:Franç|Angl|Holland|Finland|Néerland|Portug|Polon|Japon|Seneg"
    r"|Sénégal|Liban|Camerounais|Island|Irland|Écoss|Thaïland|New-Yorkais)ais|(?:Chin|Suéd|Dan|Gall|Hongr|Québéc)ois"
    r"|Camerounais|Espagnol|Allemand|Afghan|Turc|Grec)(?:e|ne|que|s|es|nes)?"
)
_FRENCH_ONE = re.compile(r"(?:^|[\s’'(])(?:[Ll]e |[Ll]a |[Ll]['’]|[Uu]n |[Uu]ne )$")
_GERMAN = re.compile(r"(?P<stem>\w{3,}?)(?:er|ern|ers|erin|erinnen)$")
_GERMAN_NATIONS = re.compile(
    r"(?:Brit|Dän|Finn|Schwed|Pol|Russ|Türk|Griech|Ir|Schott|Chines|Tschech|Slowak|Slowen|Kroat|Serb|Bosni"
    r"|Bulgar|Rumän|Portugies|Franzos|Französ|Lett|Kurd|Afghan|Mongol|Kasach|Usbek|Kirgis|Tadschik|Turkmen"
    r"|Vietnames|Sudanes|Senegales|Nepales|Maltes|Libanes|Kongoles|Weißruss|Belaruss|Syr|Jugoslaw"
    r"|Katalan|Bask|Filipin|Philippin|Zypriot)"
    r"(?:e|en|in|innen)|Filipinos?|Filipinas?|Israelis?|Irakis?|Saudis?|Pakistanis?|Deutschen?"
)
_ENGLISH = re.compile(r"(?P<stem>[A-Z]\w{2,}?)(?:n|an|ian|er|ite)s")
_FRENCH_MANY = re.compile(
    r"(?:^|[\s’'(])(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|\d+|de nombreux|plusieurs|quelques) $"
)
_FRENCH = re.compile(
    r"[A-ZÀ-Þ]\w+(?:ais|aises|ois|oises|iens|iennes|éens|éennes|ains|aines|ards|ardes|ols|oles|ans|anes|ands"
    r"|andes|ites|eux|rins|rines|otes)$"
)
_FRENCH_OTHERS = frozenset(
    [
        "Bretons",
        "Bretonnes",
        "Normands",
        "Basques",
        "Corses",
        "Russes",
        "Turcs",
        "Turques",
        "Grecs",
        "Grecques",
        "Belges",
        "Suisses",
        "Tchèques",
        "Slovaques",
        "Serbes",
        "Croates",
        "Bulgares",
        "Britanniques",
        "Arabes",
        "Kurdes",
        "Perses",
        "Slaves",
        "Juifs",
        "Juives",
        "Tziganes",
        "Roms",
        "Occidentaux",
        "Orientaux",
        "Européens",
        "Gascons",
        "Alsaciens",
        "Provençaux",
        "Allemands",
        "Azéris",
        "Ouïghours",
        "Philippins",
    ]
)


def is_inhabitant(text: str, finding: NameCandidate, language: str) -> bool:
    """Whether these words are what the people of a place are called, and no name besides.

    Many a surname is made like that ("Wiener", "Sanders"): people are asked for by lists alone.
    """
    name = text[finding.start : finding.end]
    if language == "fr" and _FRENCH_NATIONS.fullmatch(name):
        return True  # also where another language calls a country so: "Syrien"
    if name in gazetteer().keys:
        return False
    if language == "de":
        is_listed = bool(_GERMAN_NATIONS.fullmatch(name))
        return is_listed or (finding.kind == "LOC" and is_german_inhabitant(name))
    if language == "en":
        is_listed = all(_is_listed(word) for word in name.split())
        return is_listed or (finding.kind == "LOC" and _is_english(name))
    if language == "fr":
        if name in _FRENCH_OTHERS:
            return True
        article = _FRENCH_ONE.search(text[max(0, finding.start - 6) : finding.start])
        if article and finding.weight < _DOUBTED and _FRENCH.match(f"{name.removesuffix('s')}s"):
            return True
        is_many = bool(_FRENCH_MANY.search(text[max(0, finding.start - 14) : finding.start]))
        is_like_one = name in _FRENCH_OTHERS or bool(_FRENCH.match(name))
        return is_many and is_like_one
    return False


def _is_listed(word: str) -> bool:
    return word in lexicon.DEMONYMS or word.removesuffix("s") in lexicon.DEMONYMS


def is_german_nation(word: str) -> bool:
    """ "Brite" and "Polin" before a name, as a title would stand."""
    is_nation = bool(_GERMAN_NATIONS.fullmatch(word)) and not word.startswith("Deutsche")
    return is_nation and word not in gazetteer().keys


def is_german_inhabitant(name: str) -> bool:
    """ "Kubanerin", "Britin", "Kopenhagener": not a town or river that only ends so."""
    known = gazetteer().keys
    if name in known:
        return False
    if _GERMAN_NATIONS.fullmatch(name):
        return True
    match = _GERMAN.match(name)
    keys = (known.get(p, "") for p in _places_of(match["stem"])) if match else ()
    # Of short words a river may be made that no list has: Elster, Tiber.
    return any(key.startswith("LOC") and (len(name) > _SHORT or key[4:5].isalpha()) for key in keys)


def _places_of(stem: str) -> Iterator[str]:
    """Grönländ-er of Grönland, Kuban-er of Kuba, Ukrain-er of Ukraine, Bremer of Bremen."""
    short = stem.removesuffix("an")
    yield from (stem, stem.replace("änd", "and"), f"{stem}en", f"{stem}e", f"{stem}ien", f"{stem}a")
    yield from (f"{stem}o", stem.removesuffix("n"), stem.removesuffix("i"))
    yield from (short, f"{short}a", f"{short}o", f"{short}ien")


def _is_english(name: str) -> bool:
    """Floridians, Londoners, New Yorkers."""
    known = gazetteer().keys
    if name.endswith("ers") and name[:-3] in known:
        return True
    match = _ENGLISH.fullmatch(name)
    if match is None:
        return False
    endings = ("", "a", "e", "ia", "o", "i", "on", "us", "as", "is", "y")
    return any(known.get(match["stem"] + ending, "").startswith("LOC") for ending in endings)
