"""Read the number that a search for figures names: "4.500", "1.5m€", "3%"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

UNITS = {
    "%": "percent", "percent": "percent", "prozent": "percent", "€": "EUR", "$": "USD", "£": "GBP",
    "¥": "JPY", "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF", "km": "kilometre",
    "m": "metre", "kg": "kilogram", "t": "tonne",
}  # fmt: skip
_SCALES = {
    "k": 10**3, "tsd": 10**3, "m": 10**6, "mio": 10**6, "million": 10**6, "bn": 10**9, "b": 10**9,
    "mrd": 10**9, "billion": 10**9, "tn": 10**12, "bio": 10**12,
}  # fmt: skip
_AMOUNT = re.compile(
    r"([€$£]?)\s*(-?\d[\d.,'_]*)\s*([a-z]*?)\s*(%|€|\$|£|eur|usd|gbp|chf|km|kg)?", re.I
)


def amount(text: str) -> tuple[Decimal | None, str]:
    """ "1.5m€" -> (1500000, "EUR"); None where the text is no number."""
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        return None, ""
    scale = found[3].casefold()
    if scale and scale not in _SCALES:
        return None, ""
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
