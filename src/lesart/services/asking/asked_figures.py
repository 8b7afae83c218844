"""Which figures of an article a query asks for: "counts:Umsatz figure>5%" is about one figure, not about two."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lesart.model.figure import Figure
from lesart.query import Amount, Labelled, Query
from lesart.store.noun_index import noun_key


def asked_figures(figures: Iterable[Figure], query: Query) -> list[Figure]:
    """The figures that answer every condition on figures in `query`; none where it has no such condition."""
    wanted = _conditions(query)
    if not wanted:
        return []
    return [figure for figure in figures if all(_answers(figure, leaf) for leaf in wanted)]


def asks_for_figures(query: Query) -> bool:
    """Whether the query has a condition that single figures answer."""
    return bool(_conditions(query))


def _conditions(query: Query) -> list[Amount | Labelled]:
    return [
        leaf
        for leaf in query.leaves()
        if isinstance(leaf, Amount)
        or (isinstance(leaf, Labelled) and leaf.label in ("counts", "unit"))
    ]


def _answers(figure: Figure, leaf: Amount | Labelled) -> bool:
    if isinstance(leaf, Amount):
        return _is_within(figure, leaf)
    if leaf.label == "unit":
        return figure.unit == leaf.value
    return bool(figure.noun) and noun_key(figure.noun).startswith(noun_key(leaf.value))


def _is_within(figure: Figure, amount: Amount) -> bool:
    """As the index answers it: of a range it is enough that the two touch."""
    if amount.unit and figure.unit != amount.unit:
        return False
    low = figure.value if figure.value is not None else figure.low
    high = figure.value if figure.value is not None else figure.high
    low, high = (high if low is None else low), (low if high is None else high)
    if low is None or high is None:
        return False
    return _is_above(high, amount) and _is_below(low, amount)


def _is_above(high: Decimal, amount: Amount) -> bool:
    if amount.low is None:
        return True
    return high > amount.low if amount.is_low_open else high >= amount.low


def _is_below(low: Decimal, amount: Amount) -> bool:
    if amount.high is None:
        return True
    return low < amount.high if amount.is_high_open else low <= amount.high
