"""Take what only looks like a figure out of the game: names, codes, addresses, numbering, phrases."""

from __future__ import annotations

import re

from lesart.analysis.figures.date_words import date_from_code
from lesart.analysis.figures.reading import Reading

_CODES = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64})"
    r"|(?P<isbn>\b(?:ISBN|ISSN|EAN|DOI|IBAN|PIN)\b[\s:-]*[\dXA-Z][\dXA-Z .–-]{4,30}[\dX])"
    r"|(?P<phone>(?!\d\d?([/-])\d\d?(?:\2(?:\d{4}|\d\d)|(?!\d))(?!\d))(?:\+\d{1,3}|(?<!\d[/-])\b0\d{1,5}|\(0\d{1,5}\))(?:[ \u00a0/()–-]{1,3}\d{2,9}){1,6}\b|\b\d{2,3}(?= \d)(?: \d{2,3}){2,5} \d\d\b|\b\d{3}-\d{3,4}-\d{4}\b|\b\d{3}-\d{4}\b)"
    r"|(?P<version>\b[vV]?\d{1,9}(?:\.\d{1,9}){3,9}\b|\b[vV]\d{1,9}(?:\.\d{1,9}){0,9}\b)"
    r"|(?P<post>\b(?:[DAF]-|CH-)\d{4,5}\b)"
    r"|(?P<uk>\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b)"
    r"|(?P<domain>\b\d{1,30}(?:\.[a-z]{2,20}){1,4}\b)"
    r"|(?P<law>§§?\s*\d+\s*[a-z]?\b(?:\s*(?:Abs(?:atz)?\.?|Satz|Nr\.)\s*\d+)*)"
    r"|(?P<hash>[#@]\w{1,80})"
)
_ITEM = re.compile(r"^[ \t]*(?:\(?\d{1,3}[.)](?!\d)|[IVXLC]+\.)(?=[ \t])", re.MULTILINE)
_FILE = re.compile(r"(?<!\w)\w{1,80}\.(?:pdf|jpe?g|png|docx?|html?|zip|csv|txt|mp[34])\b")


def take_traps(reading: Reading) -> None:
    """Mark every token that must not become a figure."""
    _take_codes(reading)
    for i, token in enumerate(reading.tokens):
        if token.kind == "n":
            if _is_name_number(reading, i):
                reading.take(i, i + 1)
                if reading.low(i + 1) in {"-", "–"} and reading.touches(i + 1):
                    if reading.at(i + 2).kind == "n" and reading.touches(i + 2):
                        reading.take(i + 1, i + 3)  # "flight 2012-1400"
        elif token.kind == "w" and _is_name_word(reading, i):
            reading.take(i, i + 1)
        elif token.kind == "x" and not (reading.touches(i) and reading.at(i - 1).kind == "n"):
            if date_from_code(reading, i) is None:
                reading.take(i, i + 1)
        if token.low in reading.lexicon.fixed_by_first:
            phrase = reading.phrase_at(i, reading.lexicon.fixed_by_first)
            if phrase and phrase != ("a", "second"):
                reading.take(i, i + len(phrase))
    _take_numbering(reading)


def _take_codes(reading: Reading) -> None:
    spans = [
        match.span() for pattern in (_CODES, _FILE) for match in pattern.finditer(reading.text)
    ]
    spans.sort()
    at = 0
    for i, token in enumerate(reading.tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= token.start < spans[at][1]:
            reading.taken[i] = 1


def _take_numbering(reading: Reading) -> None:
    """ "1. First point" at the head of a line, where another line is numbered too."""
    items = list(_ITEM.finditer(reading.text))
    if len(items) < 2:
        return
    starts = {item.start(): item.end() for item in items}
    spans = sorted(starts.items())
    at = 0
    for i, token in enumerate(reading.tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= token.start < spans[at][1]:
            reading.taken[i] = 1


def _is_name_number(reading: Reading, i: int) -> bool:
    return (
        _follows_label(reading, i)
        or _is_glued_behind_letters(reading, i)
        or _is_house(reading, i)
        or _is_age_behind_name(reading, i)
        or _is_postal(reading, i)
    )


def _is_name_word(reading: Reading, i: int) -> bool:
    """ "One Direction", "Four Seasons", "der Dreier": a number word that is part of a name."""
    lexicon, token = reading.lexicon, reading.tokens[i]
    if not reading.hot[i] or not token.text[0].isupper() or token.low not in lexicon.number_words:
        return False
    before, after = reading.at(i - 1), reading.at(i + 1)
    if before.kind != "w" or "." in reading.gap(i):
        return False
    if lexicon.is_noun_capitalised:
        return before.low in lexicon.determiners and token.low in lexicon.number_nouns
    is_after_small = before.text.islower() and reading.gap(i) in {" ", "\u00a0"}
    return is_after_small and after.kind == "w" and after.text[:1].isupper()


def _follows_label(reading: Reading, i: int) -> bool:
    """ "Artikel 5", "Boeing 737": the word before names things by number."""
    lexicon = reading.lexicon
    before = reading.at(i - 1)
    if before.text == "." and reading.touches(i - 1) and len(reading.at(i - 2).text) <= 4:
        before = reading.at(i - 2)
        if before.low in {"nr", "no", "núm"}:
            return True  # "the No. 3 seed"
        if before.low not in {
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
    if before.low not in lexicon.labels or before.kind != "w":
        return False
    if before.text.islower() and lexicon.is_noun_capitalised:
        return False
    if len(before.text) == 1 and not (before.text.isupper() and reading.at(i).text.isdecimal()):
        return False
    is_of_year = (before.low,) in lexicon.year_lead and before.low not in lexicon.hard_labels
    if is_of_year and re.fullmatch(r"(?:19|20)\d\d", reading.at(i).text):
        return False
    after = reading.low(i + 1)
    is_unit = after in lexicon.units or after in lexicon.scales or after in {"%", "€", "$"}
    if is_unit and before.low not in lexicon.hard_labels:
        return False
    if before.low not in lexicon.hard_labels and _counts_words(reading, i):
        return False
    return "." not in reading.gap(i)


def _counts_words(reading: Reading, i: int) -> bool:
    """ "In der Halle 300 Menschen", "last week 500 people": the number counts what follows."""
    after = reading.at(i + 1)
    if after.kind != "w" or after.low in reading.lexicon.stop_words | reading.lexicon.of:
        return False
    if reading.lexicon.is_noun_capitalised:
        return after.text[0].isupper()
    return after.text.islower()


def _is_glued_behind_letters(reading: Reading, i: int) -> bool:
    """ "F-16", "Covid-19", "U-21", "3-D" are names; "-5" is not."""
    if reading.low(i - 1) in {"-", "‑"} and reading.touches(i) and reading.touches(i - 1):
        return reading.at(i - 2).kind in "wx"
    return reading.touches(i) and reading.at(i - 1).kind == "x"


def _is_house(reading: Reading, i: int) -> bool:
    """ "Hauptstraße 12", "12 Baker Street"."""
    lexicon = reading.lexicon
    text = reading.at(i).text
    if not text.isdecimal() or len(text) > 4:
        return False
    before, after = reading.at(i - 1), reading.at(i + 1)
    if lexicon.house_number == "behind_compound":
        if before.text == "." and reading.low(i - 2).endswith("str"):
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
                reading.low(i + k) in lexicon.streets and reading.at(i + k).text[0].isupper()
                for k in (2, 3)
            )
        )
    return _is_romance_house(reading, i)


def _is_romance_house(reading: Reading, i: int) -> bool:
    """ "12, rue de la Paix", "calle Mayor 5"."""
    at = i + 1 + (reading.low(i + 1) == ",")
    if reading.low(at) in {"bis", "ter"}:
        at += 1
    if reading.lexicon.house_number == "before_street":
        return reading.low(at) in reading.lexicon.streets
    at = i - 1 - (reading.low(i - 1) in {",", "número", "nº"})
    return any(
        reading.low(at - k) in reading.lexicon.streets and reading.at(at).text[:1].isupper()
        for k in range(0, 4)
    )


def _is_age_behind_name(reading: Reading, i: int) -> bool:
    """ "Anna Berg (34)", "John Doe, 52, said": an age that belongs to a name."""
    text = reading.at(i).text
    if not text.isdecimal() or not 0 < int(text[:4]) < 120 or len(text) > 3:
        return False
    before, after = reading.low(i - 1), reading.low(i + 1)
    name = reading.at(i - 2)
    if name.kind != "w" or not name.text[0].isupper():
        return False
    if before == "(" and after == ")":
        return True
    first = reading.at(i - 3)
    is_full_name = first.text[:1].isupper() and first.kind == "w"
    # A single name at the head of a sentence: "Abdallah, 37, was killed."
    is_full_name = is_full_name or (first.kind in ("", "p") and first.text not in {",", "(", "-"})
    return (
        before == ","
        and after in {",", "."}
        and is_full_name
        and name.low not in reading.lexicon.months
        and name.low not in reading.lexicon.weekdays
    )


def _is_postal(reading: Reading, i: int) -> bool:
    """ "10115 Berlin", "Springfield, IL 62704"."""
    text = reading.at(i).text
    if not (text.isdecimal() and len(text) == 5):
        return False
    before, after = reading.at(i - 1), reading.at(i + 1)
    if re.fullmatch(r"[A-Z]{2}", before.text) and reading.low(i - 2) == ",":
        return True
    is_place = after.kind == "w" and after.text[:1].isupper() and after.text.isalpha()
    return is_place and before.low in reading.lexicon.postal_lead
