"""Read days and years that stand together: "3. bis 5. Mai", "7-9 June", "2024-26", "2023/24"."""

from __future__ import annotations

import re

from lesart.analysis.figures.date_parts import date, day_at, day_month, dotted, is_day
from lesart.analysis.figures.reading import Found, Reading

DASHES = {"-", "–", "—", "‑", "−"}
_MOST_DAYS = 6


def days_together(reading: Reading, i: int) -> list[Found]:
    """Days that share the month behind the last: each of a list, both ends of a range."""
    lexicon = reading.lexicon
    days: list[tuple[int, int, int]] = []
    at, is_range = i, False
    while len(days) < _MOST_DAYS:
        last = day_month(reading, at) or (dotted(reading, at) if days else None)
        if last and len(last.when) == 10:
            return _shared(reading, days, last, is_range=is_range) if days else []
        day, j = day_at(reading, at)
        if not day:
            return []
        days.append((at, j, day))
        joint = reading.at(j)
        is_range = (
            joint.low in lexicon.to or joint.text in DASHES or joint.low in lexicon.to_article
        )
        if not is_range and joint.low not in lexicon.either and joint.text not in {",", "/"}:
            return []
        at = j + 1
        while reading.low(at) in lexicon.day_articles:
            at += 1
    return []


def _shared(
    reading: Reading, days: list[tuple[int, int, int]], last: Found, *, is_range: bool
) -> list[Found]:
    month = last.when[:8]
    if any(day >= int(last.when[8:]) for _, _, day in days[-1:]):
        return []  # "30. und 1. Mai" are of two months
    if is_range and len(days) == 1 and not reading.lexicon.dot_is_ordinal:
        i, _, day = days[0]
        found = date(i, last.j, f"{month}{day:02}")
        found.until = last.when
        return [found]
    return [*(date(i, j, f"{month}{day:02}") for i, j, day in days), last]


def days_behind_month(reading: Reading, found: Found) -> Found:
    """ "May 3-5, 2024": a second day behind a month that comes first."""
    if not re.fullmatch(r"XXXX-\d\d-\d\d", found.when):
        return found
    joint = reading.at(found.j)
    is_dash = joint.text in DASHES and reading.touches(found.j)
    if not is_dash and joint.low not in reading.lexicon.to:
        return found
    day, j = day_at(reading, found.j + 1)
    if not is_day(1, day) or day <= int(found.when[8:]):
        return found
    after = reading.at(j)
    if not is_dash and after.kind == "w" and after.low not in reading.lexicon.stop_words:
        return found
    year, end = "XXXX", j
    if after.low == "," and re.fullmatch(r"[12]\d{3}", reading.at(j + 1).text):
        year, end = reading.at(j + 1).text, j + 2
    both = date(found.i, end, year + found.when[4:])
    both.until = f"{year}-{found.when[5:7]}-{day:02}"
    return both


def year_pair(reading: Reading, i: int) -> Found | None:
    """ "2023/24", "2024-26", "1999/2000": a season or a span of years; its first year and its last."""
    first, sign, second = (reading.at(i + k) for k in range(3))
    if sign.text not in DASHES | {"/"} or not (reading.touches(i + 1) and reading.touches(i + 2)):
        return None
    if not second.text.isdecimal() or (
        reading.touches(i + 3) and reading.at(i + 3).text in DASHES | {"/", ":"}
    ):
        return None
    year = int(first.text)
    if len(second.text) == 4 and sign.text == "/" and int(second.text) == year + 1:
        last = year + 1
    elif len(second.text) == 2:
        last = year - year % 100 + int(second.text)
        if year % 100 == 99 and last % 100 == 0:
            last += 100
    else:
        return None
    if last <= year:
        # "2024-05" is a month
        is_month = sign.text != "/" and is_day(int(second.text), 1)
        return date(i, i + 3, f"{first.text}-{second.text}") if is_month else None
    found = date(i, i + 3, first.text)
    found.until = str(last)
    return found
