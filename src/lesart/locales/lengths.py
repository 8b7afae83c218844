"""Lengths of time as a person types them: `90m`, `12h`, `7d`, `4w`; and the end of one."""

from __future__ import annotations

import re
from datetime import datetime

from lesart.locales.read_dates import read_written

_UNITS = {"m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_LENGTH = re.compile(r"(\d{1,4})\s?([mhdw])", re.IGNORECASE | re.ASCII)


def seconds_of(words: str) -> int | None:
    """None for what is no length, and for none at all."""
    match = _LENGTH.fullmatch(words.strip())
    return int(match[1]) * _UNITS[match[2].lower()] or None if match else None


def written(seconds: int) -> str:
    """The same the other way round: `7d`, `90m`, whatever says it in whole numbers."""
    for unit in ("w", "d", "h"):
        if seconds % _UNITS[unit] == 0 and (unit != "w" or seconds > _UNITS["w"]):
            return f"{seconds // _UNITS[unit]}{unit}"
    return f"{seconds // 60}m"


def end_of(words: str, now: int) -> int | None:
    """When `7d` from now is over, or the day begins that is written; None for what is neither."""
    length = seconds_of(words)
    if length is not None:
        return now + length
    found = read_written(words)
    if found is None or len(found.day) != len("2026-12-05"):
        return None
    try:
        return int(datetime.fromisoformat(found.day).astimezone().timestamp())
    except (ValueError, OverflowError, OSError):
        return None
