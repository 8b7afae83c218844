"""The numbers of a text, quickly: what they are worth, whoever wrote them, and how telling each is.

Stories are compared by hundreds, so this reads digits and scales only; `figures` reads everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,\u00a0\u202f '’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?![\w]*\d)"
    r"(?:[\s\u00a0\u202f-]*(\w+))?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f '’]\d{3})+(?:([.,])(\d{1,2}))?")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2}| h \d{2}|h\d{2})(?=\s*(?:Uhr|h\b|a\.m|p\.m|:|\b))", re.I
)
_SCALES = {
    **dict.fromkeys(["tausend", "thousand", "mille", "mil"], 1e3),
    **dict.fromkeys(["million", "millionen", "mio", "millions", "millon", "millones"], 1e6),
    **dict.fromkeys(
        ["milliarde", "milliarden", "mrd", "milliard", "milliards", "billion", "bn"], 1e9
    ),
}
_PERCENT = re.compile(r"\s*(?:%|prozent|percent|per cent|pour cent|por ciento)", re.IGNORECASE)
_WORDS = {
    word: value
    for value, words in enumerate(
        (
            "zwei two deux dos", "drei three trois tres", "vier four quatre cuatro",
            "funf five cinq cinco", "sechs six seis", "sieben seven sept siete", "acht eight huit ocho",
            "neun nine neuf nueve", "zehn ten dix diez", "elf eleven onze once",
            "zwolf twelve douze doce", "dreizehn thirteen treize trece",
            "vierzehn fourteen quatorze catorce", "funfzehn fifteen quinze quince",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
YEARS = range(1900, 2101)


def numbers_in(text: str, language: str) -> Iterator[tuple[str, float]]:
    """Each number as a key that is the same in every language, and how telling it is, 0 to 1."""
    text = _CLOCK.sub(" ", text)
    for found in _NUMBER.finditer(text):
        value = _value(found[1])
        word = (found[2] or "").casefold().rstrip("s") if found[2] else ""
        scale = _SCALES.get((found[2] or "").casefold(), 1.0)
        if word == "billion" and language == "de":
            scale = 1e12
        if word in ("mil",) and re.match(r"\s*millones", text[found.end() :]):
            scale = 1e9
        value *= scale
        is_share = bool(_PERCENT.match(text, found.end(1)))
        yield f"{value:.6g}{'%' if is_share else ''}", _weight(value, is_share)


def number_word(folded: str) -> str:
    """The key of a small number in words; empty for any other word."""
    value = _WORDS.get(folded)
    return f"{value}" if value else ""


def _value(written: str) -> float:
    grouped = _GROUPED.fullmatch(written)
    if grouped is None:
        return float(written.replace(",", "."))
    whole = written[: grouped.start(1)] if grouped[1] else written
    digits = float("".join(c for c in whole if c.isdigit()))
    return digits + (float(f"0.{grouped[2]}") if grouped[2] else 0.0)


def _weight(value: float, is_share: bool) -> float:
    if value == int(value) and int(value) in YEARS and not is_share:
        return 0.1
    digits = f"{value:.6g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")
    if len(digits) >= 3:
        return 1.0
    if len(digits) == 2:
        return 0.5 if value >= 13 or value != int(value) else 0.2
    return 0.3 if value >= 100 or is_share else 0.12
