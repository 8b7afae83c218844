"""What one name may be known by: candidate keys, the surest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from lesart.analysis.entities import lexicon
from lesart.analysis.names.skeletons import arabic, bare, plain, slavic
from lesart.analysis.names.tables import (
    AMBIGUOUS,
    compact,
    country_of,
    given_names,
    institution_words,
    spellings,
)

MOST_KEYS = 32
"""A name of many words that are spelt in many ways has more; they are rarer than the time they take."""

_EDGES = " \t\n\u00a0\"'“”„‚‘’«»‹›()[]{},;:!?*…"
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_ARTICLE = re.compile(
    r"\A(?:the|der|die|das|den|dem|le|la|les|el|los|las)\s+|\Al[’']", re.IGNORECASE
)
_LEGAL = re.compile(
    r"[\s,]+(?:&\s*)?(?:AG|GmbH|SE|KGaA|KG|OHG|eG|e\.\s?V|e\.\s?K|mbH|gGmbH|UG|Inc|Incorporated|Corp"
    r"|Corporation|Ltd|Limited|LLC|LLP|PLC|Plc|plc|Co|Company|Cie|SA|S\.\s?A|SAS|S\.A\.S|SARL|S\.L"
    r"|SL|S\.L\.U|SpA|S\.p\.A|NV|N\.V|BV|B\.V|AB|ASA|AS|A/S|ApS|Oyj|Oy|Pty|PJSC|OAO|JSC|KK"
    r"|Holding|Holdings|Group|Gruppe|Groupe|Grupo|Konzern|S\.A\. de C\.V|Aktiengesellschaft)\.?$"
)
_CONGLOMERATE = re.compile(r"(?<=\w)-(?:Konzern|Gruppe)s?$")
_STATE_FORMS = re.compile(
    r"(?:(?:federal|islamic|hellenic|italian|french|portuguese|arab|bolivarian)\s+)*"
    r"(?:republi[ck]|république|república|kingdom|königreich|royaume|reino|bundesrepublik|state"
    r"|staat|commonwealth|sultanate|sultanat|principality|fürstentum|emirat|emirate)"
    r"\s+(?:of\s+|de\s+la\s+|des\s+|du\s+|de\s+|d[’']|del\s+|der\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_TOWN_FORMS = re.compile(
    r"(?:city\s+of|town\s+of|stadt|hansestadt|landeshauptstadt|ville\s+de|ciudad\s+de|commune\s+de)\s+",
    re.IGNORECASE,
)
_SLAVIC_ENDING = re.compile(
    r"(?:[oe](?:w|v|ff)a?|s[ck][kh]?(?:i|y|j|ij|yj|iy|yi|yy|ii|aja|aya|aia)|ts?ki[ij]?|[ei]nko"
    r"|t?s?chu?k|tchouk|sch?wili|shvili|chvili|ds?e|dze|jan|yan|itsch|itch|[vcjnr]ic)$"
)
_AND = re.compile(r"\s*&\s*|\s+(?:and|und|et|y)\s+")
_REGNAL = re.compile(r"(?:[ivx]+)\.?")
_RULERS = {
    **dict.fromkeys(["pope", "papst", "pape", "papa"], "pope"),
    **dict.fromkeys(["king", "könig", "roi", "rey"], "king"),
    **dict.fromkeys(["queen", "königin", "reine", "reina"], "queen"),
    **dict.fromkeys(["prince", "prinz", "príncipe", "principe", "kronprinz"], "prince"),
    **dict.fromkeys(["princess", "prinzessin", "princesse", "princesa"], "princess"),
}
_AL = re.compile(r"\b(abd|abu|bu)[\s-]+(?:al|el|ul)[\s-]+", re.IGNORECASE)
_ABDEL = re.compile(r"\b(abd)[eu]l[\s-]*(?=\w{4})", re.IGNORECASE)
_JOINED_AL = re.compile(
    r"(?<![\w])(?:al|el|as|ash|asch|ach|es|ad|ed|at|an|en|ar|er|az|ul|ez)[-‑]\s?", re.IGNORECASE
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OF_ARABIC = _set("al el bin ibn ben abu abou bint")
_SMALL = _OF_ARABIC | _set(
    "von van vom zu zur zum de del der den di da do dos du la le las los y e ten ter af av"
)
_NO_CONTENT = _set(
    "of the for and von der des die das dem den für und im in am zu de du la le les d l et pour y del"
    " los las el para a au aux di affaires affairs asuntos angelegenheiten"
)
_TITLES = lexicon.TITLES | _set(
    "ex former ancien ancienne exministerpräsident staatspräsident staatspräsidentin"
    " ministre-président us-president scheich cheikh jeque emir émir mullah mollah hadschi ayatolá"
    " ajatollah ayatollah großajatollah premier-ministre primer sayyid graf gräfin freiherr baron"
    " herzog"
)
_LAST_TITLES = _set("jr sr junior senior")


def keys_of(name: str, kind: str = "") -> list[str]:
    """Keys that the name may have in common with other spellings of it; empty for no name at all.

    `kind` is PER, LOC, ORG or EVENT where the text told it, else empty.
    """
    cleaned = _cleaned(name)
    if not compact(cleaned):
        return []
    keys = list(_from_tables(cleaned, kind))
    if not keys or keys[0].startswith("PER:"):  # of people the tables have only some spellings
        keys += _spelt_out(cleaned, kind)
    return list(dict.fromkeys(keys))[:MOST_KEYS]


def _cleaned(name: str) -> str:
    name = unicodedata.normalize("NFC", name).replace("\u00ad", "")
    name = " ".join(name.split()).strip(
        _EDGES if name.count("(") != name.count(")") else " \"'“”„«»"
    )
    return _POSSESSIVE.sub("", name)


def _from_tables(name: str, kind: str) -> Iterator[str]:
    """The key of a known place or organisation; both where a bracket says the name in other words."""
    if key := _known(name, kind):
        yield key
        return
    bracket = _BRACKET.search(name)
    if bracket is None:
        return
    outside = _BRACKET.sub(" ", name).strip()
    for part in (outside, bracket[1]):
        if key := _known(part, kind):
            yield key
            return


def _known(name: str, kind: str) -> str:
    for form in _forms(name):
        short = compact(form)
        if short in AMBIGUOUS:
            return f"LOC:{short}?"
        key = spellings().get(short, "")
        if len(short) <= 3 and not any(c.isupper() for c in form[1:]) and len(form) < 4:
            key = ""  # "us" and "who" are words
        if key and key.startswith(kind):
            return key
    return _state_or_town(name) if kind in ("", "LOC") else ""


def _forms(name: str) -> Iterator[str]:
    """The name, then without article, then without what makes a company of it."""
    yield name
    without = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    if without != name and not without[:1].islower():
        yield without
    company = without_legal_form(without)
    if company != without:
        yield company
    if (joined := _AND.sub("", company)) != company:
        yield joined


def without_legal_form(name: str) -> str:
    """ "Volkswagen AG" is Volkswagen, "Dow Chemical Co., Inc." Dow Chemical."""
    name = _CONGLOMERATE.sub("", name)
    while (shorter := _LEGAL.sub("", name).rstrip(" ,&")) != name and len(compact(shorter)) > 1:
        if shorter.lower().endswith((" of", " of the", " de", " der")):
            break
        name = shorter
    return name


def _state_or_town(name: str) -> str:
    """ "Kingdom of Spain" is Spain, "Stadt München" Munich."""
    for pattern, is_fitting in ((_STATE_FORMS, _is_country), (_TOWN_FORMS, _is_town)):
        if found := pattern.match(name):
            key = spellings().get(compact(name[found.end() :]), "")
            if is_fitting(key) and compact(name[found.end() :]) not in AMBIGUOUS:
                return key
    return ""


def _is_country(key: str) -> bool:
    return key.startswith("LOC:") and len(key) == 6 and key[4:].isupper()


def _is_town(key: str) -> bool:
    return key.startswith("LOC:") and key[4:].isdigit()


def _spelt_out(name: str, kind: str) -> Iterator[str]:
    without = _ARTICLE.sub("", name, count=1)
    company = without_legal_form(without)
    if kind in ("", "ORG", "LOC"):
        if concept := _institution(company):
            yield concept
            return
    if kind == "ORG" or (company != without and kind == ""):
        yield from (f"NAME:{form}" for form in _plain_forms(company))
        return
    if kind in ("LOC", "EVENT"):
        yield from (f"NAME:{form}" for form in _plain_forms(without))
        return
    if kind == "PER" or _may_be_person(company):
        yield from _person(name)
    if kind != "PER":
        yield from (f"NAME:{form}" for form in _plain_forms(company))


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s\-‑–/.,’']+", name) if w]


def _plain_forms(name: str) -> Iterator[str]:
    """The words of a name without accents, in both ways to do without."""
    name = _AND.sub(" ", name)
    spelt = [sorted(plain(word)) for word in _words(name)]
    for words in islice(product(*spelt), MOST_KEYS):
        yield " ".join(words)


_OF_TWO_WORDS = {
    frozenset({"foreign", "ministry"}): "foreignministry",
    frozenset({"interior", "ministry"}): "interiorministry",
    frozenset({"defence", "ministry"}): "defenceministry",
    frozenset({"finance", "ministry"}): "financeministry",
    frozenset({"health", "ministry"}): "healthministry",
    frozenset({"justice", "ministry"}): "justiceministry",
    frozenset({"central", "bank"}): "centralbank",
    frozenset({"national", "bank"}): "nationalbank",
}
_OF_A_STATE = _set(
    "foreignministry interiorministry defenceministry financeministry healthministry justiceministry"
    " centralbank nationalbank government parliament army embassy"
)
"""Of which a state has one: "französische Regierung" is the government of France."""


def _institution(name: str) -> str:
    """The key of a name that says what kind of institution it is, in any of our languages."""
    concepts: set[str] = set()
    others = []
    for word in _words(name):
        folded = bare(word)
        if folded in _NO_CONTENT:
            continue
        concept = institution_words().get(folded, "")
        if concept:
            concepts.add(concept)
        else:
            key = spellings().get(compact(word), "")
            is_place = key.startswith("LOC:") and len(word) > 3
            others.append((word, key if is_place else min(plain(word))))
    for parts, whole in _OF_TWO_WORDS.items():
        if parts <= concepts:
            concepts = concepts - parts | {whole}
    if not concepts or not (others or concepts & _OF_A_STATE):
        return ""
    said = [
        (country_of(bare(word)) if concepts & _OF_A_STATE else "") or other
        for word, other in others
    ]
    return "ORG:" + " ".join([*sorted(concepts), *sorted(said)])


# ------------------------------------------------------------------ people


def _may_be_person(name: str) -> bool:
    return 1 <= len(name.split()) <= 6 and not any(c.isdigit() for c in name)


def _person(name: str) -> Iterator[str]:
    name, title = _without_titles(_in_order(name))
    if ruler := _ruler(name, title):
        yield ruler
        return
    name = re.sub(r"\b((?:[A-Z]\.\s?){2,})(?=\w{2})", lambda m: compact(m[1]).upper() + " ", name)
    is_arabic = _has_arabic_words(name)
    name = _JOINED_AL.sub("", _ABDEL.sub(r"\1 ", _AL.sub(r"\1 ", name)))
    parts = _without_middle_initial([w for w in re.split(r"[\s\-‑]+", name) if w.strip(".,’'")])
    parts = [w.strip(".,") for w in parts if bare(w.strip(".")) not in _SMALL or len(parts) == 1]
    if not parts:
        return
    yield from _in_both_orders(_sounds(parts, is_arabic), parts)


def _in_order(name: str) -> str:
    """ "Putin, Vladimir" is Vladimir Putin."""
    last, comma, first = name.partition(",")
    is_turned = comma and first.strip() and bare(first).strip(" .") not in _LAST_TITLES
    return f"{first.strip()} {last.strip()}" if is_turned else name.replace(",", "")


def _without_titles(name: str) -> tuple[str, str]:
    """The name proper, and the kind of ruler that the last title in front made of it."""
    title = ""
    words = name.split()
    while len(words) > 1:
        word = words[0].lower()
        tail = word.rpartition("-")[2]
        if word in _RULERS:
            title = _RULERS[word]
        elif word not in _TITLES and tail not in _TITLES and word.strip(".") not in _TITLES:
            break
        words.pop(0)
    return " ".join(words), title


def _ruler(name: str, title: str) -> str:
    """Popes and kings have one name, which is translated, and a number."""
    words = [bare(w).strip(".,") for w in name.replace("-", " ").split()]
    given = given_names().translated
    number = words[-1] if len(words) > 1 and _REGNAL.fullmatch(words[-1]) else ""
    names = words[:-1] if number else words
    if not names or len(names) > 2 or not (number or title):
        return ""
    if not all(word in given for word in names):
        return ""
    said = " ".join(given[word] for word in names)
    return f"PER:{said} {number}" if number else f"PER:{title} {said}"


def _has_arabic_words(name: str) -> bool:
    words = [bare(w) for w in re.split(r"[\s\-‑]+", name)]
    return any(word in _OF_ARABIC for word in words[1:]) or words[0] in ("abu", "abou", "abd")


def _without_middle_initial(words: list[str]) -> list[str]:
    """ "Donald J. Trump" is Donald Trump; two initials tell a father from his son."""
    initials = [i for i, w in enumerate(words) if 0 < i < len(words) - 1 and len(w.strip(".")) == 1]
    if len(initials) == 1:
        del words[initials[0]]
    return words


def _sounds(parts: list[str], is_arabic: bool) -> Iterator[tuple[str, ...]]:
    """The words of a name, each in its spellings, and as they sound where the name is not of ours."""
    given = given_names()
    first = given.same.get(bare(parts[0]), "")
    is_of_arabic = is_arabic or bool(arabic(parts[0]) & given.arabic and len(parts) > 1)
    is_of_slavic = bool(_SLAVIC_ENDING.search(bare(parts[-1]))) or bool(
        len(parts) > 1 and slavic(parts[0]) & given.slavic
    )
    ways = [plain] if not is_of_arabic else []
    if is_of_slavic or first or (len(parts) > 1 and not _is_ours(parts[0])):
        ways.append(slavic)
    if is_of_arabic:
        ways.append(arabic)
    for way in ways:
        options = []
        for place, part in enumerate(parts):
            same = given.same.get(bare(part), "") if way is not plain or place else ""
            options.append(sorted(way(same or part)))
        yield from islice(product(*options), MOST_KEYS)


def _is_ours(word: str) -> bool:
    from lesart.analysis.entities.gazetteer import first_names

    return word in first_names() or word.capitalize() in first_names()


def _in_both_orders(sounds: Iterator[tuple[str, ...]], parts: list[str]) -> Iterator[str]:
    """Hungarians and East Asians say the family's name first; two given names are told apart."""
    is_fixed = len(parts) < 2 or (_is_ours(parts[0]) and _is_ours(parts[-1]))
    for words in sounds:
        joined = " ".join(words)
        yield f"NAME:{joined}" if len(parts) == 1 else f"PER:{joined}"
        if not is_fixed:
            yield f"PER:~ {' '.join(sorted(words))}"
