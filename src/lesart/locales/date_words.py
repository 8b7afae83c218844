"""How months and time zones are called: the words that dates are written with."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from lesart.locales.month_names import MONTHS_BY_LANGUAGE


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.replace("ł", "l").replace("ı", "i").rstrip(".")


_MONTHS = {
    _folded(form): number
    for row in MONTHS_BY_LANGUAGE.values()
    for number, forms in enumerate(row.split(), 1)
    for form in forms.split("/")
}

ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "wez": 0, "bst": 60, "west": 60, "wesz": 60,
    "cet": 60, "met": 60, "mez": 60, "wat": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120,
    "oez": 120, "sast": 120, "cat": 120, "eest": 180, "oesz": 180, "idt": 180, "msk": 180,
    "мск": 180, "trt": 180, "eat": 180, "ast": -240, "adt": -180, "irst": 210, "msd": 240,
    "gst": 240, "samt": 240, "pkt": 300, "uzt": 300, "yekt": 300, "ist": 330, "npt": 345,
    "omst": 360, "ict": 420, "wib": 420, "krat": 420, "novt": 420, "hkt": 480, "sgt": 480,
    "myt": 480, "pht": 480, "wita": 480, "awst": 480, "irkt": 480, "jst": 540, "kst": 540,
    "wit": 540, "acst": 570, "aest": 600, "vlat": 600, "acdt": 630, "aedt": 660, "nzst": 720,
    "nzdt": 780, "est": -300, "edt": -240, "hne": -300, "hae": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
    "hast": -600, "hadt": -540, "nst": -210, "ndt": -150, "art": -180, "brt": -180, "brst": -120,
    "clst": -180, "uyt": -180, "bot": -240, "clt": -240, "vet": -240, "cot": -300, "pet": -300,
    "ect": -300,
}  # fmt: skip
"""Minutes east of Greenwich."""
ZONES_WITH_SUMMER = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
DAY_FIRST = frozenset(
    ("ca", "cs", "da", "de", "es", "fi", "fr", "it", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk")
)  # fmt: skip
"""Languages in which 4/5/2021 is in May, wherever they are written."""


@lru_cache(500)
def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or what it is shortened to; None for other words."""
    return _MONTHS.get(_folded(word))
