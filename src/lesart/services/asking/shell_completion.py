"""What a word that is typed behind `lesart search` may become, for the shells that complete it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lesart.locales.units import SIGNS
from lesart.query.amounts import UNITS
from lesart.query.completion import KNOWN_VALUES, beginning, begun_at, fields_begun
from lesart.query.fields import FIELDS
from lesart.services.asking.completing import offers
from lesart.store import Store

_AMOUNT = re.compile(r"(.*?(?:figure|number)?(?:>=|<=|>|<))(-?\d[\d.,]*)?", re.IGNORECASE)
_ROUND = ("100", "1000", "1m", "1bn")
_UNITS = 6


def may_become(store: Store | None, typed: str, colours: Mapping[str, str]) -> list[str]:
    """The whole word each time; without a library only what the program knows by itself."""
    found = _answers(store, typed, colours)
    if len(found) == 1 and found[0].endswith(":"):
        # A shell would close a quotation mark behind a single answer: what follows is asked at once.
        found += _answers(store, found[0], colours)
    return _shell_like(typed, found)


def _answers(store: Store | None, typed: str, colours: Mapping[str, str]) -> list[str]:
    last = typed.split(" ")[-1]
    if amount := _AMOUNT.fullmatch(last):
        return [typed[: len(typed) - len(last)] + word for word in _amounts(store, amount)]
    if not typed:
        return fields_begun("")
    if last.casefold() in FIELDS:
        return [f"{typed}:"]
    if store is not None:
        return [offer.text for offer in offers(store, typed, len(typed), colours)]
    begun = begun_at(typed, len(typed))
    if begun is None:
        return []
    known = KNOWN_VALUES.get(begun.field, ())
    values = beginning(known, begun.letters) if begun.field else fields_begun(begun.letters)
    return [typed[: begun.span.start] + value for value in values]


def _amounts(store: Store | None, amount: re.Match[str]) -> list[str]:
    """Round numbers, or the number with the units that figures here have."""
    compared, number = amount[1], amount[2]
    signs = [sign for name in _units_of(store) if (sign := _sign(name))][:_UNITS]
    if number is None:
        return [f"{compared}{one}" for one in (*_ROUND, *(f"10{sign}" for sign in signs))]
    return [f"{compared}{number}{sign}" for sign in signs]


def _units_of(store: Store | None) -> Sequence[str]:
    if store is None:
        return ("percent", "EUR")
    return [value.text for value in store.query_values.of("unit", "", limit=40)]


def _sign(unit: str) -> str:
    """The sign by which a query names the unit; empty where it has none."""
    signs = [sign for sign, name in UNITS.items() if name == unit]
    own = SIGNS.get(unit, "")
    return own if own.casefold() in signs else next(iter(signs), "")


def _shell_like(typed: str, found: Sequence[str]) -> list[str]:
    """Shells put in what all answers begin with: it must not be less than what was typed.

    A library answers "ob" with "Barack Obama", and puts quotation marks in; among several such answers
    those that go on from what is typed are given, or else the most frequent one.
    """
    found = list(dict.fromkeys(found))
    if len(found) < 2 or _goes_on(typed, _in_common(found)):
        return found
    return [answer for answer in found if _goes_on(typed, answer)] or found[:1]


def _in_common(words: Sequence[str]) -> str:
    """What all of them begin with; between the first and the last by letters lie all others."""
    first, last = min(words), max(words)
    same = next(
        (n for n, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) > 1), None
    )
    return first[:same]


def _goes_on(typed: str, answer: str) -> bool:
    return answer.replace('"', "").casefold().startswith(typed.replace('"', "").casefold())
