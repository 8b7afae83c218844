"""Let the reader's word win over the engine's: confirm, correct, reject a figure or an entity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, EntityKind, Mention
from lesart.model.figure import Figure, FigureKind, Qualifier
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.translations import _

FIGURE_FIELDS = ("kind", "value", "low", "high", "when", "qualifier", "unit", "noun")
"""What of a figure a person may correct."""
_WHEN = re.compile(r"[\dX]{2,4}(?:[-/][\dXQHW]{1,4}){0,3}|T\d\d:\d\d|\d{1,4}[:–-]\d{1,4}")
_CHOICES: Mapping[str, tuple[Any, ...]] = {
    "kind": get_args(FigureKind),
    "qualifier": get_args(Qualifier),
}


def judged(analysis: Analysis, verdicts: Iterable[Verdict], text: str) -> Analysis:
    """The analysis with every verdict applied; what an engine no longer finds is put back."""
    figures = {figure.span: figure for figure in analysis.figures}
    entities = list(analysis.entities)
    in_passing = list(analysis.in_passing)
    for verdict in verdicts:
        if verdict.span is None:
            continue
        if verdict.thing == "figure":
            _judge_figure(figures, verdict, text)
        else:
            _judge_entity(entities, in_passing, verdict, text)
    return replace(
        analysis,
        figures=tuple(figures[span] for span in sorted(figures)),
        entities=tuple(entities),
        in_passing=tuple(in_passing),
    )


def _judge_figure(figures: dict[Span, Figure], verdict: Verdict, text: str) -> None:
    span = verdict.span
    assert span is not None
    figure = figures.pop(span, None)
    if verdict.ruling == "rejected":
        return
    if figure is None:
        # A new engine draws the borders elsewhere: the person's figure replaces what it overlaps.
        for other in [o for o in figures if o.start < span.end and span.start < o.end]:
            del figures[other]
        figure = Figure(span, text[span.start : span.end], "count")
    figures[span] = with_fields(figure, verdict.correction, verdict.ruling)


def with_fields(figure: Figure, fields: Mapping[str, str], ruling: str = "corrected") -> Figure:
    """`figure` with these fields set; what is no number, kind or qualifier is left as it was."""
    values: dict[str, Any] = {}
    for name in FIGURE_FIELDS:
        if name not in fields:
            continue
        text = fields[name].strip()
        if name in ("value", "low", "high"):
            try:
                values[name] = Decimal(text) if text else None
            except InvalidOperation:
                continue
        elif text in _CHOICES.get(name, (text,)):
            values[name] = text
    return replace(figure, **values, verdict=cast(Any, ruling))


def fields_of(figure: Figure) -> dict[str, str]:
    """Everything a verdict on `figure` has to remember, so that it can stand by itself."""
    return {name: _written(getattr(figure, name)) for name in FIGURE_FIELDS}


def _written(value: Any) -> str:
    """A field as a person types it: "82.7 million" is 82700000, whatever stands behind its point."""
    if isinstance(value, Decimal):
        is_scaled = abs(value) >= 1000 and value == value.to_integral_value()
        return f"{value.to_integral_value() if is_scaled else value:f}"
    return "" if value is None else str(value)


def mistake_in(fields: Mapping[str, str], choices: Mapping[str, Sequence[str]]) -> str:
    """A sentence about the first field that cannot be taken as it is written; empty for none."""
    for name, text in fields.items():
        if name in choices and text not in choices[name]:
            return _("“{text}” is no {name}; there are {names}.").format(
                text=text, name=name, names=", ".join(choices[name])
            )
        if name in ("value", "low", "high") and text and not _is_number(text):
            return _(
                "“{text}” is no number; write {name} with a point and no spaces: 4500 or 2.5."
            ).format(text=text, name=name)
        if name == "when" and text and not _WHEN.fullmatch(text):
            return _(
                "“{text}” is no date; write 2011-12-18, 2011-12, XXXX-12-18 or T20:15."
            ).format(text=text)
        if name == "name" and not text:
            return _("A name cannot be empty; - rejects it instead.")
    return ""


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _with_mention(entities: list[Entity], span: Span) -> int | None:
    return next(
        (i for i, e in enumerate(entities) if any(m.span == span for m in e.mentions)), None
    )


def _judge_entity(
    entities: list[Entity], in_passing: list[Entity], verdict: Verdict, text: str
) -> None:
    span = verdict.span
    assert span is not None
    at = _with_mention(entities, span)
    half = _with_mention(in_passing, span) if at is None else None
    if half is not None:  # the reader's word makes a name of it, or ends it
        entities.append(in_passing.pop(half))
        at = len(entities) - 1
    if verdict.ruling == "rejected":
        if at is not None:
            del entities[at]
        return
    fields = verdict.correction
    kind = fields.get("kind", "")
    kind = kind if kind in get_args(EntityKind) else ""
    if at is None:
        surface = text[span.start : span.end]
        name = fields.get("name") or surface
        entities.append(
            Entity(
                name,
                cast(EntityKind, kind or "ORG"),
                (Mention(span, surface),),
                verdict=verdict.ruling,
            )
        )
        return
    known = entities[at]
    name = fields.get("name") or known.name
    is_same = name == known.name and (not kind or kind == known.kind)
    entities[at] = replace(
        known,
        name=name,
        kind=cast(EntityKind, kind or known.kind),
        key=known.key if is_same else "",
        is_sure=True,
        verdict=verdict.ruling,
    )
