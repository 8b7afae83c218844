"""How the tables of a language are written: phrases parted by "|", words by spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, TypeVar

from lesart.locales.month_names import MONTHS_BY_LANGUAGE
from lesart.model.figure import Qualifier

_ELISION = re.compile(r"\b((?:[dln]|jusqu|qu)')(?=\w)")
"""The tokens part elisions, so the tables may write them as French does."""


_ABBREVIATED = re.compile(r"(\w)\.(?=\s|$)")


def phrases(*lines: str) -> frozenset[tuple[str, ...]]:
    """Each line's alternatives, parted by "|", as tuples of words."""
    parts = (part for line in lines for part in line.split("|"))
    return frozenset(
        tuple(_ABBREVIATED.sub(r"\1 .", _ELISION.sub(r"\1 ", part)).split()) for part in parts
    )


def words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def mapped(**groups: str) -> dict[tuple[str, ...], Qualifier]:
    """qualifier="phrase | phrase" turned around: phrase -> qualifier."""
    turned: dict[tuple[str, ...], Qualifier] = {}
    for qualifier, line in groups.items():
        for phrase in phrases(line):
            turned[phrase] = qualifier  # type: ignore[assignment]
    return turned


_Value = TypeVar("_Value")


def valued(groups: Mapping[str, _Value]) -> dict[tuple[str, ...], _Value]:
    """{"phrase | phrase": value} -> each phrase its value."""
    return {phrase: value for line, value in groups.items() for phrase in phrases(line)}


def numbered(line: str, first: int = 1) -> dict[str, int]:
    """Words counted up; "|" parts spellings of the same number."""
    return {
        word: number
        for number, group in enumerate(line.split(), first)
        for word in group.split("|")
    }


def month_names(language: str, but: str = "") -> dict[str, int]:
    """Every form of a language's months -> its number, without the forms that mean something else there."""
    return {
        form: number
        for number, forms in enumerate(MONTHS_BY_LANGUAGE[language].split(), 1)
        for form in forms.split("/")
        if form not in but.split()
    }


def spelt_out(*scales: tuple[str, int]) -> dict[str, Decimal]:
    """("million millionen", 6) -> each word its power of ten."""
    return {word: Decimal(10) ** power for line, power in scales for word in line.split()}


def directed(rise: str, fall: str) -> dict[str, Literal["rise", "fall", ""]]:
    """Words of rising and of falling -> which of the two."""
    made: dict[str, Literal["rise", "fall", ""]] = dict.fromkeys(fall.split(), "fall")
    made.update(dict.fromkeys(rise.split(), "rise"))
    return made


def valued_words(groups: Mapping[str, str]) -> dict[str, Decimal]:
    """{"doubled doubling": "2"} -> each word its number."""
    return {word: Decimal(value) for line, value in groups.items() for word in line.split()}


def split_verbs(rise: str, fall: str) -> dict[tuple[str, str], Literal["rise", "fall", ""]]:
    """ "legt|legte|legten~zu": each form with its particle -> which of the two."""
    made: dict[tuple[str, str], Literal["rise", "fall", ""]] = {}
    for direction, line in (("rise", rise), ("fall", fall)):
        for entry in line.split():
            forms, _, particle = entry.partition("~")
            for form in forms.split("|"):
                made[form, particle] = direction  # type: ignore[assignment]
    return made
