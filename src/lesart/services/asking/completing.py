"""Complete a query while it is typed: names of fields, and values out of the library, the frequent ones first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lesart.query.completion import (
    KNOWN_VALUES,
    NAMED_AS,
    Begun,
    beginning,
    begun_at,
    fields_begun,
    written,
)
from lesart.store import Store


class Offer(NamedTuple):
    """One way in which the query may go on."""

    shown: str
    """The field or value alone."""
    text: str
    """The whole query with it."""
    cursor: int


def offers(
    store: Store, text: str, cursor: int, colours: Mapping[str, str] | None = None
) -> list[Offer]:
    """The ways in which what stands before the cursor may go on; none where it is nothing, or whole."""
    begun = begun_at(text, cursor)
    if begun is None:
        return []
    found = values_for(store, begun, colours or {})
    start, end = begun.span
    rest = text[end:].removeprefix('"') if text[start : start + 1] == '"' else text[end:]
    made = [Offer(value, f"{text[:start]}{value}{rest}", start + len(value)) for value in found]
    return [offer for offer in made if offer.text != text]


def values_for(store: Store, begun: Begun, colours: Mapping[str, str]) -> list[str]:
    """Fields or values that begin so, as they stand in a query."""
    if not begun.field:
        return fields_begun(begun.letters)
    field = NAMED_AS.get(begun.field, begun.field)
    if field in ("colour", "color"):
        names = [name for colour, meaning in colours.items() for name in (meaning, colour) if name]
        return [written(value) for value in beginning(dict.fromkeys(names), begun.letters)]
    if field in KNOWN_VALUES:
        return beginning(KNOWN_VALUES[field], begun.letters)
    return [written(value.text) for value in store.query_values.of(field, begun.letters)]
