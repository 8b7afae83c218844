"""Find times of day: "12.30 Uhr", "8 p.m.", "14:05", "16 h 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.analysis.figures.reading import Found, Reading

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)")


def find_times(reading: Reading) -> Iterator[Found]:
    for i, token in enumerate(reading.tokens):
        if reading.taken[i] or (token.kind not in "nw"):
            continue
        found = _time_at(reading, i) if token.kind == "n" else _named_at(reading, i)
        if found and reading.is_free(found.i, found.j):
            reading.take(found.i, found.j)
            yield found


def _time(i: int, j: int, hour: int, minute: int) -> Found:
    return Found(i, j, "time", when=f"T{hour:02}:{minute:02}", has_noun=False)


def _time_at(reading: Reading, i: int) -> Found | None:
    lexicon = reading.lexicon
    hour, minute, j, is_colon = _clock_digits(reading, i)
    if hour < 0:
        return None
    half_day, after = _half_day(reading, j)
    if half_day:
        if not 1 <= hour <= 12:
            return None
        return _time(i, after, hour % 12 + (12 if half_day == "pm" else 0), minute)
    clock = reading.is_phrase(j, lexicon.clock)
    if clock and _is_clock(reading, i):
        minutes = reading.at(j + clock)
        end = j + clock
        if (
            minutes.kind == "n"
            and minutes.text.isdecimal()
            and len(minutes.text) == 2
            and j == i + 1
        ) and int(minutes.text) < 60:
            minute, end = int(minutes.text), end + 1
        return _time(i, end, hour, minute)
    if is_colon and reading.low(i + 1) != ":":
        return _time(i, j, hour, minute)
    if is_colon and (reading.low(i - 1) in lexicon.clock_lead or _is_alone(reading, i, j)):
        return _time(i, j, hour, minute)
    return None


def _is_clock(reading: Reading, i: int) -> bool:
    """ "à trois heures" is a time, "trois heures" a duration; "Uhr" is always a time."""
    return not reading.lexicon.h_is_clock or reading.low(i - 1) in reading.lexicon.clock_lead


def _clock_digits(reading: Reading, i: int) -> tuple[int, int, int, bool]:
    """Hour, minute, the token behind, and whether a colon parts them; hour -1 for no time."""
    text = reading.at(i).text
    none = (-1, 0, i, False)
    if reading.touches(i) and reading.low(i - 1) not in {"(", "–", "-", "„", "“", '"'}:
        return none
    if reading.low(i + 1) == ":" and reading.touches(i + 1) and reading.touches(i + 2):
        minute = reading.at(i + 2).text
        if not re.fullmatch(r"[0-5]\d", minute) or not re.fullmatch(r"[01]?\d|2[0-4]", text):
            return none
        j = i + 3
        if reading.low(j) == ":" and re.fullmatch(r"[0-5]\d", reading.at(j + 1).text):
            j += 2
        return int(text), int(minute), j, True
    glued = re.fullmatch(r"h([0-5]\d)", reading.low(i + 1))
    if glued and reading.lexicon.h_is_clock and int(text[:2]) < 25 and len(text) < 3:
        return int(text), int(glued[1]), i + 2, True
    match = _CLOCK.fullmatch(text)
    if match:
        return int(match[1]), int(match[2]), i + 1, False
    if re.fullmatch(r"[01]?\d|2[0-4]", text):
        if reading.low(i + 1) == "h" and reading.lexicon.h_is_clock:
            minutes = reading.at(i + 2)
            if re.fullmatch(r"[0-5]\d", minutes.text):
                return int(text), int(minutes.text), i + 3, True
            if reading.low(i - 1) in reading.lexicon.clock_lead:
                return int(text), 0, i + 2, True
        return int(text), 0, i + 1, False
    return none


def _half_day(reading: Reading, j: int) -> tuple[str, int]:
    """ "am"/"pm" and the token behind; ("", j) for none."""
    lexicon = reading.lexicon
    two = (
        reading.text[reading.at(j).start : reading.at(j + 3).start + 1]
        if reading.at(j).kind
        else ""
    )
    for name, options in (("am", lexicon.am), ("pm", lexicon.pm)):
        if reading.low(j) in options:
            return name, j + 1
        if reading.low(j) == name[0] and two.lower().startswith(f"{name[0]}.m"):
            end = j + 3 + (reading.low(j + 3) == "." and reading.touches(j + 3))
            return name, end
    return "", j


def _is_alone(reading: Reading, i: int, j: int) -> bool:
    """14:05 with two digits on both sides reads as a time unless it looks like a score."""
    return len(reading.at(i).text) == 2 and reading.low(j) not in {":", "-", "/"}


def _named_at(reading: Reading, i: int) -> Found | None:
    """ "acht Uhr", "five o'clock", "at noon": hours in words."""
    lexicon = reading.lexicon
    hour = lexicon.small.get(reading.low(i))
    if hour is None and reading.low(i) in lexicon.one and lexicon.code == "de":
        hour = 1
    if hour is None or not 0 <= hour <= 24:
        return None
    half_day, after = _half_day(reading, i + 1)
    if half_day and 1 <= hour <= 12:
        return _time(i, after, hour % 12 + (12 if half_day == "pm" else 0), 0)
    clock = reading.is_phrase(i + 1, lexicon.clock) if _is_clock(reading, i) else 0
    return _time(i, i + 1 + clock, hour, 0) if clock else None
