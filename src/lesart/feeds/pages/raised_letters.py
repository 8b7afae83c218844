"""Write raised and lowered letters so that they never join the number or word before them.

"10<sup>6</sup>" is 10⁶ and not 106; a note's mark behind 2019 is 2019⁽¹⁾ and not the year 20191.
"""

from __future__ import annotations

import re

_PLAIN = "0123456789+-−=()abcdefghijklmnoprstuvwxyz"
_UP = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_FORMED = dict.fromkeys(_UP.values())
_DIGITS = "0123456789+-−=()"
_UP_DIGITS = str.maketrans(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_DOWN_DIGITS = str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|ers|ère|re|res|e|es|ème|eme|ième|nd|nde|d|de|ste|o|os|a|as|ª|º|os?|me|ra|ro)"
)
_LETTERS = re.compile(r"[a-pr-z]{1,4}")
_LONG_NUMBER = re.compile(r"\d{4}$|\d[.,\u00a0\u202f ]\d+$|%$")
_UNIT_OR_POWER = re.compile(
    r"(?:^|[^\w])(?:[kcmdµμn]?m|[kcmd]?l|ft|in|yd|mi|km|s|h|sec|min|[a-zA-Z]|[A-Z][a-z]"
    r"|(?<=[=·*/+−-])[a-z]{2})$"
)
_MARKS = re.compile(r"\[?\(?\d{1,3}(?:\s?[,;]\s?\d{1,3})*\)?\]?")
_PRICE = re.compile(r"[$€£¥]\s?\d{1,6}$")
_MARK = re.compile(r"\[?\(?\s*([0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})\s*\)?\]?\.?")


def shifted(text: str, *, is_up: bool, before: str = "") -> str:
    """`text` raised or lowered as far as there are letters for it; `before` is what it follows."""
    stripped = text.strip()
    if not stripped:
        return text
    digits = _UP_DIGITS if is_up else _DOWN_DIGITS
    if is_up and _MARKS.fullmatch(stripped) and _is_note(before):
        return "".join(note_mark(number) for number in re.findall(r"\d+", stripped))
    if is_up and re.fullmatch(r"\d\d", stripped) and _PRICE.search(before):
        return f".{stripped}"
    if not re.search(r"[^\s0-9+\-−=()]", stripped):
        return text.translate(digits)
    number = re.search(r"\d+$", before)
    # The 3rd stays the 3rd; a letter behind a year is a note's.
    if is_up and number is not None and _ORDINAL.fullmatch(stripped) and len(number[0]) < 4:
        return text
    if is_up and number is not None and _LETTERS.fullmatch(stripped):
        return (
            note_mark(stripped)
            if len(stripped) == 1 and len(number[0]) > 3
            else text.translate(_UP)
        )
    if is_up and _LETTERS.fullmatch(stripped) and _UNIT_OR_POWER.search(before[-8:]):
        return text.translate(_UP)
    if before[-1:].isdigit() and stripped[0].isalnum():
        return text.translate(digits) if stripped[0].isdigit() else f" {text}"
    return text


def note_mark(text: str) -> str:
    """The sign of a note, in raised brackets: ⁽¹⁾; as it is where it is a sign of its own (*)."""
    inner = _MARK.fullmatch(text.strip())
    if inner is None:
        return text
    return f"⁽{inner[1].lower().translate(_UP)}⁾"


def _is_note(before: str) -> bool:
    """Whether a raised number follows something that nobody raises to a power."""
    if not before or before[-1:].isspace():
        return bool(before.strip())
    if before[-1].isdigit():
        return bool(_LONG_NUMBER.search(before))
    if before[-1] in ".,;:!?”“\"'»%€$£…":
        return True
    return before[-1].isalpha() and not _UNIT_OR_POWER.search(before[-8:])


def raised(text: str) -> str:
    """All of `text` raised, or ^(…) where there are no letters for it."""
    up = text.translate(_UP)
    return (
        up
        if not up or up.translate(_FORMED) == ""
        else f"^({text})"
        if len(text) > 1
        else f"^{text}"
    )


def lowered(text: str) -> str:
    """All of `text` lowered, or _(…) where there are no letters for it."""
    if not text or set(text) <= set(_DIGITS):
        return text.translate(_DOWN_DIGITS)
    return f"_({text})" if len(text) > 1 else f"_{text}"
