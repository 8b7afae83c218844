"""What a query asks of single figures, and which figures answer it: for lists by SQL, for views by values.

One reading for both, so that an article is found exactly where one of its figures is shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lesart.model.figure import Figure
from lesart.query import Amount, AnyOf, Labelled, Node, Not, Query
from lesart.query.one_figure import asked_figures
from lesart.store.connection import Connection
from lesart.store.noun_index import noun_key
from lesart.store.tables.analysis_codec import Said, said_by_figures

if TYPE_CHECKING:
    from lesart.analysis.comparing.noun_words import Asked

Spellings = Callable[[str], Sequence[str]]
"""Gives a name and what else it is spelt as in this library."""


class Condition(NamedTuple):
    """One condition on a figure, as plain values, so that it can go through SQL."""

    kind: str
    """`amount`, `unit`, `role`; `noun` and `per` by words; `of` and `speaker` by any of several names; `not`
    and `any` of others."""
    values: Sequence[Any]


class FigureQuestion:
    """What one query asks of figures."""

    def __init__(self, query: Query, spellings: Spellings) -> None:
        self._asked = [conditions(nodes, spellings) for nodes in asked_figures(query)]

    @property
    def asks(self) -> bool:
        """Whether the query has a condition that single figures answer."""
        return bool(self._asked)

    def answering(self, figures: Iterable[Figure]) -> list[Figure]:
        """The figures that answer; none where the query asks for none."""
        return [figure for figure in figures if self._is_answered_by(figure)]

    def _is_answered_by(self, figure: Figure) -> bool:
        said = Said(
            figure.value, figure.low, figure.high, figure.unit, figure.noun, figure.of, figure.role,
            figure.per, figure.attribution,
        )  # fmt: skip
        return any(all(_holds(one, said) for one in together) for together in self._asked)


def conditions(nodes: Sequence[Node], spellings: Spellings) -> list[Condition]:
    """Conditions that one figure has to answer, the quick ones first."""
    return sorted((_condition(node, spellings) for node in nodes), key=_cost)


def asked_of(node: Labelled, spellings: Spellings) -> list[Asked]:
    """The words that a condition looks for among nouns; those of one of these are enough."""
    from lesart.analysis.comparing.noun_words import (  # most searches do without
        asked_name,
        asked_noun,
    )

    if node.label in ("of", "speaker"):
        return [asked_name(name) for name in spellings(node.value)]
    return [asked_noun(node.value)]


def register(db: Connection) -> None:
    """Let SQL ask whether one of an article's figures answers."""
    db.raw.create_function("lesart_has_figure", 2, _has_figure, deterministic=True)


def as_value(asked: Sequence[Condition]) -> str:
    """Conditions as `lesart_has_figure` takes them."""
    return json.dumps(asked)


def _condition(node: Node, spellings: Spellings) -> Condition:
    match node:
        case Not(part):
            return Condition("not", [_condition(part, spellings)])
        case AnyOf(parts):
            return Condition("any", [_condition(part, spellings) for part in parts])
        case Amount(low, high, is_low_open, is_high_open, unit):
            ends = [None if end is None else str(end) for end in (low, high)]
            return Condition("amount", [*ends, is_low_open, is_high_open, unit])
        case Labelled("unit" | "role" as label, value):
            return Condition(label, [value])
        case Labelled(label):
            kind = "noun" if label == "counts" else label
            return Condition(kind, asked_of(node, spellings))
    raise TypeError(node)  # whoever asks looked with is_on_figures before


_QUICK = ("role", "unit", "of", "per", "speaker", "amount")
"""What is decided without looking at words, or where most figures say nothing."""


def _cost(condition: Condition) -> int:
    return _QUICK.index(condition.kind) if condition.kind in _QUICK else len(_QUICK)


# ------------------------------------------------------------------ asking


def _has_figure(found: str | bytes, asked: str) -> bool:
    together, least, holding = _read(asked)
    said = said_by_figures(found, least, holding)
    return any(all(_holds(one, figure) for one in together) for figure in said)


_FIELDS = {"noun": 10, "speaker": 16, "role": 19, "of": 20, "per": 21}
"""So many fields a stored figure has that says this; see analysis_codec."""


@lru_cache(maxsize=64)
def _read(asked: str) -> tuple[list[Condition], int, str]:
    """The conditions, and what every figure has that answers: so many fields, and these letters."""
    together = [_condition_from(*row) for row in json.loads(asked)]
    least = max(_FIELDS.get(one.kind, 0) for one in together)
    units = [
        json.dumps(one.values[0], ensure_ascii=False) for one in together if one.kind == "unit"
    ]
    units += [
        json.dumps(one.values[4], ensure_ascii=False)
        for one in together
        if one.kind == "amount" and one.values[4]
    ]
    return together, least, units[0] if units else ""


def _condition_from(kind: str, values: Sequence[Any]) -> Condition:
    if kind in ("not", "any"):
        return Condition(kind, [_condition_from(*row) for row in values])
    if kind in ("unit", "role", "amount"):
        return Condition(kind, values)
    from lesart.analysis.comparing.noun_words import AskedWord

    return Condition(
        kind, [tuple(AskedWord(*map(tuple, word)) for word in asked) for asked in values]
    )


def _holds(condition: Condition, said: Said) -> bool:
    kind, values = condition
    match kind:
        case "not":
            return not _holds(values[0], said)
        case "any":
            return any(_holds(one, said) for one in values)
        case "amount":
            return _is_within(said, *values)
        case "unit":
            return said.unit == str(values[0])
        case "role":
            return said.role == str(values[0])
        case "of":
            return _names_one(said.of, values)
        case "speaker":
            return _names_one(said.speaker, values)
    noun = said.noun if kind == "noun" else said.per
    return bool(noun) and _is_noun(noun, tuple(values))


@lru_cache(maxsize=20_000)
def _is_noun(noun: str, asked: tuple[Asked, ...]) -> bool:
    from lesart.analysis.comparing.noun_words import answers, noun_words

    return any(answers(noun_words(noun_key(noun)), one) for one in asked)


def _names_one(name: str, asked: Sequence[Asked]) -> bool:
    if not name:
        return False
    from lesart.analysis.comparing.noun_words import answers, name_words

    words = name_words(noun_key(name))
    return bool(words) and any(answers(words, one) for one in asked)


def _is_within(
    said: Said, low: str | None, high: str | None, above: bool, below: bool, unit: str
) -> bool:
    """As the index answers it: of a range it is enough that the two touch."""
    if unit and said.unit != unit:
        return False
    least = said.value if said.value is not None else said.low
    most = said.value if said.value is not None else said.high
    least, most = (most if least is None else least), (least if most is None else most)
    if least is None or most is None:
        return False
    if low is not None and not _is_over(Decimal(most), Decimal(low), above):
        return False
    return high is None or _is_over(Decimal(high), Decimal(least), below)


def _is_over(one: Decimal, other: Decimal, is_open: bool) -> bool:
    return one > other if is_open else one >= other
