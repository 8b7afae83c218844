"""What an engine found in one article as one stored value, and the rows that searches go by.

The value is JSON: a list of figures and a list of entities, each a list of its fields in the order
below, without those at its end that say nothing. A figure's start is counted from the start of the
one before it, and an entity's key is left out where it is its kind and folded name. Where corrections
of the text changed figures, these are a third list: text, time, both figures with their words. Entities
that only compounds name are a fourth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple, TypeVar, get_args

from lesart.model.analysis import Analysis, RevisedFigure
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure, FigureKind
from lesart.model.text import Span
from lesart.store.noun_index import NO_ROLE, ROLE, ROLES, noun_key, role_bit, signed_names
from lesart.store.sql_functions import unpacked
from lesart.text.folding import fold

_NO_FIGURE: tuple[Any, ...] = (
    # characters from the figure before, length, kind, value, unit, characters from the sentence's start, its length, salience,
    # qualifier, noun, when, low, high, resolved, change, attribution, verdict,
    # until, role, of, per, against, since, pair
    0, 0, "count", None, "", 0, 0, 0.0, "exact", "", "", None, None, "", "", "", "", "",
    0, "", "", "", "", "",
)  # fmt: skip
_NO_ENTITY: tuple[Any, ...] = ("", "", "", 0.0, 1, "", [])
_NEXT_FIGURE = re.compile(rf'\],\[(?=-?\d+,-?\d+,"(?:{"|".join(get_args(FigureKind))})")')
INFINITE = float("inf")
Key = TypeVar("Key")
SUBJECT = "\x1f"
"""Before what a noun stands for in any language ("soldier"), which is kept among the nouns."""

CHANGED = SUBJECT + "changed figure"
"""Kept there, too, for articles whose corrected text gives another number."""


class Rows(NamedTuple):
    """What an article is found by: numbers and ranges with their units, nouns, keys of entities.

    Numbers, ranges and nouns have the roles of their figures with them, a bit each.
    """

    amounts: dict[tuple[str, float, str], int]
    """Unit, number, and the key of what is counted; empty for nothing."""
    ranges: dict[tuple[str, float, float, str], int]
    """Unit, high, low, noun. An empty one, its low above its high, is a unit without a number."""
    nouns: dict[str, int]
    """What is counted, and what else figures say of it, with OF, PER, SPEAKER or ROLE in front."""
    entities: dict[str, Entity]


def to_json(analysis: Analysis) -> str:
    parts: list[list[Any]] = [
        _figures_fields(analysis.figures),
        [_entity_fields(entity) for entity in _distinct(analysis.entities).values()],
    ]
    if analysis.revised or analysis.in_passing:
        parts.append([_revised_fields(revised) for revised in analysis.revised])
    if analysis.in_passing:
        parts.append([_entity_fields(entity) for entity in _distinct(analysis.in_passing).values()])
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str, text: str) -> tuple[tuple[Figure, ...], tuple[Entity, ...]]:
    """Figures in the order of the text, entities by salience; `text` gives them their surfaces."""
    figures, entities, *_ = json.loads(stored)
    found, start = [], 0
    for row in figures:
        start += row[0]
        found.append(_figure(start, row, text))
    names = sorted((_entity(row, text) for row in entities), key=lambda e: (-e.salience, e.name))
    return tuple(found), tuple(names)


def in_passing_from_json(stored: str, text: str) -> tuple[Entity, ...]:
    """Entities that only compounds of the text name."""
    parts = json.loads(stored)
    return tuple(_entity(row, text) for row in parts[3]) if len(parts) > 3 else ()


def rows_from_json(stored: str, language: str) -> Rows:
    """What an article is found by, out of what is stored of it."""
    figures, entities = from_json(stored, "")
    return rows_of(figures, (*entities, *in_passing_from_json(stored, "")), language)


def figures_from_json(stored: str) -> tuple[Figure, ...]:
    """Only the figures, in the order of the text, and without their surfaces: for many articles at once."""
    found, start = [], 0
    for row in json.loads(stored)[0]:
        start += row[0]
        found.append(_figure(start, row, ""))
    return tuple(found)


def revised_from_json(stored: str) -> tuple[RevisedFigure, ...]:
    """What corrections changed, the latest first."""
    parts = json.loads(stored)
    return tuple(_revised(row) for row in parts[2]) if len(parts) > 2 else ()


class Said(NamedTuple):
    """What one figure can be asked for by, as far as it says so."""

    value: Decimal | str | None
    low: Decimal | str | None
    high: Decimal | str | None
    unit: str
    noun: str
    of: str
    role: str
    per: str
    speaker: str


def said_by_figures(found: str | bytes, least: int = 0, holding: str = "") -> Iterator[Said]:
    """What each stored figure says; quicker than `figures_from_json`, since it makes no figure.

    Figures with fewer fields than `least`, or without these letters in what is stored, may be left out:
    they are not even read.
    """
    for row in _figure_rows(unpacked(found)):
        if row.count(",") + 1 >= least and holding in row:
            yield _said(json.loads(f"[{row}]"))


def _figure_rows(text: str) -> list[str]:
    """The stored figures, each as the JSON of its fields without the brackets.

    No string in JSON holds a bare quotation mark, so neither of these marks stands inside of one.
    """
    if text.startswith("[[],"):
        return []
    end = text.find(']],[["')
    if end < 0:
        end = len(text) - len("]],[]]")
    return _NEXT_FIGURE.split(text[len("[[[") : end])


def _said(fields: list[Any]) -> Said:
    (
        _, _, _, value, unit, _, _, _, _, noun, _, low, high, _, _, speaker, _, _, role, of, per, *_,
    ) = (*fields, *_NO_FIGURE[len(fields) :])  # fmt: skip
    return Said(value, low, high, unit, noun, of, ROLES[role], per, speaker)


def entity_keys(found: str | bytes) -> list[str]:
    """The keys of the entities that an article names, straight from what is stored."""
    rows: list[list[Any]] = json.loads(unpacked(found))[1]
    fields = ((*row, *_NO_ENTITY[len(row) :])[:3] for row in rows)
    return [key or f"{kind}:{fold(name)}" for name, kind, key in fields]


def rows_of(figures: Sequence[Figure], entities: Sequence[Entity], language: str) -> Rows:
    """Taken from values, not from the stored text: what was put in by them is found by them."""
    from lesart.analysis.comparing.subjects import subject_keys  # reading does without

    rows = Rows({}, {}, {}, {key_of(entity): entity for entity in reversed(entities)})
    for figure in figures:
        key, role = noun_key(figure.noun), role_bit(figure.role)
        if key:
            _add(rows.nouns, key, role)
            for subject in subject_keys(figure, language):
                rows.nouns[SUBJECT + subject] = NO_ROLE
        for name in signed_names(figure.of, figure.per, figure.attribution, figure.role):
            _add(rows.nouns, name, NO_ROLE if name.startswith(ROLE) else role)
        low, high = _ends(figure)
        if low is None or high is None:
            if figure.unit:
                _add(rows.ranges, (figure.unit, -INFINITE, INFINITE, key), role)
        elif low == high:
            _add(rows.amounts, (figure.unit, low, key), role)
        else:
            _add(rows.ranges, (figure.unit, high, low, key), role)
    return rows


def _add(rows: dict[Key, int], key: Key, role: int) -> None:
    rows[key] = rows.get(key, 0) | role


def key_of(entity: Entity) -> str:
    """What makes two entities of two articles the same."""
    return entity.key or _own_key(entity)


def _own_key(entity: Entity) -> str:
    return f"{entity.kind}:{fold(entity.name)}"


# ------------------------------------------------------------------ fields


def _figures_fields(figures: Sequence[Figure]) -> list[list[Any]]:
    """In the order of the text; one figure a span, the first."""
    distinct = {figure.span: figure for figure in reversed(figures)}
    rows, before = [], 0
    for span in sorted(distinct):
        rows.append(_figure_fields(distinct[span], before))
        before = span.start
    return rows


def _figure_fields(figure: Figure, before: int) -> list[Any]:
    start = figure.span.start
    return _cut(
        [
            start - before, figure.span.end - start, figure.kind, _exact(figure.value), figure.unit,
            start - figure.sentence.start, figure.sentence.end - figure.sentence.start,
            round(figure.salience, 4), figure.qualifier, figure.noun, figure.when,
            _exact(figure.low), _exact(figure.high), figure.resolved, figure.change,
            figure.attribution, figure.verdict, figure.until, ROLES.index(figure.role), figure.of,
            figure.per, figure.against, figure.since, figure.pair,
        ],
        _NO_FIGURE,
    )  # fmt: skip


def _figure(start: int, row: list[Any], text: str) -> Figure:
    (
        _, length, kind, value, unit, lead, sentence, salience, qualifier, noun, when, low, high,
        resolved, change, attribution, verdict, until, role, of, per, against, since, pair,
    ) = (*row, *_NO_FIGURE[len(row) :])  # fmt: skip
    return Figure(
        span=Span(start, start + length), surface=text[start : start + length], kind=kind,
        value=_decimal(value), low=_decimal(low), high=_decimal(high), when=when,
        resolved=resolved, qualifier=qualifier, unit=unit, noun=noun, of=of, role=ROLES[role],
        per=per, against=against, since=since, pair=pair, change=change,
        attribution=attribution, sentence=Span(start - lead, start - lead + sentence),
        salience=salience, verdict=verdict, until=until,
    )  # fmt: skip


def _revised_fields(revised: RevisedFigure) -> list[Any]:
    was, now = revised.was, revised.now
    return [
        revised.revision, revised.replaced,
        _figure_fields(was, 0), was.surface, _figure_fields(now, 0), now.surface,
    ]  # fmt: skip


def _revised(row: list[Any]) -> RevisedFigure:
    revision, replaced, was, was_surface, now, now_surface = row
    return RevisedFigure(
        revision,
        replaced,
        replace(_figure(was[0], was, ""), surface=was_surface),
        replace(_figure(now[0], now, ""), surface=now_surface),
    )


def _distinct(entities: Sequence[Entity]) -> dict[str, Entity]:
    """One entity a key, the first; engines merge what they know to be one."""
    found: dict[str, Entity] = {}
    for entity in entities:
        found.setdefault(key_of(entity), entity)
    return found


def _entity_fields(entity: Entity) -> list[Any]:
    offsets = [number for mention in entity.mentions for number in mention.span]
    key = key_of(entity)
    return [
        entity.name, entity.kind, "" if key == _own_key(entity) else key, entity.salience,
        int(entity.is_sure),
        entity.verdict, offsets,
    ]  # fmt: skip


def _entity(row: list[Any], text: str) -> Entity:
    name, kind, key, salience, is_sure, verdict, offsets = (*row, *_NO_ENTITY[len(row) :])
    spans = [Span(a, b) for a, b in zip(offsets[::2], offsets[1::2], strict=True)]
    mentions = tuple(Mention(span, text[span.start : span.end]) for span in spans)
    entity = Entity(name, kind, mentions, key, salience, bool(is_sure), verdict)
    return entity if key else replace(entity, key=_own_key(entity))


def _cut(fields: list[Any], nothing: tuple[Any, ...]) -> list[Any]:
    """`fields` without those at the end that say nothing."""
    end = len(fields)
    while end > 2 and fields[end - 1] == nothing[end - 1]:
        end -= 1
    return fields[:end]


def _ends(figure: Figure) -> tuple[float | None, float | None]:
    """Both ends as numbers to compare with; a value is both, an open end is the other one."""
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    return _number(low if low is not None else high), _number(high if high is not None else low)


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _number(value: Decimal | None) -> float | None:
    if value is None:
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if isfinite(number) else None
