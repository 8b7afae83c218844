"""Units under one name each, and the signs and spellings that every language shares."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lesart.model.figure import FigureKind


class Unit(NamedTuple):
    """A unit's kind and its name: singular, English."""

    kind: FigureKind
    name: str


_NAMES: dict[FigureKind, str] = {
    "duration": "century decade year month week quarter day hour minute second millisecond night",
    "distance": "kilometre metre centimetre millimetre micrometre nanometre mile nautical_mile foot "
    "inch yard light_year",
    "measure": "tonne kilogram gram milligram microgram pound ounce hundredweight litre millilitre "
    "hectolitre cubic_metre square_kilometre square_metre hectare acre square_mile square_foot "
    "kilometre_per_hour mile_per_hour metre_per_second knot degree degree_celsius "
    "degree_fahrenheit kelvin watt kilowatt megawatt gigawatt terawatt kilowatt_hour "
    "megawatt_hour gigawatt_hour terawatt_hour horsepower volt ampere hertz kilohertz megahertz "
    "gigahertz byte kilobyte megabyte gigabyte terabyte bit megabit gigabit barrel gallon pint "
    "pixel megapixel joule calorie kilocalorie decibel bar hectopascal pascal megabit_per_second "
    "gigabit_per_second kilometre_per_second litre_per_square_metre litre_per_second "
    "litre_per_minute litre_per_hour cubic_metre_per_second cubic_metre_per_hour "
    "gram_per_kilometre gram_per_litre milligram_per_litre microgram_per_litre "
    "milligram_per_kilogram microgram_per_kilogram gram_per_kilogram milligram_per_decilitre "
    "microgram_per_cubic_metre milligram_per_cubic_metre nanogram_per_millilitre "
    "gram_per_cubic_centimetre kilogram_per_cubic_metre kilogram_per_square_metre "
    "kilogram_per_hectare tonne_per_hectare watt_hour_per_kilogram watt_per_square_metre "
    "kilowatt_hour_per_square_metre kilowatt_hour_per_kilogram microsievert_per_hour "
    "millisievert_per_hour metre_per_minute kilometre_per_litre watt_hour stone decilitre "
    "nanogram petabyte kiloton megaton newton carat cubic_foot cubic_kilometre centilitre "
    "microsievert millisievert cubic_centimetre bushel square_centimetre",
}
_KIND_OF = {name: kind for kind, names in _NAMES.items() for name in names.split()}


def unit(name: str) -> Unit:
    return Unit(_KIND_OF[name], name)


def spelt(**names: str) -> dict[str, Unit]:
    """name="spelling spelling" turned around: spelling -> unit ("~" stands for a space)."""
    return {
        spelling.replace("~", " "): unit(name)
        for name, line in names.items()
        for spelling in line.split()
    }


SIGNS = {
    **spelt(
        kilometre="km", metre="m", centimetre="cm", millimetre="mm", nanometre="nm",
        micrometre="µm", foot="ft", inch="in", yard="yd yds", mile="mi",
        tonne="t", kilogram="kg", gram="g", milligram="mg", microgram="µg", pound="lb lbs",
        ounce="oz", litre="l", millilitre="ml", hectolitre="hl", centilitre="cl",
        cubic_metre="m³ m3 cbm", cubic_centimetre="cm³", cubic_kilometre="km³",
        square_kilometre="km² km2 qkm", square_metre="m² m2 qm sqm", square_mile="sq~mi",
        square_foot="sq~ft", hectare="ha",
        kilometre_per_hour="km/h kmh kph", mile_per_hour="mph", metre_per_second="m/s", knot="kn kt",
        degree="°", degree_celsius="°c ºc", degree_fahrenheit="°f ºf",
        stone="st", watt_hour="wh", decilitre="dl", nanogram="ng", petabyte="pb",
        kilowatt="kw", megawatt="mw", gigawatt="gw", terawatt="tw", kilowatt_hour="kwh",
        megawatt_hour="mwh", gigawatt_hour="gwh", terawatt_hour="twh", horsepower="hp ps bhp",
        watt="w", volt="v", hertz="hz", kilohertz="khz", megahertz="mhz", gigahertz="ghz",
        kilobyte="kb", megabyte="mb", gigabyte="gb", terabyte="tb", decibel="db",
        hectopascal="hpa", kilocalorie="kcal", barrel="bbl", megabit_per_second="mbit/s mbps",
        gigabit_per_second="gbit/s gbps", hour="h hr hrs", minute="min mins", second="s sec secs",
        millisecond="ms", year="yr yrs", pixel="px", megapixel="mp",
    ),
}  # fmt: skip
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
EUROS = {"eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF"}
CENT = {"EUR": Decimal("0.01")}
"""Hundredths are told as parts of the whole."""
