"""Read dates that begin with a word: weekdays, months, ordinals, decades, centuries."""

from __future__ import annotations

import re

from lesart.analysis.figures.date_parts import (
    behind_short,
    cut_owner,
    date,
    day_at,
    day_month,
    dotted,
    full_year,
    month_of,
    owner,
    part_behind,
    slashed,
    weekday_of,
    year_behind,
)
from lesart.analysis.figures.date_ranges import days_behind_month
from lesart.analysis.figures.reading import Found, Reading


def date_from_word(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    low = reading.low(i)
    if weekday_of(reading, i):
        return _weekday(reading, i)
    if month_of(reading, i):
        return _month(reading, i)
    if low in lexicon.decade_words and not lexicon.decade_lead:
        return _decade_words(reading, i)
    number = lexicon.ordinals.get(low)
    if number:
        found = _ordinal_date(reading, i, number)
        if found:
            return found
    if low in lexicon.roman_lead:
        return _roman_century(reading, i, i + 1, i + 2)
    if reading.low(i + 1) in lexicon.centuries and reading.at(i).text[0] in "XVI":
        return _roman_century(reading, i, i, i + 2)
    if low in lexicon.decade_lead and reading.low(i + 1) in lexicon.decade_words:
        return date(i, i + 2, f"19{lexicon.decade_words[reading.low(i + 1)]}X")
    return None


def _ordinal_date(reading: Reading, i: int, number: int) -> Found | None:
    """ "third quarter", "siebzehntes Jahrhundert", "erster Mai"."""
    lexicon = reading.lexicon
    found = part_behind(reading, i, i + 1, number)
    if found:
        return found
    if reading.low(i + 1) in lexicon.centuries:
        return date(i, i + 2, f"{number - 1:02}XX")
    month = lexicon.months.get(reading.low(i + 1))
    if month and number <= 31 and reading.low(i + 1) not in lexicon.short_months:
        if lexicon.is_time_capitalised and not reading.at(i + 1).text[0].isupper():
            return None
        year, j = year_behind(reading, i + 2)
        return date(i, j, f"{year or 'XXXX'}-{month:02}-{number:02}")
    return None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman_century(reading: Reading, i: int, at: int, j: int) -> Found | None:
    """ "siglo XX", "XIXe siècle"."""
    roman = reading.low(at).removesuffix("ème").removesuffix("e")
    if not 1 <= len(roman) <= 6 or any(letter not in _ROMAN for letter in roman):
        return None
    values = [_ROMAN[letter] for letter in roman]
    number = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return date(i, j, f"{number - 1:02}XX") if 1 <= number <= 21 else None


def _weekday(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    token = reading.at(i)
    is_small = not token.text[0].isupper()
    if lexicon.is_time_capitalised and is_small and not token.low.endswith("s"):
        return None
    if token.text.isupper() and len(token.text) < 4:
        return None
    number = weekday_of(reading, i)
    if owner(reading, i):
        return cut_owner(date(i, i + 1, f"XXXX-WXX-{number}"))
    at = i + 1
    if reading.low(at) == "." and reading.touches(at):
        at += 1
    if reading.low(at) == ",":
        at += 1
    while reading.low(at) in lexicon.day_articles:
        at += 1
    full = None
    if reading.at(at).kind == "n":
        full = day_month(reading, at) or dotted(reading, at) or slashed(reading, at)
    elif reading.low(at) in lexicon.months and lexicon.month_first:
        full = _month(reading, at)
        full = full if full and len(full.when) == 10 else None
    if full and len(full.when) == 10:
        return date(i, full.j, full.when)
    return date(i, i + 1, f"XXXX-WXX-{number}")


def _month(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    token = reading.at(i)
    is_capital = token.text[0].isupper()
    if lexicon.is_time_capitalised and not is_capital:
        return None
    month = month_of(reading, i)
    if owner(reading, i):
        return cut_owner(date(i, i + 1, f"XXXX-{month:02}"))
    j = behind_short(reading, i + 1)
    if lexicon.month_first:
        day, after_day = day_at(reading, j)
        if not day:
            number = lexicon.ordinals.get(reading.low(j))
            day, after_day = (number, j + 1) if number and number <= 31 else (0, j)
        if day and reading.low(after_day) not in lexicon.percent_words:
            year, end = year_behind(reading, after_day)
            if year and reading.low(after_day) != "," and reading.at(after_day).kind != "n":
                year, end = "", after_day
            found = date(i, end, f"{year or 'XXXX'}-{month:02}-{day:02}")
            return days_behind_month(reading, found)
    year, end = year_behind(reading, j)
    if year and reading.low(j) == ",":
        is_list = reading.low(j + 1) == "" or not lexicon.month_first
        year, end = ("", j) if is_list else (year, end)
    if not year and (token.low in lexicon.short_months or not _is_month(reading, i)):
        return None
    return date(i, end if year else i + 1, f"{year or 'XXXX'}-{month:02}")


def _is_month(reading: Reading, i: int) -> bool:
    """A word that is a month's name and something else needs a word for a time before it."""
    lexicon = reading.lexicon
    if reading.low(i) not in lexicon.doubtful_months:
        return True
    before, after = reading.low(i - 1), reading.at(i + 1)
    if before in lexicon.month_lead or after.low in lexicon.month_tail:
        return True
    # "the May report", but "the March on Washington"
    return before in lexicon.month_articles and (
        after.kind == "w" and after.text.islower() and after.low not in lexicon.stop_words
    )


def _decade_words(reading: Reading, i: int) -> Found | None:
    """ "the sixties", "in den sechziger Jahren", "Mitte der Neunziger", "Zwanzigerjahre"."""
    lexicon = reading.lexicon
    token = reading.at(i)
    decade = lexicon.decade_words[token.low]
    when = f"{'20' if decade == 1 else '19'}{decade}X"
    if lexicon.is_noun_capitalised:
        if reading.low(i + 1) in lexicon.decades:
            return date(i, i + 2, when)
        is_alone = reading.low(i - 1) in lexicon.determiners and token.text[0].isupper()
        is_whole = token.low.endswith(tuple(lexicon.decades))
        after = reading.at(i + 1)
        if is_whole or (is_alone and not (after.kind == "w" and after.text[0].isupper())):
            return date(i, i + 1, when)
        return None
    before = reading.low(i - 1)
    if before not in lexicon.determiners or before in lexicon.possessives:
        return None
    return date(i, i + 1, when)


def date_from_code(reading: Reading, i: int) -> Found | None:
    """Letters and digits in one: "Q3 2024", "FY2025", "mid-1990s", "1T24"."""
    low, lexicon = reading.low(i), reading.lexicon
    match = _QUARTER.fullmatch(low)
    if match and match[1] in lexicon.quarter_codes:
        year, end = year_behind(reading, i + 1)
        if not year and reading.low(i + 1) in {"/", "-"} and reading.touches(i + 1):
            year, end = year_behind(reading, i + 2)
        part = lexicon.quarter_codes[match[1]]
        is_sure = year or match[1] == "q"
        if is_sure and int(match[2]) <= (2 if part == "H" else 4):
            return date(i, end if year else i + 1, f"{year or 'XXXX'}-{part}{match[2]}")
        return None
    match = _FISCAL.fullmatch(low)
    if match:
        return date(i, i + 1, full_year(match[1]))
    match = _MID.fullmatch(low)
    if not match or match[1] not in lexicon.year_prefixes:
        return None
    if match[3] and match[2][-1] != "0":
        return None
    when = match[2][:3] + "X" if match[3] else match[2]
    return date(i, i + 1, when) if 1100 <= int(match[2]) < 2150 else None


_QUARTER = re.compile(r"([a-z])([1-4])")
_FISCAL = re.compile(r"fy(\d{4}|\d\d)")
_MID = re.compile(r"([^\W\d_]+)[-‑](\d{4})(s?)")
