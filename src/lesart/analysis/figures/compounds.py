"""German writes its numbers as one word: "zweihundertfünfundzwanzigtausend" is 225,000."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_ONES = {
    word: n
    for n, group in enumerate(
        [
            "ein|eins|eine",
            "zwei|zwo",
            "drei",
            "vier",
            "fünf|fuenf",
            "sechs|sech",
            "sieben|sieb",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf|zwoelf",
            "dreizehn",
            "vierzehn",
            "fünfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
            "neunzehn",
        ],
        1,
    )
    for word in group.split("|")
}
_TENS = {
    word: n * 10
    for n, group in enumerate(
        [
            "zwanzig",
            "dreißig|dreissig",
            "vierzig",
            "fünfzig|fuenfzig",
            "sechzig",
            "siebzig",
            "achtzig",
            "neunzig",
        ],
        2,
    )
    for word in group.split("|")
}
_one = "|".join(sorted(_ONES, key=len, reverse=True))
_ten = "|".join(_TENS)
_BELOW_1000 = rf"(?:(?P<h{{0}}>{_one})?(?P<hw{{0}}>hundert)(?:und)?)?(?:(?:(?P<o{{0}}>{_one})und)?(?P<t{{0}}>{_ten})|(?P<s{{0}}>{_one}))?"
_COMPOUND = re.compile(
    rf"(?:{_BELOW_1000.format('k')}(?P<k>tausend)(?:und)?)?{_BELOW_1000.format('e')}"
)
_LIKELY = re.compile(r"zig|ßig|ssig|hundert|tausend|zehn")


@lru_cache(maxsize=4096)
def compound_value(word: str) -> Decimal | None:
    """What a written-together German number is worth; None for every other word."""
    if len(word) > 60 or not _LIKELY.search(word):
        return None
    match = _COMPOUND.fullmatch(word)
    if not match:
        return None
    below = _below_1000(match, "e")
    if match["k"]:
        return Decimal((_below_1000(match, "k") or 1) * 1000 + below)
    return Decimal(below) if below else None


def _below_1000(match: re.Match[str], part: str) -> int:
    value = 0
    if match["hw" + part]:
        value += 100 * _ONES.get(match["h" + part] or "ein", 1)
    if match["t" + part]:
        value += _TENS[match["t" + part]] + _ONES.get(match["o" + part] or "", 0)
    elif match["s" + part]:
        value += _ONES[match["s" + part]]
    return value
