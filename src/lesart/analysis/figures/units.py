"""Units under one name each, and the signs and spellings that every language shares."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lesart.locales.currency_names import CURRENCIES_BY_LANGUAGE
from lesart.locales.unit_table import UNIT_TABLE
from lesart.model.figure import FigureKind


class Unit(NamedTuple):
    """A unit's kind and its name: singular, English."""

    kind: FigureKind
    name: str


_KIND_OF = {row.name: row.kind for row in UNIT_TABLE}


def unit(name: str) -> Unit:
    return Unit(_KIND_OF[name], name)


def units_of(language: str) -> dict[str, Unit]:
    """Spelling of one word -> unit."""
    return {
        spelling: unit(row.name)
        for row in UNIT_TABLE
        for spelling in row.spellings(language)
        if "~" not in spelling
    }


def unit_phrases_of(language: str) -> dict[tuple[str, ...], Unit]:
    """The words of a spelling -> unit."""
    return {
        tuple(spelling.replace("~", " ").split()): unit(row.name)
        for row in UNIT_TABLE
        for spelling in row.spellings(language)
        if "~" in spelling
    }


def currencies_of(language: str) -> dict[str, str]:
    """What a currency is called with its country ("Swedish kronor") -> its code."""
    return {
        name: code
        for code, names in CURRENCIES_BY_LANGUAGE[language].items()
        for name in names.split("/")
    }


SIGNS = {sign.replace("~", " "): unit(row.name) for row in UNIT_TABLE for sign in row.read.split()}
"""Signs that stand behind digits in every language, in lower case."""

NAMES = tuple(_KIND_OF)

RATES = frozenset(name for name in _KIND_OF if "_per_" in name)
"""Units made of two, a base behind "per"."""

CASED = {"st", "pb", "m", "t", "g", "l", "h", "s", "w", "v", "in", "min", "ms", "mp", "mw", "nm"}
"""Signs that count only as written here or, for watts and volts, in capitals."""

CURRENCY_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₺": "TRY", "₩": "KRW",
    "₴": "UAH", "₪": "ILS", "₫": "VND", "₱": "PHP", "₦": "NGN", "฿": "THB", "₿": "XBT",
}  # fmt: skip
CURRENCY_LETTERS = {
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "nt$": "TWD", "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD",
    "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "r": "BRL", "nt": "TWD", "mx": "MXN",
}  # fmt: skip
"""Letters before a dollar sign."""
CODES = frozenset(
    [
        "EUR",
        "USD",
        "GBP",
        "JPY",
        "CHF",
        "CNY",
        "RUB",
        "INR",
        "TRY",
        "KRW",
        "UAH",
        "ILS",
        "PLN",
        "CZK",
        "HUF",
        "SEK",
        "NOK",
        "DKK",
        "AUD",
        "CAD",
        "NZD",
        "HKD",
        "SGD",
        "BRL",
        "MXN",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "ZAR",
        "SAR",
        "AED",
        "EGP",
        "IRR",
        "IQD",
        "THB",
        "IDR",
        "MYR",
        "PHP",
        "VND",
        "RON",
        "BGN",
    ]
)
MONEY_SCALES = {
    "k": 3,
    "K": 3,
    "T": 3,
    "M": 6,
    "m": 6,
    "Mio": 6,
    "Mrd": 9,
    "Md": 9,
    "Mds": 9,
    "bn": 9,
    "B": 9,
    "G": 9,
}
"""Powers of ten glued to a currency sign ("850 k€")."""
SCALED_CODES = {
    scale + code: (code, power)
    for code in ("EUR", "USD", "CHF", "GBP")
    for scale, power in (("k", 3), ("T", 3), ("M", 6), ("Mio", 6), ("Mrd", 9))
}
CURRENCY_PREFIXES = {
    "Rs": "INR", "Re": "INR", "Fr": "CHF", "SFr": "CHF", "Sfr": "CHF", "RMB": "CNY", "NIS": "ILS",
    "RM": "MYR", "Ksh": "KES", "KSh": "KES", "Tk": "BDT", "zł": "PLN",
}  # fmt: skip
"""Currencies cut short that stand before the number, with or without a full stop."""
SPACED_LETTERS = {"US", "AU", "NZ", "HK", "CA"}
"""Letters that may stand apart from their dollar sign ("US $6.9 billion")."""
CENT = {"EUR": Decimal("0.01")}
"""Hundredths are told as parts of the whole."""
