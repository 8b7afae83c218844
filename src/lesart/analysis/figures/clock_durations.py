"""Find lengths of time: written like a clock ("2:16:42 Stunden"), or in parts ("2 Std. 16 Min.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.measures import NO_UNIT, UnitMatch, unit_behind
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.units import SIGNS

_SECONDS = {
    "year": 31104000,
    "month": 2592000,
    "day": 86400,
    "hour": 3600,
    "minute": 60,
    "second": 1,
}
_NEXT = {"year": "month", "day": "hour", "hour": "minute", "minute": "second"}
_DIGITS = 6


def find_clock_durations(stream: TokenStream) -> Iterator[Found]:
    """Before dates, times and scores, which are written alike."""
    only = stream.lexicon.small if grammar(stream.lexicon.code).shape == "determined" else None
    for i, token in enumerate(stream.tokens):
        if stream.taken[i] or not stream.hot[i] or token.kind not in "nw":
            continue
        is_digits = token.kind == "n"
        if only is not None and not is_digits and token.low not in only:
            continue
        found = (is_digits and (_clock(stream, i) or _led_length(stream, i))) or _parts(stream, i)
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
    if first is None or first.has_scale or first.is_one or first.value != int(first.value):
        return None
    behind = unit_behind(stream, first.j)
    unit = whole = behind.unit.name
    if unit not in _NEXT:
        return None
    seconds, j = first.value * _SECONDS[unit], _past_dot(stream, behind.at)
    end = behind.at
    in_words = stream.lexicon.hour_and.keys() and grammar(stream.lexicon.code).shape == "determined"
    is_clock = unit == "hour" and (
        stream.low(i - 1) in stream.lexicon.clock_lead or stream.low(behind.at - 1) == "h"
    )
    while unit in _NEXT and (j := _past_joint(stream, j)) and stream.at(j).kind in ("n", "w"):
        more = number_at(stream, j)
        if (
            in_words
            and unit == "hour"
            and not is_clock
            and (quarter := _quarter_behind(stream, end))
        ):
            seconds, end, unit = seconds + quarter[0], quarter[1], "minute"
            break
        if more is None or more.value >= 60 or more.has_scale or more.is_one:
            break
        if (
            in_words
            and not is_clock
            and _NEXT[unit] in ("minute", "second")
            and _ends_length(stream, more.j)
            and (j == end and more.value >= _LEAST_PART)
        ):
            unit = _NEXT[unit]  # "2 minutes 50", "trois heures quarante"
            seconds, end = seconds + more.value * _SECONDS[unit], more.j
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


_LEAST_PART = 2


def _ends_length(stream: TokenStream, j: int) -> bool:
    """No noun is counted behind the last part: the sentence ends, or a small word follows."""
    behind = stream.at(j)
    return behind.kind not in "nwx" or behind.low in stream.lexicon.stop_words


def _quarter_behind(stream: TokenStream, at: int) -> tuple[int, int] | None:
    """ "deux heures et quart": a part of an hour in words, as seconds, and where it ends."""
    for phrase, minutes in stream.lexicon.hour_and.items():
        if minutes == 15 and stream.is_phrase(at, [phrase]):
            return minutes * 60, at + len(phrase)
    return None


def _led_length(stream: TokenStream, i: int) -> Found | None:
    """ "dure 1 h 20", "en 1 h 52": behind such a word the clock's letter tells how long, not when."""
    hours, minutes, lexicon = stream.at(i).text, stream.at(i + 2).text, stream.lexicon
    if stream.low(i + 1) != "h" or stream.low(i - 1) not in lexicon.lasts:
        return None
    if unit_behind(stream, i + 3).unit is not NO_UNIT or not stream.is_free(i, i + 3):
        return None
    if not (hours.isdecimal() and len(hours) <= 2 and re.fullmatch(r"[0-5]\d", minutes)):
        return None
    value = round(Decimal(hours) + Decimal(minutes) / 60, _DIGITS).normalize()
    return Found(i, i + 3, "duration", value, unit="hour", has_noun=False)


def _past_joint(stream: TokenStream, j: int) -> int:
    """Past the comma or the "and" between two parts of one length of time."""
    is_joint = stream.low(j) == "," or stream.low(j) in stream.lexicon.hour_joints
    at = j + is_joint
    is_number = stream.at(at).kind == "n" or (stream.hot[at] if at < len(stream.hot) else False)
    return at if is_number else j


def _past_dot(stream: TokenStream, j: int) -> int:
    """Past the full stop of a unit cut short ("2 Std. 16 Min.")."""
    is_dot = stream.low(j) == "." and stream.touches(j) and len(stream.at(j - 1).text) < 5
    return j + 1 if is_dot and stream.at(j + 1).kind == "n" else j
