"""Find lengths of time: written like a clock ("2:16:42 Stunden"), or in parts ("2 Std. 16 Min.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.measures import NO_UNIT, UnitMatch, unit_behind
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.units import SIGNS

_SECONDS = {"day": 86400, "hour": 3600, "minute": 60, "second": 1}
_NEXT = {"day": "hour", "hour": "minute", "minute": "second"}
_DIGITS = 6


def find_clock_durations(stream: TokenStream) -> Iterator[Found]:
    """Before dates, times and scores, which are written alike."""
    for i, token in enumerate(stream.tokens):
        if stream.taken[i] or token.kind != "n":
            continue
        found = _clock(stream, i) or _parts(stream, i)
        if found and stream.is_free(found.i, found.j):
            stream.take(found.i, found.j)
            yield found


def _clock(stream: TokenStream, i: int) -> Found | None:
    """ "2:45 Stunden", "1:31:44 hours", "3:29,14 Minuten", "2:14:04" without a word."""
    if stream.low(i + 1) != ":" or stream.touches(i) or not stream.touches(i + 2):
        return None
    parts, j = [stream.at(i).text], i
    while (
        len(parts) < 3
        and stream.low(j + 1) == ":"
        and stream.touches(j + 1)
        and stream.touches(j + 2)
        and re.fullmatch(r"[0-5]\d(?:[.,]\d{1,3})?", stream.at(j + 2).text)
    ):
        j += 2
        parts.append(stream.at(j).text.replace(",", "."))
    if len(parts) < 2 or not parts[0].isdecimal() or len(parts[0]) > 3:
        return None
    if any("." in part for part in parts[1:-1]):
        return None
    behind = unit_behind(stream, j + 1)
    unit = behind.unit.name if behind.unit.name in ("hour", "minute") else ""
    end = behind.at if unit else j + 1
    if unit == "minute" and len(parts) == 3:
        return None
    if stream.low(i - 1) in stream.lexicon.time_lead and stream.is_phrase(
        j + 1, stream.lexicon.clock
    ):
        return None  # "a las 12:30 horas"
    if not unit:
        # Two digits at the head are a time of day: "at 14:05:33".
        is_long = len(parts) == 3 and len(parts[0]) == 1
        is_timed = len(parts) == 2 and "." in parts[1]
        if not (is_long or is_timed) or _is_time_of_day(stream, i, end):
            return None
        unit = "hour" if is_long else "minute"
    seconds = Decimal(0)
    size = _SECONDS[unit]
    for part in parts:
        seconds += Decimal(part) * size
        size //= 60
    value = round(seconds / _SECONDS[unit], _DIGITS).normalize()
    return Found(i, end, "duration", value, unit=unit, has_noun=False)


def _is_time_of_day(stream: TokenStream, i: int, j: int) -> bool:
    lexicon = stream.lexicon
    return (
        stream.low(j) in lexicon.am | lexicon.pm
        or bool(stream.is_phrase(j, lexicon.clock))
        or stream.low(i - 1) in lexicon.time_lead
    )


def _parts(stream: TokenStream, i: int) -> Found | None:
    """ "2 Stunden 16 Minuten", "1h 30min 5s": each part smaller than the one before."""
    first = number_at(stream, i)
    if first is None or first.has_scale or first.value != int(first.value):
        return None
    behind = unit_behind(stream, first.j)
    unit = whole = behind.unit.name
    if unit not in _NEXT:
        return None
    seconds, j = first.value * _SECONDS[unit], _past_dot(stream, behind.at)
    end = behind.at
    while unit in _NEXT and (j := _past_joint(stream, j)) and stream.at(j).kind == "n":
        more = number_at(stream, j)
        if more is None or more.value >= 60 or more.has_scale:
            break
        behind = unit_behind(stream, more.j)
        if behind.unit is NO_UNIT and _NEXT[unit] == "second" and stream.low(more.j) == "s":
            behind = UnitMatch(SIGNS["s"], more.j + 1)
        if behind.unit.name != _NEXT[unit]:
            break
        unit = behind.unit.name
        seconds += more.value * _SECONDS[unit]
        end, j = behind.at, _past_dot(stream, behind.at)
    if unit == whole:
        return None
    value = round(seconds / _SECONDS[whole], _DIGITS).normalize()
    return Found(i, end, "duration", value, unit=whole)


def _past_joint(stream: TokenStream, j: int) -> int:
    """Past the comma or the "and" between two parts of one length of time."""
    is_joint = stream.low(j) == "," or stream.low(j) in stream.lexicon.hour_joints
    return j + 1 if is_joint and stream.at(j + 1).kind == "n" else j


def _past_dot(stream: TokenStream, j: int) -> int:
    """Past the full stop of a unit cut short ("2 Std. 16 Min.")."""
    is_dot = stream.low(j) == "." and stream.touches(j) and len(stream.at(j - 1).text) < 5
    return j + 1 if is_dot and stream.at(j + 1).kind == "n" else j
