"""Find dates: days, months, years, weekdays, quarters, decades, centuries, with X for what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.analysis.figures.date_parts import (
    date,
    day_at,
    day_month,
    dotted,
    full_year,
    is_day,
    part_behind,
    slashed,
    spaced,
    year_behind,
)
from lesart.analysis.figures.date_ranges import DASHES, days_together, year_pair
from lesart.analysis.figures.date_words import date_from_code, date_from_word
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import SPACES

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def find_dates(stream: TokenStream) -> Iterator[Found]:
    """Every date, in order; its tokens are taken."""
    for i, token in enumerate(stream.tokens):
        if stream.taken[i]:
            continue
        found: Found | None = None
        if token.kind == "n":
            days = days_together(stream, i)
            for day in days[:-1]:
                stream.take(day.i, day.j)
                yield day
            found = days[-1] if days else _from_number(stream, i)
        elif token.kind == "w":
            found = date_from_word(stream, i)
        elif token.kind == "x":
            found = date_from_code(stream, i)
        if found:
            stream.take(found.i, found.j)
            yield _with_part(stream, found)


def _with_part(stream: TokenStream, found: Found) -> Found:
    """ "Ende 2011", "early May": the word before belongs to the date."""
    lexicon = stream.lexicon
    if re.fullmatch(r"[\dX]{4}(-\d\d)?", found.when) and not found.until:
        for size in (3, 2, 1):
            start = found.i - size
            if start < 0 or not stream.is_free(start, found.i):
                continue
            if tuple(stream.low(k) for k in range(start, found.i)) in lexicon.part_of_year:
                stream.take(start, found.i)
                found.i = found.lead = start
                break
    return found


# ------------------------------------------------------------------ beginning with a number


def _from_number(stream: TokenStream, i: int) -> Found | None:
    for form in (
        _iso,
        dotted,
        spaced,
        slashed,
        day_month,
        _quarter,
        _quarter_glued,
        _century,
        _with_era,
        _year,
    ):
        found = form(stream, i)
        if found:
            return found
    return None


def _is_word_before(stream: TokenStream, i: int) -> bool:
    return stream.touches(i) and stream.at(i - 1).kind in "wx"


def _iso(stream: TokenStream, i: int) -> Found | None:
    token = stream.at(i)
    match = _ISO.match(stream.text, token.start)
    if not match or stream.touches(i):
        return None
    j = i
    while j < len(stream.tokens) and stream.tokens[j].start < match.end():
        j += 1
    if stream.at(j - 1).end != match.end() or not is_day(int(match[2]), int(match[3])):
        return None
    return date(i, j, match.group())


def _quarter(stream: TokenStream, i: int) -> Found | None:
    """ "3. Quartal 2019", "2nd quarter"."""
    day, j = day_at(stream, i)
    if not day or j == i + 1:
        return None
    return part_behind(stream, i, j, day)


def _century(stream: TokenStream, i: int) -> Found | None:
    day, j = day_at(stream, i)
    if day and j > i + 1 and stream.low(j) in stream.lexicon.centuries:
        return date(i, j + 1, f"{day - 1:02}XX")
    return None


def _year(stream: TokenStream, i: int) -> Found | None:
    token = stream.at(i)
    lexicon = stream.lexicon
    if not re.fullmatch(r"1[1-9]\d\d|20\d\d|21[0-4]\d", token.text) or _is_word_before(stream, i):
        return _short_decade(stream, i)
    if stream.touches(i) and stream.low(i - 1) in {"$", "€", "£", ".", ",", "#", "/", "'"}:
        return None
    behind = stream.low(i + 1)
    if stream.touches(i + 1) and behind in lexicon.decades and token.text[3] == "0":
        j = i + 2 + (behind == "er" and stream.low(i + 2) in lexicon.decades)
        return date(i, j, token.text[:3] + "X")
    if token.text[3] == "0" and stream.low(i - 1) in lexicon.decade_lead:
        return date(i - 1, i + 1, token.text[:3] + "X")
    pair = year_pair(stream, i)
    if pair and (pair.until or _is_year_led(stream, i)):
        return pair
    return date(i, i + 1, token.text) if _is_year(stream, i) else None


def _short_decade(stream: TokenStream, i: int) -> Found | None:
    """ "the '90s", "90er Jahre"."""
    text, lexicon = stream.at(i).text, stream.lexicon
    if len(text) != 2 or text[1] != "0" or not text.isdecimal():
        return None
    when = f"{'20' if text[0] in '12' else '19'}{text[0]}X"
    before = stream.low(i - 1)
    if before in lexicon.decade_lead:
        return date(i - 1, i + 1, when)
    if not stream.touches(i + 1) or stream.low(i + 1) not in lexicon.decade_endings:
        return None
    if not lexicon.decades_from_ten and int(text) < 20:
        return None
    if _is_age(stream, i):
        stream.take(i, i + 2)
        return None
    j = i + 2 + (stream.low(i + 2) in lexicon.decades)
    return date(i, j, when)


def _is_age(stream: TokenStream, i: int) -> bool:
    """ "a woman in her 30s", "his late 40s or 50s"; "highs in the mid-90s" are no decade either."""
    if stream.low(i - 1) == "-":
        return True
    lexicon = stream.lexicon
    for at in range(i - 1, max(-1, i - 6), -1):
        low = stream.low(at)
        if low in lexicon.possessives:
            return True
        if not (
            low in lexicon.either | lexicon.to | lexicon.decade_endings
            or (low,) in lexicon.part_of_year
        ):
            if stream.at(at).kind != "n":
                return False
    return False


def _quarter_glued(stream: TokenStream, i: int) -> Found | None:
    """ "1T24", "3Q 2024", "1H25": the quarter before its letter."""
    lexicon = stream.lexicon
    match = _GLUED_QUARTER.fullmatch(stream.low(i + 1))
    if not match or not stream.touches(i + 1) or match[1] not in lexicon.quarter_codes:
        return None
    part, number = lexicon.quarter_codes[match[1]], stream.at(i).text
    if number not in ("12" if part == "H" else "1234"):
        return None
    if match[2]:
        return date(i, i + 2, f"{full_year(match[2])}-{part}{number}")
    year, end = year_behind(stream, i + 2)
    return date(i, end, f"{year}-{part}{number}") if year else None


_GLUED_QUARTER = re.compile(r"([a-z])(\d{4}|\d\d)?")


def _with_era(stream: TokenStream, i: int) -> Found | None:
    """ "44 v. Chr.", "79 AD", "AD 79": the first year before our era is 0, as in ISO 8601."""
    text, lexicon = stream.at(i).text, stream.lexicon
    if not text.isdecimal() or not 0 < len(text) < 5 or int(text) == 0:
        return None
    behind = stream.phrase_at(i + 1, lexicon.eras_by_first)
    if behind and (len(behind) > 1 or stream.at(i + 1).text.isupper()):
        when = _of_era(int(text), lexicon.eras[behind])
        j = i + 1 + len(behind)
        if stream.low(j) == "." and stream.touches(j) and behind[-1] in {"chr", "c"}:
            j += 1
        return date(i, j, when)
    before = stream.at(i - 1)
    if before.text in lexicon.era_before and stream.is_free(i - 1, i):
        return date(i - 1, i + 1, f"{int(text):04}")
    return None


def _of_era(year: int, sign: int) -> str:
    if sign > 0:
        return f"{year:04}"
    return f"-{year - 1:04}" if year > 1 else "0000"


def _is_year(stream: TokenStream, i: int) -> bool:
    """Four digits are a year unless something countable follows and no word for a year leads."""
    lexicon = stream.lexicon
    before, after = stream.at(i - 1), stream.at(i + 1)
    if before.text in {"$", "€", "£"} or after.low in {"%", "€", "$", "°", "m", "km", "kg"}:
        return False
    if after.low in lexicon.units or after.low in lexicon.currencies or after.low in lexicon.scales:
        return False
    if (after.low,) in lexicon.percent or after.low in lexicon.short_scales:
        return False
    if after.low in lexicon.nouns_of_year and 1950 <= int(stream.at(i).text) < 2050:
        return True
    if any((before.low,) == lead for lead in lexicon.year_lead) or stream.phrase_before(
        i, lexicon.before_by_last
    ) == ("©",):
        if before.low in lexicon.sure_year_lead:
            return True
        return not _counts_something(stream, i)
    if before.low in lexicon.year_determiners and 1950 <= int(stream.at(i).text) < 2050:
        return True
    if _is_compared(stream, i):
        return True
    if before.low in lexicon.year_not_after or (
        before.text == ":" and stream.low(i - 2) in lexicon.year_not_after
    ):
        return False
    if before.low in lexicon.months or before.text == "(" or after.text == ")":
        return True
    if before.text in DASHES or after.text in DASHES or before.text == "/":
        other = stream.at(i - 2) if before.text in DASHES else stream.at(i + 2)
        return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d|\d\d", other.text))
    if before.low in lexicon.before_words:
        return False
    return not _counts_something(stream, i)


def _is_compared(stream: TokenStream, i: int) -> bool:
    """ "weniger als 2018.", "more than in 2019": a year that nothing is counted by."""
    year, before = int(stream.at(i).text), stream.low(i - 1)
    if before not in stream.lexicon.than or not 1950 <= year < 2050 or year % 100 == 0:
        return False
    after = stream.at(i + 1)
    return after.kind == "" or after.text in {",", ".", ";", ")", ":", "\n"} or (
        after.low in stream.lexicon.either
    )  # fmt: skip


def _is_year_led(stream: TokenStream, i: int) -> bool:
    before = stream.low(i - 1)
    return (before,) in stream.lexicon.year_lead or before in {"(", ""}


def _counts_something(stream: TokenStream, i: int) -> bool:
    """A plural noun right behind four digits is what they count."""
    lexicon = stream.lexicon
    at = i + 1
    if stream.at(at).text == "(":  # "1500 (Vorjahr: 1420) Filialen"
        close = next((k for k in range(at + 1, at + 7) if stream.at(k).text == ")"), 0)
        if close and any(stream.low(k) in lexicon.year_not_after for k in range(at, close)):
            at = close + 1
    after = stream.at(at)
    if after.kind != "w" or stream.gap(at) not in SPACES:
        return False
    if after.low in lexicon.stop_words or after.low in lexicon.determiners:
        return False
    if lexicon.is_noun_capitalised:
        return (
            after.text[0].isupper()
            or after.low in lexicon.skip
            or (after.low.endswith(("e", "en")) and stream.at(at + 1).text[:1].isupper())
        )
    if after.low in lexicon.plurals or after.low in lexicon.skip:
        return True
    if after.text[0].isupper():
        return False
    word = after.low
    return (
        word.endswith(lexicon.plural_endings)
        and word not in lexicon.never_noun
        and len(word) > 3
        and word not in lexicon.stop_words
    )
