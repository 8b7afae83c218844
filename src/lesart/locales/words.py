"""The words and signs that differ by language: months, scales, units, qualifiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lesart.locales.units import UNITS

QUALIFIER_SIGNS: Mapping[str, str] = {
    "approx": "≈",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
    "just_under": "≲",
    "range": "–",
}

CURRENCY_SIGNS: Mapping[str, str] = {
    "EUR": "€",
    "USD": "$",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "ILS": "₪",
    "UAH": "₴",
    "TRY": "₺",
}
"""Only signs that name one currency without the reader guessing; the others keep their code."""


@dataclass(frozen=True, slots=True)
class LocaleWords:
    """How one language writes numbers, dates and what is said about a figure."""

    thousands: str
    decimal: str
    scales: tuple[str, str, str]
    """Million, thousand million, million million; empty where we write all digits."""
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day_month: str
    units: Mapping[str, tuple[str, str]]
    qualifiers: Mapping[str, str]
    changes: Mapping[str, str]
    currency_first: bool = False
    keeps_four: bool = False
    """Four digits are not grouped (Spanish)."""


ENGLISH = LocaleWords(
    thousands=",",
    decimal=".",
    scales=("mn", "bn", "tn"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    short_months=(
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ),
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    day_month="{day} {month}",
    units=UNITS["en"],
    qualifiers={
        "approx": "about",
        "at_least": "at least",
        "more_than": "more than",
        "at_most": "at most",
        "less_than": "less than",
        "just_under": "just under",
        "range": "between",
    },
    changes={
        "rise_by": "rose by",
        "rise_to": "rose to",
        "fall_by": "fell by",
        "fall_to": "fell to",
        "from": "from",
        "to": "to",
    },
    currency_first=True,
)

GERMAN = LocaleWords(
    thousands=".",
    decimal=",",
    scales=("Mio.", "Mrd.", "Bio."),
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    short_months=(
        "Jan",
        "Feb",
        "Mär",
        "Apr",
        "Mai",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Okt",
        "Nov",
        "Dez",
    ),
    weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    day_month="{day}. {month}",
    units=UNITS["de"],
    qualifiers={
        "approx": "etwa",
        "at_least": "mindestens",
        "more_than": "mehr als",
        "at_most": "höchstens",
        "less_than": "weniger als",
        "just_under": "knapp",
        "range": "zwischen",
    },
    changes={
        "rise_by": "gestiegen um",
        "rise_to": "gestiegen auf",
        "fall_by": "gefallen um",
        "fall_to": "gefallen auf",
        "from": "von",
        "to": "auf",
    },
)

FRENCH = LocaleWords(
    thousands="\u202f",
    decimal=",",
    scales=("M", "Md", ""),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    short_months=(
        "janv",
        "févr",
        "mars",
        "avr",
        "mai",
        "juin",
        "juil",
        "août",
        "sept",
        "oct",
        "nov",
        "déc",
    ),
    weekdays=("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    day_month="{day} {month}",
    units=UNITS["fr"],
    qualifiers={
        "approx": "environ",
        "at_least": "au moins",
        "more_than": "plus de",
        "at_most": "au plus",
        "less_than": "moins de",
        "just_under": "un peu moins de",
        "range": "entre",
    },
    changes={
        "rise_by": "hausse de",
        "rise_to": "hausse à",
        "fall_by": "baisse de",
        "fall_to": "baisse à",
        "from": "de",
        "to": "à",
    },
)

SPANISH = LocaleWords(
    thousands=".",
    decimal=",",
    scales=("M", "", ""),
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    short_months=(
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ),
    weekdays=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    day_month="{day} {month}",
    units=UNITS["es"],
    qualifiers={
        "approx": "unos",
        "at_least": "al menos",
        "more_than": "más de",
        "at_most": "como máximo",
        "less_than": "menos de",
        "just_under": "casi",
        "range": "entre",
    },
    changes={
        "rise_by": "sube",
        "rise_to": "sube a",
        "fall_by": "baja",
        "fall_to": "baja a",
        "from": "de",
        "to": "a",
    },
    keeps_four=True,
)  # fmt: skip

LOCALES: Mapping[str, LocaleWords] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
}
