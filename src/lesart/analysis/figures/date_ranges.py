"""Read days and years that stand together: "3. bis 5. Mai", "7-9 June", "2024-26", "2023/24"."""

from __future__ import annotations

import re

from lesart.analysis.figures.date_parts import date, day_at, day_month, dotted, is_day
from lesart.analysis.figures.token_stream import Found, TokenStream

DASHES = {"-", "–", "—", "‑", "−"}
_MOST_DAYS = 6


def days_together(stream: TokenStream, i: int) -> list[Found]:
    """Days that share the month behind the last: each of a list, both ends of a range."""
    lexicon = stream.lexicon
    days: list[tuple[int, int, int]] = []
    at, is_range = i, False
    while len(days) < _MOST_DAYS:
        last = day_month(stream, at) or (dotted(stream, at) if days else None)
        if last and len(last.when) == 10:
            return _shared(stream, days, last, is_range=is_range) if days else []
        day, j = day_at(stream, at)
        if not day:
            return []
        days.append((at, j, day))
        joint = stream.at(j)
        is_range = (
            joint.low in lexicon.to or joint.text in DASHES or joint.low in lexicon.to_article
        )
        if not is_range and joint.low not in lexicon.either and joint.text not in {",", "/"}:
            return []
        at = j + 1
        while stream.low(at) in lexicon.day_articles:
            at += 1
    return []


def _shared(
    stream: TokenStream, days: list[tuple[int, int, int]], last: Found, *, is_range: bool
) -> list[Found]:
    month = last.when[:8]
    if any(day >= int(last.when[8:]) for _, _, day in days[-1:]):
        return []  # "30. und 1. Mai" are of two months
    if is_range and len(days) == 1 and not stream.lexicon.dot_is_ordinal:
        i, _, day = days[0]
        found = date(i, last.j, f"{month}{day:02}")
        found.until = last.when
        return [found]
    return [*(date(i, j, f"{month}{day:02}") for i, j, day in days), last]


def days_behind_month(stream: TokenStream, found: Found) -> Found:
    """ "May 3-5, 2024": a second day behind a month that comes first."""
    if not re.fullmatch(r"XXXX-\d\d-\d\d", found.when):
        return found
    joint = stream.at(found.j)
    is_dash = joint.text in DASHES and stream.touches(found.j)
    if not is_dash and joint.low not in stream.lexicon.to:
        return found
    day, j = day_at(stream, found.j + 1)
    if not is_day(1, day) or day <= int(found.when[8:]):
        return found
    after = stream.at(j)
    if not is_dash and after.kind == "w" and after.low not in stream.lexicon.stop_words:
        return found
    year, end = "XXXX", j
    if after.low == "," and re.fullmatch(r"[12]\d{3}", stream.at(j + 1).text):
        year, end = stream.at(j + 1).text, j + 2
    both = date(found.i, end, year + found.when[4:])
    both.until = f"{year}-{found.when[5:7]}-{day:02}"
    return both


def year_pair(stream: TokenStream, i: int) -> Found | None:
    """ "2023/24", "2024-26", "1999/2000": a season or a span of years; its first year and its last."""
    first, sign, second = (stream.at(i + k) for k in range(3))
    if sign.text not in DASHES | {"/"} or not (stream.touches(i + 1) and stream.touches(i + 2)):
        return None
    if not second.text.isdecimal() or (
        stream.touches(i + 3) and stream.at(i + 3).text in DASHES | {"/", ":"}
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
