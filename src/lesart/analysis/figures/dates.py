"""Find dates: days, months, years, weekdays, quarters, decades, centuries, with X for what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
            found = _from_word(reading, i)
        if found:
            reading.take(found.i, found.j)
            yield _with_part(reading, found)


def _date(i: int, j: int, when: str) -> Found:
    return Found(i, j, "date", when=when, has_noun=False)


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
    for form in (_iso, _dotted, _slashed, _day_month, _quarter, _century, _year):
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
    if reading.at(j - 1).end != match.end() or not _is_day(int(match[2]), int(match[3])):
        return None
    return _date(i, j, match.group())


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _dotted(reading: Reading, i: int) -> Found | None:
    """12.05.2018, 12.05.18, 12.5."""
    parts = reading.at(i).text.split(".")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        day, month = int(parts[0]), int(parts[1])
        short = 2 if reading.lexicon.dot_is_ordinal else 4
        if _is_day(month, day) and len(parts[0]) <= 2 and len(parts[2]) in (short, 4):
            return _date(i, i + 1, f"{_full_year(parts[2])}-{month:02}-{day:02}")
    if (
        len(parts) == 2
        and reading.lexicon.dot_is_ordinal
        and all(part.isdecimal() and len(part) <= 2 for part in parts)
        and reading.low(i + 1) == "."
        and reading.touches(i + 1)
        and _is_day(int(parts[1]), int(parts[0]))
        and (reading.low(i - 1) in {"am", "vom", "bis", "zum", "ab", "dem", "seit"})
    ):
        return _date(i, i + 2, f"XXXX-{int(parts[1]):02}-{int(parts[0]):02}")
    return None


def _full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return ("19" if int(year) > 50 else "20") + year


def _slashed(reading: Reading, i: int) -> Found | None:
    """12/05/2018, 5/12/18; the language tells which is the month, the numbers may overrule it."""
    texts = [reading.at(i + k).text for k in range(5)]
    if (
        texts[1] not in {"/", "-"}
        or texts[3] != texts[1]
        or not all(reading.touches(i + k) for k in range(1, 5))
    ):
        return None
    first, second, year = texts[0], texts[2], texts[4]
    if not all(part.isdecimal() for part in (first, second, year)) or len(year) not in (2, 4):
        return None
    if len(first) > 2 or len(second) > 2:
        return None
    day, month = int(first), int(second)
    if (reading.lexicon.month_first and day <= 12) or month > 12:
        day, month = month, day
    if not _is_day(month, day):
        return None
    return _date(i, i + 5, f"{_full_year(year)}-{month:02}-{day:02}")


def _day(reading: Reading, i: int) -> tuple[int, int]:
    """The day number at token i and the token behind it; (0, i) for none."""
    token = reading.at(i)
    if token.kind != "n" or not token.text.isdecimal() or len(token.text) > 2:
        return 0, i
    day, j = int(token.text), i + 1
    if not 1 <= day <= 31:
        return 0, i
    if reading.lexicon.dot_is_ordinal:
        if reading.low(j) == "." and reading.touches(j):
            j += 1
    elif reading.low(j) in reading.lexicon.ordinal_signs and reading.touches(j):
        j += 1
    return day, j


def _day_month(reading: Reading, i: int) -> Found | None:
    day, j = _day(reading, i)
    if not day:
        return None
    lexicon = reading.lexicon
    while reading.low(j) in lexicon.date_of and j - i < 4:
        j += 1
    month = lexicon.months.get(reading.low(j))
    if not month or (
        lexicon.code in ("de", "en")
        and not reading.at(j).text[0].isupper()
        and reading.low(j) in lexicon.doubtful_months
    ):
        return None
    j = _behind_short(reading, j + 1)
    year, j = _year_behind(reading, j)
    return _date(i, j, f"{year or 'XXXX'}-{month:02}-{day:02}")


def _behind_short(reading: Reading, j: int) -> int:
    """Past the full stop of a month cut short."""
    if (
        reading.low(j) == "."
        and reading.touches(j)
        and reading.low(j - 1) in reading.lexicon.short_months
        and (reading.at(j + 1).kind == "n" or reading.at(j + 1).text[:1].islower())
    ):
        return j + 1
    return j


def _year_behind(reading: Reading, j: int) -> tuple[str, int]:
    """The year that completes a date, and where the date ends then."""
    at = j
    if reading.low(at) == ",":
        at += 1
    elif reading.low(at) in reading.lexicon.date_of:
        at += 1
        if reading.low(at) in {"year", "año"}:
            at += 1
    token = reading.at(at)
    if token.kind == "n" and re.fullmatch(r"1[0-9]\d\d|20\d\d", token.text):
        return token.text, at + 1
    return "", j


def _quarter(reading: Reading, i: int) -> Found | None:
    """ "3. Quartal 2019", "2nd quarter"."""
    day, j = _day(reading, i)
    if not day or j == i + 1:
        return None
    return _part_behind(reading, i, j, day)


def _part_behind(reading: Reading, i: int, j: int, number: int) -> Found | None:
    lexicon = reading.lexicon
    if reading.low(j) in lexicon.quarters and 1 <= number <= 4:
        year, end = _year_behind(reading, j + 1)
        return _date(i, end, f"{year or 'XXXX'}-Q{number}")
    if reading.low(j) in lexicon.halves_of_year and 1 <= number <= 2:
        year, end = _year_behind(reading, j + 1)
        if year or lexicon.code != "en":
            return _date(i, end, f"{year or 'XXXX'}-H{number}")
    return None


def _century(reading: Reading, i: int) -> Found | None:
    day, j = _day(reading, i)
    if day and j > i + 1 and reading.low(j) in reading.lexicon.centuries:
        return _date(i, j + 1, f"{day - 1:02}XX")
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
        return _date(i, j, token.text[:3] + "X")
    if token.text[3] == "0" and reading.low(i - 1) in lexicon.decade_lead:
        return _date(i - 1, i + 1, token.text[:3] + "X")
    if reading.touches(i + 1) and behind in {"/", "-", "–"} and reading.touches(i + 2):
        season = reading.at(i + 2).text
        if behind == "/" and len(season) == 2 and season.isdecimal() and not reading.touches(i + 3):
            return _date(i, i + 3, f"{token.text}/{token.text[:2]}{season}")
    return _date(i, i + 1, token.text) if _is_year(reading, i) else None


def _short_decade(reading: Reading, i: int) -> Found | None:
    """ "the '90s", "90er Jahre"."""
    text = reading.at(i).text
    behind = reading.low(i + 1)
    if len(text) != 2 or text[1] != "0" or not text.isdecimal():
        return None
    if reading.low(i - 1) in reading.lexicon.decade_lead:
        return _date(i - 1, i + 1, f"19{text[0]}X" if text[0] not in "12" else f"20{text[0]}X")
    if not reading.touches(i + 1):
        return None
    if behind in {"er", "er-jahre", "er-jahren"} and reading.lexicon.code == "de":
        j = i + 2 + (reading.low(i + 2) in {"jahre", "jahren", "jahres"})
        return _date(i, j, f"19{text[0]}X" if text[0] not in "12" else f"20{text[0]}X")
    if behind in {"s"} and reading.lexicon.code == "en" and int(text) >= 20:
        return _date(i, i + 2, f"19{text[0]}X")
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


# ------------------------------------------------------------------ beginning with a word


def _from_word(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    low = reading.low(i)
    if low in lexicon.weekdays:
        return _weekday(reading, i)
    if low in lexicon.months:
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
        return _date(i, i + 2, f"19{lexicon.decade_words[reading.low(i + 1)]}X")
    return None


def _ordinal_date(reading: Reading, i: int, number: int) -> Found | None:
    """ "third quarter", "siebzehntes Jahrhundert", "erster Mai"."""
    lexicon = reading.lexicon
    found = _part_behind(reading, i, i + 1, number)
    if found:
        return found
    if reading.low(i + 1) in lexicon.centuries:
        return _date(i, i + 2, f"{number - 1:02}XX")
    month = lexicon.months.get(reading.low(i + 1))
    if month and number <= 31 and reading.low(i + 1) not in lexicon.short_months:
        if lexicon.code in ("en", "de") and not reading.at(i + 1).text[0].isupper():
            return None
        year, j = _year_behind(reading, i + 2)
        return _date(i, j, f"{year or 'XXXX'}-{month:02}-{number:02}")
    return None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman_century(reading: Reading, i: int, at: int, j: int) -> Found | None:
    """ "siglo XX", "XIXe siècle"."""
    roman = reading.low(at).removesuffix("ème").removesuffix("e")
    if not 1 <= len(roman) <= 6 or any(letter not in _ROMAN for letter in roman):
        return None
    values = [_ROMAN[letter] for letter in roman]
    number = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return _date(i, j, f"{number - 1:02}XX") if 1 <= number <= 21 else None


def _weekday(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    token = reading.at(i)
    if lexicon.code in ("de", "en") and not token.text[0].isupper() and not token.low.endswith("s"):
        return None
    if token.text.isupper() and len(token.text) < 4:
        return None
    number = lexicon.weekdays[token.low]
    at = i + 1
    if reading.low(at) == "." and reading.touches(at):
        at += 1
    if reading.low(at) == ",":
        at += 1
    while reading.low(at) in {"den", "dem", "the", "le", "el"}:
        at += 1
    full = None
    if reading.at(at).kind == "n":
        full = _day_month(reading, at) or _dotted(reading, at) or _slashed(reading, at)
    elif reading.low(at) in lexicon.months and lexicon.month_first:
        full = _month(reading, at)
        full = full if full and len(full.when) == 10 else None
    if full and len(full.when) == 10:
        return _date(i, full.j, full.when)
    return _date(i, i + 1, f"XXXX-WXX-{number}")


def _month(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    token = reading.at(i)
    is_capital = token.text[0].isupper()
    if lexicon.code in ("de", "en") and not is_capital:
        return None
    month = lexicon.months[token.low]
    j = _behind_short(reading, i + 1)
    if lexicon.month_first:
        day, after_day = _day(reading, j)
        if not day:
            number = lexicon.ordinals.get(reading.low(j))
            day, after_day = (number, j + 1) if number and number <= 31 else (0, j)
        if day and reading.low(after_day) not in lexicon.percent_words:
            year, end = _year_behind(reading, after_day)
            if year and reading.low(after_day) != "," and reading.at(after_day).kind != "n":
                year, end = "", after_day
            return _date(i, end, f"{year or 'XXXX'}-{month:02}-{day:02}")
    year, end = _year_behind(reading, j)
    if year and reading.low(j) == ",":
        is_list = reading.low(j + 1) == "" or not lexicon.month_first
        year, end = ("", j) if is_list else (year, end)
    if not year and (token.low in lexicon.short_months or not _is_month(reading, i)):
        return None
    return _date(i, end if year else i + 1, f"{year or 'XXXX'}-{month:02}")


def _is_month(reading: Reading, i: int) -> bool:
    """A word that is a month's name and something else needs a word for a time before it."""
    lexicon = reading.lexicon
    if reading.low(i) not in lexicon.doubtful_months:
        return True
    return reading.low(i - 1) in lexicon.month_lead


def _decade_words(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    decade = lexicon.decade_words[reading.low(i)]
    century = "20" if decade == 1 else "19"
    j = i + 1
    if lexicon.code == "de":
        if reading.low(j) not in lexicon.decades:
            return None
        return _date(i, j + 1, f"{century}{decade}X")
    if reading.low(i - 1) not in lexicon.determiners:
        return None
    if reading.low(i - 1) in {"his", "her", "their", "my", "your", "our"}:
        return None
    return _date(i, j, f"{century}{decade}X")
