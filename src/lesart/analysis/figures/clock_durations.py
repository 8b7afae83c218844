"""Find lengths of time: written like a clock ("2:16:42 Stunden"), or in parts ("2 Std. 16 Min.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.measures import NO_UNIT, Company, unit_behind
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.reading import Found, Reading
from lesart.analysis.figures.units import SIGNS

_SECONDS = {"day": 86400, "hour": 3600, "minute": 60, "second": 1}
_NEXT = {"day": "hour", "hour": "minute", "minute": "second"}
_DIGITS = 6


def find_clock_durations(reading: Reading) -> Iterator[Found]:
    """Before dates, times and scores, which are written alike."""
    for i, token in enumerate(reading.tokens):
        if reading.taken[i] or token.kind != "n":
            continue
        found = _clock(reading, i) or _parts(reading, i)
        if found and reading.is_free(found.i, found.j):
            reading.take(found.i, found.j)
            yield found


def _clock(reading: Reading, i: int) -> Found | None:
    """ "2:45 Stunden", "1:31:44 hours", "3:29,14 Minuten", "2:14:04" without a word."""
    if reading.low(i + 1) != ":" or reading.touches(i) or not reading.touches(i + 2):
        return None
    parts, j = [reading.at(i).text], i
    while (
        len(parts) < 3
        and reading.low(j + 1) == ":"
        and reading.touches(j + 1)
        and reading.touches(j + 2)
        and re.fullmatch(r"[0-5]\d(?:[.,]\d{1,3})?", reading.at(j + 2).text)
    ):
        j += 2
        parts.append(reading.at(j).text.replace(",", "."))
    if len(parts) < 2 or not parts[0].isdecimal() or len(parts[0]) > 3:
        return None
    if any("." in part for part in parts[1:-1]):
        return None
    behind = unit_behind(reading, j + 1)
    unit = behind.unit.name if behind.unit.name in ("hour", "minute") else ""
    end = behind.at if unit else j + 1
    if unit == "minute" and len(parts) == 3:
        return None
    if reading.low(i - 1) in reading.lexicon.time_lead and reading.is_phrase(
        j + 1, reading.lexicon.clock
    ):
        return None  # "a las 12:30 horas"
    if not unit:
        # Two digits at the head are a time of day: "at 14:05:33".
        is_long = len(parts) == 3 and len(parts[0]) == 1
        is_timed = len(parts) == 2 and "." in parts[1]
        if not (is_long or is_timed) or _is_time_of_day(reading, i, end):
            return None
        unit = "hour" if is_long else "minute"
    seconds = Decimal(0)
    size = _SECONDS[unit]
    for part in parts:
        seconds += Decimal(part) * size
        size //= 60
    value = round(seconds / _SECONDS[unit], _DIGITS).normalize()
    return Found(i, end, "duration", value, unit=unit, has_noun=False)


def _is_time_of_day(reading: Reading, i: int, j: int) -> bool:
    lexicon = reading.lexicon
    return (
        reading.low(j) in lexicon.am | lexicon.pm
        or bool(reading.is_phrase(j, lexicon.clock))
        or reading.low(i - 1) in lexicon.time_lead
    )


def _parts(reading: Reading, i: int) -> Found | None:
    """ "2 Stunden 16 Minuten", "1h 30min 5s": each part smaller than the one before."""
    first = number_at(reading, i)
    if first is None or first.has_scale or first.value != int(first.value):
        return None
    behind = unit_behind(reading, first.j)
    unit = whole = behind.unit.name
    if unit not in _NEXT:
        return None
    seconds, j = first.value * _SECONDS[unit], _past_dot(reading, behind.at)
    end = behind.at
    while unit in _NEXT and reading.at(j).kind == "n":
        more = number_at(reading, j)
        if more is None or more.value >= 60 or more.has_scale:
            break
        behind = unit_behind(reading, more.j)
        if behind.unit is NO_UNIT and _NEXT[unit] == "second" and reading.low(more.j) == "s":
            behind = Company(SIGNS["s"], more.j + 1)
        if behind.unit.name != _NEXT[unit]:
            break
        unit = behind.unit.name
        seconds += more.value * _SECONDS[unit]
        end, j = behind.at, _past_dot(reading, behind.at)
    if unit == whole:
        return None
    value = round(seconds / _SECONDS[whole], _DIGITS).normalize()
    return Found(i, end, "duration", value, unit=whole)


def _past_dot(reading: Reading, j: int) -> int:
    """Past the full stop of a unit cut short ("2 Std. 16 Min.")."""
    is_dot = reading.low(j) == "." and reading.touches(j) and len(reading.at(j - 1).text) < 5
    return j + 1 if is_dot and reading.at(j + 1).kind == "n" else j
