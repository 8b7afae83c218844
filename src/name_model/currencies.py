"""Write how currencies are called with their country: `python -m name_model.currencies > src/lesart/locales/currency_names.py`.

The names come from Unicode's CLDR, by way of Babel, in every number of the language. Names of one word ("dollars")
are left out: whose they are is for the tables of a language to say. German adjectives are written with every ending.
"""

from __future__ import annotations

from babel import Locale
from babel.numbers import get_territory_currencies

LANGUAGES = ("en", "de", "fr", "es")
CROWNS = ("krona", "krone", "koruna")
"""What English newspapers call crowns."""
_HEAD = '''"""How currencies are called with their country, in small letters; written by `python -m name_model.currencies`."""

from __future__ import annotations

CURRENCIES_BY_LANGUAGE = {
'''
_FOOT = '''}  # fmt: skip
"""A currency's code, then its names, parted by strokes."""
'''


def tenders() -> list[str]:
    """The currencies that somebody pays with today."""
    territories = Locale.parse("en").territories
    found = {
        code
        for place in map(str, territories)
        if len(place) == 2
        for code in get_territory_currencies(place, tender=True)
    }
    return sorted(found)


def names(language: str, code: str) -> list[str]:
    """Every way to write a currency with its country, the usual one first."""
    locale = Locale.parse(language)
    told = [locale.currencies.get(code, "")]
    told += locale._data["currency_names_plural"].get(code, {}).values()
    told = [name.lower().replace("’", "'").strip() for name in told]
    if language == "en":
        told += [_said_in_english(name) for name in told]
    if language == "de":
        told = [form for name in told for form in _with_endings(name)]
    return [name for name in dict.fromkeys(told) if " " in name and "(" not in name]


def _said_in_english(name: str) -> str:
    country, _, noun = name.rpartition(" ")
    if not country:
        return name
    if noun in CROWNS:
        return f"{country} crowns"
    if noun.startswith("ruble"):
        return f"{country} {noun.replace('ruble', 'rouble')}"
    return f"{country} {noun.removesuffix('s')}s"


def _with_endings(name: str) -> list[str]:
    adjective, _, noun = name.partition(" ")
    stem = adjective.removesuffix("er").removesuffix("e")
    if stem == adjective or adjective.endswith("schweizer"):
        return [name]
    return [f"{stem}{ending} {noun}" for ending in ("e", "en", "er", "em")]


def main() -> None:
    rows = []
    for language in LANGUAGES:
        told = {code: names(language, code) for code in tenders()}
        rows.append(f'    "{language}": {{')
        rows += [f'        "{code}": "{"/".join(said)}",' for code, said in told.items() if said]
        rows.append("    },")
    print(_HEAD + "\n".join(rows) + "\n" + _FOOT, end="")


if __name__ == "__main__":
    main()
