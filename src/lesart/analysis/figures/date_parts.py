"""Read the parts a date is made of: the day, the month, the year behind them."""

from __future__ import annotations

import re

from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import SPACES


def date(i: int, j: int, when: str) -> Found:
    return Found(i, j, "date", when=when, has_noun=False)


def is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return ("19" if int(year) > 50 else "20") + year


def owner(stream: TokenStream, i: int) -> bool:
    """A time that owns what follows: "Thursday's storms"."""
    return stream.lexicon.has_owner and stream.low(i).endswith("'s")


def cut_owner(found: Found) -> Found:
    """The figure without the "'s" that is glued to its last word."""
    found.cut = (0, 2)
    return found


def month_of(stream: TokenStream, i: int) -> int:
    """The month that token i names, with or without "'s"; 0 for none."""
    low = stream.low(i)
    return stream.lexicon.months.get(low.removesuffix("'s") if owner(stream, i) else low, 0)


def weekday_of(stream: TokenStream, i: int) -> int:
    """The weekday that token i names, with or without "'s"; 0 for none."""
    low = stream.low(i)
    return stream.lexicon.weekdays.get(low.removesuffix("'s") if owner(stream, i) else low, 0)


def day_at(stream: TokenStream, i: int) -> tuple[int, int]:
    """The day number at token i and the token behind it; (0, i) for none."""
    token = stream.at(i)
    if token.kind != "n" or not token.text.isdecimal() or len(token.text) > 2:
        return 0, i
    day, j = int(token.text), i + 1
    if not 1 <= day <= 31:
        return 0, i
    if stream.lexicon.dot_is_ordinal:
        if stream.low(j) == "." and stream.touches(j):
            j += 1
    elif stream.low(j) in stream.lexicon.ordinal_signs and stream.touches(j):
        j += 1
    return day, j


def behind_short(stream: TokenStream, j: int) -> int:
    """Past the full stop of a month cut short."""
    if (
        stream.low(j) == "."
        and stream.touches(j)
        and stream.low(j - 1) in stream.lexicon.short_months
        and (stream.at(j + 1).kind == "n" or stream.at(j + 1).text[:1].islower())
    ):
        return j + 1
    return j


def year_behind(stream: TokenStream, j: int) -> tuple[str, int]:
    """The year that completes a date, and where the date ends then."""
    at = j
    if stream.low(at) == ",":
        at += 1
    elif stream.low(at) in stream.lexicon.date_of:
        at += 1
        if stream.low(at) in {"year", "año"}:
            at += 1
    token = stream.at(at)
    if token.kind == "n" and re.fullmatch(r"1[0-9]\d\d|20\d\d", token.text):
        return token.text, at + 1
    return "", j


def part_behind(stream: TokenStream, i: int, j: int, number: int) -> Found | None:
    lexicon = stream.lexicon
    if stream.low(j) in lexicon.quarters and 1 <= number <= 4:
        year, end = year_behind(stream, j + 1)
        return date(i, end, f"{year or 'XXXX'}-Q{number}")
    if stream.low(j) in lexicon.halves_of_year and 1 <= number <= 2:
        year, end = year_behind(stream, j + 1)
        if year or not lexicon.half_needs_year:
            return date(i, end, f"{year or 'XXXX'}-H{number}")
    return None


def day_month(stream: TokenStream, i: int) -> Found | None:
    day, j = day_at(stream, i)
    if not day:
        return None
    lexicon = stream.lexicon
    while stream.low(j) in lexicon.date_of and j - i < 4:
        j += 1
    month = month_of(stream, j)
    if not month or (
        lexicon.is_time_capitalised
        and not stream.at(j).text[0].isupper()
        and stream.low(j) in lexicon.doubtful_months
    ):
        return None
    if owner(stream, j):
        return cut_owner(date(i, j + 1, f"XXXX-{month:02}-{day:02}"))
    j = behind_short(stream, j + 1)
    year, j = year_behind(stream, j)
    return date(i, j, f"{year or 'XXXX'}-{month:02}-{day:02}")


def dotted(stream: TokenStream, i: int) -> Found | None:
    """12.05.2018, 12.05.18, 12.5."""
    parts = stream.at(i).text.split(".")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        day, month = int(parts[0]), int(parts[1])
        short = 2 if stream.lexicon.dot_is_ordinal else 4
        if is_day(month, day) and len(parts[0]) <= 2 and len(parts[2]) in (short, 4):
            return date(i, i + 1, f"{full_year(parts[2])}-{month:02}-{day:02}")
    if (
        len(parts) == 2
        and stream.lexicon.dot_is_ordinal
        and all(part.isdecimal() and len(part) <= 2 for part in parts)
        and stream.low(i + 1) == "."
        and stream.touches(i + 1)
        and is_day(int(parts[1]), int(parts[0]))
        and (stream.low(i - 1) in stream.lexicon.day_lead or _is_in_brackets(stream, i, i + 2))
    ):
        return date(i, i + 2, f"XXXX-{int(parts[1]):02}-{int(parts[0]):02}")
    return None


def _is_in_brackets(stream: TokenStream, i: int, j: int) -> bool:
    """ "am Samstag (22.11.)": nothing else stands between the brackets, or a comma follows."""
    return stream.low(i - 1) == "(" and stream.low(j) in {")", ",", "–", "-"}


def spaced(stream: TokenStream, i: int) -> Found | None:
    """ "1. 1. 2026", "18. 7.": numbers of day and month, each with its full stop."""
    if not stream.lexicon.dot_is_ordinal:
        return None
    day, at = day_at(stream, i)
    month, end = day_at(stream, at)
    if at != i + 2 or end != at + 2 or not is_day(month, day) or stream.gap(at) not in SPACES:
        return None
    year = stream.at(end)
    if year.kind == "n" and re.fullmatch(r"1\d{3}|20\d\d", year.text):
        return date(i, end + 1, f"{year.text}-{month:02}-{day:02}")
    is_led = stream.low(i - 1) in stream.lexicon.day_lead | {","}
    return date(i, end, f"XXXX-{month:02}-{day:02}") if is_led else None


def slashed(stream: TokenStream, i: int) -> Found | None:
    """12/05/2018, 5/12/18; the language tells which is the month, the numbers may overrule it."""
    texts = [stream.at(i + k).text for k in range(5)]
    if tuple(texts[:3]) == ("9", "/", "11") and texts[3] != "/":
        return date(i, i + 3, "XXXX-09-11")  # a name of the day in every language
    if texts[1] == "/" and texts[3] != "/" and re.fullmatch(r"(?:19|20)\d\d", texts[2]):
        is_month = re.fullmatch(r"0?[1-9]|1[0-2]", texts[0]) and stream.touches(i + 1)
        if is_month and stream.touches(i + 2) and not stream.touches(i):
            return date(i, i + 3, f"{texts[2]}-{int(texts[0]):02}")  # "12/2024"
    is_short = texts[1] == "/" and texts[3] != "/" and stream.touches(i + 1)
    if is_short and stream.low(i - 1) in stream.lexicon.day_lead:
        if all(re.fullmatch(r"\d\d", text) for text in (texts[0], texts[2])):
            if is_day(int(texts[2]), int(texts[0])):
                return date(i, i + 3, f"XXXX-{texts[2]}-{texts[0]}")
    if (
        texts[1] not in {"/", "-"}
        or texts[3] != texts[1]
        or not all(stream.touches(i + k) for k in range(1, 5))
    ):
        return None
    first, second, year = texts[0], texts[2], texts[4]
    if not all(part.isdecimal() for part in (first, second, year)) or len(year) not in (2, 4):
        return None
    if len(first) > 2 or len(second) > 2:
        return None
    day, month = int(first), int(second)
    if (stream.lexicon.month_first and day <= 12) or month > 12:
        day, month = month, day
    if not is_day(month, day):
        return None
    return date(i, i + 5, f"{full_year(year)}-{month:02}-{day:02}")
