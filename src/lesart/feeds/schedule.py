"""Decide when to visit a feed again: by what its server asks, by its own rhythm, by its failures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime

SHORTEST = 15 * 60
LONGEST = 24 * 3600
"""Nothing is left alone for longer on our own account …"""
LONGEST_ASKED = 7 * 24 * 3600
"""… and no server's wish counts for more than this: a typo there would end the subscription."""
LONGEST_WISHED = 4 * LONGEST_ASKED
FIRST_BACKOFF = 30 * 60
JITTER = 0.1


def interval(
    published: Sequence[int],
    *,
    now: int,
    wait: int | None = None,
    max_age: int | None = None,
    wish: int | None = None,
) -> int:
    """Seconds between visits to a feed that is well.

    `published` are its newest articles' times, newest first. Twice a visit for each article it
    brings is often enough; a feed that fell silent is left alone for a tenth of its silence.
    `wait` is what the feed asks for (`ttl`, `sy:updatePeriod`), `max_age` its server's cache rule.
    `wish` is the reader's own, in the place of the feed's rhythm; its server is heard all the same.
    """
    times = sorted((t for t in published if t <= now), reverse=True)
    own = 3600
    if len(times) >= 2:
        own = (times[0] - times[-1]) // (len(times) - 1) // 2
    if times:
        own = max(own, (now - times[0]) // 10)
    own = min(max(own, SHORTEST), LONGEST)
    if wish is not None:
        own = min(max(wish, SHORTEST), LONGEST_WISHED)
    return max(own, min(wait or 0, LONGEST_ASKED), min(max_age or 0, LONGEST))


def backoff(failures: int, retry_after: int | None = None) -> int:
    """Seconds until the next try after so many failures in a row; doubling, at most a day."""
    own = FIRST_BACKOFF << min(max(failures - 1, 0), 10)
    return max(min(own, LONGEST), min(retry_after or 0, LONGEST_ASKED))


def jittered(seconds: int, chance: float) -> int:
    """A little later than asked, never earlier, so that not everybody comes at the full hour."""
    return seconds + int(seconds * JITTER * chance)


def max_age(headers: Mapping[str, str]) -> int | None:
    """How long the server calls its answer fresh (`Cache-Control`, `Expires`); None: not said."""
    control = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(store|cache)\b", control):
        return None
    if match := re.search(r"\bmax-age\s*=\s*\"?(\d{1,10})", control):
        age = headers.get("age", "").strip()
        spent = int(age) if age.isdecimal() and len(age) < 9 else 0
        return max(int(match[1]) - spent, 0)
    expires, date = _http_date(headers.get("expires", "")), _http_date(headers.get("date", ""))
    if expires is not None and date is not None and expires > date:
        return expires - date
    return None


def retry_after(headers: Mapping[str, str], now: int) -> int | None:
    """Seconds the server asks us to stay away (`Retry-After`, a number or a date); None: not said."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and len(value) < 10:
        return int(value)
    moment = _http_date(value)
    return max(moment - now, 0) if moment is not None else None


def _http_date(value: str) -> int | None:
    try:
        return int(parsedate_to_datetime(value[:60]).timestamp()) if value else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
