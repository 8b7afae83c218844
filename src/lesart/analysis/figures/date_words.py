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
from lesart.analysis.figures.token_stream import Found, TokenStream


def date_from_word(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    low = stream.low(i)
    if weekday_of(stream, i):
        return _weekday(stream, i)
    if month_of(stream, i):
        return _month(stream, i)
    if low in lexicon.decade_words and not lexicon.decade_lead:
        return _decade_words(stream, i)
    number = lexicon.ordinals.get(low)
    if number:
        found = _ordinal_date(stream, i, number)
        if found:
            return found
    if low in lexicon.roman_lead:
        return _roman_century(stream, i, i + 1, i + 2)
    if stream.low(i + 1) in lexicon.centuries and stream.at(i).text[0] in "XVI":
        return _roman_century(stream, i, i, i + 2)
    if low in lexicon.decade_lead and stream.low(i + 1) in lexicon.decade_words:
        return date(i, i + 2, f"19{lexicon.decade_words[stream.low(i + 1)]}X")
    return None


def _ordinal_date(stream: TokenStream, i: int, number: int) -> Found | None:
    """ "third quarter", "siebzehntes Jahrhundert", "erster Mai"."""
    lexicon = stream.lexicon
    found = part_behind(stream, i, i + 1, number)
    if found:
        return found
    if stream.low(i + 1) in lexicon.centuries:
        return date(i, i + 2, f"{number - 1:02}XX")
    month = lexicon.months.get(stream.low(i + 1))
    if month and number <= 31 and stream.low(i + 1) not in lexicon.short_months:
        if lexicon.is_time_capitalised and not stream.at(i + 1).text[0].isupper():
            return None
        year, j = year_behind(stream, i + 2)
        return date(i, j, f"{year or 'XXXX'}-{month:02}-{number:02}")
    return None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman_century(stream: TokenStream, i: int, at: int, j: int) -> Found | None:
    """ "siglo XX", "XIXe siècle"."""
    roman = stream.low(at).removesuffix("ème").removesuffix("e")
    if not 1 <= len(roman) <= 6 or any(letter not in _ROMAN for letter in roman):
        return None
    values = [_ROMAN[letter] for letter in roman]
    number = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return date(i, j, f"{number - 1:02}XX") if 1 <= number <= 21 else None


def _weekday(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    token = stream.at(i)
    is_small = not token.text[0].isupper()
    if lexicon.is_time_capitalised and is_small and not token.low.endswith("s"):
        return None
    if token.text.isupper() and len(token.text) < 4:
        return None
    number = weekday_of(stream, i)
    if owner(stream, i):
        return cut_owner(date(i, i + 1, f"XXXX-WXX-{number}"))
    at = i + 1
    if stream.low(at) == "." and stream.touches(at):
        at += 1
    if stream.low(at) == ",":
        at += 1
    while stream.low(at) in lexicon.day_articles:
        at += 1
    full = None
    if stream.at(at).kind == "n":
        full = day_month(stream, at) or dotted(stream, at) or slashed(stream, at)
    elif stream.low(at) in lexicon.months and lexicon.month_first:
        full = _month(stream, at)
        full = full if full and len(full.when) == 10 else None
    if full and len(full.when) == 10:
        return date(i, full.j, full.when)
    return date(i, i + 1, f"XXXX-WXX-{number}")


def _month(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    token = stream.at(i)
    is_capital = token.text[0].isupper()
    if lexicon.is_time_capitalised and not is_capital:
        return None
    month = month_of(stream, i)
    if owner(stream, i):
        return cut_owner(date(i, i + 1, f"XXXX-{month:02}"))
    j = behind_short(stream, i + 1)
    if lexicon.month_first:
        day, after_day = day_at(stream, j)
        if not day:
            number = lexicon.ordinals.get(stream.low(j))
            day, after_day = (number, j + 1) if number and number <= 31 else (0, j)
        if day and stream.low(after_day) not in lexicon.percent_words:
            year, end = year_behind(stream, after_day)
            if year and stream.low(after_day) != "," and stream.at(after_day).kind != "n":
                year, end = "", after_day
            found = date(i, end, f"{year or 'XXXX'}-{month:02}-{day:02}")
            return days_behind_month(stream, found)
    year, end = year_behind(stream, j)
    if year and stream.low(j) == ",":
        is_list = stream.low(j + 1) == "" or not lexicon.month_first
        year, end = ("", j) if is_list else (year, end)
    if not year and (token.low in lexicon.short_months or not _is_month(stream, i)):
        return None
    return date(i, end if year else i + 1, f"{year or 'XXXX'}-{month:02}")


def _is_month(stream: TokenStream, i: int) -> bool:
    """A word that is a month's name and something else needs a word for a time before it."""
    lexicon = stream.lexicon
    if stream.low(i) not in lexicon.doubtful_months:
        return True
    before, after = stream.low(i - 1), stream.at(i + 1)
    if before in lexicon.month_lead or after.low in lexicon.month_tail:
        return True
    # "the May report", but "the March on Washington"
    return before in lexicon.month_articles and (
        after.kind == "w" and after.text.islower() and after.low not in lexicon.stop_words
    )


def _decade_words(stream: TokenStream, i: int) -> Found | None:
    """ "the sixties", "in den sechziger Jahren", "Mitte der Neunziger", "Zwanzigerjahre"."""
    lexicon = stream.lexicon
    token = stream.at(i)
    decade = lexicon.decade_words[token.low]
    when = f"{'20' if decade == 1 else '19'}{decade}X"
    if lexicon.is_noun_capitalised:
        if stream.low(i + 1) in lexicon.decades:
            return date(i, i + 2, when)
        is_alone = stream.low(i - 1) in lexicon.determiners and token.text[0].isupper()
        is_whole = token.low.endswith(tuple(lexicon.decades))
        after = stream.at(i + 1)
        if is_whole or (is_alone and not (after.kind == "w" and after.text[0].isupper())):
            return date(i, i + 1, when)
        return None
    before = stream.low(i - 1)
    if before not in lexicon.determiners or before in lexicon.possessives:
        return None
    return date(i, i + 1, when)


def date_from_code(stream: TokenStream, i: int) -> Found | None:
    """Letters and digits in one: "Q3 2024", "FY2025", "mid-1990s", "1T24"."""
    low, lexicon = stream.low(i), stream.lexicon
    match = _QUARTER.fullmatch(low)
    if match and match[1] in lexicon.quarter_codes:
        year, end = year_behind(stream, i + 1)
        if not year and stream.low(i + 1) in {"/", "-"} and stream.touches(i + 1):
            year, end = year_behind(stream, i + 2)
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
