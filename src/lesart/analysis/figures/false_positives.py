"""Take what only looks like a figure out of the game: names, codes, addresses, numbering, phrases."""

from __future__ import annotations

import re

from lesart.analysis.figures.date_words import date_from_code
from lesart.analysis.figures.token_stream import TokenStream
from lesart.analysis.figures.units import SIGNS

_CODES = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64})"
    r"|(?P<isbn>\b(?:ISBN|ISSN|EAN|DOI|IBAN|PIN)\b[\s:-]*[\dXA-Z][\dXA-Z .–-]{4,30}[\dX])"
    r"|(?P<abroad>(?<![\w+])\+\d{1,3}(?:[ \u00a0/()–-]{1,3}\d{1,9}){3,6}\b)"
    r"|(?P<account>\b[A-Z]{2}\d\d(?: \d{4}){3,7}(?: \d{1,4})?\b)"
    r"|(?P<degrees>\d{1,3}(?:[.,]\d{1,8})?°(?: ?\d{1,2}(?:[.,]\d{1,4})?['′’])?(?: ?\d{1,2}(?:[.,]\d{1,4})?[\"″”])? ?[NSEWO]\b)"
    r"|(?P<numbered>\b[Nn][°º] ?\d{1,9}(?:[/-]\d{1,9})*)"
    r"|(?P<file>\b(?:\d{1,4}|[IVX]{1,5}(?: ?[a-z])?) [A-Z][A-Za-z]{0,4}(?: ?\([A-Za-z]{1,8}\))? \d{1,6}/\d\d\b"
    r"|\b[CTFP]-\d{1,4}/\d\d\b"
    r"|\b(?:[Dd]ocket|[Cc]ase|[Dd]ossier|[Aa]ffaire|Aktenzeichen|Az|[Ee]xpediente|[Cc]ausa)\b[.:]{0,2}"
    r"(?: (?:[Nn]o|Nr|núm)\.?)? \d{1,9}(?:[/-]\w{1,9}){1,4}\b)"
    r"|(?P<phone>(?!\d\d?([/-])\d\d?(?:\2(?:\d{4}|\d\d)|(?!\d))(?!\d))(?:\+\d{1,3}|(?<!\d[/-])\b0\d{1,5}|\(0\d{1,5}\))(?:[ \u00a0/()–-]{1,3}\d{2,9}){1,6}\b|\b\d{2,3}(?= \d)(?: \d{2,3}){2,5} \d\d\b|\b\d{3}-\d{3,4}-\d{4}\b|\b\d{3}-\d{4}\b)"
    r"|(?P<version>\b[vV]?\d{1,9}(?:\.\d{1,9}){3,9}\b|\b[vV]\d{1,9}(?:\.\d{1,9}){0,9}\b)"
    r"|(?P<post>\b(?:[DAF]-|CH-)\d{4,5}\b)"
    r"|(?P<uk>\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b)"
    r"|(?P<domain>\b\d{1,30}(?:\.[a-z]{2,20}){1,4}\b)"
    r"|(?P<code>\b[LRD]\. ?\d{2,4}(?:-\d{1,3}){1,3}\b)"
    r"|(?P<law>§§?\s*\d+\s*[a-z]?\b(?:\s*(?:Abs(?:atz)?\.?|Satz|Nr\.)\s*\d+)*)"
    r"|(?P<odds>\b(?:[Oo]dds|(?:Wettq|Q)uote|cote)\b[^\d.,;\n]{0,25}\d{1,4}(?: ?[/:-] ?| to | zu | contre )\d{1,4}\b(?![.,]?\d| ?(?:[%€$£]|per|Pro|pour)))"
    r"|(?P<hash>[#@]\w{1,80})"
)
_ITEM = re.compile(r"^[ \t]*(?:\(?\d{1,3}[.)](?!\d)|[IVXLC]+\.)(?=[ \t])", re.MULTILINE)
_FILE = re.compile(r"(?<!\w)\w{1,80}\.(?:pdf|jpe?g|png|docx?|html?|zip|csv|txt|mp[34])\b")


def take_traps(stream: TokenStream) -> None:
    """Mark every token that must not become a figure."""
    _take_codes(stream)
    for i, token in enumerate(stream.tokens):
        if token.kind == "n":
            if _is_name_number(stream, i):
                stream.take(i, i + 1)
                _take_rest_of_name(stream, i)
        elif token.kind == "w" and _is_name_word(stream, i):
            stream.take(i, i + 1)
        elif token.kind == "x" and not _is_behind_number(stream, i):
            if date_from_code(stream, i) is None:
                stream.take(i, i + 1)
        if token.low in stream.lexicon.fixed_by_first:
            phrase = stream.phrase_at(i, stream.lexicon.fixed_by_first)
            if phrase and phrase != ("a", "second"):
                stream.take(i, i + len(phrase))
    _take_numbering(stream)


def _is_behind_number(stream: TokenStream, i: int) -> bool:
    """ "350 m2", "12km2": letters and digits that are a unit or glued on."""
    if stream.at(i - 1).kind != "n":
        return False
    return stream.touches(i) or stream.low(i) in SIGNS


def _take_rest_of_name(stream: TokenStream, i: int) -> None:
    """ "flight 2012-1400", "Article 5(3)", "Seite 12 bis 15": more numbers that name something."""
    joint, after = stream.low(i + 1), stream.at(i + 2)
    if after.kind != "n" or not _follows_label(stream, i):
        is_glued = joint in {"-", "–"} and after.kind == "n"
        if is_glued and stream.touches(i + 1) and stream.touches(i + 2):
            stream.take(i + 1, i + 3)
        return
    is_glued = joint in {"-", "–", "(", "/"} and stream.touches(i + 1) and stream.touches(i + 2)
    small = stream.lexicon.stop_words | stream.lexicon.of
    is_bare = stream.at(i + 3).kind != "w" or stream.low(i + 3) in small
    if is_glued or (joint in stream.lexicon.to and is_bare):
        stream.take(i + 1, i + 3)


def _take_codes(stream: TokenStream) -> None:
    spans = [match.span() for pattern in (_CODES, _FILE) for match in pattern.finditer(stream.text)]
    spans.sort()
    at = 0
    for i, token in enumerate(stream.tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= token.start < spans[at][1]:
            stream.taken[i] = 1


def _take_numbering(stream: TokenStream) -> None:
    """ "1. First point" at the head of a line, where another line is numbered too."""
    items = list(_ITEM.finditer(stream.text))
    if len(items) < 2:
        return
    starts = {item.start(): item.end() for item in items}
    spans = sorted(starts.items())
    at = 0
    for i, token in enumerate(stream.tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= token.start < spans[at][1]:
            stream.taken[i] = 1


def _is_name_number(stream: TokenStream, i: int) -> bool:
    return (
        _follows_label(stream, i)
        or _is_glued_behind_letters(stream, i)
        or _is_house(stream, i)
        or _is_age_behind_name(stream, i)
        or _is_postal(stream, i)
    )


def _is_name_word(stream: TokenStream, i: int) -> bool:
    """ "One Direction", "Four Seasons", "der Dreier": a number word that is part of a name."""
    lexicon, token = stream.lexicon, stream.tokens[i]
    if not stream.hot[i] or not token.text[0].isupper() or token.low not in lexicon.number_words:
        return False
    before, after = stream.at(i - 1), stream.at(i + 1)
    if before.kind != "w" or "." in stream.gap(i):
        return False
    if lexicon.is_noun_capitalised:
        return before.low in lexicon.determiners and token.low in lexicon.number_nouns
    is_after_small = before.text.islower() and stream.gap(i) in {" ", "\u00a0"}
    return is_after_small and after.kind == "w" and after.text[:1].isupper()


def _follows_label(stream: TokenStream, i: int) -> bool:
    """ "Artikel 5", "Boeing 737": the word before names things by number."""
    lexicon = stream.lexicon
    before = stream.at(i - 1)
    if before.text == "." and stream.touches(i - 1) and len(stream.at(i - 2).text) <= 4:
        before = stream.at(i - 2)
        if before.low in {"nr", "no", "núm"}:
            return True  # "the No. 3 seed"
        if before.low not in {
            "ext",
            "nr",
            "no",
            "art",
            "abs",
            "tel",
            "p",
            "s",
            "bd",
            "kap",
            "núm",
            "pág",
            "fig",
            "vol",
        }:
            return False
    if before.low not in lexicon.labels | lexicon.hard_labels or before.kind != "w":
        return False
    if before.text.islower() and lexicon.is_noun_capitalised:
        return False
    if (
        before.low in _INDEXES
        and not stream.at(i).text.replace(",", "").replace(".", "").isdecimal()
    ):
        return False
    if before.low in _INDEXES:
        return stream.at(i).text in _SIZES_OF_INDEXES
    if len(before.text) == 1 and not (before.text.isupper() and stream.at(i).text.isdecimal()):
        return False
    is_of_year = (before.low,) in lexicon.year_lead and before.low not in lexicon.hard_labels
    if is_of_year and re.fullmatch(r"(?:19|20)\d\d", stream.at(i).text):
        return False
    after = stream.low(i + 1)
    is_unit = after in lexicon.units or after in lexicon.scales or after in {"%", "€", "$"}
    if is_unit and before.low not in lexicon.hard_labels:
        return False
    if before.low not in lexicon.hard_labels and _counts_words(stream, i):
        return False
    return "." not in stream.gap(i)


_INDEXES = {"ftse", "nasdaq", "nikkei", "dow", "dax", "mdax", "sdax", "tecdax", "stoxx", "cac", "ibex",
            "atx", "smi", "russell"}  # fmt: skip
_SIZES_OF_INDEXES = {"20", "30", "35", "40", "50", "100", "200", "225", "250", "350", "500", "600", "1000",
                     "2000", "3000"}  # fmt: skip
"""What stands behind the name of an index and is part of it; everything else is where it stands."""


def _counts_words(stream: TokenStream, i: int) -> bool:
    """ "In der Halle 300 Menschen", "last week 500 people": the number counts what follows."""
    after = stream.at(i + 1)
    if after.kind != "w" or after.low in stream.lexicon.stop_words | stream.lexicon.of:
        return False
    if stream.lexicon.is_noun_capitalised:
        return after.text[0].isupper()
    return after.text.islower()


def _is_glued_behind_letters(stream: TokenStream, i: int) -> bool:
    """ "F-16", "Covid-19", "U-21", "3-D" are names; "-5" is not."""
    if stream.low(i - 1) in {"-", "‑"} and stream.touches(i) and stream.touches(i - 1):
        return stream.at(i - 2).kind in "wx"
    return stream.touches(i) and stream.at(i - 1).kind == "x"


def _is_house(stream: TokenStream, i: int) -> bool:
    """ "Hauptstraße 12", "12 Baker Street"."""
    lexicon = stream.lexicon
    text = stream.at(i).text
    if not text.isdecimal() or len(text) > 4:
        return False
    before, after = stream.at(i - 1), stream.at(i + 1)
    if lexicon.house_number == "behind_compound":
        if before.text == "." and stream.low(i - 2).endswith("str"):
            return True
        return (
            before.kind == "w"
            and before.text[0].isupper()
            and before.low.endswith(lexicon.streets)
            and not (after.text[:1].isupper() and after.kind == "w")
        )
    if lexicon.house_number == "before_name":
        return (
            after.text[:1].isupper()
            and after.kind == "w"
            and any(
                stream.low(i + k) in lexicon.streets and stream.at(i + k).text[0].isupper()
                for k in (2, 3)
            )
        )
    return _is_romance_house(stream, i)


def _is_romance_house(stream: TokenStream, i: int) -> bool:
    """ "12, rue de la Paix", "calle Mayor 5"."""
    at = i + 1 + (stream.low(i + 1) == ",")
    if stream.low(at) in {"bis", "ter"}:
        at += 1 + (stream.low(at + 1) == ",")
    if stream.lexicon.house_number == "before_street":
        return stream.low(at) in stream.lexicon.streets
    at = i - 1 - (stream.low(i - 1) in {",", "número", "nº"})
    return any(
        stream.low(at - k) in stream.lexicon.streets and stream.at(at).text[:1].isupper()
        for k in range(0, 4)
    )


def _is_age_behind_name(stream: TokenStream, i: int) -> bool:
    """ "Anna Berg (34)", "John Doe, 52, said": an age that belongs to a name."""
    text = stream.at(i).text
    if not text.isdecimal() or not 0 < int(text[:4]) < 120 or len(text) > 3:
        return False
    before, after = stream.low(i - 1), stream.low(i + 1)
    name = stream.at(i - 2)
    if name.kind != "w" or not name.text[0].isupper():
        return False
    if before == "(" and after == ")":
        return not _is_beside_amount(stream, i - 1)
    if after == "." and stream.low(i + 2) in stream.lexicon.months:
        return False  # "Berlin, 20. November 2026": where and when it was written
    first = stream.at(i - 3)
    is_full_name = first.text[:1].isupper() and first.kind == "w"
    # A single name at the head of a sentence: "Abdallah, 37, was killed."
    is_full_name = is_full_name or (first.kind in ("", "p") and first.text not in {",", "(", "-"})
    return (
        before == ","
        and after in {",", "."}
        and is_full_name
        and name.low not in stream.lexicon.months
        and name.low not in stream.lexicon.weekdays
    )


def _is_beside_amount(stream: TokenStream, opened: int) -> bool:
    """ "Bücher (48 Prozent), Spielzeug (35)": a list goes on whose first brackets say what they count."""
    for k in range(opened - 1, max(0, opened - _LIST_OF_BRACKETS), -1):
        text = stream.at(k).text
        if text in {".", "!", "?", ";"}:
            return False
        if text == "(":
            behind = stream.at(k + 2)
            if stream.at(k + 1).kind != "n":
                return False
            if behind.text != ")":
                return behind.kind == "w" or behind.text in {"%", "€", "$", "£"}
    return False


_LIST_OF_BRACKETS = 40


def _is_postal(stream: TokenStream, i: int) -> bool:
    """ "10115 Berlin", "Springfield, IL 62704"."""
    text = stream.at(i).text
    if not (text.isdecimal() and len(text) == 5):
        return False
    before, after = stream.at(i - 1), stream.at(i + 1)
    if re.fullmatch(r"[A-Z]{2}", before.text) and stream.low(i - 2) == ",":
        return True
    is_place = after.kind == "w" and after.text[:1].isupper() and after.text.isalpha()
    return is_place and before.low in stream.lexicon.postal_lead
