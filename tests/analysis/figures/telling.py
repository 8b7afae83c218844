"""Write what a figure says on one line, so that a table of cases can be read aloud.

    surface | kind value unit | qualifier | noun

Exact figures leave the qualifier out, plain counts the unit; a range is low..high, a vague quantity
is "?", and a date or score says its `when`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lesart.model.figure import Figure


def told(figure: Figure) -> str:
    parts = [figure.surface, f"{figure.kind} {_amount(figure)} {figure.unit}".strip()]
    if figure.qualifier not in ("exact", "range"):
        parts.append(figure.qualifier)
    if figure.noun:
        parts.append(figure.noun)
    return " | ".join(parts)


def _amount(figure: Figure) -> str:
    if figure.when:
        return figure.when
    if figure.value is not None:
        return _number(figure.value)
    if figure.low is not None and figure.high is not None:
        return f"{_number(figure.low)}..{_number(figure.high)}"
    return "?"


def _number(value: Decimal) -> str:
    return f"{round(value, 4).normalize():f}"


Kinds = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""A kind of telling -> language -> sentence -> what its figures say."""


def rows(kinds: Kinds) -> list[tuple[str, str, str, list[str]]]:
    """Each sentence of a table of kinds, for one test each."""
    return [
        (kind, language, text, expected)
        for kind, languages in kinds.items()
        for language, sentences in languages.items()
        for text, expected in sentences.items()
    ]
