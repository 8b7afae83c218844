"""Tell what a token of digits is worth by a language's signs, and what the signs for fractions are."""

from __future__ import annotations

import re
from decimal import Decimal

from lesart.analysis.figures.lexicon import Lexicon

MOST_DIGITS = 24
"""A longer row of digits is a code, not a quantity."""
HALF = Decimal("0.5")
FRACTION_SIGNS = {
    "½": HALF, "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3, "⅛": Decimal("0.125"), "⅕": Decimal("0.2"),
}  # fmt: skip


def digits_value(text: str, lexicon: Lexicon) -> Decimal | None:
    """What a token of digits is worth by a language's decimal sign; None if it is no number."""
    if len(text) > MOST_DIGITS * 2:
        return None
    plain = re.sub(r"[\s'’]", "", text)
    if plain[0] == ".":
        return Decimal("0" + plain) if lexicon.decimal == "." else None
    if plain.isdecimal():
        return Decimal(plain) if len(plain) <= MOST_DIGITS else None
    signs = [sign for sign in ",." if sign in plain]
    if len(signs) == 2:
        decimal = max(signs, key=plain.rfind)
        group = "," if decimal == "." else "."
        whole, _, rest = plain.partition(decimal)
        if not _is_grouped(whole, group) or not rest.isdecimal():
            return None
        return Decimal(whole.replace(group, "") + "." + rest)
    return _one_sign_value(plain, signs[0], lexicon)


def _one_sign_value(plain: str, sign: str, lexicon: Lexicon) -> Decimal | None:
    parts = plain.split(sign)
    if not all(part.isdecimal() for part in parts):
        return None
    if sign == lexicon.decimal:
        if len(parts) == 2:
            if (
                lexicon.may_group_by_decimal
                and re.fullmatch(r"[1-9]\d{0,2}", parts[0])
                and parts[1][1:] == "00"
            ):
                return Decimal(parts[0] + parts[1])  # American Spanish groups by comma
            return Decimal(".".join(parts))
        return Decimal("".join(parts)) if _is_grouped(plain, sign) else None
    if lexicon.groups_by_lakh and re.fullmatch(r"\d{1,2}(?:,\d\d)+,\d{3}", plain):
        return Decimal("".join(parts))
    if _is_grouped(plain, sign) and parts[0] != "0":
        return Decimal("".join(parts))
    return Decimal(".".join(parts)) if len(parts) == 2 else None


def _is_grouped(text: str, sign: str) -> bool:
    parts = text.split(sign)
    return 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
