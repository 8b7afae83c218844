"""Units under one name each, and the signs and spellings that every language shares."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lesart.model import FigureKind


class Unit(NamedTuple):
    """A unit's kind and its name: singular, English."""

    kind: FigureKind
    name: str


_NAMES: dict[FigureKind, str] = {
    "duration": "century decade year month week day hour minute second millisecond night",
    "distance": "kilometre metre centimetre millimetre micrometre nanometre mile nautical_mile foot "
    "inch yard light_year",
    "measure": "tonne kilogram gram milligram microgram pound ounce hundredweight litre millilitre "
    "hectolitre cubic_metre square_kilometre square_metre hectare acre square_mile square_foot "
    "kilometre_per_hour mile_per_hour metre_per_second knot degree degree_celsius "
    "degree_fahrenheit kelvin watt kilowatt megawatt gigawatt terawatt kilowatt_hour "
    "megawatt_hour gigawatt_hour terawatt_hour horsepower volt ampere hertz kilohertz megahertz "
    "gigahertz byte kilobyte megabyte gigabyte terabyte bit megabit gigabit barrel gallon pint "
    "pixel megapixel joule calorie kilocalorie decibel bar hectopascal pascal megabit_per_second "
    "gigabit_per_second kiloton megaton newton carat cubic_foot cubic_kilometre centilitre "
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
        kilowatt="kw", megawatt="mw", gigawatt="gw", terawatt="tw", kilowatt_hour="kwh",
        megawatt_hour="mwh", gigawatt_hour="gwh", terawatt_hour="twh", horsepower="hp ps",
        watt="w", volt="v", hertz="hz", kilohertz="khz", megahertz="mhz", gigahertz="ghz",
        kilobyte="kb", megabyte="mb", gigabyte="gb", terabyte="tb", decibel="db",
        hectopascal="hpa", kilocalorie="kcal", barrel="bbl", megabit_per_second="mbit/s mbps",
        gigabit_per_second="gbit/s gbps", hour="h hr hrs", minute="min mins", second="s sec secs",
        millisecond="ms", year="yr yrs", pixel="px", megapixel="mp",
    ),
}  # fmt: skip
"""Signs that stand behind digits in every language, in lower case."""

CASED = {"m", "t", "g", "l", "h", "s", "w", "v", "in", "min", "ms", "mp", "mw", "nm"}
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
EUROS = {"eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF"}
CENT = {"EUR": Decimal("0.01")}
"""Hundredths are told as parts of the whole."""
