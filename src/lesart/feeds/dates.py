"""Read the dates that feeds write, in UTC and no more precisely than they are written."""

from __future__ import annotations

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from time import struct_time

from lesart.model import Moment, Precision

EARLIEST = 365 * 86400
"""Before 1971 there are only zero dates of many kinds, and no feeds."""
SLACK = 86400
"""How far ahead of our clock a date may be: clocks differ, and so do ideas of time zones."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio", "feb february februar fev fevrier febrero",
            "mar march marz maerz mars marzo mrz", "apr april avril abril abr", "may mai mayo maj",
            "jun june juni juin junio", "jul july juli juillet julio",
            "aug august aout agosto ago", "sep sept september septembre septiembre",
            "oct october oktober octobre octubre okt", "nov november novembre noviembre",
            "dec december dezember decembre diciembre dez dic",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60,
    "cest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540,
    "kst": 540, "aest": 600, "aedt": 660, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "et": -300, "ct": -360, "mt": -420,
    "pt": -480, "akst": -540, "akdt": -480, "hst": -600,
}  # fmt: skip
_ISO = re.compile(
    r"([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?"
    r"(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(.*))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_OFFSET = re.compile(r"(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]+([^\W\d_]{3,10})\.?[\s/,-]+(\d{2,4})\b"
)
_MONTH_DAY_YEAR = re.compile(
    r"([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:.*\s)?(\d{4})\b"
)


FIRST_SECOND = -62_135_596_800
LAST_SECOND = 253_402_300_799
"""The years 1 to 9999: what ISO dates can say."""


def read_date(raw: str, parsed: struct_time | None = None) -> Moment | None:
    """`raw` in UTC; where it is unheard-of, what the feed parser made of it; None for no date."""
    raw = raw.strip()[:100]
    if match := _ISO.fullmatch(raw):
        return _iso(match)
    found = _wordy(raw)
    if found is not None:
        return found
    # A date we can read that does not exist (31 February) must not become another one.
    named = _DAY_MONTH_YEAR.search(raw)
    if parsed is None or (named and _month(named[2])):
        return None
    try:
        return Moment(timegm(parsed))
    except (ValueError, OverflowError):
        return None


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


def _iso(match: re.Match[str]) -> Moment | None:
    if match[2] is None and match[4] is not None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    precision: Precision = "minute"
    if hour is None:
        precision = "day" if day else "month" if month else "year"
    return _moment(
        int(year), int(month or 1), int(day or 1),
        (int(hour or 0), int(minute or 0), int(second or 0)),
        _zone(zone or ""), precision,
    )  # fmt: skip


def _wordy(raw: str) -> Moment | None:
    """RFC 822 and its many relatives: `Mon, 02 Jan 2006 15:04:05 MST`, `2 January 2006`."""
    if found := _DAY_MONTH_YEAR.search(raw):
        day, month, year = found.groups()
    elif found := _MONTH_DAY_YEAR.search(raw):
        month, day, year = found.groups()
    else:
        return None
    number = _month(month)
    if number is None:
        return None
    full_year = int(year)
    if len(year) == 2:
        full_year += 2000 if full_year < 70 else 1900
    clock = _CLOCK.search(raw)
    if clock is None:
        return _moment(full_year, number, int(day), (0, 0, 0), 0, "day")
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4][0] in "pP" else 0)
    time = (hour, int(clock[2]), int(clock[3] or 0))
    rest = raw[clock.end() :].replace(year, " ", 1) if clock.start() < found.end() else ""
    zone = _zone((rest or raw[clock.end() :]).strip())
    return _moment(full_year, number, int(day), time, zone, "minute")


def _month(word: str) -> int | None:
    folded = word.lower()
    for accented, letter in (("ä", "a"), ("é", "e"), ("û", "u"), ("ù", "u")):
        folded = folded.replace(accented, letter)
    return _MONTHS.get(folded) or _MONTHS.get(folded[:3])


def _zone(text: str) -> int:
    """Minutes east of Greenwich; what is not known counts as UTC."""
    if match := _OFFSET.match(text):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes > 15 * 60:
            return 0
        return minutes if match[1] == "+" else -minutes
    word = re.match(r"[A-Za-z]+", text)
    return _ZONES.get(word[0].lower(), 0) if word else 0


def _moment(
    year: int, month: int, day: int, time: tuple[int, int, int], zone: int, precision: Precision
) -> Moment | None:
    if not (1 <= month <= 12 and 1 <= day <= 31) or time[1] > 59:
        return None
    # 24:00 is the next midnight, and a leap second the next second; both fall out of the sum.
    try:
        midnight = datetime(max(year, 1), month, day, tzinfo=UTC)
    except ValueError:
        return None
    if time[0] > 24 or time[2] > 60:
        return None
    seconds = int((midnight - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
    return Moment(seconds + time[0] * 3600 + time[1] * 60 + time[2] - zone * 60, precision)
