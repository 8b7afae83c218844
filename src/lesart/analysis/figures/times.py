"""Find times of day: "12.30 Uhr", "8 p.m.", "14:05", "16 h 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.analysis.figures.reading import Found, Reading

_BARE = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)")


def find_times(reading: Reading) -> Iterator[Found]:
    for i, token in enumerate(reading.tokens):
        if reading.taken[i] or (token.kind not in "nw"):
            continue
        found = _time_at(reading, i) if token.kind == "n" else _named_at(reading, i)
        if found and reading.is_free(found.i, found.j):
            reading.take(found.i, found.j)
            start = _start_of(reading, found)
            if start:
                reading.take(start.i, start.j)
                yield _about(reading, start)
            yield _about(reading, found)


def _about(reading: Reading, found: Found) -> Found:
    """ "gegen 3.20 Uhr", "sobre las 9": the only thing that is said of a time is that it is about."""
    at, lexicon = found.i, reading.lexicon
    while reading.low(at - 1) in lexicon.clock_article:
        at -= 1
    phrase = reading.phrase_before(at, lexicon.before_by_last)
    if phrase and lexicon.before[phrase] == "approx":
        found.qualifier, found.lead = "approx", at - len(phrase)
    return found


def _start_of(reading: Reading, end: Found) -> Found | None:
    """ "von 9 bis 17 Uhr", "10–14 Uhr", "9-11pm": the bare hour where a span of time begins."""
    lexicon = reading.lexicon
    at = end.i - 1
    while reading.low(at) in lexicon.clock_article:
        at -= 1
    joint = reading.at(at)
    if joint.low not in lexicon.to and joint.text not in {"-", "–", "—"}:
        opened = lexicon.range_open.get((reading.low(at - 2),), frozenset())
        if joint.low not in opened:
            return None
    i = at - 1
    hour_word = i if reading.low(i) == "h" or (reading.low(i),) in lexicon.clock else 0
    i -= bool(hour_word)
    match = _BARE.fullmatch(reading.at(i).text)
    if not match or reading.taken[i] or (reading.touches(i) and reading.low(i - 1) != "("):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    last = int(end.when[1:3])
    if reading.low(end.j - 1) in lexicon.am | lexicon.pm | {"."} and last >= 12:
        if not 1 <= hour <= 12:
            return None
        is_same_half = hour % 12 < last % 12 or last == 12
        hour = hour % 12 + (12 if is_same_half and last > 12 else 0)
    return _time(i, at, hour, minute) if hour < 25 else None


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
    part, after = _part_of_day(reading, j)
    if part and _is_in_part(reading, i, hour):
        return _time(i, after, _in_part(hour, part), minute)
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
        return _timed(reading, i, end, hour, minute)
    if is_colon and reading.low(i + 1) != ":":
        return _time(i, j, hour, minute)
    if is_colon and (reading.low(i - 1) in lexicon.clock_lead or _is_alone(reading, i, j)):
        return _time(i, j, hour, minute)
    return None


def _is_clock(reading: Reading, i: int) -> bool:
    """ "à trois heures" is a time, "trois heures" a duration; "Uhr" is always a time."""
    lexicon = reading.lexicon
    if not lexicon.h_is_clock:
        return True
    before = reading.low(i - 1)
    if before in lexicon.joiners or before in lexicon.either:
        # "entre 8 heures et 10 heures", but "85 días y ocho horas"
        is_next = (reading.low(i - 2),) in lexicon.clock and bool(reading.taken[i - 2])
        return before in lexicon.clock_lead and (is_next or reading.low(i - 2) not in lexicon.units)
    return before in lexicon.clock_lead


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


def _part_of_day(reading: Reading, j: int) -> tuple[str, int]:
    """ "in the evening", "de la tarde" and the token behind; ("", j) for none."""
    phrase = reading.phrase_at(j, reading.lexicon.parts_of_day_by_first)
    return (reading.lexicon.parts_of_day[phrase], j + len(phrase)) if phrase else ("", j)


def _is_in_part(reading: Reading, i: int, hour: int) -> bool:
    """ "at 8 in the morning" is a time, "scored three in the evening" none."""
    return 1 <= hour <= 12 and reading.low(i - 1) in reading.lexicon.clock_lead


def _in_part(hour: int, part: str) -> int:
    """An hour of twelve, of 24; the night's begin at six in the evening."""
    is_late = (
        part == "pm"
        or (part == "night" and 6 <= hour < 12)
        or (part == "noon" and (hour < 6 or hour == 12))
    )
    return hour % 12 + (12 if is_late else 0)


def _timed(reading: Reading, i: int, j: int, hour: int, minute: int) -> Found:
    """A time whose part of the day may follow: "acht Uhr abends" is 20:00."""
    part, _ = _part_of_day(reading, j)
    if part and 1 <= hour <= 12:
        hour = _in_part(hour, part)
    return _time(i, j, hour, minute)


def _named_at(reading: Reading, i: int) -> Found | None:
    """ "acht Uhr", "five o'clock", "half past six": hours in words."""
    lexicon = reading.lexicon
    past = reading.phrase_at(i, lexicon.past_hour_by_first)
    if past:
        return _past_hour(reading, i, past)
    hour = _hour_in_words(reading, i)
    if hour is None or not 0 <= hour <= 24:
        return None
    half_day, after = _half_day(reading, i + 1)
    if half_day and 1 <= hour <= 12:
        return _time(i, after, hour % 12 + (12 if half_day == "pm" else 0), 0)
    more = reading.phrase_at(i + 1, lexicon.hour_and_by_first)
    if more and 1 <= hour <= 12 and reading.low(i - 1) in lexicon.clock_article:
        return _shifted(reading, i, i + 1 + len(more), hour, lexicon.hour_and[more])
    part, after = _part_of_day(reading, i + 1)
    if part and _is_in_part(reading, i, hour):
        return _time(i, after, _in_part(hour, part), 0)
    clock = reading.is_phrase(i + 1, lexicon.clock) if _is_clock(reading, i) else 0
    if not clock:
        return None
    more = reading.phrase_at(i + 1 + clock, lexicon.hour_and_by_first)
    if more:
        return _shifted(reading, i, i + 1 + clock + len(more), hour, lexicon.hour_and[more])
    return _timed(reading, i, i + 1 + clock, hour, 0)


def _hour_in_words(reading: Reading, i: int) -> int | None:
    lexicon = reading.lexicon
    low = reading.low(i)
    if low in lexicon.one and (
        low in lexicon.hour_one
        or reading.low(i - 1) in lexicon.clock_article
    ):  # fmt: skip
        return 1
    return lexicon.small.get(low)


def _past_hour(reading: Reading, i: int, past: tuple[str, ...]) -> Found | None:
    """ "a quarter past three", "um halb vier"; "halb leer" and "halb zwei Meter" are none."""
    lexicon = reading.lexicon
    at = i + len(past)
    if reading.low(i - 1) not in lexicon.clock_lead or reading.taken[at : at + 1] != b"\0":
        return None
    digits = reading.at(at).text
    hour = int(digits) if digits.isdecimal() and len(digits) <= 2 else _hour_in_words(reading, at)
    if hour is None or not 1 <= hour <= 12:
        return None
    after = reading.at(at + 1)
    if after.low in lexicon.units or (after.text[:1].isupper() and after.low not in {"uhr"}):
        return None
    end = at + 1 + reading.is_phrase(at + 1, lexicon.clock)
    return _shifted(reading, i, end, hour, lexicon.past_hour[past])


def _shifted(reading: Reading, i: int, j: int, hour: int, minutes: int) -> Found:
    """A time some minutes past an hour, or before it."""
    part, after = _part_of_day(reading, j)
    whole = 60 * (_in_part(hour, part) if part and hour <= 12 else hour) + minutes
    return _time(i, after if part else j, whole // 60 % 24, whole % 60)
