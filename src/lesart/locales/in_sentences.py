"""Numbers, shares and moments inside a sentence, as the person who reads it writes them.

Sentences are made in every room, so how numbers are written is known to all of them, as the language is.
"""

from __future__ import annotations

from datetime import UTC
from decimal import Decimal

from lesart.locales.formats import Formats
from lesart.model.moment import Moment

_formats = Formats("en", UTC)


def use_locale(locale: str) -> None:
    """From now on write numbers and dates as it is done there; English where we do not know it."""
    global _formats
    _formats = Formats(locale or "en", UTC)


def current_locale() -> str:
    """How numbers and dates are written now."""
    return _formats.language


def numeral(value: Decimal | int) -> str:
    """How many, grouped: "1,234", "1.234"."""
    return _formats.number(value)


def decimal(value: float, places: int = 1) -> str:
    """A measured number with so many places: "3.5", "3,5"."""
    return _formats.number(Decimal(f"{value:.{places}f}"))


def percent(share: float) -> str:
    """A share between 0 and 1 in whole percents: "40 %"."""
    return f"{numeral(round(share * 100))} %"


def moment(seconds: int) -> str:
    """A moment of UTC in full: "Mon 23 Nov 2026 09:31 UTC"."""
    return f"{_formats.moment(Moment(seconds))} UTC"
