"""What may be completed in a query that is being typed: which field or value is begun, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lesart.model.text import Span
from lesart.query.fields import FIELDS, ROLES
from lesart.query.parser import TOKEN
from lesart.query.tree import FLAGS, POSSESSIONS, SORTS

_ALIASES = ("color", "number", "counts", "since", "feed")
"""Fields that have another name, which is the one that is offered."""
NAMED_AS: Mapping[str, str] = {"counts": "subject", "feed": "from"}
"""Fields whose values are another's."""
_FIRST = ("subject", "figure", "of", "speaker", "role", "entity", "is", "has", "from", "tag", "in")
"""Offered before the others, where several begin alike."""
_DAYS = ("today", "yesterday")
KNOWN_VALUES: Mapping[str, tuple[str, ...]] = {
    "is": FLAGS,
    "has": tuple(thing for thing in POSSESSIONS if thing != "changed-figure"),
    "role": ROLES,
    "sort": SORTS,
    "changed": ("figure", "text", *_DAYS, "7d"),
    "last": ("7d", "2w", "3m", "1y"),
    "figure": ("changed",),
    **dict.fromkeys(("on", "after", "since", "before"), _DAYS),
}  # fmt: skip
"""Fields whose values the program knows by itself."""


class Begun(NamedTuple):
    """What stands before the cursor."""

    field: str
    """Empty where the name of a field is begun."""
    letters: str
    span: Span
    """What a completion takes the place of."""


def begun_at(text: str, cursor: int) -> Begun | None:
    """The field or value that is typed at the cursor; None where nothing can be completed."""
    before, at = text[:cursor], 0
    if text[cursor : cursor + 1].strip(' )"'):
        return None  # in the middle of a word
    found = None
    while at < len(before) and (found := TOKEN.match(before, at)) and found.end() > at:
        at = found.end()
    if found is None or found.end() != cursor:
        return None
    if found["field"]:
        field, value = found["field"].casefold(), found["value"]
        if field not in FIELDS or found["op"] != ":" or value[1:].endswith('"'):
            return None
        return Begun(field, value.lstrip('"'), Span(found.start("value"), cursor))
    word = found["word"]
    return Begun("", word, Span(found.start("word"), cursor)) if word and word.isalpha() else None


def fields_begun(letters: str) -> list[str]:
    """The fields that begin so, with what stands behind their names."""
    names = [name for name in dict.fromkeys((*_FIRST, *FIELDS)) if name not in _ALIASES]
    begun = [name for name in names if name.startswith(letters.casefold()) and name != letters]
    return [f"{name}:" for name in begun]


def beginning(values: Iterable[str], letters: str) -> list[str]:
    """Those of the values that begin so, whatever their case."""
    return [value for value in values if value.casefold().startswith(letters.casefold())]


def written(value: str) -> str:
    """A value as it stands in a query: in quotes where it has to."""
    plain = value.replace('"', "")
    return f'"{plain}"' if any(c.isspace() or c in "()" for c in plain) else plain
