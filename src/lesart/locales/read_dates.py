"""Read the dates that feeds, pages and files write, no more precisely than they are written.

A wrong date is worse than none: what may mean two days (4/5/2021) is no date, a date without its
year is none, and a clock in a zone nobody knows gives the day alone.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from lesart.locales.date_words import DAY_FIRST, ZONES, ZONES_WITH_SUMMER, month_number
from lesart.model.moment import FIRST_SECOND, LAST_SECOND, Moment, Precision

EARLIEST = 365 * 86400
"""Before 1971 there are only zero dates of many kinds, and no feeds."""
SLACK = 86400
"""How far ahead of our clock a date may be: clocks differ, and so do ideas of time zones."""

_LONGEST = 200
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
_EAST = r"([+-])(0[0-9]|1[0-4]):?([0-5][0-9])"
_OF_RSS = re.compile(
    rf"(?:[A-Z][a-z]{{2}}, )?(?P<d>[0-9]{{1,2}}) (?P<m>[A-Z][a-z]{{2}}) (?P<y>[0-9]{{4}})"
    rf" {_TIME} (?:GMT|UTC|{_EAST})"
)
_OF_ATOM = re.compile(
    rf"(?P<y>[0-9]{{4}})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})T{_TIME}(?:\.[0-9]{{1,9}})?(?:Z|{_EAST})"
)
"""What nearly all feeds write. The shapes below read it, too, in four times the time."""
_EPOCH = re.compile(r"(\d{10})(?:\.\d+)?|(\d{13})")
_YEAR = r"(?P<y>\d{4})"
_SHORT_YEAR = r"(?P<y>\d{4}|\d{2})(?!\d|\s?[:h]\s?\d)"
_WORD = r"(?P<m>[^\W\d_]{3,14})\.?"
_OF = r"(?:de\s+|d['’]|of\s+)?"
_SHAPES = [
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 2021-04-21, 2021/4/21, 2021. 4. 21., 2021年4月21日
        rf"(?<!\d){_YEAR}\s?(?P<s>[-/.])\s?(?P<m>\d{{1,2}})\s?(?P=s)\s?(?P<d>\d{{1,2}})(?!\d)\.?",
        rf"{_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일号]",
        # 21.04.2021, 21. 4. 21
        rf"(?<!\d)(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_SHORT_YEAR}",
        # 21 Apr 2021, 21-Apr-21, 7 de outubro de 2021, 1er mars 2021, the 3rd of May, 2021
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|re|[.ºª°])?[\s/-]+{_OF}{_WORD}[\s/,-]+{_OF}"
        rf"{_SHORT_YEAR}",
        # Apr 21, 2021; Wed Apr 21 15:26:00 CEST 2021
        rf"{_WORD}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?(?P<mid>\s(?:[^\d]*\d{{1,2}}:\d\d\D.*?)?)"
        rf"\s*(?<!\d){_YEAR}(?!\d)",
        # 2021 Apr 21
        rf"(?<!\d){_YEAR}[\s,.-]+{_WORD}[\s.-]+(?P<d>\d{{1,2}})(?!\d)",
        # 20210421, 20210421T152600
        rf"(?<!\d){_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?=T?\d{{4}}(?:\d\d)?(?!\d)|T|\D|$)",
    )
]
_EITHER_WAY = re.compile(rf"(?<!\d)(\d{{1,2}})\s?([/-])\s?(\d{{1,2}})\s?\2\s?{_YEAR}(?!\d)")
_MONTHS_ALONE = (
    re.compile(rf"{_YEAR}-(?P<m>\d\d)"),
    re.compile(rf"{_WORD}\s+{_OF}{_YEAR}", re.IGNORECASE),
)
_CLOCK = re.compile(
    r"(?<![\d.])(?P<h>\d{1,2})"
    r"(?:\s?(?:[:h时時시点點]|\.(?=\d\d\s*(?:uhr|h\b)))\s?(?P<m>\d\d)(?![\d])[分분]?"
    r"(?::?(?P<s>\d\d)(?:[.,]\d+)?)?|(?=\s?[ap]\.?\s?m\b))"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_COMPACT_CLOCK = re.compile(r"\s*T?(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?!\d)(?P<half>)", re.I)
_HOUR_ONLY = re.compile(r"T(?P<h>\d\d)(?P<m>)(?P<s>)(?P<half>)(?=Z|[+-]|$)")
_AFTERNOON = re.compile("午後|下午|晚上|오후")
_OFFSET = re.compile(r"(?:gmt|utc|ut|z)?\s*([+\-−])(\d{1,2})(?::?(\d{2}))?(?!\d)", re.IGNORECASE)
_FILLER = re.compile(
    r"[\s,;:(–—|-]*(?:(?:uhr|hours|hrs?|h|o['’]clock|ч)\b\.?[\s,;(]*)?", re.IGNORECASE
)
_REGION = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+){1,2}")


class Written(NamedTuple):
    """A date as it was read."""

    moment: Moment
    day: str
    """The day in the writer's own time zone: `2018-06-03`, or as much as is known of it."""


def read_date(raw: str, language: str = "") -> Moment | None:
    """When `raw` says it was, in UTC; None for what is no date or may be two."""
    found = read_written(raw, language)
    return found.moment if found else None


def read_written(raw: str, language: str = "") -> Written | None:
    """`read_date`, with the day as it was written. `language` tells how 4/5/2021 is meant."""
    raw = " ".join(raw[:_LONGEST].split())
    if match := _OF_RSS.fullmatch(raw) or _OF_ATOM.fullmatch(raw):
        month = _month(match["m"])
        if month is not None:
            return _as_standards_ask(match, month)
    if match := _EPOCH.fullmatch(raw):
        return _since_1970(int(match[1]) if match[1] else int(match[2]) // 1000)
    for shape in _SHAPES:
        for match in shape.finditer(raw):
            parts = match.groupdict()
            month = _month(parts["m"])
            if month is None:
                continue
            rest = f"{raw[: match.start()]} {parts.get('mid') or ''} {raw[match.end() :]}"
            return _read(_full(parts["y"]), month, int(parts["d"]), rest)
    if match := _EITHER_WAY.search(raw):
        if ordered := _ordered(int(match[1]), int(match[3]), language):
            rest = f"{raw[: match.start()]} {raw[match.end() :]}"
            return _read(int(match["y"]), ordered[1], ordered[0], rest)
        return None
    for alone in _MONTHS_ALONE:
        if (match := alone.fullmatch(raw)) and (month := _month(match["m"])):
            return _written(int(match["y"]), month, 1, None, 0, "month")
    return _written(int(raw), 1, 1, None, 0, "year") if re.fullmatch(r"\d{4}", raw) else None


def is_believable(moment: Moment, now: int | None) -> bool:
    """Whether a feed may have published then; `now` None: the future is not checked."""
    return moment.seconds >= EARLIEST and (now is None or moment.seconds <= now + SLACK)


def iso(moment: Moment | None) -> str | None:
    """ISO 8601 in UTC, as far as it is known: `2018-06`, `2018-06-03T14:00:00Z`."""
    if moment is None or not FIRST_SECOND <= moment.seconds <= LAST_SECOND:
        return None
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment.seconds)
    shapes = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}
    return at.strftime(shapes.get(moment.precision, "%Y-%m-%dT%H:%M:%SZ"))


# ------------------------------------------------------------------ days


def _as_standards_ask(match: re.Match[str], month: int) -> Written | None:
    hour, minute, second, sign, hours, minutes = match.groups()[-6:]
    ahead = int(hours) * 60 + int(minutes) if sign else 0
    return _written(
        int(match["y"]), month, int(match["d"]), (int(hour), int(minute), int(second)),
        -ahead if sign == "-" else ahead, "minute",
    )  # fmt: skip


def _since_1970(seconds: int) -> Written | None:
    moment = Moment(seconds)
    day = iso(moment)
    return Written(moment, day[:10]) if day else None


def _month(written: str) -> int | None:
    return int(written) if written.isdecimal() else month_number(written)


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else int(year) + (2000 if int(year) < 70 else 1900)


def _ordered(first: int, second: int, language: str) -> tuple[int, int] | None:
    """Day and month; None where both may be either."""
    if first == second or first > 12 or (second <= 12 and language[:2].lower() in DAY_FIRST):
        return first, second
    return (second, first) if second > 12 else None


# ------------------------------------------------------------------ clocks and zones


def _read(year: int, month: int, day: int, rest: str) -> Written | None:
    """The date with the time that stands in `rest`, if one does."""
    clock = _CLOCK.search(rest) or _COMPACT_CLOCK.match(rest) or _HOUR_ONLY.search(rest)
    if clock is None:
        return _written(year, month, day, None, 0, "day")
    hour = int(clock["h"])
    half = (clock["half"] or "")[:1].lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour < 12 and _AFTERNOON.search(rest[: clock.start()]):
        hour += 12
    time = (hour, int(clock["m"] or 0), int(clock["s"] or 0))
    zone = _zone(rest[clock.end() :], (year, month, day, *time))
    if zone is None:
        return _written(year, month, day, None, 0, "day")
    return _written(year, month, day, time, zone, "minute")


def _zone(text: str, at: tuple[int, ...]) -> int | None:
    """Minutes east of Greenwich, UTC where nothing is said; None for a zone nobody knows."""
    if text.startswith("-") and (match := _OFFSET.match(text)):
        return _minutes(match)
    filler = _FILLER.match(text)
    text = (
        text[filler.end() if filler else 0 :] if not _OFFSET.match(text.strip()) else text.strip()
    )
    if match := _OFFSET.match(text):
        return _minutes(match)
    if match := _REGION.match(text):
        return _regional(match[0], at)
    word = re.match(r"[^\W\d_]+", text)
    name = word[0].lower() if word else ""
    if name in ZONES_WITH_SUMMER and word and word[0].isupper():
        return _regional(ZONES_WITH_SUMMER[name], at)
    if name in ZONES:
        return ZONES[name]
    return None if re.match(r"[A-Z]{3,5}\b", text) else 0


def _minutes(match: re.Match[str]) -> int | None:
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 15 * 60:
        return None
    return minutes if match[1] == "+" else -minutes


def _regional(name: str, at: tuple[int, ...]) -> int | None:
    """How far a place of the time zone database was from Greenwich then."""
    from zoneinfo import ZoneInfo

    try:
        year, month, day, hour, minute, second = at
        when = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=ZoneInfo(name))
        ahead = when.utcoffset()
    except (ValueError, OverflowError, LookupError, OSError):
        return None
    return int(ahead.total_seconds()) // 60 if ahead is not None else None


def _written(
    year: int,
    month: int,
    day: int,
    time: tuple[int, int, int] | None,
    zone: int,
    precision: Precision,
) -> Written | None:
    hour, minute, second = time or (0, 0, 0)
    # 24:00 is the next midnight, and a leap second the next second; both fall out of the sum.
    if minute > 59 or hour > 24 or second > 60:
        return None
    try:
        midnight = datetime(max(year, 1), month, day, tzinfo=UTC)
    except ValueError:
        return None
    days = (midnight - datetime(1970, 1, 1, tzinfo=UTC)).days
    seconds = days * 86400 + hour * 3600 + minute * 60 + second - zone * 60
    if not FIRST_SECOND <= seconds <= LAST_SECOND:
        return None
    length = {"year": 4, "month": 7}.get(precision, 10)
    return Written(Moment(seconds, precision), f"{year:04}-{month:02}-{day:02}"[:length])
