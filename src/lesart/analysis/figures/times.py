"""Find times of day: "12.30 Uhr", "8 p.m.", "14:05", "16 h 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.analysis.figures.token_stream import Found, TokenStream

_BARE = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)")


def find_times(stream: TokenStream) -> Iterator[Found]:
    for i, token in enumerate(stream.tokens):
        if stream.taken[i] or (token.kind not in "nw"):
            continue
        found = _time_at(stream, i) if token.kind == "n" else _named_at(stream, i)
        if found and stream.is_free(found.i, found.j):
            stream.take(found.i, found.j)
            start = _start_of(stream, found)
            if start:
                stream.take(start.i, start.j)
                yield _about(stream, start)
            yield _about(stream, found)


def _about(stream: TokenStream, found: Found) -> Found:
    """ "gegen 3.20 Uhr", "sobre las 9": the only thing that is said of a time is that it is about."""
    at, lexicon = found.i, stream.lexicon
    while stream.low(at - 1) in lexicon.clock_article:
        at -= 1
    phrase = stream.phrase_before(at, lexicon.before_by_last)
    if phrase and lexicon.before[phrase] == "approx":
        found.qualifier, found.lead = "approx", at - len(phrase)
    return found


def _start_of(stream: TokenStream, end: Found) -> Found | None:
    """ "von 9 bis 17 Uhr", "10–14 Uhr", "9-11pm": the bare hour where a span of time begins."""
    lexicon = stream.lexicon
    at = end.i - 1
    while stream.low(at) in lexicon.clock_article:
        at -= 1
    joint = stream.at(at)
    if joint.low not in lexicon.to and joint.text not in {"-", "–", "—"}:
        opened = lexicon.range_open.get((stream.low(at - 2),), frozenset())
        if joint.low not in opened:
            return None
    i = at - 1
    hour_word = i if stream.low(i) == "h" or (stream.low(i),) in lexicon.clock else 0
    i -= bool(hour_word)
    match = _BARE.fullmatch(stream.at(i).text)
    if not match or stream.taken[i] or (stream.touches(i) and stream.low(i - 1) != "("):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    last = int(end.when[1:3])
    if stream.low(end.j - 1) in lexicon.am | lexicon.pm | {"."} and last >= 12:
        if not 1 <= hour <= 12:
            return None
        is_same_half = hour % 12 < last % 12 or last == 12
        hour = hour % 12 + (12 if is_same_half and last > 12 else 0)
    return _time(i, at, hour, minute) if hour < 25 else None


def _time(i: int, j: int, hour: int, minute: int) -> Found:
    return Found(i, j, "time", when=f"T{hour:02}:{minute:02}", has_noun=False)


def _time_at(stream: TokenStream, i: int) -> Found | None:
    lexicon = stream.lexicon
    hour, minute, j, is_colon = _clock_digits(stream, i)
    if hour < 0:
        return None
    half_day, after = _half_day(stream, j)
    if half_day:
        if not 1 <= hour <= 12:
            return None
        return _time(i, after, hour % 12 + (12 if half_day == "pm" else 0), minute)
    part, after = _part_of_day(stream, j)
    if part and _is_in_part(stream, i, hour):
        return _time(i, after, _in_part(hour, part), minute)
    clock = stream.is_phrase(j, lexicon.clock)
    if clock and _is_clock(stream, i):
        minutes = stream.at(j + clock)
        end = j + clock
        if (
            minutes.kind == "n"
            and minutes.text.isdecimal()
            and len(minutes.text) == 2
            and j == i + 1
        ) and int(minutes.text) < 60:
            minute, end = int(minutes.text), end + 1
        return _timed(stream, i, end, hour, minute)
    is_dotted = _CLOCK.fullmatch(stream.at(i).text) and stream.low(i - 1) in lexicon.dotted_lead
    if is_dotted and stream.low(j) not in lexicon.units and stream.low(j) not in lexicon.scales:
        return _time(i, j, hour, minute)  # "a las 7.05"
    if is_colon and stream.low(i + 1) != ":":
        return _time(i, j, hour, minute)
    if is_colon and (stream.low(i - 1) in lexicon.clock_lead or _is_alone(stream, i, j)):
        return _time(i, j, hour, minute)
    return None


def _is_clock(stream: TokenStream, i: int) -> bool:
    """ "à trois heures" is a time, "trois heures" a duration; "Uhr" is always a time."""
    lexicon = stream.lexicon
    if not lexicon.h_is_clock:
        return True
    before = stream.low(i - 1)
    if before in lexicon.joiners or before in lexicon.either:
        # "entre 8 heures et 10 heures", but "85 días y ocho horas"
        is_next = (stream.low(i - 2),) in lexicon.clock and bool(stream.taken[i - 2])
        return before in lexicon.clock_lead and (is_next or stream.low(i - 2) not in lexicon.units)
    return before in lexicon.clock_lead


def _clock_digits(stream: TokenStream, i: int) -> tuple[int, int, int, bool]:
    """Hour, minute, the token behind, and whether a colon parts them; hour -1 for no time."""
    text = stream.at(i).text
    none = (-1, 0, i, False)
    if stream.touches(i) and stream.low(i - 1) not in {"(", "–", "-", "„", "“", '"'}:
        return none
    if stream.low(i + 1) == ":" and stream.touches(i + 1) and stream.touches(i + 2):
        minute = stream.at(i + 2).text
        if not re.fullmatch(r"[0-5]\d", minute) or not re.fullmatch(r"[01]?\d|2[0-4]", text):
            return none
        j = i + 3
        if stream.low(j) == ":" and re.fullmatch(r"[0-5]\d", stream.at(j + 1).text):
            j += 2
        return int(text), int(minute), j, True
    glued = re.fullmatch(r"h([0-5]\d)", stream.low(i + 1))
    if glued and stream.lexicon.h_is_clock and int(text[:2]) < 25 and len(text) < 3:
        return int(text), int(glued[1]), i + 2, True
    match = _CLOCK.fullmatch(text)
    if match:
        return int(match[1]), int(match[2]), i + 1, False
    if re.fullmatch(r"[01]?\d|2[0-4]", text):
        if stream.low(i + 1) == "h" and stream.lexicon.h_is_clock:
            minutes = stream.at(i + 2)
            if re.fullmatch(r"[0-5]\d", minutes.text):
                return int(text), int(minutes.text), i + 3, True
            if stream.low(i - 1) in stream.lexicon.clock_lead:
                return int(text), 0, i + 2, True
        return int(text), 0, i + 1, False
    return none


def _half_day(stream: TokenStream, j: int) -> tuple[str, int]:
    """ "am"/"pm" and the token behind; ("", j) for none."""
    lexicon = stream.lexicon
    two = stream.text[stream.at(j).start : stream.at(j + 3).start + 1] if stream.at(j).kind else ""
    for name, options in (("am", lexicon.am), ("pm", lexicon.pm)):
        if stream.low(j) in options:
            return name, j + 1
        if stream.low(j) == name[0] and two.lower().startswith(f"{name[0]}.m"):
            end = j + 3 + (stream.low(j + 3) == "." and stream.touches(j + 3))
            return name, end
    return "", j


def _is_alone(stream: TokenStream, i: int, j: int) -> bool:
    """14:05 with two digits on both sides reads as a time unless it looks like a score."""
    return len(stream.at(i).text) == 2 and stream.low(j) not in {":", "-", "/"}


def _part_of_day(stream: TokenStream, j: int) -> tuple[str, int]:
    """ "in the evening", "de la tarde" and the token behind; ("", j) for none."""
    phrase = stream.phrase_at(j, stream.lexicon.parts_of_day_by_first)
    return (stream.lexicon.parts_of_day[phrase], j + len(phrase)) if phrase else ("", j)


def _is_in_part(stream: TokenStream, i: int, hour: int) -> bool:
    """ "at 8 in the morning" is a time, "scored three in the evening" none."""
    return 1 <= hour <= 12 and stream.low(i - 1) in stream.lexicon.clock_lead


def _in_part(hour: int, part: str) -> int:
    """An hour of twelve, of 24; the night's begin at six in the evening."""
    is_late = (
        part == "pm"
        or (part == "night" and 6 <= hour < 12)
        or (part == "noon" and (hour < 6 or hour == 12))
    )
    return hour % 12 + (12 if is_late else 0)


def _timed(stream: TokenStream, i: int, j: int, hour: int, minute: int) -> Found:
    """A time whose part of the day may follow: "acht Uhr abends" is 20:00."""
    part, _ = _part_of_day(stream, j)
    if part and 1 <= hour <= 12:
        hour = _in_part(hour, part)
    return _time(i, j, hour, minute)


def _named_at(stream: TokenStream, i: int) -> Found | None:
    """ "acht Uhr", "five o'clock", "half past six": hours in words."""
    lexicon = stream.lexicon
    past = stream.phrase_at(i, lexicon.past_hour_by_first)
    if past:
        return _past_hour(stream, i, past)
    hour = _hour_in_words(stream, i)
    if hour is None or not 0 <= hour <= 24:
        return None
    half_day, after = _half_day(stream, i + 1)
    if half_day and 1 <= hour <= 12:
        return _time(i, after, hour % 12 + (12 if half_day == "pm" else 0), 0)
    more = stream.phrase_at(i + 1, lexicon.hour_and_by_first)
    if more and 1 <= hour <= 12 and stream.low(i - 1) in lexicon.clock_article:
        return _shifted(stream, i, i + 1 + len(more), hour, lexicon.hour_and[more])
    part, after = _part_of_day(stream, i + 1)
    if part and _is_in_part(stream, i, hour):
        return _time(i, after, _in_part(hour, part), 0)
    clock = stream.is_phrase(i + 1, lexicon.clock) if _is_clock(stream, i) else 0
    if not clock:
        return None
    more = stream.phrase_at(i + 1 + clock, lexicon.hour_and_by_first)
    if more:
        return _shifted(stream, i, i + 1 + clock + len(more), hour, lexicon.hour_and[more])
    return _timed(stream, i, i + 1 + clock, hour, 0)


def _hour_in_words(stream: TokenStream, i: int) -> int | None:
    lexicon = stream.lexicon
    low = stream.low(i)
    if low in lexicon.one and (
        low in lexicon.hour_one
        or stream.low(i - 1) in lexicon.clock_article
    ):  # fmt: skip
        return 1
    return lexicon.small.get(low)


def _past_hour(stream: TokenStream, i: int, past: tuple[str, ...]) -> Found | None:
    """ "a quarter past three", "um halb vier"; "halb leer" and "halb zwei Meter" are none."""
    lexicon = stream.lexicon
    at = i + len(past)
    if stream.low(i - 1) not in lexicon.clock_lead or stream.taken[at : at + 1] != b"\0":
        return None
    digits = stream.at(at).text
    hour = int(digits) if digits.isdecimal() and len(digits) <= 2 else _hour_in_words(stream, at)
    if hour is None or not 1 <= hour <= 12:
        return None
    after = stream.at(at + 1)
    if after.low in lexicon.units or (after.text[:1].isupper() and after.low not in {"uhr"}):
        return None
    end = at + 1 + stream.is_phrase(at + 1, lexicon.clock)
    return _shifted(stream, i, end, hour, lexicon.past_hour[past])


def _shifted(stream: TokenStream, i: int, j: int, hour: int, minutes: int) -> Found:
    """A time some minutes past an hour, or before it."""
    part, after = _part_of_day(stream, j)
    whole = 60 * (_in_part(hour, part) if part and hour <= 12 else hour) + minutes
    return _time(i, after if part else j, whole // 60 % 24, whole % 60)
