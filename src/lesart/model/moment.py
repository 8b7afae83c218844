"""Points in time, no more precise than what was said."""

from __future__ import annotations

from typing import Literal, NamedTuple

Precision = Literal["year", "month", "day", "minute"]


class Moment(NamedTuple):
    """A point in time as precisely as the source tells it.

    `seconds` is UTC seconds since 1970 of the *beginning* of the stretch; `precision` says how long
    that stretch is, so that "June 2018" is never shown as 1 June.
    """

    seconds: int
    precision: Precision = "minute"


FIRST_SECOND = -62_135_596_800
LAST_SECOND = 253_402_300_799
"""The years 1 to 9999: what ISO dates can say."""
