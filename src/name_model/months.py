"""Write how months are called in many languages: `python -m name_model.months > src/lesart/locales/month_names.py`.

The names come from Unicode's CLDR, by way of Babel: in full and cut short, inside a date and alone. What people
write beside them stands below. A form that is another month elsewhere ("listopad" is the tenth in Zagreb and the
eleventh in Warsaw) is left out, unless its own language has nothing else to say.
"""

from __future__ import annotations

from babel import Locale

LANGUAGES = (
    "en", "de", "fr", "es", "it", "nl", "pt", "ca", "sv", "da", "nb", "fi", "pl", "cs", "ru", "uk", "tr", "hu", "ro",
)  # fmt: skip
ALSO = {
    "en": {9: "sept"},
    "de": {1: "jänner jaenner", 2: "feber", 3: "maerz mrz", 9: "sept"},
    "fr": {2: "fév", 8: "aout"},
    "es": {9: "set setiembre sep"},
    "it": {9: "sett"},
    "ru": {2: "фев", 9: "сен", 11: "ноя"},
    "ro": {3: "mart", 11: "noi"},
}
"""Spellings of newspapers and feeds that CLDR does not have."""
NOT = {"de": "mär", "tr": "mar may", "ro": "mar nov", "cs": "lis listopad", "pl": "listopad"}
"""Forms that are other words or another month."""

_HEAD = '''"""How months are called in many languages, in small letters; written by `python -m name_model.months`."""

from __future__ import annotations

MONTHS_BY_LANGUAGE = {
'''
_FOOT = '''}  # fmt: skip
"""Twelve months a language, parted by spaces, each in its forms."""
'''


def forms(language: str, month: int) -> list[str]:
    """Every way to write a month in a language, the fullest first."""
    names = Locale.parse(language).months
    told = [
        names[context][width][month].lower().replace(".", "").replace("’", "'")
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    ]
    told += ALSO.get(language, {}).get(month, "").split()
    kept = (form for form in dict.fromkeys(told) if " " not in form and "'" not in form)
    return [form for form in kept if form not in NOT.get(language, "").split()]


def main() -> None:
    rows = (
        f'    "{language}": "{" ".join("/".join(forms(language, month)) for month in range(1, 13))}",'
        for language in LANGUAGES
    )
    print(_HEAD + "\n".join(rows) + "\n" + _FOOT, end="")


if __name__ == "__main__":
    main()
