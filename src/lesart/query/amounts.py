"""Read the number that a search for figures names: "4.500", "1.5m€", "3%"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from lesart.locales.units import SIGNS

UNITS = {
    **{sign.casefold(): unit for unit, sign in SIGNS.items()},
    "%": "percent", "percent": "percent", "prozent": "percent", "€": "EUR", "$": "USD", "£": "GBP",
    "¥": "JPY", "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF",
    "°c": "degree_celsius", "°f": "degree_fahrenheit", "m2": "square_metre", "km2": "square_kilometre",
    "m3": "cubic_metre",
}  # fmt: skip
"""The signs of units as `locales` writes them, of some money, and what a keyboard has for them."""
_SCALES = {
    "k": 10**3, "tsd": 10**3, "m": 10**6, "mio": 10**6, "million": 10**6, "bn": 10**9, "b": 10**9,
    "mrd": 10**9, "billion": 10**9, "tn": 10**12, "bio": 10**12,
}  # fmt: skip
_BEHIND = "|".join(
    re.escape(sign) for sign in sorted(UNITS, key=len, reverse=True) if sign not in _SCALES
)
"""A letter that is a scale is none here: "5m" are millions, and metres are asked for by `unit:m`."""
_NUMBER = r"([€$£]?)\s*(-?\d[\d.,'_]*)\s*"
_AMOUNT = re.compile(rf"{_NUMBER}()({_BEHIND})?", re.I)
_SCALED = re.compile(rf"{_NUMBER}({'|'.join(_SCALES)})\s*({_BEHIND})?", re.I)


def amount(text: str) -> tuple[Decimal | None, str]:
    """ "1.5m€" -> (1500000, "EUR"); None where the text is no number."""
    # First without a scale: "40 kWh" are no thousands.
    found = _AMOUNT.fullmatch(text.strip()) or _SCALED.fullmatch(text.strip())
    if not found:
        return None, ""
    scale = found[3].casefold()
    digits = found[2].rstrip(".,").replace("'", "").replace("_", "")
    if re.fullmatch(r"-?\d{1,3}(?:[.,]\d{3})+", digits):  # both 4.500 and 4,500 are thousands here
        digits = digits.replace(".", "").replace(",", "")
    else:
        digits = digits.replace(",", ".")
    try:
        number = Decimal(digits) * _SCALES.get(scale, 1)
    except InvalidOperation:
        return None, ""
    unit = found[4] or found[1] or ""
    return number, UNITS.get(unit.casefold(), "") if unit else ""
