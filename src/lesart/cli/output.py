"""The shapes of what commands print: one article, figure, entity or annotation as a line or as JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.errors import UsageError
from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.model.moment import FIRST_SECOND, LAST_SECOND, Moment
from lesart.query import Query
from lesart.text.clean import clean_line


def iso(moment: Moment | None) -> str | None:
    """A date as precisely as it is known: `2018-06` stays a month."""
    if moment is None or not FIRST_SECOND <= moment.seconds <= LAST_SECOND:
        return None  # no date that a calendar has; a library from elsewhere may hold such
    at = datetime.fromtimestamp(moment.seconds, UTC)
    forms = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}
    return at.strftime(forms.get(moment.precision, "%Y-%m-%dT%H:%M:%SZ")).zfill(4)


def iso_time(seconds: int | None) -> str | None:
    return None if seconds is None else iso(Moment(seconds))


def number(value: Decimal | None) -> int | float | None:
    """A JSON number; whole ones without a decimal point."""
    if value is None:
        return None
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** 300:
        return int(value)
    return float(value)


def figure_json(figure: Figure) -> dict[str, Any]:
    is_date = figure.kind in ("date", "time")
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "surface": figure.surface,
        "kind": figure.kind,
        "value": figure.when if is_date else number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "noun": figure.noun,
        "of": figure.of,
        "role": figure.role,
        "per": figure.per,
        "against": figure.against,
        "since": figure.since,
        "pair": figure.pair,
        "change": figure.change,
        "attribution": figure.attribution,
        "resolved": figure.resolved or None,
        "sentence": list(figure.sentence),
        "salience": round(figure.salience, 3),
    }


def entity_json(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.kind,
        "key": entity.key,
        "is_sure": entity.is_sure,
        "salience": round(entity.salience, 3),
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "surface": m.surface}
            for m in entity.mentions
        ],
    }


def analysis_json(analysis: Analysis) -> dict[str, Any]:
    return {
        "language": analysis.language,
        "engine": analysis.engine,
        "note": analysis.note,
        "figures": [figure_json(figure) for figure in analysis.figures],
        "entities": [entity_json(entity) for entity in analysis.entities],
        "in_passing": [entity_json(entity) for entity in analysis.in_passing],
    }


def headline_json(headline: Headline) -> dict[str, Any]:
    return {
        "id": headline.id,
        "title": headline.title,
        "source": headline.source,
        "published": iso(headline.published),
        "arrived": iso_time(headline.arrived),
        "language": headline.language,
        "words": headline.words,
        "is_read": headline.is_read,
        "is_starred": headline.is_starred,
        "annotations": headline.note_count,
        "figures": headline.figure_count,
        "entities": headline.entity_count,
        "link": headline.link,
    }


def article_json(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "folder": article.folder,
        "author": article.author,
        "link": article.link,
        "language": article.language,
        "published": iso(article.published),
        "arrived": iso_time(article.arrived),
        "revision": article.revision,
        "revised": iso_time(article.revised),
        "is_read": article.is_read,
        "is_starred": article.is_starred,
        "tags": list(article.tags),
        "text_state": article.text_state,
        "text": article.text,
        "blocks": [
            {"kind": b.kind, "start": b.span.start, "end": b.span.end, "level": b.level, "target": b.target}
            for b in article.blocks
        ],
    }  # fmt: skip


def annotation_json(annotation: Annotation, title: str = "") -> dict[str, Any]:
    anchor = annotation.anchor
    return {
        "id": annotation.id,
        "uid": annotation.uid,
        "article_id": annotation.article_id,
        "article": title,
        "quote": anchor.exact if anchor else None,
        "prefix": anchor.prefix if anchor else None,
        "suffix": anchor.suffix if anchor else None,
        "start": annotation.span.start if annotation.span else None,
        "end": annotation.span.end if annotation.span else None,
        "revision": annotation.revision,
        "status": annotation.status,
        "suggestion": list(annotation.suggestion) if annotation.suggestion else None,
        "colour": annotation.colour,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "parent": annotation.parent,
        "created": iso_time(annotation.created),
        "changed": iso_time(annotation.changed),
    }


# ------------------------------------------------------------------ columns


def cells(text: str) -> int:
    """How many terminal cells a cleaned line takes."""
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) in ("Cf", "Me", "Mn")
        else 2 if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )  # fmt: skip


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells, cut with … or filled with spaces."""
    text = clean_line(text)
    taken = cells(text)
    if taken <= width:
        return text + " " * (width - taken)
    kept, room = "", width - 1
    for character in text:
        room -= cells(character)
        if room < 0:
            break
        kept += character
    return kept + "…" + " " * max(0, width - 1 - cells(kept))


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """Rows as aligned lines; the columns in `right` are set to the right."""
    cleaned = [[clean_line(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*cleaned, strict=True)] if cleaned else []
    lines = []
    for row in cleaned:
        parts = []
        for i, (cell, width) in enumerate(zip(row, widths, strict=True)):
            gap = " " * (width - cells(cell))
            parts.append(gap + cell if i in right else cell + gap)
        lines.append("  ".join(parts).rstrip())
    return lines


def mistaken(query: Query) -> UsageError:
    """The error that says what of a query was not understood, and shows where."""
    return UsageError(" ".join(problem.message for problem in query.problems), pointed(query))


def pointed(query: Query) -> list[str]:
    """The query as it was typed, and a line of marks under each part that was not understood."""
    from lesart.query.parser import place_of

    text = "".join(c if c.isprintable() else " " for c in query.text)
    marks = [" "] * len(text)
    for problem in query.problems:
        start, end = place_of(query.text, problem)
        marks[start:end] = "^" * (end - start)
    under = "".join(mark * cells(c) for c, mark in zip(text, marks, strict=True)).rstrip()
    return [f"  {text}", f"  {under}"] if under else []
