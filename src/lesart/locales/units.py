"""How units are written behind a number, for one and for many, in each language of the screen."""

from __future__ import annotations

from lesart.locales.unit_table import UNIT_TABLE

SIGNS = {
    "percent": "%", "per_mille": "‰", "celsius": "°C", "fahrenheit": "°F",
    **{row.name: row.sign for row in UNIT_TABLE if row.sign},
}  # fmt: skip
"""What is written alike everywhere: the signs of the SI, and those of its kind."""

_WORDS = {
    # unit: (English, German, French, Spanish), each "one|many" or one form for both
    "percentage_point": ("pp", "PP", "pt|pts", "pp"),
    "basis_point": ("bp", "BP", "pb", "pb"),
    **{row.name: tuple(row.words.split("; ")) for row in UNIT_TABLE if row.words},
}


_RATES = [row.name for row in UNIT_TABLE if "_per_" in row.name and not row.sign and not row.words]
"""Units made of two, whose sign is made of theirs."""
_TIMES = {"second": "s", "minute": "min", "hour": "h"}


def _sign_of_rate(name: str) -> str:
    """ "l/m²" of litre_per_square_metre: the signs of its two units."""
    amount, _, base = name.partition("_per_")
    return f"{SIGNS[amount]}/{SIGNS.get(base) or _TIMES[base]}"


SIGNS |= {name: _sign_of_rate(name) for name in _RATES}


def _of(column: int) -> dict[str, tuple[str, str]]:
    found = {unit: (sign, sign) for unit, sign in SIGNS.items()}
    for unit, languages in _WORDS.items():
        one, _, many = languages[column].partition("|")
        found[unit] = (one, many or one)
    return found


UNITS = {language: _of(column) for column, language in enumerate(("en", "de", "fr", "es"))}
"""For each language: unit -> what is written behind 1, and behind any other number."""
