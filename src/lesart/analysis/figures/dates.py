"""Find dates: days, months, years, weekdays, quarters, decades, centuries, with X for what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.analysis.figures.date_parts import (
    date,
    day_at,
    day_month,
    dotted,
    is_day,
    part_behind,
    slashed,
)
from lesart.analysis.figures.date_words import date_from_word
from lesart.analysis.figures.reading import Found, Reading

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DASHES = {"-", "–", "—", "‑", "−"}


def find_dates(reading: Reading) -> Iterator[Found]:
    """Every date, in order; its tokens are taken."""
    for i, token in enumerate(reading.tokens):
        if reading.taken[i]:
            continue
        found = None
        if token.kind == "n":
            found = _from_number(reading, i)
        elif token.kind == "w":
            found = date_from_word(reading, i)
        if found:
            reading.take(found.i, found.j)
            yield _with_part(reading, found)


def _with_part(reading: Reading, found: Found) -> Found:
    """ "Ende 2011", "early May": the word before belongs to the date."""
    lexicon = reading.lexicon
    if re.fullmatch(r"[\dX]{4}(-\d\d)?", found.when):
        for size in (3, 2, 1):
            start = found.i - size
            if start < 0 or not reading.is_free(start, found.i):
                continue
            if tuple(reading.low(k) for k in range(start, found.i)) in lexicon.part_of_year:
                reading.take(start, found.i)
                found.i = found.lead = start
                break
    return found


# ------------------------------------------------------------------ beginning with a number


def _from_number(reading: Reading, i: int) -> Found | None:
    for form in (_iso, dotted, slashed, day_month, _quarter, _century, _year):
        found = form(reading, i)
        if found:
            return found
    return None


def _is_word_before(reading: Reading, i: int) -> bool:
    return reading.touches(i) and reading.at(i - 1).kind in "wx"


def _iso(reading: Reading, i: int) -> Found | None:
    token = reading.at(i)
    match = _ISO.match(reading.text, token.start)
    if not match or reading.touches(i):
        return None
    j = i
    while j < len(reading.tokens) and reading.tokens[j].start < match.end():
        j += 1
    if reading.at(j - 1).end != match.end() or not is_day(int(match[2]), int(match[3])):
        return None
    return date(i, j, match.group())


def _quarter(reading: Reading, i: int) -> Found | None:
    """ "3. Quartal 2019", "2nd quarter"."""
    day, j = day_at(reading, i)
    if not day or j == i + 1:
        return None
    return part_behind(reading, i, j, day)


def _century(reading: Reading, i: int) -> Found | None:
    day, j = day_at(reading, i)
    if day and j > i + 1 and reading.low(j) in reading.lexicon.centuries:
        return date(i, j + 1, f"{day - 1:02}XX")
    return None


def _year(reading: Reading, i: int) -> Found | None:
    token = reading.at(i)
    lexicon = reading.lexicon
    if not re.fullmatch(r"1[1-9]\d\d|20\d\d|21[0-4]\d", token.text) or _is_word_before(reading, i):
        return _short_decade(reading, i)
    if reading.touches(i) and reading.low(i - 1) in {"$", "€", "£", ".", ",", "#", "/", "'"}:
        return None
    behind = reading.low(i + 1)
    if reading.touches(i + 1) and behind in lexicon.decades and token.text[3] == "0":
        j = i + 2 + (behind == "er" and reading.low(i + 2) in lexicon.decades)
        return date(i, j, token.text[:3] + "X")
    if token.text[3] == "0" and reading.low(i - 1) in lexicon.decade_lead:
        return date(i - 1, i + 1, token.text[:3] + "X")
    if reading.touches(i + 1) and behind in {"/", "-", "–"} and reading.touches(i + 2):
        season = reading.at(i + 2).text
        if behind == "/" and len(season) == 2 and season.isdecimal() and not reading.touches(i + 3):
            return date(i, i + 3, f"{token.text}/{token.text[:2]}{season}")
    return date(i, i + 1, token.text) if _is_year(reading, i) else None


def _short_decade(reading: Reading, i: int) -> Found | None:
    """ "the '90s", "90er Jahre"."""
    text = reading.at(i).text
    behind = reading.low(i + 1)
    if len(text) != 2 or text[1] != "0" or not text.isdecimal():
        return None
    if reading.low(i - 1) in reading.lexicon.decade_lead:
        return date(i - 1, i + 1, f"19{text[0]}X" if text[0] not in "12" else f"20{text[0]}X")
    if not reading.touches(i + 1):
        return None
    if behind in {"er", "er-jahre", "er-jahren"} and reading.lexicon.code == "de":
        j = i + 2 + (reading.low(i + 2) in {"jahre", "jahren", "jahres"})
        return date(i, j, f"19{text[0]}X" if text[0] not in "12" else f"20{text[0]}X")
    if behind in {"s"} and reading.lexicon.code == "en" and int(text) >= 20:
        return date(i, i + 2, f"19{text[0]}X")
    return None


def _is_year(reading: Reading, i: int) -> bool:
    """Four digits are a year unless something countable follows and no word for a year leads."""
    lexicon = reading.lexicon
    before, after = reading.at(i - 1), reading.at(i + 1)
    if before.text in {"$", "€", "£"} or after.low in {"%", "€", "$", "°", "m", "km", "kg"}:
        return False
    if after.low in lexicon.units or after.low in lexicon.currencies or after.low in lexicon.scales:
        return False
    if (after.low,) in lexicon.percent or after.low in lexicon.short_scales:
        return False
    if any((before.low,) == lead for lead in lexicon.year_lead) or reading.phrase_before(
        i, lexicon.before_by_last
    ) == ("©",):
        if before.low in lexicon.sure_year_lead:
            return True
        return not _counts_something(reading, i)
    if lexicon.code == "en" and before.low == "the" and 1950 <= int(reading.at(i).text) < 2050:
        return True
    if before.low in lexicon.months or before.text == "(" or after.text == ")":
        return True
    if before.text in _DASHES or after.text in _DASHES or before.text == "/":
        other = reading.at(i - 2) if before.text in _DASHES else reading.at(i + 2)
        return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d|\d\d", other.text))
    if before.low in lexicon.before_words:
        return False
    return not _counts_something(reading, i)


def _counts_something(reading: Reading, i: int) -> bool:
    """A plural noun right behind four digits is what they count."""
    lexicon = reading.lexicon
    after = reading.at(i + 1)
    if after.kind != "w" or reading.gap(i + 1) not in {" ", "\u00a0"}:
        return False
    if after.low in lexicon.stop_words or after.low in lexicon.determiners:
        return False
    if lexicon.is_noun_capitalised:
        return (
            after.text[0].isupper()
            or after.low in lexicon.skip
            or (after.low.endswith(("e", "en")) and reading.at(i + 2).text[:1].isupper())
        )
    if after.low in lexicon.plurals or after.low in lexicon.skip:
        return True
    if after.text[0].isupper():
        return False
    ahead = [after.low, reading.low(i + 2)]
    return any(
        word.endswith("s")
        and word not in lexicon.never_noun
        and len(word) > 3
        and word not in lexicon.stop_words
        for word in ahead[:1]
    ) or (lexicon.code in ("fr", "es") and after.low.endswith(("s", "x")))
