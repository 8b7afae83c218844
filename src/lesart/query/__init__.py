"""Understand what a person typed into a search: text in, a tree of conditions out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.query.tree import (
    FIGURE_LABELS,
    FLAGS,
    POSSESSIONS,
    SORTS,
    All,
    Amount,
    AnyOf,
    Has,
    Is,
    Labelled,
    Names,
    Near,
    Node,
    Not,
    Problem,
    Published,
    Query,
    Revised,
    Sort,
    Substring,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
from datetime import date

__all__ = [
    "FIGURE_LABELS",
    "FLAGS",
    "POSSESSIONS",
    "SORTS",
    "All",
    "Amount",
    "AnyOf",
    "Has",
    "Is",
    "Labelled",
    "Names",
    "Near",
    "Node",
    "Not",
    "Problem",
    "Published",
    "Query",
    "Revised",
    "Sort",
    "Substring",
    "Words",
    "parse_query",
]


def parse_query(
    text: str,
    today: date,
    *,
    prefix_last: bool = False,
    colours: Mapping[str, str] | None = None,
) -> Query:
    """Parse `text`; `today` resolves `on:`, `last:`; `prefix_last` lets the last word go on.

    `colours` says what the reader calls the colours: `colour:claim` finds what `colour:yellow` does.

    Never raises: what cannot be understood is said in `Query.problems` and the rest is searched all
    the same, so that half a word on the screen never ends in an error.
    """
    from lesart.query.parser import Parser  # the first frame can do without

    return Parser(text, today, prefix_last, colours or {}).query()
